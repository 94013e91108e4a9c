//! A dossier as lists of records that are still JSON.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::dossier::{Fault, Files, Lang, MANIFEST, Manifest, read_manifest};
use crate::words::EN;

/// A record by its id.
pub(super) type Row = (String, Value);

/// The lists in the order in which they are told.
const LISTS: [&str; 15] = [
    "dossier",
    "claims",
    "plans",
    "clauses",
    "lineage",
    "events",
    "questions",
    "parties",
    "speakers",
    "topics",
    "matters",
    "effects",
    "regions",
    "sources",
    "outlines",
];

/// What of the manifest is about files, not about what is said.
const ABOUT_FILES: [&str; 5] = ["$schema", "format", "files", "translations", "layers"];

/// One state of a dossier.
pub(super) struct State {
    pub lists: Vec<(&'static str, Vec<Row>)>,
    langs: Vec<Lang>,
}

impl State {
    pub fn of(files: &Files) -> Result<Self, Vec<Fault>> {
        let manifest = read_manifest(files)?;
        let mut lists: HashMap<&str, Vec<Row>> = HashMap::new();
        let mut own = object(files, MANIFEST);
        own.retain(|key, _| !ABOUT_FILES.contains(&&**key));
        lists.insert("dossier", vec![(String::new(), Value::Object(own))]);
        for name in &manifest.files {
            for (list, rows) in object(files, name) {
                let Some(list) = LISTS.iter().find(|known| **known == list) else {
                    continue;
                };
                for row in rows.as_array().into_iter().flatten() {
                    match *list {
                        "plans" => plan(row.clone(), &mut lists),
                        list => put(list, row.clone(), &mut lists),
                    }
                }
            }
        }
        lists.insert("outlines", outlines(&manifest, files));
        let rows = |list| (list, lists.remove(list).unwrap_or_default());
        let mut lists: Vec<_> = LISTS.map(rows).into();
        lists.push(("translations", translations(&manifest, files)));
        Ok(Self {
            lists,
            langs: manifest.languages,
        })
    }

    pub fn list(&self, list: &str) -> &[Row] {
        let found = self.lists.iter().find(|(name, _)| *name == list);
        found.map(|(_, rows)| rows.as_slice()).unwrap_or_default()
    }

    pub fn find(&self, list: &str, id: &str) -> Option<&Value> {
        let found = self.list(list).iter().find(|(own, _)| own == id);
        found.map(|(_, record)| record)
    }

    pub fn manifest(&self) -> &Value {
        self.find("dossier", "").unwrap_or(&Value::Null)
    }

    pub fn as_of(&self) -> String {
        let day = self.manifest().get("as_of").and_then(Value::as_str);
        (EN.when)(day.and_then(|day| day.parse().ok()))
    }

    /// A text in the dossier's first language, or in whichever it has.
    pub fn words(&self, text: Option<&Value>) -> String {
        match text {
            Some(Value::Object(by)) => {
                let own = self.langs.iter().find_map(|lang| by.get(lang.as_str()));
                let any = own.or_else(|| by.values().next());
                any.and_then(Value::as_str).unwrap_or_default().to_owned()
            }
            Some(Value::String(words)) => words.clone(),
            _ => String::new(),
        }
    }
}

fn object(files: &Files, name: &str) -> Map<String, Value> {
    let file = files.find(name).and_then(|at| files.get(at));
    let read = file.and_then(|file| serde_json::from_slice(&file.bytes).ok());
    read.unwrap_or_default()
}

/// Adds a record. Of two with one id the first counts, as everywhere.
fn put(list: &'static str, record: Value, lists: &mut HashMap<&str, Vec<Row>>) {
    let id = match record.get("id").and_then(Value::as_str) {
        Some(id) => id.to_owned(),
        None if list == "lineage" => {
            let end = |end: &str| record.get(end).map(Value::to_string).unwrap_or_default();
            format!("{} {}", end("from"), end("to"))
        }
        None => record.to_string(),
    };
    let rows = lists.entry(list).or_default();
    if !rows.iter().any(|(own, _)| *own == id) {
        rows.push((id, record));
    }
}

/// A plan without its clauses, then these, then their parts.
fn plan(mut plan: Value, lists: &mut HashMap<&str, Vec<Row>>) {
    let clauses = taken(&mut plan, "clauses");
    let id = plan.get("id").cloned().unwrap_or_default();
    put("plans", plan, lists);
    for mut clause in clauses {
        let parts = taken(&mut clause, "parts");
        for mut clause in std::iter::once(clause).chain(parts) {
            if let Some(members) = clause.as_object_mut() {
                members.insert("plan".to_owned(), id.clone());
            }
            put("clauses", clause, lists);
        }
    }
}

fn taken(record: &mut Value, list: &str) -> Vec<Value> {
    match record.as_object_mut().and_then(|own| own.remove(list)) {
        Some(Value::Array(rows)) => rows,
        _ => Vec::new(),
    }
}

/// Each feature of each layer, in its full outline. Of a geometry only whether it differs is told.
fn outlines(manifest: &Manifest, files: &Files) -> Vec<Row> {
    let mut rows = Vec::new();
    for layer in &manifest.layers {
        let name = layer.detail.as_ref().unwrap_or(&layer.file);
        let features = taken(&mut Value::Object(object(files, name)), "features");
        for mut feature in features {
            let id = match feature.get("id") {
                Some(Value::String(id)) => id.clone(),
                id => id.map(ToString::to_string).unwrap_or_default(),
            };
            if let Some(members) = feature.as_object_mut() {
                members.remove("id");
                members.remove("type");
            }
            rows.push((format!("{}/{id}", layer.id), feature));
        }
    }
    rows
}

/// Each translation with its words by their original.
fn translations(manifest: &Manifest, files: &Files) -> Vec<Row> {
    let named = manifest.translations.iter();
    let row = |file: &crate::dossier::TranslationFile| {
        let texts = object(files, &file.file)
            .remove("texts")
            .unwrap_or_default();
        (file.language.to_string(), texts)
    };
    named.map(row).collect()
}
