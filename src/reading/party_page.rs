//! Everything that one party has said.

use super::{ClaimCard, ClauseTag, PartyTag, Reader};
use crate::dossier::{Claim, PartyId, Spoken, TopicId};

/// A party, and what it has said.
#[derive(Debug, Clone, PartialEq)]
pub struct PartyPage {
    /// Its letters and its name.
    pub tag: PartyTag,
    /// What it is in these talks.
    pub role: Spoken,
    /// Who has spoken for it, in the dossier's order, each with their office.
    pub speakers: Vec<(Spoken, Option<Spoken>)>,
    /// The texts that it has put forward, with the clauses that they are for.
    pub variants: Vec<(ClauseTag, Spoken)>,
    /// What it has said, by topic in the dossier's order; each claim once, under its matter's topic.
    pub topics: Vec<TopicClaims>,
    /// How many claims there are in all.
    pub count: usize,
}

/// What a party has said on one topic.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicClaims {
    /// The topic; `None` for claims on matters that the dossier does not have.
    pub topic: Option<TopicId>,
    /// Its name.
    pub label: Spoken,
    /// The claims, newest first.
    pub claims: Vec<ClaimCard>,
}

impl Reader<'_> {
    /// The page of a party; `None` when the dossier has no such party.
    pub fn party_page(&self, id: &PartyId) -> Option<PartyPage> {
        let party = self.dossier.parties.get(id)?;
        let claims: Vec<&Claim> = self
            .dossier
            .claims
            .iter()
            .filter(|c| c.party == *id)
            .collect();
        let spoken = self.dossier.speakers.iter();
        let speakers = spoken
            .filter(|speaker| claims.iter().any(|claim| claim.speaker == speaker.id))
            .map(|speaker| (self.say(&speaker.name), self.say_any(&speaker.role)))
            .collect();
        Some(PartyPage {
            tag: self.party(id)?,
            role: self.say(&party.role),
            speakers,
            variants: self.variants_of(id),
            count: claims.len(),
            topics: self.by_topic(&claims),
        })
    }

    /// All that a party has said, newest first.
    pub fn party_over_time(&self, id: &PartyId) -> Vec<ClaimCard> {
        let claims = self.dossier.claims.iter();
        self.cards(claims.filter(|claim| claim.party == *id))
    }

    /// The rival texts that a party has put forward.
    fn variants_of(&self, id: &PartyId) -> Vec<(ClauseTag, Spoken)> {
        let mut found = Vec::new();
        for at in self.dossier.all_clauses() {
            let own = at.clause.variants.iter();
            for variant in own.filter(|variant| variant.proposed_by.contains(id)) {
                let tag = self.clause_tag(&at.clause.id);
                found.extend(tag.map(|tag| (tag, self.say(&variant.title))));
            }
        }
        found
    }

    fn by_topic(&self, claims: &[&Claim]) -> Vec<TopicClaims> {
        let topic_of = |claim: &Claim| {
            let matter = self.dossier.matters.get(&claim.matter)?;
            self.dossier.topics.get(&matter.topic)
        };
        let topics = self.dossier.topics.iter().map(Some);
        let mut found = Vec::new();
        for topic in topics.chain([None]) {
            let id = topic.map(|topic| &topic.id);
            let of = claims.iter().copied();
            let of = of.filter(|claim| topic_of(claim).map(|topic| &topic.id) == id);
            let claims = self.cards(of);
            if !claims.is_empty() {
                found.push(TopicClaims {
                    topic: id.cloned(),
                    label: topic.map_or_else(|| self.literal(""), |topic| self.say(&topic.label)),
                    claims,
                });
            }
        }
        found
    }
}
