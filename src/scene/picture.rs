//! The picture as plain values, in the order of drawing. All coordinates are tenths of a CSS px
//! from the upper left of the window.

use super::badge::{Badge, Fill};
use super::path::{Corner, Path};
use super::scale::ScaleBar;
use super::view::Mark;
use crate::dossier::RegionId;

/// A picture of the map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// The window's width in CSS px.
    pub width: f64,
    /// Its height in CSS px.
    pub height: f64,
    /// How far the picture reaches beyond the window on each side, in CSS px.
    pub margin: f64,
    /// Kilometres to the px.
    pub km_per_px: f64,
    /// Where land meets sea. Under the land it is drawn as three quiet bands of water.
    pub coast: Path,
    /// The other countries, each under its feature's id.
    pub neighbours: Vec<Patch>,
    /// The borders between other countries.
    pub abroad: Path,
    /// The country of the dossier.
    pub home: Path,
    /// Its border with others.
    pub border: Path,
    /// Where the backdrop ends: nothing is known beyond it.
    pub beyond: Path,
    /// The regions with an area, large before small, so that the small lie on top.
    pub areas: Vec<Area>,
    /// The ground that somebody claims, by hatching.
    pub hatches: Vec<Hatching>,
    /// Where a point of the ground lies that hatchings are counted from, so that their lines lie
    /// still on it when the camera moves.
    pub hatch_origin: Corner,
    /// The lines between regions.
    pub inner: Path,
    /// Lakes and reservoirs.
    pub lakes: Path,
    /// The reservoir that was drained: drawn as what it was.
    pub drained: Path,
    /// Rivers, each under its feature's id.
    pub rivers: Vec<River>,
    /// The outlines of groups, a little inside.
    pub groups: Vec<GroupLine>,
    /// The outlines of the ground that is read about.
    pub lit: Path,
    /// The outline of the selected region; for a river, the river.
    pub selected: Path,
    /// The outline of the region that has the focus.
    pub focused: Path,
    /// Towns that are no regions.
    pub dots: Vec<Dot>,
    /// Regions that are points.
    pub marks: Vec<MarkLink>,
    /// What a lens says beside colour. No badge lies over another or over a text.
    pub badges: Vec<Badge>,
    /// Texts, none over another.
    pub labels: Vec<Label>,
    /// The scale bar.
    pub scale: ScaleBar,
}

/// A filled outline under a name of its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Patch {
    /// What it is called from one picture to the next.
    pub key: String,
    /// Its outline.
    pub path: Path,
}

/// What makes a region a link.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each may be true beside any other"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The region.
    pub id: RegionId,
    /// The address that selects it.
    pub href: String,
    /// What it is called for those who do not see the map.
    pub name: String,
    /// Whether the Tab key stops at it.
    pub focusable: bool,
    /// Whether it is the selected one.
    pub selected: bool,
    /// Whether it belongs to the ground that is read about.
    pub lit: bool,
    /// Whether it steps back.
    pub dim: bool,
}

/// A circle that takes clicks and is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hit {
    /// Its middle.
    pub at: Corner,
    /// Its radius in tenths of a px; 0 where none is needed.
    pub radius: i32,
}

/// A region with an area.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// The link.
    pub link: Link,
    /// What fills it.
    pub fill: Fill,
    /// True for one that lies within another: it has an outline of its own.
    pub nested: bool,
    /// Its outline; empty when it is out of sight.
    pub path: Path,
    /// Where its name would stand best.
    pub centre: Corner,
    /// What makes it easy to hit where it is small.
    pub hit: Hit,
}

/// The ground that one party claims.
#[derive(Debug, Clone, PartialEq)]
pub struct Hatching {
    /// Which hatching it is, 0 to 3: each runs in a direction of its own.
    pub pattern: u8,
    /// The ground.
    pub path: Path,
}

/// A river.
#[derive(Debug, Clone, PartialEq)]
pub struct River {
    /// Its feature's id.
    pub key: String,
    /// Its course.
    pub path: Path,
    /// How wide it is drawn, in tenths of a px.
    pub width: i32,
}

/// The outline of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupLine {
    /// The group.
    pub id: RegionId,
    /// Its outline, a little inside.
    pub path: Path,
}

/// How a point is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Not at this zoom.
    None,
    /// A small dot.
    Town,
    /// A dot for the seat of a unit.
    Seat,
    /// A ring for the capital.
    Capital,
    /// The plant's tower.
    Plant,
    /// A diamond.
    Site,
}

/// A town that is no region.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Its feature's id.
    pub key: String,
    /// Where it lies.
    pub at: Corner,
    /// How it is drawn.
    pub sign: Sign,
}

/// A region that is a point.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkLink {
    /// The link.
    pub link: Link,
    /// What sort of point it is.
    pub mark: Mark,
    /// How it is drawn at this zoom.
    pub sign: Sign,
    /// How large, in tenths of a px from side to side.
    pub size: i32,
    /// Where it takes clicks.
    pub hit: Hit,
}

/// What a label names, from the one placed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// The selected region.
    Selected,
    /// A sea.
    Sea,
    /// The capital.
    Capital,
    /// A region with an area.
    Unit,
    /// A region that is a point.
    Mark,
    /// A town.
    Town,
    /// A group of regions: a link.
    Group,
    /// Another country.
    Neighbour,
    /// A river or a lake.
    Water,
}

/// What a label stands on, for the colour around its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// The sea.
    Sea,
    /// Another country, or the land beyond the regions.
    Land,
    /// A region with this fill.
    Region(Fill),
}

/// Where the given point of a text lies along it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At its beginning.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

/// A text on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// What it is called from one picture to the next: what it names, as `unit-donetsk`.
    pub key: String,
    /// What it names.
    pub naming: Naming,
    /// What it stands on.
    pub under: Under,
    /// Its lines, each with the place of its baseline at the anchor.
    pub lines: Vec<(String, Corner)>,
    /// Where the places lie along the lines.
    pub anchor: Anchor,
    /// The size of the letters in tenths of a px.
    pub size: i32,
    /// Space added after each letter, in hundredths of an em.
    pub track: i32,
    /// The upper left and the lower right of the box that it takes up.
    pub area: (Corner, Corner),
    /// The group that it is a link to, with its address and its name for those who do not see it.
    pub link: Option<Link>,
}
