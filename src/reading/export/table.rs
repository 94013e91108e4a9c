//! What is taken away as one table, each record a line.

use std::collections::HashMap;

use super::{ClaimRow, ClauseRow, EventRow, SourceRow, Taken, csv};

/// The columns of the table.
pub const COLUMNS: [&str; 33] = [
    "kind",
    "id",
    "date",
    "party",
    "party_name",
    "speaker",
    "role",
    "stance",
    "silent_as_of",
    "matter",
    "plan",
    "plan_title",
    "number",
    "title",
    "text",
    "lang",
    "quote",
    "quote_lang",
    "evidence",
    "told_by",
    "about",
    "seen",
    "agreement",
    "reason",
    "topics",
    "regions",
    "clauses",
    "publisher",
    "original",
    "note",
    "sources",
    "urls",
    "as_of",
];

impl Taken {
    /// As one table: clauses, claims, events, then sources, each line saying in `kind` what it is.
    pub fn csv(&self) -> String {
        let rows = self.sources.iter();
        let rows = rows.filter(|row| !row.url.is_empty());
        let known: HashMap<&str, &str> = rows.map(|row| (&*row.id, &*row.url)).collect();
        let urls = |ids: &[String]| {
            let urls = ids.iter().filter_map(|id| known.get(id.as_str()).copied());
            urls.collect::<Vec<_>>().join(" ")
        };
        let clauses = self.clauses.iter();
        let clauses = clauses.map(|row| self.clause_line(row, &urls(&row.sources)));
        let claims = self.claims.iter();
        let claims = claims.map(|row| self.claim_line(row, &urls(&row.sources)));
        let events = self.events.iter();
        let events = events.map(|row| self.event_line(row, &urls(&row.sources)));
        let sources = self.sources.iter().map(|row| self.source_line(row));
        let head = COLUMNS.map(ToOwned::to_owned).to_vec();
        let records = clauses.chain(claims).chain(events).chain(sources);
        csv::table(std::iter::once(head).chain(records))
    }

    fn clause_line(&self, row: &ClauseRow, urls: &str) -> Vec<String> {
        self.line(&[
            ("kind", "clause"),
            ("id", &row.id),
            ("date", &row.dated),
            ("plan", &row.plan),
            ("plan_title", &row.plan_title),
            ("number", &row.number),
            ("title", &row.title),
            ("text", &row.text),
            ("lang", &row.lang),
            ("seen", row.seen),
            ("agreement", row.agreement),
            ("reason", row.reason),
            ("topics", &row.topics.join("; ")),
            ("regions", &row.regions.join(" ")),
            ("note", &row.note),
            ("sources", &row.sources.join(" ")),
            ("urls", urls),
        ])
    }

    fn claim_line(&self, row: &ClaimRow, urls: &str) -> Vec<String> {
        self.line(&[
            ("kind", "claim"),
            ("id", &row.id),
            ("date", &row.said),
            ("party", &row.party),
            ("party_name", &row.party_name),
            ("speaker", &row.speaker),
            ("role", &row.role),
            ("stance", row.stance),
            ("silent_as_of", &row.silent_as_of),
            ("matter", &row.matter),
            ("text", &row.text),
            ("lang", &row.lang),
            ("quote", &row.quote),
            ("quote_lang", &row.quote_lang),
            ("evidence", row.evidence),
            ("told_by", &row.told_by),
            ("about", &row.about),
            ("reason", row.reason),
            ("topics", &row.topics.join("; ")),
            ("regions", &row.regions.join(" ")),
            ("clauses", &row.clauses.join(" ")),
            ("note", &row.note),
            ("sources", &row.sources.join(" ")),
            ("urls", urls),
        ])
    }

    fn event_line(&self, row: &EventRow, urls: &str) -> Vec<String> {
        self.line(&[
            (
                "kind",
                if row.expected {
                    "expected-event"
                } else {
                    "event"
                },
            ),
            ("id", &row.id),
            ("date", &row.at),
            ("title", &row.title),
            ("text", &row.text),
            ("lang", &row.lang),
            ("regions", &row.regions.join(" ")),
            ("sources", &row.sources.join(" ")),
            ("urls", urls),
        ])
    }

    fn source_line(&self, row: &SourceRow) -> Vec<String> {
        self.line(&[
            ("kind", "source"),
            ("id", &row.id),
            ("date", &row.dated),
            ("publisher", &row.publisher),
            ("original", &row.original),
            ("title", &row.title),
            ("lang", &row.lang),
            ("note", &row.note),
            ("urls", &row.url),
        ])
    }

    /// A line of the table: what is not said is empty.
    fn line(&self, said: &[(&str, &str)]) -> Vec<String> {
        let day = ("as_of", self.as_of.as_str());
        let cell = |column: &str| {
            let mut all = said.iter().chain([&day]);
            let found = all.find(|(name, _)| *name == column);
            found
                .map(|(_, words)| (*words).to_owned())
                .unwrap_or_default()
        };
        COLUMNS.iter().map(|column| cell(column)).collect()
    }
}
