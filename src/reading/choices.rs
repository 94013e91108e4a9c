//! What there is to choose from: only what the dossier holds, so that no choice is a dead end by
//! itself.

use std::collections::HashSet;

use super::{PartyTag, PlaceShelf, Reader, RegionLine};
use crate::dossier::{Clause, Evidence, Spoken, StanceKind, TopicId};

/// The ways to narrow a view down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Control {
    /// What bears on one place. It is the subject of the address.
    Place,
    /// What one party says.
    Party,
    /// What is about one subject.
    Topic,
    /// Claims of one stance.
    Stance,
    /// Claims that rest on one kind of evidence.
    Evidence,
    /// Clauses with some changes.
    Change,
}

impl Control {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Place,
        Self::Party,
        Self::Topic,
        Self::Stance,
        Self::Evidence,
        Self::Change,
    ];

    /// The word for attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Party => "party",
            Self::Topic => "topic",
            Self::Stance => "stance",
            Self::Evidence => "evidence",
            Self::Change => "change",
        }
    }
}

/// What the controls offer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choices {
    /// Places on which a clause or a claim bears, by shelf, in the dossier's order.
    pub places: Vec<(PlaceShelf, Vec<RegionLine>)>,
    /// Parties that have said something, in the dossier's order.
    pub parties: Vec<PartyTag>,
    /// Topics of clauses and claims, in the dossier's order.
    pub topics: Vec<(TopicId, Spoken)>,
    /// Stances that were taken.
    pub stances: Vec<StanceKind>,
    /// The kinds of evidence that there are.
    pub evidence: Vec<Evidence>,
}

impl Reader<'_> {
    /// What there is to choose from.
    pub fn choices(&self) -> Choices {
        let claims = || self.dossier.claims.iter();
        let parties: HashSet<_> = claims().map(|claim| &claim.party).collect();
        let stances: HashSet<_> = claims().map(|claim| claim.stance.kind()).collect();
        let evidence: HashSet<_> = claims().map(crate::dossier::Claim::evidence).collect();
        let topics = self.topics_in_use();
        let of_parties = self.dossier.parties.iter();
        let of_topics = self.dossier.topics.iter();
        Choices {
            places: self.places_in_use(),
            parties: of_parties
                .filter(|party| parties.contains(&party.id))
                .filter_map(|party| self.party(&party.id))
                .collect(),
            topics: of_topics
                .filter(|topic| topics.contains(&topic.id))
                .map(|topic| (topic.id.clone(), self.say(&topic.label)))
                .collect(),
            stances: among(&StanceKind::ALL, &stances),
            evidence: among(&Evidence::ALL, &evidence),
        }
    }

    /// The topics that a clause, a part or a claim is about.
    fn topics_in_use(&self) -> HashSet<&TopicId> {
        let clauses = self.dossier.all_clauses();
        let of_clauses = clauses.flat_map(|at| {
            let clause: &Clause = at.clause;
            &clause.topics
        });
        let claims = self.dossier.claims.iter();
        let of_claims = claims.flat_map(|claim| {
            let matter = self.dossier.matters.get(&claim.matter);
            claim
                .topics
                .iter()
                .chain(matter.map(|matter| &matter.topic))
        });
        of_clauses.chain(of_claims).collect()
    }

    /// The places on which a clause or a claim bears in a way that the map counts.
    fn places_in_use(&self) -> Vec<(PlaceShelf, Vec<RegionLine>)> {
        let coverage = self.coverage;
        let is_used = |line: &RegionLine| {
            let clauses = coverage.clauses(&line.id).iter();
            let claims = coverage.claims(&line.id).iter();
            clauses
                .map(|tie| &tie.reason)
                .any(crate::coverage::Reason::counts)
                || claims
                    .map(|tie| &tie.reason)
                    .any(crate::coverage::Reason::counts)
        };
        let mut shelves = self.places(&self.dossier.manifest.first_plan);
        for (_, lines) in &mut shelves {
            lines.retain(is_used);
        }
        shelves.retain(|(_, lines)| !lines.is_empty());
        shelves
    }
}

/// Those of a list that occur, in its order.
fn among<T: Copy + Eq + std::hash::Hash>(all: &[T], used: &HashSet<T>) -> Vec<T> {
    let used = all.iter().filter(|one| used.contains(one));
    used.copied().collect()
}
