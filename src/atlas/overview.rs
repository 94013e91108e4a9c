//! The overview of a dossier's geometry: as much of its outlines as can be seen from afar.
//!
//! It leaves out the nodes that [`super::detail`] gives too little weight and writes the others
//! with no more decimals than can be seen. Both are decided per node, over all layers together, so
//! that neighbours share their borders in the overview too.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use serde_json::value::RawValue;
use thiserror::Error;

use super::measure::turn;
use super::{Atlas, Bounds, Feature, Form, Point, Shape};
use crate::dossier::{KmPerPx, Members};

/// Why there is no overview of some geometry.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoOverview {
    /// Two lines would cross that do not.
    #[error("two lines would cross near {0}; ask for an overview that is less coarse")]
    Crossing(String),
    /// The full outlines of a layer are no `FeatureCollection`.
    #[error("this is no FeatureCollection; mend the file that holds the full outlines")]
    NoCollection,
}

/// Which nodes an overview keeps, and where it puts them.
pub struct Overview<'a> {
    atlas: &'a Atlas,
    kept: Vec<bool>,
    /// Where each node is written, in degrees.
    written: Vec<Point>,
}

type Segment = (u32, u32);

impl<'a> Overview<'a> {
    /// The overview of an atlas for cameras at `scale` and farther away.
    ///
    /// # Errors
    /// [`NoOverview::Crossing`], when what had to be kept of a small feature is in the way of others.
    pub fn of(atlas: &'a Atlas, scale: KmPerPx) -> Result<Self, NoOverview> {
        let nodes = atlas.nodes();
        let all = || (0..nodes.len()).map(|node| node as u32);
        // A corner that spans less than one square px is not missed.
        let level = (scale.metres() * scale.metres()) as f32;
        let mut overview = Self {
            atlas,
            kept: all().map(|node| nodes.weight(node) >= level).collect(),
            written: all()
                .map(|node| rounded(nodes.degrees(node), decimals(scale)))
                .collect(),
        };
        for feature in atlas.features() {
            overview.keep_some(&feature.shape);
        }
        overview.part()?;
        Ok(overview)
    }

    fn keeps(&self, node: u32) -> bool {
        self.kept.get(node as usize) == Some(&true)
    }

    /// Keeps the heaviest three corners of a feature that would vanish: it has a page, and a place
    /// on the map.
    fn keep_some(&mut self, shape: &Shape) {
        let nodes = self.atlas.nodes();
        if self.lines(shape).next().is_some() {
            return;
        }
        let heaviest = |line: &[u32]| {
            let mut weights: Vec<f32> = line.iter().map(|node| nodes.weight(*node)).collect();
            weights.sort_by(|a, b| b.total_cmp(a));
            weights.get(2).copied().unwrap_or_default()
        };
        let outer = shape.lines().filter(|(outer, _)| *outer);
        let best = outer.max_by(|(_, a), (_, b)| heaviest(a).total_cmp(&heaviest(b)));
        let Some((_, line)) = best else { return };
        let least = heaviest(line);
        for node in line.iter().filter(|node| nodes.weight(**node) >= least) {
            if let Some(kept) = self.kept.get_mut(*node as usize) {
                *kept = true;
            }
        }
    }

    /// What is left of the lines of a shape; a hole only with the ring around it.
    fn lines(&self, shape: &'a Shape) -> impl Iterator<Item = (bool, Vec<u32>)> {
        let least = match shape.form {
            Form::Area => 3,
            Form::Line => 2,
            Form::Point => 1,
        };
        let mut around = true;
        shape.lines().filter_map(move |(outer, line)| {
            let left: Vec<u32> = line.iter().copied().filter(|n| self.keeps(*n)).collect();
            let there = left.len() >= least;
            if outer {
                around = there;
            }
            (there && around).then_some((outer, left))
        })
    }

    fn segments(&self) -> BTreeSet<Segment> {
        let mut found = BTreeSet::new();
        let shapes = self.atlas.features().iter().map(|feature| &feature.shape);
        for shape in shapes.filter(|shape| shape.form != Form::Point) {
            for (_, line) in self.lines(shape) {
                let ring = shape.form == Form::Area;
                let ends = line.last().zip(line.first()).filter(|_| ring);
                let pairs = line.iter().zip(line.iter().skip(1));
                let all = ends.into_iter().chain(pairs).filter(|(a, b)| a != b);
                found.extend(all.map(|(a, b)| (*a.min(b), *a.max(b))));
            }
        }
        found
    }

    /// Writes nodes in full where rounding would make lines touch that do not.
    fn part(&mut self) -> Result<(), NoOverview> {
        let segments: Vec<Segment> = self.segments().into_iter().collect();
        let exact: Vec<Point> = self.planes(|node| self.atlas.nodes().degrees(node));
        let met: HashSet<(Segment, Segment)> = meetings(&segments, &exact).into_iter().collect();
        loop {
            let written = self.planes(|node| self.written(node));
            let mut touching = meetings(&segments, &written);
            touching.retain(|pair| !met.contains(pair));
            if touching.is_empty() {
                return Ok(());
            }
            let mut parted = false;
            for ((a, b), (c, d)) in &touching {
                for node in [*a, *b, *c, *d] {
                    let full = self.atlas.nodes().degrees(node);
                    if let Some(written) = self.written.get_mut(node as usize) {
                        parted |= *written != full;
                        *written = full;
                    }
                }
            }
            if let (false, Some(((a, _), _))) = (parted, touching.first()) {
                let at = self.written(*a);
                return Err(NoOverview::Crossing(format!("{}, {}", at.x, at.y)));
            }
        }
    }

    fn written(&self, node: u32) -> Point {
        self.written.get(node as usize).copied().unwrap_or_default()
    }

    fn planes(&self, degrees: impl Fn(u32) -> Point) -> Vec<Point> {
        let projection = self.atlas.projection();
        (0..self.written.len())
            .map(|node| projection.forward(degrees(node as u32)))
            .collect()
    }

    /// The text of the overview of a layer, from the text of its full outlines: everything that
    /// stands there but the coordinates that are left out. The same inputs give the same text.
    ///
    /// # Errors
    /// [`NoOverview::NoCollection`].
    pub fn file(&self, layer: &str, full: &str) -> Result<String, NoOverview> {
        let members = |text| serde_json::from_str::<Members<'_>>(text).ok();
        let Members(collection) = members(full).ok_or(NoOverview::NoCollection)?;
        let mut features = self.atlas.features().iter().filter(|f| f.at.layer == layer);
        let mut head = Vec::new();
        let mut rows = Vec::new();
        for (name, value) in &collection {
            if name != "features" {
                head.push(member(name, value.get()));
                continue;
            }
            let raw = serde_json::from_str::<Vec<&RawValue>>(value.get());
            for feature in raw.map_err(|_| NoOverview::NoCollection)? {
                let Members(parts) = members(feature.get()).ok_or(NoOverview::NoCollection)?;
                // A feature that cannot be used was left out of the atlas, and is left out here.
                let Some(read) = features
                    .clone()
                    .next()
                    .filter(|f| stands_at(f, full, feature))
                else {
                    continue;
                };
                features.next();
                let part = |(name, value): &(String, &RawValue)| match name.as_str() {
                    "geometry" => member(name, &self.geometry(&read.shape, value.get())),
                    _ => member(name, value.get()),
                };
                let parts: Vec<String> = parts.iter().map(part).collect();
                rows.push(format!("{{{}}}", parts.join(",")));
            }
        }
        head.push(format!("\"features\":[\n{}\n]", rows.join(",\n")));
        Ok(format!("{{{}}}\n", head.join(",")))
    }

    fn geometry(&self, shape: &'a Shape, full: &str) -> String {
        let line = |(outer, line): (bool, Vec<u32>)| {
            let closing = line.first().copied().filter(|_| shape.form == Form::Area);
            let mut text = String::new();
            for node in line.iter().copied().chain(closing) {
                let at = self.written(node);
                let comma = if text.is_empty() { "" } else { "," };
                // Writing to a string does not fail.
                let _ = write!(text, "{comma}[{},{}]", at.x, at.y);
            }
            (outer, format!("[{text}]"))
        };
        let lines = self.lines(shape).map(line);
        let (kind, coordinates) = match shape.form {
            Form::Point => return full.to_owned(),
            Form::Line => several("LineString", lines.map(|(_, text)| text).collect()),
            Form::Area => {
                let mut polygons: Vec<String> = Vec::new();
                for (outer, text) in lines {
                    match polygons.last_mut() {
                        Some(rings) if !outer => *rings = format!("{rings},{text}"),
                        _ => polygons.push(text),
                    }
                }
                let closed = polygons.iter().map(|rings| format!("[{rings}]")).collect();
                several("Polygon", closed)
            }
        };
        format!("{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}")
    }
}

/// Whether a feature was read from this text within the text of its file.
fn stands_at(feature: &Feature, file: &str, text: &RawValue) -> bool {
    feature.origin.start == text.get().as_ptr() as usize - file.as_ptr() as usize
}

fn member(name: &str, value: &str) -> String {
    format!("{}:{value}", serde_json::Value::from(name))
}

/// One geometry as it is, several as a `Multi…`.
fn several(kind: &str, parts: Vec<String>) -> (String, String) {
    match parts.as_slice() {
        [one] => (kind.to_owned(), one.clone()),
        all => (format!("Multi{kind}"), format!("[{}]", all.join(","))),
    }
}

/// As many decimals of a degree as a tenth of a px needs.
fn decimals(scale: KmPerPx) -> i32 {
    /// Half of a degree of latitude, in kilometres: the most that rounding moves a node by.
    const HALF_A_DEGREE: f64 = 55.6;
    (HALF_A_DEGREE / (scale.km() / 10.0))
        .log10()
        .ceil()
        .max(0.0) as i32
}

fn rounded(at: Point, decimals: i32) -> Point {
    let unit = 10_f64.powi(decimals);
    // Adding nothing makes a nought of one that is below it.
    let round = |degrees: f64| (degrees * unit).round() / unit + 0.0;
    Point::new(round(at.x), round(at.y))
}

/// The pairs of segments that share a point which is no node of both.
fn meetings(segments: &[Segment], at: &[Point]) -> Vec<(Segment, Segment)> {
    let place = |node: u32| at.get(node as usize).copied().unwrap_or_default();
    let corner = |p: Point| [p.x, p.y];
    let boxes = segments.iter().map(|(a, b)| {
        let sides = Rectangle::from_corners(corner(place(*a)), corner(place(*b)));
        GeomWithData::new(sides, (*a, *b))
    });
    let tree = RTree::bulk_load(boxes.collect());
    let mut found = Vec::new();
    for one in segments {
        let (a, b) = (place(one.0), place(one.1));
        let around = AABB::from_corners(corner(a), corner(b));
        let near = tree.locate_in_envelope_intersecting(around);
        for other in near.map(|other| other.data).filter(|other| other > one) {
            if meet(*one, other, &place) {
                found.push((*one, other));
            }
        }
    }
    found
}

fn meet(one: Segment, other: Segment, place: &impl Fn(u32) -> Point) -> bool {
    let ends = |(a, b): Segment| (place(a), place(b));
    let shared = [one.0, one.1]
        .into_iter()
        .find(|n| [other.0, other.1].contains(n));
    if let Some(shared) = shared {
        let far = |(a, b): Segment| place(if a == shared { b } else { a });
        let (s, p, q) = (place(shared), far(one), far(other));
        // Out of one node in one direction: the one lies on the other.
        let ahead = (p.x - s.x) * (q.x - s.x) + (p.y - s.y) * (q.y - s.y) >= 0.0;
        return ahead && turn(s, p, q) == 0.0;
    }
    let ((a, b), (c, d)) = (ends(one), ends(other));
    let apart = |s: f64, t: f64| (s > 0.0 && t > 0.0) || (s < 0.0 && t < 0.0);
    Bounds::of(a, b).meets(&Bounds::of(c, d))
        && !apart(turn(a, b, c), turn(a, b, d))
        && !apart(turn(c, d, a), turn(c, d, b))
}
