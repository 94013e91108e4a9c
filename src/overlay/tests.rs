//! Layers from files: what is drawn, what is found.

use super::*;
use crate::atlas::{Bounds, Lambert, Point, Projection, Sink};
use crate::scene::{Camera, Padding};
use crate::stream::Reader;
use proptest::prelude::*;

fn layer(text: &str) -> Overlay {
    let mut builder = Builder::new(Quick::new(&Projection::default()), "v");
    let reader = Reader::read(text.as_bytes(), &mut builder);
    assert_eq!(reader.counted.findings, 0, "{:?}", reader.findings);
    builder.finish()
}

fn shipped(name: &str) -> Overlay {
    let file = format!(
        "{}/public/dossier/geo/{name}.geojson",
        env!("CARGO_MANIFEST_DIR")
    );
    layer(&std::fs::read_to_string(file).unwrap())
}

fn at(lon: f64, lat: f64) -> Point {
    Quick::new(&Projection::default()).forward(Point::new(lon, lat))
}

fn found(overlay: &Overlay, lon: f64, lat: f64) -> Option<&str> {
    overlay
        .at(at(lon, lat), 100.0)
        .map(|n| overlay.item(n).unwrap().id)
}

fn window(bounds: Bounds, width: f64, height: f64) -> Window {
    Window {
        camera: Camera::fit(bounds, Padding::even(20.0), width, height),
        margin: 0.0,
        density: 1.0,
    }
}

/// The corners that a window shows of each feature.
#[derive(Default)]
struct Corners(Vec<(usize, Vec<Point>)>);

impl Sink for Corners {
    fn point(&mut self, at: Point) {
        if let Some((_, all)) = self.0.last_mut() {
            all.push(at);
        }
    }
}

impl Sheet for Corners {
    fn feature(&mut self, number: usize, _: u8) -> bool {
        self.0.push((number, Vec::new()));
        true
    }
}

#[test]
fn finds_the_units_of_the_country() {
    let units = shipped("units");
    assert_eq!(units.len(), 27);
    assert_eq!(found(&units, 34.1108, 44.9572), Some("UA-43"));
    assert_eq!(found(&units, 33.5213, 44.608), Some("UA-40"));
    assert_eq!(found(&units, 37.8, 48.0), Some("UA-14"));
    assert_eq!(found(&units, 33.0, 43.5), None);
    let item = units.item(units.at(at(37.8, 48.0), 0.0).unwrap()).unwrap();
    assert_eq!(item.name, "Donetsk Oblast");
}

#[test]
fn the_quick_projection_is_the_slow_one() {
    let (slow, quick) = (
        Lambert::default(),
        Quick::new(&Projection::Lambert(Lambert::default())),
    );
    for lon in -140..=180 {
        for lat in -60..89 {
            let degrees = Point::new(f64::from(lon) + 0.37, f64::from(lat) + 0.61);
            let apart = slow.forward(degrees).distance(quick.forward(degrees));
            // Near the pole the outlines of nothing but ice run together.
            let allowed = if lat < 85 { 0.02 } else { 2.0 };
            assert!(apart < allowed, "{degrees:?}: {apart} m");
        }
    }
    let quick = Quick::new(&Projection::default());
    for lat in -84..85 {
        let lat = f64::from(lat) + 0.037;
        let exact = 6_371_000.0
            * (lat.to_radians() / 2.0 + std::f64::consts::FRAC_PI_4)
                .tan()
                .ln();
        let apart = (quick.forward(Point::new(0.0, lat)).y - exact).abs();
        // The nearer to the pole, the more a degree takes up.
        let allowed = if lat.abs() < 80.0 { 0.005 } else { 0.5 };
        assert!(apart < allowed, "{lat}: {apart} m");
    }
}

#[test]
fn a_layer_that_was_sent_answers_as_before() {
    let units = shipped("units");
    let sent = Overlay::unpack(units.parcel());
    for (lon, lat) in [
        (34.1108, 44.9572),
        (33.5213, 44.608),
        (37.8, 48.0),
        (33.0, 43.5),
    ] {
        assert_eq!(found(&units, lon, lat), found(&sent, lon, lat));
    }
    assert_eq!(units.bounds(), sent.bounds());
}

#[test]
fn a_layer_built_in_halves_is_the_layer() {
    let file = format!(
        "{}/public/dossier/geo/units.geojson",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(file).unwrap();
    // Once with ids, once with numbers in their place.
    for text in [text.clone(), text.replace("\"id\":", "\"was\":")] {
        let whole = layer(&text);
        let middle = text.len() / 2;
        let at = middle + crate::stream::seam(&text.as_bytes()[middle..]).unwrap();
        let (head, tail) = text.as_bytes().split_at(at);
        let builder = || Builder::new(Quick::new(&Projection::default()), "v");
        let (mut first, mut second) = (builder(), builder().amid());
        let (mut reader, mut helper) = (Reader::default(), Reader::amid());
        reader.feed(head.len(), |room| room.copy_from_slice(head), &mut first);
        helper.feed(tail.len(), |room| room.copy_from_slice(tail), &mut second);
        helper.finish(&mut second);
        let rest = helper.rest().unwrap();
        let before = reader.join(&rest, &mut first).unwrap();
        first.append(&second.finish_unasked().into_parcel(), before);
        reader.finish(&mut first);
        let joined = first.finish();
        assert_eq!(joined.parcel(), whole.parcel());
        assert_eq!(joined.levels, whole.levels);
        assert_eq!(reader.counted.features, whole.len());
    }
}

#[test]
fn neighbours_draw_the_same_corners_along_their_border_at_every_scale() {
    let units = shipped("units");
    let near = |a: &Point, b: &Point| (a.x - b.x).abs() < 1e-6 && (a.y - b.y).abs() < 1e-6;
    for width in [120.0, 400.0, 1300.0, 5000.0] {
        let mut drawn = Corners::default();
        units.send(&window(units.bounds(), width, width), &mut drawn);
        let id = |wanted: &str| {
            let number = (0..units.len())
                .find(|n| units.item(*n).unwrap().id == wanted)
                .unwrap();
            &drawn.0.iter().find(|(n, _)| *n == number).unwrap().1
        };
        // Luhansk and Donetsk: a corner of one near the border is a corner of the other.
        let (donetsk, luhansk) = (id("UA-14"), id("UA-09"));
        let shared = donetsk
            .iter()
            .filter(|a| luhansk.iter().any(|b| near(a, b)))
            .count();
        let close = donetsk
            .iter()
            .filter(|a| luhansk.iter().any(|b| a.distance(*b) < 0.3))
            .count();
        assert_eq!(shared, close, "at {width} px");
        assert!(shared > 3, "at {width} px: {shared}");
    }
}

#[test]
fn fewer_corners_are_drawn_from_farther_away() {
    let units = shipped("units");
    let count = |width: f64| {
        let mut drawn = Corners::default();
        let mut window = window(units.bounds(), width, width);
        window.camera.scale = width / units.bounds().width();
        units.send(&window, &mut drawn);
        drawn.0.iter().map(|(_, all)| all.len()).sum::<usize>()
    };
    let (far, middle, close) = (count(60.0), count(400.0), count(16_000.0));
    assert!(far < middle && middle < close, "{far} {middle} {close}");
    assert!(
        close > units.positions() / 2,
        "{close} of {}",
        units.positions()
    );
}

proptest! {
    /// Against a winding number in floats, away from edges.
    #[test]
    fn finds_what_a_slow_way_finds(lon in 22.0..40.5_f64, lat in 44.2..52.5_f64) {
        thread_local!(static UNITS: Overlay = shipped("units"));
        UNITS.with(|units| {
            let point = at(lon, lat);
            let mut angles = Corners::default();
            units.send(&Window { camera: Camera { centre: point, scale: 8.0, width: 6e7, height: 6e7 }, margin: 0.0, density: 1e-6 }, &mut angles);
            let quick = units.at(point, 0.0).map(|n| units.item(n).unwrap().id.to_owned());
            let slow = slow(units, point);
            prop_assert_eq!(quick, slow);
            Ok(())
        })?;
    }
}

/// The feature whose outline turns around a point.
fn slow(units: &Overlay, point: Point) -> Option<String> {
    let mut found = None;
    for (number, piece) in units.pieces.iter().enumerate() {
        let mut turns = 0.0;
        for (_, range) in units.runs_of(number) {
            let ring: Vec<Point> = units.positions[range].iter().map(|at| plane(*at)).collect();
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let (ax, ay, bx, by) = (a.x - point.x, a.y - point.y, b.x - point.x, b.y - point.y);
                turns += (ax * by - ay * bx).atan2(ax * bx + ay * by);
            }
        }
        if turns.abs() > std::f64::consts::PI {
            found = Some(units.item(piece.feature as usize).unwrap().id.to_owned());
        }
    }
    found
}
