//! In a frame the reader scrolls the page around: the wheel and one finger belong to it, and the map
//! takes what they do only with a key held, or with two fingers. What it leaves alone it explains.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::super::host::{Told, is_framed, tell};
use super::voice::Voice;
use crate::words::Words;

/// How long a hint stands after the last gesture that it is about.
const STANDS: Duration = Duration::from_millis(1600);

/// A gesture that is left to the page around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesture {
    /// The wheel, without a key.
    Wheel,
    /// One finger, or a pen.
    Finger,
}

impl Gesture {
    fn slug(self) -> &'static str {
        match self {
            Self::Wheel => "wheel",
            Self::Finger => "touch",
        }
    }
}

/// Whether a turn of the wheel scrolls the page around.
pub fn scrolls(event: &web_sys::WheelEvent) -> bool {
    !(event.ctrl_key() || event.meta_key()) && is_framed()
}

/// Whether what a single pointer does moves the page around. A mouse drags the map: that scrolls nothing.
pub fn pans(event: &web_sys::PointerEvent) -> bool {
    event.pointer_type() != "mouse" && is_framed()
}

/// Keeps two fingers on the map: without this the browser would scroll with them.
pub fn keep(event: &web_sys::TouchEvent) {
    if event.touches().length() > 1 && event.cancelable() && is_framed() {
        event.prevent_default();
    }
}

/// The gestures that were left alone, and the hint on them.
#[derive(Clone, Copy)]
pub struct Refusals {
    last: RwSignal<Option<Gesture>>,
    shown: RwSignal<bool>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Refusals {
    /// None so far.
    pub fn new() -> Self {
        Self {
            last: RwSignal::new(None),
            shown: RwSignal::new(false),
            timer: StoredValue::new(None),
        }
    }

    /// A gesture is left alone. One that goes on is told once.
    pub fn refuse(self, gesture: Gesture) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        let goes_on = self.shown.get_untracked() && self.last.get_untracked() == Some(gesture);
        if !goes_on {
            self.last.set(Some(gesture));
            self.shown.set(true);
            tell(&Told::Blocked(gesture.slug()));
        }
        let end = move || {
            self.shown.try_set(false);
        };
        self.timer
            .set_value(set_timeout_with_handle(end, STANDS).ok());
    }
}

/// The hint, seen over the map for a moment and said once.
#[component]
pub fn Hint(refusals: Refusals, words: &'static Words, voice: Voice) -> impl IntoView {
    let said = move || match refusals.last.get() {
        Some(Gesture::Wheel) => (words.embed.wheel)(key()),
        Some(Gesture::Finger) => words.embed.finger.to_owned(),
        None => String::new(),
    };
    Effect::new(move |_| {
        if refusals.shown.get() {
            voice.say(said());
        }
    });
    view! {
        <p class="gesture-hint" aria-hidden="true" data-shown=move || refusals.shown.get().then_some("1")>
            <span>{said}</span>
        </p>
    }
}

/// The key that browsers zoom with on this machine.
fn key() -> &'static str {
    let platform = window().navigator().platform().unwrap_or_default();
    if platform.starts_with("Mac") {
        "⌘"
    } else {
        "Ctrl"
    }
}
