//! Lists put in order, by one piece of code for all of them.
//!
//! The library's way of sorting is made anew for each kind of thing: five kilobytes each time, and the
//! page has fifty kinds. Its lists are short, so here their places are sorted, and the things are then moved.
//! Where there are thousands of numbers to be sorted for a picture, the library's way is kept.

use std::cmp::Ordering;
use std::collections::BTreeSet;

/// Puts things in order. What is equal stays as it stood.
pub(crate) fn by<T>(things: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = sorted(
        things.len(),
        &mut |a, b| match (things.get(a), things.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        },
    );
    arrange(order, &mut |a, b| things.swap(a, b));
}

/// The same, by something that each thing has.
pub(crate) fn by_key<T, K: Ord>(things: &mut [T], key: impl Fn(&T) -> K) {
    by(things, |a, b| key(a).cmp(&key(b)));
}

/// The same, by something that is costly to work out: once for each thing.
pub(crate) fn by_cached_key<T, K: Ord>(things: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = things.iter().map(key).collect();
    let order = sorted(keys.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b)));
    arrange(order, &mut |a, b| things.swap(a, b));
}

/// What there is among things, each once and in order. Collected into a set they would be sorted first.
pub(crate) fn set<T: Ord>(things: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(things);
    set
}

/// For each place, where the thing stands now that belongs there.
fn sorted(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Brings things where they belong, along each circle in which they change places.
fn arrange(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut place = start;
        while let Some(from) = order.get_mut(place) {
            let from = std::mem::replace(from, place);
            if from == start {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn orders_as_the_library_does(things in prop::collection::vec((0..9_u8, any::<u16>()), 0..60)) {
            let mut ours = things.clone();
            let mut theirs = things;
            by_key(&mut ours, |thing| thing.0);
            theirs.sort_by_key(|thing| thing.0);
            prop_assert_eq!(&ours, &theirs);
            by(&mut ours, |a, b| b.1.cmp(&a.1));
            theirs.sort_by_key(|b| std::cmp::Reverse(b.1));
            prop_assert_eq!(&ours, &theirs);
            by_cached_key(&mut ours, |thing| thing.0);
            theirs.sort_by_cached_key(|thing| thing.0);
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(set(ours.into_iter()), theirs.into_iter().collect());
        }
    }
}
