//! The country drawn small.

use super::node::Node;
use super::path::whole;
use super::{ladder, line};
use crate::scene::{Fill, Path, SmallMap};

/// A small map as an `svg` of its own, in the colours of the large one. It is for the eye alone: what it
/// shows has to be said beside it. `prefix` goes before the ids of its patterns.
pub fn small_map(map: &SmallMap, prefix: &str) -> Node {
    let (width, height) = (whole(map.width), whole(map.height));
    let area = |(fill, path): &(Fill, Path)| {
        let class = fill.slug();
        let pattern = if *fill == Fill::PLAIN {
            "none".to_owned()
        } else {
            ["url(#", prefix, "-", class, ")"].concat()
        };
        line(class, path).attr("fill", pattern)
    };
    Node::new("svg")
        .attr("class", "map small-map")
        .attr("viewBox", ["0 0 ", &width, " ", &height].concat())
        .attr("aria-hidden", "true")
        .child(Node::new("defs").children(ladder(prefix)))
        .child(
            Node::new("rect")
                .attr("class", "sea")
                .attr("width", width)
                .attr("height", height),
        )
        .child(line("neighbour", &map.abroad))
        .child(line("home", &map.home))
        .children(map.areas.iter().map(area))
        .child(line("inner", &map.inner))
        .child(line("lakes", &map.lakes))
        .child(line("coast", &map.coast))
        .child(line("border", &map.border))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_hidden_from_those_who_do_not_see_it_and_links_nowhere() {
        let map = SmallMap {
            width: 10.0,
            height: 5.0,
            areas: vec![
                (Fill::PLAIN, Path::default()),
                (Fill::Class(2), Path::default()),
            ],
            ..SmallMap::default()
        };
        let node = small_map(&map, "left");
        assert_eq!(node.get("aria-hidden"), Some("true"));
        assert!(node.all().iter().all(|one| one.tag != "a"));
        let text = node.to_markup();
        assert!(text.contains("url(#left-class-2)"), "{text}");
        assert!(text.contains("id=\"left-class-2\""), "{text}");
    }
}
