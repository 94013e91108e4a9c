//! Every id leads to a record.

use super::{Checker, Place};
use crate::dossier::{Clause, ClauseId, End, Ground, MANIFEST, Origin, Region, Teller};

impl Checker<'_> {
    pub(super) fn references(&mut self) {
        self.manifest_references();
        let dossier = self.dossier;
        for (origin, speaker) in dossier.speakers.with_origins() {
            self.refer(
                &Place::of(origin).key("party"),
                &dossier.parties,
                &speaker.party,
            );
        }
        for (origin, matter) in dossier.matters.with_origins() {
            self.refer(
                &Place::of(origin).key("topic"),
                &dossier.topics,
                &matter.topic,
            );
        }
        for (origin, region) in dossier.regions.with_origins() {
            self.region_references(&Place::of(origin), region);
        }
        for (origin, plan) in dossier.plans.with_origins() {
            let place = Place::of(origin);
            self.refer_all(&place.key("authors"), &dossier.parties, &plan.authors);
            self.refer_all(&place.key("sources"), &dossier.sources, &plan.sources);
            for (index, clause) in plan.clauses.iter().enumerate() {
                self.clause_references(&place.key("clauses").at(plan.row(index)), clause);
            }
        }
        for (origin, lineage) in &dossier.lineage {
            for (key, end) in [("from", &lineage.from), ("to", &lineage.to)] {
                let place = Place::of(*origin).key(key);
                match end {
                    End::Clause(id) => self.refer_clause(&place.key("clause"), id),
                    End::AbsentFrom(id) => {
                        self.refer(&place.key("absent_from"), &dossier.plans, id);
                    }
                }
            }
        }
        self.claim_references();
        for (origin, event) in dossier.events.with_origins() {
            let place = Place::of(origin);
            self.refer_all(&place.key("coverage"), &dossier.regions, &event.coverage);
            self.refer_all(&place.key("sources"), &dossier.sources, &event.sources);
        }
        for (origin, question) in dossier.questions.with_origins() {
            let place = Place::of(origin);
            self.refer_all(&place.key("coverage"), &dossier.regions, &question.coverage);
            self.refer_all(&place.key("topics"), &dossier.topics, &question.topics);
            self.refer_clauses(&place.key("clauses"), &question.clauses);
        }
    }

    fn manifest_references(&mut self) {
        let dossier = self.dossier;
        let place = Place::of(self.manifest_origin());
        let manifest = &dossier.manifest;
        self.refer(
            &place.key("first_plan"),
            &dossier.plans,
            &manifest.first_plan,
        );
        self.refer(&place.key("home"), &dossier.regions, &manifest.home);
    }

    /// The whole text of the manifest.
    pub(super) fn manifest_origin(&self) -> Origin {
        let file = self.files.find(MANIFEST).unwrap_or_default();
        Origin {
            file,
            start: 0,
            end: self.files.get(file).map_or(0, |file| file.bytes.len()),
        }
    }

    fn region_references(&mut self, place: &Place, region: &Region) {
        let dossier = self.dossier;
        self.refer_all(&place.key("within"), &dossier.regions, &region.within);
        if let Ground::Members(members) = &region.ground {
            self.refer_all(
                &place.key("ground").key("members"),
                &dossier.regions,
                members,
            );
        }
        if let Some(status) = &region.status {
            self.refer_all(
                &place.key("status").key("sources"),
                &dossier.sources,
                &status.sources,
            );
        }
        for (index, claim) in region.claimed_by.iter().enumerate() {
            let place = place.key("claimed_by").at(index);
            self.refer(&place.key("by"), &dossier.parties, &claim.by);
            self.refer_all(&place.key("sources"), &dossier.sources, &claim.sources);
        }
        for (index, reading) in region.readings.iter().enumerate() {
            let place = place.key("readings").at(index);
            self.refer(&place.key("by"), &dossier.parties, &reading.by);
            self.refer_all(&place.key("regions"), &dossier.regions, &reading.regions);
            self.refer_all(&place.key("sources"), &dossier.sources, &reading.sources);
        }
    }

    fn clause_references(&mut self, place: &Place, clause: &Clause) {
        let dossier = self.dossier;
        self.refer_all(&place.key("topics"), &dossier.topics, &clause.topics);
        self.refer_all(&place.key("sources"), &dossier.sources, &clause.sources);
        for (index, cover) in clause.coverage.iter().enumerate() {
            let place = place.key("coverage").at(index);
            self.refer(&place.key("region"), &dossier.regions, &cover.region);
            self.refer(&place.key("effect"), &dossier.effects, &cover.effect);
        }
        for (index, variant) in clause.variants.iter().enumerate() {
            let place = place.key("variants").at(index);
            self.refer_all(
                &place.key("proposed_by"),
                &dossier.parties,
                &variant.proposed_by,
            );
            self.refer_all(&place.key("sources"), &dossier.sources, &variant.sources);
            self.teller(&place, variant.told_by.as_ref());
        }
        for (index, part) in clause.parts.iter().enumerate() {
            self.clause_references(&place.key("parts").at(index), part);
        }
    }

    fn claim_references(&mut self) {
        let dossier = self.dossier;
        for (origin, claim) in dossier.claims.with_origins() {
            let place = Place::of(origin);
            self.refer(&place.key("party"), &dossier.parties, &claim.party);
            self.refer(&place.key("speaker"), &dossier.speakers, &claim.speaker);
            self.refer(&place.key("matter"), &dossier.matters, &claim.matter);
            self.refer_all(&place.key("topics"), &dossier.topics, &claim.topics);
            self.refer_all(&place.key("coverage"), &dossier.regions, &claim.coverage);
            self.refer_clauses(&place.key("clauses"), &claim.clauses);
            self.refer_all(&place.key("sources"), &dossier.sources, &claim.sources);
            self.teller(&place, claim.told_by.as_ref());
            if let Some(about) = &claim.about {
                self.refer(&place.key("about"), &dossier.parties, about);
            }
        }
    }

    fn teller(&mut self, place: &Place, teller: Option<&Teller>) {
        if let Some(Teller::Party(party)) = teller {
            let parties = &self.dossier.parties;
            self.refer(&place.key("told_by").key("party"), parties, party);
        }
    }

    fn refer_clauses(&mut self, place: &Place, ids: &[ClauseId]) {
        for (index, id) in ids.iter().enumerate() {
            self.refer_clause(&place.at(index), id);
        }
    }

    fn refer_clause(&mut self, place: &Place, id: &ClauseId) {
        if self.dossier.clause(id).is_none() {
            let known: Vec<String> = self
                .dossier
                .all_clauses()
                .map(|at| at.clause.id.to_string())
                .collect();
            self.unknown(place, "clause", id.as_str(), &known);
        }
    }
}
