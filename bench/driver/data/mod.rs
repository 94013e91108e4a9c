//! The data sets that every page is given: made once, kept in `bench/data/`, the same on every
//! machine.

mod antimeridian;
mod probes;
pub mod synthetic;
mod topology;
mod write;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use clap::ValueEnum;
use clausemap::atlas::{Bounds, Point, Sink};
use serde::{Deserialize, Serialize};

/// A closed ring in degrees: its first point stands at its end again.
pub type Ring = Vec<Point>;
/// An outer ring and the holes in it.
pub type Polygon = Vec<Ring>;

/// A feature to be. Its id is its number in the file, beginning with 1.
#[derive(Debug, Clone)]
pub struct Area {
    /// What it is called.
    pub name: String,
    /// The class of the choropleth, 0 to 4.
    pub class: u8,
    /// What it is made of.
    pub polygons: Vec<Polygon>,
}

/// One of the data sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum Set {
    /// Natural Earth 1:50m, the middle of Europe.
    Small,
    /// Natural Earth 1:10m, the world.
    Medium,
    /// Ten thousand areas whose shared borders are fractal lines.
    Large,
}

/// What the harness knows of a data set; it is kept beside it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Meta {
    /// How many features there are.
    pub features: usize,
    /// How many positions, the closing ones counted.
    pub vertices: usize,
    /// The size of the file.
    pub bytes: u64,
    /// What to show: west, south, east, north in degrees.
    pub view: [f64; 4],
    /// Points of which it is known in which feature they lie.
    pub probes: Vec<Probe>,
}

/// A point well inside a feature.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Probe {
    /// Longitude in degrees.
    pub lon: f64,
    /// Latitude in degrees.
    pub lat: f64,
    /// The feature's id.
    pub id: u32,
    /// Its class, which says its colour.
    pub v: u8,
}

impl Set {
    /// Its name, also of its file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    /// What is known of it. Makes its files if they are not there yet.
    ///
    /// # Errors
    /// `npm ci` has not been run, or a file cannot be written.
    pub fn ready(self, bench: &Path) -> Result<Meta> {
        let folder = bench.join("data");
        let meta = folder.join(self.name()).with_extension("meta.json");
        let geojson = folder.join(self.name()).with_extension("geojson");
        if let (Ok(text), true) = (fs::read(&meta), geojson.exists()) {
            return Ok(serde_json::from_slice(&text)?);
        }
        eprintln!("making the {} data set", self.name());
        fs::create_dir_all(&folder)?;
        let made = self.make(&geojson, bench)?;
        // Last, and so the sign that all of it is there.
        fs::write(&meta, serde_json::to_vec(&made)?)?;
        Ok(made)
    }

    fn make(self, geojson: &Path, bench: &Path) -> Result<Meta> {
        let areas = match self {
            Self::Small => middle_of_europe(topology::countries(bench, "50m")?),
            Self::Medium => topology::countries(bench, "10m")?,
            Self::Large => synthetic::areas(&synthetic::LARGE),
        };
        let areas = wound(areas);
        let view = match self {
            // The poles are not on a map of this projection.
            Self::Medium => [-179.9, -58.0, 179.9, 80.0],
            Self::Small | Self::Large => around(&areas),
        };
        let bytes = write::geojson(geojson, &areas)
            .with_context(|| format!("cannot write {}", geojson.display()))?;
        Ok(Meta {
            features: areas.len(),
            vertices: rings(&areas).map(Vec::len).sum(),
            bytes,
            view,
            probes: probes::probes(&areas, view),
        })
    }
}

fn rings(areas: &[Area]) -> impl Iterator<Item = &Ring> {
    areas.iter().flat_map(|area| area.polygons.iter().flatten())
}

fn around(areas: &[Area]) -> [f64; 4] {
    let mut all = Bounds::default();
    for at in rings(areas).flatten() {
        all.point(*at);
    }
    [all.min.x, all.min.y, all.max.x, all.max.y]
}

/// As RFC 7946 has it: outer rings counter-clockwise, holes clockwise.
fn wound(mut areas: Vec<Area>) -> Vec<Area> {
    for polygon in areas.iter_mut().flat_map(|area| &mut area.polygons) {
        for (at, ring) in polygon.iter_mut().enumerate() {
            if (doubled_area(ring) > 0.0) != (at == 0) {
                ring.reverse();
            }
        }
    }
    areas
}

/// Twice the area of a ring; positive when it runs counter-clockwise.
fn doubled_area(ring: &[Point]) -> f64 {
    let pairs = ring.iter().zip(ring.iter().skip(1));
    pairs.map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

/// The countries that lie in the middle of Europe, without their islands and lands elsewhere.
fn middle_of_europe(countries: Vec<Area>) -> Vec<Area> {
    let window = Bounds::of(Point::new(-12.0, 34.5), Point::new(41.0, 61.0));
    let is_inside = |polygon: &Polygon| polygon.iter().flatten().all(|at| window.contains(*at));
    let mut kept: Vec<Area> = countries
        .into_iter()
        .filter(|area| COUNTRIES.contains(&area.name.as_str()))
        .collect();
    for area in &mut kept {
        area.polygons.retain(is_inside);
    }
    kept.retain(|area| !area.polygons.is_empty());
    for (at, area) in kept.iter_mut().enumerate() {
        area.class = (at % 5) as u8;
    }
    kept
}

/// As Natural Earth calls them.
const COUNTRIES: [&str; 34] = [
    "Albania",
    "Austria",
    "Belarus",
    "Belgium",
    "Bosnia and Herz.",
    "Bulgaria",
    "Croatia",
    "Czechia",
    "Denmark",
    "Estonia",
    "France",
    "Germany",
    "Greece",
    "Hungary",
    "Ireland",
    "Italy",
    "Kosovo",
    "Latvia",
    "Lithuania",
    "Luxembourg",
    "Macedonia",
    "Moldova",
    "Montenegro",
    "Netherlands",
    "Poland",
    "Portugal",
    "Romania",
    "Serbia",
    "Slovakia",
    "Slovenia",
    "Spain",
    "Switzerland",
    "Ukraine",
    "United Kingdom",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_wound_as_the_standard_asks() {
        let square = |size: f64| -> Ring {
            [
                (0.0, 0.0),
                (0.0, size),
                (size, size),
                (size, 0.0),
                (0.0, 0.0),
            ]
            .map(|(x, y)| Point::new(x, y))
            .to_vec()
        };
        let area = Area {
            name: String::new(),
            class: 0,
            polygons: vec![vec![square(4.0), square(1.0)]],
        };
        let areas = wound(vec![area]);
        let turns: Vec<bool> = rings(&areas).map(|ring| doubled_area(ring) > 0.0).collect();
        assert_eq!(turns, [true, false]);
    }
}
