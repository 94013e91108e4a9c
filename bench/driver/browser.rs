//! A fresh Chromium with a profile of its own. Both go when it is dropped.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;

use super::devtools::{DevTools, text};
use super::figures::most;
use super::machine::member;

/// The window, in CSS px, one device px each.
pub const WIDTH: u32 = 1280;
/// See [`WIDTH`].
pub const HEIGHT: u32 = 800;

/// A browser with one page.
pub struct Browser {
    /// The way to the page.
    pub page: DevTools,
    /// The name and number of the browser.
    pub version: String,
    root: DevTools,
    // Dropped in this order: the process first, then its files.
    _process: Process,
    _profile: Profile,
}

#[derive(Deserialize)]
struct Processes {
    #[serde(rename = "processInfo")]
    process_info: Vec<ProcessInfo>,
}

#[derive(Deserialize)]
struct ProcessInfo {
    #[serde(rename = "type")]
    kind: String,
    id: u32,
}

/// The memory of a process in MB, what it shares with others divided among them.
fn proportional_set(process: u32) -> Option<f64> {
    let told = member(&format!("/proc/{process}/smaps_rollup"), "Pss")?;
    let kib: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}

struct Process(Child);
struct Profile(PathBuf);

impl Browser {
    /// Starts one.
    ///
    /// # Errors
    /// There is no Chromium, or it does not start.
    pub async fn start() -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("clausemap-bench-{}-{count}", std::process::id());
        let profile = Profile(std::env::temp_dir().join(name));
        std::fs::create_dir_all(&profile.0)?;
        let mut process = Command::new("chromium")
            .args(FLAGS)
            .arg(format!("--window-size={WIDTH},{HEIGHT}"))
            .arg(format!("--user-data-dir={}", profile.0.display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map(Process)
            .context("Chromium does not start: `make browser` installs it")?;
        let stderr = process.0.stderr.take().context("what Chromium says")?;
        let mut lines = BufReader::new(stderr).lines().map_while(Result::ok);
        let address = lines
            .find_map(|line| {
                Some(
                    line.strip_prefix("DevTools listening on ")?
                        .trim()
                        .to_owned(),
                )
            })
            .context("Chromium does not say where it listens")?;
        // It goes on writing; a pipe that nobody empties would stop it.
        std::thread::spawn(move || lines.for_each(drop));
        let browser = DevTools::connect(&address).await?;
        let version = browser.call("Browser.getVersion", json!({})).await?;
        let page = browser.open().await?;
        let screen = json!({
            "width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": false,
        });
        page.call("Emulation.setDeviceMetricsOverride", screen)
            .await?;
        Ok(Self {
            page,
            version: text(&version, "product").unwrap_or("Chromium").to_owned(),
            root: browser,
            _process: process,
            _profile: profile,
        })
    }

    /// Opens an address; `script` runs before any of the page's own.
    ///
    /// # Errors
    /// There is nothing at the address.
    pub async fn visit(&self, address: &str, script: &str) -> Result<()> {
        self.page.call("Page.enable", json!({})).await?;
        let source = json!({ "source": script });
        self.page
            .call("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
        let went = self
            .page
            .call("Page.navigate", json!({ "url": address }))
            .await?;
        match text(&went, "errorText") {
            Some(error) => Err(anyhow::anyhow!("{address}: {error}")),
            None => Ok(()),
        }
    }

    /// What the operating system counts for the process that shows the page, in MB: also what no
    /// page is told of, as its canvases' paths. `None` where it cannot be asked.
    ///
    /// # Errors
    /// The browser is gone.
    pub async fn process_memory(&self) -> Result<Option<f64>> {
        let all = self
            .root
            .call("SystemInfo.getProcessInfo", json!({}))
            .await?;
        let all: Processes = serde_json::from_value(all)?;
        let renderers = all.process_info.iter().filter(|one| one.kind == "renderer");
        // A spare one may wait for the next page; it is small.
        Ok(most(renderers.filter_map(|one| proportional_set(one.id))))
    }

    /// How long a fixed piece of work takes here and now, in ms: the median of five.
    ///
    /// # Errors
    /// The browser is gone.
    pub async fn calibrate(&self) -> Result<f64> {
        self.page.evaluate(CALIBRATION).await
    }
}

/// Headless and without a GPU, as most machines that run this are. The memory of a page is told at once
/// and not at the next convenient collection.
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--enable-blink-features=ForceEagerMeasureMemory",
    "--remote-debugging-port=0",
];

const CALIBRATION: &str = "(() => {
    const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        let sum = 0;
        for (let i = 1; i < 4e6; i++) sum += Math.sqrt(i) % 7;
        return sum > 0 ? performance.now() - start : NaN;
    });
    return times.sort((a, b) => a - b)[2];
})()";

impl Drop for Process {
    fn drop(&mut self) {
        // Nothing in the profile is worth an orderly end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The browser's children may still be writing for a moment.
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
}
