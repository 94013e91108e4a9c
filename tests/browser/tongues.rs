//! The page made beforehand in the reader's language: it is had without a program, wherever the page stands.

use serde_json::{Value, json};

use super::framed::Article;
use super::harness::{visit, visit_site};
use super::page::Page;
use super::site::{self, Site};
use super::waiting::{is_more_asked, wait_for_program};

/// A browser whose reader would rather read this language.
pub async fn reading(lang: &str, page: Page) -> Page {
    let source = format!(
        "Object.defineProperty(Navigator.prototype, 'languages', {{ get: () => ['{lang}', 'en'] }})"
    );
    let command = "Page.addScriptToEvaluateOnNewDocument";
    page.chromium
        .devtools(command, json!({ "source": source }))
        .await;
    page
}

async fn go(page: &Page, address: &str) {
    let address = format!("{}/{address}", page.site.origin);
    page.chromium.driver.goto(&address).await.unwrap();
}

/// Which language is read, at which address, and whether it waits for its reader.
const READ: &str = "const { lang, dataset } = document.documentElement; \
    const first = document.querySelector('#static .made-text h1'); \
    return JSON.stringify([lang, location.pathname + location.search + location.hash, dataset.app, first?.textContent.trim() ?? '']) \
        === JSON.stringify([...arguments]) || [lang, location.href, dataset.app, first?.textContent]";

const UKRAINIAN: &str = "Мирний план для України за посередництва США";
const RUSSIAN: &str = "Мирный план для Украины при посредничестве США";
const ENGLISH: &str = "US-brokered peace plan for Ukraine";

async fn is_read(page: &Page, lang: &str, address: &str, heading: &str) {
    page.wait_for(address, READ, json!([lang, address, "waiting", heading]))
        .await;
    page.wait_for_frames().await;
    assert!(!is_more_asked(page), "{address}: {:?}", page.site.asked());
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_reader_of_another_language_is_led_to_its_page() {
    for (from, lang, to, heading) in [
        ("", "uk", "/index.uk.html", UKRAINIAN),
        (
            "?theme=dark&lang=ru#region=odesa",
            "ru",
            "/index.ru.html?theme=dark&lang=ru#region=odesa",
            RUSSIAN,
        ),
        // Who asks for a language has asked for it, though others come first in the browser.
        ("index.ru.html", "ru", "/index.ru.html", RUSSIAN),
        ("?lang=en", "en", "/?lang=en", ENGLISH),
        (
            "index.uk.html?lang=en",
            "en",
            "/index.html?lang=en",
            ENGLISH,
        ),
        // One that nobody has made is passed over.
        (
            "index.ru.html?lang=tlh",
            "ru",
            "/index.ru.html?lang=tlh",
            RUSSIAN,
        ),
    ] {
        let page = reading("uk", visit().await).await;
        go(&page, from).await;
        is_read(&page, lang, to, heading).await;
    }
    // A place's page has one in each language too.
    let page = reading("uk", visit().await).await;
    go(&page, "r/donetsk.html?utm_source=x").await;
    let to = "/r/donetsk.uk.html?utm_source=x";
    is_read(&page, "uk", to, "Донецька область").await;
    // What is asked for besides is had in that language.
    go(&page, "#view=compare").await;
    wait_for_program(&page).await;
    let title: String = page
        .run(
            "return [document.documentElement.lang, location.pathname].join()",
            json!([]),
        )
        .await;
    assert_eq!(title, "uk,/index.uk.html");
}

#[tokio::test]
async fn whoever_goes_to_another_language_by_a_link_of_the_page_stays_there() {
    let page = reading("uk", visit().await).await;
    go(&page, "index.uk.html?static=1").await;
    page.wait_for_state("static").await;
    page.click("#static a[hreflang=en]").await;
    is_read(&page, "en", "/index.html?lang=en", ENGLISH).await;
}

#[tokio::test]
async fn in_a_frame_the_page_in_the_reader_s_language_is_fetched_into_it() {
    for (query, lang, heading) in [
        ("", "uk", UKRAINIAN),
        ("?lang=ru&links=0", "ru", RUSSIAN),
        ("?fit=1&region=odesa", "uk", UKRAINIAN),
        ("r/donetsk.html?fit=1", "uk", "Донецька область"),
    ] {
        let page = reading("uk", visit().await).await;
        let frame =
            format!("<iframe src='ORIGIN/{query}' title=Map width=100% height=560></iframe>");
        let article = Article::with(page, &frame).await;
        article
            .wait_to_hear(json!({ "source": "clausemap", "type": "ready", "lang": lang }))
            .await;
        article.inside().await;
        is_read(&article.page, lang, &format!("/{query}"), heading).await;
        if query.contains("links=0") {
            let led = article.page.count("#static a[href^='http']").await;
            assert_eq!(led, 0);
        }
        if query.starts_with("r/") {
            let leads = "const to = new URL(document.querySelector('.made-text a[href*=\"#clause=\"]').href); \
                return to.pathname + to.search";
            let leads: String = article.page.run(leads, json!([])).await;
            assert_eq!(leads, "/index.uk.html?fit=1");
        }
        // The program, when it is asked for, speaks it as well.
        article.page.wait_for_state("ready").await;
        let said: String = article
            .page
            .run("return document.documentElement.lang", json!([]))
            .await;
        assert_eq!(said, lang, "{query}");
        article.page.assert_quiet().await;
    }
}

#[tokio::test]
async fn where_the_page_in_that_language_cannot_be_had_the_program_speaks_it() {
    // A host that has one page for every name.
    let site = Site::start();
    site.replace("index.uk.html", site::read("index.html"));
    let page = reading("uk", visit_site(site).await).await;
    go(&page, "").await;
    wait_for_program(&page).await;
    let said: Value = page
        .run(
            "return [document.documentElement.lang, location.pathname]",
            json!([]),
        )
        .await;
    assert_eq!(said, json!(["uk", "/index.uk.html"]));
}

#[tokio::test]
async fn where_a_frame_cannot_have_the_page_in_that_language_the_program_speaks_it() {
    let site = Site::start();
    site.remove("index.uk.html");
    let page = reading("uk", visit_site(site).await).await;
    let frame = "<iframe src='ORIGIN/' title=Map width=100% height=560></iframe>";
    let article = Article::with(page, frame).await;
    article.inside().await;
    wait_for_program(&article.page).await;
    let said: String = article
        .page
        .run("return document.documentElement.lang", json!([]))
        .await;
    assert_eq!(said, "uk");
}

#[tokio::test]
async fn a_page_that_needs_no_program_is_in_the_reader_s_language_too() {
    let page = reading("uk", visit().await).await;
    go(&page, "?static=1#clause=p20-12").await;
    let there = "const { lang, dataset } = document.documentElement; \
        const top = document.getElementById('clause=p20-12').getBoundingClientRect().top; \
        return lang === 'uk' && dataset.app === 'static' && top >= 0 && top < innerHeight * 0.6";
    page.wait_for("the clause in Ukrainian", there, json!([]))
        .await;
    let frame = "<iframe src='ORIGIN/?static=1' title=Map width=100% height=560></iframe>";
    let article = Article::with(page, frame).await;
    article.inside().await;
    let there = "return document.documentElement.lang === 'uk' && document.documentElement.dataset.app === 'static' \
        && document.querySelector('#static h1').textContent === arguments[0]";
    article
        .page
        .wait_for("the page in Ukrainian", there, json!([UKRAINIAN]))
        .await;
    assert!(!is_more_asked(&article.page));
    article.page.assert_quiet().await;
}
