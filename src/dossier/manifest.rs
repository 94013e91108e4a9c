//! The file that a dossier begins with, and the shape of the others.

use serde::Deserialize;
use thiserror::Error;

use super::{
    Address, Claim, Day, Effect, Event, Lang, Lineage, Matter, Party, Plan, PlanId, Question,
    Region, RegionId, Source, Speaker, Text, Topic, TranslationFile,
};

/// The stamp that this engine reads. It changes when an older engine could misread a newer file.
pub const FORMAT: &str = "clausemap-dossier/1";

/// `dossier.json`: what the dossier is, and the files it is made of.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The address of the JSON Schema, for editors. Not read.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// Always `clausemap-dossier/1`.
    pub format: String,
    /// The dossier's title.
    pub title: Text,
    /// A short title for narrow frames.
    pub short: Text,
    /// The day up to which the dossier is true.
    pub as_of: Day,
    /// The languages its texts are written in, the first being the one all of them have.
    pub languages: Vec<Lang>,
    /// The plan that is shown first.
    pub first_plan: PlanId,
    /// The region that the map opens on.
    pub home: RegionId,
    /// The files with records, read in this order.
    pub files: Vec<String>,
    /// The files with geometry.
    pub layers: Vec<Layer>,
    /// Its texts in languages that it was not written in.
    #[serde(default)]
    pub translations: Vec<TranslationFile>,
    /// How the globe becomes a map. Mercator's projection when not said.
    #[serde(default)]
    pub projection: Option<PlaneOf>,
    /// How far away the layers that have `detail` are looked at in their first file.
    #[serde(default)]
    pub overview: Option<Overview>,
    /// Names of waters that no feature carries, such as seas.
    #[serde(default)]
    pub seas: Vec<SeaName>,
    /// Whom the geometry and the data are owed to.
    #[serde(default)]
    pub attribution: Vec<Credit>,
    /// What the map's borders follow.
    pub borders: Text,
}

impl Manifest {
    /// The files that the page begins with and that may be opened: none that leads out of the
    /// dossier's folder.
    pub fn named_files(&self) -> Vec<String> {
        let layers = self.layers.iter().map(|layer| &layer.file);
        let all = self.files.iter().chain(layers);
        all.filter(|name| stays_inside(name)).cloned().collect()
    }

    /// The files with the full outlines of layers whose first file is an overview, likewise.
    pub fn detail_files(&self) -> Vec<String> {
        let all = self.layers.iter().filter_map(|layer| layer.detail.as_ref());
        all.filter(|name| stays_inside(name)).cloned().collect()
    }
}

/// Whether a file's name stays in the dossier's folder.
pub(super) fn stays_inside(name: &str) -> bool {
    let is_step = |step: &str| !step.is_empty() && step != ".." && step != ".";
    !name.contains([':', '\\', '?', '#']) && name.split('/').all(is_step)
}

/// One GeoJSON file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// The name that regions use for it in `layer/id`.
    pub id: String,
    /// What it is drawn as.
    pub role: LayerRole,
    /// The file, relative to the manifest.
    pub file: String,
    /// The file with its full outlines, if `file` is only the overview of them.
    #[serde(default)]
    pub detail: Option<String>,
}

/// What the overviews of layers are good for.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Overview {
    /// They hold every corner that spans a square px or more at this many kilometres to the px.
    /// Closer by, the page fetches the full outlines.
    pub km_per_px: KmPerPx,
}

/// How the globe becomes a map. All numbers are degrees.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PlaneOf {
    /// Lambert's conformal conic, for a country or a continent away from the equator.
    Lambert {
        /// The two parallels that are true to scale, both north or both south of the equator.
        parallels: [f64; 2],
        /// The meridian in the middle of the map.
        meridian: f64,
    },
    /// Mercator's, for the rest of the world.
    Mercator {
        /// The meridian in the middle of the map.
        #[serde(default)]
        meridian: f64,
        /// The parallel that is true to scale.
        #[serde(default)]
        parallel: f64,
    },
}

impl PlaneOf {
    /// What is wrong with its numbers. Such a plane cannot be drawn on.
    pub fn fault(&self) -> Option<&'static str> {
        let on_earth = |lon: f64| lon.abs() <= 180.0;
        match self {
            Self::Lambert {
                parallels: [a, b], ..
            } if a * b <= 0.0 || [a, b].iter().any(|lat| !(1.0..=89.0).contains(&lat.abs())) => {
                Some(
                    "the parallels of a cone lie on one side of the equator, from 1 to 89 degrees from it",
                )
            }
            Self::Mercator { parallel, .. } if parallel.abs() > 80.0 => {
                Some("no parallel is true to scale beyond 80 degrees")
            }
            Self::Lambert { meridian, .. } | Self::Mercator { meridian, .. }
                if !on_earth(*meridian) =>
            {
                Some("a meridian lies from -180 to 180 degrees")
            }
            _ => None,
        }
    }
}

/// Kilometres to the px: more than none.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Deserialize)]
#[serde(try_from = "f64")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "f64"))]
pub struct KmPerPx(f64);

/// Why a number is no scale.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[error("`{0}` is no scale; write kilometres to the px, such as 1.2")]
pub struct BadScale(f64);

impl TryFrom<f64> for KmPerPx {
    type Error = BadScale;
    fn try_from(km: f64) -> Result<Self, BadScale> {
        // A metre to a hundred thousand kilometres: beyond these there is no map.
        if (1e-3..=1e5).contains(&km) {
            Ok(Self(km))
        } else {
            Err(BadScale(km))
        }
    }
}

impl KmPerPx {
    /// In kilometres.
    pub fn km(self) -> f64 {
        self.0
    }

    /// In metres.
    pub fn metres(self) -> f64 {
        self.0 * 1000.0
    }
}

/// What a layer is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LayerRole {
    /// Countries, for the ground that everything lies on.
    Backdrop,
    /// The regions of the dossier; each feature is expected to be used by one.
    Regions,
    /// Rivers and lakes.
    Water,
    /// Towns, for bearings.
    Towns,
}

/// The name of a sea, and where it stands on the map.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeaName {
    /// The name.
    pub name: Text,
    /// Its middle: longitude and latitude in degrees.
    pub at: [f64; 2],
    /// A box around it, so that a click on its water can say its name: west, south, east, north in
    /// degrees. What is sea in it is this sea; of two boxes, the smaller says. Without one, a click
    /// says that there is open water.
    #[serde(default)]
    pub within: Option<[f64; 4]>,
}

/// Whom something is owed to.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// What the attribution line says.
    pub text: Text,
    /// A page about it.
    #[serde(default)]
    pub url: Option<Address>,
    /// The licence.
    #[serde(default)]
    pub licence: Option<String>,
}

/// Any other file of a dossier: lists of records. Each list may stand in any file, or in several.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Records {
    /// The address of the JSON Schema, for editors. Not read.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// Who speaks.
    pub parties: Vec<Party>,
    /// Who speaks for them.
    pub speakers: Vec<Speaker>,
    /// Subjects that run across plans.
    pub topics: Vec<Topic>,
    /// What stances are towards.
    pub matters: Vec<Matter>,
    /// What a clause can do to a place.
    pub effects: Vec<Effect>,
    /// Places.
    pub regions: Vec<Region>,
    /// Versions of the document.
    pub plans: Vec<Plan>,
    /// How clauses of one plan became clauses of another.
    pub lineage: Vec<Lineage>,
    /// Positions.
    pub claims: Vec<Claim>,
    /// What happened.
    pub events: Vec<Event>,
    /// What is not known.
    pub questions: Vec<Question>,
    /// Where all of it can be checked.
    pub sources: Vec<Source>,
}
