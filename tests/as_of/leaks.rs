//! That nothing which came out later is on any page of an earlier day.
//!
//! What is later is worked out here anew, from the records' dates alone, so that it does not lean on what it
//! tests.

use std::collections::BTreeSet;

use clausemap::coverage::Coverage;
use clausemap::dossier::{Day, Dossier, Lang, SourceKind, When};
use clausemap::reading::{Days, Filters, Lens, PositionOrder, Reader, SearchIndex};

use super::SHIPPED;

/// Every day on which something came out, and the day before the first.
pub fn days(dossier: &Dossier) -> BTreeSet<Day> {
    let claims = dossier.claims.iter().filter_map(|claim| claim.said);
    let events = dossier.events.iter().map(|event| event.at);
    let plans = dossier.plans.iter().map(|plan| plan.dated);
    let sources = dossier.sources.iter().filter_map(|source| source.dated);
    let all = claims.chain(events).chain(plans).chain(sources);
    let both = all.flat_map(|when| [When::earliest(when), When::latest(when)]);
    let known: BTreeSet<Day> = both.flatten().collect();
    known
        .into_iter()
        .chain(["1990-01-01".parse().unwrap()])
        .collect()
}

/// The ids of what cannot have been known on a day, each in the way that a page's value would show it.
fn later(dossier: &Dossier, day: Day) -> Vec<String> {
    let after = |when: Option<When>| when.and_then(When::earliest).is_some_and(|at| at > day);
    let mut ids = Vec::new();
    for source in dossier.sources.iter() {
        if source.kind != SourceKind::Reference && after(source.dated) {
            ids.push(format!("SourceId(\"{}\")", source.id));
        }
    }
    for claim in dossier.claims.iter() {
        let rests_on_later = claim.sources.iter().all(|id| {
            let source = dossier.sources.get(id).unwrap();
            source.kind != SourceKind::Reference && after(source.dated)
        });
        if after(claim.said) || rests_on_later {
            ids.push(format!("ClaimId(\"{}\")", claim.id));
        }
    }
    for plan in dossier.plans.iter().filter(|plan| after(Some(plan.dated))) {
        ids.push(format!("PlanId(\"{}\")", plan.id));
        ids.extend(
            plan.clauses
                .iter()
                .map(|clause| format!("ClauseId(\"{}\")", clause.id)),
        );
    }
    let past = dossier.events.iter().filter(|event| !event.expected);
    for event in past.filter(|event| after(Some(event.at))) {
        ids.push(format!("EventId(\"{}\")", event.id));
    }
    ids
}

/// Everything that a reader can open on a day, as one long text.
fn everything(whole: &Dossier, then: &Dossier) -> String {
    // As the page has it: not worked out anew, but narrowed to what is known.
    let coverage = SHIPPED.coverage.within(then);
    let langs = [Lang::from("en")];
    let reader = Reader {
        dossier: then,
        coverage: &coverage,
        langs: &langs,
        translation: None,
    };
    let mut all = Vec::new();
    let filters = Filters::default();
    for order in PositionOrder::ALL {
        all.push(format!("{:?}", reader.positions(&filters, None, order)));
    }
    // Asked for by the ids of the whole dossier: an address may hold any of them.
    for plan in whole.plans.iter() {
        all.push(format!("{:?}", reader.overview(&plan.id).clauses));
    }
    for (left, right) in whole.plans.iter().zip(whole.plans.iter().skip(1)) {
        let compared = reader.compare(&left.id, &right.id, &filters, None);
        all.push(format!("{compared:?}"));
    }
    let plan = &then.manifest.first_plan;
    for region in whole.regions.iter() {
        if then.plans.has(plan) {
            all.push(format!("{:?}", reader.region_page(&region.id, plan)));
        }
        for lens in Lens::all() {
            all.push(format!("{:?}", reader.lens_value(&lens, &region.id, plan)));
        }
        let positions = reader.positions(&filters, Some(&region.id), PositionOrder::Topic);
        all.push(format!("{positions:?}"));
    }
    for at in whole.all_clauses() {
        all.push(format!("{:?}", reader.clause_page(&at.clause.id)));
    }
    for claim in whole.claims.iter() {
        all.push(format!("{:?}", reader.claim_page(&claim.id)));
        all.push(format!("{:?}", reader.position_evidence(&claim.id)));
    }
    for party in whole.parties.iter() {
        all.push(format!("{:?}", reader.party_page(&party.id)));
        all.push(format!("{:?}", reader.party_over_time(&party.id)));
    }
    for source in whole.sources.iter() {
        all.push(format!("{:?}", reader.source_page(&source.id)));
    }
    all.push(format!("{:?}", reader.sources()));
    let (days, all_claims) = (Days::of(whole), Filters::default());
    let timeline = reader.timeline(&days, &all_claims, None);
    for id in timeline.claims.iter().flat_map(|day| &day.claims) {
        all.push(format!("{:?}", reader.claim_line(id)));
    }
    all.push(format!("{timeline:?}"));
    all.push(format!("{:?}", reader.day_strip(&days, &all_claims, None)));
    let index = SearchIndex::of(whole, None);
    for query in [
        "Zelensky",
        "Donbas",
        "plant",
        "ceasefire",
        "2026",
        "Paris",
        "the",
    ] {
        all.push(format!("{:?}", reader.search(&index, query, usize::MAX)));
    }
    all.join("\n")
}

/// What was later than a day and is on some page of it.
fn leaks(whole: &Dossier, day: Day) -> Vec<String> {
    let text = everything(whole, &whole.as_of(day));
    let later = later(whole, day).into_iter();
    later
        .filter(|id| text.contains(id))
        .map(|id| format!("{day}: {id}"))
        .collect()
}

#[test]
fn nothing_that_came_out_later_is_on_any_page_of_any_day() {
    let whole = &SHIPPED.dossier;
    let days: Vec<Day> = days(whole).into_iter().collect();
    assert!(days.len() > 60, "{}", days.len());
    // To open every page takes its time: as many days at once as the machine has hands.
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
    let found: Vec<String> = std::thread::scope(|scope| {
        let share = |hand: usize| days.iter().skip(hand).step_by(hands);
        let at_work: Vec<_> = (0..hands)
            .map(|hand| {
                let days = share(hand);
                scope.spawn(|| days.flat_map(|day| leaks(whole, *day)).collect::<Vec<_>>())
            })
            .collect();
        let done = at_work.into_iter().map(|hand| hand.join().unwrap());
        done.flatten().collect()
    });
    assert!(found.is_empty(), "{found:#?}");
}

/// A narrowed dossier has the ties that would be worked out for it anew.
#[test]
fn ties_are_narrowed_as_they_would_be_made() {
    let whole = &SHIPPED.dossier;
    for day in days(whole).into_iter().step_by(7) {
        let then = whole.as_of(day);
        let (narrowed, anew) = (SHIPPED.coverage.within(&then), Coverage::of(&then));
        for region in whole.regions.iter().map(|region| &region.id) {
            assert_eq!(
                narrowed.clauses(region),
                anew.clauses(region),
                "{day}: {region}"
            );
            assert_eq!(
                narrowed.claims(region),
                anew.claims(region),
                "{day}: {region}"
            );
            assert_eq!(
                narrowed.events(region),
                anew.events(region),
                "{day}: {region}"
            );
            assert_eq!(
                narrowed.questions(region),
                anew.questions(region),
                "{day}: {region}"
            );
        }
        for at in then.all_clauses() {
            let id = &at.clause.id;
            assert_eq!(narrowed.ground(id), anew.ground(id), "{day}: {id}");
        }
    }
}

/// The test above would find something: on a whole dossier it finds what is later than an earlier day.
#[test]
fn a_leak_is_found() {
    let whole = &SHIPPED.dossier;
    let text = everything(whole, whole);
    let day = "2025-12-24".parse().unwrap();
    let found = later(whole, day).into_iter().filter(|id| text.contains(id));
    assert!(found.count() > 30);
}
