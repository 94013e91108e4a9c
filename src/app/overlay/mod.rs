//! A layer of somebody's own over the map: fetched, read, drawn on a canvas, and asked what lies where.
//!
//! A small file is read and drawn right here. A large one goes to a worker, so that the page never
//! waits: bytes go there (half of them to a second one, which helps reading), pictures come back, and a copy of the outlines with which to answer at
//! once what lies under a pointer.

mod bytes;
mod layer;
mod message;
mod picture;
mod reading;
mod remote;
pub mod worker;

pub(super) use bytes::next;
pub use bytes::{Failed, Pieces, Place};
pub use layer::{Layer, Look, Told};
