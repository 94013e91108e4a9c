//! What the page around a frame may ask of it.

use super::Theme;
use crate::dossier::{ClauseId, Lang, RegionId};

/// How long a word of a command may be, in bytes.
const LONGEST: usize = 64;

/// Something that the page around asks for. That a dossier has the region or the clause is for the one
/// who carries it out to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Other colours.
    Theme(Theme),
    /// Another language.
    Lang(Lang),
    /// To a region.
    Region(RegionId),
    /// To a clause.
    Clause(ClauseId),
}

impl Command {
    /// The command that a message's type and value are; `None` for everything else, which is to be
    /// ignored.
    pub fn read(kind: &str, value: &str) -> Option<Self> {
        if value.len() > LONGEST {
            return None;
        }
        match kind {
            "theme" => Theme::named(value).map(Self::Theme),
            "lang" => Some(Self::Lang(Lang::from(value))),
            "region" => value.parse().ok().map(Self::Region),
            "clause" => value.parse().ok().map(Self::Clause),
            _ => None,
        }
    }
}
