//! Where statements can be checked; what happened; what is not known.

use serde::Deserialize;

use super::record::records;
use super::{
    Address, ClauseId, EventId, Lang, QuestionId, RegionId, SourceId, Text, TopicId, When,
};

/// Where a statement can be checked.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Who published it.
    pub publisher: String,
    /// Its title, as published.
    pub title: String,
    /// The language of the title and the text, where it is known.
    #[serde(default)]
    pub lang: Option<Lang>,
    /// When it was published, where that is known.
    #[serde(default)]
    pub dated: Option<When>,
    /// Its address on the web: `https://…` or `http://…`. None where no address is known.
    #[serde(default)]
    pub url: Option<Address>,
    /// How far it can be relied on.
    pub kind: SourceKind,
    /// The outlet whose words a repost or a report carries. A repost must name it.
    #[serde(default)]
    pub original: Option<String>,
    /// What a reader must know before relying on it.
    #[serde(default)]
    pub note: Text,
}

/// What sort of source it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The body itself: a resolution, a government's own page.
    Official,
    /// A news report.
    News,
    /// A report at second hand.
    Secondary,
    /// Somebody else's report put up again. Never stands alone.
    Repost,
    /// A medium that belongs to a state. Labelled as such.
    StateMedia,
    /// An encyclopedia, a data set, an expert's analysis.
    Reference,
}

/// Something that happened, or that somebody says will.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// When.
    pub at: When,
    /// What, in a few words.
    pub title: Text,
    /// What, in a sentence.
    #[serde(default)]
    pub text: Text,
    /// The regions it is about. Empty: no place.
    #[serde(default)]
    pub coverage: Vec<RegionId>,
    /// True for a date that somebody claims for the future.
    #[serde(default)]
    pub expected: bool,
    /// Where it can be checked.
    pub sources: Vec<SourceId>,
}

/// Something that is not known.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// What is not known.
    pub text: Text,
    /// The regions it is about.
    #[serde(default)]
    pub coverage: Vec<RegionId>,
    /// The subjects it belongs to.
    #[serde(default)]
    pub topics: Vec<TopicId>,
    /// The clauses it is about.
    #[serde(default)]
    pub clauses: Vec<ClauseId>,
}

records! {
    Source, SourceId, "source";
    Event, EventId, "event";
    Question, QuestionId, "question";
}
