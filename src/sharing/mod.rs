//! What others see of a link to the page: the tags that networks read, a page for each place that is talked
//! about, and descriptions for those who unfold links into frames (oEmbed). Made beforehand, natively.
//!
//! A place's page is read as it is, and starts the same program as the whole page. Whatever needs the public
//! address is left out where that is not known.

mod oembed;
mod tags;

use crate::atlas::Atlas;
use crate::dossier::RegionId;
use crate::posters::{self, PosterWords, Posters, Shape};
use crate::reading::Reader;
use crate::route::{Route, Subject};
use crate::statics::{Alone, Document, Filling, Misfit, Statics, file_of, others};
use crate::words::{ALL, Words};

/// The folder of the places' pages.
pub const FOLDER: &str = "r";

/// The script of the places' pages, and its name.
pub const SCRIPT: (&str, &str) = ("r/share.js", include_str!("share.js"));

/// What pages in one language are made from.
#[derive(Clone, Copy)]
pub struct Sharing<'a> {
    /// The dossier with all that it knows.
    pub reader: Reader<'a>,
    /// Where everything is.
    pub atlas: &'a Atlas,
    /// The words of the language.
    pub words: &'static Words,
    /// The public address of the page, with a slash at its end, where it is known.
    pub base: Option<&'a str>,
}

/// The name of a place's page beside the whole one, which has a name of its own.
pub fn page_file(place: Option<&RegionId>, words: &Words) -> String {
    match place {
        Some(place) => format!("{FOLDER}/{place}.{}", ending(words, "html")),
        None => file_of(words),
    }
}

/// The name of the description of a page.
pub fn oembed_file(place: Option<&RegionId>, words: &Words) -> String {
    let own = ending(words, "json");
    match place {
        Some(place) => format!("{FOLDER}/{place}.oembed.{own}"),
        None => format!("oembed.{own}"),
    }
}

/// The first language needs no letters of its own.
fn ending(words: &Words, kind: &str) -> String {
    let is_first = ALL.first().is_some_and(|first| first.lang == words.lang);
    if is_first {
        kind.to_owned()
    } else {
        format!("{}.{kind}", words.lang)
    }
}

impl Sharing<'_> {
    /// The places that have pages: those that have pictures.
    pub fn places(&self) -> Vec<RegionId> {
        posters::places(&self.reader, self.atlas)
    }

    /// A place's page in the document that the build has made, without its page.
    ///
    /// # Errors
    /// When the document does not have what the page takes the place of.
    pub fn page(&self, place: &RegionId, document: &Document<'_>) -> Result<String, Misfit> {
        let own = self.own();
        let alone = Alone {
            place,
            lede: self.posters().summary(Some(place)),
            missing: own.missing,
            whole: own.whole,
        };
        let statics = Statics {
            reader: self.reader,
            atlas: self.atlas,
            words: self.words,
            route: &Route::default(),
        };
        let page = statics.alone(&alone);
        let page = page.ok_or(Misfit("a place that the dossier does not know"))?;
        let beside = |words: &Words| {
            let file = page_file(Some(place), words);
            file.trim_start_matches("r/").to_owned()
        };
        let filled = document.filled(&Filling {
            words: self.words,
            manifest: &self.reader.dossier.manifest,
            title: self.title(Some(place)),
            description: self.posters().summary(Some(place)),
            others: others(self.words, beside) + &self.tags(Some(place)),
            page,
        })?;
        self.one_folder_down(&filled, place)
    }

    /// The whole page, as it was made, with its tags; in place of those that it has.
    pub fn tagged(&self, document: &str) -> String {
        let tagged = document.split_inclusive('\n').map(|line| {
            if line.trim_start().starts_with("<title>") {
                let bare = line.find(tags::FIRST).and_then(|at| line.get(..at));
                format!("{}{}\n", bare.unwrap_or(line).trim_end(), self.tags(None))
            } else {
                line.to_owned()
            }
        });
        tagged.collect()
    }

    /// A document whose files and sections are those of the folder above.
    fn one_folder_down(&self, document: &str, place: &RegionId) -> Result<String, Misfit> {
        const BODY: &str = "<body>";
        const BOOT: &str = "src=\"../boot.js\"";
        let (head, body) = document.split_once(BODY).ok_or(Misfit(BODY))?;
        let head: String = head.split_inclusive('\n').map(lowered).collect();
        if !head.contains(BOOT) {
            return Err(Misfit("<script src=\"boot.js\""));
        }
        let subject = Route::default().link(Subject::Region(place.clone()));
        let file = file_of(self.words);
        // The first language's page is found without its name.
        let bare = file.strip_prefix("index.html").unwrap_or(&file);
        let script = format!("src=\"share.js\" data-opens=\"{subject}\" data-whole=\"../{bare}\"");
        let head = head.replacen(BOOT, &script, 1);
        let whole = format!("href=\"../{file}#");
        Ok([&head, BODY, &led_to(body, &whole)].concat())
    }

    fn own(&self) -> &'static PosterWords {
        posters::posters(self.words.lang)
    }

    fn posters(&self) -> Posters<'_> {
        Posters {
            reader: self.reader,
            atlas: self.atlas,
            words: self.words,
            base: self.base,
        }
    }

    /// The title of a page: the dossier's, after that of the place.
    fn title(&self, place: Option<&RegionId>) -> String {
        let dossier = self.posters().title(None);
        match place {
            Some(_) => (self.words.page_title)(&self.posters().title(place), &dossier),
            None => dossier,
        }
    }

    /// The public address of a file.
    fn whole(&self, file: &str) -> Option<String> {
        let file = file.strip_prefix("index.html").unwrap_or(file);
        self.base.map(|base| format!("{base}{file}"))
    }

    /// The public address of a picture with its alternative in words.
    fn picture(&self, place: Option<&RegionId>) -> Option<(String, String)> {
        let file = posters::file(place, Shape::Card, self.words);
        Some((self.whole(&file)?, self.posters().alt(place)))
    }
}

/// A body whose links lead to sections of the page that `whole` names. What a drawing refers to, such as its own
/// outlines, is still in it.
fn led_to(body: &str, whole: &str) -> String {
    let mut parts = body.split("<a ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| {
        // In an attribute and in a text a quotation mark is written otherwise: this is the address.
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        format!("{before}<a {}>{rest}", tag.replacen("href=\"#", whole, 1))
    })
}

/// A line of a head, for a document one folder down. What the page says of itself in the line of its title has
/// been written for there.
fn lowered(line: &str) -> String {
    if line.trim_start().starts_with("<title>") {
        return line.to_owned();
    }
    [" href=\"", " src=\""]
        .iter()
        .fold(line.to_owned(), |line, name| {
            let mut parts = line.split(name);
            let first = parts.next().unwrap_or_default().to_owned();
            parts.fold(first, |line, rest| {
                format!("{line}{name}../{}", rest.trim_start_matches("./"))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_away_and_a_drawing_keeps_its_own() {
        let body = "<svg><use href=\"#coast\"/><a class=\"x\" href=\"#region=a\"><path/></a></svg><p>&lt;a href=&quot;#</p>";
        let led = "<svg><use href=\"#coast\"/><a class=\"x\" href=\"../w#region=a\"><path/></a></svg><p>&lt;a href=&quot;#</p>";
        assert_eq!(led_to(body, "href=\"../w#"), led);
        assert_eq!(led_to("<p>none</p>", "href=\"../w#"), "<p>none</p>");
    }

    #[test]
    fn a_file_beside_the_page_is_found_from_below() {
        for (line, below) in [
            ("<link href=\"./a.css\">", "<link href=\"../a.css\">"),
            (
                "<script src=\"b.js\"></script>",
                "<script src=\"../b.js\"></script>",
            ),
            (
                "<script src=\"./b.js\" data-js=\"./c.js\">",
                "<script src=\"../b.js\" data-js=\"./c.js\">",
            ),
            (
                "<title>a</title><link href=\"a.html\">",
                "<title>a</title><link href=\"a.html\">",
            ),
        ] {
            assert_eq!(lowered(line), below);
        }
    }
}
