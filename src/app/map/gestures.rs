//! A hand on the map: drag, wheel, pinch, double click.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::stage::Stage;
use crate::atlas::Point;

/// How far a pointer may tremble, in px, and still be clicking.
const TREMBLE: f64 = 4.0;

/// The pointers on the map.
#[derive(Clone)]
pub struct Hand {
    stage: Stage,
    /// True while the map is being moved.
    pub dragging: RwSignal<bool>,
    /// The pointers that are down: their number and where they are, in px of the window.
    pointers: StoredValue<Vec<(i32, Point)>>,
    /// Where the first pointer went down.
    start: StoredValue<Point>,
    /// Whether the click that ends a drag is still to come; it selects nothing.
    dragged: StoredValue<bool>,
}

impl Hand {
    /// A hand on this map.
    pub fn new(stage: Stage) -> Self {
        Self {
            stage,
            dragging: RwSignal::new(false),
            pointers: StoredValue::new(Vec::new()),
            start: StoredValue::new(Point::default()),
            dragged: StoredValue::new(false),
        }
    }

    /// A pointer goes down.
    pub fn down(&self) -> impl Fn(web_sys::PointerEvent) + use<> {
        let hand = self.clone();
        move |event| {
            if event.pointer_type() == "mouse" && event.button() != 0 {
                return;
            }
            let at = place(&event);
            hand.pointers.update_value(|pointers| {
                pointers.retain(|(id, _)| *id != event.pointer_id());
                pointers.push((event.pointer_id(), at));
                if pointers.len() == 1 {
                    hand.start.set_value(at);
                    hand.dragged.set_value(false);
                }
            });
        }
    }

    /// A pointer moves: one drags, two pinch.
    pub fn moved(&self) -> impl Fn(web_sys::PointerEvent) + use<> {
        let hand = self.clone();
        move |event| {
            let before = hand.pointers.get_value();
            if !before.iter().any(|(id, _)| *id == event.pointer_id()) {
                return;
            }
            let at = place(&event);
            let start = hand.start.get_value();
            if before.len() == 1 && !hand.dragging.get_untracked() && far(start, at) < TREMBLE {
                return;
            }
            hand.take(&event);
            let mut after = before.clone();
            for (id, place) in &mut after {
                if *id == event.pointer_id() {
                    *place = at;
                }
            }
            hand.pointers.set_value(after.clone());
            match (before.as_slice(), after.as_slice()) {
                ([(_, from)], [(_, to)]) => hand
                    .stage
                    .nudge(|camera| camera.panned(to.x - from.x, to.y - from.y)),
                ([(_, a), (_, b), ..], [(_, c), (_, d), ..]) => {
                    hand.pinch(middle(*a, *b), far(*a, *b), middle(*c, *d), far(*c, *d));
                }
                _ => {}
            }
        }
    }

    /// The first movement beyond a tremble makes it a drag. Only then is the pointer captured:
    /// a captured click would not reach the region under it.
    fn take(&self, event: &web_sys::PointerEvent) {
        if self.dragging.get_untracked() {
            return;
        }
        self.dragging.set(true);
        self.dragged.set_value(true);
        if let Some(canvas) = self.stage.canvas.get_untracked() {
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
    }

    fn pinch(&self, from: Point, wide: f64, to: Point, wider: f64) {
        let about = self.in_canvas(to);
        self.stage.nudge(|camera| {
            let moved = camera.panned(to.x - from.x, to.y - from.y);
            if wide > 0.0 {
                moved.zoomed(wider / wide, about)
            } else {
                moved
            }
        });
    }

    /// A pointer goes up, or is taken away.
    pub fn up(&self) -> impl Fn(web_sys::PointerEvent) + use<> {
        let hand = self.clone();
        move |event| {
            hand.pointers.update_value(|pointers| {
                pointers.retain(|(id, _)| *id != event.pointer_id());
                if pointers.is_empty() {
                    hand.dragging.set(false);
                }
            });
        }
    }

    /// The click that ends a drag selects nothing.
    pub fn click(&self) -> impl Fn(web_sys::MouseEvent) + use<> {
        let hand = self.clone();
        move |event| {
            if hand.dragged.get_value() && event.detail() > 0 {
                event.prevent_default();
                event.stop_propagation();
                hand.dragged.set_value(false);
            }
        }
    }

    /// The wheel zooms about the pointer.
    pub fn wheel(&self) -> impl Fn(web_sys::WheelEvent) + use<> {
        let hand = self.clone();
        move |event| {
            event.prevent_default();
            let lines = if event.delta_mode() == web_sys::WheelEvent::DOM_DELTA_LINE {
                16.0
            } else {
                1.0
            };
            // A notch is about 100 px: a third closer or farther.
            let factor = (-event.delta_y() * lines / 350.0).clamp(-1.0, 1.0).exp();
            let about = hand.in_canvas(Point::new(
                f64::from(event.client_x()),
                f64::from(event.client_y()),
            ));
            hand.stage.nudge(|camera| camera.zoomed(factor, about));
        }
    }

    /// A double click comes closer.
    pub fn twice(&self) -> impl Fn(web_sys::MouseEvent) + use<> {
        let hand = self.clone();
        move |event| {
            event.prevent_default();
            let about = hand.in_canvas(Point::new(
                f64::from(event.client_x()),
                f64::from(event.client_y()),
            ));
            if let Some(now) = hand.stage.camera.get_untracked() {
                hand.stage.fly(now.zoomed(2.0, about));
            }
        }
    }

    /// A place in the window as px of the canvas.
    fn in_canvas(&self, at: Point) -> Point {
        let canvas = self.stage.canvas.get_untracked();
        let frame = canvas.map(|canvas| {
            canvas
                .unchecked_into::<web_sys::Element>()
                .get_bounding_client_rect()
        });
        frame.map_or(at, |frame| {
            Point::new(at.x - frame.left(), at.y - frame.top())
        })
    }
}

fn place(event: &web_sys::PointerEvent) -> Point {
    Point::new(f64::from(event.client_x()), f64::from(event.client_y()))
}

fn middle(a: Point, b: Point) -> Point {
    Point::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y))
}

fn far(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}
