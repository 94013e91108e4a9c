//! Files of the reader's device: chosen or dropped, unpacked here, sent nowhere.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{
    Blob, DragEvent, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
    HtmlInputElement, ReadableWritablePair, Response,
};

use crate::brought::{Packing, entries, of_folder, parts};
use crate::dossier::{Files, MANIFEST};

/// No more files of a folder are looked at: who drops their whole disk did not mean it.
const MOST: usize = 5000;

/// One file with its path in the folder that was opened.
pub type Held = (String, File);

/// What was found in files.
#[derive(Default)]
pub struct Found {
    /// A dossier.
    pub dossier: Option<Files>,
    /// Layers.
    pub layers: Vec<File>,
    /// What could not be opened.
    pub trouble: Option<Trouble>,
}

/// Why a file could not be opened.
#[derive(Clone)]
pub enum Trouble {
    /// It is none that is known here.
    Kind(String),
    /// It could not be unpacked.
    Packed(String),
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
/// returns: afterwards it has nothing any more.
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
        while let Some(folder) = folders.pop() {
            for entry in listed(folder.unchecked_into()).await {
                if entry.is_directory() {
                    folders.push(entry);
                } else if held.len() < MOST {
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
    let is_folder = held.iter().any(|(path, _)| path.contains('/'));
    if is_folder || held.iter().any(is_manifest) {
        return Found {
            dossier: Some(folder(held).await),
            ..Found::default()
        };
    }
    let mut found = Found::default();
    for (name, file) in held {
        let end = name
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let packed = match &*end {
            "geojson" | "json" => {
                found.layers.push(file);
                continue;
            }
            "zip" => archive(&file).await,
            "html" | "htm" => page(&file).await,
            _ => {
                found.trouble = Some(Trouble::Kind(name));
                continue;
            }
        };
        match packed {
            Some(all) => found.dossier = Some(of_folder(all)),
            None => found.trouble = Some(Trouble::Packed(name)),
        }
    }
    found
}

async fn folder(held: Vec<Held>) -> Files {
    let mut all = Vec::new();
    for (path, file) in held.into_iter().take(MOST) {
        if let Some(bytes) = bytes(&file).await {
            all.push((path, bytes));
        }
    }
    of_folder(all)
}

async fn archive(file: &File) -> Option<Vec<(String, Vec<u8>)>> {
    let archive = bytes(file).await?;
    let mut all = Vec::new();
    for entry in entries(&archive).ok()?.into_iter().take(MOST) {
        let packed = archive.get(entry.at)?;
        let bytes = match entry.packing {
            Packing::Stored => packed.to_vec(),
            Packing::Deflated => unpacked(packed, "deflate-raw").await?,
        };
        all.push((entry.name, bytes));
    }
    Some(all)
}

/// The dossier of a packed page; its program stays in it.
async fn page(file: &File) -> Option<Vec<(String, Vec<u8>)>> {
    let text = String::from_utf8(bytes(file).await?).ok()?;
    let mut all = Vec::new();
    for part in parts(&text) {
        if let Some(name) = part.name.strip_prefix("dossier/") {
            let letters = window().atob(part.text).ok()?;
            let packed: Vec<u8> = letters.chars().map(|letter| letter as u8).collect();
            let bytes = unpacked(&packed, "deflate").await?;
            all.push((name.to_owned(), bytes));
        }
    }
    (!all.is_empty()).then_some(all)
}

/// The bytes of a file on the device.
async fn bytes(file: &Blob) -> Option<Vec<u8>> {
    whole(file.array_buffer()).await
}

async fn unpacked(packed: &[u8], how: &str) -> Option<Vec<u8>> {
    let packed = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(packed))).ok()?;
    // Not every browser has it.
    let way: Function = Reflect::get(&window(), &"DecompressionStream".into())
        .and_then(JsCast::dyn_into)
        .ok()?;
    let way = Reflect::construct(&way, &Array::of1(&how.into())).ok()?;
    let way: ReadableWritablePair = way.unchecked_into();
    let unpacked = packed.stream().pipe_through(&way);
    let all = Response::new_with_opt_readable_stream(Some(&unpacked)).ok()?;
    whole(all.array_buffer().ok()?).await
}

async fn whole(coming: Promise) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(coming).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
