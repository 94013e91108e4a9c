//! What readers take away: links, citations, files, the printed page.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use base64::Engine;
use serde_json::{Value, json};

use super::harness::{visit_calmly, visit_on_phone};
use super::page::Page;

const OPEN: &str = "return document.querySelector('dialog.share').open";
const CLOSED: &str = "return !document.querySelector('dialog.share').open";

/// A folder that downloads go to. It goes when the test ends.
pub struct Downloads(PathBuf);

impl Downloads {
    /// Lets the browser put its downloads there.
    pub async fn to(page: &Page) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = format!("clausemap-downloads-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        std::fs::create_dir_all(&folder).unwrap();
        let allow = json!({ "behavior": "allow", "downloadPath": folder });
        page.chromium
            .devtools("Browser.setDownloadBehavior", allow)
            .await;
        Self(folder)
    }

    /// Whether there is a file with such an ending.
    pub fn has(&self, ending: &str) -> bool {
        let files = std::fs::read_dir(&self.0).unwrap();
        files
            .flatten()
            .any(|file| file.file_name().to_string_lossy().ends_with(ending))
    }

    /// Clicks a button of the panel and waits for the file that it makes.
    async fn take(&self, page: &Page, kind: &str, name: &str) -> Vec<u8> {
        page.click(&format!("[data-share='{kind}']")).await;
        let file = self.0.join(name);
        page.until(name, || file.exists()).await;
        let said =
            "return document.querySelector('.share-status').textContent.includes(arguments[0])";
        page.wait_for("the name of the file", said, json!([name]))
            .await;
        std::fs::read(file).unwrap()
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Opens the panel; on a phone, from the menu.
pub async fn open_panel(page: &Page) {
    let script = "return document.querySelector('.menu').checkVisibility()";
    if page.run(script, json!([])).await {
        page.click(".menu").await;
    }
    page.click(".share-button").await;
    page.wait_for("the panel", OPEN, json!([])).await;
}

async fn allow_copying(page: &Page) {
    let allow = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    page.chromium
        .devtools("Browser.grantPermissions", allow)
        .await;
}

async fn copied(page: &Page) -> String {
    let script = "const done = arguments[arguments.length - 1]; \
        navigator.clipboard.readText().then(done, (e) => done(`refused: ${e}`))";
    let answer = page
        .chromium
        .driver
        .execute_async(script, [])
        .await
        .unwrap();
    answer.convert().unwrap()
}

async fn wait_for_status(page: &Page, words: &str) {
    let said = "return document.querySelector('.share-status').textContent.includes(arguments[0])";
    page.wait_for(words, said, json!([words])).await;
}

#[tokio::test]
async fn the_panel_opens_by_mouse_and_by_keys_and_gives_the_focus_back() {
    let page = visit_calmly().await;
    page.open("#region=donetsk").await;
    page.wait_for_subject("region:donetsk").await;
    for button in [".share-button", ".share-this"] {
        page.click(button).await;
        page.wait_for("the panel", OPEN, json!([])).await;
        page.press("Escape").await;
        page.wait_for("the panel to close", CLOSED, json!([])).await;
        let is_back = "return document.activeElement.matches(arguments[0])";
        page.wait_for("the focus to come back", is_back, json!([button]))
            .await;
        page.press("Enter").await;
        page.wait_for("the panel", OPEN, json!([])).await;
        // The focus stays in the panel, wherever Tab goes.
        for _ in 0..16 {
            page.press("Tab").await;
            let inside = "const at = document.activeElement; \
                return at === document.body || !!at.closest('dialog.share')";
            assert!(
                page.run::<bool>(inside, json!([])).await,
                "{:?}",
                page.focused().await
            );
        }
        page.click(".share-top button").await;
        page.wait_for("the panel to close", CLOSED, json!([])).await;
    }
    // Escape closed the panel and left the reader where they were.
    assert_eq!(page.subject().await, "region:donetsk");
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_copied_link_says_what_is_shown_and_nothing_of_the_reader() {
    let page = visit_calmly().await;
    allow_copying(&page).await;
    page.open(
        "&lang=en&utm_source=x#region=donetsk&plan=us28&lens=agreement&asof=2025-12-01&theme=dark",
    )
    .await;
    open_panel(&page).await;
    page.click(".share section:first-of-type button").await;
    wait_for_status(&page, "Copied.").await;
    let link = copied(&page).await;
    let wanted = "/#region=donetsk&plan=us28&lens=agreement&asof=2025-12-01";
    assert_eq!(link, format!("{}{wanted}", page.site.origin));
    let shown: String = page
        .run(
            "return document.getElementById('share-link').value",
            json!([]),
        )
        .await;
    assert_eq!(shown, link);
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_citation_is_copied_in_each_form() {
    let page = visit_calmly().await;
    allow_copying(&page).await;
    page.open("#clause=p20-12").await;
    open_panel(&page).await;
    for (form, begins) in [
        ("plain", "20-point"),
        ("bibtex", "@misc{clausemap-clause-p20-12-20260313,"),
        ("markdown", "[20-point"),
    ] {
        let choose =
            "document.querySelector(`[name='citation-form'][value='${arguments[0]}']`).click()";
        page.run::<Value>(choose, json!([form])).await;
        page.click(".share section:nth-of-type(2) .share-row button")
            .await;
        wait_for_status(&page, "Copied.").await;
        let text = copied(&page).await;
        assert!(text.starts_with(begins), "{form}: {text}");
        assert!(
            text.contains("asof=2026-03-13") && text.contains("as of 13 Mar 2026"),
            "{text}"
        );
        assert!(text.contains("https://"), "{text}");
    }
    page.assert_quiet().await;
}

#[tokio::test]
async fn where_nothing_may_be_copied_the_text_is_selected() {
    let page = visit_calmly().await;
    page.open("#region=kherson").await;
    open_panel(&page).await;
    let refuse = "Object.defineProperty(navigator, 'clipboard', { value: undefined }); \
        document.execCommand = () => false";
    page.run::<Value>(refuse, json!([])).await;
    page.click(".share section:first-of-type button").await;
    wait_for_status(&page, "Ctrl+C").await;
    let selected = "const field = document.getElementById('share-link'); \
        return document.activeElement === field && field.selectionStart === 0 \
        && field.selectionEnd === field.value.length";
    assert!(page.run::<bool>(selected, json!([])).await);
    page.assert_quiet().await;
}

#[tokio::test]
async fn files_arrive_with_what_is_shown() {
    let page = visit_calmly().await;
    let downloads = Downloads::to(&page).await;
    page.open("#region=donetsk&asof=2025-12-28").await;
    page.wait_for_subject("region:donetsk").await;
    let claims = page.count(".pane [data-claim]").await;
    open_panel(&page).await;
    let name = "clausemap-region-donetsk-2025-12-28";
    let csv = downloads.take(&page, "csv", &format!("{name}.csv")).await;
    let csv = String::from_utf8(csv).unwrap();
    let csv = csv.strip_prefix('\u{FEFF}').unwrap();
    let mut lines = csv::Reader::from_reader(csv.as_bytes());
    let kinds: Vec<String> = lines
        .records()
        .map(|line| line.unwrap()[0].to_owned())
        .collect();
    assert_eq!(kinds.iter().filter(|kind| *kind == "claim").count(), claims);

    let json = downloads.take(&page, "json", &format!("{name}.json")).await;
    let json: Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["as_of"], "2025-12-28");
    assert_eq!(json["claims"].as_array().unwrap().len(), claims);
    assert!(
        json["address"]
            .as_str()
            .unwrap()
            .ends_with("/#region=donetsk&asof=2025-12-28")
    );

    let places = downloads
        .take(&page, "geojson", &format!("{name}.geojson"))
        .await;
    let places: Value = serde_json::from_slice(&places).unwrap();
    assert_eq!(places["features"][0]["id"], "donetsk");
    let counted = places["features"][0]["properties"]["claim_count"]
        .as_u64()
        .unwrap();
    assert!(counted > 0 && counted <= claims as u64);
    let outline = places["features"][0]["geometry"]["coordinates"][0]
        .as_array()
        .unwrap();
    assert!(
        outline.len() > 500,
        "not the full outline: {}",
        outline.len()
    );

    let svg = downloads.take(&page, "svg", &format!("{name}.svg")).await;
    let svg = String::from_utf8(svg).unwrap();
    let tree = roxmltree::Document::parse(&svg).unwrap();
    let text: String = tree.descendants().filter_map(|node| node.text()).collect();
    for words in [
        "Donetsk oblast",
        "as of 28 Dec 2025",
        "OpenStreetMap",
        "#region=donetsk&asof=2025-12-28",
    ] {
        assert!(text.contains(words), "no {words}");
    }
    page.assert_quiet().await;
}

#[tokio::test]
async fn pictures_have_their_size_and_show_something() {
    let page = visit_calmly().await;
    let downloads = Downloads::to(&page).await;
    page.open("#lens=agreement").await;
    open_panel(&page).await;
    let mut heights = Vec::new();
    for (kind, ending, times) in [
        ("png-1", ".png", 1),
        ("png-2", "@2x.png", 2),
        ("png-4", "@4x.png", 4),
    ] {
        let name = format!("clausemap-2026-03-13{ending}");
        let bytes = downloads.take(&page, kind, &name).await;
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!(info.width, 960 * times);
        heights.push(info.height / times);
        let samples = info.color_type.samples();
        let colours: std::collections::HashSet<&[u8]> =
            pixels.chunks_exact(samples).step_by(97).collect();
        assert!(colours.len() > 60, "{kind}: {} colours", colours.len());
        let is_clear = samples == 4 && pixels.chunks_exact(4).any(|pixel| pixel[3] < 255);
        assert!(!is_clear, "{kind} can be seen through");
    }
    assert!(
        heights.iter().all(|height| *height == heights[0]),
        "{heights:?}"
    );
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_panel_speaks_each_language_and_fits_a_phone() {
    let page = visit_on_phone().await;
    for (lang, title, save) in [
        ("en", "Share and take away", "Save as CSV"),
        ("uk", "Поділитися і взяти з собою", "Зберегти як CSV"),
        ("ru", "Поделиться и взять с собой", "Сохранить как CSV"),
    ] {
        page.open(&format!("&lang={lang}#region=crimea")).await;
        open_panel(&page).await;
        assert_eq!(page.words("#share-title").await, title);
        assert_eq!(
            page.attributes("[data-share='csv']", "aria-label").await,
            [save]
        );
        let fits = "const box = document.querySelector('dialog.share').getBoundingClientRect(); \
            const wide = [...document.querySelectorAll('dialog.share *')].filter((one) => \
                !one.closest('.heard') && one.getBoundingClientRect().right > box.right + 0.5); \
            return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight && !wide.length";
        assert!(page.run::<bool>(fits, json!([])).await, "{lang}");
        // A link is for somebody else, who reads their own language.
        let link: String = page
            .run(
                "return document.getElementById('share-link').value",
                json!([]),
            )
            .await;
        assert_eq!(link, format!("{}/#region=crimea", page.site.origin));
    }
    page.assert_quiet().await;
}

/// What the printed page says, page by page.
async fn printed(page: &Page) -> (usize, Vec<u8>) {
    let wishes = json!({ "printBackground": false, "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
    let answer = page.chromium.devtools("Page.printToPDF", wishes).await;
    let data = answer["data"].as_str().unwrap();
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(data)
        .unwrap();
    if let Ok(folder) = std::env::var("KEEP_PRINTED") {
        let name = page.subject().await.replace(':', "-");
        std::fs::write(PathBuf::from(folder).join(format!("{name}.pdf")), &bytes).unwrap();
    }
    let text = String::from_utf8_lossy(&bytes);
    let pages = text.matches("/Type /Page\n").count();
    (pages, bytes)
}

#[tokio::test]
async fn a_printed_page_has_its_map_and_everything_open() {
    let page = visit_calmly().await;
    page.open("#region=donetsk&theme=dark").await;
    page.wait_for_subject("region:donetsk").await;
    let folded = page.count(".pane details:not([open])").await;
    assert!(folded > 3);
    let (pages, _) = printed(&page).await;
    assert!((3..60).contains(&pages), "{pages} pages");
    // Afterwards the page is as it was.
    let after = "return document.querySelectorAll('.pane details:not([open])').length === arguments[0] \
        && !document.querySelector('.print-map').childElementCount";
    page.wait_for("the page as it was", after, json!([folded]))
        .await;
    page.assert_quiet().await;
}

/// The list prints whole, also what nobody has opened; and the reader finds it folded as it was.
#[tokio::test]
async fn the_list_prints_all_its_places() {
    let page = visit_calmly().await;
    page.open("#view=list&region=kherson").await;
    let entries = page.count(".list-entry").await;
    assert_eq!(page.count(".list-entry[open]").await, 1);
    let (pages, _) = printed(&page).await;
    assert!(pages > 20, "{pages} pages for {entries} places");
    let as_it_was = "return document.querySelectorAll('.list-entry[open]').length === 1 \
        && location.hash === '#view=list&region=kherson'";
    page.wait_for("the list as it was", as_it_was, json!([]))
        .await;
    page.run::<Value>("dispatchEvent(new Event('beforeprint'))", json!([]))
        .await;
    let whole = "return document.querySelectorAll('.list-entry[open] .list-body').length";
    assert_eq!(page.run::<usize>(whole, json!([])).await, entries);
    page.assert_quiet().await;
}

#[tokio::test]
async fn printing_draws_the_map_opens_what_is_folded_and_says_where_it_comes_from() {
    let page = visit_calmly().await;
    page.open("#clause=p20-12&theme=dark").await;
    page.wait_for_subject("clause:p20-12").await;
    page.chromium
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await;
    page.run::<Value>("dispatchEvent(new Event('beforeprint'))", json!([]))
        .await;
    let state: Value = page
        .run(
            "const shown = (css) => [...document.querySelectorAll(css)].some((one) => one.checkVisibility()); \
             const colour = (css) => getComputedStyle(document.querySelector(css)).color; \
             return { \
               map: shown('.print-map svg'), stage: shown('.stage'), tools: shown('.tools, .share-this, .jumps'), \
               folded: document.querySelectorAll('.pane details:not([open])').length, \
               foot: document.querySelector('.print-foot').textContent, \
               ink: colour('.pane h1'), ground: getComputedStyle(document.body).backgroundColor, \
               sources: [...document.querySelectorAll('.pane .cite a[href^=\"http\"]')].map((one) => \
                 getComputedStyle(one, '::after').content).every((text) => text.includes('http')), \
               wide: document.documentElement.scrollWidth <= innerWidth }",
            json!([]),
        )
        .await;
    assert_eq!(state["map"], true, "{state}");
    assert_eq!(state["stage"], false, "{state}");
    assert_eq!(state["tools"], false, "{state}");
    assert_eq!(state["folded"], 0, "{state}");
    assert_eq!(state["ink"], "rgb(0, 0, 0)", "{state}");
    assert_eq!(state["ground"], "rgb(255, 255, 255)", "{state}");
    assert_eq!(state["sources"], true, "{state}");
    let foot = state["foot"].as_str().unwrap();
    assert!(
        foot.contains("/#clause=p20-12&asof=2026-03-13") && foot.contains("13 Mar 2026"),
        "{foot}"
    );
    page.assert_quiet().await;
}
