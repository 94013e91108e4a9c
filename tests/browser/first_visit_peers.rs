//! How long a first visit takes where the same map is drawn by another library: the country's regions, as our own page
//! ships them, without names, key, texts or neighbours. A measurement, not a test: `make bench-pages` builds the pages.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::first_visit::{median, pack_all, slowed};
use super::harness::visit_site;
use super::page::Page;
use super::site::{self, Site};

/// The libraries, as `bench/` builds their pages.
const PEERS: [&str; 4] = ["d3-svg", "leaflet-svg", "openlayers", "maplibre"];

/// The worker that the page of one library asks for, under `bench/`.
const WORKER: &str = "node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs";

/// The page: everything is asked for as early as a page can.
const PAGE: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>A map</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="PEER.css"><link rel="preload" href="land.geojson" as="fetch" crossorigin="anonymous">
<script type="module" src="PEER.js"></script>
<style>html, body, #map { margin: 0; height: 100%; overflow: hidden; background: #dde6ee; }</style><div id="map"></div>"#;

/// Notes when the map is drawn, and when a place has been found under a finger.
const NOTE: &str = "window.noted = {}; \
    const drawn = () => window.mapBench?.ready ? mapBench.ready.then(() => requestAnimationFrame(() => setTimeout(() => { \
        noted.drawn = performance.now(); }))) : setTimeout(drawn, 5); drawn(); \
    addEventListener('bench:hit', (event) => { if (event.detail.id === 14) noted.answered ??= performance.now(); });";

/// Donetsk, as a point well inside it, in degrees; its number among the features is 14 (UA-14).
const DONETSK: [f64; 2] = [37.8, 48.0];

#[tokio::test]
#[ignore = "a measurement, to be taken on a quiet machine"]
async fn a_first_visit_of_other_libraries() {
    for peer in PEERS {
        let folder = lay_out(peer);
        let mut visits = Vec::new();
        for _ in 0..5 {
            let page = visit_site(Site::of_packed(&folder)).await;
            slowed(&page, NOTE).await;
            visits.push(measure(&page).await);
        }
        eprintln!(
            "{peer}: the map drawn {:.0} ms; a tap on Donetsk answered {:.0} ms",
            median(visits.iter().map(|(drawn, _)| *drawn)),
            median(visits.iter().map(|(_, answered)| *answered)),
        );
        std::fs::remove_dir_all(folder).unwrap();
    }
}

async fn measure(page: &Page) -> (f64, f64) {
    // West, south, east, north: the country.
    let address = format!(
        "{}?data=land.geojson&view=22,44.3,40.3,52.4",
        page.site.address()
    );
    page.chromium.driver.goto(&address).await.unwrap();
    page.wait_for("the map", "return noted.drawn !== undefined", json!([]))
        .await;
    let spot: [f64; 2] = page
        .run("return mapBench.project(...arguments[0])", json!([DONETSK]))
        .await;
    page.tap_at(spot[0].round() as i64, spot[1].round() as i64)
        .await;
    page.wait_for(
        "an answer",
        "return noted.answered !== undefined",
        json!([]),
    )
    .await;
    page.run("return [noted.drawn, noted.answered]", json!([]))
        .await
}

/// A folder with the page of a library, packed.
fn lay_out(peer: &str) -> PathBuf {
    let to = std::env::temp_dir().join(format!("clausemap-peer-{}", std::process::id()));
    std::fs::create_dir_all(to.join(WORKER).parent().unwrap()).unwrap();
    let bench = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench");
    for kind in ["js", "css"] {
        let built = bench.join("built").join(format!("{peer}.{kind}"));
        let bytes = std::fs::read(&built);
        let is_missing = bytes.is_err() && kind == "js";
        assert!(
            !is_missing,
            "{} is not there: make bench-pages",
            built.display()
        );
        std::fs::write(to.join(format!("{peer}.{kind}")), bytes.unwrap_or_default()).unwrap();
    }
    std::fs::copy(bench.join(WORKER), to.join(WORKER)).unwrap();
    std::fs::write(to.join("land.geojson"), land()).unwrap();
    std::fs::write(to.join("index.html"), PAGE.replace("PEER", peer)).unwrap();
    pack_all(&to);
    to
}

/// The country's regions as our first view has them, with numbers, since some libraries know no other ids.
fn land() -> String {
    let mut units: Value = serde_json::from_str(&site::read("dossier/geo/units.geojson")).unwrap();
    for unit in units["features"].as_array_mut().unwrap() {
        let number: u32 = unit["id"]
            .as_str()
            .unwrap()
            .trim_start_matches("UA-")
            .parse()
            .unwrap();
        unit["id"] = json!(number);
        unit["properties"] = json!({ "v": number % 5 });
    }
    units.to_string()
}
