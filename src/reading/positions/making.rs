//! The table in the making: of ten thousand claims it takes longer than a hand can wait.

use std::collections::HashSet;

use super::{Asked, MatterRow, PositionCell, PositionOrder, Positions, by_verdict};
use crate::dossier::{Claim, PartyId, RegionId};
use crate::reading::{Filters, PartyTag, Reader};

/// How many claims are looked at in one step.
const STEP: usize = 64;

/// Begins as what is asked for, and becomes the table of it.
pub struct Positioning {
    filters: Filters,
    /// The filters but for the party and the stance.
    of_all: Filters,
    region: Option<RegionId>,
    order: PositionOrder,
    /// How many claims were looked at.
    at: usize,
    /// The places of the claims about the region.
    here: HashSet<usize>,
    /// The places of the claims on each matter, by its place.
    on_matter: Vec<Vec<usize>>,
    spoken: HashSet<PartyId>,
    columns: Option<Vec<PartyTag>>,
    /// How many matters have their row.
    matters: usize,
    rows: Vec<MatterRow>,
    observed: usize,
}

impl Positioning {
    /// The table of what is asked for.
    pub fn of(filters: &Filters, region: Option<&RegionId>, order: PositionOrder) -> Self {
        Self {
            of_all: Filters {
                party: None,
                stance: None,
                ..filters.clone()
            },
            filters: filters.clone(),
            region: region.cloned(),
            order,
            at: 0,
            here: HashSet::new(),
            on_matter: Vec::new(),
            spoken: HashSet::new(),
            columns: None,
            matters: 0,
            rows: Vec::new(),
            observed: 0,
        }
    }

    /// Does some more of it, and says whether there is more. Each step must be given the same reader.
    pub fn step(&mut self, reader: &Reader<'_>) -> bool {
        let claims = &reader.dossier.claims;
        if self.at < claims.places() {
            self.look(reader);
            return true;
        }
        let columns = match self.columns.take() {
            Some(columns) => columns,
            None => reader.columns(&self.spoken, self.filters.party.as_ref()),
        };
        self.row(reader, &columns);
        self.columns = Some(columns);
        self.matters += 1;
        self.matters < self.on_matter.len()
    }

    /// Looks at some more claims: which are about the region, and which matters they are on.
    fn look(&mut self, reader: &Reader<'_>) {
        let dossier = reader.dossier;
        let some = self.at..self.at + STEP;
        if let Some(region) = &self.region {
            let ties = reader.coverage.claims(region).get(self.at..);
            let ties = ties.unwrap_or_default().iter().take(STEP);
            let ties = ties.filter(|tie| tie.reason.counts());
            self.here
                .extend(ties.filter_map(|tie| dossier.claims.position(&tie.id)));
        }
        for place in some.clone() {
            let Some(claim) = dossier.claims.at(place) else {
                continue;
            };
            let Some(matter) = dossier.matters.position(&claim.matter) else {
                continue;
            };
            if reader.takes_position(claim) && !self.spoken.contains(&claim.party) {
                self.spoken.insert(claim.party.clone());
            }
            if self.on_matter.len() <= matter {
                self.on_matter.resize(matter + 1, Vec::new());
            }
            if let Some(own) = self.on_matter.get_mut(matter) {
                own.push(place);
            }
        }
        self.at = some.end;
    }

    fn row(&mut self, reader: &Reader<'_>, columns: &[PartyTag]) {
        let dossier = reader.dossier;
        let (Some(own), Some(matter)) = (
            self.on_matter.get(self.matters),
            dossier.matters.at(self.matters),
        ) else {
            return;
        };
        let is_here = |place: &usize| self.region.is_none() || self.here.contains(place);
        let claim = |place: &usize| dossier.claims.at(*place);
        let all: Vec<&Claim> = own.iter().filter_map(claim).collect();
        let claims: Vec<&Claim> = own
            .iter()
            .filter(|place| is_here(place))
            .filter_map(claim)
            .filter(|claim| reader.is_asked_for(claim, &self.of_all))
            .collect();
        let asked = Asked {
            filters: &self.filters,
            parties: columns,
            recorded: reader.latest(all.into_iter()),
            latest: reader.latest(claims.iter().copied()),
            behind: super::behind(&claims),
        };
        if asked.latest.is_empty() {
            self.observed += usize::from(!claims.is_empty());
            return;
        }
        let row = reader.matter_row(&asked, matter);
        if row.cells.iter().any(|cell| cell.mark().is_some()) {
            self.rows.push(row);
        }
    }

    /// The table, once no step is left.
    pub fn finish(self, reader: &Reader<'_>) -> Positions {
        let marks = self.rows.iter().flat_map(|row| &row.cells);
        let marks = marks.filter_map(PositionCell::mark);
        Positions {
            matters: self.rows.len(),
            claims: marks.map(|mark| mark.count).sum(),
            observed: self.observed,
            groups: match self.order {
                PositionOrder::Topic => reader.by_topic_of(self.rows),
                PositionOrder::Contested => by_verdict(self.rows),
            },
            parties: self.columns.unwrap_or_default(),
        }
    }
}
