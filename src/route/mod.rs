//! The address: one value that holds all that can be linked to.
//!
//! Written as a fragment, `#region=donetsk&plan=us28`, so that the page works from any folder and
//! from a disk. Names that it does not know are left alone: a CMS or a reader's browser may have
//! put them there. The reader's language is not in it: a link is for somebody else to follow.
//!
//! Since content management systems cut fragments off, the same pairs may stand in the query, beside
//! how the page is to look ([`Presentation`]).

mod accent;
mod command;
mod filters;
mod layer;
mod presentation;
mod query;
mod subject;
#[cfg(test)]
mod tests;
mod theme;
mod view;

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::dossier::{ClaimId, Day, PlanId, RegionId};
use crate::reading::{Control, Filters, Lens};

pub use accent::Accent;
pub use command::Command;
pub use layer::AskedLayer;
pub use presentation::{Presentation, Ui};
pub use subject::Subject;
pub use theme::Theme;
pub use view::View;

/// What has to be written in percent in the words of a search.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// All that can be linked to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Route {
    /// What fills the page.
    pub view: View,
    /// What the pane shows; in views without a pane, what they are narrowed down to.
    pub subject: Subject,
    /// The plan that the map counts, the pane lists first and a comparison leads to; `None`: the
    /// dossier's first.
    pub plan: Option<PlanId>,
    /// The plan that a comparison begins with; `None`: the dossier's own choice.
    pub from: Option<PlanId>,
    /// What the map is coloured by. The party of the lens *party* and the party of the filters are
    /// one: whoever reads what Russia says sees where Russia stands.
    pub lens: Lens,
    /// What is left out.
    pub filters: Filters,
    /// Which of a view's orders its lines stand in, by a word of its own; empty: the first one.
    pub order: String,
    /// The claim whose evidence is open beside a view that is narrowed down to something else.
    pub open: Option<ClaimId>,
    /// The day whose knowledge is shown; `None`: all that the dossier knows.
    pub as_of: Option<Day>,
    /// What is searched for; empty: nothing.
    pub query: String,
    /// Whether the list of all regions is open.
    pub list: bool,
    /// Light or dark.
    pub theme: Theme,
}

impl Route {
    /// Reads a fragment, with or without its `#`. Never fails: what cannot be read is left out,
    /// except that a subject which names nothing is kept as [`Subject::Unknown`], to be told.
    pub fn read(fragment: &str) -> Self {
        Self::read_own(fragment).unwrap_or_default()
    }

    /// Reads a whole address. Its fragment says where the reader is, and an empty one says the first
    /// page; only where there is none, or one that somebody else wrote, the query does.
    pub fn of_address(address: &str) -> Self {
        let (rest, fragment) = match address.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment)),
            None => (address, None),
        };
        let own = fragment.and_then(|fragment| match fragment {
            "" => Some(Self::default()),
            _ => Self::read_own(fragment),
        });
        let query = rest.split_once('?').map_or("", |(_, query)| query);
        own.unwrap_or_else(|| Self::of_query(query))
    }

    /// What a fragment says; `None` when nothing in it is known.
    fn read_own(fragment: &str) -> Option<Self> {
        let mut route = Self::default();
        let mut is_own = false;
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        for pair in fragment.split('&') {
            if let Some((name, value)) = pair.split_once('=') {
                is_own |= route.take(name, value);
            }
        }
        is_own.then(|| route.settled())
    }

    /// What a query says.
    fn of_query(query: &str) -> Self {
        let mut route = Self::default();
        for (name, value) in query::pairs(query) {
            match name {
                // How the page looks in its place; and what newsletters and networks write of where a
                // reader comes from.
                "theme" | "source" | "from" => {}
                "q" => route.query = value,
                _ => {
                    route.take(name, &value);
                }
            }
        }
        route.settled()
    }

    /// In whichever order the pairs stood.
    fn settled(mut self) -> Self {
        if let Lens::Party(of) = &mut self.lens {
            of.clone_from(&self.filters.party);
        }
        self
    }

    /// Takes a pair of the address. False for a name that is not known.
    fn take(&mut self, name: &str, value: &str) -> bool {
        match name {
            "view" => self.view = View::of(value),
            "plan" => self.plan = value.parse().ok(),
            "from" => self.from = value.parse().ok(),
            "lens" => self.lens = Lens::of(value),
            "open" => self.open = value.parse().ok(),
            "order" => self.order = order(value),
            "asof" => self.as_of = value.parse().ok(),
            "q" => self.query = percent_decode_str(value).decode_utf8_lossy().into_owned(),
            "list" => self.list = value == "1",
            "theme" => self.theme = Theme::of(value),
            _ => match Subject::read(name, value) {
                Some(subject) => self.subject = subject,
                None => return filters::read(&mut self.filters, name, value),
            },
        }
        true
    }

    /// The same route with another subject, beside the map: what is said of a thing stands in the
    /// pane. The list of regions closes, and the search ends. The order of another view is not the pane's.
    #[must_use]
    pub fn to(&self, subject: Subject) -> Self {
        let order = match self.view {
            View::Map => self.order.clone(),
            _ => String::new(),
        };
        Self {
            order,
            view: View::Map,
            subject,
            open: None,
            list: false,
            query: String::new(),
            ..self.clone()
        }
    }

    /// The same route in another view.
    #[must_use]
    pub fn in_view(&self, view: View) -> Self {
        Self {
            view,
            open: None,
            list: false,
            query: String::new(),
            order: String::new(),
            ..self.clone()
        }
    }

    /// The claim whose evidence is open: the one that the address says so of, else its subject.
    pub fn opened(&self) -> Option<&ClaimId> {
        match &self.subject {
            Subject::Claim(id) => Some(self.open.as_ref().unwrap_or(id)),
            _ => self.open.as_ref(),
        }
    }

    /// The same route with the evidence of another claim open, or of none.
    #[must_use]
    pub fn with_open(&self, open: Option<ClaimId>) -> Self {
        let subject = match &self.subject {
            Subject::Claim(_) => Subject::Overview,
            other => other.clone(),
        };
        Self {
            subject,
            open,
            ..self.clone()
        }
    }

    /// The same route with another lens, whose party becomes that of the filters.
    #[must_use]
    pub fn with_lens(&self, lens: Lens) -> Self {
        let mut route = self.clone();
        if let Lens::Party(party) = &lens {
            route.filters.party.clone_from(party);
        }
        route.lens = lens;
        route
    }

    /// The same route with other filters, whose party becomes that of the lens *party*.
    #[must_use]
    pub fn with_filters(&self, filters: Filters) -> Self {
        let mut route = self.clone();
        if let Lens::Party(party) = &mut route.lens {
            party.clone_from(&filters.party);
        }
        route.filters = filters;
        route
    }

    /// The same route narrowed down to a place, or to none, in the same view.
    #[must_use]
    pub fn at(&self, place: Option<RegionId>) -> Self {
        Self {
            subject: place.map(Subject::Region).unwrap_or_default(),
            ..self.clone()
        }
    }

    /// Whether a control narrows the view down.
    pub fn has(&self, control: Control) -> bool {
        match control {
            Control::Place => matches!(self.subject, Subject::Region(_)),
            _ => self.filters.has(control),
        }
    }

    /// The same route without what these controls leave out.
    #[must_use]
    pub fn without(&self, controls: &[Control]) -> Self {
        let take_off = |route: Self, control: &Control| match control {
            Control::Place if route.has(Control::Place) => route.at(None),
            _ => route.with_filters(route.filters.without(*control)),
        };
        controls.iter().fold(self.clone(), take_off)
    }

    /// A link to a subject, keeping the plan, the lens and the day. It says nothing of the theme: a link
    /// outlives a change of it, and whoever follows one keeps the theme that is on.
    pub fn link(&self, subject: Subject) -> String {
        self.to(subject).without_theme().to_string()
    }

    /// The same route for a link.
    #[must_use]
    pub fn without_theme(self) -> Self {
        Self {
            theme: Theme::Auto,
            ..self
        }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut put = |name, value: Option<String>| pairs.extend(value.map(|value| (name, value)));
        let said = |is_said: bool, value: &str| is_said.then(|| value.to_owned());
        put("view", said(self.view != View::default(), self.view.slug()));
        if let Some((name, id)) = self.subject.pair() {
            put(name, Some(id.to_owned()));
        }
        put("plan", self.plan.as_ref().map(ToString::to_string));
        put("from", self.from.as_ref().map(ToString::to_string));
        put("lens", said(self.lens != Lens::default(), self.lens.slug()));
        for (name, value) in filters::pairs(&self.filters) {
            put(name, Some(value));
        }
        put("order", said(!self.order.is_empty(), &self.order));
        put("open", self.open.as_ref().map(ToString::to_string));
        put("asof", self.as_of.map(|day| day.to_string()));
        let query = utf8_percent_encode(&self.query, ESCAPED).to_string();
        put("q", said(!query.is_empty(), &query));
        put("list", said(self.list, "1"));
        put("theme", said(self.theme != Theme::Auto, self.theme.slug()));
        pairs
    }
}

/// A view's word for an order: small letters and hyphens; anything else is none.
fn order(value: &str) -> String {
    let is_word = value.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    if is_word {
        value.to_owned()
    } else {
        String::new()
    }
}

impl fmt::Display for Route {
    /// The fragment with its `#`; `#` alone for the first page.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#")?;
        for (index, (name, value)) in self.pairs().iter().enumerate() {
            let join = if index == 0 { "" } else { "&" };
            write!(f, "{join}{name}={value}")?;
        }
        Ok(())
    }
}
