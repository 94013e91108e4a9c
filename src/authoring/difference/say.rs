//! Records and their members in words.

use serde_json::Value;

use super::state::State;
use crate::dossier::When;
use crate::words::EN;

/// What members are called where their own name is not what one says.
const CALLED: [(&str, &str); 21] = [
    ("said", "date"),
    ("dated", "date"),
    ("at", "date"),
    ("said_as_stated", "date as stated"),
    ("said_resolved", "how the date was worked out"),
    ("coverage", "regions"),
    ("claimed_by", "claims to it"),
    ("what", "what it is"),
    ("lang", "language"),
    ("dossier", "about the dossier"),
    ("parties", "parties"),
    ("translations", "translations"),
    ("url", "address"),
    ("within", "lies within"),
    ("ground", "outline"),
    ("first_plan", "plan shown first"),
    ("home", "place shown first"),
    ("properties", "what its outline is called"),
    ("geometry", "outline"),
    ("authors", "whose text it is"),
    ("fragment", "part of a sentence"),
];

/// Whose ids a member holds.
const HELD: [(&str, &str); 26] = [
    ("party", "parties"),
    ("by", "parties"),
    ("about", "parties"),
    ("authors", "parties"),
    ("proposed_by", "parties"),
    ("told_by", "parties"),
    ("speaker", "speakers"),
    ("matter", "matters"),
    ("topic", "topics"),
    ("topics", "topics"),
    ("effect", "effects"),
    ("region", "regions"),
    ("regions", "regions"),
    ("coverage", "regions"),
    ("within", "regions"),
    ("members", "regions"),
    ("home", "regions"),
    ("clause", "clauses"),
    ("clauses", "clauses"),
    ("plan", "plans"),
    ("plans", "plans"),
    ("parties", "parties"),
    ("first_plan", "plans"),
    ("absent_from", "plans"),
    ("sources", "sources"),
    ("feature", "outlines"),
];

const DATES: [&str; 4] = ["said", "dated", "at", "as_of"];

/// What a member is called.
pub(super) fn called(member: &str) -> String {
    let found = CALLED.iter().find(|(own, _)| *own == member);
    found.map_or_else(
        || member.replace('_', " "),
        |(_, words)| (*words).to_owned(),
    )
}

impl State {
    /// What a record is called.
    pub fn title(&self, list: &str, id: &str, record: &Value) -> String {
        let words = |member: &str| self.words(record.get(member));
        let named = |member: &str| {
            let id = record.get(member).and_then(Value::as_str);
            id.map(|id| self.name(member, id)).unwrap_or_default()
        };
        match list {
            "dossier" => "the dossier".to_owned(),
            "claims" => {
                let (party, speaker) = (named("party"), named("speaker"));
                format!("{party}, {speaker}: {}", words("text"))
            }
            "clauses" => format!(
                "{}, point {}: {}",
                named("plan"),
                words("number"),
                words("title")
            ),
            "lineage" => {
                let [from, to] = ["from", "to"].map(|end| {
                    let said = self.value(end, record.get(end));
                    said.trim_start_matches("clause: ").to_owned()
                });
                format!("{from} → {to}")
            }
            "sources" => self.source(record),
            "translations" => format!("into `{id}`"),
            "outlines" => id.to_owned(),
            _ => {
                let named = ["title", "name", "label", "text"].map(words);
                let named = named.into_iter().find(|words| !words.is_empty());
                named.unwrap_or_else(|| id.to_owned())
            }
        }
    }

    fn source(&self, record: &Value) -> String {
        let words = |member: &str| self.words(record.get(member));
        let dated = record.get("dated").and_then(Value::as_str);
        let dated = dated.map(|when| format!(", {}", date(when)));
        format!(
            "{}, “{}”{}",
            words("publisher"),
            words("title"),
            dated.unwrap_or_default()
        )
    }

    /// The name of what an id in a member leads to, without the id.
    fn name(&self, member: &str, id: &str) -> String {
        let held = HELD.iter().find(|(own, _)| *own == member);
        let found = held.and_then(|(_, list)| Some((list, self.find(list, id)?)));
        match found {
            Some((&"plans", plan)) => self.words(plan.get("short")),
            Some((list, record)) => self.title(list, id, record),
            None => id.to_owned(),
        }
    }

    /// The name and the id.
    fn named(&self, member: &str, id: &str) -> String {
        let name = self.name(member, id);
        if name == id || name.is_empty() {
            id.to_owned()
        } else {
            format!("{name} ({id})")
        }
    }

    /// What a member says, in words.
    pub fn value(&self, member: &str, value: Option<&Value>) -> String {
        match value {
            None | Some(Value::Null) => String::new(),
            Some(Value::Bool(is_so)) => if *is_so { "yes" } else { "no" }.to_owned(),
            Some(Value::String(words)) if DATES.contains(&member) => date(words),
            Some(Value::String(words)) => self.named(member, words),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Array(all)) => {
                let all: Vec<_> = all
                    .iter()
                    .map(|one| self.value(member, Some(one)))
                    .collect();
                all.join("; ")
            }
            Some(Value::Object(members)) => {
                let said = members.iter().map(|(name, value)| {
                    let value = self.value(name, Some(value));
                    if is_language(name) {
                        value
                    } else {
                        format!("{}: {value}", called(name))
                    }
                });
                said.collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// Whether a member's name is a language's.
pub(super) fn is_language(name: &str) -> bool {
    let main = name.split('-').next().unwrap_or_default();
    (2..=3).contains(&main.len())
        && main.bytes().all(|b| b.is_ascii_lowercase())
        && !["at", "by", "to", "id", "url"].contains(&main)
}

fn date(words: &str) -> String {
    let when: Option<When> = words.parse().ok();
    when.map_or_else(|| words.to_owned(), |when| (EN.when)(Some(when)))
}
