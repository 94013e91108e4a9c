//! Mercator's projection on the sphere, forwards and back.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use super::Point;
use super::cut::relative;

/// The earth's mean radius in metres.
const RADIUS: f64 = 6_371_000.0;

/// The poles lie at infinity; what is nearer to them than this latitude is drawn on it. It makes the
/// world a square.
const HIGHEST: f64 = 85.051_128_779_806_59;

/// A cylindrical projection: degrees to metres in the plane, east and north of its origin on the
/// equator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mercator {
    meridian: f64,
    radius: f64,
}

impl Default for Mercator {
    /// True to scale along the equator, Greenwich in the middle.
    fn default() -> Self {
        Self::new(0.0, 0.0)
    }
}

impl Mercator {
    /// A projection that is true to scale along a parallel and has a meridian in its middle (degrees).
    pub fn new(meridian: f64, parallel: f64) -> Self {
        Self {
            meridian,
            radius: RADIUS * parallel.clamp(-HIGHEST, HIGHEST).to_radians().cos(),
        }
    }

    /// The meridian in its middle, in degrees.
    pub fn meridian(&self) -> f64 {
        self.meridian
    }

    /// Longitude and latitude in degrees to metres of the plane.
    pub fn forward(&self, degrees: Point) -> Point {
        let lat = degrees.y.clamp(-HIGHEST, HIGHEST).to_radians();
        let lon = relative(degrees.x, self.meridian).to_radians();
        let north = (FRAC_PI_4 + lat / 2.0).tan().ln();
        Point::new(self.radius * lon, self.radius * north)
    }

    /// Metres of the plane to longitude and latitude in degrees.
    pub fn inverse(&self, plane: Point) -> Point {
        let lon = self.meridian + (plane.x / self.radius).to_degrees();
        let lat = 2.0 * (plane.y / self.radius).exp().atan() - FRAC_PI_2;
        Point::new(relative(lon, 0.0), lat.to_degrees())
    }
}
