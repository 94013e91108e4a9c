//! Files that are wrong in one way each.

use super::*;
use crate::dossier::Severity;

/// Reads one layer of regions and gives its faults as text, with how many features were left.
fn faults(text: &str) -> (usize, Vec<String>) {
    let mut files = Files::default();
    let file = files.add("geo/a.geojson", text.into());
    let (atlas, faults) = Atlas::read(
        &files,
        &[(layer("a", LayerRole::Regions), file)],
        Projection::default(),
    );
    assert!(faults.iter().all(|fault| !fault.remedy.is_empty()));
    let told = faults.iter().map(|f| {
        let kind = if f.severity == Severity::Warning {
            "warning: "
        } else {
            ""
        };
        format!("{}:{}: {kind}{}", f.line, f.column, f.problem)
    });
    (atlas.features().len(), told.collect())
}

/// One good feature, and on the second line another with this geometry.
fn beside(geometry: &str) -> (usize, Vec<String>) {
    faults(&format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\",\"id\":1,\"geometry\":{{\"type\":\"Point\",\"coordinates\":[30,50]}}}},\n{{\"id\":\"x\",\"geometry\":{geometry}}}]}}"
    ))
}

#[track_caller]
fn told(found: &(usize, Vec<String>), left: usize, what: &str) {
    assert_eq!(found.0, left, "{found:?}");
    assert_eq!(found.1.len(), 1, "{found:?}");
    assert!(found.1[0].contains(what), "{found:?}");
}

#[test]
fn a_file_that_is_no_collection_says_where_it_goes_wrong() {
    told(
        &faults("{\n  \"type\": oops}"),
        0,
        "2:11: this is not JSON: expected value",
    );
    told(&faults("1"), 0, "this is no FeatureCollection");
    told(
        &faults("{\"features\":{}}"),
        0,
        "this is no FeatureCollection: invalid type: map, expected a sequence",
    );
    told(
        &faults("{\"type\":\"Feature\"}"),
        0,
        "1:1: expected \"type\": \"FeatureCollection\" with \"features\", found \"Feature\"",
    );
    told(
        &faults("{\"type\":\"FeatureCollection\"}"),
        0,
        "\"features\"",
    );
    assert_eq!(
        faults("{\"type\":\"FeatureCollection\",\"features\":[]}"),
        (0, vec![])
    );
}

#[test]
fn ids_are_there_and_stand_once() {
    let point = "\"geometry\":{\"type\":\"Point\",\"coordinates\":[30,50]}";
    let two = |a: &str, b: &str| {
        faults(&format!(
            "{{\"type\":\"FeatureCollection\",\"features\":[{{{a}{point}}},\n {{{b}{point}}}]}}"
        ))
    };
    told(&two("\"id\":1,", ""), 1, "2:2: this feature has no id");
    told(
        &two("\"id\":1,", "\"id\":null,"),
        1,
        "2:8: this feature has no id",
    );
    told(
        &two("\"id\":\"a\",", "\"id\":\"a\","),
        1,
        "2:8: a second feature `a` in layer `a`",
    );
    assert_eq!(two("\"id\":7,", "\"id\":\"b\","), (2, vec![]));
}

#[test]
fn geometries_that_cannot_be_drawn_are_left_out() {
    told(
        &beside("null"),
        1,
        "2:22: feature `x`: expected a geometry, found null",
    );
    told(
        &beside("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2]]}"),
        1,
        "2:22: feature `x`: expected Point, LineString, MultiLineString, Polygon or MultiPolygon, found `MultiPoint`",
    );
    told(
        &beside("{\"type\":\"GeometryCollection\",\"geometries\":[]}"),
        1,
        "found `GeometryCollection`",
    );
    told(
        &beside("{\"type\":\"Polygon\",\"coordinates\":[]}"),
        1,
        "its Polygon has no coordinates",
    );
    told(
        &beside("{\"type\":\"LineString\",\"coordinates\":[[1,2]]}"),
        1,
        "a line of 1 positions",
    );
}

#[test]
fn coordinates_off_the_globe_are_pointed_at() {
    let line = |bad: &str| {
        beside(&format!(
            "{{\"type\":\"LineString\",\"coordinates\":[[1,2],{bad}]}}"
        ))
    };
    told(
        &line("[181,2]"),
        1,
        "2:64: feature `x`: expected a longitude from -180 to 180",
    );
    told(
        &line("[1,-90.1]"),
        1,
        "2:64: feature `x`: expected a latitude from -90 to 90",
    );
    told(
        &line("[1e999,2]"),
        1,
        "2:69: feature `x`: number out of range",
    );
    told(
        &line("[1]"),
        1,
        "2:64: feature `x`: expected a latitude from -90 to 90, found none",
    );
    told(
        &line("[\"1\",2]"),
        1,
        "invalid type: string \"1\", expected f64",
    );
}

#[test]
fn rings_are_checked() {
    let ring = |points: &str| {
        beside(&format!(
            "{{\"type\":\"Polygon\",\"coordinates\":[[{points}]]}}"
        ))
    };
    assert_eq!(ring("[0,0],[2,0],[2,2],[0,0]"), (2, vec![]));
    told(
        &ring("[0,0],[2,0],[0,0]"),
        1,
        "2:55: feature `x`: a ring of 3 positions, expected at least 4",
    );
    told(
        &ring("[0,0],[2,0],[2,2],[0,2]"),
        2,
        "2:74: warning: feature `x`: this ring is not closed",
    );
    told(
        &ring("[0,0],[2,2],[2,0],[0,2],[0,0]"),
        2,
        "2:56: warning: feature `x`: this ring crosses itself",
    );
}

#[test]
fn properties_of_the_wrong_sort_are_left_aside_with_a_warning() {
    let with = |properties: &str| {
        faults(&format!(
            "{{\"type\":\"FeatureCollection\",\"features\":[{{\"id\":1,\"geometry\":{{\"type\":\"Point\",\"coordinates\":[30,50]}},\"properties\":{properties}}}]}}"
        ))
    };
    assert_eq!(with("null"), (1, vec![]));
    assert_eq!(
        with("{\"name\":\"A\",\"name_uk\":\"Б\",\"rank\":2,\"own\":[1]}"),
        (1, vec![])
    );
    told(
        &with("[]"),
        1,
        "warning: expected \"properties\" to be an object",
    );
    told(
        &with("{\"rank\":\"2\"}"),
        1,
        "property `rank`: expected a whole number from 0 to 255, found \"2\"",
    );
    told(
        &with("{\"name\":5}"),
        1,
        "property `name`: expected a text, found 5",
    );
}

#[test]
fn a_file_that_was_not_read_is_told() {
    let (_, faults) = Atlas::read(
        &Files::default(),
        &[(layer("a", LayerRole::Water), 3)],
        Projection::default(),
    );
    assert!(faults[0].problem.contains("`geo/a.geojson` was not read"));
}
