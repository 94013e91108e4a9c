//! `clausemap render DIST`.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clausemap::dossier::{Fault, Lang, Translation};
use clausemap::load::load;
use clausemap::reading::Reader;
use clausemap::route::Route;
use clausemap::statics::{Document, Misfit, Statics, sheets, terse, with_sheets};
use clausemap::words::ALL;
use thiserror::Error;

use super::check::{Unreadable, read_folder};
use super::report::report;

/// The document that the build makes.
const DOCUMENT: &str = "index.html";

/// Why no page was made.
#[derive(Debug, Error)]
enum Failure {
    #[error(transparent)]
    Dossier(#[from] Unreadable),
    /// The dossier's faults are printed by themselves.
    #[error("nothing was written: the dossier cannot be used")]
    Faulty(Vec<Fault>),
    #[error("{}: {error}; name the folder of the built page", path.display())]
    File { path: PathBuf, error: io::Error },
    #[error("{DOCUMENT}: {0}")]
    Misfit(#[from] Misfit),
}

/// Writes the first page into the built page in `folder`.
pub fn run(folder: &Path) -> ExitCode {
    match render(folder) {
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

fn render(folder: &Path) -> Result<Vec<(String, usize)>, Failure> {
    let files = read_folder(&folder.join("dossier"))?;
    let loaded = load(&files).map_err(Failure::Faulty)?;
    let template = String::from_utf8_lossy(&read(folder, DOCUMENT)?).into_owned();
    let sheets = sheets(&template);
    let bundles = sheets.iter().map(|sheet| bundle(folder, &sheet.names));
    let mut made = bundles.collect::<Result<Vec<_>, _>>()?;
    let styles: Vec<String> = made.iter().map(|(name, _)| name.clone()).collect();
    let whole = with_sheets(&template, &styles);
    let document = Document { template: &whole };
    let route = Route::default();
    for words in ALL {
        let language = Lang::from(words.lang);
        let langs = [language.clone()];
        let translation = Translation::read(&loaded.dossier.manifest, &language, &files);
        let translation = translation
            .transpose()
            .map_err(|fault| Failure::Faulty(vec![fault]))?;
        let (name, text) = document.with(&Statics {
            reader: Reader {
                dossier: &loaded.dossier,
                coverage: &loaded.coverage,
                langs: &langs,
                translation: translation.as_ref(),
            },
            atlas: &loaded.atlas,
            words,
            route: &route,
        })?;
        made.push((name, text.into_bytes()));
    }
    for (name, bytes) in &made {
        write(folder, name, bytes)?;
    }
    // The pages of a newsroom want the colours alone.
    let parts = sheets.iter().flat_map(|sheet| &sheet.names);
    let is_spent =
        |name: &&&str| !styles.iter().any(|own| own == *name) && !name.starts_with("tokens");
    for name in parts.filter(is_spent) {
        // It stands in a file with others; a copy beside it does no harm.
        let _ = std::fs::remove_file(folder.join(name));
    }
    Ok(made
        .into_iter()
        .map(|(name, bytes)| (name, bytes.len()))
        .collect())
}

/// Style sheets as one, under a name that changes with what is in it.
fn bundle(folder: &Path, names: &[&str]) -> Result<(String, Vec<u8>), Failure> {
    let mut all = String::new();
    for name in names {
        all += &terse(&String::from_utf8_lossy(&read(folder, name)?));
    }
    let mut hasher = DefaultHasher::new();
    hasher.write(all.as_bytes());
    let name = format!("style-{:016x}.css", hasher.finish());
    Ok((name, all.into_bytes()))
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let path = folder.join(name);
    std::fs::read(&path).map_err(|error| Failure::File { path, error })
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = folder.join(name);
    std::fs::write(&path, bytes).map_err(|error| Failure::File { path, error })
}
