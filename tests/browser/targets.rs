//! Every region that is seen can be hit: asked of the browser, point by point.

use serde_json::{Value, json};

use super::harness::{visit_calmly, visit_on_phone};
use super::page::Page;

/// The default view, and each focus region's own.
const VIEWS: [&str; 10] = [
    "",
    "#region=donetsk",
    "#region=luhansk",
    "#region=crimea-arc",
    "#region=sevastopol",
    "#region=zaporizhzhia",
    "#region=znpp",
    "#region=kherson",
    "#region=kinburn",
    "#region=donbas",
];

/// For each region whose middle is in view and under nothing that floats there: is there a disc of
/// nearly 24 px (the browser's points are whole) in which every point is its own?
const TARGETS: &str = r#"
const frame = document.querySelector(".canvas").getBoundingClientRect();
const owner = (x, y) => document.elementFromPoint(x, y)?.closest(".canvas [data-region]")?.dataset.region;
const isTarget = (id, x, y) => {
  if (owner(x, y) !== id) return false;
  for (const r of [11.4, 6]) {
    for (let n = 0; n < 16; n++) {
      const turn = n / 16 * 2 * Math.PI;
      if (owner(x + r * Math.cos(turn), y + r * Math.sin(turn)) !== id) return false;
    }
  }
  return true;
};
const seen = [];
const missing = [];
for (const one of document.querySelectorAll(".regions [data-region], .marks [data-region]")) {
  const id = one.dataset.region;
  const box = one.getBoundingClientRect();
  const x = box.x + box.width / 2, y = box.y + box.height / 2;
  const inside = x > frame.left + 12 && x < frame.right - 12 && y > frame.top + 12 && y < frame.bottom - 12;
  if (box.width < 4 || !inside || !document.elementFromPoint(x, y)?.closest(".canvas")) continue;
  seen.push(id);
  const hit = one.querySelector(".hit").getBoundingClientRect();
  let found = isTarget(id, x, y) || isTarget(id, hit.x + hit.width / 2, hit.y + hit.height / 2);
  const step = Math.max(1, Math.min(box.width, box.height) / 40);
  for (let b = box.top; b <= box.bottom && !found; b += step) {
    for (let a = box.left; a <= box.right && !found; a += step) found = isTarget(id, a, b);
  }
  if (!found) missing.push(id);
}
return { seen: seen.length, missing };
"#;

async fn every_region_has_a_target(page: &Page, least: u64) {
    let mut problems = Vec::new();
    for view in VIEWS {
        page.open(view).await;
        page.wait_for_rest().await;
        let found: Value = page.run(TARGETS, json!([])).await;
        if view.is_empty() {
            assert!(found["seen"].as_u64().unwrap() >= least, "{found}");
        }
        if found["missing"] != json!([]) {
            problems.push(format!("{view}: {}", found["missing"]));
        }
    }
    assert!(problems.is_empty(), "no target of 24 px: {problems:#?}");
}

#[tokio::test]
async fn every_region_that_is_seen_can_be_hit_on_a_desk() {
    every_region_has_a_target(&visit_calmly().await, 28).await;
}

#[tokio::test]
async fn every_region_that_is_seen_can_be_hit_on_a_phone() {
    let page = visit_on_phone().await;
    page.prefer(&[super::harness::CALM]).await;
    every_region_has_a_target(&page, 20).await;
}
