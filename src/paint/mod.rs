//! Draws a scene.

pub mod canvas;
pub mod svg;

pub use svg::Node;
