//! Where claims stand in the files of a dossier, and these files with others in their place.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde_json::value::RawValue;

use super::cells::{Cells, cells};
use super::rows::Row;
use super::sheet::plain;
use super::style::Style;
use crate::dossier::{Claim, Files, Members};

/// Files that are changed, by their name.
pub(super) type Texts = Vec<(String, Vec<u8>)>;

/// A list of claims in a file.
pub(super) struct List {
    pub file: usize,
    start: usize,
    end: usize,
    pub slots: Vec<Slot>,
}

/// A claim in a file.
pub(super) struct Slot {
    /// Its id; empty where it has none.
    pub id: String,
    pub start: usize,
    pub end: usize,
    pub raw: String,
    /// Each member's name, and where its value stands in the text.
    members: Vec<(String, Range<usize>)>,
    /// What it says; `None` for one that cannot be read.
    pub cells: Option<Cells>,
}

impl Slot {
    /// A member as it is written.
    pub fn member(&self, name: &str) -> Option<&str> {
        let mut members = self.members.iter();
        let found = members.find(|(own, _)| own == name);
        self.raw.get(found?.1.clone())
    }

    /// Each member, and where its value stands in the claim's text.
    pub fn spans(&self) -> impl Iterator<Item = (&str, &Range<usize>)> {
        self.members.iter().map(|(name, span)| (&**name, span))
    }
}

/// Every list of claims, in the order of reading.
pub(super) fn lists(files: &Files, names: &[String]) -> Vec<List> {
    let mut found = Vec::new();
    for name in names {
        let Some(file) = files.find(name) else {
            continue;
        };
        let bytes = files.get(file).map(|file| file.bytes.as_slice());
        let text = std::str::from_utf8(bytes.unwrap_or_default()).unwrap_or_default();
        let Ok(Members(members)) = serde_json::from_str(text) else {
            continue;
        };
        for (_, list) in members.iter().filter(|(name, _)| name == "claims") {
            let start = list.get().as_ptr() as usize - text.as_ptr() as usize;
            let rows: Vec<&RawValue> = serde_json::from_str(list.get()).unwrap_or_default();
            found.push(List {
                file,
                start,
                end: start + list.get().len(),
                slots: rows.into_iter().map(|row| slot(text, row)).collect(),
            });
        }
    }
    found
}

fn slot(text: &str, row: &RawValue) -> Slot {
    let raw = row.get();
    let start = raw.as_ptr() as usize - text.as_ptr() as usize;
    let Members(members) = serde_json::from_str(raw).unwrap_or(Members(Vec::new()));
    let id = members.iter().find(|(name, _)| name == "id");
    let id = id.and_then(|(_, id)| serde_json::from_str(id.get()).ok());
    let claim = serde_json::from_str::<Claim>(raw).ok();
    // Both are slices of the same buffer: the difference of their addresses is an offset.
    let span = |(name, value): (String, &RawValue)| {
        let start = value.get().as_ptr() as usize - raw.as_ptr() as usize;
        (name, start..start + value.get().len())
    };
    Slot {
        id: id.unwrap_or_default(),
        start,
        end: start + raw.len(),
        raw: raw.to_owned(),
        cells: claim.map(|claim| {
            let cells = cells(&claim).into_iter();
            cells
                .map(|(heading, cell)| (heading, plain(&cell)))
                .collect()
        }),
        members: members.into_iter().map(span).collect(),
    }
}

impl List {
    /// Whether it holds the byte at `offset` of a file, and in which claim.
    pub fn at(&self, file: usize, offset: usize) -> Option<&Slot> {
        let mut slots = self.slots.iter().filter(|_| self.file == file);
        slots.find(|slot| (slot.start..slot.end).contains(&offset))
    }

    /// Writes the list anew where a row changes it, into the files that are changed. Of two lists in a file
    /// the later is to be written first.
    pub fn merge(
        &self,
        is_home: bool,
        rows: &[Row],
        gone: &HashSet<&str>,
        files: &Files,
        changed: &mut Texts,
    ) {
        let Some(file) = files.get(self.file) else {
            return;
        };
        let at = changed.iter().position(|(name, _)| *name == file.name);
        let bytes = at.and_then(|at| changed.get(at)).map(|(_, bytes)| bytes);
        let text = String::from_utf8_lossy(bytes.unwrap_or(&file.bytes)).into_owned();
        let list = self.with(is_home, rows, gone, &text);
        if text.get(self.start..self.end) == Some(&*list) {
            return;
        }
        let before = text.get(..self.start).unwrap_or_default();
        let after = text.get(self.end..).unwrap_or_default();
        changed.retain(|(name, _)| *name != file.name);
        let whole = format!("{before}{list}{after}");
        changed.push((file.name.clone(), whole.into_bytes()));
    }

    /// The list with what the rows say. What stands between claims that stay, stays.
    fn with(&self, is_home: bool, rows: &[Row], gone: &HashSet<&str>, text: &str) -> String {
        let of: HashMap<&str, &Row> = rows.iter().map(|row| (&*row.id, row)).collect();
        let between = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        let last = self.slots.last();
        let style = last.map_or_else(Style::first, |slot| Style::of(&slot.raw));
        let line = format!("\n{}", style.close);
        let (head, tail) = match (self.slots.first(), last) {
            (Some(first), Some(last)) => (
                between(self.start, first.start).to_owned(),
                between(last.end, self.end).to_owned(),
            ),
            _ => (format!("[{line}"), "\n  ]".to_owned()),
        };
        let comma = match self.slots.as_slice() {
            [first, second, ..] => between(first.end, second.start).to_owned(),
            _ if head.contains('\n') => format!(",{line}"),
            _ => ", ".to_owned(),
        };
        let (mut out, mut end) = (String::new(), None);
        for slot in &self.slots {
            if !gone.contains(&*slot.id) {
                if !out.is_empty() {
                    out += end.map_or(&*comma, |end| between(end, slot.start));
                }
                let row = of.get(&*slot.id).filter(|row| !row.columns.is_empty());
                out += &row.map_or_else(|| slot.raw.clone(), |row| row.written(&style));
            }
            end = Some(slot.end);
        }
        for row in rows.iter().filter(|row| is_home && row.before.is_none()) {
            if !out.is_empty() {
                out += &comma;
            }
            out += &row.written(&style);
        }
        match (out.is_empty(), self.slots.is_empty()) {
            (true, true) => between(self.start, self.end).to_owned(),
            (true, false) => "[]".to_owned(),
            _ => format!("{head}{out}{tail}"),
        }
    }
}
