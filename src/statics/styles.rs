//! The style sheets of a document: in few files, and none before it is needed. What the first paint waits for is
//! asked for before all else: on a slow line each file is a wait, and so is each byte.

use crate::paint::html::{Element, el};

/// Where the document asks for a style sheet.
const STYLE: &str = "<link rel=\"stylesheet\" href=\"";
/// Of one that nothing but the program's views need.
const LATER: &str = " data-later";
/// Of one that is for paper alone.
const PRINT: &str = " media=\"print\"";
/// Where the document asks for a script that runs before anything is shown.
const SCRIPT: &str = "<script src=\"";
/// The policy. A browser that looks ahead in a document for what it asks for looks no further than here.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\"";
/// The program's script tag, in which it finds what it fetches.
const PROGRAM: &str = " data-wasm=";

/// When a style sheet is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// When there is anything to be seen.
    First,
    /// When the program is there.
    Program,
    /// On paper.
    Print,
}

/// Style sheets that follow each other and become one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet<'a> {
    /// When it is needed.
    pub need: Need,
    /// The names of its parts, in their order.
    pub names: Vec<&'a str>,
}

/// What a line of a document asks for, if that is a style sheet.
fn asked(line: &str) -> Option<(Need, &str)> {
    let rest = line.trim_start().strip_prefix(STYLE)?;
    let (name, more) = rest.split_once('"')?;
    let need = match more {
        more if more.contains(LATER) => Need::Program,
        more if more.contains(PRINT) => Need::Print,
        _ => Need::First,
    };
    Some((need, name.trim_start_matches("./")))
}

/// The style sheets that a document asks for. What stands later goes before what stands earlier, so only those that
/// follow each other can be one.
pub fn sheets(template: &str) -> Vec<Sheet<'_>> {
    let mut sheets: Vec<Sheet<'_>> = Vec::new();
    for (need, name) in template.lines().filter_map(asked) {
        match sheets.last_mut() {
            Some(last) if last.need == need => last.names.push(name),
            _ => sheets.push(Sheet {
                need,
                names: vec![name],
            }),
        }
    }
    sheets
}

/// The document with one file in place of each of its [`sheets`]. The one of the program is named where its script
/// finds it (public/boot.js).
pub fn with_sheets(template: &str, files: &[String]) -> String {
    let sheets = sheets(template);
    let made: Vec<_> = sheets.iter().map(|sheet| sheet.need).zip(files).collect();
    let of = |need| made.iter().filter(move |one| one.0 == need);
    let mut rest = made.iter();
    let mut last = None;
    let mut kept = String::new();
    for line in template.lines() {
        if let Some((need, _)) = asked(line) {
            if last.replace(need) != Some(need) {
                kept += &rest.next().map(link).unwrap_or_default();
            }
            continue;
        }
        if line.trim_start().starts_with(POLICY) {
            let scripts = template.lines().filter_map(blocking);
            kept.extend(scripts.map(|name| ahead("script", name)));
            kept.extend(of(Need::First).map(|(_, file)| ahead("style", &format!("./{file}"))));
            kept.push('\n');
        }
        let later = of(Need::Program).fold(String::new(), |named, (_, file)| {
            named + " data-style=\"./" + file + "\""
        });
        kept += &line.replacen(PROGRAM, &(later + PROGRAM), 1);
        kept.push('\n');
    }
    kept
}

fn link((need, file): &(Need, &String)) -> String {
    let link = el("link").attr("rel", "stylesheet");
    let link = link.attr("href", format!("./{file}"));
    match need {
        Need::First => link.to_markup() + "\n",
        Need::Print => link.attr("media", "print").to_markup() + "\n",
        // Its script asks for it.
        Need::Program => String::new(),
    }
}

/// The script that a line of a document waits for.
fn blocking(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix(SCRIPT)?;
    rest.split('"').next()
}

/// Asks for a file before the document comes to where it is used.
fn ahead(kind: &'static str, name: &str) -> String {
    let link: Element = el("link").attr("rel", "preload").attr("as", kind);
    link.attr("href", name).to_markup()
}

/// A style sheet without what only its authors read.
pub fn terse(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, from)) = rest.find(['"', '\'', '/']).map(|at| rest.split_at(at)) {
        bare += before;
        if let Some(comment) = from.strip_prefix("/*") {
            // What it parts stays apart.
            bare.push(' ');
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else {
            let (own, after) = from.split_at(quoted(from));
            bare += own;
            rest = after;
        }
    }
    bare += rest;
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// How long the text in quotation marks is that begins here; of anything else, its first letter.
fn quoted(from: &str) -> usize {
    let mut letters = from.char_indices();
    let Some((_, mark)) = letters.next().filter(|(_, first)| *first != '/') else {
        return 1.min(from.len());
    };
    let mut is_escaped = false;
    for (at, letter) in letters {
        if letter == mark && !is_escaped {
            return at + 1;
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    from.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<head>\n  <meta http-equiv=\"Content-Security-Policy\"\n content=\"x\" />\n  \
        <script src=\"look.js\"></script>\n  <link rel=\"stylesheet\" href=\"./a.css\"/>\n  \
        <link rel=\"stylesheet\" href=\"./b.css\"/>\n  <link rel=\"stylesheet\" href=\"./c.css\" data-later/>\n  \
        <link rel=\"stylesheet\" href=\"./d.css\" media=\"print\"/>\n  \
        <script type=\"module\" src=\"./boot.js\" data-wasm=\"./p.wasm\"></script>\n</head>\n";

    #[test]
    fn each_need_has_one_file_in_the_order_of_the_document() {
        let found = sheets(TEMPLATE);
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.need, one.names.join(" ")))
            .collect();
        let expected = [
            (Need::First, "a.css b.css"),
            (Need::Program, "c.css"),
            (Need::Print, "d.css"),
        ];
        assert_eq!(
            found,
            expected.map(|(need, names)| (need, names.to_owned()))
        );
    }

    #[test]
    fn the_first_is_asked_for_ahead_and_the_programs_by_its_script() {
        let files = ["1.css", "2.css", "3.css"].map(str::to_owned);
        let made = with_sheets(TEMPLATE, &files);
        let expected = "<head>\n<link rel=\"preload\" as=\"script\" href=\"look.js\">\
            <link rel=\"preload\" as=\"style\" href=\"./1.css\">\n  \
            <meta http-equiv=\"Content-Security-Policy\"\n content=\"x\" />\n  \
            <script src=\"look.js\"></script>\n<link rel=\"stylesheet\" href=\"./1.css\">\n\
            <link rel=\"stylesheet\" href=\"./3.css\" media=\"print\">\n  \
            <script type=\"module\" src=\"./boot.js\" data-style=\"./2.css\" data-wasm=\"./p.wasm\"></script>\n\
            </head>\n";
        assert_eq!(made, expected);
    }

    #[test]
    fn comments_go_and_texts_stay() {
        let css = "/* one\n * two */\na { b: c/**/d; }\n\n  e::after { content: \"/* \\\" */\"; f: 1 / 2; g: '/*'; }\n/*";
        let left = "a { b: c d; }\ne::after { content: \"/* \\\" */\"; f: 1 / 2; g: '/*'; }\n";
        assert_eq!(terse(css), left);
    }
}
