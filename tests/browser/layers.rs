//! Layers that the address asks for: small, large, faulty, foreign.

use serde_json::json;

use super::harness::visit_site;
use super::page::Page;
use super::site::Site;

/// Two areas, a line and a point in the south, and a feature off the globe.
const SMALL: &str = r#"{"type":"FeatureCollection","name":"A line of mine","date":"2026-01-05","source":"My desk",
"features":[
{"type":"Feature","id":1,"properties":{"name":"West field"},"geometry":{"type":"Polygon","coordinates":[[[30,48],[33,48],[33,50],[30,50],[30,48]]]}},
{"type":"Feature","id":2,"properties":{"name":"<b>East</b> field"},"geometry":{"type":"Polygon","coordinates":[[[33,48],[36,48],[36,50],[33,50],[33,48]]]}},
{"type":"Feature","id":3,"properties":{},"geometry":{"type":"LineString","coordinates":[[30,47],[36,47.5]]}},
{"type":"Feature","id":4,"properties":{},"geometry":{"type":"Point","coordinates":[340000,5600000]}}
]}"#;

/// More than a page reads itself: squares with many corners on each side.
fn large() -> String {
    squares(800, 25)
}

/// So many squares, with so many positions on each side.
pub fn squares(count: usize, positions: usize) -> String {
    let across = (count as f64 * 2.0).sqrt();
    let (width, height) = (14.0 / across, 5.6 / across * 2.0);
    let across = across as usize;
    let square = |n: usize| {
        let (x, y) = (
            24.0 + (n % across) as f64 * width,
            45.0 + (n / across) as f64 * height,
        );
        let side = |from: (f64, f64), to: (f64, f64)| -> Vec<String> {
            let at = |k: usize| {
                let t = k as f64 / positions as f64;
                format!(
                    "[{:.8},{:.8}]",
                    from.0 + (to.0 - from.0) * t,
                    from.1 + (to.1 - from.1) * t
                )
            };
            (0..positions).map(at).collect()
        };
        let corners = [
            (x, y),
            (x + width, y),
            (x + width, y + height),
            (x, y + height),
        ];
        let mut ring: Vec<String> = (0..4)
            .flat_map(|k| side(corners[k], corners[(k + 1) % 4]))
            .collect();
        ring.push(ring[0].clone());
        format!(
            "{{\"type\":\"Feature\",\"id\":{n},\"properties\":{{\"name\":\"Square {n}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}}}",
            ring.join(",")
        )
    };
    let features: Vec<String> = (0..count).map(square).collect();
    format!(
        "{{\"type\":\"FeatureCollection\",\"name\":\"Squares\",\"features\":[{}]}}",
        features.join(",\n")
    )
}

/// Opens the page with layers at these addresses.
async fn open(site: Site, query: &str) -> Page {
    let page = visit_site(site).await;
    page.open(&format!("&{query}")).await;
    page
}

async fn wait_until_read(page: &Page) {
    page.wait_for(
        "the layer",
        "return document.querySelector('[data-layer]') !== null",
        json!([]),
    )
    .await;
    page.wait_for(
        "a map at rest",
        "return document.querySelector('.canvas').hasAttribute('data-still')",
        json!([]),
    )
    .await;
}

/// The middle of the map in px of the window.
async fn middle(page: &Page) -> (i64, i64) {
    let at: Vec<f64> = page
        .run(
            "const r = document.querySelector('.canvas').getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]",
            json!([]),
        )
        .await;
    (at[0] as i64, at[1] as i64)
}

#[tokio::test]
async fn a_small_layer_is_drawn_in_the_document_and_told() {
    let site = Site::start();
    site.replace("mine.geojson", SMALL);
    let page = open(site, "overlay=mine.geojson").await;
    wait_until_read(&page).await;
    let said = page.words(".layers").await;
    for part in [
        "A line of mine",
        "2026-01-05",
        "My desk",
        "3 features, 1 left out",
        "1 thing is wrong",
    ] {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(page.count(".overlay svg .layer-area").await, 2);
    assert_eq!(page.count(".overlay svg .layer-line").await, 1);
    page.click(".layers summary").await;
    assert!(
        page.words(".layers .faults")
            .await
            .contains("expected a longitude from -180 to 180")
    );
    let (x, y) = middle(&page).await;
    page.click_at(x, y).await;
    page.wait_for(
        "an answer",
        "return document.querySelector('.layer-here').textContent.includes('field')",
        json!([]),
    )
    .await;
    assert_eq!(page.count(".layers b b").await, 0);
    page.click(".layers button").await;
    page.wait_for(
        "nothing left",
        "return !document.querySelector('.overlay') && !document.querySelector('.layers')",
        json!([]),
    )
    .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_address_says_of_a_layer_what_its_file_does_not() {
    let site = Site::start();
    site.replace("mine.geojson", SMALL);
    let said = "overlay=mine.geojson&overlay-title=%D0%9B%D1%96%D0%BD%D1%96%D1%8F&overlay-source=<b>The+desk</b>";
    let page = open(site, &format!("{said}&overlay=mine.geojson")).await;
    page.wait_for(
        "both",
        "return document.querySelectorAll('[data-layer=read]').length === 2",
        json!([]),
    )
    .await;
    let told =
        "return [...document.querySelectorAll('.layers [data-layer]')].map((one) => one.innerText)";
    let told: Vec<String> = page.run(told, json!([])).await;
    assert!(
        told[0].starts_with("Лінія · 2026-01-05 · <b>The desk</b> · "),
        "{told:#?}"
    );
    assert!(
        told[1].starts_with("A line of mine · 2026-01-05 · My desk · "),
        "{told:#?}"
    );
    // The link that is passed on says the same.
    page.click(".share-button").await;
    let there = "return !!document.querySelector('#share-link')?.value";
    page.wait_for("the link", there, json!([])).await;
    let link = "return document.querySelector('#share-link').value";
    let link: String = page.run(link, json!([])).await;
    assert!(
        link.contains("overlay-title=%D0%9B%D1%96%D0%BD%D1%96%D1%8F"),
        "{link}"
    );
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_large_layer_is_read_and_drawn_by_a_worker() {
    let site = Site::start();
    let text = large();
    assert!(text.len() > 1_500_000);
    site.replace("large.geojson", text);
    let page = open(site, "overlay=large.geojson").await;
    wait_until_read(&page).await;
    assert!(page.words(".layers").await.contains("800 features"));
    page.wait_for(
        "a picture",
        "return document.querySelector('.overlay canvas')?.width > 100",
        json!([]),
    )
    .await;
    assert!(
        page.site
            .asked()
            .iter()
            .any(|path| path.ends_with("clausemap-overlay_bg.wasm"))
    );
    let (x, y) = middle(&page).await;
    page.wait_for(
        "an answer",
        "const [x, y] = arguments; const under = document.elementFromPoint(x, y); under.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x, clientY: y, detail: 1 })); return document.querySelector('.layer-here')?.textContent.includes('Square')",
        json!([x, y]),
    )
    .await;
    page.assert_quiet().await;
}

/// Notes what is said of a layer on its way, and how long the page's thread was busy at a time, in ms.
const WATCH: &str = r#"
window.said = []; window.longest = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
}).observe({ type: "longtask", buffered: true });
new MutationObserver(() => {
  const line = document.querySelector(".layers")?.textContent;
  if (line && window.said.at(-1) !== line) window.said.push(line);
}).observe(document, { childList: true, subtree: true, characterData: true });
"#;

#[tokio::test]
async fn ten_thousand_areas_come_with_their_progress_told_and_hold_nobody_up() {
    let site = Site::start();
    let text = squares(10_000, 40);
    assert!(text.len() > 38_000_000, "{}", text.len());
    site.replace("huge.geojson", text);
    let page = visit_site(site).await;
    let watch = json!({ "source": WATCH });
    let command = "Page.addScriptToEvaluateOnNewDocument";
    page.chromium.devtools(command, watch).await;
    page.open("&overlay=huge.geojson").await;
    wait_until_read(&page).await;
    assert!(page.words(".layers").await.contains("10,000 features"));
    let (said, longest): (Vec<String>, f64) = page
        .run("return [window.said, window.longest]", json!([]))
        .await;
    let shares: std::collections::BTreeSet<&String> =
        said.iter().filter(|line| line.contains('%')).collect();
    eprintln!("longest task {longest:.0} ms; on the way it said {shares:?}");
    assert!(shares.len() > 2, "{said:?}");
    // The goal is 200 ms, on a machine that does nothing else (docs/MEASURED.md). To read it all in one go takes seconds.
    assert!(longest <= 1000.0, "a task of {longest} ms");
    let (x, y) = middle(&page).await;
    page.click_at(x, y).await;
    page.wait_for(
        "an answer",
        "return document.querySelector('.layer-here').textContent.includes('Square')",
        json!([]),
    )
    .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_layer_can_be_given_up_on_its_way() {
    let site = Site::start();
    site.replace("huge.geojson", squares(10_000, 40));
    let page = visit_site(site).await;
    let script = "new MutationObserver((_, observer) => { \
        const button = document.querySelector('.layers button'); \
        if (!button || !document.querySelector('.layers').textContent.includes('%')) return; \
        observer.disconnect(); window.onTheWay = !document.querySelector('[data-layer]'); button.click(); \
        }).observe(document, { childList: true, subtree: true, characterData: true })";
    let command = "Page.addScriptToEvaluateOnNewDocument";
    page.chromium
        .devtools(command, json!({ "source": script }))
        .await;
    page.open("&overlay=huge.geojson").await;
    page.wait_for(
        "nothing left",
        "return window.onTheWay && !document.querySelector('.overlay') && !document.querySelector('.layers')",
        json!([]),
    )
    .await;
    page.wait_for_rest().await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn what_does_not_come_or_may_not_be_opened_is_told() {
    let site = Site::start();
    site.replace(
        "broken.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea",
    );
    let page = open(site, "overlay=none.geojson&overlay=broken.geojson&overlay=http://192.0.2.1/a.geojson&overlay=javascript:alert(1)").await;
    page.wait_for(
        "three tellings",
        "return document.querySelectorAll('[data-layer]').length >= 2",
        json!([]),
    )
    .await;
    let said = page.words(".layers").await;
    for part in [
        "answered 404",
        "0 features, 1 left out",
        "http://192.0.2.1/a.geojson",
        "javascript:alert(1)",
        "does not begin with https",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(page.subject().await, "overview");
}
