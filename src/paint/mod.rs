//! Draws a scene.

pub mod canvas;
pub mod html;
pub mod svg;

pub use svg::Node;
