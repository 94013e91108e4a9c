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

/// How much of a line the last one must fill, so that no word is left over.
const LEAST: f64 = 0.25;
/// By how much lines are made shorter at a time, until it does.
const SHORTER: f64 = 0.95;
/// They are made no shorter than to this part.
const SHORTEST: f64 = 0.5;

/// A text in lines; where a word would be left over for the last one, the others leave it some more.
fn lines(words: &str, wide: f64, style: Style) -> Vec<String> {
    let face = Face {
        size: style.size,
        bold: style.bold,
        ..Face::default()
    };
    let lines = broken(words, wide, face);
    let is_even = |lines: &[String]| match lines {
        [_, .., last] => estimate(last, face) >= LEAST * wide,
        _ => true,
    };
    let mut narrower = wide;
    let mut evened = lines.clone();
    while !is_even(&evened) && narrower > SHORTEST * wide {
        narrower *= SHORTER;
        evened = broken(words, narrower, face);
    }
    if evened.len() == lines.len() {
        evened
    } else {
        lines
    }
}

/// Broken at spaces, and anywhere in what is too long for a line by itself.
fn broken(words: &str, wide: f64, face: Face) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style {
        size: 12.0,
        bold: false,
        serif: false,
        colour: "#000000",
    };

    #[test]
    fn no_short_word_is_left_over_for_the_last_line() {
        let words = "Claimed by one; the Assembly asks states not to recognise it";
        let face = Face {
            size: STYLE.size,
            ..Face::default()
        };
        let wide = estimate(words, face) - 4.0;
        assert_eq!(broken(words, wide, face)[1], "it");
        let lines = lines(words, wide, STYLE);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(estimate(&lines[1], face) >= wide / 4.0, "{lines:?}");
        assert_eq!(lines.join(" "), words);
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_as_it_was() {
        let words = "x".repeat(41);
        let lines = lines(&words, 120.0, STYLE);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), words);
    }
}
