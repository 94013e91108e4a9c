//! Another dossier than the page's own: by its address, or from the reader's device.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::harness::{visit, visit_site};
use super::page::Page;
use super::site::Site;

type Folder = BTreeMap<String, Vec<u8>>;

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
fn case(name: &str) -> (Folder, Vec<String>) {
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

async fn findings(page: &Page) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('.findings li')].map((one) => one.textContent)";
    page.run(script, json!([])).await
}

async fn assert_not_blank(page: &Page, name: &str) {
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
async fn a_dossier_is_read_from_the_folder_that_the_address_names() {
    let site = Site::start();
    let (files, expected) = case("unused-feature");
    for (name, bytes) in files {
        site.replace(&format!("ours/{name}"), bytes);
    }
    let page = visit_site(site).await;
    let address = format!("{}?dossier=ours/", page.site.address());
    page.chromium.driver.goto(&address).await.unwrap();
    page.wait_for_state("ready").await;
    assert_eq!(findings(&page).await, expected);
    let host = page.site.origin.trim_start_matches("http://");
    let from = page.words("[data-brought-from] b").await;
    assert_eq!(from, format!("Dossier from {host}"));
    // Of the page's own nothing was asked for, and nothing is shown.
    let asked = page.site.asked();
    assert!(
        asked.iter().all(|path| !path.starts_with("dossier/")),
        "{asked:#?}"
    );
    assert_eq!(page.count("#static").await, 0);
    page.assert_quiet().await;
    page.click("[data-brought-from] a").await;
    page.wait_for(
        "the page's own dossier",
        "return document.documentElement.dataset.app === 'ready' && !document.querySelector('.brought')",
        json!([]),
    )
    .await;
}

#[tokio::test]
async fn an_address_without_a_dossier_and_one_that_is_not_opened_say_so() {
    let page = visit().await;
    for (asked, told) in [
        ("nowhere/", "nowhere/dossier.json"),
        ("http://example.org/", "is not opened"),
        ("https://a:b@example.org/", "is not opened"),
        ("javascript:alert(1)", "is not opened"),
        ("data:application/json,{}", "is not opened"),
    ] {
        let address = format!("{}?dossier={asked}", page.site.address());
        page.chromium.driver.goto(&address).await.unwrap();
        page.wait_for_state("failed").await;
        assert_not_blank(&page, asked).await;
        let said = page.words("[role='alert']").await;
        assert!(said.contains(told), "{asked}: {said}");
        assert_eq!(page.count("#static").await, 0, "{asked}");
        assert_eq!(page.count("[data-brought-from] a").await, 1, "{asked}");
    }
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
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("brought");
    let (files, expected) = case("long-quote");
    for (name, bytes) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
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
