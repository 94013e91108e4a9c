//! One feature: what it says, and whether it is one.

use super::cursor::{Cursor, Stop};
use super::geometry::Geometry;
use super::problem::Problem;
use super::settle::{Mended, bare, is_geometry};
use super::shown;

/// Takes the features of a file in their order.
pub trait Take {
    /// The next feature.
    fn feature(&mut self, feature: &Feature<'_>);
}

/// A feature as it is handed on.
#[derive(Debug, Clone, Copy)]
pub struct Feature<'a> {
    /// Its number in the file, counted from 1, with those that were left out.
    pub number: usize,
    /// Its `id` as it is written, with its quotation marks if it is a text.
    pub id: Option<&'a [u8]>,
    /// Its `properties`, an object, as they are written.
    pub properties: Option<&'a [u8]>,
    /// Where it lies.
    pub geometry: &'a Geometry,
}

impl<'a> Feature<'a> {
    /// A property as it is written; `None` when there is none of this name.
    pub fn property(&self, name: &str) -> Option<&'a [u8]> {
        member(self.properties?, name)
    }

    /// The id without quotation marks, or else the number.
    pub fn name(&self) -> String {
        self.id
            .and_then(plain)
            .unwrap_or_else(|| self.number.to_string())
    }
}

/// A member of an object as it is written, as far as the object is sound.
pub(super) fn member<'a>(object: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let mut cursor = Cursor::new(object, 0);
    cursor.expect(b'{', "").ok()?;
    while !cursor.take(b'}') {
        let key = cursor.key().ok()?;
        let value = cursor.value().ok()?;
        if key == name.as_bytes() {
            return Some(value);
        }
        cursor.take(b',');
    }
    None
}

/// A text or a number as words.
pub(super) fn plain(written: &[u8]) -> Option<String> {
    let written = std::str::from_utf8(written).ok()?;
    if let Ok(words) = serde_json::from_str::<String>(written) {
        return (!words.is_empty()).then_some(words);
    }
    let number = serde_json::from_str::<serde_json::Number>(written).ok()?;
    Some(number.to_string())
}

/// What a feature says besides its geometry.
#[derive(Default)]
pub(super) struct Members<'a> {
    pub(super) id: Option<&'a [u8]>,
    pub(super) properties: Option<&'a [u8]>,
    kind: Option<(Cursor<'a>, &'a [u8])>,
    /// Where the geometry stands, and whether there is one.
    geometry: Option<(Cursor<'a>, bool)>,
}

impl<'a> Members<'a> {
    /// Reads a feature, its geometry into `geometry`.
    pub(super) fn read(
        cursor: &mut Cursor<'a>,
        geometry: &mut Geometry,
        mended: &mut Mended,
    ) -> Result<Self, Stop> {
        let mut said = Self::default();
        cursor.next()?;
        let start = *cursor;
        cursor.expect(b'{', "a feature")?;
        while !cursor.take(b'}') {
            cursor.next()?;
            let name = *cursor;
            let key = cursor.key()?;
            if let Some(member) = said.member(key, cursor, geometry, mended)? {
                *cursor = name;
                return Err(Stop::Wrong(Problem::Twice { member }));
            }
            cursor.comma()?;
        }
        if let Err((at, problem)) = said.settle(start, mended) {
            *cursor = at;
            return Err(Stop::Wrong(problem));
        }
        Ok(said)
    }

    /// Reads the value of a member; gives its name if it has been there before.
    fn member(
        &mut self,
        key: &[u8],
        cursor: &mut Cursor<'a>,
        geometry: &mut Geometry,
        mended: &mut Mended,
    ) -> Result<Option<&'static str>, Stop> {
        let next = cursor.next()?;
        let here = *cursor;
        let twice = match key {
            b"geometry" => {
                if self.geometry.is_some() {
                    return Ok(Some("geometry"));
                }
                match next {
                    b'{' => geometry.add(cursor, 0, mended)?,
                    b'n' => {
                        cursor.value()?;
                    }
                    _ => return Err(cursor.wrong("a geometry")),
                }
                self.geometry = Some((here, next == b'{'));
                None
            }
            b"id" => {
                let value = cursor.value()?;
                // `null` is how many programs write that there is none.
                if !matches!(next, b'"' | b'-' | b'0'..=b'9' | b'n') {
                    let found = shown::found(here.rest).unwrap_or_default();
                    mended.push((here.left(), Problem::Id { found }));
                }
                self.id.replace(value).map(|_| "id")
            }
            b"properties" => {
                let value = cursor.value()?;
                if !matches!(next, b'{' | b'n') {
                    let found = shown::found(here.rest).unwrap_or_default();
                    mended.push((here.left(), Problem::Properties { found }));
                }
                let object = Some(value).filter(|_| next == b'{');
                let before = std::mem::replace(&mut self.properties, object);
                before.map(|_| "properties")
            }
            b"type" => {
                let value = cursor.value()?;
                self.kind.replace((here, value)).map(|_| "type")
            }
            _ => {
                cursor.value()?;
                None
            }
        };
        Ok(twice)
    }

    /// Whether it is a feature that lies somewhere, now that all of it is known.
    fn settle(&self, start: Cursor<'a>, mended: &mut Mended) -> Result<(), (Cursor<'a>, Problem)> {
        let drawn = matches!(self.geometry, Some((_, true)));
        match self.kind {
            Some((here, kind)) if bare(kind) != Some(b"Feature") => {
                let found = shown::short(kind);
                return Err((here, Problem::NoFeature { found }));
            }
            None if drawn => mended.push((start.left(), Problem::Untyped)),
            _ => {}
        }
        match self.geometry {
            Some((_, true)) => Ok(()),
            Some((here, false)) => Err((here, Problem::NoGeometry)),
            None => Err((start, Problem::NoGeometry)),
        }
    }
}

/// Whether a `type` at the top level is one that can be read.
pub(super) fn is_known(kind: &[u8]) -> bool {
    is_geometry(kind) || matches!(bare(kind), Some(b"Feature" | b"FeatureCollection"))
}
