//! A long list in portions: what does not fit a few windows is made when it is asked for.
//!
//! A country may have ten thousand claims, and a page of it must open as fast as that of a village. Who
//! prints gets all of it.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::desk::Desk;
use super::pane::focus;
use super::turns::{Around, is_printing, later_in, on_sight, when_printed};

pub use super::turns::bare;

/// The items of a list, and how one of them is shown.
struct List<T> {
    items: Vec<T>,
    size: usize,
    show: Box<dyn Fn(&T) -> AnyView + Send + Sync>,
    /// What the button stands in: a list wants an item around it, a table a row.
    around: Around,
    label: Box<dyn Fn(usize, usize) -> String + Send + Sync>,
}

impl<T> List<T> {
    fn shown(&self, some: Range<usize>) -> AnyView {
        let items = self.items.get(some).unwrap_or_default();
        let shown: Vec<_> = items.iter().map(|item| (self.show)(item)).collect();
        shown.into_any()
    }
}

/// A list of so many is too long to be read as a whole: of its portions only this is made whether it is seen or not.
const MUCH: usize = 120;
/// How many items of a portion that is.
const SEEN: usize = 24;
/// How high an item of those is in about, in px.
const ITEM: f64 = 120.0;

/// How many items are made in one go; those after them have their turn.
const AT_ONCE: usize = 3;

/// The first `size` items of a list, and a button that brings as many more each time, to be put into
/// the list's own element. `around` puts what that element may hold around the button.
pub fn portions<T: Send + Sync + 'static>(
    desk: &Desk,
    items: Vec<T>,
    size: usize,
    around: Around,
    show: impl Fn(&T) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let more = desk.words.portions.more;
    let list = List {
        items,
        size: size.max(1),
        show: Box::new(show),
        around,
        label: Box::new(more),
    };
    portion(Arc::new(list), 0)
}

/// The button as an item of a list.
pub fn item(button: AnyView) -> AnyView {
    view! { <li class="more-of-it">{button}</li> }.into_any()
}

/// The button as a row of a table, under all of its columns.
pub fn row(button: AnyView) -> AnyView {
    view! { <tr class="more-of-it"><td colspan="99">{button}</td></tr> }.into_any()
}

/// The items from a place on: a portion of them, then a button, then what comes in its place.
fn portion<T: Send + Sync + 'static>(list: Arc<List<T>>, from: usize) -> AnyView {
    let until = from.saturating_add(list.size).min(list.items.len());
    let is_much = list.items.len() > MUCH;
    let shown: Vec<_> = (from..until)
        .step_by(AT_ONCE)
        .map(|start| {
            let list = Arc::clone(&list);
            let around = list.around;
            let some = move || list.shown(start..until.min(start + AT_ONCE));
            if start == from {
                some()
            } else if is_much && start >= from + SEEN {
                on_sight(ITEM * AT_ONCE as f64, Vec::new(), around, some)
            } else {
                later_in(around, some)
            }
        })
        .collect();
    let rest = list.items.len().saturating_sub(until);
    if rest == 0 {
        return shown.into_any();
    }
    let is_open = RwSignal::new(is_printing());
    when_printed(is_open);
    let open = move |event: web_sys::MouseEvent| {
        let place = place_of(&event);
        is_open.set(true);
        // The button goes, and whoever used it reads on where it stood.
        if let Some((parent, at)) = place {
            request_animation_frame(move || focus_child(&parent, at));
        }
    };
    let next = move || {
        if is_open.get() {
            return portion(Arc::clone(&list), until);
        }
        let label = (list.label)(rest.min(list.size), rest);
        (list.around)(view! { <button class="button" on:click=open>{label}</button> }.into_any())
    };
    view! { {shown} {next} }.into_any()
}

/// The element of the list that a button stands in, and the place in it of what holds the button.
fn place_of(event: &web_sys::MouseEvent) -> Option<(web_sys::Element, u32)> {
    let button: web_sys::Element = event.current_target()?.dyn_into().ok()?;
    let holder = button.closest(".more-of-it").ok()?.unwrap_or(button);
    let parent = holder.parent_element()?;
    let children = parent.children();
    let at = (0..children.length()).find(|at| children.item(*at).as_ref() == Some(&holder))?;
    Some((parent, at))
}

fn focus_child(parent: &web_sys::Element, at: u32) {
    if let Some(child) = parent.children().item(at) {
        // Refused for no element of a list.
        let _ = child.set_attribute("tabindex", "-1");
        focus(&child);
    }
}
