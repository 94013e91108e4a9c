//! Names that stand outside the regions: the tags of groups, other countries.

use super::distance::CONTINENT;
use super::grid::{CELL, Cover, Depths};
use super::links::around;
use super::path::{Pen, px};
use super::picture::{Anchor, Link, Naming, Scene};
use super::place::{Candidate, Placer, around as around_place};
use super::text::{Face, SIZE, settings};
use super::view::{GroupItem, View};
use crate::atlas::{Atlas, Bounds, Point};
use crate::dossier::{FeatureRef, LayerRole};
use crate::order;

/// A country is named again when what can be seen of it reaches so far, in px.
const AGAIN: f64 = 320.0;

/// Tags for the groups, beside their outlines and outside all regions.
pub fn groups(placer: &mut Placer<'_>, atlas: &Atlas, view: &View, scene: &Scene) {
    let near = scene.km_per_px <= CONTINENT;
    let selected = |group: &GroupItem| view.selected.as_ref() == Some(&group.id);
    let tagged = view.groups.iter().filter(|group| !group.label.is_empty());
    for group in tagged.filter(|group| near || selected(group)) {
        let inside = || within(placer, atlas, view, group).filter(|_| selected(group));
        let Some(candidate) = beside(placer, atlas, view, group).or_else(inside) else {
            continue;
        };
        let lit = view.region(&group.id).is_some_and(|item| item.lit);
        let link = Link {
            id: group.id.clone(),
            href: group.href.clone(),
            name: group.name.clone(),
            focusable: false,
            selected: selected(group),
            lit,
            dim: false,
        };
        placer.put(
            format!("group-{}", group.id),
            Naming::Group,
            candidate,
            Some(link),
        );
    }
}

fn tag(placer: &Placer<'_>, view: &View, group: &GroupItem, at: Point) -> Candidate {
    let selected = view.selected.as_ref() == Some(&group.id);
    let face = Face {
        size: SIZE + if selected { 2.4 } else { 0.5 },
        track: 5,
        bold: true,
        caps: false,
    };
    placer.candidate(vec![group.label.clone()], face, at, Anchor::Middle)
}

/// A place for a tag in the midst of what can be seen of the group.
fn within(placer: &Placer<'_>, atlas: &Atlas, view: &View, group: &GroupItem) -> Option<Candidate> {
    let pen = Pen::new(atlas, &view.camera, 0.0);
    let seen = around(atlas, &pen, &group.id).bounds();
    // What is out of sight has no middle.
    if seen.is_empty() {
        return None;
    }
    let middle = seen.centre();
    let tag = tag(placer, view, group, middle);
    let mut spots = around_place(24).map(|(dx, dy)| Point::new(middle.x + dx, middle.y + dy));
    let spot = spots.find(|at| placer.free(&tag.area_at(*at), 1.5))?;
    Some(tag.moved(spot))
}

/// A place for a tag along the outline of the group and outside all regions.
fn beside(placer: &Placer<'_>, atlas: &Atlas, view: &View, group: &GroupItem) -> Option<Candidate> {
    let pen = Pen::new(atlas, &view.camera, 0.0);
    let outline = around(atlas, &pen, &group.id);
    let middle = outline.bounds().centre();
    let mut spots: Vec<(f64, Point, Point)> = outline
        .lines
        .iter()
        .flat_map(|line| line.corners.iter().step_by(3))
        .map(|corner| {
            let at = px(*corner);
            let away = at.distance(middle).max(1.0);
            let (dx, dy) = ((at.x - middle.x) / away, (at.y - middle.y) / away);
            // Up and to the right, where the eye looks for a title.
            ((dx - dy) * away, at, Point::new(dx, dy))
        })
        .collect();
    order::by(&mut spots, |a, b| b.0.total_cmp(&a.0));
    let tag = tag(placer, view, group, middle);
    let size = tag.area();
    let mut spots = spots.into_iter().map(|(_, at, towards)| {
        Point::new(
            at.x + towards.x * (size.width() / 2.0 + 6.0),
            at.y + towards.y * (size.height() / 2.0 + 6.0),
        )
    });
    let spot = spots.find(|at| {
        let area = tag.area_at(*at);
        let around = area.grown(2.0);
        let mut under = placer.grid.under(&around);
        under.all(|(cover, line)| !line && !matches!(cover, Cover::Region(_)))
            && placer.free(&area, 3.0)
    })?;
    Some(tag.moved(spot))
}

/// The name of another country, where most of it can be seen, and once more where it comes into the
/// window a second time.
pub fn neighbour(
    placer: &mut Placer<'_>,
    depths: &Depths<'_>,
    atlas: &Atlas,
    view: &View,
    (at, label): (&FeatureRef, &str),
) {
    let wide = view.camera.width > 500.0;
    let face = Face {
        size: if wide { 11.2 } else { 10.0 },
        track: 20,
        bold: false,
        caps: true,
    };
    let country = atlas.of_role(LayerRole::Backdrop).position(|f| f.at == *at);
    let Some(country) = country.and_then(|at| u16::try_from(at).ok()) else {
        return;
    };
    let cover = Cover::Country(country);
    let spots = spots(depths, cover);
    let middle = mean(&spots);
    let mut stands: Vec<Point> = Vec::new();
    for lines in settings(label) {
        let name = placer.candidate(lines, face, middle, Anchor::Middle);
        for spot in &spots {
            let apart = |other: &Point| other.distance(*spot) > AGAIN;
            if stands.len() > 1 || !stands.iter().all(apart) {
                continue;
            }
            let area = name.area_at(*spot);
            if placer.grid.holds(&area.grown(3.0), cover, 1.0) && placer.free(&area, 6.0) {
                let key = format!("country-{}-{}", at.id, stands.len());
                placer.put(key, Naming::Neighbour, name.clone().moved(*spot), None);
                stands.push(*spot);
            }
        }
        if !stands.is_empty() {
            break;
        }
    }
}

/// Where a name may stand on what can be seen of a country. Deep enough is deep enough; after that
/// the middle of what can be seen.
fn spots(depths: &Depths<'_>, cover: Cover) -> Vec<Point> {
    // Every other square of every other row will do.
    let second = |px: f64| ((px / CELL) as u32).is_multiple_of(2);
    let even = |at: &Point| second(at.x) && second(at.y);
    let deep = depths
        .of(cover)
        .filter(|(at, depth)| *depth > 2 && even(at));
    let found: Vec<(Point, u16)> = deep.collect();
    let all: Vec<Point> = found.iter().map(|(at, _)| *at).collect();
    let middle = mean(&all);
    // What is compared is worked out once for each of many thousands.
    let mut keyed: Vec<(u16, f64, Point)> = found
        .into_iter()
        .map(|(at, depth)| (depth.min(9), at.distance(middle), at))
        .collect();
    keyed.sort_by(|(a, x, _), (b, y, _)| b.cmp(a).then(x.total_cmp(y)));
    keyed.into_iter().map(|(_, _, at)| at).collect()
}

fn mean(spots: &[Point]) -> Point {
    let mut bounds = Bounds::default();
    for at in spots {
        crate::atlas::Sink::point(&mut bounds, *at);
    }
    if bounds.is_empty() {
        Point::default()
    } else {
        bounds.centre()
    }
}
