//! `clausemap pack`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clausemap::dossier::{Fault, Files, Lang, Translation};
use clausemap::load::load;
use clausemap::pack::{self, Built, Misfit};
use clausemap::reading::Reader;
use clausemap::route::Route;
use clausemap::statics::Statics;
use clausemap::words::{ALL, Words};
use thiserror::Error;

use super::check::{Unreadable, read_folder};
use super::folder::files_of;
use super::page::{NoPage, page};
use super::report::report;

/// The listing of hashes beside what was packed.
const SUMS: &str = "SHA256SUMS";

/// What is packed, and where to.
#[derive(Args)]
pub(super) struct Asked {
    /// The folder of the built page; else `dist` here, beside the program, or in the repository it was built in.
    #[arg(long)]
    page: Option<PathBuf>,
    /// The folder that holds dossier.json, if not the dossier of the built page.
    #[arg(long)]
    dossier: Option<PathBuf>,
    /// The folder to write to.
    #[arg(long, default_value = ".")]
    out: PathBuf,
    /// What the dossier is called in the name of the file, if not by its short title.
    #[arg(long)]
    name: Option<String>,
    /// The language of the page that is read without the program: en, uk or ru. The program speaks all.
    #[arg(long, default_value = "en")]
    lang: String,
    /// Also packs the folder of the built page, as it is, into a .zip.
    #[arg(long)]
    zip: bool,
}

/// Why nothing was packed.
#[derive(Debug, Error)]
enum Failure {
    #[error(transparent)]
    Dossier(#[from] Unreadable),
    /// The dossier's faults are printed by themselves.
    #[error("nothing was written: the dossier cannot be used")]
    Faulty(Vec<Fault>),
    #[error(transparent)]
    Page(#[from] NoPage),
    #[error(transparent)]
    Misfit(#[from] Misfit),
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: io::Error },
    #[error("--lang {0}: there is en, uk, ru")]
    Lang(String),
    #[error("the short title of the dossier has no plain letters: say --name")]
    Nameless,
    #[error("the folder cannot be packed: {0}")]
    Zip(String),
}

/// Packs the page.
pub(super) fn run(asked: &Asked) -> ExitCode {
    match packed(asked) {
        Ok(lines) => {
            for line in lines {
                // Whoever closed the pipe does not want the rest.
                let _ = writeln!(io::stdout().lock(), "{line}");
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

fn packed(asked: &Asked) -> Result<Vec<String>, Failure> {
    let words = ALL.into_iter().find(|words| words.lang == asked.lang);
    let words = words.ok_or_else(|| Failure::Lang(asked.lang.clone()))?;
    let page = page(asked.page.as_deref())?;
    let of_page = page.join("dossier");
    let files = read_folder(asked.dossier.as_ref().unwrap_or(&of_page))?;
    let built = Built::read(&|name| std::fs::read(page.join(name)))?;
    let (stem, name, one) = as_one_file(asked, words, &built, &files)?;
    let mut made = vec![(name, one.into_bytes())];
    if asked.zip {
        let folder = files_of(&page);
        let folder = folder.map_err(|(path, error)| Failure::File { path, error })?;
        let zip = pack::folder_as_zip(&stem, &folder);
        let zip = zip.map_err(|error| Failure::Zip(error.to_string()))?;
        made.push((format!("{stem}.zip"), zip));
    }
    let sums: Vec<_> = made
        .iter()
        .map(|(name, bytes)| (name.clone(), pack::sha256(bytes)))
        .collect();
    let mut lines = Vec::new();
    for (name, bytes) in &made {
        write(&asked.out.join(name), bytes)?;
        lines.push(format!("{name}: {} bytes", bytes.len()));
    }
    let path = asked.out.join(SUMS);
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    write(&path, pack::listed(&before, &sums).as_bytes())?;
    lines.push(SUMS.to_owned());
    Ok(lines)
}

/// The file without its ending, its name, and the file.
fn as_one_file(
    asked: &Asked,
    words: &'static Words,
    built: &Built,
    files: &Files,
) -> Result<(String, String, String), Failure> {
    let loaded = load(files).map_err(Failure::Faulty)?;
    // The sound part is packed; what is left out is told, as `check` tells it.
    if !loaded.faults.is_empty() {
        report(&loaded.faults);
    }
    let manifest = &loaded.dossier.manifest;
    let langs = [Lang::from(words.lang)];
    let [language] = &langs;
    let translation = Translation::read(manifest, language, files);
    let translation = translation
        .transpose()
        .map_err(|fault| Failure::Faulty(vec![fault]))?;
    let reader = Reader {
        dossier: &loaded.dossier,
        coverage: &loaded.coverage,
        langs: &langs,
        translation: translation.as_ref(),
    };
    let short = || pack::slug(&reader.say(&manifest.short).words);
    let named = asked.name.as_deref().map_or_else(short, pack::slug);
    let named = named.ok_or(Failure::Nameless)?;
    let statics = Statics {
        reader,
        atlas: &loaded.atlas,
        words,
        route: &Route::default(),
    };
    let one = pack::pack(built, &statics, files)?;
    let name = pack::name(&named, manifest, words);
    Ok((pack::stem(&named, manifest), name, one.text))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        // What is wrong with it is told when the file is written.
        let _ = std::fs::create_dir_all(folder);
    }
    std::fs::write(path, bytes).map_err(|error| Failure::File {
        path: path.to_owned(),
        error,
    })
}
