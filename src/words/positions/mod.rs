//! What the table of positions says.

mod en;
mod ru;
#[cfg(test)]
mod tests;
mod uk;

use crate::reading::Verdict;

pub use en::EN;
pub use ru::RU;
pub use uk::UK;

/// The words of the table of positions, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct PositionsWords {
    pub title: &'static str,
    pub lede: &'static str,
    /// How many matters and claims the table shows.
    pub summary: fn(matters: usize, claims: usize) -> String,
    /// How many matters are in no row, since only observers have spoken of them.
    pub observed: fn(count: usize) -> String,
    /// The place that the table is narrowed down to.
    pub only_place: fn(place: &str) -> String,
    pub all_places: &'static str,

    pub order: &'static str,
    pub order_topic: &'static str,
    pub order_contested: &'static str,

    // The table.
    pub caption: &'static str,
    pub keys: &'static str,
    pub topic: &'static str,
    pub other_topics: &'static str,
    pub verdict_head: &'static str,
    pub verdict: fn(Option<Verdict>) -> &'static str,
    /// By what rule a verdict is given.
    pub verdict_rule: fn(Option<Verdict>) -> &'static str,

    // Its cells, for the ear.
    pub behind: fn(count: usize) -> String,
    pub before: fn(stance: &str) -> String,
    pub told_by: fn(party: &str) -> String,
    pub about: fn(party: &str) -> String,
    pub left_out_of: fn(party: &str) -> String,

    // Its legend.
    pub legend: &'static str,
    pub legend_count: &'static str,
    pub legend_turn: &'static str,
    pub legend_told: fn(letters: &str) -> String,
    pub legend_about: fn(letters: &str) -> String,
    pub legend_left_out: &'static str,

    // One matter at a time.
    pub none_of: fn(parties: &str) -> String,
    pub left_out: fn(parties: &str) -> String,

    // Nothing to show.
    pub empty: &'static str,
    pub empty_on_day: fn(day: &str) -> String,
    pub show_all: &'static str,
    pub to_latest: &'static str,
    pub not_open: fn(claim: &str) -> String,

    // The claims behind a cell.
    pub evidence: &'static str,
    pub close: &'static str,
    pub evidence_lede: fn(party: &str, claims: usize) -> String,
    pub clauses: &'static str,
    pub replaces: fn(stance: &str, when: &str) -> String,
    pub replaced_by: fn(stance: &str, when: &str) -> String,
    pub others: &'static str,
    pub no_others: &'static str,
    pub observers: &'static str,
}
