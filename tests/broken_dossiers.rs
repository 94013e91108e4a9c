//! Dossiers that are wrong in one way each, and what `clausemap check` says of them.
//!
//! `tests/broken/base/` is a small sound dossier about a country that does not exist. Each other
//! folder there holds only the files in which it differs from the base, and `expected.txt`: after
//! a line that says what is wrong (`# …`), exactly what the command prints, and its exit code.
//! `without.txt` names files of the base that are left out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clausemap::dossier::{RegionId, Severity};
use clausemap::load::{Loaded, load};
use proptest::prelude::*;
use proptest::sample::Index;
use support::{Folder, as_files, in_repository, open_every_page, read_folder, run, write_folder};

/// One test for each folder: `bad_json` tests `tests/broken/bad-json/`.
macro_rules! cases {
    ($($name:ident)*) => {
        const CASES: &[&str] = &[$(stringify!($name)),*];
        $(
            #[test]
            fn $name() {
                says_what_is_expected(&stringify!($name).replace('_', "-"));
            }
        )*
    };
}

cases! {
    // Days.
    claim_after_the_as_of_date
    // Translations.
    translation_of_nothing translation_in_another_language missing_translation
    // What is no JSON, or not the JSON of a dossier.
    bad_json byte_order_mark not_utf_8 list_of_the_wrong_kind unknown_list
    wrong_field_name missing_field text_without_language
    // Words and dates.
    wrong_stance silent_without_a_day wrong_agreement wrong_change malformed_id
    impossible_date wrong_form_of_date months_as_a_span backwards_span
    // Ids that lead nowhere.
    unknown_region_in_clause unknown_region_in_claim unknown_member unknown_clause_in_claim
    unknown_party unknown_speaker unknown_source unknown_matter unknown_topic unknown_effect
    unknown_effect_like_no_other unknown_plan_in_lineage unknown_clause_in_lineage
    unknown_first_plan unknown_home
    // Ids that lead to two records.
    duplicate_claim duplicate_clause duplicate_region duplicate_feature duplicate_layer
    // The rules of content.
    clause_without_source claim_without_source claim_without_sources_field
    claim_on_reposts_alone repost_without_original long_quote script_address
    script_address_in_credit
    speaker_of_another_party first_language_missing part_with_parts
    // Places among themselves.
    group_in_itself groups_in_a_circle region_within_itself region_without_ground
    region_with_two_grounds
    // Places and geometry.
    feature_without_layer unknown_feature unknown_layer unused_feature parent_elsewhere
    feature_without_id geometry_collection multi_point null_geometry coordinates_out_of_range
    coordinates_not_finite open_ring crossing_ring short_ring layer_of_the_wrong_kind
    // Files and the manifest.
    missing_file missing_layer file_outside_folder layer_outside_folder other_format
    manifest_with_unknown_field bad_json_in_manifest no_manifest
    // Overviews and full outlines.
    missing_detail overview_of_more overview_of_less detail_without_overview overview_of_no_scale
    detail_outside_folder
    // Projections.
    projection_of_no_cone unknown_projection
}

/// The folder of a case as it stands in the repository.
fn folder_of(case: &str) -> PathBuf {
    in_repository("tests/broken").join(case)
}

/// The base with a case laid over it.
fn merged(case: &str) -> Folder {
    let mut files = read_folder(&folder_of("base"));
    for (name, bytes) in read_folder(&folder_of(case)) {
        match name.as_str() {
            "expected.txt" => {}
            "without.txt" => {
                for gone in String::from_utf8(bytes).unwrap().lines() {
                    assert!(files.remove(gone).is_some(), "the base has no {gone}");
                }
            }
            _ => {
                files.insert(name, bytes);
            }
        }
    }
    files
}

/// A folder of this name for a test to write in.
fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[track_caller]
fn says_what_is_expected(case: &str) {
    let files = merged(case);
    write_folder(&scratch("broken").join(case), &files);
    let said = run(&scratch("broken"), &["check", case]);
    let said = format!("{}{}exit {}\n", said.out, said.err, said.code);

    let expected = std::fs::read_to_string(folder_of(case).join("expected.txt")).unwrap();
    let (what_is_wrong, expected) = expected.split_once('\n').unwrap();
    assert!(
        said == expected,
        "{what_is_wrong}\n\nsaid:\n{said}\nexpected:\n{expected}"
    );

    // Whatever is wrong, what is left of it can be read.
    if let Ok(loaded) = load(&as_files(&files)) {
        assert!(open_every_page(&loaded) > 0);
    }
}

#[test]
fn every_folder_is_a_case_that_differs_from_the_base() {
    let mut listed: Vec<String> = CASES.iter().map(|name| name.replace('_', "-")).collect();
    listed.push("base".to_owned());
    listed.sort();
    let entries = std::fs::read_dir(in_repository("tests/broken")).unwrap();
    let mut there: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    assert_eq!(
        there, listed,
        "list each folder of tests/broken in `cases!`, once"
    );

    let base = read_folder(&folder_of("base"));
    for case in CASES.iter().map(|name| name.replace('_', "-")) {
        let own = read_folder(&folder_of(&case));
        let told = own
            .get("expected.txt")
            .unwrap_or_else(|| panic!("{case} expects nothing"));
        assert!(told.starts_with(b"# "), "{case} does not say what is wrong");
        for (name, bytes) in own {
            assert!(
                base.get(&name) != Some(&bytes),
                "{case}/{name} is that of the base"
            );
        }
    }
}

#[test]
fn the_base_is_sound() {
    let said = run(&in_repository("tests/broken"), &["check", "base"]);
    assert_eq!(said.out, "errors: 0, warnings: 0\n");
    assert_eq!((said.err.as_str(), said.code), ("", 0));
    // 7 regions for each of 2 plans, 6 clauses and parts, 3 sources, 2 parties, 3 claims.
    assert_eq!(open_every_page(&load_case("base")), 28);
}

/// Loads a case through the library, which a page does where an author runs the command.
fn load_case(case: &str) -> Loaded {
    load(&as_files(&merged(case))).unwrap()
}

fn claims(loaded: &Loaded) -> Vec<&str> {
    loaded
        .dossier
        .claims
        .iter()
        .map(|claim| claim.id.as_str())
        .collect()
}

fn region(id: &str) -> RegionId {
    id.parse().unwrap()
}

#[test]
fn a_broken_record_leaves_its_neighbours() {
    let all = ["open-now", "stay-put", "no-word-on-tolls"];
    assert_eq!(claims(&load_case("base")), all);
    assert_eq!(claims(&load_case("wrong-stance")), all[1..]);
    assert_eq!(claims(&load_case("missing-field")), [all[0], all[2]]);
    assert_eq!(claims(&load_case("silent-without-a-day")), all[..2]);
    // An id that leads nowhere is told, and takes nothing along.
    assert_eq!(claims(&load_case("unknown-matter")), all);
}

#[test]
fn a_broken_file_leaves_the_others() {
    let loaded = load_case("bad-json");
    assert!(claims(&loaded).is_empty());
    assert_eq!(
        (loaded.dossier.plans.len(), loaded.dossier.events.len()),
        (2, 2)
    );
    let loaded = load_case("not-utf-8");
    assert!(loaded.dossier.sources.is_empty());
    assert_eq!(claims(&loaded).len(), 3);
}

#[test]
fn of_two_records_with_one_id_the_first_stands() {
    let loaded = load_case("duplicate-region");
    assert_eq!(loaded.dossier.regions.len(), 6);
    let first = loaded.dossier.regions.get(&region("eastmark")).unwrap();
    assert!(first.code.is_none() && loaded.atlas.has_ground(&region("eastmark")));
}

#[test]
fn of_two_clauses_with_one_id_the_second_bears_on_nothing() {
    // `draft-2`, which opens the Silverbeck, stands; the other, which is told to be left out,
    // names Millford.
    let loaded = load_case("duplicate-clause");
    let millford = loaded.coverage.clauses(&region("millford"));
    let ties: Vec<_> = millford.iter().map(|tie| tie.id.as_str()).collect();
    assert_eq!(ties, ["revised-1a"]);
}

#[test]
fn a_broken_clause_leaves_its_plan() {
    let loaded = load_case("wrong-agreement");
    let clauses = loaded.dossier.all_clauses();
    let clauses: Vec<_> = clauses.map(|at| at.clause.id.as_str()).collect();
    let all_but_one = [
        "draft-1",
        "draft-2",
        "revised-1",
        "revised-1a",
        "revised-1b",
    ];
    assert_eq!(clauses, all_but_one);
}

#[test]
fn a_feature_that_cannot_be_drawn_leaves_its_region_a_page() {
    for case in ["null-geometry", "short-ring", "coordinates-not-finite"] {
        let loaded = load_case(case);
        assert_eq!(loaded.dossier.regions.len(), 7, "{case}");
        assert!(!loaded.atlas.has_ground(&region("eastmark")), "{case}");
        assert!(loaded.atlas.has_ground(&region("westmark")), "{case}");
        // The group is drawn by the member that is left.
        assert_eq!(loaded.atlas.ground(&region("marches")).count(), 1, "{case}");
    }
    for case in ["open-ring", "crossing-ring"] {
        let loaded = load_case(case);
        assert!(loaded.atlas.has_ground(&region("eastmark")), "{case}");
        assert!(
            loaded
                .faults
                .iter()
                .all(|fault| fault.severity == Severity::Warning)
        );
    }
}

#[test]
fn a_file_outside_the_folder_is_not_read() {
    let root = scratch("outside");
    let mut files = Folder::new();
    let secret = br#"{"parties": [{"id": "league", "name": {"en": "x"}, "tag": {}, "role": {}}]}"#;
    files.insert("secret.json".to_owned(), secret.to_vec());
    for (name, bytes) in merged("file-outside-folder") {
        files.insert(format!("dossier/{name}"), bytes);
    }
    write_folder(&root, &files);
    let said = run(&root, &["check", "dossier"]);
    assert_eq!(said.code, 1);
    assert!(
        said.out.contains("`../secret.json` leads out"),
        "{}",
        said.out
    );
    // Had it been read, its party would be told to be a second one.
    assert!(!said.out.contains("secret.json:1"), "{}", said.out);
}

/// A way in which a file comes to harm.
#[derive(Debug, Clone)]
enum Harm {
    /// It is cut off here.
    Cut(Index),
    /// These bits of this byte are turned over.
    Flip(Index, u8),
    /// These two quoted texts of it change places: it stays JSON, and its ids go astray.
    Swap(Index, Index),
    /// This number, or run of digits in a text, becomes another.
    Number(Index, &'static str),
}

const NUMBERS: [&str; 9] = [
    "0", "-0.0", "90", "-90", "180", "1e-320", "1e308", "1e999", "1e",
];

fn harm() -> impl Strategy<Value = Harm> {
    let at = any::<Index>;
    prop_oneof![
        1 => at().prop_map(Harm::Cut),
        2 => (at(), 1..=255_u8).prop_map(|(at, bits)| Harm::Flip(at, bits)),
        4 => (at(), at()).prop_map(|(a, b)| Harm::Swap(a, b)),
        4 => (at(), prop::sample::select(&NUMBERS[..])).prop_map(|(at, n)| Harm::Number(at, n)),
    ]
}

fn do_harm(bytes: &mut Vec<u8>, harm: &Harm) {
    match harm {
        Harm::Cut(at) => bytes.truncate(at.index(bytes.len())),
        Harm::Flip(at, bits) => {
            let at = at.index(bytes.len());
            bytes
                .iter_mut()
                .skip(at)
                .take(1)
                .for_each(|byte| *byte ^= bits);
        }
        Harm::Swap(a, b) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let mut parts: Vec<&str> = text.split('"').collect();
            let quoted = parts.len() / 2;
            parts.swap(2 * a.index(quoted) + 1, 2 * b.index(quoted) + 1);
            *bytes = parts.join("\"").into_bytes();
        }
        Harm::Number(at, number) => {
            let in_number = |byte: &u8| byte.is_ascii_digit() || b".-".contains(byte);
            let mut parts: Vec<&[u8]> = bytes
                .chunk_by(|a, b| in_number(a) == in_number(b))
                .collect();
            let digits: Vec<usize> = (0..parts.len())
                .filter(|n| in_number(&parts[*n][0]))
                .collect();
            if !digits.is_empty() {
                parts[*at.get(&digits)] = number.as_bytes();
                *bytes = parts.concat();
            }
        }
    }
}

static BASE: LazyLock<Folder> = LazyLock::new(|| read_folder(&folder_of("base")));

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_harm_to_a_file_makes_loading_or_reading_panic(file in any::<Index>(), harm in harm()) {
        let mut files = BASE.clone();
        let name = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        do_harm(files.entry(name).or_default(), &harm);
        match load(&as_files(&files)) {
            Ok(loaded) => { open_every_page(&loaded); }
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }
}
