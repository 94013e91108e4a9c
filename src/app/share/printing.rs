//! The printed page: everything opens, and the map is drawn for paper.

use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use web_sys::Element;
use web_sys::wasm_bindgen::JsCast;

use super::super::address;
use super::super::desk::Desk;
use super::super::map::{self, Hung};
use super::super::turns;
use super::super::views;
use crate::dossier::When;
use crate::route::View;
use crate::takeaway;

/// The map of a printed page, drawn as a sheet when the page is printed. Until then there is none.
#[component]
pub fn PrintedMap(desk: Desk) -> impl IntoView {
    let holder = NodeRef::<html::Div>::new();
    let kept = StoredValue::new_local(None::<Hung>);
    let opened = StoredValue::new_local(Vec::<Element>::new());
    let printing = desk.printing;
    let before = window_event_listener_untyped("beforeprint", move |_| {
        turns::all_at_once();
        printing.set(true);
        opened.set_value(open_all());
        tell_widths();
        // What is made of this comes right after; the page is printed when it is there.
        spawn_local(async move {
            tick().await;
            opened.try_update_value(|opened| opened.extend(open_all()));
            tell_widths();
        });
        let is_map = views::shown(desk.route.read_untracked().view) == View::Map;
        if let Some(holder) = holder.get_untracked()
            && is_map
        {
            let desk = desk.at_present();
            let atlas = desk.atlas.get_untracked();
            let node = map::printed(&desk, map::paper_camera(&desk), &atlas);
            kept.update_value(|kept| Hung::show(kept, node, &holder));
        }
    });
    let after = window_event_listener_untyped("afterprint", move |_| {
        turns::in_turns();
        printing.set(false);
        opened.update_value(|opened| {
            for details in opened.drain(..) {
                let _ = details.remove_attribute("open");
            }
        });
        kept.set_value(None);
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    view! { <div class="print-map" aria-hidden="true" node_ref=holder></div> }
}

/// What stands at the foot of a printed page: where it comes from, and the day that it is true for.
#[component]
pub fn PrintFoot(desk: Desk) -> impl IntoView {
    let words = desk.words.takeaway;
    let foot = move || {
        let (route, desk) = (desk.route.get(), desk.now());
        let day = desk.loaded.dossier.manifest.as_of;
        let known = (words.as_of)(&(desk.words.when)(Some(When::Day(day))));
        let there = address::whole(&takeaway::cited(&route, day));
        format!("{} {there} · {known}", words.printed_from)
    };
    view! { <p class="print-foot">{foot}</p> }
}

/// Tells the style sheet how wide a chart is that was laid out for a window, so that it can make it as
/// wide as paper.
fn tell_widths() {
    for chart in all(".view .chart") {
        if let Some(chart) = chart.dyn_ref::<web_sys::HtmlElement>() {
            let wide = chart.offset_width().max(1).to_string();
            let _ = chart.style().set_property("--wide", &wide);
        }
    }
}

fn all(css: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(css) else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    elements.collect()
}

/// Opens all that is folded, and says what that was.
fn open_all() -> Vec<Element> {
    let elements = all(FOLDED);
    for details in &elements {
        let _ = details.set_attribute("open", "");
    }
    elements
}

/// What is folded in a page that is read. Furniture of the map stays as it is. The entries of the list, which are
/// filled only when they are opened, open by themselves: see [`Desk::printing`].
const FOLDED: &str = ".pane details:not([open]), .view details:not([open], .list-entry)";
