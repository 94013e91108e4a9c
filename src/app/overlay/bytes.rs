//! Brings a file in, piece by piece, so that its progress can be shown and it can be given up.

use gloo_net::http::Request;
use js_sys::{Reflect, Uint8Array};
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, ReadableStreamDefaultReader};

/// Where a file lies.
#[derive(Debug, Clone)]
pub enum Place {
    /// At an address.
    Url(String),
    /// On the reader's device, from where it goes nowhere.
    Device(web_sys::File),
}

/// Why a file did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failed {
    /// No answer, or none that this page may read.
    NoAnswer,
    /// An answer that is no file.
    Status(u16),
    /// It broke off.
    BrokeOff,
}

/// The bytes of a file in the order of their coming.
#[derive(Debug, Clone, Default)]
pub struct Pieces {
    /// The pieces.
    pub all: Vec<Uint8Array>,
    /// How many bytes they have together.
    pub length: usize,
}

impl Pieces {
    /// The same in two, about the middle.
    pub(super) fn in_two(mut self) -> (Self, Self) {
        let (mut at, mut before) = (0, 0);
        for piece in &self.all {
            let length = piece.length() as usize;
            if before + length / 2 > self.length / 2 {
                break;
            }
            before += length;
            at += 1;
        }
        let second = Self {
            all: self.all.split_off(at),
            length: self.length - before,
        };
        self.length = before;
        (self, second)
    }
}

/// Fetches a file. `progress` is told after each piece how many bytes have come, and how many there
/// will be if the server says so; `signal` gives up.
pub(super) async fn fetch(
    place: &Place,
    signal: &AbortSignal,
    mut progress: impl FnMut(usize, Option<usize>),
) -> Result<Pieces, Failed> {
    let (response, known) = match place {
        Place::Url(url) => {
            let request = Request::get(url).abort_signal(Some(signal));
            let response = request.send().await.map_err(|_| Failed::NoAnswer)?;
            (response, None)
        }
        Place::Device(file) => {
            let whole = web_sys::Response::new_with_opt_blob(Some(file));
            (
                whole.map_err(|_| Failed::BrokeOff)?.into(),
                Some(file.size() as usize),
            )
        }
    };
    if !response.ok() {
        return Err(Failed::Status(response.status()));
    }
    // With a packed body the length is that of the packing.
    let packed = response.headers().get("content-encoding").is_some();
    let length = response.headers().get("content-length");
    let total = length
        .and_then(|length| length.parse().ok())
        .filter(|_| !packed)
        .or(known);
    let body = response.body().ok_or(Failed::BrokeOff)?;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut pieces = Pieces::default();
    progress(0, total);
    while let Some(piece) = next(&reader).await? {
        pieces.length += piece.length() as usize;
        pieces.all.push(piece);
        progress(pieces.length, total);
    }
    Ok(pieces)
}

/// The next piece of a stream of bytes; `None` at its end.
pub(in crate::app) async fn next(
    reader: &ReadableStreamDefaultReader,
) -> Result<Option<Uint8Array>, Failed> {
    let read = wasm_bindgen_futures::JsFuture::from(reader.read()).await;
    let read = read.map_err(|_| Failed::BrokeOff)?;
    let value = Reflect::get(&read, &JsValue::from_str("value")).ok();
    Ok(value.and_then(|value| value.dyn_into().ok()))
}
