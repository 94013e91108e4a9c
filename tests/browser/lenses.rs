//! What the map is coloured by.

use serde_json::json;

use super::harness::{visit, visit_calmly};

const DONETSK: &str = ".regions [data-region='donetsk']";

#[tokio::test]
async fn a_lens_is_chosen_by_its_link_and_kept_by_every_other_link() {
    let page = visit_calmly().await;
    page.open("#region=donetsk").await;
    page.click("[data-lens='agreement']").await;
    let shown = "return document.querySelector('.canvas > svg').dataset.lens === arguments[0]";
    page.wait_for("the lens", shown, json!(["agreement"])).await;
    let name = page.attributes(DONETSK, "aria-label").await;
    assert!(
        name[0].starts_with("Donetsk oblast, contested: "),
        "{name:?}"
    );
    assert!(name[0].contains("matter"), "{name:?}");
    page.click_region("lviv").await;
    page.wait_for_subject("region:lviv").await;
    assert!(page.run::<bool>(shown, json!(["agreement"])).await);
    let lviv = page
        .attributes(".regions [data-region='lviv']", "aria-label")
        .await;
    assert_eq!(lviv, ["Lviv oblast, no claim recorded"]);
    page.back().await;
    page.back().await;
    page.wait_for("the first lens", shown, json!(["clauses"]))
        .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_party_is_chosen_from_a_list_and_the_key_names_it() {
    let page = visit_calmly().await;
    page.open("#lens=party&party=ru").await;
    let key = page.words(".key").await;
    assert!(
        key.contains("Russian Federation: the latest claim"),
        "{key}"
    );
    let choose = "const list = document.querySelector('.party select'); list.value = 'ua'; \
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run::<serde_json::Value>(choose, json!([])).await;
    let there = "return location.hash === '#lens=party&party=ua' \
        && document.querySelector('.key').textContent.includes('Ukraine: the latest claim')";
    page.wait_for("Ukraine's stance", there, json!([])).await;
    // Another lens has no party to choose; that of the other views stays, as their filter.
    page.click("[data-lens='claimed']").await;
    let gone =
        "return !document.querySelector('.party') && location.hash === '#lens=claimed&party=ua'";
    page.wait_for("the list to go", gone, json!([])).await;
    let key = page.words(".key").await;
    assert!(
        key.contains("Claim of sovereignty: Russian") && key.contains("not a border"),
        "{key}"
    );
}

#[tokio::test]
async fn the_list_of_places_says_the_same_words_as_the_map() {
    let page = visit().await;
    for lens in ["agreement", "party&party=ua", "claimed"] {
        page.open(&format!("#lens={lens}&list=1")).await;
        page.wait_for_rest().await;
        let differ = "const said = (id) => document.querySelector(`[data-listed=${id}]`) \
              .parentElement.querySelector('.said').textContent.trim(); \
            return ['donetsk', 'lviv', 'znpp', 'kherson'].filter((id) => !document \
              .querySelector(`svg [data-region=${id}]`).getAttribute('aria-label') \
              .includes(said(id)))";
        let differ: Vec<String> = page.run(differ, json!([])).await;
        assert!(differ.is_empty(), "{lens}: {differ:?}");
    }
}

#[tokio::test]
async fn a_word_that_is_no_lens_shows_the_first() {
    let page = visit().await;
    page.open("#lens=nonsense&party=x").await;
    page.wait_for_rest().await;
    let lens = page.attributes(".canvas > svg", "data-lens").await;
    assert_eq!(lens, ["clauses"]);
    page.assert_quiet().await;
}
