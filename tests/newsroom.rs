//! The pages on which a newsroom puts its codes together, made as the build makes them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clausemap::load::{Loaded, load};
use clausemap::newsroom::FILES;
use clausemap::route::Route;
use support::{Folder, as_files, in_repository, read_folder, run, write_folder};

const INDEX: &str = "<!doctype html><link rel=\"stylesheet\" href=\"./page-1.css\"><link rel=\"stylesheet\" href=\"./tokens-2.css\">";

static MADE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let folder = scratch("made");
    let mut files: Folder = read_folder(&in_repository("public/dossier"))
        .into_iter()
        .map(|(name, bytes)| (format!("dossier/{name}"), bytes))
        .collect();
    files.insert("index.html".into(), INDEX.into());
    for poster in ["overview", "donetsk"] {
        files.insert(format!("posters/{poster}.png"), Vec::new());
    }
    write_folder(&folder, &files);
    let said = run(&folder, &["newsroom", "."]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let page = |(_, name): (&str, &str)| {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        (name.to_owned(), text)
    };
    FILES.into_iter().map(page).collect()
});

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| {
    let files = as_files(&read_folder(&in_repository("public/dossier")));
    load(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
});

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("newsroom")
        .join(name)
}

/// The values of an attribute, as they stand in the page.
fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let mark = format!(" {name}=\"");
    let rest = page.split(mark.as_str()).skip(1);
    rest.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_page_says_all_in_its_language_and_links_to_the_others() {
    for (lang, name) in FILES {
        let page = &MADE[name];
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        assert!(page.contains("href=\"./tokens-2.css\""));
        let braced = page.split('{').skip(1);
        let left: Vec<&str> = braced
            .filter(|rest| rest.starts_with(|first: char| first.is_ascii_lowercase()))
            .filter_map(|rest| rest.split('}').next())
            .collect();
        assert!(left.is_empty(), "{name} has places without words: {left:?}");
        for (_, other) in FILES {
            assert!(
                page.contains(&format!("<a href=\"{other}\"")),
                "{name} → {other}"
            );
        }
        let codes = ["frame", "loader", "wordpress", "amp", "picture"];
        assert_eq!(values(page, "data-code"), codes);
        assert_eq!(values(page, "data-copy"), codes);
    }
    let has_letters = |page: &str, letters: &str| page.chars().any(|one| letters.contains(one));
    assert!(!has_letters(
        &MADE["embed-uk.html"].replace("Русский", ""),
        "ыэё"
    ));
    assert!(!has_letters(
        &MADE["embed-ru.html"].replace("Українська", ""),
        "іїєґ"
    ));
}

#[test]
fn all_of_the_dossier_is_offered_and_every_choice_leads_somewhere() {
    let dossier = &SHIPPED.dossier;
    for (_, name) in FILES {
        let page = &MADE[name];
        let (_, choices) = page.split_once("<select").unwrap();
        let (choices, _) = choices.split_once("</select>").unwrap();
        let offered = values(choices, "value");
        for region in dossier.regions.iter() {
            let state = format!("region={}", region.id);
            assert!(offered.contains(&state.as_str()), "{name}: {state}");
        }
        for clause in dossier.plans.iter().flat_map(|plan| &plan.clauses) {
            let state = format!("clause={}", clause.id);
            assert!(offered.contains(&state.as_str()), "{name}: {state}");
        }
        for state in &offered {
            let read = Route::of_address(&format!("https://a.org/?{state}")).to_string();
            assert_eq!(read.trim_start_matches('#'), *state);
        }
        let titles = values(choices, "data-title");
        assert_eq!(titles.len(), offered.len());
        let mut different = titles.clone();
        different.sort_unstable();
        different.dedup();
        assert_eq!(
            different.len(),
            titles.len(),
            "{name}: two choices have one title"
        );
    }
}

#[test]
fn a_choice_has_the_picture_that_there_is() {
    let page = &MADE["embed.html"];
    let image = |state: &str| {
        let (_, rest) = page
            .split_once(&format!("<option value=\"{state}\""))
            .unwrap();
        let (option, _) = rest.split_once('>').unwrap();
        values(option, "data-image")
            .first()
            .map(ToString::to_string)
    };
    assert_eq!(
        image("region=donetsk").as_deref(),
        Some("posters/donetsk.png")
    );
    assert_eq!(
        image("region=odesa").as_deref(),
        Some("posters/overview.png")
    );
    assert_eq!(image("").as_deref(), Some("posters/overview.png"));
}

#[test]
fn a_choice_has_the_page_that_is_made_of_it() {
    for (name, whole, page_of) in [
        ("embed.html", "", "r/donetsk.html"),
        ("embed-uk.html", "index.uk.html", "r/donetsk.uk.html"),
    ] {
        let page = &MADE[name];
        assert_eq!(values(page, "data-whole"), [whole]);
        let options = page.split("<option ").skip(1);
        let of = |state: &str| {
            let mut options = options.clone();
            options.find(|one| one.contains(&format!("value=\"{state}\"")))
        };
        assert_eq!(
            values(of("region=donetsk").unwrap(), "data-page").first(),
            Some(&page_of)
        );
        let (volyn, _) = of("region=volyn").unwrap().split_once('>').unwrap();
        assert!(values(volyn, "data-page").is_empty());
    }
}

#[test]
fn what_is_not_there_is_told() {
    let folder = scratch("empty");
    write_folder(&folder, &Folder::new());
    let said = run(&folder, &["newsroom", "."]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("dossier.json"), "{}", said.err);
    let dossier = read_folder(&in_repository("public/dossier"));
    let dossier = dossier
        .into_iter()
        .map(|(name, bytes)| (format!("dossier/{name}"), bytes));
    write_folder(&folder, &dossier.collect());
    let said = run(&folder, &["newsroom", "."]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("index.html"), "{}", said.err);
}
