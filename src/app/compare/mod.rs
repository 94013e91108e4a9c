//! Two plans, clause against clause.

mod heads;
mod line;
mod mark;
mod rail;

use std::sync::Arc;

use leptos::prelude::*;

use super::desk::Desk;
use super::portions::{self, portions};
use super::slices::{Step, worked_out};
use super::turns::to_come;
use crate::dossier::{PlanId, PlanKind, RegionId, When};
use crate::reading::{
    CHANGES, CompareLine, Comparing, Comparison, Filters, PlanPair, Refusal, Refused,
};
use crate::route::{Route, Subject};
use heads::Heads;
use rail::Rail;

/// What the address asks a comparison for.
#[derive(Clone, PartialEq)]
struct Asked {
    from: Option<PlanId>,
    plan: Option<PlanId>,
    filters: Filters,
    region: Option<RegionId>,
}

impl Asked {
    fn of(desk: &Desk) -> Self {
        let route = desk.route.read();
        Self {
            from: route.from.clone(),
            plan: route.plan.clone(),
            filters: route.filters.clone(),
            region: match desk.shown(&route) {
                Subject::Region(id) => Some(id),
                _ => None,
            },
        }
    }
}

/// What all parts of the view follow.
#[derive(Clone, Copy)]
struct Table {
    asked: Memo<Asked>,
    pair: Memo<Option<PlanPair>>,
    found: RwSignal<Option<Arc<Option<Arc<Comparison>>>>>,
}

/// The view. `whole` is the dossier as it is on its own day, `desk` as it was on the one that is shown.
pub fn page(whole: &Desk, desk: &Desk) -> AnyView {
    let table = Table::of(whole, desk);
    let (shown, telling, whole) = (desk.clone(), desk.clone(), whole.clone());
    let any = Memo::new(move |_| table.pair.read().is_some());
    let body = move || {
        if !any.get() {
            return too_early(&whole, &telling);
        }
        let (left, right) = (shown.clone(), shown.clone());
        view! {
            <div class="compare">
                <Rail desk=left table />
                <Body desk=right table />
            </div>
        }
        .into_any()
    };
    body.into_any()
}

impl Table {
    fn of(whole: &Desk, desk: &Desk) -> Self {
        let asked = {
            let desk = desk.clone();
            Memo::new(move |_| Asked::of(&desk))
        };
        let pair = {
            let (whole, desk) = (whole.clone(), desk.clone());
            Memo::new(move |_| {
                let asked = asked.read();
                let (from, plan) = (asked.from.as_ref(), asked.plan.as_ref());
                desk.reader().plan_pair(from, plan, &whole.loaded.dossier)
            })
        };
        let found = {
            let desk = desk.clone();
            worked_out(move || compare(&desk, pair.get(), &asked.read()))
        };
        Self { asked, pair, found }
    }

    /// The comparison, once it is there.
    fn comparison(self) -> Option<Arc<Comparison>> {
        self.found.get().and_then(|found| (*found).clone())
    }
}

/// The comparison of a pair, step by step.
fn compare(desk: &Desk, pair: Option<PlanPair>, asked: &Asked) -> Step<Option<Arc<Comparison>>> {
    let desk = desk.clone();
    let mut making = pair.and_then(|pair| {
        let region = asked.region.as_ref();
        let reader = desk.reader();
        Comparing::of(&reader, &pair.left, &pair.right, &asked.filters, region)
    });
    Box::new(move || {
        let reader = desk.reader();
        let is_more = making.as_mut().is_some_and(|making| making.step(&reader));
        (!is_more).then(|| {
            let found = making.take().and_then(|making| making.finish(&reader));
            found.map(Arc::new)
        })
    })
}

/// Heading, heads of the columns, lines.
#[component]
fn Body(desk: Desk, table: Table) -> impl IntoView {
    let words = desk.words.compare;
    let heading = {
        let desk = desk.clone();
        move || {
            let pair = table.pair.get()?;
            let short = |id: &PlanId| {
                let plan = desk.loaded.dossier.plans.get(id);
                plan.map(|plan| desk.reader().say(&plan.short).words)
                    .unwrap_or_default()
            };
            Some((words.heading)(&short(&pair.left), &short(&pair.right)))
        }
    };
    let refused = {
        let desk = desk.clone();
        move || {
            let refused = table.pair.get().map(|pair| pair.refused);
            let told = refused.unwrap_or_default().into_iter();
            told.map(|one| view! { <p class="refused">{refusal(&desk, one)}</p> })
                .collect_view()
        }
    };
    let count = move || {
        let found = table.comparison();
        found.map(|found| (words.lines)(found.lines.len()))
    };
    let counts = {
        let desk = desk.clone();
        move || {
            let found = table.comparison();
            found.map(|found| counted(&desk, &found))
        }
    };
    let lines = {
        let desk = desk.clone();
        move || match table.found.get() {
            Some(found) => found
                .as_ref()
                .as_ref()
                .map(|found| lines(&desk, found))
                .into_any(),
            None => to_come(),
        }
    };
    view! {
        <div class="compare-body">
            <h1 tabindex="-1">{heading}</h1>
            <p class="lede">
                {words.lede} " " <del>{words.sample_gone}</del> ", " <ins>{words.sample_put_in}</ins> ". "
                {words.unlike}
            </p>
            {refused}
            <Heads desk=desk table />
            <p class="counted"><b role="status">{count}</b> " " <span>{counts}</span></p>
            {lines}
        </div>
    }
}

/// How many of the lines that are shown there are of each change.
fn counted(desk: &Desk, found: &Comparison) -> String {
    let words = desk.words.compare;
    let count = |change| {
        let lines = found.lines.iter();
        lines.filter(|line| line.change == change).count()
    };
    let changes = CHANGES.map(|change| (change, count(Some(change))));
    let changes = changes.iter().filter(|(_, count)| *count > 0);
    let changes = changes.map(|(change, count)| (words.count_of)(*change, *count));
    let untied = Some(count(None)).filter(|count| *count > 0);
    let parts: Vec<String> = changes.chain(untied.map(words.untied_count)).collect();
    parts.join(" · ")
}

/// How many lines come at once: more than the longest plan of this kind has clauses.
const PORTION: usize = 60;

/// What to know before reading, and the lines.
fn lines(desk: &Desk, found: &Comparison) -> AnyView {
    let words = desk.words.compare;
    let direction = (!found.left_is_earlier).then(|| {
        let said = (words.direction)(&found.right.short.words, &found.left.short.words);
        view! { <p class="aside">{said}</p> }
    });
    let no_text = [&found.left, &found.right].map(|plan| {
        plan.no_text.then(|| {
            let short = desk.speak(plan.short.clone());
            view! { <p class="aside"><b>{short}</b> ": " {words.no_text}</p> }
        })
    });
    let body = if found.lines.is_empty() {
        nothing(desk)
    } else {
        let (left, right) = (found.left.short.clone(), found.right.short.clone());
        let here = desk.clone();
        // The heads scroll away; which column is which plan must not.
        let names = [&left, &right].map(|name| view! { <span>{desk.speak(name.clone())}</span> });
        let line = move |one: &CompareLine| line::line(&here, one.clone(), [&left, &right]);
        let lines = portions(desk, found.lines.clone(), PORTION, portions::item, line);
        let later = if found.left_is_earlier {
            "right"
        } else {
            "left"
        };
        view! {
            <div class="compare-names" aria-hidden="true">{names}</div>
            <ol class="compare-lines" data-later-side=later>{lines}</ol>
        }
        .into_any()
    };
    view! {
        {direction} {no_text} {body}
    }
    .into_any()
}

/// No line passes, and the way out.
fn nothing(desk: &Desk) -> AnyView {
    let words = desk.words.compare;
    let route = desk.route.get_untracked();
    let all = Route {
        subject: Subject::Overview,
        filters: Filters::default(),
        ..route
    };
    view! {
        <p class="empty">
            {words.nothing} " "
            <a class="clear" href=all.without_theme().to_string()>{words.clear}</a>
        </p>
    }
    .into_any()
}

/// Fewer than two plans are out; a dossier of one plan has no later day to offer.
fn too_early(whole: &Desk, desk: &Desk) -> AnyView {
    let words = desk.words;
    let route = desk.route.get_untracked();
    let latest = Route {
        as_of: None,
        ..route
    };
    let plans = whole.loaded.dossier.plans.iter();
    let told = if plans.filter(|plan| plan.kind == PlanKind::Plan).count() < 2 {
        view! { <p class="empty">{words.compare.only_plan}</p> }.into_any()
    } else {
        view! {
            <p class="empty">
                {words.compare.one_plan} " "
                <a href=latest.without_theme().to_string()>{words.compare.to_latest}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <h1 tabindex="-1">{(words.view)(crate::route::View::Compare)}</h1>
        {told}
    }
    .into_any()
}

fn refusal(desk: &Desk, refused: Refused) -> String {
    let words = desk.words.compare;
    let name = refused.name.words;
    match refused.why {
        Refusal::Unknown => (words.unknown)(&name),
        Refusal::NotOut(dated) => (words.not_out)(&name, &said(desk, dated)),
        Refusal::Digest => (words.digest)(&name),
        Refusal::Same => (words.same)(&name),
    }
}

fn said(desk: &Desk, when: When) -> String {
    (desk.words.when)(Some(when))
}
