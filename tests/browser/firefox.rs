//! The page as one file in Debian's Firefox, from a disk, with nobody to ask: the walk through every view, by mouse and
//! by keyboard. And the page in frames that take away what it is used to have: what they refuse is refused in the browser's
//! own words.

use serde_json::json;

use super::chromium::Chromium;
use super::harness::WIDE;
use super::packed::shipped;
use super::page::Page;
use super::sandbox::{POLICY, SANDBOXED};
use super::sandbox_layers::{By, PLAIN, WHOLE_WORD, answering, drawn};
use super::site::Site;
use super::stand::Framed;
use super::walk::{Hand, walk_once};

async fn walk(lang: &'static str, hand: Hand) {
    let page = Page {
        chromium: Chromium::firefox(WIDE.0, WIDE.1, "").await,
        site: Site::on_disk(shipped()),
    };
    let name: String = page.run("return navigator.userAgent", json!([])).await;
    assert!(name.contains("Firefox/"), "{name}");
    let page = walk_once(page, lang, hand).await;
    let asked: Vec<String> = page
        .run(
            "return performance.getEntriesByType('resource').map((one) => one.name)",
            json!([]),
        )
        .await;
    let is_own = |url: &&String| url.starts_with("data:") || url.starts_with("blob:");
    let elsewhere: Vec<_> = asked.iter().filter(|url| !is_own(url)).collect();
    assert!(elsewhere.is_empty(), "asked elsewhere: {elsewhere:#?}");
    assert!(page.site.asked().is_empty());
}

#[tokio::test]
async fn a_packed_page_by_mouse() {
    walk("en", Hand::Mouse).await;
}

#[tokio::test]
async fn a_packed_page_by_keyboard_in_ukrainian() {
    walk("uk", Hand::Keys).await;
}

/// Opens the page in a frame with a large layer by its address, and goes to a region in it.
async fn framed(policy: &str, host: &str, by: By) {
    let stand = Framed::in_firefox(answering(Some(policy))).await;
    stand.open(host, "?overlay=large.geojson").await;
    stand.page.wait_for_state("ready").await;
    stand.page.follow("#region=donetsk", "region:donetsk").await;
    drawn(&stand.page, 1, by).await;
}

#[tokio::test]
async fn in_a_frame_and_in_a_sandbox_under_the_strict_policy() {
    framed(POLICY, PLAIN, By::Worker).await;
    framed(POLICY, SANDBOXED, By::Worker).await;
}

#[tokio::test]
async fn in_a_frame_that_forbids_workers() {
    let policy = POLICY.replace(WHOLE_WORD, "worker-src 'none'; ");
    framed(&policy, PLAIN, By::Page).await;
    framed(&policy, SANDBOXED, By::Page).await;
}

/// The page stays that was made beforehand, and one line says why.
async fn says(site: Site, host: &str, why: &str, words: &str) {
    let stand = Framed::in_firefox(site).await;
    stand.open(host, "").await;
    let page = &stand.page;
    page.wait_for_state("failed").await;
    assert_eq!(page.attributes("html", "data-fault").await, [why]);
    let told = page.words(".fault").await;
    assert!(told.contains(words), "{told}");
    assert!(page.count("[id='region=donetsk']").await > 0);
}

#[tokio::test]
async fn what_a_frame_refuses_is_told() {
    let policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    for host in [PLAIN, SANDBOXED] {
        says(
            answering(Some(&policy)),
            host,
            "policy",
            "wasm-unsafe-eval is missing",
        )
        .await;
    }
    says(Site::start(), SANDBOXED, "blocked", "sends no CORS header").await;
}
