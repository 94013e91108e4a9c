//! The page as one file: the page that is made beforehand, style, program, the worker for large layers, dossier and
//! geometry, opened from a disk, in a sandbox or from any server. It asks nobody for anything.
//!
//! What is packed lies in `<script>` elements that no browser runs, by zlib and in base64: of no words in it can
//! markup be made. What runs is named by its hash in the file's own security policy, and nothing else may run.
//! The same input gives the same bytes.

mod built;
mod folder;
mod listing;

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};

pub use built::{Built, Misfit};
pub use folder::folder_as_zip;
pub use listing::listed;

use crate::dossier::{Files, Manifest, When};
use crate::paint::html::{Element, el};
use crate::statics::Statics;
use crate::words::{ALL, Words};

/// Unpacks it all.
const UNPACK: &str = include_str!("unpack.js");
/// Looks for what only a packed file has.
const FOOT: &str = include_str!("foot.css");

/// What stands in the file in place of its hash while that is taken.
const NO_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A packed file.
#[derive(Debug, Clone)]
pub struct Packed {
    /// The file.
    pub text: String,
    /// What its foot says: the SHA-256 of the file with 64 zeros wherever the hash itself stands.
    pub sha256: String,
}

/// Packs a built page with a dossier.
///
/// `statics` is the page that is made beforehand, of the same dossier.
///
/// # Errors
/// When a script or a style of the built page cannot stand inside a page.
pub fn pack(built: &Built, statics: &Statics<'_>, files: &Files) -> Result<Packed, Misfit> {
    let words = statics.words;
    let manifest = &statics.reader.dossier.manifest;
    let glue = built.glue()?;
    let (start, boot) = (&*built.start, &*built.boot);
    let runs = [&*built.look, &*built.frame, UNPACK, &*glue, start, boot];
    let style = format!("{}\n{FOOT}", built.style);
    for text in runs.into_iter().chain([&*style]) {
        if ["</script", "</style", "<!--"]
            .iter()
            .any(|end| text.to_ascii_lowercase().contains(end))
        {
            return Err(Misfit::Ends);
        }
    }
    let [look, frame, unpack, glue, start, boot] = runs;
    let mut text = String::from("<!doctype html>\n");
    text += &opening(words);
    text += "<head>\n<meta charset=\"utf-8\">\n";
    text += &head(statics, &policy(&runs, &style));
    text += &raw("style", "", &style);
    for script in [look, frame, unpack] {
        text += &raw("script", "", script);
    }
    text += &icon(&built.icon);
    text += "</head>\n<body>\n";
    text += &statics.page().without(leads_beside).to_markup();
    text += &foot(manifest).to_markup();
    text.push('\n');
    for (name, bytes) in built.parts().into_iter().chain(of_dossier(files)) {
        text += &island(&name, bytes);
    }
    for script in [glue, start] {
        text += &raw("script", " type=\"module\"", script);
    }
    text += &raw("script", " type=\"module\" data-wasm", boot);
    text += "</body>\n</html>\n";
    let sha256 = hex(&Sha256::digest(text.as_bytes()));
    Ok(Packed {
        text: text.replacen(&code(NO_HASH), &code(&sha256), 1),
        sha256,
    })
}

/// The name of the file: of which dossier, of which day, and in which language its page is, if not in the first.
pub fn name(dossier: &str, manifest: &Manifest, words: &Words) -> String {
    let of = stem(dossier, manifest);
    match words.lang {
        "en" => format!("{of}.html"),
        lang => format!("{of}.{lang}.html"),
    }
}

/// The same without what tells the form of the file.
pub fn stem(dossier: &str, manifest: &Manifest) -> String {
    format!("clausemap-{dossier}-{}", manifest.as_of)
}

/// A dossier's name for a file's name, made of its short title; `None` where that has no plain letters.
pub fn slug(title: &str) -> Option<String> {
    let parts = title.split(|c: char| !c.is_ascii_alphanumeric());
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("-").to_ascii_lowercase())
}

/// The SHA-256 of bytes as one writes it.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// An element whose text is no markup to a browser: it has been looked through.
fn raw(tag: &str, attributes: &str, text: &str) -> String {
    format!("<{tag}{attributes}>{text}</{tag}>\n")
}

fn opening(words: &Words) -> String {
    match words.lang {
        "en" => "<html lang=\"en\" data-app=\"loading\">\n".to_owned(),
        // The program speaks the language of the page that it was opened in.
        lang => format!("<html lang=\"{lang}\" data-lang=\"{lang}\" data-app=\"loading\">\n"),
    }
}

fn head(statics: &Statics<'_>, policy: &str) -> String {
    let meta = |name: &str, content: &str| el("meta").attr("name", name).attr("content", content);
    let policy = el("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr("content", policy);
    let (title, description) = (statics.title(), statics.description());
    let all = [
        policy,
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("referrer", "no-referrer"),
        meta("color-scheme", "light dark"),
        meta("description", &description),
        el("title").with(title),
    ];
    all.iter().map(|one| one.to_markup() + "\n").collect()
}

/// Only these scripts and this style; requests go to the layers that an address names, and nowhere else.
fn policy(scripts: &[&str], style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let scripts: Vec<_> = scripts.iter().map(|text| hash(text)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; \
         connect-src 'self' https:; worker-src blob:; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        hash(style)
    )
}

fn icon(svg: &[u8]) -> String {
    let data = format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg));
    let link = el("link").attr("rel", "icon").attr("href", data);
    link.to_markup() + "\n"
}

/// Whether something leads to a file beside the page, which here is none.
fn leads_beside(element: &Element) -> bool {
    let stays = |to: &str| {
        ["#", "http:", "https:"]
            .iter()
            .any(|one| to.starts_with(one))
    };
    element.says("href").is_some_and(|to| !stays(to))
}

/// What the file is, in each language: the style sheet shows that of the page.
fn foot(manifest: &Manifest) -> Element {
    let version = env!("CARGO_PKG_VERSION");
    let said = |words: &&Words| {
        let day = (words.when)(Some(When::Day(manifest.as_of)));
        let said = format!("{} {version} · {} {day}", words.product, words.as_of);
        el("span").attr("lang", words.lang).with(said)
    };
    let said: Vec<_> = ALL.iter().map(|words| said(&&**words)).collect();
    el("footer")
        .class("packed")
        .id("packed")
        .with(said)
        .with(" · SHA-256 ")
        .with(el("code").with(NO_HASH))
}

fn code(hash: &str) -> String {
    el("code").with(hash).to_markup()
}

fn of_dossier(files: &Files) -> Vec<(String, &[u8])> {
    let all = (0..).map_while(|index| files.get(index));
    let named = all.map(|file| (format!("dossier/{}", file.name), &*file.bytes));
    named.collect()
}

/// A part of the file, in an element that no browser runs.
fn island(name: &str, bytes: &[u8]) -> String {
    let element = el("script")
        .attr("type", "application/octet-stream")
        .attr("data-file", name)
        .with(STANDARD.encode(deflated(bytes)));
    element.to_markup() + "\n"
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut into = ZlibEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail.
    let _ = into.write_all(bytes);
    into.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dossier_is_named_after_its_title() {
        assert_eq!(
            slug("Ukraine peace plan").as_deref(),
            Some("ukraine-peace-plan")
        );
        assert_eq!(slug("  Minsk II / 2015"), Some("minsk-ii-2015".to_owned()));
        assert_eq!(slug("Мирний план"), None);
    }

    #[test]
    fn what_leads_beside_the_page_is_left_out() {
        let link = |to: &str| el("a").attr("href", to).with("x");
        let page = el("p")
            .with(link("#region=a"))
            .with(link("index.uk.html"))
            .with(el("b").with(link("https://example.org")).with(link("r/a")));
        let all = "<p><a href=\"#region=a\">x</a><b><a href=\"https://example.org\">x</a></b></p>";
        assert_eq!(page.without(leads_beside).to_markup(), all);
    }

    #[test]
    fn packing_can_be_undone() {
        let bytes = "</script><!--".repeat(50).into_bytes();
        let island = island("a\"b", &bytes);
        assert_eq!(island.matches('<').count(), 2, "{island}");
        let text = island.split(['>', '<']).nth(2).unwrap();
        let packed = STANDARD.decode(text).unwrap();
        let mut back = Vec::new();
        std::io::copy(&mut flate2::read::ZlibDecoder::new(&*packed), &mut back).unwrap();
        assert_eq!(back, bytes);
    }
}
