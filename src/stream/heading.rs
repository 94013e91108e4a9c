//! The top level of a file: what it says besides its features.

use super::cursor::{Cursor, Stop};
use super::feature::{Take, is_known, member, plain};
use super::finding::Weight;
use super::place::Place;
use super::problem::Problem;
use super::read::{Reader, State};
use super::settle::{bare, is_geometry};
use super::shown::{found, short};

/// The type of a file of features.
const COLLECTION: &[u8] = b"FeatureCollection";

/// A member of the top level longer than this is none that says what the file is.
const LONGEST_MEMBER: usize = 4096;

/// What the top level of a file says besides its features.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    pub(super) members: Vec<(String, String)>,
    /// `type` as it is written, and where it stands.
    kind: Option<(Vec<u8>, Place)>,
    /// Where the top level begins.
    start: Place,
}

impl Heading {
    /// A text or a number that stands at the top level under this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.members.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether the file has said that it is a collection.
    pub(super) fn is_collection(&self) -> bool {
        let kind = self.kind.as_ref();
        kind.is_some_and(|(kind, _)| bare(kind) == Some(COLLECTION))
    }

    /// Takes it for said: whoever has read the beginning of the file knows.
    pub(super) fn take_for_collection(&mut self) {
        self.kind = Some(([b"\"", COLLECTION, b"\""].concat(), Place::default()));
    }
}

impl Reader {
    /// The top level up to the features, or all of a file that is one feature or geometry.
    pub(super) fn top(
        &mut self,
        cursor: &mut Cursor<'_>,
        buffer: &[u8],
        take: &mut impl Take,
    ) -> Result<(), Stop> {
        match cursor.next()? {
            b'{' => {}
            b'<' => return Err(Stop::Wrong(Problem::Page)),
            _ => {
                let found = found(cursor.rest).ok_or(Stop::More)?;
                return Err(Stop::Wrong(Problem::NoGeoJson { found }));
            }
        }
        let start = *cursor;
        self.heading = Heading {
            start: self.place(buffer, start, start.left()),
            ..Heading::default()
        };
        cursor.bump();
        if self.members(cursor, buffer)? {
            self.state = State::First;
            return Ok(());
        }
        let (kind, _) = self.heading.kind.clone().unwrap_or_default();
        if bare(&kind) == Some(b"Feature") {
            self.one(&mut { start }, buffer, take)?;
        } else if is_geometry(&kind) {
            self.lone_geometry(start, buffer, take)?;
        } else {
            *cursor = start;
            let found = "nothing".to_owned();
            return Err(Stop::Wrong(match bare(&kind) {
                Some(_) => Problem::NoFeatures,
                None => Problem::NoGeoJson { found },
            }));
        }
        self.state = State::End;
        Ok(())
    }

    /// The members of the top level, up to the array of features; false when the object ends
    /// without one.
    fn members(&mut self, cursor: &mut Cursor<'_>, buffer: &[u8]) -> Result<bool, Stop> {
        while !cursor.take(b'}') {
            let before = *cursor;
            let key = cursor.key()?;
            cursor.next()?;
            if key == b"features" {
                if self.state == State::After {
                    *cursor = before;
                    return Err(Stop::Wrong(Problem::Twice { member: "features" }));
                }
                cursor.expect(b'[', "an array of features")?;
                return Ok(true);
            }
            let here = *cursor;
            let value = cursor.value()?;
            let place = self.place(buffer, before, here.left());
            match key {
                b"type" => {
                    if !is_known(value) {
                        *cursor = here;
                        let found = short(value);
                        return Err(Stop::Wrong(Problem::NoGeoJson { found }));
                    }
                    self.heading.kind = Some((value.to_owned(), place));
                }
                b"crs" => {
                    let name = Some(crs_name(value)).filter(|name| !is_wgs84(name));
                    self.crs = name.map(|name| (name, place));
                }
                _ => {}
            }
            if value.len() <= LONGEST_MEMBER {
                let key = String::from_utf8_lossy(key).into_owned();
                let words = plain(value);
                self.heading.members.extend(words.map(|words| (key, words)));
            }
            cursor.comma()?;
        }
        Ok(false)
    }

    /// What comes after the features.
    pub(super) fn after(&mut self, cursor: &mut Cursor<'_>, buffer: &[u8]) -> Result<(), Stop> {
        cursor.comma()?;
        self.members(cursor, buffer)?;
        self.state = State::End;
        let kind = self.heading.kind.as_ref();
        let (kind, place) = match kind {
            Some((kind, place)) => (kind.as_slice(), *place),
            None => (&b"nothing"[..], self.heading.start),
        };
        if bare(kind) != Some(COLLECTION) {
            let found = short(kind);
            self.push(
                place,
                None,
                Problem::NotCollection { found },
                Weight::Mended,
            );
        }
        Ok(())
    }
}

/// Whether a coordinate system is that of longitude and latitude. `null` names none.
fn is_wgs84(name: &str) -> bool {
    name.ends_with("CRS84") || name.ends_with(":4326") || name == "null"
}

/// The name within an old-style `crs` member, or its beginning.
fn crs_name(value: &[u8]) -> String {
    let name = member(value, "properties").and_then(|properties| member(properties, "name"));
    let name = name.and_then(plain);
    name.map_or_else(|| short(value), |name| short(name.as_bytes()))
}
