//! A clause shows the ground it covers, on the map and in words.

use serde_json::Value;

use super::expected;
use super::harness::{visit, visit_calmly};
use super::page::Page;

/// Opens a clause by a click on its line in the overview, and compares the ground with the dossier.
async fn opened_by_its_line(id: &str) -> (Page, Value) {
    let page = visit().await;
    page.open("").await;
    page.click(&format!("[data-pane] [data-clause='{id}']"))
        .await;
    page.wait_for_subject(&format!("clause:{id}")).await;
    let clause = expected::clause(id);
    let heading = page.words("[data-pane] h1").await;
    assert_eq!(heading, expected::english(&clause["title"]));
    let lines = page
        .attributes("[data-pane] [data-ground]", "data-ground")
        .await;
    assert_eq!(lines, expected::ground(&clause), "the ground in words");
    (page, clause)
}

async fn lights_exactly_its_ground(id: &str) {
    let (page, clause) = opened_by_its_line(id).await;
    page.wait_for_rest().await;
    let expected = expected::drawn_ground(&clause);
    assert!(!expected.is_empty());
    assert_eq!(page.lit().await, expected, "the ground on the map");
    page.click("[data-pane] .close").await;
    page.wait_for_subject("overview").await;
    page.wait_for_rest().await;
    assert!(page.lit().await.is_empty(), "the overview lights nothing");
    page.assert_quiet().await;
}

#[tokio::test]
async fn clause_12_lights_the_plant_and_its_town_and_nothing_else() {
    let clause = expected::clause("p20-12");
    assert_eq!(expected::drawn_ground(&clause), ["enerhodar", "znpp"]);
    lights_exactly_its_ground("p20-12").await;
}

#[tokio::test]
async fn clause_14_lights_what_its_parts_name_and_nothing_else() {
    lights_exactly_its_ground("p20-14").await;
}

#[tokio::test]
async fn clause_14_lists_its_parts() {
    let (page, clause) = opened_by_its_line("p20-14").await;
    let parts = page
        .attributes("[data-pane] .clause-list [data-clause]", "data-clause")
        .await;
    assert_eq!(parts, expected::ids(clause["parts"].as_array().unwrap()));
}

#[tokio::test]
async fn every_clause_of_the_plan_is_listed_with_its_ground() {
    let page = visit_calmly().await;
    page.open("").await;
    let plans = expected::records("plans/p20.json", "plans");
    let clauses = plans[0]["clauses"].as_array().unwrap();
    for clause in clauses {
        let id = expected::text(&clause["id"]);
        page.follow(&format!("#clause={id}"), &format!("clause:{id}"))
            .await;
        let lines = page
            .attributes("[data-pane] [data-ground]", "data-ground")
            .await;
        assert_eq!(lines, expected::ground(clause), "{id}");
    }
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_group_that_a_clause_names_takes_its_colour_with_all_its_members() {
    let page = visit_calmly().await;
    page.open("#clause=us28-21a").await;
    page.wait_for_rest().await;
    let class = async |id: &str| {
        let css = format!("[data-region='{id}'] path");
        page.attributes(&css, "class").await
    };
    let named = class("luhansk").await;
    assert_eq!(named.len(), 1);
    for member in ["crimea-arc", "sevastopol"] {
        assert_eq!(class(member).await, named, "{member} belongs to Crimea");
    }
    assert_ne!(class("kherson").await, named, "nobody names Kherson oblast");
}
