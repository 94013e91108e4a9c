//! The map: a painted scene, moved by hand, and what floats over it.

mod asking;
mod canvas;
mod card;
mod cooperation;
mod furniture;
mod gestures;
mod handed;
mod hover;
mod key;
mod keyboard;
mod keys_panel;
mod layers;
mod lens;
mod mounted;
mod moves;
mod rehearsal;
mod sheet;
mod stage;
mod steering;
mod table;
mod view;
mod voice;

use leptos::html;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::desk::Desk;
use crate::dossier::RegionId;
use crate::route::Subject;
use asking::Asking;
pub use canvas::Canvas;
use canvas::ZoomBox;
use card::CardView;
use cooperation::Hint;
use furniture::{Choice, Credits, Inset, Scale, Zoom};
pub use gestures::Hand;
use key::Key;
use keys_panel::{Keys, KeysPanel};
use layers::{LayerList, Layers};
use lens::LensChoice;
pub use mounted::Hung;
use moves::Moves;
pub use sheet::{paper_camera, printed, sheet, sheet_camera};
pub use stage::{Busy, Stage, media};
use table::Table;
use voice::{Status, Voice};

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
    let hand = Hand::new(table.stage);
    let credited = desk.clone();
    let voice = Voice::new();
    voice.follow(&table);
    let asking = Asking::new(table.clone(), hand, voice);
    let layers = Layers::open(&desk, table.stage);
    let panel = KeysPanel::new();
    let keys = keyboard::Keys::new(table.clone(), asking.clone(), panel);
    let focus_in = {
        let (table, asking) = (table.clone(), asking.clone());
        move |event: web_sys::FocusEvent| {
            let region = region_of(event.target());
            table.focused.set(region.clone());
            table.ringed.set(region.filter(|_| is_seen(&event)));
            asking.focused(event.target());
        }
    };
    let focus_out = {
        let (table, asking) = (table.clone(), asking.clone());
        move |_| {
            table.focused.set(None);
            table.ringed.set(None);
            asking.blurred();
        }
    };
    let ringing = table.clone();
    let on_key = move |event: web_sys::KeyboardEvent| {
        // Who has clicked and goes on with keys sees from now on where they are.
        ringing.ringed.set(ringing.focused.get_untracked());
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
            <Mat asking=asking.clone() on:click=move |event| layers.clicked(&event, words, voice)>
            <Canvas hand attr:data-detail=detail on:pointerover=|event: web_sys::PointerEvent| hover::follow(&event) on:pointerleave=|_| hover::clear() on:keydown=on_key on:focusin=focus_in on:focusout=focus_out />
            <ZoomBox hand />
            <Hint refusals=hand.refused words voice />
            <div class="choices">
                <LensChoice desk=desk.clone() />
                <Choice desk=desk.clone() />
            </div>
            <Zoom stage=table.stage words on_whole=whole />
            <Key desk=desk.clone() shades=table.shades />
            <Keys panel words />
            <Moves stage=table.stage words route=desk.route />
            <Scale desk=desk.clone() camera=table.drawn />
            <Inset desk=desk.clone() camera=table.drawn />
            <CardView asking />
            </Mat>
            <LayerList layers words />
            <Credits desk=credited />
            <Status voice />
        </div>
    }
}

/// What the canvas and all that floats over it lie on. It hears of what happens on the map and asks
/// what is there; what the hand makes a gesture of does not come this far.
#[component]
fn Mat(asking: Asking, children: Children) -> impl IntoView {
    let pointer = |tell: fn(&Asking, &web_sys::PointerEvent)| {
        let asking = asking.clone();
        move |event: web_sys::PointerEvent| tell(&asking, &event)
    };
    let (first, last, menu) = (asking.clone(), asking.clone(), asking.clone());
    view! {
        <div
            class="mat"
            on:pointerdown=pointer(Asking::pressed)
            on:pointermove=pointer(Asking::pointed)
            on:pointerup=pointer(Asking::lifted)
            on:pointercancel=pointer(Asking::lifted)
            on:pointerleave=pointer(Asking::left)
            on:contextmenu=move |event| menu.menu(&event)
            on:click:capture=move |event| first.clicked_first(&event)
            on:click=move |event| last.clicked(&event)
        >
            {children()}
        </div>
    }
}

/// Whether the browser would show that its target has the focus.
fn is_seen(event: &web_sys::FocusEvent) -> bool {
    let target = event.target();
    let element = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| element.matches(":focus-visible").unwrap_or(true))
}

/// The region whose element an event met.
fn region_of(target: Option<web_sys::EventTarget>) -> Option<RegionId> {
    let element = target?.dyn_into::<web_sys::Element>().ok()?;
    let region = element.closest("[data-region]").ok()??;
    region.get_attribute("data-region")?.parse().ok()
}
