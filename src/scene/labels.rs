//! Which names stand on the map, and where each would like to.
//!
//! A label that finds no room is left out; none ever covers another. The order decides who gives
//! way: what is selected first, then seas, the capital, the regions, towns, groups, neighbours, water.

use std::collections::VecDeque;

use super::beside::Named;
use super::distance::{CLOSE, CONTINENT};
use super::grid::{Cover, Depths, Grid};
use super::picture::{Anchor, Area, Label, Naming, Scene, Sign};
use super::place::{Candidate, Placer, Room, around};
use super::text::{Face, Measure, SIZE, settings};
use super::view::{RegionItem, View};
use super::{beside, outside};
use crate::atlas::{Atlas, Bounds, Form, Point};
use crate::dossier::LayerRole;

/// The placing of all labels of a scene whose outlines and points are drawn, step by step.
#[derive(Debug, Clone)]
pub(super) struct Labelling {
    grid: Grid,
    depth: Vec<u16>,
    points: Vec<Named>,
    room: Room,
    steps: VecDeque<Step>,
}

/// What is done in one go. The order of the steps decides who gives way.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// Notes where a country lies, by its place in the backdrop.
    Country(usize),
    /// Notes where a region lies, by its place in the scene.
    Area(usize),
    Lines,
    Depths,
    Selected,
    Seas,
    Capitals,
    Wishes,
    /// Names a region, by its place in the scene.
    Unit(usize),
    /// Names a point, by its place among all.
    Point(usize),
    Groups,
    /// Names a country, by its place in the view.
    Neighbour(usize),
    Waters,
}

impl Labelling {
    /// Nothing is placed yet.
    pub fn begin(atlas: &Atlas, view: &View, scene: &Scene) -> Self {
        let points = beside::points(atlas, view, scene);
        let mut steps = VecDeque::new();
        steps.extend((0..atlas.of_role(LayerRole::Backdrop).count()).map(Step::Country));
        let areas = scene.areas.iter().enumerate();
        let flat = areas.filter(|(_, area)| !area.nested && !area.path.is_empty());
        steps.extend(flat.map(|(at, _)| Step::Area(at)));
        steps.extend([Step::Lines, Step::Depths, Step::Selected]);
        steps.extend([Step::Seas, Step::Capitals]);
        if scene.km_per_px <= CONTINENT {
            steps.push_back(Step::Wishes);
            steps.extend(units(scene).into_iter().map(Step::Unit));
        }
        let others = points
            .iter()
            .enumerate()
            .filter(|(_, point)| is_other(point));
        steps.extend(others.map(|(at, _)| Step::Point(at)));
        steps.push_back(Step::Groups);
        steps.extend((0..view.neighbours.len()).map(Step::Neighbour));
        if scene.km_per_px <= CLOSE {
            steps.push_back(Step::Waters);
        }
        Self {
            grid: Grid::new(scene.width, scene.height),
            depth: Vec::new(),
            points,
            room: Room::new(view),
            steps,
        }
    }

    /// Does the next step. False when there was none left.
    pub fn step(
        &mut self,
        atlas: &Atlas,
        view: &View,
        scene: &Scene,
        measure: Measure<'_>,
    ) -> bool {
        let Some(step) = self.steps.pop_front() else {
            return false;
        };
        match step {
            Step::Country(at) => self.fill_country(atlas, scene, at),
            Step::Area(at) => self.fill_area(view, scene, at),
            Step::Lines => {
                self.grid.trace(&scene.selected);
                for group in &scene.groups {
                    self.grid.trace(&group.path);
                }
            }
            Step::Depths => self.depth = self.grid.depths(),
            _ => self.name(step, atlas, view, scene, measure),
        }
        true
    }

    #[cfg(test)]
    pub fn next(&self) -> Option<impl std::fmt::Debug> {
        self.steps.front()
    }

    /// The labels that have been placed.
    pub fn labels(self) -> Vec<Label> {
        self.room.labels
    }

    fn name(
        &mut self,
        step: Step,
        atlas: &Atlas,
        view: &View,
        scene: &Scene,
        measure: Measure<'_>,
    ) {
        let depths = Depths::new(&self.grid, &self.depth);
        let points = &self.points;
        if let Step::Wishes = step {
            let placer = Placer::new(&self.grid, view, measure, &mut self.room);
            let others = points.iter().filter(|point| is_other(point));
            let wished = others.map(|point| point.wish(&placer).area()).collect();
            self.room.wished = wished;
            return;
        }
        let mut placer = Placer::new(&self.grid, view, measure, &mut self.room);
        match step {
            Step::Selected => {
                for point in points {
                    let half = point.size / 2.0 + 0.8;
                    placer.block(Bounds::of(point.at, point.at).grown(half));
                }
                if let Some(area) = scene.areas.iter().find(|area| area.link.selected) {
                    selected(&mut placer, &depths, atlas, view, area);
                }
                beside::place(&mut placer, points.iter().filter(|point| point.first));
            }
            Step::Seas => seas(&mut placer, atlas, view),
            Step::Capitals => {
                let capitals = points
                    .iter()
                    .filter(|p| p.sign == Sign::Capital && !p.first);
                beside::place(&mut placer, capitals);
            }
            Step::Unit(at) => {
                if let Some(area) = scene.areas.get(at) {
                    unit(&mut placer, &depths, atlas, view, scene, area);
                }
            }
            Step::Point(at) => beside::place(&mut placer, points.get(at).into_iter()),
            Step::Groups => outside::groups(&mut placer, atlas, view, scene),
            Step::Neighbour(at) => {
                if let Some((at, label)) = view.neighbours.get(at) {
                    outside::neighbour(&mut placer, &depths, atlas, view, (at, label));
                }
            }
            Step::Waters => waters(&mut placer, atlas, view),
            _ => {}
        }
    }

    fn fill_country(&mut self, atlas: &Atlas, scene: &Scene, at: usize) {
        let Some(feature) = atlas.of_role(LayerRole::Backdrop).nth(at) else {
            return;
        };
        let home = atlas.home().is_some_and(|home| home.at == feature.at);
        let patch = scene
            .neighbours
            .iter()
            .find(|patch| patch.key == feature.at.id);
        let path = patch
            .map(|patch| &patch.path)
            .filter(|_| !home)
            .unwrap_or(&scene.home);
        self.grid.fill(path, Cover::Country(at as u16));
    }

    fn fill_area(&mut self, view: &View, scene: &Scene, at: usize) {
        let area = scene.areas.get(at);
        if let Some((area, at)) = area.and_then(|area| Some((area, position(view, area)?))) {
            self.grid.fill(&area.path, Cover::Region(at));
        }
    }
}

/// A point that is named after the regions.
fn is_other(point: &Named) -> bool {
    point.sign != Sign::Capital && !point.first
}

fn position(view: &View, area: &Area) -> Option<u16> {
    let at = view.regions.iter().position(|item| item.id == area.link.id);
    at.and_then(|at| u16::try_from(at).ok())
}

/// Tries each way to set a name, from wide to narrow, at each place around `middle`, until one
/// lies to `need` on `cover`.
fn within(
    placer: &Placer<'_>,
    name: &str,
    faces: &[(Face, f64)],
    (middle, cover): (Point, Cover),
    reach: u16,
    polite: bool,
) -> Option<Candidate> {
    for (face, need) in faces {
        for lines in settings(name) {
            let label = placer.candidate(lines, *face, middle, Anchor::Middle);
            let mut spots = around(reach).map(|(dx, dy)| Point::new(middle.x + dx, middle.y + dy));
            let found = spots.find(|at| {
                let area = label.area_at(*at);
                let disturbs = || placer.wished_for(&area) || placer.grid.crossed(&area.grown(2.5));
                placer.grid.share(&area, cover) >= *need
                    && placer.free(&area, 1.5)
                    && !(polite && disturbs())
            });
            if let Some(at) = found {
                return Some(label.moved(at));
            }
        }
    }
    None
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

fn selected(placer: &mut Placer<'_>, depths: &Depths<'_>, atlas: &Atlas, view: &View, area: &Area) {
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
    let found = middle(depths, atlas, view, area, cover)
        .and_then(|at| within(placer, view.name_of(item), &faces, (at, cover), 11, false));
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
fn units(scene: &Scene) -> Vec<usize> {
    let areas = scene.areas.iter().enumerate();
    let mut all: Vec<(usize, &Area)> = areas
        .filter(|(_, area)| !area.link.selected && !area.path.is_empty() && !area.nested)
        .collect();
    // Stable, so that regions of one class stay in the order of their size.
    all.sort_by_key(|(_, area)| (!area.link.lit, std::cmp::Reverse(area.class)));
    all.into_iter().map(|(at, _)| at).collect()
}

fn unit(
    placer: &mut Placer<'_>,
    depths: &Depths<'_>,
    atlas: &Atlas,
    view: &View,
    scene: &Scene,
    area: &Area,
) {
    let close = scene.km_per_px <= CLOSE;
    let size = if close { SIZE + 1.6 } else { SIZE };
    let face = |less: f64, track: i32| Face {
        size: size - less,
        track,
        bold: false,
        caps: true,
    };
    let faces = [
        (face(0.0, 9), 0.97),
        (face(0.6, 6), 0.97),
        (face(1.0, 3), 0.96),
        (face(1.0, 3), 0.88),
    ];
    let Some((item, at)) = view.region(&area.link.id).zip(position(view, area)) else {
        return;
    };
    let bounds = area.path.bounds();
    if bounds.width() < 24.0 || bounds.height() < 12.0 || is_town(view, item) {
        return;
    }
    let cover = Cover::Region(at);
    let Some(middle) = middle(depths, atlas, view, area, cover) else {
        return;
    };
    let reach = ((bounds.width() * bounds.height()).sqrt() / 12.0).clamp(8.0, 22.0) as u16;
    let place = |polite| {
        let name = view.name_of(item);
        within(placer, name, &faces, (middle, cover), reach, polite)
    };
    if let Some(candidate) = place(true).or_else(|| place(false)) {
        placer.put(format!("region-{}", item.id), Naming::Unit, candidate, None);
    }
}

/// A city with the standing of an oblast has its name at its dot already.
fn is_town(view: &View, item: &RegionItem) -> bool {
    let same = view.towns.iter().any(|town| town.label == item.label);
    same && (item.long.is_empty() || item.long == item.label)
}

fn seas(placer: &mut Placer<'_>, atlas: &Atlas, view: &View) {
    let wide = view.camera.width > 600.0;
    for sea in &view.seas {
        let size = match (sea.large, wide) {
            (true, true) => 20.0,
            (true, false) => 14.0,
            (false, true) => 12.5,
            (false, false) => 11.0,
        };
        let face = Face {
            size,
            track: 6,
            ..Face::default()
        };
        let at = view.camera.to_screen(atlas.projection().forward(sea.at));
        // A broad name over a broad sea, a narrow one in two lines.
        let ways = settings(&sea.label);
        let order: Vec<&Vec<String>> = if sea.large {
            ways.iter().collect()
        } else {
            ways.iter().rev().collect()
        };
        let found = order.into_iter().find_map(|lines| {
            let label = placer.candidate(lines.clone(), face, at, Anchor::Middle);
            let mut spots = around(20).map(|(dx, dy)| Point::new(at.x + dx, at.y + dy));
            let spot = spots.find(|spot| {
                let area = label.area_at(*spot);
                placer.free(&area, 2.0) && placer.grid.share(&area.grown(2.0), Cover::Sea) > 0.98
            });
            spot.map(|spot| label.moved(spot))
        });
        if let Some(candidate) = found {
            placer.put(format!("sea-{}", sea.label), Naming::Sea, candidate, None);
        }
    }
}

fn waters(placer: &mut Placer<'_>, atlas: &Atlas, view: &View) {
    let face = Face {
        size: 11.5,
        track: 4,
        ..Face::default()
    };
    for (at, label) in &view.waters {
        let Some(feature) = atlas.feature(at) else {
            continue;
        };
        let visible = view.camera.visible();
        let middle = match feature.shape.form {
            Form::Line => nearest_node(atlas, view, feature),
            _ => Some(feature.label_point).filter(|at| visible.contains(*at)),
        };
        let Some(middle) = middle.map(|at| view.camera.to_screen(at)) else {
            continue;
        };
        let aside = if feature.shape.form == Form::Line {
            34.0
        } else {
            0.0
        };
        let found = settings(label).into_iter().rev().find_map(|lines| {
            let label = placer.candidate(lines, face, middle, Anchor::Middle);
            let mut spots =
                around(16).map(|(dx, dy)| Point::new(middle.x + dx + aside, middle.y + dy));
            let spot = spots.find(|spot| {
                let area = label.area_at(*spot);
                placer.free(&area, 3.0) && !placer.grid.crossed(&area)
            });
            spot.map(|spot| label.moved(spot))
        });
        if let Some(candidate) = found {
            placer.put(format!("water-{}", at.id), Naming::Water, candidate, None);
        }
    }
}

/// The node of a river that lies nearest to the middle of the window, if it is in it.
fn nearest_node(atlas: &Atlas, view: &View, river: &crate::atlas::Feature) -> Option<Point> {
    let visible = view.camera.visible();
    let nodes = river.shape.lines().flat_map(|(_, nodes)| nodes);
    nodes
        .map(|node| atlas.nodes().plane(*node))
        .filter(|at| visible.contains(*at))
        .min_by(|a, b| {
            let from = |p: &Point| p.distance(view.camera.centre);
            from(a).total_cmp(&from(b))
        })
}
