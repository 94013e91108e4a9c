//! The list: all of the dossier without a map.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::expected;
use super::harness::visit_calmly;
use super::page::Page;

/// Every clause and part of every plan, and every claim, read by plain means.
fn all_ids() -> (BTreeSet<String>, BTreeSet<String>) {
    let manifest: Value = serde_json::from_str(&super::site::read("dossier/dossier.json")).unwrap();
    let files = manifest["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(expected::text);
    let mut clauses = BTreeSet::new();
    for file in files.filter(|file| file.starts_with("plans/")) {
        for plan in expected::records(&file, "plans") {
            for clause in plan["clauses"].as_array().into_iter().flatten() {
                let parts = clause["parts"].as_array().into_iter().flatten();
                let all = std::iter::once(clause).chain(parts);
                clauses.extend(all.map(|one| expected::text(&one["id"])));
            }
        }
    }
    let claims = expected::records("claims.json", "claims");
    (clauses, expected::ids(&claims).into_iter().collect())
}

/// Opens every entry and waits until all of them are whole.
async fn open_all(page: &Page) {
    page.click("[data-open-all]").await;
    let script = "return [...document.querySelectorAll('[data-entry]')].every((one) => one.open \
        && one.querySelector('.list-body')) && !document.querySelector('[data-later]')";
    page.wait_for("all entries", script, json!([])).await;
}

async fn shown(page: &Page, name: &str) -> BTreeSet<String> {
    let css = format!("#view [data-{name}]");
    let found = page.attributes(&css, &format!("data-{name}")).await;
    found.into_iter().collect()
}

#[tokio::test]
async fn every_clause_every_claim_and_every_place_is_in_it() {
    let page = visit_calmly().await;
    page.open("#view=list").await;
    let (clauses, claims) = all_ids();
    assert!(clauses.len() > 90 && claims.len() > 90);
    let places = expected::ids(&expected::records("regions.json", "regions"));
    let mut entries = shown(&page, "entry").await;
    assert!(entries.remove("placeless"));
    assert_eq!(entries, places.into_iter().collect());
    open_all(&page).await;
    assert_eq!(shown(&page, "clause").await, clauses);
    assert_eq!(shown(&page, "claim").await, claims);
    page.assert_quiet().await;
    page.click("[data-open-all]").await;
    let script = "return !document.querySelector('[data-entry][open]')";
    page.wait_for("no entry open", script, json!([])).await;
}

#[tokio::test]
async fn filters_leave_what_they_ask_for() {
    let page = visit_calmly().await;
    page.open("#view=list&party=ru&stance=opposes").await;
    open_all(&page).await;
    let claims = expected::records("claims.json", "claims");
    let asked = claims
        .iter()
        .filter(|claim| claim["party"] == "ru" && claim["stance"] == "opposes");
    let asked: Vec<&Value> = asked.collect();
    let ids: BTreeSet<String> = asked
        .iter()
        .map(|claim| expected::text(&claim["id"]))
        .collect();
    assert!(ids.len() > 2);
    assert_eq!(shown(&page, "claim").await, ids);
    // Of the clauses, those that such a claim is about, and the clause that such a part stands in.
    let about = asked
        .iter()
        .flat_map(|claim| claim["clauses"].as_array().into_iter().flatten());
    let about: BTreeSet<String> = about.map(expected::text).collect();
    let clauses = shown(&page, "clause").await;
    assert!(about.is_subset(&clauses), "{about:?} {clauses:?}");
    for clause in clauses.difference(&about) {
        let is_whole = about.iter().any(|part| part.starts_with(clause.as_str()));
        assert!(is_whole, "{clause} is shown");
    }
}

#[tokio::test]
async fn the_address_opens_a_place_a_clause_and_a_claim() {
    let page = visit_calmly().await;
    for (fragment, line) in [
        ("#view=list&region=donetsk", "#list-donetsk > summary"),
        (
            "#view=list&clause=p20-12",
            "[data-entry][open] [data-clause='p20-12']",
        ),
        (
            "#view=list&claim=v26",
            "[data-entry][open] [data-claim='v26']",
        ),
    ] {
        page.open(fragment).await;
        let script = "const line = document.querySelector(arguments[0]); \
            if (!line) return false; \
            const box = line.getBoundingClientRect(); \
            return box.top >= 0 && box.top < innerHeight && !document.scrollingElement.scrollTop";
        page.wait_for(fragment, script, json!([line])).await;
    }
}

#[tokio::test]
async fn what_is_opened_by_hand_is_in_the_address_and_links_lead_on() {
    let page = visit_calmly().await;
    page.open("#view=list").await;
    page.click("#list-kherson > summary").await;
    let at = "return location.hash === arguments[0]";
    let fragment = "#view=list&region=kherson";
    page.wait_for(fragment, at, json!([fragment])).await;
    page.wait_for(
        "the body",
        "return !!document.querySelector('#list-kherson .list-body')",
        json!([]),
    )
    .await;
    // What applies to the whole country is one link away, within the list.
    page.click("#list-kherson .run a[href*='region=ukraine']")
        .await;
    let script =
        "return document.activeElement === document.querySelector('#list-ukraine > summary')";
    page.wait_for("the focus on Ukraine", script, json!([]))
        .await;
    page.click("#list-ukraine .to-page a").await;
    page.wait_for_subject("region:ukraine").await;
    page.back().await;
    page.wait_for(
        "the list",
        "return !!document.querySelector('#list-ukraine[open]')",
        json!([]),
    )
    .await;
    page.press("Tab").await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn it_is_read_by_its_headings() {
    let page = visit_calmly().await;
    page.open("#view=list&region=donetsk").await;
    page.wait_for(
        "the body",
        "return !!document.querySelector('.list-body')",
        json!([]),
    )
    .await;
    let script = "return [...document.querySelectorAll('#view :is(h1, h2, h3, h4)')] \
        .map((one) => Number(one.localName[1]))";
    let levels: Vec<u8> = page.run(script, json!([])).await;
    assert_eq!(levels[0], 1);
    for two in levels.windows(2) {
        assert!(two[1] <= two[0] + 1, "{levels:?}");
    }
}
