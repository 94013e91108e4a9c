//! What is here? One answer for a pointer, a finger and the keyboard.

use super::picture::{Scene, Sign};
use super::view::View;
use crate::atlas::{Atlas, Feature, Form, Point, Reach};
use crate::dossier::{FeatureRef, RegionId};
use crate::order;

/// How far a river may lie from a pointer that means it, in px.
const BESIDE: f64 = 5.0;

/// What lies at a place of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Here {
    /// The region that a click there selects, as the map is drawn.
    pub meant: Option<RegionId>,
    /// Small regions with a target close by, the nearest first: a finger may mean any of them.
    pub close: Vec<RegionId>,
    /// All regions there, drawn or not, the most particular first, groups last.
    pub regions: Vec<RegionId>,
    /// What lies there besides.
    pub backdrop: Backdrop,
}

/// What lies under the regions, or where there is none. Names are in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Backdrop {
    /// A river.
    River(String),
    /// A lake or a reservoir.
    Lake(String),
    /// A reservoir that was drained.
    Drained(String),
    /// The country that the dossier is about.
    Home,
    /// Another country.
    Neighbour(String),
    /// A sea; without a name where the dossier does not say which.
    Sea(Option<String>),
    /// Beyond the edge of the backdrop: nothing is known.
    Beyond,
}

impl Here {
    /// Whether a finger may mean more than one region.
    pub fn is_ambiguous(&self) -> bool {
        self.close.len() > 1
    }

    /// Everything that may be meant, each once, the likeliest first.
    pub fn choices(&self) -> Vec<RegionId> {
        let mut all: Vec<RegionId> = Vec::new();
        let close = self.close.iter().filter(|_| self.is_ambiguous());
        for id in close
            .chain(&self.meant)
            .chain(&self.close)
            .chain(&self.regions)
        {
            if !all.contains(id) {
                all.push(id.clone());
            }
        }
        all
    }
}

impl Scene {
    /// What lies at a point of the window (px) in which this scene of this view is drawn.
    pub fn here(&self, atlas: &Atlas, view: &View, at: Point) -> Here {
        let plane = view.camera.to_plane(at);
        let metres = |px: f64| px / view.camera.scale;
        Here {
            meant: self.target(at).map(|link| link.id.clone()),
            close: self.close(at, view.target() / 2.0),
            regions: regions(atlas, plane, metres(view.target() / 2.0), metres(BESIDE)),
            backdrop: backdrop(atlas, view, plane, metres(BESIDE)),
        }
    }

    /// The small regions that are shown with their middle within `reach` px, the nearest first.
    fn close(&self, at: Point, reach: f64) -> Vec<RegionId> {
        let areas = self.areas.iter().filter(|area| area.hit.radius > 0);
        let areas = areas.map(|area| (&area.link, area.hit));
        let marks = self.marks.iter().filter(|mark| mark.sign != Sign::None);
        let marks = marks.map(|mark| (&mark.link, mark.hit));
        let mut near: Vec<(f64, &RegionId)> = areas
            .chain(marks)
            .map(|(link, hit)| (super::path::px(hit.at).distance(at), &link.id))
            .filter(|(apart, _)| *apart <= reach)
            .collect();
        order::by(&mut near, |(a, p), (b, q)| a.total_cmp(b).then(p.cmp(q)));
        near.into_iter().map(|(_, id)| id.clone()).collect()
    }
}

/// The regions at a place: points within `near` metres, rivers within `beside`.
fn regions(atlas: &Atlas, at: Point, near: f64, beside: f64) -> Vec<RegionId> {
    let mut found = atlas.what_is_here(at, near, Reach::Groups);
    found.retain(|id| {
        let mut ground = atlas.ground(id);
        ground.all(|f| f.shape.form != Form::Line || f.distance(atlas.nodes(), at) <= beside)
    });
    found
}

fn backdrop(atlas: &Atlas, view: &View, at: Point, beside: f64) -> Backdrop {
    let name_in = |names: &[(FeatureRef, String)], feature: &Feature| {
        let named = names.iter().find(|(at, _)| *at == feature.at);
        named.map(|(_, name)| name.clone())
    };
    if let Some(water) = atlas.water_at(at, beside)
        && let Some(name) = name_in(&view.waters, water)
    {
        return match water.shape.form {
            Form::Area if water.kind == "drained" => Backdrop::Drained(name),
            Form::Area => Backdrop::Lake(name),
            Form::Line | Form::Point => Backdrop::River(name),
        };
    }
    if let Some(country) = atlas.country_at(at) {
        return match name_in(&view.neighbours, country) {
            Some(name) => Backdrop::Neighbour(name),
            None => Backdrop::Home,
        };
    }
    let degrees = atlas.projection().inverse(at);
    if !atlas.extent().contains(degrees) {
        return Backdrop::Beyond;
    }
    let boxed = view.seas.iter().filter_map(|sea| {
        let within = sea.within.filter(|within| within.contains(degrees))?;
        Some((within.width() * within.height(), &sea.label))
    });
    let smallest = boxed.min_by(|(a, _), (b, _)| a.total_cmp(b));
    Backdrop::Sea(smallest.map(|(_, name)| name.clone()))
}
