//! `clausemap offline DIST`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clausemap::dossier::Fault;
use clausemap::load::load;
use clausemap::offline::{Build, beside};
use clausemap::reading::Reader;
use thiserror::Error;

use super::check::{Unreadable, read_folder};
use super::folder::files_of;
use super::report::report;

/// Why nothing was written.
#[derive(Debug, Error)]
enum Failure {
    #[error(transparent)]
    Dossier(#[from] Unreadable),
    /// The dossier's faults are printed by themselves.
    #[error("nothing was written: the dossier cannot be used")]
    Faulty(Vec<Fault>),
    #[error("{}: {error}; name the folder of the built page", path.display())]
    File { path: PathBuf, error: io::Error },
}

/// Writes what keeps the built page in `folder` in its readers' browsers.
pub fn run(folder: &Path) -> ExitCode {
    match write(folder) {
        Ok(made) => {
            for (name, size) in made {
                // Whoever closed the pipe does not want the rest.
                let _ = writeln!(io::stdout().lock(), "{name}: {size} bytes");
            }
            ExitCode::SUCCESS
        }
        Err(failure) => {
            if let Failure::Faulty(faults) = &failure {
                report(faults);
            }
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<Vec<(&'static str, usize)>, Failure> {
    let files = read_folder(&folder.join("dossier"))?;
    let loaded = load(&files).map_err(Failure::Faulty)?;
    let failed = |path: &Path, error| Failure::File {
        path: path.to_owned(),
        error,
    };
    let files = files_of(folder).map_err(|(path, error)| failed(&path, error))?;
    let made = beside(&Build {
        files: &files,
        reader: Reader {
            dossier: &loaded.dossier,
            coverage: &loaded.coverage,
            langs: &[],
            translation: None,
        },
    });
    for (name, text) in &made {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|error| failed(&path, error))?;
    }
    Ok(made
        .into_iter()
        .map(|(name, text)| (name, text.len()))
        .collect())
}
