//! The upright box around a geometry.

use super::{Point, Sink};

/// An upright box, empty until it has taken a point. Units are those of the points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The corner with the smallest coordinates.
    pub min: Point,
    /// The corner with the largest.
    pub max: Point,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            min: Point::new(f64::INFINITY, f64::INFINITY),
            max: Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY),
        }
    }
}

impl Bounds {
    /// The box between two corners, in whatever order they come.
    pub fn of(a: Point, b: Point) -> Self {
        let mut bounds = Self::default();
        bounds.point(a);
        bounds.point(b);
        bounds
    }

    /// True when it has taken no point.
    pub fn is_empty(&self) -> bool {
        self.min.x > self.max.x
    }

    /// From left to right; 0 when empty.
    pub fn width(&self) -> f64 {
        (self.max.x - self.min.x).max(0.0)
    }

    /// From the lower edge to the upper; 0 when empty.
    pub fn height(&self) -> f64 {
        (self.max.y - self.min.y).max(0.0)
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        Point::new(
            f64::midpoint(self.min.x, self.max.x),
            f64::midpoint(self.min.y, self.max.y),
        )
    }

    /// The box around this and another.
    #[must_use]
    pub fn union(mut self, other: Self) -> Self {
        if !other.is_empty() {
            self.point(other.min);
            self.point(other.max);
        }
        self
    }

    /// The box with `by` more on each side.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self {
            min: Point::new(self.min.x - by, self.min.y - by),
            max: Point::new(self.max.x + by, self.max.y + by),
        }
    }

    /// Whether a point lies in it or on its edge.
    pub fn contains(&self, at: Point) -> bool {
        at.x >= self.min.x && at.x <= self.max.x && at.y >= self.min.y && at.y <= self.max.y
    }

    /// The square of how far a point is from it: 0 inside.
    pub(super) fn distance_squared(&self, at: Point) -> f64 {
        let beyond = |v: f64, min: f64, max: f64| (min - v).max(v - max).max(0.0);
        let (x, y) = (
            beyond(at.x, self.min.x, self.max.x),
            beyond(at.y, self.min.y, self.max.y),
        );
        x * x + y * y
    }

    /// Whether all of another box lies in it.
    pub fn covers(&self, other: &Self) -> bool {
        other.is_empty() || (self.contains(other.min) && self.contains(other.max))
    }

    /// Whether it shares a point with another box.
    pub fn meets(&self, other: &Self) -> bool {
        self.min.x <= other.max.x
            && self.max.x >= other.min.x
            && self.min.y <= other.max.y
            && self.max.y >= other.min.y
    }
}

impl Sink for Bounds {
    fn point(&mut self, at: Point) {
        self.min = Point::new(self.min.x.min(at.x), self.min.y.min(at.y));
        self.max = Point::new(self.max.x.max(at.x), self.max.y.max(at.y));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_box_adds_nothing_and_meets_nothing() {
        let unit = Bounds::of(Point::new(0.0, 0.0), Point::new(1.0, 1.0));
        let empty = Bounds::default();
        assert!(empty.is_empty() && !unit.is_empty());
        assert_eq!(unit.union(empty), unit);
        assert!(!unit.meets(&empty));
        assert!((empty.width() + empty.height()).abs() < f64::EPSILON);
    }

    #[test]
    fn a_point_is_as_far_as_the_nearest_side_or_corner() {
        let unit = Bounds::of(Point::new(0.0, 0.0), Point::new(1.0, 1.0));
        let far = |x, y| unit.distance_squared(Point::new(x, y));
        assert!(far(0.5, 1.0).abs() < f64::EPSILON);
        assert!((far(0.5, 3.0) - 4.0).abs() < 1e-12);
        assert!((far(4.0, 5.0) - 25.0).abs() < 1e-12);
    }

    #[test]
    fn a_shared_corner_is_a_meeting() {
        let a = Bounds::of(Point::new(0.0, 0.0), Point::new(1.0, 1.0));
        let b = Bounds::of(Point::new(1.0, 1.0), Point::new(2.0, 2.0));
        assert!(a.meets(&b));
        assert!(!a.meets(&b.grown(-0.1)));
    }
}
