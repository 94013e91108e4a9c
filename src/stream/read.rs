//! Reads a file in pieces and hands its features on.

use super::cursor::{Cursor, Stop};
use super::feature::{Feature, Members, Take, member, plain};
use super::finding::{Finding, Weight};
use super::geometry::Geometry;
use super::heading::Heading;
use super::place::Place;
use super::positions::LIMIT;
use super::problem::Problem;
use super::settle::Mended;
use super::shown::{found, safe};

/// No more findings than this are kept; the others are counted.
const MOST_FINDINGS: usize = 100;

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

/// What may come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum State {
    /// The first bytes, which say how the file is written.
    #[default]
    Opening,
    /// The top level.
    Top,
    /// The first feature, or the end of the features.
    First,
    /// A feature after a comma.
    Feature,
    /// A comma, or the end of the features.
    Comma,
    /// More members of the collection, or its end.
    After,
    /// Nothing.
    End,
    /// Whatever it is, it is not read.
    Done,
}

/// Reads one file.
#[derive(Debug, Default)]
pub struct Reader {
    pub(super) buffer: Vec<u8>,
    /// How many bytes there must be before another try is worth it.
    wanted: usize,
    /// Up to here in the buffer features seem to be whole: one that begins later is not tried, since most of a
    /// large file are features of which a piece holds but a part.
    pub(super) sure: usize,
    pub(super) state: State,
    lines: usize,
    /// How many characters of its line came before the buffer.
    pub(super) column: usize,
    pub(super) number: usize,
    geometry: Geometry,
    mended: Mended,
    /// What is wrong with a feature whose end has not been found yet.
    pending: Option<(Place, String, Problem)>,
    /// The coordinate system that the file names, and where.
    pub(super) crs: Option<(String, Place)>,
    /// What is known of the file besides its features.
    pub heading: Heading,
    /// What is wrong, the first hundred, and what is about the whole file.
    pub findings: Vec<Finding>,
    /// How much there was.
    pub counted: Counted,
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
        if self.state == State::Done {
            return;
        }
        let start = self.buffer.len();
        self.buffer.resize(start + length, 0);
        if let Some(room) = self.buffer.get_mut(start..) {
            fill(room);
        }
        if let Some(seam) = last_seam(&self.buffer, start) {
            self.sure = seam;
        }
        let within = matches!(self.state, State::First | State::Feature);
        if self.buffer.len() >= self.wanted && (self.sure > 0 || !within) {
            self.advance(false, take);
        }
    }

    /// Says that there are no bytes more.
    pub fn finish(&mut self, take: &mut impl Take) {
        self.advance(true, take);
        self.buffer = Vec::new();
        if let Some((name, place)) = self.crs.take() {
            self.push(place, None, Problem::Crs { name }, Weight::Mended);
        }
    }

    /// Reads what can be read, and keeps the rest for the next time.
    pub(super) fn advance(&mut self, last: bool, take: &mut impl Take) {
        if self.state == State::Opening && !self.opening(last) {
            return;
        }
        // At the end of the file nothing is cut in two: a space ends the last number.
        if last && !self.buffer.is_empty() {
            self.buffer.push(b' ');
        }
        let buffer = std::mem::take(&mut self.buffer);
        let mut cursor = Cursor::new(&buffer, self.lines);
        if last {
            self.sure = usize::MAX;
        }
        while self.state != State::Done {
            let before = cursor;
            let within = matches!(self.state, State::First | State::Feature);
            if within && buffer.len() - cursor.left() >= self.sure {
                break;
            }
            match self.step(&mut cursor, &buffer, take) {
                Ok(()) => {}
                Err(Stop::More) => {
                    if last {
                        self.ends(&buffer, before);
                    }
                    cursor = before;
                    break;
                }
                Err(Stop::Wrong(problem)) => {
                    let weight = if self.number == 0 {
                        Weight::File
                    } else {
                        Weight::Rest
                    };
                    let place = self.place(&buffer, before, cursor.left());
                    self.push(place, None, problem, weight);
                    self.state = State::Done;
                }
            }
        }
        self.column = self.place(&buffer, cursor, cursor.left()).1 - 1;
        self.lines = cursor.lines;
        let read = buffer.len() - cursor.left();
        self.keep(buffer, read);
    }

    /// Keeps what has not been read.
    fn keep(&mut self, mut buffer: Vec<u8>, read: usize) {
        if self.state == State::Done {
            return;
        }
        buffer.drain(..read);
        // What is not whole in so many bytes is tried again in twice as many, so that one feature
        // of any length costs no more than twice its reading.
        self.wanted = buffer.len() * 2;
        self.sure = 0;
        self.buffer = buffer;
    }

    /// Looks at how the file is written; false while there is not enough of it.
    fn opening(&mut self, last: bool) -> bool {
        if self.buffer.len() < 3 && !last {
            return false;
        }
        self.state = State::Top;
        match self.buffer.as_slice() {
            [0xEF, 0xBB, 0xBF, ..] => {
                self.push((1, 1), None, Problem::ByteOrderMark, Weight::Mended);
                self.buffer.drain(..3);
            }
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [_, 0, ..] | [0, _, ..] => {
                self.push((1, 1), None, Problem::Utf16, Weight::File);
                self.state = State::Done;
                self.buffer.clear();
            }
            _ => {}
        }
        true
    }

    fn step(
        &mut self,
        cursor: &mut Cursor<'_>,
        buffer: &[u8],
        take: &mut impl Take,
    ) -> Result<(), Stop> {
        match self.state {
            State::Opening | State::Top => self.top(cursor, buffer, take),
            State::First | State::Feature => self.feature(cursor, buffer, take),
            State::Comma => self.between(cursor, buffer),
            State::After => self.after(cursor, buffer),
            State::End if cursor.peek().is_some() => {
                let found = found(cursor.rest).ok_or(Stop::More)?;
                Err(Stop::Wrong(Problem::GoesOn { found }))
            }
            State::End | State::Done => Err(Stop::More),
        }
    }

    /// The file ends within what begins at `before`.
    fn ends(&mut self, buffer: &[u8], before: Cursor<'_>) {
        let nothing_more = { before }.peek().is_none();
        let within = matches!(self.state, State::First | State::Feature) && !nothing_more;
        let (problem, weight) = match self.state {
            _ if self.pending.is_some() => (Problem::EndsWithin, Weight::Rest),
            State::End if nothing_more => return self.state = State::Done,
            State::Top if nothing_more => (Problem::Empty, Weight::File),
            State::Top => (Problem::EndsEarly, Weight::File),
            _ => (Problem::EndsEarly, Weight::Rest),
        };
        let feature = within.then(|| (self.number + 1).to_string());
        if within {
            self.tell_pending();
            self.counted.left_out += 1;
        }
        let place = self.place(buffer, before, 1.min(buffer.len()));
        self.push(place, feature, problem, weight);
        self.state = State::Done;
    }

    /// A feature, or the end of the features.
    fn feature(
        &mut self,
        cursor: &mut Cursor<'_>,
        buffer: &[u8],
        take: &mut impl Take,
    ) -> Result<(), Stop> {
        let before = *cursor;
        if cursor.next()? == b']' {
            if self.state == State::Feature {
                let place = self.place(buffer, before, cursor.left());
                self.push(place, None, Problem::LastComma, Weight::Mended);
            }
            cursor.bump();
            self.state = State::After;
            return Ok(());
        }
        self.one(cursor, buffer, take)?;
        self.state = State::Comma;
        Ok(())
    }

    /// What comes after a feature: a comma, or the end of the features.
    fn between(&mut self, cursor: &mut Cursor<'_>, buffer: &[u8]) -> Result<(), Stop> {
        let before = *cursor;
        match cursor.next()? {
            b']' => {
                cursor.bump();
                self.state = State::After;
            }
            b',' => {
                cursor.bump();
                self.state = State::Feature;
            }
            b'{' => {
                let place = self.place(buffer, before, cursor.left());
                self.push(place, None, Problem::NoComma, Weight::Mended);
                self.state = State::Feature;
            }
            _ => return Err(cursor.wrong("`,` or `]`")),
        }
        Ok(())
    }

    /// One feature: handed on, or told and passed over.
    pub(super) fn one(
        &mut self,
        cursor: &mut Cursor<'_>,
        buffer: &[u8],
        take: &mut impl Take,
    ) -> Result<(), Stop> {
        let start = *cursor;
        self.geometry.clear();
        self.mended.clear();
        let problem = match Members::read(cursor, &mut self.geometry, &mut self.mended) {
            Ok(said) => return self.hand_on(said.id, said.properties, start, buffer, take),
            Err(Stop::More) => return Err(Stop::More),
            Err(Stop::Wrong(problem)) => problem,
        };
        let left = cursor.left();
        *cursor = start;
        // Where the brackets are sound, the next feature can be found; else nothing can.
        let passed = cursor.pass();
        let name = member(start.until(cursor), "id").and_then(plain);
        let name = name.unwrap_or_else(|| (self.number + 1).to_string());
        if passed == Err(Stop::More) {
            if self.pending.is_none() {
                let place = self.place(buffer, start, left);
                self.pending = Some((place, name, problem));
            }
            return Err(Stop::More);
        }
        if self.pending.is_none() {
            self.refuse(name, problem, start, left, buffer);
        } else {
            self.number += 1;
            self.counted.left_out += 1;
            self.tell_pending();
        }
        passed
    }

    /// Leaves a feature out.
    pub(super) fn refuse(
        &mut self,
        name: String,
        problem: Problem,
        start: Cursor<'_>,
        left: usize,
        buffer: &[u8],
    ) {
        self.number += 1;
        self.counted.left_out += 1;
        let place = if self.is_full() {
            (0, 0)
        } else {
            self.place(buffer, start, left)
        };
        self.push(place, Some(name), problem, Weight::Feature);
    }

    fn tell_pending(&mut self) {
        if let Some((place, name, problem)) = self.pending.take() {
            self.push(place, Some(name), problem, Weight::Feature);
        }
    }

    /// Reads a geometry that is the whole file.
    pub(super) fn lone_geometry(
        &mut self,
        mut cursor: Cursor<'_>,
        buffer: &[u8],
        take: &mut impl Take,
    ) -> Result<(), Stop> {
        let start = cursor;
        self.geometry.clear();
        self.mended.clear();
        match self.geometry.add(&mut cursor, 0, &mut self.mended) {
            Ok(()) => self.hand_on(None, None, start, buffer, take),
            Err(Stop::Wrong(problem)) => {
                self.refuse("1".to_owned(), problem, start, cursor.left(), buffer);
                Ok(())
            }
            Err(Stop::More) => Err(Stop::More),
        }
    }

    fn hand_on(
        &mut self,
        id: Option<&[u8]>,
        properties: Option<&[u8]>,
        start: Cursor<'_>,
        buffer: &[u8],
        take: &mut impl Take,
    ) -> Result<(), Stop> {
        if self.counted.positions + self.geometry.len() > LIMIT {
            return Err(Stop::Wrong(Problem::TooMany));
        }
        self.number += 1;
        let feature = Feature {
            number: self.number,
            id,
            properties,
            geometry: &self.geometry,
        };
        self.counted.features += 1;
        self.counted.positions += self.geometry.len();
        take.feature(&feature);
        if self.mended.is_empty() {
            return Ok(());
        }
        let name = feature.name();
        for (left, problem) in std::mem::take(&mut self.mended) {
            let full = self.is_full();
            let place = if full {
                (0, 0)
            } else {
                self.place(buffer, start, left)
            };
            self.push(place, Some(name.clone()), problem, Weight::Mended);
        }
        Ok(())
    }

    /// Whether no finding about a feature will be kept any more. Its place need not be looked for:
    /// in a file in which everything is wrong that would take long.
    fn is_full(&self) -> bool {
        self.findings.len() >= MOST_FINDINGS
    }

    pub(super) fn push(
        &mut self,
        (line, column): Place,
        feature: Option<String>,
        problem: Problem,
        weight: Weight,
    ) {
        self.counted.findings += 1;
        let about_file = weight == Weight::Rest
            || weight == Weight::File
            || matches!(problem, Problem::Crs { .. });
        if about_file || !self.is_full() {
            self.findings.push(Finding {
                line,
                column,
                feature: feature.map(|name| safe(&name)),
                problem,
                weight,
            });
        }
    }
}

/// Where the last object ends that another follows, of those that the bytes from `start` on tell of: most likely,
/// there a feature ends. Looked for from the end.
fn last_seam(bytes: &[u8], start: usize) -> Option<usize> {
    let mut end = bytes.len();
    while end > start {
        let brace = bytes.get(start..end)?.iter().rposition(|c| *c == b'{')? + start;
        let before = bytes.get(..brace)?.trim_ascii_end();
        let before = before.strip_suffix(b",").unwrap_or(before);
        let before = before.trim_ascii_end();
        if before.ends_with(b"}") {
            return Some(before.len());
        }
        end = brace;
    }
    None
}
