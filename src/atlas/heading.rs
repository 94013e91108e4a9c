//! The next place in a direction: how arrow keys walk over a map.

use super::Point;

/// A direction on the map, north being up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Up.
    North,
    /// Right.
    East,
    /// Down.
    South,
    /// Left.
    West,
}

/// The index of the point that one meets first when leaving `from` (metres of the plane) in this
/// direction; `None` when nothing lies that way.
///
/// Only what lies within 60° of the direction counts. A point off the straight line is farther
/// than its distance, so that a near one ahead is preferred to a nearer one aside.
pub fn next_towards(from: Point, heading: Heading, points: &[Point]) -> Option<usize> {
    let cost = |to: &Point| -> Option<f64> {
        let (right, up) = (to.x - from.x, to.y - from.y);
        let (ahead, aside) = match heading {
            Heading::North => (up, right),
            Heading::East => (right, up),
            Heading::South => (-up, right),
            Heading::West => (-right, up),
        };
        // tan 60°: beyond it the place lies more to the side than ahead.
        (ahead > 0.0 && aside.abs() <= ahead * 1.732).then(|| ahead + 2.0 * aside.abs())
    };
    points
        .iter()
        .enumerate()
        .filter_map(|(index, to)| Some((index, cost(to)?)))
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_to_what_lies_ahead_rather_than_to_what_is_near_aside() {
        let points = [
            Point::new(0.0, 10.0),
            Point::new(9.0, 9.5),
            Point::new(-8.0, 1.0),
            Point::new(0.0, 0.0),
        ];
        let from = Point::new(0.0, 0.0);
        assert_eq!(next_towards(from, Heading::North, &points), Some(0));
        assert_eq!(next_towards(from, Heading::East, &points), Some(1));
        assert_eq!(next_towards(from, Heading::West, &points), Some(2));
        assert_eq!(next_towards(from, Heading::South, &points), None);
    }
}
