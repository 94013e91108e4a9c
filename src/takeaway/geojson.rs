//! Places with what bears on them, as `GeoJSON` (RFC 7946): longitude and latitude in degrees, as the
//! dossier's own outlines have them.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::atlas::{Atlas, Feature, Form};
use crate::dossier::RegionId;
use crate::reading::export::{RegionRow, Taken};

#[derive(Serialize)]
struct Collection<'a> {
    r#type: &'static str,
    format: &'static str,
    name: &'a str,
    as_of: &'a str,
    address: &'a str,
    /// Places that have no outline, or none that everybody agrees on: they are no features.
    without_outline: Vec<&'a RegionRow>,
    features: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    r#type: &'static str,
    id: &'a str,
    properties: Properties<'a>,
    geometry: Box<RawValue>,
}

#[derive(Serialize)]
struct Properties<'a> {
    #[serde(flatten)]
    region: &'a RegionRow,
    as_of: &'a str,
}

/// The places of an export. What cannot be drawn is listed beside the features.
pub fn geojson(taken: &Taken, atlas: &Atlas) -> String {
    let mut collection = Collection {
        r#type: "FeatureCollection",
        format: taken.format,
        name: &taken.dossier,
        as_of: &taken.as_of,
        address: &taken.address,
        without_outline: Vec::new(),
        features: Vec::new(),
    };
    for region in &taken.regions {
        let Some(geometry) = geometry(&region.id, atlas) else {
            collection.without_outline.push(region);
            continue;
        };
        collection.features.push(Place {
            r#type: "Feature",
            id: &region.id,
            properties: Properties {
                region,
                as_of: &taken.as_of,
            },
            geometry,
        });
    }
    // Strings, numbers and lists always have a form in JSON.
    serde_json::to_string(&collection).unwrap_or_default()
}

/// The ground of a region; `None` when it has none.
fn geometry(region: &str, atlas: &Atlas) -> Option<Box<RawValue>> {
    let id: RegionId = region.parse().ok()?;
    let features: Vec<&Feature> = atlas.ground(&id).collect();
    let of = |form: Form| -> Vec<String> {
        let own = features.iter().filter(|f| f.shape.form == form);
        own.flat_map(|feature| pieces(feature, atlas)).collect()
    };
    let kinds = [
        ("Point", of(Form::Point)),
        ("LineString", of(Form::Line)),
        ("Polygon", of(Form::Area)),
    ];
    let mut parts: Vec<String> = kinds
        .into_iter()
        .filter_map(|(kind, pieces)| one_kind(kind, &pieces))
        .collect();
    let text = match parts.len() {
        0 => return None,
        1 => parts.remove(0),
        _ => format!(
            "{{\"type\":\"GeometryCollection\",\"geometries\":[{}]}}",
            parts.join(",")
        ),
    };
    RawValue::from_string(text).ok()
}

/// The geometry of pieces of one kind; `None` without any.
fn one_kind(kind: &str, pieces: &[String]) -> Option<String> {
    match pieces {
        [] => None,
        [one] => Some(format!("{{\"type\":\"{kind}\",\"coordinates\":{one}}}")),
        many => Some(format!(
            "{{\"type\":\"Multi{kind}\",\"coordinates\":[{}]}}",
            many.join(",")
        )),
    }
}

/// The coordinates of each point, line or polygon of a feature.
fn pieces(feature: &Feature, atlas: &Atlas) -> Vec<String> {
    let at = |node: &u32| {
        let degrees = atlas.nodes().degrees(*node);
        format!("[{},{}]", decimal(degrees.x), decimal(degrees.y))
    };
    let run = |nodes: &[u32], closing: Option<&u32>| {
        let all: Vec<String> = nodes.iter().chain(closing).map(at).collect();
        format!("[{}]", all.join(","))
    };
    let lines = feature.shape.lines();
    match feature.shape.form {
        Form::Point => lines.flat_map(|(_, nodes)| nodes.iter().map(at)).collect(),
        Form::Line => lines.map(|(_, nodes)| run(nodes, None)).collect(),
        Form::Area => {
            let mut polygons: Vec<Vec<String>> = Vec::new();
            for (is_outer, nodes) in lines {
                let ring = run(nodes, nodes.first());
                match polygons.last_mut() {
                    Some(rings) if !is_outer => rings.push(ring),
                    _ => polygons.push(vec![ring]),
                }
            }
            let written = polygons.iter();
            written
                .map(|rings| format!("[{}]", rings.join(",")))
                .collect()
        }
    }
}

/// Degrees to the seventh decimal, about a centimetre: no position of the atlas is known better.
fn decimal(degrees: f64) -> String {
    let all = (degrees * 1e7).round() as i64;
    let (whole, part) = (
        all.unsigned_abs() / 10_000_000,
        all.unsigned_abs() % 10_000_000,
    );
    let sign = if all < 0 { "-" } else { "" };
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let part = format!("{part:07}");
    format!("{sign}{whole}.{}", part.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_degrees_without_a_float() {
        let all = [
            (0.0, "0"),
            (-0.5, "-0.5"),
            (30.123_456_7, "30.1234567"),
            (-180.0, "-180"),
            (48.000_000_1, "48.0000001"),
            (1e-9, "0"),
        ];
        for (degrees, text) in all {
            assert_eq!(decimal(degrees), text);
        }
    }
}
