//! Cuts lines and rings where the globe is cut open: along the meridian opposite a projection's own.
//!
//! Between two positions the shorter way is meant: one that is farther than half around the globe
//! goes across the cut. A ring that runs once around a pole is closed over that pole.

use super::Point;
use crate::order;

/// Longitude from a meridian on: from -180 to 180 degrees, both ends being the cut.
pub fn relative(lon: f64, meridian: f64) -> f64 {
    let apart = lon - meridian;
    if apart.abs() <= 180.0 + 1e-9 {
        apart.clamp(-180.0, 180.0)
    } else {
        (apart + 180.0).rem_euclid(360.0) - 180.0
    }
}

/// The positions without jumps: longitudes from the meridian on, which may run past the cut.
pub(super) fn unrolled(points: &[Point], meridian: f64) -> Vec<Point> {
    let mut last: Option<Point> = None;
    let unroll = |at: &Point| {
        let mut x = relative(at.x, meridian);
        // At a pole all longitudes meet: to go from one to another there is no way at all.
        if let Some(last) = last.filter(|last| last.y.abs() < 90.0 || at.y.abs() < 90.0) {
            x -= ((x - last.x) / 360.0).round() * 360.0;
        }
        let at = Point::new(x, at.y);
        last = Some(at);
        at
    };
    points.iter().map(unroll).collect()
}

/// A ring, its first position not said twice, as the rings that it falls into.
pub(crate) fn ring(points: &[Point], meridian: f64) -> Vec<Vec<Point>> {
    if fits(points, meridian, true) {
        return vec![points.to_vec()];
    }
    let mut ring = unrolled(points, meridian);
    if let (Some(first), Some(last)) = (ring.first().copied(), ring.last().copied()) {
        let turn = ((last.x - first.x) / 360.0).round() * 360.0;
        let at_poles = first.y.abs() >= 90.0 && last.y.abs() >= 90.0;
        if turn != 0.0 && !at_poles {
            let middle = ring.iter().map(|at| at.y).sum::<f64>() / ring.len() as f64;
            let pole = 90.0_f64.copysign(middle);
            ring.push(Point::new(first.x + turn, first.y));
            ring.push(Point::new(first.x + turn, pole));
            ring.push(Point::new(first.x, pole));
        }
    }
    let mut found = Vec::new();
    for turn in turns(&ring) {
        for piece in side_of(&ring, turn - 180.0, false) {
            for piece in side_of(&piece, turn + 180.0, true) {
                found.push(rolled(&piece, turn, meridian));
            }
        }
    }
    found.retain(|piece| piece.len() > 2);
    found
}

/// A line as the lines that it falls into.
pub(crate) fn line(points: &[Point], meridian: f64) -> Vec<Vec<Point>> {
    if fits(points, meridian, false) {
        return vec![points.to_vec()];
    }
    let line = unrolled(points, meridian);
    let turn_of = |at: Point| (at.x / 360.0).round() as i32;
    let degrees = |turn: i32| f64::from(turn) * 360.0;
    let (mut found, mut piece) = (Vec::new(), Vec::new());
    let mut last: Option<Point> = None;
    for at in line {
        if let Some(from) = last.filter(|last| turn_of(*last) != turn_of(at)) {
            let turn = degrees(turn_of(from));
            let cut = crossing(from, at, turn + 180.0_f64.copysign(at.x - from.x));
            piece.push(cut);
            found.push(rolled(&piece, turn, meridian));
            piece = vec![cut];
        }
        piece.push(at);
        last = Some(at);
    }
    if let Some(last) = last {
        found.push(rolled(&piece, degrees(turn_of(last)), meridian));
    }
    found.retain(|piece| piece.len() > 1);
    found
}

/// Whether nothing of a line goes across the cut.
pub(crate) fn fits(points: &[Point], meridian: f64, closed: bool) -> bool {
    let ends = points.last().zip(points.first()).filter(|_| closed);
    let mut pairs = ends
        .into_iter()
        .chain(points.iter().zip(points.iter().skip(1)));
    pairs.all(|(a, b)| {
        let poles = a.y.abs() >= 90.0 && b.y.abs() >= 90.0;
        poles || (relative(a.x, meridian) - relative(b.x, meridian)).abs() <= 180.0
    })
}

/// The whole turns around the globe that a ring reaches into, in degrees.
fn turns(ring: &[Point]) -> impl Iterator<Item = f64> {
    let reach = ring
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| {
            (low.min(at.x), high.max(at.x))
        });
    let (low, high) = ((reach.0 / 360.0).round(), (reach.1 / 360.0).round());
    (low as i32..=high as i32).map(|turn| f64::from(turn) * 360.0)
}

/// Back into one turn around the globe.
fn rolled(points: &[Point], turn: f64, meridian: f64) -> Vec<Point> {
    let roll = |at: &Point| {
        let x = (at.x - turn).clamp(-180.0, 180.0);
        let lon = x + meridian;
        // The two sides of the cut are told apart by their longitude; all else has its usual one.
        let lon = if x.abs() < 180.0 {
            relative(lon, 0.0)
        } else {
            lon
        };
        Point::new(lon, at.y)
    };
    points.iter().map(roll).collect()
}

fn crossing(a: Point, b: Point, x: f64) -> Point {
    let part = if (b.x - a.x).abs() < f64::EPSILON {
        0.0
    } else {
        (x - a.x) / (b.x - a.x)
    };
    Point::new(x, a.y + (b.y - a.y) * part.clamp(0.0, 1.0))
}

/// The rings of the part of a ring on one side of the line at `x`. What it cuts apart comes apart:
/// along the line, every other stretch between two crossings is inside.
fn side_of(ring: &[Point], x: f64, below: bool) -> Vec<Vec<Point>> {
    let keeps = |at: Point| if below { at.x <= x } else { at.x >= x };
    let pairs = || {
        ring.iter()
            .copied()
            .zip(ring.iter().copied().cycle().skip(1))
    };
    if ring.iter().all(|at| keeps(*at)) {
        return vec![ring.to_vec()];
    }
    // Stretches on the right side, from crossing to crossing.
    let mut stretches: Vec<Vec<Point>> = Vec::new();
    let begin = pairs().position(|(a, b)| !keeps(a) && keeps(b));
    let Some(begin) = begin else {
        return Vec::new();
    };
    let around = pairs().chain(pairs()).skip(begin).take(ring.len());
    for (a, b) in around {
        if !keeps(a) && keeps(b) {
            stretches.push(vec![crossing(a, b, x)]);
        }
        if let Some(stretch) = stretches.last_mut() {
            match (keeps(a), keeps(b)) {
                (_, true) => stretch.push(b),
                (true, false) => stretch.push(crossing(a, b, x)),
                (false, false) => {}
            }
        }
    }
    joined(stretches)
}

/// Joins stretches into rings along the line that they begin and end on.
fn joined(stretches: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    let mut ends: Vec<(f64, usize, bool)> = Vec::new();
    for (index, stretch) in stretches.iter().enumerate() {
        ends.extend(stretch.first().map(|at| (at.y, index, true)));
        ends.extend(stretch.last().map(|at| (at.y, index, false)));
    }
    order::by(&mut ends, |a, b| a.0.total_cmp(&b.0));
    // Where the line leaves the inside at one end of a stretch it came in at the end beside it.
    let mut next = vec![None; stretches.len()];
    for pair in ends.chunks_exact(2) {
        if let [(_, one, starts), (_, other, begins)] = pair
            && starts != begins
        {
            let (from, to) = if *starts { (other, one) } else { (one, other) };
            if let Some(slot) = next.get_mut(*from) {
                *slot = Some(*to);
            }
        }
    }
    let mut used = vec![false; stretches.len()];
    let mut rings = Vec::new();
    for start in 0..stretches.len() {
        let (mut ring, mut at) = (Vec::new(), Some(start));
        while let Some(index) = at.filter(|at| used.get(*at) == Some(&false)) {
            if let (Some(mark), Some(stretch)) = (used.get_mut(index), stretches.get(index)) {
                *mark = true;
                ring.extend_from_slice(stretch);
            }
            at = next.get(index).copied().flatten();
        }
        if !ring.is_empty() {
            rings.push(ring);
        }
    }
    rings
}
