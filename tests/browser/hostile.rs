//! A dossier written by an enemy: its words are shown as words, and none of them runs.

use serde_json::{Value, json};

use super::harness::visit_site;
use super::page::{ACT, Page};
use super::site::{self, Site};

const TAG: &str = "<img src=x onerror=window.hacked=1>";
const SCRIPT: &str = "</script><script>window.hacked=1</script>";
const ADDRESS: &str = "javascript:window.hacked=1";

/// Changes the record of an id in a list of a file of the dossier.
fn change(site: &Site, file: &str, list: &str, id: &str, change: fn(&mut Value)) {
    let path = format!("dossier/{file}");
    let mut whole: Value = serde_json::from_str(&site::read(&path)).unwrap();
    let records = whole[list].as_array_mut().unwrap();
    let record = records.iter_mut().find(|one| one["id"] == id);
    change(record.unwrap_or_else(|| panic!("{file} holds no {id}")));
    site.replace(&path, whole.to_string());
}

fn site_of_an_enemy() -> Site {
    let site = Site::start();
    change(&site, "regions.json", "regions", "donetsk", |region| {
        region["name"]["en"] = json!(TAG);
        region["short"]["en"] = json!(TAG);
        region["local"]["name"] = json!(SCRIPT);
        region["status"]["text"]["en"] = json!(SCRIPT);
        region["claimed_by"][0]["text"]["en"] = json!(TAG);
    });
    change(&site, "plans/p20.json", "plans", "p20", |plan| {
        let clause = &mut plan["clauses"][11];
        assert_eq!(clause["id"], "p20-12");
        clause["title"]["en"] = json!(SCRIPT);
        clause["number"] = json!(TAG);
    });
    change(&site, "claims.json", "claims", "s04", |claim| {
        claim["text"]["en"] = json!(TAG);
        claim["quote"] = json!({ "words": SCRIPT, "lang": "\" onmouseover=\"window.hacked=1" });
    });
    change(&site, "sources.json", "sources", "src-un-es114", |source| {
        source["title"] = json!(TAG);
        source["publisher"] = json!(SCRIPT);
    });
    change(&site, "geo/towns.geojson", "features", "mariupol", |town| {
        town["properties"]["name"] = json!("<img src=x>");
        town["properties"]["rank"] = json!(1);
    });
    let mut manifest: Value = serde_json::from_str(&site::read("dossier/dossier.json")).unwrap();
    manifest["title"]["en"] = json!(TAG);
    manifest["attribution"][1]["text"]["en"] = json!(SCRIPT);
    site.replace("dossier/dossier.json", manifest.to_string());
    site
}

/// Opens a page, waits for the picture, and fails if any of the enemy's words became more than that.
async fn open(page: &Page, fragment: &str) {
    page.open(fragment).await;
    page.wait_for_rest().await;
    let made: Vec<String> = page
        .run(
            "return [...document.querySelectorAll('img, iframe, object, embed, [onerror], \
                [onmouseover], script:not([data-wasm], head > script[src=\"look.js\"], head > script[src=\"frame.js\"])')].map((one) => one.outerHTML)",
            json!([]),
        )
        .await;
    assert!(made.is_empty(), "{fragment} made {made:#?}");
    let hacked: bool = page.run("return 'hacked' in window", json!([])).await;
    assert!(!hacked, "{fragment} ran the enemy's words");
}

/// Fails if anything on the page leads to a script.
async fn assert_no_script_in_links(page: &Page) {
    let links: Vec<String> = page
        .run(
            "return [...document.querySelectorAll('*')].filter((one) => \
                ['href', 'xlink:href', 'src', 'action'].some((name) => \
                    one.getAttribute(name)?.trim().toLowerCase().startsWith('javascript:'))) \
                .map((one) => one.outerHTML)",
            json!([]),
        )
        .await;
    assert!(links.is_empty(), "links that run a script: {links:#?}");
}

#[tokio::test]
async fn hostile_words_are_shown_as_words() {
    let page = visit_site(site_of_an_enemy()).await;
    open(&page, "#region=donetsk").await;
    assert_eq!(page.words("[data-pane] h1").await, TAG);
    assert!(page.words("[data-pane] .local").await.contains(SCRIPT));
    assert!(page.words("[data-pane] .status").await.contains(SCRIPT));
    let name = page
        .attributes("[data-region='donetsk']", "aria-label")
        .await;
    assert!(name[0].contains(TAG), "{name:?}");

    open(&page, "#clause=p20-12").await;
    assert!(page.words("[data-pane] h1").await.contains(SCRIPT));
    assert!(page.words("[data-pane] .crumbs").await.contains(TAG));
    let title = page.chromium.driver.title().await.unwrap();
    assert!(title.contains(SCRIPT) && title.contains(TAG), "{title}");

    open(&page, "#region=donbas").await;
    let card = "[data-pane] [data-claim='s04']";
    assert_eq!(page.words(&format!("{card} .words")).await, TAG);
    assert_eq!(page.words(&format!("{card} q")).await, SCRIPT);

    open(&page, "#list=1").await;
    assert_eq!(page.words("[data-listed='donetsk']").await, TAG);
    assert_eq!(page.words("[data-pane] h1").await, TAG);
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_hostile_name_on_the_map_is_a_label() {
    let page = visit_site(site_of_an_enemy()).await;
    open(&page, "").await;
    let labels: Vec<String> = page
        .run(
            "return [...document.querySelectorAll('.canvas text')].map((one) => one.textContent)",
            json!([]),
        )
        .await;
    assert!(
        labels.iter().any(|label| label == "<img src=x>"),
        "{labels:?}"
    );
    page.assert_quiet().await;
}

#[tokio::test]
async fn hostile_words_of_a_source_and_of_a_credit_are_words() {
    let page = visit_site(site_of_an_enemy()).await;
    open(&page, "#source=src-un-es114").await;
    assert_eq!(page.words("[data-pane] h1").await, TAG);
    assert!(page.words("[data-pane] .local").await.contains(SCRIPT));
    assert!(page.words(".credits").await.contains(SCRIPT));
    assert_no_script_in_links(&page).await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_hostile_address_of_a_source_is_told_and_is_no_link() {
    let site = Site::start();
    change(&site, "sources.json", "sources", "src-un-es114", |source| {
        source["url"] = json!(ADDRESS);
    });
    let page = visit_site(site).await;
    for fragment in ["#source=src-un-es114", "#region=donetsk"] {
        open(&page, fragment).await;
        assert_no_script_in_links(&page).await;
    }
    assert_eq!(page.words("[data-pane] h1").await, "Donetsk oblast");
    page.click("details.notice > summary").await;
    let faults = page.words(".faults").await;
    assert!(
        faults.contains("sources.json:") && faults.contains(ADDRESS),
        "{faults}"
    );
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_hostile_address_of_a_credit_is_told_and_is_no_link() {
    let site = Site::start();
    let mut manifest: Value = serde_json::from_str(&site::read("dossier/dossier.json")).unwrap();
    manifest["attribution"][0]["url"] = json!(ADDRESS);
    site.replace("dossier/dossier.json", manifest.to_string());
    let page = visit_site(site).await;
    page.load("").await;
    let decided = format!("{ACT}return /ready|failed/.test(document.documentElement.dataset.app)");
    page.wait_for("the page to open or to say why not", &decided, json!([]))
        .await;
    assert_no_script_in_links(&page).await;
    let faults = page.words(".faults").await;
    assert!(
        faults.contains("dossier.json:") && faults.contains(ADDRESS),
        "{faults}"
    );
}
