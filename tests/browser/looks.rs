//! Light and dark, wide and narrow.

use serde_json::{Value, json};

use super::harness::{CALM, DARK, LIGHT, visit, visit_calmly, visit_on_phone};
use super::page::Page;

/// How bright the pane's ground and its ink are, from 0 to 255.
async fn brightness(page: &Page) -> (f64, f64) {
    let script = "const style = getComputedStyle(document.querySelector('.side')); \
        const bright = (colour) => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number); \
            return 0.3 * r + 0.6 * g + 0.1 * b; }; \
        return [bright(style.backgroundColor), bright(style.color)]";
    page.run(script, json!([])).await
}

/// One page of each kind, and the list over one.
const SUBJECTS: [(&str, &str); 5] = [
    ("#", "overview"),
    ("#region=donetsk", "region:donetsk"),
    ("#clause=p20-14", "clause:p20-14"),
    ("#source=src-seed", "source:src-seed"),
    ("#region=zaporizhzhia&list=1", "region:zaporizhzhia"),
];

#[tokio::test]
async fn light_and_dark_follow_the_system_and_the_button() {
    let page = visit().await;
    page.prefer(&[LIGHT]).await;
    page.open("#region=donetsk").await;
    let (ground, ink) = brightness(&page).await;
    assert!(ground > 200.0 && ink < 80.0, "light: {ground}, {ink}");
    page.prefer(&[DARK]).await;
    let dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
    page.wait_for("the dark scheme", dark, json!([])).await;
    let (ground, ink) = brightness(&page).await;
    assert!(ground < 80.0 && ink > 180.0, "dark: {ground}, {ink}");
    // The address may ask for one of them, whatever the system says.
    page.open("#region=donetsk&theme=light").await;
    let (ground, _) = brightness(&page).await;
    assert!(ground > 200.0, "asked for light: {ground}");
    page.prefer(&[LIGHT]).await;
    page.open("#region=donetsk").await;
    page.click(".bar .tools button:nth-of-type(2)").await;
    let turned = "return document.documentElement.dataset.theme === 'dark'";
    page.wait_for("the dark theme", turned, json!([])).await;
    let (ground, ink) = brightness(&page).await;
    assert!(ground < 80.0 && ink > 180.0, "the button: {ground}, {ink}");
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_chosen_theme_stays_whatever_is_opened_next() {
    let page = visit().await;
    page.open("#region=donetsk").await;
    page.click(".bar .tools button:nth-of-type(2)").await;
    let dark = "return document.documentElement.dataset.theme === 'dark'";
    page.wait_for("the dark theme", dark, json!([])).await;
    page.click("[data-pane] [data-clause='p20-14a']").await;
    page.wait_for_subject("clause:p20-14a").await;
    assert!(
        page.run::<bool>(dark, json!([])).await,
        "after a link in the pane"
    );
    page.open("#region=donetsk").await;
    page.click(".bar .tools button:nth-of-type(2)").await;
    page.wait_for("the dark theme", dark, json!([])).await;
    page.click_region("luhansk").await;
    page.wait_for_subject("region:luhansk").await;
    assert!(
        page.run::<bool>(dark, json!([])).await,
        "after a click on the map"
    );
}

#[tokio::test]
async fn every_look_renders_without_a_word_in_the_console() {
    let page = visit().await;
    for scheme in [LIGHT, DARK] {
        page.prefer(&[scheme, CALM]).await;
        page.open("").await;
        for (fragment, subject) in SUBJECTS {
            page.follow(fragment, subject).await;
            page.wait_for_rest().await;
        }
    }
    page.assert_quiet().await;
    drop(page);
    let phone = visit_on_phone().await;
    phone.open("").await;
    for (fragment, subject) in SUBJECTS {
        phone.follow(fragment, subject).await;
        phone.wait_for_rest().await;
    }
    phone.assert_quiet().await;
}

#[tokio::test]
async fn who_wants_no_motion_gets_none() {
    let page = visit_calmly().await;
    page.open("").await;
    page.wait_for_rest().await;
    let place = "const box = document.querySelector('[data-region=znpp]').getBoundingClientRect(); \
        return [Math.round(box.x), Math.round(box.y)]";
    let far: (i64, i64) = page.run(place, json!([])).await;
    page.follow("#clause=p20-12", "clause:p20-12").await;
    let (x, y): (i64, i64) = page.run(place, json!([])).await;
    page.wait_for_rest().await;
    let there: (i64, i64) = page.run(place, json!([])).await;
    assert_ne!(far, there, "the camera goes to the plant");
    assert_eq!((x, y), there, "and is there at once");
}

/// What reaches beyond its frame: the document in any direction, the pane and the list sideways.
const TOO_WIDE: &str = r#"
const root = document.scrollingElement;
const wide = [];
if (root.scrollWidth > root.clientWidth) {
  wide.push(`the document: ${root.scrollWidth} in ${root.clientWidth}`);
}
if (root.scrollHeight > root.clientHeight) {
  wide.push(`the document: ${root.scrollHeight} high in ${root.clientHeight}`);
}
for (const frame of document.querySelectorAll(".pane, #regions, .side, .bar")) {
  if (frame.scrollWidth > frame.clientWidth + 1) {
    const right = frame.getBoundingClientRect().right;
    const guilty = [...frame.querySelectorAll("*")]
      .filter((one) => one.getBoundingClientRect().right > right + 1
        && !one.closest(".scroller, .heard"))
      .map((one) => `${one.localName}.${one.getAttribute("class")}`);
    wide.push(`${frame.className}: ${frame.scrollWidth} in ${frame.clientWidth} by ${guilty.slice(0, 4)}`);
  }
}
return wide;
"#;

#[tokio::test]
async fn nothing_scrolls_sideways_at_any_width_and_the_document_not_at_all() {
    let page = visit_calmly().await;
    let mut wide = Vec::new();
    for width in [320, 390, 768, 1100, 1440] {
        page.resize(width, 844, width < 500).await;
        page.open("").await;
        for (fragment, subject) in SUBJECTS {
            page.follow(fragment, subject).await;
            page.wait_for_rest().await;
            let found: Vec<String> = page.run(TOO_WIDE, json!([])).await;
            wide.extend(
                found
                    .into_iter()
                    .map(|what| format!("{width} {fragment} {what}")),
            );
        }
    }
    assert!(wide.is_empty(), "{wide:#?}");
}

/// The tables of the pane that are cut off at its edge, with how much of them; whether there is one at all.
const CUT: &str = "const frames = [...document.querySelectorAll('[data-pane] .strip-frame')]; \
    const cut = frames.map((one) => one.scrollWidth - one.clientWidth).filter((more) => more > 0); \
    return [frames.length, cut]";

#[tokio::test]
async fn no_party_is_cut_off_where_the_parties_stand() {
    let page = visit_calmly().await;
    let mut cut = Vec::new();
    // The pane is of another width at each of them.
    for width in [320, 390, 1000, 1440] {
        page.resize(width, 844, width < 500).await;
        for lang in ["en", "uk", "ru"] {
            page.open(&format!("&lang={lang}")).await;
            // Seven parties, nine, and five of which one has a long tag.
            for region in ["crimea", "ukr", "znpp"] {
                page.follow(&format!("#region={region}"), &format!("region:{region}"))
                    .await;
                page.wait_for_rest().await;
                let (count, more): (usize, Vec<f64>) = page.run(CUT, json!([])).await;
                assert!(count > 0, "{region} has no table");
                cut.extend(
                    more.into_iter()
                        .map(|more| format!("{width} {lang} {region}: {more} px")),
                );
            }
        }
    }
    assert!(cut.is_empty(), "{cut:#?}");
}

#[tokio::test]
async fn at_every_width_the_map_and_the_heading_are_in_the_window() {
    let page = visit_calmly().await;
    for (width, height) in [
        (320, 568),
        (390, 844),
        (768, 1024),
        (1100, 700),
        (1440, 900),
    ] {
        page.resize(width, height, width < 500).await;
        page.open("#region=donetsk").await;
        page.wait_for_rest().await;
        let seen: Value = page
            .run(
                "const box = (css) => document.querySelector(css).getBoundingClientRect(); \
                 const map = box('.canvas'), head = box('[data-pane] h1'); \
                 return [map.width > 150 && map.height > 100 && map.bottom <= innerHeight + 1, \
                    head.top >= 0 && head.bottom <= innerHeight && head.right <= innerWidth]",
                json!([]),
            )
            .await;
        assert_eq!(
            seen,
            json!([true, true]),
            "at {width} × {height}: map, heading"
        );
        assert!(
            page.spot("donetsk").await.is_some(),
            "Donetsk can be hit at {width} × {height}"
        );
    }
}

#[tokio::test]
async fn on_a_phone_the_sheet_grows_and_shrinks_by_its_button() {
    let page = visit_on_phone().await;
    page.open("#region=donetsk").await;
    let height = "return document.querySelector('.side').getBoundingClientRect().height";
    page.wait_for_rest().await;
    let half: f64 = page.run(height, json!([])).await;
    page.click(".grab").await;
    let grown = "return document.querySelector('.side').getBoundingClientRect().height > arguments[0] + 100";
    page.wait_for("the sheet to grow", grown, json!([half]))
        .await;
    page.wait_for_rest().await;
    page.click(".grab").await;
    let shrunk = "return document.querySelector('.side').getBoundingClientRect().height < arguments[0] - 100";
    page.wait_for("the sheet to shrink", shrunk, json!([half]))
        .await;
    page.assert_quiet().await;
}

/// The labels of the map that lie under its scale.
const UNDER_THE_SCALE: &str = r#"
const scale = document.querySelector(".scale").getBoundingClientRect();
const meets = (box) => box.left < scale.right && box.right > scale.left
  && box.top < scale.bottom && box.bottom > scale.top;
return [...document.querySelectorAll(".labels .label")]
  .filter((label) => meets(label.getBoundingClientRect()))
  .map((label) => label.textContent);
"#;

#[tokio::test]
async fn no_label_lies_under_the_scale_on_a_phone() {
    let page = visit_calmly().await;
    page.resize(390, 844, true).await;
    page.open("#region=kherson").await;
    page.wait_for_rest().await;
    let under: Vec<String> = page.run(UNDER_THE_SCALE, json!([])).await;
    assert!(under.is_empty(), "{under:?}");
}
