//! Which nodes are still there, and which of them a triangle holds.

use super::measure::turn;
use super::shape::Nodes;
use super::{Bounds, Point, Sink};

/// Nodes in the cells of an even grid over the plane. A node that goes leaves its cell, so that a
/// question costs what is still there.
pub(super) struct Present {
    there: Vec<bool>,
    corner: Point,
    /// The side of a cell, in metres of the plane.
    side: f64,
    columns: usize,
    rows: usize,
    /// Where each cell begins in `held`; the next one begins where it ends.
    starts: Vec<usize>,
    /// How many nodes each cell still holds: these come first.
    counts: Vec<usize>,
    held: Vec<u32>,
}

impl Present {
    /// All nodes, about two to a cell.
    pub(super) fn all(nodes: &Nodes) -> Self {
        let count = nodes.len();
        let mut bounds = Bounds::default();
        for node in 0..count {
            bounds.point(nodes.plane(node as u32));
        }
        let cells = (count / 2).max(1) as f64;
        let area = (bounds.width() * bounds.height()).max(1.0);
        let longest = bounds.width().max(bounds.height()).max(1.0);
        // All nodes in one line would make endless columns of squares.
        let side = (area / cells).sqrt().max(longest / cells);
        let mut present = Self {
            there: vec![true; count],
            corner: bounds.min,
            side,
            columns: (bounds.width() / side) as usize + 1,
            rows: (bounds.height() / side) as usize + 1,
            starts: Vec::new(),
            counts: Vec::new(),
            held: vec![0; count],
        };
        present.fill(nodes);
        present
    }

    fn fill(&mut self, nodes: &Nodes) {
        let cells: Vec<usize> = (0..self.there.len())
            .map(|node| self.cell(nodes.plane(node as u32)))
            .collect();
        self.counts = vec![0; self.columns * self.rows];
        for cell in &cells {
            if let Some(count) = self.counts.get_mut(*cell) {
                *count += 1;
            }
        }
        self.starts = self
            .counts
            .iter()
            .scan(0, |next, count| {
                let start = *next;
                *next += count;
                Some(start)
            })
            .collect();
        self.counts.fill(0);
        for (node, cell) in cells.iter().enumerate() {
            if let (Some(start), Some(count)) = (self.starts.get(*cell), self.counts.get_mut(*cell))
                && let Some(slot) = self.held.get_mut(start + *count)
            {
                *slot = node as u32;
                *count += 1;
            }
        }
    }

    fn step(&self, from: f64, to: f64, most: usize) -> usize {
        (((to - from) / self.side).max(0.0) as usize).min(most.saturating_sub(1))
    }

    fn cell(&self, at: Point) -> usize {
        let column = self.step(self.corner.x, at.x, self.columns);
        self.step(self.corner.y, at.y, self.rows) * self.columns + column
    }

    fn in_cell(&self, cell: usize) -> &[u32] {
        let found = self.starts.get(cell).zip(self.counts.get(cell));
        found
            .and_then(|(start, count)| self.held.get(*start..start + count))
            .unwrap_or_default()
    }

    /// Whether a node is still there.
    pub(super) fn has(&self, node: u32) -> bool {
        self.there.get(node as usize) == Some(&true)
    }

    /// Takes a node away.
    pub(super) fn remove(&mut self, nodes: &Nodes, node: u32) {
        let cell = self.cell(nodes.plane(node));
        let at = self.in_cell(cell).iter().position(|held| *held == node);
        if let (Some(at), Some(start), Some(count)) =
            (at, self.starts.get(cell), self.counts.get_mut(cell))
        {
            *count -= 1;
            self.held.swap(start + at, start + *count);
        }
        if let Some(there) = self.there.get_mut(node as usize) {
            *there = false;
        }
    }

    /// A node that lies in the triangle of three others or on its edge, if there is one.
    pub(super) fn within(&self, nodes: &Nodes, corners: [u32; 3]) -> Option<u32> {
        let [p, q, r] = corners.map(|node| nodes.plane(node));
        let mut bounds = Bounds::of(p, q);
        bounds.point(r);
        let columns = self.step(self.corner.x, bounds.min.x, self.columns)
            ..=self.step(self.corner.x, bounds.max.x, self.columns);
        let mut rows = self.step(self.corner.y, bounds.min.y, self.rows)
            ..=self.step(self.corner.y, bounds.max.y, self.rows);
        rows.find_map(|row| {
            columns.clone().find_map(|column| {
                let nearby = self.in_cell(row * self.columns + column).iter().copied();
                let mut others = nearby.filter(|node| !corners.contains(node));
                others.find(|node| {
                    let at = nodes.plane(*node);
                    bounds.contains(at) && holds([p, q, r], at)
                })
            })
        })
    }
}

/// Whether a point that lies in the box around a triangle lies in the triangle or on its edge.
/// Exact, also for a triangle that is all but flat.
fn holds([p, q, r]: [Point; 3], at: Point) -> bool {
    let turns = [turn(p, q, at), turn(q, r, at), turn(r, p, at)];
    !(turns.iter().any(|turn| *turn > 0.0) && turns.iter().any(|turn| *turn < 0.0))
}
