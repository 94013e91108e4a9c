//! The page's side of the worker, or of whoever stands in for one.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort, Worker};

use super::bytes::Pieces;
use super::message::{matter, message, plane_to_js, style_to_js, window_to_js};
use crate::dossier::PlaneOf;
use crate::overlay::Window;
use crate::paint::canvas::Style;

/// What starts a worker, from wherever the page may: see `public/overlay-start.js`.
const STARTS: &str = "clausemapWorker";

/// A worker with its ear. It ends with this value.
pub(super) struct Remote {
    /// It may be something else that is spoken with as one speaks with a worker.
    worker: Worker,
    /// What is to be said once it listens: its program takes a while to start, and what is said
    /// before that is lost.
    waiting: Waiting,
    _hears: Closure<dyn FnMut(MessageEvent)>,
}

/// Messages with what they hand over; `None` once the worker listens.
type Waiting = Rc<RefCell<Option<Vec<(Array, Array)>>>>;

impl Remote {
    /// Starts a worker; `hear` is given each of its messages, or `none` where the browser lets none start.
    pub(super) fn start(mut hear: impl FnMut(Array) + 'static) -> Option<Self> {
        let starts: Function = Reflect::get(&window(), &STARTS.into())
            .ok()?
            .dyn_into()
            .ok()?;
        let worker: Worker = starts.call0(&JsValue::NULL).ok()?.unchecked_into();
        let waiting: Waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let (listening, held) = (worker.clone(), waiting.clone());
        let hears = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(said) = event.data().dyn_into::<Array>() else {
                return;
            };
            if matter(&said) != "ready" {
                return hear(said);
            }
            let held = held.borrow_mut().take();
            for (what, handed) in held.into_iter().flatten() {
                let _ = listening.post_message_with_transfer(&what, &handed);
            }
        });
        worker.set_onmessage(Some(hears.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            waiting,
            _hears: hears,
        })
    }

    /// Hands the bytes over to be read, or those that a `helper` does not read, of `all` the file has.
    pub(super) fn read(
        &self,
        pieces: Pieces,
        all: usize,
        style: &Style,
        plane: PlaneOf,
        helper: Option<MessagePort>,
    ) {
        let (bytes, handed) = handed(pieces);
        let port: JsValue = helper.map_or(JsValue::NULL, |port| {
            handed.push(&port);
            port.into()
        });
        let (all, style) = (JsValue::from_f64(all as f64), style_to_js(style));
        let asked = [&bytes, &all, &style, &plane_to_js(plane), &port];
        self.say(message("read", &asked), handed);
    }

    /// Hands over the second half of the bytes, to help the one who reads the first.
    pub(super) fn help(&self, pieces: Pieces, plane: PlaneOf, reader: &MessagePort) {
        let (bytes, handed) = handed(pieces);
        handed.push(reader);
        let asked = message("help", &[&bytes, &plane_to_js(plane), reader]);
        self.say(asked, handed);
    }

    /// Asks for a picture.
    pub(super) fn draw(&self, number: u32, window: &Window) {
        let asked = message("draw", &[&number.into(), &window_to_js(window)]);
        self.say(asked, Array::new());
    }

    fn say(&self, what: Array, handed: Array) {
        if let Some(waiting) = &mut *self.waiting.borrow_mut() {
            waiting.push((what, handed));
            return;
        }
        // Fails only for what cannot be copied; arrays and texts can.
        let _ = self.worker.post_message_with_transfer(&what, &handed);
    }
}

/// Pieces as an array, and what of them is handed over rather than copied.
fn handed(pieces: Pieces) -> (Array, Array) {
    let (bytes, handed) = (Array::new(), Array::new());
    for piece in pieces.all {
        handed.push(&piece.buffer());
        bytes.push(&piece);
    }
    (bytes, handed)
}

impl Drop for Remote {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.terminate();
    }
}
