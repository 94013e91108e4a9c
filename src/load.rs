//! From files to a dossier with its atlas: reads, checks, binds places to geometry, and lists
//! every fault.

mod places;
mod steps;

use std::collections::HashMap;

pub use steps::{Loading, Tracing};

use crate::atlas::{Atlas, Overview, Projection, Survey};
use crate::coverage::Coverage;
use crate::dossier::{
    Dossier, Fault, Files, Layer, MANIFEST, Manifest, Origin, Severity, missing_details,
    read_manifest,
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
    Ok(Loading::begin(files)?.finish())
}

/// Loads a dossier with the full outlines of all its layers, and tells where an overview has other
/// features than they.
///
/// # Errors
/// As [`load`].
pub fn load_whole(files: &Files) -> Result<Loaded, Vec<Fault>> {
    Ok(Loading::begin_whole(files)?.finish_whole())
}

/// Where everything is, and what was wrong with the files that say so.
pub type Outlines = (Atlas, Vec<Fault>);

/// Begins to read the full outlines, or gives the faults of those that are not there: overviews
/// beside full outlines would not share their borders. `None` when the dossier has no more than
/// [`load`] reads.
pub fn full<'a>(dossier: &'a Dossier, files: &'a Files) -> Option<Result<Tracing<'a>, Vec<Fault>>> {
    let begun = outlines(&dossier.manifest, files)?;
    Some(begun.map(|survey| Tracing { dossier, survey }))
}

fn outlines<'a>(manifest: &Manifest, files: &'a Files) -> Option<Result<Survey<'a>, Vec<Fault>>> {
    if manifest.detail_files().is_empty() {
        return None;
    }
    let missing = missing_details(manifest, files);
    if !missing.is_empty() {
        return Some(Err(missing));
    }
    let finest = |layer: &Layer| layer.detail.clone().unwrap_or_else(|| layer.file.clone());
    Some(Ok(survey(manifest, files, finest)))
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
    let (atlas, faults) = match outlines(&manifest, files) {
        Some(begun) => begun?.finish(),
        None => Outlines::default(),
    };
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

/// Begins to read one file of each layer.
fn survey<'a>(
    manifest: &Manifest,
    files: &'a Files,
    file: impl Fn(&Layer) -> String,
) -> Survey<'a> {
    let layers = manifest.layers.iter();
    let layers: Vec<(Layer, usize)> = layers
        .filter_map(|layer| Some((layer.clone(), files.find(&file(layer))?)))
        .collect();
    let sound = manifest.projection.filter(|plane| plane.fault().is_none());
    let projection = sound.map(Projection::from);
    Survey::begin(files, &layers, projection.unwrap_or_default())
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
