//! Questions to a shape that one pass answers: its area, whether it holds a point, how far it is.

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

/// Where `at` lies with regard to the polygons that `send` sends.
pub fn side(at: Point, send: impl FnOnce(&mut dyn Sink)) -> Side {
    let mut inside = false;
    let mut on_edge = false;
    send(&mut Edges::new(|a: Point, b: Point| {
        let spans = (a.y <= at.y) != (b.y <= at.y);
        let beside = a.y.min(b.y) <= at.y && at.y <= a.y.max(b.y);
        if !beside {
            return;
        }
        let turn = turn(a, b, at);
        if turn == 0.0 && a.x.min(b.x) <= at.x && at.x <= a.x.max(b.x) {
            on_edge = true;
        } else if spans && ((turn > 0.0) == (b.y > a.y)) {
            inside = !inside;
        }
    }));
    match (on_edge, inside) {
        (true, _) => Side::Edge,
        (false, true) => Side::Inside,
        (false, false) => Side::Outside,
    }
}

/// The distance from a point to the segment between `a` and `b`.
pub fn to_segment(at: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        (((at.x - a.x) * dx + (at.y - a.y) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    at.distance(Point::new(a.x + along * dx, a.y + along * dy))
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
    use proptest::prelude::*;

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
    fn a_hole_takes_area_away_and_holds_no_point() {
        assert!((area(holed) - 15.0).abs() < 1e-12);
        let at = |x, y| side(Point::new(x, y), holed);
        assert_eq!(at(3.0, 3.0), Side::Inside);
        assert_eq!(at(1.5, 1.5), Side::Outside);
        assert_eq!(at(9.0, 1.0), Side::Outside);
        for (x, y) in [(0.0, 0.0), (4.0, 4.0), (2.0, 0.0), (1.0, 1.5), (2.0, 2.0)] {
            assert_eq!(at(x, y), Side::Edge, "{x} {y}");
        }
    }

    #[test]
    fn a_lone_point_is_at_its_distance_from_a_segment() {
        let (a, b) = (Point::new(0.0, 0.0), Point::new(2.0, 0.0));
        assert!((to_segment(Point::new(1.0, 3.0), a, b) - 3.0).abs() < 1e-12);
        assert!((to_segment(Point::new(5.0, 4.0), a, b) - 5.0).abs() < 1e-12);
        assert!((distance(Point::new(2.0, 3.0), holed) - 1.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn a_point_is_inside_exactly_when_its_coordinates_say_so(x in -1.0..5.0_f64, y in -1.0..5.0_f64) {
            let within = |lo: f64, hi: f64| x > lo && x < hi && y > lo && y < hi;
            let expected = within(0.0, 4.0) && !within(1.0, 2.0);
            prop_assert_eq!(side(Point::new(x, y), holed) == Side::Inside, expected);
        }
    }
}
