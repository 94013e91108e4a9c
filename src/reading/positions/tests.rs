//! How the keys go through a table. What stands in it is tested over the shipped dossier.

use super::steps::{CellGrid, CellMove};
use super::*;

/// A table with marks where the picture has an `x`.
fn grid(picture: &[&str]) -> CellGrid {
    let mark = StanceCell {
        claim: "v1".parse().unwrap(),
        stance: Stance::Open,
        reported: false,
        said: None,
    };
    let cell = |letter| match letter {
        'x' => PositionCell::Mark(Box::new(PositionMark {
            latest: mark.clone(),
            count: 1,
            before: None,
            told_by: None,
            about: None,
        })),
        '.' => PositionCell::LeftOut,
        _ => PositionCell::None,
    };
    let spoken = Spoken {
        words: String::new(),
        lang: "en".into(),
        translated: false,
    };
    let row = |line: &&str| MatterRow {
        id: "m".parse().unwrap(),
        matter: spoken.clone(),
        topic: None,
        verdict: None,
        voices: 0,
        cells: line.chars().map(cell).collect(),
    };
    CellGrid::of(&Positions {
        parties: Vec::new(),
        groups: vec![MatterGroup {
            head: GroupHead::Topic(None),
            rows: picture.iter().map(row).collect(),
        }],
        matters: picture.len(),
        claims: 0,
        observed: 0,
    })
}

#[test]
fn the_keys_go_from_mark_to_mark() {
    let grid = grid(&["-x.x-", "---x-", "x---x"]);
    assert_eq!(grid.first(), Some((0, 1)));
    let go = |from, way| grid.go(from, from.1, way);
    assert_eq!(
        go((0, 1), CellMove::Onward),
        Some((0, 3)),
        "over what is left out"
    );
    assert_eq!(go((0, 3), CellMove::Onward), None, "not into the next row");
    assert_eq!(go((0, 3), CellMove::Back), Some((0, 1)));
    assert_eq!(go((0, 1), CellMove::Back), None);
    assert_eq!(go((2, 0), CellMove::RowEnd), Some((2, 4)));
    assert_eq!(go((2, 4), CellMove::RowStart), Some((2, 0)));
    assert_eq!(go((0, 3), CellMove::Last), Some((2, 4)));
    assert_eq!(go((2, 4), CellMove::First), Some((0, 1)));
    assert_eq!(go((0, 1), CellMove::Up), None);
    assert_eq!(go((2, 0), CellMove::Down), None);
}

#[test]
fn up_and_down_keep_to_the_column_and_skip_no_row() {
    let grid = grid(&["-x.x-", "---x-", "x---x"]);
    let second = grid.go((0, 1), 1, CellMove::Down);
    assert_eq!(
        second,
        Some((1, 3)),
        "the nearest where the column has none"
    );
    assert_eq!(grid.go((1, 3), 1, CellMove::Down), Some((2, 0)));
    assert_eq!(grid.go((2, 0), 1, CellMove::Up), Some((1, 3)));
    assert_eq!(grid.go((1, 3), 1, CellMove::Up), Some((0, 1)));
}

#[test]
fn a_table_without_marks_leads_nowhere() {
    let grid = CellGrid::default();
    assert_eq!(grid.first(), None);
    assert_eq!(grid.go((0, 0), 0, CellMove::Down), None);
    assert_eq!(grid.go((0, 0), 0, CellMove::Last), None);
}

#[test]
fn an_order_is_read_from_its_word() {
    for order in PositionOrder::ALL {
        assert_eq!(PositionOrder::of(order.slug()), order);
    }
    assert_eq!(PositionOrder::of("loudest"), PositionOrder::Topic);
}
