//! The worker's side: it reads a file and draws what it is asked to.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, ImageBitmap, MessageEvent, OffscreenCanvas};

use super::message::{
    buffers, matter, message, number, parcel_to_js, plane_of_js, style_of_js, window_of_js,
    window_to_js,
};
use super::picture::bitmap;
use crate::atlas::Projection;
use crate::overlay::{Builder, Overlay, Quick, Window};
use crate::paint::canvas::{Canvas, Style};
use crate::stream::Reader;

/// How many bytes are read between two tellings of progress.
const PORTION: usize = 1 << 18;

/// What the worker has.
#[derive(Default)]
struct Bench {
    overlay: Option<Overlay>,
    style: Option<Style>,
    canvas: Option<Canvas>,
    screen: Option<OffscreenCanvas>,
    sent: bool,
}

/// Answers messages for as long as the worker lives.
pub fn serve() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let bench = Rc::new(RefCell::new(Bench::default()));
    let own = scope.clone();
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(asked) = event.data().dyn_into::<Array>() else {
            return;
        };
        let Ok(mut bench) = bench.try_borrow_mut() else {
            return;
        };
        match matter(&asked).as_str() {
            "read" => bench.read(&own, &asked),
            "draw" => bench.draw(&own, &asked),
            _ => {}
        }
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // The worker lives as long as its scope.
    answer.forget();
    say(&scope, &message("ready", &[]), &Array::new());
}

fn say(scope: &DedicatedWorkerGlobalScope, what: &Array, handed_over: &Array) {
    // Fails only for what cannot be copied; arrays, texts and bitmaps can.
    let _ = scope.post_message_with_transfer(what, handed_over);
}

impl Bench {
    /// Reads the pieces of a file: `read`, pieces, style, plane.
    fn read(&mut self, scope: &DedicatedWorkerGlobalScope, asked: &Array) {
        let pieces: Array = asked.get(1).unchecked_into();
        self.style = style_of_js(asked.get(2));
        let Some(plane) = plane_of_js(asked.get(3)) else {
            return;
        };
        let by = Quick::new(&Projection::from(plane));
        let all: usize = pieces.iter().map(|piece| length(&piece)).sum();
        let mut builder = Builder::new(by, "v");
        let mut reader = Reader::default();
        let (mut read, mut expected) = (0, false);
        for at in 0..pieces.length() {
            let piece: Uint8Array = pieces.get(at).unchecked_into();
            // What has been read need not be kept.
            pieces.set(at, JsValue::NULL);
            let end = piece.length();
            let mut start = 0;
            while start < end {
                let next = end.min(start + PORTION as u32);
                let portion = piece.subarray(start, next);
                let length = (next - start) as usize;
                reader.feed(length, |room| portion.copy_to(room), &mut builder);
                start = next;
                read += length;
                if !expected && read >= all.min(2 * PORTION) {
                    builder.expect(read, all);
                    expected = true;
                }
            }
            let share = JsValue::from_f64(read as f64 / all.max(1) as f64);
            say(scope, &message("progress", &[&share]), &Array::new());
        }
        reader.finish(&mut builder);
        let overlay = builder.finish();
        say(scope, &told(&reader, &overlay), &Array::new());
        self.overlay = Some(overlay);
    }

    /// Draws a window: `draw`, number, window. The answer carries both, and the picture.
    fn draw(&mut self, scope: &DedicatedWorkerGlobalScope, asked: &Array) {
        let Some(window) = window_of_js(asked.get(2)) else {
            return;
        };
        let count = JsValue::from_f64(number(asked, 1));
        if let Some(picture) = self.picture(&window) {
            let answer = message("picture", &[&count, &window_to_js(&window), &picture]);
            say(scope, &answer, &Array::of1(&picture));
        }
        if !self.sent
            && let Some(overlay) = &self.overlay
        {
            self.sent = true;
            let parcel = parcel_to_js(overlay);
            say(scope, &message("parcel", &[&parcel]), &buffers(&parcel));
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

fn length(piece: &JsValue) -> usize {
    let piece = piece.dyn_ref::<Uint8Array>();
    piece.map_or(0, |piece| piece.length() as usize)
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
