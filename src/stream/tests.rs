//! Reading files, sound ones and others.

use super::*;
use crate::atlas::{Point, Sink};
use proptest::prelude::*;
use std::fmt::Write;

/// Notes what is handed on: id, and the calls as they would be spoken.
#[derive(Default)]
struct Notes {
    features: Vec<(String, String)>,
}

struct Spoken(String);

impl Sink for Spoken {
    fn point(&mut self, at: Point) {
        let _ = write!(self.0, " {},{}", at.x, at.y);
    }
    fn line_start(&mut self) {
        self.0 += "(";
    }
    fn line_end(&mut self) {
        self.0 += ")";
    }
    fn polygon_start(&mut self) {
        self.0 += "[";
    }
    fn polygon_end(&mut self) {
        self.0 += "]";
    }
}

impl Take for Notes {
    fn feature(&mut self, feature: &Feature<'_>) {
        let mut spoken = Spoken(String::new());
        feature.geometry.send(&mut spoken);
        self.features.push((feature.name(), spoken.0));
    }
}

fn read(text: &str) -> (Notes, Reader) {
    let mut notes = Notes::default();
    let reader = Reader::read(text.as_bytes(), &mut notes);
    (notes, reader)
}

/// The same, in pieces of `size` bytes.
fn in_pieces(text: &str, size: usize) -> (Notes, Reader) {
    let mut notes = Notes::default();
    let mut reader = Reader::default();
    for piece in text.as_bytes().chunks(size.max(1)) {
        reader.feed(piece.len(), |room| room.copy_from_slice(piece), &mut notes);
    }
    reader.finish(&mut notes);
    (notes, reader)
}

fn told(reader: &Reader) -> Vec<String> {
    reader.findings.iter().map(ToString::to_string).collect()
}

fn collection(geometries: &[&str]) -> String {
    let features = geometries.iter().enumerate().map(|(n, geometry)| {
        format!("{{\"type\":\"Feature\",\"id\":{n},\"properties\":{{\"name\":\"n{n}\"}},\"geometry\":{geometry}}}")
    });
    let features: Vec<String> = features.collect();
    format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n",
        features.join(",\n")
    )
}

#[test]
fn speaks_each_type_of_geometry() {
    let text = collection(&[
        r#"{"type":"Point","coordinates":[1,2,99]}"#,
        r#"{"coordinates":[[1,2],[3,4]],"type":"MultiPoint"}"#,
        r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#,
        r#"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]}"#,
        r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,2],[2,1],[1,1]]],[[[5,5],[6,5],[6,6],[5,5]]]]}"#,
        r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}]}"#,
    ]);
    let (notes, reader) = read(&text);
    assert_eq!(told(&reader), [""; 0]);
    let spoken: Vec<&str> = notes
        .features
        .iter()
        .map(|(_, said)| said.as_str())
        .collect();
    assert_eq!(
        spoken,
        [
            " 1,2",
            " 1,2 3,4",
            "( 1,2 3,4)",
            "( 1,2 3,4)( 5,6 7,8)",
            "[( 0,0 9,0 9,9)( 1,1 2,2 2,1)]",
            "[( 0,0 9,0 9,9)( 1,1 2,2 2,1)][( 5,5 6,5 6,6)]",
            " 1,2[( 0,0 9,0 9,9)]",
        ]
    );
    assert_eq!(reader.counted.features, 7);
    assert_eq!(reader.heading.get("type"), Some("FeatureCollection"));
}

#[test]
fn a_file_may_be_one_feature_or_one_geometry() {
    let (notes, reader) =
        read(r#"{"type":"Feature","id":"a\"b","geometry":{"type":"Point","coordinates":[1,2]}}"#);
    assert_eq!(notes.features, [("a\"b".to_owned(), " 1,2".to_owned())]);
    assert_eq!(told(&reader), [""; 0]);
    let (notes, _) = read(r#" {"type":"Point","coordinates":[1,2]} "#);
    assert_eq!(notes.features, [("1".to_owned(), " 1,2".to_owned())]);
}

#[test]
fn the_top_level_may_say_what_the_file_is() {
    let (_, reader) = read(
        r#"{"name":"Line","date":"2026-01-05","features":[],"source":"x","type":"FeatureCollection"}"#,
    );
    let get = |name| reader.heading.get(name);
    assert_eq!(
        (get("name"), get("date"), get("source"), get("crs")),
        (Some("Line"), Some("2026-01-05"), Some("x"), None)
    );
    assert_eq!(told(&reader), [""; 0]);
}

#[test]
fn what_is_wrong_with_one_feature_is_told_and_the_next_is_read() {
    let good = r#"{"type":"Point","coordinates":[1,2]}"#;
    let bad = r#"{"type":"Polygon","coordinates":[[[0,0],[9,0],[999,9],[0,0]]]}"#;
    let (notes, reader) = read(&collection(&[good, bad, good]));
    assert_eq!(notes.features.len(), 2);
    assert_eq!(reader.counted.left_out, 1);
    assert_eq!(
        told(&reader),
        [
            "3:111: feature `1`: expected a longitude from -180 to 180, found 999; write degrees of WGS 84, longitude first; metres cannot be used; the feature is left out"
        ]
    );
}

#[test]
fn a_file_that_ends_early_shows_what_came_before() {
    let text = collection(&[r#"{"type":"Point","coordinates":[1,2]}"#; 3]);
    let cut = text.find("\"id\":2").unwrap();
    let (notes, reader) = read(&text[..cut]);
    assert_eq!(notes.features.len(), 2);
    assert_eq!(reader.counted.left_out, 1);
    assert!(
        told(&reader)[0].contains("feature `3`: the file ends too early"),
        "{:?}",
        told(&reader)
    );
}

#[test]
fn depth_is_no_danger() {
    for text in [
        "[".repeat(400_000),
        format!(
            "{{\"type\":\"FeatureCollection\",\"features\":[{}",
            "[".repeat(400_000)
        ),
        collection(&[&format!(
            "{{\"type\":\"Polygon\",\"coordinates\":{}{}}}",
            "[".repeat(200_000),
            "]".repeat(200_000)
        )]),
        collection(&[&format!(
            "{{\"type\":\"GeometryCollection\",\"geometries\":[{}{}]}}",
            "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(9000),
            "]}".repeat(9000)
        )]),
    ] {
        let (notes, reader) = read(&text);
        assert!(notes.features.is_empty() && reader.counted.findings > 0);
    }
}

/// A geometry as text, of every type.
fn geometry() -> impl Strategy<Value = String> {
    let position = (-180.0..=180.0_f64, -90.0..=90.0_f64).prop_map(|(x, y)| format!("[{x},{y}]"));
    let line = prop::collection::vec(position.clone(), 2..6)
        .prop_map(|all| format!("[{}]", all.join(",")));
    let ring = prop::collection::vec(position.clone(), 3..6).prop_map(|mut all| {
        all.push(all[0].clone());
        format!("[{}]", all.join(" , "))
    });
    let polygon = prop::collection::vec(ring, 1..3).prop_map(|all| format!("[{}]", all.join(",")));
    let typed = |kind: &'static str| {
        move |text: String| format!("{{\"type\":\"{kind}\",\"coordinates\":{text}}}")
    };
    prop_oneof![
        position.prop_map(typed("Point")),
        line.clone().prop_map(typed("LineString")),
        line.prop_map(typed("MultiPoint")),
        polygon.clone().prop_map(typed("Polygon")),
        prop::collection::vec(polygon, 1..3)
            .prop_map(move |all| typed("MultiPolygon")(format!("[{}]", all.join(",")))),
    ]
}

fn positions_of(geometry: &geojson::GeometryValue) -> usize {
    use geojson::GeometryValue as G;
    match geometry {
        G::Point { .. } => 1,
        G::MultiPoint { coordinates } | G::LineString { coordinates } => coordinates.len(),
        G::MultiLineString { coordinates } | G::Polygon { coordinates } => {
            coordinates.iter().map(Vec::len).sum()
        }
        G::MultiPolygon { coordinates } => coordinates.iter().flatten().map(Vec::len).sum(),
        G::GeometryCollection { geometries } => {
            geometries.iter().map(|g| positions_of(&g.value)).sum()
        }
    }
}

proptest! {
    #[test]
    fn pieces_of_any_size_make_no_difference(all in prop::collection::vec(geometry(), 0..5), size in 1..200_usize, cut in 0..400_usize) {
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let text = collection(&all);
        let text = text.get(..text.len().saturating_sub(cut)).unwrap_or(&text);
        let (whole, reader) = read(text);
        let (pieces, other) = in_pieces(text, size);
        prop_assert_eq!(whole.features, pieces.features);
        prop_assert_eq!(told(&reader), told(&other));
        prop_assert_eq!(reader.counted, other.counted);
    }

    #[test]
    fn agrees_with_another_reader(all in prop::collection::vec(geometry(), 0..5)) {
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let text = collection(&all);
        let (notes, reader) = read(&text);
        let other: geojson::FeatureCollection = text.parse::<geojson::GeoJson>().unwrap().try_into().unwrap();
        prop_assert_eq!(notes.features.len(), other.features.len());
        let positions: usize = other.features.iter().map(|f| positions_of(&f.geometry.as_ref().unwrap().value)).sum();
        prop_assert_eq!(reader.counted.positions, positions);
    }

    #[test]
    fn bytes_of_any_sort_are_survived(bytes in prop::collection::vec(prop_oneof![
        Just(b'{'), Just(b'}'), Just(b'['), Just(b']'), Just(b','), Just(b':'), Just(b'"'), Just(b'1'), any::<u8>()
    ], 0..300), at in 0..300_usize) {
        let text = collection(&[r#"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}"#; 3]);
        let mut spoilt = text.into_bytes();
        let at = at.min(spoilt.len());
        spoilt.splice(at..at, bytes);
        let mut notes = Notes::default();
        let reader = Reader::read(&spoilt, &mut notes);
        prop_assert_eq!(notes.features.len(), reader.counted.features);
    }
}

#[test]
#[ignore = "prints how long reading a large file takes: LARGE=file"]
fn how_long_a_large_file_takes() {
    struct Nothing;
    impl Take for Nothing {
        fn feature(&mut self, _: &Feature<'_>) {}
    }
    let bytes = std::fs::read(std::env::var("LARGE").unwrap()).unwrap();
    let start = std::time::Instant::now();
    let mut reader = Reader::default();
    for piece in bytes.chunks(1 << 18) {
        reader.feed(
            piece.len(),
            |room| room.copy_from_slice(piece),
            &mut Nothing,
        );
    }
    reader.finish(&mut Nothing);
    println!(
        "{:?} {:?} {:?}",
        start.elapsed(),
        reader.counted,
        reader.findings
    );
}
