//! The document as the build leaves it, from one that has a page in it already: for another dossier's page.

use super::document::{DESCRIPTION, PLACE, TITLE};

/// A document without its page, ready for another. One that has none yet stays as it is.
pub fn bare(document: &str) -> String {
    let mut head = String::new();
    let (before, after) = match document.split_once("<div id=\"static\">") {
        Some((before, rest)) => {
            let after = rest.find("</body>").and_then(|end| {
                let close = rest.get(..end)?.rfind("</div>")?;
                rest.get(close + "</div>".len()..)
            });
            (before, after)
        }
        None => (document, None),
    };
    for line in before.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let (indent, own) = line.split_at(indent);
        let old = match own {
            own if own.starts_with("<title>") => Some(TITLE),
            own if own.starts_with("<meta name=\"description\"") => Some(DESCRIPTION),
            _ => None,
        };
        head += &match old {
            Some(old) => [indent, old, "\n"].concat(),
            None => without_files(line),
        };
    }
    after.map_or_else(|| head.clone(), |after| format!("{head}{PLACE}{after}"))
}

/// A line without the names of a dossier's files.
fn without_files(line: &str) -> String {
    let parted = line.split_once(" data-files=\"");
    let rest = parted.and_then(|(before, rest)| Some((before, rest.split_once('"')?.1)));
    rest.map_or_else(
        || line.to_owned(),
        |(before, after)| format!("{before}{after}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARE: &str = "<html lang=\"en\">\n  <meta name=\"description\" content=\"Clausemap\" />\n  \
        <title>Clausemap</title>\n  <script data-js=\"a\" data-wasm=\"b\"></script>\n</head>\n<body>\n  \
        <div id=\"static\"></div>\n</body>\n</html>\n";

    #[test]
    fn a_page_is_taken_out_of_its_document() {
        let full = BARE
            .replace("content=\"Clausemap\" />", "content=\"Of > all\">")
            .replace(
                "Clausemap</title>",
                "Mine</title><link rel=\"alternate\" href=\"index.uk.html\">",
            )
            .replace(
                " data-wasm",
                " data-files=\"dossier/a dossier/b\" data-wasm",
            )
            .replace("static\">", "static\"><main><div>x\n</div></main>");
        assert_eq!(bare(&full), BARE);
        assert_eq!(bare(BARE), BARE);
    }
}
