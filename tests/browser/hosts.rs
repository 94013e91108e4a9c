//! The page in frames of other people's pages, which are to be as high as what is in them: with the
//! libraries that newsrooms use for it, and with hosts written after the documentation of those whose
//! code cannot be had (`tests/hosts`; `make browser-tests` fetches the libraries).

use std::time::Duration;

use serde_json::{Value, json};

use super::private::assert_nothing_kept;
use super::site::{Site, read};
use super::stand::{CORS, Framed};

/// Where what is in the page ends. Not how the shim measures it.
const END: &str = "Math.ceil(document.body.scrollTop + Math.max(\
    (document.querySelector('main.view') ?? document.querySelector('.stage-and-pane')).getBoundingClientRect().bottom, \
    (document.getElementById('more')?.getBoundingClientRect().bottom ?? 0) + 12))";

/// A subject of which there is little to say.
const SHORT: (&str, &str) = ("#source=src-rbc-e3", "source:src-rbc-e3");

/// What a host does with the heights that it is told.
#[derive(Clone, Copy)]
struct Host {
    page: &'static str,
    /// The least and the most that it gives a frame.
    clamp: (u32, u32),
    /// What its own code writes to the console as an error.
    mutters: &'static [&'static str],
}

impl Host {
    fn of(page: &'static str) -> Self {
        Self {
            page,
            clamp: (1, 100_000),
            mutters: &[],
        }
    }

    /// Waits until the frame is as high as it is to be, and returns how high that is.
    async fn right_height(self, stand: &Framed) -> u32 {
        let (least, most) = self.clamp;
        let script = format!(
            "const high = Math.min({most}, Math.max({least}, {END})); \
             return Math.abs(innerHeight - high) <= 1"
        );
        let what = format!("the right height in {}", self.page);
        stand.page.wait_for(&what, &script, json!([])).await;
        stand.page.run("return innerHeight", json!([])).await
    }

    /// The whole test of one host.
    async fn holds(self) {
        let stand = Framed::new(Site::answering(&[CORS])).await;
        let page = &stand.page;
        stand.open(&format!("{}.html", self.page), "").await;
        page.wait_for_state("ready").await;
        let at_load = self.right_height(&stand).await;
        let unfold: &str = "document.getElementById('more').click()";
        let _: Value = page.run(unfold, json!([])).await;
        let whole = "return document.documentElement.hasAttribute('data-unfolded') && !document.getElementById('more')";
        page.wait_for("the whole page", whole, json!([])).await;
        let unfolded = self.right_height(&stand).await;
        page.follow(SHORT.0, SHORT.1).await;
        let with_subject = self.right_height(&stand).await;
        let is_clamped = self.clamp.1 < 2000;
        assert!(
            is_clamped || unfolded > at_load,
            "{at_load} px, then {unfolded}"
        );
        assert!(with_subject < at_load, "{at_load} px, then {with_subject}");
        for turn in 0..20 {
            let width = if turn % 2 == 0 { 390 } else { 680 };
            let turn = "document.getElementById('column').style.width = `${arguments[0]}px`";
            let _: Value = stand.of_host(turn, json!([width])).await;
            let there = "return innerWidth === arguments[0]";
            page.wait_for("the width", there, json!([width])).await;
        }
        assert_eq!(
            self.right_height(&stand).await,
            with_subject,
            "after 20 turns"
        );
        self.says_no_more(&stand).await;
        let errors = stand.errors().await;
        let own = |error: &&String| !self.mutters.iter().any(|mutter| error.contains(mutter));
        let errors: Vec<_> = errors.iter().filter(own).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }

    /// A frame that is right is silent.
    async fn says_no_more(self, stand: &Framed) {
        tokio::time::sleep(Duration::from_millis(400)).await;
        let heard: usize = stand.of_host("return heard.length", json!([])).await;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let later: usize = stand.of_host("return heard.length", json!([])).await;
        assert_eq!(heard, later, "{} goes on", self.page);
        let nulls: usize = stand
            .of_host(
                "return heard.filter((one) => one === null).length",
                json!([]),
            )
            .await;
        assert_eq!(nulls, 0);
    }
}

#[tokio::test]
async fn pym() {
    Host::of("pym").holds().await;
}

#[tokio::test]
async fn sidechain() {
    Host::of("sidechain").holds().await;
}

#[tokio::test]
async fn newswire_frames() {
    Host::of("frames").holds().await;
}

#[tokio::test]
async fn newswire_frames_that_come_late() {
    Host::of("frames-late").holds().await;
}

#[tokio::test]
async fn datawrapper() {
    Host::of("datawrapper").holds().await;
}

#[tokio::test]
async fn iframe_resizer_4() {
    Host::of("sizer4").holds().await;
}

#[tokio::test]
async fn iframe_resizer_5() {
    Host {
        // It speaks to the frame before its address has been loaded.
        mutters: &["target origin provided"],
        ..Host::of("sizer5")
    }
    .holds()
    .await;
}

#[tokio::test]
async fn open_iframe_resizer() {
    Host::of("open-sizer").holds().await;
}

#[tokio::test]
async fn open_iframe_resizer_in_the_old_tongue() {
    Host::of("open-sizer-legacy").holds().await;
}

#[tokio::test]
async fn amp() {
    Host::of("amp").holds().await;
}

#[tokio::test]
async fn medium() {
    Host::of("medium").holds().await;
}

#[tokio::test]
async fn the_guardian() {
    Host::of("guardian").holds().await;
}

#[tokio::test]
async fn wordpress() {
    Host {
        clamp: (200, 1000),
        ..Host::of("wordpress")
    }
    .holds()
    .await;
}

#[tokio::test]
async fn a_wordpress_frame_is_shown_once_it_has_named_the_secret() {
    let stand = Framed::new(Site::answering(&[CORS])).await;
    stand.open("wordpress.html", "#region=donetsk").await;
    stand.page.wait_for_subject("region:donetsk").await;
    let shown = "const frame = document.querySelector('iframe'); \
        return !frame.hasAttribute('style') && document.querySelector('blockquote').style.display === 'none'";
    stand.leave().await;
    stand
        .page
        .wait_for("the frame to be shown", shown, json!([]))
        .await;
    stand.enter().await;
    // It is between the two of them, and no part of an address that a reader copies.
    let address: String = stand.page.run("return location.href", json!([])).await;
    assert!(address.ends_with("#region=donetsk"), "{address}");
}

/// What a key or a link within the page goes to is not left beyond the fold.
#[tokio::test]
async fn what_is_gone_to_is_unfolded() {
    let stand = Framed::new(Site::answering(&[CORS])).await;
    let page = &stand.page;
    for go in [
        "document.querySelector('.jump:nth-child(1)').click()",
        "[...document.querySelectorAll('.pane a')].filter((one) => one.checkVisibility()).at(-1).focus()",
    ] {
        stand.open("guardian.html", "#region=donetsk").await;
        page.wait_for_subject("region:donetsk").await;
        page.wait_for(
            "the fold",
            "return !!document.getElementById('more')",
            json!([]),
        )
        .await;
        let _: Value = page.run(go, json!([])).await;
        let all = "return !document.getElementById('more') && innerHeight > 1500";
        page.wait_for(go, all, json!([])).await;
    }
}

#[tokio::test]
async fn nothing_goes_to_a_host_but_heights_and_ids() {
    let stand = Framed::new(Site::answering(&[CORS])).await;
    stand
        .open(
            "plain.html",
            "?childId=map_1&parentUrl=https%3A%2F%2Fsecret.example%2F",
        )
        .await;
    stand.page.wait_for_state("ready").await;
    stand.page.follow("#region=crimea", "region:crimea").await;
    let tell = "clausemapFrame.tell('region.select', \
        { region: 'crimea', text: 'what was read', count: 2, source: 'x', nothing: null })";
    let _: Value = stand.page.run(tell, json!([])).await;
    stand.page.wait_for_rest().await;
    let heard: Vec<Value> = stand.of_host("return heard", json!([])).await;
    let told = json!({ "source": "clausemap", "v": 1, "type": "region.select", "region": "crimea", "count": 2 });
    assert!(heard.contains(&told), "{heard:#?}");
    for said in &heard {
        // The address is the one that the host gave the frame, and the reader's way does not stand in it.
        let text = said.to_string();
        assert!(!text.contains("what was read") && !said.is_null(), "{text}");
        assert!(!text.contains("#region="), "{text}");
        assert!(!text.to_lowercase().contains("navigate"), "{text}");
    }
}

/// The least frame: 320 x 200.
#[tokio::test]
async fn in_a_small_frame_whose_host_never_answers_everything_can_be_reached() {
    let stand = Framed::new(Site::start()).await;
    for address in ["#region=donetsk", "#view=compare", "?fit=1#region=donetsk"] {
        stand.open("plain.html?width=320&height=200", address).await;
        stand.page.wait_for_state("ready").await;
        let scrolls = "const page = document.body; return getComputedStyle(page).overflowY === 'auto' \
            && page.scrollHeight > innerHeight && document.documentElement.scrollWidth <= innerWidth";
        stand.page.wait_for(address, scrolls, json!([])).await;
        // The rest of a long page is behind a button.
        let all = "document.getElementById('more')?.click()";
        let _: Value = stand.page.run(all, json!([])).await;
        let all = "return !document.getElementById('more')";
        stand.page.wait_for("all of it", all, json!([])).await;
        let out_of_reach: Vec<String> = stand.page.run(OUT_OF_REACH, json!([])).await;
        assert!(out_of_reach.is_empty(), "{address}: {out_of_reach:#?}");
    }
}

/// Brings what can be clicked or read into view, one after the other, as a reader who scrolls.
const OUT_OF_REACH: &str = r#"
const wanted = document.querySelectorAll(".bar :is(a, button, select), .zoom button, .moves summary, .key, \
  .pane :is(h1, h2, p, a), .credits, .view :is(h1, h2, a)");
const missed = [];
for (const one of wanted) {
  if (!one.checkVisibility({ visibilityProperty: true }) || one.closest(".skip, .heard, [inert], details:not([open])")) continue;
  one.scrollIntoView({ block: "center", inline: "center" });
  const box = one.getBoundingClientRect();
  const isIn = box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
  if (!isIn && box.width > 1) missed.push(one.outerHTML.slice(0, 120));
}
return missed;
"#;

#[tokio::test]
async fn a_frame_that_is_to_be_filled_says_no_height() {
    let stand = Framed::new(Site::answering(&[CORS])).await;
    stand.open("guardian.html", "?fit=1").await;
    stand.page.wait_for_state("ready").await;
    stand.page.wait_for_rest().await;
    let heights = "return heard.filter((one) => JSON.stringify(one).includes('height')).length";
    let heights: usize = stand.of_host(heights, json!([])).await;
    assert_eq!(heights, 0);
}

/// Before its style is there the page is a hundred times as high as it will be: no host is to follow that.
#[tokio::test]
async fn a_page_without_its_style_says_no_height() {
    let site = Site::answering(&[CORS]);
    let page = read("index.html");
    let (_, rest) = page.split_once("rel=\"stylesheet\" href=\"").unwrap();
    let (style, _) = rest.split_once('"').unwrap();
    site.remove(style.trim_start_matches("./"));
    let stand = Framed::new(site).await;
    stand.open("guardian.html", "").await;
    let loaded = "return document.readyState === 'complete'";
    stand
        .page
        .wait_for("all but the style", loaded, json!([]))
        .await;
    stand.page.wait_for_frames().await;
    let heights = "return heard.filter((one) => JSON.stringify(one).includes('height')).length";
    let heights: usize = stand.of_host(heights, json!([])).await;
    assert_eq!(heights, 0);
}

#[tokio::test]
async fn in_a_frame_nothing_is_asked_elsewhere_and_nothing_kept() {
    let stand = Framed::new(Site::answering(&[CORS])).await;
    stand.open("guardian.html", "").await;
    let page = &stand.page;
    page.wait_for_state("ready").await;
    page.follow("#region=donetsk", "region:donetsk").await;
    for view in ["timeline", "positions"] {
        let go = "location.hash = `#view=${arguments[0]}`";
        let _: Value = page.run(go, json!([view])).await;
        let shown = "return document.querySelector('#view')?.dataset.view === arguments[0]";
        page.wait_for("the view", shown, json!([view])).await;
    }
    assert_nothing_kept(page).await;
    let requested = page.requested().await;
    let here = |url: &&String| {
        !url.starts_with("http://127.0.0.1:")
            && !url.starts_with("data:")
            && !url.starts_with("blob:")
    };
    let elsewhere: Vec<_> = requested.iter().filter(here).collect();
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
}
