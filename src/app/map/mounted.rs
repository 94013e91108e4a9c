//! A painted picture in the document: made once, then changed where it differs.
//!
//! Elements stay the same from one picture to the next, so the keyboard's focus stays where it
//! was, and the browser paints only what changed. Words go in as text, never as markup.

use leptos::prelude::document;
use web_sys::Element;

use crate::order;
use crate::paint::Node;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A picture that hangs in an element until this is dropped: the element may stay, for whoever comes after.
pub struct Hung(Mounted);

impl Hung {
    /// Shows a node in `holder`: what hangs there already becomes it, else it is put there.
    pub fn show(hung: &mut Option<Self>, node: Node, holder: &Element) {
        if let Some(Self(picture)) = hung {
            picture.become_node(node);
            if picture.element.parent_element().as_ref() != Some(holder) {
                let _ = holder.append_child(&picture.element);
            }
        } else if let Some(picture) = Mounted::new(node) {
            let _ = holder.append_child(&picture.element);
            *hung = Some(Self(picture));
        }
    }

    /// The picture's element.
    pub fn element(&self) -> &Element {
        &self.0.element
    }
}

impl Drop for Hung {
    fn drop(&mut self) {
        self.0.element.remove();
    }
}

/// An element with what was last put into it.
struct Mounted {
    /// The node without what it holds.
    node: Node,
    element: Element,
    children: Vec<Mounted>,
}

impl Mounted {
    /// Makes the element of a node, with all that is in it.
    fn new(mut node: Node) -> Option<Self> {
        let element = document().create_element_ns(Some(SVG), node.tag).ok()?;
        for (name, value) in &node.attrs {
            let _ = element.set_attribute(name, value);
        }
        if let Some(text) = &node.text {
            element.set_text_content(Some(text));
        }
        let inside = std::mem::take(&mut node.children);
        let children: Vec<Self> = inside.into_iter().filter_map(Self::new).collect();
        for child in &children {
            let _ = element.append_child(&child.element);
        }
        Some(Self {
            node,
            element,
            children,
        })
    }

    /// Changes the element into that of another node of the same tag.
    fn become_node(&mut self, mut node: Node) {
        for (name, _) in &self.node.attrs {
            if node.get(name).is_none() {
                let _ = self.element.remove_attribute(name);
            }
        }
        for (name, value) in &node.attrs {
            if self.node.get(name) != Some(value) {
                let _ = self.element.set_attribute(name, value);
            }
        }
        if self.node.text != node.text {
            self.element.set_text_content(node.text.as_deref());
        }
        self.become_children(std::mem::take(&mut node.children));
        self.node = node;
    }

    /// Changes what is in one of its groups.
    fn become_group(&mut self, class: &str, nodes: Vec<Node>) {
        let mut groups = self.children.iter_mut();
        if let Some(group) = groups.find(|group| group.node.get("class") == Some(class)) {
            group.become_children(nodes);
        }
    }

    /// Keeps children of the same key (or, without one, of the same place and tag), takes away the
    /// rest, and puts new ones in their place.
    fn become_children(&mut self, nodes: Vec<Node>) {
        let mut old: Vec<Option<Self>> = self.children.drain(..).map(Some).collect();
        let mut kept = Vec::new();
        let mut places = Vec::new();
        for (index, node) in nodes.into_iter().enumerate() {
            let found = find_same(&old, index, &node);
            places.push(found);
            let child = found.and_then(|at| old.get_mut(at)).and_then(Option::take);
            kept.push((node, child));
        }
        // First of all, what has gone goes: what is left then stands in its order already, and
        // moving an element would cost it the focus.
        for gone in old.into_iter().flatten() {
            gone.element.remove();
        }
        for (node, child) in kept {
            let child = match child {
                Some(mut child) => {
                    child.become_node(node);
                    Some(child)
                }
                None => Self::new(node),
            };
            self.children.extend(child);
        }
        let stand = places.iter().all(Option::is_some) && places.is_sorted();
        if !stand {
            self.put_in_order();
        }
    }

    fn put_in_order(&self) {
        for (index, child) in self.children.iter().enumerate() {
            let at = u32::try_from(index).unwrap_or(u32::MAX);
            let here = self.element.children().item(at);
            if here.as_ref() != Some(&child.element) {
                let _ = self.element.insert_before(&child.element, here.as_deref());
            }
        }
    }
}

/// Names that come after the picture that they belong to: to lay out the words of hundreds takes a frame of its own.
pub struct Names {
    all: Vec<Node>,
    /// Whether each was there before.
    known: Vec<bool>,
    /// How many of the others are there.
    come: usize,
}

/// So many names come with their picture.
const WITH_IT: usize = 96;
/// So many of more come in each frame after it.
const IN_FRAME: usize = 32;
/// The group of a picture that the names are in.
const NAMES: &str = "labels";

impl Names {
    /// Takes out of a picture the names that are to come later, which the one before does not have.
    pub fn held_back(node: &mut Node, before: Option<&Hung>) -> Option<Self> {
        let is_names = |group: &&mut Node| group.get("class") == Some(NAMES);
        let group = node.children.iter_mut().find(is_names)?;
        let old = before?.0.children.iter();
        let old = old
            .filter(|group| group.node.get("class") == Some(NAMES))
            .flat_map(|group| &group.children)
            .filter_map(|name| name.node.key.as_deref());
        let old = order::set(old);
        let is_known = |name: &Node| name.key.as_deref().is_some_and(|key| old.contains(key));
        let known: Vec<bool> = group.children.iter().map(is_known).collect();
        if known.iter().filter(|is_known| !**is_known).count() <= WITH_IT {
            return None;
        }
        let all = std::mem::take(&mut group.children);
        let names = Self {
            all,
            known,
            come: 0,
        };
        group.children = names.shown();
        Some(names)
    }

    /// Those that are there, in the order of the picture.
    fn shown(&self) -> Vec<Node> {
        let mut left = self.come;
        let is_there = |is_known: bool| {
            let is_next = !is_known && left > 0;
            left -= usize::from(is_next);
            is_known || is_next
        };
        let there: Vec<bool> = self.known.iter().copied().map(is_there).collect();
        let names = self.all.iter().zip(there);
        let names = names.filter(|(_, is_there)| *is_there);
        names.map(|(name, _)| name.clone()).collect()
    }

    /// Brings some more into the picture that is shown. False when those were the last.
    pub fn step(&mut self, hung: &mut Option<Hung>) -> bool {
        self.come += IN_FRAME;
        if let Some(Hung(picture)) = hung {
            picture.become_group(NAMES, self.shown());
        }
        self.come < self.all.len()
    }
}

/// Where among the old children the one stands that a node continues.
fn find_same(old: &[Option<Mounted>], index: usize, node: &Node) -> Option<usize> {
    let same = |kept: &Option<Mounted>| {
        let kept = kept.as_ref().map(|kept| &kept.node);
        kept.is_some_and(|kept| kept.tag == node.tag && kept.key == node.key)
    };
    // Most pictures have the same parts as the last one.
    if old.get(index).is_some_and(same) {
        return Some(index);
    }
    if node.key.is_some() {
        old.iter().position(same)
    } else {
        (index..old.len()).find(|at| old.get(*at).is_some_and(same))
    }
}
