//! A large layer in frames that take away what a page is used to have: a worker reads it wherever the browser lets
//! one start, the same program in the page's own thread where it does not, and where that may not start either the reader
//! is told.

use serde_json::{Value, json};

use super::layers::squares;
use super::packed;
use super::page::Page;
use super::sandbox::{POLICY, SANDBOXED, says};
use super::site::Site;
use super::stand::{CORS, Framed};

pub const PLAIN: &str = "plain.html";
pub const WHOLE_WORD: &str = "worker-src 'self' blob:; ";

/// Who is to read the layer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum By {
    Worker,
    Page,
}

/// A layer of more bytes than a page reads by itself.
fn large() -> String {
    squares(800, 25)
}

pub fn answering(policy: Option<&str>) -> Site {
    let policy = policy.map(|policy| ("content-security-policy", policy));
    let headers: Vec<_> = [CORS].into_iter().chain(policy).collect();
    let site = Site::answering(&headers);
    site.replace("large.geojson", large());
    site
}

/// Opens the page in a frame with a large layer by its address.
async fn opened(policy: Option<&str>, host: &str) -> Framed {
    let stand = Framed::new(answering(policy)).await;
    stand.open(host, "?overlay=large.geojson").await;
    stand.page.wait_for_state("ready").await;
    stand
}

/// Drops a file on the page.
async fn drop_text(page: &Page, text: &str) {
    let dropped = "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'mine.geojson')); \
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
    let _: Value = page.run(dropped, json!([text])).await;
}

/// Waits until so many layers have been read and drawn, and looks by whom.
pub async fn drawn(page: &Page, layers: usize, by: By) {
    let drawn = "return document.querySelectorAll('[data-layer=read]').length === arguments[0] \
        && [...document.querySelectorAll('.overlay canvas')].filter((one) => one.width > 100).length >= arguments[0] \
        && document.querySelector('.canvas').hasAttribute('data-still')";
    page.wait_for("the layer as pixels", drawn, json!([layers]))
        .await;
    assert!(page.words(".layers").await.contains("800 features"));
    let alone = "return 'clausemapServe' in window";
    let in_page: bool = page.run(alone, json!([])).await;
    assert_eq!(in_page, by == By::Page);
}

/// Nothing went wrong unheard. That the browser was not let start a worker it says by itself.
async fn assert_quiet(stand: &Framed) {
    let errors = stand.errors().await;
    let is_refusal = |error: &&String| {
        error.contains("Content Security Policy")
            && error.contains("worker")
            && !error.contains("Uncaught")
    };
    let others: Vec<_> = errors.iter().filter(|error| !is_refusal(error)).collect();
    assert!(others.is_empty(), "{others:#?}");
}

/// By the address and by a drop.
async fn comes(policy: Option<&str>, host: &str, by: By) {
    let stand = opened(policy, host).await;
    drawn(&stand.page, 1, by).await;
    drop_text(&stand.page, &large()).await;
    drawn(&stand.page, 2, by).await;
    assert_quiet(&stand).await;
}

#[tokio::test]
async fn a_worker_reads_it_in_a_frame_of_another_origin() {
    comes(None, PLAIN, By::Worker).await;
    comes(Some(POLICY), PLAIN, By::Worker).await;
}

#[tokio::test]
async fn a_worker_reads_it_in_a_sandbox() {
    comes(None, SANDBOXED, By::Worker).await;
    comes(Some(POLICY), SANDBOXED, By::Worker).await;
}

/// A policy that says nothing of workers means those of the page's own address, which a sandbox has none of.
#[tokio::test]
async fn a_policy_that_says_nothing_of_workers() {
    let policy = POLICY.replace(WHOLE_WORD, "");
    assert!(policy.len() < POLICY.len());
    comes(Some(&policy), PLAIN, By::Worker).await;
    comes(Some(&policy), SANDBOXED, By::Page).await;
}

#[tokio::test]
async fn a_policy_that_forbids_workers() {
    let policy = POLICY.replace(WHOLE_WORD, "worker-src 'none'; ");
    comes(Some(&policy), PLAIN, By::Page).await;
    comes(Some(&policy), SANDBOXED, By::Page).await;
}

/// Without a worker a layer of two halves is read by one, with pauses, and goes when it is told to.
#[tokio::test]
async fn without_a_worker_the_page_stays_at_hand() {
    let policy = POLICY.replace(WHOLE_WORD, "worker-src 'none'; ");
    let site = answering(Some(&policy));
    site.replace("huge.geojson", squares(1600, 60));
    let stand = Framed::new(site).await;
    stand.open(PLAIN, "?overlay=huge.geojson").await;
    let page = &stand.page;
    let read = "return document.querySelector('[data-layer=read]')?.textContent.includes('1,600 features') ?? false";
    page.wait_for_state("ready").await;
    page.wait_for("all of it", read, json!([])).await;
    let at = "const { left, top, width, height } = document.querySelector('.canvas').getBoundingClientRect(); \
        const [x, y] = [left + width / 2, top + height / 2]; \
        document.elementFromPoint(x, y).dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x, clientY: y, detail: 1 })); \
        return document.querySelector('.layer-here')?.textContent.includes('Square') ?? false";
    page.wait_for("what lies there", at, json!([])).await;
    page.click(".layers button").await;
    let gone = "return !document.querySelector('.overlay') && !document.querySelector('.layers')";
    page.wait_for("nothing left", gone, json!([])).await;
    assert_quiet(&stand).await;
}

/// Where its program does not come, or may not start, there is a line, and the rest of the page goes on.
#[tokio::test]
async fn who_cannot_read_it_says_so_in_each_language() {
    for (lang, words) in [
        ("en", "lets none start"),
        ("uk", "не дає їй запуститися"),
        ("ru", "не даёт ей запуститься"),
    ] {
        let site = answering(None);
        site.remove("clausemap-overlay.js");
        let stand = Framed::new(site).await;
        let address = format!("?overlay=large.geojson&lang={lang}");
        stand.open(SANDBOXED, &address).await;
        let page = &stand.page;
        page.wait_for_state("ready").await;
        let told = "return document.querySelector('[data-layer=failed]')?.textContent.includes(arguments[0]) ?? false";
        page.wait_for(words, told, json!([words])).await;
        page.follow("#region=donetsk", "region:donetsk").await;
        page.wait_for_rest().await;
        assert!(page.words("[data-layer]").await.contains(words));
        let errors = stand.errors().await;
        let uncaught = errors.iter().find(|error| error.contains("Uncaught"));
        assert!(uncaught.is_none(), "{errors:#?}");
    }
}

/// Where the map's own program may not start, nor could the layer's: the line says why, once.
#[tokio::test]
async fn without_the_program_the_page_says_why() {
    let policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    let address = "?overlay=large.geojson";
    for host in [PLAIN, SANDBOXED] {
        let site = answering(Some(&policy));
        says(site, host, address, "policy", "wasm-unsafe-eval is missing").await;
    }
    let site = Site::start();
    says(site, SANDBOXED, address, "blocked", "sends no CORS header").await;
}

/// A copy of the page, and of a packed one, in another page: no address, so a file that is dropped.
#[tokio::test]
async fn in_a_copy_of_the_page() {
    for frame in ["index.html", "packed.html"] {
        for sandbox in ["", "sandbox=allow-scripts&"] {
            let site = answering(None);
            for file in ["srcdoc.html", "host.js"] {
                let of_hosts = format!("{}/tests/hosts/{file}", env!("CARGO_MANIFEST_DIR"));
                site.replace(file, std::fs::read(of_hosts).unwrap());
            }
            site.replace("packed.html", std::fs::read(packed::shipped()).unwrap());
            let stand = Framed::new(site).await;
            let host = format!(
                "{}/srcdoc.html?{sandbox}frame={frame}",
                stand.page.site.origin
            );
            stand.page.chromium.driver.goto(&host).await.unwrap();
            stand.enter().await;
            stand.page.wait_for_state("ready").await;
            drop_text(&stand.page, &large()).await;
            drawn(&stand.page, 1, By::Worker).await;
            assert_quiet(&stand).await;
        }
    }
}

#[tokio::test]
async fn over_a_packed_page_from_a_disk() {
    let page = packed::visit(packed::shipped(), (1000, 900)).await;
    page.open("").await;
    drop_text(&page, &large()).await;
    drawn(&page, 1, By::Worker).await;
    page.assert_quiet().await;
}
