//! A camera on its way from one view to another.

use super::Camera;

/// How long a flight takes, in ms, when the reader's system allows motion.
pub const FLIGHT_MS: f64 = 600.0;

impl Camera {
    /// The camera at a moment of its flight to `goal`; `t` runs from 0 to 1.
    ///
    /// The scale changes by a constant factor per moment, so that coming closer looks even. The
    /// middle moves with what the change of scale has done of its way, so that the goal does not
    /// swing past on the way.
    #[must_use]
    pub fn towards(&self, goal: &Self, t: f64) -> Self {
        let eased = 1.0 - (1.0 - t.clamp(0.0, 1.0)).powi(4);
        let scale = self.scale * (goal.scale / self.scale).powf(eased);
        let travelled = if (goal.scale / self.scale).ln().abs() < 1e-3 {
            eased
        } else {
            (1.0 / self.scale - 1.0 / scale) / (1.0 / self.scale - 1.0 / goal.scale)
        };
        let mut camera = *goal;
        camera.scale = scale;
        camera.centre.x = self.centre.x + (goal.centre.x - self.centre.x) * travelled;
        camera.centre.y = self.centre.y + (goal.centre.y - self.centre.y) * travelled;
        camera
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Point;

    fn camera(x: f64, scale: f64) -> Camera {
        Camera {
            centre: Point::new(x, 0.0),
            scale,
            width: 800.0,
            height: 600.0,
        }
    }

    #[test]
    fn begins_at_one_camera_ends_at_the_other_and_never_turns_back() {
        for goal in [
            camera(1000.0, 1.0),
            camera(1000.0, 8.0),
            camera(-500.0, 0.1),
        ] {
            let from = camera(0.0, 1.0);
            let way = (0..=20).map(|step| from.towards(&goal, f64::from(step) / 20.0));
            let way: Vec<Camera> = way.collect();
            assert!((way[0].centre.x - from.centre.x).abs() < 1e-9);
            assert!((way[0].scale - from.scale).abs() < 1e-9);
            assert!((way[20].centre.x - goal.centre.x).abs() < 1e-6);
            assert!((way[20].scale - goal.scale).abs() < 1e-9);
            for pair in way.windows(2) {
                let step = (pair[1].centre.x - pair[0].centre.x) * goal.centre.x.signum();
                assert!(step >= -1e-9, "{pair:?}");
            }
        }
    }
}
