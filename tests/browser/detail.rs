//! The page begins with the overviews, and brings in the full outlines when a reader comes close.

use serde_json::{Value, json};

use super::harness::{visit, visit_calmly, visit_on_phone, visit_site};
use super::page::Page;
use super::site::Site;

/// Which outlines the map shows: `overview` or `full`.
async fn shown(page: &Page) -> String {
    page.attributes(".canvas", "data-detail").await.remove(0)
}

async fn wait_for_full(page: &Page) {
    let full = "return document.querySelector('.canvas').dataset.detail === 'full'";
    page.wait_for("the full outlines", full, json!([])).await;
}

/// Goes closer, as a reader does by the button.
async fn come_close(page: &Page) {
    page.click(".over.zoom button").await;
    page.click(".over.zoom button").await;
}

/// The files of full outlines that the page has asked for.
fn asked(page: &Page) -> Vec<String> {
    let mut files = page.site.asked();
    files.retain(|file| file.contains("geo/detail/"));
    files.sort();
    files
}

const SPLIT: [&str; 4] = ["countries", "sites", "units", "water"];

fn each_once(files: &[String]) -> bool {
    let ends = |(file, layer): (&String, &&str)| file.ends_with(&format!("{layer}.geojson"));
    files.len() == SPLIT.len() && files.iter().zip(&SPLIT).all(ends)
}

#[tokio::test]
async fn the_country_is_seen_in_overview_on_a_desk_and_on_a_phone() {
    for page in [visit().await, visit_on_phone().await] {
        page.open("").await;
        page.wait_for_rest().await;
        assert_eq!(shown(&page).await, "overview");
        assert_eq!(asked(&page), [""; 0]);
        page.assert_quiet().await;
    }
}

#[tokio::test]
async fn coming_close_brings_the_full_outlines_once_and_moves_nothing() {
    let page = visit_calmly().await;
    page.open("#region=donetsk").await;
    come_close(&page).await;
    wait_for_full(&page).await;
    page.wait_for_rest().await;
    assert!(each_once(&asked(&page)), "{:?}", asked(&page));
    page.follow("#region=kherson", "region:kherson").await;
    page.wait_for_rest().await;
    page.follow("#", "overview").await;
    page.wait_for_rest().await;
    assert_eq!(shown(&page).await, "full");
    assert!(each_once(&asked(&page)), "{:?}", asked(&page));
    page.assert_quiet().await;
}

/// What must be the same before and after.
const STANCE: &str = r#"
const box = document.querySelector("[data-region='kharkiv']").getBoundingClientRect();
const picture = document.querySelector(".canvas > svg");
return {
  hash: location.hash,
  focus: document.activeElement?.closest("[data-region]")?.dataset.region ?? null,
  moved: picture.style.transform,
  edges: [box.left, box.top, box.right, box.bottom],
};
"#;

#[tokio::test]
async fn selection_focus_and_camera_outlast_the_change() {
    let site = Site::start();
    // They do not arrive at first, so that what is there without them can be looked at.
    for layer in SPLIT {
        site.remove(&format!("dossier/geo/detail/{layer}.geojson"));
    }
    let page = visit_site(site).await;
    page.prefer(&[super::harness::CALM]).await;
    let focus =
        "document.querySelector(\"a[data-region='kharkiv'], [data-region='kharkiv']\").focus()";
    let mut seen: Vec<Value> = Vec::new();
    for outlines in ["overview", "full"] {
        page.open("#region=kharkiv").await;
        come_close(&page).await;
        page.wait_for_rest().await;
        let _: Value = page.run(focus, json!([])).await;
        if outlines == "full" {
            wait_for_full(&page).await;
            page.wait_for_rest().await;
        }
        assert_eq!(shown(&page).await, outlines);
        seen.push(page.run(STANCE, json!([])).await);
        for layer in SPLIT {
            page.site
                .restore(&format!("dossier/geo/detail/{layer}.geojson"));
        }
    }
    for same in ["hash", "focus", "moved"] {
        assert_eq!(seen[0][same], seen[1][same], "{same}");
    }
    let edges = |at: usize| {
        seen[at]["edges"]
            .as_array()
            .unwrap()
            .iter()
            .map(Value::as_f64)
    };
    assert_eq!(edges(0).len(), 4);
    for (a, b) in edges(0).zip(edges(1)) {
        let (a, b) = (a.unwrap(), b.unwrap());
        assert!((a - b).abs() < 2.0, "{a} px became {b}");
    }
}

#[tokio::test]
async fn full_outlines_that_do_not_arrive_are_told_and_the_overview_stays() {
    let site = Site::start();
    site.remove("dossier/geo/detail/water.geojson");
    let page = visit_site(site).await;
    page.open("#region=donetsk").await;
    come_close(&page).await;
    let told = "return document.querySelector('.notice')?.textContent.includes('geo/detail/water.geojson') ?? false";
    page.wait_for("the notice", told, json!([])).await;
    page.wait_for_rest().await;
    assert_eq!(shown(&page).await, "overview");
    assert_eq!(page.words("[data-pane] h1").await, "Donetsk oblast");
    assert!(page.count("[data-region='donetsk']").await > 0);
}

#[tokio::test]
#[ignore = "prints how long the page stalls while the full outlines come in, at a quarter of the speed"]
async fn how_long_the_change_stalls_the_page() {
    let page = visit_calmly().await;
    for _ in 0..5 {
        page.chromium
            .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))
            .await;
        page.open("").await;
        page.wait_for_rest().await;
        let watch = "window.tasks = []; new PerformanceObserver((list) => { for (const one of list.getEntries()) \
            window.tasks.push(Math.round(one.duration)); }).observe({ type: 'longtask' })";
        let _: Value = page.run(watch, json!([])).await;
        page.chromium
            .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
            .await;
        come_close(&page).await;
        wait_for_full(&page).await;
        page.wait_for_rest().await;
        let tasks: Value = page.run("return window.tasks", json!([])).await;
        println!("tasks over 50 ms: {tasks}");
        let marks: Value = page.run("return performance.getEntriesByType('measure').map((m) => [m.name, Math.round(m.duration)])", json!([])).await;
        println!("{marks}");
    }
}
