//! `GeoJSON` that is wrong, or merely odd, and what the reader of large layers says of it.
//!
//! `tests/geojson/NAME.geojson` is a file; `NAME.txt` beside it holds, after a line that says what is
//! wrong (`# …`), exactly what is told of it, and how many features were handed on and left out.
//! Files too large to be kept are made in `generated`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that cannot do its part fails the test that called it"
)]

#[path = "bad_geojson/dossier.rs"]
mod dossier;
#[path = "bad_geojson/generated.rs"]
mod generated;
#[path = "bad_geojson/spoilt.rs"]
mod spoilt;
mod support;

use std::fmt::Write;

use clausemap::stream::{Feature, Reader, Take};
use support::in_repository;

/// One test for each file: `ring_open` tests `tests/geojson/ring-open.geojson`.
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
    // Rings and lines.
    ring_short ring_of_one ring_open ring_open_hole ring_empty_outer ring_empty_hole polygon_empty
    polygon_empty_ring_only multi_polygon_empty_part line_of_one line_with_empty_part
    // Brackets.
    brackets_mixed brackets_number_among_arrays brackets_closed_by_the_wrong_one
    brackets_one_missing depth_of_a_point depth_of_a_polygon depth_of_a_multi_polygon depth_five
    // Collections.
    collection_nested collection_nine_deep collection_empty collection_with_coordinates
    collection_trailing_comma polygon_with_geometries
    // Geometries and their types.
    geometry_null geometry_missing geometry_text geometry_empty_object geometry_feature
    type_unknown type_in_small_letters type_missing type_no_text feature_without_type
    feature_of_another_type feature_is_a_geometry feature_is_a_collection
    // Coordinates.
    coordinates_missing coordinates_empty coordinates_texts coordinates_null coordinates_nan
    coordinates_infinity coordinates_1e999 coordinates_huge_exponent coordinates_tiny_exponent
    coordinates_true coordinates_object coordinates_decimal_comma coordinates_leading_nought
    coordinates_metres coordinates_swapped position_3d position_3d_sound position_of_none
    position_of_none_first position_of_one
    // Systems of coordinates.
    crs_web_mercator crs_after_the_features crs_84 crs_null crs_nonsense
    // How the file is written.
    byte_order_mark byte_order_mark_and_a_fault byte_order_mark_alone utf_16_le utf_16_be
    utf_16_without_mark empty white_space zipped
    // Files that end early.
    cut_in_a_number cut_in_a_key cut_in_a_text cut_in_coordinates cut_between_features
    cut_after_a_feature cut_after_the_features cut_in_the_heading cut_lone_feature
    // Files that go on.
    goes_on_with_words goes_on_with_a_brace two_documents one_feature_a_line record_separators
    // What is no JSON.
    comment comment_between_features trailing_comma_in_features trailing_comma_in_coordinates
    trailing_comma_in_an_object comma_missing_between_features comma_missing_in_coordinates
    comma_missing_between_members colon_missing single_quotes typographic_quotes keys_unquoted
    // Members that are there twice.
    twice_features twice_geometry twice_coordinates twice_id
    // What should hold the features.
    features_object features_null features_missing features_empty features_of_other_things
    collection_without_type collection_called_feature
    // What is no GeoJSON.
    topojson json_array json_object json_text html csv wkt
    // Texts.
    text_with_a_tab text_with_a_line_break text_with_a_zero_byte text_not_closed
    text_lone_surrogate text_low_surrogate text_pair_of_surrogates text_unknown_escape
    text_not_utf_8 text_right_to_left text_script text_escape_sequence
    // Ids and properties.
    id_null id_object id_true id_float id_twice_in_the_file properties_null properties_missing
    properties_array properties_text properties_broken
    // Files of one.
    lone_geometry_wrong lone_feature_wrong
}

/// Takes features, and looks at each as a map would.
#[derive(Default)]
struct Taker {
    names: Vec<String>,
    positions: usize,
}

impl Take for Taker {
    fn feature(&mut self, feature: &Feature<'_>) {
        let name = feature.property("name").map(String::from_utf8_lossy);
        self.names
            .push(name.map_or_else(|| feature.name(), |name| name.to_string()));
        let runs = feature.geometry.runs();
        self.positions += runs.map(|(_, run)| run.len()).sum::<usize>();
    }
}

/// What is told of bytes that come in pieces, and what was handed on.
fn told_of(pieces: impl Iterator<Item = impl AsRef<[u8]>>) -> (String, Taker) {
    let mut taker = Taker::default();
    let mut reader = Reader::default();
    for piece in pieces {
        let piece = piece.as_ref();
        reader.feed(piece.len(), |room| room.copy_from_slice(piece), &mut taker);
    }
    reader.finish(&mut taker);
    assert_eq!(reader.counted.features, taker.names.len());
    assert_eq!(reader.counted.positions, taker.positions);
    let (features, left_out) = (reader.counted.features, reader.counted.left_out);
    let mut told = String::new();
    for finding in &reader.findings {
        let _ = writeln!(told, "{finding}");
    }
    let _ = writeln!(told, "features: {features}, left out: {left_out}");
    (told, taker)
}

fn bytes_of(case: &str) -> Vec<u8> {
    std::fs::read(in_repository("tests/geojson").join(format!("{case}.geojson"))).unwrap()
}

fn expected_of(case: &str) -> (String, String) {
    let file = in_repository("tests/geojson").join(format!("{case}.txt"));
    let text = std::fs::read_to_string(file).unwrap();
    let (what_is_wrong, expected) = text.split_once('\n').unwrap();
    (what_is_wrong.to_owned(), expected.to_owned())
}

#[track_caller]
fn says_what_is_expected(case: &str) {
    let bytes = bytes_of(case);
    let (what_is_wrong, expected) = expected_of(case);
    let (said, whole) = told_of(std::iter::once(&bytes));
    assert!(
        said == expected,
        "{what_is_wrong}\n\nsaid:\n{said}\nexpected:\n{expected}"
    );
    for size in [1, 7, 64, 4096] {
        let (said, pieces) = told_of(bytes.chunks(size));
        assert!(
            said == expected,
            "{what_is_wrong}\n\nin pieces of {size} bytes:\n{said}\nexpected:\n{expected}"
        );
        assert_eq!(pieces.names, whole.names, "in pieces of {size} bytes");
    }
}

#[test]
fn every_file_is_a_case() {
    let mut listed: Vec<String> = CASES.iter().map(|name| name.replace('_', "-")).collect();
    listed.sort();
    let files = || std::fs::read_dir(in_repository("tests/geojson")).unwrap();
    for ending in [".geojson", ".txt"] {
        let names = files().map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut there: Vec<String> = names
            .filter_map(|name| Some(name.strip_suffix(ending)?.to_owned()))
            .collect();
        there.sort();
        assert_eq!(
            there, listed,
            "list each file of tests/geojson in `cases!`, once"
        );
    }
    assert_eq!(files().count(), 2 * listed.len(), "nothing else lies there");
    for case in listed {
        let (what_is_wrong, _) = expected_of(&case);
        assert!(
            what_is_wrong.starts_with("# "),
            "{case} does not say what is wrong"
        );
    }
}
