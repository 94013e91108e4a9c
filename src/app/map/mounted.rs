//! A painted picture in the document: made once, then changed where it differs.
//!
//! Elements stay the same from one picture to the next, so the keyboard's focus stays where it
//! was, and the browser paints only what changed. Words go in as text, never as markup.

use leptos::prelude::document;
use web_sys::Element;

use crate::paint::Node;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A node with its element.
pub struct Mounted {
    node: Node,
    element: Element,
    children: Vec<Mounted>,
}

impl Mounted {
    /// Makes the element of a node, with all that is in it.
    pub fn new(node: &Node) -> Option<Self> {
        let element = document().create_element_ns(Some(SVG), node.tag).ok()?;
        for (name, value) in &node.attrs {
            let _ = element.set_attribute(name, value);
        }
        if let Some(text) = &node.text {
            element.set_text_content(Some(text));
        }
        let children: Vec<Self> = node.children.iter().filter_map(Self::new).collect();
        for child in &children {
            let _ = element.append_child(&child.element);
        }
        Some(Self {
            node: node.clone(),
            element,
            children,
        })
    }

    /// Shows a node in `holder`: what is shown there already becomes it, else it is put there.
    pub fn show(shown: &mut Option<Self>, node: &Node, holder: &Element) {
        if let Some(mounted) = shown {
            mounted.become_node(node);
        } else if let Some(mounted) = Self::new(node) {
            let _ = holder.append_child(&mounted.element);
            *shown = Some(mounted);
        }
    }

    /// The element.
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// Changes the element into that of another node of the same tag.
    pub fn become_node(&mut self, node: &Node) {
        if self.node == *node {
            return;
        }
        for (name, _) in &self.node.attrs {
            if !node.attrs.iter().any(|(kept, _)| kept == name) {
                let _ = self.element.remove_attribute(name);
            }
        }
        for (name, value) in &node.attrs {
            if !self.node.attrs.iter().any(|(n, v)| n == name && v == value) {
                let _ = self.element.set_attribute(name, value);
            }
        }
        if self.node.text != node.text {
            self.element.set_text_content(node.text.as_deref());
        }
        self.become_children(&node.children);
        self.node = node.clone();
    }

    /// Keeps children of the same key (or, without one, of the same place and tag), takes away the
    /// rest, and puts new ones in their place.
    fn become_children(&mut self, nodes: &[Node]) {
        let mut old: Vec<Option<Self>> = self.children.drain(..).map(Some).collect();
        let mut kept = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            kept.push((node, take_same(&mut old, index, node)));
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
        for (index, child) in self.children.iter().enumerate() {
            let at = u32::try_from(index).unwrap_or(u32::MAX);
            let here = self.element.children().item(at);
            if here.as_ref() != Some(&child.element) {
                let _ = self.element.insert_before(&child.element, here.as_deref());
            }
        }
    }
}

/// Takes the old child that a node continues.
fn take_same(old: &mut [Option<Mounted>], index: usize, node: &Node) -> Option<Mounted> {
    let same = |kept: &Option<Mounted>| {
        let kept = kept.as_ref().map(|kept| &kept.node);
        kept.is_some_and(|kept| kept.tag == node.tag && kept.key == node.key)
    };
    let at = if node.key.is_some() {
        old.iter().position(same)
    } else {
        (index..old.len()).find(|at| old.get(*at).is_some_and(same))
    };
    at.and_then(|at| old.get_mut(at)).and_then(Option::take)
}
