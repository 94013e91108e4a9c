//! Through every view in one walk: by mouse and by keyboard alone, in each language, wide and on a phone.
//!
//! Each step ends in a state that is noted: its address and what stands there. Then Back and Forward go over the
//! same path, and each address is opened cold; every state must be as it was.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::harness::{CALM, WIDE, visit};
use super::page::Page;

/// What the reader's hand is on.
#[derive(Clone, Copy, PartialEq)]
pub enum Hand {
    Mouse,
    Keys,
}

/// What is done at a step.
enum Step {
    /// A region on the map: this one by mouse; by keyboard the one that an arrow leads to first.
    Map(&'static str),
    /// A link, a button, a box.
    Press(&'static str),
    /// The next line of a native list.
    Choose(&'static str),
    /// Words into the search.
    Type(&'static str),
    /// The first that the search has found.
    Found,
    /// The next of the views.
    View(&'static str),
}

use Step::{Choose, Found, Map, Press, Type, View};

/// Every view in the order in which they are offered, and every kind of page of the pane: entered, used for what
/// it is for, left by a link. Beside each step what the address has after it.
const WALK: &[(Step, &str)] = &[
    (Map("donetsk"), "region="),
    (Press("[data-pane] a[data-clause]"), "clause="),
    (Press("[data-pane] .claim a.when"), "claim="),
    (Press("[data-pane] a[href*='who=']"), "who="),
    (Type("Zelensky"), "q=Zelensky"),
    (Found, "="),
    (View("compare"), "view=compare"),
    (Press(".rail input[name='change']"), "change="),
    (Choose(".rail [name='from']"), "from="),
    (View("positions"), "view=positions"),
    (Choose("[data-filter='topic']"), "topic="),
    (Press("a.mark-cell"), "open="),
    (View("timeline"), "view=timeline"),
    (Press(".day-choice [data-step='earlier']"), "asof=2026-"),
    (Choose("[data-filter='party']"), "party="),
    (View("sources"), "view=sources"),
    (Press("#view a.title"), "source="),
    (View("list"), "view=list"),
    (Press("#view [data-filters] [data-clear]"), "view=list"),
    (Choose("[data-filter='stance']"), "stance="),
    (Press("#view .list-entry summary"), "region="),
];

/// What a reader has before them.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct State {
    /// The fragment of the address.
    hash: String,
    /// The title of the window.
    title: String,
    /// What controls are set to, which entries are open, which days and claims are chosen.
    set: Vec<String>,
    /// All that can be read, but for the map.
    text: String,
}

/// The state, once two looks at it in a row found the same.
const STATE: &str = r##"
const view = document.querySelector("#view");
const shown = view ?? document.querySelector("[data-pane]");
if (!shown?.querySelector("h1, h2") || document.querySelector("[data-later]")) return null;
const all = (from, css, tell) => [...from.querySelectorAll(css)].map(tell);
const state = {
  hash: location.hash,
  title: document.title,
  set: [
    `lang ${document.documentElement.lang}`,
    `view ${view?.dataset.view ?? "map"}`,
    `pane ${view ? "" : shown.dataset.subject}`,
    `day ${document.querySelector(".bar .as-of b").textContent}`,
    `search ${document.querySelector(".search input").value}`,
    ...all(document, "#found [role=option]", (one) => `found ${one.getAttribute("href")}`),
    ...all(shown, "select", (one) => `${one.name}${one.dataset.filter ?? ""} ${one.value}`),
    ...all(shown, "input[type=checkbox]", (one) => `${one.value} ${one.checked}`),
    ...all(shown, "details.list-entry[open]", (one) => `open ${one.id}`),
    ...all(shown, "[data-open]", (one) => `evidence ${one.dataset.open}`),
  ],
  text: shown.textContent.replace(/\s+/g, " "),
};
const same = JSON.stringify(state) === window.looked;
window.looked = JSON.stringify(state);
return same ? state : null;
"##;

/// Opens what is folded away on a phone.
const FOLDED: &str = "const one = document.querySelector(arguments[0]); \
    if (one?.checkVisibility()) return null; \
    return ['.fold-filters[aria-expanded=false]', '.rail:not([open]) > summary', '.menu[aria-expanded=false]'] \
        .find((css) => document.querySelector(css)?.checkVisibility()) ?? null";

/// The key that leads nearer to an element; none where the focus is on one that is asked for.
const NEXT_KEY: &str = "const now = document.activeElement; \
    if (now?.matches(arguments[0])) return ''; \
    const all = [...document.querySelectorAll(arguments[0])]; \
    const wanted = all.find((one) => one.checkVisibility()); \
    const group = wanted?.tabIndex < 0 ? wanted.closest('.views') : null; \
    if (group?.contains(now)) return 'ArrowRight'; \
    const is_before = wanted && now && now !== document.body && (now.compareDocumentPosition(wanted) & 2); \
    return is_before ? 'Shift+Tab' : 'Tab'";

/// A walk: the page, the hand, and what has been seen since the first address, in the order of the history.
struct Walk {
    page: Page,
    lang: &'static str,
    hand: Hand,
    seen: Vec<State>,
    /// What other states have taken the place of in the history.
    replaced: Vec<State>,
}

impl Walk {
    /// Waits until the page shows a state that a question says yes to; or says what it shows instead.
    async fn state(&self, wanted: impl Fn(&State) -> bool) -> Result<State, Option<State>> {
        let deadline = Instant::now() + Duration::from_secs(12);
        let mut last = None;
        loop {
            let now: Option<State> = self.page.run(STATE, json!([])).await;
            match now {
                Some(now) if wanted(&now) => return Ok(now),
                Some(now) => last = Some(now),
                None => {}
            }
            if Instant::now() > deadline {
                return Err(last);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Takes one step and notes what it leads to. What is no step for Back takes the place of the one before.
    async fn step(&mut self, step: &Step, wanted: &str) {
        let count = "return history.length";
        let before: usize = self.page.run(count, json!([])).await;
        self.act(step).await;
        let had = self.seen.last().map(|state| state.hash.clone());
        let is_there = |now: &State| now.hash.contains(wanted) && Some(&now.hash) != had.as_ref();
        let state = self.state(is_there).await;
        let state = state.unwrap_or_else(|now| panic!("no {wanted} but {:?}", now.map(|s| s.hash)));
        let after: usize = self.page.run(count, json!([])).await;
        match after - before {
            0 => self.replaced.extend(self.seen.pop()),
            1 => {}
            more => panic!("{wanted}: {more} steps for Back"),
        }
        self.seen.push(state);
    }

    async fn act(&self, step: &Step) {
        let page = &self.page;
        match (step, self.hand) {
            (Map(region), Hand::Mouse) => page.click_region(region).await,
            (Map(_), Hand::Keys) => {
                // The first stop of the page leads to the map.
                page.press("Tab").await;
                page.press("Enter").await;
                page.press("ArrowUp").await;
                let on = "return !!document.activeElement?.dataset.region";
                page.wait_for("a region with the focus", on, json!([]))
                    .await;
                page.press("Enter").await;
            }
            (Press(css), _) => self.press(css).await,
            (Choose(css), _) => self.choose(css, None).await,
            (View(view), _) => {
                let link = format!(".views a[data-view='{view}']");
                if page.is_visible(&link).await {
                    self.press(&link).await;
                } else {
                    self.choose(".views select", Some(view)).await;
                }
            }
            (Type(words), Hand::Mouse) => {
                page.click(".search .field").await;
                page.type_letters(words).await;
            }
            (Type(words), Hand::Keys) => {
                page.press("/").await;
                page.type_letters(words).await;
            }
            (Found, Hand::Mouse) => self.press("#found-0").await,
            (Found, Hand::Keys) => {
                page.press("ArrowDown").await;
                page.press("Enter").await;
            }
        }
    }

    /// Opens what an element is folded into, if it is.
    async fn unfold(&self, css: &str) {
        let there = "return !!document.querySelector(arguments[0])";
        self.page.wait_for(css, there, json!([css])).await;
        let fold: Option<String> = self.page.run(FOLDED, json!([css])).await;
        if let Some(fold) = fold {
            match self.hand {
                Hand::Mouse => self.page.click(&fold).await,
                Hand::Keys => {
                    self.tab(&fold).await;
                    self.page.press("Enter").await;
                }
            }
        }
    }

    async fn press(&self, css: &str) {
        self.unfold(css).await;
        match self.hand {
            Hand::Mouse => {
                let mark = "const all = [...document.querySelectorAll(arguments[0])]; \
                    all.find((one) => one.checkVisibility()).dataset.pressed = ''";
                self.page.run::<Value>(mark, json!([css])).await;
                self.page.click("[data-pressed]").await;
                let clear = "delete document.querySelector('[data-pressed]')?.dataset.pressed";
                self.page.run::<Value>(clear, json!([])).await;
            }
            Hand::Keys => {
                self.tab(css).await;
                let is_box = "return document.activeElement.matches('input')";
                let is_box: bool = self.page.run(is_box, json!([])).await;
                self.page.press(if is_box { " " } else { "Enter" }).await;
            }
        }
    }

    /// The next line of a native list, or one with a value.
    async fn choose(&self, css: &str, value: Option<&str>) {
        self.unfold(css).await;
        let page = &self.page;
        if self.hand == Hand::Keys {
            self.tab(css).await;
            // The last of the views is some lines away from where a link has led.
            page.press(if value == Some("list") {
                "End"
            } else {
                "ArrowDown"
            })
            .await;
            return;
        }
        let next = "const list = document.querySelector(arguments[0]); \
            return list.options[list.selectedIndex + 1].value";
        let value = match value {
            Some(value) => value.to_owned(),
            None => page.run(next, json!([css])).await,
        };
        page.click_option(&format!("{css} option[value='{value}']"))
            .await;
    }

    /// Presses Tab, or Shift and Tab, until an element has the focus, or the stop of the group that it is in, where
    /// arrows lead on.
    async fn tab(&self, css: &str) {
        let mut passed = Vec::new();
        for _ in 0..120 {
            let key: String = self.page.run(NEXT_KEY, json!([css])).await;
            if key.is_empty() {
                return;
            }
            self.page.press(&key).await;
            passed.push(key);
        }
        let now = self.page.focused().await;
        panic!("no way by keyboard to {css} ({passed:?}), at {now}");
    }

    /// Holds what is shown against what was seen there before.
    async fn assert_seen(&self, was: &State, how: &str) {
        if let Err(now) = self.state(|now| now == was).await {
            let now = now.unwrap_or_else(|| panic!("{how} {}: nothing", was.hash));
            let same = was
                .text
                .chars()
                .zip(now.text.chars())
                .take_while(|(a, b)| a == b);
            let part = |text: &str| -> String {
                text.chars()
                    .skip(same.clone().count().saturating_sub(30))
                    .take(160)
                    .collect()
            };
            panic!(
                "{how} {}: not as it was\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}",
                was.hash,
                (&was.hash, &was.title),
                (&now.hash, &now.title),
                was.set
                    .iter()
                    .filter(|one| !now.set.contains(one))
                    .collect::<Vec<_>>(),
                now.set
                    .iter()
                    .filter(|one| !was.set.contains(one))
                    .collect::<Vec<_>>(),
                part(&was.text),
                part(&now.text),
            );
        }
    }
}

impl Page {
    /// Whether an element is there to be seen.
    async fn is_visible(&self, css: &str) -> bool {
        let script = "return document.querySelector(arguments[0])?.checkVisibility() ?? false";
        self.run(script, json!([css])).await
    }

    /// Chooses a line of a native list as the mouse does.
    async fn click_option(&self, css: &str) {
        let option = self.chromium.driver.find(By::Css(css)).await;
        let option = option.unwrap_or_else(|e| panic!("{css}: {e}"));
        option
            .click()
            .await
            .unwrap_or_else(|e| panic!("{css}: {e}"));
    }
}

async fn walk(lang: &'static str, (width, height): (u32, u32), hand: Hand) {
    let page = visit().await;
    page.prefer(&[CALM]).await;
    page.resize(width, height, width < 600).await;
    walk_through(page, lang, hand).await;
}

/// The whole walk through a page, wherever it comes from.
pub async fn walk_through(page: Page, lang: &'static str, hand: Hand) -> Page {
    let walk = steps_through(page, lang, hand).await;
    let last = walk.seen.len() - 1;
    for at in (0..last).rev() {
        walk.page.back().await;
        walk.assert_seen(&walk.seen[at], "Back to").await;
    }
    for at in 1..=last {
        walk.page.forward().await;
        walk.assert_seen(&walk.seen[at], "Forward to").await;
    }
    for state in walk.seen.iter().chain(&walk.replaced) {
        walk.page.open_in(walk.lang, &state.hash).await;
        walk.assert_seen(state, "cold at").await;
    }
    walk.page.assert_quiet().await;
    walk.page
}

/// The walk, one step back, and one of its states opened cold.
pub async fn walk_once(page: Page, lang: &'static str, hand: Hand) -> Page {
    let walk = steps_through(page, lang, hand).await;
    let last = walk.seen.len() - 1;
    walk.page.back().await;
    walk.assert_seen(&walk.seen[last - 1], "Back to").await;
    walk.page.open_in(walk.lang, &walk.seen[1].hash).await;
    walk.assert_seen(&walk.seen[1], "cold at").await;
    walk.page
}

async fn steps_through(page: Page, lang: &'static str, hand: Hand) -> Walk {
    page.open_in(lang, "#").await;
    page.wait_for_rest().await;
    let mut walk = Walk {
        page,
        lang,
        hand,
        seen: Vec::new(),
        replaced: Vec::new(),
    };
    let first = walk.state(|_| true).await.expect("the map");
    walk.seen.push(first);
    for (step, wanted) in WALK {
        walk.step(step, wanted).await;
    }
    walk.page.assert_quiet().await;
    walk
}

/// A phone.
pub const NARROW: (u32, u32) = (390, 844);

/// A test for each language, width and hand.
macro_rules! walks {
    ($($name:ident: $lang:literal, $size:expr, $hand:expr;)*) => {
        $(#[tokio::test]
        async fn $name() {
            walk($lang, $size, $hand).await;
        })*
    };
}

walks! {
    in_english_wide_by_mouse: "en", WIDE, Hand::Mouse;
    in_english_wide_by_keyboard: "en", WIDE, Hand::Keys;
    in_english_narrow_by_mouse: "en", NARROW, Hand::Mouse;
    in_english_narrow_by_keyboard: "en", NARROW, Hand::Keys;
    in_ukrainian_wide_by_mouse: "uk", WIDE, Hand::Mouse;
    in_ukrainian_wide_by_keyboard: "uk", WIDE, Hand::Keys;
    in_ukrainian_narrow_by_mouse: "uk", NARROW, Hand::Mouse;
    in_ukrainian_narrow_by_keyboard: "uk", NARROW, Hand::Keys;
    in_russian_wide_by_mouse: "ru", WIDE, Hand::Mouse;
    in_russian_wide_by_keyboard: "ru", WIDE, Hand::Keys;
    in_russian_narrow_by_mouse: "ru", NARROW, Hand::Mouse;
    in_russian_narrow_by_keyboard: "ru", NARROW, Hand::Keys;
}
