//! Small moves of a camera, and how they meet its limits: with resistance, not with a wall.

use super::{Camera, Limits};
use crate::atlas::Point;

/// How far beyond its limits the middle can be dragged, in shares of the window.
const GIVE: f64 = 0.25;

/// How far beyond its limits a camera can be zoomed, as a natural logarithm of the factor.
const STRAIN: f64 = 0.5;

/// A move by a hand, a wheel or a key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nudge {
    /// How far the picture goes to the right, in CSS px.
    pub right: f64,
    /// How far it goes down, in CSS px.
    pub down: f64,
    /// How much larger it becomes after that.
    pub larger: f64,
    /// The point of the window that stays where it is while it does, in CSS px.
    pub about: Point,
}

impl Nudge {
    /// A move of the picture without a change of size.
    pub fn pan(right: f64, down: f64) -> Self {
        Self {
            right,
            down,
            larger: 1.0,
            about: Point::default(),
        }
    }

    /// A change of size about a point of the window.
    pub fn zoom(larger: f64, about: Point) -> Self {
        Self {
            right: 0.0,
            down: 0.0,
            larger,
            about,
        }
    }

    /// What two fingers ask for that have gone from two places of the window to two others.
    pub fn pinch((a, b): (Point, Point), (c, d): (Point, Point)) -> Self {
        let middle =
            |a: Point, b: Point| Point::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
        let (from, to, wide) = (middle(a, b), middle(c, d), a.distance(b));
        let larger = if wide > 0.0 {
            c.distance(d) / wide
        } else {
            1.0
        };
        Self {
            right: to.x - from.x,
            down: to.y - from.y,
            larger,
            about: to,
        }
    }

    /// What a turn of the wheel asks for: a notch, of about 100 px, is a third closer or farther. Two fingers that pinch
    /// on a pad come as a wheel with Ctrl, and in small steps.
    pub fn turn(by: f64, in_lines: bool, with_ctrl: bool, about: Point) -> Self {
        let lines = if in_lines { 16.0 } else { 1.0 };
        let whole = if with_ctrl { 100.0 } else { 350.0 };
        Self::zoom((-by * lines / whole).clamp(-1.0, 1.0).exp(), about)
    }
}

impl Limits {
    /// The camera after a nudge. Within the limits it goes as far as the nudge; beyond them less
    /// and less, and never farther than a quarter of the window or a factor of 1.65.
    #[must_use]
    pub fn nudged(&self, camera: &Camera, nudge: &Nudge) -> Camera {
        let free = |camera: &Camera, larger: f64| {
            let panned = camera.panned(nudge.right, nudge.down);
            panned.zoomed(larger, nudge.about)
        };
        if self.extent.is_empty() {
            return free(camera, nudge.larger);
        }
        let (least, most) = self.scales(camera);
        if self.walled.is_some() {
            let wanted = camera.scale * nudge.larger;
            let scale = wanted.max(least).min(most);
            return self.keep(&free(camera, scale / camera.scale));
        }
        let zoom = Band {
            from: least.ln(),
            to: most.ln(),
            give: STRAIN,
        };
        let before = camera.scale.ln();
        let larger = (zoom.moved(before, nudge.larger.ln()) - before).exp();
        let wanted = free(camera, larger);
        let along = |from: f64, to: f64, was: f64, is: f64, window: f64| {
            let px = wanted.scale;
            let band = Band {
                from: from * px,
                to: to * px,
                give: window * GIVE,
            };
            band.moved(was * px, (is - was) * px) / px
        };
        let (min, max) = (self.extent.min, self.extent.max);
        let (was, is) = (camera.centre, wanted.centre);
        let mut kept = wanted;
        kept.centre.x = along(min.x, max.x, was.x, is.x, camera.width);
        kept.centre.y = along(min.y, max.y, was.y, is.y, camera.height);
        kept
    }

    /// Whether a camera may rest where it is.
    pub fn hold(&self, camera: &Camera) -> bool {
        let kept = self.keep(camera);
        let off = camera.to_screen(kept.centre);
        let middle = Point::new(camera.width / 2.0, camera.height / 2.0);
        off.distance(middle) < 0.5 && (kept.scale / camera.scale - 1.0).abs() < 1e-6
    }
}

/// A stretch of a line that holds what is pulled beyond its ends, as a rubber band does.
#[derive(Clone, Copy)]
struct Band {
    from: f64,
    to: f64,
    /// How far beyond its ends one comes at the most.
    give: f64,
}

impl Band {
    /// Where a pull of `by` takes what is at `at`.
    fn moved(self, at: f64, by: f64) -> f64 {
        self.held(self.pulled(at) + by)
    }

    /// How far the hand has gone when it holds what is at `at`.
    fn pulled(self, at: f64) -> f64 {
        self.bent(at, |over| {
            let over = over.min(self.give * 0.98);
            over * self.give / (self.give - over)
        })
    }

    /// Where that is which a hand at `at` has pulled along.
    fn held(self, at: f64) -> f64 {
        self.bent(at, |over| over * self.give / (self.give + over))
    }

    fn bent(self, at: f64, bend: impl Fn(f64) -> f64) -> f64 {
        if at < self.from {
            self.from - bend(self.from - at)
        } else if at > self.to {
            self.to + bend(at - self.to)
        } else {
            at
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Bounds;
    use crate::scene::Padding;
    use proptest::prelude::*;

    #[test]
    fn a_notch_of_the_wheel_is_a_third_and_a_pinch_goes_in_small_steps() {
        let larger = |by, lines, ctrl| Nudge::turn(by, lines, ctrl, Point::default()).larger;
        assert!((larger(-100.0, false, false) - 1.33).abs() < 0.01);
        assert!((larger(3.0, true, false) - larger(48.0, false, false)).abs() < 1e-12);
        assert!((larger(-2.0, false, true) - 1.02).abs() < 0.01);
        // However far a wheel is flung.
        assert!(larger(-9e9, true, true) < 2.72);
    }

    fn start() -> (Limits, Camera) {
        let extent = Bounds::of(Point::new(-7e5, -5e5), Point::new(6e5, 4e5));
        let limits = Limits {
            extent,
            closest: 20.0,
            walled: None,
        };
        let camera = Camera::fit(extent, Padding::even(20.0), 1000.0, 720.0);
        (limits, camera)
    }

    proptest! {
        #[test]
        fn within_the_limits_a_nudge_goes_as_far_as_it_says(dx in -90.0..90.0_f64, dy in -90.0..90.0_f64, f in 0.8..3.0_f64) {
            let (limits, camera) = start();
            let nudge = Nudge { right: dx, down: dy, larger: f, about: Point::new(500.0, 300.0) };
            let moved = limits.nudged(&camera, &nudge);
            let free = camera.panned(dx, dy).zoomed(f, nudge.about);
            prop_assert!(moved.centre.distance(free.centre) * free.scale < 1e-6);
            prop_assert!((moved.scale / free.scale - 1.0).abs() < 1e-9);
        }

        #[test]
        fn beyond_them_it_goes_less_and_less_and_comes_back_the_same_way(pull in 50.0..4000.0_f64) {
            let (limits, camera) = start();
            let far = limits.nudged(&camera, &Nudge::pan(-pull - 1500.0, 0.0));
            let farther = limits.nudged(&far, &Nudge::pan(-100.0, 0.0));
            let gone = (farther.centre.x - far.centre.x) * camera.scale;
            prop_assert!(gone > 0.0 && gone < 50.0, "{}", gone);
            let over = (farther.centre.x - limits.extent.max.x) * camera.scale;
            prop_assert!(over < 250.0, "{}", over);
            let back = limits.nudged(&farther, &Nudge::pan(100.0, 0.0));
            prop_assert!((back.centre.x - far.centre.x).abs() * camera.scale < 1.0);
        }

        #[test]
        fn zooming_out_for_ever_ends(notches in 1..60_u32) {
            let (limits, mut camera) = start();
            for _ in 0..notches {
                camera = limits.nudged(&camera, &Nudge::zoom(0.75, Point::new(200.0, 100.0)));
            }
            let (least, _) = limits.scales(&camera);
            prop_assert!(camera.scale > least / 1.66);
        }
    }

    #[test]
    fn only_what_lies_within_may_rest() {
        let (limits, camera) = start();
        assert!(limits.hold(&camera));
        assert!(!limits.hold(&camera.panned(2000.0, 0.0)));
        assert!(!limits.hold(&camera.zoomed(0.3, Point::default())));
    }
}
