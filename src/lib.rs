//! Clausemap lets a reader read a peace plan by place.
//!
//! The rooms, in the one direction that data flows:
//! `dossier` and `atlas` → `coverage` → `reading` → `scene` → `paint`, and `app` over all of them.
//! All but `app` are plain Rust that knows no browser.

#[cfg(target_arch = "wasm32")]
pub mod app;
pub mod atlas;
#[cfg(not(target_arch = "wasm32"))]
pub mod authoring;
pub mod brought;
pub mod coverage;
pub mod dossier;
pub mod hand;
pub mod legend;
pub mod load;
#[cfg(not(target_arch = "wasm32"))]
pub mod newsroom;
#[cfg(not(target_arch = "wasm32"))]
pub mod offline;
mod order;
pub mod outlook;
pub mod overlay;
#[cfg(not(target_arch = "wasm32"))]
pub mod pack;
pub mod paint;
#[cfg(not(target_arch = "wasm32"))]
pub mod posters;
pub mod reading;
pub mod route;
pub mod scene;
#[cfg(not(target_arch = "wasm32"))]
pub mod sharing;
pub mod statics;
pub mod stream;
pub mod takeaway;
pub mod words;
