//! Where the camera has been in the last moments, and how fast it goes.

use super::{Camera, Nudge};
/// How far back a movement counts, in ms.
const MEMORY_MS: f64 = 80.0;

/// A hand that has been still for so long, in ms, does not throw.
const STILL_MS: f64 = 50.0;

/// How fast the picture moves.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Speed {
    /// To the right, in CSS px per ms.
    pub right: f64,
    /// Down, in CSS px per ms.
    pub down: f64,
    /// Larger: the natural logarithm of the factor per ms.
    pub larger: f64,
}

impl Speed {
    /// How fast it pans, in CSS px per ms.
    pub fn pan(&self) -> f64 {
        self.right.hypot(self.down)
    }
}

/// The nudges of the last moments.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trail {
    nudges: Vec<(f64, Nudge)>,
}

impl Trail {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.nudges.clear();
    }

    /// Notes a nudge at `now`, in ms.
    pub fn add(&mut self, now: f64, nudge: Nudge) {
        self.nudges.retain(|(at, _)| now - at <= MEMORY_MS);
        self.nudges.push((now, nudge));
    }

    /// How fast the picture moves at `now`, in ms, by the nudges of the last 80 ms.
    pub fn speed(&self, now: f64) -> Speed {
        let recent = || self.nudges.iter().filter(|(at, _)| now - at <= MEMORY_MS);
        let is_still = recent().all(|(at, _)| now - at > STILL_MS);
        // The first nudge tells where a movement begins; how long it took is not known.
        let begin = recent().map(|(at, _)| *at).fold(now, f64::min);
        let took = now - begin;
        if is_still || took < 8.0 {
            return Speed::default();
        }
        let mut speed = Speed::default();
        for (_, nudge) in recent().skip(1) {
            speed.right += nudge.right / took;
            speed.down += nudge.down / took;
            speed.larger += nudge.larger.ln() / took;
        }
        speed
    }

    /// Where the camera will be in `ms` if it goes on as it does at `now`. A wheel turns by notches:
    /// at least one more of them is to come.
    pub fn ahead(&self, camera: &Camera, now: f64, ms: f64) -> Camera {
        let Some((_, last)) = self.nudges.last() else {
            return *camera;
        };
        let speed = self.speed(now);
        let (notch, steady) = (last.larger.ln(), speed.larger * ms);
        let larger = if notch.abs() > steady.abs() {
            notch
        } else {
            steady
        };
        camera
            .panned(speed.right * ms, speed.down * ms)
            .zoomed(larger.exp(), last.about)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dragged(steps: u32, every: f64, by: f64) -> Trail {
        let mut trail = Trail::default();
        for n in 0..steps {
            trail.add(f64::from(n) * every, Nudge::pan(by, 0.0));
        }
        trail
    }

    #[test]
    fn the_speed_is_that_of_the_last_moments() {
        let mut trail = dragged(30, 16.0, 1.0);
        for n in 30..40 {
            trail.add(f64::from(n) * 16.0, Nudge::pan(16.0, 0.0));
        }
        let speed = trail.speed(39.0 * 16.0);
        assert!((speed.right - 1.0).abs() < 0.05, "{speed:?}");
        assert!(speed.down.abs() < 1e-9);
    }

    #[test]
    fn who_holds_still_throws_nothing_and_a_single_move_says_no_speed() {
        assert_eq!(dragged(10, 16.0, 5.0).speed(144.0 + 60.0), Speed::default());
        assert_eq!(dragged(1, 16.0, 5.0).speed(2.0), Speed::default());
        assert_eq!(Trail::default().speed(1e6), Speed::default());
    }
}
