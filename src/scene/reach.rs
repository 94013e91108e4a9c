//! How far a drawn picture reaches, and when it must be drawn anew while it is being moved.

use super::Camera;
use crate::atlas::Point;

/// A picture that has become so much larger is blurred too much even while it moves. To draw another one
/// takes frames from the hand.
const BLURRED: f64 = 3.0;

/// How far a picture for this camera is drawn beyond the window on each side, in whole CSS px: what
/// a hand can bring into view before the picture is drawn anew.
pub fn margin(camera: &Camera) -> f64 {
    (camera.width.max(camera.height) / 3.0)
        .clamp(120.0, 480.0)
        .round()
}

/// Whether a picture drawn for `drawn`, with its margin, fills the window of `now`.
pub fn fills(drawn: &Camera, now: &Camera) -> bool {
    let margin = margin(drawn);
    let larger = now.scale / drawn.scale;
    let to = |x: f64, y: f64| now.to_screen(drawn.to_plane(Point::new(x, y)));
    let first = to(-margin, -margin);
    let last = to(drawn.width + margin, drawn.height + margin);
    // Half a px that is not there cannot be seen.
    let slack = 0.5 * larger.max(1.0);
    first.x <= slack
        && first.y <= slack
        && last.x >= now.width - slack
        && last.y >= now.height - slack
}

/// Whether a picture drawn for `drawn` is sharp enough for `now` while it moves.
pub fn is_crisp(drawn: &Camera, now: &Camera) -> bool {
    let larger = now.scale / drawn.scale;
    (1.0 / BLURRED..=BLURRED).contains(&larger)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn camera() -> Camera {
        Camera {
            centre: Point::new(3e5, -2e5),
            scale: 1e-3,
            width: 1200.0,
            height: 800.0,
        }
    }

    #[test]
    fn a_picture_fills_the_window_until_its_margin_is_used_up() {
        let drawn = camera();
        assert!((margin(&drawn) - 400.0).abs() < 1e-9);
        assert!(fills(&drawn, &drawn.panned(399.0, -399.0)));
        assert!(!fills(&drawn, &drawn.panned(402.0, 0.0)));
        let middle = Point::new(600.0, 400.0);
        assert!(fills(&drawn, &drawn.zoomed(0.61, middle)));
        assert!(!fills(&drawn, &drawn.zoomed(0.45, middle)));
        assert!(is_crisp(&drawn, &drawn.zoomed(2.9, middle)));
        assert!(!is_crisp(&drawn, &drawn.zoomed(3.1, middle)));
    }

    proptest! {
        #[test]
        fn what_fills_the_window_has_all_its_corners_drawn(dx in -900.0..900.0_f64, dy in -900.0..900.0_f64, f in 0.3..3.0_f64) {
            let drawn = camera();
            let now = drawn.panned(dx, dy).zoomed(f, Point::new(100.0, 700.0));
            let m = margin(&drawn) + 1.0;
            let corners = [(0.0, 0.0), (1200.0, 0.0), (0.0, 800.0), (1200.0, 800.0)];
            let seen = corners.iter().all(|(x, y)| {
                let at = drawn.to_screen(now.to_plane(Point::new(*x, *y)));
                at.x >= -m && at.y >= -m && at.x <= 1200.0 + m && at.y <= 800.0 + m
            });
            prop_assert!(!fills(&drawn, &now) || seen);
        }
    }
}
