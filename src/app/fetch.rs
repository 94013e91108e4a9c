//! Brings the dossier's files in, as bytes. The only requests that the page makes.

use gloo_net::http::Request;

use super::packed;
use super::slices::{in_slices, turn};
use crate::dossier::{Dossier, Fault, Files, Lang, MANIFEST, Manifest, Translation, read_manifest};
use crate::load::{Loaded, Loading, Outlines, full};

/// The folder of the dossier, beside the page.
const FOLDER: &str = "dossier/";

/// Why there is nothing to show.
#[derive(Debug)]
pub enum Failure {
    /// A file that everything hangs on did not arrive.
    Fetch {
        /// Its name.
        file: String,
    },
    /// The manifest cannot be used.
    Dossier(Vec<Fault>),
}

impl Failure {
    /// The word that the page around is told.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Fetch { .. } => "fetch",
            Self::Dossier(_) => "dossier",
        }
    }
}

/// What the page begins with.
pub struct Fetched {
    /// The dossier, with the overviews of its layers.
    pub loaded: Loaded,
    /// The files that are read again together with the full outlines: the manifest and the layers
    /// that have no overview.
    pub files: Files,
    /// The dossier's texts in the reader's language, if it was not written in it.
    pub translation: Option<Translation>,
}

/// Fetches the manifest, then all the files that the page begins with at once, and reads them. A
/// file that does not arrive is told as a fault of the dossier; the rest is shown.
pub async fn dossier(language: &Lang) -> Result<Fetched, Failure> {
    let mut files = Files::default();
    let manifest = bytes(MANIFEST).await.ok_or_else(|| Failure::Fetch {
        file: MANIFEST.to_owned(),
    })?;
    files.add(MANIFEST, manifest);
    let manifest = read_manifest(&files).map_err(Failure::Dossier)?;
    let mut names = manifest.named_files();
    names.extend(manifest.translation_file(language).map(str::to_owned));
    add(names, &mut files).await;
    let translation = Translation::read(&manifest, language, &files);
    let mut loading = Loading::begin(&files).map_err(Failure::Dossier)?;
    turn().await;
    in_slices(|| loading.step()).await;
    turn().await;
    let mut loaded = loading.finish();
    turn().await;
    let files = read_again(&manifest, &files);
    let translation = match translation.transpose() {
        Ok(translation) => translation,
        Err(fault) => {
            loaded.faults.push(fault);
            None
        }
    };
    Ok(Fetched {
        loaded,
        files,
        translation,
    })
}

/// Fetches the translation into a language, if the dossier has one; the fault of one that did not
/// arrive or cannot be used.
pub async fn translation(
    manifest: &Manifest,
    language: &Lang,
    files: &Files,
) -> Option<Result<Translation, Fault>> {
    let name = manifest.translation_file(language)?.to_owned();
    let mut files = files.clone();
    add(vec![name], &mut files).await;
    Translation::read(manifest, language, &files)
}

/// Fetches the full outlines of the layers that have an overview, and makes the atlas of them; `None`
/// when there are none, the faults of those that did not arrive when one did not.
pub async fn detail(dossier: &Dossier, files: &Files) -> Option<Result<Outlines, Vec<Fault>>> {
    let mut files = files.clone();
    add(dossier.manifest.detail_files(), &mut files).await;
    let mut tracing = match full(dossier, &files)? {
        Ok(tracing) => tracing,
        Err(faults) => return Some(Err(faults)),
    };
    // The map goes on moving meanwhile, with the overviews.
    in_slices(|| tracing.step()).await;
    Some(Ok(tracing.finish()))
}

/// Fetches files all at once, and adds those that arrive.
async fn add(names: Vec<String>, files: &mut Files) {
    let arrived = futures::future::join_all(names.iter().map(|name| bytes(name))).await;
    for (name, bytes) in names.into_iter().zip(arrived) {
        if let Some(bytes) = bytes {
            files.add(name, bytes);
        }
    }
}

fn read_again(manifest: &Manifest, files: &Files) -> Files {
    let layers = manifest
        .layers
        .iter()
        .filter(|layer| layer.detail.is_none());
    let names = layers.map(|layer| &*layer.file);
    let mut kept = Files::default();
    for name in std::iter::once(MANIFEST).chain(names) {
        if let Some(file) = files.find(name).and_then(|file| files.get(file)) {
            kept.add(name, file.bytes.clone());
        }
    }
    kept
}

/// A file as bytes: text would be copied once more, from UTF-16.
async fn bytes(name: &str) -> Option<Vec<u8>> {
    if let Some(pack) = packed::here() {
        return packed::read(&pack, &format!("{FOLDER}{name}")).await;
    }
    let response = Request::get(&format!("{FOLDER}{name}")).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.binary().await.ok()
}
