//! Nothing in a dossier is later than the day up to which it is true.

use super::{Checker, Place};
use crate::dossier::{Clause, SourceKind, When};

impl Checker<'_> {
    pub(super) fn days(&mut self) {
        let dossier = self.dossier;
        for (origin, plan) in dossier.plans.with_origins() {
            let place = Place::of(origin);
            self.has_come(&place, "dated", "plan", plan.id.as_str(), plan.dated);
            for (index, clause) in plan.clauses.iter().enumerate() {
                self.variant_days(&place.key("clauses").at(plan.row(index)), clause);
            }
        }
        for (origin, claim) in dossier.claims.with_origins() {
            if let Some(said) = claim.said {
                self.has_come(&Place::of(origin), "said", "claim", claim.id.as_str(), said);
            }
        }
        let events = dossier.events.with_origins();
        for (origin, event) in events.filter(|(_, event)| !event.expected) {
            self.has_come(
                &Place::of(origin),
                "at",
                "event",
                event.id.as_str(),
                event.at,
            );
        }
        // A work of reference is dated by its edition, not by what it tells of.
        let sources = dossier.sources.with_origins();
        for (origin, source) in sources.filter(|(_, s)| s.kind != SourceKind::Reference) {
            if let Some(dated) = source.dated {
                self.has_come(
                    &Place::of(origin),
                    "dated",
                    "source",
                    source.id.as_str(),
                    dated,
                );
            }
        }
    }

    fn variant_days(&mut self, place: &Place, clause: &Clause) {
        for (index, variant) in clause.variants.iter().enumerate() {
            let place = place.key("variants").at(index);
            self.has_come(
                &place,
                "as_of",
                "variant",
                variant.id.as_str(),
                variant.as_of,
            );
        }
        for (index, part) in clause.parts.iter().enumerate() {
            self.variant_days(&place.key("parts").at(index), part);
        }
    }

    fn has_come(&mut self, place: &Place, key: &'static str, noun: &str, id: &str, when: When) {
        let as_of = self.dossier.manifest.as_of;
        if when.earliest().is_some_and(|day| day > as_of) {
            self.error(
                &place.key(key),
                format!("the {noun} `{id}` is later than {as_of}, the day up to which the dossier is true"),
                "move the manifest's `as_of` on, or take the record out",
            );
        }
    }
}
