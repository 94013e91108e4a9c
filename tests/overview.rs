//! The overviews of both dossiers: made by the command from the full outlines, and small enough for
//! the first view.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::io::Write;

use clausemap::dossier::read_manifest;
use clausemap::load::overviews;
use support::{as_files, in_repository, read_folder};

const DOSSIERS: [&str; 2] = ["public/dossier", "dossiers/minsk-2"];

/// What a server sends for a file when it packs it as well as it can.
fn packed(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    writer.write_all(bytes).unwrap();
    drop(writer);
    packed.len()
}

#[test]
fn what_ships_is_what_the_command_makes() {
    for dossier in DOSSIERS {
        let folder = read_folder(&in_repository(dossier));
        let made = overviews(&as_files(&folder)).unwrap_or_else(|faults| panic!("{faults:?}"));
        assert_eq!(made.len(), 4, "{dossier}");
        for (name, text) in made {
            assert!(
                folder
                    .get(&name)
                    .is_some_and(|ships| *ships == text.into_bytes()),
                "{name} is not up to date: cargo run --bin clausemap -- overview {dossier}"
            );
        }
    }
}

#[test]
fn the_geometry_of_the_first_view_takes_at_most_45_kb() {
    for dossier in DOSSIERS {
        let folder = read_folder(&in_repository(dossier));
        let manifest = read_manifest(&as_files(&folder)).unwrap();
        let first = manifest.layers.iter().map(|layer| &layer.file);
        let sizes: Vec<(&String, usize)> =
            first.map(|name| (name, packed(&folder[name]))).collect();
        let all: usize = sizes.iter().map(|(_, size)| size).sum();
        assert!(all <= 45_000, "{dossier}: {all} bytes: {sizes:?}");
    }
}
