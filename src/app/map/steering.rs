//! Moving the map by keys: pan and zoom.

use super::stage::Stage;
use crate::scene::Nudge;

/// How far an arrow with Shift moves the map, in px.
const STRIDE: f64 = 80.0;

/// How much a key press, or a button, zooms.
pub const STEP: f64 = 1.6;

/// Moves the stage as a pressed key asks. False for a key that moves nothing.
pub fn steer(stage: Stage, event: &web_sys::KeyboardEvent) -> bool {
    match (event.key().as_str(), event.shift_key()) {
        ("ArrowUp", true) => stage.nudge(Nudge::pan(0.0, STRIDE)),
        ("ArrowDown", true) => stage.nudge(Nudge::pan(0.0, -STRIDE)),
        ("ArrowLeft", true) => stage.nudge(Nudge::pan(STRIDE, 0.0)),
        ("ArrowRight", true) => stage.nudge(Nudge::pan(-STRIDE, 0.0)),
        ("+" | "=", _) => stage.zoom(STEP),
        ("-" | "_", _) => stage.zoom(1.0 / STEP),
        _ => return false,
    }
    true
}
