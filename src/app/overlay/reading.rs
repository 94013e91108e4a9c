//! How workers read a file: one alone, or two, half each.
//!
//! The first reads from the beginning; the second, its helper, from about the middle on. Where a
//! feature begins is not known before the file is read, so the helper looks for a place that seems
//! to be one ([`seam`]), gives what comes before it back, and builds what comes after it. The first
//! then adds that to its own or, where the place was none or something was wrong, reads the second
//! half itself.

use js_sys::{Array, Uint8Array};
use web_sys::MessagePort;
use web_sys::wasm_bindgen::{JsCast, JsValue};

use super::message::{
    buffers, message, parcel_of_js, parcel_to_js, plane_of_js, rest_of_js, rest_to_js,
};
use crate::atlas::Projection;
use crate::dossier::PlaneOf;
use crate::overlay::{Builder, Overlay, Quick};
use crate::stream::{Reader, seam};

/// How many bytes are read at a time.
const PORTION: usize = 1 << 18;

/// A file that is being read.
pub(super) struct Reading {
    reader: Reader,
    builder: Builder,
    /// How many bytes have been read, of how many in the file.
    read: usize,
    all: usize,
}

impl Reading {
    /// Nothing of a file of `all` bytes has been read yet.
    pub(super) fn begin(plane: PlaneOf, all: usize) -> Self {
        Self {
            reader: Reader::default(),
            builder: Builder::new(Quick::new(&Projection::from(plane)), "v"),
            read: 0,
            all,
        }
    }

    /// The same for the second half of a file.
    fn amid(plane: PlaneOf, all: usize) -> Self {
        let whole = Self::begin(plane, all);
        Self {
            reader: Reader::amid(),
            builder: whole.builder.amid(),
            ..whole
        }
    }

    /// Reads one piece.
    pub(super) fn piece(&mut self, piece: &Uint8Array) {
        let end = piece.length();
        let mut start = 0;
        while start < end {
            let next = end.min(start + PORTION as u32);
            let portion = piece.subarray(start, next);
            let length = (next - start) as usize;
            self.reader
                .feed(length, |room| portion.copy_to(room), &mut self.builder);
            start = next;
            let few = self.all.min(2 * PORTION);
            let before = self.read;
            self.read += length;
            if before < few && self.read >= few {
                self.builder.expect(self.read, self.all);
            }
        }
    }

    /// The share of the file that has been read.
    pub(super) fn share(&self) -> f64 {
        self.read as f64 / self.all.max(1) as f64
    }

    /// Takes over what the helper says in the end; see [`help`]. Gives the pieces that are still to be read.
    pub(super) fn take_over(&mut self, said: &Array) -> Array {
        let found = rest_of_js(said.get(1)).zip(parcel_of_js(said.get(2)));
        let joined = found.and_then(|(rest, parcel)| {
            let before = self.reader.join(&rest, &mut self.builder)?;
            Some((before, parcel))
        });
        match joined {
            Some((before, parcel)) => {
                self.builder.append(&parcel, before);
                Array::new()
            }
            None => said.get(3).unchecked_into(),
        }
    }

    /// All has been read.
    pub(super) fn finish(mut self) -> (Reader, Overlay) {
        self.reader.finish(&mut self.builder);
        (self.reader, self.builder.finish_unasked())
    }
}

/// Helps the one at the other end of the port: `help`, pieces, plane, port.
///
/// Says `head` with the bytes before the seam as soon as they are known; in the end `rest` with what
/// was found, what was built, and the pieces after the seam in case they must be read again.
pub(super) fn help(asked: &Array) -> Option<()> {
    let (pieces, plane, port) = of_help(asked)?;
    let Some(head) = cut_head(&pieces) else {
        return decline(asked);
    };
    let say = |what: &Array, handed: &Array| {
        // Fails only for what cannot be copied; arrays, numbers and texts can.
        let _ = port.post_message_with_transferable(what, handed);
    };
    say(&message("head", &[&head]), &Array::of1(&head.buffer()));
    let all = pieces.iter().map(|piece| length(&piece)).sum();
    let mut reading = Reading::amid(plane, all);
    for piece in pieces.iter() {
        reading.piece(&piece.unchecked_into());
    }
    let (reader, overlay) = reading.finish();
    let found = reader.rest().map(|rest| rest_to_js(&rest));
    let found = found.map_or(JsValue::NULL, Into::into);
    let parcel = parcel_to_js(&overlay.into_parcel());
    let handed = buffers(&pieces).concat(&buffers(&parcel));
    say(&message("rest", &[&found, &parcel, &pieces]), &handed);
    Some(())
}

/// Gives all the pieces back that were to be read.
pub(super) fn decline(asked: &Array) -> Option<()> {
    let (pieces, _, port) = of_help(asked)?;
    let none = JsValue::NULL;
    let rest = message("rest", &[&none, &none, &pieces]);
    port.post_message_with_transferable(&rest, &buffers(&pieces))
        .ok()
}

/// What a helper is asked for: pieces, plane, and whom to tell.
fn of_help(asked: &Array) -> Option<(Array, PlaneOf, MessagePort)> {
    let pieces = asked.get(1).dyn_into().ok()?;
    let plane = plane_of_js(asked.get(2))?;
    Some((pieces, plane, asked.get(3).dyn_into().ok()?))
}

/// Takes the first piece away, or the first portion of it.
pub(super) fn take_portion(pieces: &Array) -> Option<Uint8Array> {
    let first: Uint8Array = pieces.shift().dyn_into().ok()?;
    let (portion, length) = (PORTION as u32, first.length());
    if length > portion {
        pieces.unshift(&first.subarray(portion, length).into());
        return Some(first.subarray(0, portion));
    }
    Some(first)
}

/// Cuts off the pieces what comes before the seam, and gives a copy of it. `None` without a seam; the
/// pieces are then as they were.
fn cut_head(pieces: &Array) -> Option<Uint8Array> {
    let mut begun: Vec<u8> = Vec::new();
    let mut looked = 0;
    for at in 0..pieces.length() {
        let piece: Uint8Array = pieces.get(at).unchecked_into();
        let before = begun.len();
        begun.resize(before + piece.length() as usize, 0);
        piece.copy_to(begun.get_mut(before..)?);
        // Each look begins at the beginning: twice as many bytes for the next one.
        if begun.len() < 2 * looked && at + 1 < pieces.length() {
            continue;
        }
        looked = begun.len();
        let Some(seam) = seam(&begun) else { continue };
        // The pieces that lie before the seam as a whole need not stay.
        let mut skip = seam as u32;
        while skip > 0 {
            let first: Uint8Array = pieces.get(0).unchecked_into();
            if skip < first.length() {
                pieces.set(0, first.subarray(skip, first.length()).into());
                break;
            }
            skip -= first.length();
            pieces.shift();
        }
        return Some(Uint8Array::from(begun.get(..seam)?));
    }
    None
}

/// How many bytes a piece has.
pub(super) fn length(piece: &JsValue) -> usize {
    let piece = piece.dyn_ref::<Uint8Array>();
    piece.map_or(0, |piece| piece.length() as usize)
}
