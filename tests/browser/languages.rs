//! Three languages, and a fourth that only the tests know: one that runs from right to left and takes more
//! room.

use serde::Deserialize;
use serde_json::{Value, json};

use super::harness::{CALM, LIGHT, WIDE, visit, visit_calmly, visit_site};
use super::site::Site;
use super::states::{LANGUAGES, fragments};

#[tokio::test]
async fn the_query_chooses_the_language_and_the_list_keeps_it() {
    let page = visit_calmly().await;
    for lang in LANGUAGES {
        page.open_in(lang, "#view=list&region=donetsk").await;
        let said: String = page
            .run("return document.documentElement.lang", json!([]))
            .await;
        assert_eq!(said, lang);
    }
    let script = "const list = document.querySelector('.language'); list.value = 'uk'; \
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    let _: Value = page.run(script, json!([])).await;
    let turned = "return document.documentElement.lang === 'uk' \
        && document.querySelector('#view h1').textContent === 'Усе списком' \
        && location.search === '?lang=uk' && location.hash === '#view=list&region=donetsk'";
    page.wait_for("the page in Ukrainian", turned, json!([]))
        .await;
}

/// The browser's own order, asked of the browser itself and not of the page.
const UNSORTED: &str = r#"
const names = (group, css) => [...group.querySelectorAll(css)].map((one) => one.textContent.trim());
const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
const is_sorted = (list) => list.every((name, at) => at === 0 || order(list[at - 1], name) <= 0);
const lists = [...document.querySelectorAll(arguments[0])].map((group) => names(group, arguments[1]));
return lists.filter((list) => !is_sorted(list)).concat(lists.flat().length < 20 ? [["too few"]] : []);
"#;

#[tokio::test]
async fn places_are_sorted_as_the_language_sorts() {
    let page = visit_calmly().await;
    for lang in LANGUAGES {
        for (fragment, group, name) in [
            ("#view=list", ".list-shelf:not(:last-child)", "summary h3"),
            ("#list=1", "#regions ul", "a"),
        ] {
            page.open_in(lang, fragment).await;
            let unsorted: Vec<Vec<String>> = page.run(UNSORTED, json!([group, name])).await;
            assert!(unsorted.is_empty(), "{lang}, {fragment}: {unsorted:#?}");
        }
    }
}

#[tokio::test]
async fn a_quote_keeps_its_language_and_a_translation_says_that_it_is_one() {
    let page = visit_calmly().await;
    for lang in LANGUAGES {
        page.open_in(lang, "#region=donetsk").await;
        page.wait_for_subject("region:donetsk").await;
        let langs = page.attributes("[data-pane] q", "lang").await;
        assert!(langs.len() > 2 && langs.iter().all(|lang| !lang.is_empty()));
        for fragment in ["#region=donetsk", "#view=list&region=donetsk"] {
            page.show(fragment).await;
            let place = if fragment.contains("view") {
                "#view"
            } else {
                "[data-pane]"
            };
            let told = page.count(&format!("{place} .tongue")).await;
            assert_eq!(told, usize::from(lang != "en"), "{lang}, {fragment}");
        }
    }
}

#[tokio::test]
async fn without_a_translation_the_original_stands_there_and_says_so() {
    let site = Site::start();
    site.replace(
        "dossier/translations/uk.json",
        r#"{"format":"clausemap-translation/1","language":"uk","from":"en","texts":{}}"#,
    );
    let page = visit_site(site).await;
    page.open_in("uk", "#region=donetsk").await;
    page.wait_for_subject("region:donetsk").await;
    let script = "return [...document.querySelectorAll('[data-pane] .clause .title')] \
        .every((one) => one.querySelector('[lang=en]') && one.querySelector('[data-untranslated]'))";
    let is_marked: bool = page.run(script, json!([])).await;
    assert!(
        is_marked,
        "a text that is not in the page's language says which it is in"
    );
}

/// Turns the page round and makes every text longer by half, as a language might.
const TURN: &str = r#"
document.documentElement.dir = "rtl";
const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const texts = [];
while (all.nextNode()) texts.push(all.currentNode);
for (const text of texts) {
  const words = text.data.trim();
  if (words === "" || text.parentElement.closest("svg, script, select, [data-stretched]")) continue;
  text.data += " " + words.slice(0, Math.ceil(words.length / 2));
}
document.body.dataset.stretched = "";
return texts.length;
"#;

/// What does not hold up: what scrolls sideways, what is cut off, what lies over a control.
const BROKEN: &str = r#"
const broken = [];
const told = (one) => `${one.outerHTML.slice(0, 140)}`;
const root = document.scrollingElement;
if (root.scrollWidth > innerWidth + 1) broken.push(`the page is ${root.scrollWidth} wide`);
const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]");
// What may scroll sideways says so by its class or by its style of overflow, and has a list form.
const may_scroll = (one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX)
  && !one.matches(".view, .pane, .places, main, body");
for (const one of document.querySelectorAll("body *")) {
  if (!seen(one) || one.closest("svg, .heard, .canvas, .skip, select")) continue;
  const style = getComputedStyle(one);
  // One pixel is for ears only.
  const is_over = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && style.display !== "inline";
  if (is_over && one.matches(".view, .pane, .places")) broken.push(`scrolls sideways: ${told(one)}`);
  const cuts = ["hidden", "clip"].includes(style.overflowX) && style.textOverflow !== "ellipsis";
  if (is_over && cuts && !may_scroll(one) && one.innerText?.trim() && !one.matches("main, .side, .stage, .mat")) {
    broken.push(`cuts off: ${told(one)}`);
  }
}
const controls = "a[href], button, select, input, summary";
for (const one of document.querySelectorAll(controls)) {
  if (!seen(one) || one.closest("svg, .skip")) continue;
  // Marks on the axis stand where their days are, however near; its rows are a list as well.
  if (one.matches("[data-mark]")) continue;
  const box = one.getClientRects()[0];
  if (!box || box.width < 2) continue;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (x < 0 || x > innerWidth) {
    let holder = one.parentElement;
    // A line that ends in an ellipsis is cut on purpose; the focus brings its links into view.
    const is_cut = (one) => getComputedStyle(one).textOverflow === "ellipsis";
    while (holder && !may_scroll(holder) && !is_cut(holder)) holder = holder.parentElement;
    if (!holder) broken.push(`beside the page: ${told(one)}`);
    continue;
  }
  if (y < 0 || y > innerHeight) continue;
  const hit = document.elementFromPoint(x, y);
  // What scrolls lies under what does not; the search's list is meant to lie over the page.
  const is_hidden_by_scroll = (() => {
    for (let holder = one.parentElement; holder; holder = holder.parentElement) {
      const edge = holder.getBoundingClientRect();
      if (getComputedStyle(holder).overflowY !== "visible" && (y < edge.top || y > edge.bottom)) return true;
      if (getComputedStyle(holder).overflowX !== "visible" && (x < edge.left || x > edge.right)) return true;
    }
    return false;
  })();
  // So are the evidence that opens over a phone's list, and the heads that stay while their table moves.
  let stays = hit;
  while (stays && !["sticky", "fixed"].includes(getComputedStyle(stays).position)) stays = stays.parentElement;
  const is_head = stays && !stays.contains(one) && stays.closest("table, .pane, .evidence");
  if (!hit || is_hidden_by_scroll || is_head || hit.closest(".found, .evidence")) continue;
  const hits_itself = one.contains(hit) || hit.contains(one) || hit.closest("label")?.contains(one);
  if (!hits_itself) broken.push(`lies under another: ${told(one)} under ${told(hit)}`);
}
return [...new Set(broken)];
"#;

#[tokio::test]
async fn a_language_that_runs_from_right_to_left_and_takes_more_room_fits() {
    let page = visit().await;
    let mut all = Vec::new();
    for width in [WIDE, (390, 844)] {
        page.resize(width.0, width.1, width.0 < 600).await;
        page.prefer(&[LIGHT, CALM]).await;
        for fragment in fragments() {
            page.open_in("en", "#").await;
            if !page.show(&fragment).await {
                continue;
            }
            let texts: usize = page.run(TURN, json!([])).await;
            assert!(texts > 50);
            page.wait_for_rest().await;
            let broken: Vec<String> = page.run(BROKEN, json!([])).await;
            if !broken.is_empty() {
                all.push(format!("{} px, {fragment}: {broken:#?}", width.0));
            }
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[derive(Debug, Deserialize)]
struct Sides {
    odesa: f64,
    luhansk: f64,
    stage: f64,
    pane: f64,
}

const SIDES: &str = r#"
const middle = (css) => {
  const box = document.querySelector(css).getBoundingClientRect();
  return box.x + box.width / 2;
};
return {
  odesa: middle("[data-region='odesa']"), luhansk: middle("[data-region='luhansk']"),
  stage: middle(".stage"), pane: middle(".pane"),
};
"#;

#[tokio::test]
async fn the_pane_changes_sides_and_the_map_does_not() {
    let page = visit_calmly().await;
    page.open("#").await;
    let drawn = "return !!document.querySelector(\"[data-region='odesa']\") \
        && !!document.querySelector(\"[data-region='luhansk']\")";
    page.wait_for("the map", drawn, json!([])).await;
    page.wait_for_rest().await;
    let before: Sides = page.run(SIDES, json!([])).await;
    assert!(before.odesa < before.luhansk && before.stage < before.pane);
    let _: Value = page.run(TURN, json!([])).await;
    page.wait_for_rest().await;
    let after: Sides = page.run(SIDES, json!([])).await;
    assert!(after.pane < after.stage, "{after:?}");
    let west_to_east = |sides: &Sides| sides.luhansk - sides.odesa;
    let moved = (west_to_east(&after) - west_to_east(&before)).abs();
    assert!(moved < 2.0, "{before:?} {after:?}");
}

#[tokio::test]
async fn the_axis_of_days_does_not_change_sides() {
    let page = visit_calmly().await;
    page.open("#view=timeline").await;
    let script = "const marks = [...document.querySelectorAll('#view [data-mark]')]; \
        const at = (one) => one.getBoundingClientRect().x; \
        return marks.length > 5 && at(marks[0]) < at(marks.at(-1))";
    page.wait_for("the first day at the left", script, json!([]))
        .await;
    let _: Value = page.run(TURN, json!([])).await;
    page.wait_for_rest().await;
    page.wait_for("the first day at the left still", script, json!([]))
        .await;
}
