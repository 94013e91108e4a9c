//! `clausemap check DIR`.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clausemap::dossier::{Fault, Files, MANIFEST, Severity, read_manifest};
use clausemap::load::load_whole;
use thiserror::Error;

use super::report::{Format, count};
use super::watch::Watch;

/// What `check` is told.
#[derive(clap::Args)]
pub struct Check {
    /// The folder that holds dossier.json.
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// How faults are printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Check again after each save, until Ctrl+C.
    #[arg(long)]
    watch: bool,
}

/// Why a dossier could not be read at all.
#[derive(Debug, Error)]
pub(super) enum Unreadable {
    /// The manifest could not be opened.
    #[error("{}: {error}; name the folder that holds {MANIFEST}", path.display())]
    Manifest {
        /// Where it was looked for.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// Checks a dossier and prints its faults; again after each save, if that is asked for.
pub fn run(told: &Check) -> ExitCode {
    if !told.watch {
        return once(told);
    }
    // Watched before it is read: what is saved meanwhile is not missed.
    let watch = match Watch::begin(&told.folder) {
        Ok(watch) => watch,
        Err(failure) => {
            eprintln!("{failure}");
            return ExitCode::from(2);
        }
    };
    let mut code = once(told);
    eprintln!("watching {}; Ctrl+C ends it", told.folder.display());
    while watch.next() {
        eprintln!("saved, checked again:");
        code = once(told);
    }
    code
}

fn once(told: &Check) -> ExitCode {
    match faults(&told.folder) {
        Ok((faults, code)) => {
            told.format.report(&told.folder, &faults);
            ExitCode::from(code)
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}

/// The faults of the dossier in `folder`, and the exit code that they come to.
pub(super) fn faults(folder: &Path) -> Result<(Vec<Fault>, u8), Unreadable> {
    let files = read_folder(folder)?;
    Ok(match load_whole(&files) {
        Ok(loaded) => {
            let code = u8::from(count(&loaded.faults, Severity::Error) > 0);
            (loaded.faults, code)
        }
        // A manifest that cannot be used leaves nothing to check.
        Err(faults) => (faults, 2),
    })
}

/// Reads the manifest and the files that it names. One of these that is missing is a fault of the
/// dossier, which loading tells.
pub(super) fn read_folder(folder: &Path) -> Result<Files, Unreadable> {
    let mut files = Files::default();
    let path = folder.join(MANIFEST);
    let bytes = std::fs::read(&path).map_err(|error| Unreadable::Manifest { path, error })?;
    files.add(MANIFEST, bytes);
    if let Ok(manifest) = read_manifest(&files) {
        for name in [
            manifest.named_files(),
            manifest.detail_files(),
            manifest.translation_files(),
        ]
        .concat()
        {
            if let Ok(bytes) = std::fs::read(folder.join(&name)) {
                files.add(name, bytes);
            }
        }
    }
    Ok(files)
}
