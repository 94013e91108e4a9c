//! How long each step takes from the files of the shipped dossier to its picture.
//!
//! `cargo bench --bench dossier` runs all, with a part of a name behind it only those.

#![allow(
    clippy::unwrap_used,
    reason = "a dossier that cannot be read leaves nothing to measure"
)]
#![allow(
    missing_docs,
    reason = "criterion's macros write functions of their own"
)]

#[path = "support/shipped.rs"]
mod shipped;

use std::hint::black_box;

use clausemap::atlas::{Atlas, Point, Reach, weigh};
use clausemap::coverage::Coverage;
use clausemap::load::load;
use clausemap::paint::svg;
use clausemap::scene::{Camera, Scene, View, estimate};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};

criterion_group!(steps, parse, geometry, hit, coverage, picture);
criterion_main!(steps);

/// All files, from bytes to a checked dossier with its atlas; and its GeoJSON alone.
fn parse(c: &mut Criterion) {
    let files = shipped::files();
    let layers = shipped::layers(&files);
    let mut group = c.benchmark_group("parse");
    group.throughput(Throughput::Bytes(shipped::size(&files)));
    group.bench_function("dossier, checked", |b| b.iter(|| load(black_box(&files))));
    let geometry: u64 = layers
        .iter()
        .filter_map(|(_, at)| Some(files.get(*at)?.bytes.len() as u64))
        .sum();
    group.throughput(Throughput::Bytes(geometry));
    group.bench_function("geometry, projected and weighed", |b| {
        b.iter(|| Atlas::read(black_box(&files), &layers, shipped::projection()));
    });
    group.finish();
}

/// What is done once to every node of the atlas.
fn geometry(c: &mut Criterion) {
    let atlas = shipped::load().atlas;
    let count = atlas.nodes().len() as u32;
    let degrees: Vec<Point> = (0..count).map(|n| atlas.nodes().degrees(n)).collect();
    let plane: Vec<Point> = (0..count).map(|n| atlas.nodes().plane(n)).collect();
    let by = *atlas.projection();
    let mut group = c.benchmark_group("geometry");
    group.throughput(Throughput::Elements(u64::from(count)));
    group.bench_function("project", |b| {
        b.iter(|| degrees.iter().map(|at| by.forward(*at).x).sum::<f64>());
    });
    group.bench_function("unproject", |b| {
        b.iter(|| plane.iter().map(|at| by.inverse(*at).x).sum::<f64>());
    });
    group.bench_function("simplify: weigh every node", |b| {
        b.iter_batched_ref(
            || atlas.nodes().clone(),
            |nodes| weigh(nodes, atlas.features().iter().map(|feature| &feature.shape)),
            BatchSize::LargeInput,
        );
    });
    group.finish();
    c.bench_function("index: tie regions to ground", |b| {
        let grounds = shipped::grounds();
        b.iter_batched_ref(
            || atlas.clone(),
            |atlas| atlas.bind(&grounds),
            BatchSize::LargeInput,
        );
    });
}

/// What lies under a point: spread over the whole country, so that some meet nothing.
fn hit(c: &mut Criterion) {
    let atlas = shipped::load().atlas;
    let all = atlas.ground_bounds();
    // Steps by the golden ratio cover a box evenly and never in the order of the features.
    let share = |n: u32, by: f64| (f64::from(n) * by).fract();
    let points: Vec<Point> = (0..1000)
        .map(|n| {
            let x = all.min.x + all.width() * share(n, 0.618_033_988_75);
            let y = all.min.y + all.height() * share(n, 0.754_877_666_25);
            Point::new(x, y)
        })
        .collect();
    let mut group = c.benchmark_group("hit");
    group.throughput(Throughput::Elements(points.len() as u64));
    group.bench_function("region", |b| {
        b.iter(|| {
            let found = points
                .iter()
                .map(|at| atlas.what_is_here(*at, 0.0, Reach::Groups).len());
            found.sum::<usize>()
        });
    });
    group.bench_function("country", |b| {
        b.iter(|| {
            points
                .iter()
                .filter(|at| atlas.country_at(**at).is_some())
                .count()
        });
    });
    group.finish();
}

/// Which clauses and claims bear on which region.
fn coverage(c: &mut Criterion) {
    let loaded = shipped::load();
    c.bench_function("coverage", |b| {
        b.iter(|| Coverage::of(black_box(&loaded.dossier)));
    });
}

/// The map as a wide window and as a phone show it, and from near; with and without the labels,
/// whose cost is the difference.
fn picture(c: &mut Criterion) {
    let loaded = shipped::load();
    let atlas = &loaded.atlas;
    let wide = shipped::view(&loaded, 1280.0, 800.0);
    let phone = shipped::view(&loaded, 390.0, 420.0);
    let near = View {
        camera: wide.camera.zoomed(8.0, Point::new(800.0, 500.0)),
        ..wide.clone()
    };
    let mut group = c.benchmark_group("scene");
    for (name, view) in [("wide", &wide), ("phone", &phone), ("near", &near)] {
        group.bench_function(name, |b| {
            b.iter(|| Scene::draw(atlas, black_box(view), &estimate));
        });
        let bare = shipped::nameless(view);
        group.bench_function(format!("{name}, no labels"), |b| {
            b.iter(|| Scene::draw(atlas, black_box(&bare), &estimate));
        });
    }
    group.finish();
    let scene = Scene::draw(atlas, &wide, &estimate);
    c.bench_function("paint: svg", |b| {
        b.iter(|| svg::paint(black_box(&scene), &shipped::options()));
    });
    c.bench_function("camera: there and back", |b| {
        let camera: Camera = wide.camera;
        b.iter(|| camera.to_screen(camera.to_plane(black_box(Point::new(640.0, 400.0)))));
    });
}
