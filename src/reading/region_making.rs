//! The page of a region in the making: of a country with ten thousand claims it takes longer than a hand can
//! wait.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::strip::cell;
use super::{NotedStatement, Reader, RegionLine, RegionPage, StanceRow, StanceStrip};
use crate::dossier::{Claim, ClaimId, Day, Ground, PlanId, Region, RegionId, When};
use crate::order;
use crate::reading::PlanTies;

/// How many claims are looked at in one step.
const CLAIMS: usize = 64;
/// How many matters get their row.
const MATTERS: usize = 8;
/// How many places get their line.
const PLACES: usize = 8;

/// The days that a date can mean, by which dates are ordered.
type Reach = Option<(Option<Day>, Option<Day>)>;

/// Claims by date, in the dossier's order.
type ByDate = BTreeMap<Reverse<Reach>, Vec<ClaimId>>;

/// Begins as a region, and becomes its page.
pub struct RegionMaking {
    id: RegionId,
    chosen: PlanId,
    /// How many of its claims were looked at.
    at: usize,
    near: ByDate,
    wide: ByDate,
    /// The latest claim of each party on each matter, each by its place.
    latest: HashMap<(usize, usize), usize>,
    /// The parties that have one, in the dossier's order.
    parties: Option<Vec<usize>>,
    matters: usize,
    rows: Vec<StanceRow>,
    /// The plans whose clauses are still to be looked at, and those that were.
    plans: Option<Vec<PlanId>>,
    ties: Vec<PlanTies>,
    /// The members of a group, and then the places inside, which are still to be looked at.
    places: Option<[Vec<RegionId>; 2]>,
    lines: [Vec<RegionLine>; 2],
}

impl RegionMaking {
    /// The page of a region. `chosen` is the plan that comes first.
    pub fn of(id: &RegionId, chosen: &PlanId) -> Self {
        Self {
            id: id.clone(),
            chosen: chosen.clone(),
            at: 0,
            near: ByDate::new(),
            wide: ByDate::new(),
            latest: HashMap::new(),
            parties: None,
            matters: 0,
            rows: Vec::new(),
            plans: None,
            ties: Vec::new(),
            places: None,
            lines: [Vec::new(), Vec::new()],
        }
    }

    /// Does some more of it, and says whether there is more. Each step must be given the same reader.
    pub fn step(&mut self, reader: &Reader<'_>) -> bool {
        let ties = reader.coverage.claims(&self.id);
        if self.at < ties.len() {
            for tie in ties.iter().skip(self.at).take(CLAIMS) {
                self.look(reader, &tie.id, tie.reason.counts());
            }
            self.at += CLAIMS;
            return true;
        }
        let dossier = reader.dossier;
        let Some(parties) = &self.parties else {
            let spoken: HashSet<usize> = self.latest.keys().map(|(_, party)| *party).collect();
            let places = 0..dossier.parties.places();
            self.parties = Some(places.filter(|place| spoken.contains(place)).collect());
            return true;
        };
        if self.matters < dossier.matters.places() {
            let some = self.matters..self.matters + MATTERS;
            let rows = some.clone().filter_map(|at| self.row(reader, parties, at));
            let rows: Vec<_> = rows.collect();
            self.rows.extend(rows);
            self.matters = some.end;
            return true;
        }
        let plans = self.plans.get_or_insert_with(|| {
            let mut plans = reader.plans_for(&self.chosen);
            plans.reverse();
            plans
        });
        if let Some(plan) = plans.pop() {
            let ties = reader.plan_ties(&self.id, &plan, plan == self.chosen);
            self.ties.extend(ties);
            return true;
        }
        self.some_places(reader)
    }

    fn look(&mut self, reader: &Reader<'_>, id: &ClaimId, is_near: bool) {
        let dossier = reader.dossier;
        let Some(claim) = dossier.claims.get(id) else {
            return;
        };
        let reach = claim.said.map(|said| (said.earliest(), said.latest()));
        let by_date = if is_near {
            &mut self.near
        } else {
            &mut self.wide
        };
        by_date.entry(Reverse(reach)).or_default().push(id.clone());
        let places = (
            dossier.matters.position(&claim.matter),
            dossier.parties.position(&claim.party),
        );
        let (Some(matter), Some(party)) = places else {
            return;
        };
        if !is_near || !reader.takes_position(claim) {
            return;
        }
        let Some(place) = dossier.claims.position(id) else {
            return;
        };
        let held = self.latest.entry((matter, party)).or_insert(place);
        let said = dossier.claims.at(*held).and_then(|held| held.said);
        // Of two on one day the one that the dossier lists later stands.
        if When::order(claim.said, said).is_ge() {
            *held = place;
        }
    }

    fn row(&self, reader: &Reader<'_>, parties: &[usize], at: usize) -> Option<StanceRow> {
        let matter = reader.dossier.matters.at(at)?;
        let claim = |party: &usize| -> Option<&Claim> {
            let place = self.latest.get(&(at, *party))?;
            reader.dossier.claims.at(*place)
        };
        let cells: Vec<_> = parties.iter().map(|party| claim(party).map(cell)).collect();
        cells.iter().any(Option::is_some).then(|| StanceRow {
            matter: reader.say(&matter.text),
            cells,
        })
    }

    /// Writes the lines of some more of the places.
    fn some_places(&mut self, reader: &Reader<'_>) -> bool {
        let places = self.places.get_or_insert_with(|| {
            let region = reader.dossier.regions.get(&self.id);
            region
                .map(|region| reader.places_of(region))
                .unwrap_or_default()
        });
        for (places, lines) in places.iter_mut().zip(&mut self.lines) {
            if !places.is_empty() {
                let some = places.drain(..PLACES.min(places.len()));
                let some: Vec<RegionId> = some.collect();
                lines.extend(reader.region_lines(some.iter()));
                return true;
            }
        }
        false
    }

    /// The page, once no step is left; `None` when the dossier has no such region.
    pub fn finish(mut self, reader: &Reader<'_>) -> Option<RegionPage> {
        let region: &Region = reader.dossier.regions.get(&self.id)?;
        // Stable: matters with equally many voices keep the order of the dossier's topics.
        order::by_cached_key(&mut self.rows, |row| {
            Reverse(row.cells.iter().flatten().count())
        });
        let parties = self.parties.unwrap_or_default().into_iter();
        let parties = parties.filter_map(|at| reader.party(&reader.dossier.parties.at(at)?.id));
        let [members, inside] = self.lines;
        Some(RegionPage {
            members,
            inside,
            undrawn: match &region.ground {
                Ground::None(why) => reader.say_any(why),
                Ground::Feature(_) | Ground::Members(_) => None,
            },
            status: region.status.as_ref().map(|status| NotedStatement {
                text: reader.say(&status.text),
                sources: reader.cites(&status.sources),
            }),
            name_note: reader.say_any(&region.name_note),
            readings: reader.readings(region),
            strip: StanceStrip {
                parties: parties.collect(),
                rows: self.rows,
            },
            plans: self.ties,
            claims: self.near.into_values().flatten().collect(),
            wider_claims: self.wide.into_values().flatten().collect(),
            questions: reader.questions_of(&self.id),
            id: self.id,
        })
    }
}
