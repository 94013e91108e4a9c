//! `clausemap posters DIST`.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;

use clausemap::dossier::RegionId;
use clausemap::load::load_whole;
use clausemap::posters::{self, FOLDER, Posters, Shape, Undrawn};
use clausemap::words::ALL;
use thiserror::Error;

use super::base;
use super::check::read_folder;
use super::report::report;
use super::spoken::Spoken;

/// Why a picture is not there.
#[derive(Debug, Error)]
enum Missing {
    #[error("{name}: {why}")]
    Undrawn { name: String, why: Undrawn },
    #[error("{}: {error}; see that it can be written to", path.display())]
    File { path: PathBuf, error: io::Error },
}

/// A drawing of which a picture is to be made.
struct Wanted {
    name: String,
    drawing: String,
    times: f32,
}

/// Draws the pictures beside the built page in `folder`.
pub fn run(folder: &Path, keep: Option<&Path>) -> ExitCode {
    let files = match read_folder(&folder.join("dossier")) {
        Ok(files) => files,
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::from(2);
        }
    };
    let loaded = match load_whole(&files) {
        Ok(loaded) => loaded,
        Err(faults) => {
            report(&faults);
            return ExitCode::from(2);
        }
    };
    let base = base::read("the address on pictures for articles");
    let mut drawings = Vec::new();
    let mut wanted = Vec::new();
    for words in ALL {
        let spoken = Spoken::of(&loaded, &files, words);
        let posters = Posters {
            reader: spoken.reader(&loaded),
            atlas: &loaded.atlas,
            words,
            base: base.as_deref(),
        };
        let places = posters::places(&posters.reader, &loaded.atlas);
        for place in std::iter::once(None).chain(places.iter().map(Some)) {
            draw(&posters, place, &mut drawings, &mut wanted);
        }
    }
    match write(folder, keep, &drawings, &wanted) {
        Ok(()) => {
            let count = drawings.len() + wanted.len();
            // Whoever closed the pipe does not want the rest.
            let _ = writeln!(io::stdout().lock(), "{FOLDER}: {count} pictures");
            ExitCode::SUCCESS
        }
        Err(missing) => {
            eprintln!("{missing}");
            ExitCode::from(2)
        }
    }
}

fn draw(
    posters: &Posters<'_>,
    place: Option<&RegionId>,
    drawings: &mut Vec<(String, String)>,
    wanted: &mut Vec<Wanted>,
) {
    let words = posters.words;
    let sheet = posters.draw(place, Shape::Article).to_markup();
    wanted.push(Wanted {
        name: posters::file(place, Shape::Card, words),
        drawing: posters.draw(place, Shape::Card).to_markup(),
        times: 1.0,
    });
    // Of places there is a drawing in every language, and a large picture in one: in all they would outweigh the page.
    if place.is_none() || words.lang == "en" {
        wanted.push(Wanted {
            name: posters::file(place, Shape::Article, words),
            drawing: sheet.clone(),
            times: 2.0,
        });
    }
    drawings.push((posters::drawing_file(place, words), sheet));
    let narrow = posters.draw(place, Shape::Narrow).to_markup();
    drawings.push((posters::file(place, Shape::Narrow, words), narrow));
}

fn write(
    folder: &Path,
    keep: Option<&Path>,
    drawings: &[(String, String)],
    wanted: &[Wanted],
) -> Result<(), Missing> {
    make(&folder.join(FOLDER))?;
    for (name, drawing) in drawings {
        put(&folder.join(name), drawing.as_bytes())?;
    }
    if let Some(keep) = keep {
        make(keep)?;
    }
    let letters = posters::letters();
    let rest = Mutex::new(wanted.iter());
    let next = || rest.lock().ok()?.next();
    let work = || {
        while let Some(one) = next() {
            let kept = keep.map(|keep| keep.join(one.kept_as()));
            if let Some(kept) = &kept
                && let Ok(picture) = std::fs::read(kept)
            {
                put(&folder.join(&one.name), &picture)?;
                continue;
            }
            let picture = posters::pixels(&one.drawing, one.times, &letters);
            let picture = picture.map_err(|why| Missing::Undrawn {
                name: one.name.clone(),
                why,
            })?;
            put(&folder.join(&one.name), &picture)?;
            if let Some(kept) = &kept {
                put(kept, &picture)?;
            }
        }
        Ok(())
    };
    let hands = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let hands: Vec<_> = (0..hands).map(|_| scope.spawn(work)).collect();
        // A hand that broke off has left its picture undone; the others say what is wrong with it.
        let ends = hands.into_iter().filter_map(|hand| hand.join().ok());
        ends.collect()
    })
}

impl Wanted {
    /// A picture is kept under a name that changes with its drawing, and with whatever makes pictures of drawings.
    fn kept_as(&self) -> String {
        let mut hasher = DefaultHasher::new();
        self.drawing.hash(&mut hasher);
        self.times.to_bits().hash(&mut hasher);
        include_str!("../../../Cargo.lock").hash(&mut hasher);
        include_str!("../../posters/pixels.rs").hash(&mut hasher);
        format!("{:016x}.png", hasher.finish())
    }
}

fn make(path: &Path) -> Result<(), Missing> {
    std::fs::create_dir_all(path).map_err(|error| Missing::File {
        path: path.to_owned(),
        error,
    })
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Missing> {
    std::fs::write(path, bytes).map_err(|error| Missing::File {
        path: path.to_owned(),
        error,
    })
}
