//! The atlas over the shipped geometry.

use super::*;
use crate::dossier::Lang;
use crate::dossier::{Ground, RegionId, Text};
use std::path::Path;

mod faults;
mod globe;
mod here;
mod levels;
mod overview;
mod survey;

const LAYERS: [(&str, LayerRole); 5] = [
    ("countries", LayerRole::Backdrop),
    ("units", LayerRole::Regions),
    ("sites", LayerRole::Regions),
    ("water", LayerRole::Water),
    ("towns", LayerRole::Towns),
];

fn layer(id: &str, role: LayerRole) -> Layer {
    Layer {
        id: id.to_owned(),
        role,
        file: format!("geo/{id}.geojson"),
        detail: None,
    }
}

fn shipped_projection() -> Projection {
    Projection::Lambert(Lambert::default())
}

/// The full outlines of the shipped geometry.
fn read() -> Atlas {
    read_from(&["geo/detail", "geo"])
}

/// The overviews of the shipped geometry.
fn read_overview() -> Atlas {
    read_from(&["geo"])
}

/// The files of the shipped geometry, each layer from the first of these folders that has it.
fn shipped_files(folders: &[&str]) -> (Files, Vec<(Layer, usize)>) {
    let mut files = Files::default();
    let dossier = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/dossier");
    let layers = LAYERS
        .iter()
        .map(|(id, role)| {
            let name = format!("{id}.geojson");
            let mut there = folders
                .iter()
                .map(|folder| dossier.join(folder).join(&name));
            let bytes = there.find_map(|path| std::fs::read(path).ok()).unwrap();
            (layer(id, *role), files.add(name, bytes))
        })
        .collect();
    (files, layers)
}

/// The atlas of them.
fn read_from(folders: &[&str]) -> Atlas {
    let (files, layers) = shipped_files(folders);
    let (atlas, faults) = Atlas::read(&files, &layers, shipped_projection());
    assert_eq!(faults, []);
    atlas
}

/// The shipped geometry with these regions.
pub(crate) fn with_regions(regions: &[(RegionId, Ground)]) -> Atlas {
    let mut atlas = read();
    atlas.bind(regions);
    atlas
}

/// The shipped geometry, with a region for each unit, named as the unit is: `ua-14`.
fn shipped() -> Atlas {
    let mut atlas = read();
    let mut regions: Vec<(RegionId, Ground)> = atlas
        .of_role(LayerRole::Regions)
        .map(|f| (id(&f.at.id.to_lowercase()), Ground::Feature(f.at.clone())))
        .collect();
    regions.extend([
        (id("ukr"), Ground::Feature("countries/UA".parse().unwrap())),
        (
            id("donbas"),
            Ground::Members(vec![id("ua-09"), id("ua-14")]),
        ),
        (
            id("east"),
            Ground::Members(vec![id("donbas"), id("ua-63"), id("east")]),
        ),
        (id("novorossiya"), Ground::None(Text::default())),
        (
            id("dnipro"),
            Ground::Feature("water/dnipro".parse().unwrap()),
        ),
    ]);
    atlas.bind(&regions);
    atlas
}

fn id(text: &str) -> RegionId {
    text.parse().unwrap()
}

fn at(atlas: &Atlas, lon: f64, lat: f64) -> Point {
    atlas.projection().forward(Point::new(lon, lat))
}

fn here(atlas: &Atlas, lon: f64, lat: f64) -> Vec<String> {
    let found = atlas.what_is_here(at(atlas, lon, lat), 3000.0, Reach::Groups);
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn crimea_and_sevastopol_are_in_ukraine() {
    let atlas = shipped();
    assert_eq!(here(&atlas, 34.1108, 44.9572), ["ua-43", "ukr"]);
    assert_eq!(here(&atlas, 33.5213, 44.608), ["ua-40", "ukr"]);
    for (lon, lat) in [(34.1108, 44.9572), (33.5213, 44.608), (36.47, 45.35)] {
        let country = atlas.country_at(at(&atlas, lon, lat)).unwrap();
        assert_eq!(country.at.id, "UA");
    }
    assert_eq!(atlas.home().unwrap().at.id, "UA");
    assert_eq!(atlas.country_at(at(&atlas, 33.0, 43.5)), None);
    assert_eq!(
        atlas.country_at(at(&atlas, 39.7, 47.2)).unwrap().at.id,
        "RU"
    );
}

#[test]
fn the_smallest_comes_first() {
    let atlas = shipped();
    assert_eq!(here(&atlas, 34.5863, 47.5119), ["znpp", "ua-23", "ukr"]);
    assert_eq!(here(&atlas, 31.7, 46.53), ["kinburn", "ua-48", "ukr"]);
    assert_eq!(here(&atlas, 37.8, 48.0), ["ua-14", "ukr", "donbas", "east"]);
    assert_eq!(here(&atlas, 33.0, 43.5), [""; 0]);
}

#[test]
fn units_do_not_overlap() {
    let atlas = shipped();
    let units: Vec<&Feature> = atlas
        .features()
        .iter()
        .filter(|f| f.at.layer == "units")
        .collect();
    assert_eq!(units.len(), 27);
    let inside = |point: Point| {
        units
            .iter()
            .filter(|u| u.side(atlas.nodes(), point) == Side::Inside)
            .count()
    };
    for unit in &units {
        assert_eq!(inside(unit.label_point), 1, "{}", unit.at);
    }
    let bounds = atlas.ground_bounds();
    let mut land = 0;
    for column in 0..90 {
        for row in 0..70 {
            let point = Point::new(
                bounds.min.x + bounds.width() * (f64::from(column) + 0.5) / 90.0,
                bounds.min.y + bounds.height() * (f64::from(row) + 0.5) / 70.0,
            );
            let count = inside(point);
            assert!(count <= 1, "{point:?} lies in {count} units");
            // Where there is a unit there is Ukraine, and the other way round.
            let home = atlas.home().unwrap().side(atlas.nodes(), point) == Side::Inside;
            assert_eq!(count == 1, home, "{point:?}");
            land += count;
        }
    }
    assert!(land > 2000);
}

#[test]
fn areas_are_those_that_were_measured_elsewhere() {
    let atlas = shipped();
    for (unit, km2) in [("ua-14", 26_599.0), ("ua-43", 26_201.0), ("ua-40", 895.0)] {
        let found = atlas.area(&id(unit)) / 1e6;
        assert!((found / km2 - 1.0).abs() < 0.012, "{unit}: {found}");
    }
    let (donbas, parts) = (atlas.area(&id("donbas")), [id("ua-09"), id("ua-14")]);
    assert!((donbas - parts.iter().map(|r| atlas.area(r)).sum::<f64>()).abs() < 1.0);
}

#[test]
fn a_group_that_holds_itself_ends() {
    let atlas = shipped();
    assert_eq!(atlas.ground(&id("east")).count(), 3);
    assert!(atlas.is_group(&id("east")) && !atlas.is_group(&id("ua-14")));
    assert!(!atlas.has_ground(&id("novorossiya")));
    assert_eq!(atlas.bounds(&id("novorossiya")), None);
}

#[test]
fn parents_hold_their_children_and_say_so_only_when_they_can() {
    let atlas = shipped();
    let holds = |outer: &str, inner: &str| atlas.parent_contains(&id(outer), &id(inner));
    assert_eq!(holds("ua-23", "znpp"), Some(true));
    assert_eq!(holds("ua-14", "znpp"), Some(false));
    assert_eq!(holds("ukr", "ua-40"), Some(true));
    assert_eq!(holds("donbas", "ua-09"), Some(true));
    assert_eq!(holds("novorossiya", "ua-09"), None);
    assert_eq!(holds("ukr", "novorossiya"), None);
    assert_eq!(holds("dnipro", "znpp"), None);
}

#[test]
fn features_that_no_region_uses_are_told() {
    let mut atlas = shipped();
    assert_eq!(atlas.unused().count(), 0);
    atlas.bind(&[(
        id("donetsk"),
        Ground::Feature("units/UA-14".parse().unwrap()),
    )]);
    assert_eq!(atlas.unused().count(), 29);
    assert!(atlas.ids("units").any(|id| id == "UA-14"));
}

#[test]
fn lines_are_told_apart_by_what_they_part() {
    let atlas = shipped();
    let seams = atlas.seams();
    let count = |chains: &[Chain]| chains.iter().map(|c| c.len() - 1).sum::<usize>();
    // Counted over the files themselves, segment by segment.
    assert_eq!(count(&seams.border), 1621);
    // Kinburn lies within an oblast: where it ends is no oblast line.
    assert_eq!(count(&seams.inner), 5459);
    let extent = atlas.extent();
    for chain in &seams.coast {
        for pair in chain.windows(2) {
            let [a, b] = [
                atlas.nodes().degrees(pair[0]),
                atlas.nodes().degrees(pair[1]),
            ];
            assert!(!((a.x - extent.max.x).abs() < 1e-9 && (b.x - extent.max.x).abs() < 1e-9));
        }
    }
    assert!(
        atlas
            .feature(&"sites/kinburn".parse().unwrap())
            .unwrap()
            .nested
    );
    assert_eq!(atlas.features().iter().filter(|f| f.nested).count(), 1);
    let border = outline(atlas.ground(&id("donbas")).map(|f| &f.shape));
    assert!(border.iter().all(|chain| chain.first() == chain.last()));
}

#[test]
fn names_come_in_the_first_language_there_is() {
    let atlas = shipped();
    let words = |langs: &[&str]| {
        let wanted: Vec<Lang> = langs.iter().map(|l| Lang::from(*l)).collect();
        let names = atlas.names(LayerRole::Regions, |name| name.words(&wanted));
        names
            .into_iter()
            .find(|(at, _)| at.id == "UA-14")
            .unwrap()
            .1
    };
    assert_eq!(words(&["uk"]), "Донецька область");
    assert_eq!(words(&["ru", "en"]), "Donetsk Oblast");
}

#[test]
#[ignore = "prints how long reading takes"]
fn how_long_reading_takes() {
    let start = std::time::Instant::now();
    let atlas = shipped();
    println!("{:?} for {} nodes", start.elapsed(), atlas.nodes().len());
}
