//! English.

use super::PagesWords;
use crate::dossier::When;

/// The English words.
pub const EN: PagesWords = PagesWords {
    key_topic: |sentence, topic| format!("{sentence}; only on the topic “{topic}”"),

    precision_label: "How exact",
    precision: |when| match when {
        Some(When::Day(_)) => "To the day",
        Some(When::About(_)) => "About this day",
        Some(When::Month(_)) => "Some time in this month",
        Some(When::Year(_)) => "Some time in this year",
        Some(When::Span(_, _)) => "Between these two days",
        Some(When::Since(_)) => "Since this day, and still so",
        Some(When::Standing) => "Always so, at no one date",
        None => "No date is known",
    },
    dating_label: "How the date was worked out",
    replaces_label: "Replaces",
    replaced_by_label: "Replaced by",
    stance_when: |stance, when| format!("{stance}, {when}"),
    in_positions: "The matter in the table of positions",

    plans: "Plans",
    clauses: "Clauses",
    variants: "Rival texts",
    events: "Events",
    notes: "What is said of places",
    claims: "Claims",
    nothing_rests: "Nothing in the dossier rests on it on this day.",

    order: "Order of the claims",
    by_topic: "By topic",
    over_time: "Newest first",
};
