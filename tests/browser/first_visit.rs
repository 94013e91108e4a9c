//! How long a first visit takes on a slow line and a slow processor. A measurement, not a test: see
//! docs/MEASURED.md.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::framed::Article;
use super::harness::visit_site;
use super::page::Page;
use super::site::{self, Site};
use super::weight::packed;

/// "Slow 4G": 1.6 Mbit/s down, 750 kbit/s up, 150 ms to and fro.
fn slow_line() -> Value {
    json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 })
}

/// Notes when the map is in a paint, when a tap on it is answered, and when it can be moved.
const NOTE: &str = r##"
window.noted = {};
new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName("first-contentful-paint")) {
    window.noted.paint = entry.startTime;
    window.noted.map = !!document.querySelector("#static .map .labels");
  }
}).observe({ type: "paint", buffered: true });
// The first frame after the tap in which its section is in sight.
addEventListener("pointerdown", () => {
  window.noted.tapped ??= performance.now();
  const look = () => {
    const top = document.getElementById("region=donetsk")?.getBoundingClientRect().top ?? -1;
    if (top >= 0 && top < innerHeight) setTimeout(() => { window.noted.section ??= performance.now(); });
    else requestAnimationFrame(look);
  };
  look();
}, true);
new MutationObserver(() => {
  if (document.documentElement.dataset.hand) window.noted.hand ??= performance.now();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-hand"] });
"##;

/// What one visit gave, in ms.
#[derive(Debug)]
struct Visit {
    paint: f64,
    tapped: f64,
    section: f64,
    hand: f64,
}

#[tokio::test]
#[ignore = "a measurement, to be taken on a quiet machine"]
async fn a_first_visit_on_a_slow_line() {
    let folder = pack(&site::folder());
    let mut visits = Vec::new();
    for _ in 0..5 {
        // A browser of its own: nothing is in its cache.
        let page = visit_site(Site::of_packed(&folder)).await;
        slowed(&page, NOTE).await;
        visits.push(measure(&page).await);
    }
    for visit in &visits {
        eprintln!("{visit:.0?}");
    }
    let median = |of: fn(&Visit) -> f64| median(visits.iter().map(of));
    eprintln!(
        "medians: first paint with the map {:.0} ms; a tap on Donetsk at {:.0} ms answered by its section at {:.0} ms; \
         the map moves at {:.0} ms",
        median(|one| one.paint),
        median(|one| one.tapped),
        median(|one| one.section),
        median(|one| one.hand),
    );
    std::fs::remove_dir_all(folder).unwrap();
}

/// How long a reader of an article waits for the hand (`clausemap::hand`), and for the program behind it.
#[tokio::test]
#[ignore = "a measurement, to be taken on a quiet machine"]
async fn a_hand_in_a_frame_on_a_slow_line() {
    let folder = pack(&site::folder());
    let (mut hands, mut programs) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let page = visit_site(Site::of_packed(&folder)).await;
        slowed(&page, "").await;
        let frame = "<iframe src='ORIGIN/' title=Map width=100% height=560></iframe>";
        let article = Article::with(page, frame).await;
        article.inside().await;
        let page = &article.page;
        page.wait_for_state("waiting").await;
        page.wait_for_frames().await;
        let wait = "const [act, name, value] = arguments, root = document.documentElement, from = performance.now(); \
            dispatchEvent(new Event(act)); \
            return new Promise((go) => new MutationObserver(() => root.dataset[name] === value && go(performance.now() - from))\
                .observe(root, { attributes: true }))";
        let hand: f64 = page.run(wait, json!(["pointermove", "hand", "1"])).await;
        let more = json!(["clausemap-more", "app", "ready"]);
        let program: f64 = page.run(wait, more).await;
        eprintln!("hand {hand:.0} ms; program {program:.0} ms");
        hands.push(hand);
        programs.push(program);
    }
    eprintln!(
        "medians: the hand {:.0} ms after the first act, the program {:.0} ms after it was asked for",
        median(hands.into_iter()),
        median(programs.into_iter())
    );
    std::fs::remove_dir_all(folder).unwrap();
}

/// A phone of 390 by 844 with a slow line and a processor at a quarter of its speed; a script runs before those of
/// the page.
pub async fn slowed(page: &Page, script: &str) {
    page.resize(390, 844, true).await;
    let chromium = &page.chromium;
    let command = "Page.addScriptToEvaluateOnNewDocument";
    chromium
        .devtools(command, json!({ "source": script }))
        .await;
    chromium.devtools("Network.enable", json!({})).await;
    chromium
        .devtools("Network.emulateNetworkConditions", slow_line())
        .await;
    chromium
        .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
        .await;
}

/// The one in the middle.
pub fn median(all: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = all.collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

async fn measure(page: &Page) -> Visit {
    page.load("").await;
    page.wait_for_state("waiting").await;
    let noted = "return window.noted.paint !== undefined";
    page.wait_for("the first paint", noted, json!([])).await;
    let paint: f64 = page.run("return window.noted.paint", json!([])).await;
    let with_map: bool = page.run("return window.noted.map", json!([])).await;
    assert!(with_map, "the first paint is without the map");
    // Before there is a program, the place is a link to its section.
    let spot = "const box = document.querySelector('.made-small [data-region=donetsk]').getBoundingClientRect(); \
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
    let (x, y): (i64, i64) = page.run(spot, json!([])).await;
    page.tap_at(x, y).await;
    let noted = "return window.noted.section !== undefined && window.noted.hand !== undefined";
    page.wait_for("its section and the hand", noted, json!([]))
        .await;
    let script = "return [window.noted.tapped, window.noted.section, window.noted.hand]";
    let (tapped, section, hand): (f64, f64, f64) = page.run(script, json!([])).await;
    Visit {
        paint,
        tapped,
        section,
        hand,
    }
}

/// The built page in a folder of its own, each file that a first visit may ask for with a packed one beside it.
fn pack(from: &Path) -> PathBuf {
    let to = std::env::temp_dir().join(format!("clausemap-packed-{}", std::process::id()));
    site::copy(from, &to);
    pack_all(&to);
    to
}

/// Puts a packed file beside each that a first visit may ask for.
pub fn pack_all(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let is_asked = ["js", "mjs", "css", "wasm", "json", "geojson"]
            .contains(&name.rsplit('.').next().unwrap_or_default())
            || name == "index.html";
        if path.is_dir() {
            if name != "posters" {
                pack_all(&path);
            }
        } else if is_asked {
            let bytes = std::fs::read(&path).unwrap();
            std::fs::write(path.with_file_name(name + ".br"), packed(&bytes)).unwrap();
        }
    }
}
