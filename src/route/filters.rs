//! How the address says what is left out.

use crate::dossier::{Change, Evidence, StanceKind};
use crate::reading::Filters;

/// Reads a pair of the address. False where it is not one of a filter.
pub(super) fn read(filters: &mut Filters, name: &str, value: &str) -> bool {
    match name {
        "party" => filters.party = value.parse().ok(),
        "stance" => filters.stance = StanceKind::of(value),
        "topic" => filters.topic = value.parse().ok(),
        "evidence" => filters.evidence = Evidence::of(value),
        "change" => {
            let asked: Vec<_> = value.split(',').filter_map(Change::of).collect();
            // In the order of the list, each once: one state has one address.
            let all = Change::ALL.into_iter();
            filters.changes = all.filter(|change| asked.contains(change)).collect();
        }
        _ => return false,
    }
    true
}

/// The pairs that the address says them with.
pub(super) fn pairs(filters: &Filters) -> impl Iterator<Item = (&'static str, String)> {
    let slugs: Vec<_> = filters.changes.iter().map(|change| change.slug()).collect();
    let party = filters.party.as_ref().map(ToString::to_string);
    let stance = filters.stance.map(|stance| stance.slug().to_owned());
    let topic = filters.topic.as_ref().map(ToString::to_string);
    let evidence = filters.evidence.map(|evidence| evidence.slug().to_owned());
    let changes = (!slugs.is_empty()).then(|| slugs.join(","));
    [
        ("party", party),
        ("stance", stance),
        ("topic", topic),
        ("evidence", evidence),
        ("change", changes),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
}
