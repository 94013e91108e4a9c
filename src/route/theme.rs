//! Light or dark.

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

    /// The theme that a word names.
    pub(super) fn named(slug: &str) -> Option<Self> {
        let mut all = [Self::Auto, Self::Light, Self::Dark].into_iter();
        all.find(|theme| theme.slug() == slug)
    }

    /// The theme of a word; the system's for a word that names none.
    pub(super) fn of(slug: &str) -> Self {
        Self::named(slug).unwrap_or_default()
    }
}
