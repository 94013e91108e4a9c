//! An outline drawn a little inside itself, so that it cannot be taken for a border.

use super::path::{Line, Path, corner, px};
use crate::atlas::{Bounds, Point, to_segment};

/// How far apart the points are that are set inwards, in px.
const STEP: f64 = 4.0;

/// The outline `by` px inside the rings and lines of `path`, whose inside lies on their left as the
/// picture is seen.
pub fn inset(path: &Path, by: f64) -> Path {
    let outline = Outline::new(path, by - 0.15);
    let lines = path.lines.iter().filter_map(|line| {
        let points: Vec<Point> = inward(line, by)
            .filter(|at| outline.is_clear(*at))
            .collect();
        let mut corners: Vec<_> = straightened(&points).into_iter().map(corner).collect();
        corners.dedup();
        let enough = if line.closed { 3 } else { 2 };
        (corners.len() >= enough).then_some(Line {
            corners,
            closed: line.closed,
        })
    });
    Path {
        lines: lines.collect(),
    }
}

fn segments(line: &Line) -> Vec<(Point, Point)> {
    let corners = || line.corners.iter().map(|at| px(*at));
    let closing = corners().next().filter(|_| line.closed);
    corners().zip(corners().skip(1).chain(closing)).collect()
}

/// Points along a line, each moved inwards at a right angle.
fn inward(line: &Line, by: f64) -> impl Iterator<Item = Point> {
    segments(line).into_iter().flat_map(move |(a, b)| {
        let length = a.distance(b);
        let (dx, dy) = ((b.x - a.x) / length, (b.y - a.y) / length);
        let count = (length / STEP).ceil().clamp(1.0, 500.0) as u32;
        (0..=count).filter_map(move |n| {
            let along = length * f64::from(n) / f64::from(count);
            let at = Point::new(a.x + dx * along + dy * by, a.y + dy * along - dx * by);
            at.x.is_finite().then_some(at)
        })
    })
}

/// All segments of an outline, found by the rows that they come near.
struct Outline {
    /// For each row of the picture, from the first one that any segment comes near.
    rows: Vec<Vec<(Point, Point)>>,
    first: i32,
    least: f64,
}

/// How high a row is, in px.
const ROW: f64 = 8.0;

impl Outline {
    /// `least` is the distance to keep, in px.
    fn new(path: &Path, least: f64) -> Self {
        let row = |y: f64| (y / ROW).floor() as i32;
        let span = |(a, b): &(Point, Point)| {
            let (low, high) = (a.y.min(b.y) - least, a.y.max(b.y) + least);
            (row(low), row(high))
        };
        let all: Vec<_> = path.lines.iter().flat_map(segments).collect();
        let first = all.iter().map(|one| span(one).0).min().unwrap_or_default();
        let last = all.iter().map(|one| span(one).1).max().unwrap_or_default();
        let mut rows = vec![Vec::new(); usize::try_from(last - first + 1).unwrap_or_default()];
        for one in all {
            let (low, high) = span(&one);
            let near = (low - first) as usize..=(high - first) as usize;
            for row in rows.get_mut(near).into_iter().flatten() {
                row.push(one);
            }
        }
        Self { rows, first, least }
    }

    /// Whether a point keeps its distance from every segment: where the outline turns sharply, or runs
    /// back close to itself, there is no room inside.
    fn is_clear(&self, at: Point) -> bool {
        let row = (at.y / ROW).floor() as i32 - self.first;
        let near = usize::try_from(row).ok().and_then(|row| self.rows.get(row));
        near.into_iter().flatten().all(|(a, b)| {
            let near = Bounds::of(*a, *b).grown(self.least).contains(at);
            !near || to_segment(at, *a, *b) >= self.least
        })
    }
}

/// Without the points that lie within a tenth of a px of the line between their neighbours.
fn straightened(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for (n, at) in points.iter().enumerate() {
        let needed = match (kept.last(), points.get(n + 1)) {
            (Some(last), Some(next)) => to_segment(*at, *last, *next) > 0.1,
            _ => true,
        };
        if needed {
            kept.push(*at);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_becomes_a_smaller_square() {
        let ring = Line {
            corners: vec![(0, 0), (0, 1000), (1000, 1000), (1000, 0)],
            closed: true,
        };
        let inner = inset(&Path { lines: vec![ring] }, 3.0).bounds();
        assert!(
            (inner.min.x - 3.0).abs() < 0.2 && (inner.max.y - 97.0).abs() < 0.2,
            "{inner:?}"
        );
    }

    #[test]
    fn a_neck_too_narrow_for_it_gets_none() {
        let ring = Line {
            corners: vec![(0, 0), (0, 30), (1000, 30), (1000, 0)],
            closed: true,
        };
        assert!(inset(&Path { lines: vec![ring] }, 3.0).is_empty());
    }
}
