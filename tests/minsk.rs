//! The second dossier, on Minsk II: it is whole and sourced, and the engine knows as little of it as of the first.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use clausemap::coverage::Coverage;
use clausemap::dossier::{Dossier, Ground, RegionId, Text};
use clausemap::load::{Loaded, load, load_whole};
use clausemap::reading::{Days, Reader};
use support::{Folder, as_files, in_repository, open_every_page, read_folder, run, write_folder};

static MINSK: LazyLock<Loaded> = LazyLock::new(|| loaded("dossiers/minsk-2"));

fn loaded(folder: &str) -> Loaded {
    let files = as_files(&read_folder(&in_repository(folder)));
    load(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn on(day: &str) -> Dossier {
    MINSK.dossier.as_of(day.parse().unwrap())
}

/// The words of a translation by the words that they are of.
fn translation(folder: &str, language: &str) -> serde_json::Map<String, serde_json::Value> {
    let name = format!("{folder}/translations/{language}.json");
    let text = std::fs::read_to_string(in_repository(&name)).unwrap();
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    read.get("texts").unwrap().as_object().unwrap().clone()
}

#[test]
fn nothing_is_wrong_with_it() {
    let said = run(&in_repository("."), &["check", "dossiers/minsk-2"]);
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(
        said.out.contains("errors: 0, warnings: 0"),
        "{}{}",
        said.out,
        said.err
    );
    let folder = read_folder(&in_repository("dossiers/minsk-2"));
    let whole = load_whole(&as_files(&folder)).unwrap();
    assert!(whole.faults.is_empty(), "{:?}", whole.faults);
}

#[test]
fn it_has_thirteen_points_in_order_each_with_words_and_a_source() {
    let dossier = &MINSK.dossier;
    let plan = dossier.plans.iter().next().unwrap();
    assert_eq!(dossier.plans.iter().count(), 1);
    assert_eq!(plan.points, 13);
    let numbers: Vec<_> = plan.clauses.iter().map(|one| one.number.clone()).collect();
    let wanted: Vec<_> = (1..=13).map(|number| number.to_string()).collect();
    assert_eq!(numbers, wanted);
    for clause in &plan.clauses {
        assert!(clause.wording.text().is_some(), "{}", clause.id);
        assert!(!clause.sources.is_empty(), "{}", clause.id);
        for source in &clause.sources {
            assert!(dossier.sources.has(source), "{source}");
        }
    }
}

#[test]
fn every_place_that_is_named_is_drawn_or_says_why_not() {
    let dossier = &MINSK.dossier;
    let mut named: BTreeSet<&RegionId> = BTreeSet::new();
    for at in dossier.all_clauses() {
        named.extend(at.clause.coverage.iter().map(|cover| &cover.region));
    }
    assert!(named.len() >= 4, "{named:?}");
    for id in named {
        match &dossier.regions.get(id).unwrap().ground {
            Ground::None(why) => assert!(!why.is_empty(), "{id}"),
            _ => assert!(MINSK.atlas.label_point(id).is_some(), "{id}"),
        }
    }
    // The lines that moved, and the areas that nobody had outlined, are not drawn.
    for id in ["certain-areas", "actual-line", "line-2014"] {
        let region = dossier.regions.get(&id.parse().unwrap()).unwrap();
        assert!(matches!(region.ground, Ground::None(_)), "{id}");
    }
}

#[test]
fn the_oblasts_are_reached_through_what_the_points_name() {
    let ties = |coverage: &Coverage, region: &str| {
        let region = region.parse().unwrap();
        let ties = coverage.clauses(&region).iter();
        let ties = ties.filter(|tie| tie.reason.counts());
        let ids: Vec<_> = ties.map(|tie| tie.id.to_string()).collect();
        ids
    };
    let wanted = ["m2-01", "m2-02", "m2-04", "m2-09", "m2-11", "m2-12"];
    for region in ["donetsk", "luhansk", "donbas"] {
        assert_eq!(ties(&MINSK.coverage, region), wanted, "{region}");
    }
    assert!(ties(&MINSK.coverage, "russia").is_empty());
}

#[test]
fn every_page_opens() {
    assert!(open_every_page(&MINSK) > 30);
}

#[test]
fn it_is_read_as_of_a_day() {
    let before = on("2014-10-01");
    assert_eq!(before.plans.iter().count(), 0);
    assert_eq!(before.events.iter().count(), 3);
    let then = on("2015-02-12");
    assert_eq!(then.all_clauses().count(), 13);
    // What Russia claimed in 2022 was not known, nor what the United Nations said of it.
    for id in ["donetsk", "luhansk"] {
        let region = then.regions.get(&id.parse().unwrap()).unwrap();
        assert!(region.claimed_by.is_empty() && region.status.is_none());
        let now = MINSK.dossier.regions.get(&id.parse().unwrap()).unwrap();
        assert_eq!(now.claimed_by.len(), 1);
    }
    assert!(
        then.events
            .iter()
            .all(|one| one.id.as_str() != "ev-2022-es114")
    );
}

/// What the engine took for granted while it had seen one dossier: an axis of a few months, lettered parts, and a
/// map that opens on a country.
#[test]
fn its_years_its_plain_numbers_and_its_part_of_a_country_are_told_as_they_are() {
    let said = |loaded: &Loaded| {
        let words = clausemap::words::ALL.first().unwrap();
        let beginnings = Days::of(&loaded.dossier).beginnings().into_iter();
        let beginnings: Vec<_> = beginnings.map(|when| (words.when)(Some(when))).collect();
        let reader = Reader {
            dossier: &loaded.dossier,
            coverage: &loaded.coverage,
            langs: &[],
            translation: None,
        };
        let plan = &loaded.dossier.manifest.first_plan;
        let wide = reader.country_wide(plan, None);
        (beginnings, words.key_counts(reader.first_part(plan), wide))
    };
    let (beginnings, note) = said(&MINSK);
    let years: Vec<_> = (2016..=2026).map(|year| year.to_string()).collect();
    assert_eq!(beginnings, years);
    let wanted = "2 more clauses apply to the whole country.";
    assert_eq!(note.as_deref(), Some(wanted));
    let (beginnings, note) = said(&loaded("public/dossier"));
    let months = ["Nov 2025", "Dec 2025", "Jan 2026", "Feb 2026", "Mar 2026"];
    assert_eq!(beginnings, months);
    let wanted = format!(
        "Parts such as 14a count singly. 16{}",
        wanted.trim_start_matches('2')
    );
    assert_eq!(note, Some(wanted));
}

#[test]
fn its_texts_are_all_translated() {
    for language in ["uk", "ru"] {
        for (from, to) in &translation("dossiers/minsk-2", language) {
            let to = to.as_str().unwrap();
            assert!(!to.is_empty(), "{from}");
            // A sentence stays a sentence; only what is written in Latin everywhere stays the same.
            assert_eq!(from.ends_with('.'), to.ends_with('.'), "{from}: {to}");
            assert!(from != to || from.len() < 15, "{from}");
        }
    }
}

/// A document as the build leaves it, shortened.
const BUILT: &str = "<!doctype html>\n<html lang=\"en\" data-app=\"loading\">\n<head>\n\
    <meta name=\"description\" content=\"Clausemap\" />\n<title>Clausemap</title>\n\
    <link rel=\"stylesheet\" href=\"./a.css\"/>\n\
    <script type=\"module\" src=\"./boot.js\" data-js=\"./c.js\" data-wasm=\"./c.wasm\"></script>\n\
    </head>\n<body>\n<div id=\"static\"></div>\n</body>\n</html>\n";

#[test]
fn its_page_is_made_beforehand_and_nothing_of_the_first_dossier_is_in_it() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("minsk");
    let mut files = Folder::new();
    for (name, bytes) in read_folder(&in_repository("dossiers/minsk-2")) {
        files.insert(format!("dossier/{name}"), bytes);
    }
    files.insert("index.html".to_owned(), BUILT.into());
    files.insert("a.css".to_owned(), "a{}".into());
    write_folder(&folder, &files);
    let said = run(&folder, &["render", "."]);
    assert_eq!(said.code, 0, "{}", said.err);
    let first = loaded("public/dossier").dossier;
    for (name, title) in [
        ("index.html", "Minsk II"),
        ("index.uk.html", "Мінськ-2"),
        ("index.ru.html", "Минск-2"),
    ] {
        let page = std::fs::read_to_string(folder.join(name)).unwrap();
        assert!(page.contains(title), "{name}");
        for at in MINSK.dossier.all_clauses() {
            let section = format!("id=\"clause={}\"", at.clause.id);
            assert_eq!(page.matches(&section).count(), 1, "{name}: {section}");
        }
        for (text, of) in said_by(&first) {
            assert!(!page.contains(&text), "{name}: {of}: {text}");
        }
        for at in first.all_clauses() {
            assert!(!page.contains(&format!("={}\"", at.clause.id)), "{name}");
        }
    }
}

/// What a dossier says, in all languages that it says it in, and where.
fn said_by(dossier: &Dossier) -> Vec<(String, String)> {
    let mut texts: Vec<(&Text, String)> = vec![(&dossier.manifest.title, "title".to_owned())];
    for plan in dossier.plans.iter() {
        let of = plan.id.to_string();
        texts.extend([&plan.title, &plan.status, &plan.text_seen].map(|text| (text, of.clone())));
    }
    for at in dossier.all_clauses() {
        let text = at.clause.wording.text();
        texts.extend(text.map(|text| (text, at.clause.id.to_string())));
    }
    for claim in dossier.claims.iter() {
        texts.push((&claim.text, claim.id.to_string()));
    }
    for matter in dossier.matters.iter() {
        texts.push((&matter.text, matter.id.to_string()));
    }
    let english = texts.into_iter().filter_map(|(text, of)| {
        let (_, words) = text.iter().next()?;
        Some((words.to_owned(), of))
    });
    let mut said: Vec<(String, String)> = english.collect();
    for language in ["uk", "ru"] {
        let translated = translation("public/dossier", language);
        let words = said.iter().filter_map(|(words, of)| {
            let words = translated.get(words)?.as_str()?;
            Some((words.to_owned(), of.clone()))
        });
        said.append(&mut words.collect());
    }
    assert!(said.len() > 200);
    said
}

#[test]
fn the_engine_names_no_place_plan_or_clause_of_any_dossier() {
    let first = loaded("public/dossier").dossier;
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for dossier in [&first, &MINSK.dossier] {
        ids.extend(dossier.regions.iter().map(|one| one.id.to_string()));
        ids.extend(dossier.plans.iter().map(|one| one.id.to_string()));
        ids.extend(dossier.all_clauses().map(|at| at.clause.id.to_string()));
    }
    let sources = read_folder(&in_repository("src"));
    let sources = sources.iter().filter(|(name, _)| {
        let is_rust = std::path::Path::new(name)
            .extension()
            .is_some_and(|end| end == "rs");
        is_rust && !name.contains("tests")
    });
    for (name, bytes) in sources {
        let text = String::from_utf8_lossy(bytes);
        // What stands in comments and in tests is for people.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let code = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            for word in line.split('"').skip(1).step_by(2) {
                let word = word.strip_prefix('#').unwrap_or(word);
                let bare = word.rsplit('=').next().unwrap_or(word);
                assert!(!ids.contains(bare), "{name}: {line}");
            }
        }
    }
}
