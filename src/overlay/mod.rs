//! Layers with more geometry than a document should hold: a newsroom's own map of a million
//! positions.
//!
//! An [`Overlay`] is a few flat arrays. [`Builder`] fills them from a
//! [`Reader`](crate::stream::Reader); [`Overlay::send`] sends what a window can show to a
//! [`Sheet`], feature by feature, through the [`Sink`](crate::atlas::Sink) protocol;
//! [`Overlay::at`] says which feature lies under a point.
//!
//! *Invariant:* which positions are drawn at a scale, and where, depends on the position and its
//! neighbours in the line alone, from whichever side the line is walked. Two features therefore draw
//! the same border between them.

mod build;
mod flat;
mod grid;
mod hit;
mod level;
mod parcel;
mod quick;
mod send;

pub use build::Builder;
pub use flat::{Item, Overlay};
pub use grid::{Cell, UNIT, cell, plane};
pub use parcel::Parcel;
pub use quick::Quick;
pub use send::{Sheet, Window};

#[cfg(test)]
mod tests;
