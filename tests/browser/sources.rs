//! No statement without its source, and no source that leads anywhere but to the web.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};

use super::expected;
use super::harness::{visit, visit_calmly};
use super::page::Page;

/// What one page of the pane holds of claims and links.
#[derive(Debug, Deserialize)]
struct Told {
    /// The page, as the address has it: `region=donetsk`.
    subject: String,
    /// Each claim with the sources that its card links to.
    claims: Vec<(String, BTreeSet<String>)>,
    /// Links that leave the page: address, `rel`, whether it has words.
    away: Vec<(String, String, bool)>,
    /// Fragments of links within the page.
    within: BTreeSet<String>,
}

/// Opens one subject after the other and reads each. In the page itself, since there are hundreds.
const READ_ALL: &str = r##"
const [subjects, done] = arguments;
const all = (from, css) => [...from.querySelectorAll(css)];
const pane = document.querySelector("[data-pane]");
const read = (subject) => {
  const links = all(pane, "a[href]");
  const href = (link) => link.getAttribute("href");
  return {
    subject,
    claims: all(pane, "[data-claim]").map((card) => [
      card.dataset.claim,
      all(card, "a[data-source][href]").map((link) => link.dataset.source),
    ]),
    away: links.filter((link) => !href(link).startsWith("#"))
      .map((link) => [href(link), link.rel, link.textContent.trim() !== ""]),
    within: links.map(href).filter((fragment) => fragment.startsWith("#")),
  };
};
const told = [];
let [next, since] = [-1, 0];
const step = () => {
  const whole = () => !pane.querySelector("[data-later]");
  if (next < 0 || (pane.dataset.subject === subjects[next].replace("=", ":") && whole())) {
    if (next >= 0) told.push(read(subjects[next]));
    next += 1;
    since = performance.now();
    if (next === subjects.length) return done(told);
    location.hash = `#${subjects[next]}`;
  } else if (performance.now() - since > 15000) {
    return done(`${subjects[next]} does not open`);
  }
  setTimeout(step, 0);
};
step();
"##;

/// The sources of each claim of the dossier.
fn sources_of_claims() -> BTreeMap<String, BTreeSet<String>> {
    let claims = expected::records("claims.json", "claims");
    let sources = |claim: &Value| {
        let sources = claim["sources"].as_array().unwrap();
        sources.iter().map(expected::text).collect()
    };
    claims
        .iter()
        .map(|claim| (expected::text(&claim["id"]), sources(claim)))
        .collect()
}

/// Every subject that an address can name.
fn subjects() -> BTreeSet<String> {
    let regions = expected::records("regions.json", "regions");
    let mut subjects: BTreeSet<String> = expected::ids(&regions)
        .into_iter()
        .map(|id| format!("region={id}"))
        .collect();
    for (file, list, name) in [
        ("sources.json", "sources", "source"),
        ("claims.json", "claims", "claim"),
        ("parties.json", "parties", "who"),
    ] {
        let ids = expected::ids(&expected::records(file, list));
        subjects.extend(ids.into_iter().map(|id| format!("{name}={id}")));
    }
    for plan in ["us28", "eu24", "e3", "us19", "ru27", "p20", "paris", "seed"] {
        for plan in expected::records(&format!("plans/{plan}.json"), "plans") {
            for clause in plan["clauses"].as_array().into_iter().flatten() {
                subjects.insert(format!("clause={}", expected::text(&clause["id"])));
                for part in clause["parts"].as_array().into_iter().flatten() {
                    subjects.insert(format!("clause={}", expected::text(&part["id"])));
                }
            }
        }
    }
    subjects
}

async fn read(page: &Page, subjects: &[&String]) -> Vec<Told> {
    let answer = page
        .chromium
        .driver
        .execute_async(READ_ALL, [json!(subjects)])
        .await
        .unwrap();
    let told = answer.convert();
    told.unwrap_or_else(|e| panic!("{e}: {}", answer.json()))
}

fn check_links(told: &Told, known: &BTreeSet<String>) {
    let subject = &told.subject;
    for (href, rel, has_words) in &told.away {
        let is_web = href.starts_with("https://") || href.starts_with("http://");
        assert!(is_web, "{subject} links to {href}");
        let is_safe = rel.split_whitespace().any(|word| word == "noopener");
        assert!(is_safe, "{subject}: {href} has rel {rel:?}");
        assert!(has_words, "{subject}: {href} has no words");
    }
    for fragment in &told.within {
        let mut parts = fragment.trim_start_matches('#').split('&');
        let leads =
            |part: &str| part.is_empty() || part.starts_with("plan=") || known.contains(part);
        assert!(
            parts.all(leads),
            "{subject} links to {fragment}, which is not in the dossier"
        );
    }
}

/// Opens subjects one after the other and holds each claim and each link against the dossier.
/// Returns how many claims it has seen.
async fn walk(kind: &str) -> usize {
    let page = visit_calmly().await;
    page.open("").await;
    let known = subjects();
    let sources = sources_of_claims();
    let wanted: Vec<&String> = known.iter().filter(|one| one.starts_with(kind)).collect();
    let mut seen = 0;
    for told in wanted.chunks(40).map(|some| read(&page, some)) {
        for told in told.await {
            check_links(&told, &known);
            for (claim, linked) in &told.claims {
                let subject = &told.subject;
                assert_eq!(
                    linked, &sources[claim],
                    "{subject}: the sources of the claim {claim}"
                );
                assert!(!linked.is_empty());
            }
            seen += told.claims.len();
        }
    }
    page.assert_quiet().await;
    seen
}

#[tokio::test]
async fn every_claim_on_every_page_of_a_region_links_to_its_sources() {
    assert!(walk("region=").await > 500);
}

#[tokio::test]
async fn every_claim_on_every_page_of_a_clause_links_to_its_sources() {
    assert!(walk("clause=").await > 100);
}

#[tokio::test]
async fn every_claim_on_every_page_of_a_source_links_to_its_sources() {
    assert!(walk("source=").await > 100);
}

#[tokio::test]
async fn links_around_the_pane_leave_the_page_safely() {
    let page = visit().await;
    page.open("#region=donetsk&list=1").await;
    let links: Vec<(String, String)> = page
        .run(
            "return [...document.querySelectorAll('a[href]')].map((link) => \
                [link.getAttribute('href') ?? link.href.baseVal, link.getAttribute('rel') ?? ''])",
            json!([]),
        )
        .await;
    for (href, rel) in links {
        if href.starts_with('#') {
            continue;
        }
        assert!(
            href.starts_with("https://") || href.starts_with("http://"),
            "{href}"
        );
        assert!(rel.contains("noopener"), "{href} has rel {rel:?}");
    }
}
