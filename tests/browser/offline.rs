//! The page kept by the browser: without a network after one visit, over to a newer build and back without ever
//! mixing two, and out again.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::harness::{CALM, visit_site};
use super::page::Page;
use super::site::{self, Site};
use super::walk::{Hand, walk_through};

/// A browser and a site that is as safe as one by https, under a path, which lets the browser ask again.
async fn visit(under: &str) -> Page {
    let page =
        visit_site(Site::of(site::folder(), under, &[("cache-control", "no-cache")]).made_safe())
            .await;
    page.prefer(&[CALM]).await;
    page
}

impl Page {
    /// Waits until the browser has kept all of the build.
    async fn wait_for_keeping(&self) {
        let kept = "return navigator.serviceWorker.getRegistration().then((one) => one?.active?.state === 'activated')";
        self.wait_for("the page to be kept", kept, json!([])).await;
    }

    /// Lets the browser look whether there is a newer build; false when that cannot be kept.
    async fn look_for_newer(&self) -> bool {
        let look = "return navigator.serviceWorker.getRegistration().then((one) => one.update()) \
            .then((one) => { const next = one.installing; if (!next) return !!one.waiting; \
                return new Promise((tell) => next.addEventListener('statechange', () => tell(next.state === 'installed'))); }) \
            .catch(() => false)";
        self.run(look, json!([])).await
    }

    /// Which build the page's script is of, and which the dossier.
    async fn builds(&self) -> [String; 2] {
        let builds = "return [window.build ?? 'A', document.querySelector('.bar .dossier').textContent.includes('Second') ? 'B' : 'A']";
        self.run(builds, json!([])).await
    }

    /// The caches that the browser has of this site.
    async fn caches(&self) -> Vec<String> {
        self.run("return caches.keys()", json!([])).await
    }
}

/// The page shows one build in all its parts.
async fn assert_all_of(page: &Page, build: &str) {
    page.wait_for_state("ready").await;
    assert_eq!(page.builds().await, [build, build]);
}

/// Another build: another dossier and another script. The folder that it is in.
fn second(name: &str) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("offline")
        .join(name);
    let _ = std::fs::remove_dir_all(&out);
    site::copy(&site::folder(), &out);
    let change = |file: &str, change: &dyn Fn(String) -> String| {
        let path = out.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(path, change(text)).unwrap();
    };
    change("dossier/dossier.json", &|text| {
        let mut manifest: Value = serde_json::from_str(&text).unwrap();
        manifest["title"]["en"] = json!("Second edition");
        manifest.to_string()
    });
    change("boot.js", &|text| format!("window.build = 'B';\n{text}"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_clausemap"));
    let said = command.arg("offline").arg(&out).output().unwrap();
    assert!(said.status.success(), "{said:?}");
    out
}

/// What differs between the builds.
const CHANGED: [&str; 4] = [
    "dossier/dossier.json",
    "boot.js",
    "clausemap.webmanifest",
    "sw.js",
];

/// Serves these files of another build.
fn deploy(site: &Site, folder: &Path, files: &[&str]) {
    for file in files {
        site.replace(file, std::fs::read(folder.join(file)).unwrap());
    }
}

#[tokio::test]
async fn the_whole_walk_from_a_folder_deep_in_a_site() {
    let page = visit("/a/b").await;
    walk_through(page, "en", Hand::Mouse).await;
}

#[tokio::test]
async fn the_whole_walk_without_a_network_after_one_visit() {
    let page = visit("/a/b").await;
    page.open("").await;
    page.wait_for_keeping().await;
    page.site.stop();
    let page = walk_through(page, "ru", Hand::Keys).await;
    let controlled = "return !!navigator.serviceWorker.controller";
    page.wait_for("an answer without a network", controlled, json!([]))
        .await;
}

#[tokio::test]
async fn a_newer_build_waits_until_it_is_taken_and_no_page_has_parts_of_both() {
    let second = second("update");
    let page = visit("").await;
    page.open("").await;
    page.wait_for_keeping().await;
    page.open("#region=donetsk").await;
    assert_all_of(&page, "A").await;

    deploy(&page.site, &second, &CHANGED);
    assert!(page.look_for_newer().await);
    page.wait_for(
        "the line",
        "return !!document.querySelector('.newer')",
        json!([]),
    )
    .await;
    // Who reads on, and opens the page anew, has all of the build that they had.
    page.open("#region=donetsk").await;
    assert_all_of(&page, "A").await;
    page.wait_for(
        "the line",
        "return !!document.querySelector('.newer')",
        json!([]),
    )
    .await;
    assert!(page.words(".newer").await.contains("newer edition"));
    page.click(".newer button").await;
    page.wait_for("the newer build", "return window.build === 'B'", json!([]))
        .await;
    assert_all_of(&page, "B").await;
    page.wait_for_subject("region:donetsk").await;
    page.until_one_cache().await;
    // And all of it without a network.
    page.site.stop();
    page.open("#region=crimea").await;
    assert_all_of(&page, "B").await;
}

impl Page {
    /// Waits until only one build is kept.
    async fn until_one_cache(&self) {
        let one = "return caches.keys().then((all) => all.length === 1)";
        self.wait_for("what is old to go", one, json!([])).await;
    }
}

#[tokio::test]
async fn a_build_that_is_not_whole_is_not_kept_and_one_before_can_be_gone_back_to() {
    let second = second("rollback");
    let page = visit("").await;
    page.open("").await;
    page.wait_for_keeping().await;
    page.open("").await;
    let first = page.caches().await;

    // Its list is there, its dossier is not yet.
    deploy(&page.site, &second, &["sw.js"]);
    assert!(!page.look_for_newer().await);
    page.open("").await;
    assert_all_of(&page, "A").await;
    page.until_one_cache().await;
    assert_eq!(page.caches().await, first);

    deploy(&page.site, &second, &CHANGED);
    assert!(page.look_for_newer().await);
    page.click(".newer button").await;
    page.wait_for("the newer build", "return window.build === 'B'", json!([]))
        .await;
    assert_all_of(&page, "B").await;

    // The build before is uploaded again.
    for file in CHANGED {
        page.site.restore(file);
    }
    assert!(page.look_for_newer().await);
    page.click(".newer button").await;
    page.wait_for("the build before", "return !window.build", json!([]))
        .await;
    assert_all_of(&page, "A").await;
    page.until_one_cache().await;
    assert_eq!(page.caches().await, first);
}

#[tokio::test]
async fn the_page_can_be_taken_out_of_its_readers_browsers() {
    let page = visit("").await;
    page.open("").await;
    page.wait_for_keeping().await;
    page.open("").await;
    let kill = format!("{}/docs/hosting/sw-kill.js", env!("CARGO_MANIFEST_DIR"));
    page.site.replace("sw.js", std::fs::read(kill).unwrap());
    // The page may be loaded anew before it can say what it has found.
    let look =
        "navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => {})";
    page.run::<Value>(look, json!([])).await;
    let gone = "return Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]) \
        .then(([kept, keepers]) => !kept.length && !keepers.length && !navigator.serviceWorker.controller)";
    page.wait_for("nothing to be kept", gone, json!([])).await;
    page.site.edit(
        "dossier/dossier.json",
        "US-brokered peace plan",
        "From the server: the plan",
    );
    page.open("").await;
    assert!(
        page.words(".bar .dossier")
            .await
            .contains("From the server")
    );
}

#[tokio::test]
async fn nothing_is_kept_of_a_page_in_a_frame() {
    let page = visit("").await;
    page.site.replace(
        "host.html",
        "<!doctype html><title>host</title><iframe src='./' width=800 height=600></iframe>",
    );
    let address = format!("{}/host.html", page.site.origin);
    page.chromium.driver.goto(&address).await.unwrap();
    let ready = "const frame = document.querySelector('iframe').contentWindow; \
        const state = frame.document.documentElement?.dataset.app; \
        if (state === 'waiting') frame.dispatchEvent(new Event('clausemap-more')); return state === 'ready'";
    page.wait_for("the page in its frame", ready, json!([]))
        .await;
    // Whoever is at the top has asked for it by the time that its map rests.
    let rests = "return document.querySelector('iframe').contentDocument.querySelector('.canvas')?.hasAttribute('data-still') ?? false";
    page.wait_for("its map to rest", rests, json!([])).await;
    let kept: Value = page
        .run("return Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then((all) => all.flat().length)", json!([]))
        .await;
    assert_eq!(kept, 0);
    let asked = page.site.asked();
    assert!(
        asked.iter().any(|path| path.ends_with(".wasm")),
        "{asked:?}"
    );
    assert!(
        !asked
            .iter()
            .any(|path| path == "offline.js" || path == "sw.js"),
        "{asked:?}"
    );
}
