//! The worker's side: it reads a file and draws what it is asked to.
//!
//! Where no worker may start, the same is done in the page's own thread (`public/overlay-start.js`), with pauses.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Reflect, Uint8Array};
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DedicatedWorkerGlobalScope, ImageBitmap, MessageEvent, MessagePort, OffscreenCanvas,
};

use super::message::{
    buffers, matter, message, number, parcel_to_js, plane_of_js, style_of_js, window_of_js,
    window_to_js,
};
use super::picture::bitmap;
use super::reading::{Reading, decline, help, take_portion};
use crate::overlay::{Overlay, Window};
use crate::paint::canvas::{Canvas, Style};
use crate::stream::Reader;

/// What the worker has.
struct Bench {
    /// With whom it speaks. Outside of a worker it is a port, which is spoken with in the same words.
    scope: DedicatedWorkerGlobalScope,
    is_worker: bool,
    /// What is being read.
    reading: Option<Reading>,
    /// What of it is still to be read here, and by whom the rest is.
    pieces: Array,
    helper: Option<MessagePort>,
    overlay: Option<Overlay>,
    /// The picture that was asked for before there was anything to draw.
    wanted: Option<Array>,
    style: Option<Style>,
    canvas: Option<Canvas>,
    screen: Option<OffscreenCanvas>,
    sent: bool,
}

/// Answers messages for as long as the worker lives; in the page's own thread, those of each port that the page hands to
/// `clausemapServe`.
pub fn serve() {
    console_error_panic_hook::set_once();
    let global: JsValue = js_sys::global().into();
    match global.dyn_into::<DedicatedWorkerGlobalScope>() {
        Ok(scope) => attend(scope, true),
        Err(page) => {
            let take = Closure::<dyn FnMut(MessagePort)>::new(|port: MessagePort| {
                attend(port.unchecked_into(), false);
            });
            // Fails only for what is frozen, and a window is not.
            let _ = Reflect::set(&page, &"clausemapServe".into(), take.as_ref());
            take.forget();
        }
    }
}

fn attend(scope: DedicatedWorkerGlobalScope, is_worker: bool) {
    let bench = Rc::new(RefCell::new(Bench {
        scope: scope.clone(),
        is_worker,
        reading: None,
        pieces: Array::new(),
        helper: None,
        overlay: None,
        wanted: None,
        style: None,
        canvas: None,
        screen: None,
        sent: false,
    }));
    let answer = hearing(bench, |bench, asked, own| match matter(asked).as_str() {
        "read" => bench.read(asked, own),
        // Half of a file in one go would hold the page up; to read it in turns helps nobody.
        "help" if bench.is_worker => drop(help(asked)),
        "help" => drop(decline(asked)),
        "draw" => bench.draw(asked),
        "end" => bench.end(),
        _ => {}
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // The worker lives as long as its scope.
    answer.forget();
    say(&scope, &message("ready", &[]), &Array::new());
}

/// Hears messages for a bench, which is also given as what can be shared.
fn hearing(
    bench: Rc<RefCell<Bench>>,
    answer: impl Fn(&mut Bench, &Array, &Rc<RefCell<Bench>>) + 'static,
) -> Closure<dyn FnMut(MessageEvent)> {
    Closure::new(move |event: MessageEvent| {
        let asked = event.data().dyn_into::<Array>();
        if let (Ok(asked), Ok(mut own)) = (asked, bench.try_borrow_mut()) {
            answer(&mut own, &asked, &bench);
        }
    })
}

fn say(scope: &DedicatedWorkerGlobalScope, what: &Array, handed_over: &Array) {
    // Fails only for what cannot be copied; arrays, texts and bitmaps can.
    let _ = scope.post_message_with_transfer(what, handed_over);
}

impl Bench {
    /// Reads the pieces of a file: `read`, pieces, how many bytes the file has, style, plane, and the port of a
    /// helper who reads the rest of it, if one does.
    fn read(&mut self, asked: &Array, own: &Rc<RefCell<Self>>) {
        self.style = style_of_js(asked.get(3));
        let Some(plane) = plane_of_js(asked.get(4)) else {
            return;
        };
        self.reading = Some(Reading::begin(plane, number(asked, 2) as usize));
        self.pieces = asked.get(1).unchecked_into();
        self.helper = asked.get(5).dyn_into().ok();
        self.read_on(own);
    }

    /// Reads the pieces to their end, or in the page's thread some of them, and the others after a pause.
    fn read_on(&mut self, own: &Rc<RefCell<Self>>) {
        let Some(mut reading) = self.reading.take() else {
            return;
        };
        // What has been read need not be kept.
        while let Some(piece) = take_portion(&self.pieces) {
            reading.piece(&piece);
            let share = JsValue::from_f64(reading.share());
            say(&self.scope, &message("progress", &[&share]), &Array::new());
            if !self.is_worker {
                self.reading = Some(reading);
                return pause(own.clone());
            }
        }
        let Some(port) = self.helper.take() else {
            return self.finish(reading);
        };
        self.reading = Some(reading);
        let heard = hearing(own.clone(), Bench::hear_helper);
        // Setting the ear opens the port: what came before has waited.
        port.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
    }

    fn hear_helper(&mut self, said: &Array, own: &Rc<RefCell<Self>>) {
        let Some(reading) = &mut self.reading else {
            return;
        };
        if matter(said) == "head" {
            reading.piece(&said.get(1).unchecked_into::<Uint8Array>());
        } else {
            self.pieces = reading.take_over(said);
            self.read_on(own);
        }
    }

    /// Lets go of it all. A worker is ended from without.
    fn end(&mut self) {
        self.scope.set_onmessage(None);
        self.reading = None;
        self.pieces = Array::new();
        self.overlay = None;
        self.canvas = None;
        self.screen = None;
    }

    fn finish(&mut self, reading: Reading) {
        let (reader, overlay) = reading.finish();
        say(&self.scope, &told(&reader, &overlay), &Array::new());
        self.overlay = Some(overlay);
        if let Some(asked) = self.wanted.take() {
            self.draw(&asked);
        }
    }

    /// Draws a window: `draw`, number, window. The answer carries both, and the picture.
    fn draw(&mut self, asked: &Array) {
        if self.overlay.is_none() {
            self.wanted = Some(asked.clone());
            return;
        }
        let Some(window) = window_of_js(asked.get(2)) else {
            return;
        };
        let count = JsValue::from_f64(number(asked, 1));
        if let Some(picture) = self.picture(&window) {
            let answer = message("picture", &[&count, &window_to_js(&window), &picture]);
            say(&self.scope, &answer, &Array::of1(&picture));
        }
        if !self.sent
            && let Some(overlay) = &self.overlay
        {
            self.sent = true;
            let parcel = parcel_to_js(&overlay.parcel());
            say(
                &self.scope,
                &message("parcel", &[&parcel]),
                &buffers(&parcel),
            );
        }
    }

    fn picture(&mut self, window: &Window) -> Option<ImageBitmap> {
        let overlay = self.overlay.as_ref()?;
        let style = self.style.clone()?;
        let (width, height) = window.size();
        let canvas = self
            .canvas
            .get_or_insert_with(|| Canvas::new(width, height, style));
        canvas.clear(width, height);
        overlay.send(window, canvas);
        canvas.finish();
        bitmap(canvas, &mut self.screen)
    }
}

/// Reads on when the page has done what else it has to.
fn pause(bench: Rc<RefCell<Bench>>) {
    let go_on = Closure::once_into_js(move || {
        if let Ok(mut own) = bench.try_borrow_mut() {
            own.read_on(&bench);
        }
    });
    if let Some(window) = web_sys::window() {
        // Fails only for what is no function.
        let _ = window.set_timeout_with_callback(go_on.unchecked_ref());
    }
}

/// What there is to tell of a file that has been read.
fn told(reader: &Reader, overlay: &Overlay) -> Array {
    let count = |n: usize| JsValue::from_f64(n as f64);
    let findings = Array::new();
    for finding in &reader.findings {
        findings.push(&JsValue::from_str(&finding.to_string()));
    }
    let heading = Array::new();
    for name in ["name", "date", "source"] {
        let words = reader.heading.get(name).unwrap_or_default();
        heading.push(&JsValue::from_str(words));
    }
    let bounds = overlay.bounds();
    let corners = [bounds.min.x, bounds.min.y, bounds.max.x, bounds.max.y];
    message(
        "told",
        &[
            &count(reader.counted.features),
            &count(reader.counted.left_out),
            &count(reader.counted.findings),
            &findings,
            &heading,
            &js_sys::Float64Array::from(corners.as_slice()),
        ],
    )
}
