//! The page of a party: who speaks for it, and everything it has said.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{claim, close, lines, section};
use crate::app::turns::{bare, later, on_sight};
use crate::dossier::Spoken;
use crate::reading::{ClauseTag, PartyPage, TopicClaims};
use crate::route::{Route, Subject};

/// The whole page.
pub fn page(desk: &Desk, page: PartyPage) -> AnyView {
    let words = desk.words;
    let name = page.tag.name.clone();
    let is_by_time = desk.route.read_untracked().order == TIME;
    let claims: Vec<AnyView> = if is_by_time {
        let claims = desk.reader().party_over_time(&page.tag.id);
        let desk = desk.clone();
        vec![later(move || claim::list(&desk, claims.clone()))]
    } else {
        topics(desk, page.topics)
    };
    let orders = (page.count > 1).then(|| orders(desk, is_by_time));
    let none = (page.count == 0).then(|| view! { <p class="empty">{words.no_claim}</p> });
    view! {
        <header class="head">
            <nav class="crumbs">
                <ol><li aria-current="page">{words.party}</li></ol>
                {close(desk)}
            </nav>
            <h1 tabindex="-1">{desk.speak(name)}</h1>
            <p class="local">{desk.speak(page.role)}</p>
        </header>
        <div class="body">
            {speakers(desk, page.speakers)}
            {variants(desk, page.variants)}
            {section("claims", words.claims, page.count.to_string(), view! { {orders} {none} {claims} }.into_any())}
        </div>
    }
    .into_any()
}

/// The word in addresses for the order by time.
const TIME: &str = "time";

/// So many claims are made whether they are seen or not: a search in the page finds them.
const UNSEEN: usize = 100;

/// How high a card is in about, in px.
const CARD: f64 = 150.0;

/// Topic by topic; of a party that has said a lot those that stand far below when they are come to.
fn topics(desk: &Desk, topics: Vec<TopicClaims>) -> Vec<AnyView> {
    let mut count = 0;
    let topic = |topic: TopicClaims| {
        let here = topic.claims.len().min(claim::SHORT);
        count += here;
        let desk = desk.clone();
        let part = move || topic_of(&desk, topic.clone());
        if count < UNSEEN {
            later(part)
        } else {
            on_sight(here as f64 * CARD, Vec::new(), bare, part)
        }
    };
    topics.into_iter().map(topic).collect()
}

/// By topic, or over time.
fn orders(desk: &Desk, is_by_time: bool) -> AnyView {
    let words = desk.words.pages;
    let link = |label: &'static str, order: &str, is_on: bool| {
        let to = Route {
            order: order.to_owned(),
            ..desk.route.read_untracked().clone().without_theme()
        };
        view! { <a href=to.to_string() aria-current=is_on.then_some("true")>{label}</a> }
    };
    view! {
        <nav class="orders" aria-label=words.order>
            {link(words.by_topic, "", !is_by_time)}
            {link(words.over_time, TIME, is_by_time)}
        </nav>
    }
    .into_any()
}

fn topic_of(desk: &Desk, topic: TopicClaims) -> AnyView {
    let label = if topic.label.words.is_empty() {
        view! { <h3>{desk.words.other_topics}</h3> }.into_any()
    } else {
        let id = topic.topic.map(|id| id.to_string());
        view! { <h3 data-topic=id>{desk.speak(topic.label)}</h3> }.into_any()
    };
    view! { {label} {claim::short_list(desk, topic.claims)} }.into_any()
}

fn speakers(desk: &Desk, speakers: Vec<(Spoken, Option<Spoken>)>) -> Option<AnyView> {
    let line = |(name, role): (Spoken, Option<Spoken>)| {
        let role = role.map(|role| view! { <span class="meta">{desk.speak(role)}</span> });
        view! { <li><b>{desk.speak(name)}</b> " " {role}</li> }
    };
    let lines: Vec<_> = speakers.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        let list = view! { <ul class="plain-list">{lines}</ul> }.into_any();
        section("speakers", desk.words.speakers, String::new(), list)
    })
}

fn variants(desk: &Desk, variants: Vec<(ClauseTag, Spoken)>) -> Option<AnyView> {
    let line = |(tag, title): (ClauseTag, Spoken)| {
        let label = (desk.words.of_plan)(&tag.number, &tag.plan.words);
        view! {
            <li>
                {desk.speak(title)} " " <a href=desk.link(Subject::Clause(tag.id))>{label}</a>
            </li>
        }
    };
    let lines: Vec<_> = variants.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        let list = view! { <ul class="plain-list">{lines}</ul> }.into_any();
        section("texts", desk.words.texts_put_forward, String::new(), list)
    })
}

/// The letters of a party as a link to its page.
pub fn link(desk: &Desk, tag: crate::reading::PartyTag) -> AnyView {
    let href = desk.link(Subject::Party(tag.id.clone()));
    view! { <a class="to-party" href=href>{lines::party(desk, tag)}</a> }.into_any()
}
