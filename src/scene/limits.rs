//! How far a camera may go.

use super::Camera;
use crate::atlas::{Bounds, Point};

/// Where a camera may rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The middle of the window lies in here, in metres of the plane. Shown whole, at two thirds
    /// of its size, is as far away as the camera goes. Empty: there are no limits.
    pub extent: Bounds,
    /// As close as the camera comes, in metres of the plane to the CSS px.
    pub closest: f64,
    /// Nothing is drawn beyond the extent, and it is never seen from farther than this scale, in px to the metre: then all of
    /// the window stays within it, and its ends are walls. `None`: they give.
    pub walled: Option<f64>,
}

impl Limits {
    /// The smallest and the largest scale at which a camera of this window may rest, in px to the
    /// metre.
    pub fn scales(&self, camera: &Camera) -> (f64, f64) {
        let largest = 1.0 / self.closest;
        if let Some(least) = self.walled {
            return (least.min(largest), largest);
        }
        let whole = Camera::fit(
            self.extent,
            super::Padding::default(),
            camera.width,
            camera.height,
        );
        // The map of a low frame opens with more sea around it than that.
        let first = Camera::home(self.extent, camera.width, camera.height);
        let least = (whole.scale * 2.0 / 3.0).min(first.scale);
        (least.min(largest), largest)
    }

    /// Where the middle of this window may be.
    fn room(&self, camera: &Camera) -> Bounds {
        let Bounds { min, max } = self.extent;
        if self.walled.is_none() {
            return self.extent;
        }
        let within = |from: f64, to: f64, window: f64| {
            let (middle, free) = (f64::midpoint(from, to), to - from - window / camera.scale);
            let half = free.max(0.0) / 2.0;
            (middle - half, middle + half)
        };
        let (left, right) = within(min.x, max.x, camera.width);
        let (bottom, top) = within(min.y, max.y, camera.height);
        Bounds::of(Point::new(left, bottom), Point::new(right, top))
    }

    /// The nearest camera that keeps within the limits.
    #[must_use]
    pub fn keep(&self, camera: &Camera) -> Camera {
        if self.extent.is_empty() {
            return *camera;
        }
        let within = |at: f64, from: f64, to: f64| at.max(from).min(to);
        let (least, most) = self.scales(camera);
        let mut kept = *camera;
        kept.scale = within(camera.scale, least, most);
        let Bounds { min, max } = self.room(&kept);
        kept.centre.x = within(camera.centre.x, min.x, max.x);
        kept.centre.y = within(camera.centre.y, min.y, max.y);
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Padding;

    #[test]
    fn the_camera_that_opens_a_map_is_kept_in_every_window() {
        let extent = Bounds::of(Point::new(-7e5, -5e5), Point::new(6e5, 4e5));
        let limits = Limits {
            extent,
            closest: 20.0,
            walled: None,
        };
        for (width, height) in [
            (320.0, 150.0),
            (390.0, 233.0),
            (680.0, 300.0),
            (1440.0, 800.0),
        ] {
            let first = Camera::home(extent, width, height);
            let kept = limits.keep(&first);
            assert!(
                (kept.scale / first.scale - 1.0).abs() < 1e-9,
                "{width} x {height}"
            );
        }
    }

    #[test]
    fn a_good_camera_is_kept_and_a_bad_one_mended() {
        let extent = Bounds::of(Point::new(-7e5, -5e5), Point::new(6e5, 4e5));
        let limits = Limits {
            extent,
            closest: 20.0,
            walled: None,
        };
        let good = Camera::fit(extent, Padding::even(20.0), 1000.0, 720.0);
        assert_eq!(limits.keep(&good), good);
        let lost = limits.keep(&Camera {
            centre: Point::new(9e9, 0.0),
            scale: 1e-9,
            ..good
        });
        assert!(extent.contains(lost.centre) && lost.scale > 1e-4);
        let close = limits.keep(&good.zoomed(1e6, Point::default()));
        assert!((close.scale - 0.05).abs() < 1e-12);
        let anywhere = Limits {
            extent: Bounds::default(),
            closest: 20.0,
            walled: None,
        };
        let far = good.zoomed(1e6, Point::default());
        assert_eq!(anywhere.keep(&far), far);
    }
}
