//! The levels of detail: what is shared stays shared, and no line comes to cross another.

use std::collections::{BTreeSet, HashMap};

use proptest::prelude::*;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::*;
use crate::atlas::read::makes_ground;
use crate::atlas::rings::cross;

pub(super) type Segment = (u32, u32);

/// Weights from which on a node is drawn, from all nodes to almost none, in square metres.
fn levels(nodes: &Nodes) -> Vec<f32> {
    let mut found: Vec<f32> = (0..nodes.len())
        .map(|node| nodes.weight(node as u32))
        .filter(|weight| weight.is_finite())
        .collect();
    found.sort_by(f32::total_cmp);
    let at = |part: f64| found.get((part * found.len() as f64) as usize).copied();
    // Even parts of the nodes, and the last thousandths, where whole islands go.
    let parts = (0..20).map(|n| f64::from(n) / 20.0);
    let last = (0..20).map(|n| 1.0 - 0.05 * 0.7_f64.powi(n));
    parts.chain(last).filter_map(at).chain([f32::MAX]).collect()
}

/// The rings and lines of a shape that are left at a level.
fn left(nodes: &Nodes, shape: &Shape, level: f32) -> Vec<Vec<u32>> {
    let least = if shape.form == Form::Area { 3 } else { 2 };
    let keep = |line: &[u32]| -> Vec<u32> {
        let there = line.iter().copied().filter(|n| nodes.weight(*n) >= level);
        there.collect()
    };
    let lines = shape.lines().map(|(_, line)| keep(line));
    lines.filter(|line| line.len() >= least).collect()
}

pub(super) fn segments<'a>(
    nodes: &Nodes,
    shapes: impl Iterator<Item = &'a Shape>,
    level: f32,
) -> BTreeSet<Segment> {
    let mut found = BTreeSet::new();
    for shape in shapes.filter(|shape| shape.form != Form::Point) {
        for line in left(nodes, shape, level) {
            let ends = line.last().zip(line.first());
            let ends = ends.filter(|_| shape.form == Form::Area);
            let pairs = line.iter().zip(line.iter().skip(1));
            found.extend(
                ends.into_iter()
                    .chain(pairs)
                    .filter(|(a, b)| a != b)
                    .map(|(a, b)| (*a.min(b), *a.max(b))),
            );
        }
    }
    found
}

/// How many pairs of segments cross.
pub(super) fn crossings(nodes: &Nodes, segments: &BTreeSet<Segment>) -> usize {
    let ends = |(a, b): Segment| (nodes.plane(a), nodes.plane(b));
    let corner = |p: Point| [p.x, p.y];
    let boxes = segments.iter().map(|segment| {
        let (a, b) = ends(*segment);
        GeomWithData::new(Rectangle::from_corners(corner(a), corner(b)), *segment)
    });
    let tree = RTree::bulk_load(boxes.collect());
    let crossed = |segment: &Segment| {
        let (a, b) = ends(*segment);
        tree.locate_in_envelope_intersecting(AABB::from_corners(corner(a), corner(b)))
            .filter(|other| other.data > *segment)
            .filter(|other| {
                let (c, d) = ends(other.data);
                cross(a, b, c, d)
            })
            .count()
    };
    segments.iter().map(crossed).sum()
}

pub(super) fn ground(atlas: &Atlas) -> impl Iterator<Item = &Shape> + Clone {
    let ground = atlas.features().iter().filter(|f| makes_ground(f.role));
    ground.map(|feature| &feature.shape)
}

#[test]
fn no_two_lines_of_the_ground_cross_at_any_level() {
    let atlas = read();
    let nodes = atlas.nodes();
    let mut before = usize::MAX;
    for level in levels(nodes) {
        let there = segments(nodes, ground(&atlas), level);
        assert_eq!(crossings(nodes, &there), 0, "{level}");
        assert!(there.len() <= before);
        before = there.len();
    }
    // What is left at last is only what keeps neighbours apart.
    assert!(before < 900, "{before}");
}

#[test]
fn rivers_and_borders_cross_no_more_often_when_they_are_coarse() {
    let atlas = read();
    let nodes = atlas.nodes();
    let shapes = || atlas.features().iter().map(|feature| &feature.shape);
    let mut before = usize::MAX;
    for level in levels(nodes) {
        let found = crossings(nodes, &segments(nodes, shapes(), level));
        assert!(found <= before, "{found} at {level}, {before} before");
        before = found;
    }
}

/// The nodes that two shapes share, ring by ring of the first, in its order.
fn shared(nodes: &Nodes, one: &Shape, other: &Shape, level: f32) -> Vec<Vec<u32>> {
    let theirs: BTreeSet<u32> = left(nodes, other, level).into_iter().flatten().collect();
    let mine = left(nodes, one, level).into_iter();
    mine.map(|line| line.into_iter().filter(|n| theirs.contains(n)).collect())
        .filter(|line: &Vec<u32>| !line.is_empty())
        .collect()
}

#[test]
fn neighbours_share_the_same_border_at_every_level() {
    let atlas = read();
    let nodes = atlas.nodes();
    let units: Vec<&Shape> = atlas
        .features()
        .iter()
        .filter(|f| f.at.layer == "units" || f.at.layer == "countries")
        .map(|feature| &feature.shape)
        .collect();
    let mut neighbours = 0;
    let levels = levels(nodes);
    for (at, one) in units.iter().enumerate() {
        for other in units.iter().skip(at + 1) {
            if shared(nodes, one, other, 0.0).is_empty() {
                continue;
            }
            neighbours += 1;
            for level in &levels {
                // What either draws of the border is what both draw of it.
                let sorted =
                    |runs: Vec<Vec<u32>>| runs.into_iter().flatten().collect::<BTreeSet<_>>();
                let mine = sorted(shared(nodes, one, other, *level));
                let theirs = sorted(shared(nodes, other, one, *level));
                assert_eq!(mine, theirs);
            }
        }
    }
    assert!(neighbours > 80, "{neighbours}");
}

/// The segments that only one of these shapes has: what is drawn as their common outline.
pub(super) fn outer(nodes: &Nodes, shapes: &[&Shape], level: f32) -> BTreeSet<Segment> {
    let mut count: HashMap<Segment, usize> = HashMap::new();
    for shape in shapes {
        for segment in segments(nodes, std::iter::once(*shape), level) {
            *count.entry(segment).or_default() += 1;
        }
    }
    let once = count.into_iter().filter(|(_, count)| *count == 1);
    once.map(|(segment, _)| segment).collect()
}

#[test]
fn there_is_no_sliver_between_units_at_any_level() {
    let atlas = read();
    let nodes = atlas.nodes();
    let units: Vec<&Shape> = atlas
        .features()
        .iter()
        .filter(|f| f.at.layer == "units")
        .map(|feature| &feature.shape)
        .collect();
    let home = &atlas.home().unwrap().shape;
    for level in levels(nodes) {
        // A gap or an overlap has two sides, each drawn by one unit only; then the units together
        // would have more of an outline than the country has.
        assert_eq!(
            outer(nodes, &units, level),
            outer(nodes, &[home], level),
            "{level}"
        );
    }
}

#[test]
fn a_ring_keeps_three_corners_or_vanishes() {
    let atlas = read();
    let nodes = atlas.nodes();
    for level in levels(nodes) {
        for shape in ground(&atlas).filter(|shape| shape.form == Form::Area) {
            for (_, line) in shape.lines() {
                let there = line.iter().filter(|n| nodes.weight(**n) >= level).count();
                assert!(there == 0 || there >= 3, "{there} corners at {level}");
            }
        }
    }
}

const COLUMNS: usize = 24;
const STRIPS: usize = 5;

/// A country of strips that follow each other's every bend, so that a coarse line soon runs into
/// the next one, with a tiny island in some.
fn strips() -> impl Strategy<Value = (Nodes, Vec<Shape>)> {
    let bends = prop::collection::vec(0.0..6.0_f64, COLUMNS);
    let gaps = prop::collection::vec(0.05..1.0_f64, COLUMNS * STRIPS);
    let islands = prop::collection::vec(prop::option::of(1..COLUMNS - 1), STRIPS);
    (bends, gaps, islands).prop_map(|(bends, gaps, islands)| {
        let (mut nodes, map) = (Nodes::default(), shipped_projection());
        let mut node =
            |x: f64, y: f64| nodes.node(&map, Point::new(25.0 + x / 3.0, 45.0 + y / 3.0));
        let height = |line: usize, column: usize| -> f64 {
            let below = gaps.iter().skip(column * STRIPS).take(line);
            bends[column] + below.sum::<f64>()
        };
        let mut shapes = Vec::new();
        for strip in 0..STRIPS {
            let mut line = |line: usize| -> Vec<u32> {
                (0..COLUMNS)
                    .map(|at| node(at as f64, height(line, at)))
                    .collect()
            };
            let mut ring = line(strip);
            ring.extend(line(strip + 1).into_iter().rev());
            let mut shape = Shape::new(Form::Area);
            shape.add(true, ring);
            shapes.push(shape);
        }
        for (strip, column) in islands.into_iter().enumerate() {
            let Some(column) = column else { continue };
            let (low, gap) = (height(strip, column), gaps[column * STRIPS + strip]);
            let mut shape = Shape::new(Form::Area);
            let corner = |(dx, dy): (f64, f64)| node(column as f64 + dx * gap, low + dy * gap);
            let ring: Vec<u32> = [(0.0, 0.4), (0.01, 0.5), (0.0, 0.6), (-0.01, 0.5)]
                .map(corner)
                .into();
            shape.add(true, ring);
            shapes.push(shape);
        }
        (nodes, shapes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn random_borders_stay_shared_and_never_cross((mut nodes, shapes) in strips()) {
        crate::atlas::detail::weigh(&mut nodes, shapes.iter());
        let units: Vec<&Shape> = shapes.iter().take(STRIPS).collect();
        let rim: BTreeSet<u32> = outer(&nodes, &units, 0.0).into_iter().flat_map(|(a, b)| [a, b]).collect();
        for level in levels(&nodes) {
            let there = segments(&nodes, shapes.iter(), level);
            prop_assert_eq!(crossings(&nodes, &there), 0);
            // A sliver between two strips would have an outline within the country.
            let outline = outer(&nodes, &units, level);
            prop_assert!(outline.iter().all(|(a, b)| rim.contains(a) && rim.contains(b)));
            for shape in &shapes {
                let there = shape.nodes.iter().filter(|n| nodes.weight(**n) >= level).count();
                prop_assert!(there == 0 || there >= 3);
            }
        }
    }
}

#[test]
#[ignore = "prints how long weighing takes"]
fn how_long_weighing_takes() {
    let atlas = read();
    let mut nodes = atlas.nodes.clone();
    let mut times: Vec<std::time::Duration> = (0..20)
        .map(|_| {
            let start = std::time::Instant::now();
            let shapes = atlas.features.iter().map(|feature| &feature.shape);
            crate::atlas::detail::weigh(&mut nodes, shapes);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{:?} for {} nodes", times[10], nodes.len());
}
