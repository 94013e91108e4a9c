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

use crate::order;
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
        let down = earlier_ids
            .iter()
            .flat_map(|id| self.from(id, (earlier, later), true));
        let up = later_ids
            .iter()
            .flat_map(|id| self.from(id, (later, earlier), false));
        let mut found: Vec<Kinship<'a>> = Vec::new();
        for tie in down.chain(up) {
            let same = |one: &Kinship<'_>| (one.earlier, one.later) == (tie.earlier, tie.later);
            if !found.iter().any(same) {
                found.push(tie);
            }
        }
        found
    }

    /// All ties of a clause of one plan to another plan.
    fn from(
        &self,
        id: &'a ClauseId,
        (own, goal): (&PlanId, &PlanId),
        is_earlier: bool,
    ) -> Vec<Kinship<'a>> {
        let direct = self.direct(id, goal);
        if direct.is_empty() {
            let ways = self.ways(id, own, goal).into_iter();
            return ways.map(|way| way.tie(id, is_earlier)).collect();
        }
        let direct = direct.iter();
        direct.map(|hop| recorded(id, hop, is_earlier)).collect()
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
                order::by_key(&mut arrived, Way::turns);
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

    /// The tie that it comes to, for the clause where it begins.
    fn tie(&self, id: &'a ClauseId, is_earlier: bool) -> Kinship<'a> {
        let mut way: Vec<_> = self.hops.iter().map(stop).collect();
        if let Some(last) = way.last_mut() {
            // That is where the way ends.
            last.to = None;
        }
        let (mut earlier, mut later) = (Some(id), self.clause());
        if !is_earlier {
            std::mem::swap(&mut earlier, &mut later);
            way = backwards(&way);
        }
        let steps = way.iter().map(|step| step.change);
        Kinship {
            earlier,
            later,
            change: steps.reduce(composed).unwrap_or(Change::Kept),
            note: None,
            way,
        }
    }
}

/// The same steps from the other end: each leads to where the one before it came from.
fn backwards<'a>(way: &[Stop<'a>]) -> Vec<Stop<'a>> {
    let from = std::iter::once(None).chain(way.iter().map(|step| step.to));
    let mut back: Vec<_> = way
        .iter()
        .zip(from)
        .map(|(step, to)| Stop {
            change: reversed(step.change),
            to,
        })
        .collect();
    back.reverse();
    back
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
