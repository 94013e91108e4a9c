//! What two changes come to, one after the other.
//!
//! The dossier records what happened between some plans. Between others it is put together from there,
//! and the result is never more certain than its parts:
//!
//! | first | then | comes to |
//! |---|---|---|
//! | withheld | anything | withheld: who has not seen a text cannot say what became of it |
//! | anything | withheld | withheld |
//! | anything | dropped | dropped |
//! | new | anything | new |
//! | kept | x | x |
//! | reworded | kept, reworded | reworded |
//! | reworded | any other x | x |
//! | x | kept, reworded | x |
//! | x | the same x | x, for narrowed, widened, split, merged and changed |
//! | any | any other | changed: the substance was altered, and no one direction can be stated |
//!
//! Read backwards, narrowed is widened, split is merged, dropped is new; the rest stays what it is.

use crate::dossier::Change;

/// What `first` and then `then` come to.
pub(super) fn composed(first: Change, then: Change) -> Change {
    use Change::{Changed, Dropped, Kept, New, Reworded, Withheld};
    match (first, then) {
        (Withheld, _) | (_, Withheld) => Withheld,
        (_, Dropped) => Dropped,
        (New, _) => New,
        (Kept, other) | (other, Kept) | (Reworded, other) | (other, Reworded) => other,
        (a, b) if a == b => a,
        _ => Changed,
    }
}

/// What a change is called by who walks from the later text to the earlier one.
pub(super) fn reversed(change: Change) -> Change {
    match change {
        Change::Narrowed => Change::Widened,
        Change::Widened => Change::Narrowed,
        Change::Split => Change::Merged,
        Change::Merged => Change::Split,
        Change::Dropped => Change::New,
        Change::New => Change::Dropped,
        Change::Kept | Change::Reworded | Change::Changed | Change::Withheld | Change::Named => {
            change
        }
    }
}

/// Whether a text goes on beyond a change; if not, it ends or begins there.
pub(super) fn goes_on(change: Change) -> bool {
    !matches!(change, Change::Dropped | Change::New | Change::Named)
}

/// Whether what holds of the text on one side holds of the other as well.
pub(super) fn keeps_substance(change: Change) -> bool {
    matches!(change, Change::Kept | Change::Reworded)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [Change; 7] = [
        Change::Kept,
        Change::Reworded,
        Change::Narrowed,
        Change::Widened,
        Change::Split,
        Change::Merged,
        Change::Changed,
    ];

    #[test]
    fn the_table_holds() {
        use Change::{Changed, Dropped, Kept, Narrowed, New, Reworded, Split, Widened, Withheld};
        for (first, then, expected) in [
            (Kept, Kept, Kept),
            (Reworded, Reworded, Reworded),
            (Kept, Widened, Widened),
            (Widened, Reworded, Widened),
            (Widened, Widened, Widened),
            (Widened, Narrowed, Changed),
            (Split, Narrowed, Changed),
            (Changed, Dropped, Dropped),
            (New, Changed, New),
            (Withheld, Kept, Withheld),
            (Changed, Withheld, Withheld),
            (Withheld, Dropped, Withheld),
        ] {
            assert_eq!(composed(first, then), expected, "{first:?}, {then:?}");
        }
    }

    #[test]
    fn the_order_in_which_steps_are_put_together_does_not_matter() {
        for a in STEPS {
            for b in STEPS {
                for c in STEPS {
                    let left = composed(composed(a, b), c);
                    assert_eq!(left, composed(a, composed(b, c)), "{a:?} {b:?} {c:?}");
                }
            }
        }
    }

    #[test]
    fn a_way_back_is_the_way_there_read_backwards() {
        for change in Change::ALL {
            assert_eq!(reversed(reversed(change)), change);
        }
        for a in STEPS {
            for b in STEPS {
                let back = composed(reversed(b), reversed(a));
                assert_eq!(reversed(composed(a, b)), back, "{a:?} {b:?}");
            }
        }
    }
}
