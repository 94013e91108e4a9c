//! The built page in a real Chromium: what a reader clicks, types, reads and is shown.
//!
//! The tests serve `dist/` themselves; `make dist` builds it. `CLAUSEMAP_DIST` names another folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a step that cannot be taken fails the test that asked for it"
)]
#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the files are those of our own build"
)]

mod access;
mod address;
mod afternoon;
mod alone;
mod asked;
mod asking;
mod axe;
mod brought;
mod brought_at;
mod chromium;
mod clauses;
mod compare;
mod detail;
mod embed;
mod expected;
mod faults;
mod filters;
mod firefox;
mod first_visit;
mod first_visit_peers;
mod focus;
mod framed;
mod gestures;
#[path = "../guide/mod.rs"]
mod guide;
mod halves;
mod hand;
mod harness;
mod hostile;
mod hosts;
mod keyboard;
mod languages;
mod large;
mod layers;
mod lenses;
mod likeness;
mod list_view;
mod looks;
mod newsroom;
mod offline;
mod packed;
mod packed_hostile;
mod page;
mod pictures;
mod places;
mod positions;
mod private;
mod sandbox;
mod sandbox_layers;
mod sharing;
mod site;
mod sources;
mod stand;
mod states;
mod statics;
mod takeaway;
mod targets;
mod timeline;
mod tongues;
mod touch;
mod tree;
mod turning;
mod waiting;
mod walk;
mod weight;
