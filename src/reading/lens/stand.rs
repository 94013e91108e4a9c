//! Where does one party stand?
//!
//! A party may support one matter and oppose another of the same region. That is a mix and is
//! called one: no stance wins over the others. Having been asked without commenting is a
//! stance (silent); having no claim recorded is none.

use crate::dossier::Stance;

/// How many matters of a region a party takes each stance on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stand {
    /// For it.
    pub supports: usize,
    /// For it, if something else happens.
    pub conditional: usize,
    /// Against it.
    pub opposes: usize,
    /// Undecided.
    pub open: usize,
    /// Asked, and has not commented.
    pub silent: usize,
}

/// A stand in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shade {
    /// No claim is recorded.
    Unrecorded,
    /// For every matter it speaks on.
    Supports,
    /// For every one, if something else happens.
    Conditional,
    /// Against every one.
    Opposes,
    /// Undecided on every one.
    Open,
    /// Silent on every one it was asked about.
    Silent,
    /// Not the same on all.
    Mixed,
}

impl Stand {
    /// The stances of one party, one for each matter.
    pub fn of(stances: impl Iterator<Item = Stance>) -> Self {
        let mut stand = Self::default();
        for stance in stances {
            *match stance {
                Stance::Supports => &mut stand.supports,
                Stance::Conditional => &mut stand.conditional,
                Stance::Opposes => &mut stand.opposes,
                Stance::Open => &mut stand.open,
                Stance::Silent { .. } => &mut stand.silent,
            } += 1;
        }
        stand
    }

    /// The stances that occur, each with the number of matters, in the order of the type.
    pub fn parts(&self) -> impl Iterator<Item = (Shade, usize)> {
        [
            (Shade::Supports, self.supports),
            (Shade::Conditional, self.conditional),
            (Shade::Opposes, self.opposes),
            (Shade::Open, self.open),
            (Shade::Silent, self.silent),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
    }

    /// The stand in one word.
    pub fn shade(&self) -> Shade {
        let mut parts = self.parts();
        match (parts.next(), parts.next()) {
            (None, _) => Shade::Unrecorded,
            (Some((shade, _)), None) => shade,
            _ => Shade::Mixed,
        }
    }
}
