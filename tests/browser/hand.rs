//! The map of the page made beforehand, in an article's frame, under a hand that is there before the program. How it is
//! where the page stands alone is in `alone.rs`.

use serde_json::{Value, json};

use super::axe::found_here;
use super::framed::Article;
use super::harness::{CALM, visit, visit_on_phone};
use super::page::Page;
use super::waiting::is_program_asked;

/// An article with a frame of the page as high as most have it.
async fn article(page: Page, width: &str) -> Article {
    let frame = format!(
        "<iframe src='ORIGIN/?theme=light' title=Map width={width} height=560 style='border:0;display:block'></iframe>"
    );
    let article = Article::with(page, &frame).await;
    article.inside().await;
    article.page.wait_for_state("waiting").await;
    article
}

/// The same, with a hand in it that a first movement of the mouse has brought.
pub async fn in_hand(page: Page) -> Article {
    let article = article(page, "680").await;
    let (x, y) = middle(&article).await;
    mouse(&article.page, "mouseMoved", (x, y), 0).await;
    article.inside().await;
    article.page.wait_for("the hand", HERE, json!([])).await;
    article
}

const HERE: &str = "return document.documentElement.dataset.hand === '1'";
const WIDE: &str = "return document.querySelector('.made-low [data-region=kirovohrad] path').getBoundingClientRect().width";
const LEFT: &str = "return document.querySelector('.made-low [data-region=kirovohrad] path').getBoundingClientRect().x";
const CLICK: &str = "document.querySelector(arguments[0]).click()";
const FOCUS: &str = "document.querySelector('.made-low [data-region=kirovohrad]').focus()";
const WIDER: &str = "const svg = document.querySelector('.made-low'); return !svg.style.transform && \
    svg.querySelector('[data-region=kirovohrad] path').getBoundingClientRect().width > arguments[0]";

/// The middle of the map, in px of the article's window.
async fn middle(article: &Article) -> (f64, f64) {
    article.inside().await;
    let script = "const box = document.querySelector('.made-mat').getBoundingClientRect(); \
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
    let (x, y): (f64, f64) = article.page.run(script, json!([])).await;
    article.outside().await;
    (x, y + 120.0)
}

async fn mouse(page: &Page, kind: &str, (x, y): (f64, f64), buttons: u8) {
    let button = if kind == "mouseMoved" { "none" } else { "left" };
    let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 });
    page.chromium
        .devtools("Input.dispatchMouseEvent", event)
        .await;
}

async fn wheel(article: &Article, by: f64, modifiers: u8) {
    let (x, y) = middle(article).await;
    let turn = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": by, "modifiers": modifiers });
    article
        .page
        .chromium
        .devtools("Input.dispatchMouseEvent", turn)
        .await;
    article.inside().await;
}

const CTRL: u8 = 2;

#[tokio::test]
async fn ctrl_and_the_wheel_zoom_and_the_wheel_alone_is_the_articles() {
    let article = in_hand(visit().await).await;
    let page = &article.page;
    let before: f64 = page.run(WIDE, json!([])).await;
    wheel(&article, -200.0, CTRL).await;
    page.wait_for("a closer map", WIDER, json!([before * 1.3]))
        .await;
    // Names, signs and lines are as they were.
    let kept = "const box = document.querySelector('.made-low .label-capital').getBoundingClientRect(); \
        const dot = document.querySelector('.made-low .dot.capital').getBoundingClientRect(); return [box.height, dot.width]";
    let (name, dot): (f64, f64) = page.run(kept, json!([])).await;
    assert!(name < 20.0 && dot < 12.0, "{name} {dot}");
    wheel(&article, 200.0, 0).await;
    article.outside().await;
    page.wait_for("the article to scroll", "return scrollY > 60", json!([]))
        .await;
    article
        .wait_to_hear(json!({ "type": "gesture.blocked", "gesture": "wheel" }))
        .await;
    assert!(!is_program_asked(page), "{:?}", page.site.asked());
    article.inside().await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_mouse_drags_the_map_and_its_click_still_lands_on_a_section() {
    let article = in_hand(visit().await).await;
    let page = &article.page;
    let before: f64 = page.run(LEFT, json!([])).await;
    let (x, y) = middle(&article).await;
    mouse(page, "mousePressed", (x, y), 1).await;
    for step in 1..=6 {
        mouse(page, "mouseMoved", (x - 10.0 * f64::from(step), y), 1).await;
    }
    mouse(page, "mouseReleased", (x - 60.0, y), 0).await;
    article.inside().await;
    let moved = "const svg = document.querySelector('.made-low'); return !svg.style.transform && \
        svg.querySelector('[data-region=kirovohrad] path').getBoundingClientRect().x < arguments[0]";
    page.wait_for("a map that has moved", moved, json!([before - 40.0]))
        .await;
    let hash: String = page.run("return location.hash", json!([])).await;
    assert_eq!(hash, "", "the end of a drag chooses nothing");

    let place = "const box = document.querySelector('.made-low [data-region=donetsk] path').getBoundingClientRect(); \
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2) + 120]";
    let at: (f64, f64) = page.run(place, json!([])).await;
    article.outside().await;
    mouse(page, "mousePressed", at, 1).await;
    mouse(page, "mouseReleased", at, 0).await;
    article.inside().await;
    let landed = "const one = document.getElementById('region=donetsk').getBoundingClientRect(); \
        return one.top >= 0 && one.top < innerHeight * 0.6";
    page.wait_for("its section", landed, json!([])).await;
    article
        .wait_to_hear(json!({ "type": "region.select", "region": "donetsk" }))
        .await;
    assert!(!is_program_asked(page), "{:?}", page.site.asked());
}

#[tokio::test]
async fn two_fingers_bring_the_hand_and_pinch_the_map() {
    let article = article(visit_on_phone().await, "100%").await;
    let page = &article.page;
    let wide = "return [...document.querySelectorAll('.made-mat > svg [data-region=kirovohrad] path')].find((one) => one.getBoundingClientRect().width)\
        .getBoundingClientRect().width";
    let before: f64 = page.run(wide, json!([])).await;
    let (x, y) = middle(&article).await;
    let fingers = |kind: &'static str, apart: &[f64]| {
        let points: Vec<Value> = (0..)
            .zip(apart)
            .map(|(id, by)| json!({ "id": id, "x": x + by, "y": y }))
            .collect();
        page.chromium.devtools(
            "Input.dispatchTouchEvent",
            json!({ "type": kind, "touchPoints": points }),
        )
    };
    fingers("touchStart", &[-30.0, 30.0]).await;
    fingers("touchEnd", &[]).await;
    article.inside().await;
    page.wait_for("the hand", HERE, json!([])).await;
    let wider = format!("{wide} > arguments[0]");
    for _ in 0..10 {
        article.outside().await;
        fingers("touchStart", &[-30.0, 30.0]).await;
        for step in 1..=10 {
            let by = 30.0 + 4.0 * f64::from(step);
            fingers("touchMove", &[-by, by]).await;
        }
        fingers("touchEnd", &[]).await;
        article.inside().await;
        page.wait_for_frames().await;
        if page.run(&wider, json!([before * 1.5])).await {
            break;
        }
    }
    page.wait_for("a closer map", &wider, json!([before * 1.5]))
        .await;
}

#[tokio::test]
async fn buttons_and_keys_move_the_map() {
    let page = visit().await;
    page.prefer(&[CALM]).await;
    let article = in_hand(page).await;
    let page = &article.page;
    let before: f64 = page.run(WIDE, json!([])).await;
    let at: f64 = page.run(LEFT, json!([])).await;
    page.click(".made-mat [data-key='+']").await;
    // No motion is asked for: it is there at once.
    let now: f64 = page.run(WIDE, json!([])).await;
    assert!((now / before - 1.6).abs() < 0.05, "{before} {now}");
    page.click(".made-mat [data-key='0']").await;
    let now: f64 = page.run(WIDE, json!([])).await;
    assert!((now / before - 1.0).abs() < 0.01, "{before} {now}");
    let _: Value = page.run(FOCUS, json!([])).await;
    for (key, code) in [("+", 187), ("-", 189), ("ArrowLeft", 37)] {
        let down = json!({ "type": "keyDown", "key": key, "windowsVirtualKeyCode": code });
        page.chromium.devtools("Input.dispatchKeyEvent", down).await;
    }
    let moved = "const box = document.querySelector('.made-low [data-region=kirovohrad] path').getBoundingClientRect(); \
        return Math.abs(box.width / arguments[0] - 1) < 0.01 && box.x > arguments[1] + 20";
    page.wait_for("a map moved by keys", moved, json!([before, at]))
        .await;
    assert!(!is_program_asked(page), "{:?}", page.site.asked());
    page.assert_quiet().await;
}

#[tokio::test]
async fn what_the_hand_cannot_do_brings_the_program() {
    for asks in ["more", "view", "letter", "far"] {
        let article = in_hand(visit().await).await;
        let page = &article.page;
        assert!(!is_program_asked(page), "{asks}: {:?}", page.site.asked());
        match asks {
            "more" => page.click("#static .search .field").await,
            "view" => {
                let _: Value = page.run("location.hash = '#view=compare'", json!([])).await;
            }
            "letter" => {
                let _: Value = page.run(FOCUS, json!([])).await;
                let down = json!({ "type": "keyDown", "key": "d", "windowsVirtualKeyCode": 68 });
                page.chromium.devtools("Input.dispatchKeyEvent", down).await;
            }
            _ => {
                for _ in 0..3 {
                    wheel(&article, -300.0, CTRL).await;
                }
            }
        }
        let ready = "return document.documentElement.dataset.app === 'ready'";
        page.wait_for(asks, ready, json!([])).await;
        page.assert_quiet().await;
    }
}

#[tokio::test]
async fn where_there_is_no_hand_the_program_comes() {
    for missing in ["clausemap-hand.js", "clausemap-hand_bg.wasm"] {
        let page = visit().await;
        page.site.remove(missing);
        let article = article(page, "680").await;
        let at = middle(&article).await;
        mouse(&article.page, "mouseMoved", at, 0).await;
        article.inside().await;
        let ready = "return document.documentElement.dataset.app === 'ready'";
        article.page.wait_for(missing, ready, json!([])).await;
    }
}

#[tokio::test]
async fn the_text_scrolls_for_who_reads_on() {
    for address in ["", "r/donetsk.html?fit=1", "?region=kherson"] {
        reads_on(address).await;
    }
}

async fn reads_on(address: &str) {
    let frame = format!("<iframe src='ORIGIN/{address}' title=Map width=680 height=560></iframe>");
    let article = Article::with(visit().await, &frame).await;
    article.inside().await;
    let page = &article.page;
    page.wait_for_state("waiting").await;
    let scrolls = "[document.getElementById('static'), document.body].map((one) => getComputedStyle(one).overflowY)";
    let before: Vec<String> = page.run(&format!("return {scrolls}"), json!([])).await;
    assert_eq!(before, ["hidden", "hidden"], "{address}");
    page.click(".made-on button").await;
    let reads = &format!(
        "const top = document.getElementById('all').getBoundingClientRect().top; \
        return top < 100 && {scrolls}.includes('auto') && !document.querySelector('.made-on').checkVisibility()"
    );
    page.wait_for("the text", reads, json!([])).await;
    assert!(!is_program_asked(page), "{:?}", page.site.asked());
    assert!(article.scrolled().await.abs() < 1.0, "{address}");
}

#[tokio::test]
async fn who_has_read_comes_back_to_the_map() {
    let article = article(visit().await, "390").await;
    let page = &article.page;
    let at_map = "const box = document.querySelector('.made-mat').getBoundingClientRect(); \
        return box.top >= 0 && box.bottom <= innerHeight && !document.querySelector('.made-back').checkVisibility() \
            && !location.hash && getComputedStyle(document.getElementById('static')).overflowY === 'hidden'";
    let at_text = "return document.querySelector('.made-mat').getBoundingClientRect().bottom < 0 \
        && document.querySelector('.made-back').checkVisibility()";
    page.wait_for("the map", at_map, json!([])).await;
    for back in [".made-back", "#static .wordmark"] {
        let go = "document.querySelector('.made-low [data-region=donetsk]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
        let _: Value = page.run(go, json!([])).await;
        page.wait_for("a place's section", at_text, json!([])).await;
        let _: Value = page.run(CLICK, json!([back])).await;
        page.wait_for(back, at_map, json!([])).await;
    }
    let read_on = "document.querySelector('.made-on button').click(); document.getElementById('static').scrollBy(0, 900)";
    let _: Value = page.run(read_on, json!([])).await;
    page.wait_for("the text", at_text, json!([])).await;
    let _: Value = page.run(CLICK, json!([".made-back"])).await;
    page.wait_for("the map again", at_map, json!([])).await;
    assert!(!is_program_asked(page), "{:?}", page.site.asked());
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_program_begins_where_the_hand_was() {
    let page = visit().await;
    page.prefer(&[CALM]).await;
    let article = in_hand(page).await;
    let page = &article.page;
    page.click(".made-mat [data-key='+']").await;
    let place = "const box = document.querySelector(`${arguments[0]} [data-region=kirovohrad] path`).getBoundingClientRect(); \
        const mat = document.querySelector(arguments[1]).getBoundingClientRect(); \
        return [box.width, box.x + box.width / 2 - mat.x - mat.width / 2]";
    let (wide, off): (f64, f64) = page.run(place, json!([".made-low", ".made-mat"])).await;
    page.click("#static .search .field").await;
    let ready = "return document.documentElement.dataset.app === 'ready'";
    page.wait_for("the program", ready, json!([])).await;
    page.wait_for_rest().await;
    let (same, still): (f64, f64) = page.run(place, json!([".canvas", ".mat"])).await;
    assert!((same / wide - 1.0).abs() < 0.05, "{wide} {same}");
    assert!((still - off).abs() < 6.0, "{off} {still}");
}

#[tokio::test]
async fn a_map_under_a_hand_keeps_to_the_guidelines() {
    let page = visit().await;
    page.prefer(&[CALM]).await;
    let article = in_hand(page).await;
    let page = &article.page;
    page.click(".made-mat [data-key='+']").await;
    page.click(".made-mat .pan summary").await;
    let found = found_here(page, "the page under a hand").await;
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[tokio::test]
async fn a_frame_of_another_shape_keeps_what_the_hand_has_found() {
    let page = visit().await;
    page.prefer(&[CALM]).await;
    let article = in_hand(page).await;
    let page = &article.page;
    page.click(".made-mat [data-key='+']").await;
    article.outside().await;
    let wider = "document.querySelector('iframe').width = 1000";
    let _: Value = page.run(wider, json!([])).await;
    article.inside().await;
    let other = "const wide = document.querySelector('.made-wide'), low = document.querySelector('.made-low'); \
        return wide.hasAttribute('data-laid') && !low.hasAttribute('data-laid') \
        && low.getAttribute('viewBox').split(' ').every((one, at) => +one === [0, 0, 680, 234][at])";
    page.wait_for("the other drawing", other, json!([])).await;
    page.click(".made-mat [data-key='0']").await;
    let whole = "return !document.documentElement.dataset.camera";
    page.wait_for("the whole", whole, json!([])).await;
    page.assert_quiet().await;
}
