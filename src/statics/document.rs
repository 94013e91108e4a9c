//! The page in the document that the build has made: one document for each language.

use thiserror::Error;

use super::Statics;
use crate::dossier::{MANIFEST, Manifest};
use crate::paint::html::{Element, el};
use crate::words::{ALL, Words};

/// The document as the build leaves it. It holds an empty element for the page.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// Its markup.
    pub template: &'a str,
}

/// What is put into a document.
pub struct Filling<'a> {
    /// The words of its language.
    pub words: &'static Words,
    /// The dossier's, whose files the program will ask for.
    pub manifest: &'a Manifest,
    /// The title of the window.
    pub title: String,
    /// What the page is, in a sentence for those who list pages.
    pub description: String,
    /// The same page in the other languages, as [`others`] links to it.
    pub others: String,
    /// The page.
    pub page: Element,
}

/// What a document lacks.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{0} is not in it; build the page anew, so that it is as the build makes it")]
pub struct Misfit(pub(crate) &'static str);

/// What is replaced in the document.
const LANG: &str = "<html lang=\"en\"";
pub(super) const TITLE: &str = "<title>Clausemap</title>";
pub(super) const DESCRIPTION: &str = "<meta name=\"description\" content=\"Clausemap\" />";
pub(super) const PLACE: &str = "<div id=\"static\"></div>";
const PROGRAM: &str = " data-wasm=";

/// The name of the document in a language.
pub fn file_of(words: &Words) -> String {
    if words.lang == ALL.first().map_or("en", |first| first.lang) {
        "index.html".to_owned()
    } else {
        format!("index.{}.html", words.lang)
    }
}

impl Document<'_> {
    /// The document with the page in it, and its name.
    ///
    /// # Errors
    /// When the document does not have what the page takes the place of.
    pub fn with(&self, page: &Statics<'_>) -> Result<(String, String), Misfit> {
        let document = self.filled(&Filling {
            words: page.words,
            manifest: &page.reader.dossier.manifest,
            title: page.title(),
            description: page.description(),
            others: others(page.words, file_of),
            page: page.page(),
        })?;
        Ok((file_of(page.words), document))
    }

    /// The document with this in it.
    ///
    /// # Errors
    /// When the document does not have what it takes the place of.
    pub fn filled(&self, filling: &Filling<'_>) -> Result<String, Misfit> {
        let lang = match filling.words.lang {
            "en" => LANG.to_owned(),
            // The program speaks the language of the page that it was opened in.
            lang => format!("<html lang=\"{lang}\" data-lang=\"{lang}\""),
        };
        let title = el("title").with(&*filling.title);
        let description = el("meta")
            .attr("name", "description")
            .attr("content", &*filling.description);
        let files = files(filling.manifest, filling.words);
        let program = format!(" data-files=\"{files}\"{PROGRAM}");
        let mut document = self.template.to_owned();
        for (old, new) in [
            (LANG, lang),
            (TITLE, title.to_markup() + &filling.others),
            (DESCRIPTION, description.to_markup()),
            (PROGRAM, program),
            (PLACE, filling.page.to_markup()),
        ] {
            if !document.contains(old) {
                return Err(Misfit(old));
            }
            document = document.replacen(old, &new, 1);
        }
        Ok(document)
    }
}

/// Links to the same page in the other languages; `file` is its name in one.
pub fn others(words: &Words, file: impl Fn(&Words) -> String) -> String {
    let other = |other: &&&Words| other.lang != words.lang;
    let link = |other: &&Words| -> Element {
        el("link")
            .attr("rel", "alternate")
            .attr("hreflang", other.lang)
            .attr("href", file(other))
    };
    let links = ALL.iter().filter(other).map(link);
    links.map(|link| link.to_markup()).collect()
}

/// The files of the dossier that the program will ask for, so that they can be on their way with it.
fn files(manifest: &Manifest, words: &Words) -> String {
    let mut names = vec![MANIFEST.to_owned()];
    names.extend(manifest.named_files());
    let own = manifest.translation_file(&words.lang.into());
    names.extend(own.map(str::to_owned));
    // Names with other letters are left for the program to ask for.
    let is_plain = |name: &String| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
        name.chars().all(plain)
    };
    let names = names.into_iter().filter(is_plain);
    let names: Vec<_> = names.map(|name| format!("dossier/{name}")).collect();
    names.join(" ")
}
