//! The page of a source: what it is, and all that rests on it.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{claim, close, lines, section};
use crate::reading::{ClauseTag, SourcePage};
use crate::route::Subject;

/// The whole page.
pub fn page(desk: &Desk, page: SourcePage) -> AnyView {
    let words = desk.words;
    let lang = page.lang.as_ref().map(ToString::to_string);
    let address = match page.cite.url.clone() {
        Some(url) => {
            let shown = url.clone();
            view! {
                <p><a href=url rel="external noopener noreferrer" target="_blank">{shown}</a></p>
            }
            .into_any()
        }
        None => view! { <p class="aside">{words.no_address}</p> }.into_any(),
    };
    let note = page
        .note
        .map(|note| view! { <p class="aside">{desk.speak(note)}</p> });
    let clause = |(tag, title): (ClauseTag, crate::dossier::Spoken)| {
        let label = (words.of_plan)(&tag.number, &tag.plan.words);
        view! {
            <li>
                <a href=desk.link(Subject::Clause(tag.id))>{label}</a> " " {desk.speak(title)}
            </li>
        }
    };
    let clauses: Vec<_> = page.clauses.into_iter().map(clause).collect();
    let clauses = (!clauses.is_empty()).then(|| view! { <ul class="plain-list">{clauses}</ul> });
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
            {section("rests", words.rests_on_it, String::new(), view! {
                {clauses} {claim::list(desk, page.claims)}
            }.into_any())}
        </div>
    }
    .into_any()
}
