//! The document's title.

use leptos::prelude::*;

use super::desk::Desk;
use super::views;
use crate::reading::Reader;
use crate::route::{Route, Subject, View};

/// The document's title follows the subject.
pub fn keep(desk: &Desk) {
    let desk = desk.clone();
    Effect::new(move |_| {
        let desk = desk.now();
        let reader = desk.reader();
        let dossier = reader.say(&reader.dossier.manifest.title).words;
        let route = desk.route.read();
        let view = views::shown(route.view);
        let subject = match titled(&desk, &route, view) {
            Subject::Region(id) => Some(reader.region_name(&id).words),
            Subject::Clause(id) => reader.dossier.clause(&id).map(|at| {
                let title = reader.say(&at.clause.title).words;
                (desk.words.clause_title)(&at.clause.number, &title)
            }),
            Subject::Source(id) => reader.dossier.sources.get(&id).map(|s| s.title.clone()),
            Subject::Party(id) => reader.party(&id).map(|party| party.name.words),
            Subject::Claim(id) => reader
                .dossier
                .claims
                .get(&id)
                .map(|claim| reader.say(&claim.text).words),
            Subject::Overview | Subject::Unknown(_) => None,
        };
        let matter = (view == View::Positions).then(|| opened_matter(&reader, &route));
        let view = (view != View::Map).then(|| (desk.words.view)(view).to_owned());
        let parts: Vec<String> = matter
            .flatten()
            .or(subject)
            .into_iter()
            .chain(view)
            .collect();
        let title = match (!parts.is_empty()).then(|| parts.join(" · ")) {
            Some(what) => (desk.words.page_title)(&what, &dossier),
            None => (desk.words.page_title)(&dossier, desk.words.product),
        };
        // The browser tells its window of it, which takes its time: the page itself goes first.
        request_animation_frame(move || document().set_title(&title));
    });
}

/// What the title says of a subject: a view that is of places alone says no more than the place.
fn titled(desk: &Desk, route: &Route, view: View) -> Subject {
    match (view, desk.shown(route)) {
        (View::Map | View::List, subject) => subject,
        (View::Sources, _) => Subject::Overview,
        (_, place @ Subject::Region(_)) => place,
        _ => Subject::Overview,
    }
}

/// The matter whose claims are open.
fn opened_matter(reader: &Reader<'_>, route: &Route) -> Option<String> {
    let claim = reader.dossier.claims.get(route.opened()?)?;
    let matter = reader.dossier.matters.get(&claim.matter)?;
    Some(reader.say(&matter.text).words)
}
