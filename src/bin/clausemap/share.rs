//! `clausemap share DIST`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clausemap::dossier::{Fault, RegionId};
use clausemap::load::load;
use clausemap::posters::{self, Shape};
use clausemap::sharing::{FOLDER, SCRIPT, Sharing, oembed_file, page_file};
use clausemap::statics::{Document, Misfit, bare, file_of};
use clausemap::words::ALL;
use thiserror::Error;

use super::base;
use super::check::{Unreadable, read_folder};
use super::report::report;
use super::spoken::Spoken;

/// Why the pages could not be written.
#[derive(Debug, Error)]
enum Failure {
    #[error(transparent)]
    Dossier(#[from] Unreadable),
    /// The dossier's faults are printed by themselves.
    #[error("nothing was written: the dossier cannot be used")]
    Faulty(Vec<Fault>),
    #[error("{}: {error}; name the folder of the built page", path.display())]
    Page { path: PathBuf, error: io::Error },
    #[error("{0} is not there; run `clausemap posters` first")]
    Picture(String),
    #[error("{}: {error}; see that it can be written to", path.display())]
    File { path: PathBuf, error: io::Error },
    #[error("index.html: {0}")]
    Misfit(#[from] Misfit),
}

/// Files by name, with what is in them.
type Made = Vec<(String, String)>;

/// Writes the pages for who follows a link to a place beside the built page in `folder`, and the tags into that.
pub fn run(folder: &Path) -> ExitCode {
    let base = base::read("the pictures of links, the pages' own addresses and oembed.json");
    match made(folder, base.as_deref()).and_then(|made| write(folder, made)) {
        Ok((pages, descriptions)) => {
            // Whoever closed the pipe does not want the rest.
            let _ = writeln!(
                io::stdout().lock(),
                "{FOLDER}: {pages} pages; {descriptions} descriptions (oEmbed)"
            );
            ExitCode::SUCCESS
        }
        Err(failure) => {
            if let Failure::Faulty(faults) = &failure {
                report(faults);
            }
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}

fn made(folder: &Path, base: Option<&str>) -> Result<Made, Failure> {
    let files = read_folder(&folder.join("dossier"))?;
    let loaded = load(&files).map_err(Failure::Faulty)?;
    let template = bare(&read(folder, "index.html")?);
    let document = Document {
        template: &template,
    };
    let mut made = vec![(SCRIPT.0.to_owned(), SCRIPT.1.to_owned())];
    for words in ALL {
        let spoken = Spoken::of(&loaded, &files, words);
        let sharing = Sharing {
            reader: spoken.reader(&loaded),
            atlas: &loaded.atlas,
            words,
            base,
        };
        let whole = file_of(words);
        made.push((whole.clone(), sharing.tagged(&read(folder, &whole)?)));
        made.extend(describe(&sharing, None));
        for place in sharing.places() {
            pictured(folder, &place, &sharing)?;
            let page = sharing.page(&place, &document)?;
            made.push((page_file(Some(&place), words), page));
            made.extend(describe(&sharing, Some(&place)));
        }
    }
    Ok(made)
}

fn describe(sharing: &Sharing<'_>, place: Option<&RegionId>) -> Option<(String, String)> {
    let told = sharing.oembed(place)?;
    Some((oembed_file(place, sharing.words), told))
}

/// A page does not name a picture that is not there.
fn pictured(folder: &Path, place: &RegionId, sharing: &Sharing<'_>) -> Result<(), Failure> {
    let name = posters::file(Some(place), Shape::Card, sharing.words);
    if folder.join(&name).is_file() {
        Ok(())
    } else {
        Err(Failure::Picture(name))
    }
}

/// Writes the files in place of those of an earlier time; says how many pages and descriptions there are.
fn write(folder: &Path, made: Made) -> Result<(usize, usize), Failure> {
    let own = folder.join(FOLDER);
    // What cannot be taken away is told when something is written there.
    let _ = std::fs::remove_dir_all(&own);
    for words in ALL {
        let _ = std::fs::remove_file(folder.join(oembed_file(None, words)));
    }
    let failed = |path: &Path, error| Failure::File {
        path: path.to_owned(),
        error,
    };
    std::fs::create_dir_all(&own).map_err(|error| failed(&own, error))?;
    let is = |kind: &'static str| {
        move |(name, _): &&(String, String)| {
            Path::new(name).extension().is_some_and(|own| own == kind)
        }
    };
    let pages = made
        .iter()
        .filter(is("html"))
        .filter(|(name, _)| name.starts_with(FOLDER));
    let counted = (pages.count(), made.iter().filter(is("json")).count());
    for (name, text) in made {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|error| failed(&path, error))?;
    }
    Ok(counted)
}

fn read(folder: &Path, name: &str) -> Result<String, Failure> {
    let path = folder.join(name);
    std::fs::read_to_string(&path).map_err(|error| Failure::Page { path, error })
}
