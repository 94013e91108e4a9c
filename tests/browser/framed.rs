//! The page in somebody else's: an article that is served from elsewhere and has it in a frame.

use serde_json::{Value, json};

use super::harness::{visit, visit_on_phone};
use super::page::Page;
use super::site::Site;
use super::waiting::until;

/// A page with a frame in it.
pub struct Article {
    /// The browser, and where Clausemap is served from.
    pub page: Page,
    /// Serves the article, as long as it is read.
    _host: Site,
}

impl Article {
    /// An article with this in its middle, `ORIGIN` being where Clausemap is. What the frames say to it
    /// is noted in `heard`.
    pub async fn with(page: Page, inside: &str) -> Self {
        let host = Site::start();
        let inside = inside.replace("ORIGIN", &page.site.origin);
        let article = format!(
            "<!doctype html><html lang=en><meta charset=utf-8>\
             <meta name=viewport content='width=device-width, initial-scale=1'><title>An article</title><link rel=icon href='icon.svg'>\
             <script>window.heard = []; addEventListener('message', (e) => heard.push(e.data))</script>\
             <body style='margin:0'><p style='block-size:120px;margin:0'>Before</p>\
             {inside}<p style='block-size:3000px;margin:0'>After</p>"
        );
        host.replace("article.html", article);
        let address = format!("{}/article.html", host.origin);
        page.chromium.driver.goto(&address).await.unwrap();
        Self { page, _host: host }
    }

    /// An article with a plain frame, once the page in it is ready.
    pub async fn framing(page: Page, address: &str) -> Self {
        let frame = format!(
            "<iframe src='ORIGIN/{address}' title=Map width=100% height=560 style='border:0;display:block'></iframe>"
        );
        let article = Self::with(page, &frame).await;
        article.inside().await;
        article.page.wait_for_state("ready").await;
        article.page.wait_for("a picture", STILL, json!([])).await;
        article
    }

    /// Leaves the article.
    pub fn leave(self) -> Page {
        self.page
    }

    /// Goes into the first frame: what is asked of the page from now on is asked of the framed one.
    pub async fn inside(&self) {
        self.outside().await;
        let there = "return !!document.querySelector('iframe')";
        self.page.wait_for("a frame", there, json!([])).await;
        self.page.chromium.driver.enter_frame(0).await.unwrap();
    }

    /// Goes back to the article.
    pub async fn outside(&self) {
        self.page
            .chromium
            .driver
            .enter_default_frame()
            .await
            .unwrap();
    }

    /// Waits until a frame has said this.
    pub async fn wait_to_hear(&self, message: Value) {
        self.outside().await;
        let heard = "return heard.some((one) => one && Object.entries(arguments[0]).every(([name, value]) => one[name] === value))";
        let what = format!("{message}");
        self.page.wait_for(&what, heard, json!([message])).await;
    }

    /// How often a frame has said something of this type.
    pub async fn heard(&self, kind: &str) -> usize {
        self.outside().await;
        let heard = "return heard.filter((one) => one?.type === arguments[0]).length";
        self.page.run(heard, json!([kind])).await
    }

    /// Sends a message to the first frame.
    pub async fn say(&self, message: Value) {
        self.outside().await;
        let script = "frames[0].postMessage(arguments[0], '*')";
        let _: Value = self.page.run(script, json!([message])).await;
    }

    /// How far the article is scrolled.
    pub async fn scrolled(&self) -> f64 {
        self.outside().await;
        self.page.run("return scrollY", json!([])).await
    }

    /// How wide a region is on the framed map once it rests, and how far to the left of the frame it begins.
    pub async fn region(&self) -> (f64, f64) {
        self.inside().await;
        self.page.wait_for("a still map", STILL, json!([])).await;
        self.page.wait_for_rest().await;
        let script = "const box = document.querySelector('[data-region=kirovohrad]').getBoundingClientRect(); \
            return [box.width, box.x]";
        self.page.run(script, json!([])).await
    }

    /// The middle of the map, in px of the window of the article.
    pub async fn middle(&self) -> (f64, f64) {
        self.inside().await;
        let script = "const box = document.querySelector('.canvas').getBoundingClientRect(); \
            return [box.x + box.width / 2, box.y + box.height / 2]";
        let (x, y): (f64, f64) = self.page.run(script, json!([])).await;
        self.outside().await;
        let script = "const box = document.querySelector('iframe').getBoundingClientRect(); return [box.x, box.y]";
        let (left, top): (f64, f64) = self.page.run(script, json!([])).await;
        (left + x, top + y)
    }

    /// Turns the wheel over the map, with these keys held.
    async fn wheel(&self, by: f64, modifiers: u8) {
        let (x, y) = self.middle().await;
        let event = json!({
            "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": by, "modifiers": modifiers,
        });
        self.page
            .chromium
            .devtools("Input.dispatchMouseEvent", event)
            .await;
    }

    /// Puts fingers down on the map, moves them by so much and takes them up.
    async fn swipe(&self, fingers: &[f64], across: f64, down: f64) {
        let (x, y) = self.middle().await;
        let at = |step: f64| -> Vec<Value> {
            let place = |(id, beside): (usize, &f64)| json!({ "x": x + beside + across * step, "y": y + down * step, "id": id });
            fingers.iter().enumerate().map(place).collect()
        };
        let event = |kind: &'static str, points: Vec<Value>| {
            let event = json!({ "type": kind, "touchPoints": points });
            self.page
                .chromium
                .devtools("Input.dispatchTouchEvent", event)
        };
        event("touchStart", at(0.0)).await;
        for step in 1..=10 {
            event("touchMove", at(f64::from(step) / 10.0)).await;
        }
        event("touchEnd", Vec::new()).await;
    }
}

const STILL: &str = "return document.querySelector('.canvas')?.hasAttribute('data-still') === true \
    && !!document.querySelector('[data-region=kirovohrad]')";

const CTRL: u8 = 2;

#[tokio::test]
async fn the_wheel_over_a_framed_map_scrolls_the_article_and_with_ctrl_zooms() {
    let article = Article::framing(visit().await, "?theme=auto").await;
    let before = article.region().await;
    let scrolled = ("return scrollY > 100", json!([]));
    until(&article.page, "a scrolled article", scrolled, async || {
        article.wheel(200.0, 0).await;
        article.outside().await;
    })
    .await;
    article
        .wait_to_hear(
            json!({ "source": "clausemap", "type": "gesture.blocked", "gesture": "wheel" }),
        )
        .await;
    assert_eq!(article.region().await, before);
    let hint = article.page.words(".gesture-hint").await;
    assert_eq!(hint, "Hold Ctrl and scroll to zoom the map");
    let said = "return document.querySelector('.stage [role=status]').textContent === arguments[0]";
    article
        .page
        .wait_for("the hint, said", said, json!([hint]))
        .await;
    let gone = "return !document.querySelector('.gesture-hint').dataset.shown \
        && getComputedStyle(document.querySelector('.gesture-hint')).visibility === 'hidden'";
    article
        .page
        .wait_for("the hint to go", gone, json!([]))
        .await;

    let (down, told) = (
        article.scrolled().await,
        article.heard("gesture.blocked").await,
    );
    article.wheel(-200.0, CTRL).await;
    article.inside().await;
    let closer = "return document.querySelector('[data-region=kirovohrad]').getBoundingClientRect().width > arguments[0]";
    article
        .page
        .wait_for("a closer map", closer, json!([before.0 * 1.3]))
        .await;
    assert!((article.scrolled().await - down).abs() < 1.0);
    assert_eq!(article.heard("gesture.blocked").await, told);
}

#[tokio::test]
async fn one_finger_moves_the_article_and_two_move_the_framed_map() {
    let article = Article::framing(visit_on_phone().await, "").await;
    let before = article.region().await;
    article.swipe(&[0.0], 0.0, -120.0).await;
    article.outside().await;
    article
        .page
        .wait_for("a scrolled article", "return scrollY > 60", json!([]))
        .await;
    article
        .wait_to_hear(
            json!({ "source": "clausemap", "type": "gesture.blocked", "gesture": "touch" }),
        )
        .await;
    assert_eq!(article.region().await, before);
    let hint = article.page.words(".gesture-hint").await;
    assert_eq!(hint, "Move the map with two fingers");

    // Where a page is slow to answer, the browser takes the fingers for itself: then they try again.
    let mut tries = 0;
    let down = loop {
        tries += 1;
        let down = article.scrolled().await;
        article.swipe(&[-30.0, 30.0], -80.0, 0.0).await;
        let stayed = (article.scrolled().await - down).abs() < 1.0;
        article.inside().await;
        article.page.wait_for_rest().await;
        let moved = "return document.querySelector('[data-region=kirovohrad]').getBoundingClientRect().x < arguments[0]";
        let moved: bool = article.page.run(moved, json!([before.1 - 40.0])).await;
        if moved && stayed || tries == 5 {
            assert!(moved, "a map that has not moved");
            break down;
        }
        article.outside().await;
    };
    assert!((article.scrolled().await - down).abs() < 1.0);
}

#[tokio::test]
async fn a_page_that_is_no_frame_keeps_its_wheel() {
    let page = visit().await;
    page.open("").await;
    let marks: Value = page
        .run(
            "const root = document.documentElement; return [root.dataset.framed ?? null, \
            getComputedStyle(document.querySelector('.canvas')).touchAction]",
            json!([]),
        )
        .await;
    assert_eq!(marks, json!([null, "none"]));
    page.wheel_over("kirovohrad").await;
    page.wait_for_rest().await;
    let hinted: bool = page
        .run(
            "return !!document.querySelector('.gesture-hint[data-shown]')",
            json!([]),
        )
        .await;
    assert!(!hinted);
}

#[tokio::test]
async fn the_article_hears_what_is_chosen_and_may_choose_itself() {
    let article = Article::framing(visit().await, "?lang=en").await;
    article
        .wait_to_hear(
            json!({ "source": "clausemap", "type": "ready", "lang": "en", "view": "map" }),
        )
        .await;
    article.inside().await;
    article.page.follow("#clause=p20-12", "clause:p20-12").await;
    article
        .wait_to_hear(json!({ "type": "clause.select", "clause": "p20-12" }))
        .await;
    article.inside().await;
    let _: Value = article
        .page
        .run("location.hash = '#view=positions'", json!([]))
        .await;
    article
        .wait_to_hear(json!({ "type": "view.change", "view": "positions" }))
        .await;

    let ask = |kind: &str, value: Value| json!({ "source": "clausemap-host", "type": kind, "value": value });
    article.say(ask("region", json!("kherson"))).await;
    article
        .wait_to_hear(json!({ "type": "region.select", "region": "kherson" }))
        .await;
    article.inside().await;
    article.page.wait_for_subject("region:kherson").await;
    article.say(ask("theme", json!("dark"))).await;
    article.say(ask("lang", json!("uk"))).await;
    article
        .wait_to_hear(json!({ "type": "ready", "lang": "uk" }))
        .await;
    article.inside().await;
    let turned = "const root = document.documentElement; return root.lang === 'uk' && root.dataset.theme === 'dark'";
    article
        .page
        .wait_for("the dark theme in Ukrainian", turned, json!([]))
        .await;

    // What no dossier has, and what is no command, is ignored; so is what comes from the frame itself.
    for message in [
        ask("region", json!("atlantis")),
        ask("region", json!("<img src=x>")),
        ask("region", json!(["donetsk"])),
        ask("clause", json!("p99-1")),
        ask("theme", json!("blue")),
        ask("lang", json!("xx")),
        ask("navigate", json!("https://example.org/")),
        json!("clausemap-host"),
        Value::Null,
        json!({ "source": "somebody", "type": "region", "value": "donetsk" }),
    ] {
        article.say(message).await;
    }
    article.inside().await;
    let own =
        "window.postMessage({ source: 'clausemap-host', type: 'region', value: 'donetsk' }, '*')";
    let _: Value = article.page.run(own, json!([])).await;
    article.say(ask("clause", json!("p20-14a"))).await;
    article.inside().await;
    article.page.wait_for_subject("clause:p20-14a").await;
    assert_eq!(article.heard("region.select").await, 1);
    article.page.assert_quiet().await;
}

#[tokio::test]
async fn how_a_frame_looks_is_what_its_query_says() {
    let query = "?region=donetsk&lang=uk&theme=dark&ui=minimal&title=0&links=0&transparent=1&accent=c00\
        &initialWidth=680&childId=map-1&parentTitle=T&parentUrl=https%3A%2F%2Fa.org%2F#?secret=aB3";
    let article = Article::framing(visit().await, query).await;
    article.page.wait_for_subject("region:donetsk").await;
    let look: Value = article
        .page
        .run(
            "const root = document.documentElement; const { ui, title, links, transparent, theme } = root.dataset; \
            const seen = (css) => !!document.querySelector(css)?.checkVisibility(); \
            return [root.lang, theme, ui, title, links, transparent, getComputedStyle(document.body).backgroundColor, \
                getComputedStyle(root).getPropertyValue('--accent').trim(), root.getAttribute('style').includes('--accent-light'), \
                seen('.views'), seen('.search'), seen('.wordmark'), seen('.canvas'), seen('.as-of'), seen('.zoom'), getComputedStyle(document.querySelector('#app')).backgroundColor, \
                document.querySelectorAll('a[href^=http]').length, document.querySelectorAll('a[data-source]').length > 0]",
            json!([]),
        )
        .await;
    assert_eq!(
        look,
        json!([
            "uk",
            "dark",
            "minimal",
            "0",
            "0",
            "1",
            "rgba(0, 0, 0, 0)",
            "#e26f6f",
            true,
            false,
            false,
            false,
            true,
            true,
            true,
            "rgba(0, 0, 0, 0)",
            0,
            true
        ])
    );
    // What hosts wrote into the address is in no link that is given away.
    let given: String = article
        .page
        .run("document.querySelector('.share-this').click(); \
            return new Promise((tell) => setTimeout(() => tell(document.querySelector('#share-link').value), 200))", json!([]))
        .await;
    let origin = &article.page.site.origin;
    assert_eq!(given, format!("{origin}/#region=donetsk"));
    article.page.assert_quiet().await;
}

#[tokio::test]
async fn a_frame_is_light_and_a_page_is_as_its_reader_has_it() {
    let page = visit().await;
    page.prefer(&[super::harness::DARK]).await;
    let article = Article::framing(page, "").await;
    let theme = "return document.documentElement.dataset.theme";
    let said: String = article.page.run(theme, json!([])).await;
    assert_eq!(said, "light");
    article.outside().await;
    article.page.open("").await;
    let said: String = article.page.run(theme, json!([])).await;
    assert_eq!(said, "auto");
}

#[tokio::test]
async fn the_first_page_is_reached_though_the_query_names_a_place() {
    let page = visit().await;
    let address = format!("{}/?region=donetsk", page.site.origin);
    page.chromium.driver.goto(&address).await.unwrap();
    page.wait_for_subject("region:donetsk").await;
    page.click(".wordmark").await;
    page.wait_for_subject("overview").await;
    page.back().await;
    page.wait_for_subject("region:donetsk").await;
    page.follow("#clause=p20-12", "clause:p20-12").await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_page_without_a_program_looks_as_its_query_says() {
    let page = visit().await;
    page.prefer(&[super::harness::DARK]).await;
    let frame = |query: &str| {
        format!("<iframe src='ORIGIN/?static=1{query}' title=Map width=100% height=560></iframe>")
    };
    let look = "const { theme, ui, title, transparent, framed } = document.documentElement.dataset; \
        return [theme, ui ?? '', title ?? '', transparent ?? '', framed, document.querySelectorAll('#static a[href^=http]').length > 0]";
    let article = Article::with(page, &frame("")).await;
    article.inside().await;
    let state = "return document.documentElement.dataset.app === 'static'";
    article
        .page
        .wait_for("the static page", state, json!([]))
        .await;
    let said: Value = article.page.run(look, json!([])).await;
    assert_eq!(said, json!(["light", "", "", "", "1", true]));
    article.outside().await;
    let article = Article::with(
        article.leave(),
        &frame("&theme=dark&ui=minimal&title=0&transparent=true&links=0"),
    )
    .await;
    article.inside().await;
    article
        .page
        .wait_for("the static page", state, json!([]))
        .await;
    let said: Value = article.page.run(look, json!([])).await;
    assert_eq!(said, json!(["dark", "minimal", "0", "1", "1", false]));
    article.page.assert_quiet().await;
}
