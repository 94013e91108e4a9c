//! What a dossier says, in a language that it was not written in.
//!
//! A translation is a file of its own that ties each original to its words in another language, so
//! that only who reads that language fetches it. It knows nothing of records: an original that is
//! changed has no translation any more, and the page shows the original rather than words that
//! may no longer say the same.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use super::json::json_fault;
use super::manifest::stays_inside;
use super::object;
use super::read::{missing, span, whole};
use super::{
    Fault, File, Files, Lang, Layer, LayerRole, MANIFEST, Manifest, Origin, Severity, Step, Text,
    nearest,
};
use crate::order;

/// The stamp of a file with a translation.
pub const TRANSLATION_FORMAT: &str = "clausemap-translation/1";

/// The texts of a dossier in another language.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// Always `clausemap-translation/1`.
    pub format: String,
    /// The language that it is in.
    pub language: Lang,
    /// The language of the originals.
    pub from: Lang,
    /// The words, by their original.
    pub texts: BTreeMap<String, String>,
}

/// A translation that the manifest names.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TranslationFile {
    /// The language that it is in.
    pub language: Lang,
    /// The file, relative to the manifest.
    pub file: String,
}

impl Translation {
    /// Reads a translation that the manifest names, if it names one in this language.
    ///
    /// # Errors
    /// Why it cannot be used: it is not there, is no JSON, has another format or another language.
    pub fn read(
        manifest: &Manifest,
        language: &Lang,
        files: &Files,
    ) -> Option<Result<Self, Fault>> {
        let mut named = manifest.translations.iter().enumerate();
        let (index, named) = named.find(|(_, named)| named.language == *language)?;
        let Some(file) = files.find(&named.file) else {
            return missing(files, ("translations", index, "file"), &named.file).map(Err);
        };
        Some(read(files, file, language))
    }

    /// The words of a text, if its original is among those that are translated.
    pub fn of(&self, text: &Text) -> Option<&str> {
        let words = self.texts.get(text.exactly(&self.from)?)?;
        Some(words)
            .filter(|words| !words.trim().is_empty())
            .map(String::as_str)
    }
}

impl Manifest {
    /// The files with translations that may be opened.
    pub fn translation_files(&self) -> Vec<String> {
        let all = self.translations.iter().map(|named| &named.file);
        all.filter(|name| stays_inside(name)).cloned().collect()
    }

    /// The file with the translation into a language, if there is one that may be opened.
    pub fn translation_file(&self, language: &Lang) -> Option<&str> {
        let mut all = self.translations.iter();
        let named = all.find(|named| named.language == *language)?;
        stays_inside(&named.file).then_some(&*named.file)
    }
}

fn read(files: &Files, file: usize, language: &Lang) -> Result<Translation, Fault> {
    let text = whole(files, file)?;
    let all = span(file, 0, text);
    let read: Translation = object::read(text).map_err(|error| json_fault(files, all, &error))?;
    let fault = |key, problem: String, remedy: &str| {
        let at = files.locate(all, &[Step::Key(key)]);
        files.fault(Severity::Error, at, problem, remedy)
    };
    if read.format != TRANSLATION_FORMAT {
        return Err(fault(
            "format",
            format!(
                "the format is `{}`, not `{TRANSLATION_FORMAT}`",
                read.format
            ),
            "this engine reads no other; get the one that wrote the file, or mend the stamp",
        ));
    }
    if read.language != *language {
        return Err(fault(
            "language",
            format!(
                "the manifest says that this file is in `{language}`, it says `{}`",
                read.language
            ),
            "mend the one that is wrong",
        ));
    }
    Ok(read)
}

/// All faults of all translations: files that cannot be used, words whose original nobody says any
/// more, and how many originals have no words.
pub fn translation_faults(manifest: &Manifest, files: &Files) -> Vec<Fault> {
    let originals = originals(manifest, files);
    let mut faults = Vec::new();
    for named in &manifest.translations {
        match Translation::read(manifest, &named.language, files) {
            None => {}
            Some(Err(fault)) => faults.push(fault),
            Some(Ok(read)) => faults.extend(gaps(files, &named.file, &read, &originals)),
        }
    }
    faults
}

/// What a translation has too much, and what it lacks.
fn gaps(files: &Files, name: &str, read: &Translation, originals: &Originals) -> Vec<Fault> {
    let file = files.find(name).unwrap_or_default();
    let bytes = files.get(file).map(|file| &*file.bytes).unwrap_or_default();
    let mut faults = Vec::new();
    for original in read
        .texts
        .keys()
        .filter(|text| !originals.contains_key(*text))
    {
        let at = origin_of(file, bytes, original);
        let meant = nearest(original, originals.keys().map(String::as_str));
        faults.push(files.fault(
            Severity::Warning,
            at,
            format!("no record says “{}”", start_of(original)),
            match meant {
                Some(meant) => format!("was “{}” meant?", start_of(meant)),
                None => "take it out, or write the original as the record has it".to_owned(),
            },
        ));
    }
    let is_lacking = |(text, has): &(&String, &BTreeSet<Lang>)| {
        !has.contains(&read.language) && !read.texts.contains_key(*text)
    };
    let mut lacking = originals.iter().filter(is_lacking).map(|(text, _)| text);
    if let Some(first) = lacking.next() {
        let whole = Origin {
            file,
            start: 0,
            end: bytes.len(),
        };
        let count = 1 + lacking.count();
        faults.push(files.fault(
            Severity::Warning,
            files.locate(whole, &[Step::Key("texts")]),
            format!(
                "{count} texts have no words here, the first is “{}”",
                start_of(first)
            ),
            "add them; until then the page shows the original and says so",
        ));
    }
    faults
}

/// Texts by their words in the first language, with the languages that they have of their own.
type Originals = BTreeMap<String, BTreeSet<Lang>>;

/// Every text that the dossier says, by its words in the first language, with the languages that it
/// has of its own.
fn originals(manifest: &Manifest, files: &Files) -> Originals {
    let mut found = BTreeMap::new();
    let Some(first) = manifest.languages.first() else {
        return found;
    };
    let records = manifest.files.iter().map(String::as_str);
    for name in std::iter::once(MANIFEST).chain(records) {
        let file = files.find(name).and_then(|file| files.get(file));
        let value = file.and_then(value_of);
        if let Some(value) = value {
            collect(&value, first, &mut found);
        }
    }
    // Regions have their names from the records, whatever their features are called.
    let named = |layer: &&Layer| layer.role != LayerRole::Regions;
    for layer in manifest.layers.iter().filter(named) {
        let file = files.find(&layer.file).and_then(|file| files.get(file));
        let value = file.and_then(value_of);
        collect_names(&value.unwrap_or_default(), first, &mut found);
    }
    found
}

fn value_of(file: &File) -> Option<Value> {
    serde_json::from_str(std::str::from_utf8(&file.bytes).ok()?).ok()
}

/// A name of a feature is a text too: `name` in English, `name_uk` and so on beside it.
fn collect_names(layer: &Value, first: &Lang, into: &mut Originals) {
    let features = layer.get("features").and_then(Value::as_array);
    for feature in features.into_iter().flatten() {
        let Some(Value::Object(members)) = feature.get("properties") else {
            continue;
        };
        let languages = members
            .keys()
            .filter_map(|key| match key.strip_prefix("name")? {
                "" => Some(Lang::from("en")),
                rest => rest.strip_prefix('_').map(Lang::from),
            });
        let has = order::set(languages);
        let named = if first.as_str() == "en" {
            members.get("name")
        } else {
            members.get(&format!("name_{first}"))
        };
        if let Some(Value::String(words)) = named {
            put(words, has, into);
        }
    }
}

/// The same words may stand in several places: they have a language of their own only where all have it.
fn put(words: &str, has: BTreeSet<Lang>, into: &mut Originals) {
    let before = into.entry(words.to_owned()).or_insert_with(|| has.clone());
    before.retain(|lang| has.contains(lang));
}

/// A text is an object that has the first language and nothing but words.
fn collect(value: &Value, first: &Lang, into: &mut Originals) {
    match value {
        Value::Array(all) => all.iter().for_each(|value| collect(value, first, into)),
        Value::Object(members) => match members.get(first.as_str()) {
            Some(Value::String(words)) if members.values().all(Value::is_string) => {
                let languages = members.keys().map(|tag| Lang::from(&**tag));
                put(words, languages.collect(), into);
            }
            _ => members
                .values()
                .for_each(|value| collect(value, first, into)),
        },
        _ => {}
    }
}

/// Where an original stands in its file.
fn origin_of(file: usize, bytes: &[u8], original: &str) -> Origin {
    let written = serde_json::to_string(original).unwrap_or_default();
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let start = text.find(&written).unwrap_or_default();
    Origin {
        file,
        start,
        end: start + written.len(),
    }
}

/// Enough of a text to know it by.
fn start_of(text: &str) -> &str {
    match text.char_indices().nth(60) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}
