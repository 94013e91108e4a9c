//! What was known on a day: the one implementation of "as of".
//!
//! A dossier narrowed to a day is a dossier like any other, so that no page, count, lens or search has
//! a rule of its own, and none can forget it.
//!
//! # What is known
//! A record is known on a day when
//!
//! - the latest day that its own date can mean is not later: a claim of "December" is not shown on the
//!   15th, "about the 15th" is, and what holds "since" a day is known from that day. A record without a
//!   date, or one that always holds, and an event that is expected, have no such day;
//! - one of its sources was out by then. A work of reference is dated by its edition, which says nothing
//!   of when something was known; it counts, like a source without a date, for records that have a day
//!   of their own;
//! - what it belongs to is known: a clause its plan, a lineage both its ends.
//!
//! What has neither date nor source speaks of the dossier's own day: questions are left out on earlier
//! ones. On the dossier's own day and after it, all of it is known.

mod news;

use std::collections::HashSet;
use std::sync::Arc;

use super::{
    Clause, Day, Dossier, End, Event, Files, Lineage, Plan, PlanId, PlanKind, Region, Source,
    SourceId, SourceKind, When,
};

impl Dossier {
    /// The dossier as it was on a day, which is also the day that it carries. Days from the dossier's own
    /// on give all of it, with its own day.
    #[must_use]
    pub fn as_of(&self, day: Day) -> Self {
        let is_whole = day >= self.manifest.as_of;
        let known = Known::on(self, day);
        let mut then = Self::empty(self.manifest.clone());
        then.manifest.as_of = day.min(self.manifest.as_of);
        then.parties = self.parties.clone();
        then.speakers = self.speakers.clone();
        then.topics = self.topics.clone();
        then.matters = self.matters.clone();
        then.effects = self.effects.clone();
        then.unread.clone_from(&self.unread);
        if is_whole {
            then.regions = self.regions.clone();
            then.plans = self.plans.clone();
            then.lineage.clone_from(&self.lineage);
            then.claims = self.claims.clone();
            then.events = self.events.clone();
            then.questions = self.questions.clone();
            then.sources = self.sources.clone();
        } else {
            then.regions = self.regions.narrowed(|region| Some(known.region(region)));
            then.plans = self.plans.narrowed(|plan| known.plan(plan));
            then.claims = self.claims.narrowed(|claim| {
                let sources = known.cited(claim.said, &claim.sources)?;
                Some(shared_or(
                    claim,
                    &claim.sources,
                    sources,
                    |claim, sources| {
                        claim.sources = sources;
                    },
                ))
            });
            then.events = self.events.narrowed(|event| known.event(event));
            then.sources = self.sources.narrowed(|source| {
                let is_out = known.out.contains(&source.id) || known.dateless.contains(&source.id);
                is_out.then(|| Arc::clone(source))
            });
        }
        // A dossier that was read without faults has none here either.
        then.index_clauses(&Files::default(), &mut Vec::new());
        if !is_whole {
            then.lineage = self.lineage_between_known(&then);
            then.manifest.first_plan = first_plan(&then, &self.manifest.first_plan);
        }
        then
    }

    fn lineage_between_known(&self, then: &Self) -> Vec<(super::Origin, Lineage)> {
        let is_known = |end: &End| match end {
            End::Clause(id) => then.clause(id).is_some(),
            End::AbsentFrom(plan) => then.plans.has(plan),
        };
        let both = |lineage: &Lineage| is_known(&lineage.from) && is_known(&lineage.to);
        let all = self.lineage.iter().filter(|(_, lineage)| both(lineage));
        all.cloned().collect()
    }
}

/// The plan that is shown first: the one that the dossier says if it was known, else the newest one.
fn first_plan(then: &Dossier, wanted: &PlanId) -> PlanId {
    if then.plans.has(wanted) {
        return wanted.clone();
    }
    let plans = then.plans.iter().filter(|plan| plan.kind == PlanKind::Plan);
    let newest = plans.max_by(|a, b| When::order(Some(a.dated), Some(b.dated)));
    newest.map_or_else(|| wanted.clone(), |plan| plan.id.clone())
}

/// When a source came out; `None` for one that does not say.
fn out_at(source: &Source) -> Option<When> {
    source
        .dated
        .filter(|_| source.kind != SourceKind::Reference)
}

/// What of a dossier was out on a day.
struct Known {
    day: Day,
    /// The sources that were published by then.
    out: HashSet<SourceId>,
    /// The sources that do not say when they were published.
    dateless: HashSet<SourceId>,
}

impl Known {
    fn on(dossier: &Dossier, day: Day) -> Self {
        let mut known = Self {
            day,
            out: HashSet::new(),
            dateless: HashSet::new(),
        };
        for source in dossier.sources.iter() {
            match out_at(source) {
                Some(dated) if known.has_come(Some(dated)) => {
                    known.out.insert(source.id.clone());
                }
                Some(_) => {}
                None => {
                    known.dateless.insert(source.id.clone());
                }
            }
        }
        known
    }

    /// Whether a date is past, whatever day it means.
    fn has_come(&self, when: Option<When>) -> bool {
        when.and_then(When::latest)
            .is_none_or(|latest| latest <= self.day)
    }

    /// The sources of a statement that were out; `None` if it was not known.
    fn cited(&self, said: Option<When>, sources: &[SourceId]) -> Option<Vec<SourceId>> {
        if !self.has_come(said) {
            return None;
        }
        let has_day = said.and_then(When::latest).is_some();
        let is_out =
            |id: &&SourceId| self.out.contains(*id) || has_day && self.dateless.contains(*id);
        let known: Vec<SourceId> = sources.iter().filter(is_out).cloned().collect();
        (!known.is_empty()).then_some(known)
    }

    fn plan(&self, plan: &Arc<Plan>) -> Option<Arc<Plan>> {
        let sources = self.cited(Some(plan.dated), &plan.sources)?;
        let clauses = plan.clauses.iter();
        let clauses = clauses.filter_map(|clause| self.clause(clause, plan.dated));
        Some(Arc::new(Plan {
            sources,
            clauses: clauses.collect(),
            ..Plan::clone(plan)
        }))
    }

    fn clause(&self, clause: &Clause, dated: When) -> Option<Clause> {
        let sources = self.cited(Some(dated), &clause.sources)?;
        let mut then = clause.clone();
        then.sources = sources;
        then.variants.retain_mut(|variant| {
            let sources = self.cited(Some(variant.as_of), &variant.sources);
            let is_known = sources.is_some();
            variant.sources = sources.unwrap_or_default();
            is_known
        });
        then.parts = clause
            .parts
            .iter()
            .filter_map(|part| self.clause(part, dated))
            .collect();
        Some(then)
    }

    /// A place is always there; what is said of it is known or not.
    fn region(&self, region: &Arc<Region>) -> Arc<Region> {
        let has_statements =
            region.status.is_some() || !region.claimed_by.is_empty() || !region.readings.is_empty();
        if !has_statements {
            return Arc::clone(region);
        }
        let mut then = Region::clone(region);
        then.status = then.status.and_then(|mut status| {
            status.sources = self.cited(None, &status.sources)?;
            Some(status)
        });
        then.claimed_by.retain_mut(|claim| {
            let sources = self.cited(None, &claim.sources);
            let is_known = sources.is_some();
            claim.sources = sources.unwrap_or_default();
            is_known
        });
        then.readings.retain_mut(|reading| {
            let sources = self.cited(None, &reading.sources);
            let is_known = sources.is_some();
            reading.sources = sources.unwrap_or_default();
            is_known
        });
        Arc::new(then)
    }

    fn event(&self, event: &Arc<Event>) -> Option<Arc<Event>> {
        let at = day_of(event);
        let sources = self.cited(at, &event.sources)?;
        Some(shared_or(
            event,
            &event.sources,
            sources,
            |event, sources| {
                event.sources = sources;
            },
        ))
    }
}

/// The date that an event is known from; what is expected for a later day was said on an earlier one.
fn day_of(event: &Event) -> Option<When> {
    (!event.expected).then_some(event.at)
}

/// The record itself if all its sources stay, else one with those that do.
fn shared_or<T: Clone>(
    record: &Arc<T>,
    all: &[SourceId],
    known: Vec<SourceId>,
    put: fn(&mut T, Vec<SourceId>),
) -> Arc<T> {
    if all.len() == known.len() {
        return Arc::clone(record);
    }
    let mut then = T::clone(record);
    put(&mut then, known);
    Arc::new(then)
}
