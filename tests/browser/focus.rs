//! Whoever goes by keyboard sees where they are.

use axum::http::Method;
use serde::Deserialize;
use serde_json::{Value, json};

use super::harness::visit_calmly;
use super::page::Page;

/// What one stop of the Tab key looks like.
#[derive(Debug, Deserialize)]
struct Stop {
    /// The element, for messages.
    what: String,
    /// The region of the map that it is.
    region: Option<String>,
    /// Whether an outline or a shadow goes around it.
    ringed: bool,
    /// Whether the reader sees at least part of it.
    seen: bool,
    /// Whether it is the first stop once more.
    again: bool,
}

const STOP: &str = r#"
const one = document.activeElement;
if (!one || one === document.body) return null;
const style = getComputedStyle(one);
const paints = (colour) => !/^(transparent|rgba\(.*, 0\))$/.test(colour);
const ringed = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
  && paints(style.outlineColor)) || style.boxShadow !== "none";
const boxes = [...one.getClientRects()];
const seen = boxes.some((box) => [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
  const hit = document.elementFromPoint(box.x + x * box.width, box.y + y * box.height);
  return hit && (one.contains(hit) || hit.contains(one));
})));
const again = window.firstStop === one;
window.firstStop ??= one;
return {
  again,
  what: one.outerHTML.slice(0, 160),
  region: one.closest("[data-region]")?.dataset.region ?? null,
  ringed,
  seen,
};
"#;

/// Goes through the whole page with a key, until the focus leaves it or comes back to its start.
async fn stops(page: &Page, key: &str) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    loop {
        assert!(stops.len() < 400, "{key} never comes to an end");
        page.press(key).await;
        let Some(stop) = page.run::<Option<Stop>>(STOP, json!([])).await else {
            break;
        };
        if stop.again {
            break;
        }
        stops.push(stop);
    }
    stops
}

/// What the keyboard's focus fails to show, for each stop of a page.
async fn unseen(fragment: &str, key: &str) -> Vec<String> {
    let page = visit_calmly().await;
    page.open(fragment).await;
    page.wait_for_rest().await;
    if key == "Shift+Tab" {
        let end = "const end = document.createElement('a'); end.tabIndex = 0; \
            document.body.append(end); end.focus(); end.onblur = () => end.remove()";
        let _: Value = page.run(end, json!([])).await;
    }
    let stops = stops(&page, key).await;
    assert!(stops.len() > 15, "only {} stops", stops.len());
    let is_bad = |stop: &&Stop| !(stop.seen && (stop.ringed || stop.region.is_some()));
    stops
        .iter()
        .filter(is_bad)
        .map(|stop| format!("ringed {}, seen {}: {}", stop.ringed, stop.seen, stop.what))
        .collect()
}

#[tokio::test]
async fn every_stop_of_the_overview_shows_the_focus() {
    let bad = unseen("", "Tab").await;
    assert!(bad.is_empty(), "{bad:#?}");
}

#[tokio::test]
async fn every_stop_of_a_region_shows_the_focus() {
    let bad = unseen("#region=donetsk", "Tab").await;
    assert!(bad.is_empty(), "{bad:#?}");
}

#[tokio::test]
async fn every_stop_of_a_clause_shows_the_focus_backwards() {
    // Backwards the browser brings each stop to the top of the pane, where the heading sticks.
    let bad = unseen("#clause=p20-14", "Shift+Tab").await;
    assert!(bad.is_empty(), "{bad:#?}");
}

#[tokio::test]
async fn every_stop_of_the_list_shows_the_focus() {
    let bad = unseen("#list=1", "Tab").await;
    assert!(bad.is_empty(), "{bad:#?}");
}

/// What the window shows, as a picture in base64.
async fn picture(page: &Page) -> Value {
    page.wait_for_rest().await;
    page.chromium.ask(Method::GET, "screenshot", None).await
}

/// How many pixels of two pictures differ so much that an eye sees it. A browser does not paint the
/// same thing twice to the last bit.
const DIFFERENCE: &str = r#"
const [pictures, done] = arguments;
const pixels = async (picture) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
};
Promise.all(pictures.map(pixels)).then(([a, b]) => {
  let differ = 0;
  for (let at = 0; at < a.length; at += 4) {
    const change = [0, 1, 2].map((n) => Math.abs(a[at + n] - b[at + n]));
    if (Math.max(...change) > 60) differ += 1;
  }
  done(differ);
}, (fault) => done(String(fault)));
"#;

async fn difference(page: &Page, one: &Value, other: &Value) -> u32 {
    let driver = &page.chromium.driver;
    let answer = driver
        .execute_async(DIFFERENCE, [json!([one, other])])
        .await
        .unwrap();
    answer
        .convert()
        .unwrap_or_else(|e| panic!("{e}: {}", answer.json()))
}

#[tokio::test]
async fn a_region_with_the_focus_looks_different() {
    let page = visit_calmly().await;
    page.open("#region=zaporizhzhia").await;
    page.wait_for_rest().await;
    while page.focused_region().await.is_none() {
        page.press("Tab").await;
    }
    let _: Value = page.run("document.activeElement.blur()", json!([])).await;
    let before = picture(&page).await;
    for region in [
        "zaporizhzhia",
        "dnipropetrovsk",
        "znpp",
        "zaporizhzhia-city",
        "sevastopol",
    ] {
        let script = "document.querySelector(`[data-region=\"${arguments[0]}\"]`).focus()";
        let _: Value = page.run(script, json!([region])).await;
        let with = picture(&page).await;
        let seen = difference(&page, &before, &with).await;
        assert!(
            seen > 30,
            "with the focus on {region} only {seen} pixels differ"
        );
    }
    let _: Value = page.run("document.activeElement.blur()", json!([])).await;
    let after = picture(&page).await;
    let left = difference(&page, &before, &after).await;
    assert!(left < 10, "without the focus {left} pixels differ still");
}

/// Whether the element with the focus answers to a selector and is seen below the sticking head.
const SEEN_AS: &str = r#"
const one = document.activeElement;
const box = one.getBoundingClientRect();
const head = document.querySelector("[data-pane] .head").getBoundingClientRect();
return one.matches(arguments[0]) && box.top >= head.bottom - 1 && box.top < innerHeight;
"#;

#[tokio::test]
async fn jumps_and_marks_lead_to_what_they_name_and_bring_it_into_view() {
    let page = visit_calmly().await;
    page.open("#region=donetsk").await;
    let focus = "document.querySelectorAll(arguments[0])[arguments[1]].focus()";
    for (at, heading) in ["#positions", "#clauses", "#claims", "#unknown"]
        .into_iter()
        .enumerate()
    {
        let _: Value = page.run(focus, json!([".jump", at])).await;
        page.press("Enter").await;
        page.wait_for(heading, SEEN_AS, json!([heading])).await;
    }
    let _: Value = page.run(focus, json!(["[data-pane] .cell", 0])).await;
    page.press("Enter").await;
    page.wait_for(
        "the claim behind the mark",
        SEEN_AS,
        json!(["[data-claim]"]),
    )
    .await;
    assert_eq!(page.subject().await, "region:donetsk");
    page.assert_quiet().await;
}
