//! One feature: what it is called, where it lies.

use super::blocks::Blocks;
use super::measure::{Side, area};
use super::pole::pole;
use super::read::makes_ground;
use super::shape::{Form, Nodes, Shape};
use super::{Bounds, Point, Sink};
use crate::dossier::{FeatureRef, LayerRole, Origin, Text};

/// One feature of a `GeoJSON` file that can be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Feature {
    /// Its layer and its id there.
    pub at: FeatureRef,
    /// What its layer is drawn as.
    pub role: LayerRole,
    /// Where it stands in the files.
    pub origin: Origin,
    /// Its name by language, from the properties `name` (English), `name_uk`, `name_ru`, ….
    pub name: Text,
    /// What is to be known of it, from `note`, `note_uk`, ….
    pub note: Text,
    /// What sort of thing it is, from `kind`: `oblast`, `river`, `lake`. Empty when not said.
    pub kind: String,
    /// How soon it is shown, from `rank`: 1 first. `None` when not said.
    pub rank: Option<u8>,
    /// Its geometry.
    pub shape: Shape,
    /// The box around it, in metres of the plane.
    pub bounds: Bounds,
    /// Where its name stands best, in metres of the plane: in its largest part, far from any edge.
    pub label_point: Point,
    /// Its area in square metres of the plane; 0 for points and lines.
    pub area: f64,
    /// What makes asking where a point lies quick.
    pub(super) blocks: Blocks,
    /// True for a region's feature that lies within a larger one of that role, as a spit of land
    /// lies in its oblast: its outline is no line between units.
    pub nested: bool,
}

impl Feature {
    /// Where a point (metres of the plane) lies with regard to its polygons; outside of points and lines.
    pub fn side(&self, nodes: &Nodes, at: Point) -> Side {
        if self.shape.form == Form::Area && self.bounds.contains(at) {
            self.blocks.side(self.lines(), |n| nodes.plane(*n), at)
        } else {
            Side::Outside
        }
    }

    /// How far a point (metres of the plane) is from it: 0 inside a polygon.
    pub fn distance(&self, nodes: &Nodes, at: Point) -> f64 {
        match self.shape.form {
            Form::Area if self.side(nodes, at) != Side::Outside => 0.0,
            Form::Point => self
                .shape
                .nodes
                .iter()
                .map(|node| nodes.plane(*node).distance(at))
                .fold(f64::INFINITY, f64::min),
            _ => self.blocks.distance(self.lines(), |n| nodes.plane(*n), at),
        }
    }

    fn lines(&self) -> impl Iterator<Item = &[u32]> + Clone {
        self.shape.lines().map(|(_, line)| line)
    }

    /// Whether its outline parts the ground, as countries and regions do.
    pub(super) fn parts_ground(&self) -> bool {
        makes_ground(self.role) && self.shape.form == Form::Area && !self.nested
    }

    /// Works out what follows from the shape.
    pub(super) fn measure(&mut self, nodes: &Nodes) {
        nodes.send(&self.shape, &mut self.bounds);
        self.area = match self.shape.form {
            Form::Area => area(|sink: &mut dyn Sink| nodes.send(&self.shape, sink)).abs(),
            Form::Point | Form::Line => 0.0,
        };
        let closed = self.shape.form == Form::Area;
        self.blocks = Blocks::of(self.lines(), closed, |n| nodes.plane(*n));
        self.label_point = label_point(&self.shape, nodes).unwrap_or_else(|| self.bounds.centre());
    }
}

/// The pole of the largest polygon, the middle node of the longest line, the first point.
fn label_point(shape: &Shape, nodes: &Nodes) -> Option<Point> {
    let plane = |line: &[u32]| line.iter().map(|n| nodes.plane(*n)).collect::<Vec<Point>>();
    match shape.form {
        Form::Point => shape.nodes.first().map(|node| nodes.plane(*node)),
        Form::Line => {
            let longest = shape
                .lines()
                .map(|(_, line)| line)
                .max_by_key(|line| line.len())?;
            longest
                .get(longest.len() / 2)
                .map(|node| nodes.plane(*node))
        }
        Form::Area => {
            let mut polygons: Vec<Vec<Vec<Point>>> = Vec::new();
            for (outer, line) in shape.lines() {
                match polygons.last_mut() {
                    Some(rings) if !outer => rings.push(plane(line)),
                    _ => polygons.push(vec![plane(line)]),
                }
            }
            let largest = polygons
                .iter()
                .max_by(|a, b| outer(a).total_cmp(&outer(b)))?;
            pole(largest)
        }
    }
}

/// The area within the outer ring of a polygon.
fn outer(rings: &[Vec<Point>]) -> f64 {
    rings.first().map_or(0.0, |ring| ring_area(ring).abs())
}

/// The area of a ring, positive when it runs counter-clockwise.
pub(super) fn ring_area(ring: &[Point]) -> f64 {
    area(|sink: &mut dyn Sink| {
        sink.polygon_start();
        sink.line_start();
        for at in ring {
            sink.point(*at);
        }
        sink.line_end();
        sink.polygon_end();
    })
}
