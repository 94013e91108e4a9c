//! Lambert's conformal conic projection on the sphere, forwards and back.
//!
//! Conformal, so that an outline keeps its shape at every zoom; conic with two parallels, so that
//! the scale over a country some ten degrees tall strays by less than a hundredth.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use super::Point;
use super::cut::relative;

/// The earth's mean radius in metres.
const RADIUS: f64 = 6_371_000.0;

/// Latitudes nearer to the far pole than this would lie at infinity.
const LOWEST: f64 = -80.0;

/// A conic projection: degrees to metres in the plane, east and north of its origin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lambert {
    meridian: f64,
    cone: f64,
    factor: f64,
    origin: f64,
}

#[cfg(test)]
impl Default for Lambert {
    /// As the shipped dossier has it: parallels 46° and 51° N, meridian 31.3° E, origin at 48.5° N.
    fn default() -> Self {
        Self::new([46.0, 51.0], Point::new(31.3, 48.5))
    }
}

impl Lambert {
    /// A projection that is true to scale along two parallels (degrees, both more than 1 and less
    /// than 89 on one side of the equator; they may be the same), with its origin at longitude and latitude `origin`.
    pub fn new(parallels: [f64; 2], origin: Point) -> Self {
        let [p1, p2] = parallels.map(f64::to_radians);
        let steep = |lat: f64| (FRAC_PI_4 + lat / 2.0).tan();
        let cone = if (p1 - p2).abs() < 1e-6 {
            p1.sin()
        } else {
            (p1.cos() / p2.cos()).ln() / (steep(p2) / steep(p1)).ln()
        };
        let factor = p1.cos() * steep(p1).powf(cone) / cone * RADIUS;
        Self {
            meridian: origin.x,
            cone,
            factor,
            origin: factor / steep(origin.y.to_radians()).powf(cone),
        }
    }

    /// The meridian in its middle, in degrees.
    pub fn meridian(&self) -> f64 {
        self.meridian
    }

    /// Longitude and latitude in degrees to metres of the plane.
    pub fn forward(&self, degrees: Point) -> Point {
        let (reach, turn) = self.polar(degrees);
        Point::new(reach * turn.sin(), self.origin - reach * turn.cos())
    }

    /// Longitude and latitude in degrees as seen from the tip of the cone: the distance from it in
    /// metres, which the latitude alone decides, and the angle in radians from the middle meridian,
    /// which the longitude alone does.
    pub fn polar(&self, degrees: Point) -> (f64, f64) {
        // The pole of the cone is its tip; the other one would lie at infinity.
        let (low, high) = if self.cone > 0.0 {
            (LOWEST, 90.0)
        } else {
            (-90.0, -LOWEST)
        };
        let lat = degrees.y.clamp(low, high).to_radians();
        let reach = self.factor / (FRAC_PI_4 + lat / 2.0).tan().powf(self.cone);
        let turn = self.cone * relative(degrees.x, self.meridian).to_radians();
        (reach, turn)
    }

    /// How far north of the origin the tip of the cone lies, in metres of the plane.
    pub fn tip(&self) -> f64 {
        self.origin
    }

    /// Metres of the plane to longitude and latitude in degrees.
    pub fn inverse(&self, plane: Point) -> Point {
        // A cone about the south pole opens upwards: all its lengths are below nought.
        let sign = self.cone.signum();
        let (right, down) = (sign * plane.x, sign * (self.origin - plane.y));
        let reach = sign * right.hypot(down);
        let lon = self.meridian + (right.atan2(down) / self.cone).to_degrees();
        let lat = 2.0 * (self.factor / reach).powf(1.0 / self.cone).atan() - FRAC_PI_2;
        Point::new(relative(lon, 0.0), lat.to_degrees())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Metres of the plane per metre of the sphere, northwards and eastwards.
    fn scale(at: Point) -> (f64, f64) {
        let map = Lambert::default();
        let step = 1e-4_f64;
        let here = map.forward(at);
        let north = map.forward(Point::new(at.x, at.y + step));
        let east = map.forward(Point::new(at.x + step, at.y));
        let ground = RADIUS * step.to_radians();
        (
            here.distance(north) / ground,
            here.distance(east) / (ground * at.y.to_radians().cos()),
        )
    }

    #[test]
    fn the_origin_is_the_origin_and_north_is_up() {
        let map = Lambert::default();
        let zero = map.forward(Point::new(31.3, 48.5));
        assert!(zero.x.abs() < 1e-6 && zero.y.abs() < 1e-6);
        assert!(map.forward(Point::new(31.3, 49.5)).y > 110_000.0);
        assert!(map.forward(Point::new(32.3, 48.5)).x > 70_000.0);
    }

    #[test]
    fn both_parallels_are_true_to_scale() {
        for lat in [46.0, 51.0] {
            let (_, east) = scale(Point::new(37.0, lat));
            assert!((east - 1.0).abs() < 1e-4, "{lat}: {east}");
        }
    }

    proptest! {
        #[test]
        fn the_inverse_undoes_the_projection(lon in -10.0..70.0_f64, lat in 20.0..75.0_f64) {
            let map = Lambert::default();
            let back = map.inverse(map.forward(Point::new(lon, lat)));
            prop_assert!((back.x - lon).abs() < 1e-9 && (back.y - lat).abs() < 1e-9);
        }

        #[test]
        fn shapes_are_kept_and_the_scale_strays_little(lon in 22.0..40.3_f64, lat in 44.3..52.5_f64) {
            let (north, east) = scale(Point::new(lon, lat));
            prop_assert!((north - east).abs() < 1e-4, "{north} {east}");
            prop_assert!((north - 1.0).abs() < 0.006, "{north}");
        }
    }
}
