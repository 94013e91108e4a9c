//! What a page says, as plain values. Nothing here knows how it is drawn.

mod choices;
mod citation;
mod claim_card;
mod claim_page;
mod clause_page;
mod compare;
mod days;
pub mod export;
mod filters;
mod glance;
mod history;
mod lens;
mod listing;
mod overview;
mod party_page;
mod places;
mod positions;
mod region_making;
mod region_page;
mod search;
mod source_page;
mod sources;
mod strip;
mod timeline;
mod type_ahead;

pub use choices::{Choices, Choosing, Control};
pub use citation::{Citation, CitationWords, CitedSource};
pub use claim_card::ClauseTag;
pub use claim_card::{Cite, ClaimCard, PartyTag, Told};
pub use claim_page::ClaimPage;
pub use clause_page::{
    ClausePage, GroundLine, Kin, LineageEnd, QuestionLine, SeenWording, VariantCard,
};
pub use compare::{
    CHANGES, Cell, CompareLine, ComparedClause, ComparedPlan, Comparing, Comparison, Mark,
    PlanPair, Refusal, Refused, Run, Seen, WayStep,
};
pub use days::Days;
pub use filters::Filters;
pub use glance::Glance;
pub use history::{ClaimRef, HistoryStep};
pub use lens::{Accord, Lens, LensValue, Shade, Stand, Verdict};
pub use listing::{ListEntry, ListedPlace, ListedPlan, Listing, Passing};
pub use overview::{Overview, PlanLine, RegionLine};
pub use party_page::{PartyPage, TopicClaims};
pub use places::PlaceShelf;
pub use positions::{
    CellGrid, CellMove, GroupHead, MatterGroup, MatterRow, PositionCell, PositionEvidence,
    PositionMark, PositionOrder, Positioning, Positions,
};
pub use region_making::RegionMaking;
pub use region_page::{
    ClauseLine, Crumb, NotedStatement, PlaceReadingLine, PlanTies, ReasonGroup, RegionHead,
    RegionPage,
};
pub use search::{Found, FoundKind, Indexing, Marked, SearchHit, SearchIndex};
pub use source_page::{PlaceNote, SourcePage};
pub use sources::{SourceLine, SourceShelf};
pub use strip::{StanceCell, StanceRow, StanceStrip};
pub use timeline::{
    Bunch, Chart, ClaimDay, ClaimLine, DayStrip, EventCard, Face, Happening, Label, Lane, Lines,
    PlacedBunch, PlacedEvent, PlacedLane, Side, StripBar, StripPlan, Stripping, Timeline,
    Timelining,
};
pub use type_ahead::TypeAhead;

use crate::coverage::Coverage;
use crate::dossier::{Dossier, Lang, RegionId, Spoken, Text, Translation};

/// A dossier, opened for a reader of certain languages.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// What bears on what.
    pub coverage: &'a Coverage,
    /// The reader's languages, the preferred one first.
    pub langs: &'a [Lang],
    /// The dossier's texts in the preferred language, if it was not written in it.
    pub translation: Option<&'a Translation>,
}

impl Reader<'_> {
    /// A text in the reader's language, else its translation into it, else in the dossier's first
    /// language, else in the one that it has; empty when it has no words.
    pub fn say(&self, text: &Text) -> Spoken {
        let first = self.dossier.first_language();
        if let Some(spoken) = self.translated(text) {
            return spoken;
        }
        text.spoken(self.langs.iter().chain([&first]))
            .unwrap_or(Spoken {
                words: String::new(),
                lang: first,
                translated: false,
            })
    }

    /// A text in translation, if the reader's language is not one that it was written in.
    fn translated(&self, text: &Text) -> Option<Spoken> {
        let translation = self.translation?;
        let is_wanted = self.langs.first() == Some(&translation.language);
        if !is_wanted || text.exactly(&translation.language).is_some() {
            return None;
        }
        Some(Spoken {
            words: translation.of(text)?.to_owned(),
            lang: translation.language.clone(),
            translated: true,
        })
    }

    /// A text, if it has words.
    pub fn say_any(&self, text: &Text) -> Option<Spoken> {
        (!text.is_empty()).then(|| self.say(text))
    }

    /// A region's name; its id when the dossier does not know it.
    pub fn region_name(&self, id: &RegionId) -> Spoken {
        match self.dossier.regions.get(id) {
            Some(region) => self.say(&region.name),
            None => Spoken {
                words: id.to_string(),
                lang: self.dossier.first_language(),
                translated: false,
            },
        }
    }
}
