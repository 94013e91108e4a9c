//! A button with the day, and what it opens: a field, a slider, steps to where something came out, the way
//! back.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::super::desk::Desk;
use super::super::icons::{Icon, Sign};
use super::say;
use crate::dossier::Day;

/// The way of a step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the day before on which something came out.
    Earlier,
    /// To the next one.
    Later,
}

/// The day on a button, which opens all ways to choose another. `id` is a name of its own for what it opens.
#[component]
pub fn DayButton(desk: Desk, id: &'static str) -> impl IntoView {
    let (words, clock) = (desk.words, desk.clock);
    let is_open = RwSignal::new(false);
    close_outside(is_open, id);
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            is_open.set(false);
            focus_button(id);
        }
    };
    let panel = move || {
        is_open
            .get()
            .then(|| view! { <Panel desk=desk.clone() id /> })
    };
    view! {
        <span class="as-of" data-day-choice=id on:keydown=escape>
            <button
                class="button plain"
                aria-expanded=move || is_open.get().to_string()
                aria-controls=move || is_open.get().then_some(id)
                title=words.timeline.choose_day
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                <Icon sign=Sign::Calendar />
                <span class="label">{words.as_of} " "</span>
                <b>{move || say(words, clock.day())}</b>
            </button>
            {panel}
        </span>
    }
}

#[component]
fn Panel(desk: Desk, id: &'static str) -> impl IntoView {
    let (words, clock) = (desk.words, desk.clock);
    let days = clock.days();
    view! {
        <div class="day-panel" id=id role="group" aria-label=words.timeline.choose_day>
            <div class="field-line">
                <Step desk=desk.clone() way=Way::Earlier />
                <DateField desk=desk.clone() />
                <Step desk=desk.clone() way=Way::Later />
            </div>
            <Slider desk=desk.clone() />
            <div class="ends" dir="ltr" aria-hidden="true">
                <span>{say(words, days.axis)}</span>
                <span>{say(words, days.last)}</span>
            </div>
            <Return desk />
        </div>
    }
}

/// The browser's own field for a date. What is typed goes through years such as 0002 on its way to 2025:
/// what the dossier does not reach is only answered when it is meant.
#[component]
fn DateField(desk: Desk) -> impl IntoView {
    let (words, clock) = (desk.words, desk.clock);
    let days = clock.days();
    // The first change is a step for Back; those that come while one goes on typing are none.
    let has_gone = StoredValue::new(false);
    let take = move |day: Day| {
        if has_gone.get_value() {
            clock.turn(day);
        } else {
            has_gone.set_value(true);
            clock.go(day);
        }
    };
    let changed = move |event| {
        if let Ok(day) = event_target_value(&event).parse::<Day>()
            && clock.side(day).is_none()
        {
            take(day);
        }
    };
    let meant = move |field: &web_sys::HtmlInputElement| {
        if let Ok(day) = field.value().parse::<Day>()
            && clock.side(day).is_some()
        {
            let near = clock.bring(day);
            field.set_value(&near.to_string());
            if near != clock.day() {
                take(near);
                clock.bring(day);
            }
        }
    };
    let field = move |event: &web_sys::Event| {
        let target = event.target();
        target.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())
    };
    view! {
        <label>
            <span class="heard">{words.timeline.date_field}</span>
            <input
                type="date"
                min=days.first.to_string()
                max=days.last.to_string()
                prop:value=move || clock.day().to_string()
                on:focus=move |_| has_gone.set_value(false)
                on:change=changed
                on:blur=move |event| {
                    if let Some(field) = field(&event) {
                        meant(&field);
                    }
                }
                on:keydown=move |event: KeyboardEvent| {
                    if event.key() == "Enter" && let Some(field) = field(&event) {
                        meant(&field);
                    }
                }
            />
        </label>
    }
}

/// The axis as a slider of days. The browser's own: keys, fingers and mice know it.
#[component]
pub fn Slider(desk: Desk) -> impl IntoView {
    let (words, clock) = (desk.words, desk.clock);
    let days = clock.days();
    let (count, axis) = (days.count(), days.axis);
    let at = move || clock.day().days_since(axis).clamp(0, count);
    let moved = move |event| {
        if let Ok(at) = event_target_value(&event).parse::<i64>() {
            clock.slide(axis.plus(at));
        }
    };
    view! {
        <input
            class="days-slider"
            type="range"
            dir="ltr"
            min="0"
            max=count.to_string()
            step="1"
            prop:value=move || at().to_string()
            aria-label=words.timeline.slider
            aria-valuetext=move || say(words, clock.day())
            on:input=moved
            on:change=move |_| clock.settle()
        />
    }
}

/// A step to where something came out. It does not say what.
#[component]
pub fn Step(desk: Desk, way: Way) -> impl IntoView {
    let (words, clock) = (desk.words, desk.clock);
    let to = move || match way {
        Way::Earlier => clock.days().before(clock.day()),
        Way::Later => clock.days().after(clock.day()),
    };
    let to = Memo::new(move |_| to());
    let (label, sign, slug) = match way {
        Way::Earlier => (words.timeline.earlier, Sign::Back, "earlier"),
        Way::Later => (words.timeline.later, Sign::Onward, "later"),
    };
    // It stays where it is at the end of the days, so that the keyboard keeps its place.
    view! {
        <button
            class="button step"
            data-step=slug
            aria-label=label
            title=label
            aria-disabled=move || to.get().is_none().then_some("true")
            on:click=move |_| {
                if let Some(day) = to.get_untracked() {
                    clock.go(day);
                }
            }
        >
            <Icon sign=sign />
        </button>
    }
}

/// The way back to all that is known; nothing while that is shown.
#[component]
pub fn Return(desk: Desk) -> impl IntoView {
    let (words, clock) = (desk.words, desk.clock);
    let is_past = Memo::new(move |_| clock.is_past());
    move || {
        let label = (words.timeline.return_to)(&say(words, clock.days().last));
        is_past.get().then(|| {
            view! {
                <a class="button return" href=move || clock.return_link()>
                    {label}
                </a>
            }
        })
    }
}

/// A press anywhere else closes what is open, and so does the focus when it goes elsewhere.
fn close_outside(is_open: RwSignal<bool>, id: &'static str) {
    let own = move |target: Option<web_sys::EventTarget>| {
        let element = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let own = format!("[data-day-choice='{id}']");
        element.is_some_and(|element| element.closest(&own).ok().flatten().is_some())
    };
    let close = move |target| {
        if is_open.get_untracked() && !own(target) {
            is_open.set(false);
        }
    };
    let pressed =
        window_event_listener(leptos::ev::pointerdown, move |event| close(event.target()));
    let went = window_event_listener(leptos::ev::focusin, move |event| close(event.target()));
    on_cleanup(move || {
        pressed.remove();
        went.remove();
    });
}

fn focus_button(id: &'static str) {
    let css = format!("[data-day-choice='{id}'] > button");
    if let Ok(Some(button)) = document().query_selector(&css) {
        super::super::pane::focus(&button);
    }
}
