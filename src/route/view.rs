//! What fills the page beside the bar.

/// The ways to look at a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// The map with the reading pane.
    #[default]
    Map,
    /// Two plans, clause against clause.
    Compare,
    /// Matters down, parties across.
    Positions,
    /// What happened and what was said, on an axis of days.
    Timeline,
    /// All sources.
    Sources,
    /// All of the dossier without a map.
    List,
}

impl View {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Map,
        Self::Compare,
        Self::Positions,
        Self::Timeline,
        Self::Sources,
        Self::List,
    ];

    /// The word in addresses and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Compare => "compare",
            Self::Positions => "positions",
            Self::Timeline => "timeline",
            Self::Sources => "sources",
            Self::List => "list",
        }
    }

    /// The view of a word; the map for a word that names none.
    pub fn of(slug: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|view| view.slug() == slug).unwrap_or_default()
    }
}
