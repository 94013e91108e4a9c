//! Who is hit: unseen circles around what is small, and whose click a point of the picture is.
//!
//! Rules, in this order: nothing takes the place at which another one's name would stand; what is
//! small gets a target of the full size; where two small ones lie close, they share the room.

use super::Camera;
use super::path::{Corner, Path, corner, px};
use super::picture::{Area, Hit, Link, MarkLink, Scene, Sign};
use super::view::Mark;
use crate::atlas::{Atlas, Bounds, Feature, Point, Sink, distance};
use crate::order;

/// The least that the accessibility guidelines ask of a target, in px from side to side. Two points
/// of the map that lie closer cannot both be hit.
const LEAST: f64 = 24.0;

/// Whether a region needs a target: its area holds no disc of the least size. The widest place of an
/// area is the one at which its name would stand.
pub(super) fn is_small(atlas: &Atlas, feature: &Feature, camera: &Camera) -> bool {
    let across = feature.bounds.width().min(feature.bounds.height()) * camera.scale;
    if across < LEAST {
        return true;
    }
    // What is many times as large holds one for certain; only the rest is worth measuring.
    across < LEAST * 6.0 && {
        let to_edge = distance(feature.label_point, |sink: &mut dyn Sink| {
            atlas.nodes().send(&feature.shape, sink);
        });
        to_edge * camera.scale < LEAST / 2.0
    }
}

/// Hides the points that lie too close to a more important one; what is selected or read about stays.
pub(super) fn thin_out(marks: &mut [MarkLink], focused: impl Fn(&MarkLink) -> bool) {
    let rank = |mark: &MarkLink| {
        let sign = match mark.sign {
            Sign::Plant => 0,
            Sign::Capital => 1,
            Sign::Seat => 2,
            Sign::Town | Sign::Site | Sign::None => 3,
        };
        let wanted = mark.link.selected || mark.link.lit;
        (!wanted, !focused(mark), sign, mark.link.id.clone())
    };
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order::by_cached_key(&mut order, |at| marks.get(*at).map(rank));
    let mut kept: Vec<Hit> = Vec::new();
    for at in order {
        let Some(mark) = marks.get_mut(at).filter(|mark| mark.sign != Sign::None) else {
            continue;
        };
        let wanted = mark.link.selected || mark.link.lit;
        if wanted || kept.iter().all(|hit| between(*hit, mark.hit) >= LEAST) {
            kept.push(mark.hit);
        } else {
            mark.sign = Sign::None;
            mark.size = 0;
        }
    }
}

/// Gives every small target its radius. `target` is the full size of one, in px from side to side.
pub(super) fn share_room(areas: &mut [Area], marks: &mut [MarkLink], target: f64) {
    part(areas);
    let small: Vec<Hit> = areas
        .iter()
        .filter(|area| area.hit.radius > 0)
        .map(|area| area.hit)
        .chain(shown(marks).map(|mark| mark.hit))
        .collect();
    let large: Vec<Hit> = areas
        .iter()
        .filter(|area| area.hit.radius == 0 && !area.path.is_empty())
        .map(|area| area.hit)
        .collect();
    let free = |own: Hit, full: f64| {
        let others = small.iter().filter(|other| other.at != own.at);
        let halves = others.map(|other| between(*other, own) / 2.0);
        // A large neighbour keeps a target around its name, as far as that leaves one here.
        let names = large.iter().map(|other| {
            let apart = between(*other, own);
            (apart - LEAST / 2.0 - 1.0).max((LEAST / 2.0).min(apart - 1.0))
        });
        let room = halves.chain(names).fold(full, f64::min);
        // Under the signs themselves there is always a target, however close the next one is.
        (room.max(5.0) * 10.0) as i32
    };
    let radii: Vec<i32> = shown(marks)
        .map(|mark| {
            let full = (target / 2.0).max(f64::from(mark.size) / 20.0 + 6.0);
            free(mark.hit, full)
        })
        .collect();
    let unseen = marks.iter_mut().filter(|mark| mark.sign != Sign::None);
    for (mark, radius) in unseen.zip(radii) {
        mark.hit.radius = radius;
    }
    for area in areas.iter_mut().filter(|area| area.hit.radius > 0) {
        area.hit.radius = free(area.hit, target / 2.0);
    }
}

/// Where a small area lies in the middle of a larger one, as a city does in what surrounds it, the
/// larger one gets a target beside it. The areas are sorted from large to small.
fn part(areas: &mut [Area]) {
    let beside: Vec<Option<Corner>> = areas
        .iter()
        .enumerate()
        .map(|(order, area)| {
            let over = areas.get(order + 1..).unwrap_or_default();
            let smaller = over.iter().filter(|other| other.hit.radius > 0);
            let nearest = smaller
                .map(|other| (between(other.hit, area.hit), px(other.hit.at)))
                .min_by(|(a, _), (b, _)| a.total_cmp(b));
            let (apart, other) = nearest?;
            let close = !area.path.is_empty() && (0.1..LEAST).contains(&apart);
            close.then(|| clear_beside(other, px(area.hit.at), over))
        })
        .collect();
    for (area, at) in areas.iter_mut().zip(beside) {
        if let Some(at) = at {
            area.hit.at = at;
            area.hit.radius = area.hit.radius.max((LEAST * 5.0) as i32);
        }
    }
}

/// The middle of a target beside `other`, as near as can be to the direction of `own`, where the least of
/// it lies under what is painted `over` it.
fn clear_beside(other: Point, own: Point, over: &[Area]) -> Corner {
    let around = |middle: Point, turn: f64, by: f64| {
        let (sin, cos) = turn.sin_cos();
        Point::new(middle.x + by * cos, middle.y + by * sin)
    };
    let straight = (own.y - other.y).atan2(own.x - other.x);
    let step = std::f64::consts::TAU / 32.0;
    // To both sides in turn: 0, 1, -1, 2, -2, ….
    let offsets = (0..32).map(|n| f64::from((n + 1) / 2) * if n % 2 == 0 { -step } else { step });
    let places = offsets.map(|offset| around(other, straight + offset, LEAST + 0.4));
    // Hundreds of points are asked for: of each area once whether it comes near any of them.
    let reach = Bounds::of(other, other).grown(LEAST * 1.5 + 1.0);
    let near: Vec<&Area> = over
        .iter()
        .filter(|area| area.path.bounds().meets(&reach))
        .collect();
    let covered = |place: &Point| {
        let rim = (0..16).map(|n| around(*place, f64::from(n) * step * 2.0, LEAST / 2.0));
        rim.filter(|at| near.iter().any(|area| holds(&area.path, *at)))
            .count()
    };
    corner(places.min_by_key(covered).unwrap_or(own))
}

fn shown(marks: &[MarkLink]) -> impl Iterator<Item = &MarkLink> {
    marks.iter().filter(|mark| mark.sign != Sign::None)
}

/// From the middle of one target to that of another, in px.
fn between(a: Hit, b: Hit) -> f64 {
    px(a.at).distance(px(b.at))
}

impl Hit {
    /// How far a point lies outside the circle, in px; 0 or less: within. Infinite without one.
    pub fn gap(&self, at: Point) -> f64 {
        if self.radius > 0 {
            px(self.at).distance(at) - f64::from(self.radius) / 10.0
        } else {
            f64::INFINITY
        }
    }
}

impl Scene {
    /// The region that a click at a point of the window (px) selects: as the browser decides it, what
    /// is painted last first. Boxes stand for the letters of names that are links.
    pub fn target(&self, at: Point) -> Option<&Link> {
        let tag = self.labels.iter().rev().find_map(|label| {
            let box_of = Bounds::of(px(label.area.0), px(label.area.1));
            label.link.as_ref().filter(|_| box_of.contains(at))
        });
        let mark = || {
            let marks = self.marks.iter().rev();
            let mut hit = marks.filter(|mark| mark.hit.gap(at) <= 0.0 || under_sign(mark, at));
            hit.next().map(|mark| &mark.link)
        };
        let area = || {
            let areas = self.areas.iter().rev();
            let mut hit = areas.filter(|area| area.hit.gap(at) <= 0.0 || holds(&area.path, at));
            hit.next().map(|area| &area.link)
        };
        tag.or_else(mark).or_else(area)
    }
}

/// Whether a point lies on a mark's own sign.
fn under_sign(mark: &MarkLink, at: Point) -> bool {
    let (middle, half) = (px(mark.hit.at), f64::from(mark.size) / 20.0);
    let (x, y) = ((at.x - middle.x).abs(), (at.y - middle.y).abs());
    mark.sign != Sign::None
        && match mark.mark {
            Mark::Plant => x.max(y) <= half * 0.9,
            Mark::Site => x + y <= half,
            Mark::Town => x.hypot(y) <= half,
        }
}

/// Whether a point (px) lies within rings, by how often a ray to the right crosses them.
fn holds(path: &Path, at: Point) -> bool {
    let mut inside = false;
    for line in path.lines.iter().filter(|line| line.closed) {
        let ends = line.corners.iter().skip(1).chain(line.corners.first());
        for (a, b) in line.corners.iter().zip(ends) {
            let (a, b) = (px(*a), px(*b));
            let crosses = (a.y > at.y) != (b.y > at.y)
                && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x);
            inside ^= crosses;
        }
    }
    inside
}
