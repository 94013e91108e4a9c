//! The days on which something came out.

use super::{day_of, out_at};
use crate::dossier::{Day, Dossier, SourceId, When};
use crate::order;

impl Dossier {
    /// The days on which a plan, a claim or an event became known, by the rule of
    /// [`as_of`](Self::as_of), the earliest first.
    pub fn days_of_news(&self) -> Vec<Day> {
        let plans = self.plans.iter();
        let plans = plans.map(|plan| self.known_since(Some(plan.dated), &plan.sources));
        let claims = self.claims.iter();
        let claims = claims.map(|claim| self.known_since(claim.said, &claim.sources));
        let events = self.events.iter();
        let events = events.map(|event| self.known_since(day_of(event), &event.sources));
        let all = order::set(plans.chain(claims).chain(events));
        all.into_iter().collect()
    }

    /// The first day on which a record is known: what has a date must be past, whatever day it means,
    /// and a source must be out. All is known on the dossier's own day.
    fn known_since(&self, said: Option<When>, sources: &[SourceId]) -> Day {
        let whole = self.manifest.as_of;
        let past = said.and_then(When::latest);
        let out = sources
            .iter()
            .filter_map(|id| self.sources.get(id))
            .filter_map(|source| match out_at(source).and_then(When::latest) {
                Some(day) => Some(past.map_or(day, |past| past.max(day))),
                // A source without a date counts for what has a day of its own.
                None => past,
            });
        out.min().map_or(whole, |day| day.min(whole))
    }
}
