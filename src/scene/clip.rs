//! Cuts lines and rings off at an upright window, so that coordinates stay small.

use crate::atlas::{Bounds, Point};

/// One side of a window: which coordinate it bounds, where, and on which side it keeps.
#[derive(Clone, Copy)]
struct Edge {
    upright: bool,
    at: f64,
    above: bool,
}

impl Edge {
    fn all(window: &Bounds) -> [Self; 4] {
        let edge = |upright, at, above| Self { upright, at, above };
        [
            edge(true, window.min.x, true),
            edge(true, window.max.x, false),
            edge(false, window.min.y, true),
            edge(false, window.max.y, false),
        ]
    }

    fn keeps(self, p: Point) -> bool {
        let v = if self.upright { p.x } else { p.y };
        if self.above {
            v >= self.at
        } else {
            v <= self.at
        }
    }

    /// Where a segment crosses the edge. The same point from whichever end it is asked.
    fn cut(self, a: Point, b: Point) -> Point {
        let (a, b) = if (a.x, a.y) <= (b.x, b.y) {
            (a, b)
        } else {
            (b, a)
        };
        if self.upright {
            let t = (self.at - a.x) / (b.x - a.x);
            Point::new(self.at, a.y + (b.y - a.y) * t)
        } else {
            let t = (self.at - a.y) / (b.y - a.y);
            Point::new(a.x + (b.x - a.x) * t, self.at)
        }
    }
}

/// The part of a ring within the window, as Sutherland and Hodgman cut it: what falls apart stays
/// connected along the window's edge, which is out of sight.
pub fn clip_ring(ring: Vec<Point>, window: &Bounds) -> Vec<Point> {
    Edge::all(window).into_iter().fold(ring, |ring, edge| {
        let mut kept = Vec::with_capacity(ring.len());
        let Some(mut last) = ring.last().copied() else {
            return kept;
        };
        for point in ring {
            if edge.keeps(point) != edge.keeps(last) {
                kept.push(edge.cut(last, point));
            }
            if edge.keeps(point) {
                kept.push(point);
            }
            last = point;
        }
        kept
    })
}

/// The pieces of a line within the window.
pub fn clip_line(line: &[Point], window: &Bounds) -> Vec<Vec<Point>> {
    let mut pieces = vec![line.to_vec()];
    for edge in Edge::all(window) {
        let mut kept: Vec<Vec<Point>> = Vec::new();
        for piece in pieces {
            if piece.iter().all(|p| edge.keeps(*p)) {
                kept.push(piece);
                continue;
            }
            let mut run = Vec::new();
            let mut last: Option<Point> = None;
            for point in piece {
                let crossing = last.filter(|last| edge.keeps(*last) != edge.keeps(point));
                if let Some(last) = crossing {
                    run.push(edge.cut(last, point));
                }
                if edge.keeps(point) {
                    run.push(point);
                } else if !run.is_empty() {
                    kept.push(std::mem::take(&mut run));
                }
                last = Some(point);
            }
            kept.push(run);
        }
        kept.retain(|piece| piece.len() > 1);
        pieces = kept;
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn window() -> Bounds {
        Bounds::of(Point::new(0.0, 0.0), Point::new(10.0, 10.0))
    }

    fn points(all: &[(f64, f64)]) -> Vec<Point> {
        all.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    #[test]
    fn a_ring_around_the_window_becomes_the_window() {
        let ring = clip_ring(
            points(&[(-5., -5.), (20., -5.), (20., 20.), (-5., 20.)]),
            &window(),
        );
        assert_eq!(ring.len(), 4);
        assert!(ring.iter().all(|p| p.x.abs() + (p.x - 10.0).abs() < 10.1));
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two_pieces() {
        let pieces = clip_line(
            &points(&[(1., 5.), (15., 5.), (15., 6.), (1., 6.)]),
            &window(),
        );
        assert_eq!(
            pieces,
            [
                points(&[(1., 5.), (10., 5.)]),
                points(&[(10., 6.), (1., 6.)])
            ]
        );
        assert!(clip_line(&points(&[(20., 0.), (20., 5.)]), &window()).is_empty());
        assert!(clip_line(&[], &window()).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_left_outside_and_direction_does_not_matter(
            all in prop::collection::vec((-9.0..19.0_f64, -9.0..19.0_f64), 3..30)
        ) {
            let there = clip_ring(points(&all), &window());
            prop_assert!(there.iter().all(|p| window().grown(1e-9).contains(*p)));
            let back: Vec<_> = all.iter().rev().copied().collect();
            let sorted = |mut ring: Vec<Point>| {
                ring.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
                ring
            };
            prop_assert_eq!(sorted(there), sorted(clip_ring(points(&back), &window())));
        }
    }
}
