//! The page made beforehand where it stands alone: its map moves before there is a program, and each choice that only
//! the program has brings it, and is done by it.

use serde_json::{Value, json};

use super::axe::found_here;
use super::framed::Article;
use super::harness::{CALM, visit, visit_on_phone};
use super::page::Page;
use super::waiting::{is_program_asked, until, wait_for_program};

const HERE: &str = "return document.documentElement.dataset.hand === '1'";
/// The map that is shown; of a region, how large it is, and where.
const MAP: &str = "const map = [...document.querySelectorAll('.made-mat > svg')].find((one) => one.checkVisibility()); \
    const box = map.querySelector('[data-region=kirovohrad] path').getBoundingClientRect(); ";

/// The page with a hand that a first movement of the mouse has brought; nothing flies.
async fn in_hand(page: Page, file: &str) -> Page {
    page.prefer(&[CALM]).await;
    let address = format!("{}/{file}", page.site.origin);
    page.chromium.driver.goto(&address).await.unwrap();
    page.wait_for_state("waiting").await;
    bring_hand(&page).await;
    page
}

/// Does the least that a reader can do, and waits for the hand.
pub async fn bring_hand(page: &Page) {
    let act = "dispatchEvent(new Event('pointermove'))";
    let _: Value = page.run(act, json!([])).await;
    page.wait_for("the hand", HERE, json!([])).await;
}

/// Chooses from a list of the page, as a reader does.
async fn choose(page: &Page, css: &str, value: &str) {
    let script = "const list = document.querySelector(arguments[0]); list.focus(); list.value = arguments[1]; \
        const chosen = list.value; list.dispatchEvent(new Event('change', { bubbles: true })); return chosen";
    let chosen: String = page.run(script, json!([css, value])).await;
    assert_eq!(chosen, value, "{css}");
}

#[tokio::test]
async fn the_wheel_zooms_the_map_and_scrolls_the_text() {
    let page = in_hand(visit().await, "").await;
    let wide = format!("{MAP}return box.width");
    let before: f64 = page.run(&wide, json!([])).await;
    let wheel = async |x: i64| {
        let turn = json!({ "type": "mouseWheel", "x": x, "y": 500, "deltaX": 0, "deltaY": -150 });
        page.chromium
            .devtools("Input.dispatchMouseEvent", turn)
            .await;
    };
    let closer = format!("{MAP}return scrollY === 0 && box.width > arguments[0]");
    until(
        &page,
        "a closer map",
        (&closer, json!([before * 1.2])),
        async || wheel(480).await,
    )
    .await;
    let turn = json!({ "type": "mouseWheel", "x": 1200, "y": 500, "deltaX": 0, "deltaY": 300 });
    let scrolled = ("return scrollY > 100", json!([]));
    until(&page, "the text to scroll", scrolled, async || {
        page.chromium
            .devtools("Input.dispatchMouseEvent", turn.clone())
            .await;
    })
    .await;
    assert!(!is_program_asked(&page), "{:?}", page.site.asked());
    page.assert_quiet().await;
}

#[tokio::test]
async fn one_finger_drags_the_map_and_scrolls_the_text() {
    let page = in_hand(visit_on_phone().await, "").await;
    let place = format!("{MAP}return box.x");
    let finger = |kind: &'static str, at: Option<(i32, i32)>| {
        let points: Vec<Value> = at
            .map(|(x, y)| json!({ "x": x, "y": y }))
            .into_iter()
            .collect();
        let event = json!({ "type": kind, "touchPoints": points });
        page.chromium.devtools("Input.dispatchTouchEvent", event)
    };
    let before: f64 = page.run(&place, json!([])).await;
    let moved = format!("{MAP}return scrollY === 0 && box.x < arguments[0]");
    let drag = async || {
        finger("touchStart", Some((220, 250))).await;
        for step in 1..=8 {
            finger("touchMove", Some((220 - 10 * step, 250))).await;
        }
        finger("touchEnd", None).await;
    };
    let farther = (moved.as_str(), json!([before - 40.0]));
    until(&page, "a map that has moved", farther, drag).await;
    let hash: String = page.run("return location.hash", json!([])).await;
    assert_eq!(hash, "", "the end of a drag chooses nothing");
    let fling = async || {
        finger("touchStart", Some((200, 800))).await;
        for step in 1..=10 {
            finger("touchMove", Some((200, 800 - 40 * step))).await;
        }
        finger("touchEnd", None).await;
    };
    until(
        &page,
        "the text",
        ("return scrollY > 200", json!([])),
        fling,
    )
    .await;
    assert!(!is_program_asked(&page), "{:?}", page.site.asked());
    page.assert_quiet().await;
}

#[tokio::test]
async fn from_far_down_one_button_leads_back_to_the_map() {
    let page = in_hand(visit_on_phone().await, "").await;
    let down = "document.getElementById('region=odesa').scrollIntoView()";
    let _: Value = page.run(down, json!([])).await;
    let back = "return document.querySelector('.made-back').checkVisibility()";
    page.wait_for("the way back", back, json!([])).await;
    page.click(".made-back").await;
    let top = "return scrollY === 0 && !document.querySelector('.made-back').checkVisibility()";
    page.wait_for("the map", top, json!([])).await;
    assert!(!is_program_asked(&page), "{:?}", page.site.asked());
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_button_that_was_pressed_before_there_was_a_hand_is_answered_by_it() {
    let page = visit().await;
    page.prefer(&[CALM]).await;
    page.load("").await;
    page.wait_for_state("waiting").await;
    let wide = format!("{MAP}return box.width");
    let before: f64 = page.run(&wide, json!([])).await;
    let press = "document.querySelector('.made-mat [data-key=\"+\"]').click()";
    let _: Value = page.run(press, json!([])).await;
    let closer = format!("{MAP}return box.width > arguments[0]");
    page.wait_for("a closer map", &closer, json!([before * 1.5]))
        .await;
    assert!(!is_program_asked(&page), "{:?}", page.site.asked());
    // It is answered once: the program, when it comes, is not asked for it again.
    let now: f64 = page.run(&wide, json!([])).await;
    page.wait_for_state("ready").await;
    page.wait_for_rest().await;
    let same = "return document.querySelector('.canvas [data-region=kirovohrad] path').getBoundingClientRect().width";
    let same: f64 = page.run(same, json!([])).await;
    assert!((same / now - 1.0).abs() < 0.05, "{now} {same}");
}

#[tokio::test]
async fn what_is_chosen_on_the_page_is_done_by_the_program() {
    let wide = [
        (
            ".lenses a:nth-child(2)",
            "return location.hash === '#region=donetsk&lens=agreement' \
            && document.activeElement.dataset.lens === 'agreement'",
        ),
        (
            ".choice:not(.lenses) a",
            "return location.hash === '#region=donetsk&plan=us28'",
        ),
        (
            ".search .field",
            "return document.activeElement.matches('.search input')",
        ),
        (".as-of", "return !!document.querySelector('#bar-day')"),
        (
            ".share-button",
            "return document.querySelector('dialog.share').open",
        ),
        (
            ".tool-buttons button",
            "return location.hash.includes('list=1')",
        ),
        (
            ".tool-buttons > :nth-child(2)",
            "return document.documentElement.dataset.theme === 'dark'",
        ),
        (
            ".day-strip",
            "return document.activeElement.matches('.day-strip input')",
        ),
        (
            ".views a:nth-child(2)",
            "return !!document.querySelector('#view[data-view=compare]')",
        ),
    ];
    for (css, done) in wide {
        let page = in_hand(visit().await, "").await;
        let read = "location.hash = '#region=donetsk'";
        let _: Value = page.run(read, json!([])).await;
        assert!(!is_program_asked(&page), "{:?}", page.site.asked());
        page.click(&format!("#static {css}")).await;
        wait_for_program(&page).await;
        page.wait_for(css, done, json!([])).await;
        let subject = page.subject().await;
        assert_eq!(subject, "region:donetsk", "{css}");
        page.assert_quiet().await;
    }
}

#[tokio::test]
async fn on_a_phone_lists_choose_and_the_menu_opens() {
    for (css, value, done) in [
        (
            ".lenses select",
            "#lens=claimed",
            "return location.hash === '#lens=claimed'",
        ),
        (
            ".choice:not(.lenses) select",
            "#plan=us28",
            "return location.hash === '#plan=us28' \
            && document.activeElement.matches('#app select')",
        ),
        (
            ".views select",
            "#view=sources",
            "return !!document.querySelector('#view[data-view=sources]')",
        ),
        (
            ".menu",
            "",
            "return document.querySelector('#tools').matches('.open')",
        ),
    ] {
        let page = in_hand(visit_on_phone().await, "").await;
        let css = format!("#static {css}");
        if value.is_empty() {
            page.click(&css).await;
        } else {
            choose(&page, &css, value).await;
        }
        wait_for_program(&page).await;
        page.wait_for(&css, done, json!([])).await;
        page.assert_quiet().await;
    }
}

#[tokio::test]
async fn another_language_is_another_page_and_needs_no_program() {
    let page = visit().await;
    // Whoever asks for another language than the browser's has asked for it.
    let script = "Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['uk'] })";
    let command = "Page.addScriptToEvaluateOnNewDocument";
    page.chromium
        .devtools(command, json!({ "source": script }))
        .await;
    let page = in_hand(page, "index.uk.html?theme=dark").await;
    choose(&page, "#static .language", "en").await;
    let there = "return document.documentElement.lang === 'en' && location.pathname.endsWith('/index.html') \
        && location.search === '?theme=dark&lang=en'";
    page.wait_for("the page in English", there, json!([])).await;
    page.wait_for_state("waiting").await;
    page.wait_for_frames().await;
    assert!(!is_program_asked(&page), "{:?}", page.site.asked());
    // What is read is read on.
    let read = "location.hash = '#clause=p20-12'";
    let _: Value = page.run(read, json!([])).await;
    choose(&page, "#static .language", "ru").await;
    let there =
        "return document.documentElement.lang === 'ru' && location.hash === '#clause=p20-12'";
    page.wait_for("the clause in Russian", there, json!([]))
        .await;
}

#[tokio::test]
async fn in_a_frame_the_program_turns_to_another_language() {
    let frame = "<iframe src='ORIGIN/' title=Map width=680 height=560></iframe>";
    let article = Article::with(visit().await, frame).await;
    article.inside().await;
    let page = &article.page;
    page.wait_for_state("waiting").await;
    choose(page, "#static .language", "uk").await;
    wait_for_program(page).await;
    let turned = "return document.documentElement.lang === 'uk' && location.pathname === '/' \
        && document.querySelector('#app .language').value === 'uk'";
    page.wait_for("the page in Ukrainian", turned, json!([]))
        .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn what_is_pressed_while_the_program_comes_is_done_when_it_is_there() {
    for (css, done) in [
        (
            ".share-button",
            "return document.querySelector('dialog.share').open",
        ),
        (
            "[data-key='+']",
            "return document.activeElement === document.querySelector('#app [data-key=\"+\"]')",
        ),
    ] {
        let page = visit().await;
        page.site.hold_program();
        page.load("#region=donetsk&lens=agreement").await;
        let coming = "return document.documentElement.dataset.app === 'loading' && document.readyState === 'complete'";
        page.wait_for("a page that waits for its program", coming, json!([]))
            .await;
        page.click("#static .search .field").await;
        page.click(&format!("#static {css}")).await;
        page.site.let_program_go();
        wait_for_program(&page).await;
        page.wait_for(css, done, json!([])).await;
    }
}

#[tokio::test]
async fn what_is_on_already_and_what_is_for_another_window_brings_nothing() {
    let page = in_hand(visit().await, "").await;
    let read = "location.hash = '#region=donetsk'";
    let _: Value = page.run(read, json!([])).await;
    page.click("#static .lenses [aria-current]").await;
    let with_a_key = "let left; addEventListener('click', (event) => { left = !event.defaultPrevented; event.preventDefault(); }, { once: true }); \
        const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }); \
        document.querySelector('#static .lenses a:nth-child(3)').dispatchEvent(click); return left";
    let left: bool = page.run(with_a_key, json!([])).await;
    assert!(left, "the browser opens it");
    page.wait_for_frames().await;
    page.wait_for_state("waiting").await;
    let hash: String = page.run("return location.hash", json!([])).await;
    assert_eq!(hash, "#region=donetsk");
    assert!(!is_program_asked(&page), "{:?}", page.site.asked());
}

#[tokio::test]
async fn where_no_program_comes_nothing_is_offered_that_only_it_has_and_views_are_sections() {
    let page = visit().await;
    let address = format!("{}/?static=1#region=donetsk", page.site.origin);
    page.chromium.driver.goto(&address).await.unwrap();
    page.wait_for_state("static").await;
    let offered = "return [...document.querySelectorAll('.made-live')].filter((one) => one.checkVisibility()).length";
    let offered: usize = page.run(offered, json!([])).await;
    assert_eq!(offered, 0);
    assert_eq!(page.words(".made-still").await, "As of 13 Mar 2026");
    page.click("#static .views a[href='#view=sources']").await;
    let landed = "const top = document.getElementById('view=sources').getBoundingClientRect().top; \
        return location.hash === '#view=sources' && top >= 0 && top < innerHeight * 0.6";
    page.wait_for("the sources", landed, json!([])).await;
}

#[tokio::test]
async fn a_map_under_a_hand_keeps_to_the_guidelines() {
    for (page, what) in [
        (visit().await, "wide"),
        (visit_on_phone().await, "on a phone"),
    ] {
        let page = in_hand(page, "").await;
        page.click(".made-mat [data-key='+']").await;
        page.click(".made-mat .pan summary").await;
        // What is not looked at has no size before it is laid out.
        let lay_out = "for (const one of document.querySelectorAll('.made-part, .made-clause')) \
            one.style.contentVisibility = 'visible'";
        let _: Value = page.run(lay_out, json!([])).await;
        let found = found_here(&page, what).await;
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
