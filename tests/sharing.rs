//! The pages, tags and descriptions for links that are shared, made as the build makes them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use clausemap::dossier::RegionId;
use clausemap::load::{Loaded, load};
use clausemap::posters::{self, Shape};
use clausemap::reading::Reader;
use clausemap::route::{Route, Subject};
use clausemap::sharing::{oembed_file, page_file};
use clausemap::words::ALL;
use serde_json::Value;
use support::{Folder, as_files, in_repository, read_folder, run, write_folder};

const BASE: &str = "https://maps.example/plan/";

/// A document as the build leaves it, shortened.
const BUILT: &str = "<!doctype html>\n<html lang=\"en\" data-app=\"loading\">\n<head>\n\
    <meta name=\"description\" content=\"Clausemap\" />\n<title>Clausemap</title>\n\
    <script src=\"look.js\"></script>\n<link rel=\"icon\" href=\"icon.svg\" />\n\
    <link rel=\"stylesheet\" href=\"./a.css\"/>\n\
    <script type=\"module\" src=\"./boot.js\" data-js=\"./c.js\" data-wasm=\"./c.wasm\"></script>\n\
    </head>\n  <body>\n    <div id=\"static\"></div>\n  </body>\n</html>\n";

/// A built page with this dossier, its first page and empty pictures in it.
fn built(name: &str, dossier: Folder) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("sharing")
        .join(name);
    let mut files = Folder::new();
    for place in places(&dossier).iter().map(Some).chain([None]) {
        for words in ALL {
            files.insert(posters::file(place, Shape::Card, words), Vec::new());
        }
    }
    for (name, bytes) in dossier {
        files.insert(format!("dossier/{name}"), bytes);
    }
    files.insert("index.html".to_owned(), BUILT.into());
    for beside in ["a.css", "look.js", "icon.svg", "boot.js", "c.js", "c.wasm"] {
        files.insert(beside.to_owned(), Vec::new());
    }
    write_folder(&folder, &files);
    assert_eq!(run(&folder, &["render", "."]).code, 0);
    folder
}

fn shipped() -> Folder {
    read_folder(&in_repository("public/dossier"))
}

fn loaded(dossier: &Folder) -> Loaded {
    load(&as_files(dossier)).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn places(dossier: &Folder) -> Vec<RegionId> {
    let loaded = loaded(dossier);
    let reader = Reader {
        dossier: &loaded.dossier,
        coverage: &loaded.coverage,
        langs: &[],
        translation: None,
    };
    posters::places(&reader, &loaded.atlas)
}

/// Runs the command as the build does; what it says, on both streams.
fn share(folder: &Path, base: Option<&str>) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clausemap"));
    command.args(["share", "."]).current_dir(folder);
    match base {
        Some(base) => command.env("CLAUSEMAP_BASE", base),
        None => command.env_remove("CLAUSEMAP_BASE"),
    };
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (
        output.status.code().unwrap(),
        String::from_utf8(said).unwrap(),
    )
}

/// A page of the folder, read as far as a network reads it.
struct Head {
    text: String,
    tags: Vec<(String, BTreeMap<String, String>)>,
}

impl Head {
    fn read(folder: &Path, name: &str) -> Self {
        let text =
            std::fs::read_to_string(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        let (head, _) = text.split_once("</head>").unwrap();
        let tags = head.split('<').skip(1).map(tag).collect();
        Self { text, tags }
    }

    /// What all tags say that have an attribute of this value.
    fn all(&self, name: &str, value: &str, says: &str) -> Vec<&str> {
        let found = self
            .tags
            .iter()
            .filter(|(_, tag)| tag.get(name).is_some_and(|own| own == value));
        found
            .filter_map(|(_, tag)| tag.get(says))
            .map(String::as_str)
            .collect()
    }

    /// What the one tag says of a property; `None`: there is none.
    fn open(&self, property: &str) -> Option<&str> {
        one(&self.all("property", property, "content"), property)
    }

    fn named(&self, name: &str) -> Option<&str> {
        one(&self.all("name", name, "content"), name)
    }

    fn link(&self, name: &str, value: &str) -> Option<&str> {
        one(&self.all(name, value, "href"), value)
    }
}

fn one<'a>(found: &[&'a str], what: &str) -> Option<&'a str> {
    assert!(found.len() < 2, "{what} is said {} times", found.len());
    found.first().copied()
}

fn tag(text: &str) -> (String, BTreeMap<String, String>) {
    let (name, mut rest) = text.split_once([' ', '>']).unwrap_or((text, ""));
    let mut said = BTreeMap::new();
    while let Some((name, more)) = rest.split_once("=\"") {
        let (value, more) = more.split_once('"').unwrap();
        let name = name.rsplit([' ', '\n']).next().unwrap();
        said.insert(name.to_owned(), plain(value));
        rest = more;
    }
    (name.to_owned(), said)
}

fn plain(written: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    signs.iter().fold(written.to_owned(), |text, (old, new)| {
        text.replace(old, new)
    })
}

#[test]
fn a_link_to_a_place_shows_its_picture_its_words_and_its_frame_in_every_language() {
    let folder = built("whole", shipped());
    let (code, said) = share(&folder, Some(BASE));
    let places = places(&shipped());
    let pages = places.len() * ALL.len();
    assert_eq!(code, 0, "{said}");
    let told = format!(
        "r: {pages} pages; {} descriptions (oEmbed)\n",
        pages + ALL.len()
    );
    assert_eq!(said, told);
    let exists = |address: &str| {
        let file = address
            .strip_prefix(BASE)
            .unwrap_or_else(|| panic!("{address}"));
        let file = if file.is_empty() { "index.html" } else { file };
        assert!(folder.join(file).is_file(), "{address}");
    };
    for place in places.iter().map(Some).chain([None]) {
        for words in ALL {
            let name = page_file(place, words);
            let head = Head::read(&folder, &name);
            let url = head.open("og:url").unwrap();
            assert_eq!(
                url,
                format!("{BASE}{}", name.trim_start_matches("index.html"))
            );
            assert_eq!(head.link("rel", "canonical"), Some(url));
            let picture = head.open("og:image").unwrap();
            for address in [url, picture] {
                exists(address);
            }
            assert_eq!(head.named("twitter:image"), Some(picture));
            assert_eq!(head.named("twitter:card"), Some("summary_large_image"));
            let size =
                ["width", "height"].map(|side| head.open(&format!("og:image:{side}")).unwrap());
            assert_eq!(size, ["1200", "630"]);
            assert!(head.open("og:image:alt").unwrap().len() > 60);
            assert_eq!(head.open("og:image:alt"), head.named("twitter:image:alt"));
            let title = head.open("og:title").unwrap();
            assert_eq!(head.named("twitter:title"), Some(title));
            let summary = head.open("og:description").unwrap();
            assert_eq!(head.named("twitter:description"), Some(summary));
            assert!(summary.contains("2026") && title.len() > 10);
            assert!(head.open("og:locale").unwrap().starts_with(words.lang));
            assert_eq!(
                head.all("property", "og:locale:alternate", "content").len(),
                2
            );
            let described = head.link("type", "application/json+oembed").unwrap();
            assert_eq!(described, format!("{BASE}{}", oembed_file(place, words)));
            assert_frame(&folder, place, words.lang, title, picture, described);
        }
    }
}

/// The description of a page has what it must have, and a frame that shows the place.
fn assert_frame(
    folder: &Path,
    place: Option<&RegionId>,
    lang: &str,
    title: &str,
    picture: &str,
    described: &str,
) {
    let text = std::fs::read(folder.join(&described[BASE.len()..])).unwrap();
    let told: Value = serde_json::from_slice(&text).unwrap();
    for (name, value) in [
        ("version", "1.0"),
        ("type", "rich"),
        ("title", title),
        ("thumbnail_url", picture),
        ("provider_url", BASE),
    ] {
        assert_eq!(told[name], value, "{described}");
    }
    for side in ["width", "height", "thumbnail_width", "thumbnail_height"] {
        assert!(
            told[side].as_u64().is_some_and(|side| side >= 200),
            "{side}"
        );
    }
    let html = format!("<p>{}</p>", told["html"].as_str().unwrap());
    let html = roxmltree::Document::parse(&html).unwrap();
    let of = |tag: &str| {
        html.descendants()
            .find(|node| node.has_tag_name(tag))
            .unwrap()
    };
    let frame = of("iframe");
    assert_eq!(frame.attribute("title"), Some(title));
    assert_eq!(frame.attribute("width"), Some("100%"));
    let address = frame.attribute("src").unwrap();
    assert!(
        address.starts_with(BASE) && address.ends_with(&format!("lang={lang}")),
        "{address}"
    );
    let wanted = place.map_or(Subject::Overview, |id| Subject::Region(id.clone()));
    assert_eq!(Route::of_address(address).subject, wanted);
    assert_eq!(of("a").attribute("href"), Some(address));
    assert!(
        of("a")
            .ancestors()
            .any(|node| node.has_tag_name("blockquote"))
    );
}

#[test]
fn a_place_s_page_is_read_by_itself_and_all_its_links_lead_somewhere() {
    let folder = built("read", shipped());
    assert_eq!(share(&folder, None).0, 0);
    for words in ALL {
        let whole = std::fs::read_to_string(folder.join(page_file(None, words))).unwrap();
        let names = whole.split(" id=\"").skip(1);
        let names: BTreeSet<&str> = names.filter_map(|rest| rest.split('"').next()).collect();
        for place in places(&shipped()) {
            let name = page_file(Some(&place), words);
            let page = Head::read(&folder, &name).text;
            // What a drawing takes from itself is no link.
            let links = page
                .split("<use ")
                .filter_map(|part| part.split_once('>').map(|(_, rest)| rest));
            let links: String = page.split("<use ").take(1).chain(links).collect();
            let found = links.split([' ', '\n']).filter_map(|part| {
                let found = part
                    .strip_prefix("href=\"")
                    .or(part.strip_prefix("src=\""))?;
                found.split('"').next()
            });
            let (mut files, mut sections) = (0, 0);
            for address in found.filter(|address| !address.starts_with("https://")) {
                let (file, section) = address.split_once('#').unwrap_or((address, ""));
                assert!(folder.join("r").join(file).is_file(), "{name}: {address}");
                // What is chosen for a place beside it is for the program to show.
                let about = section.split('&').next().unwrap_or_default();
                let is_there = section.is_empty() || names.contains(about);
                assert!(is_there, "{name}: {address}");
                files += 1;
                sections += usize::from(!section.is_empty());
            }
            assert!(
                files > 10 && sections > 7,
                "{name}: {files} files, {sections} sections"
            );
            assert!(page.contains(&format!("data-opens=\"#region={place}\"")));
            assert!(page.contains(&format!("<main class=\"made\" id=\"region={place}\">")));
            // A map for each kind of window, with the place outlined on it, and outlines of its own.
            assert_eq!(page.matches(" class=\"map made-").count(), 3, "{name}");
            assert_eq!(page.matches("class=\"selected\"").count(), 3, "{name}");
            assert!(page.contains("<use class=\"coast\" href=\"#"));
            assert_eq!(page.matches("<h1>").count(), 1, "{name}");
            assert!(page.contains("<noscript><p class=\"made-missing\">"));
            // What runs stands in files of its own.
            assert!(!page.contains("<script>") && !page.contains(" style="));
        }
    }
}

#[test]
fn without_a_public_address_nothing_needs_one_and_it_is_told() {
    let folder = built("bare", shipped());
    assert_eq!(share(&folder, Some(BASE)).0, 0);
    let (code, said) = share(&folder, None);
    assert_eq!(code, 0, "{said}");
    for left_out in [
        "CLAUSEMAP_BASE is not set",
        "pictures of links",
        "oembed.json",
    ] {
        assert!(said.contains(left_out), "{said}");
    }
    let files = read_folder(&folder);
    let described = files.keys().find(|name| name.contains("oembed"));
    assert_eq!(described, None);
    for name in files.keys().filter(|name| page_like(name)) {
        let head = Head::read(&folder, name);
        for absent in ["og:url", "og:image", "og:image:alt"] {
            assert_eq!(head.open(absent), None, "{name}: {absent}");
        }
        assert_eq!(head.link("rel", "canonical"), None);
        assert_eq!(head.link("type", "application/json+oembed"), None);
        assert_eq!(head.named("twitter:card"), Some("summary"));
        assert!(
            head.open("og:title").is_some() && !head.text.contains(BASE),
            "{name}"
        );
    }
    let (code, said) = share(&folder, Some("maps.example"));
    assert!(
        code == 0 && said.contains("is no address: maps.example"),
        "{said}"
    );
}

fn page_like(name: &str) -> bool {
    name.starts_with("index.") || name.starts_with("r/") && name.contains(".html")
}

#[test]
fn the_same_pages_come_out_again_and_the_first_page_weighs_little_more() {
    let folder = built("again", shipped());
    let before = std::fs::read(folder.join("index.html")).unwrap();
    assert_eq!(share(&folder, Some(BASE)).0, 0);
    let once = read_folder(&folder);
    assert_eq!(share(&folder, Some(BASE)).0, 0);
    assert!(
        once == read_folder(&folder),
        "a second time gives other pages"
    );
    let [before, after] = [&before, &once["index.html"]].map(|bytes| {
        let mut packed = Vec::new();
        let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
        writer.write_all(bytes).unwrap();
        drop(writer);
        packed.len()
    });
    eprintln!("index.html: {before} bytes packed, {after} with its tags");
    assert!(after - before < 1000, "{before} {after}");
}

#[test]
fn what_an_enemy_writes_stays_words() {
    let evil = "<script>alert(1)</script>\\\" onload=\\\"alert(2)";
    let mut dossier = shipped();
    for name in ["dossier.json", "regions.json"] {
        let text = String::from_utf8(dossier[name].clone()).unwrap();
        let text = text.replace("\"en\": \"", &format!("\"en\": \"{evil}"));
        dossier.insert(name.to_owned(), text.into_bytes());
    }
    let folder = built("evil", dossier);
    assert_eq!(share(&folder, Some(BASE)).0, 0);
    let head = Head::read(&folder, "r/donetsk.html");
    assert!(
        head.open("og:title")
            .unwrap()
            .starts_with("<script>alert(1)")
    );
    for name in ["r/donetsk.html", "index.html"] {
        let text = Head::read(&folder, name).text;
        assert!(
            !text.contains("<script>alert") && !text.contains("\" onload=\""),
            "{name}"
        );
    }
    let text = std::fs::read(folder.join("r/donetsk.oembed.json")).unwrap();
    let told: Value = serde_json::from_slice(&text).unwrap();
    let html = told["html"].as_str().unwrap();
    assert!(
        !html.contains("<script") && !html.contains("\" onload=\""),
        "{html}"
    );
}

#[test]
fn what_is_not_there_is_told() {
    let folder = built("lacking", shipped());
    std::fs::remove_file(folder.join("posters/donetsk.png")).unwrap();
    let (code, said) = share(&folder, None);
    assert_eq!(code, 2);
    assert!(
        said.contains("posters/donetsk.png is not there; run `clausemap posters` first"),
        "{said}"
    );
    std::fs::write(folder.join("index.html"), "<p>").unwrap();
    let (code, said) = share(&folder, None);
    assert!(code == 2 && said.contains("build the page anew"), "{said}");
    std::fs::remove_file(folder.join("index.html")).unwrap();
    let (code, said) = share(&folder, None);
    assert!(
        code == 2 && said.contains("name the folder of the built page"),
        "{said}"
    );
}
