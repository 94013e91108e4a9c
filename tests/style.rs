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
