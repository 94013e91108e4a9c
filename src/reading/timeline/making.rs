//! A timeline in the making: one of ten thousand claims takes longer than a hand can wait.

use std::collections::{BTreeMap, HashMap};

use super::super::{Days, Filters, Reader};
use super::{Bunch, ClaimDay, EventCard, Happening, Lane, Timeline, dated, is_before, rank};
use crate::dossier::{Claim, ClaimId, Day, Event, PartyId, RegionId, When};
use crate::order;

/// How many claims are looked at in one step.
const STEP: usize = 64;

/// How many days are put in order in one step.
const DAYS: usize = 48;

/// So many marks of a lane stand for themselves; of more, those of a month and a stance are one.
const MOST: usize = 150;

/// Begins as what is asked for, and becomes the timeline of it.
pub struct Timelining {
    days: Days,
    filters: Filters,
    region: Option<RegionId>,
    /// How many claims were looked at, and whether there are more.
    at: usize,
    has_more: bool,
    shown: usize,
    by_date: HashMap<Option<When>, Vec<(Option<usize>, ClaimId)>>,
    drafts: BTreeMap<Option<usize>, Draft>,
    lanes: Vec<Lane>,
    dates: Option<Vec<ClaimDay>>,
    /// How many of the dates have their claims in order.
    ordered: usize,
}

/// What one party has said, not in order yet.
struct Draft {
    party: PartyId,
    before: BTreeMap<usize, Bunch>,
    bunches: HashMap<(When, usize), Bunch>,
    elsewhere: usize,
}

impl Timelining {
    /// The timeline of what is asked for. `days` are those of the whole dossier: they say how long the axis is,
    /// and nothing of what is on it.
    pub fn of(days: &Days, filters: &Filters, region: Option<&RegionId>) -> Self {
        Self {
            days: days.clone(),
            filters: filters.clone(),
            region: region.cloned(),
            at: 0,
            has_more: true,
            shown: 0,
            by_date: HashMap::new(),
            drafts: BTreeMap::new(),
            lanes: Vec::new(),
            dates: None,
            ordered: 0,
        }
    }

    /// Does some more of it, and says whether there is more. Each step must be given the same reader.
    pub fn step(&mut self, reader: &Reader<'_>) -> bool {
        if self.look(reader) {
            return true;
        }
        if let Some((_, draft)) = self.drafts.pop_first() {
            self.lanes.extend(draft.lane(reader));
            return true;
        }
        let Some(dates) = &mut self.dates else {
            self.dates = Some(dates_of(&mut self.by_date));
            return true;
        };
        let some = self.ordered..self.ordered + DAYS;
        self.ordered = some.end;
        let of_parties = dates.iter_mut().skip(some.start).take(DAYS);
        for date in of_parties {
            // Those of one party stay in the dossier's order.
            let mut own = self.by_date.remove(&date.said).unwrap_or_default();
            order::by_key(&mut own, |(party, _)| *party);
            date.claims = own.into_iter().map(|(_, id)| id).collect();
        }
        some.end < dates.len()
    }

    /// Looks at some more claims; false when there are no more.
    fn look(&mut self, reader: &Reader<'_>) -> bool {
        if !self.has_more {
            return false;
        }
        let (found, has_more) = reader.some_claims(self.region.as_ref(), self.at, STEP);
        self.at += STEP;
        self.has_more = has_more;
        for claim in found {
            if reader.is_asked_for(claim, &self.filters) {
                self.take(claim, reader);
            }
        }
        true
    }

    fn take(&mut self, claim: &Claim, reader: &Reader<'_>) {
        self.shown += 1;
        let party = reader.dossier.parties.position(&claim.party);
        let of_date = self.by_date.entry(claim.said).or_default();
        of_date.push((party, claim.id.clone()));
        let draft = self.drafts.entry(party).or_insert_with(|| Draft {
            party: claim.party.clone(),
            before: BTreeMap::new(),
            bunches: HashMap::new(),
            elsewhere: 0,
        });
        let Some((said, _)) = dated(claim.said) else {
            draft.elsewhere += 1;
            return;
        };
        let place = rank(claim.stance);
        let held = if is_before(said, &self.days) {
            draft.before.get_mut(&place)
        } else {
            draft.bunches.get_mut(&(said, place))
        };
        if let Some(bunch) = held {
            bunch.add(claim, said);
        } else if is_before(said, &self.days) {
            draft.before.insert(place, Bunch::of(claim, said));
        } else {
            let bunch = Bunch::of(claim, said);
            draft.bunches.insert((said, place), bunch);
        }
    }

    /// The timeline, once no step is left.
    pub fn finish(self, reader: &Reader<'_>) -> Timeline {
        let mut events: Vec<&Event> = reader.dossier.events.iter().collect();
        order::by(&mut events, |a, b| When::order(Some(a.at), Some(b.at)));
        let past = events.iter().filter(|event| !event.expected);
        let happenings = past.map(|event| reader.happening(event));
        let (before, on_axis): (Vec<Happening>, Vec<Happening>) =
            happenings.partition(|event| is_before(event.at, &self.days));
        let cards: Vec<EventCard> = reader.event_cards(&events);
        Timeline {
            day: reader.dossier.manifest.as_of,
            days: self.days,
            before,
            events: on_axis,
            lanes: self.lanes,
            cards,
            claims: self.dates.unwrap_or_default(),
            shown: self.shown,
            known: reader.dossier.claims.len(),
        }
    }
}

/// The dates, the newest first, without their claims.
fn dates_of(by_date: &mut HashMap<Option<When>, Vec<(Option<usize>, ClaimId)>>) -> Vec<ClaimDay> {
    let mut dates: Vec<Option<When>> = by_date.keys().copied().collect();
    // A day and "about" that day are two dates.
    let form = |said: &Option<When>| said.map(|said| said.to_string());
    order::by(&mut dates, |a, b| {
        When::order(*b, *a).then_with(|| form(a).cmp(&form(b)))
    });
    let date = |said: Option<When>| ClaimDay {
        said,
        claims: Vec::new(),
    };
    dates.into_iter().map(date).collect()
}

impl Draft {
    fn lane(self, reader: &Reader<'_>) -> Option<Lane> {
        let mut bunches: Vec<Bunch> = self.bunches.into_values().collect();
        if bunches.len() > MOST {
            bunches = by_month(bunches);
        }
        // By the earliest and the latest day, then by stance: the order in which they are drawn.
        order::by_cached_key(&mut bunches, |bunch| {
            let (from, to) = bunch.reach();
            (from, to, bunch.said.to_string(), rank(bunch.stance))
        });
        Some(Lane {
            party: reader.party(&self.party)?,
            before: self.before.into_values().collect(),
            bunches,
            elsewhere: self.elsewhere,
        })
    }
}

/// Those of each month and stance as one: side by side they would stand on top of each other.
fn by_month(bunches: Vec<Bunch>) -> Vec<Bunch> {
    let mut months: HashMap<_, Bunch> = HashMap::new();
    for bunch in bunches {
        let month = bunch.said.latest().map(Day::month_start);
        match months.get_mut(&(month, rank(bunch.stance))) {
            Some(held) => held.join(bunch),
            None => {
                months.insert((month, rank(bunch.stance)), bunch);
            }
        }
    }
    months.into_values().collect()
}
