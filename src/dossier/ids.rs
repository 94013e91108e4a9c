//! Ids: one newtype per kind of record, so that a claim's id cannot be looked up among regions.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use thiserror::Error;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "`{0}` is not an id; use lower-case letters, digits and single hyphens, such as `donetsk` or `p20-12`"
)]
pub struct BadId(
    /// The text that was found.
    pub String,
);

/// Says whether `text` may stand as an id: lower-case ASCII letters, digits and inner hyphens.
///
/// Ids end up in addresses (`#region=donetsk`), attributes and file names, so the alphabet is
/// one that none of these need to escape.
fn is_id(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
        #[serde(try_from = "String")]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as written in the dossier.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;
            fn try_from(text: String) -> Result<Self, BadId> {
                if is_id(&text) { Ok(Self(text.into())) } else { Err(BadId(text)) }
            }
        }

        impl std::str::FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                Self::try_from(text.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Names a plan.
    PlanId
);
id!(
    /// Names a clause, or a part of one.
    ClauseId
);
id!(
    /// Names one of the rival texts of a clause.
    VariantId
);
id!(
    /// Names a topic.
    TopicId
);
id!(
    /// Names a matter.
    MatterId
);
id!(
    /// Names a party.
    PartyId
);
id!(
    /// Names a speaker.
    SpeakerId
);
id!(
    /// Names a claim.
    ClaimId
);
id!(
    /// Names a region.
    RegionId
);
id!(
    /// Names what a clause does to a place.
    EffectId
);
id!(
    /// Names a source.
    SourceId
);
id!(
    /// Names an event.
    EventId
);
id!(
    /// Names an open question.
    QuestionId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_alphabet_of_addresses_and_nothing_else() {
        for good in ["donetsk", "p20-14a", "s01", "2014"] {
            assert!(good.parse::<RegionId>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "Donetsk",
            "a b",
            "-a",
            "a-",
            "a--b",
            "a&b",
            "донецьк",
            "a/b",
        ] {
            assert!(bad.parse::<RegionId>().is_err(), "{bad}");
        }
    }
}
