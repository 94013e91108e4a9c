//! Where a name stands best in a polygon: the point farthest from its outline.
//!
//! After Mapbox's polylabel: squares are halved as long as one could hold a better point.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::blocks::Blocks;
use super::measure::Side;
use super::{Bounds, Point, Sink};

/// A square, with the distance from its middle to the outline: positive inside.
struct Square {
    middle: Point,
    half: f64,
    distance: f64,
}

impl Square {
    /// No point of the square is farther from the outline than this.
    fn best(&self) -> f64 {
        self.distance + self.half * std::f64::consts::SQRT_2
    }
}

impl PartialEq for Square {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Square {}
impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Square {
    fn cmp(&self, other: &Self) -> Ordering {
        self.best().total_cmp(&other.best())
    }
}

/// The point of a polygon that lies farthest from its outline, to a hundredth of its size. `rings`
/// are its outer ring and its holes.
pub fn pole(rings: &[Vec<Point>]) -> Option<Point> {
    let outer = rings.first()?;
    let mut bounds = Bounds::default();
    for at in outer {
        bounds.point(*at);
    }
    let size = bounds.width().min(bounds.height());
    if bounds.is_empty() || size <= 0.0 {
        return outer.first().copied();
    }
    let precision = bounds.width().max(bounds.height()) / 100.0;
    let blocks = Blocks::of(rings.iter().map(Vec::as_slice), true, |at| *at);
    let square = |middle: Point, half: f64| Square {
        middle,
        half,
        distance: inside_distance(rings, &blocks, middle),
    };
    let mut queue = BinaryHeap::new();
    let mut best = square(bounds.centre(), 0.0);
    let steps = |length: f64| (length / size).ceil().clamp(1.0, 64.0) as u32;
    for column in 0..steps(bounds.width()) {
        for row in 0..steps(bounds.height()) {
            let middle = |from: f64, n: u32| from + (f64::from(n) + 0.5) * size;
            let middle = Point::new(middle(bounds.min.x, column), middle(bounds.min.y, row));
            queue.push(square(middle, size / 2.0));
        }
    }
    while let Some(next) = queue.pop() {
        if next.distance > best.distance {
            best = square(next.middle, 0.0);
        }
        if next.best() - best.distance <= precision && best.distance > 0.0 {
            break;
        }
        // A sliver too thin to find a point in at this fineness keeps what was found.
        if next.half < precision / 64.0 {
            continue;
        }
        let half = next.half / 2.0;
        for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let middle = Point::new(next.middle.x + dx, next.middle.y + dy);
            queue.push(square(middle, half));
        }
    }
    Some(best.middle)
}

fn inside_distance(rings: &[Vec<Point>], blocks: &Blocks, at: Point) -> f64 {
    let lines = || rings.iter().map(Vec::as_slice);
    let distance = blocks.distance(lines(), |at| *at, at);
    match blocks.side(lines(), |at| *at, at) {
        Side::Inside => distance,
        Side::Edge => 0.0,
        Side::Outside => -distance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stands_in_the_wide_part_of_an_l() {
        let l = [
            (0., 0.),
            (10., 0.),
            (10., 1.),
            (4., 1.),
            (4., 10.),
            (0., 10.),
        ];
        let ring = l.iter().map(|(x, y)| Point::new(*x, *y)).collect();
        let found = pole(&[ring]).unwrap();
        assert!((found.x - 2.0).abs() < 0.3 && found.y > 1.5, "{found:?}");
    }

    #[test]
    fn keeps_out_of_holes() {
        let ring = |r: f64| {
            [(-r, -r), (r, -r), (r, r), (-r, r)]
                .map(|(x, y)| Point::new(x, y))
                .to_vec()
        };
        let found = pole(&[ring(4.0), ring(2.0)]).unwrap();
        assert!(found.x.abs().max(found.y.abs()) > 2.5, "{found:?}");
    }

    #[test]
    fn a_flat_ring_still_gives_a_point() {
        let flat = vec![
            Point::new(1.0, 1.0),
            Point::new(2.0, 1.0),
            Point::new(3.0, 1.0),
        ];
        assert_eq!(pole(&[flat]), Some(Point::new(1.0, 1.0)));
        assert_eq!(pole(&[]), None);
    }
}
