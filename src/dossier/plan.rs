//! Plans, their clauses, and how a clause of one became a clause of the next.

use serde::Deserialize;

use super::record::records;
use super::{
    ClauseId, EffectId, PartyId, PlanId, RegionId, SourceId, Text, TopicId, VariantId, When,
};

/// One version of the document.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Its id, such as `p20`.
    pub id: PlanId,
    /// Its full title.
    pub title: Text,
    /// A title of two or three words for tabs and lists, such as "20 points".
    pub short: Text,
    /// Whether it is a plan, or only a list of what somebody else named.
    #[serde(default)]
    pub kind: PlanKind,
    /// What it is: leaked draft, signed declaration, named but never published.
    pub status: Text,
    /// When it came out, as a date.
    pub dated: When,
    /// Whose text it is.
    #[serde(default)]
    pub authors: Vec<PartyId>,
    /// How it came about.
    #[serde(default)]
    pub drafting: Text,
    /// How many numbered points it has.
    pub points: u16,
    /// What of its text was read, and where it was not.
    pub text_seen: Text,
    /// Its clauses in the order of their numbers. Empty for a plan whose text was never published.
    #[serde(default)]
    pub clauses: Vec<Clause>,
    /// Where its existence can be checked.
    pub sources: Vec<SourceId>,
    /// Where each clause stands in the file's list, when faulty ones were left out of it.
    #[serde(skip)]
    pub(super) rows: Option<Vec<usize>>,
}

impl Plan {
    /// Where a clause stands in the file's list.
    pub(super) fn row(&self, clause: usize) -> usize {
        let rows = self.rows.as_ref();
        rows.and_then(|rows| rows.get(clause))
            .copied()
            .unwrap_or(clause)
    }
}

/// What sort of thing a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PlanKind {
    /// A version of the document.
    #[default]
    Plan,
    /// A list of provisions that somebody named; nobody's plan.
    Digest,
}

/// One numbered point of a plan, or one lettered part of it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Its id, such as `p20-12`.
    pub id: ClauseId,
    /// Its number as the reader sees it: `12`, `14a`, `3–5`.
    pub number: String,
    /// A title in our words.
    pub title: Text,
    /// What it says in our words, and how much of it was seen.
    pub wording: Wording,
    /// The subjects that it belongs to.
    #[serde(default)]
    pub topics: Vec<TopicId>,
    /// The regions that it names, each with what it does there. Empty: it names no place.
    #[serde(default)]
    pub coverage: Vec<Cover>,
    /// Whether the parties agree on it, where that is known.
    #[serde(default)]
    pub agreement: Agreement,
    /// The rival texts that the parties table.
    #[serde(default)]
    pub variants: Vec<Variant>,
    /// Its lettered parts. A part has no parts of its own.
    #[serde(default)]
    pub parts: Vec<Clause>,
    /// Anything that a reader must know before relying on it.
    #[serde(default)]
    pub note: Text,
    /// Where it can be checked.
    pub sources: Vec<SourceId>,
}

/// How much of a clause was seen, and what it says.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// All of it, paraphrased.
    Whole(Text),
    /// Some of it, paraphrased; the rest was not seen.
    Part(Text),
    /// Only its heading was seen.
    Heading,
    /// Its number is known; its text was not seen in a source that can be relied on.
    Withheld,
}

impl Wording {
    /// Our paraphrase, if there is one.
    pub fn text(&self) -> Option<&Text> {
        match self {
            Self::Whole(text) | Self::Part(text) => Some(text),
            Self::Heading | Self::Withheld => None,
        }
    }
}

/// Whether a clause is agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// Nobody has said.
    #[default]
    Unstated,
    /// Said to be agreed.
    Agreed,
    /// Said not to be agreed.
    NotAgreed,
}

/// One region that a clause names, and what the clause does there.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// The region.
    pub region: RegionId,
    /// What the clause does there.
    pub effect: EffectId,
    /// A qualification, such as "in one party's text only".
    #[serde(default)]
    pub note: Text,
}

/// One of the rival texts of a clause.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Its id, such as `p20-12-us`.
    pub id: VariantId,
    /// A title of two or three words.
    pub title: Text,
    /// Who proposes it.
    pub proposed_by: Vec<PartyId>,
    /// What it says, in our words.
    pub text: Text,
    /// Shares in equal parts, where the text is about sharing: one entry for each holder.
    #[serde(default)]
    pub shares: Vec<Text>,
    /// The day for which this is known.
    pub as_of: When,
    /// Who told it, where it was not the proposer.
    #[serde(default)]
    pub told_by: Option<Teller>,
    /// Where it can be checked.
    pub sources: Vec<SourceId>,
}

/// Who tells of a position that is not their own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Teller {
    /// Another party.
    Party(PartyId),
    /// A journalist, in the journalist's words.
    Press,
}

/// What a clause does to a place: sets a line, takes forces away, opens a river.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// Its id, such as `frozen-line`.
    pub id: EffectId,
    /// In words.
    pub label: Text,
}

/// How a clause of one plan became a clause of another.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lineage {
    /// Where it was before.
    pub from: End,
    /// Where it went.
    pub to: End,
    /// What happened to it.
    pub change: Change,
    /// In our words, what differs.
    #[serde(default)]
    pub note: Text,
}

/// One end of a lineage: a clause, or a plan that has no such clause.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// This clause.
    Clause(ClauseId),
    /// No clause of this plan.
    AbsentFrom(PlanId),
}

/// What happened to a clause on its way from one plan to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// The same.
    Kept,
    /// Other words, the same substance.
    Reworded,
    /// It reaches less far.
    Narrowed,
    /// It reaches farther.
    Widened,
    /// One became several, or several rival texts.
    Split,
    /// Several became one.
    Merged,
    /// The substance differs and no direction can be stated.
    Changed,
    /// It is gone.
    Dropped,
    /// It was not there before.
    New,
    /// The later or earlier text was not seen in a source that can be relied on.
    Withheld,
    /// Not a change: a digest names this clause.
    Named,
}

impl Change {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Kept,
        Self::Reworded,
        Self::Narrowed,
        Self::Widened,
        Self::Split,
        Self::Merged,
        Self::Changed,
        Self::Dropped,
        Self::New,
        Self::Withheld,
        Self::Named,
    ];

    /// The word in addresses, attributes and dossier files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Reworded => "reworded",
            Self::Narrowed => "narrowed",
            Self::Widened => "widened",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Changed => "changed",
            Self::Dropped => "dropped",
            Self::New => "new",
            Self::Withheld => "withheld",
            Self::Named => "named",
        }
    }

    /// The change of a word, if it is one.
    pub fn of(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.slug() == slug)
    }
}

records! {
    Plan, PlanId, "plan";
    Effect, EffectId, "effect";
}
