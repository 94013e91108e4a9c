//! A place's page, which a link in a network or a message leads to: the same program from there, and what is read
//! where none runs.

use serde_json::{Value, json};

use super::alone::bring_hand;
use super::axe;
use super::framed::Article;
use super::harness::{CALM, DARK, LIGHT, visit, visit_site};
use super::page::Page;
use super::site::{self, Site};
use super::waiting::{is_more_asked, is_program_asked, wait_for_program};

/// The built page under a path.
fn below() -> Site {
    Site::of(site::folder(), "/maps/plan", &[])
}

async fn go(page: &Page, file: &str) {
    let address = format!("{}/{file}", page.site.origin);
    page.chromium.driver.goto(&address).await.unwrap();
}

async fn address(page: &Page) -> String {
    let address: String = page.run("return location.href", json!([])).await;
    let own = address.strip_prefix(&page.site.origin);
    own.unwrap_or(&address).to_owned()
}

/// Whether the map around the place is there, with the place outlined on it, and the page begins with it.
const READ: &str = "const place = document.getElementById(arguments[0])?.getBoundingClientRect(); \
    const maps = [...document.querySelectorAll('.made-mat > .map')].filter((one) => one.checkVisibility()); \
    const shape = maps[0]?.querySelector('[aria-current]'); \
    return maps.length === 1 && shape?.getBoundingClientRect().width > 20 \
        && place?.top >= 0 && place.top < 160 && place.height > 300 && scrollY === 0";

async fn is_read(page: &Page, section: &str) {
    page.wait_for("the place's page", READ, json!([section]))
        .await;
}

#[tokio::test]
async fn a_shared_link_opens_the_program_at_its_place_from_any_path() {
    let page = visit_site(below()).await;
    page.prefer(&[CALM]).await;
    go(&page, "embed.html").await;
    go(&page, "r/donetsk.html").await;
    page.wait_for_state("ready").await;
    page.wait_for_subject("region:donetsk").await;
    assert_eq!(address(&page).await, "/#region=donetsk");
    // What can be copied from the bar opens the same.
    page.follow("#region=kherson", "region:kherson").await;
    page.back().await;
    page.wait_for_subject("region:donetsk").await;
    page.chromium.driver.refresh().await.unwrap();
    page.wait_for_state("ready").await;
    page.wait_for_subject("region:donetsk").await;
    // Nobody is held here: one step back is where the reader came from.
    page.back().await;
    let there = "return location.pathname.endsWith('/embed.html')";
    page.wait_for("the page before", there, json!([])).await;
    // The language is that of the link, and what was asked in it stays.
    go(&page, "r/donetsk.uk.html?theme=dark").await;
    page.wait_for_state("ready").await;
    page.wait_for_subject("region:donetsk").await;
    assert_eq!(page.words(".pane h1").await, "Донецька область");
    // Nobody else has been asked, and nothing is kept.
    let own = format!("{}/", page.site.origin);
    let asked = page.requested().await;
    let elsewhere = asked
        .iter()
        .find(|url| url.starts_with("http") && !url.starts_with(&own));
    assert_eq!(elsewhere, None);
    let kept = "return [document.cookie, localStorage.length, sessionStorage.length]";
    let kept: Value = page.run(kept, json!([])).await;
    assert_eq!(kept, json!(["", 0, 0]));
    let address = address(&page).await;
    assert!(
        address.starts_with("/index.uk.html?theme=dark#region=donetsk"),
        "{address}"
    );
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_place_s_page_waits_for_its_reader_and_leads_to_the_whole_without_a_program() {
    for (width, height, map) in [(1440, 900, "wide"), (390, 844, "small"), (680, 560, "low")] {
        let page = visit_site(below()).await;
        page.resize(width, height, false).await;
        go(&page, "r/donetsk.html?lang=en&theme=dark").await;
        page.wait_for_state("waiting").await;
        is_read(&page, "region=donetsk").await;
        page.wait_for_frames().await;
        assert!(!is_more_asked(&page), "{:?}", page.site.asked());
        // A link, as a reader by keyboard follows it: the mouse on its way there would be an act as well.
        let follow = "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
        let link = format!(".made-{map} a[data-region=zaporizhzhia]");
        let _: Value = page.run(follow, json!([link])).await;
        let landed = "const top = document.getElementById('region=zaporizhzhia')?.getBoundingClientRect().top; \
            return top >= 0 && top < innerHeight * 0.6";
        page.wait_for("the other place", landed, json!([])).await;
        let there = "/index.html?lang=en&theme=dark#region=zaporizhzhia";
        assert_eq!(address(&page).await, there);
        page.back().await;
        is_read(&page, "region=donetsk").await;
        assert_eq!(address(&page).await, "/r/donetsk.html?lang=en&theme=dark");
        assert!(!is_program_asked(&page), "{:?}", page.site.asked());
        page.assert_quiet().await;
    }
}

#[tokio::test]
async fn on_a_place_s_page_the_hand_moves_its_map_and_a_choice_is_made_of_the_place() {
    let page = visit_site(below()).await;
    page.prefer(&[CALM]).await;
    go(&page, "r/donetsk.html").await;
    page.wait_for_state("waiting").await;
    bring_hand(&page).await;
    let wide = "return document.querySelector('.made-wide [data-region=donetsk] path').getBoundingClientRect().width";
    let before: f64 = page.run(wide, json!([])).await;
    page.click(".made-mat [data-key='+']").await;
    page.wait_for(
        "a closer map",
        &format!("{wide} > arguments[0]"),
        json!([before * 1.5]),
    )
    .await;
    assert!(!is_program_asked(&page), "{:?}", page.site.asked());
    // Who is on the map already stays there.
    page.click("#static .views [aria-current]").await;
    page.click("#static .lenses a:nth-child(2)").await;
    wait_for_program(&page).await;
    page.wait_for_subject("region:donetsk").await;
    assert_eq!(address(&page).await, "/#region=donetsk&lens=agreement");
    // One step back is the place without the lens, on the page that has the program.
    page.back().await;
    let plain = "return location.hash === '#region=donetsk' && document.querySelector('#app .lenses [aria-current]').dataset.lens === 'clauses'";
    page.wait_for("the place as it was", plain, json!([])).await;
    assert_eq!(address(&page).await, "/#region=donetsk");
    page.assert_quiet().await;
}

#[tokio::test]
async fn what_others_write_into_its_address_does_no_harm_and_without_links_its_places_still_lead() {
    let page = visit_site(below()).await;
    page.prefer(&[CALM]).await;
    go(&page, "r/donetsk.html?links=0#amp=1").await;
    page.wait_for_state("waiting").await;
    let led = "return [document.querySelectorAll('#static a[href^=http]').length, \
        document.querySelectorAll('#static .made-mat a[href]').length > 20, document.querySelectorAll('#static .made-text a[href]').length > 20]";
    let led: Value = page.run(led, json!([])).await;
    assert_eq!(led, json!([0, true, true]));
    page.click("#static .search .field").await;
    wait_for_program(&page).await;
    page.wait_for_subject("region:donetsk").await;
    assert_eq!(address(&page).await, "/?links=0#region=donetsk");
}

#[tokio::test]
async fn without_scripts_the_place_is_read_and_the_whole_is_one_link_away() {
    let page = visit_site(below()).await;
    let off = json!({ "value": true });
    let command = "Emulation.setScriptExecutionDisabled";
    page.chromium.devtools(command, off).await;
    for (width, height) in [(1440, 900), (390, 844)] {
        page.resize(width, height, width < 600).await;
        go(&page, "r/donetsk.html").await;
        is_read(&page, "region=donetsk").await;
        let told = "return document.querySelector('noscript .made-missing').checkVisibility()";
        page.wait_for("a line on it", told, json!([])).await;
        let wide: u32 = page
            .run("return document.documentElement.scrollWidth", json!([]))
            .await;
        assert!(wide <= width, "{wide} px in a window of {width}");
        page.click("#static .button[href]").await;
        let there = "const one = document.getElementById('region=donetsk')?.getBoundingClientRect(); \
            return location.pathname.endsWith('/index.html') && one?.top >= 0 && one.top < innerHeight";
        page.wait_for("the whole page at the place", there, json!([]))
            .await;
    }
}

#[tokio::test]
async fn where_the_program_does_not_come_the_page_stays_and_leads_on() {
    for gone in ["r/share.js", "boot.js", "dossier/dossier.json"] {
        // A browser of its own: it has kept nothing of the file.
        let page = visit().await;
        page.site.remove(gone);
        go(&page, "r/znpp.ru.html").await;
        page.wait_for_state("failed").await;
        is_read(&page, "region=znpp").await;
        let led: Vec<String> = page.attributes("#static .made-text a", "href").await;
        assert!(led.len() > 5);
        page.click("#static .made-text a[href*='#clause=']").await;
        let there = "return location.pathname.endsWith('/index.ru.html') && location.hash.startsWith('#clause=') \
            && document.getElementById(location.hash.slice(1))?.getBoundingClientRect().top < innerHeight";
        page.wait_for("the clause on the whole page", there, json!([]))
            .await;
    }
}

/// A place's page in a sandbox without an origin; some browsers let no page there have another address.
pub async fn sandboxed(is_refused: bool) -> Article {
    let open = [("access-control-allow-origin", "*")];
    let site = Site::answering(&open);
    if is_refused {
        let refuse = "history.replaceState = () => { throw new DOMException('refused', 'SecurityError'); };\n";
        site.replace(
            "r/share.js",
            format!("{refuse}{}", site::read("r/share.js")),
        );
    }
    let page = visit_site(site).await;
    let frame = "<iframe src='ORIGIN/r/donetsk.html' sandbox=allow-scripts title=Map width=680 height=560></iframe>";
    let article = Article::with(page, frame).await;
    article
        .wait_to_hear(json!({ "source": "clausemap", "type": "ready" }))
        .await;
    article
}

#[tokio::test]
async fn in_a_sandbox_the_whole_page_opens_at_the_place() {
    for is_refused in [false, true] {
        let article = sandboxed(is_refused).await;
        article.inside().await;
        is_read(&article.page, "region=donetsk").await;
        // One choice is enough.
        article.page.click("#static .search .field").await;
        let there = "return document.documentElement.dataset.app === 'ready' && document.querySelector('[data-pane]')?.dataset.subject === 'region:donetsk'";
        article
            .page
            .wait_for("the program at the place", there, json!([]))
            .await;
        // Gone to, it is told that it has been asked for more.
        let more = if is_refused { "?more=1" } else { "" };
        let whole = format!("/{more}#region=donetsk");
        assert_eq!(address(&article.page).await, whole);
    }
}

#[tokio::test]
async fn where_the_page_is_kept_the_link_opens_what_is_kept() {
    let headers = [("cache-control", "no-cache")];
    let page = visit_site(Site::answering(&headers).made_safe()).await;
    page.prefer(&[CALM]).await;
    page.open("").await;
    let kept = "return navigator.serviceWorker.getRegistration() \
        .then((one) => one?.active?.state === 'activated')";
    page.wait_for("the page to be kept", kept, json!([])).await;
    go(&page, "r/donetsk.html").await;
    let whole = "return !document.querySelector('script[data-opens]') && document.documentElement.dataset.app === 'waiting'";
    page.wait_for("the whole page", whole, json!([])).await;
    page.wait_for_subject("region:donetsk").await;
    assert_eq!(address(&page).await, "/#region=donetsk");
}

#[tokio::test]
async fn axe_finds_nothing_on_a_place_s_page() {
    let page = visit().await;
    let mut found = Vec::new();
    for (file, width, wish) in [
        ("r/donetsk.html", 1440, LIGHT),
        ("r/znpp.uk.html", 390, DARK),
        ("r/crimea.ru.html", 390, LIGHT),
    ] {
        page.resize(width, 900, width < 600).await;
        page.prefer(&[wish, CALM]).await;
        go(&page, &format!("{file}?static=1")).await;
        page.wait_for_state("static").await;
        found.extend(axe::found_here(&page, &format!("{file}, {width} px")).await);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What a page weighs that shows the place, packed, before the program is asked for.
#[tokio::test]
async fn a_place_s_page_is_light() {
    let page = visit().await;
    go(&page, "r/donetsk.html?static=1").await;
    page.wait_for_state("static").await;
    is_read(&page, "region=donetsk").await;
    let asked = page.site.asked();
    let weigh = |path: &String| {
        super::weight::packed(&std::fs::read(site::folder().join(path)).unwrap()).len()
    };
    let weights: Vec<(&String, usize)> = asked.iter().map(|path| (path, weigh(path))).collect();
    let all: usize = weights.iter().map(|(_, bytes)| bytes).sum();
    eprintln!("{all} bytes: {weights:?}");
    assert!(all < 74_000, "{all} bytes: {weights:?}");
}
