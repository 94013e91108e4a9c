//! The locator: the whole country drawn small, with what the window shows of it.

use super::path::{Corner, Path, Pen, corner};
use super::{Camera, Padding};
use crate::atlas::{Atlas, Point};

/// Its size in CSS px.
const SIZE: (f64, f64) = (124.0, 84.0);

/// In a narrower window, in px, it would take room that the map needs.
const NARROW: f64 = 600.0;

/// The smallest frame that can still be seen, in px.
const SMALLEST: f64 = 5.0;

/// The country, small, and the frame of the window. Coordinates are tenths of a CSS px.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Locator {
    /// Its width in CSS px.
    pub width: f64,
    /// Its height in CSS px.
    pub height: f64,
    /// The country.
    pub home: Path,
    /// The upper left corner of what the window shows, and the lower right one.
    pub frame: (Corner, Corner),
}

impl Locator {
    /// Where a camera is; `None` where the whole country is in view, or the window too narrow.
    pub fn of(atlas: &Atlas, camera: &Camera) -> Option<Self> {
        let ground = atlas.ground_bounds();
        let seen = camera.visible();
        let whole = seen.covers(&ground);
        if whole || ground.is_empty() || camera.width < NARROW {
            return None;
        }
        let (width, height) = SIZE;
        let small = Camera::fit(ground, Padding::even(6.0), width, height);
        let pen = Pen::new(atlas, &small, 0.0);
        let home = atlas.home().map(|home| pen.shape(&home.shape));
        let a = small.to_screen(Point::new(seen.min.x, seen.max.y));
        let b = small.to_screen(Point::new(seen.max.x, seen.min.y));
        let (left, right) = stretch(a.x, b.x, width);
        let (top, bottom) = stretch(a.y, b.y, height);
        Some(Self {
            width,
            height,
            home: home.unwrap_or_default(),
            frame: (
                corner(Point::new(left, top)),
                corner(Point::new(right, bottom)),
            ),
        })
    }
}

/// A stretch that can be seen and lies within the drawing.
fn stretch(from: f64, to: f64, end: f64) -> (f64, f64) {
    let middle = f64::midpoint(from, to);
    let half = ((to - from) / 2.0).max(SMALLEST / 2.0);
    let keep = |at: f64| at.clamp(1.0, end - 1.0);
    (keep(middle - half), keep(middle + half))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::tests::{near, shipped, view};

    #[test]
    fn is_there_when_part_of_the_country_is_out_of_view_and_there_is_room() {
        let (atlas, regions) = shipped();
        let whole = view(atlas, regions, (1000.0, 720.0), "en");
        assert_eq!(Locator::of(atlas, &whole.camera), None);
        let close = near(whole, atlas, "sevastopol", 10.0).camera;
        let locator = Locator::of(atlas, &close).unwrap();
        assert!(!locator.home.is_empty());
        let (a, b) = locator.frame;
        assert!(b.0 - a.0 >= 49 && b.1 - a.1 >= 49, "{:?}", locator.frame);
        // Sevastopol lies in the south, east of the middle.
        assert!(a.1 > 500 && a.0 > 550 && b.1 <= 840, "{:?}", locator.frame);
        assert_eq!(Locator::of(atlas, &close.resized(599.0, 400.0)), None);
    }
}
