//! Cuts polygons where they cross the antimeridian, as RFC 7946 asks.
//!
//! The atlas's rings go on beyond it: from 179.9 to -179.9 in one step, and Antarctica around the
//! pole. Unrolled, such a ring is an ordinary one that reaches beyond 180 degrees; what lies in each
//! turn of the globe is cut out and moved back.

use clausemap::atlas::Point;

use super::{Polygon, Ring};

/// The polygons that a polygon falls into: itself where it crosses nothing.
pub fn cut(polygon: Polygon) -> Vec<Polygon> {
    let crosses = |ring: &Ring| {
        let steps = ring.iter().zip(ring.iter().skip(1));
        steps.into_iter().any(|(a, b)| (b.x - a.x).abs() > 180.0)
    };
    if !polygon.iter().any(crosses) {
        return vec![polygon];
    }
    let unrolled: Vec<Ring> = polygon.iter().map(unrolled).collect();
    let turns = [-1.0, 0.0, 1.0].map(|turn| {
        let rings = unrolled.iter().map(|ring| {
            let moved: Ring = ring
                .iter()
                .map(|at| Point::new(at.x + turn * 360.0, at.y))
                .collect();
            beyond(&beyond(&moved, -180.0, 1.0), 180.0, -1.0)
        });
        rings.filter(|ring| ring.len() >= 4).collect::<Polygon>()
    });
    turns
        .into_iter()
        .filter(|polygon| !polygon.is_empty())
        .collect()
}

/// A ring whose longitudes go on instead of leaping. One that runs around a pole ends elsewhere than
/// it began: it is closed along the pole.
fn unrolled(ring: &Ring) -> Ring {
    let mut out = Ring::with_capacity(ring.len() + 3);
    for at in ring {
        let x = out.last().map_or(at.x, |last: &Point| {
            at.x + ((last.x - at.x) / 360.0).round() * 360.0
        });
        out.push(Point::new(x, at.y));
    }
    if let (Some(first), Some(last)) = (out.first().copied(), out.last().copied())
        && (last.x - first.x).abs() > 180.0
    {
        let pole = 90.0_f64.copysign(first.y);
        out.extend([Point::new(last.x, pole), Point::new(first.x, pole), first]);
    }
    out
}

/// The part of a ring on one side of a meridian: east of it for `side` 1, west for -1.
fn beyond(ring: &Ring, meridian: f64, side: f64) -> Ring {
    let keeps = |at: &Point| (at.x - meridian) * side >= 0.0;
    let mut out = Ring::new();
    for (a, b) in ring.iter().zip(ring.iter().skip(1)) {
        if keeps(a) {
            out.push(*a);
        }
        if keeps(a) != keeps(b) {
            let share = (meridian - a.x) / (b.x - a.x);
            out.push(Point::new(meridian, a.y + (b.y - a.y) * share));
        }
    }
    out.extend(out.first().copied());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Ring {
        points.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    /// The area of polygons in square degrees, holes taken off.
    fn area(polygons: &[Polygon]) -> f64 {
        let halves = |polygon: &Polygon| {
            let each = polygon
                .iter()
                .map(|ring| super::super::doubled_area(ring).abs() / 2.0);
            each.enumerate()
                .map(|(at, area)| if at == 0 { area } else { -area })
                .sum::<f64>()
        };
        polygons.iter().map(halves).sum()
    }

    #[test]
    fn what_crosses_nothing_stays_whole() {
        let square = vec![ring(&[(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 0.0)])];
        assert_eq!(cut(square.clone()), [square]);
    }

    #[test]
    fn an_island_on_the_line_falls_into_two_halves() {
        let island = vec![ring(&[
            (178.0, 0.0),
            (-178.0, 0.0),
            (-178.0, 4.0),
            (178.0, 4.0),
            (178.0, 0.0),
        ])];
        let halves = cut(island);
        assert_eq!(halves.len(), 2);
        assert!((area(&halves) - 16.0).abs() < 1e-9);
        assert!(
            halves
                .iter()
                .flatten()
                .flatten()
                .all(|at| at.x.abs() <= 180.0)
        );
    }

    #[test]
    fn a_ring_around_the_pole_is_closed_along_it() {
        let cap = vec![ring(&[
            (-170.0, -70.0),
            (-50.0, -70.0),
            (70.0, -70.0),
            (170.0, -70.0),
            (-170.0, -70.0),
        ])];
        let all = cut(cap);
        assert!((area(&all) - 360.0 * 20.0).abs() < 1e-6, "{all:?}");
    }
}
