//! Where the built page is.

use std::path::{Path, PathBuf};

use thiserror::Error;

/// There is no built page.
#[derive(Debug, Error)]
#[error("there is no built page in {}; run `make dist` in Clausemap's repository, or name the folder of a built page with --page", .0)]
pub struct NoPage(String);

/// The folder of the built page: the one that was named, else the first that is there of `dist` in this folder,
/// `dist` beside the program, and `dist` in the repository that the program was built in.
pub fn page(named: Option<&Path>) -> Result<PathBuf, NoPage> {
    let beside = std::env::current_exe().ok();
    let beside = beside.as_deref().and_then(Path::parent);
    let places: Vec<PathBuf> = match named {
        Some(named) => vec![named.to_owned()],
        None => [
            Some(PathBuf::from("dist")),
            beside.map(|folder| folder.join("dist")),
            Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")),
        ]
        .into_iter()
        .flatten()
        .collect(),
    };
    let is_page = |folder: &&PathBuf| folder.join("index.html").is_file();
    let found = places.iter().find(is_page).cloned();
    let all = || places.iter().map(|folder| folder.display().to_string());
    found.ok_or_else(|| NoPage(all().collect::<Vec<_>>().join(", ")))
}
