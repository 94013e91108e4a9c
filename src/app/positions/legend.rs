//! What the marks of the table mean. Signs that do not occur are not explained.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::icons::{StanceMark, stance_class};
use crate::dossier::Stance;
use crate::reading::{PositionCell, PositionMark, Positions};

/// The legend of a table.
pub fn view(desk: &Desk, positions: &Positions) -> AnyView {
    let (words, own) = (desk.words, desk.words.positions_view);
    let cells = || positions.rows().flat_map(|row| &row.cells);
    let marks = || cells().filter_map(PositionCell::mark);
    let stance = |stance: Stance| {
        view! {
            <li class=stance_class(stance)>
                <StanceMark stance /> {(words.stance)(stance)}
            </li>
        }
    };
    let silences = |mark: &PositionMark| [Some(mark.latest.stance), mark.before];
    let mut silences = marks().flat_map(silences).flatten();
    let silence = silences.find(|stance| matches!(stance, Stance::Silent { .. }));
    let shown = [
        Stance::Supports,
        Stance::Conditional,
        Stance::Opposes,
        Stance::Open,
    ];
    let told = marks().find_map(|mark| mark.told_by.clone());
    let about = marks().find_map(|mark| mark.about.clone());
    let left_out = cells().any(|cell| *cell == PositionCell::LeftOut);
    let signs = [
        Some(("–".to_owned(), "dash", words.no_claim.to_owned())),
        left_out.then(|| ("·".to_owned(), "dash", own.legend_left_out.to_owned())),
        marks().any(|mark| mark.latest.reported).then(|| {
            let sign = words.reported_mark.to_owned();
            (sign, "r", words.reported_short.to_owned())
        }),
        told.map(|tag| {
            let letters = tag.letters.words;
            (letters.clone(), "by", (own.legend_told)(&letters))
        }),
        about.map(|tag| {
            let letters = tag.letters.words;
            (format!("› {letters}"), "by", (own.legend_about)(&letters))
        }),
        marks()
            .any(|mark| mark.before.is_some())
            .then(|| ("›".to_owned(), "turn", own.legend_turn.to_owned())),
        marks()
            .any(|mark| mark.count > 1)
            .then(|| ("2".to_owned(), "behind", own.legend_count.to_owned())),
    ];
    let sign = |(sign, class, said): (String, &'static str, String)| {
        view! { <li><span class=class aria-hidden="true">{sign}</span> {said}</li> }
    };
    view! {
        <ul class="legend" aria-label=own.legend>
            {shown.into_iter().chain(silence).map(stance).collect_view()}
            {signs.into_iter().flatten().map(sign).collect_view()}
        </ul>
    }
    .into_any()
}
