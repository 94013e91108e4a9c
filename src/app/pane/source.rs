//! The page of a source: what it is, and all that rests on it.

use leptos::prelude::*;

use super::super::address;
use super::super::desk::Desk;
use super::{claim, close, lines, section};
use crate::dossier::{PlanId, Spoken, When};
use crate::reading::{ClauseTag, PlaceNote, SourcePage};
use crate::route::{Route, Subject};

/// The whole page.
pub fn page(desk: &Desk, page: SourcePage) -> AnyView {
    let words = desk.words;
    let lang = page.lang.as_ref().map(ToString::to_string);
    let address = match page.cite.url.clone() {
        Some(url) => {
            let shown = url.clone();
            view! {
                <p><a href=address::elsewhere(url) rel="external noopener noreferrer" target="_blank">{shown}</a></p>
            }
            .into_any()
        }
        None => view! { <p class="aside">{words.no_address}</p> }.into_any(),
    };
    let rests = rests(desk, &page);
    let note = page
        .note
        .map(|note| view! { <p class="aside">{desk.speak(note)}</p> });
    view! {
        <header class="head">
            <nav class="crumbs">
                <ol><li aria-current="page">{words.source}</li></ol>
                {close(desk)}
            </nav>
            <h1 tabindex="-1" lang=lang>{page.title}</h1>
            <p class="local">{lines::cite(desk, page.cite)}</p>
        </header>
        <div class="body">
            {address} {note}
            {section("rests", words.rests_on_it, String::new(), rests)}
        </div>
    }
    .into_any()
}

/// All that rests on it, by what it is.
fn rests(desk: &Desk, page: &SourcePage) -> AnyView {
    let words = desk.words.pages;
    if page.is_bare() {
        return view! { <p class="empty">{words.nothing_rests}</p> }.into_any();
    }
    let plan = |plan: &(PlanId, Spoken)| plan_line(desk, plan);
    let clause = |clause: &(ClauseTag, Spoken)| clause_line(desk, clause);
    let event = |(at, title): &(When, Spoken)| {
        let when = (desk.words.when)(Some(*at));
        view! { <li><span class="meta">{when}</span> " " {desk.speak(title.clone())}</li> }
            .into_any()
    };
    let note = |note: &PlaceNote| {
        let href = desk.link(Subject::Region(note.region.clone()));
        view! {
            <li>
                <a href=href>{desk.speak(note.name.clone())}</a> ": "
                {desk.speak(note.text.clone())}
            </li>
        }
        .into_any()
    };
    let claims = (!page.claims.is_empty()).then(|| {
        view! { <h3>{words.claims}</h3> {claim::list(desk, page.claims.clone())} }
    });
    view! {
        {shelf(words.plans, page.plans.iter().map(plan).collect())}
        {shelf(words.clauses, page.clauses.iter().map(clause).collect())}
        {shelf(words.variants, page.variants.iter().map(clause).collect())}
        {shelf(words.events, page.events.iter().map(event).collect())}
        {shelf(words.notes, page.notes.iter().map(note).collect())}
        {claims}
    }
    .into_any()
}

fn shelf(label: &'static str, lines: Vec<AnyView>) -> Option<AnyView> {
    (!lines.is_empty())
        .then(|| view! { <h3>{label}</h3> <ul class="plain-list">{lines}</ul> }.into_any())
}

fn plan_line(desk: &Desk, (id, title): &(PlanId, Spoken)) -> AnyView {
    let route = Route {
        plan: Some(id.clone()),
        ..desk.route.read_untracked().clone()
    };
    let href = route.link(Subject::Overview);
    view! { <li><a href=href>{desk.speak(title.clone())}</a></li> }.into_any()
}

fn clause_line(desk: &Desk, (tag, title): &(ClauseTag, Spoken)) -> AnyView {
    let label = (desk.words.of_plan)(&tag.number, &tag.plan.words);
    view! {
        <li>
            <a href=desk.link(Subject::Clause(tag.id.clone()))>{label}</a> " "
            {desk.speak(title.clone())}
        </li>
    }
    .into_any()
}
