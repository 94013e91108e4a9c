//! The scale bar: a round number of kilometres.

use super::Camera;

/// The longest bar in px.
const LONGEST: f64 = 110.0;

/// A bar that stands for a round number of kilometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ScaleBar {
    /// What it stands for.
    pub km: u32,
    /// Its length in tenths of a px.
    pub length: i32,
}

impl ScaleBar {
    /// The longest bar of 1, 2 or 5 times a power of ten kilometres that is no longer than 110 px.
    pub fn of(camera: &Camera) -> Self {
        let px = |km: u32| f64::from(km) / camera.km_per_px();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Point;

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
            let bar = ScaleBar::of(&camera);
            assert_eq!((bar.km, bar.half()), (km, half), "{metres} m to the px");
            assert!(bar.length <= 1100 && bar.length > 400, "{bar:?}");
        }
    }
}
