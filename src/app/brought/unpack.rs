//! The files in a folder, an archive or a packed page as bytes: no more of them than is taken in, however small the
//! archive is (`brought::Room`).

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Blob, File, ReadableStreamDefaultReader, ReadableWritablePair};

use super::super::overlay;
use super::device::Held;
use crate::brought::{Packing, Room, TooMuch, entries, parts, root};

/// Why there are no files.
pub enum Failed {
    /// They could not be unpacked, or read.
    Damaged,
    /// There are too many of them, or they are too long.
    TooMuch(TooMuch),
}

impl From<TooMuch> for Failed {
    fn from(what: TooMuch) -> Self {
        Self::TooMuch(what)
    }
}

/// Each file by its path.
type All = Vec<(String, Vec<u8>)>;

/// The files around the manifest of a folder.
pub async fn folder(held: Vec<Held>) -> Result<All, Failed> {
    let mut room = Room::default();
    for _ in &held {
        room.file()?;
    }
    let root = root(held.iter().map(|(path, _)| &**path));
    let mut all = Vec::new();
    for (path, file) in held {
        if path.starts_with(&root) {
            let bytes = bytes(&file, &mut room).await?;
            all.push((path, bytes));
        }
    }
    Ok(all)
}

/// The files around the manifest of a `.zip`.
pub async fn archive(file: &File) -> Result<All, Failed> {
    let archive = bytes(file, &mut Room::default()).await?;
    let entries = entries(&archive).map_err(|_| Failed::Damaged)?;
    let mut room = Room::default();
    for _ in &entries {
        room.file()?;
    }
    let root = root(entries.iter().map(|entry| &*entry.name));
    let mut all = Vec::new();
    for entry in entries {
        if entry.name.starts_with(&root) {
            let packed = archive.get(entry.at).ok_or(Failed::Damaged)?;
            let bytes = match entry.packing {
                Packing::Stored => {
                    room.bytes(packed.len())?;
                    packed.to_vec()
                }
                Packing::Deflated => inflated(packed, "deflate-raw", &mut room).await?,
            };
            all.push((entry.name, bytes));
        }
    }
    Ok(all)
}

/// The dossier of a packed page; its program stays in it.
pub async fn page(file: &File) -> Result<All, Failed> {
    let text = String::from_utf8(bytes(file, &mut Room::default()).await?);
    let text = text.map_err(|_| Failed::Damaged)?;
    let mut room = Room::default();
    let mut all = Vec::new();
    for part in parts(&text) {
        if let Some(name) = part.name.strip_prefix("dossier/") {
            room.file()?;
            let letters = window().atob(part.text).map_err(|_| Failed::Damaged)?;
            let packed: Vec<u8> = letters.chars().map(|letter| letter as u8).collect();
            let bytes = inflated(&packed, "deflate", &mut room).await?;
            all.push((name.to_owned(), bytes));
        }
    }
    if all.is_empty() {
        return Err(Failed::Damaged);
    }
    Ok(all)
}

/// The bytes of a file on the device.
async fn bytes(file: &File, room: &mut Room) -> Result<Vec<u8>, Failed> {
    room.bytes(file.size() as usize)?;
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| Failed::Damaged)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// What was packed, piece by piece: it may say of itself that it is short, and have no end.
async fn inflated(packed: &[u8], how: &str, room: &mut Room) -> Result<Vec<u8>, Failed> {
    let reader = inflating(packed, how).ok_or(Failed::Damaged)?;
    let mut all = Vec::new();
    while let Some(piece) = overlay::next(&reader).await.map_err(|_| Failed::Damaged)? {
        if let Err(what) = room.bytes(piece.length() as usize) {
            let _: Promise = reader.cancel();
            return Err(what.into());
        }
        all.append(&mut piece.to_vec());
    }
    Ok(all)
}

fn inflating(packed: &[u8], how: &str) -> Option<ReadableStreamDefaultReader> {
    let packed = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(packed))).ok()?;
    // Not every browser has it.
    let way: Function = Reflect::get(&window(), &"DecompressionStream".into())
        .and_then(JsCast::dyn_into)
        .ok()?;
    let way = Reflect::construct(&way, &Array::of1(&how.into())).ok()?;
    let way: ReadableWritablePair = way.unchecked_into();
    Some(
        packed
            .stream()
            .pipe_through(&way)
            .get_reader()
            .unchecked_into(),
    )
}
