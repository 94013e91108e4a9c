//! Every place: what must be known of it, the clauses that bear on it and why, what has been said of it.

use super::Statics;
use super::lines::{name_of, part};
use crate::dossier::{RegionId, Spoken};
use crate::paint::html::{Element, el};
use crate::reading::{
    ClauseLine, Filters, ListEntry, ListedPlan, Passing, PlaceReadingLine, PlaceShelf, RegionHead,
    RegionLine, RegionPage,
};
use crate::route::Subject;

impl Statics<'_> {
    /// All places under their headings, and what is of no place.
    pub(super) fn places(&self) -> Element {
        let words = self.words;
        let passing = self.reader.passing(&Filters::default());
        let shelves = self.reader.places(self.plan()).into_iter();
        let shelves = shelves.map(|(shelf, lines)| {
            let places = lines.into_iter();
            let places: Vec<_> = places
                .filter_map(|line| self.place(&line.id, &passing))
                .collect();
            el("div")
                .with(el("h3").with(self.shelf(shelf)))
                .with(places)
        });
        let shelves: Vec<_> = shelves.collect();
        let placeless = self.reader.placeless_entry(&passing);
        let placeless = el("section")
            .class("made-place")
            .with(el("h4").with(words.listing.placeless_title))
            .with(self.entry(placeless, ""));
        part("view=list", words.all_regions)
            .with(shelves)
            .with(placeless)
    }

    fn shelf(&self, shelf: PlaceShelf) -> &'static str {
        let words = self.words;
        match shelf {
            PlaceShelf::Units => words.list_units,
            PlaceShelf::Groups => words.list_groups,
            PlaceShelf::Places => words.list_places,
            PlaceShelf::Undrawn => words.list_undrawn,
            PlaceShelf::Elsewhere => words.list_elsewhere,
        }
    }

    fn place(&self, id: &RegionId, passing: &Passing<'_>) -> Option<Element> {
        let head = self.reader.region_head(id)?;
        let section = el("section")
            .class("made-place")
            .id(name_of(Subject::Region(id.clone())))
            .with(el("h4").with(self.say(head.name.clone())));
        self.of_place(section, id, head, passing)
    }

    /// A place's section with all that there is under its name.
    pub(super) fn of_place(
        &self,
        section: Element,
        id: &RegionId,
        head: RegionHead,
        passing: &Passing<'_>,
    ) -> Option<Element> {
        let page = self.reader.listed_page(id)?;
        let entry = self.reader.list_entry(id, passing);
        let name = head.name.words.clone();
        Some(
            section
                .with(self.what(head))
                .with(self.notes(&page))
                .with(self.entry(entry, &name)),
        )
    }

    fn what(&self, head: RegionHead) -> Element {
        let what = match &head.country {
            Some(country) => (self.words.unit_of)(&head.what.words, &country.words),
            None => head.what.words,
        };
        let mut line = el("p").class("local");
        if let Some(local) = head.local {
            let name = el("span").attr("lang", local.lang.to_string());
            line = line.with(name.with(local.name)).with(" · ");
        }
        let code = head.code.map(|code| format!(", {code}"));
        line.with(what).with(code)
    }

    fn notes(&self, page: &RegionPage) -> Vec<Element> {
        let words = self.words;
        let mut notes = Vec::new();
        if let Some(status) = page.status.clone() {
            notes.push(el("p").class("status").with(self.say(status.text)));
            notes.extend(self.cites(status.sources));
        }
        notes.extend(self.paragraph("aside", page.name_note.clone()));
        if let Some(why) = page.undrawn.clone() {
            let label = el("b").with(format!("{}. ", words.not_drawn));
            notes.push(el("p").class("aside").with(label).with(self.say(why)));
        }
        notes.extend(self.named(words.members, page.members.clone()));
        notes.extend(self.named(words.inside, page.inside.clone()));
        if !page.readings.is_empty() {
            notes.push(el("p").with(el("b").with(words.readings)));
            let readings = page.readings.iter();
            notes.extend(readings.flat_map(|one| self.reading(one.clone())));
        }
        notes
    }

    fn reading(&self, reading: PlaceReadingLine) -> Vec<Element> {
        let by = reading.by.map(|tag| self.party(&tag));
        let text = el("p").class("reading-line").with(by).with(" ");
        let mut lines = vec![text.with(self.say(reading.text))];
        lines.extend(self.named("", reading.regions));
        lines.extend(self.cites(reading.sources));
        lines
    }

    /// Links to places in one run of text.
    fn named(&self, label: &str, regions: Vec<RegionLine>) -> Option<Element> {
        let names = regions.into_iter().map(|region| (region.id, region.name));
        self.run(label, names.collect())
    }

    pub(super) fn run(&self, label: &str, places: Vec<(RegionId, Spoken)>) -> Option<Element> {
        if places.is_empty() {
            return None;
        }
        let label = (!label.is_empty()).then(|| el("b").with(label));
        let mut line = el("p").class("run-on").with(label).with(" ");
        for (index, (id, name)) in places.into_iter().enumerate() {
            if index > 0 {
                line = line.with(", ");
            }
            line = line.with(self.link(Subject::Region(id)).with(self.say(name)));
        }
        Some(line)
    }

    fn entry(&self, entry: ListEntry, region: &str) -> Vec<Element> {
        let mut parts = Vec::new();
        for plan in entry.plans {
            parts.extend(self.of_plan(plan, region));
        }
        parts.extend(self.claim_lines(entry.claims));
        parts.extend(self.questions(entry.questions));
        parts.extend(self.run(self.words.listing.wider, entry.wider));
        parts
    }

    fn of_plan(&self, plan: ListedPlan, region: &str) -> [Element; 2] {
        let dated = self.when(Some(plan.dated));
        let head = el("p").class("of-plan").with(self.say(plan.short));
        let line = |line: ClauseLine| {
            let why = line.reason.as_ref().map(|(reason, named)| {
                let named = named.as_ref().map(|name| name.words.as_str());
                let why = (self.words.reason)(reason, region, named.unwrap_or_default());
                el("small").with(why)
            });
            let link = self.link(Subject::Clause(line.id));
            let link = link.with(el("b").with(line.number)).with(" ");
            el("li")
                .with(link.with(self.say(line.title)))
                .with(" ")
                .with(why)
        };
        let lines: Vec<_> = plan.clauses.into_iter().map(line).collect();
        [
            head.with(format!(", {dated}")),
            el("ul").class("made-clauses").with(lines),
        ]
    }
}
