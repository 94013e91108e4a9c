//! Levels of detail: how much each node matters.
//!
//! Visvalingam's way: the node whose triangle with its two neighbours is smallest goes first, and
//! its area is its weight. It is worked out once over all shapes together, per node, so that two
//! regions leave out the same nodes of the border between them at every zoom.
//!
//! *Invariant:* at no level do lines cross that did not cross before. What a line sweeps over when
//! a node goes is the node's triangle; while another node is in there the node is held back. A line
//! that has no node in there passes straight through, and goes on crossing whatever it crossed.
//!
//! *Invariant:* a ring keeps three corners or vanishes as a whole: no node goes whose neighbours
//! are joined already, but the last three of an island go together.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};
use std::ops::Range;

use super::present::Present;
use super::shape::{Form, Nodes, Shape};

/// The neighbours of a node: up to two, beyond which lines meet there.
#[derive(Debug, Clone, Copy, Default)]
struct Links {
    a: Option<u32>,
    b: Option<u32>,
    fixed: bool,
}

impl Links {
    fn add(&mut self, other: u32) {
        if self.has(other) {
        } else if self.a.is_none() {
            self.a = Some(other);
        } else if self.b.is_none() {
            self.b = Some(other);
        } else {
            self.fixed = true;
        }
    }

    fn has(&self, other: u32) -> bool {
        self.a == Some(other) || self.b == Some(other)
    }

    fn replace(&mut self, old: u32, new: u32) {
        if self.a == Some(old) {
            self.a = Some(new);
        } else if self.b == Some(old) {
            self.b = Some(new);
        }
    }

    fn both(&self) -> Option<(u32, u32)> {
        if self.fixed { None } else { self.a.zip(self.b) }
    }
}

/// Works out the weights of all nodes from the shapes that pass through them.
pub fn weigh<'a>(nodes: &mut Nodes, shapes: impl Iterator<Item = &'a Shape> + Clone) {
    let mut weighing = Weighing::of(nodes);
    for shape in shapes.clone() {
        weighing.link(shape);
    }
    for shape in shapes {
        weighing.tie(shape);
    }
    weighing.enter_some(nodes, 0..nodes.len());
    while weighing.weigh_some(nodes, usize::MAX) {}
    nodes.weight = weighing.weights();
}

/// Weighs nodes, so many at a time: all shapes are to be linked first, then all
/// tied, then all nodes entered.
pub(super) struct Weighing {
    links: Vec<Links>,
    /// The segments between two nodes that stay: nothing else remembers these.
    tied: HashSet<(u32, u32)>,
    present: Present,
    weight: Vec<f32>,
    /// The area that counts for a node now; an entry of the queue that says another is stale.
    area: Vec<f64>,
    queue: BinaryHeap<Reverse<(u64, u32)>>,
    /// The nodes that wait for another to go.
    held_back: HashMap<u32, Vec<u32>>,
    /// The weight of the last node that went.
    reached: f64,
}

impl Weighing {
    /// Nothing is linked yet.
    pub(super) fn of(nodes: &Nodes) -> Self {
        Self {
            links: vec![Links::default(); nodes.len()],
            tied: HashSet::new(),
            present: Present::all(nodes),
            weight: vec![f32::INFINITY; nodes.len()],
            area: vec![f64::INFINITY; nodes.len()],
            queue: BinaryHeap::new(),
            held_back: HashMap::new(),
            reached: 0.0,
        }
    }

    /// Links the nodes of a shape with their neighbours.
    pub(super) fn link(&mut self, shape: &Shape) {
        for (from, to) in shape.segments().filter(|(from, to)| from != to) {
            for (node, other) in [(from, to), (to, from)] {
                if let Some(link) = self.links.get_mut(node as usize) {
                    link.add(other);
                }
            }
        }
        if shape.form == Form::Line {
            // An end of a river that touches nothing must stay where it is.
            for (_, line) in shape.lines() {
                for end in line.first().into_iter().chain(line.last()) {
                    if let Some(link) = self.links.get_mut(*end as usize) {
                        link.fixed = true;
                    }
                }
            }
        }
    }

    /// Remembers the segments of a shape between nodes that stay.
    pub(super) fn tie(&mut self, shape: &Shape) {
        for (a, b) in shape.segments() {
            if self.links(a).fixed && self.links(b).fixed {
                self.tied.insert((a.min(b), a.max(b)));
            }
        }
    }

    /// Puts nodes into the queue.
    pub(super) fn enter_some(&mut self, nodes: &Nodes, some: Range<usize>) {
        for node in some {
            self.enter(nodes, node as u32);
        }
    }

    /// The weights of all nodes.
    pub(super) fn weights(self) -> Vec<f32> {
        self.weight
    }

    fn links(&self, node: u32) -> Links {
        self.links.get(node as usize).copied().unwrap_or_default()
    }

    /// Puts a node into the queue with its triangle as it is now.
    fn enter(&mut self, nodes: &Nodes, node: u32) {
        let Some((a, b)) = self.links(node).both().filter(|_| self.present.has(node)) else {
            return;
        };
        let [p, q, r] = [nodes.plane(a), nodes.plane(node), nodes.plane(b)];
        let area = ((q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y)).abs() / 2.0;
        if let Some(slot) = self.area.get_mut(node as usize) {
            *slot = area;
            // The bits of floats that are not negative sort as the floats do.
            self.queue.push(Reverse((area.to_bits(), node)));
        }
    }

    /// Weighs so many nodes, or asks them for nothing. False when all have been weighed.
    pub(super) fn weigh_some(&mut self, nodes: &Nodes, most: usize) -> bool {
        for _ in 0..most {
            let Some(Reverse((bits, node))) = self.queue.pop() else {
                return false;
            };
            let area = self.area.get(node as usize).copied().unwrap_or_default();
            // Another triangle has been entered since.
            if area.to_bits() == bits {
                self.ask(nodes, node, area);
            }
        }
        true
    }

    /// Lets a node go, unless something holds it.
    fn ask(&mut self, nodes: &Nodes, node: u32, area: f64) {
        let Some((a, b)) = self.links(node).both().filter(|_| self.present.has(node)) else {
            return;
        };
        let island = self.is_last_of_island(node, a, b);
        if !island && self.are_joined(a, b) {
            // It is asked again when one of the two has gone.
            return;
        }
        if let Some(other) = self.present.within(nodes, [a, node, b]) {
            self.held_back.entry(other).or_default().push(node);
            return;
        }
        // A node never goes before the one that had to go first to make it small.
        self.reached = self.reached.max(area);
        if island {
            for last in [a, b] {
                self.take(nodes, last);
            }
        } else {
            self.join(node, a, b);
        }
        self.take(nodes, node);
        for end in [a, b] {
            self.enter(nodes, end);
        }
    }

    /// Whether a node and its neighbours are all that is left of a ring that meets no other.
    fn is_last_of_island(&self, node: u32, a: u32, b: u32) -> bool {
        let both = |of: u32, one: u32, other: u32| {
            let links = self.links(of);
            links.both().is_some() && links.has(one) && links.has(other)
        };
        a != b && both(a, node, b) && both(b, node, a)
    }

    fn are_joined(&self, a: u32, b: u32) -> bool {
        let (from, to) = (self.links(a), self.links(b));
        match (from.fixed, to.fixed) {
            (true, true) => self.tied.contains(&(a.min(b), a.max(b))),
            (false, _) => from.has(b),
            (true, false) => to.has(a),
        }
    }

    /// Joins the neighbours of a node that goes.
    fn join(&mut self, node: u32, a: u32, b: u32) {
        for (end, other) in [(a, b), (b, a)] {
            if let Some(links) = self.links.get_mut(end as usize) {
                links.replace(node, other);
            }
        }
        if self.links(a).fixed && self.links(b).fixed {
            self.tied.insert((a.min(b), a.max(b)));
        }
    }

    /// Takes a node away, and asks again those that it held back.
    fn take(&mut self, nodes: &Nodes, node: u32) {
        if let Some(slot) = self.weight.get_mut(node as usize) {
            *slot = self.reached as f32;
        }
        self.present.remove(nodes, node);
        for waiting in self.held_back.remove(&node).unwrap_or_default() {
            self.enter(nodes, waiting);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{Lambert, Point, Projection};

    fn weights(shapes: &[(Form, &[(f64, f64)])]) -> (Nodes, Vec<f32>) {
        let (mut nodes, map) = (Nodes::default(), Projection::Lambert(Lambert::default()));
        let shapes: Vec<Shape> = shapes
            .iter()
            .map(|(form, points)| {
                let mut shape = Shape::new(*form);
                let run: Vec<u32> = points
                    .iter()
                    .map(|(x, y)| nodes.node(&map, Point::new(*x, *y)))
                    .collect();
                shape.add(*form == Form::Area, run);
                shape
            })
            .collect();
        weigh(&mut nodes, shapes.iter());
        let weights = nodes.weight.clone();
        (nodes, weights)
    }

    #[test]
    fn ends_and_meetings_stay_and_a_straight_part_goes_first() {
        let (_, w) = weights(&[(
            Form::Line,
            &[
                (30.0, 48.0),
                (31.0, 48.001),
                (32.0, 48.0),
                (33.0, 49.0),
                (34.0, 48.0),
            ],
        )]);
        assert!(w[0].is_infinite() && w[4].is_infinite());
        assert!(w[1] < w[2] && w[2] <= w[3], "{w:?}");
    }

    #[test]
    fn the_corners_where_three_regions_meet_are_never_left_out() {
        let left: &[(f64, f64)] = &[
            (30.0, 48.0),
            (31.0, 48.0),
            (31.0, 48.5),
            (31.0, 49.0),
            (30.0, 49.0),
        ];
        let right: &[(f64, f64)] = &[
            (31.0, 48.0),
            (32.0, 48.0),
            (32.0, 49.0),
            (31.0, 49.0),
            (31.0, 48.5),
        ];
        let (_, w) = weights(&[(Form::Area, left), (Form::Area, right)]);
        assert!(w[1].is_infinite() && w[3].is_infinite());
        assert!(w[2].is_finite());
    }

    #[test]
    fn an_island_goes_all_at_once() {
        let (_, w) = weights(&[(
            Form::Area,
            &[(30.0, 48.0), (30.1, 48.0), (30.1, 48.1), (30.0, 48.1)],
        )]);
        let most = w.iter().copied().fold(0.0, f32::max);
        assert_eq!(
            w.iter().filter(|x| (**x - most).abs() < 1.0).count(),
            3,
            "{w:?}"
        );
    }
}
