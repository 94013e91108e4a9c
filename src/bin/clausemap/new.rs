//! `clausemap new FOLDER`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clausemap::dossier::schema;
use thiserror::Error;

use super::write::{Unwritten, write_all};

/// What `new` is told.
#[derive(clap::Args)]
pub struct New {
    /// The folder to make. It may be there already, but empty.
    folder: PathBuf,
}

/// Names files of the starter with what is in them.
macro_rules! starter {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../starter/", $name)))),*]
    };
}

/// The starter dossier.
const STARTER: [(&str, &str); 17] = starter![
    "README.md",
    "dossier.json",
    "parties.json",
    "topics.json",
    "regions.json",
    "plans.json",
    "lineage.json",
    "claims.json",
    "events.json",
    "sources.json",
    "translations/uk.json",
    "translations/ru.json",
    "geo/islands.geojson",
    "geo/provinces.geojson",
    "geo/sites.geojson",
    "geo/water.geojson",
    "geo/towns.geojson",
];

/// Why no dossier was begun.
#[derive(Debug, Error)]
enum Failure {
    #[error("{} is not empty; name a folder that is not there yet", .0.display())]
    Taken(PathBuf),
    #[error("{}: {error}; name a folder that can be made", path.display())]
    Folder { path: PathBuf, error: io::Error },
    #[error(transparent)]
    Unwritten(#[from] Unwritten),
}

/// Writes the starter dossier.
pub fn run(told: &New) -> ExitCode {
    match begin(&told.folder) {
        Ok(()) => {
            let folder = told.folder.display();
            let next = format!(
                "{folder}: a whole dossier of an invented island, {} files. README.md says what is in each.\n\n\
                 Next:\n  clausemap check {folder}\n  clausemap serve {folder}",
                STARTER.len() + 1
            );
            // Whoever closed the pipe does not want the rest.
            let _ = writeln!(io::stdout().lock(), "{next}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(if matches!(failure, Failure::Taken(_)) {
                1
            } else {
                2
            })
        }
    }
}

fn begin(folder: &Path) -> Result<(), Failure> {
    let is_taken = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => folder.exists(),
    };
    if is_taken {
        return Err(Failure::Taken(folder.to_owned()));
    }
    for inner in ["geo", "translations"] {
        let path = folder.join(inner);
        std::fs::create_dir_all(&path).map_err(|error| Failure::Folder { path, error })?;
    }
    let files = STARTER.map(|(name, text)| (folder.join(name), text.as_bytes().to_vec()));
    let schema = (folder.join("dossier.schema.json"), schema().into_bytes());
    Ok(write_all(files.into_iter().chain([schema]))?)
}
