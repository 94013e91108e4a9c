//! The picture as plain values: a camera, and what it sees, drawn in layers.
//!
//! A [`View`] says what to show; [`Scene::draw`] says what that looks like, in tenths of a CSS px
//! and in the order of drawing, without a word about colours. A painter turns it into SVG.
//!
//! *Invariant:* the same atlas, view and measure give the same scene.
//!
//! *Invariant:* no label overlaps another.

mod aim;
mod badge;
mod beside;
mod camera;
mod clip;
mod distance;
mod draw;
mod flight;
mod grid;
mod here;
mod inset;
mod labels;
mod limits;
mod links;
mod locator;
mod motion;
mod nudge;
mod outside;
mod path;
mod picture;
mod place;
mod points;
mod reach;
mod scale;
mod shift;
mod small;
mod stand;
mod taps;
mod targets;
mod text;
mod trail;
mod units;
mod view;

pub use badge::{Badge, BadgeFace, Fill, Glyph};
pub use camera::{CLOSEST, Camera, Padding};
pub use draw::Drawing;
pub use flight::{FLIGHT_MS, Flight};
pub use here::{Backdrop, Here};
pub use limits::Limits;
pub use locator::Locator;
pub use motion::Motion;
pub use nudge::Nudge;
pub use path::{Corner, Line, Path};
pub use picture::{
    Anchor, Area, Dot, GroupLine, Hatching, Hit, Label, Link, MarkLink, Naming, Patch, River,
    Scene, Sign, Under,
};
pub use reach::{fills, margin};
pub use scale::ScaleBar;
pub use shift::Shift;
pub use small::SmallMap;
pub use stand::Clearing;
pub use taps::{Tap, Taps};
pub use text::{Face, Measure, estimate};
pub use trail::{Speed, Trail};
pub use view::{GroupItem, Mark, RegionItem, SeaItem, TownItem, View};

#[cfg(test)]
pub(crate) mod tests;
