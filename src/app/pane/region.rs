//! The page of a region.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{claim, close, jumps, lines, section, strip};
use crate::app::portions::{self, portions};
use crate::app::slices::worked_out;
use crate::app::turns::{later, to_come};
use crate::dossier::{PlanId, RegionId};
use crate::reading::{
    ClauseLine, Crumb, PlaceReadingLine, PlanTies, ReasonGroup, RegionHead, RegionMaking,
    RegionPage,
};
use crate::route::Subject;

/// How many clauses come at once.
const PORTION: usize = 40;

/// The whole page: its head at once, the rest part by part. `None` when the dossier has no such region.
pub fn page(desk: &Desk, id: &RegionId, plan: &PlanId) -> Option<AnyView> {
    let head = desk.reader().region_head(id)?;
    let name = head.name.words.clone();
    let worked = {
        let (desk, id, plan) = (desk.clone(), id.clone(), plan.clone());
        worked_out(move || {
            let (desk, mut making) = (desk.clone(), Some(RegionMaking::of(&id, &plan)));
            Box::new(move || {
                let reader = desk.reader();
                let is_more = making.as_mut().is_some_and(|making| making.step(&reader));
                let made = || making.take().and_then(|making| making.finish(&reader));
                (!is_more).then(made)
            })
        })
    };
    let part = |build: fn(&Desk, &RegionPage, &str) -> AnyView| {
        let (desk, name) = (desk.clone(), name.clone());
        let part = move || {
            let (desk, name) = (desk.clone(), name.clone());
            match worked.get() {
                None => to_come(),
                Some(page) => later(move || {
                    let page = page.as_ref().as_ref();
                    page.map(|page| build(&desk, page, &name)).into_any()
                }),
            }
        };
        part.into_any()
    };
    let view = view! {
        <header class="head">
            {crumbs(desk, head.crumbs.clone(), name.clone())}
            <h1 tabindex="-1">{desk.speak(head.name.clone())}</h1>
            {what(desk, head)}
            {part(|desk, page, _| jump_links(desk, page))}
        </header>
        <div class="body">
            {part(|desk, page, _| stands(desk, page))}
            {part(|desk, page, name| {
                let plans = plans(desk, page.plans.clone(), name);
                section("clauses", desk.words.clauses, String::new(), plans)
            })}
            {part(|desk, page, _| claims(desk, page))}
        </div>
    };
    Some(view.into_any())
}

/// The line under the name: its local name, what it is, its code.
pub fn what(desk: &Desk, head: RegionHead) -> AnyView {
    let what = match &head.country {
        Some(country) => (desk.words.unit_of)(&head.what.words, &country.words),
        None => head.what.words,
    };
    let local = head.local.map(|local| {
        view! { <span lang=local.lang.to_string()>{local.name}</span> " · " }
    });
    let code = head.code.map(|code| format!(", {code}"));
    view! { <p class="local">{local} {what} {code}</p> }.into_any()
}

fn jump_links(desk: &Desk, page: &RegionPage) -> AnyView {
    let words = desk.words;
    let chosen = page.plans.iter().find(|plan| plan.chosen);
    let (counted, wider) = chosen.map_or((0, 0), |plan| (plan.counted, plan.uncounted));
    let targets = vec![
        ("positions", words.positions, String::new()),
        ("clauses", words.clauses, (words.counts)(counted, wider)),
        ("claims", words.claims, page.claims.len().to_string()),
        ("unknown", words.unknown, page.questions.len().to_string()),
    ];
    jumps(desk, targets).into_any()
}

/// What must be known first, and where the parties stand.
fn stands(desk: &Desk, page: &RegionPage) -> AnyView {
    let words = desk.words;
    let table = strip::table(desk, page.strip.clone());
    let readings = readings(desk, page);
    view! {
        {notes(desk, page)}
        {readings.map(|list| section("readings", words.readings, String::new(), list))}
        {section("positions", words.where_parties_stand, words.latest_of_each.to_owned(), table)}
    }
    .into_any()
}

/// The claims, and what is not known.
fn claims(desk: &Desk, page: &RegionPage) -> AnyView {
    let words = desk.words;
    let near = if page.claims.is_empty() {
        view! { <p class="empty">{words.no_claim_here}</p> }.into_any()
    } else {
        claim::list(desk, page.claims.clone())
    };
    let wide = (!page.wider_claims.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{(words.wider_claims)(page.wider_claims.len())}</summary>
                {
                    let desk = desk.clone();
                    let claims = page.wider_claims.clone();
                    later(move || claim::list(&desk, claims.clone()))
                }
            </details>
        }
    });
    let questions = (!page.questions.is_empty()).then(|| {
        let lines = lines::questions(desk, page.questions.clone());
        section("unknown", words.what_is_not_known, String::new(), lines)
    });
    let both = view! { {near} {wide} }.into_any();
    view! {
        {section("claims", words.claims, words.newest_first.to_owned(), both)}
        {questions}
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
pub fn notes(desk: &Desk, page: &RegionPage) -> AnyView {
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
    view! {
        {status} {name_note} {undrawn}
        {named(words.members, &page.members)}
        {named(words.inside, &page.inside)}
    }
    .into_any()
}

/// What sources say that the place means, where any does.
pub fn readings(desk: &Desk, page: &RegionPage) -> Option<AnyView> {
    let readings = page.readings.clone().into_iter();
    let readings: Vec<_> = readings.map(|one| reading(desk, one)).collect();
    (!readings.is_empty()).then(|| view! { <div class="readings">{readings}</div> }.into_any())
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
        let (here, region) = (desk.clone(), region.to_owned());
        let full = move |line: &ClauseLine| lines::clause(&here, line.clone(), &region);
        let lines = portions(desk, group.lines, PORTION, portions::item, full);
        view! { <ol class="clause-list">{lines}</ol> }.into_any()
    } else {
        let here = desk.clone();
        let short = move |line: &ClauseLine| lines::short_clause(&here, line.clone());
        let lines = portions(desk, group.lines, PORTION, portions::item, short);
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
