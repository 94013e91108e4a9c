//! The built page in a frame of another page, which comes from another origin (`tests/hosts`).

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::WebElement;

use super::harness::CALM;
use super::page::Page;
use super::site::Site;

use super::chromium::Chromium;

/// Any page may read the files, also one in a sandbox.
pub const CORS: (&str, &str) = ("access-control-allow-origin", "*");

/// A page of somebody else with ours in a frame.
pub struct Framed {
    /// The browser, and our page; between [`Framed::enter`] and [`Framed::leave`] it speaks of what is in
    /// the frame.
    pub page: Page,
    hosts: Site,
}

impl Framed {
    /// A browser, nothing opened yet.
    pub async fn new(site: Site) -> Self {
        let stand = Self::with(Chromium::start(1000, 900).await, site);
        stand.page.prefer(&[CALM]).await;
        stand
    }

    /// The same in Firefox, which tells nobody what its consoles hold.
    pub async fn in_firefox(site: Site) -> Self {
        Self::with(Chromium::firefox(1000, 900, "127.0.0.1").await, site)
    }

    fn with(chromium: Chromium, site: Site) -> Self {
        let hosts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosts");
        Self {
            page: Page { chromium, site },
            hosts: Site::of(hosts, "", &[]),
        }
    }

    /// Opens a host's page, such as `plain.html?height=200`, with our page in its frame at an address
    /// such as `?lang=uk`, and enters the frame.
    pub async fn open(&self, host: &str, address: &str) {
        let whole = format!("{}/{address}", self.page.site.origin);
        let encode = "return encodeURIComponent(arguments[0])";
        let whole: String = self.page.run(encode, json!([whole])).await;
        let mark = if host.contains('?') { '&' } else { '?' };
        let host = format!("{}/{host}{mark}frame={whole}", self.hosts.origin);
        self.page.chromium.driver.goto(&host).await.unwrap();
        let there = "return document.readyState === 'complete'";
        self.page.wait_for(&host, there, json!([])).await;
        self.enter().await;
    }

    /// From now on the page is what is in the frame.
    pub async fn enter(&self) {
        self.page.wait_for("a frame", FRAME_THERE, json!([])).await;
        let nothing: [Value; 0] = [];
        let found = self.page.chromium.driver.execute(FRAME, nothing).await;
        let frame: WebElement = found.unwrap().element().unwrap();
        frame.enter_frame().await.unwrap();
    }

    /// From now on the page is the host.
    pub async fn leave(&self) {
        self.page
            .chromium
            .driver
            .enter_default_frame()
            .await
            .unwrap();
    }

    /// Asks the host something, from inside the frame.
    pub async fn of_host<T: serde::de::DeserializeOwned>(&self, script: &str, args: Value) -> T {
        self.leave().await;
        let answer = self.page.run(script, args).await;
        self.enter().await;
        answer
    }

    /// Errors that the consoles of both pages hold since they were last asked.
    pub async fn errors(&self) -> Vec<String> {
        let problems = self.page.console_problems().await;
        let is_error = |problem: &String| problem.starts_with("SEVERE");
        problems.into_iter().filter(is_error).collect()
    }
}

const FRAME_THERE: &str = "return !!(document.querySelector('iframe') \
    || document.querySelector('side-chain')?.shadowRoot.querySelector('iframe'))";

const FRAME: &str = "return document.querySelector('iframe') \
    || document.querySelector('side-chain').shadowRoot.querySelector('iframe')";
