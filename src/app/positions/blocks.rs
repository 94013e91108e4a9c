//! The same without a table, for windows that have no room for one: one matter after the other, a line
//! for each party that has spoken, the others in one.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::pane::lines;
use super::super::turns::bare;
use super::pieces::{self, Piece};
use super::{Sheet, cell, letters, table};
use crate::reading::{
    GroupHead, MatterGroup, MatterRow, PartyTag, PositionCell, PositionMark, Positions,
};

/// All matters.
pub fn view(sheet: &Sheet, positions: &Arc<Positions>) -> AnyView {
    let sheet = sheet.clone();
    let blocks = pieces::view(positions, bare, move |piece| piece_view(&sheet, piece));
    view! { <div class="matter-blocks">{blocks}</div> }.into_any()
}

fn piece_view(sheet: &Sheet, piece: &Piece) -> AnyView {
    let Some(group) = piece.group() else {
        return ().into_any();
    };
    let here = sheet.clone();
    let rows = piece.shown(bare, move |piece, _, row| {
        let group = piece.group();
        group
            .map(|group| matter(&here, piece.positions(), group, row))
            .into_any()
    });
    let heading = piece
        .is_first()
        .then(|| view! { <h2>{table::head(sheet, &group.head)}</h2> });
    view! {
        <section data-group=table::slug(&group.head)>
            {heading}
            {rows}
        </section>
    }
    .into_any()
}

fn matter(sheet: &Sheet, positions: &Positions, group: &MatterGroup, row: &MatterRow) -> AnyView {
    let words = sheet.desk.words.positions_view;
    let pairs = row.cells.iter().zip(&positions.parties);
    let spoken = pairs.filter_map(|(cell, party)| Some((cell.mark()?, party)));
    let line = |(mark, party): (&PositionMark, &PartyTag)| {
        view! {
            <li>
                {lines::party(&sheet.desk, party.clone())}
                {cell::mark(sheet, &row.id, party, mark, None)}
            </li>
        }
    };
    let none = letters(positions, &row.cells, |cell| *cell == PositionCell::None);
    let left_out = letters(positions, &row.cells, |cell| *cell == PositionCell::LeftOut);
    let rest = [
        none.map(|parties| (words.none_of)(&parties)),
        left_out.map(|parties| (words.left_out)(&parties)),
    ];
    let rest = rest.into_iter().flatten();
    let meta = match &group.head {
        GroupHead::Topic(_) => None,
        GroupHead::Verdict(_) => row.topic.clone(),
    };
    let meta = meta.map(|topic| view! { <span class="meta">{sheet.desk.speak(topic)}</span> });
    view! {
        <article data-matter=row.id.to_string()>
            <h3>{sheet.desk.speak(row.matter.clone())} {meta}</h3>
            <ul>{spoken.map(line).collect_view()}</ul>
            {rest.map(|said| view! { <p class="meta">{said}</p> }).collect_view()}
        </article>
    }
    .into_any()
}
