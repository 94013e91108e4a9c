//! The strip of days along the foot of the map.

use crate::order;
use std::collections::BTreeMap;

use super::super::{Days, Reader};
use super::labels::{Wanted, labels};
use super::layout::{Face, Measure};
use super::{Label, dated, is_before};
use crate::dossier::{Claim, Day, PlanId, PlanKind, RegionId, Spoken, When};
use crate::reading::Filters;

/// How many claims of each day are known, and when the plans came out.
#[derive(Debug, Clone, PartialEq)]
pub struct DayStrip {
    /// A bar for each day with claims, the earliest first.
    pub bars: Vec<StripBar>,
    /// The most claims of one day.
    pub most: usize,
    /// The plans on the axis, the earliest first.
    pub plans: Vec<StripPlan>,
}

/// The claims of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct StripBar {
    /// The day; of a longer time, the middle one.
    pub day: Day,
    /// How many.
    pub count: usize,
}

/// A plan on the strip.
#[derive(Debug, Clone, PartialEq)]
pub struct StripPlan {
    /// The plan.
    pub id: PlanId,
    /// Its short title.
    pub title: Spoken,
    /// When it was out.
    pub day: Day,
}

impl Reader<'_> {
    /// The strip of the reader's dossier.
    pub fn day_strip(&self, days: &Days, filters: &Filters, region: Option<&RegionId>) -> DayStrip {
        let mut making = Stripping::of(days, filters, region);
        while making.step(self) {}
        making.finish(self)
    }
}

/// How many claims are looked at in one step.
const STEP: usize = 64;

/// A strip in the making: of ten thousand claims it takes longer than a hand can wait.
pub struct Stripping {
    days: Days,
    filters: Filters,
    region: Option<RegionId>,
    at: usize,
    counts: BTreeMap<Day, usize>,
}

impl Stripping {
    /// The strip of what is asked for.
    pub fn of(days: &Days, filters: &Filters, region: Option<&RegionId>) -> Self {
        Self {
            days: days.clone(),
            filters: filters.clone(),
            region: region.cloned(),
            at: 0,
            counts: BTreeMap::new(),
        }
    }

    /// Looks at some more claims, and says whether there are more. Each step must be given the same reader.
    pub fn step(&mut self, reader: &Reader<'_>) -> bool {
        let (found, is_more) = reader.some_claims(self.region.as_ref(), self.at, STEP);
        self.at += STEP;
        let found = found.into_iter();
        let asked = found.filter(|claim| reader.is_asked_for(claim, &self.filters));
        for day in asked.filter_map(|claim| point_of(claim, &self.days)) {
            *self.counts.entry(day).or_default() += 1;
        }
        is_more
    }

    /// The strip, once no step is left.
    pub fn finish(self, reader: &Reader<'_>) -> DayStrip {
        let plans = reader.dossier.plans.iter();
        let mut plans: Vec<StripPlan> = plans
            .filter(|plan| plan.kind == PlanKind::Plan)
            .filter_map(|plan| {
                Some(StripPlan {
                    id: plan.id.clone(),
                    title: reader.say(&plan.short),
                    day: When::latest(plan.dated)?,
                })
            })
            .filter(|plan| plan.day >= self.days.axis)
            .collect();
        order::by_key(&mut plans, |plan| plan.day);
        DayStrip {
            most: self.counts.values().copied().max().unwrap_or_default(),
            bars: self
                .counts
                .into_iter()
                .map(|(day, count)| StripBar { day, count })
                .collect(),
            plans,
        }
    }
}

/// The day of a claim on the axis. What may be any day of a month or more has none.
fn point_of(claim: &Claim, days: &Days) -> Option<Day> {
    let (said, (from, to)) = dated(claim.said)?;
    let is_short = to.days_since(from) < 7;
    (is_short && !is_before(said, days)).then_some(to)
}

impl DayStrip {
    /// The plans' titles in one line of this width, as many as there is room for; the order of
    /// [`Self::plans`]. `first` is preferred.
    pub fn labels(
        &self,
        days: &Days,
        width: f64,
        first: Option<&PlanId>,
        measure: Measure<'_>,
    ) -> Vec<Option<Label>> {
        let wanted: Vec<_> = self
            .plans
            .iter()
            .map(|plan| {
                let face = Face {
                    size: 11.0,
                    bold: false,
                };
                let words = measure(&plan.title.words, face) + 2.0;
                Wanted {
                    stem: days.place(plan.day) * width,
                    width: words,
                    is_first: first == Some(&plan.id),
                }
            })
            .collect();
        labels(&wanted, 1, (0.0, width), &[width])
    }
}
