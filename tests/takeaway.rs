//! What readers take away of the shipped dossier: tables, places and citations, read back by others.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that cannot do its part fails the test that called it"
)]

#[path = "takeaway/leaks.rs"]
mod leaks;
#[path = "takeaway/places.rs"]
mod places;
mod support;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use clausemap::coverage::Coverage;
use clausemap::dossier::{Dossier, Lang};
use clausemap::load::{Loaded, load_whole};
use clausemap::reading::export::{COLUMNS, Scope, Taken};
use clausemap::reading::{Found, Reader};
use clausemap::route::Route;
use clausemap::takeaway;
use clausemap::words::EN;
use support::{as_files, in_repository, read_folder};

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| {
    let files = as_files(&read_folder(&in_repository("public/dossier")));
    load_whole(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
});

const ADDRESS: &str = "https://example.org/map/#x";

fn with_reader<T>(dossier: &Dossier, coverage: &Coverage, ask: impl Fn(Reader<'_>) -> T) -> T {
    let langs = [Lang::from("en")];
    ask(Reader {
        dossier,
        coverage,
        langs: &langs,
        translation: None,
    })
}

fn shipped<T>(ask: impl Fn(Reader<'_>) -> T) -> T {
    with_reader(&SHIPPED.dossier, &SHIPPED.coverage, ask)
}

fn take(scope: &Scope) -> Taken {
    shipped(|reader| reader.take(scope, ADDRESS.to_owned()))
}

fn scope_at(fragment: &str) -> Scope {
    let route = Route::read(fragment);
    let first = &SHIPPED.dossier.manifest.first_plan;
    let plan = route.plan.clone().unwrap_or_else(|| first.clone());
    shipped(|reader| takeaway::scope(&reader, &route, &route.subject, &plan))
}

/// What an address shows, taken away.
fn take_at(fragment: &str) -> Taken {
    take(&scope_at(fragment))
}

/// How many records the panel says an address shows.
fn amount_at(fragment: &str) -> usize {
    let amount = shipped(|reader| reader.amount(&scope_at(fragment)));
    amount.clauses + amount.claims + amount.sources
}

/// The lines of a table as a second library reads them, by their columns, with the guards taken away.
fn lines(csv: &str) -> Vec<HashMap<String, String>> {
    let text = csv.strip_prefix('\u{FEFF}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(head, COLUMNS);
    let lines = reader.records().map(Result::unwrap);
    let cell = |(name, cell): (&String, &str)| {
        (
            name.clone(),
            cell.strip_prefix('\'').unwrap_or(cell).to_owned(),
        )
    };
    lines
        .map(|line| head.iter().zip(line.iter()).map(cell).collect())
        .collect()
}

#[test]
fn the_table_read_back_says_what_was_taken() {
    for fragment in [
        "",
        "#region=donetsk",
        "#clause=p20-12",
        "#view=positions",
        "#view=sources",
    ] {
        let taken = take_at(fragment);
        let read = lines(&taken.csv());
        assert!(!read.is_empty(), "{fragment}");
        assert_eq!(amount_at(fragment), read.len(), "{fragment}");
        let of = |kind: &str| -> Vec<&HashMap<String, String>> {
            read.iter().filter(|line| line["kind"] == kind).collect()
        };
        assert_eq!(of("clause").len(), taken.clauses.len(), "{fragment}");
        for (line, row) in of("clause").into_iter().zip(&taken.clauses) {
            assert_eq!(line["id"], row.id);
            assert_eq!(line["title"], row.title);
            assert_eq!(line["text"], row.text);
            assert_eq!(line["note"], row.note);
            assert_eq!(line["reason"], row.reason);
            assert_eq!(line["sources"], row.sources.join(" "));
            assert_eq!(line["as_of"], taken.as_of);
        }
        for (line, row) in of("claim").into_iter().zip(&taken.claims) {
            assert_eq!(line["id"], row.id);
            assert_eq!(line["stance"], row.stance);
            assert_eq!(line["matter"], row.matter);
            assert_eq!(line["quote"], row.quote);
            assert_eq!(line["text"], row.text);
            assert_eq!(line["regions"], row.regions.join(" "));
        }
        assert_eq!(of("claim").len(), taken.claims.len(), "{fragment}");
        assert_eq!(of("source").len(), taken.sources.len(), "{fragment}");
    }
}

#[test]
fn no_cell_of_the_whole_dossier_begins_as_a_formula() {
    for fragment in ["", "#plan=us28", "#view=sources"] {
        let csv = take_at(fragment).csv();
        let text = csv.strip_prefix('\u{FEFF}').unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for line in reader.records().map(Result::unwrap) {
            for cell in &line {
                assert!(
                    !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                    "{cell}"
                );
            }
        }
    }
}

#[test]
fn the_json_holds_the_same_and_names_its_form_and_its_day() {
    let taken = take_at("#region=donetsk");
    let json: serde_json::Value = serde_json::from_str(&taken.json()).unwrap();
    assert_eq!(json["format"], "clausemap-export/1");
    assert_eq!(json["as_of"], SHIPPED.dossier.manifest.as_of.to_string());
    assert_eq!(json["address"], ADDRESS);
    let ids = |list: &str| -> Vec<String> {
        let rows = json[list].as_array().unwrap().iter();
        rows.map(|row| row["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ids("clauses").len(), taken.clauses.len());
    assert_eq!(ids("claims").len(), taken.claims.len());
    assert!(ids("clauses").contains(&"p20-14a".to_owned()));
    // Nothing without a source, and every source is there.
    let known: HashSet<String> = ids("sources").into_iter().collect();
    for row in json["clauses"]
        .as_array()
        .unwrap()
        .iter()
        .chain(json["claims"].as_array().unwrap())
    {
        let sources = row["sources"].as_array().unwrap();
        assert!(!sources.is_empty(), "{row}");
        for id in sources {
            assert!(known.contains(id.as_str().unwrap()), "{id}");
        }
    }
}

/// What is exported is what the page lists: no more, no less.
#[test]
fn a_page_and_its_export_have_the_same_clauses_and_claims() {
    let set = |ids: Vec<String>| ids.into_iter().collect::<HashSet<String>>();
    for region in SHIPPED.dossier.regions.iter() {
        let first = &SHIPPED.dossier.manifest.first_plan;
        let taken = take(&Scope::Region(region.id.clone()));
        let (clauses, claims) = shipped(|reader| {
            let page = reader.region_page(&region.id, first).unwrap();
            let groups = page.plans.iter().flat_map(|plan| &plan.groups);
            let clauses = groups.flat_map(|group| &group.lines);
            let claims = page.claims.iter().chain(&page.wider_claims);
            (
                clauses.map(|line| line.id.to_string()).collect::<Vec<_>>(),
                claims.map(|card| card.id.to_string()).collect::<Vec<_>>(),
            )
        });
        assert_eq!(
            set(taken.clauses.iter().map(|row| row.id.clone()).collect()),
            set(clauses),
            "{}",
            region.id
        );
        assert_eq!(
            set(taken.claims.iter().map(|row| row.id.clone()).collect()),
            set(claims),
            "{}",
            region.id
        );
    }
}

#[test]
fn the_other_views_give_what_was_asked_for() {
    let asked = take_at("#view=positions&party=ru&stance=opposes&region=donetsk");
    assert!(!asked.claims.is_empty() && asked.clauses.is_empty());
    for row in &asked.claims {
        assert_eq!((row.party.as_str(), row.stance), ("ru", "opposes"));
        assert!(!row.reason.is_empty());
    }
    let compared = take_at("#view=compare&from=us28&plan=p20&topic=znpp");
    let plans: HashSet<&str> = compared
        .clauses
        .iter()
        .map(|row| row.plan.as_str())
        .collect();
    assert_eq!(plans, HashSet::from(["us28", "p20"]), "{compared:?}");
    assert!(compared.claims.is_empty());
    let dropped = take_at("#view=compare&from=us28&plan=p20&change=dropped");
    assert!(!dropped.clauses.is_empty());
    assert!(
        dropped.clauses.iter().all(|row| row.plan == "us28"),
        "{dropped:?}"
    );
    let listed = take_at("#view=list");
    assert_eq!(listed.claims.len(), SHIPPED.dossier.claims.len());
    assert_eq!(listed.clauses.len(), SHIPPED.dossier.all_clauses().count());
    let of_one = take_at("#view=list&party=ru&region=donetsk");
    assert!(of_one.claims.iter().all(|row| row.party == "ru") && !of_one.clauses.is_empty());
    let sources = take_at("#view=sources");
    assert_eq!(sources.sources.len(), SHIPPED.dossier.sources.len());
}

/// A citation of everything there is says where it stands and on which day, in every form, on as many
/// lines as it should.
#[test]
fn everything_can_be_cited() {
    let words = takeaway::citation_words(&EN);
    let dossier = &SHIPPED.dossier;
    let regions = dossier
        .regions
        .iter()
        .map(|region| Found::Region(region.id.clone()));
    let clauses = dossier
        .all_clauses()
        .map(|at| Found::Clause(at.clause.id.clone()));
    let claims = dossier
        .claims
        .iter()
        .map(|claim| Found::Claim(claim.id.clone()));
    let parties = dossier
        .parties
        .iter()
        .map(|party| Found::Party(party.id.clone()));
    let sources = dossier
        .sources
        .iter()
        .map(|source| Found::Source(source.id.clone()));
    let all = regions
        .chain(clauses)
        .chain(claims)
        .chain(parties)
        .chain(sources);
    let mut keys = HashSet::new();
    for thing in all {
        let citation = shipped(|reader| reader.citation(Some(&thing), ADDRESS.to_owned(), &words));
        assert!(keys.insert(citation.key.clone()), "{}", citation.key);
        let (plain, entry, line) = (
            citation.plain(&words),
            citation.bibtex(&words),
            citation.markdown(&words),
        );
        for said in [&plain, &entry, &line] {
            assert!(said.contains(ADDRESS), "{said}");
            assert!(said.contains("as of 13 Mar 2026"), "{said}");
        }
        assert!(!plain.contains('\n') && !line.contains('\n'));
        assert_eq!(entry.lines().count(), 8, "{entry}");
        if matches!(thing, Found::Clause(_) | Found::Claim(_)) {
            assert!(!citation.sources.is_empty(), "{thing:?}");
        }
    }
    let known = shipped(|reader| {
        let thing = Found::Clause("p20-12".parse().unwrap());
        reader.citation(Some(&thing), ADDRESS.to_owned(), &words)
    });
    assert_eq!(known.key, "clausemap-clause-p20-12-20260313");
    let unknown = Found::Region("atlantis".parse().unwrap());
    let unknown = shipped(|reader| reader.citation(Some(&unknown), ADDRESS.to_owned(), &words));
    assert_eq!(unknown.key, "clausemap-dossier-20260313");
}
