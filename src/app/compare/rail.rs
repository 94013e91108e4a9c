//! What a comparison can be narrowed down to, beside it.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::super::address;
use super::super::desk::Desk;
use super::super::filters::{Choice, in_turns};
use super::super::icons::{Icon, Sign};
use super::super::map::media;
use super::Table;
use super::mark::ChangeMark;
use crate::dossier::{Change, PlanId};
use crate::legend::LAST_CLASS;
use crate::reading::{CHANGES, Filters};
use crate::route::{Route, Subject};

/// Plans, changes, place, topic, and the key of the small maps.
#[component]
pub fn Rail(desk: Desk, table: Table) -> impl IntoView {
    let words = desk.words.compare;
    let open = media("(min-width: 960px)");
    let class_label = desk.words.class_label;
    let step = |class: u8| {
        let label = class_label(class, class == LAST_CLASS);
        view! { <li><i class=format!("swatch class-{class}")></i> {label}</li> }
    };
    view! {
        <details class="rail" open=open>
            <summary>{words.choices}</summary>
            <Plans desk=desk.clone() table />
            <Changes desk=desk.clone() table />
            <Narrowing desk=desk.clone() table />
            <section class="rail-key">
                <h2>{words.ramp}</h2>
                <ul class="ramp">{(0..=LAST_CLASS).map(step).collect_view()}</ul>
                <p class="meta">{words.ramp_note}</p>
            </section>
        </details>
    }
}

/// From which plan to which.
#[component]
fn Plans(desk: Desk, table: Table) -> impl IntoView {
    let words = desk.words.compare;
    let route = desk.route;
    let go = move |left: PlanId, right: PlanId| {
        address::go(&Route {
            from: Some(left),
            plan: Some(right),
            ..route.get_untracked()
        });
    };
    let choose = move |event: web_sys::Event, is_left: bool| {
        let Some(pair) = table.pair.get_untracked() else {
            return;
        };
        let Ok(chosen) = event_target_value(&event).parse::<PlanId>() else {
            return;
        };
        // Who chooses what stands on the other side wants it on this one.
        match (is_left, chosen) {
            (true, chosen) if chosen == pair.right => go(chosen, pair.left),
            (true, chosen) => go(chosen, pair.right),
            (false, chosen) if chosen == pair.left => go(pair.right, chosen),
            (false, chosen) => go(pair.left, chosen),
        }
    };
    let swap = move |_| {
        if let Some(pair) = table.pair.get_untracked() {
            go(pair.right, pair.left);
        }
    };
    let options = {
        let desk = desk.clone();
        move |is_left: bool| {
            let chosen = table.pair.get();
            let chosen = chosen.map(|pair| if is_left { pair.left } else { pair.right });
            let reader = desk.reader();
            let plans = reader.comparable_plans().into_iter();
            plans
                .map(|plan| {
                    let is_on = chosen.as_ref() == Some(&plan.id);
                    let short = reader.say(&plan.short).words;
                    let id = plan.id.to_string();
                    view! { <option value=id prop:selected=is_on>{short}</option> }
                })
                .collect_view()
        }
    };
    let (left, right) = (options.clone(), options);
    view! {
        <section class="rail-plans">
            <label>
                <span>{words.from_plan}</span>
                <select name="from" on:change=move |event| choose(event, true)>
                    {move || left(true)}
                </select>
            </label>
            <button class="button" aria-label=words.swap title=words.swap on:click=swap>
                <Icon sign=Sign::Swap />
            </button>
            <label>
                <span>{words.to_plan}</span>
                <select name="plan" on:change=move |event| choose(event, false)>
                    {move || right(false)}
                </select>
            </label>
        </section>
    }
}

/// The changes, each with its mark and how many lines there are of it. What is checked is shown.
#[component]
fn Changes(desk: Desk, table: Table) -> impl IntoView {
    let words = desk.words.compare;
    let route = desk.route;
    let show = move |changes: Vec<Change>| {
        let now = route.get_untracked();
        let filters = Filters {
            changes,
            ..now.filters.clone()
        };
        address::go(&now.with_filters(filters));
    };
    let count = move |change: Change| {
        let found = table.comparison();
        let counts = found.iter().flat_map(|found| &found.counts);
        let mut of = counts.filter(|(of, _)| *of == change);
        of.next().map_or(0, |(_, count)| *count)
    };
    let untied = move || table.comparison().map_or(0, |found| found.untied);
    let any = move || table.asked.read().filters.changes.is_empty();
    let without_kept = move || !any() && !is_shown(&table.asked.read().filters, Change::Kept);
    let row = move |change: Change| {
        let is_on = move || is_shown(&table.asked.read().filters, change);
        let label = (words.change)(change);
        let only = move || {
            let now = route.get();
            let filters = Filters {
                changes: vec![change],
                ..now.filters.clone()
            };
            now.with_filters(filters).without_theme().to_string()
        };
        let turn = move |event: web_sys::Event| {
            let changes = turned(&route.get_untracked().filters, change);
            // Who unchecks the last one gets all: the box must not stay as the hand left it.
            let is_on = changes.is_empty() || changes.contains(&change);
            event_target::<HtmlInputElement>(&event).set_checked(is_on);
            show(changes);
        };
        view! {
            <li hidden=move || count(change) == 0 && (any() || !is_on())>
                <label>
                    <input type="checkbox" name="change" value=change.slug() prop:checked=is_on on:change=turn />
                    <ChangeMark change=Some(change) />
                    <span>{label}</span>
                </label>
                <a class="count" href=only aria-label=move || (words.only_this)(label, count(change))>
                    {move || count(change)}
                </a>
            </li>
        }
    };
    let only_changes = move |event: web_sys::Event| {
        let now = route.get_untracked().filters;
        let is_on = !now.changes.is_empty() && !is_shown(&now, Change::Kept);
        let changes = if is_on {
            turned(&now, Change::Kept)
        } else {
            let all = CHANGES.into_iter();
            let rest = all.filter(|of| *of != Change::Kept && is_shown(&now, *of));
            in_order(&rest.collect::<Vec<_>>())
        };
        let is_on = !changes.is_empty() && !changes.contains(&Change::Kept);
        event_target::<HtmlInputElement>(&event).set_checked(is_on);
        show(changes);
    };
    view! {
        <section class="rail-changes">
            <h2>{words.what_changed}</h2>
            <ul>
                {CHANGES.map(row).collect_view()}
                <li hidden=move || untied() == 0>
                    <span class="no-box" class:off=move || !any()>
                        <ChangeMark change=None /> <span>{words.untied}</span>
                    </span>
                    <span class="count">{untied}</span>
                </li>
            </ul>
            <label class="only">
                <input type="checkbox" name="only-changes" prop:checked=without_kept on:change=only_changes />
                <span>{words.only_changes}</span>
            </label>
        </section>
    }
}

fn is_shown(filters: &Filters, change: Change) -> bool {
    filters.changes.is_empty() || filters.changes.contains(&change)
}

/// The changes that are shown once this one is turned on or off. All of them are no filter, and so is
/// none.
fn turned(filters: &Filters, change: Change) -> Vec<Change> {
    let was_on = is_shown(filters, change);
    let all = CHANGES.into_iter();
    let shown: Vec<Change> = all
        .filter(|of| {
            if *of == change {
                !was_on
            } else {
                is_shown(filters, *of)
            }
        })
        .collect();
    if shown.len() == CHANGES.len() {
        Vec::new()
    } else {
        in_order(&shown)
    }
}

/// In the order of the address.
fn in_order(shown: &[Change]) -> Vec<Change> {
    let all = Change::ALL.into_iter();
    all.filter(|change| shown.contains(change)).collect()
}

/// Which place, which topic.
#[component]
fn Narrowing(desk: Desk, table: Table) -> impl IntoView {
    let words = desk.words.compare;
    let route = desk.route;
    let places = {
        let desk = desk.clone();
        move || {
            let (found, now) = (table.comparison()?, table.asked.read().region.clone());
            let named = found.counted.iter().filter(|(_, counts)| *counts != [0; 2]);
            let mut places: Vec<_> = named
                .map(|(id, _)| (id.clone(), desk.reader().region_name(id)))
                .collect();
            // A place of neither plan can still be asked for.
            if let Some(now) = now
                .as_ref()
                .filter(|id| places.iter().all(|(of, _)| of != *id))
            {
                places.push((now.clone(), desk.reader().region_name(now)));
            }
            let option = move |(id, name): Choice| {
                let asked = table.asked.read_untracked();
                let is_on = asked.region.as_ref().is_some_and(|now| now.as_str() == id);
                drop(asked);
                view! { <option value=id prop:selected=is_on>{name.words}</option> }.into_any()
            };
            let places = places.into_iter().map(|(id, name)| (id.to_string(), name));
            Some(in_turns(places.collect(), option))
        }
    };
    let topics = {
        let desk = desk.clone();
        move || {
            let (pair, now) = (table.pair.get()?, table.asked.read().filters.topic.clone());
            let mut topics = desk.reader().compared_topics([&pair.left, &pair.right]);
            if let Some(now) = now
                .as_ref()
                .filter(|id| topics.iter().all(|(of, _)| of != *id))
                && let Some(topic) = desk.loaded.dossier.topics.get(now)
            {
                topics.push((now.clone(), desk.reader().say(&topic.label)));
            }
            let option = |(id, name): (crate::dossier::TopicId, crate::dossier::Spoken)| {
                let is_on = now.as_ref() == Some(&id);
                view! { <option value=id.to_string() prop:selected=is_on>{name.words}</option> }
            };
            Some(topics.into_iter().map(option).collect_view())
        }
    };
    let go_to_place = move |event| {
        let place = event_target_value(&event).parse();
        address::go(&Route {
            subject: place.map_or(Subject::Overview, Subject::Region),
            ..route.get_untracked()
        });
    };
    let choose_topic = move |event| {
        let now = route.get_untracked();
        let filters = Filters {
            topic: event_target_value(&event).parse().ok(),
            ..now.filters.clone()
        };
        address::go(&now.with_filters(filters));
    };
    let anywhere = move || table.asked.read().region.is_none();
    let any_topic = move || table.asked.read().filters.topic.is_none();
    view! {
        <section>
            <label>
                <span>{words.place}</span>
                <select name="place" on:change=go_to_place>
                    <option value="" prop:selected=anywhere>{words.all_places}</option>
                    {places}
                </select>
            </label>
        </section>
        <section>
            <label>
                <span>{words.topic}</span>
                <select name="topic" on:change=choose_topic>
                    <option value="" prop:selected=any_topic>{words.all_topics}</option>
                    {topics}
                </select>
            </label>
        </section>
    }
}
