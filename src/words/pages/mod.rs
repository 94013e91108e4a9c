//! What the pages of a claim, a source and a party say beside their records, and what the map's key says
//! of a topic.

mod en;
mod ru;
#[cfg(test)]
mod tests;
mod uk;

use crate::dossier::When;

pub use en::EN;
pub use ru::RU;
pub use uk::UK;

/// The words of these pages, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct PagesWords {
    /// What the map shows, for one topic.
    pub key_topic: fn(sentence: &str, topic: &str) -> String,

    // A claim.
    pub precision_label: &'static str,
    pub precision: fn(Option<When>) -> &'static str,
    pub dating_label: &'static str,
    pub replaces_label: &'static str,
    pub replaced_by_label: &'static str,
    pub stance_when: fn(stance: &str, when: &str) -> String,
    pub in_positions: &'static str,

    // A source.
    pub plans: &'static str,
    pub clauses: &'static str,
    pub variants: &'static str,
    pub events: &'static str,
    pub notes: &'static str,
    pub claims: &'static str,
    pub nothing_rests: &'static str,

    // A party.
    pub order: &'static str,
    pub by_topic: &'static str,
    pub over_time: &'static str,
}
