//! Levels of detail: how much each node matters.
//!
//! Visvalingam's way: the node whose triangle with its two neighbours is smallest goes first, and
//! its area is its weight. It is worked out once over all shapes together, per node, so that two
//! regions leave out the same nodes of the border between them at every zoom.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

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
        if self.a == Some(other) || self.b == Some(other) {
        } else if self.a.is_none() {
            self.a = Some(other);
        } else if self.b.is_none() {
            self.b = Some(other);
        } else {
            self.fixed = true;
        }
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
pub(super) fn weigh<'a>(nodes: &mut Nodes, shapes: impl Iterator<Item = &'a Shape>) {
    let mut weighing = Weighing {
        links: links(nodes.len(), shapes),
        weight: vec![f32::INFINITY; nodes.len()],
        area: vec![f64::INFINITY; nodes.len()],
        queue: BinaryHeap::new(),
    };
    for node in 0..nodes.len() {
        weighing.enter(nodes, node as u32);
    }
    weighing.run(nodes);
    nodes.weight = weighing.weight;
}

fn links<'a>(count: usize, shapes: impl Iterator<Item = &'a Shape>) -> Vec<Links> {
    let mut links = vec![Links::default(); count];
    for shape in shapes {
        for (from, to) in shape.segments() {
            if from == to {
                continue;
            }
            for (node, other) in [(from, to), (to, from)] {
                if let Some(link) = links.get_mut(node as usize) {
                    link.add(other);
                }
            }
        }
        if shape.form == Form::Line {
            // An end of a river that touches nothing must stay where it is.
            for (_, line) in shape.lines() {
                for end in line.first().into_iter().chain(line.last()) {
                    if let Some(link) = links.get_mut(*end as usize) {
                        link.fixed = true;
                    }
                }
            }
        }
    }
    links
}

struct Weighing {
    links: Vec<Links>,
    weight: Vec<f32>,
    /// The area that counts for a node now; an entry of the queue that says another is stale.
    area: Vec<f64>,
    queue: BinaryHeap<Reverse<(u64, u32)>>,
}

impl Weighing {
    /// Puts a node into the queue with its triangle as it is now.
    fn enter(&mut self, nodes: &Nodes, node: u32) {
        let Some((a, b)) = self.links.get(node as usize).and_then(Links::both) else {
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

    fn run(&mut self, nodes: &Nodes) {
        let mut reached = 0.0_f64;
        while let Some(Reverse((bits, node))) = self.queue.pop() {
            let at = node as usize;
            let current = self.area.get(at).copied().unwrap_or(f64::INFINITY);
            let Some((a, b)) = self.links.get(at).and_then(Links::both) else {
                continue;
            };
            if current.to_bits() != bits {
                continue;
            }
            // A node never goes before the one that had to go first to make it small.
            reached = reached.max(current);
            if let (Some(weight), Some(area)) = (self.weight.get_mut(at), self.area.get_mut(at)) {
                *weight = reached as f32;
                *area = f64::INFINITY;
            }
            if let Some(links) = self.links.get_mut(at) {
                links.fixed = true;
            }
            for (end, other) in [(a, b), (b, a)] {
                if let Some(links) = self.links.get_mut(end as usize) {
                    links.replace(node, other);
                }
                self.enter(nodes, end);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{Lambert, Point};

    fn weights(shapes: &[(Form, &[(f64, f64)])]) -> (Nodes, Vec<f32>) {
        let (mut nodes, map) = (Nodes::default(), Lambert::default());
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
