//! The arrays of numbers that a geometry is written with.

use super::cursor::{Cursor, Stop};
use super::geometry::{Geometry, Kind};
use super::problem::Problem;
use super::shown::short;

/// How many positions one file may have: sixteen million, some six hundred megabytes of text.
pub const LIMIT: usize = 16_000_000;

/// Reads `coordinates` of any type into `geometry`, and gives how many brackets deep the positions
/// lie: 1 for a lone position, 0 where there is none.
pub(super) fn coordinates(cursor: &mut Cursor<'_>, geometry: &mut Geometry) -> Result<u8, Stop> {
    array(cursor, geometry, 0, true)
}

/// Reads one array. `above` is how many arrays it lies in; `first` whether a ring here is an outer one.
fn array(
    cursor: &mut Cursor<'_>,
    geometry: &mut Geometry,
    above: u8,
    first: bool,
) -> Result<u8, Stop> {
    let start = cursor.left();
    cursor.expect(b'[', "an array of coordinates")?;
    match cursor.next()? {
        b']' => {
            cursor.take(b']');
            return Ok(0);
        }
        b'[' if above >= 3 => return Err(Stop::Wrong(Problem::TooDeep)),
        b'[' => {}
        _ => {
            position(cursor, geometry)?;
            // Within a line its end is told by the line.
            if above == 0 {
                geometry.end_run(Kind::Point, true, start);
            }
            return Ok(1);
        }
    }
    let (mut depth, mut begins, mut empty) = (0, true, None);
    loop {
        cursor.next()?;
        let here = *cursor;
        if here.rest.first() != Some(&b'[') {
            return Err(beside(cursor));
        }
        let found = array(cursor, geometry, above + 1, begins)?;
        if depth != 0 && found != 0 && found != depth {
            *cursor = here;
            return Err(Stop::Wrong(Problem::Mixed));
        }
        depth = depth.max(found);
        if found == 0 {
            empty = empty.or(Some(here));
        }
        if depth == 1 {
            if let Some(empty) = empty {
                *cursor = empty;
                return Err(Stop::Wrong(Problem::ShortPosition { found: 0 }));
            }
            line(cursor, geometry)?;
            geometry.end_run(Kind::Line, first, start);
            return Ok(2);
        }
        begins &= found == 0;
        if cursor.take(b',') {
            continue;
        }
        cursor.expect(b']', "`,` or `]`")?;
        if let Some(empty) = empty.filter(|_| depth > 0) {
            geometry.empty.push((empty.left(), depth));
        }
        return Ok(if depth == 0 { 0 } else { depth + 1 });
    }
}

/// That something else than an array stands among arrays.
fn beside(cursor: &Cursor<'_>) -> Stop {
    match cursor.rest.first() {
        Some(b'-' | b'0'..=b'9') => Stop::Wrong(Problem::Mixed),
        _ => cursor.wrong("an array of numbers"),
    }
}

/// The positions of a line after its first, and its closing bracket.
fn line(cursor: &mut Cursor<'_>, geometry: &mut Geometry) -> Result<(), Stop> {
    while cursor.take(b',') {
        if cursor.next()? != b'[' {
            return Err(beside(cursor));
        }
        cursor.take(b'[');
        position(cursor, geometry)?;
    }
    cursor.expect(b']', "`,` or `]`")
}

/// A position after its opening bracket. Heights, and whatever follows, are left aside.
fn position(cursor: &mut Cursor<'_>, geometry: &mut Geometry) -> Result<(), Stop> {
    let here = *cursor;
    match cursor.next()? {
        // A position that is an array itself.
        b'[' => return Err(Stop::Wrong(Problem::Mixed)),
        b']' => return Err(Stop::Wrong(Problem::ShortPosition { found: 0 })),
        _ => {}
    }
    let lon = cursor.number()?;
    if !cursor.take(b',') {
        if cursor.next()? == b']' {
            *cursor = here;
            return Err(Stop::Wrong(Problem::ShortPosition { found: 1 }));
        }
        cursor.expect(b',', "`,`")?;
    }
    let lat = cursor.number()?;
    let mut more = 0_usize;
    while cursor.take(b',') {
        cursor.number()?;
        more += 1;
    }
    if more > 1 {
        geometry.long.get_or_insert(here.left());
    }
    cursor.expect(b']', "`,` or `]`")?;
    if !(-180.0..=180.0).contains(&lon) || !(-90.0..=90.0).contains(&lat) {
        *cursor = here;
        return Err(out_of_range(cursor, lon));
    }
    geometry.degrees.push([lon, lat]);
    Ok(())
}

/// Says which of the two numbers of a position cannot be, and goes there.
fn out_of_range(cursor: &mut Cursor<'_>, lon: f64) -> Stop {
    if (-180.0..=180.0).contains(&lon) {
        return match second(cursor) {
            Ok(found) => Stop::Wrong(Problem::Latitude { found }),
            Err(stop) => stop,
        };
    }
    match written(cursor) {
        Ok(found) => Stop::Wrong(Problem::Longitude { found }),
        Err(stop) => stop,
    }
}

/// Goes to the second number of a position, and gives it as it is written.
fn second(cursor: &mut Cursor<'_>) -> Result<String, Stop> {
    cursor.number()?;
    cursor.expect(b',', "`,`")?;
    written(cursor)
}

/// A number as it is written. The cursor stays before it.
fn written(cursor: &mut Cursor<'_>) -> Result<String, Stop> {
    cursor.next()?;
    let mut after = *cursor;
    after.number()?;
    Ok(short(cursor.until(&after)))
}
