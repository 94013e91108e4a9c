//! The overviews that ship, beside the full outlines that they were made from.

use std::collections::BTreeSet;

use super::levels::{crossings, ground, outer, segments};
use super::*;
use crate::dossier::KmPerPx;

#[test]
fn the_overview_has_the_same_features_about_as_large_and_in_the_same_place() {
    let (full, coarse) = (shipped(), read_overview());
    let refs = |atlas: &Atlas| -> BTreeSet<String> {
        let all = atlas.features().iter();
        all.map(|feature| feature.at.to_string()).collect()
    };
    assert_eq!(refs(&full), refs(&coarse));
    for feature in full.features() {
        let rough = coarse.feature(&feature.at).unwrap();
        assert_eq!((&rough.name, rough.rank), (&feature.name, feature.rank));
        assert_eq!(rough.shape.form, feature.shape.form);
        // A px is 1.2 km here.
        let corners = [
            (feature.bounds.min, rough.bounds.min),
            (feature.bounds.max, rough.bounds.max),
        ];
        for (a, b) in corners {
            assert!(a.distance(b) < 3_600.0, "{}: {a:?} {b:?}", feature.at);
        }
        if feature.role == LayerRole::Regions && feature.shape.form == Form::Area {
            let off = (rough.area / feature.area - 1.0).abs();
            assert!(off < 0.02, "{}: {off}", feature.at);
        }
    }
    assert_eq!(coarse.home().unwrap().at.id, "UA");
}

#[test]
fn borders_of_the_overview_are_shared_and_none_crosses_another() {
    let atlas = read_overview();
    let nodes = atlas.nodes();
    let there = segments(nodes, ground(&atlas), 0.0);
    assert_eq!(crossings(nodes, &there), 0);
    let units = atlas.features().iter().filter(|f| f.at.layer == "units");
    let units: Vec<&Shape> = units.map(|unit| &unit.shape).collect();
    let home = &atlas.home().unwrap().shape;
    assert_eq!(outer(nodes, &units, 0.0), outer(nodes, &[home], 0.0));
}

#[test]
fn an_overview_of_any_scale_can_be_made_and_gets_shorter_with_it() {
    let (atlas, mut before) = (read(), usize::MAX);
    let full = |layer: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/dossier/geo/detail");
        std::fs::read_to_string(folder.join(format!("{layer}.geojson"))).unwrap()
    };
    let texts = ["countries", "units"].map(|layer| (layer, full(layer)));
    for km in [0.01, 0.3, 1.2, 5.0, 20.0] {
        let overview = Overview::of(&atlas, KmPerPx::try_from(km).unwrap()).unwrap();
        let made = texts
            .iter()
            .map(|(layer, full)| overview.file(layer, full).unwrap());
        let made: Vec<String> = made.collect();
        let size: usize = made.iter().map(String::len).sum();
        assert!(size <= before, "{km}");
        before = size;
        for (text, count) in made.iter().zip([21, 27]) {
            let read: geojson::FeatureCollection = text.parse().unwrap();
            assert_eq!(read.features.len(), count);
        }
    }
}
