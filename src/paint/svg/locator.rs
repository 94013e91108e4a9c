//! The small map that tells where the window is.

use super::node::Node;
use super::path::{data, tenths, whole};
use crate::scene::Locator;

/// The locator as an `svg` of its own. It is for the eye alone: where the map is, the names on it
/// tell as well.
pub fn locator(locator: &Locator) -> Node {
    let (width, height) = (whole(locator.width), whole(locator.height));
    let (a, b) = locator.frame;
    Node::new("svg")
        .attr("class", "locator")
        .attr("viewBox", ["0 0 ", &width, " ", &height].concat())
        .attr("width", width)
        .attr("height", height)
        .attr("aria-hidden", "true")
        .child(
            Node::new("path")
                .attr("class", "locator-home")
                .attr("d", data(&locator.home)),
        )
        .child(
            Node::new("rect")
                .attr("class", "locator-frame")
                .attr("x", tenths(a.0))
                .attr("y", tenths(a.1))
                .attr("width", tenths(b.0 - a.0))
                .attr("height", tenths(b.1 - a.1)),
        )
}
