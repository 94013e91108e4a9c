//! The days that a dossier can be read as of.

use crate::dossier::{Day, Dossier, PlanKind, When};

/// How many months lie between two that are said, and how long an axis may be for that, in months.
const STEPS: [(i64, i64); 6] = [
    (1, 9),
    (3, 26),
    (12, 150),
    (24, 300),
    (60, 750),
    (120, 1500),
];

/// The days of a dossier: where they begin and end, and on which of them something came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    /// The first day that can be chosen: something was known.
    pub first: Day,
    /// The dossier's own day.
    pub last: Day,
    /// Where a true axis begins: the month of the first plan. What is earlier is gathered before it.
    pub axis: Day,
    /// The days on which something came out, the earliest first.
    pub news: Vec<Day>,
}

impl Days {
    /// The days of a whole dossier.
    pub fn of(dossier: &Dossier) -> Self {
        let last = dossier.manifest.as_of;
        let news = dossier.days_of_news();
        let first = news.first().copied().unwrap_or(last);
        let plans = dossier.plans.iter();
        let plans = plans.filter(|plan| plan.kind == PlanKind::Plan);
        let begun = plans.filter_map(|plan| When::earliest(plan.dated)).min();
        Self {
            first,
            last,
            axis: begun.unwrap_or(first).min(last).month_start(),
            news,
        }
    }

    /// The nearest day that can be chosen.
    pub fn clamp(&self, day: Day) -> Day {
        day.clamp(self.first, self.last)
    }

    /// The last day before this one on which something came out.
    pub fn before(&self, day: Day) -> Option<Day> {
        self.news.iter().rev().find(|news| **news < day).copied()
    }

    /// The next day on which something came out; after the last of them the dossier's own.
    pub fn after(&self, day: Day) -> Option<Day> {
        let next = self.news.iter().find(|news| **news > day).copied();
        next.or_else(|| (day < self.last).then_some(self.last))
    }

    /// How many days the axis is long; at least one.
    pub fn count(&self) -> i64 {
        self.last.days_since(self.axis).max(1)
    }

    /// Where a day stands on the axis: 0 at its beginning, 1 at its end, linear in days.
    pub fn place(&self, day: Day) -> f64 {
        day.days_since(self.axis) as f64 / self.count() as f64
    }

    /// The months that begin on the axis, as dates; on a long axis every third of them, or years, so that
    /// there is room to say them.
    pub fn beginnings(&self) -> Vec<When> {
        let months = self.count() / 30;
        let step = STEPS.iter().find(|(_, most)| months <= *most);
        let step = step.map_or(600, |(step, _)| *step);
        let mut beginnings = Vec::new();
        let mut month = self.axis;
        while month <= self.last {
            let since_zero = i64::from(month.year()) * 12 + i64::from(month.month()) - 1;
            if since_zero % step == 0 {
                beginnings.push(if step < 12 {
                    When::Month(month)
                } else {
                    When::Year(month)
                });
            }
            month = month.plus(31).month_start();
        }
        beginnings
    }
}
