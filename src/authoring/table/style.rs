//! JSON in the style of the file that it is put into.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};

/// How a file writes its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Style {
    /// What stands before each member, and after the last; empty where a record is one line.
    pub member: String,
    pub close: String,
    /// Whether a value with several words is put on one line.
    pub inline: bool,
}

impl Style {
    /// The style of a record that stands in the file.
    pub fn of(record: &str) -> Self {
        let Some((_, rest)) = record.split_once('\n') else {
            return Self::one_line();
        };
        let space =
            |text: &str| -> String { text.chars().take_while(|c| " \t".contains(*c)).collect() };
        let close = record.rsplit_once('\n').map(|(_, last)| space(last));
        let nested = record.contains("{\n") && record.matches("{\n").count() > 1;
        Self {
            member: space(rest),
            close: close.unwrap_or_default(),
            inline: !nested,
        }
    }

    /// What a file gets that has no record yet.
    pub fn first() -> Self {
        Self {
            member: " ".repeat(6),
            close: " ".repeat(4),
            inline: true,
        }
    }

    fn one_line() -> Self {
        Self {
            member: String::new(),
            close: String::new(),
            inline: true,
        }
    }

    /// A record with these members, each already written.
    pub fn record(&self, members: &[(&str, String)]) -> String {
        let members: Vec<_> = members
            .iter()
            .map(|(name, value)| format!("\"{name}\": {value}"))
            .collect();
        if self.member.is_empty() {
            return format!("{{ {} }}", members.join(", "));
        }
        let between = format!(",\n{}", self.member);
        format!(
            "{{\n{}{}\n{}}}",
            self.member,
            members.join(&between),
            self.close
        )
    }

    /// A value, on one line or on several.
    pub fn value(&self, value: &impl Serialize, inline: bool) -> String {
        if inline || self.member.is_empty() {
            return written(value, Spaced);
        }
        let step = self.member.strip_prefix(&self.close).unwrap_or("  ");
        let text = written(value, PrettyFormatter::with_indent(step.as_bytes()));
        text.replace('\n', &format!("\n{}", self.member))
    }
}

fn written(value: &impl Serialize, formatter: impl Formatter) -> String {
    let mut out = Vec::new();
    // Words by words and lists of words: nothing that JSON could not hold.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut out, formatter));
    String::from_utf8(out).unwrap_or_default()
}

/// One line, with spaces as one sets them by hand.
struct Spaced;

impl Formatter for Spaced {
    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b"{ ")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b" }")
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first { Ok(()) } else { out.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first { Ok(()) } else { out.write_all(b", ") }
    }
}
