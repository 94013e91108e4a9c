//! The map as a card: what a network shows beside a link. It is wide and low, and mostly seen at half its
//! size, so it says little and that large; beside the map stand the title, what there is, and what the
//! colours mean.

use super::text::{Style, write};
use super::{KeyLine, KeySign, Sheet, key_line, place, rect};
use crate::paint::svg::ink::{self, INK, INK_2, INK_3, LINE_2, PAPER, SANS};
use crate::paint::svg::node::Node;
use crate::paint::svg::path::whole;
use crate::paint::svg::{Options, Sign, paint, sign};
use crate::scene::Scene;

/// How wide and how high a card is, in px of its own.
pub const CARD: (f64, f64) = (720.0, 378.0);
/// How wide and how high the map on it is.
pub const CARD_MAP: (f64, f64) = (456.0, 344.0);
/// How many thirds of its size a card is shown in: 1200 by 630 px, as networks ask for.
pub const CARD_TIMES: u32 = 5;

const EDGE: f64 = 24.0;
const PANEL: f64 = CARD.0 - CARD_MAP.0;

/// What a card says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Card {
    /// The title, what the colours mean, whom the map is owed to.
    pub sheet: Sheet,
    /// The name of the product.
    pub product: &'static str,
    /// How much there is to be read, line by line.
    pub facts: Vec<String>,
}

/// A card with its map as one `svg` element.
pub fn card(scene: &Scene, card: &Card) -> Node {
    let (wide, high) = CARD;
    let times = f64::from(CARD_TIMES) / 3.0;
    let line = |x: f64, y: f64, wide: f64, high: f64| rect(x, y, wide, high).attr("fill", LINE_2);
    let (below, foot_high) = (CARD_MAP.1, high - CARD_MAP.1);
    let mut nodes = vec![
        map(scene, card),
        rect(0.0, 0.0, PANEL, high).attr("fill", PAPER),
        line(PANEL, 0.0, 1.0, below),
        rect(0.0, below, wide, foot_high).attr("fill", PAPER),
        line(0.0, below, wide, 1.0),
    ];
    let end = key(&mut nodes, &card.sheet.key);
    heading(
        &mut nodes,
        card,
        (EDGE, 21.0),
        PANEL - 2.0 * EDGE,
        end - 8.0,
    );
    let small = Style {
        size: 7.6,
        colour: INK_3,
        ..plain()
    };
    let foot = (EDGE, CARD_MAP.1 + 4.0);
    write(
        &mut nodes,
        &card.sheet.credit,
        foot,
        wide - 2.0 * EDGE,
        small,
    );
    Node::new("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr(
            "viewBox",
            ["0 0 ", &whole(wide), " ", &whole(high)].concat(),
        )
        .attr("width", whole(wide * times))
        .attr("height", whole(high * times))
        .attr("font-family", SANS)
        .children(nodes)
}

fn map(scene: &Scene, card: &Card) -> Node {
    let options = Options {
        prefix: "sheet",
        title: "",
        regions: "",
        lens: card.sheet.lens,
    };
    ink::inked(paint(scene, &options))
        .attr("x", whole(PANEL))
        .attr("y", "0")
        .attr("stroke-miterlimit", "4")
}

/// From above: whose card it is, what is shown, how much there is, as far as that has room before `end`. Gives where
/// it ends.
pub(super) fn heading(
    nodes: &mut Vec<Node>,
    card: &Card,
    (left, top): (f64, f64),
    wide: f64,
    end: f64,
) -> f64 {
    let mark = sign(Sign::Product);
    let outlines = mark.children.into_iter().map(|outline| {
        outline
            .attr("fill", "none")
            .attr("stroke", INK)
            .attr("stroke-width", "1.4")
            .attr("stroke-linejoin", "round")
    });
    let mark = Node::new("g").attr("transform", place(left, top));
    nodes.push(mark.children(outlines));
    let product = Style {
        size: 13.0,
        bold: true,
        ..plain()
    };
    write(nodes, card.product, (left + 22.0, top), wide, product);
    let title = Style {
        size: match card.sheet.title.chars().count() {
            // On one line; on two; on more.
            0..=12 => 27.0,
            13..=26 => 23.0,
            27..=40 => 18.0,
            _ => 15.0,
        },
        serif: true,
        ..product
    };
    let mut down = top + 31.0;
    down += write(nodes, &card.sheet.title, (left, down), wide, title) + 6.0;
    let subtitle = Style {
        size: 11.0,
        colour: INK_2,
        ..plain()
    };
    down += write(nodes, &card.sheet.subtitle, (left, down), wide, subtitle) + 10.0;
    let fact = Style {
        size: 14.0,
        ..product
    };
    for said in &card.facts {
        let mut line = Vec::new();
        let high = write(&mut line, said, (left, down), wide, fact);
        if down + high > end {
            break;
        }
        nodes.append(&mut line);
        down += high + 1.0;
    }
    down
}

/// From below: what the colours mean, and the hatching. Gives where it begins.
fn key(nodes: &mut Vec<Node>, lines: &[KeyLine]) -> f64 {
    let mut drawn = Vec::new();
    let high = short_key(&mut drawn, lines, (0.0, 0.0), PANEL - 2.0 * EDGE, 9.5);
    let top = CARD_MAP.1 - 8.0 - high;
    nodes.push(
        Node::new("g")
            .attr("transform", place(EDGE, top))
            .children(drawn),
    );
    top
}

/// What the colours mean, and the hatching, which nobody may take for a border. Gives how high it is.
pub(super) fn short_key(
    nodes: &mut Vec<Node>,
    lines: &[KeyLine],
    (left, top): (f64, f64),
    wide: f64,
    size: f64,
) -> f64 {
    let first = |is: fn(&KeyLine) -> bool| lines.iter().find(|line| is(line));
    let shown = [
        first(|line| matches!(line, KeyLine::Note(_))),
        first(|line| matches!(line, KeyLine::Ramp(_))),
        first(|line| matches!(line, KeyLine::Sign(KeySign::Hatch(..), _))),
    ];
    let mut down = top;
    for line in shown.into_iter().flatten() {
        down += key_line(nodes, line, (left, down), wide, size) + 3.0;
    }
    down - top
}

fn plain() -> Style {
    Style {
        size: 12.0,
        bold: false,
        serif: false,
        colour: INK,
    }
}
