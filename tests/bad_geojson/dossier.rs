//! The same files as a layer of a dossier: whatever is told of them in a layer of its own is told
//! there too, each thing in the words of that reader.

use clausemap::load::{Loaded, load};

use super::support::{as_files, open_every_page, read_folder};
use super::{CASES, bytes_of, expected_of, in_repository};

/// The layer whose features no region needs.
const LAYER: &str = "geo/water.geojson";

/// What a dossier takes without a word, though a layer of its own is told something.
const TAKEN: &[&str] = &[
    "feature-without-type",
    "feature-of-another-type",
    "coordinates-decimal-comma",
];

fn with_layer(bytes: Vec<u8>) -> Loaded {
    let mut folder = read_folder(&in_repository("tests/broken/base"));
    assert!(folder.insert(LAYER.to_owned(), bytes).is_some());
    load(&as_files(&folder)).unwrap()
}

#[test]
fn a_dossier_is_told_what_is_wrong_with_its_layers() {
    let mut swallowed = Vec::new();
    for case in CASES.iter().map(|name| name.replace('_', "-")) {
        let loaded = with_layer(bytes_of(&case));
        assert!(open_every_page(&loaded) > 0, "{case}");
        let faults = loaded.faults.iter().filter(|fault| fault.file == LAYER);
        let told = faults
            .filter(|fault| fault.line > 0 && fault.column > 0)
            .count();
        let (_, expected) = expected_of(&case);
        let is_bad = expected.lines().count() > 1;
        if is_bad && told == 0 {
            swallowed.push(case);
        }
    }
    assert_eq!(swallowed, TAKEN);
}
