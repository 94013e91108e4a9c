//! Puts one label after another where it overlaps none.

use std::sync::LazyLock;

use super::badge::{Badge, BadgeFace, Fill};
use super::grid::{Cover, Grid};
use super::path::{Corner, corner};
use super::picture::{Anchor, Label, Link, Naming, Under};
use super::text::{Face, Measure};
use super::view::View;
use crate::atlas::{Bounds, Point};
use crate::order;

/// From one line of a label to the next, in sizes.
const LEADING: f64 = 1.12;

/// Between a badge and the name under it, in px.
const BADGE_GAP: f64 = 1.5;

/// The box of this size around a point.
pub fn around_point(middle: Point, width: f64, height: f64) -> Bounds {
    Bounds::of(
        Point::new(middle.x - width / 2.0, middle.y - height / 2.0),
        Point::new(middle.x + width / 2.0, middle.y + height / 2.0),
    )
}

/// A label at one place where it might stand. [`Placer::candidate`] makes one.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// What it says, line by line.
    pub lines: Vec<String>,
    /// How it is set.
    pub face: Face,
    /// Where its anchor lies, at half its height, in px.
    pub at: Point,
    /// Where that is along the lines.
    pub anchor: Anchor,
    /// What stands above its lines, within its box; such a label is anchored in its middle.
    pub badge: Option<BadgeFace>,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Candidate {
    /// The box that it takes up, in px.
    pub fn area(&self) -> Bounds {
        self.area_at(self.at)
    }

    /// The box that it would take up with its anchor somewhere else.
    pub fn area_at(&self, at: Point) -> Bounds {
        let left = match self.anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - self.width / 2.0,
            Anchor::End => at.x - self.width,
        };
        let top = at.y - self.height / 2.0;
        let right = Point::new(left + self.width, top + self.height);
        Bounds::of(Point::new(left, top), right)
    }

    /// The same label under a badge, which makes its box taller.
    #[must_use]
    pub fn under_badge(mut self, face: Option<BadgeFace>, size: (f64, f64)) -> Self {
        if face.is_some() {
            self.width = self.width.max(size.0);
            self.height += size.1 + BADGE_GAP;
        }
        self.badge = face;
        self
    }

    /// The same label with its anchor somewhere else.
    #[must_use]
    pub fn moved(mut self, at: Point) -> Self {
        self.at = at;
        self
    }
}

/// The labels that stand, and the room that is left.
#[derive(Debug, Clone, Default)]
pub struct Room {
    taken: Vec<Bounds>,
    /// Where labels that come later would like to stand.
    pub wished: Vec<Bounds>,
    /// The labels that stand.
    pub labels: Vec<Label>,
    /// The badges that stand.
    pub badges: Vec<Badge>,
}

impl Room {
    /// A window without labels, in which what the view blocks is taken.
    pub fn new(view: &View) -> Self {
        Self {
            taken: view.blocked.clone(),
            ..Self::default()
        }
    }
}

/// Places labels where there is room.
pub struct Placer<'a> {
    /// What lies where.
    pub grid: &'a Grid,
    view: &'a View,
    measure: Measure<'a>,
    room: &'a mut Room,
}

impl<'a> Placer<'a> {
    /// Goes on with the room that is left.
    pub fn new(grid: &'a Grid, view: &'a View, measure: Measure<'a>, room: &'a mut Room) -> Self {
        Self {
            grid,
            view,
            measure,
            room,
        }
    }

    /// How large a badge is, in px.
    pub fn badge_size(&self, face: &BadgeFace) -> (f64, f64) {
        let small = self.view.camera.width <= 500.0;
        let side = if small { 12.0 } else { 14.0 };
        match face {
            BadgeFace::Glyph(_) => (side, side),
            BadgeFace::Letters(letters) => {
                let face = Face {
                    size: side - 4.0,
                    bold: true,
                    ..Face::default()
                };
                ((self.measure)(letters, face) + 6.0, side)
            }
        }
    }

    /// Puts a badge that has no name with it.
    pub fn put_badge(&mut self, key: &str, face: BadgeFace, middle: Point) {
        let (width, height) = self.badge_size(&face);
        self.room.taken.push(around_point(middle, width, height));
        self.room.badges.push(Badge {
            key: key.to_owned(),
            at: corner(middle),
            size: ((width * 10.0) as i32, (height * 10.0) as i32),
            face,
        });
    }

    /// Takes room that no label may use.
    pub fn block(&mut self, area: Bounds) {
        self.room.taken.push(area);
    }

    /// A label whose size is known. Measuring is the dear part: it is done once for all the
    /// places at which a label is tried.
    pub fn candidate(
        &self,
        lines: Vec<String>,
        face: Face,
        at: Point,
        anchor: Anchor,
    ) -> Candidate {
        let widths = lines.iter().map(|line| (self.measure)(line, face));
        Candidate {
            width: widths.fold(0.0, f64::max),
            height: face.size * LEADING * lines.len() as f64,
            lines,
            face,
            at,
            anchor,
            badge: None,
        }
    }

    /// Whether a box lies in the window and overlaps nothing, with `apart` px between.
    pub fn free(&self, area: &Bounds, apart: f64) -> bool {
        let camera = &self.view.camera;
        let window = Bounds::of(Point::default(), Point::new(camera.width, camera.height));
        window.grown(-3.0).covers(area)
            && !self
                .room
                .taken
                .iter()
                .any(|taken| taken.grown(apart).meets(area))
    }

    /// Whether a box overlaps where a later label would like to stand.
    pub fn wished_for(&self, area: &Bounds) -> bool {
        self.room.wished.iter().any(|wish| wish.meets(area))
    }

    /// Puts a label where a candidate says.
    pub fn put(&mut self, key: String, naming: Naming, candidate: Candidate, link: Option<Link>) {
        let area = candidate.area();
        self.room.taken.push(area);
        let under = self.under(&area);
        let Candidate {
            lines,
            face,
            at,
            anchor,
            badge,
            ..
        } = candidate;
        let mut first = area.min.y + face.size * 0.86;
        if let Some(badge) = badge {
            let (_, height) = self.badge_size(&badge);
            let middle = Point::new(at.x, area.min.y + height / 2.0);
            let of = key.strip_prefix("region-").unwrap_or(&key).to_owned();
            self.put_badge(&of, badge, middle);
            first += height + BADGE_GAP;
        }
        let place = |n: usize| -> Corner {
            corner(Point::new(at.x, first + n as f64 * face.size * LEADING))
        };
        self.room.labels.push(Label {
            key,
            naming,
            under,
            lines: lines
                .into_iter()
                .enumerate()
                .map(|(n, line)| (line, place(n)))
                .collect(),
            anchor,
            size: (face.size * 10.0).round() as i32,
            track: face.track,
            area: (corner(area.min), corner(area.max)),
            link,
        });
    }

    /// What most of a box stands on.
    fn under(&self, area: &Bounds) -> Under {
        let kind = |cover: Cover| match cover {
            Cover::Sea => Under::Sea,
            Cover::Country(_) => Under::Land,
            Cover::Region(at) => {
                let region = self.view.regions.get(usize::from(at));
                Under::Region(region.map_or(Fill::PLAIN, |region| region.fill))
            }
        };
        let mut counts: Vec<(Under, u32)> = Vec::new();
        for (cover, _) in self.grid.under(area) {
            let kind = kind(cover);
            match counts.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((kind, 1)),
            }
        }
        let most = counts
            .into_iter()
            .reduce(|a, b| if b.1 > a.1 { b } else { a });
        most.map_or(Under::Land, |(kind, _)| kind)
    }
}

/// The farthest that [`around`] goes, in steps.
const FARTHEST: i32 = 24;

/// Offsets in px around a place, the nearest first, a little rather to the side than up or down.
/// `reach` counts in steps of 4 px, at most 24.
pub fn around(reach: u16) -> impl Iterator<Item = (f64, f64)> + Clone {
    // Sorted once: each label asks for them several times.
    static ALL: LazyLock<Vec<(i32, i32)>> = LazyLock::new(|| {
        let steps = -FARTHEST..=FARTHEST;
        let row = |x| (-FARTHEST..=FARTHEST).map(move |y| (x, y));
        let mut all: Vec<(i32, i32)> = steps.flat_map(row).collect();
        order::by_key(&mut all, |(x, y)| (x * x * 10 + y * y * 14, *y, *x));
        all
    });
    let reach = i32::from(reach);
    let near = move |(x, y): &&(i32, i32)| x.abs() <= reach && y.abs() <= reach;
    let px = |(x, y): &(i32, i32)| (f64::from(*x) * 4.0, f64::from(*y) * 4.0);
    ALL.iter().filter(near).map(px)
}
