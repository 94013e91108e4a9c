//! Lines that several pages share: sources, party tags, clauses, questions, regions.

use leptos::prelude::*;

use super::super::address;
use super::super::desk::Desk;
use super::super::icons::{Icon, Sign};
use super::super::portions::{item, portions};
use crate::reading::{Cite, ClauseLine, PartyTag, QuestionLine, RegionLine, Told};
use crate::route::Subject;

/// A party's letters; its name for those who hear or hover.
pub fn party(desk: &Desk, tag: PartyTag) -> AnyView {
    let name = tag.name.words;
    let title = name.clone();
    view! {
        <span class="tag party" class:observer=tag.observer title=title>
            <span aria-hidden="true">{desk.speak(tag.letters)}</span>
            <span class="heard">{name}</span>
        </span>
    }
    .into_any()
}

/// A source as a link: to its address where it has one, else to its page in the dossier.
pub fn cite(desk: &Desk, cite: Cite) -> AnyView {
    let words = desk.words;
    let id = cite.id.to_string();
    let Some(publisher) = cite.publisher else {
        return view! { <span class="tag" data-source=id>{words.source_missing}</span> }.into_any();
    };
    let name = match cite.original {
        Some(original) => (words.via)(&original, &publisher),
        None => publisher,
    };
    let date = match cite.dated {
        Some(dated) => (words.when)(Some(dated)),
        None => words.undated.to_owned(),
    };
    let label = format!("{name}, {date}");
    let kind = cite.kind.and_then(words.source_kind);
    let kind = kind.map(|kind| view! { <span class="tag">{kind}</span> });
    match cite.url {
        Some(url) => view! {
            <span class="cite">
                <a href=address::elsewhere(url) data-source=id rel="external noopener noreferrer" target="_blank">
                    {label} <Icon sign=Sign::Away />
                    <span class="heard">{words.opens_elsewhere}</span>
                </a>
                {kind}
            </span>
        }
        .into_any(),
        None => view! {
            <span class="cite">
                <a href=desk.link(Subject::Source(cite.id)) data-source=id>{label}</a>
                {kind}
            </span>
        }
        .into_any(),
    }
}

/// The first source, and the others behind a count that opens.
pub fn cites(desk: &Desk, sources: Vec<Cite>) -> AnyView {
    let mut sources = sources.into_iter();
    let first = sources.next().map(|source| cite(desk, source));
    let rest: Vec<_> = sources
        .map(|source| view! { <li>{cite(desk, source)}</li> })
        .collect();
    if rest.is_empty() {
        return first.into_any();
    }
    let count = (desk.words.more_sources)(rest.len());
    view! {
        <span class="cites">
            {first}
            <details class="more">
                <summary>{count}</summary>
                <ul>{rest}</ul>
            </details>
        </span>
    }
    .into_any()
}

/// Who told something that is not their own.
pub fn told(desk: &Desk, told: Option<Told>) -> Option<AnyView> {
    let said = match told? {
        Told::By(party) => (desk.words.told_by)(&party.name.words),
        Told::ByPress => desk.words.told_by_press.to_owned(),
    };
    Some(view! { <span class="told">{said}</span> }.into_any())
}

/// A clause in a list. `region` is the name of the region that the list is about.
pub fn clause(desk: &Desk, line: ClauseLine, region: &str) -> AnyView {
    let words = desk.words;
    let agreed = (words.agreement)(line.agreement)
        .map(|label| view! { <span class="tag strong">{label}</span> });
    let texts = (line.variants > 1)
        .then(|| view! { <span class="meta">{(words.texts_count)(line.variants)}</span> });
    let slug = line.reason.as_ref().map(|(reason, _)| reason.slug());
    let why = line.reason.as_ref().map(|(reason, named)| {
        let named = named
            .as_ref()
            .map(|name| name.words.as_str())
            .unwrap_or_default();
        view! { <span class="why">{(words.reason)(reason, region, named)}</span> }
    });
    let text = match line.text {
        Some(text) => view! { <p>{desk.speak(text)}</p> }.into_any(),
        None if line.withheld => view! { <p class="unseen">{words.withheld}</p> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <li>
            <a
                class="clause"
                href=desk.link(Subject::Clause(line.id.clone()))
                data-clause=line.id.to_string()
                data-reason=slug
            >
                <span class="number">{line.number}</span>
                <span class="said">
                    <span class="title">{desk.speak(line.title)} {agreed}</span>
                    {text}
                    <span class="foot">{why} {texts}</span>
                </span>
            </a>
        </li>
    }
    .into_any()
}

/// A clause as number and title only, for lists that would be too long otherwise.
pub fn short_clause(desk: &Desk, line: ClauseLine) -> AnyView {
    let slug = line.reason.as_ref().map(|(reason, _)| reason.slug());
    view! {
        <li>
            <a
                class="clause short"
                href=desk.link(Subject::Clause(line.id.clone()))
                data-clause=line.id.to_string()
                data-reason=slug
            >
                <span class="number">{line.number}</span>
                <span class="title">{desk.speak(line.title)}</span>
            </a>
        </li>
    }
    .into_any()
}

/// What is not known.
pub fn questions(desk: &Desk, questions: Vec<QuestionLine>) -> AnyView {
    let line = |question: QuestionLine| view! { <li>{desk.speak(question.text)}</li> };
    let lines: Vec<_> = questions.into_iter().map(line).collect();
    view! { <ul class="questions">{lines}</ul> }.into_any()
}

/// How many regions come at once.
const REGIONS: usize = 80;

/// Links to regions in one run of text.
pub fn regions(desk: &Desk, regions: Vec<RegionLine>) -> AnyView {
    let here = desk.clone();
    let link = move |region: &RegionLine| {
        let href = here.link(Subject::Region(region.id.clone()));
        view! { <li><a href=href>{here.speak(region.name.clone())}</a></li> }.into_any()
    };
    let links = portions(desk, regions, REGIONS, item, link);
    view! { <ul class="run">{links}</ul> }.into_any()
}
