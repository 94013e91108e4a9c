//! The JSON Schema of a dossier's files, generated from the types that read them.

use schemars::JsonSchema;

use super::{FORMAT, Manifest, Records};

/// Any file of a dossier.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "it exists for its schema")]
enum File {
    /// `dossier.json`.
    Manifest(Box<Manifest>),
    /// Any other file.
    Records(Box<Records>),
}

/// The schema as JSON, with a newline at its end. `docs/dossier.schema.json` is a copy of it.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(File);
    schema.insert("title".to_owned(), FORMAT.into());
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
