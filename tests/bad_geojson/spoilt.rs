//! Sound files of the repository, spoilt at random.

use proptest::prelude::*;
use proptest::sample::Index;

use super::{in_repository, told_of};

/// Sound files, small enough to be spoilt often.
const SOUND: [&str; 3] = [
    "tests/broken/base/geo/countries.geojson",
    "tests/broken/base/geo/units.geojson",
    "tests/broken/base/geo/towns.geojson",
];

/// One thing that goes wrong with the bytes of a file.
#[derive(Debug, Clone)]
enum Slip {
    Flip(Index, u8),
    Remove(Index, usize),
    Insert(Index, Vec<u8>),
    Cut(Index),
    Double(Index, usize),
}

fn byte() -> impl Strategy<Value = u8> {
    prop_oneof![
        prop::sample::select(b"{}[],:\"\\ \n0-.eEtfn\xEF".to_vec()),
        any::<u8>()
    ]
}

fn slip() -> impl Strategy<Value = Slip> {
    prop_oneof![
        (any::<Index>(), byte()).prop_map(|(at, to)| Slip::Flip(at, to)),
        (any::<Index>(), 1..40_usize).prop_map(|(at, many)| Slip::Remove(at, many)),
        (any::<Index>(), prop::collection::vec(byte(), 1..8))
            .prop_map(|(at, new)| Slip::Insert(at, new)),
        any::<Index>().prop_map(Slip::Cut),
        (any::<Index>(), 1..300_usize).prop_map(|(at, many)| Slip::Double(at, many)),
    ]
}

fn spoil(bytes: &mut Vec<u8>, slip: &Slip) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    let reach = |at: usize, many: usize| at..(at + many).min(length);
    match slip {
        Slip::Flip(at, to) => bytes[at.index(length)] = *to,
        Slip::Remove(at, many) => {
            bytes.drain(reach(at.index(length), *many));
        }
        Slip::Insert(at, new) => {
            let at = at.index(length);
            bytes.splice(at..at, new.iter().copied());
        }
        Slip::Cut(at) => bytes.truncate(at.index(length)),
        Slip::Double(at, many) => {
            let again = bytes[reach(at.index(length), *many)].to_vec();
            let at = at.index(length);
            bytes.splice(at..at, again);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_spoilt_file_is_told_alike_in_pieces_of_any_size(
        file in prop::sample::select(SOUND.to_vec()),
        slips in prop::collection::vec(slip(), 0..4),
        size in 1..300_usize,
    ) {
        let mut bytes = std::fs::read(in_repository(file)).unwrap();
        for slip in &slips {
            spoil(&mut bytes, slip);
        }
        let (whole, taken) = told_of(std::iter::once(&bytes));
        let (pieces, again) = told_of(bytes.chunks(size));
        prop_assert_eq!(&whole, &pieces);
        prop_assert_eq!(taken.names, again.names);
        // What is no JSON is never swallowed.
        if serde_json::from_slice::<serde_json::Value>(&bytes).is_err() {
            prop_assert!(whole.contains("; "), "{}", whole);
        }
    }
}
