//! An element of a document, as a value.

/// An SVG element with its attributes and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub tag: &'static str,
    /// What it is called among its siblings from one picture to the next; `None` for one that always
    /// stands at the same place.
    pub key: Option<String>,
    /// Its attributes in the order of writing, not escaped.
    pub attrs: Vec<(&'static str, String)>,
    /// The elements in it.
    pub children: Vec<Node>,
    /// Its text, not escaped. An element holds text or elements, not both.
    pub text: Option<String>,
}

attributed!(Node);

impl Node {
    /// An element without anything.
    pub fn new(tag: &'static str) -> Self {
        Self {
            tag,
            key: None,
            attrs: Vec::new(),
            children: Vec::new(),
            text: None,
        }
    }

    /// A `g` of this class.
    pub fn group(class: &str) -> Self {
        Self::new("g").attr("class", class)
    }

    /// Under this key.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.key = Some(key.to_owned());
        self
    }

    /// With a child more.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    /// With these children more.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// With this text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attrs.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// This element and all in it, each before what it holds.
    pub fn all(&self) -> Vec<&Self> {
        let mut found = vec![self];
        for child in &self.children {
            found.extend(child.all());
        }
        found
    }

    /// The element as text: good in HTML, and in an SVG file if the root says its `xmlns`.
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
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        if self.children.is_empty() && self.text.is_none() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        if let Some(text) = &self.text {
            escape(text, out);
        }
        for child in &self.children {
            child.write(out);
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

/// Writes text so that nothing in it is read as markup.
pub(in crate::paint) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_could_be_read_as_markup_as_text() {
        let node = Node::new("text")
            .attr("aria-label", "\"a\" & b")
            .text("<script>1 > 0</script>");
        assert_eq!(
            node.to_markup(),
            "<text aria-label=\"&quot;a&quot; &amp; b\">&lt;script&gt;1 &gt; 0&lt;/script&gt;</text>"
        );
    }

    #[test]
    fn an_element_that_holds_nothing_closes_itself() {
        assert_eq!(
            Node::group("a").child(Node::new("path")).to_markup(),
            "<g class=\"a\"><path/></g>"
        );
    }
}
