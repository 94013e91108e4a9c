//! Folders with all that is in them.

use std::io;
use std::path::{Path, PathBuf};

/// A file that cannot be read, and what the system said.
pub(super) type Unread = (PathBuf, io::Error);

/// A file by its name.
pub(super) type Named = (String, Vec<u8>);

/// All files of a folder and of the folders in it, in the order of their names, with `/` between folders.
pub(super) fn files_of(folder: &Path) -> Result<Vec<Named>, Unread> {
    let failed = |path: &Path, error| (path.to_owned(), error);
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(here) = open.pop() {
        let entries = std::fs::read_dir(&here).map_err(|error| failed(&here, error))?;
        for entry in entries {
            let path = entry.map_err(|error| failed(&here, error))?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).map_err(|error| failed(&path, error))?;
            let steps = path.strip_prefix(folder).unwrap_or(&path).iter();
            let steps: Vec<_> = steps.map(|step| step.to_string_lossy()).collect();
            found.push((steps.join("/"), bytes));
        }
    }
    found.sort();
    Ok(found)
}
