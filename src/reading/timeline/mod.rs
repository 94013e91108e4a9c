//! What happened and what was said, by day: what the timeline draws, and the same as lists.
//!
//! A timeline is made of a dossier as it was on a day, so that nothing later is on it.

mod labels;
mod layout;
mod lists;
mod strip;

use crate::order;
use std::collections::BTreeMap;

use super::{Days, Filters, PartyTag, Reader};
use crate::dossier::{
    Claim, ClaimId, Day, Event, EventId, PartyId, PlanKind, RegionId, Spoken, Stance, StanceKind,
    When,
};

pub use labels::{Label, Side};
pub use layout::{Chart, Face, Lines, PlacedBunch, PlacedEvent, PlacedLane};
pub use lists::{ClaimDay, ClaimLine, EventCard};
pub use strip::{DayStrip, StripBar, StripPlan};

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
    /// When they were said; of those before the axis, the latest one's date.
    pub said: When,
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
            stance: claim.stance,
            claims: vec![claim.id.clone()],
            reported: is_reported(claim),
        }
    }

    fn add(&mut self, claim: &Claim, said: When) {
        self.claims.push(claim.id.clone());
        self.reported &= is_reported(claim);
        if When::order(Some(said), Some(self.said)).is_gt() {
            self.said = said;
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
        let claims = self.claims_asked_for(filters, region);
        let mut events: Vec<&Event> = self.dossier.events.iter().collect();
        order::by(&mut events, |a, b| When::order(Some(a.at), Some(b.at)));
        let past = events.iter().filter(|event| !event.expected);
        let happenings = past.map(|event| self.happening(event));
        let (before, on_axis) = happenings.partition(|event| is_before(event.at, days));
        Timeline {
            day: self.dossier.manifest.as_of,
            days: days.clone(),
            before,
            events: on_axis,
            lanes: self.lanes(&claims, days),
            cards: self.event_cards(&events),
            shown: claims.len(),
            known: self.dossier.claims.len(),
            claims: self.claim_days(claims),
        }
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

    fn lanes(&self, claims: &[&Claim], days: &Days) -> Vec<Lane> {
        let mut of_party: BTreeMap<Option<usize>, Vec<&Claim>> = BTreeMap::new();
        for claim in claims {
            let place = self.dossier.parties.position(&claim.party);
            of_party.entry(place).or_default().push(claim);
        }
        let lanes = of_party.into_values();
        lanes
            .filter_map(|claims| {
                let party = &claims.first()?.party;
                self.lane(party, &claims, days)
            })
            .collect()
    }

    fn lane(&self, party: &PartyId, claims: &[&Claim], days: &Days) -> Option<Lane> {
        // By the earliest and the latest day, then by stance: the order in which they are drawn.
        let mut bunches: BTreeMap<(Day, Day, String, usize), Bunch> = BTreeMap::new();
        let mut before: BTreeMap<usize, Bunch> = BTreeMap::new();
        let mut elsewhere = 0;
        for claim in claims {
            let Some((said, (from, to))) = dated(claim.said) else {
                elsewhere += 1;
                continue;
            };
            if is_before(said, days) {
                let bunch = before.entry(rank(claim.stance));
                bunch
                    .and_modify(|bunch| bunch.add(claim, said))
                    .or_insert_with(|| Bunch::of(claim, said));
            } else {
                let bunch = bunches.entry((from, to, said.to_string(), rank(claim.stance)));
                bunch
                    .and_modify(|bunch| bunch.add(claim, said))
                    .or_insert_with(|| Bunch::of(claim, said));
            }
        }
        Some(Lane {
            party: self.party(party)?,
            before: before.into_values().collect(),
            bunches: bunches.into_values().collect(),
            elsewhere,
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
