//! English.

use super::CompareWords;
use crate::dossier::Change;

/// The English table.
pub const EN: CompareWords = CompareWords {
    heading: |left, right| format!("From {left} to {right}"),
    lede: "Clause against clause. Both columns are our paraphrase, so marks show where the substance differs, not the wording of the documents:",
    sample_gone: "gone or replaced",
    sample_put_in: "put in",
    direction: |earlier, later| {
        format!(
            "The later plan stands on the left. What changed is said in the order of time, from {earlier} to {later}."
        )
    },

    gone: "gone:",
    put_in: "put in:",
    mark_ends: "end of mark",

    choices: "Plans and filters",
    from_plan: "From",
    to_plan: "To",
    swap: "Swap the two plans",
    what_changed: "What changed",
    only_changes: "Only changes",
    only_this: |change, count| format!("Only this: {change}, {count}"),
    place: "Place",
    all_places: "All places",
    topic: "Topic",
    all_topics: "All topics",

    ramp: "Clauses that name a place",
    ramp_note: "Per region, parts counted singly.",
    covers: |plan, regions, most| match regions {
        1 => format!("{plan}: clauses name 1 region: {most}."),
        n => format!("{plan}: clauses name {n} regions, most often {most}."),
    },
    covers_nothing: |plan| format!("{plan}: no clause names a region."),
    region_count: |region, count| format!("{region} ({count})"),
    no_text: "None of its text is in the dossier, so its clauses cannot be compared.",

    change,
    count_of: |of, count| format!("{count} {}", change(of).to_lowercase()),
    untied: "No tie recorded",
    untied_count: |count| format!("{count} without a recorded tie"),
    untied_from: |plan| format!("No tie to a clause of {plan} is recorded."),
    lines: |count| match count {
        1 => "1 line".to_owned(),
        n => format!("{n} lines"),
    },
    above: |number| format!("{number}, written out above"),
    clause_of: |number, plan| format!("clause {number} of {plan}"),
    through: |clauses, steps| format!("Put together through {clauses}: {steps}."),
    then: ", then ",
    unlike: "Texts that have little in common are left unmarked.",
    part_seen: "part seen",
    heading_seen: "heading seen",

    nothing: "No clause passes these filters.",
    clear: "Show all changes, topics and places",
    one_plan: "On this day fewer than two plans were out, so there is nothing to compare yet.",
    only_plan: "This dossier has one plan, so there is nothing to compare it with.",
    to_latest: "Show the latest day",
    unknown: |plan| format!("There is no plan “{plan}” in this dossier."),
    not_out: |plan, dated| {
        format!(
            "{plan}: not out yet on this day, but only {dated}. Another plan stands in its place."
        )
    },
    digest: |plan| format!("{plan}: a list of points that somebody named, not a plan to compare."),
    same: |plan| format!("{plan} cannot be compared with itself."),
};

fn change(change: Change) -> &'static str {
    match change {
        Change::Kept => "Kept",
        Change::Reworded => "Reworded",
        Change::Narrowed => "Narrowed",
        Change::Widened => "Widened",
        Change::Split => "Split",
        Change::Merged => "Merged",
        Change::Changed => "Changed",
        Change::Dropped => "Dropped",
        Change::New => "New",
        Change::Withheld => "Withheld",
        Change::Named => "Named there",
    }
}
