//! Reads a file in pieces and hands its features on.

use super::cursor::{Cursor, Stop};
use super::finding::{Finding, Problem, Weight};
use super::geometry::{Geometry, comma, short};
use super::positions::LIMIT;

/// No more findings than this are kept; the others are counted.
const MOST_FINDINGS: usize = 100;

/// A member of the top level longer than this is none that says what the file is.
const LONGEST_MEMBER: usize = 4096;

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
    /// Its `properties` as they are written.
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

/// A member of an object as it is written.
fn member<'a>(object: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let mut cursor = Cursor::new(object, 0);
    cursor.expect(b'{', "").ok()?;
    while !cursor.take(b'}') {
        let key = cursor.text().ok()?;
        cursor.expect(b':', "").ok()?;
        let value = cursor.skip().ok()?;
        if key == name.as_bytes() {
            return Some(value);
        }
        cursor.take(b',');
    }
    None
}

/// A text or a number as words.
pub(super) fn plain(written: &[u8]) -> Option<String> {
    match serde_json::from_slice(written).ok()? {
        serde_json::Value::String(words) if !words.is_empty() => Some(words),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// What the top level of a file says besides its features.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    members: Vec<(String, String)>,
}

impl Heading {
    /// A text or a number that stands at the top level under this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.members.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// What a file held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// Features that were handed on.
    pub features: usize,
    /// Features that were left out.
    pub left_out: usize,
    /// Positions of the features that were handed on.
    pub positions: usize,
    /// Everything that is wrong, though only the first hundred are kept.
    pub findings: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing has been read.
    Start,
    /// Within the array of features; `true` when a comma or the end must come next.
    Features(bool),
    /// After the features, within the collection.
    After,
    /// After the end, or after what cannot be read.
    Done,
}

/// Reads one file.
#[derive(Debug)]
pub struct Reader {
    buffer: Vec<u8>,
    /// How many bytes there must be before another try is worth it.
    wanted: usize,
    state: State,
    lines: usize,
    /// How much of its line came before the buffer.
    column: usize,
    number: usize,
    geometry: Geometry,
    open: Vec<usize>,
    collection: bool,
    /// The coordinate system that the file names, and where.
    crs: Option<(String, (usize, usize))>,
    /// What is known of the file besides its features.
    pub heading: Heading,
    /// What is wrong, the first hundred.
    pub findings: Vec<Finding>,
    /// How much there was.
    pub counted: Counted,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            buffer: Vec::new(),
            wanted: 0,
            state: State::Start,
            lines: 0,
            column: 0,
            number: 0,
            geometry: Geometry::default(),
            open: Vec::new(),
            collection: false,
            crs: None,
            heading: Heading::default(),
            findings: Vec::new(),
            counted: Counted::default(),
        }
    }
}

impl Reader {
    /// Reads a file that is there as a whole.
    pub fn read(bytes: &[u8], take: &mut impl Take) -> Self {
        let mut reader = Self::default();
        reader.feed(bytes.len(), |room| room.copy_from_slice(bytes), take);
        reader.finish(take);
        reader
    }

    /// Takes `length` bytes more, which `fill` writes, and hands on what is whole by now.
    pub fn feed(&mut self, length: usize, fill: impl FnOnce(&mut [u8]), take: &mut impl Take) {
        let start = self.buffer.len();
        self.buffer.resize(start + length, 0);
        if let Some(room) = self.buffer.get_mut(start..) {
            fill(room);
        }
        if self.buffer.len() >= self.wanted {
            self.advance(false, take);
        }
    }

    /// Says that there are no bytes more.
    pub fn finish(&mut self, take: &mut impl Take) {
        self.advance(true, take);
        self.buffer = Vec::new();
        if let Some((name, place)) = self.crs.take().filter(|(name, _)| !is_wgs84(name)) {
            self.push(place, None, Problem::Crs { name });
        }
    }

    /// Reads what can be read, and keeps the rest for the next time.
    fn advance(&mut self, last: bool, take: &mut impl Take) {
        // At the end of the file nothing is cut in two: a space ends the last number.
        if last && !self.buffer.is_empty() {
            self.buffer.push(b' ');
        }
        let buffer = std::mem::take(&mut self.buffer);
        let mut cursor = Cursor::new(&buffer, self.lines);
        loop {
            let before = cursor;
            let step = match self.state {
                State::Start => self.start(&mut cursor, &buffer, take),
                State::Features(next) => self.feature(&mut cursor, &buffer, next, take),
                State::After => self.after(&mut cursor, &buffer),
                State::Done => break,
            };
            match step {
                Ok(()) => {}
                Err(Stop::More) => {
                    if last {
                        self.ends(&buffer, before);
                    }
                    cursor = before;
                    break;
                }
                Err(Stop::Wrong(problem)) => {
                    let at = buffer.len() - cursor.left();
                    self.buffer = buffer;
                    self.tell(at, None, problem);
                    self.state = State::Done;
                    self.buffer.clear();
                    return;
                }
            }
        }
        let read = buffer.len() - cursor.left();
        let (column, goes_on) = cursor.column(buffer.len());
        self.column = if goes_on {
            self.column + column
        } else {
            column
        };
        self.lines = cursor.lines;
        self.keep(buffer, read);
    }

    /// Keeps what has not been read.
    fn keep(&mut self, mut buffer: Vec<u8>, read: usize) {
        if self.state == State::Done {
            buffer.clear();
        } else {
            buffer.drain(..read);
        }
        // What is not whole in so many bytes is tried again in twice as many, so that one feature
        // of any length costs no more than twice its reading.
        self.wanted = buffer.len() * 2;
        self.buffer = buffer;
    }

    /// The file ends within what begins at `before`.
    fn ends(&mut self, buffer: &[u8], mut before: Cursor<'_>) {
        let nothing_more = before.peek().is_none();
        let problem = match self.state {
            State::After if nothing_more && !self.collection => None,
            State::Start if nothing_more => Some(Problem::Empty),
            State::Start if looks_utf16(buffer) => Some(Problem::Utf16),
            _ => Some(Problem::EndsEarly),
        };
        let within_feature = self.state == State::Features(false) && !nothing_more;
        self.counted.left_out += usize::from(within_feature);
        let feature = within_feature.then(|| (self.number + 1).to_string());
        if let Some(problem) = problem {
            let place = self.place(buffer, buffer.len().saturating_sub(1));
            self.push(place, feature, problem);
        }
        self.state = State::Done;
    }

    /// The top level up to the features, or all of a file that is one feature or geometry.
    fn start(
        &mut self,
        cursor: &mut Cursor<'_>,
        buffer: &[u8],
        take: &mut impl Take,
    ) -> Result<(), Stop> {
        if looks_utf16(buffer) {
            return Err(Stop::Wrong(Problem::Utf16));
        }
        if buffer.starts_with(b"\xEF\xBB\xBF") {
            if self.counted.findings == 0 {
                let place = self.place(buffer, 0);
                self.push(place, None, Problem::ByteOrderMark);
            }
            cursor.go_to(cursor.left().min(buffer.len() - 3));
        }
        let start = *cursor;
        self.heading = Heading::default();
        cursor.expect(b'{', "an object")?;
        if self.members(cursor, buffer)? {
            self.collection = true;
            self.state = State::Features(false);
            return Ok(());
        }
        self.lone(start, cursor, buffer, take)?;
        self.state = State::After;
        self.collection = false;
        Ok(())
    }

    /// The members of the top level, up to the array of features; `false` when the object ends
    /// without one.
    fn members(&mut self, cursor: &mut Cursor<'_>, buffer: &[u8]) -> Result<bool, Stop> {
        while !cursor.take(b'}') {
            let key = cursor.text()?;
            cursor.expect(b':', "`:`")?;
            if key == b"features" {
                cursor.expect(b'[', "an array of features")?;
                return Ok(true);
            }
            let at = buffer.len() - cursor.left();
            let value = cursor.skip()?;
            if key == b"crs" && value != b"null" {
                self.crs = Some((crs_name(value), self.place(buffer, at)));
            } else if value.len() <= LONGEST_MEMBER {
                let key = String::from_utf8_lossy(key).into_owned();
                let words = plain(value);
                self.heading.members.extend(words.map(|words| (key, words)));
            }
            comma(cursor)?;
        }
        Ok(false)
    }

    /// A file that is one feature or one geometry.
    fn lone<'a>(
        &mut self,
        start: Cursor<'a>,
        end: &mut Cursor<'a>,
        buffer: &[u8],
        take: &mut impl Take,
    ) -> Result<(), Stop> {
        let kind = self.heading.get("type").unwrap_or("nothing").to_owned();
        let mut cursor = start;
        match kind.as_str() {
            "FeatureCollection" => {
                *end = start;
                return Err(Stop::Wrong(Problem::NoFeatures));
            }
            "Feature" => self.one(&mut cursor, buffer, take)?,
            "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon"
            | "MultiPolygon" | "GeometryCollection" => {
                self.number += 1;
                self.geometry.clear();
                self.open.clear();
                match self.geometry.add(&mut cursor, 0, &mut self.open) {
                    Ok(()) => self.hand_on(None, None, buffer, take),
                    Err(Stop::Wrong(problem)) => {
                        self.counted.left_out += 1;
                        let place = self.place(buffer, buffer.len() - cursor.left());
                        self.push(place, Some("1".to_owned()), problem);
                    }
                    Err(Stop::More) => return Err(Stop::More),
                }
            }
            _ => {
                *end = start;
                let found = short(kind.as_bytes());
                return Err(Stop::Wrong(Problem::NoGeoJson { found }));
            }
        }
        Ok(())
    }

    /// What comes next among the features: one of them, a comma, or their end.
    fn feature(
        &mut self,
        cursor: &mut Cursor<'_>,
        buffer: &[u8],
        next: bool,
        take: &mut impl Take,
    ) -> Result<(), Stop> {
        if cursor.take(b']') {
            self.state = State::After;
            // After the array a comma may come, and more members.
            return Ok(());
        }
        if next {
            cursor.expect(b',', "`,` or `]`")?;
            self.state = State::Features(false);
            return Ok(());
        }
        if self.counted.positions >= LIMIT {
            return Err(Stop::Wrong(Problem::TooMany));
        }
        self.one(cursor, buffer, take)?;
        self.state = State::Features(true);
        Ok(())
    }

    /// One feature: handed on, or told and passed over.
    fn one(
        &mut self,
        cursor: &mut Cursor<'_>,
        buffer: &[u8],
        take: &mut impl Take,
    ) -> Result<(), Stop> {
        let start = *cursor;
        self.geometry.clear();
        self.open.clear();
        let mut found = Members::default();
        match self.whole(cursor, &mut found) {
            Ok(()) => {
                self.number += 1;
                self.hand_on(found.id, found.properties, buffer, take);
                Ok(())
            }
            Err(Stop::More) => Err(Stop::More),
            Err(Stop::Wrong(problem)) => {
                let at = buffer.len() - cursor.left();
                *cursor = start;
                // Where the brackets are sound, the next feature can be found; else nothing can.
                cursor.skip().inspect_err(|stop| {
                    if matches!(stop, Stop::Wrong(_)) {
                        self.counted.left_out += 1;
                    }
                })?;
                self.number += 1;
                self.counted.left_out += 1;
                let name = member(start.until(cursor), "id").and_then(plain);
                let name = name.unwrap_or_else(|| self.number.to_string());
                let place = self.place(buffer, at);
                self.push(place, Some(name), problem);
                Ok(())
            }
        }
    }

    fn whole<'a>(&mut self, cursor: &mut Cursor<'a>, found: &mut Members<'a>) -> Result<(), Stop> {
        let start = *cursor;
        cursor.expect(b'{', "a feature")?;
        let mut geometry = false;
        while !cursor.take(b'}') {
            let key = cursor.text()?;
            cursor.expect(b':', "`:`")?;
            match key {
                b"geometry" if cursor.next()? == b'{' && !geometry => {
                    self.geometry.add(cursor, 0, &mut self.open)?;
                    geometry = true;
                }
                b"id" => found.id = Some(cursor.skip()?),
                b"properties" => found.properties = Some(cursor.skip()?),
                _ => {
                    cursor.skip()?;
                }
            }
            comma(cursor)?;
        }
        if geometry {
            return Ok(());
        }
        *cursor = start;
        Err(Stop::Wrong(Problem::NoGeometry))
    }

    fn hand_on(
        &mut self,
        id: Option<&[u8]>,
        properties: Option<&[u8]>,
        buffer: &[u8],
        take: &mut impl Take,
    ) {
        let feature = Feature {
            number: self.number,
            id,
            properties,
            geometry: &self.geometry,
        };
        self.counted.features += 1;
        self.counted.positions += self.geometry.len();
        take.feature(&feature);
        let name = feature.name();
        for left in std::mem::take(&mut self.open) {
            let place = self.place(buffer, buffer.len() - left);
            self.push(place, Some(name.clone()), Problem::OpenRing);
        }
    }

    /// What comes after the features.
    fn after(&mut self, cursor: &mut Cursor<'_>, buffer: &[u8]) -> Result<(), Stop> {
        if self.collection {
            comma(cursor)?;
            if self.members(cursor, buffer)? {
                return Err(Stop::Wrong(Problem::expected("one \"features\"", b'[')));
            }
            self.collection = false;
            return self.check_heading();
        }
        if cursor.peek().is_some() {
            return Err(Stop::Wrong(Problem::GoesOn));
        }
        Err(Stop::More)
    }

    fn check_heading(&mut self) -> Result<(), Stop> {
        let kind = self.heading.get("type").unwrap_or("nothing");
        if kind == "FeatureCollection" {
            return Ok(());
        }
        let found = short(kind.as_bytes());
        Err(Stop::Wrong(Problem::NoGeoJson { found }))
    }

    /// Line and column of a place in the buffer, counted from 1.
    fn place(&self, buffer: &[u8], at: usize) -> (usize, usize) {
        let before = buffer.get(..at).unwrap_or(buffer);
        let breaks = before.iter().filter(|c| **c == b'\n').count();
        let column = match before.iter().rposition(|c| *c == b'\n') {
            Some(last) => before.len() - last,
            None => self.column + before.len() + 1,
        };
        (self.lines + breaks + 1, column)
    }

    fn tell(&mut self, at: usize, feature: Option<String>, problem: Problem) {
        let place = self.place(&self.buffer, at);
        self.push(place, feature, problem);
    }

    fn push(&mut self, (line, column): (usize, usize), feature: Option<String>, problem: Problem) {
        self.counted.findings += 1;
        if self.findings.len() < MOST_FINDINGS || problem.weight() == Weight::Rest {
            self.findings.push(Finding {
                line,
                column,
                feature,
                problem,
            });
        }
    }
}

/// What a feature says of itself.
#[derive(Default)]
struct Members<'a> {
    id: Option<&'a [u8]>,
    properties: Option<&'a [u8]>,
}

fn looks_utf16(buffer: &[u8]) -> bool {
    matches!(
        buffer,
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'{', 0, ..] | [0, b'{', ..]
    )
}

/// Whether a coordinate system is that of longitude and latitude.
fn is_wgs84(name: &str) -> bool {
    name.ends_with("CRS84") || name.ends_with(":4326")
}

/// The name within an old-style `crs` member, or its beginning.
fn crs_name(value: &[u8]) -> String {
    let name = member(value, "properties").and_then(|properties| member(properties, "name"));
    name.and_then(plain).unwrap_or_else(|| short(value))
}
