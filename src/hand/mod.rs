//! The hand: a program of its own, small enough for somebody else's article, that moves the map of the page made
//! beforehand.
//!
//! It knows no dossier and draws nothing. What it moves is the drawing in the page; how that moves is decided in
//! [`Motion`](crate::scene::Motion), as it is for the program's map. `public/boot.js` says when it is fetched, and when
//! the whole program is.

#[cfg(target_arch = "wasm32")]
mod drawing;
mod grip;
pub mod made;
mod moves;
pub mod numbers;
#[cfg(target_arch = "wasm32")]
mod page;

pub use grip::{Grip, Held};

pub use moves::Move;
#[cfg(target_arch = "wasm32")]
pub use page::take_hold;
