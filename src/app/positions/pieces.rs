//! A table of thousands of marks is not made in one go: what a window can show comes at once, the rest
//! piece by piece, one to a frame.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use crate::reading::{MatterGroup, MatterRow, Positions};

/// How many rows are made at once. The shipped dossier has fewer.
const AT_ONCE: usize = 80;

/// How many rows a piece has at most.
const LARGEST: usize = 24;

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
}

/// All rows, made by `make`.
pub fn view(
    positions: &Arc<Positions>,
    make: impl Fn(&Piece) -> AnyView + Clone + Send + 'static,
) -> Vec<AnyView> {
    let pieces = pieces(positions);
    let at_once = pieces.iter().filter(|piece| piece.from < AT_ONCE).count();
    let there = RwSignal::new(at_once);
    if at_once < pieces.len() {
        grow(there, pieces.len());
    }
    let one = |(index, piece): (usize, Piece)| {
        if index < at_once {
            return make(&piece);
        }
        let make = make.clone();
        let is_there = Memo::new(move |_| there.get() > index);
        (move || is_there.get().then(|| make(&piece))).into_any()
    };
    pieces.into_iter().enumerate().map(one).collect()
}

fn pieces(positions: &Arc<Positions>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (group, rows) in positions
        .groups
        .iter()
        .map(|group| group.rows.len())
        .enumerate()
    {
        for start in (0..rows).step_by(LARGEST) {
            pieces.push(Piece {
                positions: positions.clone(),
                group,
                rows: start..rows.min(start + LARGEST),
                from: from + start,
            });
        }
        from += rows;
    }
    pieces
}

fn grow(there: RwSignal<usize>, all: usize) {
    request_animation_frame(move || {
        // Gone with its table, when that was made anew meanwhile.
        let Some(now) = there.try_get_untracked().map(|now| now + 1) else {
            return;
        };
        there.try_set(now);
        if now < all {
            grow(there, all);
        }
    });
}
