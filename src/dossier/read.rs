//! From bytes to a dossier: what is sound is kept, what is not is told.

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::fault::Members;
use super::json::json_fault;
use super::manifest::stays_inside;
use super::object;
use super::suggest::did_you_mean;
use super::{
    Clause, Dossier, FORMAT, Fault, Files, Manifest, Origin, Plan, Record, Severity, Step, Table,
};

/// The name of the file that a dossier begins with.
pub const MANIFEST: &str = "dossier.json";

/// Reads the manifest alone, so that the other files can be fetched.
///
/// # Errors
/// The faults that make it unusable: it is missing, is not JSON, or has another format.
pub fn read_manifest(files: &Files) -> Result<Manifest, Vec<Fault>> {
    let Some(file) = files.find(MANIFEST) else {
        return Err(vec![files.fault(
            Severity::Error,
            Origin::default(),
            format!("there is no {MANIFEST}"),
            "a dossier begins with this file; see docs/DOSSIER.md",
        )]);
    };
    let text = whole(files, file).map_err(|fault| vec![fault])?;
    let manifest: Manifest =
        object::read(text).map_err(|error| vec![json_fault(files, span(file, 0, text), &error)])?;
    if manifest.format == FORMAT {
        Ok(manifest)
    } else {
        Err(vec![files.fault(
            Severity::Error,
            files.locate(span(file, 0, text), &[Step::Key("format")]),
            format!("the format is `{}`, not `{FORMAT}`", manifest.format),
            "this engine reads no other; get the one that wrote the dossier, or mend the stamp",
        )])
    }
}

/// Reads the records of all files that the manifest names. Never fails: what cannot be read is
/// left out and told.
pub fn read_records(manifest: Manifest, files: &Files) -> (Dossier, Vec<Fault>) {
    let mut dossier = Dossier::empty(manifest);
    let mut faults = Vec::new();
    for (index, name) in dossier.manifest.files.clone().iter().enumerate() {
        match files.find(name) {
            Some(file) => read_file(files, file, &mut dossier, &mut faults),
            None => faults.extend(missing(files, ("files", index, "file"), name)),
        }
    }
    for (index, layer) in dossier.manifest.layers.iter().enumerate() {
        if files.find(&layer.file).is_none() {
            faults.extend(missing(files, ("layers", index, "file"), &layer.file));
        }
    }
    dossier.index_clauses(files, &mut faults);
    (dossier, faults)
}

/// The faults of full outlines that are not there. Only whoever asks for them misses them: the page
/// begins with the overviews.
pub fn missing_details(manifest: &Manifest, files: &Files) -> Vec<Fault> {
    let layers = manifest.layers.iter().enumerate();
    layers
        .filter_map(|(index, layer)| Some((index, layer.detail.as_ref()?)))
        .filter(|(_, name)| files.find(name).is_none())
        .filter_map(|(index, name)| missing(files, ("layers", index, "detail"), name))
        .collect()
}

/// The fault of a file that is not there; one that nobody may read is told by [`super::check`].
pub(super) fn missing(
    files: &Files,
    (list, index, field): (&'static str, usize, &'static str),
    name: &str,
) -> Option<Fault> {
    if !stays_inside(name) {
        return None;
    }
    let manifest = files.find(MANIFEST).unwrap_or_default();
    let end = files.get(manifest).map_or(0, |file| file.bytes.len());
    let whole = Origin {
        file: manifest,
        start: 0,
        end,
    };
    // A layer has its file's name in a field; among the records' files the name is all there is.
    let path = [Step::Key(list), Step::At(index), Step::Key(field)];
    Some(files.fault(
        Severity::Error,
        files.locate(whole, &path),
        format!("the file `{name}` could not be read"),
        "put it where the manifest says it is, or take it out of the list",
    ))
}

fn read_file(files: &Files, file: usize, dossier: &mut Dossier, faults: &mut Vec<Fault>) {
    let text = match whole(files, file) {
        Ok(text) => text,
        Err(fault) => return faults.push(fault),
    };
    let members = match serde_json::from_str::<Members<'_>>(text) {
        Ok(Members(members)) => members,
        Err(error) => return faults.push(json_fault(files, span(file, 0, text), &error)),
    };
    for (list, value) in members {
        let mut reader = Reader {
            files,
            file,
            text,
            faults,
            unread: Vec::new(),
        };
        reader.read_list(&list, value, dossier);
        dossier.unread.extend(reader.unread);
    }
}

struct Reader<'a> {
    files: &'a Files,
    file: usize,
    text: &'a str,
    faults: &'a mut Vec<Fault>,
    /// The ids of records that could not be read.
    unread: Vec<String>,
}

/// The lists that a file may hold.
const LISTS: [&str; 12] = [
    "parties",
    "speakers",
    "topics",
    "matters",
    "effects",
    "regions",
    "plans",
    "lineage",
    "claims",
    "events",
    "questions",
    "sources",
];

impl<'a> Reader<'a> {
    fn read_list(&mut self, list: &str, value: &'a RawValue, dossier: &mut Dossier) {
        if list == "$schema" {
            return;
        }
        let origin = self.origin(value);
        let rows: Vec<&'a RawValue> = match serde_json::from_str(value.get()) {
            Ok(rows) => rows,
            Err(error) => return self.faults.push(json_fault(self.files, origin, &error)),
        };
        match list {
            "parties" => self.fill(&rows, &mut dossier.parties),
            "speakers" => self.fill(&rows, &mut dossier.speakers),
            "topics" => self.fill(&rows, &mut dossier.topics),
            "matters" => self.fill(&rows, &mut dossier.matters),
            "effects" => self.fill(&rows, &mut dossier.effects),
            "regions" => self.fill(&rows, &mut dossier.regions),
            "plans" => {
                for row in rows {
                    if let Some(plan) = self.plan(row) {
                        self.add(row, plan, &mut dossier.plans);
                    }
                }
            }
            "claims" => self.fill(&rows, &mut dossier.claims),
            "events" => self.fill(&rows, &mut dossier.events),
            "questions" => self.fill(&rows, &mut dossier.questions),
            "sources" => self.fill(&rows, &mut dossier.sources),
            "lineage" => {
                for row in rows {
                    if let Some(record) = self.record(row) {
                        dossier.lineage.push((self.origin(row), record));
                    }
                }
            }
            other => self.faults.push(self.files.fault(
                Severity::Error,
                origin,
                format!("unknown list `{other}`"),
                did_you_mean(
                    other,
                    LISTS.into_iter(),
                    "see docs/DOSSIER.md for the lists",
                ),
            )),
        }
    }

    fn fill<T: Record + DeserializeOwned>(&mut self, rows: &[&'a RawValue], table: &mut Table<T>) {
        for row in rows {
            if let Some(record) = self.record::<T>(row) {
                self.add(row, record, table);
            }
        }
    }

    fn add<T: Record>(&mut self, row: &'a RawValue, record: T, table: &mut Table<T>) {
        let id = record.id().clone();
        let here = self.origin(row);
        if let Err(first) = table.add(here, record) {
            let fault = duplicate(self.files, here, first, T::NOUN, &id);
            self.faults.push(fault);
        }
    }

    /// A plan without the clauses that cannot be read: a slip in one must not hide the others.
    fn plan(&mut self, row: &'a RawValue) -> Option<Plan> {
        if let Ok(plan) = object::read(row.get()) {
            return Some(plan);
        }
        let Some((rest, clauses)) = apart(row) else {
            return self.record(row);
        };
        let Ok(plan) = object::read::<Plan>(&rest) else {
            return self.record(row);
        };
        let (mut rows, mut sound) = (Vec::new(), Vec::new());
        for (at, clause) in clauses.into_iter().enumerate() {
            if let Some(clause) = self.record::<Clause>(clause) {
                rows.push(at);
                sound.push(clause);
            }
        }
        Some(Plan {
            clauses: sound,
            rows: Some(rows),
            ..plan
        })
    }

    fn record<T: DeserializeOwned>(&mut self, row: &'a RawValue) -> Option<T> {
        match object::read(row.get()) {
            Ok(record) => Some(record),
            Err(error) => {
                let fault = json_fault(self.files, self.origin(row), &error);
                self.faults.push(fault);
                self.unread.extend(ids_within(row));
                None
            }
        }
    }

    fn origin(&self, value: &RawValue) -> Origin {
        // A raw value borrows from the file's text: the difference of addresses is its offset.
        let start = (value.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        span(self.file, start, value.get())
    }
}

/// The id of a record that could not be read, and for a plan or a clause those of what is in it.
fn ids_within(row: &RawValue) -> Vec<String> {
    let Ok(Members(members)) = serde_json::from_str(row.get()) else {
        return Vec::new();
    };
    let mut ids = Vec::new();
    for (name, value) in members {
        match name.as_str() {
            "id" => ids.extend(serde_json::from_str::<String>(value.get())),
            "clauses" | "parts" => {
                let inner = serde_json::from_str::<Vec<&RawValue>>(value.get());
                ids.extend(inner.into_iter().flatten().flat_map(ids_within));
            }
            _ => {}
        }
    }
    ids
}

/// A plan's text without its clauses, and these.
fn apart<'a>(plan: &'a RawValue) -> Option<(String, Vec<&'a RawValue>)> {
    let Members(members) = serde_json::from_str::<Members<'a>>(plan.get()).ok()?;
    let (_, list) = members.iter().find(|(name, _)| name == "clauses")?;
    let clauses = serde_json::from_str(list.get()).ok()?;
    let member = |(name, value): &(String, &RawValue)| {
        format!("{}:{}", serde_json::Value::from(name.as_str()), value.get())
    };
    let rest = members.iter().filter(|(name, _)| name != "clauses");
    let rest: Vec<String> = rest.map(member).collect();
    Some((format!("{{{}}}", rest.join(",")), clauses))
}

/// The fault of an id that two records share. The first keeps it.
pub(super) fn duplicate(
    files: &Files,
    second: Origin,
    first: Origin,
    noun: &str,
    id: &impl std::fmt::Display,
) -> Fault {
    let at = files.fault(Severity::Error, first, "", "");
    files.fault(
        Severity::Error,
        second,
        format!("a second {noun} has the id `{id}`; this one is left out"),
        format!(
            "give it another id, or remove it; the first is at {}:{}:{}",
            at.file, at.line, at.column
        ),
    )
}

pub(super) fn span(file: usize, start: usize, text: &str) -> Origin {
    Origin {
        file,
        start,
        end: start + text.len(),
    }
}

pub(super) fn whole(files: &Files, index: usize) -> Result<&str, Fault> {
    let bytes = files.get(index).map(|file| file.bytes.as_slice());
    let bytes = bytes.unwrap_or_default();
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return Err(files.fault(
            Severity::Error,
            span(index, 0, ""),
            "the file begins with a byte order mark",
            "save it as UTF-8 without one",
        ));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let at = Origin {
            file: index,
            start: error.valid_up_to(),
            end: error.valid_up_to(),
        };
        files.fault(
            Severity::Error,
            at,
            "the file is not UTF-8",
            "save it as UTF-8 without a byte order mark",
        )
    })
}
