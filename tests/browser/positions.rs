//! Who says what: the table, the claims behind its marks, by mouse, by keyboard and from an address.

use serde_json::json;

use super::harness::{visit_calmly, visit_on_phone};
use super::page::Page;

/// Waits until the claims behind a mark are open, or none are.
async fn wait_for_open(page: &Page, claim: Option<&str>) {
    let open =
        "return (document.querySelector('.evidence')?.dataset.open ?? null) === arguments[0]";
    page.wait_for("the claims behind a mark", open, json!([claim]))
        .await;
}

/// Waits until the focus is where a selector says.
async fn wait_for_focus(page: &Page, css: &str) {
    let script = "return !!document.activeElement?.matches(arguments[0])";
    page.wait_for(&format!("the focus on {css}"), script, json!([css]))
        .await;
}

async fn hash(page: &Page) -> String {
    page.run("return location.hash", json!([])).await
}

fn cell(matter: &str, party: &str) -> String {
    format!("[data-matter='{matter}'] [data-party='{party}']")
}

#[tokio::test]
async fn a_click_on_a_mark_opens_its_claims_and_back_closes_them() {
    let page = visit_calmly().await;
    page.open("").await;
    page.click(".views [data-view='positions']").await;
    let mark = cell("russia-accepts-20", "ru");
    page.click(&mark).await;
    wait_for_open(&page, Some("v08")).await;
    assert_eq!(hash(&page).await, "#view=positions&open=v08");
    let current = page.attributes(&mark, "aria-current").await;
    assert_eq!(current, ["true"]);
    let claims = page.attributes(".steps [data-claim]", "data-claim").await;
    assert_eq!(claims, ["s07", "v06", "v08"], "oldest first");
    let turned = page.words(".steps .turned").await;
    assert!(turned.starts_with("Replaced by “Opposes”"), "{turned}");
    // Another mark takes the place of the first.
    page.click(&cell("leave-donbas", "ua")).await;
    wait_for_open(&page, Some("v26")).await;
    let others = page
        .attributes(".evidence > .claims [data-claim]", "data-claim")
        .await;
    assert_eq!(others, ["v30", "v10"], "in the order of the parties");
    page.back().await;
    wait_for_open(&page, Some("v08")).await;
    page.back().await;
    wait_for_open(&page, None).await;
    page.forward().await;
    wait_for_open(&page, Some("v08")).await;
    page.click(".evidence .close").await;
    wait_for_open(&page, None).await;
    assert_eq!(hash(&page).await, "#view=positions");
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_table_is_walked_read_and_closed_by_keyboard_alone() {
    let page = visit_calmly().await;
    page.open("#view=positions").await;
    let stops = page.count(".matter-table tbody a[tabindex='0']").await;
    assert_eq!(stops, 1, "one stop for Tab");
    let there = "document.querySelector('.orders a:last-child').focus()";
    let _: serde_json::Value = page.run(there, json!([])).await;
    // Over the heads of the columns, which lead to the parties, to the first mark.
    for _ in 0..12 {
        page.press("Tab").await;
        let on: bool = page
            .run(
                "return document.activeElement.matches('[data-at]')",
                json!([]),
            )
            .await;
        if on {
            break;
        }
    }
    wait_for_focus(&page, "[data-at='0,1']").await;
    page.press("ArrowDown").await;
    wait_for_focus(&page, "[data-at^='1,']").await;
    page.press("ArrowUp").await;
    wait_for_focus(&page, "[data-at='0,1']").await;
    page.press("ArrowDown").await;
    page.press("Home").await;
    page.press("Enter").await;
    let open = "return !!document.querySelector('.evidence')";
    page.wait_for("the claims", open, json!([])).await;
    wait_for_focus(&page, ".evidence h2").await;
    page.press("Escape").await;
    wait_for_open(&page, None).await;
    wait_for_focus(&page, "[data-at^='1,']").await;
    assert_eq!(page.count(".matter-table tbody a[tabindex='0']").await, 1);
    page.assert_quiet().await;
}

#[tokio::test]
async fn an_address_opens_the_table_as_it_was_left() {
    let page = visit_calmly().await;
    let address = "#view=positions&region=znpp&order=contested&open=v01&asof=2025-12-28";
    page.open(address).await;
    wait_for_open(&page, Some("v01")).await;
    assert_eq!(hash(&page).await, address);
    let place: String = page
        .run(
            "return document.querySelector(\"[data-filter='place']\").value",
            json!([]),
        )
        .await;
    assert_eq!(place, "znpp");
    let groups = page.attributes("tbody[data-group]", "data-group").await;
    assert_eq!(groups.first().map(String::as_str), Some("contested"));
    assert_eq!(page.count("[data-matter='british-troops']").await, 0);
    // What came later is not behind the mark, nor anywhere.
    assert_eq!(page.count("[data-cell='v62']").await, 0);
    let choose = "const list = document.querySelector(\"[data-filter='place']\"); \
        list.value = ''; list.dispatchEvent(new Event('change', { bubbles: true }))";
    let _: serde_json::Value = page.run(choose, json!([])).await;
    let all = "return !!document.querySelector(\"[data-matter='talks-progress']\")";
    page.wait_for("all places", all, json!([])).await;
    page.back().await;
    wait_for_open(&page, Some("v01")).await;
    // From the page of a claim, the view opens with it.
    page.open("#claim=v17&view=positions").await;
    wait_for_open(&page, Some("v17")).await;
    page.press("Escape").await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_rival_texts_on_the_plant_are_two_clicks_away() {
    let page = visit_calmly().await;
    page.open("#view=positions&region=znpp").await;
    page.click(&cell("plant-thirds", "us")).await;
    wait_for_open(&page, Some("v03")).await;
    let told = page.attributes(&cell("plant-thirds", "us"), "title").await;
    assert!(told[0].contains("as told by Ukraine"), "{told:?}");
    page.click(".about-clauses a[href*='clause=p20-12']").await;
    page.wait_for_subject("clause:p20-12").await;
    assert_eq!(page.count("[data-pane] [data-variant]").await, 3);
    page.back().await;
    wait_for_open(&page, Some("v03")).await;
}

#[tokio::test]
async fn an_order_is_chosen_and_nothing_found_says_so_and_leads_out() {
    let page = visit_calmly().await;
    page.open("#view=positions").await;
    page.click("[data-order='contested']").await;
    let first = "return document.querySelector('tbody[data-group]').dataset.group === arguments[0]";
    page.wait_for("the most contested", first, json!(["contested"]))
        .await;
    page.back().await;
    page.wait_for("the topics", first, json!(["guarantees"]))
        .await;
    page.open("#view=positions&party=un&stance=silent").await;
    page.click(".nothing [data-clear]").await;
    let all = "return document.querySelectorAll('[data-matter]').length > 60 \
        && location.hash === '#view=positions'";
    page.wait_for("all positions", all, json!([])).await;
    page.open("#view=positions&asof=1990-01-01").await;
    let told = page.words(".nothing").await;
    assert!(told.contains("1994"), "{told}");
    page.click(".nothing [data-take-off='day']").await;
    page.wait_for("all positions", all, json!([])).await;
    page.open("#view=positions&open=v999").await;
    wait_for_open(&page, Some("v999")).await;
    let told = page.words(".evidence h2").await;
    assert!(told.contains("v999"), "{told}");
    page.assert_quiet().await;
}

#[tokio::test]
async fn what_is_left_out_is_not_shown_as_not_recorded() {
    let page = visit_calmly().await;
    page.open("#view=positions&stance=opposes").await;
    let left_out = "const row = document.querySelector(\"[data-matter='leave-donbas']\"); \
        return [row.querySelectorAll('[data-left-out]').length, row.querySelectorAll('[data-cell]').length]";
    let counts: (usize, usize) = page.run(left_out, json!([])).await;
    assert_eq!(counts, (2, 1), "the US and Russia support it");
    let legend = page.words(".matrix > .legend").await;
    assert!(legend.contains("not asked for"), "{legend}");
}

#[tokio::test]
async fn a_phone_shows_one_matter_after_the_other() {
    let page = visit_on_phone().await;
    for (lang, supports, none) in [
        ("en", "Supports", "No claim"),
        ("uk", "Підтримує", "Заяви немає"),
        ("ru", "Поддерживает", "Заявлений нет"),
    ] {
        page.open("#view=positions").await;
        let choose = "const list = document.querySelector('select.language'); \
            list.value = arguments[0]; list.dispatchEvent(new Event('change', { bubbles: true }))";
        let _: serde_json::Value = page.run(choose, json!([lang])).await;
        let turned = "return document.documentElement.lang === arguments[0] \
            && !!document.querySelector('.matter-blocks [data-matter=leave-donbas]') \
            && !document.querySelector('[data-later]')";
        page.wait_for("the language", turned, json!([lang])).await;
        assert_eq!(page.count(".matter-table").await, 0);
        let words = page.words("[data-matter='leave-donbas']").await;
        assert!(words.contains(supports) && words.contains(none), "{words}");
        let wide: bool = page
            .run(
                "const box = document.querySelector('.matrix'); \
                    return box.scrollWidth <= box.clientWidth",
                json!([]),
            )
            .await;
        assert!(wide, "{lang}: nothing scrolls sideways");
    }
    page.open("#view=positions").await;
    let mark = "const mark = document.querySelector(arguments[0]); \
        mark.scrollIntoView({ block: 'center' }); const box = mark.getBoundingClientRect(); \
        return [Math.round(box.x + 30), Math.round(box.y + box.height / 2)]";
    let css = cell("leave-donbas", "ru");
    let (x, y): (i64, i64) = page.run(mark, json!([css])).await;
    page.tap_at(x, y).await;
    wait_for_open(&page, Some("v10")).await;
    let free = "const mark = document.querySelector(arguments[0]).getBoundingClientRect(); \
        return mark.bottom <= document.querySelector('.evidence').getBoundingClientRect().top";
    page.wait_for("the mark above the sheet", free, json!([css]))
        .await;
    page.back().await;
    wait_for_open(&page, None).await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_narrow_window_keeps_the_matters_while_the_parties_move() {
    let page = visit_calmly().await;
    page.resize(700, 800, false).await;
    page.open("#view=positions").await;
    let stays = "const box = document.querySelector('.matrix'); \
        const left = () => document.querySelector('[data-matter] .matter').getBoundingClientRect().left; \
        const before = left(); box.scrollLeft = 200; \
        return [before, left(), box.scrollLeft, \
          document.documentElement.scrollWidth - document.documentElement.clientWidth]";
    let (before, after, moved, page_moves): (f64, f64, f64, f64) = page.run(stays, json!([])).await;
    assert!(moved > 100.0, "the table moves: {moved}");
    assert!(
        (before - after).abs() < 1.0,
        "the matters stay: {before}, {after}"
    );
    assert!(page_moves < 1.0, "the page does not: {page_moves}");
}

#[tokio::test]
async fn the_topic_is_in_the_key_and_in_what_the_map_counts() {
    let page = visit_calmly().await;
    page.open("#lens=party&party=ru&topic=zones").await;
    page.wait_for_rest().await;
    let key = page.words(".key").await;
    assert!(key.contains("only on the topic “"), "{key}");
    let name = page
        .attributes(".regions [data-region='donetsk']", "aria-label")
        .await;
    assert!(name[0].contains("opposes 1 matter"), "{name:?}");
    page.follow("#lens=party&party=ru&topic=znpp", "overview")
        .await;
    let turned = "return document.querySelector(\".regions [data-region='donetsk']\") \
        .getAttribute('aria-label').includes('no claim recorded')";
    page.wait_for("the other topic", turned, json!([])).await;
}
