//! Claims as cells.

use std::collections::HashMap;

use super::columns::{KINDS, heading, headings};
use super::guard::{guarded, marked};
use crate::dossier::{Claim, Dossier, Lang, Stance, Teller, Text};

/// The cells of a row by the full heading of their column. What a claim does not say is not there, or empty.
pub(super) type Cells = HashMap<String, String>;

/// Columns for reading alone: what stands in brackets is not read back.
const ASIDE: [&str; 3] = ["(party)", "(speaker)", "(matter)"];

/// The claims of a dossier as a table: UTF-8 with its mark, by which spreadsheets know the letters.
pub fn export(dossier: &Dossier) -> String {
    let langs = languages(dossier);
    let headings = headings(&langs);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let head = headings.iter().map(String::as_str).chain(ASIDE);
    // Nothing fails here: it is written to memory, and all rows are of one length.
    let _ = writer.write_record(head);
    for claim in dossier.claims.iter() {
        let cells = cells(claim);
        let own = headings
            .iter()
            .map(|heading| cells.get(heading).cloned().unwrap_or_default());
        let row = own.chain(aside(dossier, claim, &langs));
        let _ = writer.write_record(row.map(|text| guarded(&text)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// The languages that a claim's texts can have columns in: those of the dossier, then others that are used.
pub(super) fn languages(dossier: &Dossier) -> Vec<Lang> {
    let manifest = &dossier.manifest;
    let mut langs = manifest.languages.clone();
    let mut used: Vec<&Lang> = Vec::new();
    for claim in dossier.claims.iter() {
        for (_, text) in texts(claim) {
            used.extend(text.iter().map(|(lang, _)| lang));
        }
    }
    for lang in used {
        if !langs.contains(lang) {
            langs.push(lang.clone());
        }
    }
    langs
}

fn texts(claim: &Claim) -> [(&'static str, &Text); 4] {
    [
        ("text", &claim.text),
        ("said_as_stated", &claim.said_as_stated),
        ("said_resolved", &claim.said_resolved),
        ("note", &claim.note),
    ]
}

/// A claim as cells, as they are before they are guarded.
pub(super) fn cells(claim: &Claim) -> Cells {
    let mut cells = Cells::new();
    let mut put = |heading: &str, words: String| {
        cells.insert(heading.to_owned(), words);
    };
    put("id", claim.id.to_string());
    put("party", claim.party.to_string());
    put("speaker", claim.speaker.to_string());
    put("matter", claim.matter.to_string());
    put("stance", claim.stance.kind().slug().to_owned());
    if let Stance::Silent { as_of } = claim.stance {
        put("silent up to", as_of.to_string());
    }
    if let Some(quote) = &claim.quote {
        put("quote", marked(&quote.words));
        put("quote language", quote.lang.to_string());
        put("quote translated", yes(quote.translated));
        put("quote part", yes(quote.fragment));
    }
    put("topics", list(&claim.topics));
    put("regions", list(&claim.coverage));
    put("clauses", list(&claim.clauses));
    put(
        "date",
        claim.said.map(|when| when.to_string()).unwrap_or_default(),
    );
    put(
        "on record",
        if claim.on_record { "yes" } else { "no" }.to_owned(),
    );
    put(
        "told by",
        claim.told_by.as_ref().map(teller).unwrap_or_default(),
    );
    put(
        "about",
        claim
            .about
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
    );
    put("sources", list(&claim.sources));
    for (member, text) in texts(claim) {
        for kind in KINDS.iter().filter(|kind| kind.member == member) {
            for (lang, words) in text.iter() {
                put(&heading(kind, lang), words.to_owned());
            }
        }
    }
    cells
}

/// What is not so is left empty: it is the rule.
fn yes(is_so: bool) -> String {
    if is_so { "yes" } else { "" }.to_owned()
}

fn list<T: ToString>(ids: &[T]) -> String {
    let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
    ids.join(", ")
}

fn teller(teller: &Teller) -> String {
    match teller {
        Teller::Press => "press".to_owned(),
        Teller::Party(id) if id.as_str() == "press" => format!("party {id}"),
        Teller::Party(id) => id.to_string(),
    }
}

/// In words: whose claim it is, who said it, and on what.
fn aside(dossier: &Dossier, claim: &Claim, langs: &[Lang]) -> [String; 3] {
    let party = dossier.parties.get(&claim.party).map(|party| &party.name);
    let speaker = dossier.speakers.get(&claim.speaker).map(|one| &one.name);
    let matter = dossier.matters.get(&claim.matter).map(|one| &one.text);
    [party, speaker, matter].map(|text| text.map(|text| text.words(langs)).unwrap_or_default())
}
