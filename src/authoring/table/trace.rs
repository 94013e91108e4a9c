//! What `check` finds in the claims of a table, by row and column.

use std::collections::HashMap;

use super::TableFault;
use super::columns::member_of;
use super::lists::{List, Slot, Texts, lists};
use super::sheet::Sheet;
use crate::dossier::{Fault, Files, Severity, check, read_manifest, read_records};

/// What is wrong with the claims of a table once they stand in the files: warnings, if there is nothing worse.
///
/// # Errors
/// The errors, in the order of rows.
pub(super) fn faults_of_rows(
    files: &Files,
    changed: &Texts,
    sheet: &Sheet,
    rows: &HashMap<String, usize>,
) -> Result<Vec<TableFault>, Vec<TableFault>> {
    let files = with(files, changed);
    let Ok(manifest) = read_manifest(&files) else {
        return Ok(Vec::new());
    };
    let lists = lists(&files, &manifest.files);
    let (dossier, mut faults) = read_records(manifest, &files);
    faults.extend(check(&dossier, &files));
    let of = |severity: Severity| -> Vec<TableFault> {
        let own = faults.iter().filter(|fault| fault.severity == severity);
        let own = own.filter_map(|fault| traced(fault, &files, &lists, sheet, rows));
        let mut own: Vec<_> = own.collect();
        own.sort();
        own
    };
    let errors = of(Severity::Error);
    if errors.is_empty() {
        Ok(of(Severity::Warning))
    } else {
        Err(errors)
    }
}

/// The files with others in the place of some.
fn with(files: &Files, changed: &Texts) -> Files {
    let mut new = Files::default();
    for at in 0.. {
        let Some(file) = files.get(at) else { break };
        let other = changed.iter().find(|(name, _)| *name == file.name);
        let bytes = other.map_or(&file.bytes, |(_, bytes)| bytes);
        new.add(file.name.clone(), bytes.clone());
    }
    new
}

fn traced(
    fault: &Fault,
    files: &Files,
    lists: &[List],
    sheet: &Sheet,
    rows: &HashMap<String, usize>,
) -> Option<TableFault> {
    let file = files.find(&fault.file)?;
    let offset = offset(&files.get(file)?.bytes, fault.line, fault.column);
    let slot = lists.iter().find_map(|list| list.at(file, offset))?;
    let columns = sheet.columns.iter().flatten();
    let member = slot_member(slot, offset);
    let heading = member.and_then(|member| {
        let mut own = columns.filter(|column| member_of(column) == Some(member));
        own.next().and_then(|column| sheet.place(column))
    });
    Some(TableFault {
        row: *rows.get(&slot.id)?,
        column: heading,
        problem: fault.problem.clone(),
        remedy: fault.remedy.clone(),
    })
}

/// The member of a claim that holds a byte of its file.
fn slot_member(slot: &Slot, offset: usize) -> Option<&str> {
    let mut spans = slot.spans();
    let found = spans.find(|(_, span)| span.contains(&(offset - slot.start)));
    found.map(|(name, _)| name)
}

/// The byte at a line and a column of characters.
fn offset(bytes: &[u8], line: usize, column: usize) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.by_ref().take(line - 1).map(str::len).sum();
    let line = lines.next().unwrap_or_default();
    let within: usize = line.chars().take(column - 1).map(char::len_utf8).sum();
    before + within
}
