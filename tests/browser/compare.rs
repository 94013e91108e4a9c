//! Two plans, clause against clause.

use serde_json::{Value, json};

use super::harness::{visit, visit_on_phone};
use super::page::Page;

const LINE: &str = ".compare-line";

impl Page {
    /// Waits until the comparison shows so many lines.
    async fn wait_for_lines(&self, count: usize) {
        let script = "return document.querySelectorAll('.compare-line').length === arguments[0]";
        self.wait_for(&format!("{count} lines"), script, json!([count]))
            .await;
    }

    /// Waits until the address is this.
    async fn wait_for_address(&self, fragment: &str) {
        let script = "return location.hash === arguments[0]";
        self.wait_for(fragment, script, json!([fragment])).await;
    }

    /// Presses Tab until an element has the focus.
    async fn tab_to(&self, css: &str) {
        for _ in 0..80 {
            self.press("Tab").await;
            let script = "return document.activeElement?.matches(arguments[0]) ?? false";
            if self.run::<bool>(script, json!([css])).await {
                return;
            }
        }
        panic!("80 times Tab do not reach {css}");
    }

    /// Chooses from a list, as the browser tells of it.
    async fn choose(&self, name: &str, value: &str) {
        let script = "const list = document.querySelector(`select[name='${arguments[0]}']`); \
            list.value = arguments[1]; \
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        let _: Value = self.run(script, json!([name, value])).await;
    }
}

/// However far one reads on, the columns say which plan they are; and the search in the bar has room in every
/// language.
#[tokio::test]
async fn the_columns_keep_their_names_and_the_search_its_room() {
    let page = visit().await;
    for lang in super::states::LANGUAGES {
        page.open_in(lang, "#view=compare").await;
        page.wait_for_lines(33).await;
        let script = "const view = document.querySelector('#view'); view.scrollTop = 1500; \
            const top = document.querySelector('.compare-names').getBoundingClientRect().top; \
            const names = [...document.querySelectorAll('.compare-names > *')]; \
            const sides = [...document.querySelectorAll('.compare-line:nth-child(12) .compare-side')]; \
            const left = (one) => Math.round(one.getBoundingClientRect().left); \
            return [view.scrollTop > 1000, Math.abs(top - view.getBoundingClientRect().top) < 2, \
                JSON.stringify(names.map(left)) === JSON.stringify(sides.map(left))]";
        let held: Value = page.run(script, json!([])).await;
        assert_eq!(held, json!([true, true, true]), "{lang}");
        let search = "const input = document.querySelector('.search input'); \
            const text = document.createElement('canvas').getContext('2d'); \
            text.font = getComputedStyle(input).font; \
            return input.clientWidth - text.measureText(input.placeholder).width";
        let room: f64 = page.run(search, json!([])).await;
        assert!(
            room > -40.0,
            "{lang}: {room} px beside the words of the field"
        );
    }
}

#[tokio::test]
async fn the_mouse_reaches_it_and_back_and_forward_walk_the_same_path() {
    let page = visit().await;
    page.open("").await;
    page.click(".views [data-view='compare']").await;
    page.wait_for_lines(33).await;
    assert_eq!(page.words(".view h1").await, "From 28 points to 20 points");
    page.click(".rail a.count[href*='change=dropped']").await;
    page.wait_for_lines(8).await;
    page.wait_for_address("#view=compare&change=dropped").await;
    let changes = page.attributes(LINE, "data-change").await;
    assert!(changes.iter().all(|change| change == "dropped"));
    page.click(".rail input[value='new']").await;
    page.wait_for_lines(10).await;
    page.wait_for_address("#view=compare&change=dropped,new")
        .await;
    page.click(".compare-line [data-clause='us28-26']").await;
    page.wait_for_subject("clause:us28-26").await;
    let walk = [
        ("back", 10, 2),
        ("back", 8, 1),
        ("back", 33, 10),
        ("forward", 8, 1),
    ];
    for (step, lines, checked) in walk {
        if step == "back" {
            page.back().await;
        } else {
            page.forward().await;
        }
        page.wait_for_lines(lines).await;
        let boxes = page.count(".rail input[name='change']:checked").await;
        assert_eq!(boxes, checked, "{step} to {lines} lines");
    }
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_keyboard_alone_does_all_of_it() {
    let page = visit().await;
    page.open("").await;
    page.tab_to(".views [data-view='map']").await;
    page.press("ArrowRight").await;
    page.press("Enter").await;
    page.wait_for_lines(33).await;
    // Space leaves out what is checked, and the focus stays.
    page.tab_to(".rail input[value='changed']").await;
    page.press(" ").await;
    page.wait_for_lines(20).await;
    page.press(" ").await;
    page.wait_for_lines(33).await;
    page.wait_for_address("#view=compare").await;
    page.tab_to("select[name='topic']").await;
    page.press("ArrowDown").await;
    let chosen = "return /topic=/.test(location.hash) \
        && document.activeElement.name === 'topic' \
        && document.querySelectorAll('.compare-line').length < 33";
    page.wait_for("a topic", chosen, json!([])).await;
    page.tab_to(".compare-line [data-clause]").await;
    page.press("Enter").await;
    let there =
        "return document.querySelector('[data-pane]').dataset.subject.startsWith('clause:')";
    page.wait_for("the clause", there, json!([])).await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn each_state_is_reached_again_from_its_address() {
    let page = visit().await;
    page.open("#view=compare&region=donetsk&plan=p20&from=us28&topic=territory&change=changed,new")
        .await;
    page.wait_for_lines(3).await;
    let chosen = "return ['from', 'plan', 'place', 'topic'].map((name) => \
        document.querySelector(`select[name='${name}']`).value)";
    let chosen: Vec<String> = page.run(chosen, json!([])).await;
    assert_eq!(chosen, ["us28", "p20", "donetsk", "territory"]);
    // Another pair, by its lists; swapped, by its button.
    page.open("#view=compare").await;
    page.choose("from", "e3").await;
    page.wait_for_address("#view=compare&plan=p20&from=e3")
        .await;
    let heading = "return document.querySelector('.view h1').textContent === arguments[0]";
    page.wait_for("E3", heading, json!(["From E3 edit to 20 points"]))
        .await;
    let untied = "return document.querySelectorAll(`[data-change='untied']`).length > 3";
    page.wait_for("what nothing ties", untied, json!([])).await;
    let through = page.words(".differs").await;
    assert!(
        through.contains("clause 1 of 28 points: reworded, then reworded"),
        "{through}"
    );
    page.click(".rail-plans button").await;
    page.wait_for("the swap", heading, json!(["From 20 points to E3 edit"]))
        .await;
    page.wait_for_address("#view=compare&plan=e3&from=p20")
        .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn marks_are_said_as_well_as_drawn() {
    let page = visit().await;
    page.open("#view=compare").await;
    page.wait_for_lines(33).await;
    let line = |side: &str, tag: &str| {
        format!(".compare-line:has([data-clause='us28-06']) [data-side='{side}'] {tag}")
    };
    let gone = page.words(&line("left", "del")).await;
    assert!(gone.contains("gone:") && gone.contains("600,000"), "{gone}");
    let put_in = page.words(&line("right", "ins")).await;
    assert!(
        put_in.contains("put in:") && put_in.contains("800,000"),
        "{put_in}"
    );
    let shape = page.attributes(".compare-line svg path", "d").await;
    assert!(shape.iter().all(|d| !d.is_empty()));
    let maps = page
        .count(".compare-head .small-map[aria-hidden='true']")
        .await;
    assert_eq!(maps, 2);
    let said = page.words("[data-head='left'] .heard").await;
    assert!(said.starts_with("28 points: clauses name"), "{said}");
    page.assert_quiet().await;
}

#[tokio::test]
async fn an_empty_result_says_so_and_leads_out() {
    let page = visit().await;
    page.open("#view=compare&region=lviv&change=new").await;
    page.wait_for_lines(0).await;
    let words = page.words(".view .empty").await;
    assert!(words.contains("No clause passes these filters."), "{words}");
    page.click(".view .clear").await;
    page.wait_for_lines(33).await;
    page.wait_for_address("#view=compare").await;
}

#[tokio::test]
async fn a_plan_that_is_not_out_is_not_offered_and_told() {
    let page = visit().await;
    page.open("#view=compare&plan=p20&from=us28&asof=2025-12-01")
        .await;
    let told = page.words(".refused").await;
    assert!(
        told.contains("20 points") && told.contains("not out yet"),
        "{told}"
    );
    let offered = page.attributes("select[name='plan'] option", "value").await;
    assert!(offered.contains(&"us28".to_owned()) && !offered.contains(&"p20".to_owned()));
    page.open("#view=compare&asof=2025-11-01").await;
    page.wait_for_lines(0).await;
    page.click(".view .empty a").await;
    page.wait_for_lines(33).await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_phone_stacks_it_in_three_languages() {
    let page = visit_on_phone().await;
    for (lang, heading) in [
        ("en", "From "),
        ("uk", "Порівняння: "),
        ("ru", "Сравнение: "),
    ] {
        let address = format!("{}/?lang={lang}&compare#view=compare", page.site.origin);
        page.chromium.driver.goto(&address).await.unwrap();
        page.wait_for_state("ready").await;
        page.wait_for_lines(33).await;
        let said = page.words(".view h1").await;
        assert!(said.starts_with(heading), "{said}");
        let order = "const line = document.querySelector('.compare-line'); \
            const top = (css) => line.querySelector(css).getBoundingClientRect().top; \
            return [top('[data-side=left]'), top('.change-label'), top('[data-side=right]')]";
        let tops: Vec<f64> = page.run(order, json!([])).await;
        assert!(tops.is_sorted() && tops[0] < tops[2], "{lang}: {tops:?}");
        let wide = "const view = document.querySelector('.view'); \
            return view.scrollWidth <= view.clientWidth";
        assert!(
            page.run::<bool>(wide, json!([])).await,
            "{lang} scrolls sideways"
        );
    }
    page.assert_quiet().await;
}
