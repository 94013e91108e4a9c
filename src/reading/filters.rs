//! What a reader leaves out of a view.
//!
//! There is no filter for a place: the subject of the address is one already, so that
//! `#view=compare&region=donetsk` compares what two plans say of Donetsk.

use std::collections::HashSet;

use super::{Control, Reader};
use crate::dossier::{
    Change, Claim, Clause, ClauseId, Evidence, PartyId, RegionId, StanceKind, TopicId,
};

/// What is left out; all `None` and empty: nothing is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    /// Only this party. Together with the lens *party* it is the lens's own, see
    /// [`crate::route::Route`].
    pub party: Option<PartyId>,
    /// Only claims of this stance.
    pub stance: Option<StanceKind>,
    /// Only this subject.
    pub topic: Option<TopicId>,
    /// Only claims that rest on this.
    pub evidence: Option<Evidence>,
    /// Only clauses with one of these changes; empty: with any, or none.
    pub changes: Vec<Change>,
}

impl Filters {
    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a control leaves something out. A place never does: it is no filter.
    pub fn has(&self, control: Control) -> bool {
        match control {
            Control::Place => false,
            Control::Party => self.party.is_some(),
            Control::Topic => self.topic.is_some(),
            Control::Stance => self.stance.is_some(),
            Control::Evidence => self.evidence.is_some(),
            Control::Change => !self.changes.is_empty(),
        }
    }

    /// The same without what a control leaves out.
    #[must_use]
    pub fn without(&self, control: Control) -> Self {
        let mut rest = self.clone();
        match control {
            Control::Place => {}
            Control::Party => rest.party = None,
            Control::Topic => rest.topic = None,
            Control::Stance => rest.stance = None,
            Control::Evidence => rest.evidence = None,
            Control::Change => rest.changes.clear(),
        }
        rest
    }

    /// Whether a claim passes by what it says itself; its topic, and where it bears on, are asked
    /// elsewhere.
    fn take(&self, claim: &Claim) -> bool {
        self.party
            .as_ref()
            .is_none_or(|party| claim.party == *party)
            && self
                .stance
                .is_none_or(|stance| claim.stance.kind() == stance)
            && self
                .evidence
                .is_none_or(|evidence| claim.evidence() == evidence)
    }
}

impl<'a> Reader<'a> {
    /// The claims that pass the filters and, if a region is named, bear on it in a way that the map
    /// counts; in the dossier's order.
    pub fn claims_asked_for(&self, filters: &Filters, region: Option<&RegionId>) -> Vec<&'a Claim> {
        let here: Option<HashSet<_>> = region.map(|region| {
            let ties = self.coverage.claims(region).iter();
            ties.filter(|tie| tie.reason.counts())
                .map(|tie| &tie.id)
                .collect()
        });
        let all = self.dossier.claims.iter();
        all.filter(|claim| here.as_ref().is_none_or(|here| here.contains(&claim.id)))
            .filter(|claim| self.is_asked_for(claim, filters))
            .collect()
    }

    /// So many of the claims, from a place on; those about a region, if one is named, in a way that the map
    /// counts. And whether there are more.
    pub(super) fn some_claims(
        &self,
        region: Option<&RegionId>,
        from: usize,
        count: usize,
    ) -> (Vec<&'a Claim>, bool) {
        let claims = &self.dossier.claims;
        let until = from + count;
        let Some(region) = region else {
            let found = claims.part(&(from..until)).collect();
            return (found, until < claims.places());
        };
        let ties = self.coverage.claims(region);
        let some = ties.iter().skip(from).take(count);
        let some = some.filter(|tie| tie.reason.counts());
        let found = some.filter_map(|tie| claims.get(&tie.id)).collect();
        (found, until < ties.len())
    }

    /// Whether a claim passes the filters.
    pub(super) fn is_asked_for(&self, claim: &Claim, filters: &Filters) -> bool {
        let topic = filters.topic.as_ref();
        filters.take(claim) && topic.is_none_or(|topic| self.is_claim_on(claim, topic))
    }

    /// The clauses and parts that bear on a region in a way that the map counts; with the clauses that
    /// such parts belong to.
    pub fn clauses_at(&self, region: &RegionId) -> HashSet<&'a ClauseId> {
        let ties = self.coverage.clauses(region).iter();
        let mut found = HashSet::new();
        for tie in ties.filter(|tie| tie.reason.counts()) {
            found.insert(&tie.id);
            let at = self.dossier.clause(&tie.id);
            found.extend(at.and_then(|at| at.whole).map(|whole| &whole.id));
        }
        found
    }

    /// Whether a claim belongs to a topic, itself or by its matter.
    pub fn is_claim_on(&self, claim: &Claim, topic: &TopicId) -> bool {
        let matter = || self.dossier.matters.get(&claim.matter);
        claim.topics.contains(topic) || matter().is_some_and(|matter| matter.topic == *topic)
    }

    /// Whether a clause, or a part of it, is about a topic.
    pub fn is_about(&self, clause: &Clause, topic: &TopicId) -> bool {
        let whole = std::iter::once(clause);
        let mut all = whole.chain(&clause.parts);
        all.any(|clause| clause.topics.contains(topic))
    }
}
