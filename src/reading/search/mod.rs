//! Search: clauses, claims, regions, people and sources, in every language at once.
//!
//! The words of all records are brought to one form (see [`fold`]) and kept in order, so that what
//! begins with the letters typed so far lies together. Every word that is typed must be found in a
//! record; a word that begins nothing may differ by a letter or two.

mod accents;
mod fold;
mod index;

pub use index::{Indexing, SearchIndex};

use super::Reader;
use crate::dossier::{ClaimId, ClauseId, PartyId, RegionId, SourceId, Spoken};
use crate::order;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// A region.
    Region(RegionId),
    /// A party, or somebody who speaks for it.
    Party(PartyId),
    /// A clause or a part.
    Clause(ClauseId),
    /// A claim.
    Claim(ClaimId),
    /// A source.
    Source(SourceId),
}

/// The kinds of what can be found, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundKind {
    /// Regions.
    Place,
    /// Parties and speakers.
    Person,
    /// Clauses.
    Clause,
    /// Claims.
    Claim,
    /// Sources.
    Source,
}

/// How many kinds there are.
const KINDS: usize = 5;

impl Found {
    /// Its kind.
    pub fn kind(&self) -> FoundKind {
        match self {
            Self::Region(_) => FoundKind::Place,
            Self::Party(_) => FoundKind::Person,
            Self::Clause(_) => FoundKind::Clause,
            Self::Claim(_) => FoundKind::Claim,
            Self::Source(_) => FoundKind::Source,
        }
    }
}

/// A record that has all the words.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchHit {
    /// What it is.
    pub found: Found,
    /// What it is called, in the reader's language.
    pub title: Marked,
    /// The rest of what it says, for telling it from others.
    pub more: Option<Marked>,
}

/// A text with the parts that were searched for.
#[derive(Debug, Clone, PartialEq)]
pub struct Marked {
    /// The text.
    pub text: Spoken,
    /// The marked parts, in bytes of the text, in order and apart from each other.
    pub marks: Vec<(usize, usize)>,
}

impl Marked {
    /// The text in pieces, each with whether it is marked.
    pub fn pieces(&self) -> Vec<(&str, bool)> {
        let text = self.text.words.as_str();
        let mut pieces = Vec::new();
        let mut at = 0;
        for (start, end) in &self.marks {
            pieces.extend(text.get(at..*start).map(|plain| (plain, false)));
            pieces.extend(text.get(*start..*end).map(|marked| (marked, true)));
            at = *end;
        }
        pieces.extend(text.get(at..).map(|rest| (rest, false)));
        pieces.retain(|(piece, _)| !piece.is_empty());
        pieces
    }
}

impl Reader<'_> {
    /// What an index found, in words for this reader: at most `most` of each kind, the best first. A
    /// record that this reader's dossier does not have is left out, so an index of the whole dossier
    /// serves one that is narrowed to a day.
    pub fn search(&self, index: &SearchIndex, query: &str, most: usize) -> Vec<SearchHit> {
        let wanted = index::Wanted::of(query);
        let mut hits: Vec<SearchHit> = Vec::new();
        let mut counts = [0; KINDS];
        for found in index.find(&wanted) {
            let Some(count) = counts.get_mut(found.kind() as usize) else {
                continue;
            };
            if *count < most
                && let Some(hit) = self.hit(found.clone(), index, &wanted)
            {
                *count += 1;
                hits.push(hit);
                if hits.len() == KINDS.saturating_mul(most) {
                    break;
                }
            }
        }
        order::by_key(&mut hits, |hit| hit.found.kind());
        hits
    }

    fn hit(&self, found: Found, index: &SearchIndex, wanted: &index::Wanted) -> Option<SearchHit> {
        let (title, more) = match &found {
            Found::Region(id) => {
                let region = self.dossier.regions.get(id)?;
                (self.say(&region.name), self.say_any(&region.what))
            }
            Found::Party(id) => (self.party(id)?.name, self.speaker_found(id, index, wanted)),
            Found::Clause(id) => {
                let at = self.dossier.clause(id)?;
                let number = format!("{}. ", at.clause.number);
                let mut title = self.say(&at.clause.title);
                title.words.insert_str(0, &number);
                (title, Some(self.say(&at.plan.short)))
            }
            Found::Claim(id) => {
                let claim = self.dossier.claims.get(id)?;
                let speaker = self.dossier.speakers.get(&claim.speaker);
                (
                    self.say(&claim.text),
                    speaker.map(|speaker| self.say(&speaker.name)),
                )
            }
            Found::Source(id) => {
                let source = self.dossier.sources.get(id)?;
                (
                    self.literal(&source.title),
                    Some(self.literal(&source.publisher)),
                )
            }
        };
        let mark = |text| index.marked(text, wanted);
        Some(SearchHit {
            found,
            title: mark(title),
            more: more.map(mark),
        })
    }

    /// The speaker of a party whose name has the words, if one has.
    fn speaker_found(
        &self,
        party: &PartyId,
        index: &SearchIndex,
        wanted: &index::Wanted,
    ) -> Option<Spoken> {
        let of = self.dossier.speakers.iter().filter(|s| s.party == *party);
        let names = of.map(|speaker| self.say(&speaker.name));
        let marked = names.map(|name| index.marked(name, wanted));
        let mut marked: Vec<_> = marked.filter(|name| !name.marks.is_empty()).collect();
        order::by_key(&mut marked, |name| std::cmp::Reverse(name.marks.len()));
        marked.into_iter().next().map(|name| name.text)
    }
}
