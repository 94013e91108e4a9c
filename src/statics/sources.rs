//! What happened, where everything can be checked, and what the page itself is.

use super::Statics;
use super::lines::{name_of, part, published_in};
use crate::dossier::{Credit, MANIFEST, When};
use crate::paint::html::{Element, el};
use crate::reading::{EventCard, SourceLine};
use crate::route::Subject;
use crate::words::ALL;

impl Statics<'_> {
    /// What happened, the newest first.
    pub(super) fn events(&self) -> Element {
        let words = self.words;
        let events = self.reader.all_events();
        let event = |event: EventCard| {
            let expected = event
                .expected
                .then(|| el("span").class("tag").with(words.timeline.expected));
            let head = el("p")
                .class("who")
                .with(el("time").with(self.when(Some(event.at))));
            let title = el("b").with(self.say(event.title));
            el("article")
                .class("made-claim")
                .with(head.with(" ").with(expected))
                .with(el("p").with(title))
                .with(event.text.map(|text| el("p").with(self.say(text))))
                .with(self.run("", event.places))
                .with(self.cites(event.sources))
        };
        let events: Vec<_> = events.into_iter().map(event).collect();
        part("view=timeline", words.timeline.events).with(events)
    }

    /// All sources by kind, each with its address.
    pub(super) fn sources(&self) -> Element {
        let words = self.words;
        let shelves = self.reader.sources().into_iter().map(|shelf| {
            let lines = shelf.sources.into_iter().map(|line| self.source(line));
            let lines: Vec<_> = lines.collect();
            el("div")
                .with(el("h3").with((words.source_shelf)(shelf.kind)))
                .with(el("ul").with(lines))
        });
        let shelves: Vec<_> = shelves.collect();
        part("view=sources", words.all_sources).with(shelves)
    }

    fn source(&self, line: SourceLine) -> Element {
        let words = self.words;
        let lang = published_in(line.lang.as_ref());
        let known = self.reader.dossier.sources.get(&line.cite.id);
        let note = known.and_then(|source| self.reader.say_any(&source.note));
        let title = match line.cite.url.clone() {
            Some(url) => el("a")
                .attr("href", url)
                .attr("rel", "external noopener noreferrer"),
            None => el("span"),
        };
        let lacks = line.cite.url.is_none().then_some(words.no_address);
        let from = self.published(&line.cite).unwrap_or_default();
        let kind = line.cite.kind.and_then(words.source_kind);
        let kind = kind.map(|kind| el("span").class("tag").with(kind));
        el("li")
            .class("made-source")
            .id(name_of(Subject::Source(line.cite.id)))
            .with(title.maybe("lang", lang).with(line.title))
            .with(el("p").class("from").with(from).with(" ").with(kind))
            .with(lacks.map(|lacks| el("p").class("aside").with(lacks)))
            .with(self.paragraph("aside", note))
    }

    /// Whom the picture is owed to, the dossier as data, the other languages.
    pub(super) fn about(&self) -> Element {
        let (words, manifest) = (self.words, &self.reader.dossier.manifest);
        let day = self.when(Some(When::Day(manifest.as_of)));
        let known = format!("{} {day}", words.as_of);
        let data = el("a")
            .attr("href", format!("dossier/{MANIFEST}"))
            .with(words.statics.data);
        let mut tongues = el("p").class("run-on");
        for other in ALL.iter().filter(|other| other.lang != words.lang) {
            let link = el("a")
                // Said in the address as well: else whoever reads another language by habit is led back to it.
                .attr(
                    "href",
                    format!("{}?lang={}", super::document::file_of(other), other.lang),
                )
                .attr("hreflang", other.lang)
                .attr("lang", other.lang)
                .with(other.language);
            tongues = tongues.with(link).with(" ");
        }
        let translated = self.tongue().map(|said| el("p").class("aside").with(said));
        part("about", words.statics.about)
            .with(el("p").with(known))
            .with(translated)
            .with(self.credits())
            .with(el("p").with(data))
            .with(tongues)
    }

    /// Whose words these are, when the dossier was not written in the language of the page.
    fn tongue(&self) -> Option<&'static str> {
        let own = &self.reader.dossier.manifest.languages;
        let is_own = own.iter().any(|lang| lang.as_str() == self.words.lang);
        (!is_own).then_some(match self.reader.translation {
            Some(_) => self.words.in_translation,
            None => self.words.not_in_translation,
        })
    }

    /// What the borders follow, and whom the picture is owed to.
    pub(super) fn credits(&self) -> Element {
        let manifest = &self.reader.dossier.manifest;
        let line = el("p").class("credits");
        let line = line.with(self.say(self.reader.say(&manifest.borders)));
        let credits = manifest.attribution.iter();
        credits.fold(line, |line, credit| self.credit(line, credit))
    }

    fn credit(&self, line: Element, credit: &Credit) -> Element {
        let text = self.say(self.reader.say(&credit.text));
        let licence = credit.licence.as_ref();
        let licence = licence.map(|licence| format!(" ({licence})"));
        let line = line.with(" · ");
        let line = match credit.url.as_ref().and_then(crate::dossier::Address::web) {
            Some(url) => {
                let link = el("a").attr("href", url);
                line.with(link.attr("rel", "external noopener noreferrer").with(text))
            }
            None => line.with(text),
        };
        line.with(licence)
    }
}
