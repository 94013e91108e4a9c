//! Which names stand on the map, and where each would like to.
//!
//! A label that finds no room is left out; none ever covers another. The order decides who gives
//! way: what is selected first, then seas, the capital, the regions, towns, groups, neighbours, water.

use std::collections::VecDeque;

use super::badge::Badge;
use super::beside::Named;
use super::distance::{CLOSE, CONTINENT};
use super::grid::{Cover, Depths, Grid};
use super::picture::{Anchor, Label, Naming, Scene, Sign};
use super::place::{Placer, Room, around};
use super::text::{Face, Measure, settings};
use super::view::View;
use super::{beside, outside, units};
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
    /// Names a region, or says what the lens says of it, by its place in the scene.
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
        }
        steps.extend(units::in_order(scene).into_iter().map(Step::Unit));
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
            Step::Depths => {
                self.grid.count_runs();
                self.depth = self.grid.depths();
            }
            _ => self.name(step, atlas, view, scene, measure),
        }
        true
    }

    #[cfg(test)]
    pub fn next(&self) -> Option<impl std::fmt::Debug> {
        self.steps.front()
    }

    /// The labels and the badges that have been placed.
    pub fn placed(self) -> (Vec<Label>, Vec<Badge>) {
        (self.room.labels, self.room.badges)
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
                beside::badges(&mut placer, view, scene);
                if let Some(area) = scene.areas.iter().find(|area| area.link.selected) {
                    units::selected(&mut placer, &depths, atlas, view, area);
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
                    units::name(&mut placer, &depths, atlas, view, area);
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
        if let Some((area, at)) = area.and_then(|area| Some((area, units::position(view, area)?))) {
            self.grid.fill(&area.path, Cover::Region(at));
        }
    }
}

/// A point that is named after the regions.
fn is_other(point: &Named) -> bool {
    point.sign != Sign::Capital && !point.first
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
