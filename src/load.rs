//! From files to a dossier with its atlas: reads, checks, binds places to geometry, and lists
//! every fault.

use std::collections::{HashMap, HashSet};

use crate::atlas::{Atlas, Overview, Projection};
use crate::coverage::Coverage;
use crate::dossier::{
    Dossier, Fault, FeatureRef, Files, Ground, Layer, MANIFEST, Manifest, Origin, Record, Region,
    Severity, Step, check, missing_details, nearest, read_manifest, read_records,
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

/// Loads what the page begins with: layers that have an overview are read in that. What is sound is
/// there to be read; what is not is in [`Loaded::faults`].
///
/// # Errors
/// The faults of a manifest that cannot be used: without it there is nothing to show.
pub fn load(files: &Files) -> Result<Loaded, Vec<Fault>> {
    let (dossier, faults) = records(files)?;
    let (atlas, geometry) = overview(&dossier, files);
    Ok(finish(files, dossier, atlas, [faults, geometry].concat()))
}

/// Loads a dossier with the full outlines of all its layers, and tells where an overview has other
/// features than they.
///
/// # Errors
/// As [`load`].
pub fn load_whole(files: &Files) -> Result<Loaded, Vec<Fault>> {
    let (dossier, mut faults) = records(files)?;
    let (coarse, geometry) = overview(&dossier, files);
    faults.extend(geometry);
    let atlas = match full(&dossier, files) {
        Some(Ok((full, geometry))) => {
            faults.extend(geometry);
            faults.extend(differences(&dossier, files, &coarse, &full));
            full
        }
        Some(Err(missing)) => {
            faults.extend(missing);
            coarse
        }
        None => coarse,
    };
    // A layer without an overview was read twice, and told of twice.
    faults.sort();
    faults.dedup();
    Ok(finish(files, dossier, atlas, faults))
}

/// Where everything is, and what was wrong with the files that say so.
pub type Outlines = (Atlas, Vec<Fault>);

/// The atlas of the full outlines with what is wrong with them, or the faults of those that are not
/// there: overviews beside full outlines would not share their borders. `None` when the dossier has
/// no more than [`load`] reads.
pub fn full(dossier: &Dossier, files: &Files) -> Option<Result<Outlines, Vec<Fault>>> {
    let read = outlines(&dossier.manifest, files)?;
    Some(read.map(|(mut atlas, faults)| {
        bind(dossier, &mut atlas);
        (atlas, faults)
    }))
}

fn outlines(manifest: &Manifest, files: &Files) -> Option<Result<Outlines, Vec<Fault>>> {
    if manifest.detail_files().is_empty() {
        return None;
    }
    let missing = missing_details(manifest, files);
    if !missing.is_empty() {
        return Some(Err(missing));
    }
    let finest = |layer: &Layer| layer.detail.clone().unwrap_or_else(|| layer.file.clone());
    Some(Ok(geometry(manifest, files, finest)))
}

/// The overviews of all layers that have full outlines: the name of each file and its text.
///
/// # Errors
/// What is wrong with the manifest or with the outlines. An overview of half of them is of no use.
pub fn overviews(files: &Files) -> Result<Vec<(String, String)>, Vec<Fault>> {
    let manifest = read_manifest(files)?;
    let begin = |problem: &str, remedy: &str| {
        let at = Origin {
            file: files.find(MANIFEST).unwrap_or_default(),
            ..Origin::default()
        };
        vec![files.fault(Severity::Error, at, problem, remedy)]
    };
    let Some(scale) = manifest.overview.map(|overview| overview.km_per_px) else {
        return Err(begin(
            "nothing says what the overview is good for",
            "give the manifest \"overview\": { \"km_per_px\": 1.2 }",
        ));
    };
    let (atlas, faults) =
        outlines(&manifest, files).unwrap_or_else(|| Ok((Atlas::default(), Vec::new())))?;
    if faults.iter().any(|fault| fault.severity == Severity::Error) {
        return Err(faults);
    }
    let overview = Overview::of(&atlas, scale).map_err(|why| begin(&why.to_string(), ""))?;
    let split = manifest.layers.iter();
    let split = split.filter_map(|layer| Some((layer, layer.detail.as_ref()?)));
    split
        .map(|(layer, detail)| {
            let file = files.find(detail).and_then(|file| files.get(file));
            let text = file.and_then(|file| std::str::from_utf8(&file.bytes).ok());
            let text = overview.file(&layer.id, text.unwrap_or_default());
            Ok((
                layer.file.clone(),
                text.map_err(|why| begin(&why.to_string(), ""))?,
            ))
        })
        .collect()
}

fn records(files: &Files) -> Result<(Dossier, Vec<Fault>), Vec<Fault>> {
    let manifest = read_manifest(files)?;
    let (dossier, mut faults) = read_records(manifest, files);
    faults.extend(check(&dossier, files));
    Ok((dossier, faults))
}

fn overview(dossier: &Dossier, files: &Files) -> (Atlas, Vec<Fault>) {
    let manifest = &dossier.manifest;
    let (mut atlas, faults) = geometry(manifest, files, |layer| layer.file.clone());
    if let Some(overview) = manifest.overview
        && !manifest.detail_files().is_empty()
    {
        atlas.mark_overview(overview.km_per_px);
    }
    bind(dossier, &mut atlas);
    (atlas, faults)
}

/// Reads one file of each layer.
fn geometry(
    manifest: &Manifest,
    files: &Files,
    file: impl Fn(&Layer) -> String,
) -> (Atlas, Vec<Fault>) {
    let layers = manifest.layers.iter();
    let layers: Vec<(Layer, usize)> = layers
        .filter_map(|layer| Some((layer.clone(), files.find(&file(layer))?)))
        .collect();
    let sound = manifest.projection.filter(|plane| plane.fault().is_none());
    let projection = sound.map(Projection::from);
    Atlas::read(files, &layers, projection.unwrap_or_default())
}

/// Ties the regions to what there is to draw.
fn bind(dossier: &Dossier, atlas: &mut Atlas) {
    let grounds: Vec<_> = dossier
        .regions
        .iter()
        .map(|region| (region.id.clone(), region.ground.clone()))
        .collect();
    atlas.bind(&grounds);
}

fn finish(files: &Files, dossier: Dossier, atlas: Atlas, mut faults: Vec<Fault>) -> Loaded {
    faults.extend(places(&dossier, &atlas, files));
    faults.sort();
    Loaded {
        coverage: Coverage::of(&dossier),
        dossier,
        atlas,
        faults,
    }
}

/// The features that stand only in the overview of a layer, or only among its full outlines.
fn differences(dossier: &Dossier, files: &Files, coarse: &Atlas, full: &Atlas) -> Vec<Fault> {
    let layers = dossier.manifest.layers.iter();
    let split: HashMap<&str, (&str, &str)> = layers
        .filter_map(|layer| Some((&*layer.id, (&*layer.file, layer.detail.as_deref()?))))
        .collect();
    let mut faults = Vec::new();
    for (one, other, swapped) in [(coarse, full, false), (full, coarse, true)] {
        for feature in one.features() {
            let at = &feature.at;
            let Some((overview, detail)) = split.get(&*at.layer) else {
                continue;
            };
            if other.feature(at).is_some() || other.was_refused(at) {
                continue;
            }
            let missing = if swapped { overview } else { detail };
            faults.push(files.fault(
                Severity::Error,
                feature.origin,
                format!("the feature `{at}` is not in `{missing}`"),
                "make the overview anew: clausemap overview FOLDER",
            ));
        }
    }
    faults
}

/// What only regions and geometry together can show: features that are not there, features that
/// nobody uses, places that do not hold what is said to lie in them.
fn places(dossier: &Dossier, atlas: &Atlas, files: &Files) -> Vec<Fault> {
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
