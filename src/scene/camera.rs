//! Where the map is looked at from. A value: every move gives a new one.

use crate::atlas::{Bounds, Point};

/// No closer than this many metres to a px: the outlines hold no more.
pub const CLOSEST: f64 = 20.0;

/// A view from above: what lies in the middle, how large, and in how large a window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// What lies in the middle of the window, in metres of the plane.
    pub centre: Point,
    /// CSS px for a metre of the plane.
    pub scale: f64,
    /// The width of the window in CSS px.
    pub width: f64,
    /// Its height in CSS px.
    pub height: f64,
}

/// Room kept free at the edges of the window, in CSS px.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Padding {
    /// At the upper edge.
    pub top: f64,
    /// At the right.
    pub right: f64,
    /// At the foot.
    pub bottom: f64,
    /// At the left.
    pub left: f64,
}

impl Padding {
    /// The same on all sides.
    pub const fn even(by: f64) -> Self {
        Self {
            top: by,
            right: by,
            bottom: by,
            left: by,
        }
    }
}

impl Camera {
    /// The camera that shows `bounds` (metres of the plane) as large as it fits into a window of
    /// `width` by `height` px, less the padding. A point or an empty box is shown from 500 m to the px.
    pub fn fit(bounds: Bounds, padding: Padding, width: f64, height: f64) -> Self {
        let free = |all: f64, a: f64, b: f64| (all - a - b).max(all / 4.0).max(1.0);
        let across = free(width, padding.left, padding.right) / bounds.width();
        let down = free(height, padding.top, padding.bottom) / bounds.height();
        let scale = across.min(down);
        let scale = if scale.is_finite() {
            scale.min(1.0 / CLOSEST)
        } else {
            1.0 / 500.0
        };
        let middle = if bounds.is_empty() {
            Point::default()
        } else {
            bounds.centre()
        };
        Self {
            centre: Point::new(
                middle.x + (padding.right - padding.left) / 2.0 / scale,
                middle.y + (padding.top - padding.bottom) / 2.0 / scale,
            ),
            scale,
            width,
            height,
        }
    }

    /// Kilometres of the plane to the CSS px.
    pub fn km_per_px(&self) -> f64 {
        1.0 / (self.scale * 1000.0)
    }

    /// Kilometres of the plane from side to side of the window, to two digits.
    pub fn km_across(&self) -> u32 {
        let km = self.km_per_px() * self.width;
        let unit = 10.0_f64.powi((km.max(1.0).log10().floor() as i32 - 1).max(0));
        ((km / unit).round() * unit) as u32
    }

    /// Where a point of the plane lies in the window, in px from its upper left corner.
    pub fn to_screen(&self, plane: Point) -> Point {
        Point::new(
            (plane.x - self.centre.x) * self.scale + self.width / 2.0,
            (self.centre.y - plane.y) * self.scale + self.height / 2.0,
        )
    }

    /// The point of the plane under a point of the window.
    pub fn to_plane(&self, screen: Point) -> Point {
        Point::new(
            (screen.x - self.width / 2.0) / self.scale + self.centre.x,
            (self.height / 2.0 - screen.y) / self.scale + self.centre.y,
        )
    }

    /// What the window shows, in metres of the plane.
    pub fn visible(&self) -> Bounds {
        Bounds::of(
            self.to_plane(Point::new(0.0, 0.0)),
            self.to_plane(Point::new(self.width, self.height)),
        )
    }

    /// `factor` times as large, while what lies under `about` (px in the window) stays there.
    #[must_use]
    pub fn zoomed(&self, factor: f64, about: Point) -> Self {
        let still = self.to_plane(about);
        let scale = self.scale * factor;
        Self {
            centre: Point::new(
                still.x - (about.x - self.width / 2.0) / scale,
                still.y + (about.y - self.height / 2.0) / scale,
            ),
            scale,
            ..*self
        }
    }

    /// With the picture moved by `right` and `down` px.
    #[must_use]
    pub fn panned(&self, right: f64, down: f64) -> Self {
        Self {
            centre: Point::new(
                self.centre.x - right / self.scale,
                self.centre.y + down / self.scale,
            ),
            ..*self
        }
    }

    /// The same middle and scale in a window of another size.
    #[must_use]
    pub fn resized(&self, width: f64, height: f64) -> Self {
        Self {
            width,
            height,
            ..*self
        }
    }

    /// The camera that shows a point in the middle of the window less the padding, at the same scale.
    #[must_use]
    pub fn centred_on(&self, plane: Point, padding: Padding) -> Self {
        Self {
            centre: Point::new(
                plane.x + (padding.right - padding.left) / 2.0 / self.scale,
                plane.y + (padding.top - padding.bottom) / 2.0 / self.scale,
            ),
            ..*self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn camera() -> Camera {
        let bounds = Bounds::of(Point::new(-7e5, -5e5), Point::new(6e5, 4e5));
        Camera::fit(bounds, Padding::even(20.0), 1000.0, 720.0)
    }

    #[test]
    fn what_is_fitted_lies_between_the_paddings() {
        let bounds = Bounds::of(Point::new(-7e5, -5e5), Point::new(6e5, 4e5));
        let padding = Padding {
            top: 10.0,
            right: 200.0,
            bottom: 50.0,
            left: 30.0,
        };
        let camera = Camera::fit(bounds, padding, 1000.0, 720.0);
        let a = camera.to_screen(Point::new(bounds.min.x, bounds.max.y));
        let b = camera.to_screen(Point::new(bounds.max.x, bounds.min.y));
        assert!(
            a.x > 29.9 && a.y > 9.9 && b.x < 800.1 && b.y < 670.1,
            "{a:?} {b:?}"
        );
        assert!(((a.x - 30.0) - (800.0 - b.x)).abs() < 1e-6);
    }

    #[test]
    fn a_point_is_shown_from_a_distance() {
        let at = Point::new(1e5, 2e5);
        let camera = Camera::fit(Bounds::of(at, at), Padding::default(), 400.0, 300.0);
        assert!((camera.km_per_px() - 0.5).abs() < 1e-9);
        assert_eq!(camera.to_screen(at), Point::new(200.0, 150.0));
    }

    proptest! {
        #[test]
        fn screen_and_plane_undo_each_other(x in -1e3..2e3_f64, y in -1e3..2e3_f64) {
            let at = Point::new(x, y);
            prop_assert!(camera().to_screen(camera().to_plane(at)).distance(at) < 1e-6);
        }

        #[test]
        fn zooming_keeps_the_point_under_the_finger(x in 0.0..1e3_f64, y in 0.0..720.0_f64, f in 0.2..5.0_f64) {
            let about = Point::new(x, y);
            let plane = camera().to_plane(about);
            prop_assert!(camera().zoomed(f, about).to_screen(plane).distance(about) < 1e-6);
        }

        #[test]
        fn panning_moves_the_picture(dx in -1e3..1e3_f64, dy in -1e3..1e3_f64) {
            let plane = Point::new(1e5, -1e5);
            let (before, after) = (camera().to_screen(plane), camera().panned(dx, dy).to_screen(plane));
            prop_assert!((after.x - before.x - dx).abs() < 1e-6 && (after.y - before.y - dy).abs() < 1e-6);
        }
    }
}
