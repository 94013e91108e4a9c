//! The filters: chosen by mouse and by keyboard, kept in the address, taken off again, and explained
//! where they leave nothing.

use serde_json::{Value, json};

use super::harness::{visit_calmly, visit_on_phone};
use super::page::Page;
use super::states::LANGUAGES;

/// Chooses a value of a native list as a reader does.
async fn choose(page: &Page, control: &str, value: &str) {
    let script = "const list = document.querySelector(`[data-filter='${arguments[0]}']`); \
        list.focus(); list.value = arguments[1]; \
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    let _: Value = page.run(script, json!([control, value])).await;
}

/// What each list of the bar is set to.
async fn set(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-filter]')].map((one) => one.value)";
    page.run(script, json!([])).await
}

async fn wait_for_address(page: &Page, fragment: &str) {
    let script = "return location.hash === arguments[0]";
    page.wait_for(fragment, script, json!([fragment])).await;
}

async fn wait_for_set(page: &Page, values: [&str; 4]) {
    let script = "return JSON.stringify([...document.querySelectorAll('[data-filter]')] \
        .map((one) => one.value)) === JSON.stringify(arguments[0])";
    page.wait_for(&format!("{values:?}"), script, json!([values]))
        .await;
}

/// The entries of the list with the number of their clauses and claims.
async fn entries(page: &Page) -> Vec<String> {
    page.attributes("[data-entry]", "data-entry").await
}

#[tokio::test]
async fn a_choice_is_in_the_address_and_back_takes_it_off() {
    let page = visit_calmly().await;
    page.open("#view=list").await;
    let all = entries(&page).await.len();
    choose(&page, "party", "ru").await;
    wait_for_address(&page, "#view=list&party=ru").await;
    choose(&page, "stance", "opposes").await;
    wait_for_address(&page, "#view=list&party=ru&stance=opposes").await;
    let script = "return document.activeElement.dataset.filter";
    let focused: String = page.run(script, json!([])).await;
    assert_eq!(focused, "stance", "the focus stays where it was");
    let some = entries(&page).await.len();
    assert!(0 < some && some < all, "{some} of {all}");
    page.back().await;
    wait_for_set(&page, ["ru", "", "", ""]).await;
    page.forward().await;
    wait_for_set(&page, ["ru", "", "opposes", ""]).await;
    page.open("#view=list&party=ru&stance=opposes").await;
    wait_for_set(&page, ["ru", "", "opposes", ""]).await;
    assert_eq!(entries(&page).await.len(), some);
    page.click("[data-filters] [data-clear]").await;
    wait_for_address(&page, "#view=list").await;
    wait_for_set(&page, ["", "", "", ""]).await;
    assert_eq!(page.count("[data-clear]").await, 0);
    assert_eq!(entries(&page).await.len(), all);
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_bar_is_used_by_keyboard_alone() {
    let page = visit_calmly().await;
    page.open("#view=list").await;
    let focus = "document.querySelector('#view h1').focus()";
    let _: Value = page.run(focus, json!([])).await;
    page.press("Tab").await;
    // Typing into a native list chooses what begins with it.
    page.type_letters("Uk").await;
    wait_for_address(&page, "#view=list&party=ua").await;
    for _ in 0..4 {
        page.press("Tab").await;
    }
    let script = "return 'clear' in document.activeElement.dataset";
    let is_there: bool = page.run(script, json!([])).await;
    assert!(is_there, "{}", page.focused().await);
    page.press("Enter").await;
    wait_for_address(&page, "#view=list").await;
    let script = "return document.activeElement.dataset.filter === 'party'";
    page.wait_for("the focus on the first list", script, json!([]))
        .await;
}

#[tokio::test]
async fn what_leaves_nothing_says_so_and_offers_the_way_out() {
    let page = visit_calmly().await;
    for lang in LANGUAGES {
        page.open_in(
            lang,
            "#view=list&party=ru&topic=eu&stance=silent&asof=2025-12-28",
        )
        .await;
        let off = page.attributes("[data-take-off]", "data-take-off").await;
        assert_eq!(off, ["party", "topic", "stance", "day"], "{lang}");
        assert!(page.words("[data-take-off='topic']").await.contains(": "));
        page.click("[data-take-off='stance']").await;
        wait_for_set(&page, ["ru", "eu", "", ""]).await;
    }
    page.open("#view=list&party=ru&topic=eu&stance=silent")
        .await;
    page.click("[data-nothing] [data-clear]").await;
    wait_for_address(&page, "#view=list").await;
    assert_eq!(page.count("[data-nothing]").await, 0);
}

#[tokio::test]
async fn a_value_that_the_dossier_lacks_is_shown_as_chosen() {
    let page = visit_calmly().await;
    page.open("#view=list&party=atlantis").await;
    assert_eq!(set(&page).await[0], "atlantis");
    assert_eq!(page.count("[data-nothing]").await, 1);
    let link = page.words("[data-take-off='party']").await;
    assert!(link.contains("atlantis"), "{link}");
}

#[tokio::test]
async fn only_what_occurs_on_the_day_is_offered() {
    let page = visit_calmly().await;
    let script = "return [...document.querySelectorAll(\"[data-filter='party'] option\")] \
        .map((one) => one.value)";
    page.open("#view=list&asof=2025-11-19").await;
    let early: Vec<String> = page.run(script, json!([])).await;
    page.open("#view=list").await;
    let now: Vec<String> = page.run(script, json!([])).await;
    assert!(early.len() < now.len(), "{early:?} {now:?}");
    assert!(early.iter().all(|party| now.contains(party)));
}

#[tokio::test]
async fn a_phone_folds_the_bar_and_says_how_many_are_on() {
    let page = visit_on_phone().await;
    page.open("#view=list&party=ru&topic=territory").await;
    let script = "return document.querySelector(\"[data-filter='party']\").checkVisibility()";
    let is_seen: bool = page.run(script, json!([])).await;
    assert!(!is_seen);
    assert_eq!(page.words(".fold-filters").await, "Filters (2)");
    page.click(".fold-filters").await;
    page.wait_for("the lists", script, json!([])).await;
    page.click("[data-filters] [data-clear]").await;
    wait_for_address(&page, "#view=list").await;
    assert_eq!(page.words(".fold-filters").await, "Filters");
}
