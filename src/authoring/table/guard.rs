//! Cells that a spreadsheet could mistake for a formula, and quotes that somebody put in quotation marks.
//!
//! A cell that begins as a formula does (`=`, `+`, `-`, `@`, their wide forms, a tab, a line break) gets an
//! apostrophe in front, and so does one that begins with apostrophes before such a sign. On the way back one
//! apostrophe is taken from exactly these, so every text comes back as it was, and a text that somebody
//! begins with an apostrophe of their own keeps it.

/// What spreadsheets take for the beginning of a formula.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The quotation marks that may stand around a quote, the likeliest first.
const MARKS: [(char, char); 6] = [
    ('“', '”'),
    ('«', '»'),
    ('„', '“'),
    ('„', '”'),
    ('"', '"'),
    ('‹', '›'),
];

fn is_guarded(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(SIGNS)
}

/// A text as a cell that no spreadsheet runs.
pub(super) fn guarded(text: &str) -> String {
    if is_guarded(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text of a cell.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_guarded(text) => text,
        _ => cell,
    }
}

/// What stands between quotation marks, if they are around all of the text and nowhere in it.
fn within_marks(text: &str) -> Option<&str> {
    MARKS.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inner.contains([*open, *close])).then_some(inner)
    })
}

/// A quote without the quotation marks that a spreadsheet, or its author, put around it: the page has its own.
pub(super) fn unmarked(cell: &str) -> &str {
    within_marks(cell).unwrap_or(cell)
}

/// A quote so that [`unmarked`] gives it back: marks that are its own get others around them.
pub(super) fn marked(words: &str) -> String {
    let is_free = |(open, close): &&(char, char)| !words.contains([*open, *close]);
    match (within_marks(words), MARKS.iter().find(is_free)) {
        (Some(_), Some((open, close))) => format!("{open}{words}{close}"),
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_cell_begins_as_a_formula_does() {
        for hostile in [
            "=1+1", "+1", "-2", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''=1",
        ] {
            let cell = guarded(hostile);
            assert!(cell.starts_with('\''), "{cell}");
            assert_eq!(unguarded(&cell), hostile);
        }
        // What was typed by hand is taken as it is.
        for typed in ["'Never', he said", "=1", "-", "’tis", ""] {
            assert_eq!(unguarded(typed), typed);
        }
    }

    #[test]
    fn marks_around_a_quote_are_taken_off_once() {
        for (cell, words) in [
            ("“Not an inch.”", "Not an inch."),
            ("\"Not an inch.\"", "Not an inch."),
            ("«Ни метра»", "Ни метра"),
            ("„Keinen Meter“", "Keinen Meter"),
            ("“A” and “B”", "“A” and “B”"),
            ("said “no”", "said “no”"),
        ] {
            assert_eq!(unmarked(cell), words);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_guarded_or_marked_comes_back(text in "['=+@a“”«»„\" -]{0,6}") {
            let (cell, quote) = (guarded(&text), marked(&text));
            prop_assert_eq!(unguarded(&cell), &text);
            prop_assert_eq!(unmarked(&quote), &text);
        }
    }
}
