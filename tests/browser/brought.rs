//! Another dossier than the page's own, from the reader's device: dropped or chosen, as a folder, an archive, a packed
//! page. (By its address: `brought_at.rs`.)

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::harness::{visit, visit_site};
use super::packed;
use super::page::Page;
use super::site::{self, Site};

pub type Folder = BTreeMap<String, Vec<u8>>;

fn broken() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

fn read_folder(folder: &Path) -> Folder {
    let mut found = Folder::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        for entry in std::fs::read_dir(&here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap();
                let bytes = std::fs::read(&path).unwrap();
                found.insert(name.to_str().unwrap().to_owned(), bytes);
            }
        }
    }
    found
}

/// A broken dossier laid over the base, and what the command line says of it.
pub fn case(name: &str) -> (Folder, Vec<String>) {
    let mut files = read_folder(&broken().join("base"));
    let mut own = read_folder(&broken().join(name));
    let expected = String::from_utf8(own.remove("expected.txt").unwrap()).unwrap();
    for gone in own
        .remove("without.txt")
        .unwrap_or_default()
        .split(|b| *b == b'\n')
    {
        files.remove(std::str::from_utf8(gone).unwrap());
    }
    files.extend(own);
    let lines = expected.lines().skip(1);
    let lines = lines.filter(|line| !line.starts_with("errors: ") && !line.starts_with("exit "));
    (files, lines.map(str::to_owned).collect())
}

/// The same as a folder on the disk.
fn on_disk(name: &str) -> (PathBuf, Vec<String>) {
    let (files, expected) = case(name);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("brought")
        .join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for (name, bytes) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    (folder, expected)
}

fn zipped(files: &Folder, under: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let path = format!("{under}{name}");
        writer
            .start_file(path, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut all, byte| {
        let _ = write!(all, "{byte:02x}");
        all
    })
}

const DROP: &str = "const [name, hex] = arguments; \
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (two) => parseInt(two, 16)); \
    const data = new DataTransfer(); data.items.add(new File([bytes], name)); \
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";

/// Drops a file on the page.
async fn drop_file(page: &Page, name: &str, bytes: &[u8]) {
    let _: Value = page.run(DROP, json!([name, hex(bytes)])).await;
}

/// The same with a dossier; waits until it is shown, or cannot be.
async fn drop_dossier(page: &Page, name: &str, bytes: &[u8]) {
    let _: Value = page
        .run("document.documentElement.dataset.app = 'before'", json!([]))
        .await;
    drop_file(page, name, bytes).await;
    let settled = "return ['ready', 'failed'].includes(document.documentElement.dataset.app)";
    page.wait_for(&format!("{name} to be opened"), settled, json!([]))
        .await;
}

pub async fn findings(page: &Page) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('.findings li')].map((one) => one.textContent)";
    page.run(script, json!([])).await
}

pub async fn assert_not_blank(page: &Page, name: &str) {
    let script = "return document.body.innerText.trim().length > 60 \
        && !!document.querySelector('#app > .state[role=alert] h1, #app [data-pane] h1')";
    let shown: bool = page.run(script, json!([])).await;
    assert!(shown, "{name} leaves the page blank");
}

#[tokio::test]
async fn each_broken_dossier_is_told_of_as_on_the_command_line_and_none_leaves_the_page_blank() {
    let page = visit().await;
    page.open("").await;
    let mut names: Vec<String> = std::fs::read_dir(broken())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "base")
        .collect();
    names.sort();
    assert!(names.len() > 80);
    for name in names {
        let (files, expected) = case(&name);
        drop_dossier(
            &page,
            &format!("{name}.zip"),
            &zipped(&files, &format!("{name}/")),
        )
        .await;
        let told = findings(&page).await;
        if name == "no-manifest" {
            // The command line names the folder, which nothing here has.
            assert!(told[0].contains("there is no dossier.json"), "{told:#?}");
        } else {
            assert_eq!(told, expected, "{name}");
        }
        assert_not_blank(&page, &name).await;
        let from = page.words("[data-brought-from] b").await;
        assert_eq!(from, "Dossier from your device");
    }
    // And back to the page's own.
    page.click("[data-brought-from] a").await;
    page.wait_for(
        "the page's own dossier",
        "return document.documentElement.dataset.app === 'ready' && !document.querySelector('.brought')",
        json!([]),
    )
    .await;
}

#[tokio::test]
async fn a_layer_that_is_dropped_comes_to_lie_on_the_map() {
    let page = visit().await;
    page.open("#region=donetsk").await;
    let layer = json!({
        "type": "FeatureCollection", "name": "Drawn by hand", "features": [{
            "type": "Feature", "properties": { "name": "here" },
            "geometry": { "type": "LineString", "coordinates": [[36.0, 48.0], [38.0, 48.5]] },
        }],
    });
    drop_file(&page, "mine.geojson", layer.to_string().as_bytes()).await;
    let read = "return document.querySelector('.layers [data-layer=read]')?.innerText.includes('Drawn by hand') ?? false";
    page.wait_for("the layer", read, json!([])).await;
    assert_eq!(page.subject().await, "region:donetsk");
    drop_file(&page, "photo.png", b"x").await;
    let told = "return document.querySelector('.brought[role=alert]')?.innerText.includes('photo.png') ?? false";
    page.wait_for("what is wrong with it", told, json!([]))
        .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_folder_is_opened_by_the_button_in_the_panel() {
    let page = visit().await;
    page.open("").await;
    page.click(".share-button").await;
    let there = "return !!document.querySelector('dialog.share [data-opens=folder]')";
    page.wait_for("the buttons", there, json!([])).await;
    let (folder, expected) = on_disk("long-quote");
    let _: Value = page
        .run("document.documentElement.dataset.app = 'before'", json!([]))
        .await;
    let input = thirtyfour::By::Css("[data-opens=folder]");
    let input = page.chromium.driver.find(input).await.unwrap();
    input.send_keys(folder.to_str().unwrap()).await.unwrap();
    page.wait_for_state("ready").await;
    assert_eq!(findings(&page).await, expected);
    assert_eq!(page.count("dialog.share[open]").await, 0);
}

/// Drops what lies on this machine: by the browser itself, as a hand would.
async fn drop_path(page: &Page, path: &Path) {
    for kind in ["dragEnter", "dragOver", "drop"] {
        let data = json!({ "items": [], "files": [path], "dragOperationsMask": 1 });
        let event = json!({ "type": kind, "x": 300, "y": 300, "data": data });
        page.chromium
            .devtools("Input.dispatchDragEvent", event)
            .await;
        if kind == "dragOver" {
            let told = "return document.querySelector('.drop-here')?.innerText.includes('Drop it') ?? false";
            page.wait_for("what a drop would do", told, json!([])).await;
        }
    }
    let gone = "return !document.querySelector('.drop-here')";
    page.wait_for("nothing held", gone, json!([])).await;
}

async fn wait_for_title(page: &Page, title: &str) {
    let script = "return document.documentElement.dataset.app === 'ready' && !!document.querySelector('[data-brought-from]') \
        && document.querySelector('.bar .dossier.wide').textContent === arguments[0]";
    page.wait_for("the dossier", script, json!([title])).await;
}

/// The title of the dossier that the page is built with.
fn shipped_title() -> String {
    let manifest: Value = serde_json::from_str(&site::read("dossier/dossier.json")).unwrap();
    manifest["title"]["en"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_folder_is_dropped_with_all_that_is_in_it() {
    let page = visit().await;
    page.open("#region=donetsk").await;
    let (folder, expected) = on_disk("unused-feature");
    drop_path(&page, &folder).await;
    page.wait_for(
        "the findings",
        "return !!document.querySelector('.findings')",
        json!([]),
    )
    .await;
    page.wait_for_state("ready").await;
    assert_eq!(findings(&page).await, expected);
    // The place in the address was none of this dossier.
    assert_eq!(page.subject().await, "overview");
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_projects_own_files_can_be_brought_to_another_page() {
    let file = packed::shipped();
    let folder = file.parent().unwrap();
    // The page at hand has another dossier, and is told that it lacks one of its files.
    let site = Site::start();
    for (name, bytes) in case("unused-feature").0 {
        site.replace(&format!("dossier/{name}"), bytes);
    }
    let page = visit_site(site).await;
    page.open("").await;
    page.wait_for_rest().await;
    let before = page.site.asked().len();
    drop_path(&page, file).await;
    wait_for_title(&page, &shipped_title()).await;
    assert!(findings(&page).await.is_empty());
    // It came with its full outlines: nobody is asked for anything, nor when a reader comes close.
    page.click(".over.zoom button").await;
    page.click(".over.zoom button").await;
    page.wait_for_rest().await;
    let detail = page.attributes(".canvas", "data-detail").await;
    assert_eq!(detail, ["full"]);
    assert_eq!(page.site.asked().split_off(before), [""; 0]);
    // The whole built folder, as the `.zip` that is made of it.
    let archive = folder.join("site.zip");
    let files = read_folder(&site::folder());
    let files = files
        .into_iter()
        .filter(|(name, _)| name.starts_with("dossier/") || name.ends_with(".html"));
    std::fs::write(&archive, zipped(&files.collect(), "clausemap/")).unwrap();
    let _: Value = page
        .run("document.documentElement.dataset.app = 'before'", json!([]))
        .await;
    drop_path(&page, &archive).await;
    wait_for_title(&page, &shipped_title()).await;
    assert!(findings(&page).await.is_empty());
    page.assert_quiet().await;
}

/// A short archive with a long file in it.
fn a_long_one() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    writer.start_file("dossier.json", options).unwrap();
    let mut spaces = std::io::repeat(b' ').take(257 << 20);
    std::io::copy(&mut spaces, &mut writer).unwrap();
    writer.finish().unwrap().into_inner()
}

/// An archive of many files with nothing in them.
fn one_of_many() -> Vec<u8> {
    let files = (0..2001).map(|number| (format!("{number}.json"), Vec::new()));
    zipped(&files.collect(), "")
}

#[tokio::test]
async fn what_unpacks_to_more_than_a_page_holds_is_refused_and_the_page_stays() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bombs");
    std::fs::create_dir_all(&folder).unwrap();
    let page = visit().await;
    page.open("#region=donetsk").await;
    for (name, archive, told) in [
        ("long.zip", a_long_one(), "more than 256 MB"),
        ("many.zip", one_of_many(), "more than 2000 files"),
    ] {
        assert!(archive.len() < 1 << 20, "{name}: {}", archive.len());
        std::fs::write(folder.join(name), archive).unwrap();
        drop_path(&page, &folder.join(name)).await;
        let said = "return document.querySelector('.brought[role=alert]')?.innerText.includes(arguments[0]) ?? false";
        page.wait_for(told, said, json!([told])).await;
        assert_eq!(page.subject().await, "region:donetsk");
    }
    std::fs::write(folder.join("torn.zip"), b"PK\x05\x06").unwrap();
    drop_path(&page, &folder.join("torn.zip")).await;
    let said = "return document.querySelector('.brought[role=alert]')?.innerText.includes('could not be unpacked') ?? false";
    page.wait_for("what is wrong", said, json!([])).await;
    page.click(".brought[role=alert] button").await;
    assert_eq!(page.count(".brought").await, 0);
    page.assert_quiet().await;
}
