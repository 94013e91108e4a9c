//! The page as one file, packed by the command: opened from a disk, with nobody to ask, in a sandbox, from a server.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::chromium::Chromium;
use super::harness::{CALM, WIDE};
use super::page::Page;
use super::site::{self, Site};
use super::stand::Framed;
use super::takeaway::open_panel;
use super::walk::{Hand, NARROW, walk_through};

/// Packs the built page with a dossier; the file.
pub fn pack(name: &str, dossier: Option<&Path>) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("packed")
        .join(name);
    let _ = std::fs::remove_dir_all(&out);
    let mut command = Command::new(env!("CARGO_BIN_EXE_clausemap"));
    command
        .args(["pack", "--name", "test", "--page"])
        .arg(site::folder());
    command.arg("--out").arg(&out);
    if let Some(dossier) = dossier {
        command.arg("--dossier").arg(dossier);
    }
    let said = command.output().unwrap();
    assert!(said.status.success(), "{said:?}");
    let entries = std::fs::read_dir(&out).unwrap();
    let mut files = entries.map(|entry| entry.unwrap().path());
    files
        .find(|file| file.extension().is_some_and(|kind| kind == "html"))
        .unwrap()
}

/// The shipped dossier, packed.
pub fn shipped() -> &'static Path {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    FILE.get_or_init(|| pack("shipped", None))
}

/// A browser for a file on the disk, which may ask nobody for anything.
pub async fn visit(file: &Path, (width, height): (u32, u32)) -> Page {
    let chromium = Chromium::start(WIDE.0, WIDE.1).await;
    let page = Page {
        chromium,
        site: Site::on_disk(file),
    };
    page.prefer(&[CALM]).await;
    page.resize(width, height, width < 600).await;
    let none =
        json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    page.chromium.devtools("Network.enable", json!({})).await;
    page.chromium
        .devtools("Network.emulateNetworkConditions", none)
        .await;
    page
}

/// Fails if anything was asked for but the file, and what the page made itself.
async fn assert_alone(page: &Page) {
    let own = page.site.address();
    let requested = page.requested().await;
    assert!(
        requested.iter().any(|url| url.starts_with(&own)),
        "{requested:#?}"
    );
    let is_own = |url: &&String| {
        ["data:", "blob:", "about:", &own]
            .iter()
            .any(|one| url.starts_with(one))
    };
    let others: Vec<_> = requested.iter().filter(|url| !is_own(url)).collect();
    assert!(others.is_empty(), "asked elsewhere: {others:#?}");
    assert!(page.site.asked().is_empty());
}

#[tokio::test]
async fn the_whole_walk_from_a_disk_by_mouse() {
    let page = visit(shipped(), WIDE).await;
    let page = walk_through(page, "en", Hand::Mouse).await;
    assert_alone(&page).await;
}

#[tokio::test]
async fn the_whole_walk_from_a_disk_by_keyboard_in_ukrainian_on_a_phone() {
    let page = visit(shipped(), NARROW).await;
    let page = walk_through(page, "uk", Hand::Keys).await;
    assert_alone(&page).await;
}

#[tokio::test]
async fn a_link_from_elsewhere_opens_the_place_and_the_foot_says_what_it_is() {
    let page = visit(shipped(), WIDE).await;
    page.open("#region=crimea").await;
    page.wait_for_subject("region:crimea").await;
    let text = std::fs::read_to_string(shipped()).unwrap();
    let hash = page.words("#packed code").await;
    assert_eq!(hash.len(), 64);
    assert!(text.contains(&hash));
    let seen = "const foot = document.querySelector('#packed'); const box = foot.getBoundingClientRect(); \
        const inside = document.querySelector('#app').getBoundingClientRect(); \
        return foot.checkVisibility() && box.bottom <= innerHeight + 1 && inside.bottom <= box.top + 1 \
            && foot.innerText.includes(arguments[0])";
    page.wait_for("the foot under the page", seen, json!(["As of"]))
        .await;
    // What is shared of it does not say where it lies on this disk.
    open_panel(&page).await;
    let shared: String = page
        .run(
            "return document.querySelector('#share-link').value",
            json!([]),
        )
        .await;
    let name = shipped().file_name().unwrap().to_str().unwrap();
    assert!(
        shared.starts_with(name) && shared.contains("region=crimea"),
        "{shared}"
    );
    assert_eq!(page.count(".codes").await, 0);
    page.open_in("uk", "#region=crimea").await;
    page.wait_for("the foot in Ukrainian", seen, json!(["Станом на"]))
        .await;
    page.assert_quiet().await;
    assert_alone(&page).await;
}

/// Where the browser cannot unpack the program, the page that was made beforehand stays, and says why.
#[tokio::test]
async fn a_browser_that_cannot_unpack_it_reads_the_page_without_the_program() {
    let page = visit(shipped(), WIDE).await;
    let without = json!({ "source": "delete window.DecompressionStream" });
    page.chromium
        .devtools("Page.addScriptToEvaluateOnNewDocument", without)
        .await;
    page.load("#region=donetsk").await;
    page.wait_for_state("failed").await;
    assert!(page.words(".fault").await.contains("needs a newer browser"));
    let read = "return document.getElementById('region=donetsk').checkVisibility()";
    page.wait_for("the static page", read, json!([])).await;
}

/// Pasted into an article as it is, with no right but that to run scripts.
#[tokio::test]
async fn in_a_sandboxed_copy() {
    let site = Site::start();
    for file in ["srcdoc.html", "host.js"] {
        let of_hosts = format!("{}/tests/hosts/{file}", env!("CARGO_MANIFEST_DIR"));
        site.replace(file, std::fs::read(of_hosts).unwrap());
    }
    site.replace("packed.html", std::fs::read(shipped()).unwrap());
    let stand = Framed::new(site).await;
    let host = format!(
        "{}/srcdoc.html?sandbox=allow-scripts&frame=packed.html",
        stand.page.site.origin
    );
    stand.page.chromium.driver.goto(&host).await.unwrap();
    stand.enter().await;
    stand.page.wait_for_state("ready").await;
    stand.page.follow("#region=donetsk", "region:donetsk").await;
    let here: String = stand.page.run("return location.href", json!([])).await;
    assert!(here.starts_with("about:srcdoc#"), "{here}");
    let errors = stand.errors().await;
    assert!(errors.is_empty(), "{errors:#?}");
    let asked = stand.page.site.asked();
    assert!(
        asked.iter().all(
            |path| ["srcdoc.html", "host.js", "packed.html", "favicon.ico"].contains(&&**path)
        ),
        "{asked:?}"
    );
}

/// From a server, with a large layer over it: the worker that draws it has its program from the file as well.
#[tokio::test]
async fn a_large_layer_over_a_packed_page() {
    let site = Site::start();
    site.replace("packed.html", std::fs::read(shipped()).unwrap());
    site.replace("line.geojson", line());
    let chromium = Chromium::start(WIDE.0, WIDE.1).await;
    let page = Page { chromium, site };
    let address = format!("{}/packed.html?overlay=line.geojson", page.site.origin);
    page.chromium.driver.goto(&address).await.unwrap();
    page.wait_for_state("ready").await;
    let drawn = "return document.querySelector('.overlay canvas')?.width > 100";
    page.wait_for("the layer as pixels", drawn, json!([])).await;
    let asked = page.site.asked();
    assert!(
        !asked.iter().any(|path| path.contains("overlay-worker")),
        "{asked:?}"
    );
    page.assert_quiet().await;
}

/// More positions than a document should hold.
fn line() -> String {
    let positions = (0..40_000).map(|n| {
        let along = f64::from(n) / 4000.0;
        json!([27.0 + along, 48.0 + (along * 7.0).sin()])
    });
    let positions: Vec<Value> = positions.collect();
    let line = json!({ "type": "LineString", "coordinates": positions });
    json!({ "type": "FeatureCollection", "features": [
        { "type": "Feature", "properties": { "name": "A long line" }, "geometry": line }
    ] })
    .to_string()
}
