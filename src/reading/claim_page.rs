//! One claim, with all that is known of it.

use super::history::HistoryStep;
use super::{ClaimCard, Reader};
use crate::dossier::{ClaimId, Evidence, RegionId, Spoken};

/// A claim, how well it is known, and what its party said on the same matter before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimPage {
    /// The claim.
    pub card: ClaimCard,
    /// What it rests on.
    pub evidence: Evidence,
    /// The source's own words for its date.
    pub as_stated: Option<Spoken>,
    /// The subjects that it belongs to.
    pub topics: Vec<Spoken>,
    /// The regions that it is about.
    pub regions: Vec<(RegionId, Spoken)>,
    /// All that the party has said on the matter, oldest first, with this claim among it.
    pub history: Vec<HistoryStep>,
    /// Its place in the history, counted from 0.
    pub at: usize,
}

impl Reader<'_> {
    /// The page of a claim; `None` when the dossier has no such claim.
    pub fn claim_page(&self, id: &ClaimId) -> Option<ClaimPage> {
        let claim = self.dossier.claims.get(id)?;
        let history = self.history(claim);
        let topics = claim.topics.iter();
        let regions = claim.coverage.iter();
        Some(ClaimPage {
            card: self.claim_card(claim),
            evidence: claim.evidence(),
            as_stated: self.say_any(&claim.said_as_stated),
            topics: topics
                .filter_map(|id| self.dossier.topics.get(id))
                .map(|topic| self.say(&topic.label))
                .collect(),
            regions: regions
                .map(|id| (id.clone(), self.region_name(id)))
                .collect(),
            at: history.iter().position(|step| step.card.id == *id)?,
            history,
        })
    }
}
