//! Outlines across the antimeridian and around a pole, in both projections.

use super::*;

fn mercator() -> Projection {
    Projection::Mercator(Mercator::default())
}

/// One polygon, as a region.
fn polygon(ring: &[(f64, f64)], projection: Projection) -> Atlas {
    let corners: Vec<String> = ring.iter().map(|(x, y)| format!("[{x},{y}]")).collect();
    let text = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{{\"id\":\"a\",\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}}}]}}",
        corners.join(",")
    );
    let mut files = Files::default();
    let file = files.add("a.geojson", text.into_bytes());
    let (atlas, faults) = Atlas::read(
        &files,
        &[(layer("a", LayerRole::Regions), file)],
        projection,
    );
    assert_eq!(faults, []);
    atlas
}

/// Whether the polygon holds a position.
fn holds(atlas: &Atlas, lon: f64, lat: f64) -> bool {
    let feature = &atlas.features()[0];
    feature.side(atlas.nodes(), at(atlas, lon, lat)) == Side::Inside
}

fn all_in_place(atlas: &Atlas) {
    let nodes = atlas.nodes();
    for node in 0..nodes.len() {
        let plane = nodes.plane(node as u32);
        assert!(plane.x.is_finite() && plane.y.is_finite());
    }
    assert!(atlas.features()[0].area.is_finite() && atlas.features()[0].area > 0.0);
}

/// A land from 170° E to 170° W, as Chukotka lies there.
const ACROSS: [(f64, f64); 5] = [
    (170., 60.),
    (-170., 60.),
    (-170., 70.),
    (170., 70.),
    (170., 60.),
];

#[test]
fn a_land_across_the_antimeridian_lies_on_both_edges_of_the_map() {
    let atlas = polygon(&ACROSS, mercator());
    all_in_place(&atlas);
    assert_eq!(atlas.features()[0].shape.lines().count(), 2);
    for (lon, inside) in [
        (175., true),
        (-175., true),
        (0., false),
        (165., false),
        (-165., false),
    ] {
        assert_eq!(holds(&atlas, lon, 65.), inside, "{lon}");
    }
    // Two strips of ten degrees each, not the rest of the world.
    let ten = polygon(
        &[(0., 60.), (10., 60.), (10., 70.), (0., 70.), (0., 60.)],
        mercator(),
    );
    let ratio = atlas.features()[0].area / ten.features()[0].area;
    assert!((ratio - 2.0).abs() < 1e-9, "{ratio}");
}

#[test]
fn a_map_whose_middle_is_elsewhere_is_cut_elsewhere() {
    // Opposite 31.3° E, Alaska is cut; Chukotka is whole.
    let by = shipped_projection();
    let chukotka = polygon(&ACROSS, by);
    assert_eq!(chukotka.features()[0].shape.lines().count(), 1);
    assert!(holds(&chukotka, 180., 65.) && !holds(&chukotka, 31., 65.));
    let alaska = polygon(
        &[
            (-160., 60.),
            (-140., 60.),
            (-140., 70.),
            (-160., 70.),
            (-160., 60.),
        ],
        by,
    );
    all_in_place(&alaska);
    assert_eq!(alaska.features()[0].shape.lines().count(), 2);
    assert!(holds(&alaska, -150., 65.) && holds(&alaska, -145., 65.));
    assert!(!holds(&alaska, 31., 65.) && !holds(&alaska, -135., 65.));
}

#[test]
fn a_land_around_a_pole_reaches_the_edge_of_the_map() {
    let around = |lat: f64| -> Vec<(f64, f64)> {
        let mut ring: Vec<(f64, f64)> = (0..36)
            .map(|n| (f64::from(n) * 10.0 - 180.0, lat))
            .collect();
        ring.push(ring[0]);
        ring
    };
    // As it is written with the pole's own edge, and without.
    let mut with_edge: Vec<(f64, f64)> = (0..=36)
        .map(|n| (f64::from(n) * 10.0 - 180.0, -70.))
        .collect();
    with_edge.extend([(180., -90.), (-180., -90.), (-180., -70.)]);
    for ring in [around(-70.), with_edge] {
        let atlas = polygon(&ring, mercator());
        all_in_place(&atlas);
        for lon in [-179., -90., 0., 90., 179.] {
            assert!(
                holds(&atlas, lon, -80.) && !holds(&atlas, lon, -60.),
                "{lon}"
            );
        }
    }
    // The pole that is the tip of the cone needs no edge.
    let arctic = polygon(&around(70.), shipped_projection());
    all_in_place(&arctic);
    for lon in [-179., -148., -90., 0., 90., 179.] {
        assert!(
            holds(&arctic, lon, 80.) && !holds(&arctic, lon, 60.),
            "{lon}"
        );
    }
}

#[test]
fn a_line_across_the_cut_falls_into_two() {
    let pieces = crate::atlas::cut::line(
        &[
            Point::new(170., 10.),
            Point::new(-170., 20.),
            Point::new(-160., 20.),
        ],
        0.0,
    );
    let ends = |line: &[Point]| line.iter().map(|p| (p.x, p.y)).collect::<Vec<_>>();
    assert_eq!(ends(&pieces[0]), [(170., 10.), (180., 15.)]);
    assert_eq!(ends(&pieces[1]), [(-180., 15.), (-170., 20.), (-160., 20.)]);
}

#[test]
fn the_ends_of_the_globe_have_a_place() {
    for by in [mercator(), shipped_projection()] {
        for lon in [-180., 0., 180.] {
            for lat in [-90., 0., 90.] {
                let there = by.forward(Point::new(lon, lat));
                assert!(there.x.is_finite() && there.y.is_finite(), "{lon} {lat}");
            }
        }
    }
    // Both ends of the parallels are places of their own.
    let ends = [-180., 180.].map(|lon| mercator().forward(Point::new(lon, 0.)).x);
    assert!(ends[0] < 0.0 && ends[1] > 0.0);
}
