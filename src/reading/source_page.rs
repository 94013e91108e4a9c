//! One source, and all that rests on it.

use super::claim_card::ClauseTag;
use super::{Cite, Reader};
use crate::dossier::{ClaimId, Lang, PlanId, Region, RegionId, SourceId, Spoken, When};
use crate::order;

/// A source and what rests on it.
#[derive(Debug, Clone, PartialEq)]
pub struct SourcePage {
    /// Who published it, when, and where.
    pub cite: Cite,
    /// Its title, as published.
    pub title: String,
    /// The language of the title.
    pub lang: Option<Lang>,
    /// What to know before relying on it.
    pub note: Option<Spoken>,
    /// The plans whose existence rests on it.
    pub plans: Vec<(PlanId, Spoken)>,
    /// The clauses that rest on it.
    pub clauses: Vec<(ClauseTag, Spoken)>,
    /// The rival texts that rest on it, each with its clause.
    pub variants: Vec<(ClauseTag, Spoken)>,
    /// The events that rest on it, newest first.
    pub events: Vec<(When, Spoken)>,
    /// What is said of places on its word: their status, who claims them, what they are said to mean.
    pub notes: Vec<PlaceNote>,
    /// The claims that rest on it, newest first.
    pub claims: Vec<ClaimId>,
}

/// Something that is said of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceNote {
    /// The place.
    pub region: RegionId,
    /// Its name.
    pub name: Spoken,
    /// What is said.
    pub text: Spoken,
}

impl SourcePage {
    /// Whether nothing rests on it.
    pub fn is_bare(&self) -> bool {
        self.plans.is_empty()
            && self.clauses.is_empty()
            && self.variants.is_empty()
            && self.events.is_empty()
            && self.notes.is_empty()
            && self.claims.is_empty()
    }
}

impl Reader<'_> {
    /// The page of a source; `None` when the dossier has no such source.
    pub fn source_page(&self, id: &SourceId) -> Option<SourcePage> {
        let source = self.dossier.sources.get(id)?;
        let plans = self.dossier.plans.iter();
        let plans = plans.filter(|plan| plan.sources.contains(id));
        let clauses = self
            .dossier
            .all_clauses()
            .filter(|at| at.clause.sources.contains(id))
            .filter_map(|at| Some((self.clause_tag(&at.clause.id)?, self.say(&at.clause.title))))
            .collect();
        let regions = self.dossier.regions.iter();
        let claims = self.dossier.claims.iter();
        Some(SourcePage {
            cite: self.cite(id),
            title: source.title.clone(),
            lang: source.lang.clone(),
            note: self.say_any(&source.note),
            plans: plans
                .map(|plan| (plan.id.clone(), self.say(&plan.title)))
                .collect(),
            clauses,
            variants: self.variants_on(id),
            events: self.events_on(id),
            notes: regions
                .flat_map(|region| self.notes_on(region, id))
                .collect(),
            claims: self.newest_first(claims.filter(|claim| claim.sources.contains(id))),
        })
    }

    fn variants_on(&self, id: &SourceId) -> Vec<(ClauseTag, Spoken)> {
        let mut found = Vec::new();
        for at in self.dossier.all_clauses() {
            let variants = at.clause.variants.iter();
            for variant in variants.filter(|variant| variant.sources.contains(id)) {
                let tag = self.clause_tag(&at.clause.id);
                found.extend(tag.map(|tag| (tag, self.say(&variant.title))));
            }
        }
        found
    }

    fn events_on(&self, id: &SourceId) -> Vec<(When, Spoken)> {
        let events = self.dossier.events.iter();
        let mut found: Vec<_> = events
            .filter(|event| event.sources.contains(id))
            .map(|event| (event.at, self.say(&event.title)))
            .collect();
        order::by(&mut found, |(a, _), (b, _)| When::order(Some(*b), Some(*a)));
        found
    }

    fn notes_on(&self, region: &Region, id: &SourceId) -> Vec<PlaceNote> {
        let status = region.status.iter().map(|one| (&one.text, &one.sources));
        let claims = region.claimed_by.iter().map(|c| (&c.text, &c.sources));
        let readings = region.readings.iter().map(|r| (&r.text, &r.sources));
        let said = status.chain(claims).chain(readings);
        said.filter(|(_, sources)| sources.contains(id))
            .map(|(text, _)| PlaceNote {
                region: region.id.clone(),
                name: self.say(&region.name),
                text: self.say(text),
            })
            .collect()
    }
}
