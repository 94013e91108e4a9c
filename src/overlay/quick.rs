//! A projection for a million positions: tables instead of sines and logarithms.
//!
//! Both projections are made of functions of the longitude alone and of the latitude alone. Each is
//! tabulated sixteen times to the degree; between the entries a cubic is less than a millimetre off.

use crate::atlas::{Point, Projection, relative};

/// Entries to the degree.
const FINENESS: f64 = 16.0;

/// A function of an angle in degrees, tabulated.
#[derive(Debug, Clone)]
struct Table {
    from: f64,
    last: f64,
    values: Vec<f64>,
}

impl Table {
    fn new(from: f64, to: f64, function: impl Fn(f64) -> f64) -> Self {
        // One entry more on either side, for the cubic.
        let steps = ((to - from) * FINENESS).ceil() as i32 + 2;
        let value = |step: i32| function(from + f64::from(step) / FINENESS);
        Self {
            from,
            last: to - from,
            values: (-1..=steps).map(value).collect(),
        }
    }

    /// The function there; beyond the table's ends, at its end.
    fn at(&self, degrees: f64) -> f64 {
        let along = (degrees - self.from).clamp(0.0, self.last) * FINENESS;
        let step = along as usize;
        let t = along - step as f64;
        let Some([a, b, c, d]) = self.values.get(step..).and_then(<[f64]>::first_chunk) else {
            return self.values.last().copied().unwrap_or_default();
        };
        // Lagrange's cubic through four entries.
        let (u, v, w) = (t + 1.0, t - 1.0, t - 2.0);
        -a * t * v * w / 6.0 + b * u * v * w / 2.0 - c * u * t * w / 2.0 + d * u * t * v / 6.0
    }
}

/// A projection that is quick to work out.
#[derive(Debug, Clone)]
pub struct Quick {
    meridian: f64,
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    Mercator {
        /// Metres of the plane to the degree of longitude.
        east: f64,
        north: Table,
    },
    Conic {
        tip: f64,
        reach: Table,
        sine: Table,
        cosine: Table,
    },
}

impl Quick {
    /// The same as a projection, quicker.
    pub fn new(by: &Projection) -> Self {
        let meridian = by.meridian();
        let kind = match by {
            Projection::Mercator(by) => Kind::Mercator {
                east: by.forward(Point::new(meridian + 1.0, 0.0)).x,
                // The function has a corner where the map ends; the table goes on smoothly.
                north: Table::new(-85.0, 85.0, |lat| by.forward(Point::new(meridian, lat)).y),
            },
            Projection::Lambert(by) => {
                let turn = |apart: f64| by.polar(Point::new(meridian + apart, 45.0)).1;
                let reach = |lat: f64| by.polar(Point::new(meridian, lat)).0;
                Kind::Conic {
                    tip: by.tip(),
                    reach: Table::new(-90.0, 90.0, reach),
                    sine: Table::new(-180.0, 180.0, |apart| turn(apart).sin()),
                    cosine: Table::new(-180.0, 180.0, |apart| turn(apart).cos()),
                }
            }
        };
        Self { meridian, kind }
    }

    /// The meridian in its middle, in degrees.
    pub fn meridian(&self) -> f64 {
        self.meridian
    }

    /// Longitude and latitude in degrees to metres of the plane.
    pub fn forward(&self, degrees: Point) -> Point {
        let apart = relative(degrees.x, self.meridian);
        match &self.kind {
            Kind::Mercator { east, north } => Point::new(apart * east, north.at(degrees.y)),
            Kind::Conic {
                tip,
                reach,
                sine,
                cosine,
            } => {
                let reach = reach.at(degrees.y);
                Point::new(reach * sine.at(apart), tip - reach * cosine.at(apart))
            }
        }
    }
}
