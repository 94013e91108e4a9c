//! The map: a painted scene, moved by hand, and what floats over it.

mod canvas;
mod furniture;
mod gestures;
mod hover;
mod key;
mod keyboard;
mod lens;
mod mounted;
mod moves;
mod slices;
mod stage;
mod steering;
mod table;
mod view;

use leptos::html;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::desk::Desk;
use crate::dossier::RegionId;
use crate::route::Subject;
use canvas::{Canvas, ZoomBox};
use furniture::{Choice, Credits, Inset, Scale, Zoom};
use key::Key;
use lens::LensChoice;
use moves::Moves;
use table::Table;

/// The map with its controls, its key and its credits.
#[component]
pub fn MapView(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let canvas = NodeRef::<html::Div>::new();
    let table = Table::new(&desk, canvas);
    table.keep_drawn();
    table.keep_fine();
    table.keep_size();
    table.follow_subject();
    let hand = gestures::Hand::new(table.stage);
    let keys = keyboard::Keys::new(table.clone());
    let focus_in = {
        let table = table.clone();
        move |event: web_sys::FocusEvent| table.focused.set(region_of(event.target()))
    };
    let focus_out = {
        let table = table.clone();
        move |_| table.focused.set(None)
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if !hand.escape(&event) {
            keys.press(&event);
        }
    };
    let atlas = desk.atlas;
    let detail = move || {
        if atlas.read().is_overview() {
            "overview"
        } else {
            "full"
        }
    };
    let whole = {
        let table = table.clone();
        move || table.fly_to(&Subject::Overview)
    };
    view! {
        <div class="stage" role="region" aria-label=words.map aria-describedby="map-help">
            <p class="heard" id="map-help">{words.map_help}</p>
            <div class="mat">
            <Canvas hand attr:data-detail=detail on:pointerover=|event: web_sys::PointerEvent| hover::follow(&event) on:pointerleave=|_| hover::clear() on:keydown=on_key on:focusin=focus_in on:focusout=focus_out />
            <ZoomBox hand />
            <div class="choices">
                <LensChoice desk=desk.clone() />
                <Choice desk=desk.clone() />
            </div>
            <Zoom stage=table.stage words on_whole=whole />
            <Key desk=desk.clone() />
            <Moves stage=table.stage words />
            <Scale desk=desk.clone() camera=table.stage.sharp />
            <Inset desk=desk.clone() camera=table.stage.sharp />
            </div>
            <Credits desk=desk.clone() />
            <Status desk />
        </div>
    }
}

/// The region whose element an event met.
fn region_of(target: Option<web_sys::EventTarget>) -> Option<RegionId> {
    let element = target?.dyn_into::<web_sys::Element>().ok()?;
    let region = element.closest("[data-region]").ok()??;
    region.get_attribute("data-region")?.parse().ok()
}

/// Says what has been selected to those who do not see the map.
#[component]
fn Status(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let said = move || {
        let route = desk.route.read();
        let reader = desk.reader();
        match desk.shown(&route) {
            Subject::Region(id) => {
                let plan = desk.plan(&route);
                let (counted, wider) = reader.counts(&id, &plan);
                (words.selected_status)(&reader.region_name(&id).words, counted, wider)
            }
            _ => String::new(),
        }
    };
    view! { <p class="heard" role="status">{said}</p> }
}
