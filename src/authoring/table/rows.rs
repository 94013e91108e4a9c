//! Rows as claims, each beside the claim that it came from.

use std::collections::HashMap;

use super::TableFault;
use super::cells::Cells;
use super::columns::{KINDS, members};
use super::lists::Slot;
use super::sheet::Sheet;
use super::style::Style;
use super::value::{CellFault, NEEDED, Value, value};
use crate::dossier::Lang;

/// A row as a claim.
pub(super) struct Row {
    pub id: String,
    /// The members as they are to be written.
    members: Vec<(&'static str, Written)>,
    /// The first columns of the members that differ from before.
    pub columns: Vec<&'static str>,
    /// How it is written in its file; `None` for a new one.
    pub before: Option<Style>,
}

/// A member: as it stood in the file, or anew.
enum Written {
    Before(String),
    Anew { value: Value, inline: Option<bool> },
}

/// Reads rows.
pub(super) struct Rows<'a> {
    pub sheet: &'a Sheet,
    pub slots: &'a HashMap<&'a str, &'a Slot>,
    pub langs: &'a [Lang],
    pub faults: Vec<TableFault>,
    /// The rows of ids.
    pub seen: HashMap<String, usize>,
}

impl Rows<'_> {
    /// A row as a claim, unless something is wrong with it.
    pub fn row(&mut self, row: usize, cells: &Cells) -> Option<Row> {
        let id = match value("id", cells, self.langs) {
            Ok(Some(Value::Word(id))) => id,
            Ok(_) => {
                self.tell(
                    row,
                    "id",
                    "a claim without an id",
                    "give it one that no other claim has, such as envoy-on-tolls",
                );
                return None;
            }
            Err(fault) => {
                self.refuse(row, fault);
                return None;
            }
        };
        if let Some(first) = self.seen.insert(id.clone(), row) {
            self.tell(
                row,
                "id",
                format!("a second claim has the id `{id}`"),
                format!("give it another id, or remove it; the first is in row {first}"),
            );
            return None;
        }
        let slot = self.slots.get(&*id).copied();
        let told = self.faults.len();
        let row = self.members(row, id, cells, slot);
        (self.faults.len() == told).then_some(row)
    }

    fn members(&mut self, row: usize, id: String, cells: &Cells, slot: Option<&Slot>) -> Row {
        let before = slot.and_then(|slot| slot.cells.clone());
        let mut now = before.clone().unwrap_or_default();
        now.extend(cells.clone());
        let (mut written, mut columns) = (Vec::new(), Vec::new());
        for member in members() {
            let old = before
                .as_ref()
                .and_then(|cells| value(member, cells, self.langs).ok());
            let new = match value(member, &now, self.langs) {
                Ok(new) => new,
                Err(fault) => {
                    self.refuse(row, fault);
                    continue;
                }
            };
            let raw = slot.and_then(|slot| slot.member(member));
            if old.as_ref() == Some(&new) {
                written.extend(raw.map(|raw| (member, Written::Before(raw.to_owned()))));
                continue;
            }
            columns.push(column_of(member));
            if let Some(value) = new {
                let inline = raw.map(|raw| !raw.contains('\n'));
                written.push((member, Written::Anew { value, inline }));
            } else {
                self.miss(row, member);
            }
        }
        Row {
            id,
            members: written,
            columns,
            before: slot.map(|slot| Style::of(&slot.raw)),
        }
    }

    /// Tells of a member that no claim may lack.
    fn miss(&mut self, row: usize, member: &str) {
        let Some((_, heading)) = NEEDED.iter().find(|(needed, _)| *needed == member) else {
            return;
        };
        let heading = match self.langs.first() {
            Some(first) if *heading == "text" => format!("text {first}"),
            _ => (*heading).to_owned(),
        };
        if self.sheet.place(&heading).is_some() {
            self.tell(
                row,
                &heading,
                "this cell is empty, and every claim needs it",
                "fill it in",
            );
        } else {
            let problem = format!("the claim is new, and there is no column `{heading}`");
            self.tell(
                row,
                &heading,
                problem,
                "add the column; `clausemap export` writes all of them",
            );
        }
    }

    fn refuse(&mut self, row: usize, fault: CellFault) {
        self.tell(row, &fault.heading, fault.problem, fault.remedy);
    }

    fn tell(
        &mut self,
        row: usize,
        heading: &str,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.faults.push(TableFault {
            row,
            column: self.sheet.place(heading),
            problem: problem.into(),
            remedy: remedy.into(),
        });
    }
}

/// What a member is called over its first column.
fn column_of(member: &'static str) -> &'static str {
    let mut kinds = KINDS.iter();
    let first = kinds.find(|kind| kind.member == member);
    first.map_or(member, |kind| kind.heading)
}

impl Row {
    /// As it is to stand in a file of this style.
    pub fn written(&self, style: &Style) -> String {
        let style = self.before.as_ref().unwrap_or(style);
        let members: Vec<_> = self
            .members
            .iter()
            .map(|(name, member)| match member {
                Written::Before(raw) => (*name, raw.clone()),
                Written::Anew { value, inline } => {
                    (*name, style.value(value, inline.unwrap_or(style.inline)))
                }
            })
            .collect();
        style.record(&members)
    }
}
