//! Where: the features of the dossier's `GeoJSON` files, projected, measured and findable.
//!
//! [`Atlas::read`] turns the files into features and faults. [`Atlas::bind`] ties the regions of
//! the dossier to them. After that the atlas answers: what is here, what ground has this region,
//! does one place hold another.
//!
//! *Invariant:* a position that several outlines share is one [node](shape::Nodes). The projection
//! and the level of detail are decided per node, so shared borders stay shared.
//!
//! *Invariant:* nothing here knows a picture. Coordinates are degrees (WGS 84) or metres of the
//! plane, east and north.

mod blocks;
mod bounds;
pub(crate) mod cut;
mod detail;
mod feature;
mod geometry;
mod ground;
mod heading;
mod lambert;
mod measure;
mod mercator;
mod overview;
mod pole;
mod position;
mod present;
mod projection;
mod read;
mod rings;
mod seams;
mod shape;
mod sink;
mod survey;

pub use bounds::Bounds;
pub use cut::relative;
pub use detail::weigh;
pub use feature::Feature;
pub use ground::Reach;
pub use heading::{Heading, next_towards};
pub use lambert::Lambert;
pub use measure::{Side, area, distance, to_segment, turn};
pub use mercator::Mercator;
pub use overview::{NoOverview, Overview};
pub use pole::pole;
pub use projection::Projection;
pub use seams::{Chain, Seams, outline};
pub use shape::{Form, Nodes, Shape};
pub use sink::{Point, Sink, send};
pub use survey::Survey;

use std::collections::HashMap;

use crate::dossier::{Fault, FeatureRef, Files, KmPerPx, Layer, LayerRole, Text};
use ground::Bound;

/// Everything that can be drawn, and the ground of each region.
#[derive(Debug, Clone, Default)]
pub struct Atlas {
    projection: Projection,
    nodes: Nodes,
    features: Vec<Feature>,
    by_ref: HashMap<FeatureRef, usize>,
    refused: Vec<FeatureRef>,
    seams: Seams,
    home: Option<usize>,
    extent: Bounds,
    bound: Bound,
    overview: Option<KmPerPx>,
}

impl Atlas {
    /// Reads the layers of a dossier, each as the manifest has it, with the index of its file, into the
    /// plane of a projection.
    ///
    /// A feature that cannot be used is left out with a fault that says where and why; the rest loads.
    /// A [`Survey`] does the same step by step.
    pub fn read(
        files: &Files,
        layers: &[(Layer, usize)],
        projection: Projection,
    ) -> (Self, Vec<Fault>) {
        Survey::begin(files, layers, projection).finish()
    }

    /// Says that these are overviews, and how far away they are to be looked at.
    pub fn mark_overview(&mut self, scale: KmPerPx) {
        self.overview = Some(scale);
    }

    /// Whether these are overviews, of which there are finer outlines.
    pub fn is_overview(&self) -> bool {
        self.overview.is_some()
    }

    /// Whether there are finer outlines that a camera at so many kilometres to the px could show.
    pub fn is_too_coarse(&self, km_per_px: f64) -> bool {
        self.overview.is_some_and(|scale| km_per_px < scale.km())
    }

    /// The projection of the plane.
    pub fn projection(&self) -> &Projection {
        &self.projection
    }

    /// All positions.
    pub fn nodes(&self) -> &Nodes {
        &self.nodes
    }

    /// All features, layer by layer in the order of the files.
    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    /// The features of the layers of one role.
    pub fn of_role(&self, role: LayerRole) -> impl Iterator<Item = &Feature> {
        self.features.iter().filter(move |f| f.role == role)
    }

    /// The feature that a region names.
    pub fn feature(&self, at: &FeatureRef) -> Option<&Feature> {
        self.by_ref.get(at).and_then(|at| self.features.get(*at))
    }

    /// Whether a feature is there but could not be used, for which there is a fault already.
    pub fn was_refused(&self, at: &FeatureRef) -> bool {
        self.refused.contains(at)
    }

    /// The ids of the features of a layer, for suggestions when a region names one that is not there.
    pub fn ids<'a>(&'a self, layer: &'a str) -> impl Iterator<Item = &'a str> {
        let of = self.features.iter().filter(move |f| f.at.layer == layer);
        of.map(|feature| feature.at.id.as_str())
    }

    /// The features of a role with their names, as `say` says them.
    pub fn names(
        &self,
        role: LayerRole,
        say: impl Fn(&Text) -> String,
    ) -> Vec<(FeatureRef, String)> {
        self.of_role(role)
            .map(|feature| (feature.at.clone(), say(&feature.name)))
            .filter(|(_, words)| !words.is_empty())
            .collect()
    }

    /// The lines between the shapes, each once.
    pub fn seams(&self) -> &Seams {
        &self.seams
    }

    /// The country of the dossier: the one of the backdrop in which most of its regions lie.
    pub fn home(&self) -> Option<&Feature> {
        self.home.and_then(|at| self.features.get(at))
    }

    /// The box in degrees that the backdrop covers; empty without a backdrop. It may be cut out of
    /// the world at this edge, so nothing is known beyond it.
    pub fn extent(&self) -> Bounds {
        self.extent
    }

    /// The box around the features that regions are made of, in metres of the plane; around the
    /// whole backdrop when there are none.
    pub fn ground_bounds(&self) -> Bounds {
        let around = |role| {
            self.of_role(role)
                .fold(Bounds::default(), |all, f| all.union(f.bounds))
        };
        let regions = around(LayerRole::Regions);
        if regions.is_empty() {
            around(LayerRole::Backdrop)
        } else {
            regions
        }
    }

    /// The country under a point (metres of the plane).
    pub fn country_at(&self, at: Point) -> Option<&Feature> {
        self.of_role(LayerRole::Backdrop)
            .find(|feature| feature.side(&self.nodes, at) != Side::Outside)
    }

    /// The lake or reservoir under a point, or the river within `tolerance` metres of it.
    pub fn water_at(&self, at: Point, tolerance: f64) -> Option<&Feature> {
        self.of_role(LayerRole::Water)
            .filter(|feature| feature.bounds.grown(tolerance).contains(at))
            .find(|feature| match feature.shape.form {
                Form::Area => feature.side(&self.nodes, at) != Side::Outside,
                Form::Line | Form::Point => feature.distance(&self.nodes, at) <= tolerance,
            })
    }

    /// Works out how the features lie to one another.
    fn place_features(&mut self) {
        self.find_nested();
        self.home = self.find_home();
        self.extent = self.cut();
    }

    fn find_nested(&mut self) {
        let areas = |f: &&Feature| f.shape.form == Form::Area;
        let regions: Vec<&Feature> = self.of_role(LayerRole::Regions).filter(areas).collect();
        let nested: Vec<FeatureRef> = regions
            .iter()
            .filter(|inner| {
                regions.iter().any(|outer| {
                    outer.area > inner.area
                        && outer.side(&self.nodes, inner.label_point) == Side::Inside
                })
            })
            .map(|inner| inner.at.clone())
            .collect();
        for at in nested {
            if let Some(at) = self.by_ref.get(&at)
                && let Some(feature) = self.features.get_mut(*at)
            {
                feature.nested = true;
            }
        }
    }

    fn find_home(&self) -> Option<usize> {
        let mut votes = vec![0_usize; self.features.len()];
        for region in self.of_role(LayerRole::Regions) {
            let country = self.features.iter().position(|f| {
                f.role == LayerRole::Backdrop
                    && f.side(&self.nodes, region.label_point) == Side::Inside
            });
            if let Some(count) = country.and_then(|at| votes.get_mut(at)) {
                *count += 1;
            }
        }
        // The earlier of two that are level, so that the same files give the same country.
        let (at, count) = votes
            .iter()
            .enumerate()
            .min_by_key(|(_, count)| std::cmp::Reverse(**count))?;
        (*count > 0).then_some(at)
    }

    fn cut(&self) -> Bounds {
        let mut bounds = Bounds::default();
        for feature in self.of_role(LayerRole::Backdrop) {
            for node in &feature.shape.nodes {
                bounds.point(self.nodes.degrees(*node));
            }
        }
        bounds
    }
}

#[cfg(test)]
pub(crate) mod tests;
