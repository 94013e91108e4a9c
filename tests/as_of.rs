//! The shipped dossier as it was on each day.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

#[path = "as_of/leaks.rs"]
mod leaks;
mod support;

use std::sync::LazyLock;

use clausemap::coverage::Coverage;
use clausemap::dossier::{Day, Dossier, When};
use clausemap::load::{Loaded, load};
use clausemap::reading::Reader;
use support::{as_files, in_repository, read_folder};

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| {
    let files = as_files(&read_folder(&in_repository("public/dossier")));
    load(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
});

fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

fn on(text: &str) -> Dossier {
    SHIPPED.dossier.as_of(day(text))
}

/// Where a party stood on a matter on a day: the stance's word, and the claim that it comes from.
fn stance(on_day: &str, party: &str, matter: &str) -> Option<(&'static str, String)> {
    let dossier = on(on_day);
    let coverage = Coverage::of(&dossier);
    let reader = Reader {
        dossier: &dossier,
        coverage: &coverage,
        langs: &[],
        translation: None,
    };
    let of = dossier
        .claims
        .iter()
        .filter(|c| c.matter.as_str() == matter);
    let strip = reader.strip(of);
    let at = strip
        .parties
        .iter()
        .position(|tag| tag.id.as_str() == party)?;
    let cell = strip.rows.first()?.cells.get(at)?.as_ref()?;
    Some((cell.stance.kind().slug(), cell.claim.to_string()))
}

#[test]
fn a_plan_is_known_when_it_is_out() {
    let plans = |text: &str| {
        let dossier = on(text);
        let ids: Vec<String> = dossier
            .plans
            .iter()
            .map(|plan| plan.id.to_string())
            .collect();
        ids
    };
    assert!(plans("2025-11-19").is_empty());
    assert_eq!(plans("2025-11-21"), ["us28"]);
    assert!(!plans("2025-12-23").contains(&"p20".to_owned()));
    assert!(plans("2025-12-24").contains(&"p20".to_owned()));
    assert!(!plans("2026-01-05").contains(&"paris".to_owned()));
    assert!(plans("2026-01-06").contains(&"paris".to_owned()));
    assert_eq!(plans("2026-03-13").len(), SHIPPED.dossier.plans.len());
}

#[test]
fn the_first_plan_is_one_that_is_known() {
    assert_eq!(on("2025-11-21").manifest.first_plan.as_str(), "us28");
    assert_eq!(on("2025-12-24").manifest.first_plan.as_str(), "p20");
}

#[test]
fn a_lineage_to_a_plan_that_is_not_out_yet_says_nothing() {
    let dossier = on("2025-11-21");
    assert!(dossier.lineage.is_empty(), "{:?}", dossier.lineage);
}

#[test]
fn on_its_own_day_and_after_it_the_dossier_is_whole() {
    for text in ["2026-03-13", "2026-03-14", "2031-01-01"] {
        let then = on(text);
        let whole = &SHIPPED.dossier;
        assert_eq!(then.manifest.as_of, whole.manifest.as_of);
        assert_eq!(then.claims.len(), whole.claims.len());
        assert_eq!(then.sources.len(), whole.sources.len());
        assert_eq!(then.questions.len(), whole.questions.len());
        assert_eq!(then.lineage.len(), whole.lineage.len());
    }
}

/// Stances on territory, on three days on which they differ.
#[test]
fn the_stances_on_territory_were_these() {
    let cases = [
        // What is shown on a day is what was out on it: Trump's remark of the 28th was printed on the 29th.
        (
            "leave-donbas",
            "us",
            ["supports v30", "supports v30", "supports v30"],
        ),
        (
            "leave-donbas",
            "ru",
            ["supports v10", "supports v10", "supports v10"],
        ),
        ("leave-donbas", "ua", ["", "", "opposes v26"]),
        ("donbas-settled", "us", ["", "", "conditional v17"]),
        (
            "territory-agreeable",
            "us",
            ["open s29", "open s29", "open s29"],
        ),
        (
            "territory-agreeable",
            "ua",
            ["", "opposes s36", "opposes s36"],
        ),
        (
            "russia-gives-back-land",
            "ru",
            ["opposes s08", "opposes s08", "opposes s08"],
        ),
        (
            "recognise-donbas",
            "ua",
            ["opposes v12", "opposes v12", "opposes v12"],
        ),
        // A claim of "December" is known when the month is over.
        ("cede-demanded-land", "ua", ["", "", "opposes s27"]),
        (
            "recognise-crimea",
            "ua",
            ["opposes v39", "opposes v39", "opposes v38"],
        ),
        ("keep-borders", "eu", ["", "supports v56", "supports v56"]),
    ];
    let days = ["2025-12-16", "2025-12-28", "2026-03-13"];
    for (matter, party, expected) in cases {
        for (on_day, expected) in days.into_iter().zip(expected) {
            let said = stance(on_day, party, matter);
            let said = said.map(|(stance, claim)| format!("{stance} {claim}"));
            assert_eq!(
                said.unwrap_or_default(),
                expected,
                "{party} on {matter}, {on_day}"
            );
        }
    }
}

/// What is known stays known: from one day to the next nothing goes, but for what is replaced.
#[test]
fn what_is_known_stays_known() {
    let mut before: Option<Dossier> = None;
    for day in leaks::days(&SHIPPED.dossier) {
        let now = SHIPPED.dossier.as_of(day);
        if let Some(before) = before {
            assert!(
                before.claims.iter().all(|claim| now.claims.has(&claim.id)),
                "{day}"
            );
            assert!(
                before.plans.iter().all(|plan| now.plans.has(&plan.id)),
                "{day}"
            );
            assert!(
                before.events.iter().all(|event| now.events.has(&event.id)),
                "{day}"
            );
            assert!(
                before
                    .sources
                    .iter()
                    .all(|source| now.sources.has(&source.id)),
                "{day}"
            );
            let clauses = before.all_clauses();
            assert!(
                clauses
                    .into_iter()
                    .all(|at| now.clause(&at.clause.id).is_some()),
                "{day}"
            );
        }
        before = Some(now);
    }
}

#[test]
fn a_claim_of_a_month_is_not_shown_before_the_month_is_over() {
    let month = SHIPPED.dossier.claims.iter();
    let mut months = month.filter(|claim| matches!(claim.said, Some(When::Month(_))));
    let claim = months.next().unwrap();
    let last = claim.said.and_then(When::latest).unwrap();
    for other in leaks::days(&SHIPPED.dossier) {
        let is_known = SHIPPED.dossier.as_of(other).claims.has(&claim.id);
        assert!(!is_known || other >= last, "{other}: {}", claim.id);
    }
}

#[test]
fn no_record_names_one_that_is_not_known() {
    for day in leaks::days(&SHIPPED.dossier) {
        let then = SHIPPED.dossier.as_of(day);
        let cited = then.claims.iter().flat_map(|claim| &claim.sources);
        let cited = cited.chain(then.events.iter().flat_map(|event| &event.sources));
        let cited = cited.chain(then.plans.iter().flat_map(|plan| &plan.sources));
        for source in cited {
            assert!(then.sources.has(source), "{day}: {source}");
        }
        assert!(
            then.claims.iter().all(|claim| !claim.sources.is_empty()),
            "{day}"
        );
    }
}
