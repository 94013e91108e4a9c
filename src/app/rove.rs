//! Several controls that are one stop for Tab: arrows, Home and End go from one to the next.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::pane::focus;

/// The tab index of a control: the one stop of its group has it, the others wait for the arrows.
pub fn stop(is_stop: bool) -> &'static str {
    if is_stop { "0" } else { "-1" }
}

/// Takes a key that goes from one control of a group to another. `css` names its controls.
pub fn rove(event: &web_sys::KeyboardEvent, css: &str) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let group = event.current_target();
    let Some(group) = group.and_then(|group| group.dyn_into::<web_sys::Element>().ok()) else {
        return;
    };
    let Ok(found) = group.query_selector_all(css) else {
        return;
    };
    let controls: Vec<web_sys::Element> = (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect();
    let now = document().active_element();
    let Some(at) = controls.iter().position(|one| Some(one) == now.as_ref()) else {
        return;
    };
    let root = document().document_element();
    let is_rtl = root.is_some_and(|root| root.get_attribute("dir").as_deref() == Some("rtl"));
    let (count, key) = (controls.len(), event.key());
    let to = match (key.as_str(), is_rtl) {
        ("ArrowRight", false) | ("ArrowLeft", true) | ("ArrowDown", _) => (at + 1) % count,
        ("ArrowLeft", false) | ("ArrowRight", true) | ("ArrowUp", _) => (at + count - 1) % count,
        ("Home", _) => 0,
        ("End", _) => count - 1,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if let Some(to) = controls.get(to) {
        focus(to);
    }
}
