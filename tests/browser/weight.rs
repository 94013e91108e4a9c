//! How much a first visit weighs, packed as a server would.

use std::collections::BTreeMap;
use std::io::Write;

use serde_json::json;

use super::alone::bring_hand;
use super::framed::Article;
use super::hand::in_hand;
use super::harness::visit;
use super::page::Page;
use super::site;
use super::tongues::reading;

/// What a server sends of a file when it packs it as well as it can.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    writer.write_all(bytes).unwrap();
    drop(writer);
    packed
}

/// What a file is on a first visit.
fn part(path: &str) -> &'static str {
    match path {
        path if path.is_empty() || path.ends_with(".html") => "document",
        "frame.js" => "shim",
        path if path.starts_with("clausemap-hand") => "hand",
        path if path.ends_with(".css") => "styles",
        path if path.ends_with(".js") => "scripts",
        path if path.ends_with(".wasm") => "program",
        path if path.ends_with(".webmanifest") => "manifest",
        path if path.ends_with(".geojson") => "geometry",
        path if path.starts_with("dossier/") => "dossier",
        _ => "other",
    }
}

/// What was asked for so far, and how much of each part that is, packed.
fn weigh(page: &Page) -> BTreeMap<&'static str, usize> {
    let mut weights: BTreeMap<&str, usize> = BTreeMap::new();
    for path in page.site.asked() {
        let name = if path.is_empty() { "index.html" } else { &path };
        let bytes = std::fs::read(site::folder().join(name)).unwrap();
        *weights.entry(part(&path)).or_default() += packed(&bytes).len();
    }
    weights
}

/// The document without what is read in it, packed.
fn document_without_sections() -> usize {
    let document = site::read("index.html");
    let (head, rest) = document.split_once("<div id=\"static\">").unwrap();
    let frame = head.to_owned() + rest.rsplit_once("</body>").unwrap().1;
    packed(frame.as_bytes()).len()
}

/// Until the reader does something the page is what was made beforehand. With the hand, which moves the map, all goals
/// are held; what the program weighs, which comes for the rest, is printed, and its parts are bounded.
#[tokio::test]
async fn a_first_visit_weighs_what_it_may() {
    let page = visit().await;
    page.load("").await;
    page.wait_for_state("waiting").await;
    page.wait_for_frames().await;
    let first = weigh(&page);
    let more = ["hand", "program", "dossier", "geometry"];
    assert!(
        !more.iter().any(|part| first.contains_key(part)),
        "{first:?}"
    );
    let before: usize = first.values().sum();
    eprintln!("before the reader acts {before}");
    assert!(before <= 118_000, "{first:?}");

    bring_hand(&page).await;
    page.click(".made-mat [data-key='+']").await;
    page.wait_for_frames().await;
    assert_goals(&page, "in the hand");
    // The program begins where the hand was.
    page.click(".made-mat [data-key='0']").await;

    page.wait_for_state("ready").await;
    page.wait_for_rest().await;
    let weights = weigh(&page);
    let of = |part| weights.get(part).copied().unwrap_or_default();
    let code = code_of(&weights);
    let all: usize = weights.values().sum();
    eprintln!("with the program: {weights:?}; all code {code}; all {all}");
    assert!(of("document") <= 90_000);
    assert!(of("geometry") <= 45_000);
    assert!(of("dossier") <= 60_000);
    assert!(of("manifest") <= 300);
    // The icon.
    assert!(of("other") <= 300, "{:?}", page.site.asked());
}

/// So it is in an article's frame.
#[tokio::test]
async fn a_first_visit_in_a_frame_weighs_what_it_may() {
    let article = in_hand(visit().await).await;
    let page = &article.page;
    page.click(".made-mat [data-key='+']").await;
    page.wait_for_frames().await;
    assert_goals(page, "in a frame, in the hand");
}

/// And so it is where the address names a place, where the reader's language is on another page, and for a place's own
/// page.
#[tokio::test]
async fn a_first_visit_to_a_place_or_in_another_language_weighs_what_it_may() {
    for (lang, address, framed, most) in [
        ("en", "#region=donetsk", false, 118_000),
        ("en", "?clause=p20-12", false, 118_000),
        ("en", "?region=donetsk&fit=1", true, 118_000),
        // What the page that is left had asked for may be asked for again.
        ("uk", "", false, 245_000),
        ("uk", "", true, 216_000),
        ("en", "r/donetsk.html", true, 76_000),
    ] {
        let page = reading(lang, visit().await).await;
        let page = if framed {
            let frame =
                format!("<iframe src='ORIGIN/{address}' title=Map width=680 height=560></iframe>");
            let article = Article::with(page, &frame).await;
            article.inside().await;
            article.leave()
        } else {
            let address = format!("{}/{address}", page.site.origin);
            page.chromium.driver.goto(&address).await.unwrap();
            page
        };
        let there = "const { lang, dataset } = document.documentElement; return dataset.app === 'waiting' && lang === arguments[0]";
        page.wait_for("the page", there, json!([lang])).await;
        page.wait_for_frames().await;
        let first = weigh(&page);
        assert!(!first.contains_key("hand"), "{address}: {first:?}");
        let before: usize = first.values().sum();
        assert!(before <= most, "{address}: {before}: {first:?}");
        bring_hand(&page).await;
        page.click(".made-mat [data-key='+']").await;
        page.wait_for_frames().await;
        assert_goals(&page, &format!("{lang}, {address}, framed {framed}"));
    }
}

/// All that runs, or says how something looks, packed.
fn code_of(weights: &BTreeMap<&str, usize>) -> usize {
    let code = ["shim", "styles", "scripts", "hand", "program"];
    let of = |part| weights.get(part).copied().unwrap_or_default();
    document_without_sections() + code.map(of).iter().sum::<usize>()
}

fn assert_goals(page: &Page, when: &str) {
    let weights = weigh(page);
    let of = |part| weights.get(part).copied().unwrap_or_default();
    let (code, all) = (code_of(&weights), weights.values().sum::<usize>());
    eprintln!("{when}: {weights:?}; all code {code}; all {all}");
    assert_eq!(of("program") + of("dossier") + of("geometry"), 0);
    assert!(of("shim") <= 4_096);
    assert!(of("styles") <= 24_000);
    assert!(of("hand") <= 45_000);
    assert!(code <= 150_000 && all <= 300_000);
}
