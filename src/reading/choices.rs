//! What there is to choose from: only what the dossier holds, so that no choice is a dead end by
//! itself.

use std::collections::HashSet;

use super::{PartyTag, PlaceShelf, Reader, RegionLine};
use crate::coverage::Reason;
use crate::dossier::{Evidence, PartyId, Spoken, StanceKind, TopicId};

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
        let mut making = Choosing::default();
        while making.step(self) {}
        making.finish(self)
    }
}

/// How many claims are looked at in one step.
const CLAIMS: usize = 64;
/// How many regions are.
const REGIONS: usize = 8;

/// The choices in the making: of ten thousand claims they take longer than a hand can wait.
#[derive(Default)]
pub struct Choosing {
    claims: usize,
    regions: usize,
    parties: HashSet<PartyId>,
    topics: HashSet<TopicId>,
    stances: HashSet<StanceKind>,
    evidence: HashSet<Evidence>,
    places: Vec<(PlaceShelf, RegionLine)>,
}

impl Choosing {
    /// Looks at some more of the dossier, and says whether there is more. Each step must be given the same reader.
    pub fn step(&mut self, reader: &Reader<'_>) -> bool {
        let dossier = reader.dossier;
        if self.claims < dossier.claims.places() {
            let some = self.claims..self.claims + CLAIMS;
            for claim in dossier.claims.part(&some) {
                put(&mut self.parties, &claim.party);
                self.stances.insert(claim.stance.kind());
                self.evidence.insert(claim.evidence());
                let matter = dossier.matters.get(&claim.matter);
                let topics = claim.topics.iter();
                for topic in topics.chain(matter.map(|matter| &matter.topic)) {
                    put(&mut self.topics, topic);
                }
            }
            self.claims = some.end;
            return true;
        }
        let some = self.regions..self.regions + REGIONS;
        for region in dossier.regions.part(&some) {
            // Of use is a place on which a clause or a claim bears in a way that the map counts.
            let clauses = reader.coverage.clauses(&region.id).iter();
            let claims = reader.coverage.claims(&region.id).iter();
            if clauses.map(|tie| &tie.reason).any(Reason::counts)
                || claims.map(|tie| &tie.reason).any(Reason::counts)
            {
                let lines = reader.region_lines(std::iter::once(&region.id));
                let shelf = PlaceShelf::of(region);
                self.places
                    .extend(lines.into_iter().map(|line| (shelf, line)));
            }
        }
        self.regions = some.end;
        self.regions < dossier.regions.places()
    }

    /// The choices, once no step is left.
    pub fn finish(mut self, reader: &Reader<'_>) -> Choices {
        let dossier = reader.dossier;
        for at in dossier.all_clauses() {
            for topic in &at.clause.topics {
                put(&mut self.topics, topic);
            }
        }
        let mut shelves = PlaceShelf::ALL.map(|shelf| (shelf, Vec::new())).to_vec();
        for (on, line) in self.places {
            if let Some((_, lines)) = shelves.iter_mut().find(|(shelf, _)| *shelf == on) {
                lines.push(line);
            }
        }
        shelves.retain(|(_, lines)| !lines.is_empty());
        let of_parties = dossier.parties.iter();
        let of_topics = dossier.topics.iter();
        Choices {
            places: shelves,
            parties: of_parties
                .filter(|party| self.parties.contains(&party.id))
                .filter_map(|party| reader.party(&party.id))
                .collect(),
            topics: of_topics
                .filter(|topic| self.topics.contains(&topic.id))
                .map(|topic| (topic.id.clone(), reader.say(&topic.label)))
                .collect(),
            stances: among(&StanceKind::ALL, &self.stances),
            evidence: among(&Evidence::ALL, &self.evidence),
        }
    }
}

/// Puts something in that is seldom new.
fn put<T: Clone + Eq + std::hash::Hash>(set: &mut HashSet<T>, one: &T) {
    if !set.contains(one) {
        set.insert(one.clone());
    }
}

/// Those of a list that occur, in its order.
fn among<T: Copy + Eq + std::hash::Hash>(all: &[T], used: &HashSet<T>) -> Vec<T> {
    let used = all.iter().filter(|one| used.contains(one));
    used.copied().collect()
}
