//! Where everything stands on the drawn timeline, in px. No two labels overlap, and no line runs through
//! one; what finds no room keeps its mark and is named in the lists.

use super::{Bunch, Timeline};
use crate::dossier::{Day, When};

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
/// How wide a label may become where there is room left, tried in this order.
const WIDER: [f64; 4] = [280.0, 220.0, 180.0, 140.0];
/// From a stem to its label.
pub(super) const BESIDE: f64 = 5.0;
/// Between two labels, and between a label and a stem that is not its own.
const GAP: f64 = 7.0;
/// The height of a line of labels.
const LINE: f64 = 19.0;
/// How many lines of labels there are.
const LINES: usize = 10;
/// The height of the line with the months.
const MONTHS: f64 = 24.0;
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
    /// Where the months begin.
    pub months: Vec<(Day, f64)>,
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

/// The side of its stem that a label stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It ends at the stem.
    Left,
    /// It begins at the stem.
    Right,
}

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// Which line, counted from the top.
    pub line: usize,
    /// Its left edge.
    pub from: f64,
    /// Its right edge.
    pub to: f64,
    /// The side of the stem.
    pub side: Side,
}

impl Label {
    /// How high it stands in the drawing.
    pub fn top(&self) -> f64 {
        MONTHS + self.line as f64 * LINE
    }
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
            months: self.days.months().into_iter().map(|m| (m, x(m))).collect(),
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
                (at.x, width.min(most), event.of_plan)
            })
            .collect();
        let edges = (lines.axis - 12.0, lines.width);
        let mut found = labels(&wanted, LINES, edges, &OTHERS);
        let stems: Vec<f64> = placed.iter().map(|event| event.x).collect();
        widen(&stems, &widths, edges, &mut found);
        for (event, label) in placed.iter_mut().zip(found) {
            event.label = label;
        }
        placed
    }
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
    ((start + end) / 2.0, Some((start, end)), from < axis)
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
        .map(|bunch| (bunch, reach(bunch.said, axis, x)))
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
        about: matches!(bunch.said, When::About(_)).then_some((middle - WHISKER, middle + WHISKER)),
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

/// What a mark takes of its row.
fn extent(bunch: &Bunch, middle: f64, span: Option<(f64, f64)>) -> (f64, f64) {
    let reach = if matches!(bunch.said, When::About(_)) {
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
    match rows.find(|(_, end)| **end <= from) {
        Some((row, end)) => {
            *end = to;
            row
        }
        None => {
            ends.push(to);
            ends.len() - 1
        }
    }
}

/// Labels beside stems, in at most so many lines between two edges. Each wanted one says where its stem
/// is, how wide it is, and whether it goes first. Those that do not may be cut: to the first of `widths`,
/// those that then find no room to the next. Of several ways to go about it the one that finds room for
/// the most is taken.
pub(super) fn labels(
    wanted: &[(f64, f64, bool)],
    lines: usize,
    edges: (f64, f64),
    widths: &[f64],
) -> Vec<Option<Label>> {
    let all = || (0..wanted.len()).collect::<Vec<usize>>();
    let is_first = |at: &usize| wanted.get(*at).is_none_or(|(_, _, first)| !first);
    let mut first_ones = all();
    first_ones.sort_by_key(is_first);
    let mut newest = all();
    newest.reverse();
    newest.sort_by_key(is_first);
    let mut best: (usize, Vec<Option<Label>>) = (0, vec![None; wanted.len()]);
    for order in [all(), first_ones, newest] {
        for from_below in [false, true] {
            let mut found = vec![None; wanted.len()];
            for width in widths {
                let room = Room {
                    lines,
                    edges,
                    from_below,
                    width: *width,
                };
                room.place(wanted, &order, &mut found);
            }
            let worth = found
                .iter()
                .zip(wanted)
                .filter(|(label, _)| label.is_some())
                .map(|(_, (_, _, first))| if *first { 100 } else { 1 })
                .sum();
            if worth > best.0 {
                best = (worth, found);
            }
        }
    }
    best.1
}

/// Where labels may stand, and from which side it is filled.
struct Room {
    lines: usize,
    edges: (f64, f64),
    from_below: bool,
    width: f64,
}

impl Room {
    /// Finds a place for each label that has none yet, where there is one.
    fn place(&self, wanted: &[(f64, f64, bool)], order: &[usize], found: &mut [Option<Label>]) {
        // Stem and label of what stands already.
        let mut standing: Vec<(f64, Label)> = wanted
            .iter()
            .zip(found.iter())
            .filter_map(|((stem, ..), label)| Some((*stem, (*label)?)))
            .collect();
        for at in order {
            let (Some((stem, width, is_first)), Some(place @ None)) =
                (wanted.get(*at), found.get_mut(*at))
            else {
                continue;
            };
            let width = if *is_first {
                *width
            } else {
                width.min(self.width)
            };
            if let Some(label) = self.find(*stem, width, &standing) {
                standing.push((*stem, label));
                *place = Some(label);
            }
        }
    }

    fn find(&self, stem: f64, width: f64, standing: &[(f64, Label)]) -> Option<Label> {
        let right = (stem + BESIDE, stem + BESIDE + width, Side::Right);
        let left = (stem - BESIDE - width, stem - BESIDE, Side::Left);
        let mut ways = (0..self.lines).flat_map(|line| {
            let line = if self.from_below {
                self.lines - 1 - line
            } else {
                line
            };
            [right, left].map(|(from, to, side)| Label {
                line,
                from,
                to,
                side,
            })
        });
        ways.find(|label| {
            let (first, last) = self.edges;
            label.from >= first
                && label.to <= last
                && standing
                    .iter()
                    .all(|(other, held)| is_clear(stem, label, *other, held))
        })
    }
}

/// Lets labels that were cut show more of their words where nothing stands in the way.
fn widen(stems: &[f64], widths: &[f64], edges: (f64, f64), found: &mut [Option<Label>]) {
    for at in 0..found.len() {
        let (Some(stem), Some(width), Some(Some(label))) =
            (stems.get(at), widths.get(at), found.get(at))
        else {
            continue;
        };
        let is_free = |wider: &Label| {
            let mut others = stems.iter().zip(found.iter()).enumerate();
            wider.from >= edges.0
                && wider.to <= edges.1
                && others.all(|(other, (held_stem, held))| {
                    let held = held.as_ref().filter(|_| other != at);
                    held.is_none_or(|held| is_clear(*stem, wider, *held_stem, held))
                })
        };
        let mut wider = WIDER.iter().map(|most| {
            let width = width.min(*most).max(label.to - label.from);
            match label.side {
                Side::Left => Label {
                    from: label.to - width,
                    ..*label
                },
                Side::Right => Label {
                    to: label.from + width,
                    ..*label
                },
            }
        });
        let widest = wider.find(is_free);
        if let (Some(widest), Some(place)) = (widest, found.get_mut(at)) {
            *place = Some(widest);
        }
    }
}

/// Whether two labels stand clear of each other, and of each other's stems, which run from their line
/// down.
fn is_clear(stem: f64, label: &Label, other: f64, held: &Label) -> bool {
    let apart = label.from >= held.to + GAP || held.from >= label.to + GAP;
    let crossed = |stem: f64, from: usize, label: &Label| {
        from <= label.line && stem > label.from - GAP && stem < label.to + GAP
    };
    // Two of one day share a stem.
    let is_same = (stem - other).abs() < 0.5;
    (label.line != held.line || apart)
        && (is_same || !crossed(stem, label.line, held) && !crossed(other, held.line, label))
}
