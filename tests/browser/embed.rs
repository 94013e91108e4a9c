//! Our own loader on the pages of others.

use serde_json::{Value, json};

use super::framed::Article;
use super::harness::visit;
use super::site;

const SCRIPT: &str = "<script src='ORIGIN/embed.js'></script>";

/// What a newsroom pastes, with more attributes.
fn holder(more: &str) -> String {
    format!(
        "<div id=map data-clausemap='ORIGIN/?lang=en' data-title='Donetsk in the plan' {more}>\
         <a href='ORIGIN/#region=donetsk'>The map as a page of its own</a></div>"
    )
}

const STATE: &str = "const frames = document.querySelectorAll('#map iframe'); const frame = frames[0]; \
    return [frames.length, frame.title, frame.loading, document.querySelectorAll('#map > a').length, \
        frame.style.visibility, map.offsetHeight, frame.offsetWidth === map.offsetWidth]";

#[tokio::test]
async fn a_div_becomes_a_frame_and_keeps_its_place_from_the_first_moment() {
    // Twice, as in an article with two embeds, and above what it is for.
    let inside = format!(
        "{SCRIPT}{}{SCRIPT}",
        holder("data-region=donetsk data-height=480")
    );
    let article = Article::with(visit().await, &inside).await;
    let before: Value = article.page.run(STATE, json!([])).await;
    if before[4] == "hidden" {
        assert_eq!(
            before,
            json!([1, "Donetsk in the plan", "lazy", 1, "hidden", 480, true])
        );
    }
    article
        .wait_to_hear(json!({ "source": "clausemap", "type": "ready" }))
        .await;
    article
        .page
        .wait_for(
            "the frame",
            "return map.querySelector('iframe').style.visibility === 'visible'",
            json!([]),
        )
        .await;
    let after: Value = article.page.run(STATE, json!([])).await;
    assert_eq!(after[0], 1);
    assert_eq!(after[3], 0, "the fallback is gone");
    article.inside().await;
    article.page.wait_for_subject("region:donetsk").await;
    article.page.assert_quiet().await;
}

#[tokio::test]
async fn heights_are_clamped_and_only_the_frame_itself_is_believed() {
    let inside = format!("{}{SCRIPT}", holder(""));
    let article = Article::with(visit().await, &inside).await;
    article.wait_to_hear(json!({ "type": "ready" })).await;
    // From the article's own window, and from a frame of somebody else's: neither is heard.
    let others = "const lie = { source: 'clausemap', type: 'height', height: 777 }; postMessage(lie, '*'); \
        const other = document.createElement('iframe'); \
        other.srcdoc = `<script>parent.postMessage(${JSON.stringify(lie)}, '*')</` + 'script>'; \
        document.body.append(other); \
        return new Promise((tell) => setTimeout(() => { other.remove(); tell(map.querySelector('iframe').offsetHeight); }, 400))";
    let height: f64 = article.page.run(others, json!([])).await;
    assert!((height - 777.0).abs() > 1.0);
    for (said, taken) in [(640.4, 640), (3.0, 100), (99999.0, 5000)] {
        article.inside().await;
        let say = "parent.postMessage({ source: 'clausemap', type: 'height', height: arguments[0] }, '*')";
        let _: Value = article.page.run(say, json!([said])).await;
        article.outside().await;
        let is = "return map.querySelector('iframe').style.height === `${arguments[0]}px`";
        article
            .page
            .wait_for("the height", is, json!([taken]))
            .await;
    }
}

#[tokio::test]
async fn what_never_comes_leaves_the_fallback_and_what_is_no_address_is_left_alone() {
    for address in [
        "http://127.0.0.1:9/",
        "javascript:alert(1)",
        "http://",
        "data:text/html,x",
    ] {
        let inside = holder("").replace("ORIGIN/?lang=en", address) + SCRIPT;
        let article = Article::with(visit().await, &inside).await;
        article.outside().await;
        let script = "return new Promise((tell) => setTimeout(() => tell([map.querySelectorAll('a').length, \
            map.querySelector('iframe')?.style.visibility ?? 'none']), 600))";
        let kept: (usize, String) = article.page.run(script, json!([])).await;
        let expected = if address.ends_with(":9/") {
            "hidden"
        } else {
            "none"
        };
        assert_eq!(kept, (1, expected.to_owned()), "{address}");
    }
}

#[tokio::test]
async fn the_article_listens_at_the_div_and_speaks_to_it() {
    let listen = "<script>window.seen = []; addEventListener('clausemap', (e) => seen.push([e.target.id, e.detail.type]))</script>";
    let inside = format!("{listen}{}{SCRIPT}", holder(""));
    let article = Article::with(visit().await, &inside).await;
    article.wait_to_hear(json!({ "type": "ready" })).await;
    let _: Value = article
        .page
        .run("map.clausemap('region', 'luhansk')", json!([]))
        .await;
    article
        .wait_to_hear(json!({ "type": "region.select", "region": "luhansk" }))
        .await;
    let seen: bool = article
        .page
        .run(
            "return seen.some(([id, type]) => id === 'map' && type === 'region.select')",
            json!([]),
        )
        .await;
    assert!(seen);
}

#[test]
fn the_loader_is_small_and_needs_nothing() {
    let loader = site::read("embed.js");
    let mut packed = Vec::new();
    let mut reader = brotli::CompressorReader::new(loader.as_bytes(), 4096, 11, 22);
    std::io::Read::read_to_end(&mut reader, &mut packed).unwrap();
    assert!(packed.len() <= 3 * 1024, "{} bytes", packed.len());
    for word in [
        "import",
        "eval(",
        "innerHTML",
        "setAttribute(\"style\"",
        "document.cookie",
        "document.referrer",
        "fetch(",
        "XMLHttpRequest",
        "sendBeacon",
        "Storage",
    ] {
        assert!(!loader.contains(word), "{word}");
    }
}
