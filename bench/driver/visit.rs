//! One visit to a page: a fresh browser, one data set, everything measured.

use std::time::Duration;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::browser::{Browser, HEIGHT, WIDTH};
use super::data::synthetic::Chance;
use super::data::{Meta, Probe};
use super::devtools::DevTools;
use super::figures::{gaps, median, most, quantile};
use super::hand;
use super::pages::Page;
use super::picture::Picture;

/// The script that watches a page from inside.
pub const WATCH: &str = include_str!("watch.js");

/// Below this share of probes in their colour a map counts as not drawn.
pub const DRAWN: f64 = 0.9;

/// How often the whole is measured; the rest of the visits leave out what hardly varies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Everything.
    Whole,
    /// Drawing, memory and frames.
    Outline,
}

/// What one visit gave. What could not be measured is not there.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Visit {
    /// The page's word for its own version.
    pub version: String,
    /// The fixed piece of work before the visit, in ms.
    pub calibration: f64,
    /// From the bytes in memory to the second frame after the page said it had drawn, in ms.
    pub drawn: Option<f64>,
    /// The share of probes that the screenshot taken then shows in their colour.
    pub right: Option<f64>,
    /// The memory of the page with its workers, in MB, as the browser tells the page.
    pub memory: Option<f64>,
    /// The memory of its process, in MB.
    pub process: Option<f64>,
    /// Questions of what lies under a point.
    pub hits: Option<Hits>,
    /// From the release of the button to the page's answer, in ms: the median of three clicks.
    pub click: Option<f64>,
    /// The two seconds of a hand on the map.
    pub motion: Option<Motion>,
}

/// A thousand questions of what lies under a point.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Hits {
    /// In µs.
    pub median: f64,
    /// In µs.
    pub p95: f64,
    /// All together, divided by their number, in µs: finer than the clock.
    pub mean: f64,
    /// The share of probes in which the right feature was found.
    pub right: f64,
}

/// What the hand's script did to the page.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Motion {
    /// How many gaps between frames there were.
    pub frames: usize,
    /// The gap between two frames, in ms.
    pub median: f64,
    /// In ms.
    pub p95: f64,
    /// In ms.
    pub worst: f64,
    /// From the last event until the page was at rest and two frames had passed, in ms.
    pub rest: Option<f64>,
    /// How far it zoomed in.
    pub zoom: Option<f64>,
    /// The share of probes in their colour once it was at rest; not asked where the map ended farther
    /// out than it began.
    pub right: Option<f64>,
    /// The largest delay with which this side sent an event, in ms.
    pub late: f64,
}

/// What the page's recorder wrote down.
#[derive(Deserialize)]
pub struct Recorded {
    /// When each frame began.
    pub frames: Vec<f64>,
    /// How far apart two points of the map were in it.
    pub sizes: Vec<f64>,
}

/// What a page says once it has drawn.
#[derive(Deserialize)]
struct Told {
    drawn: f64,
    version: String,
}

/// What the page answered to a click.
#[derive(Deserialize)]
pub struct Answer {
    /// A feature's id, or a subject of the pane.
    pub id: Value,
    /// In ms from the release of the button.
    pub changed: f64,
    /// The same to the second frame after it.
    pub shown: f64,
}

/// When the page was at rest, by its clock, and how long after the last event.
#[derive(Deserialize)]
struct Rest {
    after: f64,
    end: f64,
}

/// Visits a page with a data set.
///
/// # Errors
/// The page throws, or does not do what the contract asks.
pub async fn visit(
    page: &Page,
    origin: &str,
    data: &str,
    meta: &Meta,
    depth: Depth,
) -> Result<Visit> {
    let browser = Browser::start().await?;
    let mut visit = Visit {
        calibration: browser.calibrate().await?,
        ..Visit::default()
    };
    let address = page.address(origin, data, meta.view);
    browser.visit(&address, WATCH).await?;
    let tab = &browser.page;
    let told: Told = tab.evaluate("watch.drawn()").await?;
    visit.version = told.version;
    visit.right = right(tab, &meta.probes).await?;
    if visit.is_drawn() {
        visit.drawn = Some(told.drawn);
    } else {
        // Frames and answers of a page that shows nothing would flatter it.
        return Ok(visit);
    }
    visit.memory = Some(memory(tab).await?);
    visit.process = browser.process_memory().await?;
    if depth == Depth::Whole {
        visit.hits = Some(hits(tab, &meta.probes).await?);
        visit.click = clicks(tab, &meta.probes).await?;
    }
    visit.motion = Some(motion(tab, page, meta).await?);
    Ok(visit)
}

impl Visit {
    /// Whether the map was there when the page said so.
    pub fn is_drawn(&self) -> bool {
        self.right.is_some_and(|right| right >= DRAWN)
    }
}

/// Where the probes lie in the window now; those that the page cannot place are left out.
async fn places(tab: &DevTools, probes: &[Probe]) -> Result<Vec<(f64, f64, Probe)>> {
    let at: Vec<[f64; 2]> = probes.iter().map(|probe| [probe.lon, probe.lat]).collect();
    let ask = format!(
        "{}.map(([lon, lat]) => mapBench.project(lon, lat))",
        json!(at)
    );
    let places: Vec<Option<[f64; 2]>> = tab.evaluate(&ask).await?;
    let placed = places.into_iter().zip(probes);
    let inside = |[x, y]: &[f64; 2]| {
        (0.0..f64::from(WIDTH)).contains(x) && (0.0..f64::from(HEIGHT)).contains(y)
    };
    Ok(placed
        .filter_map(|(place, probe)| Some((place.filter(inside)?, *probe)))
        .map(|([x, y], probe)| (x, y, probe))
        .collect())
}

async fn right(tab: &DevTools, probes: &[Probe]) -> Result<Option<f64>> {
    let places = places(tab, probes).await?;
    let points: Vec<_> = places
        .iter()
        .map(|(x, y, probe)| (*x, *y, probe.v))
        .collect();
    Ok(Picture::of(tab).await?.right(&points))
}

async fn memory(tab: &DevTools) -> Result<f64> {
    tab.call("HeapProfiler.collectGarbage", json!({})).await?;
    let ask = "performance.measureUserAgentSpecificMemory().then((all) => all.bytes)";
    Ok(tab.evaluate::<f64>(ask).await? / 1e6)
}

#[derive(Deserialize)]
struct Asked {
    times: Vec<f64>,
    ids: Vec<Option<u32>>,
    mean: f64,
}

async fn hits(tab: &DevTools, probes: &[Probe]) -> Result<Hits> {
    let mut chance = Chance(11);
    let points: Vec<[f64; 2]> = (0..1000)
        .map(|_| [f64::from(WIDTH), f64::from(HEIGHT)].map(|size| chance.share() * size))
        .collect();
    let asked = ask(tab, &points, 1500).await?;
    let places = places(tab, probes).await?;
    let known: Vec<[f64; 2]> = places.iter().map(|(x, y, _)| [*x, *y]).collect();
    let told = ask(tab, &known, 3000).await?;
    let is_right =
        |(id, (_, _, probe)): &(&Option<u32>, &(f64, f64, Probe))| **id == Some(probe.id);
    let right = told.ids.iter().zip(&places).filter(is_right).count();
    Ok(Hits {
        median: median(&asked.times).context("no hit was asked for")?,
        p95: quantile(&asked.times, 0.95).context("no hit was asked for")?,
        mean: asked.mean,
        right: right as f64 / told.ids.len().max(1) as f64,
    })
}

async fn ask(tab: &DevTools, points: &[[f64; 2]], most: u32) -> Result<Asked> {
    tab.evaluate(&format!("watch.hits({}, {most})", json!(points)))
        .await
}

/// Three clicks on probes, so far apart in time that no two make a double one.
async fn clicks(tab: &DevTools, probes: &[Probe]) -> Result<Option<f64>> {
    let places = places(tab, probes).await?;
    let mut times = Vec::new();
    for (x, y, probe) in places.iter().step_by((places.len() / 3).max(1)).take(3) {
        tab.run("watch.awaitHit()").await?;
        hand::click(tab, x.round(), y.round()).await?;
        let answer: Option<Answer> = tab.evaluate("watch.answer").await?;
        let is_right = |answer: &Answer| answer.id == json!(probe.id);
        times.extend(answer.filter(is_right).map(|answer| answer.changed));
        sleep(Duration::from_millis(700)).await;
    }
    Ok(median(&times))
}

async fn motion(tab: &DevTools, page: &Page, meta: &Meta) -> Result<Motion> {
    let [west, south, east, north] = meta.view;
    let middle = [f64::midpoint(west, east), f64::midpoint(south, north)];
    let aside = [middle[0] + (east - west) / 20.0, middle[1]];
    let begin = format!("watch.start({}, {})", json!(middle), json!(aside));
    tab.run(&begin).await?;
    let start = tokio::time::Instant::now();
    let late = hand::play(tab, &hand::script(page.notch), hand::middle()).await?;
    // Asked as soon as the page has taken the last event, so that nothing else is waited for.
    let rest: Rest = tab.evaluate("watch.rest()").await?;
    tokio::time::sleep_until(start + Duration::from_millis(hand::LASTS)).await;
    let stop = format!("watch.stop({})", rest.end);
    let recorded: Recorded = tab.evaluate(&stop).await?;
    let mut motion = recorded.motion(late).context("the page had no frames")?;
    motion.rest = Some(rest.after);
    let ends = recorded.sizes.first().zip(recorded.sizes.last());
    if ends.is_some_and(|(first, last)| *last > first * 0.95) {
        motion.right = right(tab, &meta.probes).await?;
    }
    Ok(motion)
}

impl Recorded {
    /// The frames in figures; `None` when there were none.
    pub fn motion(&self, late: f64) -> Option<Motion> {
        let gaps = gaps(&self.frames);
        let first = self.sizes.first();
        Some(Motion {
            frames: gaps.len(),
            median: median(&gaps)?,
            p95: quantile(&gaps, 0.95)?,
            worst: most(gaps.iter().copied())?,
            rest: None,
            zoom: most(self.sizes.iter().copied())
                .zip(first)
                .map(|(most, first)| most / first),
            right: None,
            late,
        })
    }
}
