//! How the keys go from mark to mark.
//!
//! Only marks can be gone to: a dash has nothing to open. Every row has a mark, so that up and down
//! never skip one: where a row has none in the column, the nearest takes its place, and the column is
//! kept for the next row.

use super::Positions;

/// The marks of a table: for each row the columns that have one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellGrid {
    rows: Vec<Vec<usize>>,
}

/// A way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellMove {
    /// The mark before, in the row.
    Back,
    /// The mark after, in the row.
    Onward,
    /// The row above.
    Up,
    /// The row below.
    Down,
    /// The first of the row.
    RowStart,
    /// The last of the row.
    RowEnd,
    /// The first of all.
    First,
    /// The last of all.
    Last,
}

impl CellGrid {
    /// The marks of a table.
    pub fn of(positions: &Positions) -> Self {
        let marks = positions.rows().map(|row| {
            let cells = row.cells.iter().enumerate();
            let marks = cells.filter(|(_, cell)| cell.mark().is_some());
            marks.map(|(column, _)| column).collect()
        });
        Self {
            rows: marks.collect(),
        }
    }

    /// The first mark of all, as row and column.
    pub fn first(&self) -> Option<(usize, usize)> {
        self.in_row(0, <[usize]>::first)
    }

    /// Where a move leads from a mark, `wanted` being the column that up and down keep to; `None` where it
    /// leads nowhere.
    pub fn go(&self, from: (usize, usize), wanted: usize, way: CellMove) -> Option<(usize, usize)> {
        let (row, column) = from;
        let last = self.rows.len().checked_sub(1)?;
        match way {
            CellMove::Back => self.in_row(row, |c| c.iter().rev().find(|c| **c < column)),
            CellMove::Onward => self.in_row(row, |c| c.iter().find(|c| **c > column)),
            CellMove::Up => self.nearest(row.checked_sub(1)?, wanted),
            CellMove::Down => self.nearest(row + 1, wanted),
            CellMove::RowStart => self.in_row(row, <[usize]>::first),
            CellMove::RowEnd => self.in_row(row, <[usize]>::last),
            CellMove::First => self.first(),
            CellMove::Last => self.in_row(last, <[usize]>::last),
        }
    }

    fn nearest(&self, row: usize, wanted: usize) -> Option<(usize, usize)> {
        self.in_row(row, |c| c.iter().min_by_key(|c| c.abs_diff(wanted)))
    }

    fn in_row(
        &self,
        row: usize,
        pick: impl FnOnce(&[usize]) -> Option<&usize>,
    ) -> Option<(usize, usize)> {
        let column = pick(self.rows.get(row)?)?;
        Some((row, *column))
    }
}
