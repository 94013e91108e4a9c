//! Questions about a point that need not look at every edge: on which side of a polygon it lies, and
//! how far it is from a line.
//!
//! Lines are cut into blocks of some edges, each with the box around it. The box says of most blocks
//! all that is needed. For the side, a ray runs east from the point: a block wholly to the east is
//! crossed an odd number of times exactly when its two ends lie on different sides of the ray.

use super::measure::{Ray, Side, ray, to_segment_squared};
use super::{Bounds, Point, Sink};

/// Edges to a block: few enough to be looked at one by one, many enough that the boxes are few.
const BLOCK: usize = 64;

/// The boxes of the blocks of some lines, line after line. The lines themselves are given again with
/// each question, and must be the same ones.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Blocks {
    boxes: Vec<Bounds>,
    /// Whether the lines are rings.
    closed: bool,
}

/// Positions in a row, and the one after them, to which the last edge runs; `None` at the end of an
/// open line.
#[derive(Debug, Clone, Copy)]
struct Block<'a, T> {
    positions: &'a [T],
    next: Option<&'a T>,
}

impl<'a, T> Block<'a, T> {
    /// The positions at its ends.
    fn ends(&self) -> Option<(&'a T, &'a T)> {
        self.positions
            .first()
            .zip(self.next.or(self.positions.last()))
    }

    /// All positions that its edges run through.
    fn corners(&self) -> impl Iterator<Item = &'a T> + use<'a, T> {
        self.positions.iter().chain(self.next)
    }

    fn edges(&self) -> impl Iterator<Item = (&'a T, &'a T)> + use<'a, T> {
        self.corners().zip(self.corners().skip(1))
    }
}

fn blocks<T>(line: &[T], closed: bool) -> impl Iterator<Item = Block<'_, T>> {
    let nexts = line.iter().skip(BLOCK).step_by(BLOCK).map(Some);
    let last = line.first().filter(|_| closed);
    let nexts = nexts.chain(std::iter::once(last));
    line.chunks(BLOCK)
        .zip(nexts)
        .map(|(positions, next)| Block { positions, next })
}

impl Blocks {
    /// Cuts lines, or rings when they are `closed`: the first position of a ring is not said twice.
    /// `place` says where a position lies.
    pub(super) fn of<'a, T: 'a>(
        lines: impl Iterator<Item = &'a [T]>,
        closed: bool,
        place: impl Fn(&T) -> Point,
    ) -> Self {
        let around = |block: Block<'a, T>| {
            let mut bounds = Bounds::default();
            for corner in block.corners() {
                bounds.point(place(corner));
            }
            bounds
        };
        let boxes = lines.flat_map(|line| blocks(line, closed)).map(around);
        Self {
            boxes: boxes.collect(),
            closed,
        }
    }

    fn each<'a, T: 'a>(
        &self,
        lines: impl Iterator<Item = &'a [T]>,
    ) -> impl Iterator<Item = (&Bounds, Block<'a, T>)> {
        let closed = self.closed;
        self.boxes
            .iter()
            .zip(lines.flat_map(move |line| blocks(line, closed)))
    }

    /// Where a point lies with regard to the polygons whose rings these are.
    pub(super) fn side<'a, T: 'a>(
        &self,
        lines: impl Iterator<Item = &'a [T]>,
        place: impl Fn(&T) -> Point,
        at: Point,
    ) -> Side {
        let mut odd = false;
        for (bounds, block) in self.each(lines) {
            if at.y < bounds.min.y || at.y > bounds.max.y || at.x > bounds.max.x {
                continue;
            }
            if at.x < bounds.min.x {
                if let Some((a, b)) = block.ends() {
                    odd ^= (place(a).y <= at.y) != (place(b).y <= at.y);
                }
                continue;
            }
            for (a, b) in block.edges() {
                match ray(at, place(a), place(b)) {
                    Ray::Passes => {}
                    Ray::Crosses => odd = !odd,
                    Ray::Begins => return Side::Edge,
                }
            }
        }
        if odd { Side::Inside } else { Side::Outside }
    }

    /// The distance from a point to the nearest edge; infinite without any.
    pub(super) fn distance<'a, T: 'a>(
        &self,
        lines: impl Iterator<Item = &'a [T]> + Clone,
        place: impl Fn(&T) -> Point,
        at: Point,
    ) -> f64 {
        // Squares all along, and one root at the end.
        let within = |block: Block<'a, T>, least: f64| {
            let edges = block.edges();
            edges.fold(least, |least, (a, b)| {
                least.min(to_segment_squared(at, place(a), place(b)))
            })
        };
        // The block that looks nearest first: it leaves few of the others to be looked at.
        let all = self.each(lines.clone());
        let near = all.map(|(bounds, block)| (bounds.distance_squared(at), block));
        let Some((_, nearest)) = near.min_by(|(a, _), (b, _)| a.total_cmp(b)) else {
            return f64::INFINITY;
        };
        let first = within(nearest, f64::INFINITY);
        let least = self.each(lines).fold(first, |least, (bounds, block)| {
            if bounds.distance_squared(at) < least {
                within(block, least)
            } else {
                least
            }
        });
        least.sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::to_segment;
    use proptest::prelude::*;

    type Ring = Vec<Point>;

    fn ring(points: &[(f64, f64)]) -> Ring {
        points.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    fn holed() -> Vec<Ring> {
        vec![
            ring(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]),
            ring(&[(1.0, 1.0), (1.0, 2.0), (2.0, 2.0), (2.0, 1.0)]),
        ]
    }

    fn lines(rings: &[Ring]) -> impl Iterator<Item = &[Point]> + Clone {
        rings.iter().map(Vec::as_slice)
    }

    fn side(rings: &[Ring], at: Point) -> Side {
        Blocks::of(lines(rings), true, |p| *p).side(lines(rings), |p| *p, at)
    }

    fn distance(rings: &[Ring], closed: bool, at: Point) -> f64 {
        Blocks::of(lines(rings), closed, |p| *p).distance(lines(rings), |p| *p, at)
    }

    /// Each edge looked at.
    fn slow_side(rings: &[Ring], at: Point) -> Side {
        let mut odd = false;
        for ring in rings {
            for (n, a) in ring.iter().enumerate() {
                match ray(at, *a, ring[(n + 1) % ring.len()]) {
                    Ray::Passes => {}
                    Ray::Crosses => odd = !odd,
                    Ray::Begins => return Side::Edge,
                }
            }
        }
        if odd { Side::Inside } else { Side::Outside }
    }

    #[test]
    fn a_hole_holds_no_point_and_its_edge_is_an_edge() {
        let at = |x, y| side(&holed(), Point::new(x, y));
        assert_eq!(at(3.0, 3.0), Side::Inside);
        assert_eq!(at(1.5, 1.5), Side::Outside);
        assert_eq!(at(9.0, 1.0), Side::Outside);
        for (x, y) in [(0.0, 0.0), (4.0, 4.0), (2.0, 0.0), (1.0, 1.5), (2.0, 2.0)] {
            assert_eq!(at(x, y), Side::Edge, "{x} {y}");
        }
    }

    #[test]
    fn a_ring_closes_and_a_line_does_not() {
        let bend = [ring(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0)])];
        let at = Point::new(1.0, 1.0);
        assert!(distance(&bend, true, at) < 1e-12);
        assert!((distance(&bend, false, at) - 1.0).abs() < 1e-12);
        let lone = [ring(&[(1.0, 3.0)])];
        assert!(distance(&lone, false, at).is_infinite());
        assert!(distance(&[], false, at).is_infinite());
    }

    /// A ring on small whole numbers: rays go through its corners and along its edges, and it
    /// crosses itself. Long enough for many blocks.
    fn tangle() -> impl Strategy<Value = Ring> {
        let corner = (0..24_i32, 0..24_i32).prop_map(|(x, y)| Point::new(x.into(), y.into()));
        prop::collection::vec(corner, 3..400)
    }

    /// A ring whose blocks are small beside it, as those of an outline are.
    fn star() -> impl Strategy<Value = Ring> {
        prop::collection::vec(8.0..12.0_f64, 3..900).prop_map(|reach| {
            let step = std::f64::consts::TAU / reach.len() as f64;
            let corner = |(n, r): (usize, &f64)| {
                let turn = n as f64 * step;
                Point::new(12.0 + (r * turn.cos()).round(), 12.0 + r * turn.sin())
            };
            reach.iter().enumerate().map(corner).collect()
        })
    }

    proptest! {
        #[test]
        fn a_point_is_inside_exactly_when_its_coordinates_say_so(x in -1.0..5.0_f64, y in -1.0..5.0_f64) {
            let within = |lo: f64, hi: f64| x > lo && x < hi && y > lo && y < hi;
            let expected = within(0.0, 4.0) && !within(1.0, 2.0);
            prop_assert_eq!(side(&holed(), Point::new(x, y)) == Side::Inside, expected);
        }

        #[test]
        fn the_boxes_change_no_answer(
            rings in prop::collection::vec(prop_oneof![tangle(), star()], 1..4),
            points in prop::collection::vec((-1..50_i32, -1..50_i32), 40),
        ) {
            for (x, y) in points {
                let at = Point::new(f64::from(x) / 2.0, f64::from(y) / 2.0);
                prop_assert_eq!(side(&rings, at), slow_side(&rings, at), "{:?}", at);
                let edges = rings.iter().flat_map(|ring| {
                    (0..ring.len()).map(move |n| to_segment(at, ring[n], ring[(n + 1) % ring.len()]))
                });
                let least = edges.fold(f64::INFINITY, f64::min);
                prop_assert!((distance(&rings, true, at) - least).abs() < 1e-9, "{:?}", at);
            }
        }
    }
}
