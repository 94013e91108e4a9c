//! The page that is made beforehand: all of the dossier is in it, nothing else is, and its words are words.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::collections::BTreeSet;

use clausemap::dossier::{Lang, Translation};
use clausemap::load::load;
use clausemap::reading::Reader;
use clausemap::route::Route;
use clausemap::statics::{Document, Statics};
use clausemap::words::{ALL, Words};
use support::{Folder, as_files, in_repository, read_folder, run, write_folder};

/// The page of a dossier in a language.
fn page(folder: &Folder, words: &'static Words) -> String {
    let files = as_files(folder);
    let loaded = load(&files).unwrap_or_else(|faults| panic!("{faults:?}"));
    let language = Lang::from(words.lang);
    let translation = Translation::read(&loaded.dossier.manifest, &language, &files);
    let translation = translation.map(|read| read.unwrap_or_else(|fault| panic!("{fault}")));
    let statics = Statics {
        reader: Reader {
            dossier: &loaded.dossier,
            coverage: &loaded.coverage,
            langs: &[language],
            translation: translation.as_ref(),
        },
        atlas: &loaded.atlas,
        words,
        route: &Route::default(),
    };
    statics.page().to_markup()
}

fn shipped() -> Folder {
    read_folder(&in_repository("public/dossier"))
}

/// All values of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    let found = page.split(begin.as_str()).skip(1);
    found.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_place_clause_claim_party_and_source_has_its_section_once_and_nothing_else_has() {
    let loaded = load(&as_files(&shipped())).unwrap();
    let dossier = &loaded.dossier;
    let mut wanted: Vec<String> = Vec::new();
    wanted.extend(
        dossier
            .regions
            .iter()
            .map(|one| format!("region={}", one.id)),
    );
    wanted.extend(
        dossier
            .all_clauses()
            .map(|at| format!("clause={}", at.clause.id)),
    );
    wanted.extend(dossier.claims.iter().map(|one| format!("claim={}", one.id)));
    wanted.extend(dossier.parties.iter().map(|one| format!("who={}", one.id)));
    wanted.extend(
        dossier
            .sources
            .iter()
            .map(|one| format!("source={}", one.id)),
    );
    wanted.extend(dossier.plans.iter().map(|one| format!("plan={}", one.id)));
    wanted.sort();
    for words in ALL {
        let page = page(&shipped(), words);
        let ids = values(&page, "id");
        let mut found: Vec<String> = ids
            .iter()
            .filter(|id| id.contains('=') && !id.starts_with("view="))
            .map(|id| (*id).to_owned())
            .collect();
        found.sort();
        assert_eq!(found, wanted, "{}", words.lang);
        // Every link within the page leads to something in it, but for the choice of lens, which the program answers.
        let ids: BTreeSet<&str> = ids.into_iter().collect();
        let links = values(&page, "href").into_iter();
        let links = links.filter_map(|href| href.strip_prefix('#'));
        let astray: BTreeSet<&str> = links
            .filter(|to| !to.is_empty() && !to.starts_with("lens=") && !ids.contains(to))
            .collect();
        assert!(astray.is_empty(), "{}: {astray:?}", words.lang);
    }
}

#[test]
fn every_claim_and_clause_says_all_of_its_words_and_its_sources() {
    let loaded = load(&as_files(&shipped())).unwrap();
    let page = page(&shipped(), ALL[0]);
    let langs = [Lang::from("en")];
    let reader = Reader {
        dossier: &loaded.dossier,
        coverage: &loaded.coverage,
        langs: &langs,
        translation: None,
    };
    let section = |name: &str| {
        let begin = format!(" id=\"{name}\">");
        let rest = page.split(begin.as_str()).nth(1).unwrap();
        rest.split(" id=\"").next().unwrap()
    };
    let written = |text: &str| {
        clausemap::paint::html::el("p").with(text).to_markup()[3..]
            .trim_end_matches("</p>")
            .to_owned()
    };
    for claim in loaded.dossier.claims.iter() {
        let section = section(&format!("claim={}", claim.id));
        assert!(
            section.contains(&written(&reader.say(&claim.text).words)),
            "{}",
            claim.id
        );
        for source in &claim.sources {
            assert!(
                section.contains(&format!("#source={source}")),
                "{}",
                claim.id
            );
        }
    }
    for at in loaded.dossier.all_clauses() {
        let section = section(&format!("clause={}", at.clause.id));
        assert!(
            section.contains(&written(&reader.say(&at.clause.title).words)),
            "{}",
            at.clause.id
        );
        if let Some(text) = at.clause.wording.text() {
            assert!(
                section.contains(&written(&reader.say(text).words)),
                "{}",
                at.clause.id
            );
        }
        for source in &at.clause.sources {
            assert!(
                section.contains(&format!("#source={source}")),
                "{}",
                at.clause.id
            );
        }
    }
}

fn is_a(name: &str, kind: &str) -> bool {
    std::path::Path::new(name)
        .extension()
        .is_some_and(|found| found == kind)
}

#[test]
fn what_an_enemy_writes_stays_words() {
    const TAG: &str = "<img src=x onerror=alert(1)>\\\" onload=\\\"alert(2)";
    let mut folder = shipped();
    for (name, bytes) in &mut folder {
        if is_a(name, "json") && !name.starts_with("translations") && name != "dossier.json" {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let text = text.replace("\"en\": \"", &format!("\"en\": \"{TAG}"));
            let text = text.replace("\"title\": \"", &format!("\"title\": \"{TAG}"));
            *bytes = text.into_bytes();
        }
    }
    let page = page(&folder, ALL[0]);
    assert!(page.matches("&lt;img src=x").count() > 300);
    for bad in ["<img", "<script", " style=\"", "javascript:"] {
        assert!(!page.contains(bad), "{bad}");
    }
    // A quotation mark in a text never ends an attribute.
    assert!(!page.contains("\" onload=\""));
}

/// A document as the build leaves it, shortened.
const BUILT: &str = "<!doctype html>\n<html lang=\"en\" data-app=\"loading\">\n<head>\n\
    <meta name=\"description\" content=\"Clausemap\" />\n<title>Clausemap</title>\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"\" />\n<script src=\"look.js\"></script>\n\
    <link rel=\"stylesheet\" href=\"./a.css\"/>\n<link rel=\"stylesheet\" href=\"./b.css\"/>\n\
    <link rel=\"stylesheet\" href=\"./later.css\" data-later/>\n\
    <link rel=\"stylesheet\" href=\"./print.css\" media=\"print\"/>\n\
    <script type=\"module\" src=\"./boot.js\" data-js=\"./c.js\" data-wasm=\"./c.wasm\"></script>\n\
    </head>\n<body>\n<div id=\"static\"></div>\n</body>\n</html>\n";

#[test]
fn the_command_writes_a_document_for_each_language_and_a_style_sheet_for_each_need() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("render");
    let mut files = Folder::new();
    for (name, bytes) in shipped() {
        files.insert(format!("dossier/{name}"), bytes);
    }
    files.insert("index.html".to_owned(), BUILT.into());
    for (name, css) in [
        ("a.css", "/* First. */\na{}"),
        ("b.css", "b{}"),
        ("later.css", "c{}"),
        ("print.css", "d{}"),
    ] {
        files.insert(name.to_owned(), css.into());
    }
    write_folder(&folder, &files);
    let said = run(&folder, &["render", "."]);
    assert_eq!(said.code, 0, "{}", said.err);
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    for (name, lang) in [
        ("index.html", "en"),
        ("index.uk.html", "uk"),
        ("index.ru.html", "ru"),
    ] {
        let text = read(name);
        assert!(text.contains(&format!("<html lang=\"{lang}\"")), "{name}");
        assert!(text.contains("id=\"region=donetsk\""), "{name}");
        assert_eq!(text.matches("rel=\"stylesheet\"").count(), 2, "{name}");
        // What the first paint waits for is asked for before the browser stops looking ahead.
        let (ahead, _) = text.split_once("Content-Security-Policy").unwrap();
        let (look, first) = (
            ahead.find("href=\"look.js\""),
            ahead.find("href=\"./style-"),
        );
        assert!(look.is_some() && look < first, "{name}: {ahead}");
        assert!(text.contains(" data-style=\"./style-"), "{name}");
        assert!(
            text.contains(" data-files=\"dossier/dossier.json "),
            "{name}"
        );
    }
    let styles: Vec<_> = read_folder(&folder)
        .into_iter()
        .filter(|(name, _)| is_a(name, "css"))
        .collect();
    let mut styles: Vec<_> = styles
        .into_iter()
        .map(|(_, css)| String::from_utf8(css).unwrap())
        .collect();
    styles.sort();
    assert_eq!(styles, ["a{}\nb{}\n", "c{}\n", "d{}\n"]);
    // Done once, there is no place left for the page.
    let again = run(&folder, &["render", "."]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("build the page anew"), "{}", again.err);
    let nothing = run(&folder, &["render", "nowhere"]);
    assert_eq!(nothing.code, 1);
}

#[test]
fn a_document_of_another_shape_is_refused() {
    let document = Document { template: "<p>" };
    let folder = shipped();
    let files = as_files(&folder);
    let loaded = load(&files).unwrap();
    let statics = Statics {
        reader: Reader {
            dossier: &loaded.dossier,
            coverage: &loaded.coverage,
            langs: &[],
            translation: None,
        },
        atlas: &loaded.atlas,
        words: ALL[0],
        route: &Route::default(),
    };
    assert!(document.with(&statics).is_err());
}
