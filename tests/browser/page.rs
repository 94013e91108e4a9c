//! The page as a reader meets it: opened, clicked, tapped, typed at and read.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use axum::http::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::chromium::Chromium;
use super::site::Site;

/// How long anything may take. Far more than it should: the machine may be busy with other things.
const PATIENCE: Duration = Duration::from_secs(20);

/// The page in a browser.
pub struct Page {
    /// The browser.
    pub chromium: Chromium,
    /// Where the page comes from.
    pub site: Site,
}

/// The least that a reader can do: the program, which waits for it, is fetched.
pub const ACT: &str = "if (document.documentElement.dataset.app === 'waiting') dispatchEvent(new Event('clausemap-more')); ";

impl Page {
    /// Loads the page anew at a fragment, such as `#region=donetsk`, and waits until it is ready, with all that
    /// is made in turns.
    pub async fn open(&self, fragment: &str) {
        self.load(fragment).await;
        self.wait_for_state("ready").await;
        let whole = "return !document.querySelector('[data-later]')";
        self.wait_for("all parts", whole, json!([])).await;
    }

    /// Loads the page anew at a fragment.
    pub async fn load(&self, fragment: &str) {
        // Another fragment alone would be a step within the page, not a load.
        static LOADS: AtomicU32 = AtomicU32::new(0);
        let load = LOADS.fetch_add(1, Ordering::Relaxed);
        let address = format!("{}?{load}{fragment}", self.site.address());
        self.chromium
            .driver
            .goto(&address)
            .await
            .unwrap_or_else(|e| panic!("{address}: {e}"));
    }

    /// Follows a fragment within the loaded page, as a link on the page does.
    pub async fn follow(&self, fragment: &str, subject: &str) {
        let _: Value = self
            .run("location.hash = arguments[0]", json!([fragment]))
            .await;
        self.wait_for_subject(subject).await;
    }

    /// Runs a script; `arguments` are in it what `args` lists here.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, args: Value) -> T {
        let Value::Array(args) = args else {
            panic!("arguments are a list");
        };
        let answer = self.chromium.driver.execute(script, args).await;
        let answer = answer.unwrap_or_else(|e| panic!("{e}\nin the script: {script}"));
        answer
            .convert()
            .unwrap_or_else(|e| panic!("{e}\nfrom the script: {script}"))
    }

    /// Waits until a script returns something true.
    pub async fn wait_for(&self, what: &str, script: &str, args: Value) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let answer: Value = self.run(script, args.clone()).await;
            if answer.as_bool() == Some(true) {
                return;
            }
            if Instant::now() > deadline {
                let at: Value = self.run(WHERE, json!([])).await;
                let problems = self.console_problems().await;
                panic!("waited in vain for {what} ({answer})\nat {at}\nconsole: {problems:#?}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits for something that is not on the page.
    pub async fn until(&self, what: &str, holds: impl Fn() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds() {
            assert!(Instant::now() < deadline, "waited in vain for {what}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until `<html data-app>` says this; what comes of the program comes to a reader who has done something.
    pub async fn wait_for_state(&self, state: &str) {
        let act = if state == "waiting" { "" } else { ACT };
        let script = format!("{act}return document.documentElement.dataset.app === arguments[0]");
        self.wait_for(&format!("data-app=\"{state}\""), &script, json!([state]))
            .await;
    }

    /// Waits until the browser has shown the page a few times: what it does by itself it has begun by then.
    pub async fn wait_for_frames(&self) {
        let script = "return new Promise((go) => { let left = 12; \
            const next = () => left-- ? requestAnimationFrame(next) : setTimeout(go); next(); })";
        let _: Value = self.run(script, json!([])).await;
    }

    /// What the pane shows: `region:donetsk`, `clause:p20-12`, `source:src-seed`, `overview`.
    pub async fn subject(&self) -> String {
        self.run(
            "return document.querySelector('[data-pane]').dataset.subject",
            json!([]),
        )
        .await
    }

    /// Waits until the pane shows this, and shows it whole.
    pub async fn wait_for_subject(&self, subject: &str) {
        let script = format!(
            "{ACT}const pane = document.querySelector('[data-pane]'); \
            return pane?.dataset.subject === arguments[0] && !!pane.querySelector('h1') \
            && !pane.querySelector('[data-later]')"
        );
        self.wait_for(subject, &script, json!([subject])).await;
    }

    /// The words of the first element that a selector finds, as they stand in the document.
    pub async fn words(&self, css: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.textContent ?? null";
        let words: Option<String> = self.run(script, json!([css])).await;
        words.unwrap_or_else(|| panic!("there is no {css}"))
    }

    /// How many elements a selector finds.
    pub async fn count(&self, css: &str) -> usize {
        self.run(
            "return document.querySelectorAll(arguments[0]).length",
            json!([css]),
        )
        .await
    }

    /// An attribute of all elements that a selector finds, in their order.
    pub async fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])] \
            .map((one) => one.getAttribute(arguments[1]))";
        self.run(script, json!([css, name])).await
    }

    /// Waits for an element, brings it into view and clicks its middle with the mouse. What lies
    /// over it fails the test.
    pub async fn click(&self, css: &str) {
        let there = "return !!document.querySelector(arguments[0])";
        self.wait_for(css, there, json!([css])).await;
        let scroll = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
        let _: Value = self.run(scroll, json!([css])).await;
        let element = self.chromium.driver.find(By::Css(css)).await;
        let clicked = element
            .unwrap_or_else(|e| panic!("{css}: {e}"))
            .click()
            .await;
        clicked.unwrap_or_else(|e| panic!("{css} cannot be clicked: {e}"));
    }

    /// Moves the mouse to a point of the window and clicks there.
    pub async fn click_at(&self, x: i64, y: i64) {
        self.point("mouse", x, y).await;
    }

    /// Taps a point of the window with a finger.
    pub async fn tap_at(&self, x: i64, y: i64) {
        self.point("touch", x, y).await;
    }

    async fn point(&self, kind: &str, x: i64, y: i64) {
        self.perform(json!([{
            "type": "pointer",
            "id": kind,
            "parameters": { "pointerType": kind },
            "actions": [
                { "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        }]))
        .await;
    }

    /// Presses a key: a name such as `Tab`, or the character itself; `Shift+Tab` holds Shift.
    pub async fn press(&self, key: &str) {
        let (shift, name) = match key.split_once("Shift+") {
            Some(("", name)) => (true, name),
            _ => (false, key),
        };
        let value = match name {
            "Tab" => "\u{e004}",
            "Enter" => "\u{e007}",
            "Escape" => "\u{e00c}",
            "End" => "\u{e010}",
            "Home" => "\u{e011}",
            "ArrowLeft" => "\u{e012}",
            "ArrowUp" => "\u{e013}",
            "ArrowRight" => "\u{e014}",
            "ArrowDown" => "\u{e015}",
            character => character,
        };
        let mut actions = vec![
            json!({ "type": "keyDown", "value": value }),
            json!({ "type": "keyUp", "value": value }),
        ];
        if shift {
            actions.insert(0, json!({ "type": "keyDown", "value": "\u{e008}" }));
            actions.push(json!({ "type": "keyUp", "value": "\u{e008}" }));
        }
        self.perform(json!([{ "type": "key", "id": "keys", "actions": actions }]))
            .await;
    }

    /// Lets the browser's mouse, finger, wheel or keys do something.
    pub async fn perform(&self, sources: Value) {
        let body = json!({ "actions": sources });
        self.chromium.ask(Method::POST, "actions", Some(body)).await;
    }

    /// The browser's Back button.
    pub async fn back(&self) {
        self.chromium.driver.back().await.unwrap();
    }

    /// The browser's Forward button.
    pub async fn forward(&self) {
        self.chromium.driver.forward().await.unwrap();
    }

    /// Warnings and errors that the console holds since it was last asked.
    pub async fn console_problems(&self) -> Vec<String> {
        if !self.chromium.has_log {
            return Vec::new();
        }
        let entries = self.chromium.driver.browser_log().await.unwrap();
        entries
            .into_iter()
            .filter(|entry| matches!(&*entry.level, "SEVERE" | "WARNING"))
            .map(|entry| format!("{}: {}", entry.level, entry.message))
            .collect()
    }

    /// Fails the test if the console holds a warning or an error.
    pub async fn assert_quiet(&self) {
        let problems = self.console_problems().await;
        assert!(problems.is_empty(), "the console says: {problems:#?}");
    }

    /// Every address that the browser asked for since it was last asked, with `data:` and `blob:`.
    pub async fn requested(&self) -> Vec<String> {
        let entries = self.chromium.driver.get_log("performance").await.unwrap();
        let messages = entries.iter().filter_map(|entry| {
            let message: Value = serde_json::from_str(&entry.message).ok()?;
            let message = &message["message"];
            let params = &message["params"];
            // The browser opens with a page of its own.
            let is_browsers = params["documentURL"].as_str()?.starts_with("chrome:");
            (message["method"] == "Network.requestWillBeSent" && !is_browsers)
                .then(|| params["request"]["url"].as_str().map(str::to_owned))?
        });
        messages.collect()
    }

    /// Waits until nothing moves: neither the map nor anything that a style moves, for longer than
    /// the map waits for a hand to rest.
    pub async fn wait_for_rest(&self) {
        let _: Value = self.run("delete window.seen", json!([])).await;
        self.wait_for("the page to rest", RESTS, json!([])).await;
    }
}

const RESTS: &str = r#"
const boxes = [...document.querySelectorAll("[data-region], .side")].map((one) => {
  const box = one.getBoundingClientRect();
  return [box.x, box.y, box.width].map((n) => n.toFixed(1)).join();
});
const now = boxes.join(";");
// On a busy machine time passes without a picture: pictures are counted as well.
if (window.pictures === undefined) {
  window.pictures = 0;
  const count = () => { window.pictures += 1; requestAnimationFrame(count); };
  count();
}
if (window.seen?.now !== now || document.getAnimations().some((one) => one.playState === "running")) {
  window.seen = { now, since: performance.now(), pictures: window.pictures };
}
return performance.now() - window.seen.since > 150 && window.pictures - window.seen.pictures > 5;
"#;

/// Whether frames still come is told as well: without them nothing on the page goes on.
const WHERE: &str = "const frame = new Promise((tell) => requestAnimationFrame(() => tell('frames come'))); \
    const none = new Promise((tell) => setTimeout(() => tell('no frame in 2 s'), 2000)); \
    return Promise.race([frame, none]).then((frames) => [location.hash, document.documentElement.dataset.app, \
        document.querySelector('[data-pane]')?.dataset.subject, document.visibilityState, frames].join(' '))";
