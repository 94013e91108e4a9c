//! A colour of the newsroom's own for links, made fit to be read.

/// The grounds on which links are hardest to read, in the light theme and in the dark one
/// (`--surface-3` of `style/tokens.css`).
const GROUNDS: [Rgb; 2] = [[0xef, 0xed, 0xe7], [0x24, 0x2c, 0x34]];

/// What the accessibility guidelines ask of text: 4.5:1, and a little more, since colours are
/// whole numbers.
const CONTRAST: f64 = 4.52;

/// Red, green, blue.
type Rgb = [u8; 3];

/// The colour of links: as it was asked for where it can be read, else as near to it as can be, darker
/// in the light theme and lighter in the dark one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    asked: Rgb,
}

impl Accent {
    /// Reads `1b4f72`, `#1b4f72` or `#17f`; `None` for anything else.
    pub fn of(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let digit = |at: usize| char::from(*digits.as_bytes().get(at)?).to_digit(16);
        let part = |at: usize| -> Option<u8> {
            let value = match digits.len() {
                3 => digit(at)? * 17,
                6 => digit(2 * at)? * 16 + digit(2 * at + 1)?,
                _ => return None,
            };
            u8::try_from(value).ok()
        };
        let asked = [part(0)?, part(1)?, part(2)?];
        Some(Self { asked })
    }

    /// The colour that was asked for, as six digits.
    pub fn slug(self) -> String {
        hex(self.asked)
    }

    /// The colours for the light and for the dark theme, as CSS has them.
    pub fn colours(self) -> [String; 2] {
        let [light, dark] = GROUNDS;
        [
            readable(self.asked, light, [0, 0, 0]),
            readable(self.asked, dark, [255, 255, 255]),
        ]
        .map(|colour| format!("#{}", hex(colour)))
    }
}

fn hex(colour: Rgb) -> String {
    let [r, g, b] = colour;
    format!("{r:02x}{g:02x}{b:02x}")
}

/// The colour mixed with as little of `end` as lets it be read on its ground.
fn readable(colour: Rgb, ground: Rgb, end: Rgb) -> Rgb {
    const STEPS: u16 = 32;
    let mix = |share: u16| {
        let one = |from: u8, to: u8| {
            let sum = u16::from(from) * (STEPS - share) + u16::from(to) * share;
            u8::try_from(sum / STEPS).unwrap_or(to)
        };
        let ([r, g, b], [er, eg, eb]) = (colour, end);
        [one(r, er), one(g, eg), one(b, eb)]
    };
    let mut mixed = (0..=STEPS).map(mix);
    mixed
        .find(|mixed| contrast(*mixed, ground) >= CONTRAST)
        .unwrap_or(end)
}

/// The contrast of two colours, as WCAG has it: from 1 to 21.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance([r, g, b]: Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            (2.4 * ((part + 0.055) / 1.055).ln()).exp()
        }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Rgb {
        Accent::of(text).unwrap().asked
    }

    #[test]
    fn a_colour_is_six_digits_or_three_and_nothing_else() {
        assert_eq!(colour("1b4f72"), [0x1b, 0x4f, 0x72]);
        assert_eq!(colour("#1B4F72"), [0x1b, 0x4f, 0x72]);
        assert_eq!(colour("17f"), [0x11, 0x77, 0xff]);
        for text in [
            "", "#", "red", "12345", "1234567", "12345g", "##12345", "дд", "url(#a)",
        ] {
            assert_eq!(Accent::of(text), None, "{text}");
        }
        assert_eq!(Accent::of("17f").unwrap().slug(), "1177ff");
    }

    #[test]
    fn what_can_be_read_stays_as_it_is() {
        assert_eq!(Accent::of("1b4f72").unwrap().colours()[0], "#1b4f72");
        assert_eq!(Accent::of("8fc1e3").unwrap().colours()[1], "#8fc1e3");
    }

    #[test]
    fn every_colour_can_be_read_in_both_themes() {
        let parts = [0, 51, 102, 128, 153, 204, 255];
        for r in parts {
            for g in parts {
                for b in parts {
                    let accent = Accent { asked: [r, g, b] };
                    for (made, ground) in accent.colours().iter().zip(GROUNDS) {
                        let is_read = contrast(colour(made), ground) >= 4.5;
                        assert!(is_read, "{} became {made}", accent.slug());
                    }
                }
            }
        }
    }

    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../style/tokens.css");
        for ground in GROUNDS {
            let token = format!("--surface-3: #{};", hex(ground));
            assert!(tokens.contains(&token), "{token}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        // The grey that is known to be just enough on white.
        assert!((contrast([0x76; 3], [255; 3]) - 4.54).abs() < 0.01);
    }
}
