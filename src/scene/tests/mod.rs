//! Scenes over the shipped geometry.

use super::*;
use crate::atlas::{Atlas, Bounds, Point, tests::with_regions};
use crate::dossier::{Ground, Lang, LayerRole, Records, Region, RegionId, RegionKind};
use std::path::Path as FilePath;
use std::sync::LazyLock;

mod badges;
mod carried;
mod here;
mod names;
mod targets;

/// The shipped atlas with the regions of the shipped dossier bound to it, read once for all tests.
pub(crate) fn shipped() -> &'static (Atlas, Vec<Region>) {
    static SHIPPED: LazyLock<(Atlas, Vec<Region>)> = LazyLock::new(read);
    &SHIPPED
}

fn read() -> (Atlas, Vec<Region>) {
    let file = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("public/dossier/regions.json");
    let records: Records = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let grounds: Vec<(RegionId, Ground)> = records
        .regions
        .iter()
        .map(|region| (region.id.clone(), region.ground.clone()))
        .collect();
    (with_regions(&grounds), records.regions)
}

/// How many clauses of the second plan name a region, as far as these tests care.
fn class(id: &RegionId) -> u8 {
    match id.as_str() {
        "zaporizhzhia" => 4,
        "donetsk" => 3,
        "kherson" | "mykolaiv" | "dnipropetrovsk" => 2,
        "luhansk" | "kharkiv" | "sumy" | "poltava" | "chernihiv" | "kyiv-oblast" | "kyiv-city"
        | "cherkasy" | "kirovohrad" => 1,
        _ => 0,
    }
}

fn item(region: &Region, langs: &[Lang]) -> RegionItem {
    let long = region.name.words(langs);
    let label = match region.short.words(langs) {
        short if short.is_empty() => long.clone(),
        short => short,
    };
    RegionItem {
        id: region.id.clone(),
        name: format!("{long}, {} clauses name it", class(&region.id)),
        href: format!("#region={}", region.id),
        label,
        long,
        fill: Fill::Class(class(&region.id)),
        badge: None,
        hatches: region.claimed_by.iter().map(|_| 0).collect(),
        lit: false,
        dim: false,
        focusable: region.id.as_str() == "donetsk",
        mark: match region.kind {
            RegionKind::City => Mark::Town,
            _ if region.id.as_str() == "znpp" => Mark::Plant,
            _ => Mark::Site,
        },
    }
}

/// The map of the shipped dossier in a window of this size, as the page shows it.
pub(crate) fn view(
    atlas: &Atlas,
    regions: &[Region],
    (width, height): (f64, f64),
    lang: &str,
) -> View {
    let langs = [Lang::from(lang)];
    let padding = Padding {
        top: 34.0,
        right: 40.0,
        bottom: 34.0,
        left: 40.0,
    };
    let mut view = View::new(Camera::fit(atlas.ground_bounds(), padding, width, height));
    view.regions = regions.iter().map(|region| item(region, &langs)).collect();
    view.groups = regions
        .iter()
        .filter(|region| ["donbas", "crimea"].contains(&region.id.as_str()))
        .map(|region| GroupItem {
            id: region.id.clone(),
            label: region.name.words(&langs),
            name: region.name.words(&langs),
            href: format!("#region={}", region.id),
        })
        .collect();
    view.towns = atlas
        .names(LayerRole::Towns, |name| name.words(&langs))
        .into_iter()
        .map(|(at, label)| TownItem {
            capital: at.id == "kyiv",
            at,
            label,
        })
        .collect();
    view.seas = [
        ("Black Sea", 31.2, 44.75, true),
        ("Sea of Azov", 36.65, 46.12, false),
    ]
    .map(|(label, lon, lat, large)| SeaItem {
        label: label.to_owned(),
        at: Point::new(lon, lat),
        within: None,
        large,
    })
    .to_vec();
    view.name_backdrop(atlas, |name| name.words(&langs));
    view
}

/// The same view from nearer, over one region.
pub(crate) fn near(mut view: View, atlas: &Atlas, id: &str, by: f64) -> View {
    let bounds = atlas.bounds(&id.parse().unwrap()).unwrap();
    let bounds = bounds.grown(by * 1000.0);
    view.camera = Camera::fit(
        bounds,
        Padding::even(10.0),
        view.camera.width,
        view.camera.height,
    );
    view
}

pub(crate) fn select(mut view: View, id: &str) -> View {
    view.selected = Some(id.parse().unwrap());
    view
}

/// Views of all sorts: the whole country and parts, wide and narrow, in three languages.
pub(crate) fn views(atlas: &Atlas, regions: &[Region]) -> Vec<(String, View)> {
    let places = [
        ("donetsk", 90.0),
        ("znpp", 60.0),
        ("sevastopol", 20.0),
        ("donbas", 10.0),
        ("kyiv-city", 5.0),
    ];
    let sizes = [
        ("wide", (1000.0, 720.0)),
        ("phone", (390.0, 430.0)),
        ("low", (900.0, 360.0)),
    ];
    let mut langs = ["en", "uk", "ru"].into_iter().cycle();
    let mut all = Vec::new();
    for (size, window) in sizes {
        for (place, by) in places {
            let lang = langs.next().unwrap_or_default();
            let whole = view(atlas, regions, window, lang);
            let name = format!("{size} {lang} {place}");
            all.push((name, select(near(whole.clone(), atlas, place, by), place)));
            if size == "wide" || place == "donbas" {
                all.push((format!("{size} {place} from afar"), select(whole, place)));
            }
        }
    }
    all
}

#[test]
fn borders_between_regions_stay_shared_at_every_zoom() {
    let (atlas, regions) = shipped();
    let whole = view(atlas, regions, (1000.0, 720.0), "en");
    let pairs = [
        ("donetsk", "luhansk"),
        ("zaporizhzhia", "kherson"),
        ("kyiv-city", "kyiv-oblast"),
        ("crimea-arc", "sevastopol"),
    ];
    for (a, b) in pairs {
        let shared = shared_nodes(atlas, a, b);
        assert!(shared.len() > 5);
        for by in [-1.0, 400.0, 80.0, 1.0] {
            let view = if by < 0.0 {
                whole.clone()
            } else {
                near(whole.clone(), atlas, a, by)
            };
            let scene = Scene::draw(atlas, &view, &estimate);
            let drawn = |id: &str| corners(&scene, id);
            let (one, other) = (drawn(a), drawn(b));
            let mut found = 0;
            for node in &shared {
                let at = view.camera.to_screen(atlas.nodes().plane(*node));
                let corner = ((at.x * 10.0).round() as i32, (at.y * 10.0).round() as i32);
                assert_eq!(
                    one.contains(&corner),
                    other.contains(&corner),
                    "{a} {b} {by} {corner:?}"
                );
                found += usize::from(one.contains(&corner));
            }
            assert!(found > 1, "{a} {b} {by}");
        }
    }
}

fn shared_nodes(atlas: &Atlas, a: &str, b: &str) -> Vec<u32> {
    let nodes = |id: &str| -> Vec<u32> {
        let id = id.parse().unwrap();
        atlas
            .ground(&id)
            .flat_map(|f| f.shape.segments().map(|s| s.0).collect::<Vec<_>>())
            .collect()
    };
    let other = nodes(b);
    nodes(a)
        .into_iter()
        .filter(|node| other.contains(node))
        .collect()
}

fn corners(scene: &Scene, id: &str) -> Vec<Corner> {
    let area = scene
        .areas
        .iter()
        .find(|area| area.link.id.as_str() == id)
        .unwrap();
    area.path
        .lines
        .iter()
        .flat_map(|line| line.corners.clone())
        .collect()
}

#[test]
fn coordinates_stay_near_the_window() {
    let (atlas, regions) = shipped();
    let whole = view(atlas, regions, (400.0, 300.0), "en");
    let view = near(whole, atlas, "kyiv-city", -8.0);
    let scene = Scene::draw(atlas, &view, &estimate);
    let paths = scene.areas.iter().map(|a| &a.path).chain([
        &scene.coast,
        &scene.border,
        &scene.inner,
        &scene.home,
    ]);
    for corner in paths.flat_map(|p| &p.lines).flat_map(|l| &l.corners) {
        assert!(corner.0.abs() < 6000 && corner.1.abs() < 6000, "{corner:?}");
    }
}

#[test]
fn small_regions_can_be_hit() {
    let (atlas, regions) = shipped();
    for (coarse, least) in [(false, 120), (true, 220)] {
        let mut view = view(atlas, regions, (390.0, 430.0), "en");
        view.coarse = coarse;
        let scene = Scene::draw(atlas, &view, &estimate);
        for id in ["sevastopol", "kyiv-city", "kinburn"] {
            let area = scene
                .areas
                .iter()
                .find(|a| a.link.id.as_str() == id)
                .unwrap();
            // The full size where the names around leave room for it, and never less than 24 px.
            let room = (120..=least).contains(&area.hit.radius);
            assert!(room, "{id}: {}", area.hit.radius);
        }
        let plant = scene
            .marks
            .iter()
            .find(|m| m.link.id.as_str() == "znpp")
            .unwrap();
        assert!(plant.sign == Sign::Plant && plant.hit.radius >= 120);
        assert_eq!(scene.marks.last().unwrap().link.id.as_str(), "znpp");
        let donetsk = scene
            .areas
            .iter()
            .find(|a| a.link.id.as_str() == "donetsk")
            .unwrap();
        assert_eq!(donetsk.hit.radius, 0);
    }
}

#[test]
fn only_what_is_claimed_is_hatched() {
    let (atlas, regions) = shipped();
    let mut view = view(atlas, regions, (1000.0, 720.0), "en");
    let scene = Scene::draw(atlas, &view, &estimate);
    let claimed = [
        "luhansk",
        "donetsk",
        "zaporizhzhia",
        "kherson",
        "crimea-arc",
        "sevastopol",
    ];
    let lines: usize = claimed
        .iter()
        .map(|id| {
            scene
                .areas
                .iter()
                .find(|a| a.link.id.as_str() == *id)
                .unwrap()
                .path
                .lines
                .len()
        })
        .sum();
    assert_eq!(scene.hatches.len(), 1, "one party claims");
    assert_eq!(scene.hatches[0].path.lines.len(), lines);
    view.regions
        .iter_mut()
        .for_each(|item| item.hatches.clear());
    assert!(Scene::draw(atlas, &view, &estimate).hatches.is_empty());
}

#[test]
fn hatching_lies_still_on_the_ground_when_the_camera_moves() {
    let (atlas, regions) = shipped();
    let mut view = view(atlas, regions, (1000.0, 720.0), "en");
    let before = Scene::draw(atlas, &view, &estimate).hatch_origin;
    view.camera = view.camera.panned(37.0, -12.0);
    let after = Scene::draw(atlas, &view, &estimate).hatch_origin;
    assert_eq!((after.0 - before.0, after.1 - before.1), (370, -120));
}

#[test]
fn each_claimant_has_a_hatching_of_its_own_and_ground_claimed_twice_has_both() {
    let (atlas, regions) = shipped();
    let mut view = view(atlas, regions, (1000.0, 720.0), "en");
    for item in &mut view.regions {
        match item.id.as_str() {
            "donetsk" => item.hatches = vec![0, 1],
            "lviv" => item.hatches = vec![1],
            _ => {}
        }
    }
    let scene = Scene::draw(atlas, &view, &estimate);
    let lines = |id: &str| {
        let area = scene.areas.iter().find(|a| a.link.id.as_str() == id);
        area.unwrap().path.lines.clone()
    };
    assert_eq!(scene.hatches.len(), 2);
    let second = &scene.hatches[1];
    assert_eq!(second.pattern, 1);
    assert_eq!(
        second.path.lines,
        [lines("donetsk"), lines("lviv")].concat()
    );
}

#[test]
fn a_group_is_outlined_on_the_inside_and_a_selected_one_around() {
    let (atlas, regions) = shipped();
    let view = view(atlas, regions, (1000.0, 720.0), "en");
    let scene = Scene::draw(atlas, &view, &estimate);
    let donbas = &scene
        .groups
        .iter()
        .find(|g| g.id.as_str() == "donbas")
        .unwrap()
        .path;
    assert!(!donbas.is_empty());
    let around = Scene::draw(atlas, &select(view, "donbas"), &estimate);
    assert!(
        around
            .groups
            .iter()
            .find(|g| g.id.as_str() == "donbas")
            .unwrap()
            .path
            .is_empty()
    );
    assert!(around.selected.bounds().covers(&donbas.bounds()));
    // What the two oblasts share is no part of it.
    assert_eq!(around.selected.lines.len(), 1);
}

#[test]
fn two_drawings_are_equal() {
    let ((a, regions), (b, _)) = (shipped(), &read());
    for (name, view) in views(a, regions).into_iter().step_by(7) {
        let (one, two) = (
            Scene::draw(a, &view, &estimate),
            Scene::draw(b, &view, &estimate),
        );
        assert_eq!(one, two, "{name}");
    }
}

#[test]
fn a_view_of_nothing_is_drawn() {
    let view = View::new(Camera::fit(Bounds::default(), Padding::default(), 0.0, 0.0));
    let scene = Scene::draw(&Atlas::default(), &view, &estimate);
    assert!(scene.areas.is_empty() && scene.labels.is_empty());
}

#[test]
fn a_scene_drawn_in_steps_is_the_one_drawn_at_once() {
    let (atlas, regions) = shipped();
    for (name, view) in views(atlas, regions).into_iter().step_by(5) {
        let mut drawing = Drawing::begin(view.clone());
        let mut steps = 0;
        // A drawing that is given up halfway leaves nothing behind in another.
        let mut other = Drawing::begin(view.clone());
        while drawing.step(atlas, &estimate) {
            steps += 1;
            if steps < 20 {
                other.step(atlas, &estimate);
            }
        }
        assert_eq!(
            *drawing.scene(),
            Scene::draw(atlas, &view, &estimate),
            "{name}"
        );
        assert!(steps > 20, "{name}: {steps} steps");
    }
}

#[test]
#[ignore = "prints how long drawing takes, and the longest step"]
fn how_long_drawing_takes() {
    let (atlas, regions) = shipped();
    for (name, mut view) in views(atlas, regions).into_iter().step_by(4) {
        view.margin = margin(&view.camera);
        let start = std::time::Instant::now();
        let mut drawing = Drawing::begin(view);
        let mut steps = Vec::new();
        loop {
            let (begin, what) = (std::time::Instant::now(), drawing.part());
            if !drawing.step(atlas, &estimate) {
                break;
            }
            steps.push((begin.elapsed(), what));
        }
        println!(
            "{:?} for {name}, {} labels",
            start.elapsed(),
            drawing.scene().labels.len()
        );
        steps.sort();
        for (took, what) in steps.iter().rev().take(6) {
            println!("    {took:?} {what}");
        }
    }
}
