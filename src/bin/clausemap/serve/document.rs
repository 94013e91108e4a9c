//! The first page with the previewed dossier in it.

use std::path::Path;

use clausemap::load::load;
use clausemap::route::Route;
use clausemap::statics::{Document, Statics, bare};
use clausemap::words::{ALL, Words};

use crate::check::read_folder;
use crate::spoken::Spoken;

/// What makes the page reload.
const SCRIPT: &str = "<script type=\"module\" src=\"clausemap-preview.js\"></script>";

/// The document of this name in the built page with the dossier of `folder` in it, and the script that reloads it.
/// A dossier that cannot be used leaves it to the program to say so. `None`: there is no such document.
pub(super) fn document(page: &Path, folder: &Path, name: &str) -> Option<String> {
    let template = std::fs::read_to_string(page.join("index.html")).ok()?;
    let template = bare(&template);
    let languages = ALL.into_iter();
    let found = languages.filter_map(|words| made(&template, folder, words));
    let made = found.into_iter().find(|(own, _)| own == name);
    let text = match made {
        Some((_, text)) => text,
        None if name == "index.html" => template,
        None => return None,
    };
    let (head, rest) = text.split_once("</head>")?;
    Some(format!("{head}{SCRIPT}</head>{rest}"))
}

fn made(template: &str, folder: &Path, words: &'static Words) -> Option<(String, String)> {
    let files = read_folder(folder).ok()?;
    let loaded = load(&files).ok()?;
    let spoken = Spoken::of(&loaded, &files, words);
    let document = Document { template };
    let statics = Statics {
        reader: spoken.reader(&loaded),
        atlas: &loaded.atlas,
        words,
        route: &Route::default(),
    };
    document.with(&statics).ok()
}
