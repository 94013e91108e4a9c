//! What the article around asks for before there is a program: the page made beforehand does it.

use serde_json::{Value, json};

use super::framed::Article;
use super::hand::in_hand;
use super::harness::visit;
use super::sharing::sandboxed;
use super::waiting::{is_more_asked, is_program_asked, wait_for_program};

fn ask(kind: &str, value: &str) -> Value {
    json!({ "source": "clausemap-host", "type": kind, "value": value })
}

async fn article(address: &str) -> Article {
    let frame = format!("<iframe src='ORIGIN/{address}' title=Map width=680 height=560></iframe>");
    let article = Article::with(visit().await, &frame).await;
    article
        .wait_to_hear(
            json!({ "source": "clausemap", "type": "ready", "lang": "en", "view": "map" }),
        )
        .await;
    article
}

/// Whether a section is read first, below the map, in this language, with these places outlined.
const FIRST: &str = "const [id, lang, places] = arguments; const first = document.querySelector('.made-text').firstElementChild; \
    const map = [...document.querySelectorAll('.made-mat > .map')].find((one) => one.checkVisibility()); \
    const here = [...map.querySelectorAll('[data-here]')].map((one) => one.dataset.region).sort(); \
    const top = first.getBoundingClientRect().top; \
    const is = first.id === id && document.documentElement.lang === lang && here.join() === places \
        && map.getBoundingClientRect().top >= 0 && top > 200 && top < 400 \
        && document.querySelectorAll('.made-text > [id^=\"region=\"], .made-text > [id^=\"clause=\"]').length === 1; \
    return is || [first.id, document.documentElement.lang, here.join(), top]";

async fn is_first(article: &Article, [id, lang, places]: [&str; 3]) {
    article.inside().await;
    article
        .page
        .wait_for(id, FIRST, json!([id, lang, places]))
        .await;
}

#[tokio::test]
async fn the_page_that_waits_does_what_the_article_asks_for() {
    let article = article("").await;
    // Who says so is not the page around: nothing comes of it.
    article.inside().await;
    let own = "postMessage({ source: 'clausemap-host', type: 'region', value: 'odesa' }, '*')";
    let _: Value = article.page.run(own, json!([])).await;
    article.say(ask("region", "kherson")).await;
    article
        .wait_to_hear(json!({ "type": "region.select", "region": "kherson" }))
        .await;
    is_first(&article, ["region=kherson", "en", "kherson"]).await;
    article.say(ask("clause", "p20-12")).await;
    article
        .wait_to_hear(json!({ "type": "clause.select", "clause": "p20-12" }))
        .await;
    is_first(&article, ["clause=p20-12", "en", "enerhodar,znpp"]).await;
    let plan = article.page.words(".made-opened .its-plan").await;
    assert!(plan.contains("20"), "{plan}");
    article.say(ask("theme", "dark")).await;
    article.say(ask("lang", "uk")).await;
    article
        .wait_to_hear(json!({ "type": "ready", "lang": "uk" }))
        .await;
    is_first(&article, ["clause=p20-12", "uk", "enerhodar,znpp"]).await;
    article.say(ask("lang", "en")).await;
    is_first(&article, ["clause=p20-12", "en", "enerhodar,znpp"]).await;
    // What no dossier has, and what is no command, is ignored.
    for message in [
        ask("region", "atlantis"),
        ask("region", "<img src=x>"),
        json!({ "source": "clausemap-host", "type": "region", "value": ["odesa"] }),
        ask("theme", "blue"),
        ask("lang", "xx"),
        ask("navigate", "https://example.org/"),
        json!({ "source": "clausemap-host" }),
    ] {
        article.say(message).await;
    }
    article.say(ask("lang", "ru")).await;
    is_first(&article, ["clause=p20-12", "ru", "enerhodar,znpp"]).await;
    let page = &article.page;
    page.wait_for_state("waiting").await;
    page.wait_for_frames().await;
    assert!(!is_more_asked(page), "{:?}", page.site.asked());
    assert!(article.scrolled().await.abs() < 1.0);
    // The program, when the reader asks for more, goes on from there.
    article.inside().await;
    page.wait_for_subject("clause:p20-12").await;
    let there = "const { lang, dataset } = document.documentElement; return lang === 'ru' && dataset.theme === 'dark'";
    page.wait_for("the dark theme in Russian", there, json!([]))
        .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_frame_opens_with_what_its_query_names_and_moves_no_article() {
    let address = "?region=kherson&fit=1#amp=1";
    let frame = format!("<iframe src='ORIGIN/{address}' title=Map width=680 height=560></iframe>");
    let article = Article::with(visit().await, &frame).await;
    is_first(&article, ["region=kherson", "en", "kherson"]).await;
    assert!(article.scrolled().await.abs() < 1.0);
    // A lens is chosen of what the article has asked for last.
    article.say(ask("region", "odesa")).await;
    is_first(&article, ["region=odesa", "en", "odesa"]).await;
    let page = &article.page;
    let list = "const list = document.querySelector('#static .lenses select'); list.value = '#lens=agreement'; \
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    let _: Value = page.run(list, json!([])).await;
    wait_for_program(page).await;
    page.wait_for_subject("region:odesa").await;
    let hash: String = page.run("return location.hash", json!([])).await;
    assert!(
        hash.contains("lens=agreement") && hash.contains("region=odesa"),
        "{hash}"
    );
    assert!(article.scrolled().await.abs() < 1.0);
}

#[tokio::test]
async fn of_many_wishes_the_last_is_done() {
    let article = article("").await;
    let many = "for (let at = 0; at < 150; at++) frames[0].postMessage({ source: 'clausemap-host', type: 'region', value: at % 2 ? 'odesa' : 'kherson' }, '*'); \
        for (const lang of ['uk', 'en', 'uk', 'ru', 'uk']) frames[0].postMessage({ source: 'clausemap-host', type: 'lang', value: lang }, '*')";
    let _: Value = article.page.run(many, json!([])).await;
    is_first(&article, ["region=odesa", "uk", "odesa"]).await;
    let page = &article.page;
    page.wait_for_frames().await;
    is_first(&article, ["region=odesa", "uk", "odesa"]).await;
    page.wait_for_subject("region:odesa").await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_focus_stays_when_the_article_asks_for_something_else() {
    let article = article("").await;
    article.say(ask("region", "kherson")).await;
    is_first(&article, ["region=kherson", "en", "kherson"]).await;
    let focus = "document.querySelector('.made-opened a[href]').focus({ preventScroll: true }); return document.activeElement.getAttribute('href')";
    let focused: String = article.page.run(focus, json!([])).await;
    article.say(ask("region", "odesa")).await;
    is_first(&article, ["region=odesa", "en", "odesa"]).await;
    let held = "return document.activeElement.getAttribute('href') === arguments[0] && !document.activeElement.closest('.made-opened')";
    article
        .page
        .wait_for("the focus where it was", held, json!([focused]))
        .await;
    assert!(!is_program_asked(&article.page));
}

#[tokio::test]
async fn a_step_of_the_reader_s_goes_before_what_the_article_asked_for() {
    let article = article("").await;
    article.say(ask("region", "kherson")).await;
    is_first(&article, ["region=kherson", "en", "kherson"]).await;
    let page = &article.page;
    let _: Value = page.run("location.hash = '#region=odesa'", json!([])).await;
    let here = "return document.querySelector('.made-low [data-here]').dataset.region === 'odesa'";
    page.wait_for("the reader's place", here, json!([])).await;
    assert!(!is_program_asked(page), "{:?}", page.site.asked());
    // Also where no step of the browser's is left to do.
    article.say(ask("region", "kherson")).await;
    is_first(&article, ["region=kherson", "en", "kherson"]).await;
    let tap = "document.querySelector('.made-low a[data-region=odesa]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
    let _: Value = page.run(tap, json!([])).await;
    page.wait_for("the reader's place again", here, json!([]))
        .await;
    page.wait_for_subject("region:odesa").await;
    page.wait_for_rest().await;
    assert_eq!(page.subject().await, "region:odesa");
    page.assert_quiet().await;
}

#[tokio::test]
async fn another_place_than_that_of_a_place_s_page_brings_the_program() {
    let article = article("r/donetsk.html").await;
    article.say(ask("region", "kherson")).await;
    article.inside().await;
    wait_for_program(&article.page).await;
    article.page.wait_for_subject("region:kherson").await;
}

#[tokio::test]
async fn in_a_sandbox_the_whole_page_is_told_too() {
    for is_refused in [false, true] {
        let article = sandboxed(is_refused).await;
        article.say(ask("theme", "dark")).await;
        article.say(ask("region", "kherson")).await;
        article.inside().await;
        let there = "const { app, theme } = document.documentElement.dataset; \
            return app === 'ready' && theme === 'dark' && document.querySelector('[data-pane]')?.dataset.subject === 'region:kherson'";
        article
            .page
            .wait_for("the other place, in the dark", there, json!([]))
            .await;
    }
}

#[tokio::test]
async fn a_map_in_the_reader_s_hand_is_not_taken_out_of_it() {
    let article = in_hand(visit().await).await;
    article.say(ask("lang", "uk")).await;
    article
        .wait_to_hear(json!({ "type": "ready", "lang": "uk" }))
        .await;
    article.inside().await;
    wait_for_program(&article.page).await;
    article.page.assert_quiet().await;
}

#[tokio::test]
async fn what_the_reader_presses_goes_before_what_the_article_asked_for() {
    let frame = "<iframe src='ORIGIN/' title=Map width=1000 height=640></iframe>";
    let article = Article::with(visit().await, frame).await;
    article
        .wait_to_hear(json!({ "source": "clausemap", "type": "ready" }))
        .await;
    article.say(ask("theme", "dark")).await;
    article.inside().await;
    let page = &article.page;
    let theme =
        |theme: &str| format!("return document.documentElement.dataset.theme === '{theme}'");
    page.wait_for("the dark", &theme("dark"), json!([])).await;
    page.click("#static .tool-buttons > :nth-child(2)").await;
    wait_for_program(page).await;
    page.wait_for("the light", &theme("light"), json!([])).await;
    page.wait_for_rest().await;
    assert!(page.run::<bool>(&theme("light"), json!([])).await);
    page.assert_quiet().await;
}
