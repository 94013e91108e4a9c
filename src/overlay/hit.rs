//! Which feature lies under a point.
//!
//! A coarse table of squares says which pieces could; long lines are cut into blocks whose boxes
//! say whether the point's ray can meet them. A ray runs east from the point. A block that lies
//! wholly to the east is crossed an odd number of times exactly when its ends lie on different
//! sides of the ray, so that its segments need not be looked at one by one.

use super::flat::{Form, Frame, Overlay};
use super::grid::Cell;
use crate::atlas::{Point, to_segment};

/// Segments to a block.
const BLOCK: usize = 64;

/// What makes asking quick.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    frame: Option<Frame>,
    columns: usize,
    rows: usize,
    /// Where the pieces of each square end in `pieces`.
    ends: Vec<u32>,
    pieces: Vec<u32>,
    /// The boxes of the blocks, run after run.
    blocks: Vec<Frame>,
    /// Where the blocks of each run end.
    block_ends: Vec<u32>,
}

/// Works out the index of a layer.
pub(super) fn index(overlay: &Overlay) -> Index {
    let mut frame = Frame::EMPTY;
    for piece in &overlay.pieces {
        frame.take(piece.frame.min);
        frame.take(piece.frame.max);
    }
    if overlay.pieces.is_empty() {
        return Index::default();
    }
    let side = (overlay.pieces.len() as f64)
        .sqrt()
        .ceil()
        .clamp(1.0, 512.0) as usize;
    let mut index = Index {
        frame: Some(frame),
        columns: side,
        rows: side,
        ends: vec![0; side * side],
        ..Index::default()
    };
    index.fill(overlay);
    index.cut(overlay);
    index
}

impl Index {
    /// Counts the pieces of each square, then puts them there, in the order of drawing.
    fn fill(&mut self, overlay: &Overlay) {
        for piece in &overlay.pieces {
            for square in self.squares(&piece.frame) {
                if let Some(count) = self.ends.get_mut(square) {
                    *count += 1;
                }
            }
        }
        let mut total = 0;
        for end in &mut self.ends {
            (total, *end) = (total + *end, total);
        }
        self.pieces = vec![0; total as usize];
        for (at, piece) in overlay.pieces.iter().enumerate() {
            for square in self.squares(&piece.frame) {
                if let Some(end) = self.ends.get_mut(square) {
                    if let Some(slot) = self.pieces.get_mut(*end as usize) {
                        *slot = at as u32;
                    }
                    *end += 1;
                }
            }
        }
    }

    fn cut(&mut self, overlay: &Overlay) {
        let mut start = 0;
        for end in &overlay.runs {
            let run = overlay
                .positions
                .get(start..*end as usize)
                .unwrap_or_default();
            start = *end as usize;
            if run.len() > BLOCK {
                for (block, from) in run.chunks(BLOCK).zip((0..).step_by(BLOCK)) {
                    let mut frame = Frame::EMPTY;
                    // The segment to the next block belongs to this one.
                    let next = run.get(from + BLOCK).or(run.first());
                    for at in block.iter().chain(next) {
                        frame.take(*at);
                    }
                    self.blocks.push(frame);
                }
            }
            self.block_ends.push(self.blocks.len() as u32);
        }
    }

    fn column(&self, [x, y]: Cell) -> Option<(usize, usize)> {
        let frame = self.frame?;
        let place = |v: i32, from: i32, to: i32, count: usize| {
            let share = (i64::from(v) - i64::from(from)) as f64
                / ((i64::from(to) - i64::from(from)).max(1)) as f64;
            ((share * count as f64).max(0.0) as usize).min(count.saturating_sub(1))
        };
        Some((
            place(x, frame.min[0], frame.max[0], self.columns),
            place(y, frame.min[1], frame.max[1], self.rows),
        ))
    }

    /// The squares that a box touches.
    fn squares(&self, frame: &Frame) -> impl Iterator<Item = usize> + use<> {
        let corners = self.column(frame.min).zip(self.column(frame.max));
        let ((left, low), (right, high)) = corners.unwrap_or_default();
        let columns = self.columns;
        (low..=high).flat_map(move |row| (left..=right).map(move |column| row * columns + column))
    }

    /// The pieces that may lie in a box, some of them more than once, in the order of drawing
    /// within each square.
    fn candidates(&self, frame: &Frame) -> impl Iterator<Item = u32> {
        let empty = self.frame.is_none_or(|all| !all.meets(frame));
        let squares = (!empty).then(|| self.squares(frame));
        squares.into_iter().flatten().flat_map(|square| {
            let start = square
                .checked_sub(1)
                .and_then(|before| self.ends.get(before));
            let start = start.copied().unwrap_or_default() as usize;
            let end = self.ends.get(square).copied().unwrap_or_default() as usize;
            self.pieces
                .get(start..end)
                .unwrap_or_default()
                .iter()
                .copied()
        })
    }

    fn blocks_of(&self, run: usize) -> &[Frame] {
        let start = run
            .checked_sub(1)
            .and_then(|before| self.block_ends.get(before));
        let start = start.copied().unwrap_or_default() as usize;
        let end = self.block_ends.get(run).copied().unwrap_or_default() as usize;
        self.blocks.get(start..end).unwrap_or_default()
    }
}

/// The feature at a place; see [`Overlay::at`].
pub(super) fn find(overlay: &Overlay, at: Cell, around: i32) -> Option<usize> {
    let near = Frame {
        min: at.map(|v| v.saturating_sub(around)),
        max: at.map(|v| v.saturating_add(around)),
    };
    let mut best: Option<(bool, u32)> = None;
    for number in overlay.index.candidates(&near) {
        let Some(piece) = overlay.pieces.get(number as usize) else {
            continue;
        };
        let thin = piece.form != Form::Area;
        if best.is_some_and(|known| known >= (thin, number))
            || !piece.frame.holds(at, if thin { around } else { 0 })
        {
            continue;
        }
        let here = if thin {
            distance(overlay, number as usize, at) <= f64::from(around)
        } else {
            is_inside(overlay, number as usize, at)
        };
        if here {
            best = Some((thin, number));
        }
    }
    let (_, piece) = best?;
    Some(overlay.pieces.get(piece as usize)?.feature as usize)
}

fn point([x, y]: Cell) -> Point {
    Point::new(f64::from(x), f64::from(y))
}

/// How far a line or a point is, in units of the grid.
fn distance(overlay: &Overlay, piece: usize, at: Cell) -> f64 {
    let runs = overlay.runs_of(piece);
    runs.map(|(_, range)| {
        let run = overlay.positions.get(range).unwrap_or_default();
        let next = run.iter().skip(1).chain(run.last());
        run.iter()
            .zip(next)
            .map(|(a, b)| to_segment(point(at), point(*a), point(*b)))
            .fold(f64::INFINITY, f64::min)
    })
    .fold(f64::INFINITY, f64::min)
}

/// Whether a place lies in a polygon: whether the ray east of it crosses the rings an odd number
/// of times.
fn is_inside(overlay: &Overlay, piece: usize, at: Cell) -> bool {
    overlay.runs_of(piece).fold(false, |inside, (run, range)| {
        let ring = overlay.positions.get(range).unwrap_or_default();
        inside ^ crosses(ring, overlay.index.blocks_of(run), at)
    })
}

/// Whether the ray crosses a ring an odd number of times.
fn crosses(ring: &[Cell], blocks: &[Frame], at: Cell) -> bool {
    let (Some(first), Some(last)) = (ring.first(), ring.last()) else {
        return false;
    };
    if blocks.is_empty() {
        let pairs = ring.iter().zip(ring.iter().skip(1));
        return pairs.fold(crosses_segment(*last, *first, at), |odd, (a, b)| {
            odd ^ crosses_segment(*a, *b, at)
        });
    }
    let [x, y] = at;
    let mut odd = false;
    for (n, block) in blocks.iter().enumerate() {
        if block.max[0] < x || block.min[1] > y || block.max[1] < y {
            continue;
        }
        let start = n * BLOCK;
        let positions = ring
            .get(start..(start + BLOCK).min(ring.len()))
            .unwrap_or_default();
        let next = ring.get(start + BLOCK).unwrap_or(first);
        let Some(begin) = positions.first() else {
            continue;
        };
        if block.min[0] > x {
            odd ^= (begin[1] <= y) != (next[1] <= y);
        } else {
            let following = positions.iter().skip(1).chain([next]);
            odd ^= positions
                .iter()
                .zip(following)
                .fold(false, |odd, (a, b)| odd ^ crosses_segment(*a, *b, at));
        }
    }
    odd
}

/// Whether the ray east of a place crosses a segment. Exact: on whole numbers nothing is rounded.
fn crosses_segment(a: Cell, b: Cell, [x, y]: Cell) -> bool {
    if (a[1] <= y) == (b[1] <= y) {
        return false;
    }
    if a[0] > x && b[0] > x {
        return true;
    }
    if a[0] < x && b[0] < x {
        return false;
    }
    let wide = |v: i32| i128::from(v);
    let (ax, ay) = (wide(a[0]) - wide(x), wide(a[1]) - wide(y));
    let (bx, by) = (wide(b[0]) - wide(x), wide(b[1]) - wide(y));
    // The turn from a over b to the place; which side that is depends on which way the segment runs.
    let turn = ax * by - bx * ay;
    (turn > 0) == (by > ay) && turn != 0
}
