//! The pointers that hold the map: one mouse drags it, two fingers move and pinch it. One finger drags it where the page
//! stands alone; in an article's frame it is the article's.

use crate::atlas::Point;
use crate::scene::Nudge;

/// How far a pointer may tremble, in px, and still be clicking.
const TREMBLE: f64 = 4.0;

/// The pointers that are down.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grip {
    /// Whether one finger is left to the article around.
    leaves: bool,
    pointers: Vec<Pointer>,
    /// Whether they have moved the map since the first went down: the click that ends it selects nothing.
    dragged: bool,
}

/// A mouse button or a finger that is down. Places are in px of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Pointer {
    id: i32,
    is_mouse: bool,
    start: Point,
    at: Point,
}

/// What a movement of a pointer comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Held {
    /// Nothing, so far.
    Still,
    /// The map moves, for the first time since the pointers went down.
    First(Nudge),
    /// The map moves on.
    On(Nudge),
    /// It is left to the article.
    Left,
}

impl Grip {
    /// No pointer, so far; whether one finger is left to the article around.
    pub fn new(leaves: bool) -> Self {
        Self {
            leaves,
            ..Self::default()
        }
    }

    /// A pointer goes down. True when the map is held from now on.
    pub fn down(&mut self, id: i32, is_mouse: bool, at: Point) -> bool {
        self.pointers.retain(|pointer| pointer.id != id);
        if self.pointers.is_empty() {
            self.dragged = false;
        }
        let start = at;
        self.pointers.push(Pointer {
            id,
            is_mouse,
            start,
            at,
        });
        is_mouse || !self.leaves || self.pointers.len() > 1
    }

    /// A pointer moves. One that went down before there was a hand counts from here.
    pub fn moved(&mut self, id: i32, is_mouse: bool, at: Point) -> Held {
        let before = self.pointers.clone();
        let Some(pointer) = self.pointers.iter_mut().find(|one| one.id == id) else {
            self.down(id, is_mouse, at);
            return Held::Still;
        };
        if !self.dragged && pointer.start.distance(at) < TREMBLE {
            return Held::Still;
        }
        pointer.at = at;
        let nudge = match (before.as_slice(), self.pointers.as_slice()) {
            ([one], _) if self.leaves && !one.is_mouse => return Held::Left,
            ([from], [to]) => Nudge::pan(to.at.x - from.at.x, to.at.y - from.at.y),
            ([a, b, ..], [c, d, ..]) => Nudge::pinch((a.at, b.at), (c.at, d.at)),
            _ => return Held::Still,
        };
        if std::mem::replace(&mut self.dragged, true) {
            Held::On(nudge)
        } else {
            Held::First(nudge)
        }
    }

    /// A pointer goes up, or is taken away. True when it was the last.
    pub fn up(&mut self, id: i32) -> bool {
        let held = self.pointers.len();
        self.pointers.retain(|pointer| pointer.id != id);
        held > 0 && self.pointers.is_empty()
    }

    /// Whether a click is the end of a drag. It is one once.
    pub fn was_drag(&mut self) -> bool {
        std::mem::take(&mut self.dragged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64) -> Point {
        Point::new(x, 10.0)
    }

    #[test]
    fn a_mouse_drags_once_it_has_moved_beyond_a_tremble() {
        let mut grip = Grip::default();
        assert!(grip.down(1, true, at(0.0)));
        assert_eq!(grip.moved(1, true, at(3.0)), Held::Still);
        assert_eq!(
            grip.moved(1, true, at(6.0)),
            Held::First(Nudge::pan(6.0, 0.0))
        );
        assert_eq!(grip.moved(1, true, at(7.0)), Held::On(Nudge::pan(1.0, 0.0)));
        assert!(grip.up(1));
        assert!(grip.was_drag());
        assert!(!grip.was_drag());
    }

    #[test]
    fn a_click_is_no_drag() {
        let mut grip = Grip::default();
        grip.down(1, true, at(0.0));
        grip.moved(1, true, at(2.0));
        assert!(grip.up(1));
        assert!(!grip.was_drag());
        assert!(!grip.up(1));
    }

    #[test]
    fn one_finger_is_the_articles_and_two_pinch() {
        let mut grip = Grip::new(true);
        assert!(!grip.down(1, false, at(100.0)));
        assert_eq!(grip.moved(1, false, at(140.0)), Held::Left);
        assert!(grip.down(2, false, at(240.0)));
        let pinch = Nudge {
            right: 50.0,
            down: 0.0,
            larger: 2.0,
            about: at(240.0),
        };
        assert_eq!(grip.moved(2, false, at(340.0)), Held::First(pinch));
        assert!(!grip.up(2));
        assert_eq!(grip.moved(1, false, at(10.0)), Held::Left);
        assert!(grip.up(1));
    }

    #[test]
    fn without_an_article_one_finger_drags() {
        let mut grip = Grip::new(false);
        assert!(grip.down(1, false, at(0.0)));
        assert_eq!(grip.moved(1, false, at(3.0)), Held::Still);
        assert_eq!(
            grip.moved(1, false, at(6.0)),
            Held::First(Nudge::pan(6.0, 0.0))
        );
        assert!(grip.up(1));
        assert!(grip.was_drag());
    }

    #[test]
    fn fingers_that_were_there_before_the_hand_are_taken_as_they_come() {
        let mut grip = Grip::default();
        assert_eq!(grip.moved(1, false, at(100.0)), Held::Still);
        assert_eq!(grip.moved(2, false, at(200.0)), Held::Still);
        assert!(matches!(grip.moved(2, false, at(220.0)), Held::First(_)));
    }
}
