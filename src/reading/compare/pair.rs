//! Which two plans are compared.

use super::super::Reader;
use crate::dossier::{Dossier, Plan, PlanId, PlanKind, Spoken, When};
use crate::order;

/// Two plans, side by side, in the order in which the reader asked for them.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanPair {
    /// The plan on the left.
    pub left: PlanId,
    /// The plan on the right.
    pub right: PlanId,
    /// What was asked for and is not shown.
    pub refused: Vec<Refused>,
}

/// A plan that was asked for, and why it is not shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// Its short title, or the words of the address if no dossier knows it.
    pub name: Spoken,
    /// Why.
    pub why: Refusal,
}

/// Why a plan cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The dossier has no such plan.
    Unknown,
    /// It came out only later than the day that is shown.
    NotOut(When),
    /// It is a list of what somebody named, and nobody's plan.
    Digest,
    /// It stands on the other side already.
    Same,
}

impl Reader<'_> {
    /// The plans that can be compared, the earliest first. A list is nobody's plan.
    pub fn comparable_plans(&self) -> Vec<&Plan> {
        let plans = self.dossier.plans.iter();
        let mut plans: Vec<_> = plans.filter(|plan| plan.kind == PlanKind::Plan).collect();
        // Stable: plans of one day stay in the dossier's order.
        order::by(&mut plans, |a, b| When::order(Some(a.dated), Some(b.dated)));
        plans
    }

    /// The two plans to compare. Without a wish, or where one cannot be had, the earliest plan that has
    /// a text stands against the dossier's first; `None`: fewer than two plans are out. `whole` is the
    /// dossier as it is on its own day: a plan that is only in that one is not out yet.
    pub fn plan_pair<'p>(
        &self,
        from: Option<&'p PlanId>,
        to: Option<&'p PlanId>,
        whole: &Dossier,
    ) -> Option<PlanPair> {
        let plans = self.comparable_plans();
        let mut refused = Vec::new();
        let mut asked = |id: Option<&'p PlanId>, other: Option<&'p PlanId>| {
            let id = id?;
            let why = self
                .refusal(id, whole)
                .or((other == Some(id)).then_some(Refusal::Same));
            if let Some(why) = why {
                refused.push(Refused {
                    name: self.plan_name(id, whole),
                    why,
                });
            }
            why.is_none().then_some(id)
        };
        let to = asked(to, None);
        let from = asked(from, to);
        let first = Some(&self.dossier.manifest.first_plan);
        let first = first.filter(|id| plans.iter().any(|plan| plan.id == **id));
        let with_text = || plans.iter().filter(|plan| !plan.clauses.is_empty());
        let earliest = with_text().map(|plan| &plan.id);
        let latest = with_text().rev().map(|plan| &plan.id);
        let any = || plans.iter().map(|plan| &plan.id);
        let right = to
            .into_iter()
            .chain(first)
            .chain(latest)
            .chain(any())
            .find(|id| Some(*id) != from)?;
        let left = from
            .into_iter()
            .chain(earliest.take(1))
            .chain(first)
            .chain(any())
            .find(|id| *id != right)?;
        Some(PlanPair {
            left: left.clone(),
            right: right.clone(),
            refused,
        })
    }

    fn refusal(&self, id: &PlanId, whole: &Dossier) -> Option<Refusal> {
        match (self.dossier.plans.get(id), whole.plans.get(id)) {
            (Some(plan), _) if plan.kind == PlanKind::Digest => Some(Refusal::Digest),
            (Some(_), _) => None,
            (None, Some(later)) => Some(Refusal::NotOut(later.dated)),
            (None, None) => Some(Refusal::Unknown),
        }
    }

    fn plan_name(&self, id: &PlanId, whole: &Dossier) -> Spoken {
        match whole.plans.get(id) {
            Some(plan) => self.say(&plan.short),
            None => Spoken {
                words: id.to_string(),
                lang: self.dossier.first_language(),
                translated: false,
            },
        }
    }
}
