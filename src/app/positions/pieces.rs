//! A table of thousands of marks is not made in one go: what a window can show comes first, some rows in each
//! turn, and what stands far below when it is come to.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use super::super::turns::{Around, later_in, on_sight};
use crate::reading::{MatterGroup, MatterRow, Positions};

/// So many rows are made whether they are seen or not: a search in the page finds them.
const UNSEEN: usize = 72;

/// So many rows are a table that no window shows at once: what is not seen of it waits.
const MANY: usize = 120;

/// So many of those come at once.
const FIRST: usize = 16;

/// How many rows a piece has at most.
const LARGEST: usize = 24;

/// How many rows are made in one turn.
const IN_TURN: usize = 2;

/// How high a row is in about, in px.
const ROW: f64 = 49.0;

/// Some rows of one group.
#[derive(Clone)]
pub struct Piece {
    positions: Arc<Positions>,
    group: usize,
    rows: Range<usize>,
    /// The place of the first row among all.
    pub from: usize,
}

impl Piece {
    /// The table that it is a piece of.
    pub fn positions(&self) -> &Positions {
        &self.positions
    }

    /// The group that its rows are of.
    pub fn group(&self) -> Option<&MatterGroup> {
        self.positions.groups.get(self.group)
    }

    /// Its rows.
    pub fn rows(&self) -> &[MatterRow] {
        let rows = self
            .group()
            .and_then(|group| group.rows.get(self.rows.clone()));
        rows.unwrap_or_default()
    }

    /// Whether the group begins with it.
    pub fn is_first(&self) -> bool {
        self.rows.start == 0
    }

    /// Its rows as `show` shows them, which is given the place of each among them.
    pub fn shown(
        &self,
        around: Around,
        show: impl Fn(&Piece, usize, &MatterRow) -> AnyView + Send + Sync + 'static,
    ) -> Vec<AnyView> {
        let show = Arc::new(show);
        let some = |from: usize| {
            let (piece, show) = (self.clone(), show.clone());
            let make = move || {
                let rows = piece.rows().iter().enumerate().skip(from).take(IN_TURN);
                let rows: Vec<_> = rows.map(|(at, row)| show(&piece, at, row)).collect();
                rows.into_any()
            };
            if from == 0 {
                make()
            } else {
                later_in(around, make)
            }
        };
        (0..self.rows.len()).step_by(IN_TURN).map(some).collect()
    }

    /// The names by which a row is found that is not made yet: its matter, and its place.
    fn names(&self) -> Vec<String> {
        let rows = self.rows().iter().enumerate();
        rows.flat_map(|(at, row)| [row.id.to_string(), name_of(self.from + at)])
            .collect()
    }
}

/// The name of the row in a place.
pub fn name_of(row: usize) -> String {
    format!("row-{row}")
}

/// All rows, made by `make`. What waits for its turn is put into what `around` gives.
pub fn view(
    positions: &Arc<Positions>,
    around: Around,
    make: impl Fn(&Piece) -> AnyView + Clone + Send + 'static,
) -> Vec<AnyView> {
    let is_much = positions.rows().count() > MANY;
    let (largest, unseen) = if is_much {
        (FIRST, FIRST)
    } else {
        (LARGEST, UNSEEN)
    };
    let one = |piece: Piece| {
        let make = make.clone();
        let (from, rows, names) = (piece.from, piece.rows.len(), piece.names());
        let make = move || make(&piece);
        if from == 0 {
            make()
        } else if from < unseen {
            later_in(around, make)
        } else {
            on_sight(rows as f64 * ROW, names, around, make)
        }
    };
    pieces(positions, largest).into_iter().map(one).collect()
}

fn pieces(positions: &Arc<Positions>, largest: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (group, rows) in positions
        .groups
        .iter()
        .map(|group| group.rows.len())
        .enumerate()
    {
        for start in (0..rows).step_by(largest) {
            pieces.push(Piece {
                positions: positions.clone(),
                group,
                rows: start..rows.min(start + largest),
                from: from + start,
            });
        }
        from += rows;
    }
    pieces
}
