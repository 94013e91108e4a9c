//! The page as one file: what it would fetch lies in it, and a script beside the program unpacks it
//! (`src/pack/unpack.js`).

use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// The unpacker, where the page is one file.
pub fn here() -> Option<JsValue> {
    let pack = Reflect::get(&window(), &"clausemapPack".into()).ok()?;
    pack.is_object().then_some(pack)
}

/// A file as bytes; `None` where there is none of that name.
pub async fn read(pack: &JsValue, name: &str) -> Option<Vec<u8>> {
    let read: Function = method(pack, "read")?;
    let coming: Promise = read.call1(pack, &name.into()).ok()?.dyn_into().ok()?;
    let bytes: Uint8Array = JsFuture::from(coming).await.ok()?.dyn_into().ok()?;
    Some(bytes.to_vec())
}

fn method(pack: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(pack, &name.into()).ok()?.dyn_into().ok()
}
