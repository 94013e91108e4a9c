//! How long a page of a very large dossier takes: 10,000 claims, 1,000 clauses, 500 regions.
//!
//! `cargo bench --bench reading` runs all, with a part of a name behind it only those.

#![allow(
    clippy::unwrap_used,
    reason = "a dossier that cannot be read leaves nothing to measure"
)]
#![allow(
    missing_docs,
    reason = "criterion's macros write functions of their own"
)]

#[path = "support/generated.rs"]
mod generated;

use std::hint::black_box;

use clausemap::coverage::Coverage;
use clausemap::dossier::{Day, Dossier, Files, Lang};
use clausemap::load::load;
use clausemap::reading::{Filters, Lens, PositionOrder, Reader, SearchIndex};
use criterion::{Criterion, criterion_group, criterion_main};

criterion_group!(pages, pages_of, days, search);
criterion_main!(pages);

struct Opened {
    dossier: Dossier,
    coverage: Coverage,
    langs: [Lang; 1],
}

impl Opened {
    fn new() -> Self {
        let mut files = Files::default();
        for (name, bytes) in generated::folder() {
            files.add(name, bytes);
        }
        let loaded = load(&files).unwrap();
        let faults: Vec<String> = loaded.faults.iter().map(ToString::to_string).collect();
        assert!(faults.is_empty(), "{:?}", faults.first());
        Self {
            dossier: loaded.dossier,
            coverage: loaded.coverage,
            langs: [Lang::from("en")],
        }
    }

    fn reader(&self) -> Reader<'_> {
        Reader {
            dossier: &self.dossier,
            coverage: &self.coverage,
            langs: &self.langs,
            translation: None,
        }
    }
}

fn pages_of(c: &mut Criterion) {
    let opened = Opened::new();
    let reader = opened.reader();
    let plan = "plan-4".parse().unwrap();
    let mut group = c.benchmark_group("page");
    for region in ["unit-3", "group-0", "country"] {
        let id = region.parse().unwrap();
        group.bench_function(format!("region {region}"), |b| {
            b.iter(|| black_box(reader.region_page(&id, &plan)));
        });
    }
    let (clause, party) = ("p4-7".parse().unwrap(), "party-1".parse().unwrap());
    let (claim, source) = ("claim-70".parse().unwrap(), "source-7".parse().unwrap());
    group.bench_function("clause", |b| b.iter(|| reader.clause_page(&clause)));
    group.bench_function("party", |b| b.iter(|| reader.party_page(&party)));
    group.bench_function("claim", |b| b.iter(|| reader.claim_page(&claim)));
    group.bench_function("source", |b| b.iter(|| reader.source_page(&source)));
    group.bench_function("overview", |b| b.iter(|| reader.overview(&plan)));
    group.bench_function("sources", |b| b.iter(|| reader.sources()));
    group.bench_function("claims asked for", |b| {
        let filters = Filters {
            topic: Some("topic-3".parse().unwrap()),
            ..Filters::default()
        };
        b.iter(|| reader.claims_asked_for(&filters, None).len());
    });
    for order in PositionOrder::ALL {
        group.bench_function(format!("positions, {order:?}"), |b| {
            b.iter(|| reader.positions(&Filters::default(), None, order).claims);
        });
    }
    group.bench_function("claims behind a position", |b| {
        b.iter(|| reader.position_evidence(&claim));
    });
    for lens in Lens::all() {
        group.bench_function(format!("map, lens {}", lens.slug()), |b| {
            let regions = || opened.dossier.regions.iter();
            b.iter(|| {
                regions()
                    .filter_map(|region| reader.lens_value(&lens, &region.id, &plan))
                    .count()
            });
        });
    }
    group.finish();
}

fn days(c: &mut Criterion) {
    let opened = Opened::new();
    let day: Day = "2025-09-01".parse().unwrap();
    let mut group = c.benchmark_group("as-of date");
    group.bench_function("dossier", |b| b.iter(|| opened.dossier.as_of(day)));
    let then = opened.dossier.as_of(day);
    group.bench_function("coverage", |b| b.iter(|| opened.coverage.within(&then)));
    group.bench_function("coverage, anew", |b| b.iter(|| Coverage::of(&then)));
    group.finish();
}

fn search(c: &mut Criterion) {
    let opened = Opened::new();
    let reader = opened.reader();
    let mut group = c.benchmark_group("search");
    group.sample_size(20);
    group.bench_function("index", |b| {
        b.iter(|| SearchIndex::of(&opened.dossier, None));
    });
    let index = SearchIndex::of(&opened.dossier, None);
    for query in [
        "t",
        "te",
        "territory",
        "teritory",
        "territory guarantee p",
        "s s s",
    ] {
        group.bench_function(format!("“{query}”"), |b| {
            b.iter(|| black_box(reader.search(&index, query, 6)));
        });
    }
    group.finish();
}
