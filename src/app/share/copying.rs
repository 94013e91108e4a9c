//! The clipboard, which a page in a frame may be refused.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;
use web_sys::js_sys::{Function, Reflect};
use web_sys::wasm_bindgen::{JsCast, JsValue};

use super::Told;

/// Copies a text that stands in a field; where nothing may be copied, the text is selected so that the
/// reader can copy it.
pub fn copy(text: String, field: HtmlElement, told: RwSignal<Option<Told>>) {
    // So that the same words are said again.
    told.set(None);
    leptos::task::spawn_local(async move {
        let is_copied = by_clipboard(&text).await || by_command(&field);
        told.try_set(Some(if is_copied {
            Told::Copied
        } else {
            Told::Refused
        }));
    });
}

/// There is a clipboard only where the page came over a safe way.
async fn by_clipboard(text: &str) -> bool {
    let navigator = window().navigator();
    let found = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if !found.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    let writing = navigator.clipboard().write_text(text);
    JsFuture::from(writing).await.is_ok()
}

/// The older way, from a selected field.
fn by_command(field: &HtmlElement) -> bool {
    let _ = field.focus();
    if let Some(input) = field.dyn_ref::<web_sys::HtmlInputElement>() {
        input.select();
    } else if let Some(area) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        area.select();
    }
    let document = document();
    let command = Reflect::get(&document, &JsValue::from_str("execCommand"));
    let command = command.ok().and_then(|it| it.dyn_into::<Function>().ok());
    let done = command.and_then(|it| it.call1(&document, &JsValue::from_str("copy")).ok());
    done.is_some_and(|done| done.is_truthy())
}
