//! The names on the map.

use super::*;
use proptest::prelude::*;

fn boxes(scene: &Scene) -> Vec<(String, Bounds)> {
    let px = |(x, y): Corner| Point::new(f64::from(x) / 10.0, f64::from(y) / 10.0);
    scene
        .labels
        .iter()
        .map(|label| {
            (
                label.key.clone(),
                Bounds::of(px(label.area.0), px(label.area.1)),
            )
        })
        .collect()
}

pub fn assert_apart(name: &str, scene: &Scene) {
    let all = boxes(scene);
    let window = Bounds::of(Point::default(), Point::new(scene.width, scene.height));
    for (n, (key, area)) in all.iter().enumerate() {
        assert!(window.covers(area), "{name}: {key}");
        for (other, taken) in all.iter().skip(n + 1) {
            assert!(!area.meets(taken), "{name}: {key} and {other}");
            assert_ne!(key, other, "{name}");
        }
    }
}

#[test]
fn no_label_overlaps_another_or_leaves_the_window() {
    let (atlas, regions) = shipped();
    for (name, view) in views(atlas, regions) {
        let scene = Scene::draw(atlas, &view, &estimate);
        assert!(!scene.labels.is_empty(), "{name}");
        assert_apart(&name, &scene);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn labels_lie_apart_wherever_the_map_is_looked_at_and_however_long_its_names_are(
        (width, height) in (200.0..1600.0_f64, 200.0..1000.0_f64),
        (lon, lat) in (22.0..40.5_f64, 44.3..52.4_f64),
        metres in 30.0..3000.0_f64,
        longer in 0..4_usize,
        selected in prop::sample::select(vec!["donetsk", "crimea", "znpp", "sevastopol", "donbas"]),
    ) {
        let (atlas, regions) = shipped();
        let mut view = select(super::view(atlas, regions, (width, height), "uk"), selected);
        view.camera = Camera {
            centre: atlas.projection().forward(Point::new(lon, lat)),
            scale: 1.0 / metres,
            width,
            height,
        };
        for item in &mut view.regions {
            item.label = format!("{}{}", item.label, " and more".repeat(longer));
        }
        assert_apart(selected, &Scene::draw(atlas, &view, &estimate));
    }
}

#[test]
fn the_selected_region_is_named_whatever_else_gives_way() {
    let (atlas, regions) = shipped();
    for (name, view) in views(atlas, regions) {
        let scene = Scene::draw(atlas, &view, &estimate);
        let id = view.selected.clone().unwrap();
        let named = scene.labels.iter().any(|label| match label.naming {
            Naming::Selected => label.key == format!("region-{id}"),
            Naming::Group => label.key == format!("group-{id}"),
            _ => false,
        });
        // The tag of a group stands outside it: close to it there may be no such place.
        assert!(
            named || id.as_str() == "donbas" && !name.ends_with("afar"),
            "{name}"
        );
    }
}

#[test]
fn the_whole_country_names_every_oblast_and_its_seas() {
    let (atlas, regions) = shipped();
    let view = view(atlas, regions, (1000.0, 720.0), "en");
    let scene = Scene::draw(atlas, &view, &estimate);
    let said: Vec<String> = scene.labels.iter().map(|l| l.key.clone()).collect();
    for region in regions.iter().filter(|r| r.kind == RegionKind::Unit) {
        let key = format!("region-{}", region.id);
        let town = ["sevastopol", "kyiv-city"].contains(&region.id.as_str());
        assert!(town || said.contains(&key), "{key}");
    }
    for key in [
        "sea-Black Sea",
        "sea-Sea of Azov",
        "town-kyiv",
        "group-donbas",
        "country-RU-0",
        "country-RO-0",
    ] {
        assert!(said.contains(&key.to_owned()), "{key}: {said:?}");
    }
}
