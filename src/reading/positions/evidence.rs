//! What is behind a cell of the table.

use super::super::history::HistoryStep;
use super::super::{ClaimCard, ClauseTag, PartyTag, Reader};
use crate::dossier::{ClaimId, MatterId, PartyId, Spoken, TopicId};

/// The claims of one party on one matter, and what the others say of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PositionEvidence {
    /// The claim that was asked for.
    pub claim: ClaimId,
    /// The matter.
    pub matter: MatterId,
    /// Its sentence.
    pub sentence: Spoken,
    /// The topic that it belongs to first.
    pub topic: Option<(TopicId, Spoken)>,
    /// Whose claims they are.
    pub party: Option<PartyTag>,
    /// The clauses that these claims are about, each once.
    pub clauses: Vec<ClauseTag>,
    /// The claims, oldest first.
    pub history: Vec<HistoryStep>,
    /// The latest claim of each other party on the matter, in the dossier's order of parties.
    pub others: Vec<ClaimCard>,
    /// What observers say of it, newest first. They take no position.
    pub observers: Vec<ClaimCard>,
}

impl Reader<'_> {
    /// The cell that a claim belongs to; `None` when the dossier has no such claim.
    pub fn position_cell(&self, id: &ClaimId) -> Option<(MatterId, PartyId)> {
        let claim = self.dossier.claims.get(id)?;
        Some((claim.matter.clone(), claim.party.clone()))
    }

    /// What is behind the cell that a claim belongs to; `None` when the dossier has no such claim.
    /// Filters leave nothing out of it.
    pub fn position_evidence(&self, id: &ClaimId) -> Option<PositionEvidence> {
        let claim = self.dossier.claims.get(id)?;
        let matter = self.dossier.matters.get(&claim.matter);
        let history = self.history(claim);
        let mut clauses: Vec<ClauseTag> = Vec::new();
        for tag in history.iter().flat_map(|step| &step.card.clauses) {
            if !clauses.contains(tag) {
                clauses.push(tag.clone());
            }
        }
        Some(PositionEvidence {
            claim: id.clone(),
            matter: claim.matter.clone(),
            sentence: match matter {
                Some(matter) => self.say(&matter.text),
                None => self.literal(claim.matter.as_str()),
            },
            topic: matter.and_then(|matter| {
                let name = self.topic_name(&matter.topic)?;
                Some((matter.topic.clone(), name))
            }),
            party: self.party(&claim.party),
            clauses,
            history,
            others: self.others_on(&claim.matter, &claim.party),
            observers: self.observers_on(&claim.matter, &claim.party),
        })
    }

    fn others_on(&self, matter: &MatterId, party: &PartyId) -> Vec<ClaimCard> {
        let all = self.dossier.claims.iter();
        let latest = self.latest(all.filter(|c| c.matter == *matter && c.party != *party));
        let parties = self.dossier.parties.iter();
        parties
            .filter_map(|party| latest.get(&(matter, &party.id)))
            .map(|claim| self.claim_card(claim))
            .collect()
    }

    fn observers_on(&self, matter: &MatterId, party: &PartyId) -> Vec<ClaimCard> {
        let all = self.dossier.claims.iter();
        let of = all.filter(|c| c.matter == *matter && c.party != *party);
        self.cards(of.filter(|claim| !self.is_party(&claim.party)))
    }
}
