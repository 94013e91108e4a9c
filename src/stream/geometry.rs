//! The geometry of one feature: flat, and used again for the next.

use super::cursor::{Cursor, Stop};
use super::finding::Problem;
use super::positions::coordinates;
use crate::atlas::{Point, Sink, cut, relative};

/// What a run of positions is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Single points.
    Point,
    /// An open line.
    Line,
    /// The outer ring of a polygon.
    Outer,
    /// A hole of the polygon before it.
    Hole,
}

/// A run of positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    /// The index after its last position.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether it is the first line of its group.
    pub(super) first: bool,
    /// How many bytes were left to read where it began.
    pub(super) left: usize,
}

/// The geometry of a feature. A `GeometryCollection` is one geometry with runs of several kinds.
#[derive(Debug, Clone, Default)]
pub struct Geometry {
    pub(super) degrees: Vec<[f64; 2]>,
    pub(super) runs: Vec<Run>,
}

/// The types of geometry, with how deep their positions lie.
const TYPES: [(&str, u8); 6] = [
    ("Point", 1),
    ("MultiPoint", 2),
    ("LineString", 2),
    ("MultiLineString", 3),
    ("Polygon", 3),
    ("MultiPolygon", 4),
];

impl Geometry {
    /// How many positions it has.
    pub fn len(&self) -> usize {
        self.degrees.len()
    }

    /// True without any position.
    pub fn is_empty(&self) -> bool {
        self.degrees.is_empty()
    }

    /// The runs with their positions in degrees: longitude, latitude. A ring's first position is
    /// said again at its end if the file does so.
    pub fn runs(&self) -> impl Iterator<Item = (Kind, &[[f64; 2]])> {
        let mut start = 0;
        self.runs.iter().map(move |run| {
            let range = start..run.end;
            start = run.end;
            (run.kind, self.degrees.get(range).unwrap_or_default())
        })
    }

    /// Sends it to a sink, in degrees.
    pub fn send(&self, sink: &mut (impl Sink + ?Sized)) {
        let mut open = false;
        for (kind, positions) in self.runs() {
            if open && kind != Kind::Hole {
                sink.polygon_end();
                open = false;
            }
            if kind == Kind::Outer {
                sink.polygon_start();
                open = true;
            }
            let ring = matches!(kind, Kind::Outer | Kind::Hole);
            let positions = if ring { opened(positions) } else { positions };
            let alone = kind == Kind::Point;
            if !alone {
                sink.line_start();
            }
            for [lon, lat] in positions {
                sink.point(Point::new(*lon, *lat));
            }
            if !alone {
                sink.line_end();
            }
        }
        if open {
            sink.polygon_end();
        }
    }

    /// Sends it to a sink, in degrees, with its lines and rings cut where a projection of this
    /// meridian cuts the globe open. A polygon that is cut is sent as one with more rings.
    pub fn send_cut(&self, meridian: f64, sink: &mut (impl Sink + ?Sized)) {
        let whole = self.runs().all(|(kind, positions)| {
            kind == Kind::Point || fits(positions, meridian, kind != Kind::Line)
        });
        if whole {
            return self.send(sink);
        }
        let mut open = false;
        for (kind, positions) in self.runs() {
            if open && kind != Kind::Hole {
                sink.polygon_end();
                open = false;
            }
            if kind == Kind::Outer {
                sink.polygon_start();
                open = true;
            }
            let points = |positions: &[[f64; 2]]| -> Vec<Point> {
                positions.iter().map(|[x, y]| Point::new(*x, *y)).collect()
            };
            let lines = match kind {
                Kind::Point => {
                    for at in points(positions) {
                        sink.point(at);
                    }
                    continue;
                }
                Kind::Line => cut::line(&points(positions), meridian),
                Kind::Outer | Kind::Hole => cut::ring(&points(opened(positions)), meridian),
            };
            for line in lines {
                sink.line_start();
                for at in line {
                    sink.point(at);
                }
                sink.line_end();
            }
        }
        if open {
            sink.polygon_end();
        }
    }

    pub(super) fn clear(&mut self) {
        self.degrees.clear();
        self.runs.clear();
    }

    pub(super) fn end_run(&mut self, kind: Kind, first: bool, left: usize) {
        self.runs.push(Run {
            end: self.degrees.len(),
            kind,
            first,
            left,
        });
    }

    /// Adds the geometry object that stands at the cursor. `depth` is how many collections it lies
    /// in. Open rings are told in `open`, as how many bytes were left to read there.
    pub(super) fn add(
        &mut self,
        cursor: &mut Cursor<'_>,
        depth: u8,
        open: &mut Vec<usize>,
    ) -> Result<(), Stop> {
        let start = *cursor;
        let (first_run, mut kind, mut brackets) = (self.runs.len(), None, None);
        cursor.expect(b'{', "a geometry")?;
        let mut collection = false;
        while !cursor.take(b'}') {
            let key = cursor.text()?;
            cursor.expect(b':', "`:`")?;
            match key {
                b"type" => kind = Some(cursor.skip()?),
                b"coordinates" => brackets = Some(coordinates(cursor, self)?),
                b"geometries" => {
                    collection = true;
                    self.collection(cursor, depth, open)?;
                }
                _ => {
                    cursor.skip()?;
                }
            }
            comma(cursor)?;
        }
        let end = *cursor;
        *cursor = start;
        self.settle(kind, collection, brackets, first_run, cursor, open)?;
        *cursor = end;
        Ok(())
    }

    fn collection(
        &mut self,
        cursor: &mut Cursor<'_>,
        depth: u8,
        open: &mut Vec<usize>,
    ) -> Result<(), Stop> {
        if depth >= 8 {
            return Err(Stop::Wrong(Problem::Nested));
        }
        cursor.expect(b'[', "an array of geometries")?;
        while !cursor.take(b']') {
            self.add(cursor, depth + 1, open)?;
            if !cursor.take(b',') && cursor.next()? != b']' {
                cursor.expect(b']', "`,` or `]`")?;
            }
        }
        Ok(())
    }

    /// Says what the runs from `first` on are, now that the type is known.
    fn settle(
        &mut self,
        kind: Option<&[u8]>,
        collection: bool,
        brackets: Option<u8>,
        first: usize,
        cursor: &mut Cursor<'_>,
        open: &mut Vec<usize>,
    ) -> Result<(), Stop> {
        let wrong = |problem| Err(Stop::Wrong(problem));
        let word = kind.unwrap_or(b"nothing");
        let name = word
            .strip_prefix(b"\"")
            .and_then(|word| word.strip_suffix(b"\""));
        if name == Some(b"GeometryCollection") {
            return if collection && self.runs.len() > first {
                Ok(())
            } else {
                wrong(Problem::NoCoordinates {
                    kind: "GeometryCollection",
                })
            };
        }
        let known = TYPES
            .iter()
            .find(|(known, _)| Some(known.as_bytes()) == name);
        let Some((kind, wanted)) = known else {
            return wrong(Problem::NoType { found: short(word) });
        };
        match brackets {
            None | Some(0) => return wrong(Problem::NoCoordinates { kind }),
            Some(found) if found != *wanted => {
                return wrong(Problem::Depth {
                    kind,
                    wanted: *wanted,
                    found,
                });
            }
            Some(_) => {}
        }
        self.name_runs(kind, first, cursor, open)
    }

    fn name_runs(
        &mut self,
        kind: &str,
        first: usize,
        cursor: &mut Cursor<'_>,
        open: &mut Vec<usize>,
    ) -> Result<(), Stop> {
        let mut start = match first.checked_sub(1) {
            Some(before) => self.runs.get(before).map_or(0, |run| run.end),
            None => 0,
        };
        for run in self.runs.iter_mut().skip(first) {
            let positions = self.degrees.get(start..run.end).unwrap_or_default();
            start = run.end;
            let problem = match kind {
                "Point" | "MultiPoint" => {
                    run.kind = Kind::Point;
                    None
                }
                "LineString" | "MultiLineString" => {
                    run.kind = Kind::Line;
                    let found = positions.len();
                    (found < 2).then_some(Problem::ShortLine { found })
                }
                _ => {
                    run.kind = if run.first { Kind::Outer } else { Kind::Hole };
                    let found = positions.len();
                    let closed = is_same(positions.first(), positions.last());
                    if !closed && found >= 3 {
                        open.push(run.left);
                    }
                    let short = found < if closed { 4 } else { 3 };
                    short.then_some(Problem::ShortRing { found })
                }
            };
            if let Some(problem) = problem {
                cursor.go_to(run.left);
                return Err(Stop::Wrong(problem));
            }
        }
        Ok(())
    }
}

/// Whether nothing of a line goes across the cut.
fn fits(positions: &[[f64; 2]], meridian: f64, closed: bool) -> bool {
    let apart = |[lon, _]: &[f64; 2]| relative(*lon, meridian);
    let ends = positions.last().zip(positions.first()).filter(|_| closed);
    let pairs = positions.iter().zip(positions.iter().skip(1));
    ends.into_iter()
        .chain(pairs)
        .all(|(a, b)| (apart(a) - apart(b)).abs() <= 180.0)
}

/// Between the members of an object: a comma, or the end.
pub(super) fn comma(cursor: &mut Cursor<'_>) -> Result<(), Stop> {
    if cursor.take(b',') {
        return if cursor.next()? == b'"' {
            Ok(())
        } else {
            cursor.expect(b'"', "the name of a member")
        };
    }
    match cursor.next()? {
        b'}' => Ok(()),
        _ => cursor.expect(b'}', "`,` or `}`"),
    }
}

/// A ring without its first position said again.
fn opened(ring: &[[f64; 2]]) -> &[[f64; 2]] {
    match ring.split_last() {
        Some((last, before)) if is_same(before.first(), Some(last)) => before,
        _ => ring,
    }
}

/// Whether two positions are written alike.
fn is_same(a: Option<&[f64; 2]>, b: Option<&[f64; 2]>) -> bool {
    a.map(|p| p.map(f64::to_bits)) == b.map(|p| p.map(f64::to_bits))
}

/// The beginning of a value as it stands in the file.
pub(super) fn short(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let mut start: String = text.chars().take(40).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}
