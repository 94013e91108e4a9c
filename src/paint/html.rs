//! A page as a tree of plain elements, for pages that are made beforehand.
//!
//! Words enter it as text and are escaped when it is written; tags and the names of attributes are the
//! program's own. There is no way to put markup into it.

use super::Node;
use super::svg::escape;

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Html {
    /// An element with what it holds.
    Element(Element),
    /// Words.
    Text(String),
    /// A picture.
    Svg(Node),
}

/// An element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    tag: &'static str,
    attrs: Vec<(&'static str, String)>,
    inside: Vec<Html>,
}

/// What may stand in an element beside what stands there already.
pub trait Part {
    /// Puts it there.
    fn put(self, into: &mut Vec<Html>);
}

/// An element without anything.
pub fn el(tag: &'static str) -> Element {
    Element {
        tag,
        attrs: Vec::new(),
        inside: Vec::new(),
    }
}

attributed!(Element);

impl Element {
    /// Of this class.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// With this name in the address.
    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        self.attr("id", id)
    }

    /// Without those of its parts of which a question says so, wherever they stand in it.
    #[must_use]
    pub fn without(mut self, is_unwanted: fn(&Self) -> bool) -> Self {
        let inside = self.inside.into_iter().filter_map(|part| match part {
            Html::Element(one) if is_unwanted(&one) => None,
            Html::Element(one) => Some(Html::Element(one.without(is_unwanted))),
            other => Some(other),
        });
        self.inside = inside.collect();
        self
    }

    /// What an attribute says, if it is there.
    pub fn says(&self, name: &str) -> Option<&str> {
        let said = self.attrs.iter().find(|(own, _)| *own == name);
        said.map(|(_, value)| &**value)
    }

    /// With a part more.
    #[must_use]
    pub fn with(mut self, part: impl Part) -> Self {
        part.put(&mut self.inside);
        self
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.inside.is_empty()
    }

    /// The element as markup.
    pub fn to_markup(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attrs {
            out.push(' ');
            out.push_str(name);
            if !value.is_empty() {
                out.push_str("=\"");
                escape(value, out);
                out.push('"');
            }
        }
        out.push('>');
        if matches!(self.tag, "link" | "meta" | "br" | "hr" | "img" | "source") {
            return;
        }
        for part in &self.inside {
            match part {
                Html::Element(element) => element.write(out),
                Html::Text(text) => escape(text, out),
                Html::Svg(node) => out.push_str(&node.to_markup()),
            }
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

impl Part for Element {
    fn put(self, into: &mut Vec<Html>) {
        into.push(Html::Element(self));
    }
}

impl Part for Html {
    fn put(self, into: &mut Vec<Html>) {
        into.push(self);
    }
}

impl Part for Node {
    fn put(self, into: &mut Vec<Html>) {
        into.push(Html::Svg(self));
    }
}

impl Part for String {
    fn put(self, into: &mut Vec<Html>) {
        into.push(Html::Text(self));
    }
}

impl Part for &str {
    fn put(self, into: &mut Vec<Html>) {
        into.push(Html::Text(self.to_owned()));
    }
}

impl<P: Part> Part for Option<P> {
    fn put(self, into: &mut Vec<Html>) {
        if let Some(part) = self {
            part.put(into);
        }
    }
}

impl<P: Part> Part for Vec<P> {
    fn put(self, into: &mut Vec<Html>) {
        for part in self {
            part.put(into);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_markup() {
        let page = el("p")
            .attr("title", "\"x\" onload=\"y")
            .with("<script>1 & 2</script>")
            .with(el("b").with("x"));
        assert_eq!(
            page.to_markup(),
            "<p title=\"&quot;x&quot; onload=&quot;y\">&lt;script&gt;1 &amp; 2&lt;/script&gt;<b>x</b></p>"
        );
    }

    #[test]
    fn an_element_without_content_is_closed_unless_html_has_it_void() {
        assert_eq!(el("i").to_markup(), "<i></i>");
        assert_eq!(el("link").attr("rel", "x").to_markup(), "<link rel=\"x\">");
    }
}
