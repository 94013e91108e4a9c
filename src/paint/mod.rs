//! Draws a scene.

pub mod svg;

pub use svg::Node;
