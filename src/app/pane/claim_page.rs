//! The page of one claim: how well it is known, and what the party said before and after.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{claim, close, section};
use crate::dossier::{RegionId, Spoken};
use crate::reading::{ClaimCard, ClaimPage};
use crate::route::Subject;

/// The whole page.
pub fn page(desk: &Desk, page: ClaimPage) -> AnyView {
    let words = desk.words;
    let heading = page.card.matter.clone();
    let crumb = page.card.party.clone().map(|tag| {
        let href = desk.link(Subject::Party(tag.id));
        view! { <li><a href=href>{desk.speak(tag.name)}</a></li> }
    });
    let history = (page.history.len() > 1).then(|| {
        let meta = (words.claim_of)(page.at + 1, page.history.len());
        let others = cards_but(page.history, page.at);
        section(
            "history",
            words.claim_history,
            meta,
            claim::list(desk, others),
        )
    });
    let evidence = (words.evidence)(page.evidence);
    let facts = [
        (words.evidence_label, Some(evidence.to_owned().into_any())),
        (
            words.date_label,
            Some((words.when)(page.card.said).into_any()),
        ),
        (
            words.date_as_stated,
            page.as_stated.map(|said| desk.speak(said)),
        ),
        (words.topics_label, spoken(desk, page.topics)),
        (words.places_label, places(desk, page.regions)),
    ];
    let fact = |(label, said): (&'static str, Option<AnyView>)| {
        said.map(|said| view! { <div><dt>{label}</dt> <dd>{said}</dd></div> })
    };
    view! {
        <header class="head">
            <nav class="crumbs">
                <ol>{crumb} <li aria-current="page">{words.claim}</li></ol>
                {close(desk)}
            </nav>
            <h1 tabindex="-1">{desk.speak(heading)}</h1>
        </header>
        <div class="body">
            {claim::list(desk, vec![page.card])}
            <dl class="facts">{facts.map(fact).collect_view()}</dl>
            {history}
        </div>
    }
    .into_any()
}

fn cards_but(mut cards: Vec<ClaimCard>, at: usize) -> Vec<ClaimCard> {
    if at < cards.len() {
        cards.remove(at);
    }
    cards
}

fn spoken(desk: &Desk, topics: Vec<Spoken>) -> Option<AnyView> {
    let line = |topic| view! { <li>{desk.speak(topic)}</li> };
    let lines: Vec<_> = topics.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <ul class="in-line">{lines}</ul> }.into_any())
}

fn places(desk: &Desk, regions: Vec<(RegionId, Spoken)>) -> Option<AnyView> {
    let line = |(id, name): (RegionId, Spoken)| {
        view! { <li><a href=desk.link(Subject::Region(id))>{desk.speak(name)}</a></li> }
    };
    let lines: Vec<_> = regions.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <ul class="in-line">{lines}</ul> }.into_any())
}
