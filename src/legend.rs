//! What the values of a lens look like on the map, and what its key says of them.
//!
//! One table for both, so that the key can never say of a fill what the map does not mean by it.

use crate::dossier::PartyId;
use crate::reading::{LensValue, PartyTag, Shade, Verdict};
use crate::scene::{BadgeFace, Fill, Glyph};

/// The last class of the ladder: so many clauses, or more.
pub const LAST_CLASS: u8 = 4;

/// What ground is filled with that the clause on the page names.
const LIT: Fill = Fill::Class(3);

/// How many hatchings there are for claimants; further ones share the last.
const HATCHINGS: usize = 4;

/// How a region looks under a lens.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// What fills it.
    pub fill: Fill,
    /// What says the same without colour.
    pub badge: Option<BadgeFace>,
}

impl Look {
    /// Nothing to say of it.
    pub fn plain() -> Self {
        Self {
            fill: Fill::PLAIN,
            badge: None,
        }
    }

    /// Ground that the clause on the page names.
    pub fn lit() -> Self {
        Self {
            fill: LIT,
            badge: None,
        }
    }

    fn glyph(glyph: Glyph) -> Self {
        Self {
            fill: Fill::Tint(glyph),
            badge: Some(BadgeFace::Glyph(glyph)),
        }
    }

    /// The look of a value.
    pub fn of(value: &LensValue) -> Self {
        match value {
            // The number is its own sign: the ladder is one of lightness.
            LensValue::Clauses(count) => Self {
                fill: Fill::Class(u8::try_from(*count).map_or(LAST_CLASS, |n| n.min(LAST_CLASS))),
                badge: None,
            },
            LensValue::Agreement(accord) => accord
                .verdict()
                .map_or_else(Self::plain, |verdict| Self::glyph(verdict_glyph(verdict))),
            LensValue::Party(_, stand) => {
                shade_glyph(stand.shade()).map_or_else(Self::plain, Self::glyph)
            }
            LensValue::Claimed(by) => Self {
                fill: Fill::PLAIN,
                badge: letters(by).map(BadgeFace::Letters),
            },
        }
    }
}

/// The glyph of a verdict.
pub fn verdict_glyph(verdict: Verdict) -> Glyph {
    match verdict {
        Verdict::Agreed => Glyph::Supports,
        Verdict::Open => Glyph::Open,
        Verdict::Contested => Glyph::Contested,
    }
}

/// The glyph of a stand; none where no claim is recorded: silence has a sign, absence has not.
pub fn shade_glyph(shade: Shade) -> Option<Glyph> {
    Some(match shade {
        Shade::Unrecorded => return None,
        Shade::Supports => Glyph::Supports,
        Shade::Conditional => Glyph::Conditional,
        Shade::Opposes => Glyph::Opposes,
        Shade::Open => Glyph::Open,
        Shade::Silent => Glyph::Silent,
        Shade::Mixed => Glyph::Mixed,
    })
}

fn letters(by: &[PartyTag]) -> Option<String> {
    let letters: Vec<&str> = by.iter().map(|tag| tag.letters.words.as_str()).collect();
    (!letters.is_empty()).then(|| letters.join(" "))
}

/// The verdicts in the order of the key.
pub const VERDICTS: [Verdict; 3] = [Verdict::Agreed, Verdict::Open, Verdict::Contested];

/// The shades in the order of the key.
pub const SHADES: [Shade; 6] = [
    Shade::Supports,
    Shade::Conditional,
    Shade::Opposes,
    Shade::Mixed,
    Shade::Open,
    Shade::Silent,
];

/// Which hatching each claimant has: the first of `claimants` the first, and so on.
pub fn hatchings(claimants: &[PartyId], by: &[PartyTag]) -> Vec<u8> {
    let of = |tag: &PartyTag| {
        let at = claimants.iter().position(|id| *id == tag.id)?;
        u8::try_from(at.min(HATCHINGS - 1)).ok()
    };
    by.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Lang, Spoken};
    use crate::reading::{Accord, Stand};

    fn tag(id: &str) -> PartyTag {
        let spoken = |words: &str| Spoken {
            words: words.to_owned(),
            lang: Lang::from("en"),
            translated: false,
        };
        PartyTag {
            id: id.parse().unwrap(),
            letters: spoken(&id.to_uppercase()),
            name: spoken(id),
            observer: false,
        }
    }

    #[test]
    fn what_is_not_recorded_looks_like_no_stance_at_all() {
        let nothing = [
            LensValue::Clauses(0),
            LensValue::Agreement(Accord::default()),
            LensValue::Party(tag("a"), Stand::default()),
            LensValue::Claimed(Vec::new()),
        ];
        for value in nothing {
            assert_eq!(Look::of(&value), Look::plain(), "{value:?}");
        }
    }

    #[test]
    fn every_tint_comes_with_the_glyph_that_says_it() {
        let values = VERDICTS.map(verdict_glyph).into_iter();
        let shades = SHADES.iter().filter_map(|shade| shade_glyph(*shade));
        for glyph in values.chain(shades) {
            let look = Look::glyph(glyph);
            assert_eq!(look.badge, Some(BadgeFace::Glyph(glyph)));
            assert_eq!(look.fill, Fill::Tint(glyph));
        }
        // Within one key no glyph says two things.
        let mut glyphs: Vec<_> = SHADES.iter().filter_map(|s| shade_glyph(*s)).collect();
        glyphs.sort();
        glyphs.dedup();
        assert_eq!(glyphs.len(), SHADES.len());
    }

    #[test]
    fn classes_stop_at_the_last() {
        let class = |count| Look::of(&LensValue::Clauses(count)).fill;
        assert_eq!(class(3), Fill::Class(3));
        assert_eq!(class(4), class(4000));
        assert_eq!(class(usize::MAX), Fill::Class(LAST_CLASS));
    }

    #[test]
    fn claimants_are_told_apart_by_letters_and_by_hatching() {
        let both = [tag("b"), tag("c")];
        let look = Look::of(&LensValue::Claimed(both.to_vec()));
        assert_eq!(look.badge, Some(BadgeFace::Letters("B C".to_owned())));
        let claimants: Vec<PartyId> = ["a", "b", "c"].map(|id| id.parse().unwrap()).to_vec();
        assert_eq!(hatchings(&claimants, &both), [1, 2]);
    }
}
