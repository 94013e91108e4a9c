//! English.

use super::PositionsWords;
use crate::reading::Verdict;

/// The English words.
pub const EN: PositionsWords = PositionsWords {
    title: "Who says what",
    lede: "The latest recorded claim of each party on each matter. A dash means that no claim is recorded; it does not mean silence.",
    summary: |matters, claims| {
        let matters = match matters {
            1 => "1 matter".to_owned(),
            n => format!("{n} matters"),
        };
        match claims {
            1 => format!("{matters}, 1 claim"),
            n => format!("{matters}, {n} claims"),
        }
    },
    observed: |count| match count {
        1 => {
            "On 1 more matter only observers have spoken. They take no position and have no column."
                .to_owned()
        }
        n => format!(
            "On {n} more matters only observers have spoken. They take no position and have no column."
        ),
    },
    only_place: |place| format!("Only claims about: {place}"),
    all_places: "All places",

    order: "Order of the matters",
    order_topic: "By topic",
    order_contested: "Most contested first",

    caption: "Matters down, parties across; in each cell the party’s latest stance",
    keys: "Arrow keys go from mark to mark, Enter opens the claims behind one, Escape closes them.",
    topic: "Topic",
    other_topics: "Other matters",
    verdict_head: "How it stands",
    verdict: |verdict| match verdict {
        Some(Verdict::Contested) => "Contested",
        Some(Verdict::Open) => "Open",
        Some(Verdict::Agreed) => "Agreed",
        None => "No position taken",
    },
    verdict_rule: |verdict| match verdict {
        Some(Verdict::Contested) => "one supports it, another opposes it",
        Some(Verdict::Open) => "neither contested nor agreed; one voice alone is no agreement",
        Some(Verdict::Agreed) => "all who speak support it",
        None => "asked, but silent",
    },

    behind: |count| match count {
        1 => "1 claim".to_owned(),
        n => format!("{n} claims"),
    },
    before: |stance| format!("before: {stance}"),
    told_by: |party| format!("as told by {party}"),
    about: |party| format!("a statement about {party}"),
    left_out_of: |party| format!("{party}: has spoken on it, but nothing that is asked for here"),

    legend: "What the marks mean",
    legend_count: "number of claims",
    legend_turn: "earlier stance › latest",
    legend_told: |letters| format!("as told by another party, here {letters}"),
    legend_about: |letters| format!("about another party, here {letters}"),
    legend_left_out: "a claim that is not asked for",

    none_of: |parties| format!("No claim: {parties}"),
    left_out: |parties| format!("Not asked for: {parties}"),

    empty: "No position answers to all that is asked for.",
    empty_on_day: |day| format!("No position was known on {day}."),
    show_all: "Show all positions",
    to_latest: "Return to the latest day",
    not_open: |claim| format!("“{claim}” is not in the dossier on this day."),

    evidence: "Claims behind the mark",
    close: "Close the claims",
    evidence_lede: |party, claims| match claims {
        1 => format!("{party}: the one claim on this matter."),
        n => format!("{party}: all {n} claims on this matter, the oldest first."),
    },
    clauses: "Clauses",
    replaces: |stance, when| format!("Replaces “{stance}”, {when}"),
    replaced_by: |stance, when| format!("Replaced by “{stance}”, {when}"),
    others: "Others on this matter",
    no_others: "No claim of another party on this matter is recorded.",
    observers: "Observers on this matter",
};
