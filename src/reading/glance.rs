//! A place at a glance: what a card beside it has room for.

use super::{PartyTag, Reader};
use crate::dossier::{PartyId, PlanId, RegionId, Spoken};

/// What is said of a region before anybody has chosen it.
#[derive(Debug, Clone, PartialEq)]
pub struct Glance {
    /// The region.
    pub id: RegionId,
    /// Its name.
    pub name: Spoken,
    /// How many clauses of the chosen plan the map counts for it.
    pub counted: usize,
    /// How many more of them apply to the whole country or to the surroundings.
    pub wider: usize,
    /// How many claims of each party bear on it, by name or through a group or a place inside it:
    /// those that its page lists first. In the dossier's order; parties without any are left out.
    pub parties: Vec<(PartyTag, usize)>,
}

impl Reader<'_> {
    /// A region at a glance, counting the clauses of `plan`.
    pub fn glance(&self, id: &RegionId, plan: &PlanId) -> Glance {
        let (counted, wider) = self.counts(id, plan);
        let ties = self.coverage.claims(id).iter();
        let claims: Vec<_> = ties
            .filter(|tie| tie.reason.counts())
            .filter_map(|tie| self.dossier.claims.get(&tie.id))
            .collect();
        let parties = self.dossier.parties.iter().map(|party| &party.id);
        let count = |id: &PartyId| claims.iter().filter(|claim| claim.party == *id).count();
        Glance {
            id: id.clone(),
            name: self.region_name(id),
            counted,
            wider,
            parties: parties
                .map(|id| (id, count(id)))
                .filter(|(_, count)| *count > 0)
                .filter_map(|(id, count)| Some((self.party(id)?, count)))
                .collect(),
        }
    }
}
