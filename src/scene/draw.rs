//! Draws a view: which outlines, which lines, which points. Step by step, where it must not hold
//! up anything else.

use super::badge::Badge;
use super::carried::carried;
use super::distance::CLOSE;
use super::inset::inset;
use super::labels::Labelling;
use super::links::{around, course, link, linked};
use super::path::{Path, Pen, corner};
use super::picture::{Area, Dot, GroupLine, Hatching, Hit, Label, Patch, River, Scene, Sign};
use super::points;
use super::scale::ScaleBar;
use super::targets::{is_small, share_room};
use super::text::Measure;
use super::view::{GroupItem, RegionItem, View};
use crate::atlas::{Atlas, Bounds, Feature, Form, Point, outline};
use crate::dossier::{LayerRole, RegionId};
use crate::order;

impl Scene {
    /// The picture of a view. `measure` says how wide a text will be.
    pub fn draw(atlas: &Atlas, view: &View, measure: Measure<'_>) -> Self {
        let mut drawing = Drawing::begin(view.clone());
        while drawing.step(atlas, measure) {}
        drawing.scene
    }
}

/// A scene that is being drawn, in steps that are short enough to let a hand move in between.
#[derive(Debug, Clone)]
pub struct Drawing {
    view: View,
    scene: Scene,
    next: Part,
    labelling: Option<Labelling>,
    /// Names that are taken over rather than placed.
    carried: Option<(Vec<Label>, Vec<Badge>)>,
    /// Which regions of the view are areas, large before small.
    order: Vec<usize>,
}

/// So many regions are drawn in one step.
const DOZEN: usize = 12;

/// What is drawn in one step, in the order of the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Coast,
    Borders,
    Countries,
    Regions,
    /// A dozen regions, by their place in the order.
    Region(usize),
    Hatches,
    Water,
    Points,
    /// The outline of a group, by its place in the view.
    Group(usize),
    Outlines,
    Labels,
    Done,
}

impl Drawing {
    /// Nothing is drawn yet.
    pub fn begin(view: View) -> Self {
        let camera = view.camera;
        let scene = Scene {
            width: camera.width,
            height: camera.height,
            margin: view.margin,
            km_per_px: camera.km_per_px(),
            // Any point of the ground would do: this one is the projection's own.
            hatch_origin: corner(camera.to_screen(Point::default())),
            ..Scene::default()
        };
        Self {
            view,
            scene,
            next: Part::Coast,
            labelling: None,
            carried: None,
            order: Vec::new(),
        }
    }

    /// The same on the way to another place: the names are those of the picture before, moved along with
    /// the ground, where that showed the same.
    #[must_use]
    pub fn after(mut self, before: &Self) -> Self {
        if before.next == Part::Done && self.shows_same(before) {
            let (drawn, now) = (&before.view.camera, &self.view.camera);
            self.carried = Some(carried(&before.scene, drawn, now));
        }
        self
    }

    /// Whether another shows the same, though perhaps from elsewhere.
    pub fn shows_same(&self, other: &Self) -> bool {
        let same = View {
            camera: self.view.camera,
            margin: self.view.margin,
            blocked: self.view.blocked.clone(),
            ..other.view.clone()
        };
        self.view == same
    }

    /// Draws a little more. False when the scene was complete already. The atlas and the measure
    /// are to be the same at every step.
    pub fn step(&mut self, atlas: &Atlas, measure: Measure<'_>) -> bool {
        let Self { view, scene, .. } = self;
        let pen = Pen::new(atlas, &view.camera, view.margin).coarser(view.coarser);
        let seams = atlas.seams();
        self.next = match self.next {
            Part::Coast => {
                scene.coast = pen.chains(&seams.coast, 1.0);
                Part::Borders
            }
            Part::Borders => {
                scene.abroad = pen.chains(&seams.abroad, 1.0);
                scene.border = pen.chains(&seams.border, 1.0);
                scene.inner = pen.chains(&seams.inner, 1.0);
                scene.beyond = beyond(atlas, view, &pen);
                Part::Countries
            }
            Part::Countries => {
                let home = atlas.home().map(|home| seen(&pen, home));
                scene.home = home.unwrap_or_default();
                scene.neighbours = neighbours(atlas, &pen);
                Part::Regions
            }
            Part::Regions => {
                self.order = order(atlas, view);
                Part::Region(0)
            }
            Part::Region(at) => {
                let dozen = self.order.iter().skip(at).take(DOZEN);
                let areas = dozen.filter_map(|place| area(atlas, view, &pen, *place));
                scene.areas.extend(areas);
                if at + DOZEN < self.order.len() {
                    Part::Region(at + DOZEN)
                } else {
                    Part::Hatches
                }
            }
            Part::Hatches => {
                scene.hatches = hatches(view, &self.order, &scene.areas);
                Part::Water
            }
            Part::Water => {
                water(atlas, &pen, scene);
                scene.rivers = rivers(atlas, view, &pen);
                Part::Points
            }
            Part::Points => {
                scene.marks = points::marks(atlas, view);
                share_room(&mut scene.areas, &mut scene.marks, view.target());
                scene.dots = points::dots(atlas, view);
                scene.scale = ScaleBar::of(&view.camera, atlas.projection());
                Part::Group(0)
            }
            Part::Group(at) => match view.groups.get(at) {
                Some(item) => {
                    scene.groups.push(group(atlas, view, &pen, item));
                    Part::Group(at + 1)
                }
                None => Part::Outlines,
            },
            Part::Outlines => {
                scene.lit = lit(atlas, view, &pen);
                let around = |id: &Option<RegionId>| id.as_ref().map(|id| around(atlas, &pen, id));
                scene.selected = around(&view.selected).unwrap_or_default();
                scene.focused = around(&view.focused).unwrap_or_default();
                if let Some(names) = self.carried.take() {
                    (scene.labels, scene.badges) = names;
                    hide_nameless(scene);
                    Part::Done
                } else {
                    self.labelling = Some(Labelling::begin(atlas, view, scene));
                    Part::Labels
                }
            }
            Part::Labels => self.label(atlas, measure),
            Part::Done => return false,
        };
        true
    }

    fn label(&mut self, atlas: &Atlas, measure: Measure<'_>) -> Part {
        let Self { view, scene, .. } = self;
        if let Some(labelling) = &mut self.labelling
            && labelling.step(atlas, view, scene, measure)
        {
            return Part::Labels;
        }
        let placed = self.labelling.take().map(Labelling::placed);
        (scene.labels, scene.badges) = placed.unwrap_or_default();
        hide_nameless(scene);
        Part::Done
    }

    /// What the next step draws, for whoever looks for the slow one.
    #[cfg(test)]
    pub fn part(&self) -> String {
        match &self.labelling {
            Some(labelling) => format!("{:?}", labelling.next()),
            None => format!("{:?}", self.next),
        }
    }

    /// What is drawn.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// What has been drawn. Complete when [`Drawing::step`] has returned false.
    pub fn scene(&self) -> &Scene {
        &self.scene
    }
}

/// A dot that nothing says the name of is a riddle.
fn hide_nameless(scene: &mut Scene) {
    let named: Vec<&str> = scene
        .labels
        .iter()
        .map(|label| label.key.as_str())
        .collect();
    let nameless = |dot: &Dot| !named.contains(&["town-", &dot.key].concat().as_str());
    for dot in scene.dots.iter_mut().filter(|dot| nameless(dot)) {
        dot.sign = Sign::None;
    }
}

fn water(atlas: &Atlas, pen: &Pen<'_>, scene: &mut Scene) {
    let lakes = atlas.of_role(LayerRole::Water);
    for lake in lakes.filter(|f| f.shape.form == Form::Area) {
        let path = seen(pen, lake);
        let into = if is_drained(lake) {
            &mut scene.drained
        } else {
            &mut scene.lakes
        };
        into.add(&path);
    }
}

/// What is claimed: one outline for each hatching, whose lines so run on from region to region. `order` says
/// which region of the view each area is.
fn hatches(view: &View, order: &[usize], areas: &[Area]) -> Vec<Hatching> {
    let mut by_region: Vec<Option<&Area>> = vec![None; view.regions.len()];
    for (place, area) in order.iter().zip(areas) {
        if let Some(slot) = by_region.get_mut(*place) {
            *slot = Some(area);
        }
    }
    let of = |pattern: u8| {
        let mut path = Path::default();
        for (item, area) in view.regions.iter().zip(&by_region) {
            if let Some(area) = area.filter(|_| item.hatches.contains(&pattern)) {
                path.add(&area.path);
            }
        }
        Hatching { pattern, path }
    };
    let all = (0..4).map(of);
    all.filter(|hatching| !hatching.path.is_empty()).collect()
}

/// A feature, unless it is out of sight.
fn seen(pen: &Pen<'_>, feature: &Feature) -> Path {
    if pen.sees(&feature.bounds) {
        pen.shape(&feature.shape)
    } else {
        Path::default()
    }
}

/// A reservoir that is no more is drawn as what it was.
fn is_drained(feature: &Feature) -> bool {
    feature.kind == "drained"
}

fn neighbours(atlas: &Atlas, pen: &Pen<'_>) -> Vec<Patch> {
    let home = atlas.home().map(|home| &home.at);
    atlas
        .of_role(LayerRole::Backdrop)
        .filter(|feature| Some(&feature.at) != home)
        .map(|feature| Patch {
            key: feature.at.id.clone(),
            path: seen(pen, feature),
        })
        .collect()
}

/// The window without the part of the world that the backdrop knows.
fn beyond(atlas: &Atlas, view: &View, pen: &Pen<'_>) -> Path {
    let known = atlas.extent().grown(-0.02);
    if known.width() <= 0.0 || known.height() <= 0.0 {
        return Path::default();
    }
    let at = |x: f64, y: f64| {
        let plane = atlas.projection().forward(Point::new(x, y));
        view.camera.to_screen(plane)
    };
    // Parallels are arcs: a corner each half degree keeps to them.
    let steps = 64_u32;
    let along = |from: f64, to: f64| {
        (0..steps).map(move |n| from + (to - from) * f64::from(n) / f64::from(steps))
    };
    let (a, b) = (known.min, known.max);
    let ring: Vec<Point> = along(a.x, b.x)
        .map(|x| at(x, a.y))
        .chain(along(a.y, b.y).map(|y| at(b.x, y)))
        .chain(along(b.x, a.x).map(|x| at(x, b.y)))
        .chain(along(b.y, a.y).map(|y| at(a.x, y)))
        .collect();
    let (p, q) = (pen.window.min, pen.window.max);
    let frame = vec![p, Point::new(q.x, p.y), q, Point::new(p.x, q.y)];
    let hole = pen.ring(ring);
    let all = hole.as_ref().is_some_and(|hole| {
        let mut bounds = Bounds::default();
        for at in &hole.corners {
            crate::atlas::Sink::point(&mut bounds, super::path::px(*at));
        }
        hole.corners.len() == 4 && bounds.grown(0.2).covers(&pen.window)
    });
    if all {
        return Path::default();
    }
    Path {
        lines: pen.ring(frame).into_iter().chain(hole).collect(),
    }
}

/// Which regions of a view are drawn as areas, by their places in it: large before small.
fn order(atlas: &Atlas, view: &View) -> Vec<usize> {
    let regions = view.regions.iter().enumerate();
    let mut found: Vec<(usize, &RegionItem, f64)> = regions
        .filter_map(|(place, item)| {
            let feature = linked(atlas, item)?;
            (feature.shape.form == Form::Area).then_some((place, item, feature.area))
        })
        .collect();
    order::by(&mut found, |(_, p, a), (_, q, b)| {
        b.total_cmp(a).then(p.id.cmp(&q.id))
    });
    found.into_iter().map(|(place, ..)| place).collect()
}

fn area(atlas: &Atlas, view: &View, pen: &Pen<'_>, place: usize) -> Option<Area> {
    let item = view.regions.get(place)?;
    let feature = linked(atlas, item)?;
    let path = seen(pen, feature);
    let size = pen.on_screen(&feature.bounds);
    let small = size.meets(&pen.window) && is_small(atlas, feature, &view.camera);
    let centre = corner(view.camera.to_screen(feature.label_point));
    Some(Area {
        link: link(view, item),
        fill: item.fill,
        nested: feature.nested,
        path,
        centre,
        hit: Hit {
            at: centre,
            radius: if small {
                (view.target() * 5.0) as i32
            } else {
                0
            },
        },
    })
}

fn rivers(atlas: &Atlas, view: &View, pen: &Pen<'_>) -> Vec<River> {
    let close = view.camera.km_per_px() <= CLOSE;
    let regions = || view.regions.iter().flat_map(|item| atlas.ground(&item.id));
    let rivers = atlas
        .of_role(LayerRole::Water)
        .filter(|f| f.shape.form == Form::Line);
    rivers
        .map(|river| {
            // A river that the dossier speaks of is a wide one; others by their rank.
            let first = regions().any(|f| f.at == river.at) || river.rank == Some(1);
            let width = match (first, close) {
                (true, true) => 24,
                (true, false) => 17,
                (false, _) => 11,
            };
            let narrow = view.camera.width <= 500.0;
            River {
                key: river.at.id.clone(),
                path: if pen.sees(&river.bounds) {
                    course(pen, river, close)
                } else {
                    Path::default()
                },
                width: if narrow { width * 3 / 4 } else { width },
            }
        })
        .collect()
}

fn group(atlas: &Atlas, view: &View, pen: &Pen<'_>, group: &GroupItem) -> GroupLine {
    let by = if view.camera.width > 500.0 { 2.6 } else { 1.8 };
    let hidden = view.selected.as_ref() == Some(&group.id)
        || !atlas
            .bounds(&group.id)
            .is_some_and(|bounds| pen.sees(&bounds));
    let path = if hidden {
        Path::default()
    } else {
        let shapes = atlas.ground(&group.id).map(|feature| &feature.shape);
        inset(&pen.chains(&outline(shapes), 6.0), by)
    };
    GroupLine {
        id: group.id.clone(),
        path,
    }
}

/// The outlines of what is lit. The country itself is left out: everything is in it.
fn lit(atlas: &Atlas, view: &View, pen: &Pen<'_>) -> Path {
    let mut path = Path::default();
    let home = atlas.home().map(|home| &home.at);
    let lit = view.regions.iter().filter(|item| item.lit);
    for item in lit.filter(|item| view.selected.as_ref() != Some(&item.id)) {
        if atlas
            .ground(&item.id)
            .all(|feature| Some(&feature.at) != home)
        {
            path.add(&around(atlas, pen, &item.id));
        }
    }
    path
}
