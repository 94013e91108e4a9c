//! The card that tells what is here.

use leptos::html;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::super::desk::Desk;
use super::super::pane::focus;
use super::asking::{Asking, Told};
use crate::dossier::RegionId;
use crate::reading::Glance;
use crate::route::Subject;

/// The card, when there is one, beside what it tells of.
#[component]
pub fn CardView(asking: Asking) -> impl IntoView {
    let holder = NodeRef::<html::Div>::new();
    let shown = asking.clone();
    Effect::new(move |_| {
        let Some(card) = shown.card.get() else { return };
        let Some(holder) = holder.get() else { return };
        let element: &HtmlElement = &holder;
        let (width, height) = (element.offset_width(), element.offset_height());
        let at = card.clearing.stand(f64::from(width), f64::from(height));
        let place = format!("translate({}px, {}px)", at.x.round(), at.y.round());
        let _ = element.style().set_property("transform", &place);
        if matches!(card.told, Told::Choice(_)) {
            step(element, true);
        }
    });
    let (enter, leave) = (asking.clone(), asking.clone());
    move || {
        let card = asking.card.get()?;
        let (enter, leave) = (enter.clone(), leave.clone());
        let (inner, heard) = match card.told {
            Told::Glance(id) => (glance(&asking.table.desk, &id).into_any(), true),
            Told::Word(words) => (view! { <p>{words}</p> }.into_any(), true),
            Told::Choice(ids) => (choice(&asking, &ids).into_any(), false),
        };
        Some(view! {
            <div
                class="card"
                // What it says is said elsewhere: by the region's own name, or by the map's voice.
                aria-hidden=heard.then_some("true")
                node_ref=holder
                on:pointerenter=move |_| enter.reached()
                on:pointerleave=move |event| leave.left(&event)
            >
                {inner}
            </div>
        })
    }
}

fn at_a_glance(desk: &Desk, id: &RegionId) -> Glance {
    let plan = desk.plan(&desk.route.get_untracked());
    desk.at_present().reader().glance(id, &plan)
}

fn glance(desk: &Desk, id: &RegionId) -> impl IntoView + use<> {
    let glance = at_a_glance(desk, id);
    let counts = counts(desk, &glance);
    view! { <b>{desk.speak(glance.name)}</b> {counts} }
}

/// How many clauses, and how many claims of each party.
fn counts(desk: &Desk, glance: &Glance) -> impl IntoView + use<> {
    let words = desk.words;
    let party = |(party, count): &(crate::reading::PartyTag, usize)| {
        let heard = (words.glance_party)(&party.name.words, *count);
        view! {
            <li>
                <span aria-hidden="true">
                    <span class="tag">{desk.speak(party.letters.clone())}</span>
                    " "
                    {*count}
                </span>
                <span class="heard">{heard}</span>
            </li>
        }
    };
    let parties = glance.parties.iter().map(party).collect_view();
    let has_claims = !glance.parties.is_empty();
    view! {
        <p>{(words.glance_clauses)(glance.counted, glance.wider)}</p>
        {has_claims.then(|| view! { <ul class="by-party" aria-label=words.glance_claims>{parties}</ul> })}
    }
}

/// What may be meant, as links: arrows go through them, Escape gives the focus back.
fn choice(asking: &Asking, ids: &[RegionId]) -> impl IntoView + use<> {
    let desk = &asking.table.desk;
    let words = desk.words;
    let link = |(at, id): (usize, &RegionId)| {
        let glance = at_a_glance(desk, id);
        let counts = if at == 0 {
            counts(desk, &glance).into_any()
        } else {
            view! { <p>{(words.clauses_count)(glance.counted)}</p> }.into_any()
        };
        let href = desk.link(Subject::Region(id.clone()));
        view! {
            <li>
                <a href=href data-choice=id.to_string()>{desk.speak(glance.name)}</a>
                {counts}
            </li>
        }
    };
    let keys = {
        let asking = asking.clone();
        move |event: KeyboardEvent| press(&asking, &event)
    };
    let out = {
        let asking = asking.clone();
        move |event: web_sys::FocusEvent| {
            let to = event
                .related_target()
                .and_then(|to| to.dyn_into::<Element>().ok());
            let stays = to.is_some_and(|to| to.closest(".card").ok().flatten().is_some());
            if !stays {
                asking.close();
            }
        }
    };
    view! {
        <nav class="candidates" aria-label=words.here_title on:keydown=keys on:focusout=out>
            <ul>{ids.iter().enumerate().map(link).collect_view()}</ul>
        </nav>
    }
}

fn press(asking: &Asking, event: &KeyboardEvent) {
    let card = event.current_target();
    let Some(card) = card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => step(&card, true),
        "ArrowUp" | "ArrowLeft" => step(&card, false),
        "Escape" => {
            asking.dismiss();
        }
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Takes the focus to the next link or the one before, round and round; to the first one when it is
/// elsewhere.
fn step(card: &HtmlElement, forth: bool) {
    let Ok(links) = card.query_selector_all("a[data-choice]") else {
        return;
    };
    let links: Vec<Element> = (0..links.length())
        .filter_map(|at| links.get(at)?.dyn_into().ok())
        .collect();
    let now = document().active_element();
    let now = links.iter().position(|link| Some(link) == now.as_ref());
    let next = match (now, links.len()) {
        (Some(now), count) if count > 0 && forth => (now + 1) % count,
        (Some(now), count) if count > 0 => (now + count - 1) % count,
        _ => 0,
    };
    if let Some(link) = links.get(next) {
        focus(link);
    }
}
