//! A place by itself, on a page for who follows a link to it or has it in an article: the map around it, all that is
//! said of it, and the way to the whole.

use super::Statics;
use super::lines::name_of;
use crate::dossier::RegionId;
use crate::paint::html::{Element, el};
use crate::reading::Filters;
use crate::route::{Route, Subject};

/// What stands on a place's page beside what the dossier says of it.
pub struct Alone<'a> {
    /// The place.
    pub place: &'a RegionId,
    /// What there is to be read, in a sentence.
    pub lede: String,
    /// What there is not, while the program does not run.
    pub missing: &'static str,
    /// The words of the link to the whole.
    pub whole: &'static str,
}

impl Statics<'_> {
    /// A place's page; `None` for a place that the dossier does not know. Its links lead to sections of the whole
    /// page.
    pub fn alone(&self, alone: &Alone<'_>) -> Option<Element> {
        let subject = Subject::Region(alone.place.clone());
        let map = el("div")
            .class("made-map")
            .with(self.stage(&subject, alone.missing))
            .with(self.strip());
        let main = el("main")
            .class("made")
            // All of the page is of the place: whoever lands on it is at its beginning.
            .id(name_of(subject))
            .with(map)
            .with(self.text_alone(alone)?);
        Some(el("div").id("static").with(self.bar()).with(main))
    }

    fn text_alone(&self, alone: &Alone<'_>) -> Option<Element> {
        let head = self.reader.region_head(alone.place)?;
        let subject = Subject::Region(alone.place.clone());
        let title = el("header")
            .class("head")
            .with(el("h1").with(self.say(head.name.clone())))
            .with(el("p").class("local").with(&*alone.lede));
        let whole = el("a").class("button");
        let whole = whole.attr("href", Route::default().link(subject.clone()));
        let first = el("div")
            .class("made-first")
            .with(title)
            .with(el("div").class("part").with(whole.with(alone.whole)));
        let section = el("section").class("made-part");
        let passing = self.reader.passing(&Filters::default());
        let section = self.of_place(section, alone.place, head, &passing)?;
        Some(
            el("div")
                .class("made-text")
                .id("all")
                .with(first)
                .with(self.read_on())
                .with(section),
        )
    }
}
