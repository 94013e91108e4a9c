//! The claims behind a mark, and what the others say of the matter.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::icons::{Icon, Sign};
use super::super::pane::claim;
use crate::dossier::ClaimId;
use crate::reading::{ClaimCard, ClaimRef, ClauseTag, HistoryStep, PositionEvidence};
use crate::route::{Route, Subject};

/// The panel beside the table; a sheet over it where there is little room.
pub fn panel(desk: &Desk, base: &Route, id: &ClaimId) -> AnyView {
    let words = desk.words.positions_view;
    let evidence = desk.reader().position_evidence(id);
    let crumbs = evidence.as_ref().map(|evidence| crumbs(desk, evidence));
    let body = evidence.map_or_else(|| missing(desk, id), |evidence| body(desk, evidence));
    view! {
        <aside class="evidence" aria-label=words.evidence data-open=id.to_string()>
            <div class="evidence-bar crumbs">
                {crumbs}
                <a class="button plain close" href=base.to_string() aria-label=words.close>
                    <Icon sign=Sign::Cross />
                </a>
            </div>
            {body}
        </aside>
    }
    .into_any()
}

fn missing(desk: &Desk, id: &ClaimId) -> AnyView {
    let told = (desk.words.positions_view.not_open)(id.as_str());
    view! { <h2 tabindex="-1" role="alert">{told}</h2> }.into_any()
}

fn crumbs(desk: &Desk, evidence: &PositionEvidence) -> AnyView {
    let topic = evidence.topic.clone().map(|(_, name)| desk.speak(name));
    let party = evidence.party.clone().map(|tag| {
        let href = desk.link(Subject::Party(tag.id));
        view! { <li><a href=href>{desk.speak(tag.name)}</a></li> }
    });
    view! { <ol>{topic.map(|topic| view! { <li>{topic}</li> })} {party}</ol> }.into_any()
}

fn body(desk: &Desk, evidence: PositionEvidence) -> AnyView {
    let words = desk.words.positions_view;
    let count = evidence.history.len();
    let name = evidence.party.map(|tag| tag.name.words);
    let lede = (words.evidence_lede)(&name.unwrap_or_default(), count);
    let asked = evidence.claim;
    let steps = evidence.history.into_iter();
    let steps: Vec<_> = steps.map(|one| step(desk, one, &asked, count)).collect();
    let others = if evidence.others.is_empty() {
        view! { <p class="empty">{words.no_others}</p> }.into_any()
    } else {
        claim::list(desk, evidence.others)
    };
    view! {
        <h2 tabindex="-1">{desk.speak(evidence.sentence)}</h2>
        <p class="aside">{lede}</p>
        {clauses(desk, evidence.clauses)}
        <ol class="steps">{steps}</ol>
        <h3>{words.others}</h3>
        {others}
        {observers(desk, evidence.observers)}
    }
    .into_any()
}

/// One claim, with what it replaced and what replaced it.
fn step(desk: &Desk, step: HistoryStep, asked: &ClaimId, count: usize) -> AnyView {
    let words = desk.words.positions_view;
    let is_asked = (count > 1 && step.card.id == *asked).then_some("true");
    let said = |of: Option<ClaimRef>, say: fn(&str, &str) -> String| {
        of.map(|of| {
            let stance = (desk.words.stance)(of.stance);
            let said = say(stance, &(desk.words.when)(of.said));
            view! { <p class="turned">{said}</p> }
        })
    };
    view! {
        <li aria-current=is_asked>
            {claim::card(desk, step.card)}
            {said(step.replaces, words.replaces)}
            {said(step.replaced_by, words.replaced_by)}
        </li>
    }
    .into_any()
}

fn clauses(desk: &Desk, tags: Vec<ClauseTag>) -> Option<AnyView> {
    let link = |tag: ClauseTag| {
        let label = (desk.words.of_plan)(&tag.number, &tag.plan.words);
        view! { <li><a href=desk.link(Subject::Clause(tag.id))>{label}</a></li> }
    };
    let links: Vec<_> = tags.into_iter().map(link).collect();
    (!links.is_empty()).then(|| {
        view! {
            <div class="about-clauses">
                <span>{desk.words.positions_view.clauses}":"</span>
                <ul class="run">{links}</ul>
            </div>
        }
        .into_any()
    })
}

fn observers(desk: &Desk, cards: Vec<ClaimCard>) -> Option<AnyView> {
    (!cards.is_empty()).then(|| {
        view! {
            <h3>{desk.words.positions_view.observers}</h3>
            {claim::list(desk, cards)}
        }
        .into_any()
    })
}
