//! The timeline as lists: the events up to the day, and the claims by day.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::icons::{StanceMark, stance_class};
use super::super::pane::{self, lines, party};
use crate::dossier::{EventId, When};
use crate::reading::{ClaimDay, ClaimLine, EventCard};
use crate::route::Subject;

/// How many claims are put in at once; the others follow, some to a frame.
const AT_ONCE: usize = 160;

/// The events, the newest first.
pub fn events(desk: &Desk, cards: Vec<EventCard>) -> AnyView {
    let words = desk.words;
    if cards.is_empty() {
        return view! { <p class="empty">{words.timeline.no_events}</p> }.into_any();
    }
    let cards: Vec<_> = cards.into_iter().map(|card| event(desk, card)).collect();
    view! { <ol class="happenings">{cards}</ol> }.into_any()
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
pub fn claims(desk: &Desk, days: Vec<ClaimDay>) -> AnyView {
    let mut parts: Vec<Vec<ClaimDay>> = vec![Vec::new()];
    let mut count = 0;
    for day in days {
        if count >= AT_ONCE {
            parts.push(Vec::new());
            count = 0;
        }
        count += day.claims.len();
        if let Some(part) = parts.last_mut() {
            part.push(day);
        }
    }
    let parts = parts.into_iter().enumerate().map(|(index, days)| {
        let desk = desk.clone();
        match u32::try_from(index) {
            Ok(frames) if frames > 0 => pane::later(frames, move || part(&desk, days.clone())),
            _ => part(&desk, days),
        }
    });
    let parts: Vec<_> = parts.collect();
    view! { <div class="claim-days">{parts}</div> }.into_any()
}

fn part(desk: &Desk, days: Vec<ClaimDay>) -> AnyView {
    let days: Vec<_> = days.into_iter().map(|one| day(desk, one)).collect();
    days.into_any()
}

fn day(desk: &Desk, day: ClaimDay) -> AnyView {
    let words = desk.words;
    let count = (words.timeline.claims)(day.claims.len());
    let claims: Vec<_> = day.claims.into_iter().map(|one| line(desk, one)).collect();
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

/// Brings a part of the lists into view, and the focus to it.
pub fn go_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
        pane::focus(&element);
    }
}
