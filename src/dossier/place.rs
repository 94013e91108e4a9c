//! Regions: places with an id, whether or not they can be drawn.

use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

use super::record::records;
use super::{Lang, PartyId, RegionId, SourceId, Text};

/// A place with an id.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Its id, such as `donetsk`.
    pub id: RegionId,
    /// Its name in the languages of the interface.
    pub name: Text,
    /// A short name for the map, where the full one is too long.
    #[serde(default)]
    pub short: Text,
    /// Its name in the place's own language.
    #[serde(default)]
    pub local: Option<LocalName>,
    /// Other names and spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What sort of place it is.
    pub kind: RegionKind,
    /// The same in words: "oblast", "city with special status".
    pub what: Text,
    /// A public code, such as `UA-14`.
    #[serde(default)]
    pub code: Option<String>,
    /// The places that it lies in, the nearest first.
    #[serde(default)]
    pub within: Vec<RegionId>,
    /// Its outline, its members, or why it has neither.
    pub ground: Ground,
    /// What is to be known of its status.
    #[serde(default)]
    pub status: Option<Statement>,
    /// What is to be known of its name.
    #[serde(default)]
    pub name_note: Text,
    /// Who claims sovereignty over it against its recognised status.
    #[serde(default)]
    pub claimed_by: Vec<SovereigntyClaim>,
    /// What named sources say that a place without an outline means.
    #[serde(default)]
    pub readings: Vec<PlaceReading>,
}

/// A name in a place's own language.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalName {
    /// The language.
    pub lang: Lang,
    /// The name.
    pub name: String,
}

/// What sort of place a region is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RegionKind {
    /// A state.
    Country,
    /// A first-level unit of a state.
    Unit,
    /// A set of regions under one name.
    Group,
    /// A town.
    City,
    /// A power plant.
    Plant,
    /// Another site: a dam, a port.
    Site,
    /// A stretch of land that is no unit.
    Area,
    /// A river.
    River,
    /// A sea.
    Sea,
    /// A line that moves, such as a line of contact.
    Line,
    /// A political or historical term without agreed boundaries.
    Concept,
    /// The area of an organisation.
    Organisation,
}

/// What there is to draw of a region.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// A GeoJSON feature, written `layer/id`.
    Feature(FeatureRef),
    /// The ground of these regions together.
    Members(Vec<RegionId>),
    /// Nothing to draw, and why.
    None(Text),
}

/// A GeoJSON feature: the layer that the manifest names, and the feature's id in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
pub struct FeatureRef {
    /// The layer's id in the manifest.
    pub layer: String,
    /// The feature's `id` in the GeoJSON file.
    pub id: String,
}

/// Why a text names no feature.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no feature; write the layer and the feature's id, such as `units/UA-14`")]
pub struct BadFeatureRef(
    /// The text that was found.
    pub String,
);

impl FromStr for FeatureRef {
    type Err = BadFeatureRef;
    fn from_str(text: &str) -> Result<Self, BadFeatureRef> {
        match text.split_once('/') {
            Some((layer, id)) if !layer.is_empty() && !id.is_empty() => Ok(Self {
                layer: layer.to_owned(),
                id: id.to_owned(),
            }),
            _ => Err(BadFeatureRef(text.to_owned())),
        }
    }
}

impl TryFrom<String> for FeatureRef {
    type Error = BadFeatureRef;
    fn try_from(text: String) -> Result<Self, BadFeatureRef> {
        text.parse()
    }
}

impl fmt::Display for FeatureRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.layer, self.id)
    }
}

/// A sentence with its sources.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The sentence.
    pub text: Text,
    /// Where it can be checked.
    pub sources: Vec<SourceId>,
}

/// Somebody claims sovereignty over a region. A claim is not a border.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SovereigntyClaim {
    /// Who claims it.
    pub by: PartyId,
    /// What the map's key says of it.
    pub text: Text,
    /// Where it can be checked.
    pub sources: Vec<SourceId>,
}

/// What a source says that a place without an outline means.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlaceReading {
    /// Whose reading it is.
    pub by: PartyId,
    /// In our words, and how sure it is.
    pub text: Text,
    /// The regions that it lists. Empty: the source gives no list.
    #[serde(default)]
    pub regions: Vec<RegionId>,
    /// Where it can be checked.
    pub sources: Vec<SourceId>,
}

records! {
    Region, RegionId, "region";
}
