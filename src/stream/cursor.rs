//! A place in the bytes: what stands here, and how to get past it.

use super::finding::Problem;

/// Why reading stopped.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stop {
    /// The bytes end here; more may come.
    More,
    /// Something is wrong here.
    Wrong(Problem),
}

/// A place in a piece of the file. Copying it is a way to come back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    /// What is still to be read.
    rest: &'a [u8],
    /// How many line breaks came before. They can only stand between values.
    pub(super) lines: usize,
    /// The length of `rest` where the line began that this place is in; `None` for a line that
    /// began in an earlier piece.
    line_start: Option<usize>,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8], lines: usize) -> Self {
        Self {
            rest: bytes,
            lines,
            line_start: None,
        }
    }

    /// How many bytes are still to be read.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    /// How many bytes of this piece stand between the beginning of the line and this place, and
    /// whether the line began before the piece of `all` bytes.
    pub(super) fn column(&self, all: usize) -> (usize, bool) {
        match self.line_start {
            Some(start) => (start - self.rest.len(), false),
            None => (all - self.rest.len(), true),
        }
    }

    /// Goes on to where so many bytes are left. The lines passed on the way are not counted: only
    /// who tells of something wrong goes there.
    pub(super) fn go_to(&mut self, left: usize) {
        let on = self.rest.len().saturating_sub(left);
        self.rest = self.rest.get(on..).unwrap_or_default();
    }

    /// The bytes from here to a later place.
    pub(super) fn until(&self, end: &Self) -> &'a [u8] {
        let length = self.rest.len().saturating_sub(end.rest.len());
        self.rest.get(..length).unwrap_or_default()
    }

    /// What comes next after white space; `None` at the end of the bytes.
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.rest {
                [b'\n', rest @ ..] => {
                    self.lines += 1;
                    self.line_start = Some(rest.len());
                    self.rest = rest;
                }
                [b' ' | b'\r' | b'\t', rest @ ..] => self.rest = rest,
                [c, ..] => return Some(*c),
                [] => return None,
            }
        }
    }

    /// What comes next after white space, which must be there.
    pub(super) fn next(&mut self) -> Result<u8, Stop> {
        self.peek().ok_or(Stop::More)
    }

    /// Takes one byte if it comes next.
    pub(super) fn take(&mut self, wanted: u8) -> bool {
        if self.peek() == Some(wanted) {
            self.rest = self.rest.get(1..).unwrap_or_default();
            return true;
        }
        false
    }

    /// Takes one byte that must come next.
    pub(super) fn expect(&mut self, wanted: u8, name: &'static str) -> Result<(), Stop> {
        let found = self.next()?;
        if self.take(wanted) {
            return Ok(());
        }
        Err(Stop::Wrong(Problem::expected(name, found)))
    }

    /// A number.
    pub(super) fn number(&mut self) -> Result<f64, Stop> {
        let found = self.next()?;
        match super::number::number(self.rest) {
            // At the end of the bytes more digits may follow.
            Some((_, [])) => Err(Stop::More),
            Some((value, rest)) => {
                self.rest = rest;
                Ok(value)
            }
            None if self.rest.len() < 32 && self.rest.iter().all(|c| is_number(*c)) => {
                Err(Stop::More)
            }
            None => Err(Stop::Wrong(Problem::expected("a number", found))),
        }
    }

    /// The inside of a text, as it is written: escapes are not undone.
    pub(super) fn text(&mut self) -> Result<&'a [u8], Stop> {
        self.expect(b'"', "a text in quotation marks")?;
        let start = self.rest;
        let mut escaped = false;
        for (at, c) in start.iter().enumerate() {
            match c {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    self.rest = start.get(at + 1..).unwrap_or_default();
                    return Ok(start.get(..at).unwrap_or_default());
                }
                0..=0x1F => return Err(Stop::Wrong(Problem::RawControl)),
                _ => {}
            }
        }
        Err(Stop::More)
    }

    /// Gets past a value of any sort and depth, without recursion: a file of brackets alone must not
    /// use up the stack. Gives the value as it is written.
    pub(super) fn skip(&mut self) -> Result<&'a [u8], Stop> {
        self.next()?;
        let start = *self;
        let mut depth = 0_usize;
        loop {
            match self.next()? {
                b'"' => {
                    self.text()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.rest = self.rest.get(1..).unwrap_or_default();
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.rest = self.rest.get(1..).unwrap_or_default();
                }
                b',' | b':' if depth > 0 => self.rest = self.rest.get(1..).unwrap_or_default(),
                c if is_word(c) => {
                    let end = self.rest.iter().position(|c| !is_word(*c));
                    let end = end.ok_or(Stop::More)?;
                    self.rest = self.rest.get(end..).unwrap_or_default();
                }
                found => return Err(Stop::Wrong(Problem::expected("a value", found))),
            }
            if depth == 0 {
                return Ok(start.until(self));
            }
        }
    }
}

fn is_number(c: u8) -> bool {
    matches!(c, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
}

/// The letters of numbers and of `true`, `false`, `null`.
fn is_word(c: u8) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, b'-' | b'+' | b'.')
}
