//! Which day is shown, and the hand that changes it.

use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::super::address;
use crate::dossier::Day;
use crate::reading::Days;
use crate::route::Route;

/// How often a moving hand changes the address, in ms: browsers count the changes, and stop taking them.
const PACE_MS: u32 = 160;

/// The day in the address, and a hand on it; cheap to copy.
#[derive(Clone, Copy)]
pub struct Clock {
    route: RwSignal<Route>,
    days: StoredValue<Arc<Days>>,
    /// The day under a hand that moves.
    held: RwSignal<Option<Day>>,
    /// What a hand asked for and is beyond the dossier's days, and where that led to: it is told there, and
    /// no longer once the reader goes on.
    beyond: RwSignal<Option<(Beyond, Route)>>,
    /// Runs while the address has been changed a moment ago.
    pause: StoredValue<Option<Timeout>, LocalStorage>,
}

/// A day that the dossier does not reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// It is before the first.
    Early,
    /// It is after the last.
    Late,
}

impl Clock {
    /// A clock for a dossier of these days.
    pub fn new(route: RwSignal<Route>, days: Days) -> Self {
        Self {
            route,
            days: StoredValue::new(Arc::new(days)),
            held: RwSignal::new(None),
            beyond: RwSignal::new(None),
            pause: StoredValue::new_local(None),
        }
    }

    /// The days that can be chosen.
    pub fn days(self) -> Arc<Days> {
        self.days.get_value()
    }

    /// The past day that the address asks for, brought to where the dossier begins; `None` when it asks
    /// for all that is known.
    pub fn asked(self) -> Option<Day> {
        let day = self.route.read().as_of?;
        let days = self.days();
        (day < days.last).then(|| days.clamp(day))
    }

    /// The day that is shown, or is about to be: the one under a hand first.
    pub fn day(self) -> Day {
        let held = self.held.get();
        held.or_else(|| self.asked())
            .unwrap_or_else(|| self.days().last)
    }

    /// Whether a past day is shown.
    pub fn is_past(self) -> bool {
        self.asked().is_some()
    }

    /// What was asked for, in the address or by hand, and is beyond the dossier.
    pub fn beyond(self) -> Option<Beyond> {
        let in_address = self.route.read().as_of.and_then(|day| self.side(day));
        in_address.or_else(|| {
            let beyond = self.beyond.read();
            let here = beyond.as_ref().filter(|(_, to)| *to == *self.route.read());
            here.map(|(beyond, _)| *beyond)
        })
    }

    /// Where a day lies that the dossier does not reach.
    pub fn side(self, day: Day) -> Option<Beyond> {
        let days = self.days();
        if day < days.first {
            Some(Beyond::Early)
        } else if day > days.last {
            Some(Beyond::Late)
        } else {
            None
        }
    }

    /// Goes to a day as a link would: Back leads to the one before.
    pub fn go(self, day: Day) {
        address::go(&self.route_to(day));
    }

    /// The day under a hand that moves: it is shown at once, and the dossier follows at its pace. No step
    /// for Back.
    pub fn slide(self, day: Day) {
        if self.held.get_untracked() != Some(day) {
            self.held.set(Some(day));
        }
        if self.pause.with_value(Option::is_none) {
            self.settle();
            self.rest();
        }
    }

    /// The hand rests: the dossier is shown as of its day.
    pub fn settle(self) {
        if let Some(day) = self.held.get_untracked() {
            address::replace(self.route, self.route_to(day));
            self.held.set(None);
        }
    }

    /// Shows another day without a step for Back.
    pub fn turn(self, day: Day) {
        address::replace(self.route, self.route_to(day));
    }

    /// A day as the dossier has it. One that it does not reach is told.
    pub fn bring(self, day: Day) -> Day {
        let near = self.days().clamp(day);
        self.beyond
            .set(self.side(day).map(|side| (side, self.route_to(near))));
        near
    }

    /// The address of a day. The dossier's own has none.
    pub fn route_to(self, day: Day) -> Route {
        Route {
            as_of: (day < self.days().last).then_some(day),
            ..self.route.get_untracked()
        }
    }

    /// The address of all that is known, from where the reader is.
    pub fn return_link(self) -> String {
        let route = self.route.get();
        Route {
            as_of: None,
            ..route.without_theme()
        }
        .to_string()
    }

    fn rest(self) {
        let timer = Timeout::new(PACE_MS, move || {
            self.pause.update_value(|pause| {
                // It has run out; there is nothing to stop.
                pause.take().map(Timeout::forget);
            });
            if self.held.get_untracked().is_some() {
                self.settle();
                self.rest();
            }
        });
        self.pause.set_value(Some(timer));
    }
}
