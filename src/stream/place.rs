//! Where in a file something stands, as an editor would say it.

use super::cursor::Cursor;
use super::read::Reader;

/// Line and column, counted from 1; the column in characters.
pub(super) type Place = (usize, usize);

impl Reader {
    /// The place where so many bytes of the buffer are left, which is not before `from`.
    pub(super) fn place(&self, buffer: &[u8], from: Cursor<'_>, left: usize) -> Place {
        let at = buffer.len() - left;
        let begin = buffer.len() - from.left();
        let between = buffer.get(begin..at).unwrap_or_default();
        let breaks = between.iter().filter(|c| **c == b'\n').count();
        let line_start = match between.iter().rposition(|c| *c == b'\n') {
            Some(last) => Some(begin + last + 1),
            None => from.line_start.map(|left| buffer.len() - left),
        };
        let before = buffer.get(line_start.unwrap_or(0)..at).unwrap_or_default();
        // Each character of UTF-8 has one byte that goes on from none.
        let characters = before.iter().filter(|c| **c & 0xC0 != 0x80).count();
        let earlier = if line_start.is_none() { self.column } else { 0 };
        (from.lines + breaks + 1, earlier + characters + 1)
    }
}
