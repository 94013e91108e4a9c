//! The dossier that ships: complete, sourced, and true to the rules that it was made by.
//!
//! `tests/data/` holds lists that were taken down from the sources before the dossier was written,
//! so that what gets lost on the way is missed here.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

#[path = "shipped/lenses.rs"]
mod lenses;
#[path = "shipped/places.rs"]
mod places;
mod support;

use std::sync::LazyLock;

use clausemap::dossier::{
    Address, Claim, ClaimId, Dossier, PartyId, SourceId, SourceKind, Stance, Teller, When, Wording,
};
use clausemap::load::{Loaded, load_whole};
use clausemap::reading::{Reader, StanceStrip};
use support::{as_files, in_repository, open_every_page, read_folder};

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| {
    let folder = read_folder(&in_repository("public/dossier"));
    load_whole(&as_files(&folder)).unwrap_or_else(|faults| panic!("{faults:?}"))
});

fn dossier() -> &'static Dossier {
    &SHIPPED.dossier
}

fn reader() -> Reader<'static> {
    Reader {
        dossier: dossier(),
        coverage: &SHIPPED.coverage,
        langs: &[],
        translation: None,
    }
}

fn id<Id: std::str::FromStr>(text: &str) -> Id {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no id"))
}

#[track_caller]
fn claim(text: &str) -> &'static Claim {
    let found = dossier().claims.get(&id(text));
    found.unwrap_or_else(|| panic!("the claim {text} is missing"))
}

/// The lines of a list in `tests/data/`, as words, without its comments.
fn list(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(in_repository("tests/data").join(name)).unwrap();
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_whitespace().map(ToOwned::to_owned).collect())
        .collect()
}

/// Whether one of these is more than somebody else's report put up again.
fn is_sourced(sources: &[SourceId]) -> bool {
    let found = sources.iter().filter_map(|id| dossier().sources.get(id));
    found
        .into_iter()
        .any(|source| source.kind != SourceKind::Repost)
}

#[test]
fn it_loads_without_a_fault() {
    let faults: Vec<String> = SHIPPED.faults.iter().map(ToString::to_string).collect();
    assert_eq!(faults, [""; 0]);
}

#[test]
fn every_page_opens() {
    let (plans, regions) = (dossier().plans.len(), dossier().regions.len());
    let others = dossier().all_clauses().count() + dossier().sources.len();
    let others = others + dossier().parties.len() + dossier().claims.len();
    assert_eq!(open_every_page(&SHIPPED), plans * regions + others);
}

#[test]
fn every_position_of_the_founding_article_and_of_the_other_sources_is_there() {
    let (article, others) = (
        list("founding-article-claims.txt"),
        list("verified-claims.txt"),
    );
    assert_eq!((article.len(), others.len()), (43, 62));
    for line in article.iter().chain(&others) {
        let [id, party, speaker, ..] = line.as_slice() else {
            panic!("{line:?}");
        };
        let claim = claim(id);
        assert_eq!(
            (claim.party.as_str(), claim.speaker.as_str()),
            (&**party, &**speaker),
            "{id}"
        );
        assert!(is_sourced(&claim.sources), "{id} has no source but reposts");
        assert!(!claim.text.is_empty(), "{id} says nothing");
    }
    let article_itself: SourceId = id("src-seed");
    for line in &article {
        assert!(
            claim(&line[0]).sources.contains(&article_itself),
            "{}",
            line[0]
        );
    }
}

#[test]
fn every_clause_that_was_read_is_there() {
    let clauses = list("verified-clauses.txt");
    assert_eq!(clauses.len(), 97);
    for line in &clauses {
        let found = dossier().clause(&id(&line[0]));
        let clause = found
            .unwrap_or_else(|| panic!("{} is missing", line[0]))
            .clause;
        assert!(
            is_sourced(&clause.sources),
            "{} has no source but reposts",
            clause.id
        );
        assert!(
            clause.wording.text().is_some_and(|text| !text.is_empty()),
            "{}",
            clause.id
        );
    }
}

#[test]
fn a_clause_that_was_not_read_has_no_wording() {
    let all = || dossier().all_clauses().map(|at| at.clause);
    let withheld = all().filter(|clause| clause.wording == Wording::Withheld);
    let withheld: Vec<_> = withheld.map(|clause| clause.id.as_str()).collect();
    let known = [
        "us28-15", "e3-15", "e3-17", "e3-18", "e3-22", "e3-23", "e3-24", "e3-27",
    ];
    assert_eq!(withheld, known);
    for clause in known {
        let page = reader().clause_page(&id(clause)).unwrap();
        assert!(
            page.variants.is_empty() && page.parts.is_empty(),
            "{clause}"
        );
        let line = reader().clause_line(dossier().clause(&id(clause)).unwrap());
        assert!(line.withheld && line.text.is_none(), "{clause}");
    }
    // Only what holds lettered parts goes by its heading alone.
    for heading in all().filter(|clause| clause.wording == Wording::Heading) {
        assert!(!heading.parts.is_empty(), "{}", heading.id);
    }
}

#[test]
fn plans_that_were_only_named_have_no_clauses() {
    for (plan, points) in [("us19", 19), ("ru27", 27)] {
        let plan = dossier().plans.get(&id(plan)).unwrap();
        assert_eq!(
            (plan.clauses.len(), plan.points),
            (0, points),
            "{}",
            plan.id
        );
        assert!(!plan.text_seen.is_empty(), "{}", plan.id);
    }
    assert_eq!(dossier().plans.len(), 8);
}

#[test]
fn rival_texts_stand_side_by_side() {
    for (clause, count) in [("p20-12", 3), ("p20-14", 4)] {
        let page = reader().clause_page(&id(clause)).unwrap();
        assert_eq!(page.variants.len(), count, "{clause}");
        for variant in &page.variants {
            assert!(!variant.proposed_by.is_empty() && !variant.sources.is_empty());
        }
    }
}

#[test]
fn every_step_from_plan_to_plan_is_there() {
    assert_eq!(dossier().lineage.len(), 72);
}

#[test]
fn the_two_claims_of_90_per_cent_are_two() {
    let quoted = |claim: &&Claim| {
        let quote = claim.quote.as_ref();
        quote.is_some_and(|quote| quote.words.contains("90 per cent"))
    };
    let found: Vec<&Claim> = dossier().claims.iter().filter(quoted).collect();
    let ids: Vec<_> = found.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids, ["s05", "s17"]);
    assert_ne!(found[0].matter, found[1].matter);
    assert_ne!(found[0].speaker, found[1].speaker);
}

/// Asserts that the claim s37 is not Russia's in a strip or among cards; counts where it is met.
fn meet_s37(strip: &StanceStrip, claims: &[&[ClaimId]]) -> usize {
    let (s37, russia) = (id("s37"), id::<PartyId>("ru"));
    let mut met = 0;
    for row in &strip.rows {
        for (party, cell) in strip.parties.iter().zip(&row.cells) {
            if cell.as_ref().is_some_and(|cell| cell.claim == s37) {
                assert_ne!(party.id, russia, "{}", row.matter.words);
                met += 1;
            }
        }
    }
    for id in claims.iter().copied().flatten().filter(|id| **id == s37) {
        let card = reader().claim_card(dossier().claims.get(id).unwrap());
        assert_eq!(card.party.as_ref().unwrap().id.as_str(), "us");
        assert_eq!(card.about.as_ref().unwrap().id, russia);
        met += 1;
    }
    met
}

#[test]
fn what_the_us_says_of_russia_is_nowhere_russias_claim() {
    let s37 = claim("s37");
    assert_eq!(
        (s37.party.as_str(), s37.about.as_ref()),
        ("us", Some(&id("ru")))
    );
    assert!(!s37.on_record);
    let mut met = 0;
    for region in dossier().regions.iter() {
        let page = reader().region_page(&region.id, &id("p20")).unwrap();
        met += meet_s37(&page.strip, &[&page.claims, &page.wider_claims]);
    }
    for at in dossier().all_clauses() {
        let page = reader().clause_page(&at.clause.id).unwrap();
        met += meet_s37(&page.strip, &[&page.claims]);
    }
    assert!(met > 2, "it is hardly anywhere: {met}");
}

#[test]
fn silence_carries_the_day_up_to_which_it_held() {
    let silent = dossier()
        .claims
        .iter()
        .filter_map(|claim| match claim.stance {
            Stance::Silent { as_of } => Some((claim.id.as_str(), as_of.to_string())),
            _ => None,
        });
    let mut silent: Vec<_> = silent.collect();
    silent.sort();
    let day = |id, day: &str| (id, day.to_owned());
    assert_eq!(silent, [day("s07", "2025-12-27"), day("v06", "2025-12-25")]);
}

#[test]
fn what_ukraine_tells_of_the_us_is_marked_so() {
    for told in ["v03", "v14"] {
        let claim = claim(told);
        assert_eq!(claim.party.as_str(), "us", "{told}");
        assert_eq!(claim.told_by, Some(Teller::Party(id("ua"))), "{told}");
        assert!(
            !claim.on_record && reader().claim_card(claim).is_reported(),
            "{told}"
        );
    }
}

#[test]
fn quotes_are_short() {
    for claim in dossier().claims.iter() {
        let words = claim
            .quote
            .as_ref()
            .map_or(0, |q| q.words.split_whitespace().count());
        assert!(words <= 25, "{} quotes {words} words", claim.id);
    }
}

#[test]
fn no_source_is_an_aggregator_that_cannot_be_relied_on() {
    // Newspapers of that name that have nothing to do with the network of sites.
    let newspapers = ["Ukrainska Pravda", "European Pravda"];
    for source in dossier().sources.iter() {
        let named = source.publisher.contains("Pravda") || source.publisher.contains("newskiev");
        assert!(
            !named || newspapers.contains(&&*source.publisher),
            "{}",
            source.publisher
        );
        let url = source
            .url
            .as_ref()
            .and_then(Address::web)
            .unwrap_or_default();
        let host = url.split('/').nth(2).unwrap_or_default();
        assert!(
            !host.contains("news-pravda.") && !host.contains("newskiev."),
            "{url}"
        );
    }
}

#[test]
fn the_dossier_is_true_up_to_the_newest_thing_in_it() {
    let past = dossier().events.iter().filter(|event| !event.expected);
    let events = past.filter_map(|event| When::latest(event.at));
    let claims = dossier().claims.iter().filter_map(|claim| claim.said);
    let newest = events.chain(claims.filter_map(When::latest)).max();
    assert_eq!(newest, Some(dossier().manifest.as_of));
}
