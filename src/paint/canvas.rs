//! A layer as pixels, for a canvas: what is too much for a document to hold as elements.
//!
//! The pixels are worked out here rather than by the browser's drawing calls. Neighbours that share
//! a border draw it once instead of twice, a million corners need not be handed over one by one, and
//! the picture is the same natively, where it is tested. The browser only shows it.
//!
//! Areas are filled in the order of drawing, by coverage: each edge adds to the pixels that it
//! passes through what it covers of them, and a sum along the row fills the rest. Lines are drawn over all
//! areas: for each pixel the nearest line decides.

mod colour;
mod fill;
mod stroke;

pub use colour::Colour;

use crate::atlas::{Point, Sink};
use crate::overlay::Sheet;
use fill::Coverage;
use stroke::Ink;

/// How a layer is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// The fill of each class; the last one for all classes beyond.
    pub fills: Vec<Colour>,
    /// The colour of outlines, lines and points.
    pub line: Colour,
    /// How wide lines are, in px of the picture.
    pub width: f64,
    /// The length of dashes and of the gaps between them in px of the picture; `None` for whole lines.
    pub dash: Option<(f64, f64)>,
    /// The radius of points in px of the picture.
    pub point: f64,
}

/// A picture that a layer is drawn on.
#[derive(Debug)]
pub struct Canvas {
    width: usize,
    height: usize,
    style: Style,
    pixels: Vec<Colour>,
    coverage: Coverage,
    ink: Ink,
    fill: Colour,
    /// The corners of the line or ring that is being drawn.
    run: Vec<Point>,
    in_line: bool,
    in_polygon: bool,
}

impl Canvas {
    /// A picture of this size in px with nothing on it.
    pub fn new(width: usize, height: usize, style: Style) -> Self {
        Self {
            width,
            height,
            pixels: vec![colour::NONE; width * height],
            coverage: Coverage::new(width, height),
            ink: Ink::new(width, height, style.width, style.dash),
            fill: style.fills.first().copied().unwrap_or(colour::NONE),
            style,
            run: Vec::new(),
            in_line: false,
            in_polygon: false,
        }
    }

    /// The same picture with nothing on it, in another size.
    pub fn clear(&mut self, width: usize, height: usize) {
        self.width = width;
        self.height = height;
        self.pixels.clear();
        self.pixels.resize(width * height, colour::NONE);
        self.coverage.clear(width, height);
        self.ink.clear(width, height);
    }

    /// Its width in px.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Its height in px.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Puts the lines over the areas. Whatever is drawn comes before this.
    pub fn finish(&mut self) {
        self.ink.put(&mut self.pixels, self.style.line);
    }

    /// The pixels, row by row, each as red, green, blue and opacity.
    pub fn pixels(&self) -> &[Colour] {
        &self.pixels
    }

    /// The same as bytes.
    pub fn bytes(&self) -> &[u8] {
        self.pixels.as_flattened()
    }

    #[inline(never)]
    fn end_run(&mut self) {
        if self.in_polygon {
            self.coverage.ring(&self.run);
        }
        self.ink.line(&self.run, self.in_polygon);
        self.run.clear();
    }
}

impl Sink for Canvas {
    fn point(&mut self, at: Point) {
        if self.in_line {
            self.run.push(at);
        } else {
            self.ink.dot(at, self.style.point);
        }
    }

    fn line_start(&mut self) {
        self.in_line = true;
    }

    fn line_end(&mut self) {
        self.in_line = false;
        self.end_run();
    }

    fn polygon_start(&mut self) {
        self.in_polygon = true;
    }

    fn polygon_end(&mut self) {
        self.in_polygon = false;
        self.coverage.put(&mut self.pixels, self.fill);
    }
}

impl Sheet for Canvas {
    fn feature(&mut self, _: usize, class: u8) -> bool {
        let fills = &self.style.fills;
        let fill = fills.get(usize::from(class)).or(fills.last());
        self.fill = fill.copied().unwrap_or(colour::NONE);
        true
    }
}

#[cfg(test)]
mod tests;
