//! What is here? Asked by mouse, by finger and by key.

use std::time::Duration;

use serde_json::{Value, json};

use super::harness::{visit_calmly, visit_on_phone};
use super::page::Page;

const SHOWN: &str = "return !!document.querySelector('.card')";
const GONE: &str = "return !document.querySelector('.card')";

/// Moves the mouse there, in a few steps.
async fn point_at(page: &Page, x: i64, y: i64) {
    let step = |dx: i64| json!({ "type": "pointerMove", "duration": 20, "origin": "viewport", "x": x + dx, "y": y });
    page.perform(json!([{
        "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
        "actions": [step(-4), step(-2), step(0)],
    }]))
    .await;
}

async fn wait_for_card(page: &Page) -> String {
    page.wait_for("a card", SHOWN, json!([])).await;
    page.words(".card").await
}

/// A point of open water or of another country: under the letters of its name.
async fn under_label(page: &Page, name: &str) -> (i64, i64) {
    page.wait_for_rest().await;
    let script = "const label = [...document.querySelectorAll('.label')] \
            .find((one) => one.textContent.replace(/\\s/g, '').toLowerCase() === arguments[0]); \
        const box = label.getBoundingClientRect(); \
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
    page.run(script, json!([name])).await
}

/// Half a point of the region's outline is under the card; the pointer is.
const HIDES: &str = r#"
const card = document.querySelector(".card").getBoundingClientRect();
const mat = document.querySelector(".mat").getBoundingClientRect();
const one = document.querySelector(`.canvas [data-region="${arguments[0]}"] > path`)
  ?? document.querySelector(`.canvas [data-region="${arguments[0]}"]`);
const box = one.getBoundingClientRect();
const across = Math.min(card.right, box.right) - Math.max(card.left, box.left);
const down = Math.min(card.bottom, box.bottom) - Math.max(card.top, box.top);
return {
  hidden: across > 0 && down > 0,
  inside: card.left >= mat.left && card.right <= mat.right && card.top >= mat.top && card.bottom <= mat.bottom,
};
"#;

#[tokio::test]
async fn a_pointer_that_rests_is_told_what_it_rests_on() {
    let page = visit_calmly().await;
    page.open("").await;
    for region in ["luhansk", "odesa", "sevastopol"] {
        let spot = page.spot(region).await.unwrap();
        point_at(&page, spot.x, spot.y).await;
        let words = wait_for_card(&page).await;
        assert!(words.contains("clause"), "{region}: {words}");
        let place: Value = page.run(HIDES, json!([region])).await;
        assert_eq!(
            place,
            json!({ "hidden": false, "inside": true }),
            "the card of {region}"
        );
        let (x, y) = under_label(&page, "blacksea").await;
        point_at(&page, x, y).await;
        page.wait_for("the card to go", GONE, json!([])).await;
    }
    assert_eq!(page.subject().await, "overview");
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_card_counts_the_claims_of_each_party() {
    let page = visit_calmly().await;
    page.open("").await;
    let spot = page.spot("donetsk").await.unwrap();
    point_at(&page, spot.x, spot.y).await;
    let words = wait_for_card(&page).await;
    assert!(words.starts_with("Donetsk oblast"), "{words}");
    assert!(page.count(".card .by-party li").await >= 2, "{words}");
    assert!(
        words.contains("Ukraine") && words.contains("Russia"),
        "{words}"
    );
    // The region's own name says it to those who do not see the card.
    assert_eq!(
        page.attributes(".card", "aria-hidden").await,
        ["true"],
        "the card is not said twice"
    );
}

#[tokio::test]
async fn a_pointer_can_come_to_the_card_and_escape_takes_it_away() {
    let page = visit_calmly().await;
    page.open("").await;
    let spot = page.spot("sevastopol").await.unwrap();
    point_at(&page, spot.x, spot.y).await;
    wait_for_card(&page).await;
    let script = "const box = document.querySelector('.card').getBoundingClientRect(); \
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
    let (x, y): (i64, i64) = page.run(script, json!([])).await;
    point_at(&page, x, y).await;
    // Longer than it would take to go.
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(page.count(".card").await, 1, "it stays under the pointer");
    page.press("Escape").await;
    page.wait_for("the card to go", GONE, json!([])).await;
    assert_eq!(page.subject().await, "overview", "Escape did only that");
}

#[tokio::test]
async fn a_move_of_the_map_takes_the_card_away() {
    let page = visit_calmly().await;
    page.open("").await;
    let spot = page.spot("poltava").await.unwrap();
    point_at(&page, spot.x, spot.y).await;
    wait_for_card(&page).await;
    page.wheel_over("poltava").await;
    page.wait_for("the card to go", GONE, json!([])).await;
}

#[tokio::test]
async fn the_focus_brings_the_card_as_well() {
    let page = visit_calmly().await;
    page.open("").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    page.press("ArrowRight").await;
    let region = page.focused_region().await.unwrap();
    let words = wait_for_card(&page).await;
    assert!(words.contains("clause"), "{region}: {words}");
    page.press("Escape").await;
    page.wait_for("the card to go", GONE, json!([])).await;
    assert_eq!(page.focused_region().await, Some(region), "the focus stays");
    assert_eq!(page.subject().await, "overview");
}

#[tokio::test]
async fn a_click_on_water_or_on_a_neighbour_says_so() {
    let page = visit_calmly().await;
    page.open("").await;
    for (label, wanted) in [
        ("blacksea", "Black Sea: open water."),
        ("seaofazov", "Sea of Azov: open water."),
        ("belarus", "Belarus: not part of this dossier."),
    ] {
        let (x, y) = under_label(&page, label).await;
        page.click_at(x, y).await;
        assert_eq!(wait_for_card(&page).await, wanted);
        assert_eq!(page.words(".stage [role='status']").await, wanted);
        page.press("Escape").await;
        page.wait_for("the card to go", GONE, json!([])).await;
    }
    // Russia is no neighbour like the others: the dossier has a page for it.
    let (x, y) = under_label(&page, "russia").await;
    page.click_at(x, y).await;
    wait_for_card(&page).await;
    assert_eq!(
        page.attributes(".card [data-choice]", "data-choice").await,
        ["russia"]
    );
    assert_eq!(page.subject().await, "overview");
    // The next action takes it away.
    page.click_region("poltava").await;
    page.wait_for("the card to go", GONE, json!([])).await;
    page.wait_for_subject("region:poltava").await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_finger_that_is_held_asks_and_opens_nothing() {
    let page = visit_on_phone().await;
    page.open("").await;
    let spot = page.spot("znpp").await.unwrap();
    page.hold_finger(spot.x, spot.y).await;
    wait_for_card(&page).await;
    let choices = page.attributes(".card [data-choice]", "data-choice").await;
    assert_eq!(choices.first().map(String::as_str), Some("znpp"));
    assert!(choices.contains(&"enerhodar".to_owned()), "{choices:?}");
    assert_eq!(page.subject().await, "overview", "held, not tapped");
    let said = page.words(".stage [role='status']").await;
    assert!(
        said.contains("nuclear") && said.contains("Enerhodar"),
        "{said}"
    );
    // A choice is a link.
    page.click(".card [data-choice='enerhodar']").await;
    page.wait_for_subject("region:enerhodar").await;
    page.wait_for("the card to go", GONE, json!([])).await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_finger_that_moves_or_is_not_alone_asks_nothing() {
    let page = visit_on_phone().await;
    page.open("").await;
    let spot = page.spot("poltava").await.unwrap();
    page.hold_and_move(spot.x, spot.y, 60).await;
    assert_eq!(page.count(".card").await, 0, "a pan");
    page.wait_for_rest().await;
    let (x, y) = (spot.x, spot.y);
    page.fingers("touchStart", &[(x, y)]).await;
    page.fingers("touchStart", &[(x, y), (x + 80, y)]).await;
    page.fingers("touchMove", &[(x - 20, y), (x + 100, y)])
        .await;
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert_eq!(page.count(".card").await, 0, "a pinch");
    page.fingers("touchEnd", &[]).await;
    assert_eq!(page.subject().await, "overview");
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_tap_selects_and_a_tap_on_the_sea_says_so() {
    let page = visit_on_phone().await;
    page.open("").await;
    let (x, y) = under_label(&page, "blacksea").await;
    page.touch(x, y).await;
    assert_eq!(wait_for_card(&page).await, "Black Sea: open water.");
    let spot = page.spot("donetsk").await.unwrap();
    page.touch(spot.x, spot.y).await;
    page.wait_for_subject("region:donetsk").await;
    assert_eq!(page.count(".card").await, 0);
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_tap_between_two_signs_asks_which() {
    let page = visit_on_phone().await;
    // The page of Kramatorsk shows Sloviansk beside it.
    page.open("#region=kramatorsk").await;
    page.wait_for_rest().await;
    let shown = "return document.querySelector(\".canvas [data-region='sloviansk'] .hit\") \
        .getBoundingClientRect().width > 0";
    for _ in 0..3 {
        if page.run::<bool>(shown, json!([])).await {
            break;
        }
        page.click(".zoom button").await;
        page.wait_for_rest().await;
    }
    let script = "return ['kramatorsk', 'sloviansk'].map((id) => { \
        const box = document.querySelector(`.canvas [data-region='${id}'] .hit`).getBoundingClientRect(); \
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2), box.width]; })";
    let [(ax, ay, _), (bx, by, wide)]: [(i64, i64, f64); 2] = page.run(script, json!([])).await;
    assert!(wide > 0.0, "Sloviansk is shown");
    let apart = ((ax - bx) as f64).hypot((ay - by) as f64);
    assert!(apart < 44.0, "{apart} px apart: too far for a doubt");
    page.touch(ax + (bx - ax) / 2, ay + (by - ay) / 2).await;
    wait_for_card(&page).await;
    let choices = page.attributes(".card [data-choice]", "data-choice").await;
    assert!(
        choices.contains(&"kramatorsk".to_owned()) && choices.contains(&"sloviansk".to_owned()),
        "{choices:?}"
    );
    assert_eq!(page.subject().await, "region:kramatorsk");
}

#[tokio::test]
async fn space_lists_what_is_here_and_arrows_go_through_it() {
    let page = visit_calmly().await;
    page.open("").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    page.focus_region("znpp").await;
    page.press(" ").await;
    wait_for_card(&page).await;
    let choices = page.attributes(".card [data-choice]", "data-choice").await;
    assert!(choices.len() >= 2, "{choices:?}");
    let chosen = "return document.activeElement?.dataset.choice === arguments[0]";
    page.wait_for("the first choice", chosen, json!([choices[0]]))
        .await;
    page.press("ArrowDown").await;
    page.wait_for("the second choice", chosen, json!([choices[1]]))
        .await;
    page.press("ArrowUp").await;
    page.press("ArrowUp").await;
    let last = choices.last().unwrap();
    page.wait_for("the last choice", chosen, json!([last]))
        .await;
    page.press("Escape").await;
    page.wait_for("the card to go", GONE, json!([])).await;
    assert_eq!(page.focused_region().await.as_deref(), Some("znpp"));
    assert_eq!(
        page.subject().await,
        "overview",
        "Escape closed the list alone"
    );
    page.press(" ").await;
    page.wait_for("the first choice", chosen, json!([choices[0]]))
        .await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.wait_for_subject(&format!("region:{}", choices[1]))
        .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn letters_go_to_the_place_that_begins_so() {
    let page = visit_calmly().await;
    page.open("").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    for (letters, wanted) in [
        ("luh", "luhansk"),
        ("sev", "sevastopol"),
        ("zaporizhzhia n", "znpp"),
    ] {
        page.type_letters(letters).await;
        page.wait_for_focus(wanted).await;
        // Longer than a word waits for its next letter.
        tokio::time::sleep(Duration::from_millis(1100)).await;
    }
    assert_eq!(page.subject().await, "overview");
}

#[tokio::test]
async fn a_question_mark_shows_the_keys() {
    let page = visit_calmly().await;
    page.open("").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    let region = page.focused_region().await;
    page.press("?").await;
    let open = "return document.querySelector('dialog.keys').open";
    page.wait_for("the keys", open, json!([])).await;
    let inside = "return !!document.activeElement?.closest('dialog')";
    page.wait_for("the focus in the panel", inside, json!([]))
        .await;
    page.press("Escape").await;
    let shut = "return !document.querySelector('dialog.keys').open";
    page.wait_for("the panel to close", shut, json!([])).await;
    assert_eq!(page.focused_region().await, region, "the focus comes back");
    assert_eq!(page.subject().await, "overview");
    page.click(".keys-button").await;
    page.wait_for("the keys", open, json!([])).await;
    page.click("dialog.keys button").await;
    page.wait_for("the panel to close", shut, json!([])).await;
    page.assert_quiet().await;
}

/// All that a reader of this plan comes for, by the letters of its name.
const FOCUS: [(&str, &str); 8] = [
    ("donetsk", "donetsk"),
    ("luhansk", "luhansk"),
    ("autonomous", "crimea-arc"),
    ("sevastopol", "sevastopol"),
    ("zaporizhzhia o", "zaporizhzhia"),
    ("zaporizhzhia n", "znpp"),
    ("kherson", "kherson"),
    ("kinburn", "kinburn"),
];

#[tokio::test]
async fn the_whole_map_works_by_keyboard() {
    let page = visit_calmly().await;
    page.open("").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    for (letters, region) in FOCUS {
        page.type_letters(letters).await;
        page.wait_for_focus(region).await;
        page.press("Enter").await;
        page.wait_for_subject(&format!("region:{region}")).await;
        page.wait_for_rest().await;
        assert_eq!(page.focused_region().await.as_deref(), Some(region));
        let said = page.words(".stage [role='status']").await;
        assert!(said.contains("clause"), "{said}");
    }
    // Closer, aside, and all of it again.
    let place = "const box = document.querySelector('.canvas [data-region=\"kinburn\"]') \
        .getBoundingClientRect(); return [box.x, box.width]";
    let (x, wide): (f64, f64) = page.run(place, json!([])).await;
    page.press("Shift+ArrowRight").await;
    page.wait_for_rest().await;
    let (moved, _): (f64, f64) = page.run(place, json!([])).await;
    assert!(moved < x - 40.0, "{x} → {moved}");
    page.press("-").await;
    page.wait_for_rest().await;
    let (_, smaller): (f64, f64) = page.run(place, json!([])).await;
    assert!(smaller <= wide, "{wide} → {smaller}");
    let zoomed = "return /shows \\d+ kilometres/.test( \
        document.querySelector(\".stage [role='status']\").textContent)";
    // Right after a selection the voice leaves the last word to it.
    for key in ["+", "-"].into_iter().cycle().take(20) {
        if page.run::<bool>(zoomed, json!([])).await {
            break;
        }
        page.press(key).await;
        page.wait_for_rest().await;
    }
    page.wait_for("the zoom to be said", zoomed, json!([]))
        .await;
    page.press("0").await;
    page.wait_for_rest().await;
    assert!(page.spot("luhansk").await.is_some(), "the whole country");
    page.assert_quiet().await;
}
