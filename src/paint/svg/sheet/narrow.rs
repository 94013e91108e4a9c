//! The map as a picture for a narrow column, as of a phone: it says what a card says, from above, in letters that
//! can be read there. However much that is, the picture is of one size: the map takes what is left.

use super::card::{heading, short_key};
use super::text::{Style, write};
use super::{Card, rect};
use crate::paint::svg::ink::{self, INK_3, LINE_2, PAPER, SANS};
use crate::paint::svg::node::Node;
use crate::paint::svg::path::whole;
use crate::paint::svg::{Options, paint};
use crate::scene::Scene;

/// How wide and how high it is, in px.
pub const NARROW: (f64, f64) = (390.0, 600.0);

const EDGE: f64 = 20.0;
const INSIDE: f64 = NARROW.0 - 2.0 * EDGE;

/// What stands above and below the map, so that its room is known.
#[derive(Debug, Clone)]
pub struct Narrow {
    around: Vec<Node>,
    above: f64,
    below: f64,
}

impl Narrow {
    /// Lays out what a card says.
    pub fn of(card: &Card) -> Self {
        let mut around = Vec::new();
        let above = heading(&mut around, card, (EDGE, 18.0), INSIDE, NARROW.1) + 10.0;
        let mut under = Vec::new();
        let mut down = 12.0;
        down += short_key(&mut under, &card.sheet.key, (EDGE, down), INSIDE, 12.5) + 4.0;
        let credit = Style {
            size: 10.0,
            bold: false,
            serif: false,
            colour: INK_3,
        };
        down += write(&mut under, &card.sheet.credit, (EDGE, down), INSIDE, credit) + 12.0;
        let below = (NARROW.1 - down).floor();
        let shift = ["translate(0 ", &whole(below), ")"].concat();
        around.push(Node::new("g").attr("transform", shift).children(under));
        Self {
            around,
            above: above.ceil(),
            below,
        }
    }

    /// How wide and how high the map is.
    pub fn map(&self) -> (f64, f64) {
        (NARROW.0, (self.below - self.above).max(1.0))
    }

    /// The picture with its map as one `svg` element.
    pub fn draw(self, scene: &Scene, card: &Card) -> Node {
        let (wide, high) = NARROW;
        let options = Options {
            prefix: "sheet",
            title: "",
            regions: "",
            lens: card.sheet.lens,
        };
        let map = ink::inked(paint(scene, &options))
            .attr("x", "0")
            .attr("y", whole(self.above))
            .attr("stroke-miterlimit", "4");
        let paper = |top: f64, high: f64| rect(0.0, top, wide, high).attr("fill", PAPER);
        let line = |top: f64| rect(0.0, top, wide, 1.0).attr("fill", LINE_2);
        let edge = rect(0.5, 0.5, wide - 1.0, high - 1.0)
            .attr("fill", "none")
            .attr("stroke", LINE_2);
        Node::new("svg")
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr(
                "viewBox",
                ["0 0 ", &whole(wide), " ", &whole(high)].concat(),
            )
            .attr("width", whole(wide))
            .attr("height", whole(high))
            .attr("font-family", SANS)
            .child(map)
            .child(paper(0.0, self.above))
            .child(paper(self.below, high - self.below))
            .child(line(self.above - 1.0))
            .child(line(self.below))
            .children(self.around)
            .child(edge)
    }
}
