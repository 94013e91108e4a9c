//! The outline under the pointer, drawn over everything: on the region itself a later neighbour would
//! cover half of it.

use leptos::prelude::*;
use web_sys::Element;
use web_sys::wasm_bindgen::JsCast;

/// Follows the pointer to another region, or to none.
pub fn follow(event: &web_sys::PointerEvent) {
    let Some(over) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
        return;
    };
    // A finger does not hover, and what it leaves behind would not go away.
    let hovers = event.pointer_type() != "touch";
    let region = over.closest(".region:not([aria-current])").ok().flatten();
    let area = region.filter(|_| hovers).and_then(|region| {
        let path = region.query_selector(":scope > path:not(.site)").ok()??;
        path.get_attribute("d")
    });
    draw(&area.unwrap_or_default());
}

/// Takes the outline away: the map has been drawn anew, or the pointer has left it.
pub fn clear() {
    draw("");
}

fn draw(d: &str) {
    if let Ok(Some(line)) = document().query_selector(".canvas .hover")
        && line.get_attribute("d").as_deref() != Some(d)
    {
        let _ = line.set_attribute("d", d);
    }
}
