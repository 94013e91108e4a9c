//! The page around the frame: what it is told, and what it may ask for. `docs/EMBEDDING.md` has both
//! as a newsroom needs them.

mod asked;
mod told;

pub use asked::obey;
pub use told::{Told, follow, tell};

use leptos::prelude::*;
use web_sys::Window;
use web_sys::wasm_bindgen::JsValue;

/// Whether the page stands in another one that its reader scrolls. On the whole screen it does not.
pub fn is_framed() -> bool {
    let own = JsValue::from(window());
    let top = window().top().ok().flatten().map(JsValue::from);
    top.is_some_and(|top| top != own) && document().fullscreen_element().is_none()
}

/// The window of the page around; `None` where there is none.
fn around() -> Option<Window> {
    let parent = window().parent().ok().flatten()?;
    (JsValue::from(&parent) != JsValue::from(window())).then_some(parent)
}
