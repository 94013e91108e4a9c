//! Which taps of fingers belong together.

use crate::atlas::Point;

/// The second tap of a double tap comes within so many ms.
const AGAIN_MS: f64 = 300.0;

/// And within so many px of the first.
const NEAR: f64 = 40.0;

/// A finger that stays longer, in ms, presses rather than taps.
const TAP_MS: f64 = 250.0;

/// What fingers have done when the last one has gone up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tap {
    /// One finger, once.
    Once,
    /// One finger, twice in the same place.
    Twice,
    /// Two fingers at the same time.
    TwoFingers,
}

/// The fingers that have tapped lately. Times are in ms, places in CSS px.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Taps {
    /// When the first finger of this touch went down.
    down: Option<f64>,
    fingers: u8,
    /// Whether the fingers have moved: then it is no tap.
    moved: bool,
    /// The tap before, when it may be the first of two.
    before: Option<(f64, Point)>,
}

impl Taps {
    /// A finger goes down.
    pub fn down(&mut self, at: Point, now: f64) {
        if self.fingers == 0 || self.down.is_none() {
            self.down = Some(now);
            self.fingers = 0;
            self.moved = false;
            let near =
                |(then, place): &(f64, Point)| now - then <= AGAIN_MS && place.distance(at) <= NEAR;
            self.before = self.before.filter(near);
        }
        self.fingers = self.fingers.saturating_add(1);
    }

    /// The fingers move: what they do is no tap.
    pub fn moved(&mut self) {
        self.moved = true;
        self.before = None;
    }

    /// The last finger goes up; what that was, if it was a tap.
    pub fn up(&mut self, at: Point, now: f64) -> Option<Tap> {
        let fingers = std::mem::take(&mut self.fingers);
        let since = self.down.take()?;
        if self.moved || now - since > TAP_MS {
            self.before = None;
            return None;
        }
        match (fingers, self.before.take()) {
            (1, Some(_)) => Some(Tap::Twice),
            (1, None) => {
                self.before = Some((now, at));
                Some(Tap::Once)
            }
            (2, _) => Some(Tap::TwoFingers),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tap(taps: &mut Taps, x: f64, now: f64) -> Option<Tap> {
        taps.down(Point::new(x, 0.0), now);
        taps.up(Point::new(x, 0.0), now + 60.0)
    }

    #[test]
    fn two_quick_taps_in_one_place_are_one_thing() {
        let mut taps = Taps::default();
        assert_eq!(tap(&mut taps, 10.0, 0.0), Some(Tap::Once));
        assert_eq!(tap(&mut taps, 20.0, 200.0), Some(Tap::Twice));
        // A third one begins anew.
        assert_eq!(tap(&mut taps, 20.0, 400.0), Some(Tap::Once));
    }

    #[test]
    fn two_taps_far_apart_or_long_after_each_other_are_two() {
        let mut taps = Taps::default();
        assert_eq!(tap(&mut taps, 10.0, 0.0), Some(Tap::Once));
        assert_eq!(tap(&mut taps, 90.0, 200.0), Some(Tap::Once));
        assert_eq!(tap(&mut taps, 90.0, 900.0), Some(Tap::Once));
    }

    #[test]
    fn two_fingers_tap_together() {
        let mut taps = Taps::default();
        taps.down(Point::new(10.0, 0.0), 0.0);
        taps.down(Point::new(90.0, 0.0), 20.0);
        assert_eq!(taps.up(Point::new(90.0, 0.0), 120.0), Some(Tap::TwoFingers));
    }

    #[test]
    fn a_drag_and_a_long_press_are_no_taps() {
        let mut taps = Taps::default();
        taps.down(Point::default(), 0.0);
        taps.moved();
        assert_eq!(taps.up(Point::default(), 50.0), None);
        taps.down(Point::default(), 100.0);
        assert_eq!(taps.up(Point::default(), 700.0), None);
        assert_eq!(tap(&mut taps, 0.0, 800.0), Some(Tap::Once));
    }
}
