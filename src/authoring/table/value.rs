//! Cells as the members of a claim.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::Serialize;

use super::cells::Cells;
use super::columns::{KINDS, heading};
use super::guard::unmarked;
use crate::dossier::{
    ClaimId, ClauseId, Day, Lang, MatterId, PartyId, RegionId, SourceId, SpeakerId, StanceKind,
    TopicId, When, did_you_mean,
};

/// A member of a claim, as it is written to a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Value {
    /// An id, a date, a stance.
    Word(String),
    /// Ids.
    Words(Vec<String>),
    /// Yes or no.
    Flag(bool),
    /// Words by language.
    Text(BTreeMap<String, String>),
    /// Direct speech.
    Quote(Quote),
    /// Asked, and has not commented.
    Silent {
        /// Up to which day.
        silent: Until,
    },
    /// Told by another party.
    Told {
        /// Its id.
        party: String,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Quote {
    words: String,
    lang: String,
    #[serde(skip_serializing_if = "is_not")]
    translated: bool,
    #[serde(skip_serializing_if = "is_not")]
    fragment: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Until {
    as_of: String,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_not(flag: &bool) -> bool {
    !flag
}

/// Why a cell is no such member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellFault {
    /// The full heading of the column.
    pub heading: String,
    pub problem: String,
    pub remedy: String,
}

type Outcome = Result<Option<Value>, CellFault>;

/// The member of a claim that a row's cells say; `None` when they say nothing of it.
pub(super) fn value(member: &str, cells: &Cells, langs: &[Lang]) -> Outcome {
    match member {
        "id" => word::<ClaimId>(cells, "id"),
        "party" => word::<PartyId>(cells, "party"),
        "speaker" => word::<SpeakerId>(cells, "speaker"),
        "matter" => word::<MatterId>(cells, "matter"),
        "stance" => stance(cells),
        "quote" => quote(cells, langs),
        "topics" => words::<TopicId>(cells, "topics"),
        "coverage" => words::<RegionId>(cells, "regions"),
        "clauses" => words::<ClauseId>(cells, "clauses"),
        "said" => date(cells),
        "on_record" => Ok(flag(cells, "on record")?.map(Value::Flag)),
        "told_by" => told_by(cells),
        "about" => word::<PartyId>(cells, "about"),
        "sources" => words::<SourceId>(cells, "sources"),
        text => Ok(by_language(text, cells, langs)),
    }
}

/// The members that every claim has, with the heading under which they are missed.
pub(super) const NEEDED: [(&str, &str); 7] = [
    ("party", "party"),
    ("speaker", "speaker"),
    ("matter", "matter"),
    ("stance", "stance"),
    ("text", "text"),
    ("on_record", "on record"),
    ("sources", "sources"),
];

fn cell<'a>(cells: &'a Cells, heading: &str) -> &'a str {
    let cell = cells.get(heading).map(String::as_str).unwrap_or_default();
    if cell.trim().is_empty() { "" } else { cell }
}

/// A cell that holds no prose: without what a spreadsheet makes of hyphens and quotation marks as one types.
fn code(cells: &Cells, heading: &str) -> String {
    let marks = |c: char| c.is_whitespace() || "“”„«»\"‘’'".contains(c);
    cell(cells, heading)
        .trim_matches(marks)
        .replace(['–', '—', '‑'], "-")
        .replace('\u{a0}', " ")
}

fn fault(heading: &str, problem: impl Into<String>, remedy: impl Into<String>) -> CellFault {
    CellFault {
        heading: heading.to_owned(),
        problem: problem.into(),
        remedy: remedy.into(),
    }
}

/// What a sentence of the dossier says after its semicolon is what to do.
fn told(heading: &str, error: impl ToString) -> CellFault {
    let said = error.to_string();
    let (problem, remedy) = said.split_once("; ").unwrap_or((&said, "mend it"));
    fault(heading, problem, remedy)
}

fn word<T>(cells: &Cells, heading: &str) -> Outcome
where
    T: FromStr,
    T::Err: ToString,
{
    let code = code(cells, heading);
    if code.is_empty() {
        return Ok(None);
    }
    code.parse::<T>().map_err(|error| told(heading, error))?;
    Ok(Some(Value::Word(code)))
}

/// Ids with commas, semicolons, spaces or line breaks between them.
fn words<T>(cells: &Cells, heading: &str) -> Outcome
where
    T: FromStr,
    T::Err: ToString,
{
    let code = code(cells, heading);
    let is_between = |c: char| c.is_whitespace() || c == ',' || c == ';';
    let ids = code.split(is_between).filter(|id| !id.is_empty());
    let ids: Vec<String> = ids.map(str::to_owned).collect();
    for id in &ids {
        id.parse::<T>().map_err(|error| told(heading, error))?;
    }
    Ok((!ids.is_empty()).then_some(Value::Words(ids)))
}

fn flag(cells: &Cells, heading: &str) -> Result<Option<bool>, CellFault> {
    let code = code(cells, heading).to_lowercase();
    match &*code {
        "" => Ok(None),
        "yes" | "true" | "1" | "x" => Ok(Some(true)),
        "no" | "false" | "0" => Ok(Some(false)),
        _ => Err(fault(
            heading,
            format!("`{code}` is neither yes nor no"),
            "write yes or no",
        )),
    }
}

fn stance(cells: &Cells) -> Outcome {
    let (word, until) = (
        code(cells, "stance").to_lowercase(),
        code(cells, "silent up to"),
    );
    let Some(kind) = StanceKind::of(&word) else {
        if word.is_empty() && until.is_empty() {
            return Ok(None);
        }
        let all = || StanceKind::ALL.into_iter().map(StanceKind::slug);
        let otherwise = format!("write one of {}", all().collect::<Vec<_>>().join(", "));
        return Err(fault(
            "stance",
            format!("`{word}` is no stance"),
            did_you_mean(&word, all(), &otherwise),
        ));
    };
    if kind == StanceKind::Silent {
        if until.is_empty() {
            return Err(fault(
                "silent up to",
                "a silence needs the day up to which it held",
                "write a day, such as 2025-12-27",
            ));
        }
        let as_of = day("silent up to", &until)?;
        return Ok(Some(Value::Silent {
            silent: Until { as_of },
        }));
    }
    if until.is_empty() {
        Ok(Some(Value::Word(word)))
    } else {
        Err(fault(
            "silent up to",
            format!("the stance is `{word}`, not `silent`"),
            "empty this cell, or write silent as the stance",
        ))
    }
}

fn day(heading: &str, code: &str) -> Result<String, CellFault> {
    let code = turned(code);
    code.parse::<Day>().map_err(|error| told(heading, error))?;
    Ok(code)
}

fn date(cells: &Cells) -> Outcome {
    let code = turned(&code(cells, "date"));
    if code.is_empty() {
        return Ok(None);
    }
    match code.parse::<When>() {
        Ok(_) => Ok(Some(Value::Word(code))),
        Err(error) => {
            let mut told = told("date", error);
            if told.problem.ends_with("is not a date") {
                told.remedy += ", and give the column the format Text, so that the spreadsheet leaves dates alone";
            }
            Err(told)
        }
    }
}

/// A day as a spreadsheet writes it in half of Europe, `15.12.2025`, the other way around.
fn turned(code: &str) -> String {
    let parts: Vec<&str> = code.split('.').collect();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [day, month, year]
            if [day, month, year].iter().all(|part| is_number(part)) && year.len() == 4 =>
        {
            format!("{year}-{month:0>2}-{day:0>2}")
        }
        _ => code.to_owned(),
    }
}

fn quote(cells: &Cells, langs: &[Lang]) -> Outcome {
    let said = cell(cells, "quote");
    let lang = code(cells, "quote language");
    if said.is_empty() && lang.is_empty() {
        return Ok(None);
    }
    let first = || langs.first().map(ToString::to_string).unwrap_or_default();
    Ok(Some(Value::Quote(Quote {
        words: unmarked(said).to_owned(),
        lang: if lang.is_empty() { first() } else { lang },
        translated: flag(cells, "quote translated")?.unwrap_or_default(),
        fragment: flag(cells, "quote part")?.unwrap_or_default(),
    })))
}

fn told_by(cells: &Cells) -> Outcome {
    let code = code(cells, "told by");
    match &*code {
        "" => Ok(None),
        "press" => Ok(Some(Value::Word(code))),
        party => {
            let party = party.strip_prefix("party ").unwrap_or(party).to_owned();
            party
                .parse::<PartyId>()
                .map_err(|error| told("told by", error))?;
            Ok(Some(Value::Told { party }))
        }
    }
}

fn by_language(member: &str, cells: &Cells, langs: &[Lang]) -> Option<Value> {
    let kind = KINDS.iter().find(|kind| kind.member == member)?;
    let words = langs.iter().filter_map(|lang| {
        let words = cell(cells, &heading(kind, lang));
        (!words.is_empty()).then(|| (lang.to_string(), words.to_owned()))
    });
    let words: BTreeMap<_, _> = words.collect();
    (!words.is_empty()).then_some(Value::Text(words))
}
