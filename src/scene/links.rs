//! What makes a region a link, and its outline, for whoever draws or names it.

use super::distance::CLOSE;
use super::path::{Path, Pen, rounded};
use super::picture::Link;
use super::view::{RegionItem, View};
use crate::atlas::{Atlas, Chain, Feature, Form, outline};
use crate::dossier::{LayerRole, RegionId};

/// The link of a region.
pub(super) fn link(view: &View, item: &RegionItem) -> Link {
    Link {
        id: item.id.clone(),
        href: item.href.clone(),
        name: item.name.clone(),
        focusable: item.focusable,
        selected: view.selected.as_ref() == Some(&item.id),
        lit: item.lit,
        dim: item.dim,
    }
}

/// The feature that makes a region a link on the map: its own, in a layer of regions or of towns.
pub(super) fn linked<'a>(atlas: &'a Atlas, item: &RegionItem) -> Option<&'a Feature> {
    let feature = atlas.ground(&item.id).next()?;
    let links = matches!(feature.role, LayerRole::Regions | LayerRole::Towns);
    (links && !atlas.is_group(&item.id)).then_some(feature)
}

/// The outline of any region: of its areas taken together, or the course of its river.
pub(super) fn around(atlas: &Atlas, pen: &Pen<'_>, id: &RegionId) -> Path {
    let of = |form| atlas.ground(id).filter(move |f| f.shape.form == form);
    let mut areas = of(Form::Area);
    let mut path = match (areas.next(), areas.next()) {
        (None, _) => Path::default(),
        // One area is its own outline: nothing in it is shared that would have to be found.
        (Some(area), None) => pen.chains(&rings(area), 1.0),
        _ => pen.chains(&outline(of(Form::Area).map(|f| &f.shape)), 1.0),
    };
    for river in of(Form::Line) {
        path.add(&course(pen, river, pen.km_per_px() <= CLOSE));
    }
    path
}

/// The rings of an area, each from a node back to it.
fn rings(area: &Feature) -> Vec<Chain> {
    let closed = |nodes: &[u32]| nodes.iter().chain(nodes.first()).copied().collect();
    area.shape.lines().map(|(_, nodes)| closed(nodes)).collect()
}

/// The course of a river, rounded where it is shown larger than it was drawn.
pub(super) fn course(pen: &Pen<'_>, river: &Feature, round: bool) -> Path {
    let mut path = Path::default();
    for (_, nodes) in river.shape.lines() {
        let points = pen.points(nodes, 1.0);
        let points = if round { rounded(&points) } else { points };
        pen.line(&points, &mut path);
    }
    path
}
