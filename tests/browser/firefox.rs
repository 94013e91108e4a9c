//! The page as one file in Debian's Firefox, from a disk, with nobody to ask: the walk through every view, by mouse and
//! by keyboard.

use serde_json::json;

use super::chromium::Chromium;
use super::harness::WIDE;
use super::packed::shipped;
use super::page::Page;
use super::site::Site;
use super::walk::{Hand, walk_once};

async fn walk(lang: &'static str, hand: Hand) {
    let page = Page {
        chromium: Chromium::firefox(WIDE.0, WIDE.1).await,
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
