//! What the page is for those who do not see it.

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::By;

use super::expected;
use super::harness::{visit, visit_calmly};
use super::page::Page;

const SUBJECTS: [&str; 6] = [
    "#",
    "#region=donetsk",
    "#region=novorossiya",
    "#clause=p20-14",
    "#source=src-seed",
    "#region=zaporizhzhia&list=1",
];

/// The names by which the browser tells a screen reader of all elements that a selector finds, those
/// left out that are not shown or cannot be reached.
async fn names(page: &Page, css: &str) -> Vec<(String, String)> {
    let script = "return [...document.querySelectorAll(arguments[0])] \
        .filter((one) => one.checkVisibility() && !one.closest('[inert]'))";
    let found = page.chromium.driver.execute(script, [json!(css)]).await;
    let mut names = Vec::new();
    for element in found.unwrap().elements().unwrap() {
        let path = format!("element/{}/computedlabel", element.element_id());
        let name = page.chromium.ask(Method::GET, &path, None).await;
        let shown = element.outer_html().await.unwrap();
        names.push((shown.chars().take(160).collect(), expected::text(&name)));
    }
    names
}

#[tokio::test]
async fn each_region_of_the_map_is_a_link_with_the_name_of_the_region() {
    let page = visit().await;
    page.open("").await;
    page.wait_for_rest().await;
    let ids = page.attributes("[data-region]", "data-region").await;
    let regions = expected::records("regions.json", "regions");
    let names = names(&page, "[data-region]").await;
    assert!(ids.len() > 25);
    for (id, (_, name)) in ids.iter().zip(&names) {
        let region = regions
            .iter()
            .find(|region| region["id"] == id.as_str())
            .unwrap();
        let wanted = expected::english(&region["name"]);
        assert!(
            name.contains(&wanted),
            "{id} is called {name}, not {wanted}"
        );
    }
    let roles = page
        .chromium
        .driver
        .find_all(By::Css("[data-region]"))
        .await
        .unwrap();
    let path = format!("element/{}/computedrole", roles[0].element_id());
    assert_eq!(page.chromium.ask(Method::GET, &path, None).await, "link");
}

#[tokio::test]
async fn everything_that_can_be_pressed_has_a_name() {
    let page = visit().await;
    for subject in ["#clause=p20-14", "#region=znpp", "#list=1"] {
        page.open(subject).await;
        let css = "a[href]:not([data-region]), button, summary, select, [role='region']";
        for (shown, name) in names(&page, css).await {
            assert!(!name.trim().is_empty(), "{subject}: no name for {shown}");
        }
    }
}

/// What can be seen in the document's own words.
const DOCUMENT: &str = r#"
const all = (css) => [...document.querySelectorAll(css)];
const told = (one) => one.outerHTML.slice(0, 120);
const ids = all("[id]").map((one) => one.id);
const refs = ["aria-labelledby", "aria-describedby", "aria-controls"].flatMap((name) =>
  all(`[${name}]`).flatMap((one) => one.getAttribute(name).split(/\s+/)));
return {
  lang: document.documentElement.lang,
  title: document.title,
  headings: all("[data-pane] h1").length,
  mains: all("main").length,
  // Pictures that nobody named must be hidden from those who cannot see them.
  pictures: all("svg, img").filter((one) => !one.closest("[aria-hidden='true']")
    && !one.hasAttribute("aria-label") && !one.hasAttribute("aria-labelledby")
    && !one.querySelector(":scope > title")).map(told),
  order: all("[tabindex]").filter((one) => Number(one.getAttribute("tabindex")) > 0).map(told),
  twice: ids.filter((id, at) => ids.indexOf(id) !== at),
  dangling: refs.filter((id) => !document.getElementById(id)),
  nested: all("a a, a button, button a, button button, summary a, summary button").map(told),
  skipped: all("[data-pane] :is(h1, h2, h3, h4)").map((one) => Number(one.localName[1]))
    .filter((level, at, levels) => at > 0 && level > levels[at - 1] + 1).length,
  hidden: all("[aria-hidden='true'] :is(a, button, [tabindex='0'])").map(told),
};
"#;

#[tokio::test]
async fn the_document_is_in_order() {
    let page = visit_calmly().await;
    for subject in SUBJECTS {
        page.open(subject).await;
        page.wait_for_rest().await;
        let found: Value = page.run(DOCUMENT, json!([])).await;
        let title = found["title"].as_str().unwrap();
        assert!(!title.is_empty());
        assert_eq!(
            found,
            json!({
                "lang": "en", "title": title, "headings": 1, "mains": 1, "pictures": [], "order": [],
                "twice": [], "dangling": [], "nested": [], "skipped": 0, "hidden": [],
            }),
            "{subject}"
        );
    }
}

#[tokio::test]
async fn a_selection_is_said_aloud() {
    let page = visit().await;
    page.open("").await;
    page.click_region("donetsk").await;
    page.wait_for_subject("region:donetsk").await;
    let said = page.words(".stage-and-pane [role='status']").await;
    assert!(
        said.starts_with("Donetsk oblast, ") && said.contains("clause"),
        "{said}"
    );
    let current = page
        .attributes("[data-region][aria-current]", "data-region")
        .await;
    assert_eq!(current, ["donetsk"]);
}
