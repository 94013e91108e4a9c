//! A place on the map leads to its page, and its page leads up.

use serde_json::{Value, json};

use super::expected;
use super::harness::{visit, visit_calmly, visit_on_phone};
use super::page::Page;

/// Clicks each region on a freshly opened map and reads the page that opens.
async fn clicks_open(ids: &[&str]) {
    let page = visit().await;
    let regions = expected::records("regions.json", "regions");
    for id in ids {
        page.open("").await;
        page.click_region(id).await;
        page.wait_for_subject(&format!("region:{id}")).await;
        let region = regions.iter().find(|one| one["id"] == *id).unwrap();
        let heading = page.words("[data-pane] h1").await;
        assert_eq!(heading, expected::english(&region["name"]));
        let address: String = page.run("return location.hash", json!([])).await;
        assert_eq!(address, format!("#region={id}"));
    }
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_click_inside_donetsk_or_luhansk_opens_its_page() {
    clicks_open(&["donetsk", "luhansk"]).await;
}

#[tokio::test]
async fn a_click_inside_kherson_or_zaporizhzhia_oblast_opens_its_page() {
    clicks_open(&["kherson", "zaporizhzhia"]).await;
}

#[tokio::test]
async fn a_click_inside_crimea_or_on_sevastopol_opens_its_page() {
    clicks_open(&["crimea-arc", "sevastopol"]).await;
}

#[tokio::test]
async fn a_click_on_the_plant_opens_the_page_of_the_plant_not_of_its_oblast() {
    clicks_open(&["znpp"]).await;
}

#[tokio::test]
async fn the_plant_leads_up_to_its_oblast_and_to_the_country() {
    let page = visit().await;
    page.open("#region=znpp").await;
    let crumbs = page
        .attributes("[data-pane] [data-crumb]", "data-crumb")
        .await;
    assert_eq!(crumbs, ["ukr", "zaporizhzhia"]);
    page.click("[data-pane] [data-crumb='zaporizhzhia']").await;
    page.wait_for_subject("region:zaporizhzhia").await;
    page.click("[data-pane] [data-crumb='ukr']").await;
    page.wait_for_subject("region:ukr").await;
    page.back().await;
    page.back().await;
    page.wait_for_subject("region:znpp").await;
    page.click("[data-pane] [data-crumb='ukr']").await;
    page.wait_for_subject("region:ukr").await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_map_has_every_place_that_has_an_outline_or_a_point() {
    let page = visit().await;
    page.open("").await;
    let there = "return !!document.querySelector('[data-region]')";
    page.wait_for("a region on the map", there, json!([])).await;
    let on_map = page.attributes("[data-region]", "data-region").await;
    let drawn = expected::drawn_regions();
    for region in &on_map {
        assert!(
            drawn.contains(region),
            "{region} is on the map and has nothing to draw"
        );
    }
    // What covers others, and the river, the map shows when they are read about.
    let regions = expected::records("regions.json", "regions");
    let is_place = |region: &&Value| {
        let kind = region["kind"].as_str().unwrap();
        region["ground"]["none"].is_null() && !["country", "group", "river"].contains(&kind)
    };
    for region in regions.iter().filter(is_place) {
        assert!(
            on_map.contains(&expected::text(&region["id"])),
            "{} is not on the map",
            region["id"]
        );
    }
}

#[tokio::test]
async fn a_drag_moves_the_map_and_opens_nothing() {
    let page = visit().await;
    page.open("").await;
    let start = page.spot("poltava").await.expect("Poltava oblast in view");
    let (x, y) = (start.x, start.y);
    let step = |dx: i64, dy: i64| json!({ "type": "pointerMove", "duration": 40, "origin": "viewport", "x": x + dx, "y": y + dy });
    page.perform(json!([{
        "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
        "actions": [
            step(0, 0), { "type": "pointerDown", "button": 0 },
            step(-30, 10), step(-90, 30),
            // A hand that holds still before it lets go throws nothing.
            { "type": "pause", "duration": 150 }, { "type": "pointerUp", "button": 0 },
        ],
    }]))
    .await;
    let end = page
        .spot("poltava")
        .await
        .expect("Poltava oblast still in view");
    let (dx, dy) = (end.x - x, end.y - y);
    assert!(
        (-110..=-70).contains(&dx) && (10..=50).contains(&dy),
        "moved by {dx}, {dy}"
    );
    assert_eq!(page.subject().await, "overview");
    // The next click is a click again.
    page.click_region("poltava").await;
    page.wait_for_subject("region:poltava").await;
}

/// How many pixels a region takes on the screen from left to right.
async fn width_of(page: &Page, region: &str) -> f64 {
    page.wait_for_rest().await;
    let script = "return document.querySelector(`[data-region=\"${arguments[0]}\"]`) \
        .getBoundingClientRect().width";
    page.run(script, json!([region])).await
}

#[tokio::test]
async fn the_buttons_and_the_wheel_zoom_and_the_last_button_shows_all() {
    let page = visit_calmly().await;
    page.open("").await;
    let all = width_of(&page, "kirovohrad").await;
    page.click(".zoom button:nth-of-type(1)").await;
    let closer = width_of(&page, "kirovohrad").await;
    assert!(closer > all * 1.3, "closer: {all} → {closer}");
    page.click(".zoom button:nth-of-type(2)").await;
    let back = width_of(&page, "kirovohrad").await;
    assert!(
        (back - all).abs() < all * 0.03,
        "farther: {closer} → {back}"
    );
    page.wheel_over("kirovohrad").await;
    let turned = width_of(&page, "kirovohrad").await;
    assert!(turned > all * 1.3, "the wheel: {all} → {turned}");
    page.click(".zoom button:nth-of-type(3)").await;
    let whole = width_of(&page, "kirovohrad").await;
    assert!((whole - all).abs() < 1.0, "all of it: {all} → {whole}");
    page.assert_quiet().await;
}

#[tokio::test]
async fn small_places_can_be_hit_without_zooming_first() {
    let page = visit().await;
    page.open("").await;
    for region in ["znpp", "sevastopol"] {
        let spot = page.spot(region).await;
        assert!(
            spot.is_some_and(|spot| spot.clear >= 5.0),
            "{region}: {spot:?}"
        );
    }
}

#[tokio::test]
async fn on_a_phone_a_tap_on_a_region_opens_its_page_in_the_sheet() {
    let page = visit_on_phone().await;
    page.open("").await;
    page.tap_region("donetsk").await;
    page.wait_for_subject("region:donetsk").await;
    // Once the sheet has come up, the name of the place stands in the lower part of the screen.
    let shown = "const box = document.querySelector('[data-pane] h1').getBoundingClientRect(); \
        return box.top > innerHeight * 0.3 && box.bottom < innerHeight \
            && box.left >= 0 && box.right <= innerWidth";
    page.wait_for("the heading in the sheet", shown, json!([]))
        .await;
    page.open("").await;
    page.tap_region("znpp").await;
    page.wait_for_subject("region:znpp").await;
    page.assert_quiet().await;
}
