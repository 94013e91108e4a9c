//! How the clauses of two plans are tied, directly or through other plans.
//!
//! What is recorded between the two plans themselves is taken as it is. A clause of which nothing is
//! recorded there is followed through other plans:
//!
//! - by the fewest steps; of several such ways to one clause, by one that never goes back in time, else by the
//!   first in the dossier's order;
//! - never through the same plan twice, nor through a list that is nobody's plan;
//! - through another clause only where the text goes on, see [`goes_on`];
//! - to a clause that has ties of its own between the two plans: not at all, they are all there is to it;
//! - to "dropped" or "new" only where that was recorded of a text of the same substance: on the way down
//!   from the clause itself, or from a forerunner that was kept or reworded. That a forerunner's other
//!   heir was dropped says nothing of a clause which had become something else.
//!
//! What is left has no tie, and is not called dropped or new.

use std::collections::{HashMap, HashSet};

use super::change::{composed, goes_on, keeps_substance, reversed};
use crate::dossier::{Change, ClauseId, Dossier, End, Plan, PlanId, PlanKind, Text};

/// How a clause of the earlier plan and one of the later are tied.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Kinship<'a> {
    /// The clause of the earlier plan; `None`: it has no such clause.
    pub earlier: Option<&'a ClauseId>,
    /// The clause of the later plan; `None`: it has no such clause.
    pub later: Option<&'a ClauseId>,
    /// What happened from the earlier to the later.
    pub change: Change,
    /// What differs, where the tie is recorded as it is.
    pub note: Option<&'a Text>,
    /// The steps of a way through other plans; empty for a tie that is recorded as it is.
    pub way: Vec<Stop<'a>>,
}

/// One step of a way: what happens, and the clause that it leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stop<'a> {
    /// What happens on the way from the earlier of the two plans to the later.
    pub change: Change,
    /// Where the step leads; `None` for the last one.
    pub to: Option<&'a ClauseId>,
}

/// A recorded tie as seen from one of its ends.
#[derive(Debug, Clone, Copy)]
struct Hop<'a> {
    to: &'a End,
    change: Change,
    /// Whether it leads from earlier to later.
    forward: bool,
    note: Option<&'a Text>,
}

/// All recorded ties, by the clauses at their ends.
pub(super) struct Ties<'a> {
    dossier: &'a Dossier,
    hops: HashMap<&'a ClauseId, Vec<Hop<'a>>>,
}

impl<'a> Ties<'a> {
    /// The ties of a dossier. That a list names a clause is none.
    pub fn of(dossier: &'a Dossier) -> Self {
        let mut hops: HashMap<&ClauseId, Vec<Hop<'_>>> = HashMap::new();
        let recorded = dossier.lineage.iter().map(|(_, lineage)| lineage);
        for lineage in recorded.filter(|lineage| lineage.change != Change::Named) {
            let note = (!lineage.note.is_empty()).then_some(&lineage.note);
            let (from, to, change) = (&lineage.from, &lineage.to, lineage.change);
            for (near, to, change, forward) in [
                (from, to, change, true),
                (to, from, reversed(change), false),
            ] {
                if let End::Clause(id) = near {
                    hops.entry(id).or_default().push(Hop {
                        to,
                        change,
                        forward,
                        note,
                    });
                }
            }
        }
        Self { dossier, hops }
    }

    /// Whether anything is recorded of a clause.
    pub fn name(&self, id: &ClauseId) -> bool {
        self.hops.contains_key(id)
    }

    fn hops(&self, id: &ClauseId) -> &[Hop<'a>] {
        self.hops.get(id).map_or(&[], Vec::as_slice)
    }

    fn plan_of(&self, end: &'a End) -> Option<&'a Plan> {
        match end {
            End::Clause(id) => Some(self.dossier.clause(id)?.plan),
            End::AbsentFrom(plan) => self.dossier.plans.get(plan),
        }
    }

    /// What is recorded between a clause and a plan.
    fn direct(&self, id: &ClauseId, plan: &PlanId) -> Vec<Hop<'a>> {
        let hops = self.hops(id).iter().copied();
        hops.filter(|hop| self.plan_of(hop.to).is_some_and(|to| to.id == *plan))
            .collect()
    }

    /// How the clauses of two plans are tied: each pair once.
    pub fn between(
        &self,
        (earlier, earlier_ids): (&PlanId, &[&'a ClauseId]),
        (later, later_ids): (&PlanId, &[&'a ClauseId]),
    ) -> Vec<Kinship<'a>> {
        let mut found: Vec<Kinship<'a>> = Vec::new();
        let mut add = |tie: Kinship<'a>| {
            let same = |one: &Kinship<'_>| (one.earlier, one.later) == (tie.earlier, tie.later);
            if !found.iter().any(same) {
                found.push(tie);
            }
        };
        for id in earlier_ids {
            let direct = self.direct(id, later);
            direct.iter().for_each(|hop| add(recorded(id, hop, true)));
            if direct.is_empty() {
                let ways = self.ways(id, earlier, later);
                ways.into_iter().for_each(|way| add(way.from_earlier(id)));
            }
        }
        for id in later_ids {
            let direct = self.direct(id, earlier);
            direct.iter().for_each(|hop| add(recorded(id, hop, false)));
            if direct.is_empty() {
                let ways = self.ways(id, later, earlier);
                ways.into_iter().for_each(|way| add(way.from_later(id)));
            }
        }
        found
    }

    /// The shortest ways from a clause to a plan.
    fn ways(&self, id: &'a ClauseId, own: &PlanId, goal: &PlanId) -> Vec<Way<'a>> {
        let mut open = vec![Way::default()];
        // At most one step for each plan.
        for _ in self.dossier.plans.iter() {
            let mut arrived = Vec::new();
            let mut next = Vec::new();
            for way in open {
                let here = way.clause().unwrap_or(id);
                for hop in self.hops(here) {
                    let Some(plan) = self.plan_of(hop.to) else {
                        continue;
                    };
                    if plan.id == *goal {
                        arrived.extend(self.arrive(&way, *hop, own));
                    } else if plan.id != *own && plan.kind == PlanKind::Plan {
                        next.extend(way.onward(*hop, &plan.id));
                    }
                }
            }
            if !arrived.is_empty() {
                // Stable: ways of one kind stay in the dossier's order.
                arrived.sort_by_key(Way::turns);
                return arrived;
            }
            open = next;
        }
        Vec::new()
    }

    /// The way with its last step, if that step says something of where it began.
    fn arrive(&self, way: &Way<'a>, hop: Hop<'a>, own: &PlanId) -> Option<Way<'a>> {
        if let End::Clause(id) = hop.to
            && !self.direct(id, own).is_empty()
        {
            return None;
        }
        let ends = matches!(hop.to, End::AbsentFrom(_)) || !goes_on(hop.change);
        let same_text =
            |step: &Hop<'_>| step.forward == hop.forward || keeps_substance(step.change);
        let unseen = way.hops.iter().any(|step| step.change == Change::Withheld);
        if ends && !unseen && !way.hops.iter().all(same_text) {
            return None;
        }
        let mut way = way.clone();
        way.hops.push(hop);
        Some(way)
    }
}

fn recorded<'a>(id: &'a ClauseId, hop: &Hop<'a>, is_earlier: bool) -> Kinship<'a> {
    let other = match hop.to {
        End::Clause(other) => Some(other),
        End::AbsentFrom(_) => None,
    };
    let (earlier, later, change) = if is_earlier {
        (Some(id), other, hop.change)
    } else {
        (other, Some(id), reversed(hop.change))
    };
    Kinship {
        earlier,
        later,
        change,
        note: hop.note,
        way: Vec::new(),
    }
}

/// A way through the recorded ties.
#[derive(Debug, Clone, Default)]
struct Way<'a> {
    hops: Vec<Hop<'a>>,
    through: HashSet<&'a PlanId>,
}

impl<'a> Way<'a> {
    /// The clause that it has come to.
    fn clause(&self) -> Option<&'a ClauseId> {
        match self.hops.last()?.to {
            End::Clause(id) => Some(id),
            End::AbsentFrom(_) => None,
        }
    }

    /// The way with a step more, if it goes on there.
    fn onward(&self, hop: Hop<'a>, plan: &'a PlanId) -> Option<Self> {
        let goes = matches!(hop.to, End::Clause(_)) && goes_on(hop.change);
        (goes && !self.through.contains(plan)).then(|| {
            let mut way = self.clone();
            way.hops.push(hop);
            way.through.insert(plan);
            way
        })
    }

    /// How often it turns round in time.
    fn turns(&self) -> usize {
        let pairs = self.hops.iter().zip(self.hops.iter().skip(1));
        pairs.filter(|(a, b)| a.forward != b.forward).count()
    }

    fn from_earlier(self, id: &'a ClauseId) -> Kinship<'a> {
        let way: Vec<_> = self.hops.iter().map(stop).collect();
        Kinship {
            earlier: Some(id),
            later: self.clause(),
            change: all(&way),
            note: None,
            way: inner(way),
        }
    }

    fn from_later(self, id: &'a ClauseId) -> Kinship<'a> {
        // Read backwards: each step leads to where the one before it came from.
        let places = self.hops.iter().map(|hop| stop(hop).to);
        let places: Vec<_> = std::iter::once(None).chain(places).collect();
        let steps = self.hops.iter().zip(&places).rev();
        let way: Vec<_> = steps
            .map(|(hop, to)| Stop {
                change: reversed(hop.change),
                to: *to,
            })
            .collect();
        Kinship {
            earlier: self.clause(),
            later: Some(id),
            change: all(&way),
            note: None,
            way,
        }
    }
}

fn stop<'a>(hop: &Hop<'a>) -> Stop<'a> {
    Stop {
        change: hop.change,
        to: match hop.to {
            End::Clause(id) => Some(id),
            End::AbsentFrom(_) => None,
        },
    }
}

/// What all steps come to.
fn all(way: &[Stop<'_>]) -> Change {
    let steps = way.iter().map(|step| step.change);
    steps.reduce(composed).unwrap_or(Change::Kept)
}

/// The steps without the place that the last one leads to: that is where the way ends.
fn inner(mut way: Vec<Stop<'_>>) -> Vec<Stop<'_>> {
    if let Some(last) = way.last_mut() {
        last.to = None;
    }
    way
}
