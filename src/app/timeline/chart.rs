//! The drawn timeline. What it shows stands below it in lists: for ears and for the Tab key it is not
//! there, but for its slider.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::super::as_of::{Slider, say};
use super::super::desk::Desk;
use super::super::icons::{StanceMark, stance_class};
use super::super::pane::lines;
use super::super::turns::later;
use super::Made;
use super::lists::{day_anchor, event_anchor, go_to};
use crate::dossier::When;
use crate::reading::{
    Bunch, Chart, Face, Happening, Label, Lane, PlacedBunch, PlacedEvent, PlacedLane, Side,
    Timeline,
};
use crate::route::Subject;
use crate::scene::{self, estimate};
use crate::words::Words;

/// Half of the room for the chosen day under its line.
const PILL: f64 = 64.0;
/// The width of an event's mark.
const DOT: f64 = 7.0;
/// The width of the window that a drawing for paper is laid out for, in px: A4 without its margins.
const PAPER: f64 = 680.0;
/// An event that took no more than this is one mark; longer ones have a bracket.
const SHORT: f64 = 36.0;

/// The drawing with its slider. The slider stays while the drawing under it changes.
#[component]
pub fn Drawing(desk: Desk, made: Made, width: RwSignal<f64>) -> impl IntoView {
    let (words, clock) = (desk.words, desk.clock);
    let printing = desk.printing;
    let chart = Memo::new(move |_| {
        // Paper has a width of its own.
        let width = if printing.get() {
            PAPER.min(width.get())
        } else {
            width.get()
        };
        let made = made.get().filter(|_| width > 0.0);
        made.map(|made| made.chart(width, &measure))
    });
    let lines = Memo::new(move |_| chart.read().as_ref().map(|chart| chart.lines));
    let holder = NodeRef::<html::Div>::new();
    bring_day_into_view(holder, chart);
    let axis = move || {
        lines
            .get()
            .map(|lines| (lines.axis, lines.end))
            .unwrap_or_default()
    };
    let size = move || {
        let chart = chart.read();
        let size = chart
            .as_ref()
            .map(|chart| (chart.lines.width, chart.height));
        size.unwrap_or_default()
    };
    // The line follows a hand at once, the drawing at the dossier's pace.
    let day = move || {
        let (from, to) = axis();
        from + clock.days().place(clock.day()).max(0.0) * (to - from)
    };
    let names = {
        let desk = desk.clone();
        move || {
            chart
                .read()
                .as_ref()
                .and_then(|chart| Some(names(&desk, &*made.get()?, chart)))
        }
    };
    let drawing = {
        let desk = desk.clone();
        move || {
            let chart = chart.read();
            chart
                .as_ref()
                .and_then(|chart| Some(draw(&desk, &made.get()?, chart)))
        }
    };
    view! {
        <div
            class="chart"
            dir="ltr"
            node_ref=holder
            data-narrow=move || lines.get().is_some_and(|lines| lines.is_narrow).then_some("")
            style:inline-size=move || px(size().0)
            style:block-size=move || px(size().1)
        >
            // A press on a mark leads to the lists; the focus does not come here.
            <div class="drawing" aria-hidden="true" on:mousedown=|event| event.prevent_default()>
                <i class="not-yet" style:inset-inline-start=move || px(day()) style:inline-size=move || px(axis().1 + 18.0 - day())></i>
                <i class="day-line" style:inset-inline-start=move || px(day())></i>
                {drawing}
                <span class="day-pill" style:inset-inline-start=move || px(day().min(size().0 - PILL).max(PILL))>
                    {move || say(words, clock.day())}
                </span>
            </div>
            <div class="names" aria-hidden="true" on:mousedown=|event| event.prevent_default()>{names}</div>
            <div
                class="chart-slider"
                style:inset-inline-start=move || px(axis().0)
                style:inline-size=move || px(axis().1 - axis().0)
            >
                <Slider desk />
            </div>
        </div>
    }
}

/// A small window opens where the chosen day is.
fn bring_day_into_view(holder: NodeRef<html::Div>, chart: Memo<Option<Chart>>) {
    let is_there = Memo::new(move |_| chart.read().is_some());
    Effect::new(move |_| {
        let (true, Some(holder)) = (is_there.get(), holder.get()) else {
            return;
        };
        request_animation_frame(move || {
            let day = chart.with_untracked(|chart| chart.as_ref().map(|chart| chart.day));
            if let (Some(day), Some(frame)) = (day, holder.parent_element())
                && holder.client_width() > frame.client_width()
            {
                let width = f64::from(frame.client_width());
                frame.set_scroll_left((day - width * 0.8).max(0.0) as i32);
            }
        });
    });
}

fn measure(text: &str, face: Face) -> f64 {
    let face = scene::Face {
        size: face.size,
        bold: face.bold,
        ..scene::Face::default()
    };
    estimate(text, face)
}

fn px(length: f64) -> String {
    format!("{length:.1}px")
}

fn draw(desk: &Desk, made: &Arc<Timeline>, chart: &Chart) -> AnyView {
    let words = desk.words;
    let months = chart.months.iter().map(|(month, x)| {
        let label = (words.when)(Some(*month));
        view! { <span class="month" style:inset-inline-start=px(x + 6.0)>{label}</span> }
    });
    let months: Vec<_> = months.collect();
    let marks: usize = made.lanes.iter().map(|lane| lane.bunches.len()).sum();
    let is_much = marks + made.events.len() > AT_ONCE;
    let base = chart.events_at;
    let events = {
        let (desk, made, placed) = (desk.clone(), made.clone(), chart.events.clone());
        in_parts(is_much, made.events.len(), move |at| {
            let (event, at) = (made.events.get(at)?, placed.get(at)?);
            Some(event_view(&desk, event, at, base))
        })
    };
    let lanes = chart.lanes.iter().enumerate();
    let lanes: Vec<_> = lanes
        .map(|(index, placed)| lane_view(desk, made, index, placed, is_much))
        .collect();
    view! {
        {ground(made, chart)}
        {months}
        {before(desk, made, chart)}
        {events}
        {lanes}
    }
    .into_any()
}

/// So many marks are drawn in one go, as the hand moves the day; of more some have a turn each.
const AT_ONCE: usize = 240;
/// How many in one turn.
const IN_TURN: usize = 16;

/// Some of so many marks after the others.
fn in_parts(
    is_much: bool,
    count: usize,
    show: impl Fn(usize) -> Option<AnyView> + Send + Sync + 'static,
) -> Vec<AnyView> {
    if !is_much {
        return (0..count).filter_map(show).collect();
    }
    let show = Arc::new(show);
    let part = |from: usize| {
        let show = show.clone();
        later(move || {
            let some: Vec<_> = (from..count.min(from + IN_TURN))
                .filter_map(&*show)
                .collect();
            // What is put in is laid out and painted by itself, and not all that is there with it.
            view! { <div class="marks-part">{some}</div> }.into_any()
        })
    };
    (0..count).step_by(IN_TURN).map(part).collect()
}

/// All lines, under the marks.
fn ground(made: &Timeline, chart: &Chart) -> AnyView {
    let lines = chart.lines;
    let end = lines.end + 18.0;
    let height = chart.height;
    let months = chart.months.iter().filter(|(_, x)| *x > lines.axis);
    let months: Vec<_> = months
        .map(|(_, x)| format!("M{x:.1} 0V{height:.1}"))
        .collect();
    let rules = chart.lanes.iter().map(|lane| lane.top);
    let rules: Vec<_> = rules
        .chain([height])
        .map(|y| format!("M0 {y:.1}H{end:.1}"))
        .collect();
    let base = chart.events_at;
    let axis = format!("M{:.1} {base:.1}H{end:.1}", lines.axis - 12.0);
    let stems = chart.events.iter().zip(&made.events);
    let stem = |wanted: bool| -> String {
        let stems = stems.clone().filter(|(_, event)| event.of_plan == wanted);
        stems
            .filter_map(|(at, _)| {
                let label = at.label.as_ref()?;
                Some(format!("M{:.1} {:.1}V{base:.1}", at.x, label.top() + 2.0))
            })
            .collect()
    };
    let spans = chart.events.iter().filter_map(|event| event.span);
    let spans = spans.filter(|(from, to)| to - from > SHORT);
    let spans: String = spans.map(|span| bracket(span, base, false)).collect();
    let column = lines.axis - lines.before - 18.0;
    let (plan_stems, other_stems) = (stem(true), stem(false));
    let marks = made.lanes.iter().zip(&chart.lanes);
    let marks: Vec<_> = marks
        .flat_map(|(lane, at)| lane.bunches.iter().zip(&at.bunches))
        .filter_map(|(bunch, at)| reach(bunch, at))
        .collect();
    view! {
        <svg class="lines" width=lines.width height=height>
            <rect class="earlier" x=lines.before y="0" width=column height=height />
            <path class="rule" d=months.concat() />
            <path class="rule" d=rules.concat() />
            <path class="rule" d=axis />
            <path class="stem" d=other_stems />
            <path class="stem of-plan" d=plan_stems />
            <path class="span" d=spans />
            {marks}
        </svg>
    }
    .into_any()
}

/// From the earliest to the latest day, with an end on either side; on the left only if it began on the axis.
fn bracket((from, to): (f64, f64), y: f64, is_cut: bool) -> String {
    let start = if is_cut {
        String::new()
    } else {
        format!("M{from:.1} {:.1}v8", y - 4.0)
    };
    format!("M{from:.1} {y:.1}H{to:.1}{start}M{to:.1} {:.1}v8", y - 4.0)
}

/// The bracket or the whisker of a mark.
fn reach(bunch: &Bunch, at: &PlacedBunch) -> Option<AnyView> {
    let d = match (at.span, at.about) {
        (Some(span), _) => bracket(span, at.y, at.is_cut),
        (None, Some((from, to))) => format!("M{from:.1} {:.1}H{to:.1}", at.y),
        (None, None) => return None,
    };
    let class = format!("reach {}", stance_class(bunch.stance));
    Some(view! { <path class=class d=d /> }.into_any())
}

/// What was before the axis begins: a year and a title to a line, the latest ones.
fn before(desk: &Desk, made: &Timeline, chart: &Chart) -> AnyView {
    let words = desk.words;
    let hidden = made.before.len() - chart.before.min(made.before.len());
    let is_cut = hidden > 0;
    // One line less, for the number of those that have none.
    let skipped = if is_cut { hidden + 1 } else { 0 };
    let rest = is_cut.then(|| view! { <li class="rest">{(words.timeline.more)(skipped)}</li> });
    let line = |event: &Happening| {
        let year = event.at.earliest().map(|day| day.year().to_string());
        let id = event_anchor(&event.id);
        let title = heading(words, event);
        view! {
            <li>
                <button tabindex="-1" title=title on:click=move |_| go_to(&id)>
                    <b>{year}</b> " " {desk.speak(event.title.clone())}
                </button>
            </li>
        }
    };
    let shown: Vec<_> = made.before.iter().skip(skipped).map(line).collect();
    let (at, wide) = (
        chart.lines.before,
        chart.lines.axis - chart.lines.before - 18.0,
    );
    view! {
        <span class="month" style:inset-inline-start=px(at + 8.0)>{words.timeline.before}</span>
        <ul class="before" style:inset-inline-start=px(at) style:inline-size=px(wide)>
            {rest} {shown}
        </ul>
    }
    .into_any()
}

fn heading(words: &Words, event: &Happening) -> String {
    format!("{}: {}", (words.when)(Some(event.at)), event.title.words)
}

fn event_view(desk: &Desk, event: &Happening, at: &PlacedEvent, base: f64) -> AnyView {
    let title = heading(desk.words, event);
    let short = at.span.map_or(0.0, |(from, to)| to - from);
    let short = if short > SHORT { 0.0 } else { short };
    let id = event_anchor(&event.id);
    let go = move |_| go_to(&id);
    let label = at.label.map(|label| {
        let Label { from, to, side, .. } = label;
        let class = match side {
            Side::Left => "event-label left",
            Side::Right => "event-label",
        };
        view! {
            <button
                class=class
                class:of-plan=event.of_plan
                tabindex="-1"
                title=title.clone()
                style:inset-inline-start=px(from)
                style:inline-size=px(to - from)
                style:inset-block-start=px(label.top())
                on:click=go.clone()
            >
                {desk.speak(event.title.clone())}
            </button>
        }
    });
    view! {
        {label}
        <button
            class="event-mark"
            class:of-plan=event.of_plan
            tabindex="-1"
            title=title.clone()
            data-mark=event.id.to_string()
            style:inset-inline-start=px(at.x)
            style:inset-block-start=px(base)
            on:click=go
        >
            // Some days are one mark, from the first to the last.
            <i style:inline-size=px(DOT + short)></i>
        </button>
    }
    .into_any()
}

/// What each row is: they stay in a small window while the axis moves.
fn names(desk: &Desk, made: &Timeline, chart: &Chart) -> AnyView {
    let wide = px(chart.lines.before - 8.0);
    let lanes = made.lanes.iter().zip(&chart.lanes).map(|(lane, at)| {
        let name = lane.party.name.clone();
        let title = name.words.clone();
        let href = desk.link(Subject::Party(lane.party.id.clone()));
        view! {
            <a
                class="lane-name"
                href=href
                title=title
                tabindex="-1"
                style:inset-block-start=px(at.top + 6.0)
                style:inline-size=wide.clone()
            >
                {lines::party(desk, lane.party.clone())}
                <span class="name">{desk.speak(name)}</span>
            </a>
        }
    });
    let lanes: Vec<_> = lanes.collect();
    view! {
        <span class="row-name" style:inset-block-start=px(chart.events_at - 9.0)>
            {desk.words.timeline.events}
        </span>
        {lanes}
    }
    .into_any()
}

/// The marks of a lane, which are painted by themselves.
fn lane_view(
    desk: &Desk,
    made: &Arc<Timeline>,
    index: usize,
    placed: &PlacedLane,
    is_much: bool,
) -> AnyView {
    let (desk, made, placed) = (desk.clone(), made.clone(), placed.clone());
    let (before, bunches) = (placed.before.len(), placed.bunches.len());
    let marks = in_parts(is_much, before + bunches, move |at| {
        let lane = made.lanes.get(index)?;
        Some(match at.checked_sub(before) {
            None => mark(
                &desk,
                lane,
                lane.before.get(at)?,
                *placed.before.get(at)?,
                false,
            ),
            Some(at) => {
                let here = placed.bunches.get(at)?;
                let bunch = lane.bunches.get(at)?;
                mark(&desk, lane, bunch, (here.x, here.y), here.about.is_some())
            }
        })
    });
    view! { <div class="lane-marks">{marks}</div> }.into_any()
}

/// A mark: of one claim a link to it, of more a way to the list of that day's.
fn mark(desk: &Desk, lane: &Lane, bunch: &Bunch, (x, y): (f64, f64), is_about: bool) -> AnyView {
    let words = desk.words;
    let span = bunch.over.filter(|(from, to)| from < to);
    let span = span.map(|(from, to)| When::Span(from, to));
    let when = (words.when)(Some(span.unwrap_or(bunch.said)));
    let title = (words.cell)(
        &lane.party.name.words,
        (words.stance)(bunch.stance),
        &when,
        bunch.reported,
    );
    let about = if is_about { " about" } else { "" };
    let class = format!("claim-mark {}{about}", stance_class(bunch.stance));
    let reported = bunch
        .reported
        .then(|| view! { <i class="r">{words.reported_mark}</i> });
    let stance = bunch.stance;
    let (left, top) = (px(x), px(y));
    match bunch.claims.as_slice() {
        [only] => {
            let href = desk.link(Subject::Claim(only.clone()));
            view! {
                <a class=class href=href title=title tabindex="-1" data-said=bunch.said.to_string() style:inset-inline-start=left style:inset-block-start=top>
                    <StanceMark stance /> {reported}
                </a>
            }
            .into_any()
        }
        many => {
            let title = format!("{title}: {}", (words.timeline.claims)(many.len()));
            let id = day_anchor(Some(bunch.said));
            view! {
                <button class=class title=title tabindex="-1" data-said=bunch.said.to_string() style:inset-inline-start=left style:inset-block-start=top on:click=move |_| go_to(&id)>
                    <StanceMark stance /> <span class="count">{many.len()}</span> {reported}
                </button>
            }
            .into_any()
        }
    }
}
