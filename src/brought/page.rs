//! The parts of a packed page (`src/pack`): each in an element of its own.

/// How the element of a part begins.
const OPENS: &str = "<script type=\"application/octet-stream\" data-file=\"";

/// One part: its name, and its bytes packed by zlib and written in base64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// Its path beside the page.
    pub name: &'a str,
    /// What is in it.
    pub text: &'a str,
}

/// The parts of a page in their order; none where it is no packed page.
pub fn parts(page: &str) -> Vec<Part<'_>> {
    let elements = page.split(OPENS).skip(1);
    let part = |element| {
        let (name, rest) = str::split_once(element, "\">")?;
        let (text, _) = rest.split_once("</script>")?;
        Some(Part { name, text })
    };
    elements.filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn each_part_is_found_by_its_name() {
        let page = "<p>data-file=\"no\"</p>\n\
            <script type=\"application/octet-stream\" data-file=\"dossier/a.json\">eA==</script>\n\
            <script>run()</script>\
            <script type=\"application/octet-stream\" data-file=\"broken";
        let found: Vec<_> = parts(page)
            .iter()
            .map(|part| (part.name, part.text))
            .collect();
        assert_eq!(found, [("dossier/a.json", "eA==")]);
        assert!(parts("").is_empty());
    }
}
