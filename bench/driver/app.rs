//! The app itself, with the dossier that ships, on a processor made four times slower.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::Serialize;
use serde_json::json;
use tokio::time::{sleep, timeout};

use super::browser::Browser;
use super::devtools::DevTools;
use super::figures::median;
use super::hand;
use super::visit::{Answer, Motion, Recorded, WATCH};

/// How much slower.
pub const SLOWER: u32 = 4;

/// How many regions are clicked in a visit.
const CLICKS: usize = 5;

/// What a visit to the app gave.
#[derive(Debug, Clone, Serialize)]
pub struct AppVisit {
    /// The fixed piece of work before the visit, in ms.
    pub calibration: f64,
    /// The hand's script; `rest` is the time until the map was sharp.
    pub motion: Motion,
    /// From the release of the button to the pane of another region, in ms.
    pub changed: Option<f64>,
    /// The same to the second frame after it, in ms.
    pub shown: Option<f64>,
    /// How many clicks were answered, and how many there were.
    pub clicks: (usize, usize),
}

/// Visits the app.
///
/// # Errors
/// The map does not come to rest.
pub async fn visit(origin: &str) -> Result<AppVisit> {
    let browser = Browser::start().await?;
    let calibration = browser.calibrate().await?;
    browser
        .visit(&format!("{origin}/app/index.html"), WATCH)
        .await?;
    let tab = &browser.page;
    still(tab).await?;
    let slow = json!({ "rate": SLOWER });
    tab.call("Emulation.setCPUThrottlingRate", slow).await?;
    let motion = motion(tab).await?;
    let clicks = clicks(tab).await?;
    let answered: Vec<&Answer> = clicks.iter().flatten().collect();
    let middle = |get: fn(&Answer) -> f64| {
        median(
            &answered
                .iter()
                .map(|answer| get(answer))
                .collect::<Vec<_>>(),
        )
    };
    Ok(AppVisit {
        calibration,
        motion,
        clicks: (answered.len(), clicks.len()),
        changed: middle(|answer| answer.changed),
        shown: middle(|answer| answer.shown),
    })
}

/// Five clicks, each on another region; `None` for one that nothing came of.
async fn clicks(tab: &DevTools) -> Result<Vec<Option<Answer>>> {
    let mut used: Vec<String> = Vec::new();
    let mut answers = Vec::new();
    while answers.len() < CLICKS {
        still(tab).await?;
        // Looked for each time: the camera may have flown after the last one.
        let spots: Vec<(String, [f64; 2])> = tab.evaluate(SPOTS).await?;
        let fresh = spots.into_iter().find(|(id, _)| !used.contains(id));
        let Some((id, [x, y])) = fresh else { break };
        used.push(id);
        tab.run("watch.awaitPane()").await?;
        hand::click(tab, x, y).await?;
        answers.push(tab.evaluate("watch.answer").await?);
        // So far apart that no two make a double one.
        sleep(Duration::from_millis(700)).await;
    }
    Ok(answers)
}

/// Waits until the map is at rest and sharp. The program is fetched when a reader does something.
async fn still(tab: &DevTools) -> Result<()> {
    let wait = tab.run(STILL);
    match timeout(Duration::from_secs(20), wait).await {
        Ok(answer) => answer,
        Err(_) => bail!("the map never says that it is still (`.canvas[data-still]`)"),
    }
}

async fn motion(tab: &DevTools) -> Result<Motion> {
    let middle = tab.evaluate(MIDDLE).await?;
    tab.run(WATCH_STILL).await?;
    tab.run("watch.start()").await?;
    let start = tokio::time::Instant::now();
    let late = hand::play(tab, &hand::script(100.0), middle).await?;
    still(tab).await?;
    let rest = tab.evaluate(SHARP_AFTER).await?;
    tokio::time::sleep_until(start + Duration::from_millis(hand::LASTS)).await;
    let recorded: Recorded = tab.evaluate("watch.stop(Infinity)").await?;
    let mut motion = recorded.motion(late).context("the app had no frames")?;
    motion.rest = rest;
    Ok(motion)
}

const STILL: &str = "(async () => {
    while (!document.querySelector('.canvas[data-still]')) {
        if (document.documentElement?.dataset.app === 'waiting') dispatchEvent(new Event('pointermove'));
        await watch.twoFrames();
    }
    await watch.twoFrames();
})()";

/// When the map last became still.
const WATCH_STILL: &str = "(() => {
    watch.sharp = 0;
    const canvas = document.querySelector('.canvas');
    new MutationObserver(() => {
        if (canvas.hasAttribute('data-still')) watch.sharp = performance.now();
    }).observe(canvas, { attributes: true, attributeFilter: ['data-still'] });
})()";

const SHARP_AFTER: &str = "watch.sharp > watch.lastInput ? watch.sharp - watch.lastInput : null";

const MIDDLE: &str = "(() => {
    const box = document.querySelector('.canvas').getBoundingClientRect();
    return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
})()";

/// Of each region that the map shows and the pane does not, a point with the region on all sides of
/// it, 12 px away.
const SPOTS: &str = "(() => {
    const at = (x, y) => document.elementFromPoint(x, y)?.closest('[data-region]')?.dataset.region;
    const box = document.querySelector('.canvas').getBoundingClientRect();
    const shown = document.querySelector('[data-pane]').dataset.subject;
    const around = [[-12, 0], [12, 0], [0, -12], [0, 12]];
    const found = new Map();
    for (let y = box.y + 40; y < box.bottom - 40; y += 16) {
        for (let x = box.x + 40; x < box.right - 40; x += 16) {
            const id = at(x, y);
            if (!id || found.has(id) || shown.endsWith(id)) continue;
            if (around.every(([dx, dy]) => at(x + dx, y + dy) === id)) found.set(id, [x, y]);
        }
    }
    return [...found];
})()";
