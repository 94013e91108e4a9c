//! What the reading pane is about.

use crate::dossier::{ClaimId, ClauseId, PartyId, RegionId, SourceId};

/// What the reading pane shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Subject {
    /// The first page.
    #[default]
    Overview,
    /// A region.
    Region(RegionId),
    /// A clause or a part.
    Clause(ClauseId),
    /// A source.
    Source(SourceId),
    /// A party.
    Party(PartyId),
    /// A claim.
    Claim(ClaimId),
    /// Something that no dossier can have, since its id is no id: the words of the address.
    Unknown(String),
}

impl Subject {
    /// For attributes and messages: `region:donetsk`, `clause:p20-12`, `overview`.
    pub fn slug(&self) -> String {
        match self {
            Self::Overview => "overview".to_owned(),
            Self::Region(id) => format!("region:{id}"),
            Self::Clause(id) => format!("clause:{id}"),
            Self::Source(id) => format!("source:{id}"),
            Self::Party(id) => format!("party:{id}"),
            Self::Claim(id) => format!("claim:{id}"),
            Self::Unknown(words) => format!("unknown:{words}"),
        }
    }
}

impl Subject {
    /// The subject that a pair of the address names, if it names one. A value that is no id names
    /// something that no dossier can have.
    pub(super) fn read(name: &str, value: &str) -> Option<Self> {
        let read = match name {
            "region" => value.parse().map(Self::Region),
            "clause" => value.parse().map(Self::Clause),
            "source" => value.parse().map(Self::Source),
            "who" => value.parse().map(Self::Party),
            "claim" => value.parse().map(Self::Claim),
            _ => return None,
        };
        Some(read.unwrap_or_else(|_| Self::Unknown(value.to_owned())))
    }

    /// The pair that the address says it with.
    pub(super) fn pair(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Overview | Self::Unknown(_) => None,
            Self::Region(id) => Some(("region", id.as_str())),
            Self::Clause(id) => Some(("clause", id.as_str())),
            Self::Source(id) => Some(("source", id.as_str())),
            Self::Party(id) => Some(("who", id.as_str())),
            Self::Claim(id) => Some(("claim", id.as_str())),
        }
    }
}
