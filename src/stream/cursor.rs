//! A place in the bytes: what stands here, and how to get past it.

use super::problem::Problem;
use super::shown;

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
    pub(super) rest: &'a [u8],
    /// How many line breaks came before. In a sound file they can only stand between values.
    pub(super) lines: usize,
    /// The length of `rest` where the line began that this place is in; `None` for a line that
    /// began in an earlier piece.
    pub(super) line_start: Option<usize>,
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

    /// Gets past one byte, which has been looked at.
    pub(super) fn bump(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    /// Takes one byte if it comes next.
    pub(super) fn take(&mut self, wanted: u8) -> bool {
        if self.peek() == Some(wanted) {
            self.bump();
            return true;
        }
        false
    }

    /// Takes one byte that must come next.
    pub(super) fn expect(&mut self, wanted: u8, name: &'static str) -> Result<(), Stop> {
        self.next()?;
        if self.take(wanted) {
            return Ok(());
        }
        Err(self.wrong(name))
    }

    /// That something else stands here than was wanted.
    pub(super) fn wrong(&self, wanted: &'static str) -> Stop {
        match shown::found(self.rest) {
            Some(found) => Stop::Wrong(Problem::Expected { wanted, found }),
            None => Stop::More,
        }
    }

    /// A number.
    pub(super) fn number(&mut self) -> Result<f64, Stop> {
        self.next()?;
        match super::number::number(self.rest) {
            // At the end of the bytes more digits may follow.
            Some((_, [])) => Err(Stop::More),
            Some((value, rest)) => {
                self.rest = rest;
                Ok(value)
            }
            None if self.rest.iter().all(|c| is_number(*c)) => Err(Stop::More),
            None => Err(self.wrong("a number")),
        }
    }

    /// The name of a member, and its colon.
    pub(super) fn key(&mut self) -> Result<&'a [u8], Stop> {
        if self.next()? != b'"' {
            return Err(self.wrong("the name of a member in quotation marks"));
        }
        let key = self.text()?;
        self.expect(b':', "`:`")?;
        Ok(key)
    }

    /// Between the members of an object: a comma, or the end.
    pub(super) fn comma(&mut self) -> Result<(), Stop> {
        if self.take(b',') {
            return match self.next()? {
                b'"' => Ok(()),
                _ => Err(self.wrong("the name of a member in quotation marks")),
            };
        }
        match self.next()? {
            b'}' => Ok(()),
            _ => Err(self.wrong("`,` or `}`")),
        }
    }
}

fn is_number(c: u8) -> bool {
    matches!(c, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
}
