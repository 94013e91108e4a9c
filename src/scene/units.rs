//! The names of regions with an area, and what a lens says of them.

use super::badge::BadgeFace;
use super::beside;
use super::distance::{CLOSE, CONTINENT};
use super::grid::{Cover, Depths};
use super::picture::{Anchor, Area, Naming, Scene};
use super::place::{Candidate, Placer, around, around_point};
use super::text::{Face, SIZE, settings};
use super::view::{RegionItem, View};
use crate::atlas::{Atlas, Bounds, Point};
use crate::order;

/// The place of an area's region in the view, by which the grid knows it.
pub fn position(view: &View, area: &Area) -> Option<u16> {
    let at = view.regions.iter().position(|item| item.id == area.link.id);
    at.and_then(|at| u16::try_from(at).ok())
}

/// Tries each way to set a name, from wide to narrow, at each place around `middle`, until one
/// lies to `need` on `cover`. Who is `polite` rather takes a later place than one that disturbs others.
fn within(
    placer: &Placer<'_>,
    (name, badge): (&str, Option<&BadgeFace>),
    faces: &[(Face, f64)],
    (middle, cover): (Point, Cover),
    reach: u16,
    polite: bool,
) -> Option<Candidate> {
    // The first that disturbs: for want of a better one. To look for it in a second round would take as
    // long again, and most names that find no place politely find none at all.
    let mut rude = None;
    for (face, need) in faces {
        for lines in settings(name) {
            let size = badge.map_or((0.0, 0.0), |badge| placer.badge_size(badge));
            let label = placer
                .candidate(lines, *face, middle, Anchor::Middle)
                .under_badge(badge.cloned(), size);
            let mut spots = around(reach).map(|(dx, dy)| Point::new(middle.x + dx, middle.y + dy));
            let found = spots.find(|at| {
                let area = label.area_at(*at);
                if !placer.grid.holds(&area, cover, *need) || !placer.free(&area, 1.5) {
                    return false;
                }
                let disturbs = || placer.wished_for(&area) || placer.grid.crossed(&area.grown(2.5));
                if polite && disturbs() {
                    rude.get_or_insert_with(|| label.clone().moved(*at));
                    return false;
                }
                true
            });
            if let Some(at) = found {
                return Some(label.moved(at));
            }
        }
    }
    rude
}

/// Where the name of an area stands best: at its label point if that is in the window, otherwise deep in
/// what can be seen of it.
fn middle(
    depths: &Depths<'_>,
    atlas: &Atlas,
    view: &View,
    area: &Area,
    cover: Cover,
) -> Option<Point> {
    let point = atlas.label_point(&area.link.id)?;
    let at = view.camera.to_screen(point);
    let window = Bounds::of(
        Point::default(),
        Point::new(view.camera.width, view.camera.height),
    );
    if window.grown(-30.0).contains(at) {
        return Some(at);
    }
    depths.deepest(cover).map(|(at, _)| at)
}

/// Names the selected region, in it or, if it is too small for that, beside it.
pub fn selected(
    placer: &mut Placer<'_>,
    depths: &Depths<'_>,
    atlas: &Atlas,
    view: &View,
    area: &Area,
) {
    let Some((item, at)) = view.region(&area.link.id).zip(position(view, area)) else {
        return;
    };
    let face = |more: f64, track: i32| Face {
        size: SIZE + more,
        track,
        bold: true,
        caps: true,
    };
    let faces = [
        (face(3.0, 8), 0.99),
        (face(1.5, 6), 0.99),
        (face(0.5, 3), 0.97),
    ];
    let cover = Cover::Region(at);
    let found = middle(depths, atlas, view, area, cover).and_then(|at| {
        let name = (view.name_of(item), item.badge.as_ref());
        within(placer, name, &faces, (at, cover), 11, false)
    });
    let key = format!("region-{}", item.id);
    if let Some(candidate) = found {
        placer.put(key, Naming::Selected, candidate, None);
    } else if !area.path.is_empty() {
        // Too small to hold its name: beside it, as for a point of its size.
        let bounds = area.path.bounds();
        let gap = bounds.width().max(bounds.height()) / 2.0 + 3.0;
        let face = Face {
            caps: false,
            track: 0,
            ..face(2.0, 0)
        };
        let all = beside::candidates(placer, view.name_of(item), bounds.centre(), gap, face);
        if let Some(candidate) = all.into_iter().find(|c| placer.free(&c.area(), 1.5)) {
            placer.put(key, Naming::Selected, candidate, None);
        }
    }
}

/// The regions that get a name, by their places in the scene, the most important first.
pub fn in_order(scene: &Scene) -> Vec<usize> {
    let areas = scene.areas.iter().enumerate();
    let mut all: Vec<(usize, &Area)> = areas
        .filter(|(_, area)| !area.link.selected && !area.path.is_empty() && !area.nested)
        .collect();
    // Stable, so that regions of one class stay in the order of their size.
    order::by_key(&mut all, |(_, area)| {
        (!area.link.lit, std::cmp::Reverse(area.fill.weight()))
    });
    all.into_iter().map(|(at, _)| at).collect()
}

/// Names a region under its badge. Where there is no room for both, or regions are seen from too far
/// away to be named, the badge goes before the name.
pub fn name(placer: &mut Placer<'_>, depths: &Depths<'_>, atlas: &Atlas, view: &View, area: &Area) {
    let Some((item, at)) = view.region(&area.link.id).zip(position(view, area)) else {
        return;
    };
    let cover = Cover::Region(at);
    let Some(middle) = middle(depths, atlas, view, area, cover) else {
        return;
    };
    let bounds = area.path.bounds();
    let far = view.camera.km_per_px() > CONTINENT;
    if far || bounds.width() < 24.0 || bounds.height() < 12.0 || is_town(view, item) {
        return bare_badge(placer, item, (middle, cover), 6);
    }
    let faces = faces(view);
    let reach = ((bounds.width() * bounds.height()).sqrt() / 12.0).clamp(8.0, 22.0) as u16;
    let place = |placer: &Placer<'_>, badge| {
        let name = (view.name_of(item), badge);
        within(placer, name, &faces, (middle, cover), reach, true)
    };
    let mut found = place(placer, item.badge.as_ref());
    if found.is_none() && item.badge.is_some() {
        bare_badge(placer, item, (middle, cover), reach);
        found = place(placer, None);
    }
    if let Some(candidate) = found {
        placer.put(format!("region-{}", item.id), Naming::Unit, candidate, None);
    }
}

/// How a region's name is set, from wide to narrow, and how much of it must lie on the region.
fn faces(view: &View) -> [(Face, f64); 4] {
    let close = view.camera.km_per_px() <= CLOSE;
    let size = if close { SIZE + 1.6 } else { SIZE };
    let face = |less: f64, track: i32| Face {
        size: size - less,
        track,
        bold: false,
        caps: true,
    };
    [
        (face(0.0, 9), 0.97),
        (face(0.6, 6), 0.97),
        (face(1.0, 3), 0.96),
        (face(1.0, 3), 0.88),
    ]
}

/// A badge alone, most of it on its region.
fn bare_badge(
    placer: &mut Placer<'_>,
    item: &RegionItem,
    (middle, cover): (Point, Cover),
    reach: u16,
) {
    let Some(badge) = &item.badge else {
        return;
    };
    let (width, height) = placer.badge_size(badge);
    let mut spots = around(reach).map(|(dx, dy)| Point::new(middle.x + dx, middle.y + dy));
    let found = spots.find(|at| {
        let area = around_point(*at, width, height);
        placer.grid.share(&area, cover) >= 0.6 && placer.free(&area, 1.0)
    });
    if let Some(at) = found {
        placer.put_badge(item.id.as_str(), badge.clone(), at);
    }
}

/// A city with the standing of an oblast has its name at its dot already.
fn is_town(view: &View, item: &RegionItem) -> bool {
    let same = view.towns.iter().any(|town| town.label == item.label);
    same && (item.long.is_empty() || item.long == item.label)
}
