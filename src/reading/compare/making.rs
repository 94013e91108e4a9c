//! A comparison in the making: of plans with hundreds of clauses it takes longer than a hand can wait.

use std::collections::{HashMap, HashSet};

use super::kinship::Ties;
use super::lines::{Draft, Drafted};
use super::{CHANGES, CompareLine, ComparedPlan, Comparison};
use crate::dossier::{Change, ClauseId, Plan, PlanId, RegionId, RegionKind};
use crate::order;
use crate::reading::{Filters, Reader, RegionLine};

/// How many regions are looked at in one step.
const REGIONS: usize = 8;
/// How many lines are written in one step.
const LINES: usize = 2;

/// Begins as two plans, and becomes their comparison.
pub struct Comparing {
    left: PlanId,
    right: PlanId,
    left_is_earlier: bool,
    filters: Filters,
    region: Option<RegionId>,
    /// How many regions were looked at.
    at: usize,
    counted: Vec<(RegionId, [usize; 2])>,
    drafts: Option<Vec<Drafted>>,
    counts: Vec<(Change, usize)>,
    untied: usize,
    lines: Vec<CompareLine>,
    covers: Vec<Vec<RegionLine>>,
}

impl Comparing {
    /// The comparison of two plans; `None` when the dossier does not have both, or they are one.
    pub fn of(
        reader: &Reader<'_>,
        left: &PlanId,
        right: &PlanId,
        filters: &Filters,
        region: Option<&RegionId>,
    ) -> Option<Self> {
        let plans = &reader.dossier.plans;
        let (one, other) = (plans.get(left)?, plans.get(right)?);
        (left != right).then(|| Self {
            left_is_earlier: reader.is_earlier(one, other),
            left: left.clone(),
            right: right.clone(),
            filters: filters.clone(),
            region: region.cloned(),
            at: 0,
            counted: Vec::new(),
            drafts: None,
            counts: Vec::new(),
            untied: 0,
            lines: Vec::new(),
            covers: Vec::new(),
        })
    }

    /// Does some more of it, and says whether there is more. Each step must be given the same reader.
    pub fn step(&mut self, reader: &Reader<'_>) -> bool {
        let regions = &reader.dossier.regions;
        if self.at < regions.places() {
            let some = self.at..self.at + REGIONS;
            for region in regions.part(&some) {
                let counts = reader.counted_of(&region.id, [&self.left, &self.right]);
                self.counted.push((region.id.clone(), counts));
            }
            self.at = some.end;
            return true;
        }
        if self.covers.len() < 2 {
            let side = self.covers.len();
            self.covers.push(self.covered(reader, side));
            return true;
        }
        let Some(drafts) = &self.drafts else {
            self.draft(reader);
            return true;
        };
        let some = drafts.iter().skip(self.lines.len()).take(LINES);
        let lines: Vec<_> = some
            .map(|draft| reader.compare_line(draft, self.left_is_earlier))
            .collect();
        let is_more = self.lines.len() + lines.len() < drafts.len();
        self.lines.extend(lines);
        is_more
    }

    /// The lines before they have words.
    fn draft(&mut self, reader: &Reader<'_>) {
        let plans = &reader.dossier.plans;
        let (Some(left), Some(right)) = (plans.get(&self.left), plans.get(&self.right)) else {
            self.drafts = Some(Vec::new());
            return;
        };
        let ties = Ties::of(reader.dossier);
        let mut drafts = Draft::all(&ties, left, right, self.left_is_earlier);
        let here = self.region.as_ref().map(|region| reader.clauses_at(region));
        drafts.retain(|draft| {
            draft
                .clauses()
                .any(|id| self.takes(reader, here.as_ref(), id))
        });
        let mut of_change: HashMap<Option<Change>, usize> = HashMap::new();
        for draft in &drafts {
            *of_change.entry(draft.change()).or_default() += 1;
        }
        let count = |change| of_change.get(&change).copied().unwrap_or_default();
        self.counts = CHANGES.map(|change| (change, count(Some(change)))).to_vec();
        self.untied = count(None);
        let wanted = &self.filters.changes;
        drafts.retain(|draft| {
            let change = draft.change();
            wanted.is_empty() || change.is_some_and(|change| wanted.contains(&change))
        });
        self.drafts = Some(reader.drafted(&drafts));
    }

    fn takes(&self, reader: &Reader<'_>, here: Option<&HashSet<&ClauseId>>, id: &ClauseId) -> bool {
        let is_here = here.is_none_or(|here| here.contains(id));
        let topic = self.filters.topic.as_ref();
        let is_about = |topic| {
            let at = reader.dossier.clause(id);
            at.is_some_and(|at| reader.is_about(at.clause, topic))
        };
        is_here && topic.is_none_or(is_about)
    }

    /// The regions that the clauses of the plan on one side bear on, the most often named first.
    fn covered(&self, reader: &Reader<'_>, side: usize) -> Vec<RegionLine> {
        use RegionKind::{Country, Group};
        let counts = self.counted.iter();
        let counts = counts.filter_map(|(id, counts)| Some((id, *counts.get(side)?)));
        let mut lines: Vec<RegionLine> = counts
            .filter(|(_, counted)| *counted > 0)
            .filter_map(|(id, counted)| {
                let region = reader.dossier.regions.get(id)?;
                (!matches!(region.kind, Country | Group)).then(|| RegionLine {
                    id: id.clone(),
                    name: reader.say(&region.name),
                    what: reader.say(&region.what),
                    kind: region.kind,
                    counted,
                })
            })
            .collect();
        order::by_key(&mut lines, |line| std::cmp::Reverse(line.counted));
        lines
    }

    /// The comparison, once no step is left.
    pub fn finish(mut self, reader: &Reader<'_>) -> Option<Comparison> {
        let plans = &reader.dossier.plans;
        let (left, right) = (plans.get(&self.left)?, plans.get(&self.right)?);
        let right_covers = self.covers.pop().unwrap_or_default();
        let left_covers = self.covers.pop().unwrap_or_default();
        let plan = |plan: &Plan, covers| ComparedPlan {
            id: plan.id.clone(),
            title: reader.say(&plan.title),
            short: reader.say(&plan.short),
            status: reader.say(&plan.status),
            dated: plan.dated,
            no_text: plan.clauses.is_empty(),
            covers,
        };
        Some(Comparison {
            left: plan(left, left_covers),
            right: plan(right, right_covers),
            left_is_earlier: self.left_is_earlier,
            lines: self.lines,
            counts: self.counts,
            untied: self.untied,
            counted: self.counted,
        })
    }
}

impl Reader<'_> {
    /// How many clauses and parts of each of two plans the map counts for a region.
    fn counted_of(&self, region: &RegionId, plans: [&PlanId; 2]) -> [usize; 2] {
        let mut counts = [0; 2];
        let ties = self.coverage.clauses(region).iter();
        for tie in ties.filter(|tie| tie.reason.counts()) {
            let Some(at) = self.dossier.clause(&tie.id) else {
                continue;
            };
            for (count, plan) in counts.iter_mut().zip(plans) {
                *count += usize::from(at.plan.id == *plan);
            }
        }
        counts
    }
}
