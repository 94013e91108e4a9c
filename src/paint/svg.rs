//! A scene as SVG: a tree of plain elements, which is text for a page that is made beforehand and
//! what the program in the browser builds and patches.
//!
//! Two scenes of one dossier have the same groups in the same order. What comes and goes within a
//! group carries a key, by which the browser finds the element that it already has.
//!
//! All colours come from the style sheet (`style/map.css`) by these classes:
//!
//! | class | on | means |
//! |---|---|---|
//! | `map` | svg | the whole picture; `data-zoom` is `near`, `middle` or `far`, `data-lens` the lens, `data-small` a narrow window |
//! | `sea` | rect | the ground under everything |
//! | `waterlines`, `waterline-1` … `-3` | g, use | three bands along the coast, far to near |
//! | `neighbours`, `neighbour` | g, path | other countries |
//! | `abroad` | path | the borders between other countries |
//! | `band` | use | the soft band along the border, outside it |
//! | `home` | path | the country of the dossier, under its regions |
//! | `beyond` | path | where the backdrop ends |
//! | `regions` | g | the links of all regions with an area |
//! | `region` | a | a region; with `aria-current` when selected, `data-lit`, `data-dim` |
//! | `class-0` … `class-4` | path | its class by the lens |
//! | `tint-supports`, … | path | its tint by the lens: that of a glyph |
//! | `nested` | path | a region within a region: it has a line of its own |
//! | `pattern-line` | path | the strokes of the patterns that stand for classes and tints in forced colours |
//! | `hit` | circle | an unseen target |
//! | `hatches`, `hatch` | g, path | claimed ground, by claimant; `hatch-dark`, `hatch-light` are its strokes |
//! | `inner` | path | the lines between regions |
//! | `lakes` | path | lakes and reservoirs |
//! | `drained`, `drained-ground` | path | the drained reservoir; `drained-dot` is its stipple |
//! | `river` | path | a river |
//! | `coast`, `border` | use | the land's edge; the border of the country |
//! | `group` | path | the outline of a group |
//! | `lit` | path | the outlines of the ground that is read about |
//! | `hover` | path | the outline under the pointer, which the browser fills in |
//! | `selected-case`, `selected` | use | the selected outline and what sets it off |
//! | `focus-case`, `focus` | use | the outline with the keyboard's focus |
//! | `dots`, `dot` | g, circle | towns; with `seat` or `capital` |
//! | `marks`, `mark` | g, a | regions that are points; `plant`, `site` and `dot` are their signs |
//! | `sign-ground`, `sign-figure` | rect, path | the parts of the plant's sign |
//! | `badges`, `badge` | g | what the lens says of a region beside colour; with the glyph's word or `letters` |
//! | `solid`, `line`, `cut`, `box` | path, rect | the parts of a badge |
//! | `labels` | g | all names |
//! | `label` | text | a name, with one of `label-selected`, `-sea`, `-capital`, `-unit`, `-mark`, `-town`, `-group`, `-neighbour`, `-water` and one of `on-sea`, `on-land`, `on-class-0` … `on-class-4`, `on-tint-supports`, … |
//! | `scale` | svg | the scale bar |
//! | `small-map` | svg | the country drawn small, in the colours of the large map |
//! | `locator`, `locator-home`, `locator-frame` | svg, path, rect | the country drawn small, and what the window shows of it |

mod badges;
mod ink;
mod layer;
mod locator;
mod marks;
mod node;
mod path;
mod sheet;
mod sign;
mod small;

pub use badges::{Part, parts};
pub use layer::layer;
pub use locator::locator;
pub use node::Node;
pub(super) use node::escape;
#[cfg(not(target_arch = "wasm32"))]
pub use sheet::{CARD, CARD_MAP, CARD_TIMES, Card, NARROW, Narrow, card};
pub use sheet::{KeyLine, KeySign, SHEET_MAP_HEIGHT, SHEET_WIDTH, Sheet, sheet};
pub use sign::{Sign, sign};
pub use small::small_map;

use crate::scene::{Area, Fill, Label, Link, Naming, Path, ScaleBar, Scene, Under};
use path::{data, tenths, whole};

/// What a picture needs besides its scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options<'a> {
    /// Goes before every `id`, so that two maps can stand in one page.
    pub prefix: &'a str,
    /// What the map is called for those who do not see it.
    pub title: &'a str,
    /// What the set of regions is called for them.
    pub regions: &'a str,
    /// The word of the lens that it is seen through; `ground` where that is the ground of a clause.
    pub lens: &'a str,
}

/// Draws a scene as one `svg` element.
pub fn paint(scene: &Scene, options: &Options<'_>) -> Node {
    let margin = scene.margin.round();
    let (width, height) = (
        whole(scene.width + 2.0 * margin),
        whole(scene.height + 2.0 * margin),
    );
    let edge = tenths(-(margin * 10.0) as i32);
    let zoom = match scene.km_per_px {
        km if km <= 0.5 => "near",
        km if km <= 2.2 => "middle",
        _ => "far",
    };
    Node::new("svg")
        .attr("class", "map")
        .attr(
            "viewBox",
            [&edge, " ", &edge, " ", &width, " ", &height].concat(),
        )
        .attr("width", width.clone())
        .attr("height", height.clone())
        .attr("role", "group")
        .attr("aria-label", options.title)
        .attr("data-zoom", zoom)
        .attr("data-lens", options.lens)
        .maybe("data-small", (scene.width <= 500.0).then_some(""))
        .child(definitions(scene, options))
        .child(
            Node::new("rect")
                .attr("class", "sea")
                .attr("x", edge.clone())
                .attr("y", edge)
                .attr("width", width)
                .attr("height", height),
        )
        .children(ground(scene, options))
        .children(water(scene, options))
        .children(outlines(scene, options))
        .child(Node::group("dots").children(scene.dots.iter().map(marks::dot)))
        .child(Node::group("marks").children(scene.marks.iter().map(marks::mark)))
        .child(Node::group("badges").children(scene.badges.iter().map(badges::badge)))
        .child(Node::group("labels").children(scene.labels.iter().map(label)))
}

fn line(class: &str, path: &Path) -> Node {
    Node::new("path").attr("class", class).attr("d", data(path))
}

/// A line that is drawn again: `name` is what it is called among the definitions.
fn again(class: &str, name: &str, options: &Options<'_>) -> Node {
    let href = ["#", options.prefix, "-", name].concat();
    Node::new("use").attr("class", class).attr("href", href)
}

fn filled(node: Node, pattern: &str, options: &Options<'_>) -> Node {
    node.attr(
        "fill",
        ["url(#", options.prefix, "-", pattern, ")"].concat(),
    )
}

fn ground(scene: &Scene, options: &Options<'_>) -> [Node; 7] {
    let bands = ["waterline-1", "waterline-2", "waterline-3"];
    let countries = scene.neighbours.iter();
    let countries = countries.map(|patch| line("neighbour", &patch.path).key(&patch.key));
    let areas = scene.areas.iter().map(|item| area(item, options));
    let hatches = scene.hatches.iter().map(|hatching| {
        let name = HATCHES
            .get(usize::from(hatching.pattern))
            .map_or("hatch-0", |(name, _)| name);
        filled(line("hatch", &hatching.path), name, options).key(name)
    });
    [
        Node::group("waterlines").children(bands.map(|class| again(class, "coast", options))),
        Node::group("neighbours").children(countries),
        line("abroad", &scene.abroad),
        again("band", "border", options),
        line("home", &scene.home),
        Node::group("regions")
            .attr("role", "group")
            .attr("aria-label", options.regions)
            .children(areas),
        Node::group("hatches").children(hatches),
    ]
}

fn water(scene: &Scene, options: &Options<'_>) -> [Node; 5] {
    let rivers = scene.rivers.iter().map(|river| {
        line("river", &river.path)
            .attr("stroke-width", tenths(river.width))
            .key(&river.key)
    });
    [
        line("inner", &scene.inner),
        line("lakes", &scene.lakes),
        line("drained-ground", &scene.drained),
        filled(line("drained", &scene.drained), "drained", options),
        Node::group("rivers").children(rivers),
    ]
}

fn outlines(scene: &Scene, options: &Options<'_>) -> [Node; 10] {
    let groups = scene.groups.iter();
    let groups = groups.map(|group| line("group", &group.path).key(group.id.as_str()));
    [
        line("beyond", &scene.beyond).attr("fill-rule", "evenodd"),
        again("coast", "coast", options),
        again("border", "border", options),
        Node::group("groups").children(groups),
        line("lit", &scene.lit),
        // The program in the browser fills it in: a pointer moves too often for a scene.
        line("hover", &Path::default()),
        again("selected-case", "selected", options),
        again("selected", "selected", options),
        again("focus-case", "focus", options),
        again("focus", "focus", options),
    ]
}

/// The scale bar as an `svg` of its own. `unit` is the word for kilometres, `name` what the bar is
/// called for those who do not see it.
pub fn scale_bar(bar: &ScaleBar, unit: &str, name: &str) -> Node {
    let number = |at: i32, words: String| {
        Node::new("text")
            .attr("x", tenths(at))
            .attr("y", "10")
            .attr("text-anchor", "middle")
            .text(words)
    };
    let end = tenths(bar.length);
    let middle = tenths(bar.length / 2);
    let ticks = ["M0 14v4h", &end, "v-4M", &middle, " 15.5v2.5"].concat();
    let width = tenths(bar.length + 520);
    let mut node = Node::new("svg")
        .attr("class", "scale")
        .attr("viewBox", ["-8 0 ", &width, " 22"].concat())
        .attr("width", width.clone())
        .attr("height", "22")
        .attr("role", "img")
        .attr("aria-label", name)
        .child(Node::new("path").attr("d", ticks))
        .child(number(0, "0".to_owned()));
    if let Some(half) = bar.half() {
        node = node.child(number(bar.length / 2, half.to_string()));
    }
    node.child(number(
        bar.length,
        [&bar.km.to_string(), " ", unit].concat(),
    ))
}

/// What stands for classes and tints where readers bring colours of their own: dots, then lines, then
/// a grid, denser from class to class; for a glyph, strokes that remind of it.
const PATTERNS: [(&str, &str, &str); 11] = [
    ("class-1", "8", "M1 1h1.2"),
    ("class-2", "5", "M1 1h1.6"),
    ("class-3", "5", "M0 2.5h5"),
    ("class-4", "5", "M0 2.5h5M2.5 0v5"),
    ("tint-supports", "9", "M1 4h3"),
    ("tint-conditional", "9", "M4.5 0v9"),
    ("tint-opposes", "8", "M2 2l3 3M5 2l-3 3"),
    ("tint-open", "9", "M1 3.5l2.5-2.5 2.5 2.5-2.5 2.5z"),
    ("tint-silent", "12", "M2 2h1"),
    ("tint-mixed", "9", "M1 2h3M6.5 5v3"),
    ("tint-contested", "6", "M0 3h6M3 0v6"),
];

/// The hatchings of claims: each runs in a direction of its own.
const HATCHES: [(&str, &str); 4] = [
    ("hatch-0", " rotate(45)"),
    ("hatch-1", " rotate(-45)"),
    ("hatch-2", " rotate(90)"),
    ("hatch-3", ""),
];

/// A pattern, which has a name of its own in the document.
fn pattern(prefix: &str, name: &str, size: &str) -> Node {
    Node::new("pattern")
        .attr("id", [prefix, "-", name].concat())
        .attr("width", size)
        .attr("height", size)
        .attr("patternUnits", "userSpaceOnUse")
}

/// The patterns of classes and tints.
fn ladder(prefix: &str) -> [Node; 11] {
    PATTERNS.map(|(name, size, d)| {
        let stroke = Node::new("path").attr("class", "pattern-line").attr("d", d);
        pattern(prefix, name, size).child(stroke)
    })
}

/// To a place in tenths of a px, as a transform.
fn place((x, y): (i32, i32)) -> String {
    ["translate(", &tenths(x), " ", &tenths(y), ")"].concat()
}

/// The patterns, and the lines that are drawn more than once.
fn definitions(scene: &Scene, options: &Options<'_>) -> Node {
    let id = |name: &str| [options.prefix, "-", name].concat();
    let pattern = |name: &str, size: &str| pattern(options.prefix, name, size);
    let stroke = |class: &str, d: &str| Node::new("path").attr("class", class).attr("d", d);
    // A claim's hatching lies still on the ground that it covers when the camera moves.
    let place = place(scene.hatch_origin);
    let hatches = HATCHES.map(|(name, turn)| {
        pattern(name, "7")
            .attr("patternTransform", [&place, turn].concat())
            .child(stroke("hatch-dark", "M1 0v7"))
            .child(stroke("hatch-light", "M2.1 0v7"))
    });
    let lines = [
        ("coast", &scene.coast),
        ("border", &scene.border),
        ("selected", &scene.selected),
        ("focus", &scene.focused),
    ];
    let lines =
        lines.map(|(name, path)| Node::new("path").attr("id", id(name)).attr("d", data(path)));
    Node::new("defs")
        .children(hatches)
        .child(
            pattern("drained", "5").child(
                Node::new("circle")
                    .attr("class", "drained-dot")
                    .attr("cx", "1.2")
                    .attr("cy", "1.2")
                    .attr("r", ".75"),
            ),
        )
        .children(ladder(options.prefix))
        .children(lines)
}

/// An `a` that selects a region. One that is out of sight has an empty outline but stays in the document:
/// the arrow keys go to it and the map follows, and who reads by links finds every region at
/// every zoom. Only one of all has a tab stop.
fn anchor(class: &str, link: &Link) -> Node {
    let flag = |on: bool| on.then_some("");
    Node::new("a")
        .key(link.id.as_str())
        .attr("class", class)
        .attr("href", link.href.clone())
        .attr("data-region", link.id.as_str())
        .attr("aria-label", link.name.clone())
        .attr("tabindex", if link.focusable { "0" } else { "-1" })
        .maybe("aria-current", link.selected.then_some("true"))
        .maybe("data-lit", flag(link.lit))
        .maybe("data-dim", flag(link.dim))
}

fn area(area: &Area, options: &Options<'_>) -> Node {
    let class = area.fill.slug();
    let shape = if area.nested {
        [class, " nested"].concat()
    } else {
        class.to_owned()
    };
    // The style sheet's colour goes before this pattern, until a reader's own colours take it away.
    let pattern = ["url(#", options.prefix, "-", class, ")"].concat();
    anchor("region", &area.link)
        .child(
            Node::new("path")
                .attr("class", shape)
                .attr(
                    "fill",
                    if area.fill == Fill::PLAIN {
                        "none".to_owned()
                    } else {
                        pattern
                    },
                )
                .attr("d", data(&area.path)),
        )
        .child(marks::target(area.hit))
}

fn label(label: &Label) -> Node {
    let naming = match label.naming {
        Naming::Selected => "label-selected",
        Naming::Sea => "label-sea",
        Naming::Capital => "label-capital",
        Naming::Unit => "label-unit",
        Naming::Mark => "label-mark",
        Naming::Town => "label-town",
        Naming::Group => "label-group",
        Naming::Neighbour => "label-neighbour",
        Naming::Water => "label-water",
    };
    let under = match label.under {
        Under::Sea => "sea",
        Under::Land => "land",
        Under::Region(fill) => fill.slug(),
    };
    // Moved as one: a name that goes elsewhere is not set anew by the browser, which takes it long.
    let (x, y) = label.lines.first().map_or((0, 0), |(_, at)| *at);
    let spans = label.lines.iter().map(|(words, at)| {
        Node::new("tspan")
            .attr("x", tenths(at.0 - x))
            .attr("y", tenths(at.1 - y))
            .text(words.clone())
    });
    // Hundredths of an em, written without a float.
    let zero = if label.track < 10 { "0" } else { "" };
    let spacing = [".", zero, &label.track.to_string(), "em"].concat();
    let text = Node::new("text")
        .attr("class", ["label ", naming, " on-", under].concat())
        .attr("transform", place((x, y)))
        .attr("font-size", tenths(label.size))
        .maybe("text-anchor", marks::text_anchor(label.anchor))
        .maybe("letter-spacing", (label.track > 0).then_some(spacing))
        .children(spans);
    match &label.link {
        Some(link) => anchor("region tag", link).key(&label.key).child(text),
        None => text.key(&label.key).attr("aria-hidden", "true"),
    }
}

#[cfg(test)]
mod tests;
