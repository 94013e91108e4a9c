//! A file as rows of cells, however a spreadsheet has saved it: commas, semicolons or tabs; with the mark of
//! UTF-8 or without; with empty rows; with either sort of line break.

use super::TableFault;
use super::cells::Cells;
use super::columns::{KINDS, headings, meant};
use super::guard::unguarded;
use crate::dossier::{Lang, did_you_mean};

/// What may stand between cells.
const BETWEEN: [u8; 3] = [b',', b';', b'\t'];

/// A table that was read.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The row with the headings.
    pub head: usize,
    /// For each column of the file, the full heading that is meant; `None` for one that is for reading only.
    pub columns: Vec<Option<String>>,
    /// Each row that is not empty: its number, and its cells. A column that the table has is in all of them.
    pub rows: Vec<(usize, Cells)>,
}

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with its form, or with its headings.
    pub fn read(bytes: &[u8], langs: &[Lang]) -> Result<Self, Vec<TableFault>> {
        let text = decoded(bytes).map_err(|fault| vec![fault])?;
        let lines = BETWEEN.map(|between| lines(text, between));
        // Of the ways to part a row, the one under which most headings are known.
        let known = |lines: &Vec<Line>| {
            let head = lines.first().map(|line| line.cells.as_slice());
            let cells = head.unwrap_or_default().iter();
            cells.filter(|cell| meant(cell, langs).is_some()).count()
        };
        // Of equals the last is taken; a comma is to come first.
        let Some(lines) = lines.into_iter().rev().max_by_key(known) else {
            return Ok(Self::empty());
        };
        Self::of(lines, langs)
    }

    fn empty() -> Self {
        Self {
            head: 1,
            columns: Vec::new(),
            rows: Vec::new(),
        }
    }

    fn of(lines: Vec<Line>, langs: &[Lang]) -> Result<Self, Vec<TableFault>> {
        let mut lines = lines.into_iter();
        let Some(head) = lines.next() else {
            return Err(vec![TableFault::of_row(
                1,
                "the table is empty",
                "begin with a row of headings; `clausemap export` writes them",
            )]);
        };
        let mut sheet = Self {
            head: head.row,
            ..Self::empty()
        };
        let mut faults = Vec::new();
        for (at, written) in head.cells.iter().enumerate() {
            match sheet.heading(at, written, langs) {
                Ok(column) => sheet.columns.push(column),
                Err(fault) => {
                    faults.push(fault);
                    sheet.columns.push(None);
                }
            }
        }
        if !sheet.columns.iter().flatten().any(|column| column == "id") {
            faults.push(TableFault::of_row(
                head.row,
                "no column has the heading `id`",
                "the first row has the headings; keep those that `clausemap export` writes",
            ));
        }
        for line in lines {
            match sheet.row(line) {
                Ok(row) => sheet.rows.push(row),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() {
            Ok(sheet)
        } else {
            Err(faults)
        }
    }

    /// The column of a full heading, for a fault.
    pub fn place(&self, heading: &str) -> Option<(usize, String)> {
        let mut columns = self.columns.iter();
        let at = columns.position(|column| column.as_deref() == Some(heading))?;
        Some((at, heading.to_owned()))
    }

    fn heading(
        &self,
        at: usize,
        written: &str,
        langs: &[Lang],
    ) -> Result<Option<String>, TableFault> {
        let written = written.trim();
        if written.is_empty() || written.starts_with('(') {
            return Ok(None);
        }
        let fault = |problem: String, remedy: String| TableFault {
            row: self.head,
            column: Some((at, written.to_owned())),
            problem,
            remedy,
        };
        let Some(full) = meant(written, langs) else {
            let all = headings(langs);
            let kinds = KINDS.iter().map(|kind| kind.heading);
            let known = all.iter().map(String::as_str).chain(kinds);
            return Err(fault(
                format!("no column is called `{written}`"),
                did_you_mean(
                    &written.to_lowercase(),
                    known,
                    "put a heading of your own in brackets, such as (to do): such columns are passed over",
                ),
            ));
        };
        if self.place(&full).is_some() {
            return Err(fault(
                format!("a second column is called `{full}`"),
                "keep one of them".to_owned(),
            ));
        }
        Ok(Some(full))
    }

    fn row(&self, line: Line) -> Result<(usize, Cells), TableFault> {
        if line.is_open {
            return Err(TableFault::of_row(
                line.row,
                "a quotation mark is opened and never closed, so what follows is one cell",
                "close it, or save the table anew from the spreadsheet",
            ));
        }
        let beyond = line.cells.get(self.columns.len()..).unwrap_or_default();
        if beyond.iter().any(|cell| !cell.trim().is_empty()) {
            return Err(TableFault::of_row(
                line.row,
                format!(
                    "{} cells under {} headings",
                    line.cells.len(),
                    self.columns.len()
                ),
                "put a text that holds the sign between cells in double quotation marks, or save the table anew from the spreadsheet",
            ));
        }
        let named = self.columns.iter().enumerate();
        let named = named.filter_map(|(at, column)| Some((column.clone()?, line.cells.get(at))));
        let cells = named.map(|(column, cell)| (column, cell.cloned().unwrap_or_default()));
        Ok((line.row, cells.collect()))
    }
}

/// A row that is not empty.
#[derive(Debug)]
struct Line {
    row: usize,
    cells: Vec<String>,
    /// Its last cell is quoted, and the file ends in it.
    is_open: bool,
}

/// The file's text without its mark, or why it cannot be read.
fn decoded(bytes: &[u8]) -> Result<&str, TableFault> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        TableFault::of_row(
            before.iter().filter(|byte| **byte == b'\n').count() + 1,
            "the letters are not in UTF-8",
            "save it again: in LibreOffice choose the character set Unicode (UTF-8), in Excel the type CSV UTF-8",
        )
    })
}

/// The rows that are not empty, parted at `between`.
fn lines(text: &str, between: u8) -> Vec<Line> {
    // Excel says first what stands between cells.
    let (text, mut row) = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => {
            (rest, 1)
        }
        _ => (text, 0),
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(between)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut lines, mut end, mut record) = (Vec::new(), 0, csv::StringRecord::new());
    // Text that is UTF-8 and rows of any length: nothing is refused.
    while let Ok(true) = reader.read_record(&mut record) {
        let next = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        let raw = text.get(end..next).unwrap_or_default();
        // Rows without even a separator are passed over by the reader, but have their number.
        let own = raw.trim_start_matches(['\r', '\n']);
        let before = raw.get(..raw.len() - own.len()).unwrap_or_default();
        row += 1 + empty_rows(before, text, end);
        end = next;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        lines.push(Line {
            row,
            cells: record.iter().map(|cell| plain(unguarded(cell))).collect(),
            is_open: next >= text.len() && own.matches('"').count() % 2 == 1,
        });
    }
    lines
}

/// How many empty rows there are in the line breaks before a row. The reader ends a row with the first sign of its
/// line break, so that of `\r\n` the second may be left over.
fn empty_rows(before: &str, text: &str, end: usize) -> usize {
    let is_left_over = text.get(..end).is_some_and(|done| done.ends_with('\r'));
    let before = match before.strip_prefix('\n') {
        Some(rest) if is_left_over => rest,
        _ => before,
    };
    before.replace("\r\n", "\n").chars().count()
}

/// A cell's text with one sort of line break, whichever the spreadsheet has put there.
pub(super) fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Sheet, Vec<TableFault>> {
        Sheet::read(text.as_bytes(), &["en", "uk"].map(Lang::from))
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_shows() {
        let rows = [
            "id;text",
            "a;\"two\nlines\"",
            "",
            ";;",
            "b;x",
            "",
            "",
            "c;y",
        ];
        for line_break in ["\n", "\r\n"] {
            let sheet = read(&("\u{feff}".to_owned() + &rows.join(line_break))).unwrap();
            let numbers: Vec<_> = sheet.rows.iter().map(|(row, _)| *row).collect();
            assert_eq!(numbers, [2, 5, 8], "{line_break:?}");
            assert_eq!(sheet.rows[0].1["text en"], "two\nlines");
        }
        let sheet = read("sep=;\r\n\r\nid;text\r\na;x\r\n").unwrap();
        assert_eq!((sheet.head, sheet.rows[0].0), (3, 4));
    }

    #[test]
    fn the_sign_between_cells_is_found_out() {
        for between in [",", ";", "\t"] {
            let text = ["id", "text en", "(to do)", "note"].join(between)
                + "\n"
                + &["a", "\"x, y; z\"", "ask", "n"].join(between);
            let sheet = read(&text).unwrap();
            assert_eq!(sheet.rows[0].1["text en"], "x, y; z", "{between:?}");
            assert_eq!(sheet.rows[0].1["note en"], "n");
            assert_eq!(sheet.rows[0].1.len(), 3);
        }
    }

    #[test]
    fn a_faulty_form_is_told() {
        for (text, told) in [
            (
                "",
                "row 1: the table is empty; begin with a row of headings; `clausemap export` writes them",
            ),
            (
                "a,b",
                "row 1, column A (a): no column is called `a`; put a heading of your own in brackets, such as (to do): such columns are passed over",
            ),
            (
                "id,sorces",
                "row 1, column B (sorces): no column is called `sorces`; did you mean `sources`?",
            ),
            (
                "id,regions,coverage",
                "row 1, column C (coverage): a second column is called `regions`; keep one of them",
            ),
            (
                "party,text\nus,x",
                "row 1: no column has the heading `id`; the first row has the headings; keep those that `clausemap export` writes",
            ),
            (
                "id,text\na,x, y",
                "row 2: 3 cells under 2 headings; put a text that holds the sign between cells in double quotation marks, or save the table anew from the spreadsheet",
            ),
            (
                "id,text\na,x\nb,\"y\nc,z\n",
                "row 3: a quotation mark is opened and never closed, so what follows is one cell; close it, or save the table anew from the spreadsheet",
            ),
        ] {
            assert_eq!(read(text).unwrap_err()[0].to_string(), told);
        }
        let told = Sheet::read(b"id,text\na,\xe4", &[Lang::from("en")]).unwrap_err();
        assert!(
            told[0]
                .to_string()
                .starts_with("row 2: the letters are not in UTF-8; save it again")
        );
    }
}
