//! A hand on the map: drag, throw, wheel, pinch, double click and double tap, and a box to zoom
//! into.

use leptos::ev;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::cooperation::{self, Gesture, Refusals};
use super::stage::Stage;
use crate::atlas::{Bounds, Point};
use crate::scene::{Camera, Nudge, Padding, Tap, Taps};

/// How far a pointer may tremble, in px, and still be clicking.
const TREMBLE: f64 = 4.0;

/// Events that are no farther apart, in ms, belong to one gesture.
const GESTURE_MS: f64 = 200.0;

/// How much a double click or a double tap zooms.
const TWICE: f64 = 2.0;

/// The pointers on the map.
#[derive(Clone, Copy)]
pub struct Hand {
    /// What it moves.
    pub stage: Stage,
    /// True while the map is being moved.
    pub dragging: RwSignal<bool>,
    /// The box that is being drawn to zoom into, in px of the canvas.
    pub boxed: RwSignal<Option<Bounds>>,
    /// The pointers that are down, in the order of going down.
    pointers: StoredValue<Vec<Pointer>>,
    /// Whether the click that ends a drag is still to come; it selects nothing.
    dragged: StoredValue<bool>,
    /// The taps of fingers, for double taps.
    taps: StoredValue<Taps>,
    /// The upper left corner of the canvas in px of the window, and when it was last used.
    corner: StoredValue<(Point, f64)>,
    /// Whether the last pointer was a finger: its double taps are counted here, not by the browser.
    touched: StoredValue<bool>,
    /// What is left to the page around.
    pub refused: Refusals,
}

/// A mouse button or a finger that is down. Places are in px of the canvas.
#[derive(Clone, Copy)]
struct Pointer {
    id: i32,
    start: Point,
    at: Point,
}

impl Hand {
    /// A hand on this map.
    pub fn new(stage: Stage) -> Self {
        let hand = Self {
            stage,
            dragging: RwSignal::new(false),
            boxed: RwSignal::new(None),
            pointers: StoredValue::new(Vec::new()),
            dragged: StoredValue::new(false),
            taps: StoredValue::new(Taps::default()),
            corner: StoredValue::new((Point::default(), f64::NEG_INFINITY)),
            touched: StoredValue::new(false),
            refused: Refusals::new(),
        };
        // Wherever the focus is: a hand that draws a box is on the mouse.
        let listener = window_event_listener(ev::keydown, move |event| {
            hand.escape(&event);
        });
        on_cleanup(move || listener.remove());
        hand
    }

    /// Escape gives up the box that is being drawn. False where there is none.
    pub fn escape(self, event: &web_sys::KeyboardEvent) -> bool {
        let given_up = event.key() == "Escape" && self.boxed.get_untracked().is_some();
        if given_up {
            self.boxed.set(None);
            self.pointers.update_value(Vec::clear);
            self.dragging.set(false);
            self.stage.release();
            event.prevent_default();
        }
        given_up
    }

    /// A pointer goes down.
    pub fn down(self, event: &web_sys::PointerEvent) {
        if event.pointer_type() == "mouse" && event.button() != 0 {
            return;
        }
        let at = self.place(event);
        self.touched.set_value(event.pointer_type() == "touch");
        self.pointers.update_value(|pointers| {
            pointers.retain(|pointer| pointer.id != event.pointer_id());
            pointers.push(Pointer {
                id: event.pointer_id(),
                start: at,
                at,
            });
        });
        let count = self.pointers.with_value(Vec::len);
        self.taps
            .update_value(|taps| taps.down(at, event.time_stamp()));
        if count == 1 {
            self.dragged.set_value(false);
            if event.shift_key() {
                self.boxed.set(Some(Bounds::of(at, at)));
            }
        }
        // A finger on a map that glides stops it, unless it belongs to the page around.
        if count > 1 || !cooperation::pans(event) {
            self.stage.hold();
        }
    }

    /// A pointer moves: one drags, two pinch.
    pub fn moved(self, event: &web_sys::PointerEvent) {
        let before = self.pointers.get_value();
        let mut after = before.clone();
        let Some(pointer) = after.iter_mut().find(|one| one.id == event.pointer_id()) else {
            return;
        };
        let at = self.place(event);
        if !self.dragging.get_untracked() && far(pointer.start, at) < TREMBLE {
            return;
        }
        pointer.at = at;
        let start = pointer.start;
        self.pointers.set_value(after.clone());
        if after.len() == 1 && cooperation::pans(event) {
            self.taps.update_value(Taps::moved);
            return self.refused.refuse(Gesture::Finger);
        }
        self.take(event);
        match (before.as_slice(), after.as_slice()) {
            ([_], [_]) if self.boxed.get_untracked().is_some() => {
                self.boxed.set(Some(Bounds::of(start, at)));
            }
            ([from], [to]) => {
                let (from, to) = (from.at, to.at);
                self.stage.nudge(Nudge::pan(to.x - from.x, to.y - from.y));
            }
            ([a, b, ..], [c, d, ..]) => {
                let pinch = Nudge::pinch((a.at, b.at), (c.at, d.at));
                self.stage.nudge(pinch);
            }
            _ => {}
        }
    }

    /// The first movement beyond a tremble makes it a drag. Only then is the pointer captured:
    /// a captured click would not reach the region under it.
    fn take(self, event: &web_sys::PointerEvent) {
        if self.dragging.get_untracked() {
            return;
        }
        self.dragging.set(true);
        self.dragged.set_value(true);
        self.taps.update_value(Taps::moved);
        if let Some(canvas) = self.stage.canvas.get_untracked() {
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
    }

    /// A pointer goes up.
    pub fn up(self, event: &web_sys::PointerEvent) {
        let known = self
            .pointers
            .with_value(|all| all.iter().any(|one| one.id == event.pointer_id()));
        if !known {
            return;
        }
        let at = self.place(event);
        self.lift(event);
        if self.pointers.with_value(|left| !left.is_empty()) {
            return;
        }
        self.stage.release();
        if let Some(boxed) = self.boxed.get_untracked() {
            self.boxed.set(None);
            self.zoom_into(boxed);
        } else if self.touched.get_value() {
            let tap = self
                .taps
                .try_update_value(|taps| taps.up(at, event.time_stamp()));
            match tap.flatten() {
                Some(Tap::Twice) if event.shift_key() => self.come(1.0 / TWICE, at),
                Some(Tap::Twice) => self.come(TWICE, at),
                Some(Tap::TwoFingers) => self.come(1.0 / TWICE, at),
                Some(Tap::Once) | None => {}
            }
        }
    }

    /// A pointer is taken away.
    pub fn cancel(self, event: &web_sys::PointerEvent) {
        self.lift(event);
        self.boxed.set(None);
        self.taps.update_value(Taps::moved);
        if self.pointers.with_value(Vec::is_empty) {
            self.stage.release();
        }
    }

    fn lift(self, event: &web_sys::PointerEvent) {
        self.pointers
            .update_value(|pointers| pointers.retain(|pointer| pointer.id != event.pointer_id()));
        if self.pointers.with_value(Vec::is_empty) && self.dragging.get_untracked() {
            self.dragging.set(false);
        }
    }

    /// Comes closer about a point of the canvas, or goes away; the click that belongs to it selects
    /// nothing.
    fn come(self, factor: f64, about: Point) {
        self.dragged.set_value(true);
        self.stage.zoom_about(factor, |_| about);
    }

    /// Flies to what a box shows, in px of the canvas.
    fn zoom_into(self, boxed: Bounds) {
        let Some(now) = self.stage.camera.get_untracked() else {
            return;
        };
        if boxed.width() < TREMBLE || boxed.height() < TREMBLE {
            return;
        }
        let ground = Bounds::of(now.to_plane(boxed.min), now.to_plane(boxed.max));
        let goal = Camera::fit(ground, Padding::default(), now.width, now.height);
        self.stage.fly(goal);
    }

    /// The click that ends a drag selects nothing.
    pub fn click(self, event: &web_sys::MouseEvent) {
        if self.dragged.get_value() && event.detail() > 0 {
            event.prevent_default();
            event.stop_propagation();
            self.dragged.set_value(false);
        }
    }

    /// The wheel zooms about the pointer.
    pub fn wheel(self, event: &web_sys::WheelEvent) {
        if cooperation::scrolls(event) {
            return self.refused.refuse(Gesture::Wheel);
        }
        event.prevent_default();
        let in_lines = event.delta_mode() == web_sys::WheelEvent::DOM_DELTA_LINE;
        let about = self.place(event);
        let nudge = Nudge::turn(event.delta_y(), in_lines, event.ctrl_key(), about);
        self.stage.nudge(nudge);
    }

    /// A double click comes closer; with Shift it goes away.
    pub fn twice(self, event: &web_sys::MouseEvent) {
        event.prevent_default();
        if !self.touched.get_value() {
            let factor = if event.shift_key() {
                1.0 / TWICE
            } else {
                TWICE
            };
            let about = self.place(event);
            self.stage.zoom_about(factor, |_| about);
        }
    }

    /// Where an event happened, in px of the canvas.
    pub fn place(self, event: &web_sys::MouseEvent) -> Point {
        let at = Point::new(f64::from(event.client_x()), f64::from(event.client_y()));
        let corner = self.corner(event.time_stamp());
        Point::new(at.x - corner.x, at.y - corner.y)
    }

    /// The upper left corner of the canvas, in px of the window. To ask the browser makes it lay out
    /// the page, so it is asked once for a gesture.
    fn corner(self, now: f64) -> Point {
        let (corner, asked) = self.corner.get_value();
        self.corner.set_value((corner, now));
        if now - asked < GESTURE_MS {
            return corner;
        }
        let canvas = self.stage.canvas.get_untracked();
        let frame = canvas.map(|canvas| {
            let canvas: &web_sys::Element = canvas.unchecked_ref();
            canvas.get_bounding_client_rect()
        });
        let corner = frame.map_or(corner, |frame| Point::new(frame.left(), frame.top()));
        self.corner.set_value((corner, now));
        corner
    }
}

fn far(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}
