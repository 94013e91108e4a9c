//! How long a very large dossier keeps the page busy: 10,000 claims, 1,000 clauses, 500 regions.
//!
//! A measurement, not a test of the page: `make bench-reading` runs it. It fails where the page does not
//! come to show what was asked for.

use serde_json::{Value, json};

#[path = "../../benches/support/generated.rs"]
mod generated;

use super::harness::{CALM, visit_site};
use super::page::Page;
use super::site::Site;

/// What is done: a name, a script that does it, and one that says whether it is shown.
const ACTIONS: [(&str, &str, &str); 11] = [
    (
        "a region's page",
        "location.hash = '#region=unit-3'",
        "region:unit-3",
    ),
    (
        "a group's page",
        "location.hash = '#region=group-0'",
        "region:group-0",
    ),
    (
        "the country's page",
        "location.hash = '#region=country'",
        "region:country",
    ),
    (
        "a clause's page",
        "location.hash = '#clause=p4-7'",
        "clause:p4-7",
    ),
    (
        "a party's page",
        "location.hash = '#who=party-1'",
        "party:party-1",
    ),
    (
        "a claim's page",
        "location.hash = '#claim=claim-70'",
        "claim:claim-70",
    ),
    (
        "a source's page",
        "location.hash = '#source=source-7'",
        "source:source-7",
    ),
    (
        "another day",
        "location.hash = '#source=source-7&asof=2025-09-01'",
        "source:source-7",
    ),
    (
        "positions",
        "location.hash = '#view=positions'",
        "positions",
    ),
    ("comparison", "location.hash = '#view=compare'", "compare"),
    ("timeline", "location.hash = '#view=timeline'", "timeline"),
];

/// The goal for the longest task, in ms: a frame.
const FRAME: f64 = 16.0;

/// Does something, and tells the longest time for which nothing else had its turn, and all of the time,
/// both in ms, until the page has been at rest for so long.
const WATCHED: &str = r"
const [done] = arguments;
const channel = new MessageChannel();
let [last, longest, busy, quiet] = [performance.now(), 0, 0, 0];
const start = last;
channel.port1.onmessage = () => {
  const now = performance.now();
  const gap = now - last;
  longest = Math.max(longest, gap);
  if (gap > 2) { busy += gap; quiet = now; }
  last = now;
  if (now - Math.max(start, quiet) > 400 && now - start > 700) return done([longest, busy]);
  channel.port2.postMessage(0);
};
ACT;
channel.port2.postMessage(0);
";

async fn watched(page: &Page, act: &str) -> (f64, f64) {
    // The page's content security policy forbids scripts that are made of texts.
    let script = WATCHED.replace("ACT;", &format!("{act};"));
    let answer = page.chromium.driver.execute_async(script, Vec::new());
    answer.await.unwrap().convert().unwrap()
}

#[tokio::test]
#[ignore = "a measurement: make bench-reading"]
async fn a_very_large_dossier_keeps_nobody_waiting() {
    let site = Site::start();
    for (name, bytes) in generated::folder() {
        site.replace(&format!("dossier/{name}"), bytes);
    }
    let page = visit_site(site).await;
    page.prefer(&[CALM]).await;
    page.open("").await;
    page.wait_for_rest().await;
    println!("| what | longest task, ms | all of it, ms |\n|---|---:|---:|");
    let mut missed = Vec::new();
    for (name, act, shown) in ACTIONS {
        let (longest, all) = watched(&page, act).await;
        let script = "return (document.querySelector('#view') ?? document.querySelector('[data-pane]')) \
            .dataset[arguments[0]]";
        let kind = if shown.contains(':') {
            "subject"
        } else {
            "view"
        };
        let now: Value = page.run(script, json!([kind])).await;
        assert_eq!(now, json!(shown), "{name}");
        println!("| {name} | {longest:.1} | {all:.1} |");
        missed.extend((longest > FRAME).then_some(name.to_owned()));
    }
    missed.extend(letters(&page).await);
    println!("over {FRAME} ms: {}", missed.join(", "));
}

/// The letters that took too long.
async fn letters(page: &Page) -> Vec<String> {
    watched(page, "location.hash = '#region=unit-3'").await;
    let (longest, all) = watched(page, "document.querySelector('.search input').focus()").await;
    println!("| the index of the search | {longest:.1} | {all:.1} |");
    let mut missed = Vec::new();
    for typed in ["t", "te", "ter", "terr", "teritory"] {
        let act = format!(
            "const field = document.querySelector('.search input'); field.value = '{typed}'; \
             field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        );
        let act = format!("(() => {{ {act} }})()");
        let (longest, all) = watched(page, &act).await;
        assert!(page.count(".found .hit").await > 0, "{typed}");
        println!("| the letters “{typed}” | {longest:.1} | {all:.1} |");
        missed.extend((longest > FRAME).then(|| format!("“{typed}”")));
    }
    missed
}
