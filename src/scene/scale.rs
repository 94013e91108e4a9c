//! The scale bar: a round number of kilometres.

use super::Camera;
use crate::atlas::{Point, Projection};

/// The longest bar in px.
const LONGEST: f64 = 110.0;

/// The earth's mean radius.
const EARTH_KM: f64 = 6371.0;

/// A bar that stands for a round number of kilometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ScaleBar {
    /// What it stands for.
    pub km: u32,
    /// Its length in tenths of a px.
    pub length: i32,
}

impl ScaleBar {
    /// The longest bar of 1, 2 or 5 times a power of ten kilometres that is no longer than 110 px,
    /// right for the middle of the window: a plane cannot be true to scale everywhere.
    pub fn of(camera: &Camera, by: &Projection) -> Self {
        let ground = ground_km_per_px(camera, by);
        let px = |km: u32| f64::from(km) / ground;
        let round = (0..6).flat_map(|power| [1, 2, 5].map(|n| n * 10_u32.pow(power)));
        let km = round
            .take_while(|km| px(*km) <= LONGEST)
            .last()
            .unwrap_or(1);
        Self {
            km,
            length: (px(km) * 10.0).round() as i32,
        }
    }

    /// The number at the middle, where that is a whole one and there is room between the others.
    pub fn half(&self) -> Option<u32> {
        (self.km.is_multiple_of(2) && self.length >= 600).then_some(self.km / 2)
    }
}

/// How many kilometres of the ground a px of the window's middle shows, from left to right.
fn ground_km_per_px(camera: &Camera, by: &Projection) -> f64 {
    let end = |right: f64| {
        let across = camera.centre.x + right * LONGEST / 2.0 / camera.scale;
        by.inverse(Point::new(across, camera.centre.y))
    };
    let km = ground_km(end(-1.0), end(1.0)) / LONGEST;
    // Far outside the map there is no ground; the plane's own measure is then as good as any.
    if km.is_finite() && km > 0.0 {
        km
    } else {
        camera.km_per_px()
    }
}

/// The way from one place (degrees) to another along the ground, in kilometres.
fn ground_km(a: Point, b: Point) -> f64 {
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let level = a.y.to_radians().cos() * b.y.to_radians().cos();
    let part = half(a.y, b.y) + level * half(a.x, b.x);
    2.0 * EARTH_KM * part.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Lambert;

    #[test]
    fn the_bar_is_right_for_the_latitude_in_the_middle() {
        let map = Projection::Lambert(Lambert::default());
        // At 46° and 51° the plane is true to scale, between them too small, beyond them too large.
        let known = [
            (46.0, 1.00000),
            (51.0, 1.00000),
            (48.5, 0.99905),
            (60.0, 1.02136),
            (40.0, 1.00963),
        ];
        for (lat, plane) in known {
            let camera = Camera {
                centre: map.forward(Point::new(33.0, lat)),
                scale: 1e-3,
                width: 800.0,
                height: 600.0,
            };
            let ratio = camera.km_per_px() / ground_km_per_px(&camera, &map);
            assert!((ratio - plane).abs() < 2e-4, "{lat}: {ratio}");
            let bar = ScaleBar::of(&camera, &map);
            assert!(
                (f64::from(bar.length) / 1000.0 - ratio).abs() < 1e-3,
                "{lat}: {bar:?}"
            );
        }
    }

    #[test]
    fn the_way_along_the_ground_is_known() {
        // Kyiv to Odesa.
        let km = ground_km(Point::new(30.52, 50.45), Point::new(30.73, 46.48));
        assert!((km - 441.7).abs() < 1.5, "{km}");
    }

    #[test]
    fn the_number_is_round_and_the_bar_fits() {
        for (metres, km, half) in [
            (1300.0, 100, Some(50)),
            (190.0, 20, Some(10)),
            (20.0, 2, Some(1)),
            (80.0, 5, None),
            (3000.0, 200, Some(100)),
            (3500.0, 200, None),
        ] {
            let camera = Camera {
                centre: Point::default(),
                scale: 1.0 / metres,
                width: 800.0,
                height: 600.0,
            };
            let bar = ScaleBar::of(&camera, &Projection::Lambert(Lambert::default()));
            assert_eq!((bar.km, bar.half()), (km, half), "{metres} m to the px");
            assert!(bar.length <= 1100 && bar.length > 400, "{bar:?}");
        }
    }
}
