//! Labels beside stems. No two overlap, and no stem runs through one.

use crate::order;

/// From a stem to its label.
const BESIDE: f64 = 5.0;
/// Between two labels, and between a label and a stem that is not its own.
const GAP: f64 = 7.0;
/// The height of a line of labels.
pub(super) const LINE: f64 = 19.0;
/// The height of the line with the months.
pub(super) const MONTHS: f64 = 24.0;
/// How wide a label may become where there is room left, tried in this order.
const WIDER: [f64; 4] = [280.0, 220.0, 180.0, 140.0];

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

/// A label that is to find a place.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    /// Where its stem is.
    pub stem: f64,
    /// How wide it is.
    pub width: f64,
    /// Whether it goes first, and is not cut.
    pub is_first: bool,
}

/// Labels beside stems, in at most so many lines between two edges. Those that do not go first may be
/// cut: to the first of `widths`, those that then find no room to the next. Of several ways to go about
/// it the one that finds room for the most is taken.
pub(super) fn labels(
    wanted: &[Wanted],
    lines: usize,
    edges: (f64, f64),
    widths: &[f64],
) -> Vec<Option<Label>> {
    let all = || (0..wanted.len()).collect::<Vec<usize>>();
    let is_later = |at: &usize| wanted.get(*at).is_none_or(|one| !one.is_first);
    let mut first_ones = all();
    order::by_key(&mut first_ones, is_later);
    let mut newest = all();
    newest.reverse();
    order::by_key(&mut newest, is_later);
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
                .map(|(_, one)| if one.is_first { 100 } else { 1 })
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
    fn place(&self, wanted: &[Wanted], order: &[usize], found: &mut [Option<Label>]) {
        // Stem and label of what stands already.
        let mut standing: Vec<(f64, Label)> = wanted
            .iter()
            .zip(found.iter())
            .filter_map(|(one, label)| Some((one.stem, (*label)?)))
            .collect();
        for at in order {
            let (Some(one), Some(place @ None)) = (wanted.get(*at), found.get_mut(*at)) else {
                continue;
            };
            let width = if one.is_first {
                one.width
            } else {
                one.width.min(self.width)
            };
            if let Some(label) = self.find(one.stem, width, &standing) {
                standing.push((one.stem, label));
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
pub(super) fn widen(stems: &[f64], widths: &[f64], edges: (f64, f64), found: &mut [Option<Label>]) {
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
