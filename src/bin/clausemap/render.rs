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
use clausemap::statics::{Document, Misfit, Statics};
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
    let names = Document {
        template: &template,
        style: "",
    }
    .styles();
    let (style, sheet) = bundle(folder, &names)?;
    let document = Document {
        template: &template,
        style: &style,
    };
    let route = Route::default();
    let mut made = vec![(style.clone(), sheet)];
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
    let is_spent = |name: &&&str| **name != style && !name.starts_with("tokens");
    for name in names.iter().filter(is_spent) {
        // It stands in the one sheet; a copy beside it does no harm.
        let _ = std::fs::remove_file(folder.join(name));
    }
    Ok(made
        .into_iter()
        .map(|(name, bytes)| (name, bytes.len()))
        .collect())
}

/// All style sheets as one, under a name that changes with what is in it.
fn bundle(folder: &Path, names: &[&str]) -> Result<(String, Vec<u8>), Failure> {
    let mut all = Vec::new();
    for name in names {
        all.extend(read(folder, name)?);
        all.push(b'\n');
    }
    let mut hasher = DefaultHasher::new();
    hasher.write(&all);
    Ok((format!("style-{:016x}.css", hasher.finish()), all))
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let path = folder.join(name);
    std::fs::read(&path).map_err(|error| Failure::File { path, error })
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = folder.join(name);
    std::fs::write(&path, bytes).map_err(|error| Failure::File { path, error })
}
