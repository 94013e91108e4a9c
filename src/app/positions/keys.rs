//! The keyboard's way through the table, and where the focus goes when claims open and close.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::super::pane::focus;
use super::super::turns::after_frames;
use super::pieces;
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
        let cell = format!("[data-at='{},{}']", to.0, to.1);
        come_to(cell, pieces::name_of(to.0), PATIENCE, true);
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
            request_animation_frame(move || {
                let head = find(".evidence h2").filter(|_| is_open && !is_first);
                if let Some(head) = head {
                    focus(&head);
                }
            });
            if let Some(own) = own {
                show_mark(own, PATIENCE, !is_open && !is_first);
            }
        }
        now
    });
}

/// For how many frames a mark is waited for: the rows of a large table come one after the other.
const PATIENCE: u32 = 60;

/// Brings a mark into view once the page has drawn it, and gives it the focus if it is to have it.
fn show_mark((matter, party): (MatterId, PartyId), patience: u32, takes_focus: bool) {
    let mark = format!("[data-matter='{matter}'] [data-party='{party}']");
    request_animation_frame(move || come_to(mark, matter.to_string(), patience, takes_focus));
}

/// The same for what a selector finds. A row that is made when it is come to is come to, by its name.
fn come_to(css: String, row: String, patience: u32, takes_focus: bool) {
    if let Some(mark) = find(&css) {
        if takes_focus {
            focus(&mark);
        }
        return bring_into_view(&mark);
    }
    if let Some(holder) = find(&format!("[data-unseen~='{row}']")) {
        holder.scroll_into_view();
    }
    if patience > 0 {
        after_frames(1, move || come_to(css, row, patience - 1, takes_focus));
    }
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
