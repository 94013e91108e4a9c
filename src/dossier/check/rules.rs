//! The rules of content: no statement without a source, short quotes, groups that end, safe addresses.

use std::collections::HashSet;

use super::{Checker, Place};
use crate::dossier::manifest::stays_inside;
use crate::dossier::{
    Address, Clause, Ground, Quote, Region, RegionId, Severity, SourceId, SourceKind, Text,
};

/// Direct speech stays short: from this many words on, it is too long.
const QUOTE_LIMIT: usize = 26;

impl Checker<'_> {
    pub(super) fn rules(&mut self) {
        self.manifest_rules();
        let dossier = self.dossier;
        for (origin, region) in dossier.regions.with_origins() {
            self.region_rules(&Place::of(origin), region);
        }
        for (origin, plan) in dossier.plans.with_origins() {
            let place = Place::of(origin);
            self.has_words(&place, "title", "plan", &plan.title);
            self.is_sourced(&place, "plan", plan.id.as_str(), &plan.sources);
            for (index, clause) in plan.clauses.iter().enumerate() {
                self.clause_rules(&place.key("clauses").at(plan.row(index)), clause, false);
            }
        }
        self.claim_rules();
        for (origin, event) in dossier.events.with_origins() {
            let place = Place::of(origin);
            self.has_words(&place, "title", "event", &event.title);
            self.is_sourced(&place, "event", event.id.as_str(), &event.sources);
        }
        for (origin, source) in dossier.sources.with_origins() {
            let place = Place::of(origin);
            self.is_address(&place, source.url.as_ref());
            if source.kind == SourceKind::Repost && source.original.is_none() {
                self.error(
                    &place.key("kind"),
                    format!("the repost `{}` does not name its original", source.id),
                    "add `original`: the outlet whose words it carries",
                );
            }
        }
    }

    fn manifest_rules(&mut self) {
        let place = Place::of(self.manifest_origin());
        let manifest = &self.dossier.manifest;
        if manifest.languages.is_empty() {
            self.error(
                &place.key("languages"),
                "the dossier names no language",
                "name at least one, such as [\"en\"]; every text must have the first",
            );
        }
        if let Some(fault) = manifest.projection.and_then(|plane| plane.fault()) {
            self.error(
                &place.key("projection"),
                fault,
                "mend it; the map is drawn in Mercator's projection instead",
            );
        }
        for (index, credit) in manifest.attribution.iter().enumerate() {
            self.is_address(&place.key("attribution").at(index), credit.url.as_ref());
        }
        for (index, layer) in manifest.layers.iter().enumerate() {
            if manifest
                .layers
                .iter()
                .take(index)
                .any(|other| other.id == layer.id)
            {
                self.error(
                    &place.key("layers").at(index),
                    format!("a second layer has the id `{}`", layer.id),
                    "give it another, and name it by that in the regions",
                );
            }
        }
        for (index, name) in manifest.files.iter().enumerate() {
            self.name_stays_inside(&place.key("files").at(index), name);
        }
        for (index, named) in manifest.translations.iter().enumerate() {
            let place = place.key("translations").at(index);
            self.name_stays_inside(&place.key("file"), &named.file);
        }
        for (index, layer) in manifest.layers.iter().enumerate() {
            let place = place.key("layers").at(index);
            self.name_stays_inside(&place.key("file"), &layer.file);
            if let Some(detail) = &layer.detail {
                self.name_stays_inside(&place.key("detail"), detail);
                if manifest.overview.is_none() {
                    self.error(
                        &place.key("detail"),
                        format!("nothing says from where on `{detail}` is wanted"),
                        "give the manifest \"overview\": { \"km_per_px\": 1.2 }",
                    );
                }
            }
        }
    }

    fn name_stays_inside(&mut self, place: &Place, name: &str) {
        if !stays_inside(name) {
            self.error(
                place,
                format!("`{name}` leads out of the dossier's folder, so it is not read"),
                "write a path relative to the manifest, without `..`",
            );
        }
    }

    fn region_rules(&mut self, place: &Place, region: &Region) {
        self.has_words(place, "name", "region", &region.name);
        match &region.ground {
            Ground::Members(members) if members.is_empty() => self.error(
                &place.key("ground"),
                format!(
                    "the region `{}` has neither geometry nor members",
                    region.id
                ),
                "name a feature, name members, or say with `none` why there is nothing to draw",
            ),
            Ground::None(why) if why.is_empty() => self.error(
                &place.key("ground"),
                format!(
                    "the region `{}` has neither geometry nor members",
                    region.id
                ),
                "say in `none` why there is nothing to draw",
            ),
            Ground::Members(_) if self.leads_back(&region.id, members_of) => self.error(
                &place.key("ground").key("members"),
                format!("the group `{}` contains itself", region.id),
                "take out the member that leads back to it",
            ),
            _ => {}
        }
        if self.leads_back(&region.id, |region| &region.within) {
            self.error(
                &place.key("within"),
                format!("the region `{}` lies within itself", region.id),
                "take out the place that leads back to it",
            );
        }
        if let Some(status) = &region.status {
            let place = place.key("status");
            self.is_sourced(&place, "status of", region.id.as_str(), &status.sources);
        }
        for (index, claim) in region.claimed_by.iter().enumerate() {
            let place = place.key("claimed_by").at(index);
            self.is_sourced(&place, "claim to", region.id.as_str(), &claim.sources);
        }
        for (index, reading) in region.readings.iter().enumerate() {
            let place = place.key("readings").at(index);
            self.is_sourced(&place, "reading of", region.id.as_str(), &reading.sources);
        }
    }

    /// Whether following `next` from a region leads to it again.
    fn leads_back(&self, start: &RegionId, next: fn(&Region) -> &[RegionId]) -> bool {
        let mut seen = HashSet::new();
        let mut open = vec![start];
        while let Some(id) = open.pop() {
            for id in self.dossier.regions.get(id).map_or(&[][..], next) {
                if id == start {
                    return true;
                }
                if seen.insert(id) {
                    open.push(id);
                }
            }
        }
        false
    }

    fn clause_rules(&mut self, place: &Place, clause: &Clause, is_part: bool) {
        self.has_words(place, "title", "clause", &clause.title);
        self.is_sourced(place, "clause", clause.id.as_str(), &clause.sources);
        if let Some(text) = clause.wording.text() {
            self.has_words(place, "wording", "clause", text);
        }
        for (index, variant) in clause.variants.iter().enumerate() {
            let place = place.key("variants").at(index);
            self.has_words(&place, "text", "variant", &variant.text);
            self.is_sourced(&place, "variant", variant.id.as_str(), &variant.sources);
        }
        if is_part && !clause.parts.is_empty() {
            self.error(
                &place.key("parts"),
                format!("the part `{}` has parts of its own", clause.id),
                "put them beside it in the clause",
            );
        }
        if !is_part {
            for (index, part) in clause.parts.iter().enumerate() {
                self.clause_rules(&place.key("parts").at(index), part, true);
            }
        }
    }

    fn claim_rules(&mut self) {
        let dossier = self.dossier;
        for (origin, claim) in dossier.claims.with_origins() {
            let place = Place::of(origin);
            self.has_words(&place, "text", "claim", &claim.text);
            self.is_sourced(&place, "claim", claim.id.as_str(), &claim.sources);
            if let Some(speaker) = dossier.speakers.get(&claim.speaker)
                && speaker.party != claim.party
                // An unknown party has been told already.
                && dossier.parties.has(&claim.party)
            {
                self.error(
                    &place.key("party"),
                    format!(
                        "`{}` speaks for `{}`, but the claim is given to `{}`",
                        speaker.id, speaker.party, claim.party
                    ),
                    "a claim belongs to its speaker's party; for words about another party use `about`",
                );
            }
            if let Some(quote) = &claim.quote {
                self.quote_rules(&place.key("quote"), claim.id.as_str(), quote);
            }
        }
    }

    fn quote_rules(&mut self, place: &Place, claim: &str, quote: &Quote) {
        let words = quote.words.split_whitespace().count();
        if words >= QUOTE_LIMIT {
            self.error(
                &place.key("words"),
                format!("the quote of `{claim}` has {words} words"),
                "keep direct speech under 26 words and say the rest in `text`",
            );
        }
    }

    fn is_sourced(&mut self, place: &Place, noun: &str, id: &str, sources: &[SourceId]) {
        if sources.is_empty() {
            self.error(
                place,
                format!("the {noun} `{id}` has no source"),
                "add at least one id to `sources`",
            );
            return;
        }
        let found = || sources.iter().filter_map(|id| self.dossier.sources.get(id));
        if found().next().is_some() && found().all(|source| source.kind == SourceKind::Repost) {
            self.error(
                &place.key("sources"),
                format!("the {noun} `{id}` rests on reposts alone"),
                "add the original report, or another source that read it",
            );
        }
    }

    fn is_address(&mut self, place: &Place, address: Option<&Address>) {
        if let Some(Address::Other(text)) = address {
            self.error(
                &place.key("url"),
                format!("`{text}` is not a web address"),
                "write one that begins with https:// or http://, or leave `url` out",
            );
        }
    }

    fn has_words(&mut self, place: &Place, key: &'static str, noun: &str, text: &Text) {
        let first = self.dossier.first_language();
        if text.is_empty() {
            self.error(
                &place.key(key),
                format!("the {noun} has no words in `{key}`"),
                "write them",
            );
        } else if text.exactly(&first).is_none() {
            self.tell(
                Severity::Warning,
                &place.key(key),
                format!("`{key}` of the {noun} has no words in `{first}`"),
                "add them: the manifest's first language is the one that every text has",
            );
        }
    }
}

fn members_of(region: &Region) -> &[RegionId] {
    match &region.ground {
        Ground::Members(members) => members,
        Ground::Feature(_) | Ground::None(_) => &[],
    }
}
