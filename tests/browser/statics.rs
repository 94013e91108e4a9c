//! The page that was made beforehand: read without scripts, without the program, and until it comes; and how
//! the program takes its place.

use serde_json::{Value, json};

use super::axe;
use super::harness::{CALM, DARK, LIGHT, visit};
use super::page::Page;
use super::site;

/// Watches what is painted and what moves, from before the page's own scripts.
const WATCH: &str = r##"
window.watched = { shift: 0, shifts: [], largest: null };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    window.watched.shift += entry.value;
    window.watched.shifts.push([entry.value, Math.round(entry.startTime), entry.sources.map((one) => one.node?.className ?? String(one.node))]);
  }
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.watched.largest = [entry.startTime, entry.element?.outerHTML.slice(0, 90)];
}).observe({ type: "largest-contentful-paint", buffered: true });
addEventListener("DOMContentLoaded", () => {
  window.watched.made = boxes("#static .bar", ".made-mat", ".made-text h1");
});
// What stands in both pages stands at one place; of what is not shown there is no box.
window.boxes = (...own) => [...own, ...[".views", ".search .field", ".menu", ".language", ".share-button", ".lenses", ".choices", ".zoom", ".moves", ".key"]
  .map((css) => own[0].replace(".bar", css))].map((css) => {
  const all = [...document.querySelectorAll(css)].map((one) => one.getBoundingClientRect());
  const one = all.find((one) => one.width);
  return one ? [one.x, one.y, one.width, one.height].map(Math.round) : [0, 0, 0, 0];
});
"##;

/// The names of all sections that an address leads to.
const NAMES: &str = "return [...document.querySelectorAll('#static [id]')].map((one) => one.id) \
    .filter((id) => /^(region|clause)=/.test(id))";

/// Whether a section begins in the window, in sight.
const LANDED: &str = "const one = document.getElementById(arguments[0]); \
    const top = one?.getBoundingClientRect().top; \
    return one && top >= 0 && top < innerHeight * 0.6 || `${arguments[0]} at ${top}`";

async fn watch(page: &Page) {
    let script = json!({ "source": WATCH });
    let command = "Page.addScriptToEvaluateOnNewDocument";
    page.chromium.devtools(command, script).await;
}

/// Turns the page's scripts off: what the driver asks is still answered.
async fn without_scripts(page: &Page) {
    let off = json!({ "value": true });
    let command = "Emulation.setScriptExecutionDisabled";
    page.chromium.devtools(command, off).await;
}

/// Fails unless every place and every clause is reached by its address alone.
async fn assert_all_land(page: &Page) {
    let names: Vec<String> = page.run(NAMES, json!([])).await;
    assert!(names.len() > 100, "{}", names.len());
    let mut astray = Vec::new();
    for name in &names {
        let go = "location.hash = arguments[0]";
        let _: Value = page.run(go, json!([name])).await;
        let landed: Value = page.run(LANDED, json!([name])).await;
        if landed != json!(true) {
            astray.push(landed);
        }
    }
    assert!(astray.is_empty(), "of {}: {astray:#?}", names.len());
    eprintln!("{} sections are reached by their address", names.len());
}

/// The name of the program's file.
fn program() -> String {
    let index = site::read("index.html");
    let rest = index.split("data-wasm=\"./").nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

const SEEN: &str = "const one = document.querySelector(arguments[0]); \
    return !!one && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })";

async fn is_seen(page: &Page, css: &str) -> bool {
    page.run(SEEN, json!([css])).await
}

#[tokio::test]
async fn without_scripts_the_map_and_every_text_are_there_and_every_link_lands() {
    let page = visit().await;
    without_scripts(&page).await;
    page.load("").await;
    assert!(is_seen(&page, ".made-wide [data-region='donetsk']").await);
    assert!(is_seen(&page, "noscript .made-missing").await);
    assert!(!is_seen(&page, "[data-late]").await);
    // Nothing is on its way, and nothing says so.
    let on_its_way =
        "return getComputedStyle(document.querySelector('#static .bar'), '::after').display";
    let shown: String = page.run(on_its_way, json!([])).await;
    assert_eq!(shown, "none");
    assert!(page.count("#static [id^='claim=']").await > 100);
    assert_all_land(&page).await;
    for fragment in ["#region=donetsk", "#clause=p20-12", "#claim=s04"] {
        page.load(fragment).await;
        let name = fragment.trim_start_matches('#');
        let landed: Value = page.run(LANDED, json!([name])).await;
        assert_eq!(landed, json!(true));
    }
    // On a phone too, where the map is above the text.
    page.resize(390, 844, true).await;
    page.load("").await;
    assert!(is_seen(&page, ".made-small [data-region='donetsk']").await);
    assert_all_land(&page).await;
    assert_eq!(
        page.site
            .asked()
            .iter()
            .filter(|path| path.ends_with(".js"))
            .count(),
        0
    );
}

#[tokio::test]
async fn without_the_program_the_page_says_so_and_stays() {
    let page = visit().await;
    let wasm = program();
    for spoil in ["gone", "no program", "no script"] {
        match spoil {
            "gone" => page.site.remove(&wasm),
            "no program" => page.site.replace(&wasm, "\0asm nothing of the sort"),
            _ => page.site.replace(
                &wasm.replace("_bg.wasm", ".js"),
                "throw new Error('spoilt')",
            ),
        }
        page.load("#region=donetsk").await;
        page.wait_for_state("failed").await;
        assert!(is_seen(&page, "[data-late]").await, "{spoil}");
        let landed: Value = page.run(LANDED, json!(["region=donetsk"])).await;
        assert_eq!(landed, json!(true), "{spoil}");
        page.click("#static a[href='#clause=p20-14']").await;
        let landed: Value = page.run(LANDED, json!(["clause=p20-14"])).await;
        assert_eq!(landed, json!(true), "{spoil}");
    }
    assert_all_land(&page).await;
}

#[tokio::test]
async fn a_dossier_that_does_not_come_leaves_the_page_and_tells_of_it() {
    let page = visit().await;
    page.site.remove("dossier/dossier.json");
    page.load("").await;
    page.wait_for_state("failed").await;
    assert!(is_seen(&page, "[role='alert']").await);
    assert!(is_seen(&page, ".made-text h1").await);
    page.site.restore("dossier/dossier.json");
    page.open("").await;
    assert_eq!(page.count("#static").await, 0);
}

#[tokio::test]
async fn the_program_takes_the_place_of_the_page_and_nothing_jumps() {
    let page = visit().await;
    watch(&page).await;
    for (file, width, height, phone) in [
        ("", 1440, 900, false),
        ("index.uk.html", 1200, 800, false),
        ("", 1024, 768, false),
        ("index.ru.html", 680, 900, false),
        ("", 390, 844, true),
    ] {
        page.resize(width, height, phone).await;
        let lang = file.split('.').nth(1).filter(|lang| lang.len() == 2);
        let address = format!("{}/{file}?lang={}", page.site.origin, lang.unwrap_or("en"));
        page.chromium.driver.goto(&address).await.unwrap();
        page.wait_for_state("ready").await;
        page.wait_for_rest().await;
        assert_eq!(page.count("#static").await, 0);
        let shift: f64 = page.run("return window.watched.shift", json!([])).await;
        let shifts: Value = page.run("return window.watched.shifts", json!([])).await;
        assert!(shift <= 0.02, "{width} px: {shift} of {shifts}");
        let box_of =
            "return [window.watched.made, window.boxes('#app .bar', '#app .mat', '.pane h1')]";
        let (before, after): (Vec<[f64; 4]>, Vec<[f64; 4]>) = page.run(box_of, json!([])).await;
        eprintln!("{width} px: shift {shift:.4}; made {before:?}, program {after:?}");
        for (made, own) in before.iter().zip(&after) {
            let apart = made.iter().zip(own).take(3).map(|(a, b)| (a - b).abs());
            assert!(
                apart.fold(0.0, f64::max) <= 4.0,
                "{width} px: {before:?} {after:?}"
            );
        }
    }
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_largest_paint_comes_before_the_program_is_fetched() {
    let page = visit().await;
    watch(&page).await;
    for (width, height, phone) in [(1440, 900, false), (390, 844, true)] {
        page.resize(width, height, phone).await;
        page.open("").await;
        page.wait_for_rest().await;
        let script = "const program = performance.getEntriesByType('resource') \
            .filter((one) => /_bg\\.wasm|dossier\\//.test(one.name)).map((one) => one.startTime); \
            return [window.watched.largest[0], Math.min(...program), window.watched.largest[1]]";
        let (largest, program, what): (f64, f64, String) = page.run(script, json!([])).await;
        eprintln!("{width} px: largest paint {largest:.0} ms, program asked for {program:.0} ms");
        assert!(largest < program, "{width} px: {largest} {program} {what}");
    }
    // Nothing that the page waits for is fetched twice, or in vain.
    page.assert_quiet().await;
}

#[tokio::test]
async fn whoever_has_read_on_is_kept_where_they_are() {
    let page = visit().await;
    let scroll = "addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => \
        document.getElementById('clause=p20-12').scrollIntoView()))";
    let command = "Page.addScriptToEvaluateOnNewDocument";
    page.chromium
        .devtools(command, json!({ "source": scroll }))
        .await;
    page.open("").await;
    let subject = page.subject().await;
    assert!(subject.starts_with("clause:p20-"), "{subject}");
    let hash: String = page.run("return location.hash", json!([])).await;
    assert_eq!(hash, format!("#{}", subject.replace(':', "=")));
    // An address goes before that.
    page.open("#region=kherson").await;
    assert_eq!(page.subject().await, "region:kherson");
}

#[tokio::test]
async fn static_1_asks_for_no_program() {
    let page = visit().await;
    let address = format!("{}/?static=1#region=odesa&theme=dark", page.site.origin);
    page.chromium.driver.goto(&address).await.unwrap();
    page.wait_for_state("static").await;
    let landed: Value = page.run(LANDED, json!(["region=odesa"])).await;
    assert_eq!(landed, json!(true));
    assert!(is_seen(&page, ".made-contents").await);
    let asked = page.site.asked();
    let is_more = |path: &&String| path.contains("dossier") || path.ends_with(".wasm");
    assert_eq!(asked.iter().find(is_more), None, "{asked:?}");
    page.assert_quiet().await;
}

#[tokio::test]
async fn axe_finds_nothing_on_the_page() {
    let page = visit().await;
    let mut found = Vec::new();
    for (file, width, wishes) in [
        ("index.html", 1440, [LIGHT, CALM]),
        ("index.html", 390, [DARK, CALM]),
        ("index.uk.html", 1440, [DARK, CALM]),
        ("index.ru.html", 390, [LIGHT, CALM]),
    ] {
        page.resize(width, 900, width < 600).await;
        page.prefer(&wishes).await;
        let address = format!("{}/{file}?static=1", page.site.origin);
        page.chromium.driver.goto(&address).await.unwrap();
        page.wait_for_state("static").await;
        found.extend(axe::found_here(&page, &format!("{file}, {width} px")).await);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
