//! What axe-core finds against the accessibility guidelines, in every view: nothing.
//!
//! `make browser-tests` fetches it; it is no part of the page. It comes in by the driver, since the page's
//! own policy lets no foreign script in.

use std::path::Path;

use clausemap::route::View;
use serde::Deserialize;
use serde_json::{Value, json};

use super::harness::{CALM, DARK, LIGHT, WIDE, visit};
use super::page::Page;
use super::states::fragments;

/// A rule that is broken, and where.
#[derive(Debug, Deserialize)]
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

/// Looks at the page as it is; returns what was found, each with `name` before it.
pub async fn found_here(page: &Page, name: &str) -> Vec<String> {
    let _: Value = page.run(&axe(), json!([])).await;
    let found = violations(page).await.into_iter();
    found
        .map(|one| format!("{name}: {}\n{}", one.rule, one.nodes.join("\n")))
        .collect()
}

/// Looks at every state in one language, one width and one set of colours; returns what was found.
async fn look(
    page: &Page,
    lang: &str,
    width: (u32, u32),
    wishes: &[(&str, &str)],
    fragments: Vec<String>,
) -> Vec<String> {
    page.resize(width.0, width.1, width.0 < 600).await;
    page.prefer(wishes).await;
    page.open_in(lang, "#").await;
    let _: Value = page.run(&axe(), json!([])).await;
    let (mut looked_at, mut found) = (0, Vec::new());
    for fragment in fragments {
        if !page.show(&fragment).await {
            continue;
        }
        looked_at += 1;
        for Violation { rule, nodes } in violations(page).await {
            let nodes = nodes.join("\n");
            found.push(format!(
                "{lang}, {} px, {fragment}: {rule}\n{nodes}",
                width.0
            ));
        }
    }
    assert!(looked_at >= 8, "{looked_at}");
    found
}

/// A phone.
const NARROW: (u32, u32) = (390, 844);

fn assert_none(found: &[String]) {
    assert!(
        found.is_empty(),
        "{} found:\n{}",
        found.len(),
        found.join("\n")
    );
}

/// Each view, with its pane closed and open: what can be chosen in it is chosen.
const VIEWS: [&str; 11] = [
    "#",
    "#region=donetsk",
    "#view=compare",
    "#view=compare&region=donetsk&change=dropped,new",
    "#view=positions",
    "#view=positions&open=v26",
    "#view=timeline",
    "#view=timeline&region=donetsk&asof=2025-12-28",
    "#view=sources",
    "#view=list",
    "#view=list&region=kherson",
];

/// Every kind of page that the pane has beside a region's.
const PAGES: [&str; 5] = [
    "#clause=p20-12",
    "#claim=v26",
    "#who=ua",
    "#source=src-un-es114",
    "#q=Zelensky",
];

/// The three sets of colours.
const COLOURS: [(&str, &[(&str, &str)]); 3] = [
    ("light", &[LIGHT, CALM]),
    ("dark", &[DARK, CALM]),
    ("forced", &[LIGHT, CALM, ("forced-colors", "active")]),
];

/// Looks at every state in a language: wide in each set of colours, and on a phone in one. The page is loaded once;
/// the colours change under it, as they do when evening comes.
async fn look_at_all(lang: &str, on_phone: &str) {
    let page = visit().await;
    page.prefer(&[LIGHT, CALM]).await;
    page.open_in(lang, "#").await;
    let _: Value = page.run(&axe(), json!([])).await;
    let (mut looked_at, mut found) = (0, Vec::new());
    for width in [WIDE, NARROW] {
        page.resize(width.0, width.1, width == NARROW).await;
        for fragment in VIEWS.iter().chain(&PAGES) {
            assert!(page.show(fragment).await, "{fragment}");
            for (name, wishes) in COLOURS {
                if width == NARROW && name != on_phone {
                    continue;
                }
                page.prefer(wishes).await;
                looked_at += 1;
                for Violation { rule, nodes } in violations(&page).await {
                    let nodes = nodes.join("\n");
                    found.push(format!(
                        "{lang}, {} px, {name}, {fragment}: {rule}\n{nodes}",
                        width.0
                    ));
                }
            }
        }
    }
    assert_eq!(looked_at, 16 * 4);
    assert_none(&found);
}

#[tokio::test]
async fn nothing_is_found_in_english_in_any_colours() {
    look_at_all("en", "light").await;
}

#[tokio::test]
async fn nothing_is_found_in_ukrainian_in_any_colours() {
    look_at_all("uk", "dark").await;
}

#[tokio::test]
async fn nothing_is_found_in_russian_in_any_colours() {
    look_at_all("ru", "forced").await;
}

/// What an address can ask for beside: nothing left by the filters, a place that there is not, other lenses.
#[tokio::test]
async fn nothing_is_found_in_rarer_states() {
    let page = visit().await;
    assert_none(
        &look(
            &page,
            "en",
            WIDE,
            &[LIGHT, CALM],
            fragments().split_off(View::ALL.len()),
        )
        .await,
    );
}

/// The sheet of a phone at each of its heights: the pane opened, half open, and closed but for its head.
#[tokio::test]
async fn nothing_is_found_at_any_height_of_the_sheet() {
    let page = visit().await;
    page.resize(NARROW.0, NARROW.1, true).await;
    page.prefer(&[LIGHT, CALM]).await;
    page.open_in("en", "#region=donetsk").await;
    let _: Value = page.run(&axe(), json!([])).await;
    for sheet in ["full", "peek"] {
        page.click(".grab").await;
        let script =
            "return document.querySelector('.stage-and-pane').dataset.sheet === arguments[0]";
        page.wait_for(sheet, script, json!([sheet])).await;
        let found = violations(&page).await;
        assert!(found.is_empty(), "{sheet}: {found:#?}");
    }
    page.click(".menu").await;
    let found = violations(&page).await;
    assert!(found.is_empty(), "the menu: {found:#?}");
    page.click(".tools .button:last-child").await;
    let open = "return !!document.querySelector('.share[open]')";
    page.wait_for("what can be taken away", open, json!([]))
        .await;
    let found = violations(&page).await;
    assert!(found.is_empty(), "what can be taken away: {found:#?}");
}
