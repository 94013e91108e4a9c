//! What a map shows, as the caller has worked it out: names in the reader's language, classes
//! by lens, what is selected. The scene adds where and how.

use super::Camera;
use super::badge::{BadgeFace, Fill};
use super::distance::CLOSE;
use crate::atlas::{Atlas, Bounds, Point};
use crate::dossier::{FeatureRef, LayerRole, RegionId, Text};

/// Everything a picture depends on, besides the atlas.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Where it is looked at from.
    pub camera: Camera,
    /// How far beyond the window to draw on each side, in whole px, so that a pan has something to
    /// show. The picture is so much larger than the window.
    pub margin: f64,
    /// How many times as large as usual a detail must be to be drawn: more than 1 for a picture whose size
    /// in bytes matters.
    pub coarser: f64,
    /// True where fingers point: targets are then 44 px rather than 24.
    pub coarse: bool,
    /// The regions that can be selected. Those without ground, countries, and groups are left out of
    /// the picture unless selected or lit; a river or a country that is lit is drawn.
    pub regions: Vec<RegionItem>,
    /// The groups whose outlines are drawn.
    pub groups: Vec<GroupItem>,
    /// The region that is selected: any with ground, a group or a country too.
    pub selected: Option<RegionId>,
    /// The region that has the keyboard's focus.
    pub focused: Option<RegionId>,
    /// Towns, for bearings.
    pub towns: Vec<TownItem>,
    /// Seas, named where the caller says.
    pub seas: Vec<SeaItem>,
    /// The names of other countries.
    pub neighbours: Vec<(FeatureRef, String)>,
    /// The names of rivers and lakes.
    pub waters: Vec<(FeatureRef, String)>,
    /// Where no label may stand, in px of the window: what floats over the map there.
    pub blocked: Vec<Bounds>,
}

/// A region as the map shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionItem {
    /// Its id.
    pub id: RegionId,
    /// The name for the map, short. A soft hyphen (U+00AD) says where it may be broken.
    pub label: String,
    /// The name where there is room, such as "Donetsk oblast". Empty: the same as `label`.
    pub long: String,
    /// What it is called for those who do not see the map: "Donetsk oblast, 3 clauses name it".
    pub name: String,
    /// The address that selects it, such as `#region=donetsk`.
    pub href: String,
    /// What fills it, by the lens.
    pub fill: Fill,
    /// What stands at its name beside the fill, for those who do not see colours.
    pub badge: Option<BadgeFace>,
    /// The hatchings of those who claim it, 0 to 3. Empty: nobody does.
    pub hatches: Vec<u8>,
    /// Whether it belongs to the ground that is read about.
    pub lit: bool,
    /// Whether it steps back because other regions are read about.
    pub dim: bool,
    /// Whether the Tab key stops at it. One region of a map should have that.
    pub focusable: bool,
    /// How it is drawn if it is a point.
    pub mark: Mark,
}

/// How a region that is a point is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// A town's dot, shown as soon as its rank allows.
    #[default]
    Town,
    /// The nuclear plant's tower, shown at every zoom.
    Plant,
    /// Another site: a diamond, shown as soon as single regions fill the window.
    Site,
}

/// A group of regions.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupItem {
    /// Its id.
    pub id: RegionId,
    /// The name on its tag. Empty: an outline without a tag.
    pub label: String,
    /// What it is called for those who do not see the map.
    pub name: String,
    /// The address that selects it.
    pub href: String,
}

/// A town.
#[derive(Debug, Clone, PartialEq)]
pub struct TownItem {
    /// The feature in a layer of towns. Its rank says how soon it is shown.
    pub at: FeatureRef,
    /// Its name.
    pub label: String,
    /// True for the capital of the country.
    pub capital: bool,
}

/// A sea.
#[derive(Debug, Clone, PartialEq)]
pub struct SeaItem {
    /// Its name.
    pub label: String,
    /// Where the name stands best: longitude and latitude in degrees.
    pub at: Point,
    /// A box in degrees: what is water of the sea in it is this one; of two, the smaller says.
    pub within: Option<Bounds>,
    /// True for a sea that is large beside the country.
    pub large: bool,
}

impl View {
    /// A view without anything selected or named, which ends at the window's edge.
    pub fn new(camera: Camera) -> Self {
        Self {
            camera,
            margin: 0.0,
            coarser: 1.0,
            coarse: false,
            regions: Vec::new(),
            groups: Vec::new(),
            selected: None,
            focused: None,
            towns: Vec::new(),
            seas: Vec::new(),
            neighbours: Vec::new(),
            waters: Vec::new(),
            blocked: Vec::new(),
        }
    }

    /// Takes the names of countries, rivers and lakes from the atlas, as `say` says them.
    pub fn name_backdrop(&mut self, atlas: &Atlas, say: impl Fn(&Text) -> String) {
        let home = atlas.home().map(|feature| feature.at.clone());
        self.neighbours = atlas.names(LayerRole::Backdrop, &say);
        self.neighbours.retain(|(at, _)| Some(at) != home.as_ref());
        self.waters = atlas.names(LayerRole::Water, &say);
    }

    /// The size of a target in px.
    pub fn target(&self) -> f64 {
        if self.coarse { 44.0 } else { 24.0 }
    }

    /// The name of a region at this zoom: written out where there is room.
    pub fn name_of<'a>(&self, item: &'a RegionItem) -> &'a str {
        if self.camera.km_per_px() <= CLOSE && !item.long.is_empty() {
            &item.long
        } else {
            &item.label
        }
    }

    /// The region of this id, if the view has it.
    pub fn region(&self, id: &RegionId) -> Option<&RegionItem> {
        self.regions.iter().find(|region| region.id == *id)
    }
}
