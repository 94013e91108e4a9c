//! What an author does with the command, as an author does it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that cannot do its part fails the test that called it"
)]

#[path = "../support/mod.rs"]
mod support;

#[path = "../guide/mod.rs"]
mod guide;

mod check;
mod diff;
mod docs;
mod new;
mod serve;
mod table;

use std::path::{Path, PathBuf};

use support::{Folder, in_repository, read_folder, write_folder};

/// A folder of this name for a test to write in.
fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("author")
        .join(name)
}

/// A copy of a folder of the repository.
fn copy_of(folder: &str, name: &str) -> (PathBuf, Folder) {
    let files = read_folder(&in_repository(folder));
    write_folder(&scratch(name), &files);
    (scratch(name), files)
}
