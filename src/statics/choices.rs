//! What the page offers that only the program has: the choices in the bar and over the map, as they stand in it.
//!
//! The first that is used brings the program, which then does what was asked for (`public/boot.js`): a link and a
//! choice in a list lead to an address; of what else there is, `data-brings` says where it stands in the program. None of
//! it is shown where there are no scripts, or no program comes (`style/statics.css`).

use super::Statics;
use crate::paint::html::{Element, el};
use crate::paint::svg::{self, Sign};
use crate::reading::Lens;
use crate::route::{Route, Subject, View};
use crate::words::{ALL, Words};

/// What can be chosen from a list.
#[derive(Default)]
struct Choice {
    /// The address that it leads to.
    to: String,
    /// What it is called, and in which language, if that is not the page's.
    name: String,
    lang: Option<&'static str>,
    /// Whether it is what the page shows.
    is_on: bool,
}

impl Statics<'_> {
    /// The choices over the map of a page about a subject: what it is coloured by, and of which plan.
    pub(super) fn choices(&self, subject: &Subject) -> Element {
        let words = self.words;
        let here = Route {
            subject: subject.clone(),
            ..Route::default()
        };
        let lens = |lens: Lens| Choice {
            to: said(&here.with_lens(lens.clone()), "lens", lens.slug()),
            name: (words.lens)(&lens).to_owned(),
            is_on: lens.slug() == here.lens.slug(),
            ..Choice::default()
        };
        let lenses: Vec<_> = Lens::all().map(lens).into_iter().collect();
        let plans = self.reader.plan_choice(self.plan()).into_iter();
        let plans = plans.map(|plan| {
            let to = Route {
                plan: Some(plan.id),
                ..here.clone()
            };
            Choice {
                to: to.to_string(),
                name: plan.short.words,
                is_on: plan.chosen,
                ..Choice::default()
            }
        });
        let plans: Vec<_> = plans.collect();
        let all = el("div").class("choices made-live").with(row(
            "over choice lenses",
            words.lens_choice,
            ".lenses :is([aria-current], select)",
            &lenses,
        ));
        let plans = (!plans.is_empty()).then(|| {
            row(
                "over choice",
                words.plan_choice,
                ".choice:not(.lenses) :is([aria-current], select)",
                &plans,
            )
        });
        all.with(plans)
    }

    /// The views, where there is no room for a row of links.
    pub(super) fn view_list(&self, views: &[View]) -> Element {
        let choice = |view: &View| Choice {
            to: said(&Route::default().in_view(*view), "view", view.slug()),
            name: (self.words.view)(*view).to_owned(),
            is_on: *view == View::Map,
            ..Choice::default()
        };
        let all: Vec<_> = views.iter().map(choice).collect();
        list("made-live", self.words.view_choice, &all).attr("data-brings", ".views select")
    }

    /// What looks like the field of the search.
    pub(super) fn search(&self) -> Element {
        let words = self.words;
        let field = el("button")
            .class("field made-live")
            .attr("data-brings", ".search input")
            // What is heard has in it what is seen.
            .attr(
                "aria-label",
                format!("{}: {}", words.search_label, words.search_hint),
            )
            .with(svg::sign(Sign::Search))
            .with(el("span").with(words.search_hint))
            .with(el("kbd").attr("aria-hidden", "true").with("/"));
        el("span").class("search").with(field)
    }

    /// The language, the list of places, light and dark, and sharing.
    pub(super) fn tools(&self) -> Element {
        let words = self.words;
        let tool = |class: &str, brings, name: &str, sign, label: Option<&'static str>| {
            let tool = el("button").class(class).attr("data-brings", brings);
            let label = label.map(|said| el("span").class("label").with(said));
            tool.attr("aria-label", name)
                .with(svg::sign(sign))
                .with(label)
        };
        let buttons = el("span")
            .class("tool-buttons")
            .with(tool(
                "button plain",
                ".tool-buttons > :first-child",
                words.list_button,
                Sign::List,
                Some(words.list_button),
            ))
            .with(tool(
                "button plain",
                ".tool-buttons > :nth-child(2)",
                words.hand.theme,
                Sign::Theme,
                None,
            ))
            .with(tool(
                "button plain share-button",
                ".share-button",
                words.takeaway.share,
                Sign::Share,
                Some(words.takeaway.share),
            ));
        el("span")
            .class("tools made-live")
            .with(self.languages())
            .with(buttons)
    }

    /// On a phone the tools are behind a button.
    pub(super) fn menu(&self) -> Element {
        el("button")
            .class("button plain menu made-live")
            .attr("data-brings", ".menu")
            .attr("aria-label", self.words.menu)
            .with(svg::sign(Sign::Menu))
    }

    /// Leads to the same page in another language: that needs no program.
    fn languages(&self) -> Element {
        let choice = |other: &&'static Words| Choice {
            to: other.lang.to_owned(),
            name: other.language.to_owned(),
            lang: Some(other.lang),
            is_on: other.lang == self.words.lang,
        };
        let all: Vec<_> = ALL.iter().map(choice).collect();
        list("language", self.words.language_choice, &all).attr("data-brings", ".language")
    }
}

/// An address that says what it need not, so that it can be put in place of another choice.
fn said(route: &Route, name: &str, value: &str) -> String {
    let address = route.to_string();
    if address.contains(&format!("{name}=")) {
        return address;
    }
    let and = if address == "#" { "" } else { "&" };
    format!("{address}{and}{name}={value}")
}

/// The choices of one kind: links where there is room, a native list where there is not.
fn row(class: &str, name: &str, brings: &str, all: &[Choice]) -> Element {
    let link = |one: &Choice| {
        el("a")
            .attr("href", &*one.to)
            .maybe("aria-current", one.is_on.then_some("true"))
            .with(&*one.name)
    };
    let links: Vec<_> = all.iter().map(link).collect();
    el("nav")
        .class(class)
        .attr("aria-label", name)
        .attr("data-brings", brings)
        .with(links)
        .with(list("made-live", name, all))
}

/// A native list; a browser that comes back to the page does not bring another choice along.
fn list(class: &str, name: &str, all: &[Choice]) -> Element {
    let option = |one: &Choice| {
        el("option")
            .attr("value", &*one.to)
            .maybe("lang", one.lang)
            .maybe("selected", one.is_on.then_some(""))
            .with(&*one.name)
    };
    let all: Vec<_> = all.iter().map(option).collect();
    el("select")
        .class(class)
        .attr("autocomplete", "off")
        .attr("aria-label", name)
        .with(all)
}
