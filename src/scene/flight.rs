//! A camera on its way from one view to another.
//!
//! The way is the one that Jarke van Wijk and Wim Nuij worked out ("Smooth and efficient zooming and
//! panning", 2003): it rises just so far that the ground passes evenly under the eye, and one sees
//! where one is going.

use super::Camera;
use crate::atlas::Point;

/// The longest flight, in ms.
pub const FLIGHT_MS: f64 = 600.0;

/// The shortest one: less would look like a jump.
const SHORTEST_MS: f64 = 180.0;

/// How much a flight prefers rising to passing low over the ground.
const RHO: f64 = std::f64::consts::SQRT_2;

/// A flight between two cameras of one window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flight {
    from: Camera,
    goal: Camera,
    way: Way,
    /// How long the way is, in the measure of that paper.
    length: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    /// Only closer or farther: about the middle that both share.
    Straight { closer: bool },
    /// Up, across and down; `start` is where on the arc it begins.
    Arc { start: f64, across: f64 },
}

impl Flight {
    /// A flight from one camera to another.
    pub fn new(from: Camera, goal: Camera) -> Self {
        // How much of the ground the window spans, in metres.
        let (w0, w1) = (from.width / from.scale, goal.width / goal.scale);
        let across = from.centre.distance(goal.centre);
        let (way, length) = if across < w0.min(w1) * 1e-6 {
            let closer = w1 < w0;
            (Way::Straight { closer }, (w1 / w0).ln().abs() / RHO)
        } else {
            let rho2 = RHO * RHO;
            let angle = |w: f64, sign: f64| {
                let rise = w1 * w1 - w0 * w0 + sign * rho2 * rho2 * across * across;
                let b = rise / (2.0 * w * rho2 * across);
                // ln(√(b² + 1) - b), written so that nothing cancels out for a large b.
                -b.asinh()
            };
            let (start, end) = (angle(w0, 1.0), angle(w1, -1.0));
            (Way::Arc { start, across }, (end - start) / RHO)
        };
        Self {
            from,
            goal,
            way,
            length,
        }
    }

    /// Where it goes.
    pub fn goal(&self) -> Camera {
        self.goal
    }

    /// How long it takes, in ms.
    pub fn duration(&self) -> f64 {
        (self.length * 500.0).clamp(SHORTEST_MS, FLIGHT_MS)
    }

    /// The camera after a share `t` of the time, 0 to 1: quick at first, then ever more gently.
    pub fn at(&self, t: f64) -> Camera {
        if t >= 1.0 {
            return self.goal;
        }
        let eased = 1.0 - (1.0 - t.max(0.0)).powi(3);
        let s = eased * self.length;
        let mut camera = self.from;
        match self.way {
            Way::Straight { closer } => {
                let sign = if closer { 1.0 } else { -1.0 };
                camera.scale *= (sign * RHO * s).exp();
            }
            Way::Arc { start, across } => {
                let (w0, at) = (self.from.width / self.from.scale, start + RHO * s);
                let gone = w0 / (RHO * RHO) * (start.cosh() * at.tanh() - start.sinh()) / across;
                camera.centre = between(self.from.centre, self.goal.centre, gone);
                camera.scale *= at.cosh() / start.cosh();
            }
        }
        camera.width = self.goal.width;
        camera.height = self.goal.height;
        camera
    }
}

fn between(a: Point, b: Point, t: f64) -> Point {
    Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn camera(x: f64, scale: f64) -> Camera {
        Camera {
            centre: Point::new(x, 0.0),
            scale,
            width: 800.0,
            height: 600.0,
        }
    }

    proptest! {
        #[test]
        fn begins_at_one_camera_ends_at_the_other_and_never_turns_back(x in -3e6..3e6_f64, zoom in -3.0..3.0_f64) {
            let (from, goal) = (camera(0.0, 1e-3), camera(x, 1e-3 * zoom.exp()));
            let flight = Flight::new(from, goal);
            prop_assert!((SHORTEST_MS..=FLIGHT_MS).contains(&flight.duration()));
            let way: Vec<Camera> = (0..=40).map(|step| flight.at(f64::from(step) / 40.0)).collect();
            prop_assert!((way[0].centre.x * from.scale).abs() < 1e-3);
            prop_assert!((way[0].scale / from.scale - 1.0).abs() < 1e-9);
            prop_assert_eq!(way[40], goal);
            // Just before its end it is all but there.
            let last = flight.at(1.0 - 1e-6);
            prop_assert!((last.centre.x - goal.centre.x).abs() * goal.scale < 1.0);
            prop_assert!((last.scale / goal.scale - 1.0).abs() < 1e-3);
            for pair in way.windows(2) {
                let step = (pair[1].centre.x - pair[0].centre.x) * x.signum();
                prop_assert!(step * from.scale >= -1e-6, "{:?}", pair);
                prop_assert!(pair[1].scale.is_finite());
            }
        }

        #[test]
        fn a_long_way_is_flown_high_enough_to_see_both_ends(x in 4e6..9e6_f64) {
            let flight = Flight::new(camera(0.0, 1e-3), camera(x, 1e-3));
            let lowest = (0..=40).map(|n| flight.at(f64::from(n) / 40.0).scale).fold(1.0, f64::min);
            prop_assert!(800.0 / lowest > x * 0.7, "{} m of {}", 800.0 / lowest, x);
        }
    }

    #[test]
    fn coming_closer_grows_by_the_same_factor_throughout() {
        let flight = Flight::new(camera(5.0, 1.0), camera(5.0, 8.0));
        let scales: Vec<f64> = (0..=10)
            .map(|n| flight.at(f64::from(n) / 10.0).scale)
            .collect();
        assert!(scales.windows(2).all(|pair| pair[1] > pair[0]));
        let out = Flight::new(camera(5.0, 8.0), camera(5.0, 1.0));
        assert!((out.at(0.5).scale * flight.at(0.5).scale - 8.0).abs() < 1e-9);
    }
}
