//! What is shown, to be taken away: clauses, claims, the places they bear on and the sources they
//! rest on, as CSV and as JSON.
//!
//! Everything is read through a [`Reader`], so a dossier as of some day gives away nothing that came
//! later. The JSON is described by its own members (see [`Taken`]); the rule by which the cells of the
//! CSV are guarded stands in [`csv`].

mod csv;
mod pick;
mod rows;
mod table;

use serde::Serialize;

use super::Reader;
use crate::dossier::{
    Agreement, Claim, ClauseAt, Event, Region, Source, SourceId, Stance, Teller, Text, When,
    Wording,
};
use crate::order;
use pick::Picked;
pub use pick::Scope;
pub use rows::{ClaimRow, ClauseRow, EventRow, RegionRow, SourceRow, VariantRow};
pub use table::COLUMNS;

/// The stamp of the format. It changes when a member changes its meaning.
pub const EXPORT_FORMAT: &str = "clausemap-export/1";

/// What is taken away.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Taken {
    /// Always `clausemap-export/1`.
    pub format: &'static str,
    /// The dossier's title.
    pub dossier: String,
    /// The day whose knowledge this is.
    pub as_of: String,
    /// The address at which it can be read.
    pub address: String,
    /// The clauses, in the order of the plans.
    pub clauses: Vec<ClauseRow>,
    /// The claims, newest first.
    pub claims: Vec<ClaimRow>,
    /// What happened, the latest first; only from the timeline.
    pub events: Vec<EventRow>,
    /// The places that these bear on.
    pub regions: Vec<RegionRow>,
    /// What all of it rests on.
    pub sources: Vec<SourceRow>,
}

impl Taken {
    /// As JSON.
    pub fn json(&self) -> String {
        // Strings, numbers and lists always have a form in JSON.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// How much a scope holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    /// Clauses and parts.
    pub clauses: usize,
    /// Claims.
    pub claims: usize,
    /// Events.
    pub events: usize,
    /// Sources that these rest on, or all of them.
    pub sources: usize,
}

impl Reader<'_> {
    /// How much a scope holds, without writing any of it down.
    pub fn amount(&self, scope: &Scope) -> Amount {
        let picked = self.pick(scope);
        let sources = self.dossier.sources.iter();
        let used = picked.sources();
        let is_used = |id: &SourceId| picked.all_sources || used.contains(id);
        Amount {
            clauses: picked.clauses.len(),
            claims: picked.claims.len(),
            events: picked.events.len(),
            sources: sources.filter(|source| is_used(&source.id)).count(),
        }
    }

    /// What a scope holds, to be taken away. `address` is where it is shown.
    pub fn take(&self, scope: &Scope, address: String) -> Taken {
        let mut picked = self.pick(scope);
        order::by(&mut picked.claims, |(a, _), (b, _)| {
            When::order(b.said, a.said)
        });
        order::by(&mut picked.events, |a, b| {
            When::order(Some(b.at), Some(a.at))
        });
        let clauses = picked.clauses.iter();
        let claims = picked.claims.iter();
        Taken {
            format: EXPORT_FORMAT,
            dossier: self.say(&self.dossier.manifest.title).words,
            as_of: self.dossier.manifest.as_of.to_string(),
            address,
            clauses: clauses.map(|(at, why)| self.clause_row(*at, why)).collect(),
            claims: claims
                .map(|(claim, why)| self.claim_row(claim, why))
                .collect(),
            events: picked
                .events
                .iter()
                .map(|event| self.event_row(event))
                .collect(),
            regions: self.region_rows(scope, &picked),
            sources: self.source_rows(&picked),
        }
    }

    fn clause_row(&self, at: ClauseAt<'_>, reason: &'static str) -> ClauseRow {
        let clause = at.clause;
        let text = clause.wording.text().map(|text| self.say(text));
        let title = self.say(&clause.title);
        ClauseRow {
            id: clause.id.to_string(),
            plan: at.plan.id.to_string(),
            plan_title: self.say(&at.plan.short).words,
            dated: at.plan.dated.to_string(),
            number: clause.number.clone(),
            lang: text.as_ref().unwrap_or(&title).lang.to_string(),
            title: title.words,
            text: text.map(|text| text.words).unwrap_or_default(),
            seen: match clause.wording {
                Wording::Whole(_) => "whole",
                Wording::Part(_) => "part",
                Wording::Heading => "heading",
                Wording::Withheld => "withheld",
            },
            agreement: match clause.agreement {
                Agreement::Unstated => "",
                Agreement::Agreed => "agreed",
                Agreement::NotAgreed => "not-agreed",
            },
            reason,
            topics: self.topic_labels(&clause.topics),
            regions: strings(clause.coverage.iter().map(|cover| &cover.region)),
            variants: clause
                .variants
                .iter()
                .map(|variant| VariantRow {
                    id: variant.id.to_string(),
                    title: self.say(&variant.title).words,
                    proposed_by: strings(&variant.proposed_by),
                    text: self.say(&variant.text).words,
                    sources: strings(&variant.sources),
                })
                .collect(),
            note: self.words(&clause.note),
            sources: strings(&clause.sources),
        }
    }

    fn claim_row(&self, claim: &Claim, reason: &'static str) -> ClaimRow {
        let card = self.claim_card(claim);
        let quote = claim.quote.as_ref();
        ClaimRow {
            id: claim.id.to_string(),
            party: claim.party.to_string(),
            party_name: card.party.map(|party| party.name.words).unwrap_or_default(),
            speaker: card.speaker.words,
            role: card.role.map(|role| role.words).unwrap_or_default(),
            said: claim.said.map(|said| said.to_string()).unwrap_or_default(),
            stance: claim.stance.kind().slug(),
            silent_as_of: match claim.stance {
                Stance::Silent { as_of } => as_of.to_string(),
                _ => String::new(),
            },
            matter: card.matter.words,
            lang: card.text.lang.to_string(),
            text: card.text.words,
            quote: quote.map(|quote| quote.words.clone()).unwrap_or_default(),
            quote_lang: quote
                .map(|quote| quote.lang.to_string())
                .unwrap_or_default(),
            evidence: claim.evidence().slug(),
            told_by: match &claim.told_by {
                None => String::new(),
                Some(Teller::Press) => "press".to_owned(),
                Some(Teller::Party(id)) => id.to_string(),
            },
            about: claim
                .about
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            reason,
            topics: self.topic_labels(&claim.topics),
            regions: strings(&claim.coverage),
            // A claim of an earlier day may be about a clause that nobody knew on it.
            clauses: strings(card.clauses.iter().map(|tag| &tag.id)),
            note: self.words(&claim.note),
            sources: strings(&claim.sources),
        }
    }

    fn event_row(&self, event: &Event) -> EventRow {
        let title = self.say(&event.title);
        EventRow {
            id: event.id.to_string(),
            at: event.at.to_string(),
            expected: event.expected,
            lang: title.lang.to_string(),
            title: title.words,
            text: self.words(&event.text),
            regions: strings(&event.coverage),
            sources: strings(&event.sources),
        }
    }

    fn source_rows(&self, picked: &Picked<'_>) -> Vec<SourceRow> {
        let used = picked.sources();
        let sources = self.dossier.sources.iter();
        let row = |source: &Source| SourceRow {
            id: source.id.to_string(),
            publisher: source.publisher.clone(),
            original: source.original.clone().unwrap_or_default(),
            title: source.title.clone(),
            lang: source
                .lang
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            dated: source
                .dated
                .map(|dated| dated.to_string())
                .unwrap_or_default(),
            url: source
                .url
                .as_ref()
                .and_then(|url| url.web())
                .unwrap_or_default()
                .to_owned(),
            note: self.words(&source.note),
        };
        let is_used = |id: &SourceId| picked.all_sources || used.contains(id);
        sources
            .filter(|source| is_used(&source.id))
            .map(row)
            .collect()
    }

    /// The places that the picked records bear on in a way that the map counts, and the place that was
    /// asked for.
    fn region_rows(&self, scope: &Scope, picked: &Picked<'_>) -> Vec<RegionRow> {
        let (clauses, claims) = (picked.clause_ids(), picked.claim_ids());
        let row = |region: &Region| {
            let bearing = self.coverage.clauses(&region.id).iter();
            let bearing = bearing.filter(|tie| tie.reason.counts() && clauses.contains(&tie.id));
            let clauses = strings(bearing.map(|tie| &tie.id));
            let bearing = self.coverage.claims(&region.id).iter();
            let bearing = bearing.filter(|tie| tie.reason.counts() && claims.contains(&tie.id));
            let claims = strings(bearing.map(|tie| &tie.id));
            RegionRow {
                id: region.id.to_string(),
                name: self.say(&region.name).words,
                what: self.say(&region.what).words,
                code: region.code.clone().unwrap_or_default(),
                clause_count: clauses.len(),
                claim_count: claims.len(),
                clauses,
                claims,
            }
        };
        let rows = self
            .dossier
            .regions
            .iter()
            .map(|region| (region, row(region)));
        let is_asked = |region: &Region, row: &RegionRow| match scope.place() {
            Some(place) => *place == region.id,
            None => row.clause_count + row.claim_count > 0,
        };
        rows.filter(|(region, row)| is_asked(region, row))
            .map(|(_, row)| row)
            .collect()
    }

    fn topic_labels(&self, ids: &[crate::dossier::TopicId]) -> Vec<String> {
        let topics = ids.iter().filter_map(|id| self.dossier.topics.get(id));
        topics.map(|topic| self.say(&topic.label).words).collect()
    }

    /// A text's words, if it has any.
    fn words(&self, text: &Text) -> String {
        self.say_any(text)
            .map(|said| said.words)
            .unwrap_or_default()
    }
}

fn strings<T: ToString>(all: impl IntoIterator<Item = T>) -> Vec<String> {
    all.into_iter().map(|one| one.to_string()).collect()
}
