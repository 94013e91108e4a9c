//! What is wrong with a file, and where.

use thiserror::Error;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in bytes, counted from 1.
    pub column: usize,
    /// The feature it is about, by its id or, without one, its number in the file from 1.
    pub feature: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if let Some(feature) = &self.feature {
            write!(f, "feature `{feature}`: ")?;
        }
        write!(f, "{}; {}", self.problem, self.problem.remedy())
    }
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Problem {
    /// Something else stands where this was expected.
    #[error("expected {wanted}, found {found}")]
    Expected {
        /// What should stand here.
        wanted: &'static str,
        /// What does.
        found: String,
    },
    /// A line break or another control character within a text.
    #[error("a control character in a text")]
    RawControl,
    /// The bytes end within something.
    #[error("the file ends too early")]
    EndsEarly,
    /// Something comes after the end.
    #[error("the file goes on after its end")]
    GoesOn,
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// A byte order mark.
    #[error("the file begins with a byte order mark")]
    ByteOrderMark,
    /// A file in UTF-16.
    #[error("the file is in UTF-16")]
    Utf16,
    /// A top level that is neither a collection, a feature nor a geometry.
    #[error("expected a FeatureCollection, a Feature or a geometry, found {found}")]
    NoGeoJson {
        /// The `type`, or what stands instead.
        found: String,
    },
    /// A collection without its features.
    #[error("the FeatureCollection has no \"features\"")]
    NoFeatures,
    /// Another system of coordinates.
    #[error("the file names the coordinate system {name}")]
    Crs {
        /// As the file names it.
        name: String,
    },
    /// A feature that says no geometry, or `null`.
    #[error("it has no geometry")]
    NoGeometry,
    /// A geometry of a type that is none.
    #[error("expected a type of geometry, found {found}")]
    NoType {
        /// What stands there.
        found: String,
    },
    /// A geometry without positions.
    #[error("its {kind} has no coordinates")]
    NoCoordinates {
        /// The type.
        kind: &'static str,
    },
    /// Brackets that do not suit the type.
    #[error("the coordinates of a {kind} are {wanted} brackets deep, these are {found}")]
    Depth {
        /// The type.
        kind: &'static str,
        /// How deep they should be.
        wanted: u8,
        /// How deep they are.
        found: u8,
    },
    /// Brackets deeper than any geometry has.
    #[error("coordinates more than four brackets deep")]
    TooDeep,
    /// Positions and arrays side by side.
    #[error("a position stands beside an array of positions")]
    Mixed,
    /// Collections in collections in collections.
    #[error("geometry collections more than eight deep")]
    Nested,
    /// A position of fewer than two numbers.
    #[error("a position of {found} numbers")]
    ShortPosition {
        /// How many there are.
        found: usize,
    },
    /// A number that is no longitude.
    #[error("expected a longitude from -180 to 180, found {found}")]
    Longitude {
        /// The number.
        found: f64,
    },
    /// A number that is no latitude.
    #[error("expected a latitude from -90 to 90, found {found}")]
    Latitude {
        /// The number.
        found: f64,
    },
    /// A line of fewer than two positions.
    #[error("a line of {found} positions")]
    ShortLine {
        /// How many there are.
        found: usize,
    },
    /// A ring of fewer than four positions.
    #[error("a ring of {found} positions")]
    ShortRing {
        /// How many there are.
        found: usize,
    },
    /// A ring that does not end where it began.
    #[error("a ring that is not closed")]
    OpenRing,
    /// More positions than can be held.
    #[error("the file has more than {} positions", super::LIMIT)]
    TooMany,
}

/// What becomes of a feature, or of the file, in which something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It is used all the same.
    Mended,
    /// The feature is left out.
    Feature,
    /// Everything from here on is left out.
    Rest,
}

impl Problem {
    pub(super) fn expected(wanted: &'static str, found: u8) -> Self {
        let found = match found {
            b'"' => "a text".to_owned(),
            b'{' => "an object".to_owned(),
            b'[' => "an array".to_owned(),
            b'0'..=b'9' | b'-' => "a number".to_owned(),
            0x20..=0x7E => format!("`{}`", char::from(found)),
            other => format!("the byte {other:#04x}"),
        };
        Self::Expected { wanted, found }
    }

    /// What becomes of what it is about.
    pub fn weight(&self) -> Weight {
        match self {
            Self::ByteOrderMark | Self::OpenRing | Self::Crs { .. } => Weight::Mended,
            Self::RawControl
            | Self::EndsEarly
            | Self::GoesOn
            | Self::Empty
            | Self::Utf16
            | Self::NoGeoJson { .. }
            | Self::NoFeatures
            | Self::TooMany => Weight::Rest,
            _ => Weight::Feature,
        }
    }

    /// What to do, and what becomes of the feature or the file meanwhile.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Expected { .. } | Self::RawControl => {
                "correct the JSON here; what cannot be read is left out"
            }
            Self::EndsEarly => "get the whole file; the features before this are shown",
            Self::GoesOn => "take away what follows; it is left aside",
            Self::Empty => "give it a FeatureCollection",
            Self::ByteOrderMark => "save it as UTF-8 without one; it is passed over",
            Self::Utf16 => "save it as UTF-8",
            Self::NoGeoJson { .. } | Self::NoFeatures => {
                "give {\"type\": \"FeatureCollection\", \"features\": [...]}"
            }
            Self::Crs { .. } => {
                "export it in longitude and latitude of WGS 84; it is read as if it were"
            }
            Self::NoGeometry | Self::NoCoordinates { .. } => {
                "give it one, or leave the feature out; it is not drawn"
            }
            Self::NoType { .. } => {
                "use Point, LineString, Polygon, their Multi forms or GeometryCollection"
            }
            Self::Depth { .. } | Self::TooDeep | Self::Mixed => {
                "mend the brackets; the feature is left out"
            }
            Self::Nested => "put the geometries side by side; the feature is left out",
            Self::ShortPosition { .. } => "write [longitude, latitude]; the feature is left out",
            Self::Longitude { .. } | Self::Latitude { .. } => {
                "write degrees of WGS 84, longitude first; the feature is left out"
            }
            Self::ShortLine { .. } => "a line needs at least two; the feature is left out",
            Self::ShortRing { .. } => {
                "a ring ends on the position it begins with, a triangle has four; the feature is left out"
            }
            Self::OpenRing => {
                "repeat its first position at the end; it is drawn as if that were there"
            }
            Self::TooMany => "simplify it or split it; what was read so far is shown",
        }
    }
}
