//! Who says what: parties, speakers, topics, matters, claims.

use serde::Deserialize;

use super::record::records;
use super::{
    ClaimId, ClauseId, Day, Lang, MatterId, PartyId, RegionId, SourceId, SpeakerId, Teller, Text,
    TopicId, When,
};

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Its id, such as `ua`.
    pub id: PartyId,
    /// Its name.
    pub name: Text,
    /// Two to five letters for its tag.
    pub tag: Text,
    /// What it is in these talks.
    pub role: Text,
    /// Whether it is a party, or an observer whose assessments are kept apart.
    #[serde(default)]
    pub kind: PartyKind,
    /// Other names it goes by.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// Parties take positions; observers assess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// Takes positions.
    #[default]
    Party,
    /// Assesses: journalists, outside experts. No party.
    Observer,
}

/// A person, a body or an unnamed official that speaks for a party.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// Their id.
    pub id: SpeakerId,
    /// Their name, or what the source calls them.
    pub name: Text,
    /// Whom they speak for.
    pub party: PartyId,
    /// Their office.
    #[serde(default)]
    pub role: Text,
    /// How far they are named.
    pub kind: SpeakerKind,
    /// Other spellings of the name.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// How far a speaker is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SpeakerKind {
    /// A named person.
    Person,
    /// A body that speaks with one voice.
    Collective,
    /// Known only as the source has it.
    Unnamed,
}

/// A subject that runs across plans.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its id, such as `territory`.
    pub id: TopicId,
    /// Its name.
    pub label: Text,
}

/// The sentence that a stance is a stance towards.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Its id, such as `leave-donbas`.
    pub id: MatterId,
    /// The subject it belongs to first.
    pub topic: TopicId,
    /// The sentence: "Ukraine leaves the rest of Donbas".
    pub text: Text,
}

/// One position of one party on one matter.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// Whose position it is.
    pub party: PartyId,
    /// Who said it.
    pub speaker: SpeakerId,
    /// What the stance is towards.
    pub matter: MatterId,
    /// The stance.
    pub stance: Stance,
    /// What was said, in our words.
    pub text: Text,
    /// Direct speech, under 26 words.
    #[serde(default)]
    pub quote: Option<Quote>,
    /// The subjects it belongs to.
    #[serde(default)]
    pub topics: Vec<TopicId>,
    /// The regions it is about. Empty: no place.
    #[serde(default)]
    pub coverage: Vec<RegionId>,
    /// The clauses it is about.
    #[serde(default)]
    pub clauses: Vec<ClauseId>,
    /// When it was said, where that is known.
    #[serde(default)]
    pub said: Option<When>,
    /// The source's own words for the date.
    #[serde(default)]
    pub said_as_stated: Text,
    /// How the date was worked out from these words.
    #[serde(default)]
    pub said_resolved: Text,
    /// True when the speaker stands behind it by name or office; false when unnamed or told by others.
    pub on_record: bool,
    /// Who told it, where it was not the speaker.
    #[serde(default)]
    pub told_by: Option<Teller>,
    /// The other party that it is a statement about. It is never that party's own claim.
    #[serde(default)]
    pub about: Option<PartyId>,
    /// What a reader must know before relying on it.
    #[serde(default)]
    pub note: Text,
    /// Where it can be checked; the first is shown.
    pub sources: Vec<SourceId>,
}

/// A position towards a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// For it.
    Supports,
    /// For it, if something else happens.
    Conditional,
    /// Against it.
    Opposes,
    /// Negotiating, undecided, hopeful without a position.
    Open,
    /// Asked, and has not commented, up to this day.
    Silent {
        /// The day up to which this held.
        as_of: Day,
    },
}

/// A stance by its word alone, to choose by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StanceKind {
    /// For it.
    Supports,
    /// For it, if something else happens.
    Conditional,
    /// Against it.
    Opposes,
    /// Undecided.
    Open,
    /// Asked, and has not commented.
    Silent,
}

impl Stance {
    /// Its word.
    pub fn kind(self) -> StanceKind {
        match self {
            Self::Supports => StanceKind::Supports,
            Self::Conditional => StanceKind::Conditional,
            Self::Opposes => StanceKind::Opposes,
            Self::Open => StanceKind::Open,
            Self::Silent { .. } => StanceKind::Silent,
        }
    }
}

impl StanceKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Supports,
        Self::Conditional,
        Self::Opposes,
        Self::Open,
        Self::Silent,
    ];

    /// The word in addresses, attributes and dossier files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Conditional => "conditional",
            Self::Opposes => "opposes",
            Self::Open => "open",
            Self::Silent => "silent",
        }
    }

    /// The stance of a word, if it is one.
    pub fn of(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

/// What a claim rests on, to choose by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// The speaker stands behind it by name or office.
    OnRecord,
    /// The speaker is unnamed, or others told it.
    Reported,
}

impl Evidence {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::OnRecord, Self::Reported];

    /// The word in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::OnRecord => "on-record",
            Self::Reported => "reported",
        }
    }

    /// The evidence of a word, if it is one.
    pub fn of(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

impl Claim {
    /// What it rests on.
    pub fn evidence(&self) -> Evidence {
        if self.on_record {
            Evidence::OnRecord
        } else {
            Evidence::Reported
        }
    }
}

/// Direct speech.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The words, without quotation marks.
    pub words: String,
    /// The language they are given in here.
    pub lang: Lang,
    /// True when that is a translation of what was said.
    #[serde(default)]
    pub translated: bool,
    /// True when it is part of a sentence.
    #[serde(default)]
    pub fragment: bool,
}

records! {
    Party, PartyId, "party";
    Speaker, SpeakerId, "speaker";
    Topic, TopicId, "topic";
    Matter, MatterId, "matter";
    Claim, ClaimId, "claim";
}
