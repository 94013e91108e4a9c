//! The address: one value that holds all that can be linked to.
//!
//! Written as a fragment, `#region=donetsk&plan=us28`, so that the page works from any folder and
//! from a disk. Names that it does not know are left alone: a CMS or a reader's browser may have
//! put them there.

use std::fmt;

use crate::dossier::{ClauseId, PlanId, RegionId, SourceId};
use crate::reading::Lens;

/// What the reading pane shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Subject {
    /// The first page.
    #[default]
    Overview,
    /// A region.
    Region(RegionId),
    /// A clause or a part.
    Clause(ClauseId),
    /// A source.
    Source(SourceId),
    /// Something that no dossier can have, since its id is no id: the words of the address.
    Unknown(String),
}

impl Subject {
    /// For attributes and messages: `region:donetsk`, `clause:p20-12`, `overview`.
    pub fn slug(&self) -> String {
        match self {
            Self::Overview => "overview".to_owned(),
            Self::Region(id) => format!("region:{id}"),
            Self::Clause(id) => format!("clause:{id}"),
            Self::Source(id) => format!("source:{id}"),
            Self::Unknown(words) => format!("unknown:{words}"),
        }
    }
}

/// Light, dark, or as the reader's system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word in addresses and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// All that can be linked to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Route {
    /// What the pane shows.
    pub subject: Subject,
    /// The plan that the map counts and the pane lists first; `None`: the dossier's first.
    pub plan: Option<PlanId>,
    /// What the map is coloured by.
    pub lens: Lens,
    /// Whether the list of all regions is open.
    pub list: bool,
    /// Light or dark.
    pub theme: Theme,
}

impl Route {
    /// Reads a fragment, with or without its `#`. Never fails: what cannot be read is left out,
    /// except that a subject which names nothing is kept as [`Subject::Unknown`], to be told.
    pub fn read(fragment: &str) -> Self {
        let mut route = Self::default();
        let mut party = None;
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        for pair in fragment.split('&') {
            let Some((name, value)) = pair.split_once('=') else {
                continue;
            };
            match name {
                "region" => route.subject = subject(value, Subject::Region),
                "clause" => route.subject = subject(value, Subject::Clause),
                "source" => route.subject = subject(value, Subject::Source),
                "plan" => route.plan = value.parse().ok(),
                "lens" => route.lens = Lens::of(value),
                "party" => party = value.parse().ok(),
                "list" => route.list = value == "1",
                "theme" => {
                    route.theme = match value {
                        "light" => Theme::Light,
                        "dark" => Theme::Dark,
                        _ => Theme::Auto,
                    };
                }
                _ => {}
            }
        }
        // In whichever order they stand; without its lens a party says nothing.
        if let Lens::Party(of) = &mut route.lens {
            *of = party;
        }
        route
    }

    /// The same route with another subject; the list of regions closes.
    #[must_use]
    pub fn to(&self, subject: Subject) -> Self {
        Self {
            subject,
            list: false,
            ..self.clone()
        }
    }

    /// A link to a subject, keeping the plan and the lens. It says nothing of the theme: a link outlives a change
    /// of it, and whoever follows one keeps the theme that is on.
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
}

fn subject<Id: std::str::FromStr>(value: &str, make: fn(Id) -> Subject) -> Subject {
    value
        .parse()
        .map_or_else(|_| Subject::Unknown(value.to_owned()), make)
}

impl fmt::Display for Route {
    /// The fragment with its `#`; `#` alone for the first page.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        match &self.subject {
            Subject::Overview | Subject::Unknown(_) => {}
            Subject::Region(id) => pairs.push(("region", id.as_str())),
            Subject::Clause(id) => pairs.push(("clause", id.as_str())),
            Subject::Source(id) => pairs.push(("source", id.as_str())),
        }
        if let Some(plan) = &self.plan {
            pairs.push(("plan", plan.as_str()));
        }
        if self.lens != Lens::default() {
            pairs.push(("lens", self.lens.slug()));
        }
        if let Lens::Party(Some(party)) = &self.lens {
            pairs.push(("party", party.as_str()));
        }
        if self.list {
            pairs.push(("list", "1"));
        }
        if self.theme != Theme::Auto {
            pairs.push(("theme", self.theme.slug()));
        }
        f.write_str("#")?;
        for (index, (name, value)) in pairs.iter().enumerate() {
            let join = if index == 0 { "" } else { "&" };
            write!(f, "{join}{name}={value}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_route_reads_back() {
        for text in [
            "#",
            "#region=donetsk",
            "#clause=p20-12&plan=us28",
            "#source=src-un-es114&theme=dark",
            "#plan=us28&list=1&theme=light",
            "#lens=agreement",
            "#lens=party",
            "#region=donetsk&plan=us28&lens=party&party=ru&list=1",
            "#clause=p20-12&lens=claimed&theme=dark",
        ] {
            assert_eq!(Route::read(text).to_string(), text);
        }
    }

    #[test]
    fn a_lens_that_is_not_there_is_the_first_and_a_party_needs_its_lens() {
        for text in ["#lens=clauses", "#lens=x", "#lens=", "#party=ru"] {
            assert_eq!(Route::read(text), Route::default(), "{text}");
        }
        assert_eq!(
            Route::read("#lens=claimed&party=ru").to_string(),
            "#lens=claimed"
        );
        assert_eq!(
            Route::read("#party=ru&lens=party").to_string(),
            "#lens=party&party=ru"
        );
        assert_eq!(
            Route::read("#lens=party&party=<b>").to_string(),
            "#lens=party"
        );
    }

    #[test]
    fn a_link_keeps_the_lens() {
        let route = Route::read("#region=donetsk&lens=party&party=ua&theme=dark");
        let to = Subject::Region("luhansk".parse().unwrap());
        assert_eq!(route.link(to), "#region=luhansk&lens=party&party=ua");
    }

    #[test]
    fn foreign_parts_are_left_alone_and_bad_ids_are_kept_to_be_told() {
        let route = Route::read("#?secret=x&amp=1&region=donetsk&x");
        assert_eq!(route.subject.slug(), "region:donetsk");
        let route = Route::read("#region=<img>&plan=NO");
        assert_eq!(route.subject, Subject::Unknown("<img>".into()));
        assert_eq!(route.plan, None);
    }
}
