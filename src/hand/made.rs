//! The drawing that was made beforehand, as what a camera sees.

use crate::atlas::{Bounds, Point};
use crate::scene::{Camera, Limits, Shift};

/// As close as the drawing is looked at, in its size at the opening. It is a coarse one.
const CLOSEST: f64 = 6.0;

/// Closer than this, in its size at the opening, it has no more to show: another drawing is wanted.
const FAR: f64 = 3.0;

/// A drawing of the map, and how it stands in a window of another shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Made {
    /// For what it was drawn.
    seen: Camera,
    /// How far it goes on beyond that on each side, in its own px.
    margin: f64,
    /// Whether it fills the window, or is shown in it whole.
    fills: bool,
}

impl Made {
    /// What the drawing says of itself (`statics/first.rs`): the middle, in metres of the plane; metres to the px; width,
    /// height and margin in px. `None` for something else.
    pub fn of(said: &[f64], fills: bool) -> Option<Self> {
        let [x, y, metres, width, height, margin] = *said else {
            return None;
        };
        let is_one = metres > 0.0 && width > 0.0 && height > 0.0 && margin >= 0.0;
        let seen = Camera {
            centre: Point::new(x, y),
            scale: 1.0 / metres,
            width,
            height,
        };
        (is_one && x.is_finite() && y.is_finite()).then_some(Self {
            seen,
            margin,
            fills,
        })
    }

    /// How a window of this size opens on it.
    pub fn opening(&self, width: f64, height: f64) -> Camera {
        let (across, down) = (width / self.seen.width, height / self.seen.height);
        let larger = if self.fills {
            across.max(down)
        } else {
            across.min(down)
        };
        Camera {
            scale: self.seen.scale * larger,
            width,
            height,
            ..self.seen
        }
    }

    /// How far a camera that opened like this may go: all that is seen has been drawn.
    pub fn limits(&self, opening: &Camera) -> Limits {
        let half = |length: f64| (length / 2.0 + self.margin) / self.seen.scale;
        let (right, up) = (half(self.seen.width), half(self.seen.height));
        let Point { x, y } = self.seen.centre;
        Limits {
            extent: Bounds::of(Point::new(x - right, y - up), Point::new(x + right, y + up)),
            closest: 1.0 / (opening.scale * CLOSEST),
            walled: Some(opening.scale),
        }
    }

    /// The window that it was drawn for.
    pub fn own(&self) -> Camera {
        self.seen
    }

    /// The part of the drawing that a camera sees: left, top, width and height, in its own px.
    pub fn view_box(&self, camera: &Camera) -> [f64; 4] {
        let corner = self.seen.to_screen(camera.to_plane(Point::default()));
        let own = self.seen.scale / camera.scale;
        [corner.x, corner.y, camera.width * own, camera.height * own]
    }
}

/// How the drawing is moved that has been laid out for one camera, to where another sees it.
pub fn shift(laid: &Camera, now: &Camera) -> [f64; 3] {
    let Shift {
        right,
        down,
        larger,
    } = Shift::between(laid, now);
    [right, down, larger]
}

/// Whether a camera has come closer than the drawing is good for.
pub fn is_far(opening: &Camera, now: &Camera) -> bool {
    now.scale > opening.scale * FAR
}

/// The name of a place stands no farther from its dot, in px of the drawing.
const NEAR: f64 = 16.0;

/// Where that is which a name at `at` belongs to: the nearest dot, or the ground under it.
pub fn of_what(at: Point, dots: &[Point]) -> Point {
    let near = dots.iter().filter(|dot| dot.distance(at) < NEAR);
    let nearest = near.min_by(|a, b| a.distance(at).total_cmp(&b.distance(at)));
    nearest.copied().unwrap_or(at)
}

/// Where a name is written that keeps its distance from what it belongs to, along one axis.
pub fn beside(at: f64, of: f64, smaller: f64) -> f64 {
    of + (at - of) * smaller
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Nudge;
    use proptest::prelude::*;

    fn low() -> Made {
        Made::of(&[1e5, -2e4, 2500.0, 680.0, 234.0, 80.0], true).unwrap()
    }

    fn near(a: [f64; 4], b: [f64; 4]) -> bool {
        a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-6)
    }

    #[test]
    fn it_opens_as_the_browser_has_laid_it_out() {
        let made = low();
        let same = made.opening(680.0, 234.0);
        assert!(near(made.view_box(&same), [0.0, 0.0, 680.0, 234.0]));
        // A narrower window shows the middle, at the same size.
        let narrow = made.opening(390.0, 234.0);
        assert!(near(made.view_box(&narrow), [145.0, 0.0, 390.0, 234.0]));
        // One that shows it whole has room to spare.
        let whole = Made {
            fills: false,
            ..made
        }
        .opening(340.0, 234.0);
        assert!(near(made.view_box(&whole), [0.0, -117.0, 680.0, 468.0]));
    }

    #[test]
    fn what_is_no_drawing_is_told_from_one() {
        for said in [
            &[][..],
            &[0.0, 0.0, 0.0, 680.0, 234.0, 80.0],
            &[f64::NAN, 0.0, 2500.0, 680.0, 234.0, 80.0],
            &[0.0, 0.0, 2500.0, 680.0, 234.0],
            &[0.0, 0.0, 2500.0, 680.0, 234.0, f64::NAN],
        ] {
            assert_eq!(Made::of(said, true), None);
        }
    }

    #[test]
    fn it_is_far_from_the_opening_at_three_times_its_size() {
        let opening = low().opening(680.0, 234.0);
        let about = Point::new(300.0, 100.0);
        assert!(!is_far(&opening, &opening.zoomed(2.9, about)));
        assert!(is_far(&opening, &opening.zoomed(3.1, about)));
    }

    #[test]
    fn a_name_keeps_its_distance_from_its_dot() {
        let (name, dots) = (
            Point::new(339.7, 95.7),
            [Point::new(333.5, 92.3), Point::new(350.0, 110.0)],
        );
        assert_eq!(of_what(name, &dots), dots[0]);
        assert_eq!(
            of_what(Point::new(100.0, 100.0), &dots),
            Point::new(100.0, 100.0)
        );
        assert!((beside(name.x, dots[0].x, 0.5) - 336.6).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn wherever_a_hand_takes_it_all_that_is_seen_was_drawn(
            width in 320.0..760.0_f64,
            height in 234.0..300.0_f64,
            hand in prop::collection::vec((-400.0..400.0_f64, -300.0..300.0_f64, 0.2..4.0_f64), 1..20),
        ) {
            let made = low();
            let opening = made.opening(width, height);
            let limits = made.limits(&opening);
            let mut camera = opening;
            for (right, down, larger) in hand {
                let about = Point::new(width / 3.0, height / 4.0);
                camera = limits.nudged(&camera, &Nudge { right, down, larger, about });
                let [left, top, wide, high] = made.view_box(&camera);
                prop_assert!(left >= -80.001 && top >= -80.001, "{left} {top}");
                prop_assert!(left + wide <= 760.001 && top + high <= 314.001, "{left} {top} {wide} {high}");
                let larger = camera.scale / opening.scale;
                prop_assert!((0.999..=6.001).contains(&larger));
                prop_assert!(limits.hold(&camera));
            }
        }

        #[test]
        fn a_point_of_the_drawing_is_where_the_shift_and_the_view_box_put_it(
            x in 0.0..680.0_f64, y in 0.0..234.0_f64, dx in -80.0..80.0_f64, f in 1.0..6.0_f64,
        ) {
            let made = low();
            let laid = made.opening(500.0, 300.0);
            let now = laid.zoomed(f, Point::new(40.0, 60.0)).panned(dx, -dx);
            let place = |camera: &Camera| {
                let [left, top, wide, high] = made.view_box(camera);
                ((x - left) / wide * camera.width, (y - top) / high * camera.height)
            };
            let ((from_x, from_y), (to_x, to_y)) = (place(&laid), place(&now));
            let [right, down, larger] = shift(&laid, &now);
            prop_assert!((from_x * larger + right - to_x).abs() < 1e-6);
            prop_assert!((from_y * larger + down - to_y).abs() < 1e-6);
        }
    }
}
