//! One table as CSV (RFC 4180), which spreadsheets open as it is and run nothing of.
//!
//! It begins with the mark of UTF-8, by which spreadsheets know the letters. A program that a cell
//! could be mistaken for begins with `=`, `+`, `-`, `@`, a tab or a line break: such a cell, and one
//! that begins with an apostrophe, gets an apostrophe in front. To have the cells as they were, take
//! away one apostrophe from the beginning of each that has any.

/// What spreadsheets take for the beginning of a formula, also in their wide forms, and the guard
/// itself.
const GUARDED: [char; 12] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠',
];

/// Writes lines of cells, the first line being the names of the columns.
pub(super) fn table(lines: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut out = String::from('\u{FEFF}');
    for line in lines {
        for (index, text) in line.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            cell(&mut out, text);
        }
        out.push_str("\r\n");
    }
    out
}

fn cell(out: &mut String, text: &str) {
    let guard = if text.starts_with(GUARDED) { "'" } else { "" };
    if !text.contains(['"', ',', '\r', '\n']) {
        out.push_str(guard);
        out.push_str(text);
        return;
    }
    out.push('"');
    out.push_str(guard);
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        let text = text.strip_prefix('\u{FEFF}').unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let lines = reader.records().map(Result::unwrap);
        lines
            .map(|line| line.iter().map(ToOwned::to_owned).collect())
            .collect()
    }

    fn unguarded(cell: &str) -> String {
        cell.strip_prefix('\'').unwrap_or(cell).to_owned()
    }

    #[test]
    fn no_cell_begins_as_a_formula_does() {
        let hostile = [
            "=HYPERLINK(\"http://example.org\";\"x\")",
            "+1",
            "-2+3",
            "@SUM(1)",
            "\t=1",
            "\r=1",
            "'=1",
            "＝1",
        ];
        let line = hostile.map(ToOwned::to_owned).to_vec();
        let back = read(&table([line.clone()]));
        for (cell, text) in back[0].iter().zip(&line) {
            assert!(cell.starts_with('\''), "{cell}");
            assert_eq!(unguarded(cell), *text);
        }
        assert_eq!(
            table([vec!["a".to_owned(), "b".to_owned()]]),
            "\u{FEFF}a,b\r\n"
        );
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back(lines in prop::collection::vec(prop::collection::vec("[=+'\",;\r\na-zё\t@ -]{0,8}", 3), 1..6)) {
            let back: Vec<Vec<String>> = read(&table(lines.clone()))
                .into_iter()
                .map(|line| line.iter().map(|cell| unguarded(cell)).collect())
                .collect();
            prop_assert_eq!(back, lines);
        }
    }
}
