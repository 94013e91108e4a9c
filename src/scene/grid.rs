//! What lies where in the window, in squares of a few px: what a label stands on, and whether it
//! fits into its region, are then questions of counting squares.

use std::ops::Range;

use super::path::{Path, px};
use crate::atlas::{Bounds, Point};

/// The side of a square in px.
pub const CELL: f64 = 3.0;

/// What a square belongs to. The middle of the square decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cover {
    /// No land.
    #[default]
    Sea,
    /// A country of the backdrop, by its place in the atlas.
    Country(u16),
    /// A region, by its place in the view.
    Region(u16),
}

/// The window in squares.
#[derive(Debug, Clone)]
pub struct Grid {
    columns: usize,
    rows: usize,
    cells: Vec<Cover>,
    /// Squares that a heavy line passes through.
    lines: Vec<bool>,
    /// How many squares of one cover follow in a row from each square on, itself among them; empty until
    /// they are counted.
    runs: Vec<usize>,
}

impl Grid {
    /// A window of sea, of this size in px.
    pub fn new(width: f64, height: f64) -> Self {
        let count = |px: f64| (px / CELL).floor().clamp(0.0, 2000.0) as usize;
        let (columns, rows) = (count(width), count(height));
        Self {
            columns,
            rows,
            cells: vec![Cover::Sea; columns * rows],
            lines: vec![false; columns * rows],
            runs: Vec::new(),
        }
    }

    /// Covers the squares whose middle lies in the rings of a path, holes left out.
    pub fn fill(&mut self, path: &Path, cover: Cover) {
        self.runs.clear();
        let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); self.rows];
        for line in path.lines.iter().filter(|line| line.closed) {
            let corners = || line.corners.iter().map(|corner| px(*corner));
            let next = corners().skip(1).chain(corners().take(1));
            for (a, b) in corners().zip(next) {
                let (low, high) = if a.y <= b.y { (a, b) } else { (b, a) };
                let row = |y: f64| (y / CELL - 0.5).ceil().max(0.0) as usize;
                for n in row(low.y)..row(high.y).min(self.rows) {
                    let y = (n as f64 + 0.5) * CELL;
                    let x = low.x + (high.x - low.x) * (y - low.y) / (high.y - low.y);
                    if let Some(row) = crossings.get_mut(n) {
                        row.push(x);
                    }
                }
            }
        }
        let columns = self.columns;
        for (row, mut xs) in crossings.into_iter().enumerate() {
            xs.sort_by(f64::total_cmp);
            for pair in xs.chunks_exact(2) {
                let &[from, to] = pair else { continue };
                let column = |x: f64| ((x / CELL - 0.5).ceil().max(0.0) as usize).min(columns);
                let run = row * columns + column(from)..row * columns + column(to);
                if let Some(run) = self.cells.get_mut(run) {
                    run.fill(cover);
                }
            }
        }
    }

    /// Counts the squares of one cover that follow each other, which makes [`Grid::holds`] many times
    /// as fast.
    pub fn count_runs(&mut self) {
        let mut runs = vec![0; self.cells.len()];
        let rows = self.cells.chunks(self.columns.max(1));
        for (cells, runs) in rows.zip(runs.chunks_mut(self.columns.max(1))) {
            let mut after: Option<(Cover, usize)> = None;
            for (cell, run) in cells.iter().zip(runs).rev() {
                *run = match after {
                    Some((cover, length)) if cover == *cell => length + 1,
                    _ => 1,
                };
                after = Some((*cell, *run));
            }
        }
        self.runs = runs;
    }

    /// Notes the squares that the lines of a path pass through.
    pub fn trace(&mut self, path: &Path) {
        for line in &path.lines {
            let corners = || line.corners.iter().map(|corner| px(*corner));
            let closing = corners().next().filter(|_| line.closed);
            for (a, b) in corners().zip(corners().skip(1).chain(closing)) {
                let steps = (a.distance(b) / CELL).ceil().clamp(1.0, 4000.0) as u32;
                for n in 0..=steps {
                    let t = f64::from(n) / f64::from(steps);
                    let at = Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
                    if let Some(mark) = self.index(at).and_then(|at| self.lines.get_mut(at)) {
                        *mark = true;
                    }
                }
            }
        }
    }

    fn index(&self, at: Point) -> Option<usize> {
        let (x, y) = ((at.x / CELL).floor(), (at.y / CELL).floor());
        let inside = x >= 0.0 && y >= 0.0 && x < self.columns as f64 && y < self.rows as f64;
        inside.then(|| y as usize * self.columns + x as usize)
    }

    /// The squares that a box in px touches, with whether a heavy line passes; squares outside the
    /// window are left out.
    pub fn under(&self, area: &Bounds) -> impl Iterator<Item = (Cover, bool)> {
        let (rows, columns) = self.touched(area);
        rows.flat_map(move |row| {
            let start = row * self.columns;
            let run = start + columns.start..start + columns.end;
            let cells = self.cells.get(run.clone()).unwrap_or_default();
            let lines = self.lines.get(run).unwrap_or_default();
            cells.iter().copied().zip(lines.iter().copied())
        })
    }

    /// The share of a box that lies on `cover`, 0 to 1.
    pub fn share(&self, area: &Bounds, cover: Cover) -> f64 {
        let (mut on, mut all) = (0_u32, 0_u32);
        for (cell, _) in self.under(area) {
            all += 1;
            on += u32::from(cell == cover);
        }
        if all == 0 {
            0.0
        } else {
            f64::from(on) / f64::from(all)
        }
    }

    /// Whether at least a share `need` of a box lies on `cover`. Gives up at the first row with a square
    /// too many that does not: most places that are tried are bad ones.
    pub fn holds(&self, area: &Bounds, cover: Cover, need: f64) -> bool {
        let (rows, columns) = self.touched(area);
        let all = rows.len() * columns.len();
        let mut spare = ((1.0 - need) * all as f64 + 1e-9).floor() as usize;
        all > 0
            && rows.into_iter().all(|row| {
                let start = row * self.columns;
                let off = self.off(start + columns.start..start + columns.end, cover);
                let good = off <= spare;
                spare = spare.saturating_sub(off);
                good
            })
    }

    /// How many squares of a stretch of a row are not of this cover.
    fn off(&self, mut stretch: Range<usize>, cover: Cover) -> usize {
        let mut off = 0;
        while !stretch.is_empty() {
            let run = self.runs.get(stretch.start).copied().unwrap_or(1);
            let run = run.clamp(1, stretch.len());
            if self.cells.get(stretch.start) != Some(&cover) {
                off += run;
            }
            stretch.start += run;
        }
        off
    }

    /// The rows and the columns of squares that a box in px touches.
    fn touched(&self, area: &Bounds) -> (Range<usize>, Range<usize>) {
        let range = |low: f64, high: f64, end: usize| {
            let from = (low / CELL).floor().max(0.0) as usize;
            let to = ((high / CELL).ceil().max(0.0) as usize).min(end);
            from.min(to)..to
        };
        (
            range(area.min.y, area.max.y, self.rows),
            range(area.min.x, area.max.x, self.columns),
        )
    }

    /// Whether a heavy line passes through a box.
    pub fn crossed(&self, area: &Bounds) -> bool {
        self.under(area).any(|(_, line)| line)
    }

    /// How many squares it is from each square to the edge of what it belongs to; 1 at the edge.
    pub fn depths(&self) -> Vec<u16> {
        let mut depth = vec![u16::MAX; self.cells.len()];
        for row in 0..self.rows {
            for column in 0..self.columns {
                let at = row * self.columns + column;
                let left = (column > 0).then(|| at - 1);
                let up = at.checked_sub(self.columns);
                self.relax(&mut depth, at, [left, up]);
            }
        }
        for row in (0..self.rows).rev() {
            for column in (0..self.columns).rev() {
                let at = row * self.columns + column;
                let right = (column + 1 < self.columns).then_some(at + 1);
                // Below the last row there is nothing.
                self.relax(&mut depth, at, [right, Some(at + self.columns)]);
            }
        }
        depth
    }

    fn relax(&self, depth: &mut [u16], at: usize, beside: [Option<usize>; 2]) {
        let own = self.cells.get(at);
        let through = |next: Option<usize>| {
            next.filter(|next| self.cells.get(*next) == own)
                .and_then(|next| depth.get(next))
                .copied()
                .unwrap_or(0)
                .saturating_add(1)
        };
        let [a, b] = beside.map(through);
        if let Some(depth) = depth.get_mut(at) {
            *depth = (*depth).min(a).min(b);
        }
    }
}

/// How many squares it is from each square to the edge of what it belongs to; 1 at the edge.
#[derive(Debug, Clone, Copy)]
pub struct Depths<'a> {
    grid: &'a Grid,
    depth: &'a [u16],
}

impl<'a> Depths<'a> {
    /// What [`Grid::depths`] has found, with its grid.
    pub fn new(grid: &'a Grid, depth: &'a [u16]) -> Self {
        Self { grid, depth }
    }

    /// The middles in px of all squares of a cover, with their depths.
    pub fn of(&self, cover: Cover) -> impl Iterator<Item = (Point, u16)> + use<'a> {
        let columns = self.grid.columns.max(1);
        let cells = self.grid.cells.iter().zip(self.depth).enumerate();
        cells
            .filter(move |(_, (cell, _))| **cell == cover)
            .map(move |(at, (_, depth))| {
                let middle = |n: usize| (n as f64 + 0.5) * CELL;
                (
                    Point::new(middle(at % columns), middle(at / columns)),
                    *depth,
                )
            })
    }

    /// The deepest square of a cover, the first of those that are level.
    pub fn deepest(&self, cover: Cover) -> Option<(Point, u16)> {
        self.of(cover)
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::path::Line;
    use proptest::prelude::*;

    fn square(from: i32, to: i32) -> Path {
        Path {
            lines: vec![Line {
                corners: vec![(from, from), (to, from), (to, to), (from, to)],
                closed: true,
            }],
        }
    }

    #[test]
    fn covers_what_is_inside_and_counts_shares() {
        let mut grid = Grid::new(90.0, 90.0);
        grid.fill(&square(300, 600), Cover::Region(1));
        let square = |x: f64| Bounds::of(Point::new(x, 45.0), Point::new(x + 3.0, 48.0));
        assert!((grid.share(&square(45.0), Cover::Region(1)) - 1.0).abs() < 1e-9);
        assert!((grid.share(&square(18.0), Cover::Sea) - 1.0).abs() < 1e-9);
        assert!(grid.share(&square(200.0), Cover::Sea).abs() < 1e-9);
        let half = Bounds::of(Point::new(15.0, 36.0), Point::new(45.0, 48.0));
        assert!((grid.share(&half, Cover::Region(1)) - 0.5).abs() < 1e-9);
        assert!(grid.holds(&half, Cover::Region(1), 0.5));
        assert!(!grid.holds(&half, Cover::Region(1), 0.51));
        assert!(grid.holds(&square(45.0), Cover::Region(1), 1.0));
        assert!(!grid.holds(&square(200.0), Cover::Sea, 0.0));
    }

    #[test]
    fn the_deepest_square_is_in_the_middle() {
        let mut grid = Grid::new(90.0, 90.0);
        grid.fill(&square(0, 450), Cover::Country(3));
        let depth = grid.depths();
        let depths = Depths::new(&grid, &depth);
        let found = depths.deepest(Cover::Country(3));
        assert_eq!(found, Some((Point::new(22.5, 22.5), 8)));
        assert_eq!(depths.of(Cover::Country(3)).count(), 225);
        assert_eq!(depths.deepest(Cover::Country(4)), None);
    }

    #[test]
    fn heavy_lines_are_noted() {
        let mut grid = Grid::new(90.0, 90.0);
        grid.trace(&square(300, 600));
        assert!(grid.crossed(&Bounds::of(Point::new(28.0, 40.0), Point::new(35.0, 44.0))));
        assert!(!grid.crossed(&Bounds::of(Point::new(40.0, 40.0), Point::new(50.0, 50.0))));
    }

    proptest! {
        #[test]
        fn counted_runs_change_no_answer(
            boxes in prop::collection::vec((0..600_i32, 30..600_i32), 1..6),
            x in -10.0..90.0_f64, y in -10.0..60.0_f64, w in 1.0..50.0_f64, h in 1.0..30.0_f64, need in 0.3..1.0_f64,
        ) {
            let mut grid = Grid::new(100.0, 70.0);
            for (n, (from, side)) in boxes.into_iter().enumerate() {
                grid.fill(&square(from, from + side), Cover::Region(n as u16));
            }
            let area = Bounds::of(Point::new(x, y), Point::new(x + w, y + h));
            let covers = [Cover::Sea, Cover::Region(0), Cover::Region(1)];
            let plain = covers.map(|cover| grid.holds(&area, cover, need));
            let counted = grid.under(&area).filter(|(cover, _)| *cover == Cover::Sea).count();
            let all = grid.under(&area).count();
            let off = (all - counted) as f64;
            prop_assert_eq!(plain[0], all > 0 && off <= ((1.0 - need) * all as f64 + 1e-9).floor());
            grid.count_runs();
            prop_assert_eq!(covers.map(|cover| grid.holds(&area, cover, need)), plain);
        }
    }
}
