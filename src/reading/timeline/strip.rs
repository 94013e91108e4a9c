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
        let mut counts: BTreeMap<Day, usize> = BTreeMap::new();
        for day in self
            .claims_asked_for(filters, region)
            .into_iter()
            .filter_map(|claim| point_of(claim, days))
        {
            *counts.entry(day).or_default() += 1;
        }
        let plans = self.dossier.plans.iter();
        let mut plans: Vec<StripPlan> = plans
            .filter(|plan| plan.kind == PlanKind::Plan)
            .filter_map(|plan| {
                Some(StripPlan {
                    id: plan.id.clone(),
                    title: self.say(&plan.short),
                    day: When::latest(plan.dated)?,
                })
            })
            .filter(|plan| plan.day >= days.axis)
            .collect();
        order::by_key(&mut plans, |plan| plan.day);
        DayStrip {
            most: counts.values().copied().max().unwrap_or_default(),
            bars: counts
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
