//! Where the parties stand, as a table.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::icons::{StanceMark, stance_class};
use super::lines;
use crate::app::portions::{self, portions};
use crate::dossier::{Stance, When};
use crate::reading::{PartyTag, StanceCell, StanceRow, StanceStrip};
use crate::route::Subject;

/// How many matters come at once.
const PORTION: usize = 24;
/// So many parties have no room beside what they speak of in a narrow pane.
const MANY: usize = 6;

/// The table with its legend; a sentence when there is nothing to show.
pub fn table(desk: &Desk, strip: StanceStrip) -> AnyView {
    let words = desk.words;
    if strip.rows.is_empty() {
        return view! { <p class="empty">{words.no_position}</p> }.into_any();
    }
    let heads: Vec<_> = strip
        .parties
        .iter()
        .map(|tag| view! { <th scope="col" role="columnheader">{lines::party(desk, tag.clone())}</th> })
        .collect();
    let cells = strip.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let mut stances = cells.map(|cell| cell.stance);
    let silence = stances.find(|stance| matches!(stance, Stance::Silent { .. }));
    let count = strip.parties.len();
    let (here, parties) = (desk.clone(), strip.parties);
    let rows = portions(desk, strip.rows, PORTION, portions::row, move |matter| {
        row_view(&here, matter.clone(), &parties)
    });
    // The roles stay where a narrow pane lays it out as no table.
    view! {
        <div class="scroller strip-frame">
            <table class="strip" class:many={count >= MANY} role="table" style=("--parties", count.to_string())>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader"><span class="heard">{words.matter}</span></th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
        {legend(desk, silence)}
    }
    .into_any()
}

fn row_view(desk: &Desk, row: StanceRow, parties: &[PartyTag]) -> AnyView {
    let cells: Vec<_> = row
        .cells
        .into_iter()
        .zip(parties)
        .map(|(cell, party)| view! { <td role="cell">{cell_view(desk, cell, party)}</td> })
        .collect();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{desk.speak(row.matter)}</th>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell_view(desk: &Desk, cell: Option<StanceCell>, party: &PartyTag) -> AnyView {
    let words = desk.words;
    let Some(cell) = cell else {
        let none = (words.no_claim_of)(&party.name.words);
        return view! { <span class="dash" role="img" aria-label=none>"–"</span> }.into_any();
    };
    let stance = (words.stance)(cell.stance);
    let when = match cell.stance {
        Stance::Silent { as_of } => (words.silent_as_of)(&(words.when)(Some(When::Day(as_of)))),
        _ => (words.when)(cell.said),
    };
    let said = (words.cell)(&party.name.words, stance, &when, cell.reported);
    let mark = cell
        .reported
        .then(|| view! { <sup class="r" aria-hidden="true">{words.reported_mark}</sup> });
    let claim = cell.claim.to_string();
    let page = desk.link(Subject::Claim(cell.claim.clone()));
    let show = move |_| show_claim(&claim, &page);
    let title = said.clone();
    view! {
        <button class=format!("cell {}", stance_class(cell.stance)) title=title aria-label=said on:click=show>
            <StanceMark stance=cell.stance />
            {mark}
        </button>
    }
    .into_any()
}

/// Brings the claim behind a mark into view; where the list has not come so far, its page.
fn show_claim(id: &str, page: &str) {
    let Ok(Some(card)) = document().query_selector(&format!("[data-claim='{id}']")) else {
        // Refused by no browser: it is a fragment of this page.
        let _ = window().location().set_hash(page);
        return;
    };
    // It may stand in a folded list.
    if let Ok(Some(fold)) = card.closest("details") {
        let _ = fold.set_attribute("open", "");
    }
    card.scroll_into_view();
    let _ = card.set_attribute("tabindex", "-1");
    super::focus(&card);
}

/// What the marks mean; silence only where there is some.
fn legend(desk: &Desk, silence: Option<Stance>) -> AnyView {
    let words = desk.words;
    let shown = [
        Stance::Supports,
        Stance::Conditional,
        Stance::Opposes,
        Stance::Open,
    ];
    let marks: Vec<_> = shown
        .into_iter()
        .chain(silence)
        .map(|stance| {
            view! {
                <li class=stance_class(stance)>
                    <StanceMark stance /> {(words.stance)(stance)}
                </li>
            }
        })
        .collect();
    view! {
        <ul class="legend">
            {marks}
            <li>
                <span class="dash" aria-hidden="true">"–"</span>
                {words.no_claim}
            </li>
            <li>
                <i class="r" aria-hidden="true">{words.reported_mark}</i>
                {words.reported_short}
            </li>
        </ul>
    }
    .into_any()
}
