//! The choice of the day whose knowledge is shown: in the bar, over the timeline, under the map; and what
//! is said on every page while a past day is.

mod clock;
mod panel;
mod strip;

use leptos::prelude::*;

use super::desk::Desk;
use crate::dossier::{Day, When};
use crate::words::Words;

pub use clock::{Beyond, Clock};
pub use panel::{DayButton, Return, Slider, Step, Way};
pub use strip::Strip;

/// A day in the reader's words.
pub fn say(words: &Words, day: Day) -> String {
    (words.when)(Some(When::Day(day)))
}

/// Says that a past day is shown, and leads back; or that what was asked for is beyond the dossier.
#[component]
pub fn Banner(desk: Desk) -> impl IntoView {
    let (words, clock) = (desk.words, desk.clock);
    let told = move || {
        let days = clock.days();
        let limit = clock.beyond().map(|beyond| match beyond {
            Beyond::Early => (words.timeline.too_early)(&say(words, days.first)),
            Beyond::Late => (words.timeline.too_late)(&say(words, days.last)),
        });
        let past = clock
            .asked()
            .map(|day| (words.timeline.known_on)(&say(words, day)));
        (limit, past)
    };
    let told = Memo::new(move |_| told());
    let back = move || {
        let label = (words.timeline.return_to)(&say(words, clock.days().last));
        view! { <a href=move || clock.return_link()>{label}</a> }
    };
    view! {
        <div class="known-on" role="status">
            {move || {
                let (limit, past) = told.get();
                let is_past = past.is_some();
                (limit.is_some() || is_past)
                    .then(|| {
                        view! {
                            <p>
                                {limit.map(|limit| view! { <span>{limit}</span> " " })}
                                {past.map(|past| view! { <b>{past}</b> " " })}
                                {is_past.then(back)}
                            </p>
                        }
                    })
            }}
        </div>
    }
}
