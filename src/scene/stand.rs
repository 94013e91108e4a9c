//! Where a card stands that tells of something on the map: beside it, never over it.

use crate::atlas::{Bounds, Point};

/// Between a card and what it tells of, in px.
const GAP: f64 = 12.0;
/// Between a card and the edge of the map, in px.
const EDGE: f64 = 8.0;

/// What a card has to keep clear of. All in px of the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Clearing {
    /// The map: the card stays in it.
    pub frame: Bounds,
    /// What the card tells of.
    pub named: Bounds,
    /// Where the pointer is, if there is one.
    pub pointer: Option<Point>,
    /// What else should be seen: the selected outline, what floats over the map.
    pub avoided: Vec<Bounds>,
}

impl Clearing {
    /// The upper left corner of a card of this size in px.
    ///
    /// It stands to a side of what it tells of. Where no side has room, because that fills the map,
    /// it stands in the corner of the map that hides least, and never under the pointer.
    pub fn stand(&self, width: f64, height: f64) -> Point {
        let near = self.pointer.unwrap_or_else(|| self.named.centre());
        let named = self.named;
        let (left, top) = (near.x - width / 2.0, near.y - height / 2.0);
        let (least, most) = (
            Point::new(self.frame.min.x + EDGE, self.frame.min.y + EDGE),
            Point::new(
                self.frame.max.x - EDGE - width,
                self.frame.max.y - EDGE - height,
            ),
        );
        let places = [
            Point::new(named.max.x + GAP, top),
            Point::new(named.min.x - GAP - width, top),
            Point::new(left, named.min.y - GAP - height),
            Point::new(left, named.max.y + GAP),
            Point::new(least.x, least.y),
            Point::new(most.x, least.y),
            Point::new(least.x, most.y),
            Point::new(most.x, most.y),
        ];
        let kept = places.map(|place| {
            Point::new(
                place.x.min(most.x).max(least.x),
                place.y.min(most.y).max(least.y),
            )
        });
        let cost = |place: &Point| {
            let card = Bounds::of(*place, Point::new(place.x + width, place.y + height));
            let under = self.pointer.is_some_and(|at| card.grown(GAP).contains(at));
            let hidden = shared(&card, &named) * 4.0
                + self
                    .avoided
                    .iter()
                    .map(|one| shared(&card, one))
                    .sum::<f64>();
            // To hide anything of the map, however little, is worse than to stand far off.
            (under, hidden, card.centre().distance(near))
        };
        let cheaper = |a: &Point, b: &Point| {
            let ((a_under, a_hidden, a_far), (b_under, b_hidden, b_far)) = (cost(a), cost(b));
            let by_hidden = a_hidden.total_cmp(&b_hidden);
            let by_far = a_far.total_cmp(&b_far);
            a_under.cmp(&b_under).then(by_hidden).then(by_far)
        };
        kept.into_iter().min_by(cheaper).unwrap_or(least)
    }
}

/// The area that two boxes share, in square px.
fn shared(a: &Bounds, b: &Bounds) -> f64 {
    let across = a.max.x.min(b.max.x) - a.min.x.max(b.min.x);
    let down = a.max.y.min(b.max.y) - a.min.y.max(b.min.y);
    across.max(0.0) * down.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn boxed(x: f64, y: f64, width: f64, height: f64) -> Bounds {
        Bounds::of(Point::new(x, y), Point::new(x + width, y + height))
    }

    fn card(at: Point) -> Bounds {
        boxed(at.x, at.y, 220.0, 90.0)
    }

    const FRAME: (f64, f64) = (1000.0, 800.0);

    proptest! {
        #[test]
        fn a_card_keeps_clear_of_what_it_tells_of_and_of_the_pointer(
            x in 0.0..900.0_f64, y in 0.0..700.0_f64, w in 1.0..300.0_f64, h in 1.0..300.0_f64,
            px in 0.0..1.0_f64, py in 0.0..1.0_f64, pointed: bool,
        ) {
            let frame = boxed(0.0, 0.0, FRAME.0, FRAME.1);
            let named = boxed(x, y, w.min(FRAME.0 - x), h.min(FRAME.1 - y));
            let at = Point::new(x + px * named.width(), y + py * named.height());
            let clearing = Clearing {
                frame, named, pointer: pointed.then_some(at), avoided: Vec::new(),
            };
            let stood = card(clearing.stand(220.0, 90.0));
            prop_assert!(frame.covers(&stood));
            prop_assert!(shared(&stood, &named) == 0.0, "{stood:?}");
            prop_assert!(!stood.contains(at));
        }
    }

    #[test]
    fn a_card_about_what_fills_the_map_stands_in_a_corner_away_from_the_pointer() {
        let frame = boxed(0.0, 0.0, FRAME.0, FRAME.1);
        for at in [(30.0, 30.0), (980.0, 20.0), (500.0, 400.0), (40.0, 780.0)] {
            let pointer = Point::new(at.0, at.1);
            let clearing = Clearing {
                frame,
                named: frame.grown(50.0),
                pointer: Some(pointer),
                avoided: vec![boxed(0.0, 700.0, 240.0, 100.0)],
            };
            let stood = card(clearing.stand(220.0, 90.0));
            assert!(frame.covers(&stood) && !stood.grown(8.0).contains(pointer));
            assert!(shared(&stood, &boxed(0.0, 700.0, 240.0, 100.0)) == 0.0);
        }
    }

    #[test]
    fn not_even_a_sliver_is_hidden_to_stand_nearer() {
        let named = boxed(0.0, 97.99, 31.0, 83.0);
        let clearing = Clearing {
            frame: boxed(0.0, 0.0, FRAME.0, FRAME.1),
            named,
            pointer: Some(Point::new(0.0, 114.0)),
            avoided: Vec::new(),
        };
        let stood = card(clearing.stand(220.0, 90.0));
        assert!(shared(&stood, &named) == 0.0, "{stood:?}");
    }

    #[test]
    fn of_two_sides_it_takes_the_one_that_leaves_the_selected_outline_free() {
        let clearing = Clearing {
            frame: boxed(0.0, 0.0, FRAME.0, FRAME.1),
            named: boxed(400.0, 300.0, 100.0, 100.0),
            pointer: None,
            avoided: vec![boxed(500.0, 250.0, 300.0, 300.0)],
        };
        let stood = card(clearing.stand(220.0, 90.0));
        assert!(stood.max.x <= 500.0, "{stood:?}");
    }
}
