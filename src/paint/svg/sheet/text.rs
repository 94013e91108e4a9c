//! Texts of a sheet, broken into lines.

use super::super::ink::SERIF;
use super::super::node::Node;
use super::number;
use crate::scene::{Face, estimate};

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub size: f64,
    pub bold: bool,
    pub serif: bool,
    pub colour: &'static str,
}

/// Writes a text in lines no longer than `wide`, the first one below `y`; returns how high they are.
pub(super) fn write(
    nodes: &mut Vec<Node>,
    words: &str,
    (x, y): (f64, f64),
    wide: f64,
    style: Style,
) -> f64 {
    let lines = lines(words, wide, style);
    let step = (style.size * 1.36).round();
    let high = step * lines.len() as f64;
    let spans = lines.into_iter().enumerate().map(|(index, line)| {
        Node::new("tspan")
            .attr("x", number(x))
            .attr("y", number(y + step * index as f64 + style.size))
            .text(line)
    });
    let text = Node::new("text")
        .attr("font-size", number(style.size))
        .attr("fill", style.colour)
        .maybe("font-weight", style.bold.then_some("700"))
        .maybe("font-family", style.serif.then_some(SERIF))
        .children(spans);
    if high > 0.0 {
        nodes.push(text);
    }
    high
}

/// A text in lines: broken at spaces, and anywhere in what is too long for a line by itself.
fn lines(words: &str, wide: f64, style: Style) -> Vec<String> {
    let face = Face {
        size: style.size,
        bold: style.bold,
        ..Face::default()
    };
    let fits = |text: &str| estimate(text, face) <= wide;
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            [&line, " ", word].concat()
        };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            line.push(c);
            if !fits(&line) && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, c.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
