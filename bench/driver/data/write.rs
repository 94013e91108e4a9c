//! Areas as a `GeoJSON` file.

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

use super::{Area, Polygon};

/// Writes a collection, a feature to a line, and gives the size of the file. Numbers have as many
/// digits as they need to be read back the same.
///
/// # Errors
/// The file cannot be written.
pub fn geojson(file: &Path, areas: &[Area]) -> Result<u64> {
    let mut out = BufWriter::new(File::create(file)?);
    write!(out, r#"{{"type":"FeatureCollection","features":["#)?;
    for (at, area) in areas.iter().enumerate() {
        let id = at + 1;
        let name = serde_json::to_string(&area.name)?;
        let class = area.class;
        out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        write!(
            out,
            r#"{{"type":"Feature","id":{id},"properties":{{"id":{id},"name":{name},"v":{class}}},"geometry":"#
        )?;
        match area.polygons.as_slice() {
            [polygon] => {
                write!(out, r#"{{"type":"Polygon","coordinates":"#)?;
                write_polygon(&mut out, polygon)?;
            }
            polygons => {
                write!(out, r#"{{"type":"MultiPolygon","coordinates":"#)?;
                list(&mut out, polygons, write_polygon)?;
            }
        }
        write!(out, "}}}}")?;
    }
    writeln!(out, "\n]}}")?;
    out.flush()?;
    Ok(out.get_ref().metadata()?.len())
}

fn write_polygon<W: Write>(out: &mut W, polygon: &Polygon) -> Result<()> {
    list(out, polygon, |out, ring| {
        list(out, ring, |out, at| write!(out, "[{},{}]", at.x, at.y))
    })
}

fn list<W: Write, T>(
    out: &mut W,
    items: &[T],
    mut each: impl FnMut(&mut W, &T) -> Result<()>,
) -> Result<()> {
    out.write_all(b"[")?;
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        each(out, item)?;
    }
    out.write_all(b"]")
}
