//! What can be wrong with a ring.

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::Point;
use super::cut::unrolled;
use super::measure::turn;

/// A fault of one ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RingFault {
    /// Fewer positions than a triangle needs; how many there are.
    Short(usize),
    /// The last position is not the first.
    Open,
    /// The segment that begins at this position crosses another.
    Crosses(usize),
}

/// The faults of a ring as it stands in the file: with its first position said again at the end.
/// `meridian` is the middle of the map: a ring may go across the cut opposite it.
pub fn check(ring: &[Point], meridian: f64) -> Vec<RingFault> {
    if ring.len() < 4 {
        return vec![RingFault::Short(ring.len())];
    }
    let mut faults = Vec::new();
    if ring.first() != ring.last() {
        faults.push(RingFault::Open);
    }
    let closed = ring.first() == ring.last();
    let crossed = crossing(&unrolled(ring, meridian), closed);
    faults.extend(crossed.map(RingFault::Crosses));
    faults
}

/// The first segment of a ring that crosses a later one, by the position it begins at. Corners that
/// touch do not cross.
fn crossing(ring: &[Point], closed: bool) -> Option<usize> {
    let back = ring.first().filter(|_| !closed);
    // A position that is repeated makes a segment without length, which crosses nothing.
    let pairs: Vec<(Point, Point)> = ring
        .iter()
        .zip(ring.iter().skip(1).chain(back))
        .map(|(a, b)| (*a, *b))
        .collect();
    let corner = |p: Point| [p.x, p.y];
    let boxes = pairs
        .iter()
        .enumerate()
        .map(|(at, (a, b))| GeomWithData::new(Rectangle::from_corners(corner(*a), corner(*b)), at));
    let tree = RTree::bulk_load(boxes.collect());
    pairs.iter().enumerate().find_map(|(at, (a, b))| {
        let envelope = AABB::from_corners(corner(*a), corner(*b));
        tree.locate_in_envelope_intersecting(envelope)
            .filter(|other| other.data > at)
            .filter_map(|other| pairs.get(other.data))
            .any(|(c, d)| cross(*a, *b, *c, *d))
            .then_some(at)
    })
}

/// Whether two segments cross in a point that is an end of neither.
pub(super) fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let apart = |s: f64, t: f64| (s > 0.0 && t < 0.0) || (s < 0.0 && t > 0.0);
    apart(turn(a, b, c), turn(a, b, d)) && apart(turn(c, d, a), turn(c, d, b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ring(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    #[test]
    fn names_each_fault() {
        let good = [(0., 0.), (2., 0.), (2., 2.), (0., 2.), (0., 0.)];
        assert_eq!(check(&ring(&good), 0.0), []);
        assert_eq!(check(&ring(&good[..3]), 0.0), [RingFault::Short(3)]);
        assert_eq!(check(&ring(&good[..4]), 0.0), [RingFault::Open]);
        let bow = [(0., 0.), (2., 2.), (2., 0.), (0., 2.), (0., 0.)];
        assert_eq!(check(&ring(&bow), 0.0), [RingFault::Crosses(0)]);
        let halting = [(0., 0.), (0., 0.), (2., 2.), (2., 0.), (0., 2.), (0., 0.)];
        assert_eq!(check(&ring(&halting), 0.0), [RingFault::Crosses(1)]);
    }

    #[test]
    fn a_ring_that_touches_itself_does_not_cross() {
        let eight = [
            (0., 0.),
            (1., 1.),
            (2., 0.),
            (2., 2.),
            (1., 1.),
            (0., 2.),
            (0., 0.),
        ];
        assert_eq!(check(&ring(&eight), 0.0), []);
    }

    proptest! {
        #[test]
        fn a_ring_that_runs_once_around_its_middle_never_crosses(reach in prop::collection::vec(0.1..9.0_f64, 3..40)) {
            let step = std::f64::consts::TAU / reach.len() as f64;
            let mut star: Vec<Point> = reach.iter().enumerate()
                .map(|(n, r)| { let turn = n as f64 * step; Point::new(r * turn.cos(), r * turn.sin()) })
                .collect();
            star.push(star[0]);
            prop_assert_eq!(check(&star, 0.0), []);
        }
    }
}
