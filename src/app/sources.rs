//! All sources, and how much rests on each.

use leptos::prelude::*;

use super::desk::Desk;
use super::intl::counts;
use super::pane::lines as said;
use super::portions::item;
use super::turns::lines;
use crate::dossier::SourceKind;
use crate::reading::{SourceLine, SourceShelf};
use crate::route::Subject;

/// The sources by kind, each with a link to all that rests on it.
pub fn page(desk: &Desk) -> AnyView {
    let words = desk.words;
    let shelves = desk.reader().sources();
    let count: usize = shelves.iter().map(|shelf| shelf.sources.len()).sum();
    let shelves: Vec<_> = shelves.into_iter().map(|one| shelf(desk, one)).collect();
    view! {
        <h1 tabindex="-1">{words.all_sources}</h1>
        <p class="lede">{counts(words.lang, &(words.sources_lede)(count))}</p>
        {shelves}
    }
    .into_any()
}

fn shelf(desk: &Desk, shelf: SourceShelf) -> AnyView {
    let kind = shelf.kind;
    let count = shelf.sources.len();
    let (here, sources) = (desk.clone(), shelf.sources);
    let lines = lines(count, item, move |at| {
        Some(line(&here, sources.get(at)?.clone()))
    });
    view! {
        <section class="shelf" aria-labelledby=id_of(kind)>
            <h2 id=id_of(kind)>{(desk.words.source_shelf)(kind)} " " <span class="meta">{count}</span></h2>
            <ul class="source-list">{lines}</ul>
        </section>
    }
    .into_any()
}

fn id_of(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "official",
        SourceKind::News => "news",
        SourceKind::StateMedia => "state-media",
        SourceKind::Secondary => "secondary",
        SourceKind::Repost => "repost",
        SourceKind::Reference => "reference",
    }
}

fn line(desk: &Desk, line: SourceLine) -> AnyView {
    let words = desk.words;
    let href = desk.link(Subject::Source(line.cite.id.clone()));
    let lang = line.lang.as_ref().map(ToString::to_string);
    let rests = counts(words.lang, &(words.rests)(line.claims, line.clauses));
    view! {
        <li>
            <a class="title" href=href lang=lang>{line.title}</a>
            <span class="from">{said::cite(desk, line.cite)}</span>
            <span class="meta">{rests}</span>
        </li>
    }
    .into_any()
}
