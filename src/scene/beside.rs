//! Names that stand beside a point: towns, sites, the plant.

use super::distance::SEVERAL;
use super::path::px;
use super::picture::{Anchor, Naming, Scene, Sign};
use super::place::{Candidate, Placer, around_point};
use super::text::{Face, SIZE, settings};
use super::view::View;
use crate::atlas::{Atlas, Point};
use crate::dossier::RegionId;
use crate::order;

/// A point with a name.
#[derive(Debug, Clone)]
pub struct Named {
    /// What it is called from one picture to the next.
    key: String,
    label: String,
    /// Where it lies, in px.
    pub at: Point,
    /// How it is drawn.
    pub sign: Sign,
    /// From side to side in px.
    pub size: f64,
    rank: u8,
    /// True for the selected one, whose name stands whatever else gives way.
    pub first: bool,
    region: bool,
}

/// The points of a scene that have a name to show, the most important first.
pub fn points(atlas: &Atlas, view: &View, scene: &Scene) -> Vec<Named> {
    let window = view.camera.visible();
    let rank = |at: &RegionId| atlas.ground(at).next().and_then(|f| f.rank).unwrap_or(3);
    let marks = scene.marks.iter().filter_map(|mark| {
        let item = view.region(&mark.link.id)?;
        // The ring around what is read about is its target, made visible.
        let ringed = mark.link.selected || mark.link.lit;
        let quiet = mark.sign == Sign::Plant && !mark.link.selected && scene.km_per_px > SEVERAL;
        Some(Named {
            key: format!("region-{}", mark.link.id),
            label: if quiet {
                String::new()
            } else {
                view.name_of(item).to_owned()
            },
            at: px(mark.hit.at),
            sign: mark.sign,
            size: f64::from(if ringed {
                2 * mark.hit.radius
            } else {
                mark.size
            }) / 10.0,
            rank: if mark.link.lit {
                0
            } else {
                rank(&mark.link.id)
            },
            first: mark.link.selected,
            region: true,
        })
    });
    let dots = scene.dots.iter().filter_map(|dot| {
        let town = view.towns.iter().find(|town| town.at.id == dot.key)?;
        let size = if dot.sign == Sign::Capital { 6.0 } else { 4.6 };
        Some(Named {
            key: format!("town-{}", dot.key),
            label: town.label.clone(),
            at: px(dot.at),
            sign: dot.sign,
            size,
            rank: atlas.feature(&town.at).and_then(|f| f.rank).unwrap_or(3),
            first: false,
            region: false,
        })
    });
    let mut all: Vec<Named> = marks
        .chain(dots)
        .filter(|point| point.sign != Sign::None)
        .filter(|point| window.contains(view.camera.to_plane(point.at)))
        .collect();
    order::by(&mut all, |a, b| (a.rank, &a.key).cmp(&(b.rank, &b.key)));
    all
}

impl Named {
    fn face(&self) -> Face {
        let seat = matches!(self.sign, Sign::Seat | Sign::Capital | Sign::Plant);
        let more = match (self.first, seat) {
            (true, _) => 2.4,
            (false, true) => 1.0,
            (false, false) => 0.5,
        };
        Face {
            size: SIZE + more,
            bold: self.first || self.sign == Sign::Capital,
            ..Face::default()
        }
    }

    /// Where its name would like to stand.
    pub fn wish(&self, placer: &Placer<'_>) -> Candidate {
        let at = Point::new(self.at.x + self.size / 2.0 + 3.2, self.at.y);
        placer.candidate(vec![self.label.clone()], self.face(), at, Anchor::Start)
    }

    /// Whether its name may stand across a heavy line rather than not at all.
    fn insists(&self) -> bool {
        self.first || self.rank == 0 || self.sign != Sign::Town
    }

    fn naming(&self) -> Naming {
        match self.sign {
            _ if self.first => Naming::Selected,
            Sign::Capital => Naming::Capital,
            _ if self.region => Naming::Mark,
            _ => Naming::Town,
        }
    }
}

/// Puts the badges of regions that are points, at a corner of their signs.
pub fn badges(placer: &mut Placer<'_>, view: &View, scene: &Scene) {
    let shown = scene.marks.iter().filter(|mark| mark.sign != Sign::None);
    for mark in shown {
        let Some(item) = view.region(&mark.link.id) else {
            continue;
        };
        let Some(badge) = &item.badge else {
            continue;
        };
        let (width, height) = placer.badge_size(badge);
        let half = f64::from(mark.size) / 20.0 + 1.5;
        let at = px(mark.hit.at);
        let (dx, dy) = (half + width / 2.0, half + height / 2.0 - 4.0);
        let corners = [(dx, -dy), (-dx, -dy), (dx, dy), (-dx, dy)];
        let mut spots = corners.iter().map(|(x, y)| Point::new(at.x + x, at.y + y));
        let free = |spot: &Point| placer.free(&around_point(*spot, width, height), 0.5);
        if let Some(spot) = spots.find(free) {
            placer.put_badge(item.id.as_str(), badge.clone(), spot);
        }
    }
}

/// Places the names of points, where they can keep off the heavy lines first.
pub fn place<'n>(placer: &mut Placer<'_>, points: impl Iterator<Item = &'n Named>) {
    for point in points.filter(|point| !point.label.is_empty()) {
        let all = candidates(
            placer,
            &point.label,
            point.at,
            point.size / 2.0 + 3.2,
            point.face(),
        );
        let fits = |candidate: &&Candidate| placer.free(&candidate.area(), 1.5);
        let clear = |candidate: &&Candidate| !placer.grid.crossed(&candidate.area().grown(1.0));
        let clearly = all.iter().filter(clear).find(fits);
        let found = clearly.or_else(|| all.iter().filter(|_| point.insists()).find(fits));
        if let Some(candidate) = found.cloned() {
            placer.put(point.key.clone(), point.naming(), candidate, None);
        }
    }
}

/// The places beside a point, `gap` px from its middle, the best first: right, left, above and
/// below to the sides, above, below, and farther off.
pub fn candidates(
    placer: &Placer<'_>,
    label: &str,
    at: Point,
    gap: f64,
    face: Face,
) -> Vec<Candidate> {
    let rise = gap.max(6.0);
    let over = gap + face.size * 0.62;
    let places = [
        (gap, 0.0, Anchor::Start),
        (-gap, 0.0, Anchor::End),
        (gap - 1.0, -rise, Anchor::Start),
        (gap - 1.0, rise, Anchor::Start),
        (1.0 - gap, -rise, Anchor::End),
        (1.0 - gap, rise, Anchor::End),
        (0.0, -over, Anchor::Middle),
        (0.0, over, Anchor::Middle),
        (gap + 1.5, over, Anchor::Start),
        (-gap - 1.5, over, Anchor::End),
        (9.0, over, Anchor::Middle),
        (-9.0, over, Anchor::Middle),
        (9.0, -over, Anchor::Middle),
        (-9.0, -over, Anchor::Middle),
        (0.0, over + 4.0, Anchor::Middle),
        (gap + 8.0, 4.0, Anchor::Start),
    ];
    let ways = settings(label);
    // Two lines only where one cannot stand anywhere.
    ways.into_iter()
        .flat_map(|lines| {
            let more = face.size * 0.56 * (lines.len() as f64 - 1.0);
            let label = placer.candidate(lines, face, at, Anchor::Middle);
            places.map(|(x, y, anchor)| {
                let away = if anchor == Anchor::Middle {
                    more.copysign(y)
                } else {
                    0.0
                };
                let at = Point::new(at.x + x, at.y + y + away);
                Candidate {
                    anchor,
                    ..label.clone().moved(at)
                }
            })
        })
        .collect()
}
