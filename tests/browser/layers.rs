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
    let square = |n: usize| {
        let (x, y) = (24.0 + (n % 40) as f64 * 0.35, 45.0 + (n / 40) as f64 * 0.28);
        let side = |from: (f64, f64), to: (f64, f64)| -> Vec<String> {
            let at = |k: usize| {
                let t = k as f64 / 25.0;
                format!(
                    "[{:.6},{:.6}]",
                    from.0 + (to.0 - from.0) * t,
                    from.1 + (to.1 - from.1) * t
                )
            };
            (0..25).map(at).collect()
        };
        let corners = [(x, y), (x + 0.35, y), (x + 0.35, y + 0.28), (x, y + 0.28)];
        let mut ring: Vec<String> = (0..4)
            .flat_map(|k| side(corners[k], corners[(k + 1) % 4]))
            .collect();
        ring.push(ring[0].clone());
        format!(
            "{{\"type\":\"Feature\",\"id\":{n},\"properties\":{{\"name\":\"Square {n}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}}}",
            ring.join(",")
        )
    };
    let features: Vec<String> = (0..800).map(square).collect();
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
