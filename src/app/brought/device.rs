//! Files of the reader's device: chosen or dropped, unpacked here, sent nowhere.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{
    DragEvent, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
    HtmlInputElement,
};

use super::unpack::{Failed, archive, folder, page};
use crate::brought::{MOST_FILES, TooMuch, of_folder};
use crate::dossier::{Files, MANIFEST};

/// One file with its path in the folder that was opened.
pub type Held = (String, File);

/// What was found in files.
#[derive(Default)]
pub struct Found {
    /// A dossier.
    pub dossier: Option<Files>,
    /// Layers.
    pub layers: Vec<File>,
    /// What could not be opened, by its name.
    pub refused: Option<(String, Refused)>,
}

/// Why a file could not be opened.
#[derive(Clone, Copy)]
pub enum Refused {
    /// It is none that is known here.
    Kind,
    /// It could not be unpacked.
    Damaged,
    /// More is in it than is taken in.
    TooMuch(TooMuch),
}

impl From<Failed> for Refused {
    fn from(why: Failed) -> Self {
        match why {
            Failed::Damaged => Self::Damaged,
            Failed::TooMuch(what) => Self::TooMuch(what),
        }
    }
}

/// Whether something is dragged that has files in it.
pub fn has_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

/// The files that were chosen.
pub fn chosen(input: &HtmlInputElement) -> Vec<Held> {
    let files = input.files();
    let count = files.as_ref().map_or(0, web_sys::FileList::length);
    let files = (0..count).filter_map(|at| files.as_ref()?.get(at));
    files.map(|file| (path(&file), file)).collect()
}

fn path(file: &File) -> String {
    let within = Reflect::get(file, &"webkitRelativePath".into()).ok();
    let within = within.and_then(|path| path.as_string());
    within
        .filter(|path| !path.is_empty())
        .unwrap_or_else(|| file.name())
}

/// The files that were dropped, and those of the folders that were. What is asked of the event is asked before this
/// returns: afterwards it has nothing any more. Of a whole disk no more is listed than shows that it is too much.
pub fn dropped(event: &DragEvent) -> impl Future<Output = Vec<Held>> + use<> {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    if let Some(items) = event.data_transfer().map(|data| data.items()) {
        for item in (0..items.length()).filter_map(|at| items.get(at)) {
            let entry = item.webkit_get_as_entry().ok().flatten();
            match entry.filter(FileSystemEntry::is_directory) {
                Some(folder) => folders.push(folder),
                None => files.extend(item.get_as_file().ok().flatten()),
            }
        }
    }
    async move {
        let mut held: Vec<Held> = files.into_iter().map(|file| (file.name(), file)).collect();
        while let Some(folder) = folders.pop().filter(|_| held.len() <= MOST_FILES) {
            for entry in listed(folder.unchecked_into()).await {
                if entry.is_directory() {
                    folders.push(entry);
                } else if held.len() <= MOST_FILES {
                    let path = entry.full_path().trim_start_matches('/').to_owned();
                    held.extend(
                        file_of(entry.unchecked_into())
                            .await
                            .map(|file| (path, file)),
                    );
                }
            }
        }
        held
    }
}

/// What lies in a folder. It is told in batches, the last of which is empty.
async fn listed(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let batch = called(|done| {
            let _ = reader.read_entries_with_callback(done);
        });
        let batch = batch
            .await
            .ok()
            .and_then(|batch| batch.dyn_into::<Array>().ok());
        let Some(batch) = batch.filter(|batch| batch.length() > 0) else {
            return all;
        };
        all.extend(batch.iter().map(JsCast::unchecked_into));
    }
}

async fn file_of(entry: FileSystemFileEntry) -> Option<File> {
    let file = called(|done| entry.file_with_callback(done)).await.ok()?;
    file.dyn_into().ok()
}

/// What a function calls back with.
fn called(ask: impl Fn(&Function)) -> JsFuture {
    Promise::new(&mut |done, _| ask(&done)).into()
}

/// Reads files: a folder with a manifest in it, an archive, a packed page, layers.
pub async fn read(held: Vec<Held>) -> Found {
    let is_manifest = |(path, _): &Held| path.rsplit('/').next() == Some(MANIFEST);
    let within = held.iter().find_map(|(path, _)| path.split_once('/'));
    let mut found = Found::default();
    if within.is_some() || held.iter().any(is_manifest) {
        let name = within.map_or(MANIFEST, |(folder, _)| folder).to_owned();
        found.take(name, folder(held).await);
        return found;
    }
    for (name, file) in held {
        let end = name.rsplit('.').next().unwrap_or_default();
        match &*end.to_ascii_lowercase() {
            "geojson" | "json" => found.layers.push(file),
            "zip" => found.take(name, archive(&file).await),
            "html" | "htm" => found.take(name, page(&file).await),
            _ => found.refused = Some((name, Refused::Kind)),
        }
    }
    found
}

impl Found {
    fn take(&mut self, name: String, unpacked: Result<Vec<(String, Vec<u8>)>, Failed>) {
        match unpacked {
            Ok(all) => self.dossier = Some(of_folder(all)),
            Err(why) => self.refused = Some((name, why.into())),
        }
    }
}
