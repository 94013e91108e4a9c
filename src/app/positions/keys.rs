//! The keyboard's way through the table, and where the focus goes when claims open and close.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::super::pane::focus;
use crate::dossier::{ClaimId, MatterId, PartyId};
use crate::reading::{CellGrid, CellMove};

/// The arrow keys, Home and End. Enter is not here: marks are links.
pub fn walker(grid: CellGrid) -> impl Fn(web_sys::KeyboardEvent) {
    // The column that up and down keep to, until another way is gone.
    let wanted = StoredValue::new(None::<(usize, (usize, usize))>);
    move |event: web_sys::KeyboardEvent| {
        let Some((way, from)) = asked(&event).zip(event.target().and_then(|t| place(&t))) else {
            return;
        };
        event.prevent_default();
        let column = wanted.get_value().filter(|(_, at)| *at == from);
        let column = column.map_or(from.1, |(column, _)| column);
        let Some(to) = grid.go(from, column, way) else {
            return;
        };
        let keeps = matches!(way, CellMove::Up | CellMove::Down);
        wanted.set_value(keeps.then_some((column, to)));
        if let Some(cell) = find(&format!("[data-at='{},{}']", to.0, to.1)) {
            focus(&cell);
            bring_into_view(&cell);
        }
    }
}

fn asked(event: &web_sys::KeyboardEvent) -> Option<CellMove> {
    if event.meta_key() || event.alt_key() || event.shift_key() {
        return None;
    }
    let root = document().document_element();
    let is_rtl = root.is_some_and(|root| root.get_attribute("dir").as_deref() == Some("rtl"));
    Some(match (event.key().as_str(), event.ctrl_key()) {
        ("ArrowLeft", false) if is_rtl => CellMove::Onward,
        ("ArrowRight", false) if is_rtl => CellMove::Back,
        ("ArrowLeft", false) => CellMove::Back,
        ("ArrowRight", false) => CellMove::Onward,
        ("ArrowUp", false) => CellMove::Up,
        ("ArrowDown", false) => CellMove::Down,
        ("Home", false) => CellMove::RowStart,
        ("End", false) => CellMove::RowEnd,
        ("Home", true) => CellMove::First,
        ("End", true) => CellMove::Last,
        _ => return None,
    })
}

/// The row and the column of a mark.
fn place(target: &web_sys::EventTarget) -> Option<(usize, usize)> {
    let element: &web_sys::Element = target.dyn_ref()?;
    let at = element
        .closest("[data-at]")
        .ok()??
        .get_attribute("data-at")?;
    let (row, column) = at.split_once(',')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// The mark that has the focus becomes the one that Tab comes back to.
pub fn rove(event: &web_sys::FocusEvent) {
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let Some(target) = target.filter(|target| target.has_attribute("data-at")) else {
        return;
    };
    if let Some(before) = find("[data-at][tabindex='0']") {
        let _ = before.set_attribute("tabindex", "-1");
    }
    let _ = target.set_attribute("tabindex", "0");
}

/// The claim that is open, with the cell that it belongs to.
type Opened = (Option<ClaimId>, Option<(MatterId, PartyId)>);

/// What opens takes the focus, and gives it back to its mark when it closes; the mark stays in view.
/// No focus moves when the page begins with claims open.
pub fn follow_focus(opened: Memo<Option<ClaimId>>, cell: Memo<Option<(MatterId, PartyId)>>) {
    Effect::new(move |before: Option<Opened>| {
        let now: Opened = (opened.get(), cell.get());
        let is_first = before.is_none();
        let before = before.unwrap_or_default();
        if before.0 != now.0 {
            let (is_open, own) = (now.0.is_some(), now.1.clone().or(before.1));
            // Once the page has drawn it.
            request_animation_frame(move || {
                let mark = own.and_then(|own| mark_of(&own));
                if let Some(mark) = &mark {
                    bring_into_view(mark);
                }
                let to = if is_open { find(".evidence h2") } else { mark };
                if let Some(to) = to.filter(|_| !is_first) {
                    focus(&to);
                }
            });
        }
        now
    });
}

fn mark_of((matter, party): &(MatterId, PartyId)) -> Option<web_sys::Element> {
    find(&format!("[data-matter='{matter}'] [data-party='{party}']"))
}

/// Scrolls no farther than it takes.
fn bring_into_view(element: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn find(css: &str) -> Option<web_sys::Element> {
    document().query_selector(css).ok().flatten()
}
