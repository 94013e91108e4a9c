//! The arrays of numbers that a geometry is written with.

use super::cursor::{Cursor, Stop};
use super::finding::Problem;
use super::geometry::{Geometry, Kind};

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
    let (mut depth, mut begins) = (0, true);
    loop {
        let found = array(cursor, geometry, above + 1, begins)?;
        if depth != 0 && found != 0 && found != depth {
            return Err(Stop::Wrong(Problem::Mixed));
        }
        depth = depth.max(found);
        if depth == 1 {
            line(cursor, geometry)?;
            geometry.end_run(Kind::Line, first, start);
            return Ok(2);
        }
        begins &= found == 0;
        if cursor.take(b',') {
            continue;
        }
        cursor.expect(b']', "`,` or `]`")?;
        return Ok(if depth == 0 { 0 } else { depth + 1 });
    }
}

/// The positions of a line after its first, and its closing bracket.
fn line(cursor: &mut Cursor<'_>, geometry: &mut Geometry) -> Result<(), Stop> {
    while cursor.take(b',') {
        if cursor.next()? != b'[' {
            return Err(Stop::Wrong(Problem::Mixed));
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
    while cursor.take(b',') {
        cursor.number()?;
    }
    cursor.expect(b']', "`,` or `]`")?;
    if !(-180.0..=180.0).contains(&lon) {
        *cursor = here;
        return Err(Stop::Wrong(Problem::Longitude { found: lon }));
    }
    if !(-90.0..=90.0).contains(&lat) {
        *cursor = here;
        return Err(Stop::Wrong(Problem::Latitude { found: lat }));
    }
    geometry.degrees.push([lon, lat]);
    Ok(())
}
