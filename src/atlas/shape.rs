//! Shapes as runs of nodes that neighbours share.
//!
//! A node is a position that stands once, however many outlines pass through it. Whatever is
//! decided for a node (where it lies in a picture, whether it is drawn at all) is decided for all
//! of them, so a border between two regions can never come apart.

use std::collections::HashMap;
use std::ops::Range;

use super::sink::send;
use super::{Point, Projection, Sink};

/// What a shape consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Single points.
    Point,
    /// Open lines.
    Line,
    /// Polygons with their holes.
    Area,
}

/// One line or ring of a shape, as a run of its nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) nodes: Range<usize>,
    /// True for the outer ring of a polygon.
    pub(super) outer: bool,
}

/// The geometry of a feature.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// What it consists of.
    pub form: Form,
    pub(super) nodes: Vec<u32>,
    pub(super) runs: Vec<Run>,
}

impl Shape {
    /// A shape without any geometry yet.
    pub(super) fn new(form: Form) -> Self {
        Self {
            form,
            nodes: Vec::new(),
            runs: Vec::new(),
        }
    }

    /// Adds a line or a ring.
    pub(super) fn add(&mut self, outer: bool, nodes: impl IntoIterator<Item = u32>) {
        let start = self.nodes.len();
        self.nodes.extend(nodes);
        self.runs.push(Run {
            nodes: start..self.nodes.len(),
            outer,
        });
    }

    /// The nodes of each line or ring, with `true` where it is the outer ring of a polygon.
    pub fn lines(&self) -> impl Iterator<Item = (bool, &[u32])> + Clone {
        self.runs
            .iter()
            .filter_map(|run| Some((run.outer, self.nodes.get(run.nodes.clone())?)))
    }

    /// Each segment from node to node in the direction of its line. Outer rings run
    /// counter-clockwise in the plane and holes clockwise: the inside lies on the left.
    pub fn segments(&self) -> impl Iterator<Item = (u32, u32)> {
        let area = self.form == Form::Area;
        self.lines().flat_map(move |(_, line)| {
            let ends = line.last().zip(line.first()).filter(|_| area);
            let pairs = line.iter().zip(line.iter().skip(1));
            ends.into_iter().chain(pairs).map(|(a, b)| (*a, *b))
        })
    }

    /// How many positions it has.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// True when it has none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}

/// All positions of an atlas, each once.
#[derive(Debug, Clone, Default)]
pub struct Nodes {
    known: HashMap<(i64, i64), u32>,
    pub(super) degrees: Vec<Point>,
    pub(super) plane: Vec<Point>,
    /// See [`super::detail`]. Empty until it has been worked out.
    pub(super) weight: Vec<f32>,
}

impl Nodes {
    /// The node of a position in degrees, new or known.
    ///
    /// Positions are the same when they agree to the seventh decimal, about a centimetre.
    pub(super) fn node(&mut self, by: &Projection, degrees: Point) -> u32 {
        let key = |v: f64| (v * 1e7).round() as i64;
        let next = u32::try_from(self.degrees.len()).unwrap_or(u32::MAX);
        let node = *self
            .known
            .entry((key(degrees.x), key(degrees.y)))
            .or_insert(next);
        if node == next {
            self.degrees.push(degrees);
            self.plane.push(by.forward(degrees));
        }
        node
    }

    /// Where a node lies in the plane, in metres.
    pub fn plane(&self, node: u32) -> Point {
        self.plane.get(node as usize).copied().unwrap_or_default()
    }

    /// Where a node lies on the globe, in degrees.
    pub fn degrees(&self, node: u32) -> Point {
        self.degrees.get(node as usize).copied().unwrap_or_default()
    }

    /// How much a node matters to the lines through it, in square metres: it can be left out of a
    /// picture in which that area cannot be seen. Infinite where lines meet or end.
    pub fn weight(&self, node: u32) -> f32 {
        self.weight
            .get(node as usize)
            .copied()
            .unwrap_or(f32::INFINITY)
    }

    /// How many positions there are.
    pub fn len(&self) -> usize {
        self.degrees.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.degrees.is_empty()
    }

    /// Sends a shape to a sink, in metres of the plane.
    pub fn send(&self, shape: &Shape, sink: &mut (impl Sink + ?Sized)) {
        if shape.form == Form::Point {
            for node in &shape.nodes {
                sink.point(self.plane(*node));
            }
            return;
        }
        let lines = shape
            .lines()
            .map(|(outer, line)| (outer, line.iter().map(|node| self.plane(*node))));
        send(lines, shape.form == Form::Area, sink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Log(Vec<&'static str>);
    impl Sink for Log {
        fn point(&mut self, _: Point) {
            self.0.push(".");
        }
        fn line_start(&mut self) {
            self.0.push("(");
        }
        fn line_end(&mut self) {
            self.0.push(")");
        }
        fn polygon_start(&mut self) {
            self.0.push("[");
        }
        fn polygon_end(&mut self) {
            self.0.push("]");
        }
    }

    fn spoken(shape: &Shape) -> String {
        let mut nodes = Nodes::default();
        for x in 0..9 {
            nodes.node(&Projection::default(), Point::new(f64::from(x), 48.0));
        }
        let mut log = Log::default();
        nodes.send(shape, &mut log);
        log.0.concat()
    }

    #[test]
    fn speaks_the_protocol_for_each_form() {
        let mut point = Shape::new(Form::Point);
        point.add(false, [0]);
        assert_eq!(spoken(&point), ".");
        let mut lines = Shape::new(Form::Line);
        lines.add(false, [0, 1]);
        lines.add(false, [2, 3]);
        assert_eq!(spoken(&lines), "(..)(..)");
        let mut areas = Shape::new(Form::Area);
        areas.add(true, [0, 1, 2]);
        areas.add(false, [3, 4, 5]);
        areas.add(true, [6, 7, 8]);
        assert_eq!(spoken(&areas), "[(...)(...)][(...)]");
    }

    #[test]
    fn rings_close_and_lines_do_not() {
        let mut ring = Shape::new(Form::Area);
        ring.add(true, [0, 1, 2]);
        assert_eq!(
            ring.segments().collect::<Vec<_>>(),
            [(2, 0), (0, 1), (1, 2)]
        );
        let mut line = Shape::new(Form::Line);
        line.add(false, [0, 1, 2]);
        assert_eq!(line.segments().collect::<Vec<_>>(), [(0, 1), (1, 2)]);
    }

    #[test]
    fn a_position_stands_once() {
        let (mut nodes, map) = (Nodes::default(), Projection::default());
        let a = nodes.node(&map, Point::new(30.0, 50.0));
        let b = nodes.node(&map, Point::new(30.000_000_01, 50.0));
        assert_eq!((a, nodes.len()), (b, 1));
    }
}
