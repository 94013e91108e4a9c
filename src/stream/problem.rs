//! What can be wrong with a file, in words, and what to do about it.

use thiserror::Error;

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
    #[error("a text with the control character {found:#04x}")]
    RawControl {
        /// The byte.
        found: u8,
    },
    /// A text that is not UTF-8.
    #[error("this text is not in UTF-8")]
    NotUtf8,
    /// A backslash in a text that means no character.
    #[error("`{found}` in a text means no character")]
    BadEscape {
        /// The backslash and what follows.
        found: String,
    },
    /// Brackets in brackets without end.
    #[error("brackets more than 128 deep")]
    DeepBrackets,
    /// A feature whose end cannot be found.
    #[error("these brackets do not match, so the end of the feature cannot be found")]
    Lost,
    /// The bytes end within something.
    #[error("the file ends too early")]
    EndsEarly,
    /// The bytes end within something in which something else is wrong.
    #[error("the end of this feature is not found before the end of the file")]
    EndsWithin,
    /// Something comes after the end.
    #[error("the file goes on after its end with {found}")]
    GoesOn {
        /// What comes.
        found: String,
    },
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// A web page.
    #[error("this is a web page or XML, no GeoJSON")]
    Page,
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
    /// A top level with features that calls itself something else, or nothing.
    #[error("expected \"type\": \"FeatureCollection\" beside \"features\", found {found}")]
    NotCollection {
        /// The `type`, or `nothing`.
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
    /// A comma before the end of the features.
    #[error("a comma after the last feature")]
    LastComma,
    /// Two features side by side.
    #[error("no comma between two features")]
    NoComma,
    /// A member that is there twice.
    #[error("a second \"{member}\"")]
    Twice {
        /// Its name.
        member: &'static str,
    },
    /// A feature that calls itself something else.
    #[error("expected \"type\": \"Feature\", found {found}")]
    NoFeature {
        /// The `type`.
        found: String,
    },
    /// A feature that does not say that it is one.
    #[error("it has no \"type\": \"Feature\"")]
    Untyped,
    /// An id that is neither a text nor a number.
    #[error("expected an id that is a text or a number, found {found}")]
    Id {
        /// What stands there.
        found: String,
    },
    /// Properties that are no object.
    #[error("expected \"properties\" to be an object, found {found}")]
    Properties {
        /// What stands there.
        found: String,
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
    #[error("its {kind} has no {member}")]
    NoCoordinates {
        /// The type.
        kind: &'static str,
        /// What it should have.
        member: &'static str,
    },
    /// A geometry with what belongs to another sort.
    #[error("a {kind} with \"{member}\"")]
    Stray {
        /// The type.
        kind: &'static str,
        /// What it should not have.
        member: &'static str,
    },
    /// Brackets that do not suit the type.
    #[error("the positions of a {kind} lie {wanted} deep in brackets, these {found}")]
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
    /// An array without positions among others that have some.
    #[error("an empty array among the coordinates")]
    EmptyPart,
    /// Collections in collections in collections.
    #[error("geometry collections more than eight deep")]
    Nested,
    /// A position of fewer than two numbers.
    #[error("a position of {}", numbers(*found))]
    ShortPosition {
        /// How many there are.
        found: usize,
    },
    /// A position of more than three numbers.
    #[error("a position of more than three numbers")]
    LongPosition,
    /// A number that is no longitude.
    #[error("expected a longitude from -180 to 180, found {found}")]
    Longitude {
        /// The number as it is written.
        found: String,
    },
    /// A number that is no latitude.
    #[error("expected a latitude from -90 to 90, found {found}")]
    Latitude {
        /// The number as it is written.
        found: String,
    },
    /// A line of fewer than two positions.
    #[error("a line of {}", positions(*found))]
    ShortLine {
        /// How many there are.
        found: usize,
    },
    /// A ring of fewer than four positions.
    #[error("a ring of {}", positions(*found))]
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

fn positions(found: usize) -> String {
    format!("{found} position{}", if found == 1 { "" } else { "s" })
}

fn numbers(found: usize) -> String {
    format!("{found} number{}", if found == 1 { "" } else { "s" })
}

impl Problem {
    /// What to do, and for what is mended what is made of it meanwhile.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Expected { .. } => "correct the JSON here",
            Self::RawControl { .. } => {
                "write a line break as \\n and a tab as \\t, and close each text with a quotation mark"
            }
            Self::NotUtf8 | Self::Utf16 => "save the file as UTF-8",
            Self::BadEscape { .. } => "write the character itself, or \\\\ for a backslash",
            Self::DeepBrackets => "take out what lies so deep",
            Self::Lost => "mend the brackets of this feature",
            Self::EndsEarly => "get the whole file",
            Self::EndsWithin => "mend what is told before this, or get the whole file",
            Self::GoesOn { .. } => "put all features into one FeatureCollection and end with it",
            Self::Empty => "give it a FeatureCollection",
            Self::Page => "open the address in a browser to see what it gives",
            Self::ByteOrderMark => "save it as UTF-8 without one; it is passed over",
            Self::NoGeoJson { .. } | Self::NoFeatures => {
                "export it as GeoJSON: {\"type\": \"FeatureCollection\", \"features\": [...]}"
            }
            Self::NotCollection { .. } => "write it so; it is read as if it said that",
            Self::Crs { .. } => {
                "export it in longitude and latitude of WGS 84; it is read as if it were"
            }
            Self::LastComma | Self::EmptyPart => "take it away; it is passed over",
            Self::NoComma => "put one here; it is read as if it were there",
            Self::Twice { .. } => "keep one of them",
            Self::NoFeature { .. } => {
                "put features side by side in \"features\", each with its geometry in \"geometry\""
            }
            Self::Untyped => "add it; it is drawn as if it had",
            Self::Id { .. } => "write one; it goes by its number in the file",
            Self::Properties { .. } => "write {\"name\": ...}; it is drawn without a name",
            Self::NoGeometry => "give it one, or take the feature out",
            Self::NoCoordinates { .. } => "give it some, or take it out",
            Self::NoType { .. } => {
                "use Point, LineString, Polygon, their Multi forms or GeometryCollection"
            }
            Self::Stray { .. } => {
                "a GeometryCollection has \"geometries\", each other type \"coordinates\""
            }
            Self::Depth { .. } | Self::TooDeep | Self::Mixed => {
                "mend the brackets, or write the type that they suit"
            }
            Self::Nested => "put the geometries side by side",
            Self::ShortPosition { .. } => "write [longitude, latitude]",
            Self::LongPosition => {
                "write [longitude, latitude], with a point before decimals; its first two are read"
            }
            Self::Longitude { .. } | Self::Latitude { .. } => {
                "write degrees of WGS 84, longitude first; metres cannot be used"
            }
            Self::ShortLine { .. } => "a line needs at least two",
            Self::ShortRing { .. } => {
                "a ring ends on the position it begins with; a triangle has four"
            }
            Self::OpenRing => {
                "repeat its first position at the end; it is drawn as if that were there"
            }
            Self::TooMany => "simplify it, or split it",
        }
    }
}
