//! What a reader takes away from where they are: a link, a citation, tables, places, a picture.
//!
//! Here an address becomes what is to be taken ([`scope`], [`found`], [`link`]), places get their
//! outlines ([`geojson`]), and the map its sheet ([`sheet`]). The records themselves are picked in
//! `reading/export`, citations made in `reading/citation`, sheets drawn in `paint/svg/sheet`.

mod geojson;
mod key;

pub use geojson::geojson;
pub use key::{Picture, sheet};

use crate::dossier::{Day, PlanId};
use crate::reading::export::Scope;
use crate::reading::{CitationWords, Control, Found, Reader};
use crate::route::{Route, Subject, Theme, View};
use crate::words::Words;

/// Whose clauses and claims an address shows. `subject` and `plan` are those that are shown for it.
pub fn scope(reader: &Reader<'_>, route: &Route, subject: &Subject, plan: &PlanId) -> Scope {
    let place = match subject {
        Subject::Region(id) => Some(id.clone()),
        _ => None,
    };
    let filters = route.filters.clone();
    match route.view {
        View::Map => match subject.clone() {
            Subject::Region(id) => Scope::Region(id),
            Subject::Clause(id) => Scope::Clause(id),
            Subject::Claim(id) => Scope::Claim(id),
            Subject::Party(id) => Scope::Party(id),
            Subject::Source(id) => Scope::Source(id),
            Subject::Overview | Subject::Unknown(_) => Scope::Plan(plan.clone(), filters),
        },
        View::Compare => {
            let (from, to) = (route.from.as_ref(), route.plan.as_ref());
            let pair = reader.plan_pair(from, to, reader.dossier);
            // One plan alone is compared with nothing, and nothing is taken.
            let plans = pair.map_or([plan.clone(), plan.clone()], |pair| [pair.left, pair.right]);
            Scope::Compared(plans, filters, place)
        }
        View::List => Scope::All(filters.without(Control::Change)),
        View::Positions | View::Timeline => Scope::Claims(filters, place),
        View::Sources => Scope::Sources,
    }
}

/// The thing that a subject is; `None` for the first page.
pub fn found(subject: &Subject) -> Option<Found> {
    Some(match subject.clone() {
        Subject::Region(id) => Found::Region(id),
        Subject::Clause(id) => Found::Clause(id),
        Subject::Claim(id) => Found::Claim(id),
        Subject::Party(id) => Found::Party(id),
        Subject::Source(id) => Found::Source(id),
        Subject::Overview | Subject::Unknown(_) => return None,
    })
}

/// The route to give to somebody else: without the reader's own colours, and without what they are
/// looking for.
#[must_use]
pub fn link(route: &Route) -> Route {
    Route {
        theme: Theme::Auto,
        query: String::new(),
        ..route.clone()
    }
}

/// The route to cite: it shows the same when the dossier knows more.
#[must_use]
pub fn cited(route: &Route, day: Day) -> Route {
    Route {
        as_of: Some(day),
        ..link(route)
    }
}

/// What a citation says in a language.
pub fn citation_words(words: &Words) -> CitationWords {
    CitationWords {
        when: words.when,
        as_of: words.takeaway.as_of,
        sources: words.takeaway.sources,
    }
}

/// What a file is called: `clausemap-region-donetsk-2026-03-13`, to which its ending comes.
pub fn file_name(route: &Route, subject: &Subject, day: Day) -> String {
    let mut parts = vec!["clausemap".to_owned()];
    if route.view != View::Map {
        parts.push(route.view.slug().to_owned());
    }
    match subject {
        Subject::Overview | Subject::Unknown(_) => {}
        // Ids are letters, digits and hyphens, as a file's name may be.
        named => parts.push(named.slug().replace(':', "-")),
    }
    parts.push(day.to_string());
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_carries_neither_colours_nor_a_search() {
        let route = Route::read("#region=donetsk&plan=us28&q=%D1%8F&theme=dark&asof=2025-12-01");
        assert_eq!(
            link(&route).to_string(),
            "#region=donetsk&plan=us28&asof=2025-12-01"
        );
        let today = "2026-03-13".parse().unwrap();
        let now = Route::read("#clause=p20-12&theme=dark");
        assert_eq!(
            cited(&now, today).to_string(),
            "#clause=p20-12&asof=2026-03-13"
        );
    }

    #[test]
    fn a_file_is_called_after_what_is_in_it() {
        let day = "2026-03-13".parse().unwrap();
        let name = |fragment: &str| {
            let route = Route::read(fragment);
            file_name(&route, &route.subject, day)
        };
        assert_eq!(
            name("#region=donetsk"),
            "clausemap-region-donetsk-2026-03-13"
        );
        assert_eq!(name(""), "clausemap-2026-03-13");
        assert_eq!(name("#view=compare"), "clausemap-compare-2026-03-13");
    }
}
