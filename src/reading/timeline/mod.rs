//! What happened and what was said, by day: what the timeline draws, and the same as lists.
//!
//! A timeline is made of a dossier as it was on a day, so that nothing later is on it.

mod labels;
mod layout;
mod lists;
mod making;
mod strip;

use super::{Days, Filters, PartyTag, Reader};
use crate::dossier::{
    Claim, ClaimId, Day, Event, EventId, PlanKind, RegionId, Spoken, Stance, StanceKind, When,
};

pub use labels::{Label, Side};
pub use layout::{Chart, Face, Lines, PlacedBunch, PlacedEvent, PlacedLane};
pub use lists::{ClaimDay, ClaimLine, EventCard};
pub use making::Timelining;
pub use strip::{DayStrip, StripBar, StripPlan, Stripping};

/// All that is on the timeline of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// The day whose knowledge is shown.
    pub day: Day,
    /// The axis. It spans the whole dossier, so that a choice of the day moves nothing.
    pub days: Days,
    /// Events before the axis, the earliest first.
    pub before: Vec<Happening>,
    /// Events on the axis, the earliest first.
    pub events: Vec<Happening>,
    /// The parties that have a claim on it, in the dossier's order.
    pub lanes: Vec<Lane>,
    /// All events, the newest first; what is expected comes last.
    pub cards: Vec<EventCard>,
    /// All claims by day, the newest first; those without a date come last.
    pub claims: Vec<ClaimDay>,
    /// How many claims are shown.
    pub shown: usize,
    /// How many are known, asked for or not.
    pub known: usize,
}

/// An event on the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Happening {
    /// The event.
    pub id: EventId,
    /// What, in a few words.
    pub title: Spoken,
    /// When.
    pub at: When,
    /// True when a plan came out on its day.
    pub of_plan: bool,
}

/// What one party has said.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// The party.
    pub party: PartyTag,
    /// What it said before the axis begins, a bunch for each stance.
    pub before: Vec<Bunch>,
    /// What it said on the axis, the earliest first.
    pub bunches: Vec<Bunch>,
    /// How many claims have no place on an axis: without a date, or held at all times.
    pub elsewhere: usize,
}

/// Claims of one party, of one date and one stance: one mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Bunch {
    /// When they were said; of those before the axis, or of a longer time, the latest one's date.
    pub said: When,
    /// The longer time that they are of, where each date for itself would find no room.
    pub over: Option<(Day, Day)>,
    /// The stance.
    pub stance: Stance,
    /// The claims, in the dossier's order.
    pub claims: Vec<ClaimId>,
    /// True when none of them was said by the party itself on the record.
    pub reported: bool,
}

impl Bunch {
    fn of(claim: &Claim, said: When) -> Self {
        Self {
            said,
            over: None,
            stance: claim.stance,
            claims: vec![claim.id.clone()],
            reported: is_reported(claim),
        }
    }

    fn add(&mut self, claim: &Claim, said: When) {
        self.claims.push(claim.id.clone());
        self.reported &= is_reported(claim);
        self.come_to(said);
    }

    fn come_to(&mut self, said: When) {
        if When::order(Some(said), Some(self.said)).is_gt() {
            self.said = said;
        }
    }

    /// Takes the claims of another date in.
    fn join(&mut self, other: Self) {
        let ((from, to), (start, end)) = (self.reach(), other.reach());
        let from = from.into_iter().chain(start).min();
        self.over = from.zip(to.max(end));
        self.reported &= other.reported;
        self.claims.extend(other.claims);
        self.come_to(other.said);
    }

    /// The earliest and the latest day that its date can mean, or that it stands for.
    fn reach(&self) -> (Option<Day>, Option<Day>) {
        match self.over {
            Some((from, to)) => (Some(from), Some(to)),
            None => (self.said.earliest(), self.said.latest()),
        }
    }
}

fn is_reported(claim: &Claim) -> bool {
    !claim.on_record || claim.told_by.is_some()
}

/// The place of a stance in the order in which stances are told.
fn rank(stance: Stance) -> usize {
    let all = StanceKind::ALL.iter();
    all.take_while(|kind| **kind != stance.kind()).count()
}

impl Reader<'_> {
    /// The timeline of the reader's dossier. `days` are those of the whole one: they say how long the
    /// axis is, and nothing of what is on it.
    pub fn timeline(&self, days: &Days, filters: &Filters, region: Option<&RegionId>) -> Timeline {
        let mut making = Timelining::of(days, filters, region);
        while making.step(self) {}
        making.finish(self)
    }

    fn happening(&self, event: &Event) -> Happening {
        Happening {
            id: event.id.clone(),
            title: self.say(&event.title),
            at: event.at,
            of_plan: self.is_day_of_plan(event.at),
        }
    }

    /// Whether a plan's date begins or ends with the day of an event: what is about a day is not it.
    fn is_day_of_plan(&self, at: When) -> bool {
        let mut plans = self.dossier.plans.iter();
        let When::Day(day) = at else { return false };
        plans.any(|plan| {
            plan.kind == PlanKind::Plan
                && match plan.dated {
                    When::Day(dated) => dated == day,
                    When::Span(from, to) => from == day || to == day,
                    _ => false,
                }
        })
    }
}

/// A date that has a place on an axis, with the earliest and the latest day that it can mean.
fn dated(said: Option<When>) -> Option<(When, (Day, Day))> {
    let said = said?;
    Some((said, (said.earliest()?, said.latest()?)))
}

/// Whether a date is over before the axis begins.
fn is_before(when: When, days: &Days) -> bool {
    when.latest().is_none_or(|latest| latest < days.axis)
}
