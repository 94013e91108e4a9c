//! How long each step takes that a large layer of somebody else's goes through: ten thousand areas, a
//! million vertices, 41 MB, the same file as in the browser's half of the benchmarks.
//!
//! `make bench-native` makes the file and runs all of it; after that, `cargo bench --bench layers` does.

#![allow(
    clippy::expect_used,
    reason = "without the data there is nothing to measure"
)]
#![allow(
    missing_docs,
    reason = "criterion's macros write functions of their own"
)]

use std::hint::black_box;
use std::path::Path;

use clausemap::atlas::{Bounds, Lambert, Point, Sink};
use clausemap::stream::{Feature, Reader, Take};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

criterion_group! {
    name = steps;
    // Each round takes a good part of a second.
    config = Criterion::default().sample_size(10);
    targets = stream
}
criterion_main!(steps);

/// The bytes of the large data set.
fn large() -> Vec<u8> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/data/large.geojson");
    std::fs::read(file).expect("`make bench-native` makes bench/data/large.geojson")
}

/// From bytes to features: only read, read and measured, read and projected.
fn stream(c: &mut Criterion) {
    let bytes = large();
    let mut group = c.benchmark_group("stream");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("read", |b| {
        b.iter(|| {
            let mut count = Count::default();
            Reader::read(black_box(&bytes), &mut count);
            count.0
        });
    });
    group.bench_function("read, bounds", |b| {
        b.iter(|| {
            let mut around = Around::default();
            Reader::read(black_box(&bytes), &mut around);
            around.0
        });
    });
    group.bench_function("read, project, bounds", |b| {
        b.iter(|| {
            let mut projected = Projected {
                by: Lambert::new([46.0, 51.0], Point::new(31.3, 48.5)),
                around: Bounds::default(),
            };
            Reader::read(black_box(&bytes), &mut projected);
            projected.around
        });
    });
    group.finish();
}

/// Counts vertices, so that reading is not left out.
#[derive(Default)]
struct Count(usize);

impl Take for Count {
    fn feature(&mut self, feature: &Feature<'_>) {
        self.0 += feature.geometry.len();
    }
}

#[derive(Default)]
struct Around(Bounds);

impl Take for Around {
    fn feature(&mut self, feature: &Feature<'_>) {
        feature.geometry.send(&mut self.0);
    }
}

struct Projected {
    by: Lambert,
    around: Bounds,
}

impl Take for Projected {
    fn feature(&mut self, feature: &Feature<'_>) {
        feature.geometry.send(self);
    }
}

impl Sink for Projected {
    fn point(&mut self, at: Point) {
        self.around.point(self.by.forward(at));
    }
}
