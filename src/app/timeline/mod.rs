//! The timeline: what was known, and when.

mod chart;
mod lists;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::apart::{apart, is_very_large};
use super::as_of::{DayButton, Return, Step, Way, say};
use super::desk::Desk;
use super::filters::FilterBar;
use super::icons::StanceMark;
use super::size::width_of;
use super::slices::worked_out;
use super::turns::to_come;
use crate::dossier::Stance;
use crate::reading::{Control, Filters, Timeline, Timelining};
use crate::route::{Route, Subject};
use chart::Drawing;

/// What the claims can be narrowed down by.
const OFFERED: &[Control] = &[
    Control::Party,
    Control::Topic,
    Control::Stance,
    Control::Evidence,
    Control::Place,
];

/// The whole view. It follows the day by itself.
pub fn page(desk: &Desk) -> AnyView {
    view! { <TimelineView desk=desk.clone() /> }.into_any()
}

#[component]
fn TimelineView(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let made = {
        let (desk, asked_for) = (desk.clone(), desk.asked_for());
        worked_out(move || {
            let (filters, region) = &*asked_for.read();
            let (days, now) = (desk.clock.days(), desk.now());
            let mut making = Some(Timelining::of(&days, filters, region.as_ref()));
            Box::new(move || {
                let reader = now.reader();
                let is_more = making.as_mut().is_some_and(|making| making.step(&reader));
                let whole = (!is_more).then(|| making.take()).flatten();
                whole.map(|making| making.finish(&reader))
            })
        })
    };
    let is_made = Memo::new(move |_| made.read().is_some());
    let body = {
        let desk = desk.clone();
        move || {
            if is_made.get() {
                body(&desk, made)
            } else {
                to_come()
            }
        }
    };
    view! {
        <header class="timeline-head">
            <div>
                <h1 tabindex="-1">{words.timeline.heading}</h1>
                <Lede desk=desk.clone() made />
            </div>
            <div class="day-choice">
                <Step desk=desk.clone() way=Way::Earlier />
                <DayButton desk=desk.clone() id="timeline-day" />
                <Step desk=desk.clone() way=Way::Later />
                <Return desk=desk.clone() />
            </div>
        </header>
        <FilterBar desk=desk.clone() offered=OFFERED />
        <p class="heard">{words.timeline.axis_heard}</p>
        {body}
    }
}

/// What was worked out of the timeline; there is one as soon as anything is shown of it.
type Made = RwSignal<Option<Arc<Timeline>>>;

/// The drawing, and the same as lists.
fn body(desk: &Desk, made: Made) -> AnyView {
    let words = desk.words;
    let frame = NodeRef::<html::Div>::new();
    let width = width_of(frame);
    let listed = after(desk, made, 1);
    let events = {
        let desk = desk.clone();
        move || {
            listed
                .get()
                .map(|made| lists::events(&desk.at_present(), &made.cards))
        }
    };
    let listed = after(desk, made, 2);
    let claims = {
        let desk = desk.clone();
        move || {
            let made = listed.get()?;
            Some(if made.claims.is_empty() {
                nothing(&desk, &made)
            } else {
                lists::claims(&desk.at_present(), &made.claims)
            })
        }
    };
    let shown = move || made.read().as_ref().map(|made| made.shown);
    view! {
        <div class="chart-frame" node_ref=frame>
            <Drawing desk=desk.clone() made width />
        </div>
        {key(desk)}
        <section class="up-to-day" aria-labelledby="happenings">
            <h2 id="happenings" tabindex="-1">{words.timeline.up_to_this_day}</h2>
            {events}
        </section>
        <section class="claims-by-day" aria-labelledby="claims-by-day">
            <h2 id="claims-by-day" tabindex="-1">
                {words.timeline.claims_by_day} " "
                <span class="meta">{shown}</span>
            </h2>
            {claims}
        </section>
    }
    .into_any()
}

/// What was made, for a list that follows the drawing: in a very large dossier so many turns later, so that each is a
/// piece of work of its own.
fn after(desk: &Desk, made: Made, turns: u32) -> Signal<Option<Arc<Timeline>>> {
    if !is_very_large(desk) {
        return made.into();
    }
    let stands = apart(desk, turns, move || made.track());
    Signal::derive(move || stands.get().then(|| made.get_untracked()).flatten())
}

/// What is known on the day, in numbers.
#[component]
fn Lede(desk: Desk, made: Made) -> impl IntoView {
    let words = desk.words;
    move || {
        let made = made.get()?;
        let past = made.cards.iter().filter(|card| !card.expected).count();
        let known = (words.timeline.lede)(&say(words, made.day), made.known, past);
        let narrowed = (made.shown < made.known)
            .then(|| (words.timeline.narrowed)(made.shown, made.known))
            .map(|narrowed| view! { " " <span class="narrowed">{narrowed}</span> });
        let move_it = words.timeline.move_the_date;
        Some(view! {
            <p class="lede"><span class="on-screen">{move_it} " "</span> {known} {narrowed}</p>
        })
    }
}

/// Why there is no claim, and the way out.
fn nothing(desk: &Desk, made: &Timeline) -> AnyView {
    let words = desk.words;
    if made.known == 0 {
        return view! { <p class="empty">{words.timeline.no_claims_known}</p> }.into_any();
    }
    let route = desk.route.get_untracked();
    let all = Route {
        subject: Subject::Overview,
        ..route.with_filters(Filters::default())
    };
    let all = all.without_theme().to_string();
    view! {
        <p class="empty">
            {words.timeline.no_claims_asked_for} " " <a href=all>{words.timeline.show_all}</a>
        </p>
    }
    .into_any()
}

/// What the marks mean.
fn key(desk: &Desk) -> AnyView {
    let words = desk.words;
    let stances = [
        Stance::Supports,
        Stance::Conditional,
        Stance::Opposes,
        Stance::Open,
        Stance::Silent {
            as_of: desk.clock.days().last,
        },
    ];
    let stances: Vec<_> = stances
        .into_iter()
        .map(|stance| {
            view! {
                <li class=super::icons::stance_class(stance)>
                    <StanceMark stance /> {(words.stance)(stance)}
                </li>
            }
        })
        .collect();
    view! {
        <ul class="legend timeline-key">
            {stances}
            <li><i class="r" aria-hidden="true">{words.reported_mark}</i> {words.reported_short}</li>
            <li><i class="key-plan" aria-hidden="true"></i> {words.timeline.key_plan}</li>
            <li><i class="key-span" aria-hidden="true"></i> {words.timeline.key_span}</li>
            <li><i class="key-about" aria-hidden="true"></i> {words.timeline.key_about}</li>
            <li><span class="count" aria-hidden="true">"7"</span> {words.timeline.key_count}</li>
        </ul>
    }
    .into_any()
}
