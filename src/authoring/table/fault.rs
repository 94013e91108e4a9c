//! What is wrong with a table, by row and column as a spreadsheet counts them.

use std::fmt;

/// One thing that is wrong, with its place and its remedy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TableFault {
    /// The row, counted from 1 as a spreadsheet shows it; the headings are a row too.
    pub row: usize,
    /// The column: its place, counted from 0, and its heading. `None`: the row as a whole.
    pub column: Option<(usize, String)>,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

impl TableFault {
    pub(super) fn of_row(
        row: usize,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            row,
            column: None,
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for TableFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}", self.row)?;
        if let Some((at, heading)) = &self.column {
            write!(f, ", column {} ({heading})", letters(*at))?;
        }
        write!(f, ": {}; {}", self.problem, self.remedy)
    }
}

/// The letters over a column: A to Z, then AA.
fn letters(at: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    match at / 26 {
        0 => letter.to_string(),
        before => format!("{}{letter}", letters(before - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let of = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(of, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
