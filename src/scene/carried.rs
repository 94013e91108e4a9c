//! Names taken over from the picture before.
//!
//! To find the places of all names takes longer than all the rest of a picture. One that is drawn on
//! the way, for a camera that will be somewhere else in a moment, takes the names of the last one along, moved with
//! the ground under them: that is also what disturbs the eye least. Where they would cover each other, those
//! that were placed later give way, as in any picture.

use super::badge::Badge;
use super::path::Corner;
use super::picture::{Label, Scene};
use super::{Camera, Shift};
use crate::atlas::{Bounds, Point};

/// Between two names, in px.
const APART: f64 = 1.5;

/// The names and badges of a picture drawn for `drawn`, for another that is drawn for `now`.
pub fn carried(before: &Scene, drawn: &Camera, now: &Camera) -> (Vec<Label>, Vec<Badge>) {
    let shift = Shift::between(drawn, now);
    let mut room = Room::new(now);
    let mut labels: Vec<Label> = Vec::new();
    let mut badges: Vec<Badge> = Vec::new();
    for label in &before.labels {
        let of = label.key.strip_prefix("region-").unwrap_or(&label.key);
        let badge = before.badges.iter().find(|badge| badge.key == of);
        let all = badge.map_or(boxed(label.area), |badge| {
            boxed(label.area).union(around(badge))
        });
        let Some(by) = room.take(&all, &shift) else {
            continue;
        };
        labels.push(moved(label, by));
        badges.extend(badge.map(|badge| at(badge, by)));
    }
    for badge in &before.badges {
        let with_name = before
            .labels
            .iter()
            .any(|label| label.key.strip_prefix("region-").unwrap_or(&label.key) == badge.key);
        if !with_name && let Some(by) = room.take(&around(badge), &shift) {
            badges.push(at(badge, by));
        }
    }
    (labels, badges)
}

/// What of the window is taken.
struct Room {
    window: Bounds,
    taken: Vec<Bounds>,
}

impl Room {
    fn new(camera: &Camera) -> Self {
        let end = Point::new(camera.width, camera.height);
        Self {
            window: Bounds::of(Point::default(), end),
            taken: Vec::new(),
        }
    }

    /// Moves a box with the ground under its middle, if there is room; by how much, in tenths of a px.
    fn take(&mut self, area: &Bounds, shift: &Shift) -> Option<Corner> {
        let (from, to) = (area.centre(), shift.of(area.centre()));
        let by = |to: f64, from: f64| ((to - from) * 10.0).round() as i32;
        let by = (by(to.x, from.x), by(to.y, from.y));
        let corner =
            |at: Point| Point::new(at.x + f64::from(by.0) / 10.0, at.y + f64::from(by.1) / 10.0);
        let area = Bounds::of(corner(area.min), corner(area.max));
        let free = self.window.covers(&area)
            && !self
                .taken
                .iter()
                .any(|taken| taken.grown(APART).meets(&area));
        free.then(|| {
            self.taken.push(area);
            by
        })
    }
}

fn boxed((min, max): (Corner, Corner)) -> Bounds {
    Bounds::of(super::path::px(min), super::path::px(max))
}

fn around(badge: &Badge) -> Bounds {
    let ((x, y), (width, height)) = (badge.at, badge.size);
    boxed((
        (x - width / 2, y - height / 2),
        (x + width / 2, y + height / 2),
    ))
}

fn add((x, y): Corner, by: Corner) -> Corner {
    (x + by.0, y + by.1)
}

fn at(badge: &Badge, by: Corner) -> Badge {
    Badge {
        at: add(badge.at, by),
        ..badge.clone()
    }
}

fn moved(label: &Label, by: Corner) -> Label {
    let mut label = label.clone();
    for (_, place) in &mut label.lines {
        *place = add(*place, by);
    }
    label.area = (add(label.area.0, by), add(label.area.1, by));
    label
}
