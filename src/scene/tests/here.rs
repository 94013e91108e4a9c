//! What is here, over the shipped dossier.

use super::*;

/// What the map of this view says of a place in degrees.
fn ask(view: &View, lon: f64, lat: f64) -> Here {
    let (atlas, _) = shipped();
    let scene = Scene::draw(atlas, view, &estimate);
    let plane = atlas.projection().forward(Point::new(lon, lat));
    scene.here(atlas, view, view.camera.to_screen(plane))
}

fn whole() -> View {
    let (atlas, regions) = shipped();
    let mut view = view(atlas, regions, (1000.0, 820.0), "en");
    let sea = |view: &mut View, at: usize, (w, s, e, n): (f64, f64, f64, f64)| {
        view.seas[at].within = Some(Bounds::of(Point::new(w, s), Point::new(e, n)));
    };
    sea(&mut view, 0, (27.4, 41.1, 42.0, 47.2));
    sea(&mut view, 1, (34.2, 45.27, 39.4, 47.4));
    view
}

fn ids(all: &[RegionId]) -> Vec<&str> {
    all.iter().map(RegionId::as_str).collect()
}

#[test]
fn a_place_on_land_is_its_region_then_its_groups() {
    let here = ask(&whole(), 38.5, 49.2);
    assert_eq!(here.meant.as_ref().unwrap().as_str(), "luhansk");
    assert!(here.close.is_empty() && !here.is_ambiguous());
    let all = ids(&here.regions);
    assert_eq!(all[0], "luhansk");
    let at = |id: &str| all.iter().position(|one| *one == id).unwrap();
    assert!(at("donbas") < at("five-regions"));
    assert_eq!(here.choices()[0].as_str(), "luhansk");
}

#[test]
fn water_and_neighbours_are_told_by_name() {
    let view = whole();
    for (lon, lat, wanted) in [
        (31.5, 44.5, Backdrop::Sea(Some("Black Sea".into()))),
        (35.5, 44.6, Backdrop::Sea(Some("Black Sea".into()))),
        (36.6, 46.2, Backdrop::Sea(Some("Sea of Azov".into()))),
        (39.5, 50.5, Backdrop::Neighbour("Russia".into())),
        (27.5, 53.2, Backdrop::Neighbour("Belarus".into())),
        (60.0, 30.0, Backdrop::Beyond),
    ] {
        let here = ask(&view, lon, lat);
        assert_eq!(here.meant, None, "{lon} {lat}");
        assert_eq!(here.backdrop, wanted, "{lon} {lat}");
    }
    // A sea of which the dossier says no box is water without a name.
    let mut nameless = view;
    nameless.seas.iter_mut().for_each(|sea| sea.within = None);
    assert_eq!(ask(&nameless, 31.5, 44.5).backdrop, Backdrop::Sea(None));
}

#[test]
fn a_finger_finds_what_is_too_close_to_be_shown() {
    let (atlas, _) = shipped();
    let mut view = whole();
    view.coarse = true;
    let plant = atlas.label_point(&"znpp".parse().unwrap()).unwrap();
    let scene = Scene::draw(atlas, &view, &estimate);
    let here = scene.here(atlas, &view, view.camera.to_screen(plant));
    assert_eq!(here.meant.as_ref().unwrap().as_str(), "znpp");
    assert!(!here.is_ambiguous(), "only the plant is shown there");
    let choices = here.choices();
    assert_eq!(choices[0].as_str(), "znpp");
    assert!(ids(&choices).contains(&"enerhodar") && ids(&choices).contains(&"zaporizhzhia"));
}

#[test]
fn between_two_signs_that_are_shown_a_finger_may_mean_either() {
    let (atlas, _) = shipped();
    let point = |id: &str| atlas.label_point(&id.parse().unwrap()).unwrap();
    let (a, b) = (point("kramatorsk"), point("sloviansk"));
    let mut view = whole();
    view.coarse = true;
    // From where the two towns are 40 px apart.
    view.camera = Camera {
        centre: a,
        scale: 40.0 / a.distance(b),
        ..view.camera
    };
    let scene = Scene::draw(atlas, &view, &estimate);
    let middle = Point::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
    let here = scene.here(atlas, &view, view.camera.to_screen(middle));
    assert!(here.is_ambiguous(), "{here:?}");
    let choices = here.choices();
    let mut two = ids(&choices)[..2].to_vec();
    two.sort_unstable();
    assert_eq!(two, ["kramatorsk", "sloviansk"]);
    let on_one = scene.here(atlas, &view, view.camera.to_screen(a));
    assert!(!on_one.is_ambiguous() && on_one.choices()[0].as_str() == "kramatorsk");
}
