//! The page as one file, made by the command as an author makes it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::io::Read;
use std::path::{Path, PathBuf};

use clausemap::pack::sha256;
use support::{Folder, Said, in_repository, read_folder, run, write_folder};

const EXPORT: &str = "export { initSync, __wbg_init as default };";

/// A folder of this name for a test to write in.
fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("pack")
        .join(name)
}

/// A built page of stand-ins, with a real dossier.
fn page(name: &str) -> PathBuf {
    let mut files = Folder::new();
    let index = "<script src=\"look.js\"></script><script src=\"frame.js\"></script>\
        <link rel=\"stylesheet\" href=\"./style.css\">\
        <script type=\"module\" src=\"./boot.js\" data-js=\"./app.js\" data-wasm=\"./app.wasm\"></script>";
    for (file, text) in [
        ("index.html", index),
        ("app.js", EXPORT),
        ("app.wasm", "\0asm"),
        ("style.css", "p { color: red }"),
        ("look.js", "look()"),
        ("frame.js", "frame()"),
        ("overlay-start.js", "start()"),
        ("made.js", "export const made = 1;"),
        ("boot.js", "import { made } from \"./made.js\";\nboot()"),
        ("icon.svg", "<svg/>"),
        ("clausemap-overlay.js", "overlay()"),
        ("clausemap-overlay_bg.wasm", "\0asm"),
    ] {
        files.insert(file.to_owned(), text.as_bytes().to_vec());
    }
    for (file, bytes) in read_folder(&in_repository("tests/broken/base")) {
        files.insert(format!("dossier/{file}"), bytes);
    }
    let folder = scratch(name);
    write_folder(&folder, &files);
    folder
}

fn pack(page: &Path, out: &str, more: &[&str]) -> (Said, Folder) {
    let out = page.join(out);
    let (page, out) = (page.to_str().unwrap(), out.to_str().unwrap());
    let asked = [&["pack", "--page", page, "--out", out], more].concat();
    let said = run(&in_repository("."), &asked);
    let made = if said.code == 0 {
        read_folder(Path::new(out))
    } else {
        Folder::new()
    };
    (said, made)
}

/// The one file of this kind.
fn only<'a>(made: &'a Folder, kind: &str) -> (&'a str, &'a [u8]) {
    let mut found = made.iter().filter(|(name, _)| name.ends_with(kind));
    let (name, bytes) = found.next().unwrap();
    assert!(found.next().is_none(), "{:?}", made.keys());
    (name, bytes)
}

#[test]
fn packing_twice_gives_the_same_bytes() {
    let page = page("twice");
    let (said, first) = pack(&page, "out-1", &["--zip"]);
    assert_eq!(said.code, 0, "{said:?}");
    let (_, second) = pack(&page, "out-2", &["--zip"]);
    let names: Vec<_> = first.keys().collect();
    assert_eq!(names.len(), 3, "{names:?}");
    // The folder is packed as it is: the second time the first file lies in it.
    let (html, bytes) = only(&first, ".html");
    assert_eq!(second[html], bytes);
    let (_, third) = pack(&self::page("twice-again"), "../elsewhere", &["--zip"]);
    assert!(first == third, "{:?} {:?}", first.keys(), third.keys());
}

#[test]
fn the_listing_holds_the_hashes_of_the_files() {
    let (_, made) = pack(&page("sums"), "../sums-out", &["--zip"]);
    let listing = String::from_utf8(made["SHA256SUMS"].clone()).unwrap();
    let mut listed = 0;
    for line in listing.lines() {
        let (hash, name) = line.split_once("  ").unwrap();
        assert_eq!(sha256(&made[name]), hash, "{name}");
        listed += 1;
    }
    assert_eq!(listed, 2, "{listing}");
}

#[test]
fn the_foot_says_version_day_and_a_hash_that_can_be_checked() {
    let (_, made) = pack(&page("foot"), "../foot-out", &[]);
    let (name, bytes) = only(&made, ".html");
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let (_, foot) = text.split_once("<footer").unwrap();
    let (foot, _) = foot.split_once("</footer>").unwrap();
    let day = name.trim_end_matches(".html").rsplit('-').next().unwrap();
    let year = name
        .split('-')
        .find(|part| part.len() == 4 && part.parse::<u16>().is_ok());
    assert!(foot.contains(env!("CARGO_PKG_VERSION")), "{foot}");
    assert!(
        foot.contains(year.unwrap()) && foot.contains(day.trim_start_matches('0')),
        "{foot}"
    );
    let hash = foot
        .split("<code>")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap();
    assert_eq!(hash.len(), 64);
    let without = text.replace(hash, &"0".repeat(64));
    assert_eq!(sha256(without.as_bytes()), hash);
}

#[test]
fn the_folder_to_carry_is_the_folder_as_it_is() {
    let page = page("zip");
    let (_, made) = pack(&page, "../zip-out", &["--zip"]);
    let (name, bytes) = only(&made, ".zip");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut found = Folder::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let root = format!("{}/", name.trim_end_matches(".zip"));
        let inside = file.name().unwrap().strip_prefix(&root).unwrap().to_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        found.insert(inside, bytes);
    }
    assert!(found == read_folder(&page), "{:?}", found.keys());
}

#[test]
fn nothing_in_it_leads_to_a_file_beside_it() {
    for lang in ["en", "uk", "ru"] {
        let (said, made) = pack(&page(lang), &format!("../{lang}-out"), &["--lang", lang]);
        assert_eq!(said.code, 0, "{said:?}");
        let (name, bytes) = only(&made, ".html");
        assert_eq!(
            lang != "en",
            name.ends_with(&format!(".{lang}.html")),
            "{name}"
        );
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        assert!(!text.contains(" src=\""), "{lang}");
        for part in text.split(" href=\"").skip(1) {
            let to = part.split('"').next().unwrap();
            let stays = ["#", "https://", "http://", "data:"];
            assert!(stays.iter().any(|one| to.starts_with(one)), "{lang}: {to}");
        }
    }
}

#[test]
fn what_cannot_be_packed_is_told_and_nothing_is_written() {
    let page = page("wrong");
    std::fs::write(page.join("made.js"), "'</script>'").unwrap();
    let (said, _) = pack(&page, "../wrong-out", &[]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("cannot stand inside a page"),
        "{}",
        said.err
    );
    assert!(!scratch("wrong-out").exists());
    let (said, _) = pack(&page, "../wrong-out", &["--lang", "de"]);
    assert!(
        said.code == 1 && said.err.contains("there is en, uk, ru"),
        "{}",
        said.err
    );
    let (said, _) = pack(&page, "../wrong-out", &["--dossier", "nowhere"]);
    assert!(
        said.code == 1 && said.err.contains("nowhere"),
        "{}",
        said.err
    );
}
