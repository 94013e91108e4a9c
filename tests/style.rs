//! The style sheets, where a slip would show only to some readers.
#![allow(
    clippy::unwrap_used,
    reason = "a style sheet that is not there fails the test"
)]

/// The declarations of the block that begins with `selector`, each once, in order.
fn declarations(css: &str, selector: &str) -> Vec<String> {
    let block = css.split_once(selector).unwrap().1;
    let block = block.split_once('{').unwrap().1.split_once('}').unwrap().0;
    let declarations = block.split(';').map(str::trim);
    declarations
        .filter(|declaration| !declaration.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

#[test]
fn dark_is_the_same_whether_the_system_or_the_reader_chose_it() {
    let css = include_str!("../style/tokens.css");
    let system = declarations(css, ":root:not([data-theme=\"light\"])");
    let reader = declarations(css, ":root[data-theme=\"dark\"]");
    assert!(system.len() > 40, "{system:?}");
    assert_eq!(system, reader);
}

/// What may say left or right, and why.
const PHYSICAL: [(&str, &str, &str); 5] = [
    (
        ".canvas > svg",
        "left: 0",
        "the map does not mirror: the stage counts from its left",
    ),
    (
        ".zoom-box",
        "left: 0",
        "so does the box that is drawn on it",
    ),
    (
        ".card",
        "inset: 0 auto auto 0",
        "so does what is placed over it",
    ),
    (
        ".overlay",
        "inset: 0 auto auto 0",
        "so do the layers that are drawn on it",
    ),
    (
        ".fold-filters::after",
        "border-width: 0 1.5px 1.5px 0",
        "a corner that is turned to point down, from either side",
    ),
];

/// Names that mean a side of the screen, not of the text.
const SIDES: [&str; 12] = [
    "left",
    "right",
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "border-left",
    "border-right",
    "scroll-margin-left",
    "scroll-margin-right",
    "scroll-padding-left",
    "scroll-padding-right",
];

/// Shorthands whose second value is the right side's and whose fourth is the left's.
const FOURS: [&str; 8] = [
    "inset",
    "margin",
    "padding",
    "border-width",
    "border-color",
    "border-style",
    "scroll-margin",
    "scroll-padding",
];

/// Every declaration of a style sheet, with the selector before it.
fn all_declarations(css: &str) -> Vec<(String, String)> {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare += before;
        rest = after.split_once("*/").unwrap().1;
    }
    bare += rest;
    let (mut found, mut selector, mut text) = (Vec::new(), String::new(), String::new());
    let mut depth = 0;
    for letter in bare.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        match letter {
            '{' => std::mem::take(&mut text).trim().clone_into(&mut selector),
            ';' | '}' if depth == 0 => {
                let said = std::mem::take(&mut text);
                let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
                if !said.is_empty() {
                    found.push((selector.clone(), said));
                }
            }
            letter => text.push(letter),
        }
    }
    found
}

/// Whether a declaration would look wrong where the text runs from right to left.
fn is_physical(declaration: &str) -> bool {
    let Some((name, value)) = declaration.split_once(':') else {
        return false;
    };
    let (name, value) = (name.trim(), value.trim());
    let parts: Vec<&str> = value.split_whitespace().collect();
    let side = |word: &&str| matches!(*word, "left" | "right");
    match name {
        "text-align" | "float" | "clear" => parts.iter().any(side),
        "box-shadow" => value.split(',').any(|shadow| {
            let first = shadow.trim().strip_prefix("inset ");
            first.is_some_and(|first| !first.starts_with(['0', 'c']))
        }),
        _ if FOURS.contains(&name) => parts.len() == 4 && parts.get(1) != parts.get(3),
        _ => {
            SIDES.contains(&name)
                || name.starts_with("border-left-")
                || name.starts_with("border-right-")
                || (name.starts_with("border-")
                    && name.ends_with("-radius")
                    && (name.contains("left") || name.contains("right")))
        }
    }
}

#[test]
fn sides_are_those_of_the_text() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let mut met = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let css = std::fs::read_to_string(&path).unwrap();
        let all = all_declarations(&css);
        assert!(!all.is_empty(), "{}", path.display());
        for (selector, declaration) in all.iter().filter(|(_, one)| is_physical(one)) {
            let allowed = PHYSICAL
                .iter()
                .position(|(at, what, _)| at == selector && what == declaration);
            assert!(
                allowed.is_some(),
                "{}: {selector} {{ {declaration} }} is right for one direction of text only",
                path.display()
            );
            met.extend(allowed);
        }
    }
    met.sort_unstable();
    let all: Vec<usize> = (0..PHYSICAL.len()).collect();
    assert_eq!(met, all, "an exception that nothing needs any more");
}

#[test]
fn what_says_left_or_right_is_found() {
    for physical in [
        "left: 0",
        "margin-left: auto",
        "border-left-color: red",
        "border-top-left-radius: 3px",
        "text-align: right",
        "padding: 1px 2px 3px 4px",
        "inset: 0 auto auto 0",
        "box-shadow: 0 0 1px red, inset 3px 0 0 red",
    ] {
        assert!(is_physical(physical), "{physical}");
    }
    for logical in [
        "inset-inline: 0",
        "padding: 1px 2px 3px 2px",
        "text-align: start",
        "border-start-start-radius: 3px",
        "box-shadow: inset 0 0 0 1px red",
        "box-shadow: inset calc(3px * var(--along)) 0 0 red",
    ] {
        assert!(!is_physical(logical), "{logical}");
    }
}

#[test]
fn what_the_program_needs_stands_between_the_first_screen_and_paper() {
    let document = include_str!("../index.html");
    let links = document.lines().filter(|line| line.contains("rel=\"css\""));
    let mut needs: Vec<_> = links
        .map(|line| {
            let marks = ["data-later", "media=\"print\""];
            marks.iter().position(|mark| line.contains(mark))
        })
        .collect();
    assert!(needs.len() > 12, "{needs:?}");
    needs.dedup();
    // The program's script puts its own after the first file (public/boot.js).
    assert_eq!(needs, [None, Some(0), Some(1)]);
    let print = include_str!("../style/print.css");
    let screen = print.split_once("@media print {").unwrap().0;
    assert!(!screen.contains('{'), "a screen never sees what is in it");
}
