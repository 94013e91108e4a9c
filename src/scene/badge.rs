//! What a lens shows of a region: a fill, and a badge that says the same without colour.

/// What fills a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fill {
    /// A class of the ladder, 0 to 4, from none to most.
    Class(u8),
    /// The tint of a glyph.
    Tint(Glyph),
}

/// A shape that says a stance, or how the parties' stances stand to each other. No two share an
/// outline and a figure, so that none needs its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Glyph {
    /// Disc and tick: supports, agreed.
    Supports,
    /// Half disc: conditional.
    Conditional,
    /// Square and cross: opposes.
    Opposes,
    /// Diamond and dot: open.
    Open,
    /// Broken ring: silent.
    Silent,
    /// Disc in quarters: not the same on all matters.
    Mixed,
    /// Square with two points that meet: contested.
    Contested,
}

/// What a badge shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum BadgeFace {
    /// A shape.
    Glyph(Glyph),
    /// A party's letters in a box.
    Letters(String),
}

/// A badge on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Badge {
    /// The region that it speaks of.
    pub key: String,
    /// Its middle, in tenths of a px.
    pub at: super::Corner,
    /// Its width and height, in tenths of a px.
    pub size: (i32, i32),
    /// What it shows.
    pub face: BadgeFace,
}

impl Fill {
    /// Nothing to say: the plain colour of land.
    pub const PLAIN: Self = Self::Class(0);

    /// A word for classes and patterns: `class-2`, `tint-opposes`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Class(0) => "class-0",
            Self::Class(1) => "class-1",
            Self::Class(2) => "class-2",
            Self::Class(3) => "class-3",
            Self::Class(_) => "class-4",
            Self::Tint(Glyph::Supports) => "tint-supports",
            Self::Tint(Glyph::Conditional) => "tint-conditional",
            Self::Tint(Glyph::Opposes) => "tint-opposes",
            Self::Tint(Glyph::Open) => "tint-open",
            Self::Tint(Glyph::Silent) => "tint-silent",
            Self::Tint(Glyph::Mixed) => "tint-mixed",
            Self::Tint(Glyph::Contested) => "tint-contested",
        }
    }

    /// How soon a region of this fill gets its name where there is room for few.
    pub(super) fn weight(self) -> u8 {
        match self {
            Self::Class(class) => class,
            Self::Tint(_) => 1,
        }
    }
}

impl Glyph {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Supports,
        Self::Conditional,
        Self::Opposes,
        Self::Open,
        Self::Silent,
        Self::Mixed,
        Self::Contested,
    ];

    /// A word for classes and patterns.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Conditional => "conditional",
            Self::Opposes => "opposes",
            Self::Open => "open",
            Self::Silent => "silent",
            Self::Mixed => "mixed",
            Self::Contested => "contested",
        }
    }
}
