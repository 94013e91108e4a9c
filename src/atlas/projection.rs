//! From the globe to the plane: which projection a dossier asks for.

use super::{Lambert, Mercator, Point};
use crate::dossier::PlaneOf;

/// A projection: degrees to metres of the plane. All of them are conformal, so that an outline keeps
/// its shape at every zoom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Projection {
    /// For a country or a continent away from the equator: its scale strays least.
    Lambert(Lambert),
    /// For what lies along the equator, or is the whole world.
    Mercator(Mercator),
}

impl Default for Projection {
    /// The one that serves every place on earth.
    fn default() -> Self {
        Self::Mercator(Mercator::default())
    }
}

impl From<PlaneOf> for Projection {
    fn from(plane: PlaneOf) -> Self {
        match plane {
            PlaneOf::Lambert {
                parallels,
                meridian,
            } => {
                let [a, b] = parallels;
                Self::Lambert(Lambert::new(
                    parallels,
                    Point::new(meridian, f64::midpoint(a, b)),
                ))
            }
            PlaneOf::Mercator { meridian, parallel } => {
                Self::Mercator(Mercator::new(meridian, parallel))
            }
        }
    }
}

impl Projection {
    /// Longitude and latitude in degrees to metres of the plane. A pole, and whatever would lie at
    /// infinity, is drawn at the last latitude that has a place.
    pub fn forward(&self, degrees: Point) -> Point {
        match self {
            Self::Lambert(lambert) => lambert.forward(degrees),
            Self::Mercator(mercator) => mercator.forward(degrees),
        }
    }

    /// Metres of the plane to longitude and latitude in degrees.
    pub fn inverse(&self, plane: Point) -> Point {
        match self {
            Self::Lambert(lambert) => lambert.inverse(plane),
            Self::Mercator(mercator) => mercator.inverse(plane),
        }
    }

    /// The meridian in its middle, in degrees. The globe is cut open along the opposite one.
    pub fn meridian(&self) -> f64 {
        match self {
            Self::Lambert(lambert) => lambert.meridian(),
            Self::Mercator(mercator) => mercator.meridian(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::cut;
    use proptest::prelude::*;

    fn any_projection() -> impl Strategy<Value = Projection> {
        let lambert = (
            2.0..80.0_f64,
            0.0..8.0_f64,
            -180.0..180.0_f64,
            any::<bool>(),
        );
        let lambert = lambert.prop_map(|(low, more, meridian, south)| {
            let sign = if south { -1.0 } else { 1.0 };
            let parallels = [low * sign, (low + more) * sign];
            Projection::from(PlaneOf::Lambert {
                parallels,
                meridian,
            })
        });
        let mercator = (-180.0..180.0_f64, -70.0..70.0_f64);
        let mercator = mercator.prop_map(|(meridian, parallel)| {
            Projection::from(PlaneOf::Mercator { meridian, parallel })
        });
        prop_oneof![lambert, mercator]
    }

    fn finite(at: Point) -> bool {
        at.x.is_finite() && at.y.is_finite()
    }

    /// Positions on the globe, its poles and both ends of its longitudes among them.
    fn position() -> impl Strategy<Value = Point> {
        let lon = prop_oneof![-180.0..180.0_f64, Just(-180.0), Just(180.0), Just(0.0)];
        let lat = prop_oneof![-90.0..90.0_f64, Just(-90.0), Just(90.0), Just(0.0)];
        (lon, lat).prop_map(|(x, y)| Point::new(x, y))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn the_inverse_undoes_every_projection(by in any_projection(), lon in -179.9..179.9_f64, lat in -75.0..75.0_f64) {
            let there = Point::new(cut::relative(lon + by.meridian(), 0.0), lat);
            let back = by.inverse(by.forward(there));
            prop_assert!((cut::relative(back.x, there.x)).abs() < 1e-6, "{there:?} {back:?}");
            prop_assert!((back.y - there.y).abs() < 1e-6, "{there:?} {back:?}");
        }

        #[test]
        fn nothing_is_ever_without_a_place(by in any_projection(), at in position(), x in -1e9..1e9_f64, y in -1e9..1e9_f64) {
            prop_assert!(finite(by.forward(at)), "{at:?}");
            prop_assert!(finite(by.inverse(Point::new(x, y))));
            prop_assert!(finite(by.inverse(by.forward(at))));
        }

        #[test]
        fn what_is_cut_is_finite_and_jumps_nowhere(by in any_projection(), ring in prop::collection::vec(position(), 3..12)) {
            for piece in cut::ring(&ring, by.meridian()).iter().chain(&cut::line(&ring, by.meridian())) {
                for at in piece {
                    prop_assert!(finite(*at) && finite(by.forward(*at)) && at.y.abs() <= 90.0, "{at:?}");
                }
            }
        }
    }
}
