//! From files to a dossier with its atlas: reads, checks, binds places to geometry, and lists
//! every fault.

use crate::atlas::Atlas;
use crate::coverage::Coverage;
use crate::dossier::{
    Dossier, Fault, FeatureRef, Files, Ground, Layer, Origin, Record, Region, Severity, Step,
    check, did_you_mean, read_manifest, read_records,
};

/// A dossier, ready to be read, and what was wrong with its files.
#[derive(Debug)]
pub struct Loaded {
    /// What is said.
    pub dossier: Dossier,
    /// Where.
    pub atlas: Atlas,
    /// Which clauses and claims bear on which region.
    pub coverage: Coverage,
    /// Everything that is wrong, in the order of files and lines.
    pub faults: Vec<Fault>,
}

/// Loads a dossier from its files. What is sound is there to be read; what is not is in
/// [`Loaded::faults`].
///
/// # Errors
/// The faults of a manifest that cannot be used: without it there is nothing to show.
pub fn load(files: &Files) -> Result<Loaded, Vec<Fault>> {
    let manifest = read_manifest(files)?;
    let (dossier, mut faults) = read_records(manifest, files);
    faults.extend(check(&dossier, files));
    let layers: Vec<(Layer, usize)> = dossier
        .manifest
        .layers
        .iter()
        .filter_map(|layer| Some((layer.clone(), files.find(&layer.file)?)))
        .collect();
    let (mut atlas, geometry_faults) = Atlas::read(files, &layers);
    faults.extend(geometry_faults);
    let grounds: Vec<_> = dossier
        .regions
        .iter()
        .map(|region| (region.id.clone(), region.ground.clone()))
        .collect();
    atlas.bind(&grounds);
    faults.extend(places(&dossier, &atlas, files));
    faults.sort();
    Ok(Loaded {
        coverage: Coverage::of(&dossier),
        dossier,
        atlas,
        faults,
    })
}

/// What only regions and geometry together can show: features that are not there, features that
/// nobody uses, places that do not hold what is said to lie in them.
fn places(dossier: &Dossier, atlas: &Atlas, files: &Files) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (origin, region) in dossier.regions.with_origins() {
        if let Ground::Feature(at) = &region.ground
            && atlas.feature(at).is_none()
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

fn no_feature(
    dossier: &Dossier,
    atlas: &Atlas,
    files: &Files,
    origin: Origin,
    region: &Region,
    at: &FeatureRef,
) -> Fault {
    let layers = dossier.manifest.layers.iter().map(|layer| &*layer.id);
    let remedy = if layers.clone().any(|layer| layer == at.layer) {
        let otherwise = "add the feature, or say with `none` why there is nothing to draw";
        did_you_mean(&at.id, atlas.ids(&at.layer), otherwise)
    } else {
        did_you_mean(&at.layer, layers, "name a layer of the manifest")
    };
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
