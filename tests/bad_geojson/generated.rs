//! Files that are too large to be kept.

use std::fmt::Write;

use super::{Taker, told_of};
use clausemap::stream::{LIMIT, Reader};

const POINT: &str = r#"{"type":"Point","coordinates":[30,50]}"#;

fn collection(features: &str) -> String {
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}")
}

/// The same as a whole and in pieces.
#[track_caller]
fn both_ways(text: &str) -> String {
    let (said, _) = told_of(std::iter::once(text));
    let (pieces, _) = told_of(text.as_bytes().chunks(1000));
    assert!(said == pieces, "whole:\n{said}\nin pieces:\n{pieces}");
    said
}

#[test]
fn brackets_four_hundred_thousand_deep() {
    let open = "[".repeat(400_000);
    let close = "]".repeat(400_000);
    let feature = |geometry: &str| {
        collection(&format!(
            "{{\"type\":\"Feature\",\"geometry\":{geometry}}},{{\"type\":\"Feature\",\"geometry\":{POINT}}}"
        ))
    };
    let said = both_ways(&open);
    assert!(
        said.starts_with("1:1: expected a FeatureCollection"),
        "{said}"
    );
    let said = both_ways(&format!(
        "{{\"type\":\"FeatureCollection\",\"features\":{open}"
    ));
    assert!(
        said.contains("feature `1`: expected a feature, found an array"),
        "{said}"
    );
    let said = both_ways(&format!("{{\"name\":{open}{close}}}"));
    assert!(
        said.starts_with("1:137: brackets more than 128 deep"),
        "{said}"
    );
    let said = both_ways(&feature(&format!(
        "{{\"type\":\"Polygon\",\"coordinates\":{open}{close}}}"
    )));
    assert!(
        said.contains("coordinates more than four brackets deep"),
        "{said}"
    );
    assert!(said.ends_with("features: 1, left out: 1\n"), "{said}");
    let collections = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(40_000);
    let said = both_ways(&feature(&format!("{collections}{}", "]}".repeat(40_000))));
    assert!(
        said.contains("geometry collections more than eight deep"),
        "{said}"
    );
    assert!(said.ends_with("features: 1, left out: 1\n"), "{said}");
}

#[test]
fn a_name_and_an_id_of_a_megabyte() {
    let long = "є".repeat(500_000);
    let feature = |geometry: &str| {
        format!(
            "{{\"type\":\"Feature\",\"id\":\"{long}\",\"properties\":{{\"name\":\"{long}\"}},\"geometry\":{geometry}}}"
        )
    };
    let text = collection(&[feature(POINT), feature("null")].join(","));
    let said = both_ways(&text);
    let shown = "є".repeat(40);
    let column = text.split("null").next().unwrap().chars().count() + 1;
    assert_eq!(
        said,
        format!(
            "1:{column}: feature `{shown}…`: it has no geometry; give it one, or take the feature out; the feature is left out\nfeatures: 1, left out: 1\n"
        )
    );
}

#[test]
fn a_hundred_thousand_features_without_anything() {
    let text = collection(&vec!["{}"; 100_000].join(",\n"));
    let mut taker = Taker::default();
    let reader = Reader::read(text.as_bytes(), &mut taker);
    assert_eq!(
        (reader.counted.features, reader.counted.left_out),
        (0, 100_000)
    );
    // A hundred are told, and all are counted.
    assert_eq!(
        (reader.findings.len(), reader.counted.findings),
        (100, 100_000)
    );
    let said = both_ways(&text);
    assert!(
        said.contains("\n100:1: feature `100`: it has no geometry"),
        "{said}"
    );
}

#[test]
fn what_is_about_the_file_is_told_after_a_hundred_findings() {
    let text = format!(
        "{{\"crs\":\"EPSG:3857\",\"type\":\"FeatureCollection\",\"features\":[{}",
        vec!["{}"; 1000].join(",\n")
    );
    let said = both_ways(&text);
    assert!(said.contains("names the coordinate system"), "{said}");
    assert!(said.contains("1000:3: the file ends too early"), "{said}");
}

/// A piece of a file: features of a thousand positions each, up to so many bytes.
fn features(bytes: usize) -> (String, usize) {
    let (mut text, mut count) = (String::new(), 0);
    while text.len() < bytes {
        let _ = write!(
            text,
            ",\n{{\"type\":\"Feature\",\"id\":{count},\"properties\":{{\"name\":\"Лінія {count}\"}},\"geometry\":{{\"type\":\"LineString\",\"coordinates\":[[22.5,48.25]"
        );
        for n in 0..999 {
            let _ = write!(
                text,
                ",[{}.{:06},{}.{:06}]",
                22 + n % 18,
                n * 997,
                44 + n % 8,
                n * 499
            );
        }
        text += "]}}";
        count += 1;
    }
    (text, count)
}

/// Feeds a piece over and over. Nothing of it is ever held but what the reader holds.
fn feed_over(times: usize, piece: &str) -> Reader {
    struct Nothing;
    impl clausemap::stream::Take for Nothing {
        fn feature(&mut self, _: &clausemap::stream::Feature<'_>) {}
    }
    let mut reader = Reader::default();
    let mut feed = |bytes: &[u8]| {
        for part in bytes.chunks(1 << 16) {
            reader.feed(part.len(), |room| room.copy_from_slice(part), &mut Nothing);
        }
    };
    feed(b"{\"type\":\"FeatureCollection\",\"features\":[");
    for n in 0..times {
        // The first feature has no comma before it.
        feed(if n == 0 {
            &piece.as_bytes()[1..]
        } else {
            piece.as_bytes()
        });
    }
    feed(b"]}");
    reader.finish(&mut Nothing);
    reader
}

#[test]
#[ignore = "two hundred megabytes: cargo test --release --test bad_geojson -- --ignored --nocapture"]
fn two_hundred_megabytes() {
    let (piece, count) = features(1 << 20);
    let start = std::time::Instant::now();
    let reader = feed_over(200, &piece);
    println!("{} bytes in {:?}", piece.len() * 200, start.elapsed());
    assert_eq!(reader.counted.features, count * 200);
    assert_eq!(reader.counted.findings, 0, "{:?}", reader.findings);
    // What this process held at most, where the system tells it. The test is to be run alone.
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        let peak = status.lines().find(|line| line.starts_with("VmHWM"));
        println!("{}", peak.unwrap_or("no peak told"));
    }
}

#[test]
#[ignore = "sixteen million positions: cargo test --release --test bad_geojson -- --ignored --nocapture"]
fn sixteen_million_positions_and_no_more() {
    let (piece, count) = features(1 << 20);
    let enough = LIMIT / (count * 1000) + 1;
    let reader = feed_over(enough, &piece);
    assert_eq!(reader.counted.positions, LIMIT);
    let told = reader.findings.last().unwrap().to_string();
    assert!(told.contains("more than 16000000 positions"), "{told}");
}
