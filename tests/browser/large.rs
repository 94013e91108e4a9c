//! How long a very large dossier keeps the page busy: 10,000 claims, 1,000 clauses, 500 regions.
//!
//! A measurement: `make bench-reading` runs it. It fails where the page does not come to show what was asked for,
//! and where a task of the page's thread takes more than a frame.

use serde::Deserialize;
use serde_json::{Value, json};

#[path = "../../benches/support/generated.rs"]
mod generated;

use super::chromium::Chromium;
use super::harness::{CALM, WIDE};
use super::page::Page;
use super::site::Site;

/// What is done: a name, the fragment that is gone to, and the subject or the view that is then shown.
const STEPS: [(&str, &str, &str); 21] = [
    ("a region's page", "region=unit-3", "region:unit-3"),
    ("a group's page", "region=group-0", "region:group-0"),
    ("the country's page", "region=country", "region:country"),
    ("a clause's page", "clause=p4-7", "clause:p4-7"),
    ("a party's page", "who=party-1", "party:party-1"),
    ("a claim's page", "claim=claim-70", "claim:claim-70"),
    ("a source's page", "source=source-7", "source:source-7"),
    (
        "another day",
        "source=source-7&asof=2025-09-01",
        "source:source-7",
    ),
    ("positions", "view=positions", "positions"),
    (
        "from the positions to a region",
        "region=unit-3",
        "region:unit-3",
    ),
    ("comparison", "view=compare", "compare"),
    (
        "from the comparison to a region",
        "region=unit-3",
        "region:unit-3",
    ),
    ("timeline", "view=timeline", "timeline"),
    (
        "from the timeline to a region",
        "region=unit-3",
        "region:unit-3",
    ),
    ("the list", "view=list", "list"),
    (
        "from the list to a region",
        "region=unit-3",
        "region:unit-3",
    ),
    ("all sources", "view=sources", "sources"),
    (
        "from the sources to the timeline",
        "view=timeline",
        "timeline",
    ),
    (
        "another day on the timeline",
        "view=timeline&asof=2025-09-01",
        "timeline",
    ),
    (
        "from the timeline to the positions",
        "view=positions",
        "positions",
    ),
    ("to a region at last", "region=unit-3", "region:unit-3"),
];

/// What is typed, one after the other.
const TYPED: [&str; 5] = ["t", "te", "ter", "terr", "teritory"];

/// The goal for the longest task, in ms: a frame.
const FRAME: f64 = 16.0;

/// How often all of it is done.
const RUNS: usize = 3;

/// Does something, and ends when what it leads to is there and nothing waits for its turn any more.
const DONE: &str = r##"
const [shown, done] = arguments;
const stands = () => {
  const view = document.querySelector("#view");
  const now = view ? view.dataset.view : document.querySelector("[data-pane]").dataset.subject;
  const is_there = shown === "" || now === shown;
  return is_there && !document.querySelector("[data-later]");
};
let calm = 0;
const look = () => {
  calm = stands() ? calm + 1 : 0;
  if (calm > 12) done(true); else setTimeout(look, 25);
};
performance.mark("asked");
ACT;
setTimeout(look, 25);
"##;

/// Something that a thread did, as the trace tells it; times in µs.
#[derive(Debug, Deserialize)]
struct Told {
    name: String,
    ph: String,
    pid: u64,
    tid: u64,
    ts: f64,
    #[serde(default)]
    dur: f64,
    /// Of this, what its thread was really at work.
    #[serde(default)]
    tdur: f64,
}

impl Told {
    fn is_task(&self) -> bool {
        self.ph == "X" && self.name.ends_with("RunTask")
    }
}

/// What the browser has done since this was last asked.
async fn trace(page: &Page) -> Vec<Told> {
    let entries = page.chromium.driver.get_log("performance").await.unwrap();
    let told = entries.iter().filter_map(|entry| {
        let message: Value = serde_json::from_str(&entry.message).ok()?;
        let message = &message["message"];
        let is_trace = message["method"] == "Tracing.dataCollected";
        is_trace.then(|| serde_json::from_value(message["params"].clone()).ok())?
    });
    told.collect()
}

/// Does something, and tells for how long the longest task of the page's thread was at work, in ms.
async fn longest_task(page: &Page, act: &str, shown: &str) -> f64 {
    trace(page).await;
    // The page's content security policy forbids scripts that are made of texts.
    let script = DONE.replace("ACT;", &format!("{act};"));
    let answer = page.chromium.driver.execute_async(script, [json!(shown)]);
    answer.await.unwrap();
    let told = trace(page).await;
    let asked = told.iter().find(|one| one.name == "asked");
    let asked = asked.expect("the mark is in the trace");
    let own = told.iter().filter(|one| {
        let is_after = one.ts + one.dur > asked.ts;
        one.is_task() && (one.pid, one.tid) == (asked.pid, asked.tid) && is_after
    });
    own.map(|task| task.tdur / 1000.0).fold(0.0, f64::max)
}

/// All steps, and how long the longest task of each was.
async fn run(page: &Page) -> Vec<(String, f64)> {
    page.prefer(&[CALM]).await;
    page.open("").await;
    page.wait_for_rest().await;
    let mut took = Vec::new();
    for (name, fragment, shown) in STEPS {
        let act = format!("location.hash = '#{fragment}'");
        took.push((name.to_owned(), longest_task(page, &act, shown).await));
    }
    let focus = "document.querySelector('.search input').focus()";
    took.push((
        "the index of the search".to_owned(),
        longest_task(page, focus, "").await,
    ));
    for typed in TYPED {
        let act = format!(
            "const field = document.querySelector('.search input'); field.value = '{typed}'; \
             field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        );
        let longest = longest_task(page, &act, "").await;
        assert!(page.count(".found .hit").await > 0, "{typed}");
        took.push((format!("the letters “{typed}”"), longest));
    }
    took
}

#[tokio::test]
#[ignore = "a measurement: make bench-reading"]
async fn a_very_large_dossier_keeps_nobody_waiting() {
    let mut site = Site::start();
    for (name, bytes) in generated::folder() {
        site.replace(&format!("dossier/{name}"), bytes);
    }
    let mut steps: Vec<(String, Vec<f64>)> = Vec::new();
    for _ in 0..RUNS {
        let chromium = Chromium::traced(WIDE.0, WIDE.1).await;
        let page = Page { chromium, site };
        for (at, (name, longest)) in run(&page).await.into_iter().enumerate() {
            match steps.get_mut(at) {
                Some((_, all)) => all.push(longest),
                None => steps.push((name, vec![longest])),
            }
        }
        site = page.site;
    }
    println!(
        "| what | longest task: median of {RUNS} runs, ms | the longest of all | over {FRAME} ms |"
    );
    println!("|---|---:|---:|---|");
    let mut missed = Vec::new();
    for (name, mut all) in steps {
        all.sort_by(f64::total_cmp);
        let (median, worst) = (all[all.len() / 2], all[all.len() - 1]);
        let over = all.iter().filter(|longest| **longest > FRAME).count();
        let told = match over {
            0 => String::new(),
            _ => format!("{over} of {RUNS} runs"),
        };
        println!("| {name} | {median:.1} | {worst:.1} | {told} |");
        missed.extend((median > FRAME).then_some(name));
    }
    assert!(missed.is_empty(), "over {FRAME} ms: {}", missed.join(", "));
}
