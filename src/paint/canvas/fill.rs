//! Fills polygons by coverage, after the way of Raph Levien's font-rs.

use super::colour::{Colour, over};
use crate::atlas::Point;

/// The columns of a row that edges have passed through.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: usize,
    to: usize,
}

const NO_SPAN: Span = Span {
    from: usize::MAX,
    to: 0,
};

/// How much of each pixel lies to the right of the edges that pass through its row up to there,
/// counted with their direction.
#[derive(Debug)]
pub(super) struct Coverage {
    width: usize,
    /// Two columns more than the picture: an edge deposits beside itself.
    stride: usize,
    height: usize,
    cells: Vec<f32>,
    spans: Vec<Span>,
    /// The rows that edges have passed through.
    rows: Span,
}

impl Coverage {
    pub(super) fn new(width: usize, height: usize) -> Self {
        let mut coverage = Self {
            width: 0,
            stride: 0,
            height: 0,
            cells: Vec::new(),
            spans: Vec::new(),
            rows: NO_SPAN,
        };
        coverage.clear(width, height);
        coverage
    }

    pub(super) fn clear(&mut self, width: usize, height: usize) {
        self.width = width;
        self.height = height;
        self.stride = width + 2;
        self.cells.clear();
        self.cells.resize(self.stride * height, 0.0);
        self.spans.clear();
        self.spans.resize(height, NO_SPAN);
        self.rows = NO_SPAN;
    }

    /// Adds a ring. Its first corner is not said twice.
    pub(super) fn ring(&mut self, ring: &[Point]) {
        let Some(last) = ring.last() else { return };
        let mut from = *last;
        for to in ring {
            self.edge(from, *to);
            from = *to;
        }
    }

    /// Adds an edge: to each row that it passes, what lies to the right of it.
    fn edge(&mut self, from: Point, to: Point) {
        let (low, high, sign) = if from.y < to.y {
            (from, to, 1.0)
        } else {
            (to, from, -1.0)
        };
        let bottom = self.height as f64;
        // The comparison also leaves out what is level or is no number.
        if !(low.y < high.y && high.y > 0.0 && low.y < bottom) {
            return;
        }
        let right = self.width as f64;
        let top = low.y.max(0.0);
        let end = high.y.min(bottom);
        let first = top as usize;
        self.rows.from = self.rows.from.min(first);
        // Most edges of a large layer are short: they stay within a row.
        if low.y >= 0.0 && high.y <= bottom.min((first + 1) as f64) {
            self.rows.to = self.rows.to.max(first + 1);
            let (a, b) = (low.x.clamp(0.0, right), high.x.clamp(0.0, right));
            self.deposit(first, a, b, ((end - top) * sign) as f32);
            return;
        }
        let slope = (high.x - low.x) / (high.y - low.y);
        let last = (end.ceil() as usize).min(self.height);
        self.rows.to = self.rows.to.max(last);
        let mut x = (low.x + slope * (top - low.y)).clamp(0.0, right);
        let mut y = top;
        for row in first..last {
            let below = ((row + 1) as f64).min(end);
            let height = below - y;
            let next = (low.x + slope * (below - low.y)).clamp(0.0, right);
            self.deposit(row, x, next, (height * sign) as f32);
            x = next;
            y = below;
        }
    }

    /// Deposits a piece of an edge that stays within one row: `height` is how much of the row it
    /// spans, with its direction.
    fn deposit(&mut self, row: usize, a: f64, b: f64, height: f32) {
        let (left, right) = if a < b { (a, b) } else { (b, a) };
        let from = left as usize;
        let to = if right <= (from + 1) as f64 {
            from + 1
        } else {
            right.ceil() as usize
        };
        let start = row * self.stride;
        if let Some(span) = self.spans.get_mut(row) {
            span.from = span.from.min(from);
            span.to = span.to.max(to + 1);
        }
        let Some(cells) = self.cells.get_mut(start + from..=start + to) else {
            return;
        };
        if let [first, second] = cells {
            let middle = (f64::midpoint(a, b) - from as f64) as f32;
            *first += height - height * middle;
            *second += height * middle;
            return;
        }
        // Across several pixels: what lies right of the edge grows from one to the next, and each
        // cell holds by how much.
        let (left, right) = (left - from as f64, right - from as f64);
        let steep = f64::from(height) / (right - left);
        let (mut area, mut covered) = (0.0, 0.0);
        for (n, cell) in cells.iter_mut().enumerate() {
            let until = area_right(n as f64 + 1.0, left, right) * steep;
            *cell += (until - area - covered) as f32;
            covered = until - area;
            area = until;
        }
    }

    /// Colours what the rings enclose, and forgets them. Where rings lie on one another every second
    /// layer is empty, whichever way they run.
    #[inline(never)]
    pub(super) fn put(&mut self, pixels: &mut [Colour], fill: Colour) {
        let rows = std::mem::replace(&mut self.rows, NO_SPAN);
        for row in rows.from..rows.to {
            let Some(span) = self.spans.get_mut(row) else {
                break;
            };
            let span = std::mem::replace(span, NO_SPAN);
            if span.from >= span.to {
                continue;
            }
            let start = row * self.stride;
            let cells = self
                .cells
                .get_mut(start + span.from..(start + span.to).min(start + self.stride));
            let line = row * self.width;
            let out = pixels.get_mut(line + span.from.min(self.width)..line + self.width);
            if let (Some(cells), Some(out)) = (cells, out) {
                put_row(cells, out, fill);
            }
        }
    }
}

/// How much of the row up to the column `x` lies right of an edge from `left` to `right`, in units of
/// the edge's steepness.
fn area_right(x: f64, left: f64, right: f64) -> f64 {
    if x <= left {
        0.0
    } else if x <= right {
        (x - left) * (x - left) / 2.0
    } else {
        (right - left) * (right - left) / 2.0 + (x - right) * (right - left)
    }
}

#[inline(never)]
fn put_row(cells: &mut [f32], out: &mut [Colour], fill: Colour) {
    let mut sum = 0.0_f32;
    let mut out = out.iter_mut();
    for cell in cells {
        sum += *cell;
        *cell = 0.0;
        let Some(pixel) = out.next() else { continue };
        let layers = sum.abs();
        let folded = if layers <= 1.0 {
            layers
        } else {
            let rest = layers % 2.0;
            rest.min(2.0 - rest)
        };
        let share = (folded * 255.0 + 0.5) as u8;
        if share > 0 {
            *pixel = over(fill, *pixel, share);
        }
    }
}
