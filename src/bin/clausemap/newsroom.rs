//! `clausemap newsroom DIST`.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clausemap::dossier::{Lang, RegionId, Translation};
use clausemap::load::load;
use clausemap::reading::Reader;
use clausemap::sharing::page_file;
use clausemap::words::Words;
use clausemap::{newsroom, posters};
use thiserror::Error;

use super::check::read_folder;
use super::report::report;

/// Why the pages could not be written.
#[derive(Debug, Error)]
enum Unwritten {
    /// The built page is not there.
    #[error("{}: {error}; name the folder of the built page", path.display())]
    Page {
        /// Where it was looked for.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A file could not be written.
    #[error("{}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// Writes the pages on which embed codes are put together beside the built page in `folder`.
pub fn run(folder: &Path) -> ExitCode {
    let files = match read_folder(&folder.join("dossier")) {
        Ok(files) => files,
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::from(2);
        }
    };
    let loaded = match load(&files) {
        Ok(loaded) => loaded,
        Err(faults) => {
            report(&faults);
            return ExitCode::from(2);
        }
    };
    let languages = newsroom::FILES.map(|(lang, _)| {
        let lang = Lang::from(lang);
        let read = Translation::read(&loaded.dossier.manifest, &lang, &files);
        // `check` tells what is wrong with one; without it the names stand in the dossier's own language.
        ([lang], read.and_then(Result::ok))
    });
    let reader = |lang: &str| {
        let found = languages.iter().find(|([own], _)| own.as_str() == lang);
        Reader {
            dossier: &loaded.dossier,
            coverage: &loaded.coverage,
            langs: found.map_or(&[], |(langs, _)| langs),
            translation: found.and_then(|(_, translation)| translation.as_ref()),
        }
    };
    let places = posters::places(&reader("en"), &loaded.atlas);
    let page_of = |place: Option<&RegionId>, words: &Words| {
        let is_made = place.is_none_or(|place| places.contains(place));
        is_made.then(|| page_file(place, words))
    };
    match write(reader, page_of, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(2)
        }
    }
}

fn write<'a>(
    reader: impl Fn(&str) -> Reader<'a>,
    page_of: impl Fn(Option<&RegionId>, &Words) -> Option<String>,
    out: &Path,
) -> Result<(), Unwritten> {
    let path = out.join("index.html");
    let page = std::fs::read_to_string(&path).map_err(|error| Unwritten::Page { path, error })?;
    let has = |file: &str| out.join(file).is_file();
    let pages = newsroom::pages(reader, tokens(&page), has, page_of);
    for (name, page) in pages {
        let path = out.join(name);
        std::fs::write(&path, page).map_err(|error| Unwritten::File { path, error })?;
    }
    Ok(())
}

/// The style sheet with the colours of the built page, whose name holds a hash: the one of the colours alone,
/// or the one that all are in.
fn tokens(page: &str) -> &str {
    let links = page.split("href=\"").skip(1);
    let addresses = links.filter_map(|rest| rest.split('"').next());
    let sheets: Vec<&str> = addresses
        .filter(|one| Path::new(one).extension().is_some_and(|kind| kind == "css"))
        .collect();
    let of_colours = sheets.iter().find(|one| one.contains("tokens"));
    of_colours.or(sheets.first()).copied().unwrap_or_default()
}
