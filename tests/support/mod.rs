//! What several test crates need: folders as the files of a dossier, and a reader who opens every
//! page of it.

#![allow(dead_code, reason = "each test crate uses a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use clausemap::atlas::Reach;
use clausemap::dossier::{Files, Lang};
use clausemap::load::Loaded;
use clausemap::reading::Reader;

/// The files of a folder and of the folders in it, by their path from there.
pub type Folder = BTreeMap<String, Vec<u8>>;

/// A path in the repository.
pub fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Reads a folder and the folders in it.
pub fn read_folder(folder: &Path) -> Folder {
    let mut found = Folder::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        let entries =
            std::fs::read_dir(&here).unwrap_or_else(|e| panic!("{}: {e}", here.display()));
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let steps = path.strip_prefix(folder).unwrap().iter();
                let names: Vec<_> = steps.map(|step| step.to_str().unwrap()).collect();
                found.insert(names.join("/"), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Writes a folder anew, so that nothing of an earlier run is left in it.
pub fn write_folder(folder: &Path, files: &Folder) {
    if folder.exists() {
        std::fs::remove_dir_all(folder).unwrap();
    }
    std::fs::create_dir_all(folder).unwrap();
    for (name, bytes) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// A folder as the files of a dossier.
pub fn as_files(folder: &Folder) -> Files {
    let mut files = Files::default();
    for (name, bytes) in folder {
        files.add(name.clone(), bytes.clone());
    }
    files
}

/// What the command said, on both streams, and how it ended.
#[derive(Debug)]
pub struct Said {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// The exit code.
    pub code: i32,
}

/// Runs `clausemap` in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_clausemap"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    Said {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

/// Opens every page of a dossier for every plan, and asks the map what lies where names stand.
/// Returns how many pages there are: whoever calls this cares that none of them panics.
pub fn open_every_page(loaded: &Loaded) -> usize {
    let Loaded {
        dossier,
        atlas,
        coverage,
        ..
    } = loaded;
    let langs = [Lang::from("uk"), Lang::from("en")];
    let reader = Reader {
        dossier,
        coverage,
        langs: &langs,
        translation: None,
    };
    let mut pages = 0;
    for plan in dossier.plans.iter() {
        assert!(!reader.overview(&plan.id).plans.is_empty());
        for region in dossier.regions.iter() {
            pages += usize::from(reader.region_page(&region.id, &plan.id).is_some());
        }
    }
    for at in dossier.all_clauses() {
        pages += usize::from(reader.clause_page(&at.clause.id).is_some());
    }
    for source in dossier.sources.iter() {
        pages += usize::from(reader.source_page(&source.id).is_some());
    }
    for party in dossier.parties.iter() {
        pages += usize::from(reader.party_page(&party.id).is_some());
    }
    for claim in dossier.claims.iter() {
        pages += usize::from(reader.claim_page(&claim.id).is_some());
    }
    assert!(
        reader
            .sources()
            .iter()
            .all(|shelf| !shelf.sources.is_empty())
    );
    for region in dossier.regions.iter() {
        if let Some(at) = atlas.label_point(&region.id) {
            atlas.what_is_here(at, 1.0, Reach::Groups);
        }
    }
    pages
}
