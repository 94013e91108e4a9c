//! The command `clausemap`, run as an author runs it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clausemap::load::load;
use serde_json::Value;
use support::{Folder, as_files, in_repository, read_folder, run, write_folder};

const TASKS: [&str; 14] = [
    "check", "diff", "export", "import", "new", "newsroom", "offline", "overview", "pack",
    "posters", "render", "schema", "serve", "share",
];

/// A folder of this name for a test to write in.
fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("command")
        .join(name)
}

fn base() -> Folder {
    read_folder(&in_repository("tests/broken/base"))
}

/// The base with this text in one of its files replaced.
fn base_with(file: &str, old: &str, new: &str) -> Folder {
    let mut files = base();
    let text = String::from_utf8(files.remove(file).unwrap()).unwrap();
    assert!(text.contains(old), "{file} has no {old}");
    files.insert(file.to_owned(), text.replace(old, new).into_bytes());
    files
}

#[test]
fn help_names_every_task() {
    let said = run(&in_repository("."), &["--help"]);
    assert_eq!(said.code, 0);
    let (_, listed) = said.out.split_once("Commands:\n").unwrap();
    let (listed, _) = listed.split_once("\n\n").unwrap();
    let named: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    for task in TASKS {
        assert!(named.contains(&task), "{task} is not in {named:?}");
    }
    for task in named {
        let said = run(&in_repository("."), &["help", task]);
        assert_eq!(said.code, 0, "{task}");
        assert!(
            said.out.contains("Usage: clausemap"),
            "{task}: {}",
            said.out
        );
    }
}

#[test]
fn help_on_check_tells_the_exit_codes() {
    let said = run(&in_repository("."), &["check", "--help"]);
    for words in ["0 when there is no error", "1 when there is one", "2 when"] {
        assert!(said.out.contains(words), "{}", said.out);
    }
}

#[test]
fn a_sound_dossier_ends_with_0() {
    write_folder(&scratch("sound"), &base());
    let said = run(&scratch("sound"), &["check", "."]);
    assert_eq!((said.code, &*said.out), (0, "errors: 0, warnings: 0\n"));
}

#[test]
fn warnings_alone_end_with_0() {
    let files = base_with(
        "regions.json",
        "\"within\": [\"eastmark\"]",
        "\"within\": [\"westmark\"]",
    );
    write_folder(&scratch("warned"), &files);
    let said = run(&scratch("warned"), &["check", "."]);
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(
        said.out.ends_with("\nerrors: 0, warnings: 1\n"),
        "{}",
        said.out
    );
}

#[test]
fn an_error_ends_with_1() {
    write_folder(
        &scratch("wrong"),
        &base_with("claims.json", "\"supports\"", "\"applauds\""),
    );
    let said = run(&scratch("wrong"), &["check", "."]);
    assert_eq!(said.code, 1, "{}", said.out);
    assert!(
        said.out.ends_with("\nerrors: 1, warnings: 0\n"),
        "{}",
        said.out
    );
}

#[test]
fn what_cannot_be_read_at_all_ends_with_2() {
    write_folder(&scratch("empty"), &Folder::new());
    let said = run(&scratch("empty"), &["check", "."]);
    assert_eq!((said.code, &*said.out), (2, ""));
    assert!(
        said.err.contains("name the folder that holds dossier.json"),
        "{}",
        said.err
    );

    write_folder(
        &scratch("foreign"),
        &base_with("dossier.json", "dossier/1", "dossier/2"),
    );
    let said = run(&scratch("foreign"), &["check", "."]);
    assert_eq!(said.code, 2, "{}", said.out);

    // Neither is a wrong call a fault of a dossier.
    assert_eq!(run(&scratch("empty"), &["chekc", "."]).code, 2);
    assert_eq!(run(&scratch("empty"), &["check"]).code, 2);
}

#[test]
fn faults_come_one_to_a_line_in_the_order_of_files_and_lines() {
    let mut files = base_with("claims.json", "\"matter\": \"", "\"matter\": \"x");
    files.extend(base_with("sources.json", "https:", "ftp:").remove_entry("sources.json"));
    write_folder(&scratch("several"), &files);
    let said = run(&scratch("several"), &["check", "."]);
    let mut lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.pop(), Some("errors: 4, warnings: 0"));
    let places: Vec<(&str, u32)> = lines
        .iter()
        .map(|line| {
            let mut parts = line.split(':');
            (
                parts.next().unwrap(),
                parts.next().unwrap().parse().unwrap(),
            )
        })
        .collect();
    assert!(places.is_sorted(), "{}", said.out);
    assert_eq!(places.first().map(|place| place.0), Some("claims.json"));
    assert_eq!(places.last().map(|place| place.0), Some("sources.json"));
}

#[test]
fn the_shipped_dossier_has_no_error() {
    let said = run(&in_repository("."), &["check", "public/dossier"]);
    assert_eq!(said.code, 0, "{}", said.out);
}

#[test]
fn the_published_schema_is_current() {
    let said = run(&in_repository("."), &["schema"]);
    assert_eq!(said.code, 0);
    let published = std::fs::read_to_string(in_repository("docs/dossier.schema.json"));
    assert!(
        published.is_ok_and(|published| published == said.out),
        "docs/dossier.schema.json is out of date; write it anew with\n\
         cargo run --bin clausemap -- schema > docs/dossier.schema.json"
    );
}

#[test]
fn the_example_on_the_page_of_the_format_is_sound() {
    let page = std::fs::read_to_string(in_repository("docs/DOSSIER.md")).unwrap();
    let blocks = page.split("```json\n").skip(1);
    let blocks = blocks.map(|block| block.split("```").next().unwrap().as_bytes().to_vec());
    let names = [
        "dossier.json",
        "records.json",
        "countries.geojson",
        "units.geojson",
    ];
    let files: Folder = names
        .map(ToOwned::to_owned)
        .into_iter()
        .zip(blocks)
        .collect();
    assert_eq!(files.len(), names.len());
    write_folder(&scratch("example"), &files);
    let said = run(&scratch("example"), &["check", "."]);
    assert_eq!(
        (said.code, &*said.out),
        (0, "errors: 0, warnings: 0\n"),
        "{}",
        said.err
    );
}

fn schema() -> Value {
    serde_json::from_str(&run(&in_repository("."), &["schema"]).out).unwrap()
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn the_schema_has_the_lists_that_the_reader_takes() {
    let mut lists = keys(&schema()["$defs"]["Records"]["properties"]);
    // An editor's hint, and no list.
    assert!(lists.remove("$schema"));
    let known = [
        "parties",
        "speakers",
        "topics",
        "matters",
        "effects",
        "regions",
        "plans",
        "lineage",
        "claims",
        "events",
        "questions",
        "sources",
    ];
    assert_eq!(lists, known.map(ToOwned::to_owned).into());
    for list in lists {
        // A list that the reader does not know would be told.
        let mut files = base();
        files.insert(
            "lineage.json".to_owned(),
            format!("{{\"{list}\": []}}").into_bytes(),
        );
        let loaded = load(&as_files(&files)).unwrap();
        assert_eq!(loaded.faults, [], "{list}");
    }
}

#[test]
fn the_schema_has_the_fields_that_the_base_uses() {
    let schema = schema();
    let definitions = &schema["$defs"];
    let manifest: Value = serde_json::from_slice(&base()["dossier.json"]).unwrap();
    assert!(keys(&manifest).is_subset(&keys(&definitions["Manifest"]["properties"])));
    for (name, bytes) in base() {
        if name.contains('/') || name == "dossier.json" {
            continue;
        }
        let file: Value = serde_json::from_slice(&bytes).unwrap();
        for (list, rows) in file.as_object().unwrap() {
            let items = &definitions["Records"]["properties"][list]["items"]["$ref"];
            let record = items.as_str().unwrap().trim_start_matches("#/$defs/");
            let record = &definitions[record];
            assert_eq!(record["additionalProperties"], false, "{list}");
            let required = record["required"].as_array().unwrap();
            for row in rows.as_array().unwrap() {
                assert!(
                    keys(row).is_subset(&keys(&record["properties"])),
                    "{list}: {row}"
                );
                assert!(
                    required
                        .iter()
                        .all(|key| row.get(key.as_str().unwrap()).is_some())
                );
            }
        }
    }
}

/// The base with the outlines of its units split into an overview, still to be made, and the rest.
fn base_to_be_split() -> Folder {
    let mut files = base_with(
        "dossier.json",
        "\"file\": \"geo/units.geojson\" }",
        "\"file\": \"geo/units.geojson\", \"detail\": \"geo/full.geojson\" }",
    );
    let manifest = String::from_utf8(files.remove("dossier.json").unwrap()).unwrap();
    let manifest = manifest.replace(
        "\"layers\"",
        "\"overview\": { \"km_per_px\": 1.2 }, \"layers\"",
    );
    files.insert("dossier.json".to_owned(), manifest.into_bytes());
    let units = files.remove("geo/units.geojson").unwrap();
    files.insert("geo/full.geojson".to_owned(), units);
    files
}

#[test]
fn overviews_are_made_where_the_manifest_names_them() {
    let folder = scratch("overview");
    write_folder(&folder, &base_to_be_split());
    let said = run(&folder, &["overview", "."]);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.starts_with("geo/units.geojson: "), "{}", said.out);
    assert_eq!(run(&folder, &["check", "."]).code, 0);
    let made = read_folder(&folder);
    assert_eq!(run(&folder, &["overview", "."]).code, 0);
    assert_eq!(
        read_folder(&folder),
        made,
        "the same outlines give the same bytes"
    );
}

#[test]
fn no_overview_is_made_of_outlines_that_are_not_sound() {
    let mut files = base_to_be_split();
    files.insert("geo/full.geojson".to_owned(), b"{".to_vec());
    let folder = scratch("unsound-overview");
    write_folder(&folder, &files);
    let said = run(&folder, &["overview", "."]);
    assert_eq!(said.code, 1, "{}", said.out);
    assert!(said.out.starts_with("geo/full.geojson:1:"), "{}", said.out);
    assert!(!read_folder(&folder).contains_key("geo/units.geojson"));
}
