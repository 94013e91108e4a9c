//! The hand in the page: what a reader does there, and the drawing that follows.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, JsString, Object, Reflect};
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{
    DomRect, Element, Event, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent,
    TouchEvent, WheelEvent, Window,
};

use super::drawing::Drawing;
use super::made::is_far;
use super::numbers::written;
use super::{Grip, Held, Move};
use crate::atlas::Point;
use crate::scene::{Camera, Motion, Nudge};

/// Says to `public/boot.js` that what is wanted now is the program.
const MORE: &str = "clausemap-more";

/// Which gesture is left to the article, for the style sheet.
const LEFT: &str = "data-left";

/// Where the camera has come to rest.
const LEFT_AT: &str = "data-camera";

/// What is listened to in the map.
const HEARD: [&str; 12] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "touchmove",
    "wheel",
    "click",
    "keydown",
    "dragstart",
    "focusin",
    "animationend",
    "scroll",
];

/// How near to the edge of the map what has the focus may be, in px.
const EDGE: f64 = 16.0;

/// The map, and who holds it.
struct Hand {
    window: Window,
    root: HtmlElement,
    /// What the drawings lie in, of which the style sheet shows one.
    mat: HtmlElement,
    drawing: Drawing,
    motion: Motion,
    grip: Grip,
    /// Whether an article is around, which has the wheel and one finger.
    framed: bool,
    /// What is called at a frame, and whether one has been asked for.
    frame: Option<Function>,
    awake: bool,
    /// Whether the program has been.
    asked: bool,
}

/// Takes hold of the map in the page, if there is one.
pub fn take_hold() {
    let Some(hand) = Hand::find() else { return };
    let (window, mat, root) = (hand.window.clone(), hand.mat.clone(), hand.root.clone());
    let hand = Rc::new(RefCell::new(hand));
    let held = hand.clone();
    let step = Closure::<dyn FnMut()>::new(move || {
        if let Ok(mut hand) = held.try_borrow_mut() {
            hand.awake = false;
            hand.step();
        }
    });
    if let Ok(mut hand) = hand.try_borrow_mut() {
        hand.frame = Some(step.into_js_value().unchecked_into());
    }
    let hear = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Ok(mut hand) = hand.try_borrow_mut() {
            hand.hear(&event);
        }
    });
    let hear = hear.into_js_value();
    let hear = hear.unchecked_ref();
    for kind in HEARD {
        // Before the links in it hear of a click that ends a drag.
        let _ = mat.add_event_listener_with_callback_and_bool(kind, hear, true);
    }
    let _ = window.add_event_listener_with_callback("resize", hear);
    let _ = root.set_attribute("data-hand", "1");
}

impl Hand {
    fn find() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let root: HtmlElement = document.document_element()?.dyn_into().ok()?;
        let framed = root.has_attribute("data-framed");
        let mat = document.query_selector(".made-mat").ok()??;
        let mat: HtmlElement = mat.dyn_into().ok()?;
        name_key(&window, &mat);
        let drawing = Drawing::shown(&mat)?;
        let motion = Motion::new(drawing.made.limits(&drawing.opening), drawing.opening);
        Some(Self {
            window,
            root,
            mat,
            drawing,
            motion,
            grip: Grip::new(framed),
            framed,
            frame: None,
            awake: false,
            asked: false,
        })
    }

    fn hear(&mut self, event: &Event) {
        let now = event.time_stamp();
        match event.type_().as_str() {
            "pointerdown" => self.down(event.unchecked_ref()),
            "pointermove" => self.moved(event.unchecked_ref(), now),
            "pointerup" | "pointercancel" => self.up(event.unchecked_ref(), now),
            "touchmove" => {
                // Without this the browser would scroll with two fingers.
                let touch: &TouchEvent = event.unchecked_ref();
                if touch.touches().length() > 1 && event.cancelable() {
                    event.prevent_default();
                }
            }
            "wheel" => self.turned(event.unchecked_ref(), now),
            "click" => self.click(event, now),
            "keydown" => self.press(event.unchecked_ref(), now),
            "dragstart" => event.prevent_default(),
            "focusin" => self.reach(event.unchecked_ref(), now),
            "resize" => self.fit(),
            // Its hint has gone.
            "animationend" => {
                let _ = self.root.remove_attribute(LEFT);
            }
            // What has the focus is brought in by a move of the camera.
            _ => {
                self.mat.set_scroll_left(0);
                self.mat.set_scroll_top(0);
            }
        }
        self.follow();
    }

    fn down(&mut self, event: &PointerEvent) {
        let is_mouse = event.pointer_type() == "mouse";
        if is_over(event) || is_mouse && event.button() != 0 {
            return;
        }
        let at = self.place(event);
        if self.grip.down(event.pointer_id(), is_mouse, at) {
            self.motion.hold();
        }
    }

    fn moved(&mut self, event: &PointerEvent, now: f64) {
        if event.buttons() == 0 || is_over(event) {
            return;
        }
        let (id, is_mouse) = (event.pointer_id(), event.pointer_type() == "mouse");
        let at = self.place(event);
        match self.grip.moved(id, is_mouse, at) {
            Held::Still => {}
            Held::Left => self.leave("touch"),
            Held::First(nudge) => {
                // Only now: a click that is held would not reach the place under it.
                let _ = self.mat.set_pointer_capture(id);
                self.motion.hold();
                self.motion.nudge(&nudge, now);
            }
            Held::On(nudge) => self.motion.nudge(&nudge, now),
        }
    }

    fn up(&mut self, event: &PointerEvent, now: f64) {
        if self.grip.up(event.pointer_id()) {
            let calm = self.is_calm();
            self.motion.release(now, calm);
        }
    }

    fn turned(&mut self, event: &WheelEvent, now: f64) {
        // A long key scrolls.
        if is_over(event) {
            return;
        }
        if self.framed && !(event.ctrl_key() || event.meta_key()) {
            return self.leave("wheel");
        }
        event.prevent_default();
        let in_lines = event.delta_mode() == WheelEvent::DOM_DELTA_LINE;
        let about = self.place(event);
        let nudge = Nudge::turn(event.delta_y(), in_lines, event.ctrl_key(), about);
        self.motion.nudge(&nudge, now);
    }

    fn click(&mut self, event: &Event, now: f64) {
        let mouse: &MouseEvent = event.unchecked_ref();
        if self.grip.was_drag() && mouse.detail() > 0 {
            event.prevent_default();
            event.stop_propagation();
        } else if let Some(button) = closest(event, "[data-key]") {
            let key = button.get_attribute("data-key").unwrap_or_default();
            if let Some(by) = Move::of(&key) {
                self.go(by, now);
            }
        }
    }

    fn press(&mut self, event: &KeyboardEvent, now: f64) {
        let is_combined = event.ctrl_key() || event.meta_key() || event.alt_key();
        // Arrows go through a list.
        let is_other = is_combined || closest(event, "select").is_some();
        if let (Some(by), false) = (Move::of(&event.key()), is_other) {
            event.prevent_default();
            self.go(by, now);
        }
    }

    /// Two quick presses add up: the second starts from where the first is going.
    fn go(&mut self, by: Move, now: f64) {
        let from = self.motion.goal().unwrap_or_else(|| self.motion.camera());
        let to = match by {
            Move::Zoom(larger) => {
                let middle = Point::new(from.width / 2.0, from.height / 2.0);
                from.zoomed(larger, middle)
            }
            Move::Whole => self.drawing.opening,
            Move::Look(right, down) => from.panned(-right * from.width, -down * from.height),
        };
        let calm = self.is_calm();
        self.motion.fly(&to, now, calm);
    }

    /// Brings what has the focus into the map.
    fn reach(&mut self, event: &FocusEvent, now: f64) {
        let Some(place) = closest(event, "[data-region]:focus-visible") else {
            return;
        };
        let (at, frame) = (place.get_bounding_client_rect(), self.frame_of_mat());
        let middle = Point::new(
            at.left() + at.width() / 2.0 - frame.left(),
            at.top() + at.height() / 2.0 - frame.top(),
        );
        let is_in = |at: f64, length: f64| at > EDGE && at < length - EDGE;
        if !(is_in(middle.x, frame.width()) && is_in(middle.y, frame.height())) {
            let (right, down) = (
                frame.width() / 2.0 - middle.x,
                frame.height() / 2.0 - middle.y,
            );
            let (to, calm) = (self.motion.camera().panned(right, down), self.is_calm());
            self.motion.fly(&to, now, calm);
        }
    }

    /// A gesture is left to the article, which is told, and explained. One that goes on is told once.
    fn leave(&self, gesture: &str) {
        if self.root.get_attribute(LEFT).as_deref() != Some(gesture) {
            let _ = self.root.set_attribute(LEFT, gesture);
            tell("gesture.blocked", "gesture", gesture);
        }
    }

    /// Moves on by a frame.
    fn step(&mut self) {
        let now = self.window.performance().map_or(0.0, |clock| clock.now());
        // Whether to be calm is asked when a movement begins: within walls, none ends in another.
        self.motion.step(now, false);
        self.follow();
    }

    /// Moves what is drawn to where the camera has gone. At rest it is laid out for that.
    fn follow(&mut self) {
        let camera = self.motion.camera();
        if self.motion.is_still() {
            self.rest(&camera);
        } else {
            self.drawing.moved(&camera);
        }
        let is_due = self.motion.goes_on() && !self.awake;
        if let (true, Some(frame)) = (is_due, &self.frame) {
            self.awake = self.window.request_animation_frame(frame).is_ok();
        }
    }

    fn rest(&mut self, camera: &Camera) {
        if *camera == self.drawing.laid {
            return;
        }
        self.drawing.lay(camera);
        // For the program, when it comes (app/map/table.rs). Whoever sees all goes on seeing all.
        let _ = if *camera == self.drawing.opening {
            self.root.remove_attribute(LEFT_AT)
        } else {
            let Camera { centre, scale, .. } = *camera;
            let at = written(["", " ", " "], [centre.x, centre.y, 1.0 / scale], "");
            self.root.set_attribute(LEFT_AT, &at)
        };
        if is_far(&self.drawing.opening, camera)
            && !std::mem::replace(&mut self.asked, true)
            && let Ok(more) = Event::new(MORE)
        {
            let _ = self.window.dispatch_event(&more);
        }
    }

    /// The window has another size, and may show another drawing.
    fn fit(&mut self) {
        let was_moved = self.motion.camera() != self.drawing.opening;
        self.drawing.undo();
        let Some(drawing) = Drawing::shown(&self.mat) else {
            return;
        };
        let (opening, limits) = (drawing.opening, drawing.made.limits(&drawing.opening));
        let camera = match self.motion.goal() {
            Some(goal) if was_moved => limits.keep(&goal.resized(opening.width, opening.height)),
            _ => opening,
        };
        self.drawing = drawing;
        self.motion = Motion::new(limits, camera);
    }

    fn is_calm(&self) -> bool {
        let asked = self.window.match_media("(prefers-reduced-motion: reduce)");
        asked.ok().flatten().is_some_and(|asked| asked.matches())
    }

    fn frame_of_mat(&self) -> DomRect {
        self.mat.get_bounding_client_rect()
    }

    /// Where an event happened, in px of the map.
    fn place(&self, event: &MouseEvent) -> Point {
        let frame = self.frame_of_mat();
        Point::new(
            f64::from(event.client_x()) - frame.left(),
            f64::from(event.client_y()) - frame.top(),
        )
    }
}

/// Tells the page around, through the frame's script (`public/frame.js`).
fn tell(kind: &str, name: &str, value: &str) {
    let detail = Object::new();
    let said = || {
        let frame = Reflect::get(&js_sys::global(), &"clausemapFrame".into()).ok()?;
        let speak = Reflect::get(&frame, &"tell".into()).ok()?;
        let speak: Function = speak.dyn_into().ok()?;
        Reflect::set(&detail, &name.into(), &value.into()).ok()?;
        speak.call2(&frame, &kind.into(), &detail).ok()
    };
    let _ = said();
}

/// Names the key that browsers zoom with on this machine, where the page has been made for others.
fn name_key(window: &Window, mat: &HtmlElement) {
    let platform = window.navigator().platform().unwrap_or_default();
    let hint = mat.query_selector(".by-wheel").ok().flatten();
    if let (true, Some(hint)) = (platform.starts_with("Mac"), hint) {
        let said = JsString::from(hint.text_content().unwrap_or_default());
        hint.set_text_content(Some(&String::from(said.replace("Ctrl", "⌘"))));
    }
}

/// What an event came from, or what that lies in.
fn closest(event: &Event, css: &str) -> Option<Element> {
    let from: Element = event.target()?.dyn_into().ok()?;
    from.closest(css).ok()?
}

/// Whether it happened on what floats over the map.
fn is_over(event: &Event) -> bool {
    closest(event, ".over").is_some()
}
