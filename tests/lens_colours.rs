//! The colours of the lenses, as everybody sees them: read from the style sheet's tokens, in light
//! and dark, for normal sight, three kinds of colour blindness, and in greyscale.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a token that is not there fails the test"
)]

use std::collections::BTreeMap;

use palette::color_difference::{Ciede2000, Wcag21RelativeContrast};
use palette::{IntoColor, Lab, LinSrgb, Srgb};

/// What a change of colour must measure by CIEDE2000 to be seen between two areas that do not touch.
/// 1 is just seen side by side; cartographers ask for several times that where a legend is read
/// across a map (Brychtová and Çöltekin 2015 find errors to level off at 6 and more).
const SEEN_APART: f32 = 6.0;

/// How far two neighbouring steps must lie apart in lightness (CIE L*, 0 to 100) for those who have
/// nothing else to go by.
const STEP: f32 = 5.0;

/// What WCAG 2.2 asks of graphics (1.4.11) and of text (1.4.3).
const GRAPHICS: f32 = 3.0;
const TEXT: f32 = 4.5;

const LADDER: [&str; 5] = ["seq-0", "seq-1", "seq-2", "seq-3", "seq-4"];
const STANCES: [&str; 6] = [
    "supports",
    "conditional",
    "opposes",
    "open",
    "silent",
    "mixed",
];

type Tokens = BTreeMap<String, Srgb<u8>>;

/// A way to see: its name and what it makes of a colour in linear light.
type Sight = (&'static str, fn(LinSrgb) -> LinSrgb);

/// Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
/// deficiency" (2009), at full severity.
const PROTANOPIA: [[f32; 3]; 3] = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const DEUTERANOPIA: [[f32; 3]; 3] = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
const TRITANOPIA: [[f32; 3]; 3] = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];

fn through(matrix: &[[f32; 3]; 3], c: LinSrgb) -> LinSrgb {
    let [r, g, b] = matrix.map(|row| row[0] * c.red + row[1] * c.green + row[2] * c.blue);
    LinSrgb::new(r.clamp(0.0, 1.0), g.clamp(0.0, 1.0), b.clamp(0.0, 1.0))
}

const SIGHTS: [Sight; 5] = [
    ("normal sight", |c| c),
    ("protanopia", |c| through(&PROTANOPIA, c)),
    ("deuteranopia", |c| through(&DEUTERANOPIA, c)),
    ("tritanopia", |c| through(&TRITANOPIA, c)),
    ("greyscale", |c| {
        let y = 0.2126 * c.red + 0.7152 * c.green + 0.0722 * c.blue;
        LinSrgb::new(y, y, y)
    }),
];

/// The colours of the block that begins with `selector`, by the names of their tokens.
fn tokens(selector: &str) -> Tokens {
    let css = include_str!("../style/tokens.css");
    let block = css.split_once(selector).unwrap().1;
    let block = block.split_once('{').unwrap().1.split_once('}').unwrap().0;
    let pairs = block.split(';').filter_map(|line| line.rsplit_once(':'));
    pairs
        .filter_map(|(name, value)| {
            let name = name.rsplit("--").next()?;
            Some((name.trim().to_owned(), value.trim().parse().ok()?))
        })
        .collect()
}

fn themes() -> [(&'static str, Tokens); 2] {
    [
        ("light", tokens(":root")),
        ("dark", tokens(":root[data-theme=\"dark\"]")),
    ]
}

fn seen(sight: &Sight, colour: Srgb<u8>) -> Lab {
    (sight.1)(colour.into_linear()).into_color()
}

/// Each sight in each theme.
fn looks() -> Vec<(String, Sight, Tokens)> {
    let all = themes().into_iter().flat_map(|(theme, tokens)| {
        SIGHTS.map(|sight| (format!("{theme}, {}", sight.0), sight, tokens.clone()))
    });
    all.collect()
}

#[test]
fn neighbouring_classes_are_told_apart_by_everybody() {
    for (name, sight, tokens) in looks() {
        let ladder = LADDER.map(|class| seen(&sight, tokens[class]));
        for (n, pair) in ladder.windows(2).enumerate() {
            let apart = pair[0].difference(pair[1]);
            assert!(apart >= SEEN_APART, "{name}: {n} and {}: {apart}", n + 1);
        }
    }
}

#[test]
fn the_ladder_is_one_of_lightness_for_everybody() {
    for (name, sight, tokens) in looks() {
        let light = LADDER.map(|class| seen(&sight, tokens[class]).l);
        // More is farther from the ground: darker on paper, lighter in the dark.
        let way = if light[4] < light[0] { -1.0 } else { 1.0 };
        for (n, pair) in light.windows(2).enumerate() {
            let step = (pair[1] - pair[0]) * way;
            assert!(step >= STEP, "{name}: from {n} to {}: {step}", n + 1);
        }
    }
}

#[test]
fn every_shape_stands_out_from_its_tint_and_from_plain_land() {
    for (theme, tokens) in themes() {
        for stance in STANCES {
            let shape = tokens[stance].into_format::<f32>();
            for ground in [format!("tint-{stance}"), "land".into(), "mark-cut".into()] {
                let contrast = shape.relative_contrast(tokens[&ground].into_format());
                assert!(
                    contrast >= GRAPHICS,
                    "{theme}: {stance} on {ground}: {contrast}"
                );
            }
        }
    }
}

#[test]
fn names_can_be_read_on_every_fill() {
    for (theme, tokens) in themes() {
        let tints = STANCES.map(|stance| format!("tint-{stance}"));
        let on = |ink: &str, ground: &str| {
            let contrast = tokens[ink].into_format::<f32>();
            let contrast = contrast.relative_contrast(tokens[ground].into_format());
            assert!(contrast >= TEXT, "{theme}: {ink} on {ground}: {contrast}");
        };
        for tint in &tints {
            on("label", tint);
        }
        on("label", "seq-0");
        on("label", "seq-1");
        on("ink", "seq-2");
        on("on-seq-4", "seq-4");
    }
}

#[test]
fn a_tint_is_told_from_plain_land_by_everybody() {
    // The shapes say which tint it is; that there is one must be seen without them. A stance
    // of its own (silent) may be quieter than the others, but not invisible.
    for (name, sight, tokens) in looks() {
        let land = seen(&sight, tokens["seq-0"]);
        for stance in STANCES {
            let apart = land.difference(seen(&sight, tokens[&format!("tint-{stance}")]));
            assert!(apart >= 3.0, "{name}: {stance}: {apart}");
        }
    }
}

/// The checks above would be worth nothing if the simulation changed nothing.
#[test]
fn the_simulation_confuses_what_the_colour_blind_confuse() {
    let red: Srgb<u8> = "#b34a3c".parse().unwrap();
    let green: Srgb<u8> = "#6f7f2f".parse().unwrap();
    let apart = |sight: &Sight| seen(sight, red).difference(seen(sight, green));
    assert!(apart(&SIGHTS[0]) > 30.0);
    assert!(apart(&SIGHTS[2]) < 12.0, "{}", apart(&SIGHTS[2]));
}
