//! The records of an export, each as a flat value: what JSON holds, and a line of a table.

use serde::Serialize;

/// A clause or a part.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClauseRow {
    /// Its id.
    pub id: String,
    /// Its plan's id.
    pub plan: String,
    /// Its plan's short title.
    pub plan_title: String,
    /// When its plan came out, as the dossier writes dates (a part of EDTF).
    pub dated: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it says, in our words; empty when that was not seen.
    pub text: String,
    /// The language of its text.
    pub lang: String,
    /// How much of it was seen: `whole`, `part`, `heading`, `withheld`.
    pub seen: &'static str,
    /// Whether it is agreed: `agreed`, `not-agreed`, or empty when nobody says.
    pub agreement: &'static str,
    /// Why it bears on the region that was asked for; empty when none was.
    pub reason: &'static str,
    /// Its topics.
    pub topics: Vec<String>,
    /// The ids of the regions that it names.
    pub regions: Vec<String>,
    /// Its rival texts.
    pub variants: Vec<VariantRow>,
    /// What to know before relying on it.
    pub note: String,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// One of the rival texts of a clause.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VariantRow {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The ids of the parties that propose it.
    pub proposed_by: Vec<String>,
    /// What it says, in our words.
    pub text: String,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// A claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimRow {
    /// Its id.
    pub id: String,
    /// Whose position it is: the party's id.
    pub party: String,
    /// The party's name.
    pub party_name: String,
    /// Who said it, or what the source calls them.
    pub speaker: String,
    /// Their office.
    pub role: String,
    /// When it was said, as the dossier writes dates; empty when that is not known.
    pub said: String,
    /// The stance: `supports`, `conditional`, `opposes`, `open`, `silent`.
    pub stance: &'static str,
    /// For silence: the day up to which nothing had been said.
    pub silent_as_of: String,
    /// What the stance is towards.
    pub matter: String,
    /// In our words.
    pub text: String,
    /// The language of our words.
    pub lang: String,
    /// In the speaker's words.
    pub quote: String,
    /// The language of these.
    pub quote_lang: String,
    /// What it rests on: `on-record`, `reported`.
    pub evidence: &'static str,
    /// Who told it, where it was not the speaker: a party's id, or `press`.
    pub told_by: String,
    /// The other party that it speaks about.
    pub about: String,
    /// Why it bears on the region that was asked for; empty when none was.
    pub reason: &'static str,
    /// Its topics.
    pub topics: Vec<String>,
    /// The ids of the regions that it names.
    pub regions: Vec<String>,
    /// The ids of the clauses that it is about.
    pub clauses: Vec<String>,
    /// What to know before relying on it.
    pub note: String,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceRow {
    /// Its id.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Whose words it carries, where these are somebody else's.
    pub original: String,
    /// Its title, as published.
    pub title: String,
    /// The language of its title.
    pub lang: String,
    /// When it was published, as the dossier writes dates.
    pub dated: String,
    /// Its address; empty when none is known.
    pub url: String,
    /// What to know before relying on it.
    pub note: String,
}

/// A region, with what bears on it in a way that the map counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegionRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What sort of place it is.
    pub what: String,
    /// A public code.
    pub code: String,
    /// How many of the clauses of the export bear on it.
    pub clause_count: usize,
    /// How many of its claims do.
    pub claim_count: usize,
    /// The ids of these clauses.
    pub clauses: Vec<String>,
    /// The ids of these claims.
    pub claims: Vec<String>,
}
