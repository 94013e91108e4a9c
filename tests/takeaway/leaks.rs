//! That nothing which came out later is in any file of an earlier day.

use std::collections::{BTreeSet, HashSet};

use clausemap::coverage::Coverage;
use clausemap::dossier::{Day, Dossier, SourceKind, When};
use clausemap::reading::export::Scope;
use clausemap::reading::{Filters, Found};
use clausemap::takeaway::{self, geojson};
use clausemap::words::EN;

use super::{ADDRESS, SHIPPED, with_reader};

/// The ids of records that came out after a day, by the records' dates alone.
fn later(day: Day) -> HashSet<String> {
    let dossier = &SHIPPED.dossier;
    let after = |when: Option<When>| when.and_then(When::earliest).is_some_and(|at| at > day);
    let claims = dossier.claims.iter().filter(|claim| after(claim.said));
    let sources = dossier.sources.iter();
    let sources = sources.filter(|one| one.kind != SourceKind::Reference && after(one.dated));
    let plans = dossier.plans.iter().filter(|plan| after(Some(plan.dated)));
    let clauses = plans.flat_map(|plan| &plan.clauses);
    let past = dossier.events.iter().filter(|event| !event.expected);
    let events = past.filter(|event| after(Some(event.at)));
    claims
        .map(|claim| claim.id.to_string())
        .chain(sources.map(|source| source.id.to_string()))
        .chain(clauses.map(|clause| clause.id.to_string()))
        .chain(events.map(|event| event.id.to_string()))
        .collect()
}

fn scopes() -> Vec<Scope> {
    let dossier = &SHIPPED.dossier;
    let last = dossier.manifest.first_plan.clone();
    let plans = dossier.plans.iter().map(|plan| plan.id.clone());
    let compared =
        plans.map(|plan| Scope::Compared([plan, last.clone()], Filters::default(), None));
    let regions = dossier
        .regions
        .iter()
        .map(|region| Scope::Region(region.id.clone()));
    let clauses = dossier
        .all_clauses()
        .map(|at| Scope::Clause(at.clause.id.clone()));
    let claims = dossier
        .claims
        .iter()
        .map(|claim| Scope::Claim(claim.id.clone()));
    let parties = dossier
        .parties
        .iter()
        .map(|party| Scope::Party(party.id.clone()));
    let sources = dossier
        .sources
        .iter()
        .map(|source| Scope::Source(source.id.clone()));
    let views = [
        Scope::All(Filters::default()),
        Scope::Claims(Filters::default(), None),
        Scope::Timeline(Filters::default(), None),
        Scope::Sources,
    ];
    let all = regions.chain(clauses).chain(claims).chain(parties);
    all.chain(sources).chain(views).chain(compared).collect()
}

/// All words of a JSON value that stand alone or in a list: ids among them.
fn words(value: &serde_json::Value, into: &mut HashSet<String>) {
    match value {
        serde_json::Value::String(text) => {
            into.insert(text.clone());
        }
        serde_json::Value::Array(all) => all.iter().for_each(|one| words(one, into)),
        serde_json::Value::Object(all) => all.values().for_each(|one| words(one, into)),
        _ => {}
    }
}

fn everything(then: &Dossier) -> HashSet<String> {
    let coverage = Coverage::of(then);
    with_reader(then, &coverage, |reader| {
        let mut found = HashSet::new();
        for scope in scopes() {
            let taken = reader.take(&scope, ADDRESS.to_owned());
            assert_eq!(taken.as_of, then.manifest.as_of.to_string());
            words(&serde_json::from_str(&taken.json()).unwrap(), &mut found);
            for line in super::lines(&taken.csv()) {
                let cells = line.values().flat_map(|cell| cell.split(' '));
                found.extend(cells.map(ToOwned::to_owned));
            }
            let properties: serde_json::Value =
                serde_json::from_str(&geojson(&taken, &clausemap::atlas::Atlas::default()))
                    .unwrap();
            words(&properties, &mut found);
        }
        found
    })
}

/// Every day on which something came out, and one before all of them.
fn days() -> BTreeSet<Day> {
    let dossier = &SHIPPED.dossier;
    let claims = dossier.claims.iter().filter_map(|claim| claim.said);
    let sources = dossier.sources.iter().filter_map(|source| source.dated);
    let others = dossier.events.iter().map(|event| event.at);
    let others = others.chain(dossier.plans.iter().map(|plan| plan.dated));
    let all = claims.chain(sources).chain(others);
    let ends = all.flat_map(|when| [When::earliest(when), When::latest(when)]);
    let first = "1990-01-01".parse().ok();
    ends.flatten().chain(first).collect()
}

fn leaks(day: Day) -> Vec<String> {
    let said = everything(&SHIPPED.dossier.as_of(day));
    let later = later(day).into_iter().filter(|id| said.contains(id));
    later.map(|id| format!("{day}: {id}")).collect()
}

#[test]
fn no_file_of_any_day_holds_what_came_out_later() {
    let days: Vec<Day> = days().into_iter().collect();
    assert!(days.len() > 60, "{}", days.len());
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
    let found: Vec<String> = std::thread::scope(|scope| {
        let at_work: Vec<_> = (0..hands)
            .map(|hand| {
                let days = days.iter().skip(hand).step_by(hands);
                scope.spawn(|| days.flat_map(|day| leaks(*day)).collect::<Vec<_>>())
            })
            .collect();
        let done = at_work.into_iter().map(|hand| hand.join().unwrap());
        done.flatten().collect()
    });
    assert!(found.is_empty(), "{found:#?}");
}

/// The test above would find something.
#[test]
fn a_leak_would_be_found() {
    let said = everything(&SHIPPED.dossier);
    let later = later("2025-12-16".parse().unwrap());
    assert!(later.iter().filter(|id| said.contains(*id)).count() > 100);
}

#[test]
fn no_citation_rests_on_what_came_out_later() {
    let words = takeaway::citation_words(&EN);
    for day in days() {
        let then = SHIPPED.dossier.as_of(day);
        let coverage = Coverage::of(&then);
        let titles: HashSet<String> = SHIPPED
            .dossier
            .sources
            .iter()
            .filter(|source| !then.sources.has(&source.id))
            .map(|source| source.title.clone())
            .collect();
        with_reader(&then, &coverage, |reader| {
            for claim in SHIPPED.dossier.claims.iter() {
                let thing = Found::Claim(claim.id.clone());
                let citation = reader.citation(Some(&thing), ADDRESS.to_owned(), &words);
                for source in &citation.sources {
                    let is_shared = then.sources.iter().any(|own| own.title == source.title);
                    assert!(
                        is_shared || !titles.contains(&source.title),
                        "{day}: {}",
                        claim.id
                    );
                }
            }
        });
    }
}
