//! A country of many municipalities: a grid whose corners are shaken and whose edges are fractal
//! lines, each shared by the two areas beside it, as borders are.

use clausemap::atlas::Point;

use super::{Area, Ring};

/// What to make.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Areas from west to east.
    pub columns: usize,
    /// Areas from south to north.
    pub rows: usize,
    /// Straight pieces between two corners.
    pub pieces: usize,
    /// The same seed gives the same country.
    pub seed: u64,
}

/// Ten thousand areas, 1.01 million positions.
pub const LARGE: Plan = Plan {
    columns: 125,
    rows: 80,
    pieces: 25,
    seed: 20,
};

const WEST_SOUTH: Point = Point { x: -10.0, y: 38.0 };
const EAST_NORTH: Point = Point { x: 30.0, y: 55.0 };

/// The areas of a plan, row by row from the south-west.
pub fn areas(plan: &Plan) -> Vec<Area> {
    let mut chance = Chance(plan.seed);
    let corners = corners(plan, &mut chance);
    let corner = |row: usize, column: usize| {
        let at = row * (plan.columns + 1) + column;
        corners.get(at).copied().unwrap_or_default()
    };
    let mut edge = |a: Point, b: Point| {
        let mut line = Vec::with_capacity(plan.pieces + 1);
        bend(a, b, plan.pieces, &mut chance, &mut line);
        line.push(b);
        line
    };
    let mut across = Vec::new();
    for row in 0..=plan.rows {
        for column in 0..plan.columns {
            across.push(edge(corner(row, column), corner(row, column + 1)));
        }
    }
    let mut up = Vec::new();
    for row in 0..plan.rows {
        for column in 0..=plan.columns {
            up.push(edge(corner(row, column), corner(row + 1, column)));
        }
    }
    let cells = (0..plan.rows).flat_map(|row| (0..plan.columns).map(move |column| (row, column)));
    cells
        .filter_map(|(row, column)| {
            let south = row * plan.columns + column;
            let west = row * (plan.columns + 1) + column;
            let ring = around(
                across.get(south)?,
                up.get(west + 1)?,
                across.get(south + plan.columns)?,
                up.get(west)?,
            );
            Some(Area {
                name: format!("Municipality {}", south + 1),
                class: (chance.share() * 5.0) as u8,
                polygons: vec![vec![ring]],
            })
        })
        .collect()
}

/// Shaken within less than half of a cell, but on the outer edge along it only.
fn corners(plan: &Plan, chance: &mut Chance) -> Vec<Point> {
    let size = |from: f64, to: f64, count: usize| (to - from) / count as f64;
    let width = size(WEST_SOUTH.x, EAST_NORTH.x, plan.columns);
    let height = size(WEST_SOUTH.y, EAST_NORTH.y, plan.rows);
    let mut shaken = |at: usize, last: usize| {
        let by = chance.around_zero() * 0.6;
        at as f64 + if at == 0 || at == last { 0.0 } else { by }
    };
    let mut corners = Vec::new();
    for row in 0..=plan.rows {
        for column in 0..=plan.columns {
            corners.push(Point::new(
                WEST_SOUTH.x + width * shaken(column, plan.columns),
                WEST_SOUTH.y + height * shaken(row, plan.rows),
            ));
        }
    }
    corners
}

/// A line from `a` to just before `b`, in so many pieces: its middle is moved aside by up to 18 % of its
/// length, then that of each half, and so on.
fn bend(a: Point, b: Point, pieces: usize, chance: &mut Chance, line: &mut Vec<Point>) {
    if pieces < 2 {
        line.push(a);
        return;
    }
    let first = pieces / 2;
    let along = first as f64 / pieces as f64;
    let aside = chance.around_zero() * 0.36;
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let middle = Point::new(a.x + dx * along - dy * aside, a.y + dy * along + dx * aside);
    bend(a, middle, first, chance, line);
    bend(middle, b, pieces - first, chance, line);
}

fn around(south: &[Point], east: &[Point], north: &[Point], west: &[Point]) -> Ring {
    let but_last = |line: &[Point]| line.len().saturating_sub(1);
    let mut ring = Ring::with_capacity(4 * south.len());
    ring.extend(south.iter().take(but_last(south)));
    ring.extend(east.iter().take(but_last(east)));
    ring.extend(north.iter().rev().take(but_last(north)));
    ring.extend(west.iter().rev());
    ring
}

/// `SplitMix64`. A crate's generator may change with its version, and the data sets with it.
pub struct Chance(pub u64);

impl Chance {
    /// A number from 0 to less than 1.
    pub fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number from -0.5 to less than 0.5.
    pub fn around_zero(&mut self) -> f64 {
        self.share() - 0.5
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    const SMALL: Plan = Plan {
        columns: 4,
        rows: 3,
        pieces: 5,
        seed: 1,
    };

    #[test]
    fn rings_are_closed_and_of_the_planned_length() {
        let areas = areas(&SMALL);
        assert_eq!(areas.len(), 12);
        for ring in areas.iter().flat_map(|area| area.polygons.iter().flatten()) {
            assert_eq!(ring.len(), 4 * SMALL.pieces + 1);
            assert_eq!(ring.first(), ring.last());
        }
    }

    #[test]
    fn every_inner_piece_of_a_border_belongs_to_two_areas() {
        let mut seen: HashMap<[[u64; 2]; 2], u32> = HashMap::new();
        let bits = |at: &Point| [at.x.to_bits(), at.y.to_bits()];
        for area in areas(&SMALL) {
            for pair in area.polygons[0][0].windows(2) {
                let mut ends = [bits(&pair[0]), bits(&pair[1])];
                ends.sort_unstable();
                *seen.entry(ends).or_default() += 1;
            }
        }
        let outer = 2 * (SMALL.columns + SMALL.rows) * SMALL.pieces;
        assert_eq!(seen.values().filter(|count| **count == 1).count(), outer);
        assert!(seen.values().all(|count| *count <= 2));
    }

    #[test]
    fn the_same_seed_gives_the_same_country() {
        let name =
            |areas: Vec<Area>| format!("{:?}", areas.last().map(|area| area.polygons.clone()));
        assert_eq!(name(areas(&SMALL)), name(areas(&SMALL)));
    }
}
