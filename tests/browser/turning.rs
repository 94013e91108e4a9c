//! A page that turns to another language while it stands: the elements stay, and what was made for them goes.

use serde_json::{Value, json};

use super::harness::{visit, visit_calmly, visit_site};
use super::layers::squares;
use super::page::Page;
use super::site::Site;
use super::states::fragments;

const AT_REST: &str = "return document.querySelector('.canvas')?.hasAttribute('data-still')";

async fn turn_to(page: &Page, lang: &str) {
    let choose = "const list = document.querySelector('.language'); list.value = arguments[0]; \
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    let _: Value = page.run(choose, json!([lang])).await;
    let turned = "return document.documentElement.lang === arguments[0]";
    page.wait_for("the other language", turned, json!([lang]))
        .await;
}

#[tokio::test]
async fn there_is_one_map_in_one_language_and_it_follows_its_window() {
    let page = visit().await;
    page.open("#region=donetsk").await;
    page.wait_for("a map at rest", AT_REST, json!([])).await;
    page.focus_region("luhansk").await;
    page.press("+").await;
    page.wait_for(
        "the whole map, small",
        "return !document.querySelector('.locator-holder').hidden",
        json!([]),
    )
    .await;
    for lang in ["uk", "ru", "en"] {
        turn_to(&page, lang).await;
        let named = "const all = document.querySelectorAll('.canvas > svg'); const names = { uk: 'Донецьк', ru: 'Донецк', en: 'Donetsk' }; \
            return all.length === 1 && all[0].textContent.includes(names[arguments[0]])";
        page.wait_for("the map's names", named, json!([lang])).await;
        for holder in [".scale-holder > svg", ".locator-holder > svg"] {
            assert_eq!(page.count(holder).await, 1, "{lang}: {holder}");
        }
        // Who was on the map by keyboard still is, and where they had taken it.
        page.wait_for_focus("luhansk").await;
    }
    page.resize(900, 600, false).await;
    let follows = "const box = (css) => document.querySelector(css).getBoundingClientRect(); \
        const canvas = box('.canvas'), map = box('.canvas > svg'); \
        return canvas.width < 900 && map.left <= canvas.left && map.right >= canvas.right && map.width < canvas.width * 2 \
            && document.querySelector('.canvas').hasAttribute('data-still')";
    page.wait_for("the map in its new size", follows, json!([]))
        .await;
    assert_eq!(page.count(".canvas > svg").await, 1);
    page.wait_for_state("ready").await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn what_is_asked_for_last_holds() {
    let page = visit().await;
    page.open("").await;
    let hastily = "const list = document.querySelector('.language'); for (const lang of arguments[0]) { \
        list.value = lang; list.dispatchEvent(new Event('change', { bubbles: true })); }";
    let settled = "return document.documentElement.lang === arguments[0] && document.querySelector('.language').value === arguments[0]";
    for langs in [["uk", "ru"], ["uk", "en"], ["ru", "en"], ["ru", "uk"]] {
        let _: Value = page.run(hastily, json!([langs])).await;
        page.wait_for(langs[1], settled, json!([langs[1]])).await;
        page.wait_for_rest().await;
        page.wait_for_frames().await;
        page.wait_for(langs[1], settled, json!([langs[1]])).await;
    }
    page.assert_quiet().await;
}

/// What stands in the page, but for how it lies there. What is under a view is made when it is seen again.
const STANDS: &str = r#"
const lines = [];
const read = (node, depth) => {
  if (node.nodeType === Node.TEXT_NODE) return lines.push(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  if (node.matches("[data-away]")) return;
  const named = [...node.attributes].filter(({ name }) => name !== "style").map(({ name, value }) => `${name}="${value}"`);
  lines.push(`${" ".repeat(depth)}<${node.localName} ${named.sort().join(" ")}>`);
  for (const child of node.childNodes) read(child, depth + 1);
};
read(document.getElementById("app"), 0);
return lines.filter((line) => line.trim());
"#;

#[tokio::test]
async fn what_is_turned_to_a_language_is_what_is_opened_in_it() {
    let page = visit_calmly().await;
    for fragment in fragments() {
        page.open_in("uk", &fragment).await;
        page.show(&fragment).await;
        page.wait_for("a map at rest", AT_REST, json!([])).await;
        let opened: Vec<String> = page.run(STANDS, json!([])).await;
        page.open_in("en", &fragment).await;
        page.show(&fragment).await;
        page.wait_for("a map at rest", AT_REST, json!([])).await;
        turn_to(&page, "uk").await;
        let same = format!(
            "const stands = (() => {{ {STANDS} }})(); return stands.join() === arguments[0].join() || stands.find((line, at) => line !== arguments[0][at])"
        );
        page.wait_for(&fragment, &same, json!([opened])).await;
    }
    page.assert_quiet().await;
}

/// Turns the page in the moment in which a layer is on its way.
const TURN_ON_THE_WAY: &str = r#"
new MutationObserver((_, observer) => {
  const list = document.querySelector(".language");
  if (!list || !document.querySelector(".layers")?.textContent.includes("%")) return;
  observer.disconnect();
  window.onTheWay = !document.querySelector("[data-layer]");
  list.value = "uk";
  list.dispatchEvent(new Event("change", { bubbles: true }));
}).observe(document, { childList: true, subtree: true, characterData: true });
"#;

#[tokio::test]
async fn a_layer_on_its_way_comes_once() {
    let site = Site::start();
    site.replace("huge.geojson", squares(10_000, 40));
    let page = visit_site(site).await;
    let watch = json!({ "source": TURN_ON_THE_WAY });
    let command = "Page.addScriptToEvaluateOnNewDocument";
    page.chromium.devtools(command, watch).await;
    page.open("&overlay=huge.geojson").await;
    let come = "return window.onTheWay && document.documentElement.lang === 'uk' \
        && document.querySelectorAll('[data-layer]').length === 1 \
        && document.querySelector('.overlay canvas')?.width > 100";
    page.wait_for("the layer", come, json!([])).await;
    page.wait_for("a map at rest", AT_REST, json!([])).await;
    let pictures = ".overlay:not(.overlay-whole)";
    assert_eq!(page.count(pictures).await, 1);
    // And once it is there.
    turn_to(&page, "ru").await;
    page.wait_for("the layer again", "return document.querySelectorAll('[data-layer]').length === 1 && document.querySelector('.overlay canvas')?.width > 100", json!([]))
        .await;
    assert_eq!(page.count(pictures).await, 1);
    page.resize(900, 600, false).await;
    page.wait_for_rest().await;
    page.wait_for("a map at rest", AT_REST, json!([])).await;
    page.wait_for_state("ready").await;
    page.assert_quiet().await;
}
