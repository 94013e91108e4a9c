//! The page of a region.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{claim, close, jumps, later, lines, section, strip};
use crate::reading::{Crumb, PlaceReadingLine, PlanTies, ReasonGroup, RegionPage};
use crate::route::Subject;

/// The whole page.
pub fn page(desk: &Desk, page: RegionPage) -> AnyView {
    let words = desk.words;
    let name = page.name.words.clone();
    let chosen = page.plans.iter().find(|plan| plan.chosen);
    let (counted, wider) = chosen.map_or((0, 0), |plan| (plan.counted, plan.uncounted));
    let targets = vec![
        ("positions", words.positions, String::new()),
        ("clauses", words.clauses, (words.counts)(counted, wider)),
        ("claims", words.claims, page.claims.len().to_string()),
        ("unknown", words.unknown, page.questions.len().to_string()),
    ];
    let what = page.country.as_ref().map_or_else(
        || page.what.words.clone(),
        |country| (words.unit_of)(&page.what.words, &country.words),
    );
    let local = page.local.clone().map(|local| {
        view! { <span lang=local.lang.to_string()>{local.name}</span> " · " }
    });
    let code = page.code.clone().map(|code| format!(", {code}"));
    view! {
        <header class="head">
            {crumbs(desk, page.crumbs.clone(), name.clone())}
            <h1 tabindex="-1">{desk.speak(page.name.clone())}</h1>
            <p class="local">{local} {what} {code}</p>
            {jumps(desk, targets)}
        </header>
        <div class="body">
            {notes(desk, &page)}
            {section("positions", words.where_parties_stand, words.latest_of_each.to_owned(),
                strip::table(desk, page.strip))}
            {section("clauses", words.clauses, String::new(), plans(desk, page.plans, &name))}
            {section("claims", words.claims, words.newest_first.to_owned(), {
                let near = if page.claims.is_empty() {
                    view! { <p class="empty">{words.no_claim_here}</p> }.into_any()
                } else {
                    let (desk, claims) = (desk.clone(), page.claims);
                    later(move || claim::list(&desk, claims.clone()))
                };
                let wide = (!page.wider_claims.is_empty()).then(|| view! {
                    <details class="fold">
                        <summary>{(words.wider_claims)(page.wider_claims.len())}</summary>
                        {
                            let desk = desk.clone();
                            let claims = page.wider_claims.clone();
                            later(move || claim::list(&desk, claims.clone()))
                        }
                    </details>
                });
                view! { {near} {wide} }.into_any()
            })}
            {(!page.questions.is_empty()).then(|| section("unknown", words.what_is_not_known,
                String::new(), lines::questions(desk, page.questions)))}
        </div>
    }
    .into_any()
}

fn crumbs(desk: &Desk, crumbs: Vec<Crumb>, here: String) -> AnyView {
    let link = |crumb: Crumb| {
        let id = crumb.id.to_string();
        view! {
            <li>
                <a href=desk.link(Subject::Region(crumb.id)) data-crumb=id>
                    {desk.speak(crumb.name)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="crumbs" aria-label=desk.words.way_up>
            <ol>
                {crumbs.into_iter().map(link).collect_view()}
                <li aria-current="page">{here}</li>
            </ol>
            {close(desk)}
        </nav>
    }
    .into_any()
}

/// What must be known of the place before anything else.
fn notes(desk: &Desk, page: &RegionPage) -> AnyView {
    let words = desk.words;
    let status = page.status.clone().map(|status| {
        view! {
            <div class="status">
                <p>{desk.speak(status.text)}</p>
                {lines::cites(desk, status.sources)}
            </div>
        }
    });
    let name_note = page
        .name_note
        .clone()
        .map(|note| view! { <p class="aside">{desk.speak(note)}</p> });
    let undrawn = page.undrawn.clone().map(|why| {
        view! { <p class="aside"><b>{words.not_drawn}". "</b>{desk.speak(why)}</p> }
    });
    let named = |label: &'static str, regions: &[crate::reading::RegionLine]| {
        (!regions.is_empty()).then(|| {
            view! {
                <div class="named">
                    <b>{label}</b>
                    {lines::regions(desk, regions.to_vec())}
                </div>
            }
        })
    };
    let readings = page
        .readings
        .clone()
        .into_iter()
        .map(|one| reading(desk, one));
    let readings: Vec<_> = readings.collect();
    let readings = (!readings.is_empty()).then(|| {
        section(
            "readings",
            words.readings,
            String::new(),
            view! { <div class="readings">{readings}</div> }.into_any(),
        )
    });
    view! {
        {status} {name_note} {undrawn}
        {named(words.members, &page.members)}
        {named(words.inside, &page.inside)}
        {readings}
    }
    .into_any()
}

fn reading(desk: &Desk, reading: PlaceReadingLine) -> AnyView {
    let regions = (!reading.regions.is_empty()).then(|| lines::regions(desk, reading.regions));
    view! {
        <div class="reading">
            {reading.by.map(|tag| lines::party(desk, tag))}
            <div>
                <p>{desk.speak(reading.text)}</p>
                {regions}
                {lines::cites(desk, reading.sources)}
            </div>
        </div>
    }
    .into_any()
}

/// The chosen plan in full, the others folded.
fn plans(desk: &Desk, plans: Vec<PlanTies>, region: &str) -> AnyView {
    let words = desk.words;
    if plans.iter().all(|plan| plan.groups.is_empty()) {
        return view! { <p class="empty">{words.no_clause_at_all}</p> }.into_any();
    }
    let (chosen, others): (Vec<_>, Vec<_>) = plans.into_iter().partition(|plan| plan.chosen);
    let chosen: Vec<_> = chosen
        .into_iter()
        .map(|plan| {
            let none = (plan.counted == 0)
                .then(|| view! { <p class="empty">{(words.no_clause_here)(plan.uncounted)}</p> });
            let dated = (words.when)(Some(plan.dated));
            view! {
                <p class="of-plan">{desk.speak(plan.short)} ", " {dated}</p>
                {none}
                {groups(desk, plan.groups, region)}
            }
        })
        .collect();
    let others: Vec<_> = others
        .into_iter()
        .map(|plan| {
            let count = counts(desk, plan.counted, plan.uncounted);
            let dated = (words.when)(Some(plan.dated));
            view! {
                <details class="fold">
                    <summary>
                        {desk.speak(plan.short)} <span class="meta">{dated} " · " {count}</span>
                    </summary>
                    {
                        let (desk, region) = (desk.clone(), region.to_owned());
                        later(move || {
                            groups(&desk, plan.groups.clone(), &region).into_any()
                        })
                    }
                </details>
            }
        })
        .collect();
    let others = (!others.is_empty()).then(|| view! { <h3>{words.other_plans}</h3> {others} });
    view! { {chosen} {others} }.into_any()
}

/// How many clauses, short for the eye and in words for the ear.
fn counts(desk: &Desk, counted: usize, wider: usize) -> AnyView {
    let words = desk.words;
    view! {
        <span aria-hidden="true">{(words.counts)(counted, wider)}</span>
        <span class="heard">{(words.counts_heard)(counted, wider)}</span>
    }
    .into_any()
}

fn groups(desk: &Desk, groups: Vec<ReasonGroup>, region: &str) -> Vec<AnyView> {
    groups
        .into_iter()
        .map(|one| group(desk, one, region))
        .collect()
}

fn group(desk: &Desk, group: ReasonGroup, region: &str) -> AnyView {
    let heading = (desk.words.reason_heading)(&group.reason, region);
    let count = group.lines.len();
    let list = if group.reason.counts() {
        let full = |line| lines::clause(desk, line, region);
        let lines: Vec<_> = group.lines.into_iter().map(full).collect();
        view! { <ol class="clause-list">{lines}</ol> }.into_any()
    } else {
        let short = |line| lines::short_clause(desk, line);
        let lines: Vec<_> = group.lines.into_iter().map(short).collect();
        view! { <ol class="clause-list columns">{lines}</ol> }.into_any()
    };
    view! {
        <div class="group">
            <h3 class="reason">{heading} <span class="meta">{count}</span></h3>
            {list}
        </div>
    }
    .into_any()
}
