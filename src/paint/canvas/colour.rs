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
