//! What is wrong is told, with its place; what is sound is shown.

use serde_json::json;

use super::expected;
use super::harness::{visit, visit_site};
use super::site::{self, Site};

/// Opens the notice of faults and reads its lines.
async fn faults(page: &super::page::Page) -> Vec<String> {
    page.click("details.notice > summary").await;
    let open = "return document.querySelector('details.notice').open";
    page.wait_for("the notice to open", open, json!([])).await;
    let script = "return [...document.querySelectorAll('.faults li')].map((one) => one.innerText)";
    page.run(script, json!([])).await
}

#[tokio::test]
async fn the_shipped_dossier_has_no_fault_to_tell() {
    let page = visit().await;
    page.open("").await;
    assert_eq!(page.count(".notice").await, 0);
}

#[tokio::test]
async fn a_claim_with_a_wrong_field_is_named_by_line_and_column_and_the_rest_is_there() {
    let site = Site::start();
    let (good, bad) = ("\"on_record\": true", "\"on_record\": \"maybe\"");
    site.edit("dossier/claims.json", good, bad);
    let text = site::read("dossier/claims.json");
    let (before, _) = text.split_once(good).unwrap();
    let line = before.lines().count();
    let claims = expected::records("claims.json", "claims");
    assert_eq!(
        claims[0]["id"], "s01",
        "the first claim is the one that breaks"
    );
    let page = visit_site(site).await;
    page.open("#source=src-seed").await;
    let faults = faults(&page).await;
    assert_eq!(faults.len(), 1, "{faults:#?}");
    let place = faults[0]
        .strip_prefix(&format!("claims.json:{line}:"))
        .unwrap_or_else(|| {
            panic!("{} does not begin with claims.json:{line}:", faults[0]);
        });
    let (column, said) = place.split_once(": ").unwrap();
    let column: usize = column.parse().expect("a column");
    let width = text.lines().nth(line - 1).unwrap().chars().count() + 3;
    assert!((1..=width).contains(&column), "column {column} of {width}");
    assert!(said.contains("maybe"), "{said}");
    // That claim is left out; the others that rest on this source are shown.
    let of_source: Vec<String> = expected::ids(&claims)
        .into_iter()
        .zip(&claims)
        .filter(|(_, claim)| {
            claim["sources"]
                .as_array()
                .unwrap()
                .contains(&json!("src-seed"))
        })
        .map(|(id, _)| id)
        .filter(|id| id != "s01")
        .collect();
    let mut shown = page
        .attributes("[data-pane] [data-claim]", "data-claim")
        .await;
    shown.sort();
    let mut of_source = of_source;
    of_source.sort();
    assert_eq!(shown, of_source);
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_file_that_does_not_arrive_is_named_and_the_rest_is_there() {
    let site = Site::start();
    site.remove("dossier/claims.json");
    let page = visit_site(site).await;
    page.open("#region=donetsk").await;
    assert_eq!(page.words("[data-pane] h1").await, "Donetsk oblast");
    assert!(page.count("[data-pane] [data-clause]").await > 10);
    assert_eq!(page.count("[data-pane] [data-claim]").await, 0);
    let faults = faults(&page).await;
    let named = |line: &String| line.starts_with("dossier.json:") && line.contains("claims.json");
    assert!(faults.iter().any(named), "{faults:#?}");
}

#[tokio::test]
async fn a_map_layer_that_does_not_arrive_leaves_the_reading() {
    let site = Site::start();
    site.remove("dossier/geo/units.geojson");
    let page = visit_site(site).await;
    page.open("#region=donetsk").await;
    assert_eq!(page.words("[data-pane] h1").await, "Donetsk oblast");
    assert!(page.count("[data-pane] [data-claim]").await > 5);
    let faults = faults(&page).await;
    assert!(
        faults.iter().any(|line| line.contains("geo/units.geojson")),
        "{faults:#?}"
    );
    // The list is the way to places that the map cannot draw.
    page.click(".bar .tools button").await;
    page.click("[data-listed='kherson']").await;
    page.wait_for_subject("region:kherson").await;
}

#[tokio::test]
async fn without_its_first_file_the_page_says_so_and_tries_again() {
    let site = Site::start();
    site.remove("dossier/dossier.json");
    let page = visit_site(site).await;
    page.load("#region=donetsk").await;
    page.wait_for_state("failed").await;
    let told = page.words("[role='alert']").await;
    assert!(told.contains("dossier.json"), "{told}");
    let asked = page.site.asked().len();
    page.click("[role='alert'] button").await;
    page.until("the button to ask for the file again", || {
        page.site.asked().len() > asked
    })
    .await;
    page.wait_for_state("failed").await;
    page.site.restore("dossier/dossier.json");
    page.click("[role='alert'] button").await;
    page.wait_for_state("ready").await;
    page.wait_for_subject("region:donetsk").await;
    assert_eq!(page.count("[role='alert']").await, 0);
}

#[tokio::test]
async fn a_first_file_that_cannot_be_used_is_told_with_its_place() {
    let site = Site::start();
    site.edit(
        "dossier/dossier.json",
        "\"first_plan\": \"p20\",",
        "\"first_plan\" \"p20\",",
    );
    let line = site::read("dossier/dossier.json")
        .lines()
        .position(|line| line.contains("\"first_plan\""))
        .unwrap()
        + 1;
    let page = visit_site(site).await;
    page.load("").await;
    page.wait_for_state("failed").await;
    let told = page.words("[role='alert']").await;
    assert!(told.contains(&format!("dossier.json:{line}:")), "{told}");
    page.site.restore("dossier/dossier.json");
    page.click("[role='alert'] button").await;
    page.wait_for_state("ready").await;
}
