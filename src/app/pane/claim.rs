//! A claim as a compact card.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::icons::{StanceMark, stance_class};
use super::{lines, party};
use crate::app::portions::{bare, portions};
use crate::dossier::{ClaimId, Quote, Stance, When};
use crate::reading::{ClaimCard, ClauseTag};
use crate::route::Subject;

/// How many cards come at once: some windows full.
const PORTION: usize = 60;

/// How many come at once where there are several lists.
pub const SHORT: usize = PORTION / 3;

/// The cards of claims in a list, so many at a time.
pub fn list(desk: &Desk, claims: Vec<ClaimId>) -> AnyView {
    list_by(desk, claims, PORTION)
}

/// The same for one of several lists of a page.
pub fn short_list(desk: &Desk, claims: Vec<ClaimId>) -> AnyView {
    list_by(desk, claims, SHORT)
}

fn list_by(desk: &Desk, claims: Vec<ClaimId>, size: usize) -> AnyView {
    let card = {
        let desk = desk.clone();
        move |id: &ClaimId| {
            let claim = desk.loaded.dossier.claims.get(id);
            claim
                .map(|claim| card(&desk, desk.reader().claim_card(claim)))
                .into_any()
        }
    };
    let cards = portions(desk, claims, size, bare, card);
    view! { <div class="claims">{cards}</div> }.into_any()
}

/// All of these cards in a list.
pub fn cards(desk: &Desk, claims: Vec<ClaimCard>) -> AnyView {
    let cards: Vec<_> = claims.into_iter().map(|claim| card(desk, claim)).collect();
    view! { <div class="claims">{cards}</div> }.into_any()
}

/// One card: who, when, stance towards what, words, source.
pub fn card(desk: &Desk, claim: ClaimCard) -> AnyView {
    let words = desk.words;
    let id = claim.id.to_string();
    let here = desk.link(Subject::Claim(claim.id.clone()));
    let reported = claim.is_reported();
    let role = claim
        .role
        .map(|role| view! { <span class="role">{desk.speak(role)}</span> });
    let about = claim.about.map(|party| {
        view! { <p class="told">{(words.about_party)(&party.name.words)}</p> }
    });
    let notes: Vec<_> = [claim.note, claim.dating]
        .into_iter()
        .flatten()
        .map(|note| view! { <p class="aside">{desk.speak(note)}</p> })
        .collect();
    let translated = claim.quote.as_ref().is_some_and(|quote| quote.translated);
    let translated = translated.then(|| view! { <span class="tag">{words.translated}</span> });
    let unnamed = claim
        .unnamed
        .then(|| view! { <span class="tag">{words.unnamed}</span> });
    view! {
        <article class="claim" class:reported=reported data-claim=id>
            {claim.party.map(|tag| party::link(desk, tag))}
            <div>
                <p class="who">
                    <b>{desk.speak(claim.speaker)}</b>
                    {role}
                    <a class="when" href=here>
                        <time>{(words.when)(claim.said)}</time>
                    </a>
                </p>
                <p class="stance-line">
                    {stance(desk, claim.stance)} " " {desk.speak(claim.matter)}
                </p>
                {claim.quote.map(quote)}
                <p class="words">{desk.speak(claim.text)}</p>
                {lines::told(desk, claim.told).map(|told| view! { <p>{told}</p> })}
                {about}
                {notes}
                <div class="foot">
                    {lines::cites(desk, claim.sources)} {unnamed} {translated}
                    <span class="on">{clauses(desk, claim.clauses)}</span>
                </div>
            </div>
        </article>
    }
    .into_any()
}

/// A stance in word and mark.
fn stance(desk: &Desk, stance: Stance) -> AnyView {
    let words = desk.words;
    let since = match stance {
        Stance::Silent { as_of } => {
            Some((words.silent_as_of)(&(words.when)(Some(When::Day(as_of)))))
        }
        _ => None,
    };
    view! {
        <span class=format!("stance {}", stance_class(stance))>
            <StanceMark stance /> {(words.stance)(stance)} ":"
        </span>
        {since.map(|since| view! { " " <span class="since">{since}". "</span> })}
    }
    .into_any()
}

fn quote(quote: Quote) -> impl IntoView {
    view! { <q lang=quote.lang.to_string()>{quote.words}</q> }
}

fn clauses(desk: &Desk, tags: Vec<ClauseTag>) -> Vec<AnyView> {
    let link = |tag: ClauseTag| {
        let label = (desk.words.of_plan)(&tag.number, &tag.plan.words);
        view! { <a href=desk.link(Subject::Clause(tag.id))>{label}</a> }.into_any()
    };
    tags.into_iter().map(link).collect()
}
