//! All sources, with how much rests on each.

use crate::order;
use std::collections::HashMap;

use super::{Cite, Reader};
use crate::dossier::{Lang, SourceId, SourceKind, When};

/// Sources of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceShelf {
    /// The kind.
    pub kind: SourceKind,
    /// The sources, newest first; those without a date last.
    pub sources: Vec<SourceLine>,
}

/// A source in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceLine {
    /// Who published it, when, and where.
    pub cite: Cite,
    /// Its title, as published.
    pub title: String,
    /// The language of the title.
    pub lang: Option<Lang>,
    /// How many claims rest on it.
    pub claims: usize,
    /// How many clauses rest on it.
    pub clauses: usize,
}

/// The order in which the kinds are shown: the nearest to what was said first.
const SHELVES: [SourceKind; 6] = [
    SourceKind::Official,
    SourceKind::News,
    SourceKind::StateMedia,
    SourceKind::Secondary,
    SourceKind::Repost,
    SourceKind::Reference,
];

impl Reader<'_> {
    /// All sources by kind; a kind without any is left out.
    pub fn sources(&self) -> Vec<SourceShelf> {
        let mut claims: HashMap<&SourceId, usize> = HashMap::new();
        for claim in self.dossier.claims.iter() {
            claim
                .sources
                .iter()
                .for_each(|id| *claims.entry(id).or_default() += 1);
        }
        let mut clauses: HashMap<&SourceId, usize> = HashMap::new();
        for at in self.dossier.all_clauses() {
            let sources = at.clause.sources.iter();
            sources.for_each(|id| *clauses.entry(id).or_default() += 1);
        }
        let shelf = |kind: SourceKind| {
            let of = self.dossier.sources.iter();
            let mut of: Vec<_> = of.filter(|source| source.kind == kind).collect();
            order::by(&mut of, |a, b| When::order(b.dated, a.dated));
            let line = |source: &crate::dossier::Source| SourceLine {
                cite: self.cite(&source.id),
                title: source.title.clone(),
                lang: source.lang.clone(),
                claims: claims.get(&source.id).copied().unwrap_or_default(),
                clauses: clauses.get(&source.id).copied().unwrap_or_default(),
            };
            SourceShelf {
                kind,
                sources: of.into_iter().map(line).collect(),
            }
        };
        SHELVES
            .into_iter()
            .map(shelf)
            .filter(|shelf| !shelf.sources.is_empty())
            .collect()
    }
}
