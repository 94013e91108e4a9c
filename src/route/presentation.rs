//! How the page is to look where it stands: what the one who embeds it says in the query.
//!
//! It says nothing of what is shown; that is the [`Route`](super::Route), which may stand in the
//! query too. Names that are not known are left alone and words that mean nothing are as if they were not
//! there: a page in somebody else's article never fails over its address.

use std::fmt;

use super::query::{pairs, said};
use super::{Accent, Theme};
use crate::dossier::Lang;

/// How the page looks in its place.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own in the query"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presentation {
    /// The language; `None`: the reader's own.
    pub lang: Option<Lang>,
    /// The colours; `None`: as the place has it, see [`Presentation::theme_in`].
    pub theme: Option<Theme>,
    /// How much of the page's own furniture is there.
    pub ui: Ui,
    /// Whether the page fills the frame that it is given and asks for no other height.
    pub fit: bool,
    /// Whether only the page that needs no program is shown.
    pub still: bool,
    /// Whether the ground is left to the page around.
    pub transparent: bool,
    /// Whether links that lead elsewhere are links.
    pub links: bool,
    /// Whether the page says its own title.
    pub title: bool,
    /// The colour of links.
    pub accent: Option<Accent>,
}

/// How much of the page's own furniture is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ui {
    /// All of it.
    #[default]
    Full,
    /// The map, its key and what is read; neither views nor search nor tools.
    Minimal,
}

impl Ui {
    /// The word in addresses and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Minimal => "minimal",
        }
    }
}

impl Default for Presentation {
    fn default() -> Self {
        Self {
            lang: None,
            theme: None,
            ui: Ui::Full,
            fit: false,
            still: false,
            transparent: false,
            links: true,
            title: true,
            accent: None,
        }
    }
}

impl Presentation {
    /// Reads a query, with or without its `?`. Never fails.
    pub fn read(query: &str) -> Self {
        let mut read = Self::default();
        let mut dark = None;
        for (name, value) in pairs(query) {
            match name {
                "lang" => read.lang = lang(&value).or(read.lang),
                "theme" => read.theme = Theme::named(&value).or(read.theme),
                // As other makers of charts have it.
                "dark" => dark = theme_of_dark(&value).or(dark),
                "ui" if value == Ui::Minimal.slug() => read.ui = Ui::Minimal,
                "fit" => read.fit = said(&value).unwrap_or(read.fit),
                "static" => read.still = said(&value).unwrap_or(read.still),
                "transparent" => read.transparent = said(&value).unwrap_or(read.transparent),
                "links" => read.links = said(&value).unwrap_or(read.links),
                "title" => read.title = said(&value).unwrap_or(read.title),
                "accent" => read.accent = Accent::of(&value).or(read.accent),
                _ => {}
            }
        }
        read.theme = read.theme.or(dark);
        read
    }

    /// The colours to begin with. What a reader's system likes says nothing of the article around a
    /// frame: there the page is light unless it is told otherwise.
    pub fn theme_in(&self, framed: bool) -> Theme {
        match self.theme {
            Some(theme) => theme,
            None if framed => Theme::Light,
            None => Theme::Auto,
        }
    }

    /// The attributes of `<html>` that the style sheet looks at, and what they say. Those that are
    /// `None` are not there.
    pub fn attributes(&self) -> [(&'static str, Option<&'static str>); 6] {
        let flag = |is_on: bool, value| is_on.then_some(value);
        [
            ("data-ui", flag(self.ui != Ui::Full, self.ui.slug())),
            ("data-fit", flag(self.fit, "1")),
            ("data-static", flag(self.still, "1")),
            ("data-transparent", flag(self.transparent, "1")),
            ("data-links", flag(!self.links, "0")),
            ("data-title", flag(!self.title, "0")),
        ]
    }

    fn pairs(&self) -> impl Iterator<Item = (&'static str, String)> {
        let flag = |is_on: bool, value: &str| is_on.then(|| value.to_owned());
        let lang = self.lang.as_ref().map(ToString::to_string);
        let theme = self.theme.map(|theme| theme.slug().to_owned());
        let accent = self.accent.map(Accent::slug);
        [
            ("lang", lang),
            ("theme", theme),
            ("ui", flag(self.ui != Ui::Full, self.ui.slug())),
            ("fit", flag(self.fit, "1")),
            ("static", flag(self.still, "1")),
            ("transparent", flag(self.transparent, "1")),
            ("links", flag(!self.links, "0")),
            ("title", flag(!self.title, "0")),
            ("accent", accent),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
    }
}

impl fmt::Display for Presentation {
    /// The pairs of the query, without a `?`; nothing where nothing was asked for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (name, value)) in self.pairs().enumerate() {
            let join = if index == 0 { "" } else { "&" };
            write!(f, "{join}{name}={value}")?;
        }
        Ok(())
    }
}

/// A language tag without its country: `uk` of `uk-UA`.
fn lang(value: &str) -> Option<Lang> {
    let first = value.split(['-', '_']).next()?;
    let is_tag = (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    is_tag.then(|| Lang::from(&*first.to_ascii_lowercase()))
}

fn theme_of_dark(value: &str) -> Option<Theme> {
    match (value, said(value)) {
        ("auto", _) => Some(Theme::Auto),
        (_, Some(true)) => Some(Theme::Dark),
        (_, Some(false)) => Some(Theme::Light),
        _ => None,
    }
}
