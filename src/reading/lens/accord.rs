//! Do the parties agree?
//!
//! The rule, from the latest stance of each party on one matter. Silence is no voice.
//!
//! 1. *Contested*: one supports it and another opposes it.
//! 2. *Agreed*: at least two speak, and all who speak support it. One voice alone is no agreement.
//! 3. *Open*: somebody speaks, and it is neither.
//!
//! A region is contested if any matter is, else open if any is, else agreed if any is. Where nobody
//! has spoken, nothing is recorded: that is a value of its own, never agreement.

use crate::dossier::Stance;

/// One matter, or one region. In the order of how contested it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// All who speak, at least two, support it.
    Agreed,
    /// Neither agreed nor contested.
    Open,
    /// One supports it and another opposes it.
    Contested,
}

/// How the matters that bear on a region stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Accord {
    /// How many are agreed.
    pub agreed: usize,
    /// How many are open.
    pub open: usize,
    /// How many are contested.
    pub contested: usize,
}

impl Verdict {
    /// How a matter stands; `None` if nobody has spoken on it.
    pub fn on(stances: &[Stance]) -> Option<Self> {
        let voices = || {
            let spoken = |stance: &&Stance| !matches!(stance, Stance::Silent { .. });
            stances.iter().filter(spoken)
        };
        let supports = voices().filter(|s| **s == Stance::Supports).count();
        let opposes = voices().any(|s| *s == Stance::Opposes);
        match voices().count() {
            0 => None,
            _ if supports > 0 && opposes => Some(Self::Contested),
            all if all > 1 && all == supports => Some(Self::Agreed),
            _ => Some(Self::Open),
        }
    }
}

impl Accord {
    /// The matters of a region, each with the latest stances of those who have one.
    pub fn of<'a>(matters: impl Iterator<Item = &'a [Stance]>) -> Self {
        let mut accord = Self::default();
        for verdict in matters.filter_map(Verdict::on) {
            match verdict {
                Verdict::Agreed => accord.agreed += 1,
                Verdict::Open => accord.open += 1,
                Verdict::Contested => accord.contested += 1,
            }
        }
        accord
    }

    /// The region as a whole; `None` if nothing is recorded.
    pub fn verdict(&self) -> Option<Verdict> {
        match self {
            Self { contested: 1.., .. } => Some(Verdict::Contested),
            Self { open: 1.., .. } => Some(Verdict::Open),
            Self { agreed: 1.., .. } => Some(Verdict::Agreed),
            _ => None,
        }
    }
}
