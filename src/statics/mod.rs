//! The page that is made beforehand: the first screen as the program will show it, and under it all of the
//! dossier as sections that link to each other. It is read where no program runs, and until one does.
//!
//! The name of a section is its address in the program: `#region=donetsk` lands on it with nothing but
//! HTML, and is what the program opens at. Each claim, clause and source stands in one place, to which the
//! others lead.

#[cfg(not(target_arch = "wasm32"))]
mod alone;
#[cfg(not(target_arch = "wasm32"))]
mod bare;
mod choices;
mod claims;
mod clauses;
mod document;
mod first;
mod handles;
mod lines;
mod places;
mod sources;
#[cfg(not(target_arch = "wasm32"))]
mod styles;

#[cfg(not(target_arch = "wasm32"))]
pub use alone::Alone;
#[cfg(not(target_arch = "wasm32"))]
pub use bare::bare;
pub use document::{Document, Filling, Misfit, file_of, others};
#[cfg(not(target_arch = "wasm32"))]
pub use styles::{Need, Sheet, sheets, terse, with_sheets};

use crate::atlas::Atlas;
use crate::dossier::PlanId;
use crate::outlook::Outlook;
use crate::paint::html::{Element, el};
use crate::reading::Reader;
use crate::route::{Route, Subject};
use crate::words::Words;

/// What the page is made from.
#[derive(Clone, Copy)]
pub struct Statics<'a> {
    /// The dossier with all that it knows.
    pub reader: Reader<'a>,
    /// The overviews of its layers.
    pub atlas: &'a Atlas,
    /// The words of the language.
    pub words: &'static Words,
    /// The first page's address.
    pub route: &'a Route,
}

impl<'a> Statics<'a> {
    /// The whole page.
    pub fn page(&self) -> Element {
        let map = el("div")
            .class("made-map")
            .with(self.stage(&Subject::Overview, self.words.statics.missing))
            .with(self.strip());
        let main = el("main").class("made").with(map).with(self.text());
        el("div").id("static").with(self.bar()).with(main)
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        let title = self.reader.say(&self.reader.dossier.manifest.title).words;
        (self.words.page_title)(&title, self.words.product)
    }

    /// What the page is, in a sentence for those who list pages.
    pub fn description(&self) -> String {
        let title = self.reader.say(&self.reader.dossier.manifest.title).words;
        format!("{title}. {}", self.words.overview_lede)
    }

    /// What stands beside the map: the first page of the pane, then everything.
    fn text(&self) -> Element {
        el("div")
            .class("made-text")
            .id("all")
            .with(self.overview())
            .with(self.read_on())
            .with(self.clauses())
            .with(self.places())
            .with(self.claims())
            .with(self.events())
            .with(self.sources())
            .with(self.about())
    }

    /// The plan that the map counts.
    fn plan(&self) -> &'a PlanId {
        &self.reader.dossier.manifest.first_plan
    }

    fn outlook(&self) -> Outlook<'a> {
        Outlook {
            reader: self.reader,
            atlas: self.atlas,
            words: self.words,
            route: self.route,
        }
    }
}
