//! A layer as flat arrays.

use std::ops::Range;

use super::grid::Cell;
use super::hit::Index;
use crate::atlas::{Bounds, Point};
use crate::stream::Kind;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One or more points.
    Point,
    /// An open line.
    Line,
    /// A polygon with its holes.
    Area,
}

/// A box on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) min: Cell,
    pub(super) max: Cell,
}

impl Frame {
    pub(super) const EMPTY: Self = Self {
        min: [i32::MAX; 2],
        max: [i32::MIN; 2],
    };

    pub(super) fn take(&mut self, [x, y]: Cell) {
        self.min = [self.min[0].min(x), self.min[1].min(y)];
        self.max = [self.max[0].max(x), self.max[1].max(y)];
    }

    pub(super) fn holds(&self, [x, y]: Cell, around: i32) -> bool {
        let from = |v: i32| v.saturating_sub(around);
        let to = |v: i32| v.saturating_add(around);
        x >= from(self.min[0])
            && x <= to(self.max[0])
            && y >= from(self.min[1])
            && y <= to(self.max[1])
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        let along = |n: usize| -> bool {
            let at = |cell: &Cell| cell.get(n).copied().unwrap_or_default();
            at(&self.min) <= at(&other.max) && at(&self.max) >= at(&other.min)
        };
        along(0) && along(1)
    }
}

/// A polygon with its holes, a line, or a run of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) form: Form,
    pub(super) feature: u32,
    /// The index after its last run.
    pub(super) runs_end: u32,
    pub(super) frame: Frame,
}

/// What a feature says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item<'a> {
    /// Its id, or its number in the file.
    pub id: &'a str,
    /// Its name; empty when it says none.
    pub name: &'a str,
    /// Its class, 0 when it says none.
    pub class: u8,
}

/// Where the words of a feature end, and its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) id_end: u32,
    pub(super) name_end: u32,
    pub(super) class: u8,
}

/// A layer.
#[derive(Debug, Clone, Default)]
pub struct Overlay {
    pub(super) positions: Vec<Cell>,
    /// For each position the level below which it is drawn. Empty where nothing is drawn.
    pub(super) levels: Vec<u8>,
    /// The index after the last position of each run.
    pub(super) runs: Vec<u32>,
    pub(super) pieces: Vec<Piece>,
    pub(super) said: Vec<Said>,
    pub(super) words: String,
    pub(super) index: Index,
}

impl Overlay {
    /// How many features it has.
    pub fn len(&self) -> usize {
        self.said.len()
    }

    /// True without features.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// How many positions it has: what the choice of painter hangs on.
    pub fn positions(&self) -> usize {
        self.positions.len()
    }

    /// The box around it, in metres of the plane.
    pub fn bounds(&self) -> Bounds {
        let mut bounds = Bounds::default();
        for piece in &self.pieces {
            let corner = |cell: Cell| super::grid::plane(cell);
            bounds = bounds.union(Bounds::of(corner(piece.frame.min), corner(piece.frame.max)));
        }
        bounds
    }

    /// What a feature says of itself.
    pub fn item(&self, feature: usize) -> Option<Item<'_>> {
        let said = self.said.get(feature)?;
        let start = match feature.checked_sub(1) {
            Some(before) => self.said.get(before)?.name_end,
            None => 0,
        };
        let words = |from: u32, to: u32| self.words.get(from as usize..to as usize);
        Some(Item {
            id: words(start, said.id_end)?,
            name: words(said.id_end, said.name_end)?,
            class: said.class,
        })
    }

    /// The feature that lies under a point of the plane (metres): of those on top of one another
    /// the one drawn last, points and lines within `tolerance` metres before areas.
    pub fn at(&self, plane: Point, tolerance: f64) -> Option<usize> {
        let around = (tolerance / super::grid::UNIT) as i32;
        super::hit::find(self, super::grid::cell(plane), around)
    }

    /// The runs of a piece: their numbers, and their positions as ranges.
    pub(super) fn runs_of(&self, piece: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
        let first = match piece.checked_sub(1) {
            Some(before) => self.pieces.get(before).map_or(0, |piece| piece.runs_end),
            None => 0,
        };
        let end = self.pieces.get(piece).map_or(first, |piece| piece.runs_end);
        (first as usize..end as usize).map(|run| {
            let start = match run.checked_sub(1) {
                Some(before) => self.runs.get(before).copied().unwrap_or_default(),
                None => 0,
            };
            let end = self.runs.get(run).copied().unwrap_or(start);
            (run, start as usize..end as usize)
        })
    }
}

impl From<Kind> for Form {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Point => Self::Point,
            Kind::Line => Self::Line,
            Kind::Outer | Kind::Hole => Self::Area,
        }
    }
}
