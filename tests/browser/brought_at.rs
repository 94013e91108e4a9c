//! Another dossier than the page's own, by its address: `?dossier=`, beside the page or elsewhere.

use serde_json::json;

use super::brought::{assert_not_blank, case, findings};
use super::harness::{visit, visit_site};
use super::page::Page;
use super::site::Site;

/// A site that has the dossier `unused-feature` in its folder `ours`; what the command line says of that.
fn with_another(site: &Site) -> Vec<String> {
    let (files, expected) = case("unused-feature");
    for (name, bytes) in files {
        site.replace(&format!("ours/{name}"), bytes);
    }
    expected
}

async fn goto(page: &Page, query: &str) {
    let address = format!("{}index.html?{query}", page.site.address());
    page.chromium.driver.goto(&address).await.unwrap();
}

/// The page's own dossier is shown, whole, and with a word on why.
async fn assert_own_with_a_word(page: &Page, told: &[&str]) {
    page.wait_for_state("ready").await;
    let said = page.words(".brought[role='alert']").await;
    for part in told {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(said.contains("This page shows its own dossier"), "{said}");
    assert_eq!(page.count("[data-brought-from]").await, 0);
    assert_eq!(page.count("html[data-brought]").await, 0);
    assert_not_blank(page, told[0]).await;
}

#[tokio::test]
async fn a_dossier_is_read_from_the_folder_that_the_address_names() {
    let site = Site::start();
    let expected = with_another(&site);
    let page = visit_site(site).await;
    goto(&page, "dossier=ours/").await;
    page.wait_for_state("ready").await;
    assert_eq!(findings(&page).await, expected);
    let host = page.site.origin.trim_start_matches("http://");
    let from = page.words("[data-brought-from] b").await;
    assert_eq!(from, format!("Dossier from {host}"));
    // Of the page's own nothing is asked for, from close by neither, and nothing is shown.
    page.click(".over.zoom button").await;
    page.click(".over.zoom button").await;
    page.wait_for_rest().await;
    let asked = page.site.asked();
    assert!(
        asked.iter().all(|path| !path.starts_with("dossier/")),
        "{asked:#?}"
    );
    assert_eq!(page.count("#static").await, 0);
    page.assert_quiet().await;
    page.click("[data-brought-from] a").await;
    page.wait_for(
        "the page's own dossier",
        "return document.documentElement.dataset.app === 'ready' && !document.querySelector('.brought')",
        json!([]),
    )
    .await;
}

#[tokio::test]
async fn a_dossier_elsewhere_is_read_where_its_server_and_the_pages_policy_let_it() {
    let open = Site::answering(&[("access-control-allow-origin", "*")]);
    let expected = with_another(&open);
    let shut = Site::start();
    with_another(&shut);
    let site = Site::start();
    let (ours, theirs) = (&open.origin, &shut.origin);
    let names_both = format!("connect-src 'self' https: {ours} {theirs}");
    site.edit("index.html", "connect-src 'self' https:", &names_both);
    let page = visit_site(site).await;

    goto(&page, &format!("dossier={ours}/ours/dossier.json")).await;
    page.wait_for_state("ready").await;
    assert_eq!(findings(&page).await, expected);
    let host = ours.trim_start_matches("http://");
    let from = page.words("[data-brought-from] b").await;
    assert_eq!(from, format!("Dossier from {host}"));

    // Without the header nobody says who refused: all that it can be is told.
    goto(&page, &format!("dossier={theirs}/ours/")).await;
    let why = ["Access-Control-Allow-Origin", "connect-src", &**theirs];
    assert_own_with_a_word(&page, &why).await;
    assert!(shut.asked().contains(&"ours/dossier.json".to_owned()));

    // Nor does the page ask whom its policy does not name.
    let page = visit().await;
    let before = open.asked().len();
    goto(&page, &format!("dossier={ours}/ours/")).await;
    assert_own_with_a_word(&page, &why[..2]).await;
    assert_eq!(open.asked().len(), before);
}

#[tokio::test]
async fn an_address_without_a_dossier_and_one_that_is_not_opened_say_so() {
    let page = visit().await;
    for (asked, told) in [
        ("nowhere/", ["nowhere/", "answered 404"]),
        (
            "http://example.org/",
            ["http://example.org/", "is not opened"],
        ),
        (
            "https://a:b@example.org/",
            ["https://a:b@", "is not opened"],
        ),
        ("javascript:alert(1)", ["javascript:", "is not opened"]),
        ("data:application/json,{}", ["data:", "is not opened"]),
    ] {
        goto(&page, &format!("dossier={asked}")).await;
        assert_own_with_a_word(&page, &told).await;
    }
}

#[tokio::test]
async fn a_manifest_that_cannot_be_used_is_told_as_on_the_command_line() {
    let site = Site::start();
    site.replace("ours/dossier.json", "{\n  \"format\": ");
    let page = visit_site(site).await;
    goto(&page, "dossier=ours/").await;
    page.wait_for_state("failed").await;
    let told = findings(&page).await;
    assert!(told[0].starts_with("dossier.json:2:"), "{told:#?}");
    assert_not_blank(&page, "ours").await;
    let title = page.words(".state h1").await;
    assert_eq!(title, "This dossier could not be opened");
    assert_eq!(page.count("[data-brought-from] a").await, 1);
    assert_eq!(page.count("#static").await, 0);
}

#[tokio::test]
async fn without_its_program_the_page_shows_no_other_dossier_than_was_asked_for() {
    let site = Site::start();
    with_another(&site);
    let built = super::site::read("index.html");
    let program = built.split("data-wasm=\"").nth(1).unwrap();
    site.remove(program.split('"').next().unwrap().trim_start_matches("./"));
    let page = visit_site(site).await;
    goto(&page, "dossier=ours/").await;
    page.wait_for_state("failed").await;
    page.wait_for(
        "a word on it",
        "return document.body.innerText.includes('could not start')",
        json!([]),
    )
    .await;
    let shipped = "return document.body.innerText.includes('Ukraine')";
    assert!(!page.run::<bool>(shipped, json!([])).await);
}
