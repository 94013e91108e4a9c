//! The page of one claim: how well it is known, and what the party said before and after.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{claim, close, section};
use crate::dossier::{RegionId, Spoken};
use crate::reading::{ClaimCard, ClaimPage, ClaimRef, HistoryStep};
use crate::route::{Subject, View};

/// The whole page.
pub fn page(desk: &Desk, mut page: ClaimPage) -> AnyView {
    let words = desk.words;
    let heading = page.card.matter.clone();
    let crumb = page.card.party.clone().map(|tag| {
        let href = desk.link(Subject::Party(tag.id));
        view! { <li><a href=href>{desk.speak(tag.name)}</a></li> }
    });
    let facts = facts(desk, &mut page);
    let history = (page.history.len() > 1).then(|| {
        let meta = (words.claim_of)(page.at + 1, page.history.len());
        let others = cards_but(page.history, page.at);
        section(
            "history",
            words.claim_history,
            meta,
            claim::cards(desk, others),
        )
    });
    let route = desk.route.read_untracked();
    let table = route.in_view(View::Positions);
    let table = table.with_open(Some(page.card.id.clone())).without_theme();
    view! {
        <header class="head">
            <nav class="crumbs">
                <ol>{crumb} <li aria-current="page">{words.claim}</li></ol>
                {close(desk)}
            </nav>
            <h1 tabindex="-1">{desk.speak(heading)}</h1>
        </header>
        <div class="body">
            {claim::cards(desk, vec![page.card])}
            {facts}
            <p class="foot on-screen"><a href=table.to_string()>{words.pages.in_positions}</a></p>
            {history}
        </div>
    }
    .into_any()
}

/// What is known of the claim beside its words. How its date was worked out moves here from the card.
fn facts(desk: &Desk, page: &mut ClaimPage) -> AnyView {
    let (words, own) = (desk.words, desk.words.pages);
    let step = page.history.get(page.at);
    let before = step.and_then(|step| step.replaces.clone());
    let after = step.and_then(|step| step.replaced_by.clone());
    let said = page.card.said;
    let dating = page.card.dating.take();
    let regions = std::mem::take(&mut page.regions);
    let facts = [
        (
            words.evidence_label,
            Some((words.evidence)(page.evidence).into_any()),
        ),
        (words.date_label, Some((words.when)(said).into_any())),
        (own.precision_label, Some((own.precision)(said).into_any())),
        (
            words.date_as_stated,
            page.as_stated.take().map(|said| desk.speak(said)),
        ),
        (own.dating_label, dating.map(|said| desk.speak(said))),
        (own.replaces_label, before.map(|one| other(desk, one))),
        (own.replaced_by_label, after.map(|one| other(desk, one))),
        (
            words.topics_label,
            spoken(desk, std::mem::take(&mut page.topics)),
        ),
        (words.places_label, places(desk, regions)),
    ];
    let fact = |(label, said): (&'static str, Option<AnyView>)| {
        said.map(|said| view! { <div><dt>{label}</dt> <dd>{said}</dd></div> })
    };
    view! { <dl class="facts">{facts.map(fact).collect_view()}</dl> }.into_any()
}

/// A claim of the same party that this one replaced, or that replaced it.
fn other(desk: &Desk, claim: ClaimRef) -> AnyView {
    let words = desk.words;
    let stance = (words.stance)(claim.stance);
    let said = (words.pages.stance_when)(stance, &(words.when)(claim.said));
    view! { <a href=desk.link(Subject::Claim(claim.id))>{said}</a> }.into_any()
}

fn cards_but(history: Vec<HistoryStep>, at: usize) -> Vec<ClaimCard> {
    let others = history.into_iter().enumerate();
    let others = others.filter(|(place, _)| *place != at);
    others.map(|(_, step)| step.card).collect()
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
