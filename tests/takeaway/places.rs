//! Places as `GeoJSON`: read back by the project's own reader, by a second library, and as the
//! geometry of a dossier.

use std::collections::HashSet;

use clausemap::atlas::Form;
use clausemap::dossier::RegionId;
use clausemap::stream::{Feature, Reader, Take};
use clausemap::takeaway::geojson;
use geojson::{GeoJson, GeometryValue};

use super::{SHIPPED, take_at};

#[derive(Default)]
struct Names(Vec<String>);

impl Take for Names {
    fn feature(&mut self, feature: &Feature<'_>) {
        self.0.push(feature.name());
    }
}

const SHOWN: [&str; 5] = [
    "",
    "#plan=us28",
    "#region=donbas",
    "#clause=p20-12",
    "#view=positions",
];

#[test]
fn our_own_reader_takes_every_place_and_finds_nothing_wrong() {
    for fragment in SHOWN {
        let taken = take_at(fragment);
        let text = geojson(&taken, &SHIPPED.atlas);
        let mut names = Names::default();
        let reader = Reader::read(text.as_bytes(), &mut names);
        assert!(
            reader.findings.is_empty(),
            "{fragment}: {:?}",
            reader.findings
        );
        assert_eq!(reader.counted.left_out, 0);
        let drawn = taken.regions.iter().filter(|row| has_ground(&row.id));
        assert_eq!(names.0.len(), drawn.count(), "{fragment}");
        assert!(!names.0.is_empty(), "{fragment}");
    }
}

fn has_ground(id: &str) -> bool {
    SHIPPED.atlas.has_ground(&id.parse().unwrap())
}

#[test]
fn a_second_library_takes_it_and_has_the_same_ids_and_counts() {
    let taken = take_at("#plan=us28");
    let text = geojson(&taken, &SHIPPED.atlas);
    let GeoJson::FeatureCollection(collection) = text.parse().unwrap() else {
        panic!("no collection");
    };
    for feature in &collection.features {
        let property = |name: &str| feature.property(name).unwrap().clone();
        let id = property("id").as_str().unwrap().to_owned();
        let row = taken.regions.iter().find(|row| row.id == id).unwrap();
        assert_eq!(property("clause_count"), row.clauses.len());
        assert_eq!(property("claim_count"), row.claims.len());
        assert_eq!(
            property("clauses").as_array().unwrap().len(),
            row.clauses.len()
        );
        assert!(feature.geometry.is_some());
    }
    let ids = |json: &serde_json::Value| -> HashSet<String> {
        let rows = json.as_array().unwrap().iter();
        rows.map(|row| row["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let without = ids(&json["without_outline"]);
    let drawn = ids(&json["features"]);
    let all: HashSet<String> = taken.regions.iter().map(|row| row.id.clone()).collect();
    assert!(without.is_disjoint(&drawn));
    assert_eq!(&without | &drawn, all);
}

/// RFC 7946: rings are closed, the outer ones run counter-clockwise and holes clockwise, and longitude
/// comes before latitude.
#[test]
fn rings_are_closed_and_turn_as_the_standard_says() {
    let text = geojson(&take_at("#plan=us28"), &SHIPPED.atlas);
    let GeoJson::FeatureCollection(collection) = text.parse().unwrap() else {
        panic!("no collection");
    };
    let mut seen = 0;
    let mut check = |rings: &Vec<Vec<geojson::Position>>| {
        for (index, ring) in rings.iter().enumerate() {
            assert_eq!(ring.first(), ring.last());
            assert!(ring.len() >= 4);
            let sides = ring.windows(2);
            let twice: f64 = sides
                .map(|side| side[0][0] * side[1][1] - side[1][0] * side[0][1])
                .sum();
            assert_eq!(twice > 0.0, index == 0, "{twice}");
            for at in ring {
                assert!(
                    at[0].abs() <= 180.0 && (40.0..=82.0).contains(&at[1]),
                    "{at:?}"
                );
            }
            seen += 1;
        }
    };
    for feature in collection.features {
        match feature.geometry.unwrap().value {
            GeometryValue::Polygon { coordinates } => check(&coordinates),
            GeometryValue::MultiPolygon { coordinates } => coordinates.iter().for_each(&mut check),
            _ => {}
        }
    }
    assert!(seen > 20);
}

/// The outlines are the dossier's own, to the last position, and at full detail.
#[test]
fn an_outline_is_the_dossiers_own() {
    let id: RegionId = "donetsk".parse().unwrap();
    let feature = SHIPPED.atlas.ground(&id).next().unwrap();
    assert_eq!(feature.shape.form, Form::Area);
    let text = geojson(&take_at("#region=donetsk"), &SHIPPED.atlas);
    let file = super::in_repository("public/dossier/geo/detail/units.geojson");
    let own = std::fs::read_to_string(file).unwrap();
    let line = own.lines().find(|line| line.contains("UA-14\"")).unwrap();
    let mut numbers = 0;
    for pair in text
        .split("[[")
        .nth(2)
        .or(text.split("[[").nth(1))
        .unwrap()
        .split("],[")
        .take(50)
    {
        let pair = pair.trim_matches(['[', ']', '}']);
        assert!(line.contains(pair), "{pair}");
        numbers += 1;
    }
    assert_eq!(numbers, 50);
    assert!(feature.shape.len() > 500);
}
