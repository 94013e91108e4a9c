//! Badges: the shapes of stances, and the letters of parties.

use super::marks::text_anchor;
use super::node::Node;
use super::path::tenths;
use crate::scene::{Anchor, Badge, BadgeFace, Glyph};

/// A part of a glyph: its class and its outline in a square of 16.
pub type Part = (&'static str, &'static str);

const DISC: &str = "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z";
const RING: &str = "M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 1 0 8 1.7z";
const SQUARE: &str = "M2.5 1h11A1.5 1.5 0 0 1 15 2.5v11a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 1 13.5v-11A1.5 1.5 0 0 1 2.5 1z";

/// The parts of a glyph, in the order of drawing. `solid` is filled with the glyph's colour, `line`
/// is drawn in it around the ground's colour, `cut` is drawn in the ground's colour.
pub fn parts(glyph: Glyph) -> &'static [Part] {
    match glyph {
        Glyph::Supports => &[("solid", DISC), ("cut", "M4.7 8.3l2.4 2.3 4.3-4.9")],
        Glyph::Conditional => &[("line", RING), ("solid", "M8 1.7a6.3 6.3 0 0 0 0 12.6z")],
        Glyph::Opposes => &[("solid", SQUARE), ("cut", "M5 5l6 6M11 5l-6 6")],
        Glyph::Open => &[
            ("line", "M8 1.4L14.6 8 8 14.6 1.4 8z"),
            ("solid", "M8 6.3a1.7 1.7 0 1 0 0 3.4a1.7 1.7 0 1 0 0-3.4z"),
        ],
        Glyph::Silent => &[("line broken", RING)],
        Glyph::Mixed => &[
            ("line", RING),
            (
                "solid",
                "M8 8V1.7A6.3 6.3 0 0 1 14.3 8zM8 8v6.3A6.3 6.3 0 0 1 1.7 8z",
            ),
        ],
        Glyph::Contested => &[
            ("solid", SQUARE),
            ("cut", "M3.4 4.8L6.6 8l-3.2 3.2M12.6 4.8L9.4 8l3.2 3.2"),
        ],
    }
}

/// A badge of the map. It says nothing to those who do not see it: the region's name says it.
pub(super) fn badge(badge: &Badge) -> Node {
    let (x, y) = badge.at;
    let (width, height) = badge.size;
    let node = |class: &str| {
        Node::new("g")
            .key(&badge.key)
            .attr("class", ["badge ", class].concat())
            .attr("aria-hidden", "true")
    };
    match &badge.face {
        BadgeFace::Glyph(glyph) => {
            // A glyph of 16 in whole hundredths of its size.
            let scale = (width * 100 / 160).clamp(1, 999);
            let scale = [
                &(scale / 100).to_string(),
                ".",
                &format!("{:02}", scale % 100),
            ]
            .concat();
            let corner = (tenths(x - width / 2), tenths(y - height / 2));
            let place = [
                "translate(",
                &corner.0,
                " ",
                &corner.1,
                ") scale(",
                &scale,
                ")",
            ]
            .concat();
            let parts = parts(*glyph).iter();
            node(glyph.slug()).attr("transform", place).children(
                parts.map(|(class, d)| Node::new("path").attr("class", *class).attr("d", *d)),
            )
        }
        BadgeFace::Letters(letters) => node("letters")
            .child(
                Node::new("rect")
                    .attr("class", "box")
                    .attr("x", tenths(x - width / 2))
                    .attr("y", tenths(y - height / 2))
                    .attr("width", tenths(width))
                    .attr("height", tenths(height))
                    .attr("rx", "2"),
            )
            .child(
                Node::new("text")
                    .attr("x", tenths(x))
                    .attr("y", tenths(y + height * 25 / 100))
                    .attr("font-size", tenths(height - 40))
                    .maybe("text-anchor", text_anchor(Anchor::Middle))
                    .text(letters.clone()),
            ),
    }
}
