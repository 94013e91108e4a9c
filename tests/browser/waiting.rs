//! The page before its reader has done anything: no program is fetched, and what was made beforehand answers.

use serde_json::{Value, json};

use super::framed::Article;
use super::harness::{visit, visit_on_phone};
use super::page::Page;

/// Whether the program, or anything that it reads, was asked for.
pub fn is_more_asked(page: &Page) -> bool {
    let asked = page.site.asked();
    asked
        .iter()
        .any(|path| path.ends_with(".wasm") || path.contains("dossier/"))
}

/// The same, without the hand that moves the map before it.
pub fn is_program_asked(page: &Page) -> bool {
    let asked = page.site.asked();
    let is_its = |path: &String| path.contains("clausemap-app") || path.contains("dossier/");
    asked.iter().any(is_its)
}

/// Waits until the program is there without doing anything for it.
pub async fn wait_for_program(page: &Page) {
    let ready = "return document.documentElement.dataset.app === 'ready'";
    page.wait_for("the program", ready, json!([])).await;
}

fn mouse(actions: &Value) -> Value {
    json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions }])
}

#[tokio::test]
async fn whatever_a_reader_does_brings_the_hand_and_nothing_else_does() {
    for act in ["mouse", "finger", "key", "wheel", "link"] {
        let page = visit().await;
        page.load("").await;
        page.wait_for_state("waiting").await;
        page.wait_for_frames().await;
        assert!(!is_more_asked(&page), "{act}: {:?}", page.site.asked());
        match act {
            "mouse" => {
                let to = json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": 300, "y": 300 });
                page.perform(mouse(&json!([to]))).await;
            }
            "finger" => page.tap_at(20, 400).await,
            "key" => page.press("Tab").await,
            "wheel" => {
                let turn = json!({ "type": "scroll", "duration": 0, "origin": "viewport", "x": 300, "y": 300, "deltaX": 0, "deltaY": 40 });
                page.perform(json!([{ "type": "wheel", "id": "wheel", "actions": [turn] }]))
                    .await;
            }
            _ => {
                let _: Value = page.run("location.hash = '#region=odesa'", json!([])).await;
            }
        }
        page.wait_for(act, COMES, json!([])).await;
        if act == "link" {
            let landed = "const one = document.getElementById('region=odesa').getBoundingClientRect(); \
                return one.top >= 0 && one.top < innerHeight * 0.6 \
                && document.querySelector('.made-wide [data-region=odesa]').ariaCurrent === 'true'";
            page.wait_for("its section", landed, json!([])).await;
        }
        page.wait_for_frames().await;
        page.wait_for_state("waiting").await;
        assert!(!is_program_asked(&page), "{act}: {:?}", page.site.asked());
        page.assert_quiet().await;
    }
}

#[tokio::test]
async fn an_address_that_asks_for_more_is_answered_at_once() {
    let page = visit().await;
    for (query, fragment) in [
        ("", "#view=compare"),
        ("", "#view=sources"),
        ("", "#region=donetsk&lens=agreement"),
        ("region=donetsk&plan=us28", ""),
        ("plan=us28", ""),
        ("", "#plan=us28"),
        ("", "#region=atlantis"),
        ("asof=2025-12-16", ""),
    ] {
        let address = format!("{}/?{query}{fragment}", page.site.origin);
        page.chromium.driver.goto(&address).await.unwrap();
        wait_for_program(&page).await;
    }
    // What is said of where a reader comes from, and how the page looks, asks for nothing.
    let address = format!(
        "{}/?utm_source=letter&theme=dark&lang=en#amp=1",
        page.site.origin
    );
    page.chromium.driver.goto(&address).await.unwrap();
    page.wait_for_state("waiting").await;
}

/// Where a section is, and which places are outlined on the map that is seen.
const READ: &str = "const top = document.getElementById(arguments[0])?.getBoundingClientRect().top; \
    const map = [...document.querySelectorAll('.made-mat > .map')].find((one) => one.checkVisibility()); \
    const here = new Set([...map.querySelectorAll('[data-here]')].map((one) => one.dataset.region)); \
    return document.documentElement.dataset.app === 'waiting' && top >= 0 && top < innerHeight * 0.6 \
        && arguments[1].every((id) => here.has(id)) && !!arguments[1].length === !!here.size";

#[tokio::test]
async fn what_an_address_names_is_read_without_a_program() {
    for (address, section, outlined) in [
        ("?1#region=donetsk", "region=donetsk", vec!["donetsk"]),
        ("?region=donetsk", "region=donetsk", vec!["donetsk"]),
        // The part after the # counts, unless it is of somebody else.
        ("?clause=p20-12#region=znpp", "region=znpp", vec!["znpp"]),
        ("?region=donetsk#amp=1", "region=donetsk", vec!["donetsk"]),
        ("?region=crimea#region=znpp", "region=znpp", vec!["znpp"]),
        ("?2#clause=p20-12", "clause=p20-12", vec!["znpp"]),
        (
            "?clause=p20-12&theme=dark&source=letter",
            "clause=p20-12",
            vec!["znpp"],
        ),
        ("?3#claim=s04&view=map", "claim=s04", vec![]),
    ] {
        let page = visit().await;
        let whole = format!("{}/{address}", page.site.origin);
        page.chromium.driver.goto(&whole).await.unwrap();
        page.wait_for(address, READ, json!([section, outlined]))
            .await;
        // What this map is too small to draw has no ring in its corner.
        let rings = "return [...document.querySelectorAll('.made-mat [data-here] .hit')].filter((one) => \
            one.getAttribute('r') === '0' && parseFloat(getComputedStyle(one).r) > 0).length";
        assert_eq!(page.run::<usize>(rings, json!([])).await, 0, "{address}");
        page.wait_for_frames().await;
        assert!(!is_more_asked(&page), "{address}: {:?}", page.site.asked());
        page.assert_quiet().await;
    }
}

const FRAME: &str = "<iframe src='ORIGIN/ADDRESS' title=Map width=100% height=560 style='border:0;display:block'></iframe>";

async fn article(page: Page, address: &str) -> Article {
    let article = Article::with(page, &FRAME.replace("ADDRESS", address)).await;
    article.inside().await;
    article.page.wait_for_state("waiting").await;
    article
}

#[tokio::test]
async fn an_article_scrolls_over_a_page_that_waits() {
    for address in ["", "?fit=1"] {
        let article = article(visit().await, address).await;
        // It would take the gesture in its own way.
        article.page.site.hold_program();
        article.outside().await;
        let turn = json!({ "type": "mouseWheel", "x": 300, "y": 400, "deltaX": 0, "deltaY": 300, "modifiers": 0 });
        article
            .page
            .chromium
            .devtools("Input.dispatchMouseEvent", turn)
            .await;
        let scrolled = "return scrollY > 100";
        article
            .page
            .wait_for("the article to scroll", scrolled, json!([]))
            .await;
        article.inside().await;
        let inside =
            "return document.body.scrollTop + (document.getElementById('static')?.scrollTop ?? 0)";
        let own: f64 = article.page.run(inside, json!([])).await;
        assert!(own.abs() < 1.0, "{address}: the frame scrolled by {own}");
        article.page.site.let_program_go();
        article.page.wait_for_state("ready").await;
    }
}

#[tokio::test]
async fn a_finger_or_a_wheel_that_moves_the_article_brings_nothing_and_one_that_is_meant_the_hand()
{
    let article = article(visit_on_phone().await, "").await;
    let page = &article.page;
    article.outside().await;
    let finger = |kind: &'static str, at: &[(i32, i32)]| {
        let points: Vec<Value> = (0..)
            .zip(at)
            .map(|(id, (x, y))| json!({ "id": id, "x": x, "y": y }))
            .collect();
        let event = json!({ "type": kind, "touchPoints": points });
        page.chromium.devtools("Input.dispatchTouchEvent", event)
    };
    // It begins over the frame.
    finger("touchStart", &[(200, 400)]).await;
    for step in 1..=10 {
        finger("touchMove", &[(200, 400 - 20 * step)]).await;
    }
    finger("touchEnd", &[]).await;
    let scrolled = "return scrollY > arguments[0]";
    page.wait_for("the article to scroll", scrolled, json!([100]))
        .await;
    // However far a finger has flung it, the frame is under the next one again.
    let back =
        "scrollTo(0, 200); return new Promise((go) => setTimeout(() => go(scrollY === 200), 100))";
    page.wait_for("the article to rest", back, json!([])).await;
    until(
        page,
        "the article to scroll on",
        (scrolled, json!([220])),
        async || {
            let turn = json!({ "type": "mouseWheel", "x": 200, "y": 200, "deltaX": 0, "deltaY": 40, "modifiers": 0 });
            page.chromium
                .devtools("Input.dispatchMouseEvent", turn)
                .await;
        },
    )
    .await;
    page.wait_for("the article to rest", back, json!([])).await;
    article.inside().await;
    page.wait_for_frames().await;
    page.wait_for_state("waiting").await;
    assert!(!is_more_asked(page), "{:?}", page.site.asked());
    // Two fingers are for the map.
    until(page, "the hand to come", (COMES, json!([])), async || {
        article.outside().await;
        finger("touchStart", &[(150, 200), (250, 200)]).await;
        finger("touchEnd", &[]).await;
        article.inside().await;
    })
    .await;
    page.wait_for_state("waiting").await;
    assert!(!is_program_asked(page), "{:?}", page.site.asked());
}

const COMES: &str = "return document.documentElement.dataset.hand === '1'";

/// Does something until it is answered. A gesture that falls into the end of another one is lost, a hand's too; and where
/// the browser has much to do, one now and then scrolls nothing.
pub async fn until(page: &Page, what: &str, (holds, of): (&str, Value), act: impl AsyncFn()) {
    for _ in 0..30 {
        act().await;
        page.wait_for_frames().await;
        if page.run(holds, of.clone()).await {
            return;
        }
    }
    panic!("it was done again and again in vain: {what}");
}

#[tokio::test]
async fn a_tap_on_a_place_is_answered_without_the_program_and_by_it_when_it_comes() {
    let article = article(visit_on_phone().await, "").await;
    let page = &article.page;
    let place = "const box = document.querySelector('.made-low [data-region=donetsk]').getBoundingClientRect(); \
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
    let (x, y): (i64, i64) = page.run(place, json!([])).await;
    // The frame begins 120 px below the top of the article.
    let finger = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y + 120 }] });
    let gone = json!({ "type": "touchEnd", "touchPoints": [] });
    page.chromium
        .devtools("Input.dispatchTouchEvent", finger)
        .await;
    page.chromium
        .devtools("Input.dispatchTouchEvent", gone)
        .await;
    let landed = "const one = document.getElementById('region=donetsk').getBoundingClientRect(); \
        return one.top >= 0 && one.top < innerHeight * 0.6";
    page.wait_for("its section", landed, json!([])).await;
    page.wait_for("the hand", COMES, json!([])).await;
    assert!(!is_program_asked(page), "{:?}", page.site.asked());
    let more = "document.querySelector('#static .search .field').click()";
    let _: Value = page.run(more, json!([])).await;
    wait_for_program(page).await;
    page.wait_for_subject("region:donetsk").await;
}
