//! The protocol that all geometry flows through.
//!
//! A source of geometry calls these five functions in order; projection, bounds, area, containment
//! and the rest each take what they need from the calls. Nothing is copied between the layers.
//!
//! | geometry | calls |
//! |---|---|
//! | point | `point` |
//! | line | `line_start`, `point` …, `line_end` |
//! | polygon | `polygon_start`, one line per ring (the outer one first), `polygon_end` |
//!
//! A ring's first point is not said twice: a line inside a polygon is closed by meaning.

/// A point: longitude and latitude in degrees, or east and north in metres of the plane, or right
/// and down in CSS px of a picture. Which one is said where a point is taken or given.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// Longitude, east, or right.
    pub x: f64,
    /// Latitude, north, or down.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The distance to another point, in the unit of both.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// Takes geometry, one call at a time.
pub trait Sink {
    /// A point of its own, or the next one of the line that was started.
    fn point(&mut self, at: Point);
    /// A line, or a ring of a polygon, begins.
    fn line_start(&mut self) {}
    /// It ends.
    fn line_end(&mut self) {}
    /// A polygon begins: the lines up to its end are rings.
    fn polygon_start(&mut self) {}
    /// It ends.
    fn polygon_end(&mut self) {}
}

/// Sends the lines of a geometry to a sink, ring by ring.
///
/// `lines` are the points of each line with `true` where the line is a polygon's outer ring,
/// `false` where it is a hole or no ring at all; `polygon` says which of the two it is.
pub fn send<'a, P>(
    lines: impl Iterator<Item = (bool, P)>,
    polygon: bool,
    sink: &mut (impl Sink + ?Sized),
) where
    P: Iterator<Item = Point> + 'a,
{
    let mut open = false;
    for (outer, points) in lines {
        if polygon && outer {
            if open {
                sink.polygon_end();
            }
            sink.polygon_start();
            open = true;
        }
        sink.line_start();
        for point in points {
            sink.point(point);
        }
        sink.line_end();
    }
    if open {
        sink.polygon_end();
    }
}
