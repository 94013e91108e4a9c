//! Files written as a whole or not at all.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// A file that could not be written.
#[derive(Debug, Error)]
#[error("{}: {error}; see that the folder is there and can be written to", path.display())]
pub struct Unwritten {
    path: PathBuf,
    error: io::Error,
}

/// Writes each file beside its place first: a full disk, or a power cut, leaves the old one as it was.
pub fn write_all(files: impl IntoIterator<Item = (PathBuf, Vec<u8>)>) -> Result<(), Unwritten> {
    for (path, bytes) in files {
        let fail = |error| Unwritten {
            path: path.clone(),
            error,
        };
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let beside = path.with_file_name(name);
        std::fs::write(&beside, bytes).map_err(fail)?;
        std::fs::rename(&beside, &path).map_err(fail)?;
    }
    Ok(())
}
