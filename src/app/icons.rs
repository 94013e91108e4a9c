//! Small drawings: marks for stances, signs for buttons.
//!
//! Each stance has a shape of its own, so that it is told without its colour.

use leptos::prelude::*;

use crate::dossier::Stance;
use crate::paint;
pub use crate::paint::svg::Sign;
use crate::scene::Glyph;

/// The class that colours a stance, and names its shape.
pub fn stance_class(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "supports",
        Stance::Conditional => "conditional",
        Stance::Opposes => "opposes",
        Stance::Open => "open",
        Stance::Silent { .. } => "silent",
    }
}

/// A stance's mark: disc and tick, half disc, square and cross, diamond and dot, broken ring.
/// Decorative: who uses it says the word beside it.
#[component]
pub fn StanceMark(stance: Stance) -> impl IntoView {
    let glyph = match stance {
        Stance::Supports => Glyph::Supports,
        Stance::Conditional => Glyph::Conditional,
        Stance::Opposes => Glyph::Opposes,
        Stance::Open => Glyph::Open,
        Stance::Silent { .. } => Glyph::Silent,
    };
    view! { <GlyphMark glyph /> }
}

/// The mark of a glyph, the same as on the map.
#[component]
pub fn GlyphMark(glyph: Glyph) -> impl IntoView {
    let parts = paint::svg::parts(glyph).iter();
    let parts = parts.map(|(class, d)| view! { <path class=*class d=*d /> });
    view! {
        <svg class=format!("mark {}", glyph.slug()) viewBox="0 0 16 16" aria-hidden="true">
            {parts.collect_view()}
        </svg>
    }
}

/// Draws a sign; the button says what it does.
#[component]
pub fn Icon(sign: Sign) -> impl IntoView {
    let d = sign.outline();
    let class = sign.class();
    view! {
        <svg class=class viewBox="0 0 16 16" aria-hidden="true">
            <path d=d />
        </svg>
    }
}
