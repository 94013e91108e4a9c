//! `clausemap check DIR`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clausemap::dossier::{Fault, Files, MANIFEST, Severity, read_manifest};
use clausemap::load::load_whole;
use thiserror::Error;

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

/// Checks the dossier in `folder` and prints its faults.
pub fn run(folder: &Path) -> ExitCode {
    let files = match read_folder(folder) {
        Ok(files) => files,
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::from(2);
        }
    };
    let (faults, code) = match load_whole(&files) {
        Ok(loaded) => {
            let code = u8::from(count(&loaded.faults, Severity::Error) > 0);
            (loaded.faults, code)
        }
        // A manifest that cannot be used leaves nothing to check.
        Err(faults) => (faults, 2),
    };
    report(&faults);
    ExitCode::from(code)
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

fn count(faults: &[Fault], severity: Severity) -> usize {
    faults.iter().filter(|f| f.severity == severity).count()
}

pub(super) fn report(faults: &[Fault]) {
    let mut out = io::stdout().lock();
    for fault in faults {
        // Whoever closed the pipe does not want the rest.
        if writeln!(out, "{fault}").is_err() {
            return;
        }
    }
    let (errors, warnings) = (
        count(faults, Severity::Error),
        count(faults, Severity::Warning),
    );
    let _ = writeln!(out, "errors: {errors}, warnings: {warnings}");
}
