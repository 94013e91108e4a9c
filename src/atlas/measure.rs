//! Questions to a shape that one pass answers: its area, how far it is.

use robust::{Coord, orient2d};

use super::{Point, Sink};

/// Where a point lies with regard to a polygon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Strictly inside.
    Inside,
    /// On an edge or a corner.
    Edge,
    /// Outside.
    Outside,
}

/// Which way `c` lies from the line that runs from `a` to `b`: positive on the left, negative on
/// the right, zero on the line. Exact in its sign even for points that are all but in line.
pub fn turn(a: Point, b: Point, c: Point) -> f64 {
    let coord = |p: Point| Coord { x: p.x, y: p.y };
    orient2d(coord(a), coord(b), coord(c))
}

/// Calls `edge` for each edge of the rings it is sent.
struct Edges<F> {
    first: Option<Point>,
    last: Option<Point>,
    rings: bool,
    edge: F,
}

impl<F: FnMut(Point, Point)> Edges<F> {
    fn new(edge: F) -> Self {
        Self {
            first: None,
            last: None,
            rings: false,
            edge,
        }
    }
}

impl<F: FnMut(Point, Point)> Sink for Edges<F> {
    fn point(&mut self, at: Point) {
        if let Some(last) = self.last {
            (self.edge)(last, at);
        }
        self.first.get_or_insert(at);
        self.last = Some(at);
    }
    fn line_start(&mut self) {
        self.first = None;
        self.last = None;
    }
    fn line_end(&mut self) {
        if let (true, Some(first), Some(last)) = (self.rings, self.first, self.last) {
            (self.edge)(last, first);
        }
        self.first = None;
        self.last = None;
    }
    fn polygon_start(&mut self) {
        self.rings = true;
    }
    fn polygon_end(&mut self) {
        self.rings = false;
    }
}

/// The area of what `send` sends, in the square of its unit: holes count against it, since they run
/// the other way round.
pub fn area(send: impl FnOnce(&mut dyn Sink)) -> f64 {
    let mut twice = 0.0;
    // From the first corner on, so that large coordinates do not eat the digits of a small area.
    let mut base: Option<Point> = None;
    send(&mut Edges::new(|a: Point, b: Point| {
        let o = *base.get_or_insert(a);
        twice += (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);
    }));
    twice / 2.0
}

/// What a ray that runs east from a point does at an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ray {
    /// Passes it by, or touches no more than its upper end.
    Passes,
    /// Crosses it.
    Crosses,
    /// Begins on it.
    Begins,
}

/// What the ray from `at` does at the edge between `a` and `b`. Exact; of the two ends of an edge the
/// lower one belongs to it, so that a ray through a corner crosses one of the edges there or both.
pub(super) fn ray(at: Point, a: Point, b: Point) -> Ray {
    let beside = a.y.min(b.y) <= at.y && at.y <= a.y.max(b.y);
    if !beside || at.x > a.x.max(b.x) {
        return Ray::Passes;
    }
    let spans = (a.y <= at.y) != (b.y <= at.y);
    if at.x < a.x.min(b.x) {
        return if spans { Ray::Crosses } else { Ray::Passes };
    }
    let turn = turn(a, b, at);
    if turn == 0.0 {
        Ray::Begins
    } else if spans && ((turn > 0.0) == (b.y > a.y)) {
        Ray::Crosses
    } else {
        Ray::Passes
    }
}

/// The distance from a point to the segment between `a` and `b`.
pub fn to_segment(at: Point, a: Point, b: Point) -> f64 {
    to_segment_squared(at, a, b).sqrt()
}

/// The square of it, which sorts as it does and is quicker to have.
pub(super) fn to_segment_squared(at: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        (((at.x - a.x) * dx + (at.y - a.y) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let (x, y) = (a.x + along * dx - at.x, a.y + along * dy - at.y);
    x * x + y * y
}

/// The distance from `at` to the nearest line or edge that `send` sends; infinite without any.
pub fn distance(at: Point, send: impl FnOnce(&mut dyn Sink)) -> f64 {
    let mut least = f64::INFINITY;
    send(&mut Edges::new(|a: Point, b: Point| {
        least = least.min(to_segment(at, a, b));
    }));
    least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::sink::send;

    const OUTER: [(f64, f64); 4] = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)];
    const HOLE: [(f64, f64); 4] = [(1.0, 1.0), (1.0, 2.0), (2.0, 2.0), (2.0, 1.0)];

    fn holed(sink: &mut dyn Sink) {
        let rings = [(true, OUTER), (false, HOLE)];
        let lines = rings
            .into_iter()
            .map(|(outer, ring)| (outer, ring.into_iter().map(|(x, y)| Point::new(x, y))));
        send(lines, true, sink);
    }

    #[test]
    fn a_hole_takes_area_away() {
        assert!((area(holed) - 15.0).abs() < 1e-12);
    }

    #[test]
    fn a_ray_through_a_corner_crosses_once_where_the_line_goes_on() {
        let at = Point::new(0.0, 1.0);
        let [low, corner, high] =
            [(2.0, 0.0), (2.0, 1.0), (2.0, 2.0)].map(|(x, y)| Point::new(x, y));
        let crossed = |a, b| ray(at, a, b) == Ray::Crosses;
        assert!(crossed(low, corner) != crossed(corner, high));
        assert!(crossed(corner, low) == crossed(low, corner));
        assert_eq!(ray(corner, low, high), Ray::Begins);
        assert_eq!(ray(corner, corner, high), Ray::Begins);
        assert_eq!(ray(Point::new(2.0, 3.0), low, high), Ray::Passes);
    }

    #[test]
    fn a_lone_point_is_at_its_distance_from_a_segment() {
        let (a, b) = (Point::new(0.0, 0.0), Point::new(2.0, 0.0));
        assert!((to_segment(Point::new(1.0, 3.0), a, b) - 3.0).abs() < 1e-12);
        assert!((to_segment(Point::new(5.0, 4.0), a, b) - 5.0).abs() < 1e-12);
        assert!((distance(Point::new(2.0, 3.0), holed) - 1.0).abs() < 1e-12);
    }
}
