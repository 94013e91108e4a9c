//! Search over the shipped dossier: what people type, and what they mean.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::sync::LazyLock;

use clausemap::dossier::{Lang, Translation};
use clausemap::load::{Loaded, load};
use clausemap::reading::{Found, FoundKind, Reader, SearchHit, SearchIndex};
use support::{as_files, in_repository, read_folder};

struct Shipped {
    loaded: Loaded,
    /// The dossier as a reader of each language has it.
    languages: Vec<(Lang, Option<Translation>, SearchIndex)>,
}

static SHIPPED: LazyLock<Shipped> = LazyLock::new(|| {
    let files = as_files(&read_folder(&in_repository("public/dossier")));
    let loaded = load(&files).unwrap_or_else(|faults| panic!("{faults:?}"));
    let languages = ["en", "uk", "ru"].map(|tag| {
        let lang = Lang::from(tag);
        let translation = Translation::read(&loaded.dossier.manifest, &lang, &files);
        let translation = translation.transpose().unwrap();
        let index = SearchIndex::of(&loaded.dossier, translation.as_ref());
        (lang, translation, index)
    });
    Shipped {
        loaded,
        languages: languages.into(),
    }
});

/// What a query finds, for a reader of each language.
fn search(query: &str) -> Vec<(&'static Lang, Vec<SearchHit>)> {
    let languages = SHIPPED.languages.iter();
    languages
        .map(|(lang, translation, index)| {
            let reader = Reader {
                dossier: &SHIPPED.loaded.dossier,
                coverage: &SHIPPED.loaded.coverage,
                langs: std::slice::from_ref(lang),
                translation: translation.as_ref(),
            };
            (lang, reader.search(index, query, 8))
        })
        .collect()
}

fn slug(found: &Found) -> String {
    match found {
        Found::Region(id) => format!("region:{id}"),
        Found::Party(id) => format!("party:{id}"),
        Found::Clause(id) => format!("clause:{id}"),
        Found::Claim(id) => format!("claim:{id}"),
        Found::Source(id) => format!("source:{id}"),
    }
}

#[test]
fn every_spelling_finds_what_is_meant_in_every_language() {
    let text = std::fs::read_to_string(in_repository("tests/search/variants.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut missed = Vec::new();
    let mut count = 0;
    for line in lines {
        let (typed, meant) = line.split_once('\t').unwrap_or_else(|| panic!("{line}"));
        count += 1;
        for (lang, hits) in search(typed) {
            if !hits.iter().any(|hit| slug(&hit.found) == meant) {
                let found: Vec<_> = hits.iter().map(|hit| slug(&hit.found)).collect();
                missed.push(format!("{lang}: {typed} is not {meant}: {found:?}"));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    assert!(count >= 40, "{count}");
}

#[test]
fn the_place_that_is_named_comes_first_and_is_marked() {
    for (lang, hits) in search("Одесса") {
        let first = hits.first().unwrap_or_else(|| panic!("{lang}: nothing"));
        assert_eq!(slug(&first.found), "region:odesa");
        let marked: Vec<_> = first
            .title
            .pieces()
            .into_iter()
            .filter(|(_, is)| *is)
            .collect();
        assert_eq!(marked.len(), 1, "{lang}: {:?}", first.title);
    }
}

#[test]
fn all_words_must_be_there_in_whatever_order() {
    for (lang, hits) in search("referendum ceasefire") {
        let claims = hits
            .iter()
            .filter(|hit| hit.found.kind() == FoundKind::Claim);
        assert!(claims.count() > 0, "{lang}");
        let other = search("ceasefire referendum");
        assert!(
            other
                .iter()
                .any(|(of, found)| *of == lang && *found == hits)
        );
    }
    assert!(
        search("ceasefire xylophone")
            .iter()
            .all(|(_, hits)| hits.is_empty())
    );
}

#[test]
fn a_number_is_no_other_number() {
    for (lang, hits) in search("19") {
        let clause = |hit: &&SearchHit| hit.found.kind() == FoundKind::Clause;
        for hit in hits.iter().filter(clause) {
            let all = format!("{} {:?}", hit.title.text.words, hit.more);
            assert!(all.contains("19"), "{lang}: {all}");
        }
    }
}

#[test]
fn what_is_no_word_finds_nothing() {
    for query in ["", "   ", "’", "–", "?!", "\u{301}", "<script>", "zzyzxqrt"] {
        for (lang, hits) in search(query) {
            assert!(hits.is_empty(), "{lang}: {query}: {hits:?}");
        }
    }
}

#[test]
fn pieces_make_the_text() {
    for (_, hits) in search("Donetsk oblast") {
        for hit in hits {
            let pieces: String = hit.title.pieces().iter().map(|(piece, _)| *piece).collect();
            assert_eq!(pieces, hit.title.text.words);
        }
    }
}
