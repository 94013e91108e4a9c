//! Two seconds of a hand on a map: closer, about in a figure of eight, farther.

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep_until};

use super::browser::{HEIGHT, WIDTH};
use super::devtools::DevTools;

/// How long the script lasts, in ms.
pub const LASTS: u64 = 2000;
/// Notches of the wheel, first closer, then farther.
const NOTCHES: u64 = 6;
const NOTCH_MS: u64 = 100;
const DRAG: std::ops::Range<u64> = 600..1400;
/// About a frame.
const MOVE_MS: u64 = 16;

/// What the hand does at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Act {
    /// In ms from the beginning.
    pub at: u64,
    /// The event.
    pub event: Event,
}

/// An event of the mouse, at a place in CSS px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    /// The wheel turns by so many px; below nought, away from the hand: closer.
    Wheel(f64),
    /// The button goes down.
    Press,
    /// The pointer moves, with the button held: so far from the middle.
    Move(f64, f64),
    /// The button comes up.
    Release,
}

/// The whole script, for a page on which a notch is `notch` px of the wheel.
pub fn script(notch: f64) -> Vec<Act> {
    let turn = |from: u64, by: f64| {
        (0..NOTCHES).map(move |n| Act {
            at: from + n * NOTCH_MS,
            event: Event::Wheel(by),
        })
    };
    let mut acts: Vec<Act> = turn(0, -notch).collect();
    acts.push(Act {
        at: DRAG.start,
        event: Event::Press,
    });
    let reach = f64::from(WIDTH.min(HEIGHT)) * 0.22;
    let moves = (DRAG.start + MOVE_MS..DRAG.end).step_by(MOVE_MS as usize);
    acts.extend(moves.map(|at| {
        let way = (at - DRAG.start) as f64 / (DRAG.end - DRAG.start) as f64;
        let angle = way * std::f64::consts::TAU;
        let to = Event::Move(angle.sin() * reach * 1.5, (2.0 * angle).sin() * reach);
        Act { at, event: to }
    }));
    acts.push(Act {
        at: DRAG.end,
        event: Event::Release,
    });
    acts.extend(turn(DRAG.end, notch));
    acts
}

/// Sends the script on time, whether or not the page keeps up, and waits until the page has taken
/// all of it. The middle of the window comes to lie at `centre`. Gives the largest delay of an
/// event on this side, in ms.
///
/// # Errors
/// The browser is gone.
pub async fn play(page: &DevTools, acts: &[Act], centre: (f64, f64)) -> Result<f64> {
    let start = Instant::now();
    let mut pending = Vec::with_capacity(acts.len());
    let mut late = Duration::ZERO;
    for act in acts {
        let due = start + Duration::from_millis(act.at);
        sleep_until(due).await;
        late = late.max(due.elapsed());
        pending.push(page.send("Input.dispatchMouseEvent", params(act.event, centre)));
    }
    for answer in pending {
        answer.done().await?;
    }
    Ok(late.as_secs_f64() * 1000.0)
}

/// A click.
///
/// # Errors
/// The browser is gone.
pub async fn click(page: &DevTools, x: f64, y: f64) -> Result<()> {
    let event = |kind: &str, buttons: u8| {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        json!({
            "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1,
        })
    };
    for (kind, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)] {
        page.call("Input.dispatchMouseEvent", event(kind, buttons))
            .await?;
    }
    Ok(())
}

/// The middle of the window.
pub fn middle() -> (f64, f64) {
    (f64::from(WIDTH) / 2.0, f64::from(HEIGHT) / 2.0)
}

fn params(event: Event, (mx, my): (f64, f64)) -> Value {
    match event {
        Event::Wheel(by) => {
            json!({ "type": "mouseWheel", "x": mx, "y": my, "deltaX": 0, "deltaY": by })
        }
        Event::Move(dx, dy) => json!({
            "type": "mouseMoved", "x": mx + dx, "y": my + dy, "button": "left", "buttons": 1,
        }),
        Event::Press => json!({
            "type": "mousePressed", "x": mx, "y": my, "button": "left", "buttons": 1, "clickCount": 1,
        }),
        Event::Release => json!({
            "type": "mouseReleased", "x": mx, "y": my, "button": "left", "buttons": 0, "clickCount": 1,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hand_does_what_it_undoes_in_two_seconds() {
        let acts = script(100.0);
        assert!(acts.is_sorted_by_key(|act| act.at));
        assert!(acts.iter().all(|act| act.at < LASTS));
        let turns = acts.iter().map(|act| match act.event {
            Event::Wheel(by) => by,
            _ => 0.0,
        });
        assert!(turns.sum::<f64>().abs() < 1e-9);
        let count = |event| acts.iter().filter(|act| act.event == event).count();
        assert_eq!(count(Event::Wheel(-100.0)), 6);
        assert_eq!((count(Event::Press), count(Event::Release)), (1, 1));
    }

    #[test]
    fn the_figure_stays_in_the_window_and_ends_near_its_beginning() {
        let moves: Vec<(f64, f64)> = script(100.0)
            .iter()
            .filter_map(|act| match act.event {
                Event::Move(x, y) => Some((x, y)),
                _ => None,
            })
            .collect();
        let inside = |(dx, dy): &(f64, f64)| dx.abs() < middle().0 && dy.abs() < middle().1;
        assert!(moves.len() > 40 && moves.iter().all(inside));
        let (x, y) = moves[moves.len() - 1];
        assert!(x.hypot(y) < 60.0);
    }
}
