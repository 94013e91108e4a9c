//! Brings the dossier's files in, as bytes. The only requests that the page makes.

use std::sync::Arc;

use gloo_net::http::Request;

use super::overlay::Failed as Missing;
use super::packed;
use super::slices::{in_slices, turn};
use crate::brought::MOST_FILES;
use crate::dossier::{Dossier, Fault, Files, Lang, MANIFEST, Manifest, Translation, read_manifest};
use crate::load::{Loaded, Loading, Outlines, full};

/// The folder of the dossier, beside the page.
const FOLDER: &str = "dossier/";

/// Where a dossier comes from; cheap to clone.
#[derive(Debug, Clone)]
pub enum Whence {
    /// It is the page's own.
    Own,
    /// From the folder at an address, which ends in `/`.
    At(Arc<str>),
    /// The reader's device: its files are here.
    Device(Arc<Files>),
}

/// Why there is nothing to show.
#[derive(Debug)]
pub enum Failure {
    /// A file that everything hangs on did not arrive.
    Fetch {
        /// Its name.
        file: String,
        /// Why it did not.
        why: Missing,
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
    /// Where more of its files come from.
    pub whence: Whence,
}

/// Opens a dossier: the page's own as [`own`] does, another one as [`brought`] does.
pub async fn dossier(whence: &Whence, language: &Lang) -> Result<Fetched, Failure> {
    match whence {
        Whence::Own => own(language).await,
        Whence::At(_) | Whence::Device(_) => brought(whence, language).await,
    }
}

/// Fetches all that another dossier has and checks it as the command line does: nobody has checked it
/// before.
async fn brought(whence: &Whence, language: &Lang) -> Result<Fetched, Failure> {
    let (mut files, manifest) = begin(whence).await?;
    let mut names = manifest.named_files();
    names.extend(manifest.detail_files());
    names.extend(manifest.translation_files());
    names.truncate(MOST_FILES);
    add(whence, names, &mut files).await;
    // What is wrong with it is among the faults of the whole.
    let translation = Translation::read(&manifest, language, &files).and_then(Result::ok);
    let mut loading = Loading::begin_whole(&files).map_err(Failure::Dossier)?;
    turn().await;
    in_slices(|| loading.step()).await;
    turn().await;
    let loaded = loading.finish_whole();
    turn().await;
    Ok(Fetched {
        loaded,
        files,
        translation,
        whence: whence.clone(),
    })
}

/// The manifest, which everything hangs on.
async fn begin(whence: &Whence) -> Result<(Files, Manifest), Failure> {
    let mut files = Files::default();
    match bytes(whence, MANIFEST).await {
        Ok(manifest) => {
            files.add(MANIFEST, manifest);
        }
        // What the reader has is told in the words of the command line, and so is what they have not.
        Err(_) if matches!(whence, Whence::Device(_)) => {}
        Err(why) => {
            let file = MANIFEST.to_owned();
            return Err(Failure::Fetch { file, why });
        }
    }
    let manifest = read_manifest(&files).map_err(Failure::Dossier)?;
    Ok((files, manifest))
}

/// Fetches the manifest, then all the files that the page begins with at once, and reads them. A
/// file that does not arrive is told as a fault of the dossier; the rest is shown.
async fn own(language: &Lang) -> Result<Fetched, Failure> {
    let whence = Whence::Own;
    let (mut files, manifest) = begin(&whence).await?;
    let mut names = manifest.named_files();
    names.extend(manifest.translation_file(language).map(str::to_owned));
    add(&whence, names, &mut files).await;
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
        whence,
    })
}

/// Fetches the translation into a language, if the dossier has one; the fault of one that did not
/// arrive or cannot be used.
pub async fn translation(
    whence: &Whence,
    manifest: &Manifest,
    language: &Lang,
    files: &Files,
) -> Option<Result<Translation, Fault>> {
    let name = manifest.translation_file(language)?.to_owned();
    let mut files = files.clone();
    add(whence, vec![name], &mut files).await;
    Translation::read(manifest, language, &files)
}

/// Fetches the full outlines of the layers that have an overview, and makes the atlas of them; `None`
/// when there are none, the faults of those that did not arrive when one did not.
pub async fn detail(
    whence: &Whence,
    dossier: &Dossier,
    files: &Files,
) -> Option<Result<Outlines, Vec<Fault>>> {
    let mut files = files.clone();
    add(whence, dossier.manifest.detail_files(), &mut files).await;
    let mut tracing = match full(dossier, &files)? {
        Ok(tracing) => tracing,
        Err(faults) => return Some(Err(faults)),
    };
    // The map goes on moving meanwhile, with the overviews.
    in_slices(|| tracing.step()).await;
    Some(Ok(tracing.finish()))
}

/// Fetches files all at once, but for those that are there already, and adds those that arrive.
async fn add(whence: &Whence, mut names: Vec<String>, files: &mut Files) {
    names.retain(|name| files.find(name).is_none());
    let arrived = futures::future::join_all(names.iter().map(|name| bytes(whence, name))).await;
    for (name, bytes) in names.into_iter().zip(arrived) {
        if let Ok(bytes) = bytes {
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

/// A file as bytes: text would be copied once more, from UTF-16. Nobody but the page's own host is sent
/// what the browser knows of the reader: a request to another carries no credentials.
async fn bytes(whence: &Whence, name: &str) -> Result<Vec<u8>, Missing> {
    let folder = match whence {
        Whence::Device(files) => {
            let file = files.find(name).and_then(|file| files.get(file));
            let bytes = file.map(|file| file.bytes.clone());
            return bytes.ok_or(Missing::NoAnswer);
        }
        Whence::At(folder) => folder,
        Whence::Own => FOLDER,
    };
    if let (Whence::Own, Some(pack)) = (whence, packed::here()) {
        let bytes = packed::read(&pack, &format!("{FOLDER}{name}")).await;
        return bytes.ok_or(Missing::NoAnswer);
    }
    let request = Request::get(&format!("{folder}{name}"));
    let response = request.send().await.map_err(|_| Missing::NoAnswer)?;
    if !response.ok() {
        return Err(Missing::Status(response.status()));
    }
    response.binary().await.map_err(|_| Missing::BrokeOff)
}
