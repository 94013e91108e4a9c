//! Reads a geometry object, and settles what its positions are once all of it is known: the type may
//! come after the coordinates.

use super::cursor::{Cursor, Stop};
use super::geometry::{Geometry, Kind, is_same};
use super::positions::coordinates;
use super::problem::Problem;
use super::shown::short;

/// The types of geometry, with how deep their positions lie.
const TYPES: [(&str, u8); 6] = [
    ("Point", 1),
    ("MultiPoint", 2),
    ("LineString", 2),
    ("MultiLineString", 3),
    ("Polygon", 3),
    ("MultiPolygon", 4),
];

const COLLECTION: &str = "GeometryCollection";

/// Whether a word in quotation marks is a type of geometry.
pub(super) fn is_geometry(written: &[u8]) -> bool {
    let inside = bare(written);
    inside == Some(COLLECTION.as_bytes())
        || TYPES
            .iter()
            .any(|(known, _)| inside == Some(known.as_bytes()))
}

/// The inside of a text as it is written.
pub(super) fn bare(written: &[u8]) -> Option<&[u8]> {
    written.strip_prefix(b"\"")?.strip_suffix(b"\"")
}

/// What was mended in a geometry: how many bytes were left to read there, and what it was.
pub(super) type Mended = Vec<(usize, Problem)>;

/// What a geometry object says, and where.
#[derive(Default)]
struct Said<'a> {
    kind: Option<(Cursor<'a>, &'a [u8])>,
    brackets: Option<(Cursor<'a>, u8)>,
    geometries: Option<Cursor<'a>>,
}

impl Geometry {
    /// Adds the geometry object that stands at the cursor. `depth` is how many collections it lies
    /// in.
    pub(super) fn add(
        &mut self,
        cursor: &mut Cursor<'_>,
        depth: u8,
        mended: &mut Mended,
    ) -> Result<(), Stop> {
        cursor.next()?;
        let start = *cursor;
        let (first_run, first_empty) = (self.runs.len(), self.empty.len());
        let mut said = Said::default();
        cursor.expect(b'{', "a geometry")?;
        while !cursor.take(b'}') {
            cursor.next()?;
            let name = *cursor;
            let key = cursor.key()?;
            cursor.next()?;
            let here = *cursor;
            let twice = match key {
                b"type" => {
                    let value = cursor.value()?;
                    said.kind.replace((here, value)).map(|_| "type")
                }
                b"coordinates" => {
                    let found = coordinates(cursor, self)?;
                    said.brackets.replace((here, found)).map(|_| "coordinates")
                }
                b"geometries" => {
                    self.collection(cursor, depth, mended)?;
                    said.geometries.replace(here).map(|_| "geometries")
                }
                _ => {
                    cursor.value()?;
                    None
                }
            };
            if let Some(member) = twice {
                *cursor = name;
                return Err(Stop::Wrong(Problem::Twice { member }));
            }
            cursor.comma()?;
        }
        match self.settle(&said, start, first_run, first_empty, mended) {
            Ok(()) => {
                // One is enough: where one position is long, all of them are.
                let long = self.long.take();
                mended.extend(long.map(|left| (left, Problem::LongPosition)));
                Ok(())
            }
            Err((at, problem)) => {
                *cursor = at;
                Err(Stop::Wrong(problem))
            }
        }
    }

    fn collection(
        &mut self,
        cursor: &mut Cursor<'_>,
        depth: u8,
        mended: &mut Mended,
    ) -> Result<(), Stop> {
        if depth >= 8 {
            return Err(Stop::Wrong(Problem::Nested));
        }
        cursor.expect(b'[', "an array of geometries")?;
        if cursor.take(b']') {
            return Ok(());
        }
        loop {
            self.add(cursor, depth + 1, mended)?;
            if !cursor.take(b',') {
                return cursor.expect(b']', "`,` or `]`");
            }
        }
    }

    /// Says what the runs from `first` on are, now that the type is known.
    fn settle<'a>(
        &mut self,
        said: &Said<'a>,
        start: Cursor<'a>,
        first: usize,
        first_empty: usize,
        mended: &mut Mended,
    ) -> Result<(), (Cursor<'a>, Problem)> {
        let (here, word) = said.kind.unwrap_or((start, b"nothing"));
        if bare(word) == Some(COLLECTION.as_bytes()) {
            return self.settle_collection(said, start, first);
        }
        let known = TYPES
            .iter()
            .find(|(known, _)| bare(word) == Some(known.as_bytes()));
        let Some((kind, wanted)) = known else {
            return Err((here, Problem::NoType { found: short(word) }));
        };
        if let Some(here) = said.geometries {
            let member = "geometries";
            return Err((here, Problem::Stray { kind, member }));
        }
        let (here, found) = said.brackets.unwrap_or((start, 0));
        if found == 0 {
            let member = "coordinates";
            return Err((here, Problem::NoCoordinates { kind, member }));
        }
        if found != *wanted {
            let (kind, wanted) = (*kind, *wanted);
            let problem = Problem::Depth {
                kind,
                wanted,
                found,
            };
            return Err((here, problem));
        }
        let wrong = match self.look_at_empty(kind, first_empty, mended) {
            Ok(()) => self.name_runs(kind, first, mended),
            wrong => wrong,
        };
        wrong.map_err(|(left, problem)| {
            let mut at = here;
            at.go_to(left);
            (at, problem)
        })
    }

    fn settle_collection<'a>(
        &self,
        said: &Said<'a>,
        start: Cursor<'a>,
        first: usize,
    ) -> Result<(), (Cursor<'a>, Problem)> {
        let kind = COLLECTION;
        if let Some((here, _)) = said.brackets {
            let member = "coordinates";
            return Err((here, Problem::Stray { kind, member }));
        }
        if self.runs.len() > first {
            return Ok(());
        }
        let member = "geometries";
        let here = said.geometries.unwrap_or(start);
        Err((here, Problem::NoCoordinates { kind, member }))
    }

    /// An empty ring is a ring too short; any other empty array is passed over.
    fn look_at_empty(
        &self,
        kind: &str,
        first: usize,
        mended: &mut Mended,
    ) -> Result<(), (usize, Problem)> {
        for (left, depth) in self.empty.iter().skip(first) {
            if kind.ends_with("Polygon") && *depth == 2 {
                return Err((*left, Problem::ShortRing { found: 0 }));
            }
            mended.push((*left, Problem::EmptyPart));
        }
        Ok(())
    }

    fn name_runs(
        &mut self,
        kind: &str,
        first: usize,
        mended: &mut Mended,
    ) -> Result<(), (usize, Problem)> {
        let mut start = match first.checked_sub(1) {
            Some(before) => self.runs.get(before).map_or(0, |run| run.end),
            None => 0,
        };
        for run in self.runs.iter_mut().skip(first) {
            let positions = self.degrees.get(start..run.end).unwrap_or_default();
            start = run.end;
            let found = positions.len();
            let problem = match kind {
                "Point" | "MultiPoint" => {
                    run.kind = Kind::Point;
                    None
                }
                "LineString" | "MultiLineString" => {
                    run.kind = Kind::Line;
                    (found < 2).then_some(Problem::ShortLine { found })
                }
                _ => {
                    run.kind = if run.first { Kind::Outer } else { Kind::Hole };
                    let closed = is_same(positions.first(), positions.last());
                    if !closed && found >= 3 {
                        mended.push((run.left, Problem::OpenRing));
                    }
                    let short = found < if closed { 4 } else { 3 };
                    short.then_some(Problem::ShortRing { found })
                }
            };
            if let Some(problem) = problem {
                return Err((run.left, problem));
            }
        }
        Ok(())
    }
}
