//! The day that is shown: chosen by keys, by a field, by steps, and followed by every page.

use serde_json::{Value, json};

use super::harness::{visit_calmly, visit_on_phone};
use super::page::Page;

/// The slider of the timeline.
const SLIDER: &str = ".chart-slider input";
/// The button over the timeline, and the field that it opens.
const BUTTON: &str = "[data-day-choice='timeline-day'] > button";
const FIELD: &str = "#timeline-day input[type='date']";

impl Page {
    /// Waits until the address asks for a day, or for none.
    async fn wait_for_day(&self, day: Option<&str>) {
        let script = "return (/asof=([0-9-]+)/.exec(location.hash)?.[1] ?? null) === arguments[0]";
        self.wait_for(&format!("{day:?} in the address"), script, json!([day]))
            .await;
    }

    /// Waits until an element says something.
    async fn wait_for_words(&self, css: &str, words: &str) {
        let script =
            "return !!document.querySelector(arguments[0])?.textContent.includes(arguments[1])";
        self.wait_for(&format!("{words} in {css}"), script, json!([css, words]))
            .await;
    }

    /// Waits until there is no such element.
    async fn wait_for_none(&self, css: &str) {
        let script = "return !document.querySelector(arguments[0])";
        self.wait_for(&format!("no {css}"), script, json!([css]))
            .await;
    }

    /// The focus on an element, as a key would have put it.
    async fn focus_on(&self, css: &str) {
        let there = "return !!document.querySelector(arguments[0])";
        self.wait_for(css, there, json!([css])).await;
        let script = "document.querySelector(arguments[0]).focus()";
        let _: Value = self.run(script, json!([css])).await;
    }

    /// Puts a date into the field, as its calendar does.
    async fn pick(&self, css: &str, date: &str) {
        let script = "const field = document.querySelector(arguments[0]); \
            field.focus(); field.value = arguments[1]; \
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        let _: Value = self.run(script, json!([css, date])).await;
    }

    /// How many entries the browser's history has.
    async fn steps_back(&self) -> usize {
        self.run("return history.length", json!([])).await
    }
}

/// What the region's page says of its clauses: `3+16`.
async fn donetsk(page: &Page) -> (String, usize) {
    let clauses = page.words("[data-pane] .jumps li:nth-child(2)").await;
    let claims = page.count("[data-pane] [data-claim]").await;
    (clauses, claims)
}

#[tokio::test]
async fn donetsk_and_the_map_follow_the_day() {
    let page = visit_calmly().await;
    page.open("#region=donetsk").await;
    page.wait_for_subject("region:donetsk").await;
    page.wait_for_none(".known-on p").await;
    let now = donetsk(&page).await;
    let offered = page.count("a[href*='plan=us28']").await;
    assert!(offered > 0, "the 28 points can be chosen");

    page.open("#region=donetsk&asof=2025-12-01").await;
    page.wait_for_subject("region:donetsk").await;
    page.wait_for_words(".known-on", "1 Dec 2025").await;
    let then = donetsk(&page).await;
    assert!(then.1 < now.1, "{then:?} {now:?}");
    let offered = page.attributes("a[href*='plan=p20']", "href").await;
    assert!(offered.is_empty(), "the 20 points are not out: {offered:?}");
    let key = page.words(".key").await;
    assert!(!key.contains("20 points"), "{key}");
    let strip = page.attributes("[data-plan]", "data-plan").await;
    assert!(strip.iter().any(|plan| plan == "us28"), "{strip:?}");
    assert!(!strip.iter().any(|plan| plan == "p20"), "{strip:?}");

    page.click(".known-on a").await;
    page.wait_for_day(None).await;
    page.wait_for_none(".known-on p").await;
    page.wait_for_subject("region:donetsk").await;
    // The words above the claims may be those of that day already while the claims are not.
    let claims =
        "return document.querySelectorAll('[data-pane] [data-claim]').length === arguments[0]";
    page.wait_for("the claims of today", claims, json!([now.1]))
        .await;
    assert_eq!(donetsk(&page).await, now);
    page.back().await;
    page.wait_for_day(Some("2025-12-01")).await;
    page.wait_for_words(".known-on", "1 Dec 2025").await;
    page.forward().await;
    page.wait_for_none(".known-on p").await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_slider_takes_keys_and_leaves_no_steps_behind() {
    let page = visit_calmly().await;
    page.open("#view=timeline").await;
    page.focus_on(SLIDER).await;
    let before = page.steps_back().await;
    page.press("ArrowLeft").await;
    page.wait_for_day(Some("2026-03-12")).await;
    for _ in 0..6 {
        page.press("ArrowLeft").await;
    }
    page.wait_for_day(Some("2026-03-06")).await;
    page.wait_for_words(".timeline-head .lede", "6 Mar 2026")
        .await;
    page.wait_for_words(".known-on", "6 Mar 2026").await;
    page.press("Home").await;
    page.wait_for_day(Some("2025-11-01")).await;
    page.wait_for_words(".timeline-head .lede", "1 Nov 2025")
        .await;
    assert_eq!(
        page.count(".event-mark").await,
        0,
        "nothing was on the axis"
    );
    page.press("End").await;
    page.wait_for_day(None).await;
    assert_eq!(page.steps_back().await, before, "no step for Back");
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_strip_is_dragged_with_the_mouse() {
    let page = visit_calmly().await;
    page.open("#region=donetsk").await;
    page.wait_for_subject("region:donetsk").await;
    let script = "const box = document.querySelector('.day-strip .days-slider') \
        .getBoundingClientRect(); return [box.left, box.right, box.top + box.height - 24]";
    let (left, right, y): (f64, f64, f64) = page.run(script, json!([])).await;
    let (from, to) = (right - 8.0, left + (right - left) * 0.4);
    let point = |x: f64| json!({ "type": "pointerMove", "duration": 60, "origin": "viewport", "x": x.round() as i64, "y": y.round() as i64 });
    page.perform(json!([{
        "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
        "actions": [
            point(from), { "type": "pointerDown", "button": 0 },
            point(from.midpoint(to)), point(to + 20.0), point(to),
            { "type": "pointerUp", "button": 0 },
        ],
    }]))
    .await;
    let script = "const day = /asof=([0-9-]+)/.exec(location.hash)?.[1]; \
        return !!day && day > '2025-12-18' && day < '2025-12-30'";
    page.wait_for("a day of December", script, json!([])).await;
    let day: String = page
        .run("return /asof=([0-9-]+)/.exec(location.hash)[1]", json!([]))
        .await;
    let shown: String = page
        .run("return document.querySelector('.day-strip .days-slider').getAttribute('aria-valuetext')", json!([]))
        .await;
    let number: u32 = day.rsplit('-').next().unwrap().parse().unwrap();
    assert_eq!(shown, format!("{number} Dec 2025"));
    page.wait_for_words(".known-on", &shown).await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_field_steps_and_the_way_back_are_steps_of_the_browser() {
    let page = visit_calmly().await;
    page.open("#view=timeline").await;
    page.click(BUTTON).await;
    page.pick(FIELD, "2025-12-28").await;
    page.wait_for_day(Some("2025-12-28")).await;
    page.wait_for_words(".timeline-head .lede", "28 Dec 2025")
        .await;
    page.press("Escape").await;
    page.wait_for_none(FIELD).await;
    page.click(".day-choice [data-step='earlier']").await;
    page.wait_for_day(Some("2025-12-27")).await;
    page.click(".day-choice [data-step='later']").await;
    page.wait_for_day(Some("2025-12-28")).await;
    page.click(".day-choice .return").await;
    page.wait_for_day(None).await;
    for day in ["2025-12-28", "2025-12-27", "2025-12-28"] {
        page.back().await;
        page.wait_for_day(Some(day)).await;
        let words = format!("{} Dec 2025", &day[8..]);
        page.wait_for_words(".timeline-head .lede", &words).await;
    }
    page.back().await;
    page.wait_for_day(None).await;
    page.forward().await;
    page.wait_for_words(".timeline-head .lede", "28 Dec 2025")
        .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn what_is_beyond_the_dossier_is_brought_back_and_told() {
    let page = visit_calmly().await;
    page.open("#view=timeline&asof=2031-01-01").await;
    page.wait_for_words(".known-on", "The dossier ends on 13 Mar 2026")
        .await;
    assert_eq!(
        page.count(".known-on a").await,
        0,
        "there is nowhere to return to"
    );
    page.open("#view=timeline&asof=1900-01-01").await;
    page.wait_for_words(".known-on", "The dossier begins on")
        .await;
    page.click(BUTTON).await;
    page.pick(FIELD, "2031-01-01").await;
    page.press("Enter").await;
    page.wait_for_words(".known-on", "The dossier ends on 13 Mar 2026")
        .await;
    page.wait_for_day(None).await;
    // It was an answer to what was typed; who goes on has read it.
    page.click(".views [data-view='sources']").await;
    let gone = "return !document.querySelector('.known-on p')";
    page.wait_for("the message to go", gone, json!([])).await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_mark_leads_to_its_claim_and_a_count_to_its_list() {
    let page = visit_calmly().await;
    page.open("#view=timeline").await;
    page.click("button.claim-mark[data-said='2025-12-15']")
        .await;
    page.wait_for(
        "the focus on the claims of 15 December",
        "return document.activeElement?.id === 'claims-2025-12-15'",
        json!([]),
    )
    .await;
    page.click("[data-mark='ev-2025-1228']").await;
    page.wait_for(
        "the focus on an event",
        "return document.activeElement?.id === 'event-ev-2025-1228'",
        json!([]),
    )
    .await;
    page.click("a.claim-mark[data-said='2026-03-13']").await;
    page.wait_for(
        "a claim in the pane",
        "return document.querySelector('[data-pane]').dataset.subject.startsWith('claim:')",
        json!([]),
    )
    .await;
    page.back().await;
    page.wait_for_words(".view h1", "What was known").await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn filters_and_a_place_narrow_the_view_and_an_empty_one_offers_the_way_out() {
    let page = visit_calmly().await;
    page.open("#view=timeline").await;
    let all = page.count("[data-claim-line]").await;
    page.open("#view=timeline&region=donetsk&party=ru").await;
    let some = page.count("[data-claim-line]").await;
    assert!(some > 0 && some < all, "{some} of {all}");
    assert_eq!(page.count(".lane-name").await, 1);
    page.wait_for_words(".narrowed", &format!("{some} of the {all}"))
        .await;
    page.open("#view=timeline&region=donetsk&party=iaea").await;
    assert_eq!(page.count("[data-claim-line]").await, 0);
    page.click(".claims-by-day .empty a").await;
    page.wait_for(
        "all claims",
        "return document.querySelectorAll('[data-claim-line]').length === arguments[0]",
        json!([all]),
    )
    .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_phone_reads_the_lists_and_moves_the_axis_in_its_own_box() {
    let page = visit_on_phone().await;
    page.open("#view=timeline&asof=2025-12-28").await;
    page.wait_for_words(".timeline-head .lede", "28 Dec 2025")
        .await;
    let script = "const wide = document.documentElement; const view = document.querySelector('.view'); \
        const frame = document.querySelector('.chart-frame'); \
        return [wide.scrollWidth - wide.clientWidth, view.scrollWidth - view.clientWidth, \
            frame.scrollWidth - frame.clientWidth]";
    let (page_over, view_over, frame_over): (i64, i64, i64) = page.run(script, json!([])).await;
    assert_eq!(
        (page_over, view_over),
        (0, 0),
        "nothing else scrolls sideways"
    );
    assert!(frame_over > 300, "{frame_over}");
    assert!(page.count("[data-claim-line]").await > 60);
    page.open("#asof=2025-12-28").await;
    let hidden: bool = page
        .run(
            "return getComputedStyle(document.querySelector('.day-strip')).display === 'none'",
            json!([]),
        )
        .await;
    assert!(hidden, "the strip is folded into the button");
    page.click("[data-day-choice='bar-day'] > button").await;
    page.pick("#bar-day input[type='date']", "2025-12-24").await;
    page.wait_for_day(Some("2025-12-24")).await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn each_language_says_the_day_in_its_own_words() {
    for (lang, day, heading) in [
        ("en", "28 Dec 2025", "What was known, and when"),
        ("uk", "28 грудня 2025", "Що було відомо й коли"),
        ("ru", "28 декабря 2025", "Что было известно и когда"),
    ] {
        let page = visit_calmly().await;
        let address = format!(
            "{}/?lang={lang}#view=timeline&asof=2025-12-28",
            page.site.origin
        );
        page.chromium.driver.goto(&address).await.unwrap();
        page.wait_for_state("ready").await;
        assert_eq!(page.words(".view h1").await, heading);
        for css in [".known-on", ".as-of", ".timeline-head .lede", ".day-pill"] {
            page.wait_for_words(css, day).await;
        }
        page.assert_quiet().await;
    }
}
