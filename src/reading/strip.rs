//! Where the parties stand: matters down, parties across, the latest stance in each cell.

use crate::order;
use std::collections::HashMap;

use super::{PartyTag, Reader};
use crate::dossier::{Claim, ClaimId, MatterId, PartyId, PartyKind, Spoken, Stance, When};

/// The latest claim of each party on each matter.
pub(super) type Latest<'c> = HashMap<(&'c MatterId, &'c PartyId), &'c Claim>;

/// The latest stance of one party on one matter.
#[derive(Debug, Clone, PartialEq)]
pub struct StanceCell {
    /// The claim it comes from.
    pub claim: ClaimId,
    /// The stance.
    pub stance: Stance,
    /// True when the party did not say it itself on the record.
    pub reported: bool,
    /// When it was said.
    pub said: Option<When>,
}

/// One matter.
#[derive(Debug, Clone, PartialEq)]
pub struct StanceRow {
    /// The sentence.
    pub matter: Spoken,
    /// One cell for each party of the strip; `None` when no claim is recorded.
    pub cells: Vec<Option<StanceCell>>,
}

/// A strip of stances. Observers are not in it: they take no position.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StanceStrip {
    /// The parties that have a stance in it, in the dossier's order.
    pub parties: Vec<PartyTag>,
    /// The matters that most parties have spoken on first.
    pub rows: Vec<StanceRow>,
}

impl Reader<'_> {
    /// The strip of some claims.
    pub fn strip<'c>(&self, claims: impl Iterator<Item = &'c Claim>) -> StanceStrip {
        let latest = self.latest(claims);
        let parties: Vec<&PartyId> = self
            .dossier
            .parties
            .iter()
            .map(|party| &party.id)
            .filter(|id| latest.keys().any(|(_, party)| party == id))
            .collect();
        let mut rows: Vec<StanceRow> = Vec::new();
        for matter in self.dossier.matters.iter() {
            let cells: Vec<Option<StanceCell>> = parties
                .iter()
                .map(|party| latest.get(&(&matter.id, *party)).map(|claim| cell(claim)))
                .collect();
            if cells.iter().any(Option::is_some) {
                rows.push(StanceRow {
                    matter: self.say(&matter.text),
                    cells,
                });
            }
        }
        // Stable: matters with equally many voices keep the order of the dossier's topics.
        order::by_key(&mut rows, |row| {
            std::cmp::Reverse(row.cells.iter().flatten().count())
        });
        StanceStrip {
            parties: parties
                .into_iter()
                .filter_map(|id| self.party(id))
                .collect(),
            rows,
        }
    }

    /// The latest claim of each party on each matter.
    pub(super) fn latest<'c>(&self, claims: impl Iterator<Item = &'c Claim>) -> Latest<'c> {
        let mut latest = Latest::new();
        for claim in claims {
            if self.takes_position(claim) {
                latest
                    .entry((&claim.matter, &claim.party))
                    .and_modify(|held| {
                        // Of two on one day the one that the dossier lists later stands.
                        if When::order(claim.said, held.said).is_ge() {
                            *held = claim;
                        }
                    })
                    .or_insert(claim);
            }
        }
        latest
    }

    /// Whether a claim is a party's position on a matter of the dossier: observers take none.
    pub(super) fn takes_position(&self, claim: &Claim) -> bool {
        self.is_party(&claim.party) && self.dossier.matters.has(&claim.matter)
    }

    pub(super) fn is_party(&self, id: &PartyId) -> bool {
        let party = self.dossier.parties.get(id);
        party.is_some_and(|party| party.kind == PartyKind::Party)
    }
}

/// The latest stance, from its claim.
pub(super) fn cell(claim: &Claim) -> StanceCell {
    StanceCell {
        claim: claim.id.clone(),
        stance: claim.stance,
        reported: !claim.on_record || claim.told_by.is_some(),
        said: claim.said,
    }
}
