//! What the comparison of two plans says.

mod en;
mod ru;
mod uk;

use crate::dossier::Change;

pub use en::EN;
pub use ru::RU;
pub use uk::UK;

/// The words of a comparison, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct CompareWords {
    pub heading: fn(left: &str, right: &str) -> String,
    /// What stands here; two samples of marks follow.
    pub lede: &'static str,
    pub sample_gone: &'static str,
    pub sample_put_in: &'static str,
    /// That texts with little in common have no marks.
    pub unlike: &'static str,
    /// Which way the words for changes go, where the later plan stands on the left.
    pub direction: fn(earlier: &str, later: &str) -> String,

    // Marks, for those who hear them.
    pub gone: &'static str,
    pub put_in: &'static str,
    pub mark_ends: &'static str,

    // What is chosen.
    pub choices: &'static str,
    pub from_plan: &'static str,
    pub to_plan: &'static str,
    pub swap: &'static str,
    pub what_changed: &'static str,
    pub only_changes: &'static str,
    pub only_this: fn(change: &str, count: usize) -> String,
    pub place: &'static str,
    pub all_places: &'static str,
    pub topic: &'static str,
    pub all_topics: &'static str,

    // The two plans.
    pub ramp: &'static str,
    pub ramp_note: &'static str,
    /// What a small map shows: how many regions a plan names, and those named most often.
    pub covers: fn(plan: &str, regions: usize, most: &str) -> String,
    pub covers_nothing: fn(plan: &str) -> String,
    pub region_count: fn(region: &str, count: usize) -> String,
    pub no_text: &'static str,

    // Lines.
    pub change: fn(Change) -> &'static str,
    pub count_of: fn(change: Change, count: usize) -> String,
    pub untied: &'static str,
    pub untied_count: fn(count: usize) -> String,
    pub untied_from: fn(plan: &str) -> String,
    pub lines: fn(count: usize) -> String,
    pub above: fn(number: &str) -> String,
    pub clause_of: fn(number: &str, plan: &str) -> String,
    /// The clauses that a tie was put together through, and what happened at each step.
    pub through: fn(clauses: &str, steps: &str) -> String,
    pub then: &'static str,
    pub part_seen: &'static str,
    pub heading_seen: &'static str,

    // What cannot be shown.
    pub nothing: &'static str,
    pub clear: &'static str,
    pub one_plan: &'static str,
    pub only_plan: &'static str,
    pub to_latest: &'static str,
    pub unknown: fn(plan: &str) -> String,
    pub not_out: fn(plan: &str, dated: &str) -> String,
    pub digest: fn(plan: &str) -> String,
    pub same: fn(plan: &str) -> String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sentence_leaves_out_what_it_is_given() {
        let (a, b) = ("⟦a⟧", "⟦b⟧");
        for (lang, words) in [("en", &EN), ("uk", &UK), ("ru", &RU)] {
            let holds = |name: &str, said: String, marks: &[&str]| {
                for mark in marks {
                    assert!(said.contains(mark), "{lang}: `{name}`: {said}");
                }
            };
            for (name, say) in [
                ("covers_nothing", words.covers_nothing),
                ("untied_from", words.untied_from),
                ("above", words.above),
                ("unknown", words.unknown),
                ("digest", words.digest),
                ("same", words.same),
            ] {
                holds(name, say(a), &[a]);
            }
            for (name, say) in [
                ("heading", words.heading),
                ("direction", words.direction),
                ("clause_of", words.clause_of),
                ("through", words.through),
                ("not_out", words.not_out),
            ] {
                holds(name, say(a, b), &[a, b]);
            }
            for count in [2, 5, 11, 21, 1114] {
                let number = count.to_string();
                holds("only_this", (words.only_this)(a, count), &[a, &number]);
                holds(
                    "region_count",
                    (words.region_count)(a, count),
                    &[a, &number],
                );
                holds("covers", (words.covers)(a, count, b), &[a, &number, b]);
                holds("lines", (words.lines)(count), &[&number]);
                holds("untied_count", (words.untied_count)(count), &[&number]);
                for change in crate::reading::CHANGES {
                    holds("count_of", (words.count_of)(change, count), &[&number]);
                }
            }
        }
    }
}
