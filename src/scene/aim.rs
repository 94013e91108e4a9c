//! Where the camera goes for what is read about: large enough to be read, never alone, and clear of
//! what floats over the map.

use super::{Camera, Padding};
use crate::atlas::Bounds;

/// A place is never shown alone: at least this many metres of its surroundings are in view.
const SMALLEST: f64 = 120_000.0;

/// Room at the upper and the lower edge of a place's own view, in px, for names and for what floats.
const CLEAR: f64 = 40.0;

impl Camera {
    /// The camera that opens a map of `bounds` (metres of the plane) in a window of this size in px.
    pub fn home(bounds: Bounds, width: f64, height: f64) -> Self {
        Self::fit(bounds, edges(width), width, height)
    }

    /// A place's own view, in the same window: `bounds` (metres of the plane) with its surroundings.
    #[must_use]
    pub fn close_up(&self, bounds: Bounds) -> Self {
        let near = bounds.grown((SMALLEST - bounds.width().max(bounds.height())).max(0.0) / 2.0);
        let mut padding = edges(self.width);
        padding.top += CLEAR;
        padding.bottom += CLEAR;
        Self::fit(near, padding, self.width, self.height)
    }

    /// Whether a place lies in the window whole, and large enough to be read: then a selection
    /// need not move the map under the reader's hand.
    pub fn sees_well(&self, bounds: Bounds) -> bool {
        let visible = self.visible();
        let inside = visible.contains(bounds.min) && visible.contains(bounds.max);
        // On a phone a region must fill more of the window to be read than beside a wide pane.
        let share = if self.width < 600.0 { 0.25 } else { 0.1 };
        let least = (self.width.min(self.height) * share).max(44.0);
        inside && bounds.width().max(bounds.height()) * self.scale >= least
    }
}

/// Room for what floats over the map.
fn edges(width: f64) -> Padding {
    let side = (width / 24.0).clamp(8.0, 40.0);
    Padding {
        top: 56.0,
        right: side,
        bottom: 28.0,
        left: side,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Point;

    #[test]
    fn a_place_is_well_seen_in_its_own_view_unless_it_is_smaller_than_its_surroundings() {
        let large = Bounds::of(Point::new(0.0, 0.0), Point::new(2e5, 3e5));
        let small = Bounds::of(Point::new(0.0, 0.0), Point::new(2e3, 3e3));
        for (width, height) in [(1000.0, 760.0), (390.0, 400.0)] {
            let home = Camera::home(large.grown(4e5), width, height);
            assert!(home.close_up(large).sees_well(large));
            let near = home.close_up(small);
            assert!(!near.sees_well(small));
            assert!(near.visible().width().min(near.visible().height()) >= SMALLEST);
        }
    }
}
