//! The timeline as lists: the events up to the day, and the claims by day.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::icons::{StanceMark, stance_class};
use super::super::pane::{self, lines, party};
use super::super::portions::{item, portions};
use super::super::turns::{after_frames, bare, later, on_sight};
use crate::dossier::{ClaimId, EventId, When};
use crate::reading::{ClaimDay, ClaimLine, EventCard};
use crate::route::Subject;

/// So many events, and so many claims, are made whether they are seen or not: a search in the page finds them.
const UNSEEN: usize = 120;
/// How many events are made at once. Columns are evened out whenever something is put in, so that each part has
/// its own.
const EVENTS: usize = 9;
/// How many claims are made at once, or those of one day.
const CLAIMS: usize = 12;
/// How many claims of one day come at once.
const DAY: usize = 60;
/// How high an event or a claim is in about, in px, when two stand side by side.
const LINE: f64 = 36.0;

/// The events, the newest first.
pub fn events(desk: &Desk, cards: &[EventCard]) -> AnyView {
    let words = desk.words;
    if cards.is_empty() {
        return view! { <p class="empty">{words.timeline.no_events}</p> }.into_any();
    }
    let all = cards.len();
    let some = if all > UNSEEN { EVENTS } else { UNSEEN };
    let parts = cards.chunks(some).map(|cards| {
        let (desk, cards) = (desk.clone(), cards.to_vec());
        Part {
            lines: cards.len(),
            names: cards.iter().map(|card| event_anchor(&card.id)).collect(),
            make: Arc::new(move || {
                let cards: Vec<_> = cards
                    .iter()
                    .map(|card| event(&desk, card.clone()))
                    .collect();
                view! { <ol class="happenings">{cards}</ol> }.into_any()
            }),
        }
    });
    let parts: Vec<_> = parts.collect();
    shown(&parts, all)
}

/// Some lines of a list.
#[derive(Clone)]
struct Part {
    lines: usize,
    /// By which a part is found that is not made yet.
    names: Vec<String>,
    make: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

/// So many parts that are waited for stand under one roof until a reader comes near: each has to be watched.
const ROOF: usize = 24;

/// The parts of so many lines: at once where there are few, so that nothing flickers under a hand that moves the
/// day; else in turns, and what stands far below when it is come to.
fn shown(parts: &[Part], all: usize) -> AnyView {
    if all <= UNSEEN {
        let parts: Vec<_> = parts.iter().map(|part| (part.make)()).collect();
        return parts.into_any();
    }
    let mut before = 0;
    let first = parts.iter().take_while(|part| {
        let is_first = before < UNSEEN;
        before += part.lines;
        is_first
    });
    let (first, rest) = parts.split_at(first.count());
    let first = first.iter().map(|part| {
        let make = part.make.clone();
        later(move || make())
    });
    let rest = rest.chunks(ROOF).map(|some| {
        let some = some.to_vec();
        let names = some.iter().flat_map(|part| part.names.clone()).collect();
        let lines = some.iter().map(|part| part.lines).sum();
        on_sight(height(lines), names, bare, move || {
            let parts: Vec<_> = some.iter().map(come_to_part).collect();
            parts.into_any()
        })
    });
    let parts: Vec<_> = first.chain(rest).collect();
    parts.into_any()
}

fn come_to_part(part: &Part) -> AnyView {
    let make = part.make.clone();
    on_sight(height(part.lines), part.names.clone(), bare, move || make())
}

fn height(lines: usize) -> f64 {
    lines as f64 * LINE
}

fn event(desk: &Desk, card: EventCard) -> AnyView {
    let words = desk.words;
    let expected = card
        .expected
        .then(|| view! { <span class="tag">{words.timeline.expected}</span> });
    let text = card
        .text
        .map(|text| view! { <p class="words">{desk.speak(text)}</p> });
    let places: Vec<_> = card
        .places
        .into_iter()
        .map(|(id, name)| {
            view! { <li><a href=desk.link(Subject::Region(id))>{desk.speak(name)}</a></li> }
        })
        .collect();
    let places = (!places.is_empty()).then(|| {
        view! { <ul class="run" aria-label=words.places_label>{places}</ul> }
    });
    view! {
        <li id=event_anchor(&card.id) tabindex="-1" data-event=card.id.to_string()>
            <time>{(words.when)(Some(card.at))}</time>
            <div>
                <h3>{desk.speak(card.title)} " " {expected}</h3>
                {text}
                <div class="foot">{lines::cites(desk, card.sources)} {places}</div>
            </div>
        </li>
    }
    .into_any()
}

/// The claims by day, the newest first.
pub fn claims(desk: &Desk, days: &[ClaimDay]) -> AnyView {
    let mut parts = Vec::new();
    let all: usize = days.iter().map(|day| day.claims.len()).sum();
    let some = if all > UNSEEN { CLAIMS } else { UNSEEN };
    let (mut from, mut count) = (0, 0);
    for (at, day) in days.iter().enumerate() {
        count += day.claims.len();
        if count >= some || at + 1 == days.len() {
            let own = days.get(from..=at).unwrap_or_default().to_vec();
            let desk = desk.clone();
            parts.push(Part {
                lines: count,
                names: own.iter().map(|day| day_anchor(day.said)).collect(),
                make: Arc::new(move || {
                    let days: Vec<_> = own.iter().map(|one| day_view(&desk, one)).collect();
                    view! { <div class="claim-days">{days}</div> }.into_any()
                }),
            });
            (from, count) = (at + 1, 0);
        }
    }
    shown(&parts, all)
}

fn day_view(desk: &Desk, day: &ClaimDay) -> AnyView {
    let words = desk.words;
    let count = (words.timeline.claims)(day.claims.len());
    let here = desk.clone();
    let show = move |id: &ClaimId| {
        let claim = here.reader().claim_line(id);
        claim.map(|claim| line(&here, claim)).into_any()
    };
    let claims = if day.claims.len() > DAY {
        portions(desk, day.claims.clone(), DAY, item, show)
    } else {
        let claims: Vec<_> = day.claims.iter().map(show).collect();
        claims.into_any()
    };
    view! {
        <section class="claim-day">
            <h3 id=day_anchor(day.said) tabindex="-1">
                {(words.when)(day.said)} " " <span class="meta">{count}</span>
            </h3>
            <ul>{claims}</ul>
        </section>
    }
    .into_any()
}

fn line(desk: &Desk, line: ClaimLine) -> AnyView {
    let words = desk.words;
    let href = desk.link(Subject::Claim(line.id.clone()));
    let reported = line.reported.then(|| {
        view! {
            <i class="r" aria-hidden="true">{words.reported_mark}</i>
            <span class="heard">"(" {words.timeline.reported} ")"</span>
        }
    });
    view! {
        <li data-claim-line=line.id.to_string()>
            {line.party.map(|tag| party::link(desk, tag))}
            <div>
                <span class=format!("stance {}", stance_class(line.stance))>
                    <StanceMark stance=line.stance /> {(words.stance)(line.stance)} ":"
                </span>
                " " <a class="matter" href=href>{desk.speak(line.matter)}</a> " "
                <span class="meta">{desk.speak(line.speaker)} " " {reported}</span>
            </div>
        </li>
    }
    .into_any()
}

/// Where an event stands in its list.
pub fn event_anchor(id: &EventId) -> String {
    format!("event-{id}")
}

/// Where a day's claims stand in their list.
pub fn day_anchor(said: Option<When>) -> String {
    said.map_or_else(
        || "claims-undated".to_owned(),
        |said| format!("claims-{said}"),
    )
}

/// For how many frames a part of the lists is waited for that is made when it is come to.
const PATIENCE: u32 = 30;

/// Brings a part of the lists into view, and the focus to it.
pub fn go_to(id: &str) {
    come_to(id.to_owned(), PATIENCE);
}

fn come_to(id: String, patience: u32) {
    if let Some(element) = document().get_element_by_id(&id) {
        element.scroll_into_view();
        return pane::focus(&element);
    }
    let holder = document().query_selector(&format!("[data-unseen~='{id}']"));
    if let Ok(Some(holder)) = holder {
        holder.scroll_into_view();
    }
    if patience > 0 {
        after_frames(1, move || come_to(id, patience - 1));
    }
}
