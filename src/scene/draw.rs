//! Draws a view: which outlines, which lines, which points.

use super::distance::CLOSE;
use super::inset::inset;
use super::labels;
use super::links::{around, course, link, linked};
use super::path::{Path, Pen, corner};
use super::picture::{Area, Dot, GroupLine, Hit, Patch, River, Scene, Sign};
use super::points;
use super::scale::ScaleBar;
use super::text::Measure;
use super::view::{GroupItem, RegionItem, View};
use crate::atlas::{Atlas, Bounds, Feature, Form, Point, outline};
use crate::dossier::{LayerRole, RegionId};

impl Scene {
    /// The picture of a view. `measure` says how wide a text will be.
    pub fn draw(atlas: &Atlas, view: &View, measure: Measure<'_>) -> Self {
        let camera = &view.camera;
        let pen = Pen::new(atlas, camera, view.margin);
        let seams = atlas.seams();
        let mut scene = Self {
            width: camera.width,
            height: camera.height,
            margin: view.margin,
            km_per_px: camera.km_per_px(),
            coast: pen.chains(&seams.coast, 1.0),
            abroad: pen.chains(&seams.abroad, 1.0),
            border: pen.chains(&seams.border, 1.0),
            inner: pen.chains(&seams.inner, 1.0),
            home: atlas
                .home()
                .map(|home| seen(&pen, home))
                .unwrap_or_default(),
            neighbours: neighbours(atlas, &pen),
            beyond: beyond(atlas, view, &pen),
            areas: areas(atlas, view, &pen),
            marks: points::marks(atlas, view),
            dots: points::dots(atlas, view),
            rivers: rivers(atlas, view, &pen),
            groups: groups(atlas, view, &pen),
            scale: ScaleBar::of(camera),
            ..Self::default()
        };
        for lake in atlas
            .of_role(LayerRole::Water)
            .filter(|f| f.shape.form == Form::Area)
        {
            let path = seen(&pen, lake);
            let into = if is_drained(lake) {
                &mut scene.drained
            } else {
                &mut scene.lakes
            };
            into.add(&path);
        }
        for item in view.regions.iter().filter(|item| item.hatched) {
            if let Some(area) = scene.areas.iter().find(|area| area.link.id == item.id) {
                scene.hatch.add(&area.path);
            }
        }
        scene.lit = lit(atlas, view, &pen);
        let around = |id: &Option<RegionId>| id.as_ref().map(|id| around(atlas, &pen, id));
        scene.selected = around(&view.selected).unwrap_or_default();
        scene.focused = around(&view.focused).unwrap_or_default();
        scene.labels = labels::place(atlas, view, &scene, measure);
        // A dot that nothing says the name of is a riddle.
        let named: Vec<&str> = scene
            .labels
            .iter()
            .map(|label| label.key.as_str())
            .collect();
        let nameless = |dot: &Dot| !named.contains(&["town-", &dot.key].concat().as_str());
        for dot in scene.dots.iter_mut().filter(|dot| nameless(dot)) {
            dot.sign = Sign::None;
        }
        scene
    }
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

fn areas(atlas: &Atlas, view: &View, pen: &Pen<'_>) -> Vec<Area> {
    let mut found: Vec<(&Feature, &RegionItem)> = view
        .regions
        .iter()
        .filter_map(|item| Some((linked(atlas, item)?, item)))
        .filter(|(feature, _)| feature.shape.form == Form::Area)
        .collect();
    found.sort_by(|(a, p), (b, q)| b.area.total_cmp(&a.area).then(p.id.cmp(&q.id)));
    let target = view.target();
    let areas = found.into_iter().map(|(feature, item)| {
        let path = seen(pen, feature);
        let size = pen.on_screen(&feature.bounds);
        let small = size.width().min(size.height()) < target && size.meets(&pen.window);
        Area {
            link: link(view, item),
            class: item.class.min(4),
            nested: feature.nested,
            path,
            hit: Hit {
                at: corner(view.camera.to_screen(feature.label_point)),
                radius: if small { (target * 5.0) as i32 } else { 0 },
            },
        }
    });
    areas.collect()
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

fn groups(atlas: &Atlas, view: &View, pen: &Pen<'_>) -> Vec<GroupLine> {
    let by = if view.camera.width > 500.0 { 2.6 } else { 1.8 };
    let line = |group: &GroupItem| {
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
    };
    view.groups.iter().map(line).collect()
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
