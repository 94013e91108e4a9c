//! Countries from the `TopoJSON` files of the npm package world-atlas.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use clausemap::atlas::Point;
use serde::Deserialize;

use super::{Area, Polygon, Ring, antimeridian};

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    /// Each with its first position and then the steps from one to the next, in whole numbers.
    arcs: Vec<Vec<[f64; 2]>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(flatten)]
    form: Form,
    properties: Properties,
}

/// Rings as numbers of arcs; a negative one stands for an arc to be walked backwards.
#[derive(Deserialize)]
#[serde(tag = "type")]
enum Form {
    Polygon { arcs: Vec<Vec<i64>> },
    MultiPolygon { arcs: Vec<Vec<Vec<i64>>> },
}

#[derive(Deserialize)]
struct Properties {
    #[serde(default)]
    name: String,
}

/// All countries of one scale, with classes by their order, cut where they cross the antimeridian.
///
/// # Errors
/// The package is not there, or is not what it was.
pub fn countries(bench: &Path, scale: &str) -> Result<Vec<Area>> {
    let file = bench.join(format!("node_modules/world-atlas/countries-{scale}.json"));
    let text = fs::read(&file)
        .with_context(|| format!("cannot read {}: run `npm ci` in bench/", file.display()))?;
    let topology: Topology = serde_json::from_slice(&text)?;
    let arcs: Vec<Vec<Point>> = topology
        .arcs
        .iter()
        .map(|arc| positions(arc, &topology.transform))
        .collect();
    let areas = topology
        .objects
        .countries
        .geometries
        .into_iter()
        .enumerate();
    areas
        .map(|(at, Geometry { form, properties })| {
            let polygons = match form {
                Form::Polygon { arcs } => vec![arcs],
                Form::MultiPolygon { arcs } => arcs,
            };
            let polygons = polygons.iter().map(|rings| polygon(rings, &arcs));
            let whole: Vec<Polygon> = polygons.collect::<Result<_>>()?;
            Ok(Area {
                name: properties.name,
                class: (at % 5) as u8,
                polygons: whole.into_iter().flat_map(antimeridian::cut).collect(),
            })
        })
        .collect()
}

fn positions(arc: &[[f64; 2]], by: &Transform) -> Vec<Point> {
    let mut at = [0.0, 0.0];
    let steps = arc.iter().map(|step| {
        at = [at[0] + step[0], at[1] + step[1]];
        Point::new(
            at[0] * by.scale[0] + by.translate[0],
            at[1] * by.scale[1] + by.translate[1],
        )
    });
    steps.collect()
}

fn polygon(rings: &[Vec<i64>], arcs: &[Vec<Point>]) -> Result<Polygon> {
    rings.iter().map(|ring| stitched(ring, arcs)).collect()
}

/// Arcs one behind the other. Each begins where the one before it ends; that point is taken once.
fn stitched(numbers: &[i64], arcs: &[Vec<Point>]) -> Result<Ring> {
    let mut ring = Ring::new();
    for number in numbers {
        let forwards = *number >= 0;
        let at = if forwards { *number } else { !*number };
        let arc = usize::try_from(at).ok().and_then(|at| arcs.get(at));
        let arc = arc.with_context(|| format!("the atlas has no arc {number}"))?;
        ring.pop();
        if forwards {
            ring.extend(arc);
        } else {
            ring.extend(arc.iter().rev());
        }
    }
    // An islet of which rounding left a line or a point is kept as a ring of no area.
    while let (Some(first), true) = (ring.first().copied(), ring.len() < 4) {
        ring.push(first);
    }
    Ok(ring)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_are_stitched_forwards_and_backwards() {
        let line = |xs: &[f64]| xs.iter().map(|x| Point::new(*x, 0.0)).collect::<Vec<_>>();
        let arcs = [line(&[0.0, 1.0, 2.0]), line(&[0.0, 3.0, 2.0])];
        let xs: Vec<f64> = stitched(&[0, -2], &arcs)
            .unwrap()
            .iter()
            .map(|at| at.x)
            .collect();
        assert_eq!(xs, [0.0, 1.0, 2.0, 3.0, 0.0]);
        assert!(stitched(&[2], &arcs).is_err());
    }
}
