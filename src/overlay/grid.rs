//! The grid that positions are kept on: whole numbers take half the room of floats, are exact to
//! compare, and say by their digits how far apart two of them are.

use crate::atlas::Point;

/// Metres of the plane from one line of the grid to the next: three centimetres, finer than any map.
pub const UNIT: f64 = 1.0 / 32.0;

/// A position on the grid: east and north of the plane's origin.
pub type Cell = [i32; 2];

/// The grid position nearest to a point of the plane (metres). What lies beyond some 67,000 km is
/// put on the grid's edge.
pub fn cell(plane: Point) -> Cell {
    // A cast from a float stops at the ends of the range.
    [
        (plane.x / UNIT).round() as i32,
        (plane.y / UNIT).round() as i32,
    ]
}

/// The point of the plane (metres) of a grid position.
pub fn plane([x, y]: Cell) -> Point {
    Point::new(f64::from(x) * UNIT, f64::from(y) * UNIT)
}
