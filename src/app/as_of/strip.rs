//! The strip of days along the foot of the map, in wide windows.

use leptos::html;
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::size::width_of;
use super::super::slices::worked_out;
use super::panel::{Slider, Step, Way};
use super::say;
use crate::dossier::Day;
use crate::reading::{DayStrip, Days, Side, Stripping};
use crate::scene::estimate;

/// How many claims each day brought, when the plans came out, and the day that is shown.
#[component]
pub fn Strip(desk: Desk) -> impl IntoView {
    let (words, clock) = (desk.words, desk.clock);
    let days = clock.days();
    let frame = NodeRef::<html::Div>::new();
    let width = width_of(frame);
    let made = {
        let (desk, days, asked_for) = (desk.clone(), days.clone(), desk.asked_for());
        // Where the strip is not shown, nothing is counted for it.
        let is_shown = Memo::new(move |_| width.get() > 0.0);
        worked_out(move || {
            let making = is_shown.get().then(|| {
                let (filters, region) = &*asked_for.read();
                (desk.now(), Stripping::of(&days, filters, region.as_ref()))
            });
            let mut making = making;
            Box::new(move || {
                let is_more = making
                    .as_mut()
                    .is_some_and(|(now, making)| making.step(&now.reader()));
                let made = || {
                    making
                        .take()
                        .map(|(now, making)| making.finish(&now.reader()))
                };
                (!is_more).then(made)
            })
        })
    };
    let drawn = {
        let (desk, days) = (desk.clone(), days.clone());
        move || {
            let made = made.get()?;
            let made = made.as_ref().as_ref()?;
            Some(view! {
                {bars(&days, made)}
                {plans(&desk, &days, made, width.get())}
            })
        }
    };
    let at = {
        let days = days.clone();
        move || percent(days.place(clock.day()).clamp(0.0, 1.0))
    };
    let from = at.clone();
    let months: Vec<_> = days
        .beginnings()
        .into_iter()
        .filter_map(|when| {
            let at = percent(days.place(when.earliest()?));
            let label = (words.when)(Some(when));
            Some(view! { <span class="month" style:inset-inline-start=at>{label}</span> })
        })
        .collect();
    (!days.news.is_empty()).then(|| {
        view! {
            <section class="day-strip" aria-label=words.timeline.strip>
                <div class="now">
                    <span>{words.timeline.known_as_of}</span>
                    <b>{move || say(words, clock.day())}</b>
                    <span class="steps">
                        <Step desk=desk.clone() way=Way::Earlier />
                        <Step desk=desk.clone() way=Way::Later />
                    </span>
                </div>
                <div class="days" dir="ltr">
                    <div class="ground" aria-hidden="true" node_ref=frame>
                        <i class="not-yet" style:inset-inline-start=from></i>
                        {months}
                        {drawn}
                        <i class="line" style:inset-inline-start=at></i>
                    </div>
                    <Slider desk=desk.clone() />
                </div>
            </section>
        }
    })
}

/// The height of the lowest bar, in hundredths of the highest.
const LEAST: f64 = 10.0;

/// A part of the width.
pub fn percent(part: f64) -> String {
    format!("{:.3}%", part * 100.0)
}

fn bars(days: &Days, made: &DayStrip) -> AnyView {
    let most = made.most.max(1) as f64;
    let bar = |day: Day, count: usize| {
        let high = (count as f64 / most * 100.0).max(LEAST);
        format!("M{:.2} 100v-{high:.1}", days.place(day) * 1000.0)
    };
    // One line for all: a year and more of elements would have to be laid out whenever a place is chosen.
    let bars = made.bars.iter().map(|one| bar(one.day, one.count));
    let bars: String = bars.collect();
    view! {
        <svg class="bars" viewBox="0 0 1000 100" preserveAspectRatio="none">
            <path d=bars />
        </svg>
    }
    .into_any()
}

fn plans(desk: &Desk, days: &Days, made: &DayStrip, width: f64) -> AnyView {
    let first = desk.plan(&desk.route.get_untracked());
    let measure = |text: &str, face: crate::reading::Face| {
        estimate(
            text,
            crate::scene::Face {
                size: face.size,
                bold: face.bold,
                ..Default::default()
            },
        )
    };
    let labels = made.labels(days, width, Some(&first), &measure);
    let plans = made.plans.iter().zip(labels).map(|(plan, label)| {
        let at = percent(days.place(plan.day));
        let is_titled = label.is_some();
        let label = label.map(|label| {
            let class = match label.side {
                Side::Left => "title left",
                Side::Right => "title",
            };
            view! { <span class=class>{desk.speak(plan.title.clone())}</span> }
        });
        view! {
            <span class="plan-mark" class:titled=is_titled data-plan=plan.id.to_string() style:inset-inline-start=at>
                {label}
            </span>
        }
    });
    let plans: Vec<_> = plans.collect();
    plans.into_any()
}
