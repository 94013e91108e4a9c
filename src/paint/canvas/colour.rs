//! Colours as a canvas holds them.

/// Red, green, blue and opacity, 0 to 255, not multiplied with one another.
pub type Colour = [u8; 4];

/// Nothing.
pub(super) const NONE: Colour = [0; 4];

/// A colour over another, where it covers `share` of the pixel (0 to 255).
pub(super) fn over(colour: Colour, below: Colour, share: u8) -> Colour {
    let [red, green, blue, own] = colour;
    let top = u32::from(own) * u32::from(share) / 255;
    if top == 255 {
        return colour;
    }
    let [under_red, under_green, under_blue, under] = below;
    // The two cases of almost all pixels, without a division by what is not known beforehand.
    if under == 0 {
        return if top == 0 {
            NONE
        } else {
            [red, green, blue, top as u8]
        };
    }
    if under == 255 {
        let mix = |a: u8, b: u8| ((u32::from(a) * top + u32::from(b) * (255 - top)) / 255) as u8;
        return [
            mix(red, under_red),
            mix(green, under_green),
            mix(blue, under_blue),
            255,
        ];
    }
    let kept = u32::from(under) * (255 - top) / 255;
    let all = top + kept;
    if all == 0 {
        return NONE;
    }
    let mix = |a: u8, b: u8| ((u32::from(a) * top + u32::from(b) * kept) / all) as u8;
    [
        mix(red, under_red),
        mix(green, under_green),
        mix(blue, under_blue),
        all as u8,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opaque_and_empty_ground_are_but_quick_cases_of_any_ground() {
        let colour = [200, 100, 7, 255];
        for share in 0..=255_u8 {
            assert_eq!(over(colour, NONE, share)[3], share);
            let [red, green, blue, all] = over(colour, [0, 100, 255, 255], share);
            let [r, g, b, near] = over(colour, [0, 100, 255, 254], share);
            assert_eq!((green, all), (100, 255));
            assert!(red.abs_diff(r) <= 1 && blue.abs_diff(b) <= 1 && near >= 254);
            assert!(g.abs_diff(100) <= 1);
        }
    }
}
