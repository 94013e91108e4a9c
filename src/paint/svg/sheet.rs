//! The map as a sheet that can be taken away: with its title, its key, the day, whom it is owed to
//! and where it comes from inside the picture. It stands alone: no style sheet, no script, no
//! picture from elsewhere.

#[cfg(not(target_arch = "wasm32"))]
mod card;
#[cfg(not(target_arch = "wasm32"))]
mod narrow;
mod text;

#[cfg(not(target_arch = "wasm32"))]
pub use card::{CARD, CARD_MAP, CARD_TIMES, Card, card};
#[cfg(not(target_arch = "wasm32"))]
pub use narrow::{NARROW, Narrow};

use super::ink::{self, GROUP, INK, INK_2, INK_3, LINE_2, LINE_3, PAPER, SANS, WATER_INK};
use super::marks;
use super::node::Node;
use super::path::whole;
use super::{Options, paint, parts, scale_bar};
use crate::scene::{Fill, Glyph, Scene};
use text::{Style, write};

/// How wide a reader's sheet is, in px. Four times that is as much as any browser can make a picture of.
pub const SHEET_WIDTH: f64 = 960.0;
/// How high the map on it is.
pub const SHEET_MAP_HEIGHT: f64 = 620.0;

const EDGE: f64 = 28.0;
const GUTTER: f64 = 36.0;

/// What a sheet says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What the map shows, as a heading.
    pub title: String,
    /// The dossier and the day.
    pub subtitle: String,
    /// The word of the lens; `ground` where that is the ground of a clause.
    pub lens: &'static str,
    /// What the colours and signs mean.
    pub key: Vec<KeyLine>,
    /// The word for kilometres.
    pub unit: &'static str,
    /// What the borders follow, and whom the picture is owed to.
    pub credit: String,
    /// Where it can be seen again.
    pub address: String,
}

/// A line of the key.
#[derive(Debug, Clone, PartialEq)]
pub enum KeyLine {
    /// A sentence.
    Note(String),
    /// The ladder of fills, each with its number.
    Ramp(Vec<(Fill, String)>),
    /// A sign and what it means.
    Sign(KeySign, String),
}

/// A sign of the key.
#[derive(Debug, Clone, PartialEq)]
pub enum KeySign {
    /// A fill, with the shape that says the same.
    Fill(Fill, Option<Glyph>),
    /// A hatching, with the letters of who claims.
    Hatch(u8, Option<String>),
    /// The outline of a group.
    Group,
    /// The plant's tower.
    Plant,
    /// A drained reservoir.
    Drained,
}

/// A sheet with its map as one `svg` element, as wide as the scene, shown `times` as large.
pub fn sheet(scene: &Scene, sheet: &Sheet, times: u32) -> Node {
    let mut page = Page {
        wide: scene.width.round(),
        ..Page::default()
    };
    page.heading(sheet);
    page.map(scene, sheet);
    page.key(&sheet.key);
    page.foot(sheet);
    let height = page.down;
    let times = f64::from(times);
    let (wide, high) = (whole(page.wide), whole(height));
    Node::new("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", ["0 0 ", &wide, " ", &high].concat())
        .attr("width", whole(page.wide * times))
        .attr("height", whole(height.round() * times))
        .attr("font-family", SANS)
        .child(Node::new("title").text(format!("{}. {}", sheet.title, sheet.subtitle)))
        .child(rect(0.0, 0.0, page.wide, height).attr("fill", PAPER))
        .children(page.nodes)
}

/// A sheet that is being filled from above.
#[derive(Default)]
struct Page {
    wide: f64,
    nodes: Vec<Node>,
    down: f64,
}

impl Page {
    fn heading(&mut self, sheet: &Sheet) {
        let wide = self.wide - 2.0 * EDGE;
        self.down = 18.0;
        let title = Style {
            size: 25.0,
            bold: true,
            serif: true,
            colour: INK,
        };
        self.down += write(
            &mut self.nodes,
            &sheet.title,
            (EDGE, self.down),
            wide,
            title,
        );
        let subtitle = Style {
            size: 13.0,
            bold: false,
            serif: false,
            colour: INK_2,
        };
        self.down += write(
            &mut self.nodes,
            &sheet.subtitle,
            (EDGE, self.down + 2.0),
            wide,
            subtitle,
        );
        self.down += 16.0;
    }

    fn map(&mut self, scene: &Scene, sheet: &Sheet) {
        let options = Options {
            prefix: "sheet",
            title: "",
            regions: "",
            lens: sheet.lens,
        };
        let map = ink::inked(paint(scene, &options));
        let (wide, high) = (self.wide, scene.height.round());
        self.nodes.push(
            map.attr("x", "0")
                .attr("y", whole(self.down))
                .attr("stroke-miterlimit", "4"),
        );
        let bar = scale_bar(&scene.scale, sheet.unit, "");
        let length = f64::from(scene.scale.length) / 10.0 + 52.0;
        let place = (wide - length - 14.0, self.down + high - 32.0);
        self.nodes.push(
            rect(place.0 - 8.0, place.1 - 3.0, length + 12.0, 28.0)
                .attr("fill", PAPER)
                .attr("fill-opacity", ".7")
                .attr("rx", "4"),
        );
        self.nodes.push(scale(bar, place));
        let line = rect(0.0, self.down + high, wide, 1.0).attr("fill", LINE_2);
        self.nodes.push(line);
        self.down += high + 16.0;
    }

    /// Two columns: what the colours mean, then the signs. The longer one says how high they are.
    fn key(&mut self, lines: &[KeyLine]) {
        let wide = (self.wide - 2.0 * EDGE - GUTTER) / 2.0;
        let is_sign = |line: &KeyLine| matches!(line, KeyLine::Sign(sign, _) if !matches!(sign, KeySign::Fill(..) | KeySign::Hatch(_, Some(_))));
        let (signs, colours): (Vec<_>, Vec<_>) = lines.iter().partition(|line| is_sign(line));
        let mut column = |lines: Vec<&KeyLine>, left: f64| {
            let mut down = self.down;
            for line in lines {
                down += key_line(&mut self.nodes, line, (left, down), wide, 12.0) + 5.0;
            }
            down
        };
        let first = column(colours, EDGE);
        let second = column(signs, EDGE + wide + GUTTER);
        self.down = first.max(second) + 6.0;
    }

    fn foot(&mut self, sheet: &Sheet) {
        let wide = self.wide - 2.0 * EDGE;
        let line = rect(EDGE, self.down, wide, 1.0).attr("fill", LINE_2);
        self.nodes.push(line);
        self.down += 6.0;
        let small = Style {
            size: 10.5,
            bold: false,
            serif: false,
            colour: INK_3,
        };
        self.down += write(
            &mut self.nodes,
            &sheet.credit,
            (EDGE, self.down),
            wide,
            small,
        );
        let address = Style {
            size: 11.0,
            colour: INK_2,
            ..small
        };
        self.down += write(
            &mut self.nodes,
            &sheet.address,
            (EDGE, self.down + 2.0),
            wide,
            address,
        );
        self.down = (self.down + 18.0).ceil();
    }
}

fn key_line(
    nodes: &mut Vec<Node>,
    line: &KeyLine,
    (x, y): (f64, f64),
    wide: f64,
    size: f64,
) -> f64 {
    let text = Style {
        size,
        bold: false,
        serif: false,
        colour: INK_2,
    };
    match line {
        KeyLine::Note(words) => write(nodes, words, (x, y), wide, text),
        KeyLine::Ramp(steps) => {
            let step = (wide / steps.len().max(1) as f64).min(60.0).floor();
            for (index, (fill, label)) in steps.iter().enumerate() {
                let left = x + step * index as f64;
                nodes.push(swatch(*fill, left, y + 3.0, step, 13.0));
                let middle = Node::new("text")
                    .attr("x", number(left + step / 2.0))
                    .attr("y", number(y + 29.0))
                    .attr("text-anchor", "middle")
                    .attr("font-size", "11")
                    .attr("fill", INK_2)
                    .text(label.clone());
                nodes.push(middle);
            }
            34.0
        }
        KeyLine::Sign(sign, words) => {
            nodes.push(key_sign(sign, x, y + 1.5));
            let high = write(nodes, words, (x + 36.0, y), wide - 36.0, text);
            high.max(18.0)
        }
    }
}

fn swatch(fill: Fill, x: f64, y: f64, width: f64, height: f64) -> Node {
    let colour = ink::ground(fill.slug()).unwrap_or(PAPER);
    rect(x, y, width, height)
        .attr("fill", colour)
        .attr("stroke", LINE_3)
        .attr("stroke-width", ".7")
}

/// A sign in a box of 28 by 15 px.
fn key_sign(sign: &KeySign, x: f64, y: f64) -> Node {
    let group = Node::new("g").attr("transform", place(x, y));
    match sign {
        KeySign::Fill(fill, glyph) => {
            let drawn = glyph.map(|glyph| {
                let colour = Some(ink::glyph(glyph.slug()).unwrap_or(INK));
                let shapes = parts(glyph).iter();
                Node::new("g")
                    .attr("transform", "translate(8 1.5) scale(.75)")
                    .children(shapes.map(|(class, d)| glyph_part(class, d, colour)))
            });
            group
                .child(swatch(*fill, 0.5, 0.5, 27.0, 14.0))
                .children(drawn)
        }
        KeySign::Hatch(pattern, letters) => {
            let fill = ["url(#sheet-hatch-", &pattern.min(&3).to_string(), ")"].concat();
            let ground = rect(0.5, 0.5, 27.0, 14.0);
            let letters = letters.clone().map(|letters| {
                let wide = 8.0 * letters.chars().count() as f64 + 6.0;
                let left = 14.0 - wide / 2.0;
                Node::new("g")
                    .child(
                        rect(left, 2.0, wide, 11.0)
                            .attr("fill", PAPER)
                            .attr("rx", "2"),
                    )
                    .child(
                        Node::new("text")
                            .attr("x", "14")
                            .attr("y", "10.8")
                            .attr("text-anchor", "middle")
                            .attr("font-size", "9.5")
                            .attr("font-weight", "700")
                            .attr("fill", INK)
                            .text(letters),
                    )
            });
            group
                .child(ground.clone().attr("fill", PAPER))
                .child(
                    ground
                        .attr("fill", fill)
                        .attr("stroke", LINE_3)
                        .attr("stroke-width", ".7"),
                )
                .children(letters)
        }
        KeySign::Group => group.child(
            Node::new("path")
                .attr("d", "M0 8h28")
                .attr("fill", "none")
                .attr("stroke", GROUP)
                .attr("stroke-width", "1.6")
                .attr("stroke-dasharray", "5 3"),
        ),
        KeySign::Plant => group.child(ink::inked(marks::plant_sign("translate(14 7.5)"))),
        KeySign::Drained => group.child(
            rect(0.5, 0.5, 27.0, 14.0)
                .attr("rx", "6")
                .attr("fill", "url(#sheet-drained)")
                .attr("stroke", WATER_INK)
                .attr("stroke-width", ".8")
                .attr("stroke-dasharray", "2.5 2"),
        ),
    }
}

fn glyph_part(class: &str, d: &str, colour: Option<&'static str>) -> Node {
    ink::inked_part(Node::new("path").attr("class", class).attr("d", d), colour)
}

/// The scale bar, which is an `svg` of its own, with its looks.
fn scale(mut bar: Node, (x, y): (f64, f64)) -> Node {
    for part in &mut bar.children {
        let looks = match part.tag {
            "text" => [("fill", INK_2), ("font-size", "10.5")],
            _ => [("fill", "none"), ("stroke", INK_2)],
        };
        for (name, value) in looks {
            part.attrs.push((name, value.to_owned()));
        }
    }
    bar.attrs
        .retain(|(name, _)| ["viewBox", "width", "height"].contains(name));
    bar.attr("x", number(x)).attr("y", number(y))
}

fn rect(x: f64, y: f64, width: f64, height: f64) -> Node {
    Node::new("rect")
        .attr("x", number(x))
        .attr("y", number(y))
        .attr("width", number(width))
        .attr("height", number(height))
}

fn place(x: f64, y: f64) -> String {
    ["translate(", &number(x), " ", &number(y), ")"].concat()
}

/// A number to the tenth.
fn number(value: f64) -> String {
    super::path::tenths((value * 10.0).round() as i32)
}

#[cfg(test)]
mod tests;
