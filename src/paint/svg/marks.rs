//! The signs of points: towns, sites, the plant.

use super::anchor;
use super::node::Node;
use super::path::tenths;
use crate::scene::{Anchor, Dot, Hit, Mark, MarkLink, Sign};

/// An unseen circle that takes clicks.
pub(super) fn target(hit: Hit) -> Node {
    // One that takes none stays what it is wherever its region goes.
    let at = if hit.radius > 0 { hit.at } else { (0, 0) };
    circle("hit", at, hit.radius)
}

fn circle(class: &str, (x, y): (i32, i32), radius: i32) -> Node {
    Node::new("circle")
        .attr("class", class)
        .attr("cx", tenths(x))
        .attr("cy", tenths(y))
        .attr("r", tenths(radius))
}

/// The class of a dot, and its radius in tenths of a px; nothing for what has a sign of its own.
fn dot_style(sign: Sign) -> (&'static str, i32) {
    match sign {
        Sign::Capital => ("dot capital", 30),
        Sign::Seat => ("dot seat", 23),
        Sign::Town => ("dot", 19),
        Sign::None | Sign::Plant | Sign::Site => ("dot", 0),
    }
}

/// A town that is no region.
pub(super) fn dot(dot: &Dot) -> Node {
    let (class, radius) = dot_style(dot.sign);
    circle(class, dot.at, radius).key(&dot.key)
}

/// A region that is a point: a link with its sign and its target.
pub(super) fn mark(mark: &MarkLink) -> Node {
    let link = anchor("region mark", &mark.link).child(target(mark.hit));
    match mark.mark {
        Mark::Plant => link.child(plant(mark)),
        Mark::Site => link.child(site(mark)),
        Mark::Town => {
            let (class, radius) = dot_style(mark.sign);
            let more = if mark.link.selected && radius > 0 {
                12
            } else {
                0
            };
            link.child(circle(class, mark.hit.at, radius + more))
        }
    }
}

/// The plant's sign is drawn in a square of 16 px and moved and sized as one.
fn plant(mark: &MarkLink) -> Node {
    let (x, y) = mark.hit.at;
    // Thousandths of the drawing's 16 px, as 0.xxx or 1.xxx.
    let scale = mark.size * 1000 / 160;
    let part = (scale % 1000 + 1000).to_string();
    let scale = [
        &(scale / 1000).to_string(),
        ".",
        part.get(1..).unwrap_or("0"),
    ]
    .concat();
    let place = [
        "translate(",
        &tenths(x),
        " ",
        &tenths(y),
        ") scale(",
        &scale,
        ")",
    ]
    .concat();
    plant_sign(&place)
}

/// The plant's sign, moved and sized by `place`.
pub(super) fn plant_sign(place: &str) -> Node {
    let rect = Node::new("rect")
        .attr("class", "sign-ground")
        .attr("x", "-7.2")
        .attr("y", "-7.2")
        .attr("width", "14.4")
        .attr("height", "14.4")
        .attr("rx", "2.6");
    // A cooling tower, wide at the foot and drawn in at the waist, with the rim set off.
    let tower = "M-4.6 5C-2.9.2-2.4-1.8-3.1-4.9H3.1C2.4-1.8 2.9.2 4.6 5Z";
    Node::new("g")
        .attr("class", "plant")
        .attr("transform", place)
        .child(rect)
        .child(
            Node::new("path")
                .attr("class", "sign-figure")
                .attr("d", tower),
        )
        .child(
            Node::new("path")
                .attr("class", "sign-line")
                .attr("d", "M-2.7-2.7H2.7"),
        )
}

/// A diamond; without any outline where the site is not shown.
fn site(mark: &MarkLink) -> Node {
    let node = Node::new("path").attr("class", "site");
    if mark.sign == Sign::None {
        return node.attr("d", "");
    }
    let half = mark.size / 2;
    let (x, y) = mark.hit.at;
    let (h, minus) = (tenths(half), tenths(-half));
    let d = [
        "M",
        &tenths(x),
        " ",
        &tenths(y - half),
        "l",
        &h,
        " ",
        &h,
        " ",
        &minus,
        " ",
        &h,
        " ",
        &minus,
        " ",
        &minus,
        "z",
    ];
    node.attr("d", d.concat())
}

/// What `text-anchor` says; nothing for the beginning, where texts stand anyway.
pub(super) fn text_anchor(anchor: Anchor) -> Option<&'static str> {
    match anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    }
}
