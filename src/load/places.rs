//! What only regions and geometry together can show to be wrong.

use std::collections::HashSet;

use crate::atlas::Atlas;
use crate::dossier::{
    Dossier, Fault, FeatureRef, Files, Ground, Origin, Record, Region, Severity, Step, nearest,
};

/// Features that are not there, features that nobody uses, places that do not hold what is said to
/// lie in them.
pub(super) fn places(dossier: &Dossier, atlas: &Atlas, files: &Files) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (origin, region) in dossier.regions.with_origins() {
        if let Ground::Feature(at) = &region.ground
            && atlas.feature(at).is_none()
            && !is_told(dossier, atlas, files, at)
        {
            faults.push(no_feature(dossier, atlas, files, origin, region, at));
        }
        faults.extend(outside_parents(dossier, atlas, files, origin, region));
    }
    for feature in atlas.unused() {
        faults.push(files.fault(
            Severity::Warning,
            feature.origin,
            format!("no region uses the feature `{}`", feature.at),
            "name it in a region's `ground`, or take it out of the file",
        ));
    }
    faults
}

/// Whether there is a fault already for which a feature is not there.
fn is_told(dossier: &Dossier, atlas: &Atlas, files: &Files, at: &FeatureRef) -> bool {
    let mut layers = dossier.manifest.layers.iter();
    let layer = layers.find(|layer| layer.id == at.layer);
    atlas.was_refused(at) || layer.is_some_and(|layer| files.find(&layer.file).is_none())
}

fn no_feature(
    dossier: &Dossier,
    atlas: &Atlas,
    files: &Files,
    origin: Origin,
    region: &Region,
    at: &FeatureRef,
) -> Fault {
    let layers = dossier.manifest.layers.iter().map(|layer| &*layer.id);
    let (meant, otherwise) = if layers.clone().any(|layer| layer == at.layer) {
        let meant = nearest(&at.id, unused(dossier, atlas, &at.layer));
        (
            meant.map(|id| format!("{}/{id}", at.layer)),
            "add the feature, or say with `none` why there is nothing to draw",
        )
    } else {
        let meant = nearest(&at.layer, layers);
        (
            meant.map(|layer| format!("{layer}/{}", at.id)),
            "name a layer of the manifest",
        )
    };
    let remedy = meant.map_or_else(
        || otherwise.to_owned(),
        |at| format!("did you mean `{at}`?"),
    );
    files.fault(
        Severity::Error,
        files.locate(origin, &[Step::Key("ground"), Step::Key("feature")]),
        format!(
            "the {} `{}` has no geometry: there is no feature `{at}`",
            Region::NOUN,
            region.id
        ),
        remedy,
    )
}

/// The ids of a layer's features that no region names: one that is named already was hardly meant.
fn unused<'a>(
    dossier: &Dossier,
    atlas: &'a Atlas,
    layer: &'a str,
) -> impl Iterator<Item = &'a str> {
    let grounds = dossier.regions.iter().map(|region| &region.ground);
    let used: HashSet<&str> = grounds
        .filter_map(|ground| match ground {
            Ground::Feature(at) if at.layer == layer => Some(&*at.id),
            _ => None,
        })
        .collect();
    let ids: Vec<&str> = atlas.ids(layer).filter(|id| !used.contains(id)).collect();
    ids.into_iter()
}

fn outside_parents(
    dossier: &Dossier,
    atlas: &Atlas,
    files: &Files,
    origin: Origin,
    region: &Region,
) -> Vec<Fault> {
    let is_outside = |parent| atlas.parent_contains(parent, &region.id) == Some(false);
    region
        .within
        .iter()
        .enumerate()
        .filter(|(_, parent)| dossier.regions.has(parent) && is_outside(*parent))
        .map(|(index, parent)| {
            files.fault(
                Severity::Warning,
                files.locate(origin, &[Step::Key("within"), Step::At(index)]),
                format!("`{parent}` does not contain `{}` on the map", region.id),
                "mend `within`, or the geometry of one of them",
            )
        })
        .collect()
}
