//! Where everything stands on the drawn timeline, in px. No two labels overlap, and no line runs through
//! one; what finds no room keeps its mark and is named in the lists.

use super::labels::{LINE, Label, MONTHS, Wanted, labels, widen};
use super::{Bunch, Timeline};
use crate::dossier::{Day, When};
use crate::order;

/// How a label is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    /// The size in px.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
}

/// Gives the width of a text in px.
pub type Measure<'a> = &'a dyn Fn(&str, Face) -> f64;

/// How wide the label of a plan's event may be; longer ones are cut by the page.
const FIRST: f64 = 150.0;
/// How wide other labels may be: as wide as this where there is room, else a little less.
const OTHERS: [f64; 2] = [150.0, 100.0];
/// So many events are considered for a label: on the axis of a very large dossier more would find no room.
const MOST: usize = 60;
/// How many lines of labels there are.
const LINES: usize = 10;
/// From the last line of labels to the line of events, and from there to the lanes.
const BELOW: f64 = 16.0;
/// The width and height of a mark with the air around it.
const MARK: f64 = 18.0;
/// What a count adds to its mark.
const COUNT: f64 = 15.0;
/// What the sign of "reported" adds to its mark.
const REPORTED: f64 = 7.0;
/// How far the whisker of "about" reaches to either side: it means no number of days.
pub(super) const WHISKER: f64 = 13.0;
/// Air above and below the marks of a lane.
const PAD: f64 = 8.0;

/// The columns of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lines {
    /// Where the column of what was before begins; the parties' names stand to its left.
    pub before: f64,
    /// Where the axis begins.
    pub axis: f64,
    /// Where the axis ends.
    pub end: f64,
    /// The width of it all.
    pub width: f64,
    /// Whether parties are known by their letters alone.
    pub is_narrow: bool,
}

impl Lines {
    /// The columns in a window of this width. A small window looks at a part of them.
    pub fn of(window: f64) -> Self {
        let is_narrow = window < 700.0;
        let (before, column, least): (f64, f64, f64) = if is_narrow {
            (52.0, 148.0, 900.0)
        } else {
            (148.0, 172.0, 1000.0)
        };
        let width = window.max(least);
        let axis = before + column + 18.0;
        Self {
            before,
            axis,
            end: width - 30.0,
            width,
            is_narrow,
        }
    }
}

/// The drawn timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Its columns.
    pub lines: Lines,
    /// Its height.
    pub height: f64,
    /// The height of the line of events.
    pub events_at: f64,
    /// Where the chosen day stands.
    pub day: f64,
    /// Where the months or years begin that are said on the axis.
    pub months: Vec<(When, f64)>,
    /// The events, in the order of [`Timeline::events`].
    pub events: Vec<PlacedEvent>,
    /// How many of the events before the axis have a line of their own; they are the latest ones.
    pub before: usize,
    /// The lanes, in the order of [`Timeline::lanes`].
    pub lanes: Vec<PlacedLane>,
}

/// An event on the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedEvent {
    /// Where its mark stands: on its day, or in the middle of its time.
    pub x: f64,
    /// From the earliest to the latest day that its date can mean, if these are two.
    pub span: Option<(f64, f64)>,
    /// Its label, if there is room for one.
    pub label: Option<Label>,
}

/// The lane of a party.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedLane {
    /// Its upper edge.
    pub top: f64,
    /// Its height.
    pub height: f64,
    /// What was said before the axis, in the order of [`super::Lane::before`].
    pub before: Vec<(f64, f64)>,
    /// What was said on it, in the order of [`super::Lane::bunches`].
    pub bunches: Vec<PlacedBunch>,
}

/// A mark on the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedBunch {
    /// Its middle: on its day, or in the middle of its time.
    pub x: f64,
    /// Its middle, from the top of the drawing.
    pub y: f64,
    /// The whisker of "about".
    pub about: Option<(f64, f64)>,
    /// From the earliest to the latest day that its date can mean, if these are two.
    pub span: Option<(f64, f64)>,
    /// True when the time began before the axis does.
    pub is_cut: bool,
}

impl Timeline {
    /// The drawing for a window of this width.
    pub fn chart(&self, window: f64, measure: Measure<'_>) -> Chart {
        let lines = Lines::of(window);
        let x = |day: Day| lines.axis + self.days.place(day) * (lines.end - lines.axis);
        let events = self.place_events(lines, &x, measure);
        let used = events.iter().filter_map(|event| event.label);
        let used = used.map(|label| label.line + 1).max().unwrap_or_default();
        let used = used.max(self.before.len().min(LINES));
        let events_at = MONTHS + used as f64 * LINE + BELOW;
        let mut top = events_at + BELOW;
        let mut lanes = Vec::new();
        for lane in &self.lanes {
            let placed = place_lane(lane, top, lines, self.days.axis, &x);
            top += placed.height;
            lanes.push(placed);
        }
        Chart {
            lines,
            height: top,
            events_at,
            day: x(self.day).max(lines.axis),
            months: {
                let months = self.days.beginnings().into_iter();
                months
                    .filter_map(|when| Some((when, x(when.earliest()?))))
                    .collect()
            },
            events,
            before: self.before.len().min(used),
            lanes,
        }
    }

    fn place_events(
        &self,
        lines: Lines,
        x: &impl Fn(Day) -> f64,
        measure: Measure<'_>,
    ) -> Vec<PlacedEvent> {
        let mut placed: Vec<PlacedEvent> = self
            .events
            .iter()
            .map(|event| {
                let (middle, span, _) = reach(event.at, self.days.axis, x);
                PlacedEvent {
                    x: middle,
                    span,
                    label: None,
                }
            })
            .collect();
        let widths: Vec<f64> = self
            .events
            .iter()
            .map(|event| {
                let face = Face {
                    size: 11.5,
                    bold: event.of_plan,
                };
                measure(&event.title.words, face) + 2.0
            })
            .collect();
        let wanted = self.events.iter().zip(&placed).zip(&widths);
        let wanted: Vec<_> = wanted
            .map(|((event, at), width)| {
                let most = if event.of_plan { FIRST } else { *width };
                Wanted {
                    stem: at.x,
                    width: width.min(most),
                    is_first: event.of_plan,
                }
            })
            .collect();
        let some = considered(&wanted);
        let pick = |all: &[f64]| -> Vec<f64> {
            some.iter().filter_map(|at| all.get(*at).copied()).collect()
        };
        let stems: Vec<f64> = placed.iter().map(|event| event.x).collect();
        let (stems, widths) = (pick(&stems), pick(&widths));
        let wanted: Vec<Wanted> = some
            .iter()
            .filter_map(|at| wanted.get(*at).copied())
            .collect();
        let edges = (lines.axis - 12.0, lines.width);
        let mut found = labels(&wanted, LINES, edges, &OTHERS);
        widen(&stems, &widths, edges, &mut found);
        for (at, label) in some.into_iter().zip(found) {
            if let Some(event) = placed.get_mut(at) {
                event.label = label;
            }
        }
        placed
    }
}

/// The events that may have a label, in their order: those that go first, and the latest of the others.
fn considered(wanted: &[Wanted]) -> Vec<usize> {
    let (first, others): (Vec<usize>, Vec<usize>) =
        (0..wanted.len()).partition(|at| wanted.get(*at).is_some_and(|one| one.is_first));
    let most = MOST.saturating_sub(first.len());
    let from = others.len().saturating_sub(most);
    let mut some = first;
    some.extend(others.into_iter().skip(from));
    order::by(&mut some, usize::cmp);
    some
}

/// Where the middle of a date stands, its span if it has one, and whether that began before the axis.
fn reach(when: When, axis: Day, x: &impl Fn(Day) -> f64) -> (f64, Option<(f64, f64)>, bool) {
    let (Some(from), Some(to)) = (when.earliest(), when.latest()) else {
        return (x(axis), None, false);
    };
    let (start, end) = (x(from.max(axis)), x(to));
    if from == to {
        return (end, None, false);
    }
    (start.midpoint(end), Some((start, end)), from < axis)
}

fn place_lane(
    lane: &super::Lane,
    top: f64,
    lines: Lines,
    axis: Day,
    x: &impl Fn(Day) -> f64,
) -> PlacedLane {
    // Days first, so that a long time, which is set below, pushes no day down.
    let at: Vec<_> = lane
        .bunches
        .iter()
        .map(|bunch| match bunch.over {
            // Its time is no date that could be drawn.
            Some((from, to)) => (bunch, (x(from.max(axis)).midpoint(x(to)), None, false)),
            None => (bunch, reach(bunch.said, axis, x)),
        })
        .collect();
    let mut ends: Vec<f64> = Vec::new();
    let mut rows = vec![0; at.len()];
    for is_long in [false, true] {
        let first = if is_long { ends.len() } else { 0 };
        for ((bunch, (middle, span, _)), row) in at.iter().zip(&mut rows) {
            let is_own = span.is_some_and(|(from, to)| to - from > 2.0 * MARK) == is_long;
            if is_own {
                let (from, to) = extent(bunch, *middle, *span);
                *row = take_row(&mut ends, first, from, to);
            }
        }
    }
    let count = ends.len().max(1);
    let y = |row: usize| top + PAD + (row as f64 + 0.5) * MARK;
    let bunches = at.iter().zip(rows);
    let bunches = bunches.map(|((bunch, (middle, span, is_cut)), row)| PlacedBunch {
        x: *middle,
        y: y(row),
        about: is_about(bunch).then_some((middle - WHISKER, middle + WHISKER)),
        span: *span,
        is_cut: *is_cut,
    });
    let mut left = lines.before + 8.0 + MARK / 2.0;
    let before = lane.before.iter().map(|bunch| {
        let here = left;
        left += MARK + 3.0 + trail(bunch);
        (here, y(0))
    });
    PlacedLane {
        top,
        height: count as f64 * MARK + 2.0 * PAD,
        before: before.collect(),
        bunches: bunches.collect(),
    }
}

fn is_about(bunch: &Bunch) -> bool {
    bunch.over.is_none() && matches!(bunch.said, When::About(_))
}

/// What a mark takes of its row.
fn extent(bunch: &Bunch, middle: f64, span: Option<(f64, f64)>) -> (f64, f64) {
    let reach = if is_about(bunch) {
        WHISKER + 1.0
    } else {
        MARK / 2.0
    };
    let (from, to) = span.unwrap_or((middle, middle));
    (
        (middle - reach).min(from - 2.0),
        (middle + reach + trail(bunch)).max(to + 2.0),
    )
}

/// What stands after a mark: how many claims it is, and that they are reported.
fn trail(bunch: &Bunch) -> f64 {
    let count = if bunch.claims.len() > 1 { COUNT } else { 0.0 };
    let reported = if bunch.reported { REPORTED } else { 0.0 };
    count + reported
}

/// The first row from `first` on whose last mark has ended.
fn take_row(ends: &mut Vec<f64>, first: usize, from: f64, to: f64) -> usize {
    let mut rows = ends.iter_mut().enumerate().skip(first);
    if let Some((row, end)) = rows.find(|(_, end)| **end <= from) {
        *end = to;
        row
    } else {
        ends.push(to);
        ends.len() - 1
    }
}
