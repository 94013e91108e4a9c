//! `GeoJSON` as a stream: bytes come in, in pieces of any size; features go out, one at a time.
//!
//! [`Reader::feed`] reads as many whole features as it has the bytes for and hands each to a
//! [`Take`]; what is left over waits for the next piece. No tree of the file is ever built. A
//! [`Geometry`] is one flat run of positions which speaks the [`Sink`](crate::atlas::Sink)
//! protocol; it is used again for the next feature.
//!
//! What is wrong with a file becomes a [`Finding`] with its line and column. A feature that cannot
//! be used is left out and counted; the others are handed on.
//!
//! A large file may be read by two readers at once, from its beginning and from about its middle:
//! [`seam`] says where the second can begin, [`Reader::join`] whether the two are one.
//!
//! *Invariant:* a feature is handed on whole or not at all.
//!
//! *Invariant:* whatever the bytes are, reading them ends, and takes a time in proportion to them.

mod cursor;
mod feature;
mod finding;
mod geometry;
mod heading;
mod number;
mod place;
mod positions;
mod problem;
mod read;
mod seam;
mod settle;
mod shown;
mod value;

pub use feature::{Feature, Take};
pub use finding::{Finding, Weight};
pub use geometry::{Geometry, Kind};
pub use heading::Heading;
pub use positions::LIMIT;
pub use problem::Problem;
pub use read::{Counted, Reader};
pub use seam::{Rest, seam};

#[cfg(test)]
mod tests;
