//! All of it without a mouse.

use serde_json::{Value, json};

use super::expected;
use super::harness::{visit, visit_calmly};
use super::page::Page;

/// How wide a region is on the screen in pixels, and by the scale bar in kilometres.
async fn scale(page: &Page, region: &str) -> (f64, f64) {
    page.wait_for_rest().await;
    let script = "const width = document.querySelector(`[data-region=\"${arguments[0]}\"]`) \
            .getBoundingClientRect().width; \
        const bar = document.querySelector('.scale'); \
        const km = Number(bar.getAttribute('aria-label').match(/[\\d.]+/)[0]); \
        return [width, width * km / bar.querySelector('path').getBoundingClientRect().width]";
    page.run(script, json!([region])).await
}

#[tokio::test]
async fn tab_reaches_the_map_in_few_steps_and_stops_there_once() {
    let page = visit_calmly().await;
    page.open("").await;
    page.wait_for_rest().await;
    // The first step offers a way past the bar: it is a long one.
    page.press("Tab").await;
    page.press("Enter").await;
    assert!(page.focused_region().await.is_some(), "the way to the map");
    page.open("").await;
    page.wait_for_rest().await;
    let steps = page.tab_to_map().await;
    assert!(steps <= 10, "{steps} steps");
    let stops = page
        .count(".canvas [data-region]:not([tabindex='-1'])")
        .await;
    assert_eq!(stops, 1, "tab stops in the map");
    page.press("Tab").await;
    assert_eq!(
        page.focused_region().await,
        None,
        "the next Tab leaves the map"
    );
    page.press("Shift+Tab").await;
    assert!(
        page.focused_region().await.is_some(),
        "and Shift+Tab comes back"
    );
    page.assert_quiet().await;
}

#[tokio::test]
async fn arrows_go_to_the_next_region_in_their_direction() {
    let page = visit_calmly().await;
    page.open("#region=dnipropetrovsk").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    assert_eq!(
        page.focused_region().await.as_deref(),
        Some("dnipropetrovsk")
    );
    // Neighbours of Dnipropetrovsk oblast on any map of Ukraine.
    for (key, neighbours) in [
        ("ArrowLeft", &["kirovohrad", "mykolaiv", "cherkasy"][..]),
        (
            "ArrowRight",
            &["donetsk", "luhansk", "kramatorsk", "sloviansk"],
        ),
        ("ArrowUp", &["poltava", "kharkiv", "sumy", "chernihiv"]),
        (
            "ArrowDown",
            &[
                "zaporizhzhia",
                "zaporizhzhia-city",
                "enerhodar",
                "znpp",
                "kherson",
            ],
        ),
    ] {
        page.focus_region("dnipropetrovsk").await;
        page.press(key).await;
        let now = page.focused_region().await.unwrap_or_default();
        assert!(neighbours.contains(&&*now), "{key} goes to {now}");
    }
    assert_eq!(
        page.subject().await,
        "region:dnipropetrovsk",
        "arrows open nothing"
    );
    page.press("Home").await;
    let first = page.focused_region().await.unwrap();
    page.press("End").await;
    let last = page.focused_region().await.unwrap();
    assert_ne!(first, last);
    let stops = page
        .count(".canvas [data-region]:not([tabindex='-1'])")
        .await;
    assert_eq!(stops, 1, "tab stops in the map after all that");
}

/// The views are one stop for Tab, and so are the buttons of the bar: arrows go from one to the next.
#[tokio::test]
async fn arrows_go_from_view_to_view_and_from_button_to_button() {
    let page = visit_calmly().await;
    page.open("#view=compare").await;
    for group in [".views a", ".tool-buttons button"] {
        let stops = page
            .count(&format!("{group}[tabindex='0'], {group}:not([tabindex])"))
            .await;
        assert_eq!(stops, 1, "{group}");
    }
    let focus = "document.querySelector(arguments[0]).focus()";
    let has = "return document.activeElement.matches(arguments[0])";
    for (from, key, to) in [
        (
            ".views [data-view='compare']",
            "ArrowRight",
            ".views [data-view='positions']",
        ),
        (
            ".views [data-view='compare']",
            "Home",
            ".views [data-view='map']",
        ),
        (
            ".views [data-view='map']",
            "ArrowLeft",
            ".views [data-view='list']",
        ),
        (".tool-buttons button", "End", ".share-button"),
        (
            ".share-button",
            "ArrowRight",
            ".tool-buttons button:first-child",
        ),
    ] {
        page.run::<Value>(focus, json!([from])).await;
        page.press(key).await;
        assert!(
            page.run::<bool>(has, json!([to])).await,
            "{key} from {from}"
        );
    }
    page.run::<Value>(focus, json!([".views [data-view='compare']"]))
        .await;
    page.press("ArrowRight").await;
    page.press("Enter").await;
    let shown = "return document.querySelector('#view')?.dataset.view === 'positions'";
    page.wait_for("the positions", shown, json!([])).await;
    page.assert_quiet().await;
}

/// Every region that arrows lead to from one, one press after the other. The presses are made by
/// script: there are too many for a hand, and the other tests show that real ones do the same.
const REACHED: &str = r#"
const reached = [arguments[0]];
for (const from of reached) {
  for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
    const region = document.querySelector(`[data-region="${from}"]`);
    region.focus();
    region.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    const now = document.activeElement?.closest("[data-region]")?.dataset.region;
    if (!now) return `${key} on ${from} loses the focus`;
    if (!reached.includes(now)) reached.push(now);
  }
}
return reached;
"#;

#[tokio::test]
async fn arrows_lead_from_any_region_to_every_other() {
    let page = visit_calmly().await;
    page.open("").await;
    page.wait_for_rest().await;
    let css = ".regions [data-region], .marks [data-region]";
    let mut all = page.attributes(css, "data-region").await;
    let reached: Value = page.run(REACHED, json!(["donetsk"])).await;
    let reached = reached.as_array().unwrap_or_else(|| panic!("{reached}"));
    assert!(all.len() > 25);
    all.retain(|id| !reached.contains(&json!(id)));
    assert!(all.is_empty(), "no arrow leads to {all:?}");
}

#[tokio::test]
async fn the_focus_survives_a_walk_beyond_the_window() {
    let page = visit_calmly().await;
    page.open("#region=znpp").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    for _ in 0..4 {
        page.press("+").await;
        page.wait_for_rest().await;
    }
    let mut walked = Vec::new();
    for key in [
        "ArrowLeft",
        "ArrowLeft",
        "ArrowUp",
        "ArrowRight",
        "ArrowRight",
    ] {
        let before = page.focused_region().await;
        page.press(key).await;
        page.wait_for_rest().await;
        let now = page.focused_region().await;
        assert!(
            now.is_some(),
            "{key} on {before:?} loses the focus, after {walked:?}"
        );
        assert_ne!(now, before, "{key} goes nowhere, after {walked:?}");
        let region = now.unwrap();
        assert!(
            page.spot(&region).await.is_some(),
            "{region} has the focus and is not in view"
        );
        walked.push(region);
    }
}

#[tokio::test]
async fn enter_opens_a_region_and_escape_climbs_to_the_top() {
    let page = visit_calmly().await;
    page.open("").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    page.focus_region("znpp").await;
    page.press("Enter").await;
    for subject in [
        "region:znpp",
        "region:zaporizhzhia",
        "region:ukr",
        "overview",
    ] {
        page.wait_for_subject(subject).await;
        page.wait_for_rest().await;
        page.wait_for_focus("znpp").await;
        page.press("Escape").await;
    }
    page.wait_for_rest().await;
    assert_eq!(page.subject().await, "overview", "there is nothing above");
    page.assert_quiet().await;
}

#[tokio::test]
async fn escape_climbs_through_groups_and_from_parts() {
    let page = visit_calmly().await;
    page.open("#region=donetsk").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    for subject in ["region:donbas", "region:ukr", "overview"] {
        page.press("Escape").await;
        page.wait_for_subject(subject).await;
        page.wait_for_rest().await;
    }
    page.open("#clause=p20-14b").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    for subject in ["clause:p20-14", "overview"] {
        page.press("Escape").await;
        page.wait_for_subject(subject).await;
        page.wait_for_rest().await;
    }
}

#[tokio::test]
async fn plus_and_minus_zoom() {
    let page = visit().await;
    page.open("").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    page.focus_region("kirovohrad").await;
    let (wide, km) = scale(&page, "kirovohrad").await;
    page.press("+").await;
    let (wider, same_km) = scale(&page, "kirovohrad").await;
    assert!(wider > wide * 1.3, "{wide} → {wider}");
    // However close, the oblast is as large as it is: the scale bar goes along.
    assert!((same_km - km).abs() < km * 0.03, "{km} km → {same_km} km");
    page.press("-").await;
    let (back, _) = scale(&page, "kirovohrad").await;
    assert!(
        (back - wide).abs() < wide * 0.05,
        "{wide} → {wider} → {back}"
    );
    assert_eq!(page.focused_region().await.as_deref(), Some("kirovohrad"));
}

#[tokio::test]
async fn quick_presses_of_plus_add_up() {
    let page = visit().await;
    page.open("").await;
    page.wait_for_rest().await;
    page.tab_to_map().await;
    page.focus_region("kirovohrad").await;
    let (wide, _) = scale(&page, "kirovohrad").await;
    page.press("+").await;
    let (once, _) = scale(&page, "kirovohrad").await;
    page.press("-").await;
    page.wait_for_rest().await;
    page.press("+").await;
    page.press("+").await;
    let (twice, _) = scale(&page, "kirovohrad").await;
    let wanted = once * once / wide;
    assert!(
        (twice - wanted).abs() < wanted * 0.05,
        "{wide} → {twice}, not {wanted}"
    );
}

#[tokio::test]
async fn skip_links_lead_to_the_list_and_to_the_reading() {
    let page = visit().await;
    page.open("").await;
    page.press("Tab").await;
    assert!(page.words(":focus").await.contains("map"));
    page.press("Tab").await;
    assert!(page.words(":focus").await.contains("list"));
    let seen = "const box = document.activeElement.getBoundingClientRect(); \
        return box.width > 40 && box.height > 15 && box.top >= 0 && box.left >= 0";
    page.wait_for("the skip link to show itself", seen, json!([]))
        .await;
    page.press("Enter").await;
    let on_list = "return document.activeElement?.id === 'regions'";
    page.wait_for("the focus on the list", on_list, json!([]))
        .await;
    // The list is a list of links: Tab goes through it, Enter opens.
    page.press("Tab").await;
    page.press("Tab").await;
    let listed: Option<String> = page
        .run(
            "return document.activeElement?.dataset.listed ?? null",
            json!([]),
        )
        .await;
    let listed = listed.expect("a place of the list has the focus");
    page.press("Enter").await;
    page.wait_for_subject(&format!("region:{listed}")).await;
    page.open("").await;
    for _ in 0..3 {
        page.press("Tab").await;
    }
    page.press("Enter").await;
    let on_pane = "return !!document.activeElement?.closest('[data-pane]')";
    page.wait_for("the focus in the pane", on_pane, json!([]))
        .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_list_holds_every_region_and_opens_by_its_button() {
    let page = visit().await;
    page.open("#region=kherson").await;
    let _: Value = page
        .run(
            "document.querySelector('.bar .tools button').focus()",
            json!([]),
        )
        .await;
    page.press("Enter").await;
    let on_list = "return document.activeElement?.id === 'regions'";
    page.wait_for("the focus on the list", on_list, json!([]))
        .await;
    let mut listed = page
        .attributes("#regions [data-listed]", "data-listed")
        .await;
    listed.sort();
    let mut all = expected::ids(&expected::records("regions.json", "regions"));
    all.sort();
    assert_eq!(listed, all);
}

#[tokio::test]
async fn the_focus_is_never_lost_when_a_link_changes_the_page() {
    let page = visit_calmly().await;
    let mut lost = Vec::new();
    for (fragment, link, subject) in [
        ("#", "[data-pane] [data-clause='p20-12']", "clause:p20-12"),
        (
            "#clause=p20-12",
            "[data-pane] [data-ground='znpp'] a",
            "region:znpp",
        ),
        (
            "#region=znpp",
            "[data-pane] [data-crumb='zaporizhzhia']",
            "region:zaporizhzhia",
        ),
        ("#region=znpp", "[data-pane] .close", "overview"),
        ("#list=1", "[data-listed='kherson']", "region:kherson"),
    ] {
        page.open(fragment).await;
        let focus = "document.querySelector(arguments[0]).focus()";
        let _: Value = page.run(focus, json!([link])).await;
        page.press("Enter").await;
        page.wait_for_subject(subject).await;
        page.wait_for_rest().await;
        if page.focused().await == Value::Null {
            lost.push(format!("{fragment} {link}"));
        }
    }
    assert!(
        lost.is_empty(),
        "the focus falls to the top of the page after {lost:#?}"
    );
}
