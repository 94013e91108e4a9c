//! What a hand, a throw and a flight do to a camera, frame by frame.

use super::*;
use crate::atlas::{Bounds, Point};
use crate::scene::Padding;
use proptest::prelude::*;

const FRAME: f64 = 1000.0 / 60.0;

fn start() -> Motion {
    let extent = Bounds::of(Point::new(-7e5, -5e5), Point::new(6e5, 4e5));
    let limits = Limits {
        extent,
        closest: 20.0,
        walled: None,
    };
    let camera = Camera::fit(extent, Padding::even(20.0), 1000.0, 720.0);
    Motion::new(limits, camera)
}

/// Drags by so much in each of so many frames and lets go; the time then.
fn drag(motion: &mut Motion, frames: u32, right: f64, down: f64, calm: bool) -> f64 {
    motion.hold();
    let mut now = 0.0;
    for _ in 0..frames {
        now += FRAME;
        motion.nudge(&Nudge::pan(right, down), now);
        motion.step(now, calm);
    }
    motion.release(now, calm);
    now
}

/// Steps frame by frame until nothing moves; all cameras on the way.
fn settle(motion: &mut Motion, mut now: f64) -> (f64, Vec<Camera>) {
    let mut way = vec![motion.camera()];
    while !motion.is_still() {
        now += FRAME;
        motion.step(now, false);
        way.push(motion.camera());
        assert!(way.len() < 200, "never comes to rest");
    }
    (now, way)
}

#[test]
fn a_throw_goes_on_and_comes_gently_to_rest() {
    let mut motion = start();
    let close = motion.camera().zoomed(4.0, Point::new(500.0, 360.0));
    motion.cut(close);
    let let_go = drag(&mut motion, 12, 12.0, 0.0, false);
    let here = motion.camera();
    let promised = motion.goal().unwrap();
    let (rest, way) = settle(&mut motion, let_go);
    let gone = (here.centre.x - motion.camera().centre.x) * here.scale;
    assert!((60.0..200.0).contains(&gone), "{gone} px");
    assert!(rest - let_go < 900.0, "{} ms", rest - let_go);
    let steps: Vec<f64> = way
        .windows(2)
        .map(|pair| (pair[0].centre.x - pair[1].centre.x) * here.scale)
        .collect();
    assert!(steps.windows(2).all(|pair| pair[1] <= pair[0] + 1e-9));
    // The picture that was drawn ahead for the goal is all but the one that is seen at rest.
    assert!(promised.centre.distance(motion.camera().centre) * here.scale < 10.0);
}

#[test]
fn who_holds_still_before_letting_go_throws_nothing() {
    let mut motion = start();
    motion.hold();
    for n in 0..10 {
        motion.nudge(&Nudge::pan(10.0, 0.0), f64::from(n) * FRAME);
    }
    motion.release(9.0 * FRAME + 120.0, false);
    assert!(motion.is_still());
}

#[test]
fn who_wants_calm_gets_no_throw_no_flight_and_no_spring() {
    let mut motion = start();
    drag(&mut motion, 12, 12.0, 3.0, true);
    assert!(motion.is_still());
    drag(&mut motion, 60, 60.0, 0.0, true);
    assert!(motion.is_still() && motion.limits.hold(&motion.camera()));
    let goal = motion.camera().zoomed(3.0, Point::new(10.0, 10.0));
    motion.fly(&goal, 0.0, true);
    assert!(motion.is_still());
    assert_eq!(motion.camera(), motion.limits.keep(&goal));
}

#[test]
fn a_hand_stops_a_flight_and_a_throw() {
    let mut motion = start();
    let goal = motion.camera().zoomed(3.0, Point::new(10.0, 10.0));
    motion.fly(&goal, 0.0, false);
    motion.step(100.0, false);
    motion.hold();
    let held = motion.camera();
    motion.step(200.0, false);
    assert_eq!(motion.camera(), held);
    motion.release(300.0, false);
    assert!(motion.is_still());
}

#[test]
fn a_wheel_rests_when_it_has_been_still_for_a_while() {
    let mut motion = start();
    motion.nudge(&Nudge::zoom(1.3, Point::new(100.0, 100.0)), 0.0);
    motion.step(REST_MS - 1.0, false);
    assert!(!motion.is_still());
    motion.step(REST_MS + 1.0, false);
    assert!(motion.is_still());
}

#[test]
fn zoomed_out_too_far_it_springs_back_about_the_pointer() {
    let mut motion = start();
    let about = Point::new(500.0, 360.0);
    for n in 0..12 {
        motion.nudge(&Nudge::zoom(0.75, about), f64::from(n) * FRAME);
    }
    assert!(!motion.limits.hold(&motion.camera()));
    let place = motion.camera().to_plane(about);
    let (_, way) = settle(&mut motion, 12.0 * FRAME);
    assert!(motion.limits.hold(&motion.camera()) && way.len() > 8);
    assert!(motion.camera().to_screen(place).distance(about) < 5.0);
}

proptest! {
    #[test]
    fn whatever_a_hand_does_the_map_rests_within_its_limits(
        frames in 1..30_u32, dx in -120.0..120.0_f64, dy in -120.0..120.0_f64,
    ) {
        let mut motion = start();
        let now = drag(&mut motion, frames, dx, dy, false);
        settle(&mut motion, now);
        prop_assert!(motion.limits.hold(&motion.camera()));
    }

    /// Pictures are drawn as they are wanted, each shown some frames after it was asked for, as on a
    /// slow phone. What is shown fills the window in every frame.
    #[test]
    fn the_picture_fills_the_window_at_every_moment(
        speed in 0.0..1.5_f64, turn in 0.0..6.2_f64, notch in 0.75..1.34_f64, wheel: bool, delay in 1..7_usize,
    ) {
        let mut motion = start();
        motion.cut(motion.camera().zoomed(3.0, Point::new(500.0, 360.0)));
        let mut shown = motion.camera();
        let mut asked = shown;
        let mut coming: Option<(usize, Camera)> = None;
        let mut at_rest = false;
        if !wheel {
            motion.hold();
        }
        for n in 0..120_usize {
            let now = n as f64 * FRAME;
            let angle = turn + n as f64 * 0.05;
            let by = speed * FRAME;
            if !wheel {
                motion.nudge(&Nudge::pan(angle.cos() * by, angle.sin() * by), now);
            } else if n % 6 == 0 {
                motion.nudge(&Nudge::zoom(notch, Point::new(300.0, 300.0)), now);
            }
            motion.step(now, false);
            if let Some((at, camera)) = coming && n >= at {
                shown = camera;
                coming = None;
            }
            // A picture for a camera at rest is given up when it moves again; others are finished.
            let free = coming.is_none() || at_rest;
            if let Some(wanted) = motion.wanted(&asked, now).filter(|_| free) {
                asked = wanted;
                at_rest = motion.is_still();
                coming = Some((n + delay, wanted));
            }
            prop_assert!(fills(&shown, &motion.camera()), "frame {}: {:?} for {:?}", n, shown, motion.camera());
        }
    }
}

#[test]
fn the_goal_is_drawn_while_the_camera_is_still_on_its_way() {
    let mut motion = start();
    let drawn = motion.camera();
    assert_eq!(motion.wanted(&drawn, 0.0), None);
    let near = drawn.zoomed(1.6, Point::new(500.0, 360.0));
    motion.fly(&near, 0.0, false);
    assert_eq!(motion.wanted(&drawn, 0.0), motion.goal());
    // A goal that would leave most of the window empty is drawn when the camera is near it.
    let far = drawn.zoomed(30.0, Point::new(100.0, 100.0));
    motion.fly(&far, 0.0, false);
    assert_ne!(motion.wanted(&drawn, 0.0), motion.goal());
    motion.step(1e9, false);
    assert_eq!(motion.wanted(&drawn, 1e9), Some(motion.camera()));
}

#[test]
fn a_throw_ends_at_a_wall() {
    let free = start();
    let walls = Limits {
        walled: Some(free.camera.scale),
        extent: free.camera.visible(),
        ..free.limits
    };
    let close = free.camera.zoomed(2.0, Point::new(500.0, 360.0));
    let mut motion = Motion::new(walls, close);
    let let_go = drag(&mut motion, 8, 45.0, 0.0, false);
    let (_, way) = settle(&mut motion, let_go);
    let left = |camera: &Camera| (camera.visible().min.x - walls.extent.min.x) * camera.scale;
    assert!(left(&way[0]) > 1.0 && way.iter().all(|camera| left(camera) > -0.01));
    assert!(left(&motion.camera()) < 0.01);
}
