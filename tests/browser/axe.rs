//! What axe-core finds against the accessibility guidelines, in every view: nothing.
//!
//! `make browser-tests` fetches it; it is no part of the page. It comes in by the driver, since the page's
//! own policy lets no foreign script in.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use super::harness::{CALM, DARK, LIGHT, WIDE, visit};
use super::page::Page;
use super::states::{LANGUAGES, fragments};

/// A rule that is broken, and where.
#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "printed when the test fails")]
struct Violation {
    rule: String,
    nodes: Vec<String>,
}

/// The guidelines, 2.2 and what it took over, at the levels A and AA.
const RUN: &str = r#"
const done = arguments[0];
const options = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  resultTypes: ["violations"],
};
axe.run(document, options).then(({ violations }) => done(violations.map((one) => ({
  rule: `${one.id}: ${one.help}`,
  nodes: one.nodes.slice(0, 5).map((node) => `${node.html.slice(0, 160)}\n  ${node.failureSummary}`),
}))), (fault) => done(String(fault)));
"#;

/// axe-core's own text.
fn axe() -> String {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/axe/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file)
        .unwrap_or_else(|e| panic!("{}: {e}. Run `npm --prefix tests/axe ci`.", file.display()))
}

async fn violations(page: &Page) -> Vec<Violation> {
    let nothing: [Value; 0] = [];
    let answer = page
        .chromium
        .driver
        .execute_async(RUN, nothing)
        .await
        .unwrap();
    answer
        .convert()
        .unwrap_or_else(|e| panic!("{e}: {}", answer.json()))
}

/// Looks at every state in one language, one width and one set of colours.
async fn look(page: &Page, lang: &str, width: (u32, u32), wishes: &[(&str, &str)]) {
    page.resize(width.0, width.1, width.0 < 600).await;
    page.prefer(wishes).await;
    page.open_in(lang, "#").await;
    let _: Value = page.run(&axe(), json!([])).await;
    let mut looked_at = 0;
    for fragment in fragments() {
        if !page.show(&fragment).await {
            continue;
        }
        looked_at += 1;
        let found = violations(page).await;
        assert!(
            found.is_empty(),
            "{lang}, {} px, {wishes:?}, {fragment}: {found:#?}",
            width.0
        );
    }
    assert!(looked_at >= 10);
}

/// A phone.
const NARROW: (u32, u32) = (390, 844);

#[tokio::test]
async fn nothing_is_found_in_light_colours_in_any_language() {
    let page = visit().await;
    for lang in LANGUAGES {
        look(&page, lang, WIDE, &[LIGHT, CALM]).await;
        look(&page, lang, NARROW, &[LIGHT, CALM]).await;
    }
}

#[tokio::test]
async fn nothing_is_found_in_dark_and_in_forced_colours() {
    let page = visit().await;
    look(&page, "en", WIDE, &[DARK, CALM]).await;
    look(&page, "uk", NARROW, &[DARK, CALM]).await;
    let forced = ("forced-colors", "active");
    look(&page, "ru", WIDE, &[LIGHT, CALM, forced]).await;
    look(&page, "en", NARROW, &[LIGHT, CALM, forced]).await;
}
