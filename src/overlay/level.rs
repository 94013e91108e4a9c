//! Levels of detail: at which scales a position is drawn.
//!
//! At level `n` the grid is joined to squares of 2ⁿ by 2ⁿ, and a line is drawn from the middle of
//! one square to the middle of the next that it enters. The squares of one level lie whole within
//! those of the next, so that one number says it all for a position: the coarsest level at which
//! it is the first of its line in a square.

use super::grid::Cell;

/// The level of a position that is always drawn.
pub(super) const ALWAYS: u8 = 33;

/// The first level at which two positions lie in the same square: below it, the second is drawn.
pub(super) fn parted(a: Cell, b: Cell) -> u8 {
    let ([ax, ay], [bx, by]) = (a, b);
    let apart = spread(ax) ^ spread(bx) | spread(ay) ^ spread(by);
    // At most 32.
    (32 - apart.leading_zeros()) as u8
}

/// A coordinate as a number that is not negative, in the same order.
fn spread(v: i32) -> u32 {
    v.cast_unsigned() ^ 0x8000_0000
}

/// The middle of the square of this level in which a position lies; the position itself at level 0.
pub(super) fn middle([x, y]: Cell, level: u8) -> Cell {
    if level == 0 {
        return [x, y];
    }
    let shift = u32::from(level.min(31));
    let middle = |v: i32| ((v >> shift) << shift).wrapping_add(1 << (shift - 1));
    [middle(x), middle(y)]
}

/// The coarsest level whose squares are no larger than `metres`.
pub(super) fn coarsest(metres: f64) -> u8 {
    let units = (metres / super::grid::UNIT).max(1.0);
    (units.log2().floor() as u8).min(30)
}
