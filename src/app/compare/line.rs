//! A line of a comparison.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::mark::ChangeMark;
use crate::dossier::Spoken;
use crate::reading::{Cell, CompareLine, ComparedClause, Mark, Run, Seen, WayStep};
use crate::route::Subject;

/// The whole line: what happened, and both sides.
pub fn line(desk: &Desk, line: CompareLine, [left, right]: [&Spoken; 2]) -> AnyView {
    let words = desk.words.compare;
    let label = line.change.map_or(words.untied, words.change);
    let slug = line.change.map_or("untied", crate::dossier::Change::slug);
    let more = more(desk, line.note, line.way, line.unlike);
    view! {
        <li class="compare-line" data-change=slug>
            <p class="change-label"><ChangeMark change=line.change /> <b>{label}</b></p>
            {side(desk, line.left, "left", left)}
            {side(desk, line.right, "right", right)}
            {more}
        </li>
    }
    .into_any()
}

/// What differs in our words, how the tie was put together, and why nothing is marked.
fn more(desk: &Desk, note: Option<Spoken>, way: Vec<WayStep>, unlike: bool) -> Option<AnyView> {
    let words = desk.words.compare;
    let through = (!way.is_empty()).then(|| through(desk, &way));
    let unlike = unlike.then_some(words.unlike);
    if note.is_none() && through.is_none() && unlike.is_none() {
        return None;
    }
    let note = note.map(|note| view! { <span>{desk.speak(note)}</span> });
    let through = through.map(|through| view! { <span>{through}</span> });
    let unlike = unlike.map(|unlike| view! { <span>{unlike}</span> });
    Some(view! { <p class="aside differs">{note} {through} {unlike}</p> }.into_any())
}

fn through(desk: &Desk, way: &[WayStep]) -> String {
    let clauses: Vec<String> = way
        .iter()
        .filter_map(|step| step.to.as_ref())
        .map(|tag| (desk.words.of_plan)(&tag.number, &tag.plan.words))
        .collect();
    let steps: Vec<&str> = way
        .iter()
        .map(|step| (desk.words.change)(step.change))
        .collect();
    let words = desk.words.compare;
    (words.through)(&clauses.join(", "), &steps.join(words.then))
}

fn side(desk: &Desk, cell: Cell, name: &'static str, plan: &Spoken) -> AnyView {
    let words = desk.words;
    let body = match cell {
        Cell::Clause(clause) => return written(desk, *clause, name, plan),
        Cell::Again(tag) => {
            let href = desk.link(Subject::Clause(tag.id));
            let said = (words.compare.above)(&tag.number);
            view! { <a href=href>{said}</a> }.into_any()
        }
        Cell::Absent => (words.absent)(&plan.words).into_any(),
        Cell::Untied => (words.compare.untied_from)(&plan.words).into_any(),
    };
    view! { <p class="compare-side none" data-side=name>{body}</p> }.into_any()
}

/// A clause, written out.
fn written(desk: &Desk, clause: ComparedClause, name: &'static str, plan: &Spoken) -> AnyView {
    let words = desk.words;
    let id = clause.id.to_string();
    let href = desk.link(Subject::Clause(clause.id));
    let seen = match clause.seen {
        Seen::Part => Some(words.compare.part_seen),
        Seen::Heading => Some(words.compare.heading_seen),
        Seen::Whole | Seen::Nothing => None,
    };
    let seen = seen.map(|seen| view! { <span class="tag">{seen}</span> });
    let agreed = (words.agreement)(clause.agreement)
        .map(|label| view! { <span class="tag strong">{label}</span> });
    let variants = (clause.variants > 1)
        .then(|| view! { <p class="meta">{(words.texts_count)(clause.variants)}</p> });
    let text = match clause.seen {
        Seen::Nothing => view! { <p class="unseen">{words.withheld}</p> }.into_any(),
        Seen::Heading if clause.text.is_empty() => ().into_any(),
        _ => {
            let lang = clause.lang.to_string();
            let lang = (lang != words.lang).then_some(lang);
            let runs: Vec<_> = clause.text.into_iter().map(|one| run(desk, one)).collect();
            view! { <p class="said" lang=lang>{runs}</p> }.into_any()
        }
    };
    let short = plan.words.clone();
    view! {
        <div class="compare-side" data-side=name>
            <span class="number"><span class="heard">{short} ": "</span> {clause.number}</span>
            <div>
                <h3>
                    <a href=href data-clause=id>{desk.speak(clause.title)}</a> {agreed} {seen}
                </h3>
                {text} {variants}
            </div>
        </div>
    }
    .into_any()
}

/// A run of the text. A mark is said as well as drawn, in the language of the page.
fn run(desk: &Desk, run: Run) -> AnyView {
    let words = desk.words.compare;
    let lang = desk.words.lang;
    let heard = |said: &'static str| view! { <span class="heard" lang=lang>" " {said} " "</span> };
    match run.mark {
        None => run.words.into_any(),
        Some(Mark::Gone) => {
            view! { <del>{heard(words.gone)} {run.words} {heard(words.mark_ends)}</del> }.into_any()
        }
        Some(Mark::PutIn) => {
            view! { <ins>{heard(words.put_in)} {run.words} {heard(words.mark_ends)}</ins> }
                .into_any()
        }
    }
}
