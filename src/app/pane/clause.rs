//! The page of a clause.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::icons::{Icon, Sign};
use super::{claim, close, jumps, lines, section, strip};
use crate::app::turns::later;
use crate::reading::{ClausePage, GroundLine, Kin, LineageEnd, SeenWording, VariantCard};
use crate::route::Subject;

/// The whole page.
pub fn page(desk: &Desk, page: ClausePage) -> AnyView {
    let words = desk.words;
    let targets = vec![
        ("text", words.text, String::new()),
        ("lineage", words.lineage, String::new()),
        ("ground", words.ground, page.ground.len().to_string()),
        ("positions", words.positions, String::new()),
        ("claims", words.claims, page.claims.len().to_string()),
    ];
    let agreed = (words.agreement)(page.agreement)
        .map(|label| view! { <span class="tag strong">{label}</span> " " });
    let where_in_plan = match &page.whole {
        Some(whole) => (words.part_of)(&page.number, &whole.number),
        None => (words.clause_of)(&page.number, page.points),
    };
    let dated = (words.when)(Some(page.dated));
    let stands = {
        let (desk, strip) = (desk.clone(), page.strip.clone());
        let words = desk.words;
        later(move || {
            let table = strip::table(&desk, strip.clone());
            let meta = words.latest_of_each.to_owned();
            section("positions", words.where_parties_stand, meta, table)
        })
    };
    let claims = {
        let (desk, claims) = (desk.clone(), page.claims.clone());
        later(move || {
            let words = desk.words;
            let list = if claims.is_empty() {
                view! { <p class="empty">{words.no_claim}</p> }.into_any()
            } else {
                claim::list(&desk, claims.clone())
            };
            section("claims", words.claims, words.newest_first.to_owned(), list)
        })
    };
    let questions = (!page.questions.is_empty()).then(|| {
        section(
            "unknown",
            words.what_is_not_known,
            String::new(),
            lines::questions(desk, page.questions.clone()),
        )
    });
    view! {
        <header class="head">
            {crumbs(desk, &page)}
            <h1 tabindex="-1">{desk.speak(page.title.clone())}</h1>
            <p class="local">{agreed} {where_in_plan} " · " {dated}</p>
            {jumps(desk, targets)}
        </header>
        <div class="body">
            <p class="status">{desk.speak(page.plan_status.clone())}</p>
            {section("text", words.text, words.in_our_words.to_owned(), text(desk, &page))}
            {section("lineage", words.lineage, String::new(), lineage(desk, &page))}
            {section("ground", words.ground, String::new(), ground(desk, page.ground))}
            {stands}
            {claims}
            {questions}
        </div>
    }
    .into_any()
}

fn crumbs(desk: &Desk, page: &ClausePage) -> AnyView {
    let words = desk.words;
    let whole = page.whole.clone().map(|whole| {
        view! { <li><a href=desk.link(Subject::Clause(whole.id))>{whole.number}</a></li> }
    });
    let step = |to: &Option<crate::reading::ClauseTag>, label: &'static str, sign: Sign| {
        to.clone().map(|to| {
            view! {
                <a class="button plain" href=desk.link(Subject::Clause(to.id)) aria-label=label>
                    <Icon sign />
                </a>
            }
        })
    };
    view! {
        <nav class="crumbs" aria-label=words.way_up>
            <ol>
                <li><a href=desk.link(Subject::Overview)>{desk.speak(page.plan_short.clone())}</a></li>
                {whole}
                <li aria-current="page">{page.number.clone()}</li>
            </ol>
            {step(&page.previous, words.previous, Sign::Back)}
            {step(&page.next, words.next, Sign::Onward)}
            {close(desk)}
        </nav>
    }
    .into_any()
}

/// The wording, the parts, and the rival texts.
fn text(desk: &Desk, page: &ClausePage) -> AnyView {
    let words = desk.words;
    let wording = match page.wording.clone() {
        SeenWording::Whole(text) => view! { <p class="wording">{desk.speak(text)}</p> }.into_any(),
        SeenWording::Part(text) => view! {
            <p class="wording">{desk.speak(text)}</p>
            <p class="aside">{words.part_seen}</p>
        }
        .into_any(),
        SeenWording::Heading if page.parts.is_empty() => {
            view! { <p class="aside">{words.heading_only}</p> }.into_any()
        }
        SeenWording::Heading => ().into_any(),
        SeenWording::Withheld => view! { <p class="aside">{words.withheld}</p> }.into_any(),
    };
    let note = page
        .note
        .clone()
        .map(|note| view! { <p class="aside">{desk.speak(note)}</p> });
    let parts: Vec<_> = page
        .parts
        .iter()
        .map(|part| lines::clause(desk, part.clone(), ""))
        .collect();
    let parts = (!parts.is_empty()).then(|| view! { <ol class="clause-list">{parts}</ol> });
    let variants: Vec<_> = page
        .variants
        .iter()
        .map(|v| variant(desk, v.clone()))
        .collect();
    let rival = (!variants.is_empty()).then(|| {
        view! {
            <h3>{(words.rival_texts)(variants.len())}</h3>
            <div class="variants">{variants}</div>
        }
    });
    view! {
        {wording} {note}
        <p class="foot">{lines::cites(desk, page.sources.clone())}</p>
        {parts} {rival}
    }
    .into_any()
}

fn variant(desk: &Desk, variant: VariantCard) -> AnyView {
    let words = desk.words;
    let tags: Vec<_> = variant
        .proposed_by
        .into_iter()
        .map(|tag| lines::party(desk, tag))
        .collect();
    let shares: Vec<_> = variant
        .shares
        .into_iter()
        .map(|share| view! { <li>{desk.speak(share)}</li> })
        .collect();
    let shares = (!shares.is_empty()).then(|| view! { <ul class="shares">{shares}</ul> });
    view! {
        <article class="variant" data-variant=variant.id.to_string()>
            <div><span class="heard">{words.proposed_by}</span> {tags}</div>
            <div>
                <h4>{desk.speak(variant.title)} <time>{(words.when)(Some(variant.as_of))}</time></h4>
                {shares}
                <p>{desk.speak(variant.text)}</p>
                <p class="foot">
                    {lines::told(desk, variant.told)} {lines::cites(desk, variant.sources)}
                </p>
            </div>
        </article>
    }
    .into_any()
}

/// Backwards, this clause, forwards, as one line through time.
fn lineage(desk: &Desk, page: &ClausePage) -> AnyView {
    let words = desk.words;
    if page.before.is_empty() && page.after.is_empty() {
        return view! { <p class="empty">{words.no_lineage}</p> }.into_any();
    }
    let before: Vec<_> = page
        .before
        .iter()
        .map(|one| kin(desk, one.clone()))
        .collect();
    let after: Vec<_> = page
        .after
        .iter()
        .map(|one| kin(desk, one.clone()))
        .collect();
    view! {
        <ol class="lineage">
            {before}
            <li class="here">
                <span class="when"><b>{desk.speak(page.plan_short.clone())}</b> {(words.when)(Some(page.dated))}</span>
                <p><b>{page.number.clone()}</b> ", " {words.this_clause}</p>
            </li>
            {after}
        </ol>
    }
    .into_any()
}

fn kin(desk: &Desk, kin: Kin) -> AnyView {
    let words = desk.words;
    let end = match kin.end {
        LineageEnd::Clause(tag, title) => {
            let id = tag.id.to_string();
            let label = (words.clause_title)(&tag.number, &title.words);
            view! { <a href=desk.link(Subject::Clause(tag.id)) data-kin=id>{label}</a> }.into_any()
        }
        LineageEnd::Absent => (words.absent)(&kin.short.words).into_any(),
    };
    let note = kin
        .note
        .map(|note| view! { <span class="aside">{desk.speak(note)}</span> });
    view! {
        <li>
            <span class="when"><b>{desk.speak(kin.short)}</b> {(words.when)(Some(kin.dated))}</span>
            <p>{end} " " <span class="change">{(words.change)(kin.change)}</span> {note}</p>
        </li>
    }
    .into_any()
}

/// The regions that the clause names.
fn ground(desk: &Desk, ground: Vec<GroundLine>) -> AnyView {
    let words = desk.words;
    if ground.is_empty() {
        return view! { <p class="empty">{words.no_ground}</p> }.into_any();
    }
    let line = |line: GroundLine| {
        let id = line.id.to_string();
        let part = line
            .part
            .map(|part| view! { <span class="number">{part}</span> });
        let effect = line
            .effect
            .map(|effect| view! { <span>{desk.speak(effect)}</span> });
        let note = line
            .note
            .map(|note| view! { <span class="aside">{desk.speak(note)}</span> });
        let off = (!line.drawn).then(|| view! { <span class="tag">{words.not_on_map}</span> });
        view! {
            <li data-ground=id>
                {part}
                <span>
                    <a href=desk.link(Subject::Region(line.id))>{desk.speak(line.name)}</a> " "
                    {effect} " " {note} {off}
                </span>
            </li>
        }
    };
    let lines: Vec<_> = ground.into_iter().map(line).collect();
    view! { <ul class="ground">{lines}</ul> }.into_any()
}
