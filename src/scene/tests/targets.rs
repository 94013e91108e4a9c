//! Every region that is seen can be hit, and none is hit in another one's place.

use super::*;

/// The least that the accessibility guidelines ask of a target, in px from side to side.
const LEAST: f64 = 24.0;

/// What a reader of this plan comes for.
const FOCUS: [&str; 9] = [
    "donetsk",
    "luhansk",
    "crimea-arc",
    "sevastopol",
    "zaporizhzhia",
    "znpp",
    "kherson",
    "kinburn",
    "donbas",
];

/// The default view and each focus region's own, on a desk and on a phone; with what is selected.
fn all_views() -> Vec<(String, View)> {
    let (atlas, regions) = shipped();
    let mut all = Vec::new();
    for (size, window, coarse) in [
        ("desk", (1000.0, 820.0), false),
        ("phone", (390.0, 412.0), true),
    ] {
        let mut whole = view(atlas, regions, window, "en");
        whole.coarse = coarse;
        let home = atlas.bounds(&"ukr".parse().unwrap()).unwrap();
        whole.camera = Camera::home(home, window.0, window.1);
        all.push((format!("{size}, whole"), whole.clone()));
        for id in FOCUS {
            let mut own = select(whole.clone(), id);
            let bounds = atlas.bounds(&id.parse().unwrap()).unwrap();
            if !own.camera.sees_well(bounds) {
                own.camera = own.camera.close_up(bounds);
            }
            all.push((format!("{size}, {id}"), own));
        }
    }
    all
}

/// A region that can be seen, by the place at which its name would stand.
struct Seen {
    id: String,
    centre: Point,
    target: Point,
    reach: Bounds,
}

fn seen(scene: &Scene) -> Vec<Seen> {
    let at = |(x, y): Corner| Point::new(f64::from(x) / 10.0, f64::from(y) / 10.0);
    let areas = scene.areas.iter().filter(|area| !area.path.is_empty());
    let areas = areas.map(|area| Seen {
        id: area.link.id.to_string(),
        centre: at(area.centre),
        target: at(area.hit.at),
        reach: area.path.bounds(),
    });
    let marks = scene.marks.iter().filter(|mark| mark.sign != Sign::None);
    let marks = marks.map(|mark| Seen {
        id: mark.link.id.to_string(),
        centre: at(mark.hit.at),
        target: at(mark.hit.at),
        reach: Bounds::of(at(mark.hit.at), at(mark.hit.at)),
    });
    // What only just reaches into the window, or not at all, is for a pan to bring.
    let window = Bounds::of(Point::default(), Point::new(scene.width, scene.height));
    let inner = window.grown(-LEAST / 2.0);
    areas
        .chain(marks)
        .filter(|seen| inner.contains(seen.centre))
        .collect()
}

/// Whether every click in a disc selects the region.
fn is_target(scene: &Scene, id: &str, middle: Point, radius: f64) -> bool {
    [0.0, 0.5, 1.0].into_iter().all(|share| {
        (0..16).all(|n| {
            let turn = f64::from(n) * std::f64::consts::TAU / 16.0;
            let (sin, cos) = turn.sin_cos();
            // A hair inside: corners are rounded to a tenth of a px.
            let r = (radius - 0.1) * share;
            let at = Point::new(middle.x + r * cos, middle.y + r * sin);
            scene.target(at).is_some_and(|link| link.id.as_str() == id)
        })
    })
}

/// Whether a region has a disc of the least size to itself, at its name, at its target or anywhere.
fn has_target(scene: &Scene, seen: &Seen) -> bool {
    let half = LEAST / 2.0;
    let known = [seen.centre, seen.target];
    if known.iter().any(|at| is_target(scene, &seen.id, *at, half)) {
        return true;
    }
    let around = seen.reach.grown(half);
    let step = 3.0;
    let (across, down) = (
        (around.width() / step) as u32,
        (around.height() / step) as u32,
    );
    (0..=across).any(|x| {
        (0..=down).any(|y| {
            let at = Point::new(
                around.min.x + f64::from(x) * step,
                around.min.y + f64::from(y) * step,
            );
            is_target(scene, &seen.id, at, half)
        })
    })
}

#[test]
fn every_region_that_is_seen_has_a_target_of_24_px() {
    let (atlas, _) = shipped();
    let mut missing = Vec::new();
    for (name, view) in all_views() {
        let scene = Scene::draw(atlas, &view, &estimate);
        for one in seen(&scene) {
            if !has_target(&scene, &one) {
                missing.push(format!("{name}: {}", one.id));
            }
        }
    }
    assert!(missing.is_empty(), "no target: {missing:#?}");
}

#[test]
fn no_target_covers_the_centre_of_another_region() {
    let (atlas, _) = shipped();
    let mut stolen = Vec::new();
    for (name, view) in all_views() {
        let scene = Scene::draw(atlas, &view, &estimate);
        for one in seen(&scene) {
            let hit = scene.target(one.centre).map(|link| link.id.to_string());
            if hit.as_deref() != Some(&one.id) {
                stolen.push(format!("{name}: {} goes to {hit:?}", one.id));
            }
        }
    }
    assert!(stolen.is_empty(), "stolen: {stolen:#?}");
}

#[test]
fn a_region_is_at_its_own_view_unless_it_lies_under_another() {
    let (atlas, _) = shipped();
    for (name, view) in all_views() {
        let scene = Scene::draw(atlas, &view, &estimate);
        let Some(id) = &view.selected else { continue };
        if atlas.is_group(id) {
            continue;
        }
        assert!(
            seen(&scene).iter().any(|seen| seen.id == id.as_str()),
            "{name}"
        );
    }
}
