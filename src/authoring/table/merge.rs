//! A table's rows into the files of a dossier. What says the same stays as it is written.

use std::collections::{HashMap, HashSet};

use super::TableFault;
use super::cells::languages;
use super::lists::{Slot, Texts, lists};
use super::rows::{Row, Rows};
use super::sheet::Sheet;
use super::trace::faults_of_rows;
use crate::dossier::{Dossier, Files, Lang};

/// What a table makes of a dossier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Import {
    /// The files that it changes, with what they hold then.
    pub files: Texts,
    /// The claims that are new.
    pub added: Vec<String>,
    /// The claims that are changed.
    pub changed: Vec<Changed>,
    /// The claims that are not in the table and were taken out.
    pub removed: Vec<String>,
    /// The claims that are not in the table and were left in.
    pub kept: Vec<String>,
    /// What is probably not meant as it is, though it works.
    pub warnings: Vec<TableFault>,
}

/// A claim that a table changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// The columns of which it says something else now.
    pub columns: Vec<&'static str>,
}

/// Puts the claims of a table into a dossier. Claims that the table does not have are left in, unless `prune`.
///
/// A column that the table does not have says nothing of a claim: what the dossier says stays.
///
/// # Errors
/// Everything that is wrong with the table, in the order of rows. Nothing is to be written then.
pub fn import(
    files: &Files,
    dossier: &Dossier,
    table: &[u8],
    prune: bool,
) -> Result<Import, Vec<TableFault>> {
    let langs = known_languages(dossier);
    let sheet = Sheet::read(table, &langs)?;
    let lists = lists(files, &dossier.manifest.files);
    let slots: HashMap<&str, &Slot> = lists
        .iter()
        .flat_map(|list| &list.slots)
        .map(|slot| (&*slot.id, slot))
        .collect();
    let mut reader = Rows {
        sheet: &sheet,
        slots: &slots,
        langs: &langs,
        faults: Vec::new(),
        seen: HashMap::new(),
    };
    let rows: Vec<Row> = sheet
        .rows
        .iter()
        .filter_map(|(row, cells)| reader.row(*row, cells))
        .collect();
    let Rows {
        mut faults, seen, ..
    } = reader;
    // New claims go to the last list.
    let Some(home) = lists.len().checked_sub(1) else {
        faults.push(TableFault::of_row(
            sheet.head,
            "no file of the dossier has a list of claims",
            "make a file claims.json that holds {\"claims\": []}, and name it under `files` in dossier.json",
        ));
        return Err(faults);
    };
    let is_missing = |id: &&String| !id.is_empty() && !seen.contains_key(&**id);
    let missing = lists
        .iter()
        .flat_map(|list| &list.slots)
        .map(|slot| &slot.id);
    let missing: Vec<String> = missing.filter(is_missing).cloned().collect();
    if !faults.is_empty() {
        faults.sort();
        return Err(faults);
    }
    let mut import = Import::default();
    for row in &rows {
        match &row.before {
            None => import.added.push(row.id.clone()),
            Some(_) if row.columns.is_empty() => {}
            Some(_) => import.changed.push(Changed {
                id: row.id.clone(),
                columns: row.columns.clone(),
            }),
        }
    }
    let gone: HashSet<&str> = missing
        .iter()
        .map(String::as_str)
        .filter(|_| prune)
        .collect();
    for (at, list) in lists.iter().enumerate().rev() {
        list.merge(at == home, &rows, &gone, files, &mut import.files);
    }
    *(if prune {
        &mut import.removed
    } else {
        &mut import.kept
    }) = missing;
    import.warnings = faults_of_rows(files, &import.files, &sheet, &seen)?;
    Ok(import)
}

/// The languages that a column can have: of a translation too, since a claim may carry its own.
fn known_languages(dossier: &Dossier) -> Vec<Lang> {
    let mut langs = languages(dossier);
    for translation in &dossier.manifest.translations {
        if !langs.contains(&translation.language) {
            langs.push(translation.language.clone());
        }
    }
    langs
}
