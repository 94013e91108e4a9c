//! How to get past a value: a sound one, with whatever is wrong in it told, and an unsound one.
//!
//! Neither way recurses: a file of brackets alone must not use up the stack.

use super::cursor::{Cursor, Stop};
use super::problem::Problem;
use super::shown::{is_word, short};

/// Brackets that are open: bit by bit, whether each is that of an object.
#[derive(Debug, Clone, Copy, Default)]
struct Open {
    objects: u128,
    depth: usize,
}

impl Open {
    /// How many of them can be told apart.
    const MOST: usize = 128;

    fn push(&mut self, object: bool) {
        if self.depth < Self::MOST {
            self.objects = self.objects << 1 | u128::from(object);
        }
        self.depth += 1;
    }

    fn pop(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth < Self::MOST {
            self.objects >>= 1;
        }
    }

    /// Whether the innermost is that of an object; `None` when none is open.
    fn object(&self) -> Option<bool> {
        (self.depth > 0).then_some(self.objects & 1 == 1)
    }
}

impl<'a> Cursor<'a> {
    /// Gets past a value of any sort, and gives it as it is written.
    pub(super) fn value(&mut self) -> Result<&'a [u8], Stop> {
        self.next()?;
        let start = *self;
        let mut open = Open::default();
        loop {
            match self.next()? {
                b'"' => {
                    self.text()?;
                }
                c @ (b'{' | b'[') => {
                    if open.depth >= Open::MOST {
                        return Err(Stop::Wrong(Problem::DeepBrackets));
                    }
                    let object = c == b'{';
                    self.bump();
                    if self.next()? != closing(object) {
                        open.push(object);
                        if object {
                            self.key()?;
                        }
                        continue;
                    }
                    self.bump();
                }
                b'-' | b'0'..=b'9' => {
                    self.number()?;
                }
                _ => self.word()?,
            }
            if self.closes(&mut open)? {
                return Ok(start.until(self));
            }
        }
    }

    /// After a value: up to where the next one begins. True when there is none.
    fn closes(&mut self, open: &mut Open) -> Result<bool, Stop> {
        while let Some(object) = open.object() {
            match self.next()? {
                b',' => {
                    self.bump();
                    if object {
                        self.key()?;
                    }
                    return Ok(false);
                }
                c if c == closing(object) => {
                    self.bump();
                    open.pop();
                }
                _ if object => return Err(self.wrong("`,` or `}`")),
                _ => return Err(self.wrong("`,` or `]`")),
            }
        }
        Ok(true)
    }

    /// `true`, `false` or `null`.
    fn word(&mut self) -> Result<(), Stop> {
        for word in [&b"true"[..], b"false", b"null"] {
            if let Some(rest) = self.rest.strip_prefix(word) {
                match rest.first() {
                    None => return Err(Stop::More),
                    Some(c) if is_word(*c) => {}
                    Some(_) => {
                        self.rest = rest;
                        return Ok(());
                    }
                }
            }
        }
        Err(self.wrong("a value"))
    }

    /// The inside of a text, as it is written: escapes are looked at and not undone.
    pub(super) fn text(&mut self) -> Result<&'a [u8], Stop> {
        self.expect(b'"', "a text in quotation marks")?;
        let start = self.rest;
        let mut at = 0;
        loop {
            match start.get(at) {
                None => return Err(Stop::More),
                Some(b'"') => break,
                Some(b'\\') => {
                    at += self.escape(start.get(at..).unwrap_or_default())?;
                }
                Some(found @ 0..=0x1F) => {
                    self.rest = start.get(at..).unwrap_or_default();
                    return Err(Stop::Wrong(Problem::RawControl { found: *found }));
                }
                Some(_) => at += 1,
            }
        }
        let text = start.get(..at).unwrap_or_default();
        if let Err(error) = std::str::from_utf8(text) {
            self.rest = start.get(error.valid_up_to()..).unwrap_or_default();
            return Err(Stop::Wrong(Problem::NotUtf8));
        }
        self.rest = start.get(at + 1..).unwrap_or_default();
        Ok(text)
    }

    /// How long the escape is that `rest` begins with. Half a pair of surrogates is no character.
    fn escape(&mut self, rest: &'a [u8]) -> Result<usize, Stop> {
        let length = match rest.get(1) {
            None => return Err(Stop::More),
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => return Ok(2),
            Some(b'u') => 6,
            Some(_) => 2,
        };
        let unit = rest.get(..6).ok_or(Stop::More);
        let code = match length {
            6 => code_unit(unit?),
            _ => None,
        };
        let low = 0xDC00..=0xDFFF;
        match code {
            Some(0xD800..=0xDBFF) => {
                let second = rest.get(6..12).ok_or(Stop::More)?;
                if code_unit(second).is_some_and(|code| low.contains(&code)) {
                    return Ok(12);
                }
            }
            Some(code) if !low.contains(&code) => return Ok(6),
            _ => {}
        }
        self.rest = rest;
        let written = rest.get(..length).unwrap_or(rest);
        let found = short(written.split(|c| *c == b'"').next().unwrap_or_default());
        Err(Stop::Wrong(Problem::BadEscape { found }))
    }

    /// Gets past a value that need not be sound: texts and brackets are all that counts. Where not
    /// even they are right, the end of it cannot be known.
    pub(super) fn pass(&mut self) -> Result<(), Stop> {
        let mut open = Open::default();
        let mut before = b':';
        loop {
            let c = self.next()?;
            match c {
                b'"' => self.pass_text()?,
                b'{' | b'[' => {
                    // Where a bracket has been forgotten, the next feature seems to stand among the
                    // members of this one.
                    let beside = matches!(before, b',' | b'}' | b']');
                    if open.object() == Some(true) && beside && open.depth <= Open::MOST {
                        return Err(Stop::Wrong(Problem::Lost));
                    }
                    open.push(c == b'{');
                    self.bump();
                }
                b'}' | b']' => {
                    let known = open.depth <= Open::MOST;
                    if open.depth > 0 {
                        if known && open.object() != Some(c == b'}') {
                            return Err(Stop::Wrong(Problem::Lost));
                        }
                        open.pop();
                        self.bump();
                    }
                    if open.depth == 0 {
                        return Ok(());
                    }
                }
                b',' if open.depth == 0 => return Ok(()),
                _ => self.bump(),
            }
            before = c;
        }
    }

    fn pass_text(&mut self) -> Result<(), Stop> {
        self.bump();
        loop {
            match self.rest {
                [] => return Err(Stop::More),
                [b'\n', rest @ ..] => {
                    self.lines += 1;
                    self.line_start = Some(rest.len());
                    self.rest = rest;
                }
                [b'\\', b'"' | b'\\', rest @ ..] | [_, rest @ ..] => {
                    let ends = self.rest.first() == Some(&b'"');
                    self.rest = rest;
                    if ends {
                        return Ok(());
                    }
                }
            }
        }
    }
}

fn closing(object: bool) -> u8 {
    if object { b'}' } else { b']' }
}

/// The number of `\u` and four digits.
fn code_unit(written: &[u8]) -> Option<u32> {
    let digits = written.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |code, digit| {
        Some(code * 16 + char::from(*digit).to_digit(16)?)
    })
}
