//! One source, and all that rests on it.

use super::claim_card::ClauseTag;
use super::{Cite, ClaimCard, Reader};
use crate::dossier::{Lang, SourceId, Spoken};

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
    /// The clauses that rest on it.
    pub clauses: Vec<(ClauseTag, Spoken)>,
    /// The claims that rest on it, newest first.
    pub claims: Vec<ClaimCard>,
}

impl Reader<'_> {
    /// The page of a source; `None` when the dossier has no such source.
    pub fn source_page(&self, id: &SourceId) -> Option<SourcePage> {
        let source = self.dossier.sources.get(id)?;
        let clauses = self
            .dossier
            .all_clauses()
            .filter(|at| at.clause.sources.contains(id))
            .filter_map(|at| Some((self.clause_tag(&at.clause.id)?, self.say(&at.clause.title))))
            .collect();
        let claims = self.dossier.claims.iter();
        Some(SourcePage {
            cite: self.cite(id),
            title: source.title.clone(),
            lang: source.lang.clone(),
            note: self.say_any(&source.note),
            clauses,
            claims: self.cards(claims.filter(|claim| claim.sources.contains(id))),
        })
    }
}
