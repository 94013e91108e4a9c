//! The map for a file: a picture that stands alone has no style sheet, so every element says itself
//! what it looks like, in the light colours of `style/tokens.css` and by the rules of
//! `style/map.css`. Nothing in it is a link, and nothing is there for the pointer or the keyboard.

use super::node::Node;

pub(super) const PAPER: &str = "#ffffff";
pub(super) const INK: &str = "#16202a";
pub(super) const INK_2: &str = "#45515c";
pub(super) const INK_3: &str = "#616c76";
pub(super) const LINE_2: &str = "#c9c5bb";
pub(super) const LINE_3: &str = "#8a8f94";
const SEA: &str = "#dfe7ea";
const SEA_1: &str = "#d6e0e4";
const SEA_2: &str = "#cdd9de";
const SEA_3: &str = "#c2d0d7";
const COAST: &str = "#93a6b0";
const WATER: &str = "#b4c7d0";
pub(super) const WATER_INK: &str = "#4f6b7a";
const NEIGHBOUR: &str = "#edebe5";
const NEIGHBOUR_LINE: &str = "#d3cfc5";
const NEIGHBOUR_INK: &str = "#64686c";
const LAND: &str = "#fdfcfa";
const BORDER: &str = "#5a646d";
const LABEL: &str = "#3f4a54";
const HALO: &str = "#fdfcfa";
const SELECT: &str = "#111820";
pub(super) const GROUP: &str = "#3f4a54";

/// The typefaces that every system has one of.
pub(super) const SANS: &str = "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif";
pub(super) const SERIF: &str = "Georgia, 'Liberation Serif', 'Noto Serif', serif";

/// The attributes that say where and what, not how it looks or what it does.
const KEPT: [&str; 20] = [
    "id",
    "d",
    "x",
    "y",
    "width",
    "height",
    "cx",
    "cy",
    "r",
    "rx",
    "viewBox",
    "transform",
    "patternUnits",
    "patternTransform",
    "font-size",
    "text-anchor",
    "letter-spacing",
    "fill-rule",
    "stroke-width",
    "fill",
];

/// What surrounds an element.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each may be true beside any other"
)]
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    /// Seen from near.
    near: bool,
    /// In a small window.
    small: bool,
    /// The lens *claimed*.
    claimed: bool,
    /// A lens of stances, or the ground of a clause.
    stances: bool,
    /// In a point that is selected or lit.
    marked: bool,
    /// In a region that steps back.
    dim: bool,
    /// The colour of the glyph that it is a part of.
    glyph: Option<&'static str>,
}

/// The colour of a fill's class.
pub(super) fn ground(class: &str) -> Option<&'static str> {
    Some(match class {
        "class-0" => "#fdfcfa",
        "class-1" => "#e2d8ea",
        "class-2" => "#c9b6d8",
        "class-3" => "#a285ba",
        "class-4" => "#75528f",
        "tint-supports" => "#cbe3e1",
        "tint-conditional" => "#f2e2b8",
        "tint-opposes" | "tint-contested" => "#f4d3c8",
        "tint-open" => "#d8e0ec",
        "tint-silent" => "#e8e7e3",
        "tint-mixed" => "#e4dbe0",
        _ => return None,
    })
}

/// The colour of a glyph.
pub(super) fn glyph(slug: &str) -> Option<&'static str> {
    Some(match slug {
        "supports" => "#07575d",
        "conditional" => "#8a6000",
        "opposes" | "contested" => "#a63c1e",
        "open" => "#46586f",
        "silent" => "#666f78",
        "mixed" => "#5a4a55",
        _ => return None,
    })
}

/// The picture of a map with all its looks written into it.
pub(super) fn inked(map: Node) -> Node {
    let lens = map.get("data-lens").unwrap_or_default();
    let around = Around {
        near: map.get("data-zoom") == Some("near"),
        small: map.get("data-small").is_some(),
        claimed: lens == "claimed",
        stances: matches!(lens, "agreement" | "party" | "ground"),
        ..Around::default()
    };
    let empty = Node::new("svg");
    ink(map, around).unwrap_or(empty)
}

/// A part of a glyph of this colour with its looks.
pub(super) fn inked_part(part: Node, glyph: Option<&'static str>) -> Node {
    let around = Around {
        glyph,
        ..Around::default()
    };
    ink(part, around).unwrap_or(Node::new("g"))
}

/// An element with its looks; `None` for what is not seen.
fn ink(node: Node, around: Around) -> Option<Node> {
    let classes = node.get("class").unwrap_or_default().to_owned();
    let has = |class: &str| classes.split(' ').any(|one| one == class);
    let is_pointed = ["hover", "focus", "focus-case"].into_iter().any(has);
    let is_target = has("hit") && !around.marked;
    let is_pattern = node.tag == "pattern" && is_for_forced_colours(&node);
    if is_pointed || is_target || is_pattern {
        return None;
    }
    let is_marked = node.get("aria-current").is_some() || node.get("data-lit").is_some();
    let around = Around {
        marked: around.marked || (has("mark") && is_marked),
        dim: around.dim || node.get("data-dim").is_some(),
        glyph: classes.split(' ').find_map(glyph).or(around.glyph),
        ..around
    };
    let caps = has("label-unit")
        || has("label-neighbour")
        || (has("label-selected") && node.get("letter-spacing").is_some());
    let mut inked = Node::new(if node.tag == "a" { "g" } else { node.tag });
    let looks = looks(&classes, around);
    let is_said = |name: &str| looks.iter().any(|(said, _)| *said == name);
    for (name, value) in node.attrs {
        let is_reference = name == "href" && node.tag == "use";
        if (KEPT.contains(&name) || is_reference) && !is_said(name) {
            inked.attrs.push((name, value));
        }
    }
    for (name, value) in looks {
        inked = inked.attr(name, value);
    }
    inked.text = node.text;
    let children = node.children.into_iter();
    inked.children = children.filter_map(|child| ink(child, around)).collect();
    if caps {
        inked.children.iter_mut().for_each(capitals);
    }
    Some(inked)
}

fn capitals(line: &mut Node) {
    line.text = line.text.take().map(|text| text.to_uppercase());
}

/// Whether a pattern stands for a class where readers bring colours of their own.
fn is_for_forced_colours(pattern: &Node) -> bool {
    let drawn = pattern.children.iter();
    drawn.clone().count() > 0
        && drawn
            .clone()
            .all(|c| c.get("class") == Some("pattern-line"))
}

type Looks = Vec<(&'static str, &'static str)>;

/// What a line looks like: its colour, its width, how strong.
fn stroke(colour: &'static str, width: &'static str, opacity: &'static str) -> Looks {
    vec![
        ("fill", "none"),
        ("stroke", colour),
        ("stroke-width", width),
        ("stroke-opacity", opacity),
        ("stroke-linejoin", "round"),
    ]
}

fn dashed(mut looks: Looks, dashes: &'static str) -> Looks {
    looks.push(("stroke-dasharray", dashes));
    looks
}

fn filled(colour: &'static str) -> Looks {
    vec![("fill", colour)]
}

/// A filled shape set off from its ground.
fn set_off(fill: &'static str, line: &'static str, width: &'static str) -> Looks {
    vec![("fill", fill), ("stroke", line), ("stroke-width", width)]
}

fn looks(classes: &str, around: Around) -> Looks {
    let mut all: Looks = Vec::new();
    for class in classes.split(' ') {
        let found = match class {
            "map" => vec![("font-family", SANS)],
            _ if class.starts_with("label") => name(class),
            _ => part(class, around)
                .or_else(|| sign(class, around))
                .unwrap_or_else(|| line(class, around)),
        };
        for (name, value) in found {
            all.retain(|(said, _)| *said != name);
            all.push((name, value));
        }
    }
    if classes.split(' ').any(|class| class == "label") {
        halo(classes, &mut all);
    }
    all
}

/// Ground and lines.
fn line(class: &str, around: Around) -> Looks {
    let wide = |large: &'static str, small: &'static str| {
        if around.small { small } else { large }
    };
    match class {
        "sea" => filled(SEA),
        "waterline-1" => stroke(SEA_1, wide("30", "21"), "1"),
        "waterline-2" => stroke(SEA_2, wide("17", "12"), "1"),
        "waterline-3" => stroke(SEA_3, wide("7", "5"), "1"),
        "neighbour" | "beyond" => filled(NEIGHBOUR),
        "abroad" => stroke(NEIGHBOUR_LINE, ".8", "1"),
        "band" => stroke(BORDER, "7", ".16"),
        "home" => filled(LAND),
        "hatch-dark" if around.claimed => stroke(INK, "1.5", ".72"),
        "hatch-dark" => stroke(INK, "1.1", ".26"),
        "hatch-light" => stroke(PAPER, "1.1", ".2"),
        "hatches" if around.stances => vec![("opacity", ".55")],
        "inner" if around.near => stroke(BORDER, "1", ".9"),
        "inner" => stroke(INK, ".7", ".32"),
        "lakes" => filled(WATER),
        "river" => vec![
            ("fill", "none"),
            ("stroke", WATER),
            ("stroke-linejoin", "round"),
            ("stroke-linecap", "round"),
        ],
        "drained-ground" => vec![("fill", LAND), ("fill-opacity", ".55")],
        "drained" => vec![
            ("stroke", WATER_INK),
            ("stroke-width", ".8"),
            ("stroke-opacity", ".8"),
            ("stroke-dasharray", "2.5 2"),
        ],
        "drained-dot" => vec![("fill", WATER_INK), ("fill-opacity", ".55")],
        "coast" => stroke(COAST, ".8", "1"),
        "border" => stroke(BORDER, "1.15", "1"),
        "group" => dashed(stroke(GROUP, "1.3", "1"), "5 3"),
        "lit" => stroke(SELECT, "1.5", "1"),
        "selected-case" => stroke(PAPER, "6.5", "1"),
        "selected" => stroke(SELECT, "2.8", "1"),
        _ => Vec::new(),
    }
}

/// The parts of regions and badges.
fn part(class: &str, around: Around) -> Option<Looks> {
    if let Some(colour) = ground(class) {
        let mut looks = filled(colour);
        if around.dim {
            looks.push(("opacity", ".45"));
        }
        return Some(looks);
    }
    let glyph = around.glyph.unwrap_or(INK);
    Some(match class {
        "nested" => vec![
            ("stroke", INK),
            ("stroke-opacity", ".45"),
            ("stroke-width", ".7"),
            ("stroke-dasharray", "1.5 1.5"),
        ],
        "solid" => filled(glyph),
        "line" => set_off(PAPER, glyph, "1.7"),
        "broken" => vec![("stroke-dasharray", "2.6 1.9")],
        "cut" => vec![
            ("fill", "none"),
            ("stroke", PAPER),
            ("stroke-width", "2"),
            ("stroke-linecap", "round"),
        ],
        "box" => set_off(PAPER, INK, "1"),
        "letters" => vec![("font-weight", "700")],
        _ => return None,
    })
}

/// The signs of points.
fn sign(class: &str, around: Around) -> Option<Looks> {
    Some(match class {
        "hit" => vec![
            ("fill", "#c9b6d8"),
            ("fill-opacity", ".6"),
            ("stroke", SELECT),
            ("stroke-width", "1.5"),
        ],
        "dot" if around.marked => set_off(INK, SELECT, "2"),
        "dot" | "site" => set_off(INK, HALO, "1.1"),
        "capital" => set_off(HALO, INK, "1.8"),
        "sign-ground" => set_off(SELECT, PAPER, "1.4"),
        "sign-figure" => filled(PAPER),
        "sign-line" => stroke(SELECT, "1.1", "1"),
        _ => return None,
    })
}

/// Names.
fn name(class: &str) -> Looks {
    match class {
        "label" => vec![
            ("fill", INK),
            ("stroke", HALO),
            ("stroke-width", "2.6"),
            ("stroke-opacity", ".86"),
            ("stroke-linejoin", "round"),
            ("paint-order", "stroke"),
        ],
        "label-unit" => vec![("fill", LABEL), ("fill-opacity", ".86")],
        "label-selected" => vec![
            ("fill", SELECT),
            ("font-weight", "700"),
            ("stroke-width", "3.6"),
        ],
        "label-capital" => vec![("font-weight", "700")],
        "label-sea" | "label-water" => vec![
            ("fill", WATER_INK),
            ("font-family", SERIF),
            ("font-style", "italic"),
        ],
        "label-neighbour" => vec![("fill", NEIGHBOUR_INK)],
        "label-group" => vec![("fill", GROUP), ("font-weight", "600")],
        _ => Vec::new(),
    }
}

/// The colour around the letters is that of the ground; on the darkest class letter and ground change
/// places.
fn halo(classes: &str, looks: &mut Looks) {
    let is_unit = classes.split(' ').any(|class| class == "label-unit");
    let mut put = |name: &'static str, value: &'static str| {
        looks.retain(|(said, _)| *said != name);
        looks.push((name, value));
    };
    for under in classes
        .split(' ')
        .filter_map(|class| class.strip_prefix("on-"))
    {
        match under {
            "sea" => put("stroke", SEA),
            "land" => put("stroke", NEIGHBOUR),
            "class-0" => {}
            _ => {
                if let Some(colour) = ground(under) {
                    put("stroke", colour);
                }
            }
        }
        match under {
            "class-2" | "class-3" if is_unit => {
                put("fill", INK);
                put("fill-opacity", "1");
            }
            "class-4" => {
                put("fill", PAPER);
                put("fill-opacity", "1");
            }
            _ => {}
        }
        if under == "class-3" {
            put("stroke-opacity", ".6");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    /// Every colour here is one of the light ones that the page uses, under the name it has there.
    #[test]
    fn the_colours_are_those_of_the_style_sheet() {
        let root = env!("CARGO_MANIFEST_DIR");
        let tokens = std::fs::read_to_string(format!("{root}/style/tokens.css")).unwrap();
        let light = tokens.split("@media").next().unwrap();
        let known: HashSet<&str> = light
            .split(';')
            .filter_map(|line| line.rsplit_once(": #"))
            .map(|(_, colour)| colour)
            .collect();
        let own = include_str!("ink.rs").split("#[cfg(test)]").next().unwrap();
        let used: Vec<&str> = own
            .split("\"#")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        assert!(used.len() > 30);
        for colour in used {
            assert!(known.contains(colour), "#{colour} is no token");
        }
        for (name, slug) in [
            ("seq-2", "class-2"),
            ("seq-4", "class-4"),
            ("tint-open", "tint-open"),
        ] {
            let said = format!("--{name}: {};", super::ground(slug).unwrap());
            assert!(light.contains(&said), "{said}");
        }
        let said = format!("--opposes: {};", super::glyph("opposes").unwrap());
        assert!(light.contains(&said), "{said}");
    }
}
