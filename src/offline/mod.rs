//! The page without a network, once it was visited: the service worker that keeps exactly the files of this build,
//! the script that registers it, and the manifest for who puts the page on a home screen.
//!
//! The page does not depend on any of it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::dossier::Manifest;
use crate::pack::sha256;
use crate::reading::Reader;
use crate::words::{ALL, offline};

const KEEPER: &str = include_str!("sw.js");
const REGISTERS: &str = include_str!("offline.js");

/// The files that this room writes.
const OWN: [&str; 3] = ["sw.js", "offline.js", "clausemap.webmanifest"];

/// A built page.
#[derive(Clone, Copy)]
pub struct Build<'a> {
    /// Its files by name, all of them.
    pub files: &'a [(String, Vec<u8>)],
    /// Its dossier.
    pub reader: Reader<'a>,
}

/// What belongs beside a built page, by name.
pub fn beside(build: &Build<'_>) -> Vec<(&'static str, String)> {
    let [keeper, registers, manifest] = OWN;
    let made = [
        (registers, registering()),
        (manifest, manifest_of(build.reader)),
    ];
    let built = build.files.iter();
    let built = built.filter(|(name, _)| !OWN.contains(&&**name) && is_read(name));
    let built = built.map(|(name, bytes)| (&**name, &**bytes));
    let made_here = made.iter().map(|(name, text)| (*name, text.as_bytes()));
    let kept = built
        .chain(made_here)
        .map(|(name, bytes)| (name.to_owned(), sha256(bytes)))
        .collect();
    let text = keeping(&kept);
    made.into_iter().chain([(keeper, text)]).collect()
}

/// Whether a reader's page may ask for a file. What is for hosts, for their articles (nothing is kept in frames) and for
/// those who list pages is not kept on a reader's machine.
fn is_read(name: &str) -> bool {
    let for_hosts = ["embed", "posters/", "r/", "_", "."];
    !for_hosts.iter().any(|begin| name.starts_with(begin))
}

/// In the order of the names, so that the same build has the same list.
fn keeping(kept: &BTreeMap<String, String>) -> String {
    let files = json!(kept).to_string();
    let hash = sha256(files.as_bytes());
    let build = hash.get(..16).unwrap_or(&hash);
    let files = files.replace("\",", "\",\n  ");
    KEEPER
        .replacen("⟦files⟧", &files, 1)
        .replacen("⟦build⟧", build, 1)
}

fn registering() -> String {
    let words: BTreeMap<&str, Value> = ALL
        .iter()
        .map(|words| {
            let own = offline(words.lang);
            let said = json!({ "later": own.later, "newer": own.newer, "reload": own.reload });
            (words.lang, said)
        })
        .collect();
    REGISTERS.replacen("⟦words⟧", &json!(words).to_string(), 1)
}

fn manifest_of(reader: Reader<'_>) -> String {
    let manifest: &Manifest = &reader.dossier.manifest;
    let (title, short) = (reader.say(&manifest.title), reader.say(&manifest.short));
    let icon =
        |src: &str, sizes: &str, kind: &str| json!({ "sizes": sizes, "src": src, "type": kind });
    // Written in the order of the names: whether another order would be kept depends on how the command is built.
    let manifest = json!({
        "background_color": "#ffffff",
        "display": "standalone",
        "icons": [
            icon("icon.svg", "any", "image/svg+xml"),
            icon("icons/icon-192.png", "192x192", "image/png"),
            icon("icons/icon-512.png", "512x512", "image/png"),
        ],
        "lang": title.lang.to_string(),
        "name": title.words,
        "scope": "./",
        "short_name": short.words,
        "start_url": "./",
        "theme_color": "#16202a",
    });
    format!("{manifest:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_of_this_build_alone() {
        let list = |files: &[(&str, &str)]| {
            let all = files
                .iter()
                .map(|(name, hash)| ((*name).to_owned(), (*hash).into()));
            keeping(&all.collect())
        };
        let (one, other) = (
            list(&[("a", "1"), ("b", "2")]),
            list(&[("a", "1"), ("b", "3")]),
        );
        assert!(one.contains("{\"a\":\"1\",\n  \"b\":\"2\"}"), "{one}");
        let name = |text: &str| {
            let (_, rest) = text.split_once("const CACHE = `${OWN}").unwrap();
            rest.split('`').next().unwrap().to_owned()
        };
        assert_eq!(name(&one), name(&list(&[("b", "2"), ("a", "1")])));
        assert_ne!(name(&one), name(&other));
        assert!(!one.contains('⟦'), "{one}");
    }

    #[test]
    fn what_is_for_hosts_is_not_kept_by_readers() {
        assert!(
            is_read("index.uk.html")
                && is_read("dossier/claims.json")
                && is_read("icons/icon-192.png")
        );
        assert!(is_read("clausemap-hand.js") && is_read("clausemap-hand_bg.wasm"));
        assert!(!is_read("embed.html") && !is_read("posters/donetsk.png") && !is_read("_headers"));
    }

    #[test]
    fn the_words_are_there_in_each_language() {
        let text = registering();
        assert!(!text.contains('⟦'), "{text}");
        for words in ALL {
            assert!(text.contains(offline(words.lang).newer));
        }
    }
}
