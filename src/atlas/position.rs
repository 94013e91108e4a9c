//! The lines, rings and points of a geometry, each with the way to it.

use geojson::{GeometryValue, Position};

use super::Point;
use super::shape::Form;
use crate::dossier::Step;

/// A line, a ring or a lone point, with the way to it from the geometry's `coordinates`.
pub(super) struct Part {
    pub(super) path: Vec<Step>,
    /// True for the first ring of a polygon.
    pub(super) outer: bool,
    pub(super) points: Vec<Point>,
}

/// The parts of a geometry; `None` for a type that cannot be drawn.
pub(super) fn parts(geometry: &GeometryValue) -> Option<(Form, Vec<Part>)> {
    Some(match geometry {
        GeometryValue::Point { coordinates } => {
            let lone = std::slice::from_ref(coordinates);
            (Form::Point, vec![part(&[], false, lone)])
        }
        GeometryValue::LineString { coordinates } => {
            (Form::Line, vec![part(&[], false, coordinates)])
        }
        GeometryValue::MultiLineString { coordinates } => {
            let lines = coordinates.iter().enumerate();
            let parts = lines.map(|(n, line)| part(&[Step::At(n)], false, line));
            (Form::Line, parts.collect())
        }
        GeometryValue::Polygon { coordinates } => (Form::Area, polygon(&[], coordinates)),
        GeometryValue::MultiPolygon { coordinates } => {
            let polygons = coordinates.iter().enumerate();
            let parts = polygons.flat_map(|(n, rings)| polygon(&[Step::At(n)], rings));
            (Form::Area, parts.collect())
        }
        GeometryValue::MultiPoint { .. } | GeometryValue::GeometryCollection { .. } => return None,
    })
}

fn part(path: &[Step], outer: bool, positions: &[Position]) -> Part {
    Part {
        path: path.to_vec(),
        outer,
        points: positions.iter().map(point).collect(),
    }
}

/// A height, and whatever else follows, is left aside. A number that is missing is in no range,
/// so that who checks the range tells of it.
fn point(position: &Position) -> Point {
    let number = |at| position.as_slice().get(at).copied().unwrap_or(f64::NAN);
    Point::new(number(0), number(1))
}

fn polygon(path: &[Step], rings: &[Vec<Position>]) -> Vec<Part> {
    let ring = |(n, ring): (usize, &Vec<Position>)| {
        let mut path = path.to_vec();
        path.push(Step::At(n));
        part(&path, n == 0, ring)
    };
    rings.iter().enumerate().map(ring).collect()
}
