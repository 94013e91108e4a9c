//! Lenses: what the map says of each region, one question at a time.
//!
//! | lens | question | value |
//! |---|---|---|
//! | clauses | how many clauses of the chosen plan bear on it? | a number |
//! | agreement | do the parties agree on the matters that bear on it? | [`Accord`] |
//! | party | where does one party stand on these matters? | [`Stand`] |
//! | claimed | who claims sovereignty over it? | parties |
//!
//! The claims that count are those that a region's own page lists first: they name it, a group that
//! it belongs to, or a place inside it. Of several claims of one party on one matter the latest
//! stands, so that a lens and the strip of stances on the page can never disagree. Observers take no
//! position and are left out. Where a topic is asked for, the first three look at its clauses and its
//! claims alone.

mod accord;
mod stand;

pub use accord::{Accord, Verdict};
pub use stand::{Shade, Stand};

use std::collections::BTreeMap;

use super::strip::Latest;
use super::{PartyTag, Reader};
use crate::dossier::{PartyId, PlanId, RegionId, Stance, TopicId};

/// What the map is coloured by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Lens {
    /// How many clauses of the chosen plan bear on a region.
    #[default]
    Clauses,
    /// Whether the parties agree.
    Agreement,
    /// Where one party stands; `None`: the first of the dossier's parties that has a stance.
    Party(Option<PartyId>),
    /// Who claims sovereignty.
    Claimed,
}

impl Lens {
    /// The word in addresses and attributes.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Clauses => "clauses",
            Self::Agreement => "agreement",
            Self::Party(_) => "party",
            Self::Claimed => "claimed",
        }
    }

    /// The lens of a word; the first one for a word that names none.
    pub fn of(slug: &str) -> Self {
        match slug {
            "agreement" => Self::Agreement,
            "party" => Self::Party(None),
            "claimed" => Self::Claimed,
            _ => Self::Clauses,
        }
    }

    /// One of each, in the order in which they are offered.
    pub fn all() -> [Self; 4] {
        [
            Self::Clauses,
            Self::Agreement,
            Self::Party(None),
            Self::Claimed,
        ]
    }
}

/// What a lens says of one region.
#[derive(Debug, Clone, PartialEq)]
pub enum LensValue {
    /// So many clauses and parts bear on it.
    Clauses(usize),
    /// Whether the parties agree.
    Agreement(Accord),
    /// Where this party stands.
    Party(PartyTag, Stand),
    /// Who claims sovereignty over it, in the dossier's order of parties. Empty: nobody, as far as
    /// the dossier knows.
    Claimed(Vec<PartyTag>),
}

impl Reader<'_> {
    /// What a lens says of a region, `plan` being the one whose clauses are counted. `None`: the lens
    /// asks for a party, and no party of the dossier has taken any position.
    pub fn lens_value(&self, lens: &Lens, region: &RegionId, plan: &PlanId) -> Option<LensValue> {
        self.lens_value_on(lens, region, plan, None)
    }

    /// The same for the clauses and the claims on one topic. Who claims sovereignty is no matter of a
    /// topic: that lens shows the same on all.
    pub fn lens_value_on(
        &self,
        lens: &Lens,
        region: &RegionId,
        plan: &PlanId,
        topic: Option<&TopicId>,
    ) -> Option<LensValue> {
        Some(match lens {
            Lens::Clauses => LensValue::Clauses(self.counted_on(region, plan, topic)),
            Lens::Agreement => LensValue::Agreement(self.accord_on(region, topic)),
            Lens::Party(wanted) => {
                let party = self.lens_party(wanted.as_ref())?;
                let stand = self.stand_on(region, &party.id, topic);
                LensValue::Party(party, stand)
            }
            Lens::Claimed => LensValue::Claimed(self.claimants(region)),
        })
    }

    /// The parties that can be asked for: those with a stance on any matter, in the dossier's order.
    pub fn lens_parties(&self) -> Vec<PartyTag> {
        let parties = self.speaking().filter_map(|id| self.party(id));
        parties.collect()
    }

    /// The party that is shown: the wanted one if it can be asked for, else the first that can.
    pub fn lens_party(&self, wanted: Option<&PartyId>) -> Option<PartyTag> {
        let asked = self.speaking().find(|id| Some(*id) == wanted);
        self.party(asked.or_else(|| self.speaking().next())?)
    }

    /// The parties with a stance on any matter.
    fn speaking(&self) -> impl Iterator<Item = &PartyId> {
        let parties = self.dossier.parties.iter().map(|party| &party.id);
        parties.filter(|id| {
            let mut claims = self.dossier.claims.iter();
            claims.any(|claim| claim.party == **id && self.takes_position(claim))
        })
    }

    /// Whether the parties agree on the matters that bear on a region.
    pub fn accord(&self, region: &RegionId) -> Accord {
        self.accord_on(region, None)
    }

    fn accord_on(&self, region: &RegionId, topic: Option<&TopicId>) -> Accord {
        let mut matters: BTreeMap<_, Vec<Stance>> = BTreeMap::new();
        for ((matter, _), claim) in self.latest_of(region, topic) {
            matters.entry(matter).or_default().push(claim.stance);
        }
        Accord::of(matters.values().map(Vec::as_slice))
    }

    /// Where a party stands on the matters that bear on a region.
    pub fn stand(&self, region: &RegionId, party: &PartyId) -> Stand {
        self.stand_on(region, party, None)
    }

    fn stand_on(&self, region: &RegionId, party: &PartyId, topic: Option<&TopicId>) -> Stand {
        let latest = self.latest_of(region, topic).into_iter();
        let own = latest.filter(|((_, by), _)| *by == party);
        Stand::of(own.map(|(_, claim)| claim.stance))
    }

    /// Who claims sovereignty over a region. A claim is not a border.
    pub fn claimants(&self, region: &RegionId) -> Vec<PartyTag> {
        let claims = self.dossier.regions.get(region).map(|r| &r.claimed_by);
        let is_claimant =
            |id: &PartyId| claims.is_some_and(|claims| claims.iter().any(|c| c.by == *id));
        let parties = self.dossier.parties.iter().map(|party| &party.id);
        parties
            .filter(|id| is_claimant(id))
            .filter_map(|id| self.party(id))
            .collect()
    }

    /// Everybody who claims sovereignty over a region of the dossier, in its order of parties.
    pub fn all_claimants(&self) -> Vec<PartyId> {
        let claims = || self.dossier.regions.iter().flat_map(|r| &r.claimed_by);
        let parties = self.dossier.parties.iter().map(|party| party.id.clone());
        parties
            .filter(|id| claims().any(|claim| claim.by == *id))
            .collect()
    }

    fn latest_of(&self, region: &RegionId, topic: Option<&TopicId>) -> Latest<'_> {
        let ties = self.coverage.claims(region).iter();
        let near = ties.filter(|tie| tie.reason.counts());
        let near = near.filter_map(|tie| self.dossier.claims.get(&tie.id));
        self.latest(near.filter(|claim| topic.is_none_or(|topic| self.is_claim_on(claim, topic))))
    }
}

#[cfg(test)]
mod tests;
