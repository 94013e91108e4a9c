//! The table: matters down, parties across.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::pane::party;
use super::pieces::{self, Piece};
use super::{Sheet, cell, keys};
use crate::dossier::Spoken;
use crate::reading::{
    CellGrid, GroupHead, MatterRow, PartyTag, PositionCell, PositionOrder, Positions,
};
use crate::words::with_soft_hyphens;

/// The table. It is one stop for Tab; arrows go from mark to mark.
pub fn view(sheet: &Sheet, positions: &Arc<Positions>) -> AnyView {
    let (desk, words) = (&sheet.desk, sheet.desk.words.positions_view);
    let grid = CellGrid::of(positions);
    let first = grid.first();
    let head = |tag: &PartyTag| {
        let name = Spoken {
            words: with_soft_hyphens(&tag.name.words),
            ..tag.name.clone()
        };
        view! {
            <th scope="col" data-column=tag.id.to_string()>
                {party::link(desk, tag.clone())}
                <span class="name" aria-hidden="true">{desk.speak(name)}</span>
            </th>
        }
    };
    let group_head = match PositionOrder::of(&sheet.base.order) {
        PositionOrder::Topic => words.topic,
        PositionOrder::Contested => words.verdict_head,
    };
    let rows = {
        let sheet = sheet.clone();
        pieces::view(positions, body, move |piece| {
            piece_view(&sheet, piece, first)
        })
    };
    let press = keys::walker(grid);
    view! {
        <table
            class="matter-table"
            style:--parties=positions.parties.len().to_string()
            on:keydown=press
            on:focusin=|event| keys::rove(&event)
        >
            <caption class="heard">{words.caption} ". " {words.keys}</caption>
            <thead>
                <tr>
                    <th scope="col" class="topic">{group_head}</th>
                    <th scope="col" class="matter">{desk.words.matter}</th>
                    {positions.parties.iter().map(head).collect_view()}
                </tr>
            </thead>
            {rows}
        </table>
    }
    .into_any()
}

/// A group of rows around what waits for its turn.
fn body(inner: AnyView) -> AnyView {
    view! { <tbody>{row(inner)}</tbody> }.into_any()
}

/// A row around it.
fn row(inner: AnyView) -> AnyView {
    view! { <tr><td colspan="99">{inner}</td></tr> }.into_any()
}

fn piece_view(sheet: &Sheet, piece: &Piece, first: Option<(usize, usize)>) -> AnyView {
    let Some(group) = piece.group() else {
        return ().into_any();
    };
    let across = (piece.positions().parties.len() + 1).to_string();
    // Where the column of topics has no room, each topic has a line of its own instead.
    let line = piece.is_first().then(|| {
        view! {
            <tr class="topic-line">
                <th scope="rowgroup" colspan=across><span>{head(sheet, &group.head)}</span></th>
            </tr>
        }
    });
    let here = sheet.clone();
    let rows = piece.shown(row, move |piece, at, row| {
        row_view(&here, piece, at, row, first)
    });
    view! {
        <tbody data-group=slug(&group.head)>
            {line}
            {rows}
        </tbody>
    }
    .into_any()
}

fn row_view(
    sheet: &Sheet,
    piece: &Piece,
    at: usize,
    row: &MatterRow,
    first: Option<(usize, usize)>,
) -> AnyView {
    let (positions, place) = (piece.positions(), piece.from + at);
    let group = piece.group();
    let topic = group.filter(|_| at == 0).map(|group| {
        let span = piece.rows().len().to_string();
        view! {
            <th scope="rowgroup" class="topic" rowspan=span>
                {head(sheet, &group.head)}
            </th>
        }
    });
    let cells = row.cells.iter().zip(&positions.parties).enumerate();
    let cells = cells.map(|(column, (cell, party))| {
        let tab = if first == Some((place, column)) {
            0
        } else {
            -1
        };
        let rove = (tab, format!("{place},{column}"));
        view! { <td>{cell_view(sheet, row, cell, party, rove)}</td> }
    });
    // Under the heading of a verdict each matter names its own topic.
    let meta = match group.map(|group| &group.head) {
        Some(GroupHead::Verdict(_)) => row.topic.clone(),
        _ => None,
    };
    let meta = meta.map(|topic| view! { <span class="meta">{sheet.desk.speak(topic)}</span> });
    view! {
        <tr data-matter=row.id.to_string()>
            {topic}
            <th scope="row" class="matter">{sheet.desk.speak(row.matter.clone())} {meta}</th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

fn cell_view(
    sheet: &Sheet,
    row: &MatterRow,
    cell: &PositionCell,
    party: &PartyTag,
    rove: (i32, String),
) -> AnyView {
    let words = sheet.desk.words;
    let name = &party.name.words;
    match cell {
        PositionCell::Mark(mark) => cell::mark(sheet, &row.id, party, mark, Some(rove)),
        PositionCell::None => {
            let none = (words.no_claim_of)(name);
            view! { <span class="dash" role="img" aria-label=none>"–"</span> }.into_any()
        }
        PositionCell::LeftOut => {
            let left_out = (words.positions_view.left_out_of)(name);
            view! {
                <span class="dash" data-left-out="" role="img" title=left_out.clone() aria-label=left_out>
                    "•"
                </span>
            }
            .into_any()
        }
    }
}

/// What the matters of a group have in common, in words.
pub fn head(sheet: &Sheet, head: &GroupHead) -> AnyView {
    let words = sheet.desk.words.positions_view;
    match head {
        GroupHead::Topic(Some((_, name))) => sheet.desk.speak(name.clone()),
        GroupHead::Topic(None) => words.other_topics.into_any(),
        GroupHead::Verdict(verdict) => view! {
            {(words.verdict)(*verdict)}
            <span class="meta">{(words.verdict_rule)(*verdict)}</span>
        }
        .into_any(),
    }
}

/// A word for attributes.
pub fn slug(head: &GroupHead) -> String {
    match head {
        GroupHead::Topic(topic) => topic.as_ref().map(|(id, _)| id.to_string()),
        GroupHead::Verdict(verdict) => verdict.map(|verdict| format!("{verdict:?}").to_lowercase()),
    }
    .unwrap_or_default()
}
