//! Brings the dossier's files in, as bytes. The only requests that the page makes.

use gloo_net::http::Request;

use crate::dossier::{Fault, Files, MANIFEST, read_manifest};
use crate::load::{Loaded, load};

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

/// Fetches the manifest, then all the files it names at once, and reads them. A file that does not
/// arrive is told as a fault of the dossier; the rest is shown.
pub async fn dossier() -> Result<Loaded, Failure> {
    let mut files = Files::default();
    let manifest = bytes(MANIFEST).await.ok_or_else(|| Failure::Fetch {
        file: MANIFEST.to_owned(),
    })?;
    files.add(MANIFEST, manifest);
    let manifest = read_manifest(&files).map_err(Failure::Dossier)?;
    let names = manifest.named_files();
    let arrived = futures::future::join_all(names.iter().map(|name| bytes(name))).await;
    for (name, bytes) in names.into_iter().zip(arrived) {
        if let Some(bytes) = bytes {
            files.add(name, bytes);
        }
    }
    load(&files).map_err(Failure::Dossier)
}

/// A file as bytes: text would be copied once more, from UTF-16.
async fn bytes(name: &str) -> Option<Vec<u8>> {
    let response = Request::get(&format!("{FOLDER}{name}")).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.binary().await.ok()
}
