//! Over the shipped dossier: the list, the filters and the search agree on what there is.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use clausemap::coverage::Coverage;
use clausemap::dossier::{ClaimId, ClauseId, Dossier, Evidence, Lang, StanceKind};
use clausemap::load::{Loaded, load};
use clausemap::reading::{Choices, Filters, Found, ListEntry, Listing, Reader, SearchIndex};
use support::{as_files, in_repository, read_folder};

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| {
    let files = as_files(&read_folder(&in_repository("public/dossier")));
    load(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
});

static ENGLISH: LazyLock<Lang> = LazyLock::new(|| Lang::from("en"));

fn reader<'a>(dossier: &'a Dossier, coverage: &'a Coverage) -> Reader<'a> {
    Reader {
        dossier,
        coverage,
        langs: std::slice::from_ref(&*ENGLISH),
        translation: None,
    }
}

fn shipped() -> Reader<'static> {
    reader(&SHIPPED.dossier, &SHIPPED.coverage)
}

/// Everything in the list, with how often its headings say that it is there.
fn listed(reader: &Reader<'_>, filters: &Filters) -> (BTreeSet<ClauseId>, BTreeSet<ClaimId>) {
    let listing = reader.listing(filters, None);
    let passing = reader.passing(filters);
    let (mut clauses, mut claims) = (BTreeSet::new(), BTreeSet::new());
    let mut take = |entry: ListEntry, told: (usize, usize), name: &str| {
        let lines: Vec<_> = entry.plans.iter().flat_map(|plan| &plan.clauses).collect();
        assert_eq!((lines.len(), entry.claims.len()), told, "{name}");
        clauses.extend(lines.into_iter().map(|line| line.id.clone()));
        claims.extend(entry.claims.into_iter().map(|card| card.id));
    };
    for place in listing.shelves.iter().flat_map(|(_, places)| places) {
        let entry = reader.list_entry(&place.id, &passing);
        take(entry, (place.clauses, place.claims), place.id.as_str());
    }
    take(
        reader.placeless_entry(&passing),
        listing.placeless,
        "no place",
    );
    (clauses, claims)
}

fn all(dossier: &Dossier) -> (BTreeSet<ClauseId>, BTreeSet<ClaimId>) {
    let clauses = dossier.all_clauses().map(|at| at.clause.id.clone());
    let claims = dossier.claims.iter().map(|claim| claim.id.clone());
    (clauses.collect(), claims.collect())
}

#[test]
fn the_list_holds_every_clause_and_every_claim() {
    assert_eq!(
        listed(&shipped(), &Filters::default()),
        all(&SHIPPED.dossier)
    );
}

#[test]
fn so_it_does_on_any_day() {
    for day in [
        "2025-11-19",
        "2025-11-25",
        "2025-12-16",
        "2025-12-28",
        "2026-02-01",
    ] {
        let then = SHIPPED.dossier.as_of(day.parse().unwrap());
        let coverage = Coverage::of(&then);
        let found = listed(&reader(&then, &coverage), &Filters::default());
        assert_eq!(found, all(&then), "{day}");
    }
}

/// Every filter that the bar offers, one at a time.
fn single_filters(choices: &Choices) -> Vec<Filters> {
    let none = Filters::default;
    let parties = choices.parties.iter().map(|party| Filters {
        party: Some(party.id.clone()),
        ..none()
    });
    let topics = choices.topics.iter().map(|(topic, _)| Filters {
        topic: Some(topic.clone()),
        ..none()
    });
    let stances = choices.stances.iter().map(|stance| Filters {
        stance: Some(*stance),
        ..none()
    });
    let evidence = choices.evidence.iter().map(|evidence| Filters {
        evidence: Some(*evidence),
        ..none()
    });
    parties
        .chain(topics)
        .chain(stances)
        .chain(evidence)
        .collect()
}

#[test]
fn the_list_lets_through_what_the_filters_do() {
    let reader = shipped();
    let all = single_filters(&reader.choices());
    assert!(all.len() > 20);
    for filters in all {
        let asked = reader.claims_asked_for(&filters, None);
        let asked: BTreeSet<_> = asked.iter().map(|claim| claim.id.clone()).collect();
        let (clauses, claims) = listed(&reader, &filters);
        assert_eq!(claims, asked, "{filters:?}");
        assert!(
            !claims.is_empty() || !clauses.is_empty(),
            "{filters:?} is a dead end"
        );
    }
}

#[test]
fn each_stance_and_each_evidence_has_its_share_and_none_is_left_over() {
    let reader = shipped();
    let count = |filters: Filters| reader.claims_asked_for(&filters, None).len();
    let by_stance = StanceKind::ALL.map(|stance| {
        count(Filters {
            stance: Some(stance),
            ..Filters::default()
        })
    });
    let by_evidence = Evidence::ALL.map(|evidence| {
        count(Filters {
            evidence: Some(evidence),
            ..Filters::default()
        })
    });
    let all = SHIPPED.dossier.claims.len();
    assert_eq!(by_stance.iter().sum::<usize>(), all);
    assert_eq!(by_evidence.iter().sum::<usize>(), all);
}

/// A claim is found by its own words, and what the search finds is in the list.
#[test]
fn search_finds_every_claim_that_is_listed() {
    let reader = shipped();
    let index = SearchIndex::of(&SHIPPED.dossier, None);
    let (_, claims) = listed(&reader, &Filters::default());
    for claim in SHIPPED.dossier.claims.iter() {
        let words = reader.say(&claim.text).words;
        let hits = reader.search(&index, &words, usize::MAX);
        let found = hits
            .iter()
            .any(|hit| hit.found == Found::Claim(claim.id.clone()));
        assert!(found, "{}: {words}", claim.id);
        for hit in hits {
            if let Found::Claim(id) = hit.found {
                assert!(claims.contains(&id));
            }
        }
    }
}

#[test]
fn what_the_address_names_stands_where_the_list_says() {
    let reader = shipped();
    let passing = reader.passing(&Filters::default());
    let entry = |place| match place {
        Some(id) => reader.list_entry(&id, &passing),
        None => reader.placeless_entry(&passing),
    };
    for at in SHIPPED.dossier.all_clauses() {
        let entry = entry(reader.listed_clause(&at.clause.id));
        let mut lines = entry.plans.iter().flat_map(|plan| &plan.clauses);
        assert!(
            lines.any(|line| line.id == at.clause.id),
            "{}",
            at.clause.id
        );
    }
    for claim in SHIPPED.dossier.claims.iter() {
        let entry = entry(reader.listed_claim(&claim.id));
        assert!(
            entry.claims.iter().any(|card| card.id == claim.id),
            "{}",
            claim.id
        );
    }
}

#[test]
fn the_bar_offers_only_what_was_there_on_the_day() {
    let now = shipped().choices();
    let then = SHIPPED.dossier.as_of("2025-11-25".parse().unwrap());
    let coverage = Coverage::of(&then);
    let before = reader(&then, &coverage).choices();
    assert!(before.parties.len() < now.parties.len());
    for party in &before.parties {
        assert!(now.parties.contains(party), "{party:?}");
        assert!(then.claims.iter().any(|claim| claim.party == party.id));
    }
    for stance in StanceKind::ALL {
        let occurs = then
            .claims
            .iter()
            .any(|claim| claim.stance.kind() == stance);
        assert_eq!(before.stances.contains(&stance), occurs, "{stance:?}");
    }
    let silent_place = |choices: &Choices, listing: &Listing| {
        let offered = choices.places.iter().flat_map(|(_, places)| places);
        let places: Vec<_> = listing
            .shelves
            .iter()
            .flat_map(|(_, places)| places)
            .collect();
        offered
            .filter(|line| {
                places
                    .iter()
                    .any(|place| place.id == line.id && place.is_empty())
            })
            .count()
    };
    assert_eq!(
        silent_place(&now, &shipped().listing(&Filters::default(), None)),
        0
    );
}
