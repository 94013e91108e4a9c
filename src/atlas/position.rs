//! Positions as `GeoJSON` writes them, and the lists of lists of them.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, SeqAccess, Visitor};

use super::Point;
use super::shape::Form;
use crate::dossier::Step;

/// `[longitude, latitude]`; a height, and whatever else follows, is left aside.
pub(super) struct Position(pub(super) Point);

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Pair;
        impl<'de> Visitor<'de> for Pair {
            type Value = Position;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a position: [longitude, latitude]")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Position, A::Error> {
                let mut next = |at: usize| {
                    seq.next_element::<f64>()?
                        .ok_or_else(|| A::Error::invalid_length(at, &self))
                };
                let (x, y) = (next(0)?, next(1)?);
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Position(Point::new(x, y)))
            }
        }
        from.deserialize_seq(Pair)
    }
}

/// A line, a ring or a lone point, with the way to it from the geometry's `coordinates`.
pub(super) struct Part {
    pub(super) path: Vec<Step>,
    /// True for the first ring of a polygon.
    pub(super) outer: bool,
    pub(super) positions: Vec<Position>,
}

/// A polygon, or a set of lines.
type Lines = Vec<Vec<Position>>;

/// The coordinates of a geometry of this type; `None` for a type that cannot be drawn.
pub(super) fn parts(kind: &str, text: &str) -> Option<serde_json::Result<(Form, Vec<Part>)>> {
    Some(match kind {
        "Point" => serde_json::from_str(text).map(|at: Position| {
            let part = part(Vec::new(), false, vec![at]);
            (Form::Point, vec![part])
        }),
        "LineString" => {
            serde_json::from_str(text).map(|line| (Form::Line, vec![part(Vec::new(), false, line)]))
        }
        "MultiLineString" => serde_json::from_str(text).map(|lines: Lines| {
            let parts = lines.into_iter().enumerate();
            let parts = parts.map(|(n, line)| part(vec![Step::At(n)], false, line));
            (Form::Line, parts.collect())
        }),
        "Polygon" => {
            serde_json::from_str(text).map(|rings: Lines| (Form::Area, polygon(&[], rings)))
        }
        "MultiPolygon" => serde_json::from_str(text).map(|polygons: Vec<Lines>| {
            let parts = polygons
                .into_iter()
                .enumerate()
                .flat_map(|(n, rings)| polygon(&[Step::At(n)], rings));
            (Form::Area, parts.collect())
        }),
        _ => return None,
    })
}

fn part(path: Vec<Step>, outer: bool, positions: Vec<Position>) -> Part {
    Part {
        path,
        outer,
        positions,
    }
}

fn polygon(path: &[Step], rings: Lines) -> Vec<Part> {
    let ring = |(n, ring)| {
        let mut path = path.to_vec();
        path.push(Step::At(n));
        part(path, n == 0, ring)
    };
    rings.into_iter().enumerate().map(ring).collect()
}
