//! How a picture that was drawn for one camera is moved to where another sees it.

use super::Camera;
use crate::atlas::Point;

/// A movement of a whole picture: larger about its upper left corner, then to the right and down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// To the right, in CSS px.
    pub right: f64,
    /// Down, in CSS px.
    pub down: f64,
    /// How much larger; 1 is as it was drawn.
    pub larger: f64,
}

impl Shift {
    /// From where `drawn` put things to where `now` sees them.
    pub fn between(drawn: &Camera, now: &Camera) -> Self {
        let corner = now.to_screen(drawn.to_plane(Point::default()));
        Self {
            right: corner.x,
            down: corner.y,
            larger: now.scale / drawn.scale,
        }
    }

    /// The same for a picture that begins `margin` px to the left of the window and above it.
    #[must_use]
    pub fn with_margin(self, margin: f64) -> Self {
        Self {
            right: self.right - margin * self.larger,
            down: self.down - margin * self.larger,
            ..self
        }
    }

    /// Where a point of the picture has come to, both in px.
    pub fn of(&self, at: Point) -> Point {
        Point::new(
            at.x * self.larger + self.right,
            at.y * self.larger + self.down,
        )
    }

    /// As CSS says it, for an element whose `transform-origin` is its upper left corner.
    pub fn to_css(self) -> String {
        let Self {
            right,
            down,
            larger,
        } = self;
        if (larger - 1.0).abs() < f64::EPSILON {
            format!("translate({right}px, {down}px)")
        } else {
            format!("translate({right}px, {down}px) scale({larger})")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn takes_what_was_drawn_to_where_it_is_seen(
            x in -1e3..2e3_f64, y in -1e3..2e3_f64, dx in -5e2..5e2_f64, f in 0.2..5.0_f64, margin in 0.0..400.0_f64,
        ) {
            let drawn = Camera { centre: Point::new(3e5, -2e5), scale: 1e-3, width: 800.0, height: 600.0 };
            let now = drawn.zoomed(f, Point::new(10.0, 500.0)).panned(dx, -2.0 * dx);
            let plane = drawn.to_plane(Point::new(x, y));
            let shift = Shift::between(&drawn, &now);
            prop_assert!(shift.of(Point::new(x, y)).distance(now.to_screen(plane)) < 1e-6);
            let in_picture = Point::new(x + margin, y + margin);
            prop_assert!(shift.with_margin(margin).of(in_picture).distance(now.to_screen(plane)) < 1e-6);
        }
    }

    #[test]
    fn a_camera_that_has_not_moved_moves_nothing() {
        let camera = Camera {
            centre: Point::new(3e5, -2e5),
            scale: 0.001,
            width: 800.0,
            height: 600.0,
        };
        let shift = Shift::between(&camera, &camera);
        assert!(shift.right.abs() < 1e-9 && shift.down.abs() < 1e-9);
        assert_eq!(
            Shift {
                right: -10.0,
                down: 2.5,
                larger: 1.0
            }
            .to_css(),
            "translate(-10px, 2.5px)"
        );
        assert_eq!(
            Shift {
                right: 1.0,
                down: 2.0,
                larger: 1.5
            }
            .to_css(),
            "translate(1px, 2px) scale(1.5)"
        );
    }
}
