//! What is wrong with a dossier, where, and what to do about it.

use std::fmt;

use serde_json::value::RawValue;

use super::Origin;

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something is left out or would mislead.
    Error,
    /// It works, but it is probably not what was meant.
    Warning,
}

/// One thing that is wrong, with its place and its remedy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, as the manifest names it.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file, line, column, ..
        } = self;
        let kind = match self.severity {
            Severity::Error => "",
            Severity::Warning => "warning: ",
        };
        write!(f, "{file}:{line}:{column}: {kind}{}", self.problem)?;
        if !self.remedy.is_empty() {
            write!(f, "; {}", self.remedy)?;
        }
        Ok(())
    }
}

/// One step from a JSON value into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The member of this name.
    Key(&'static str),
    /// The element of this index.
    At(usize),
}

/// The files of a dossier as bytes, in the order of reading.
#[derive(Debug, Clone, Default)]
pub struct Files {
    files: Vec<File>,
}

/// One file.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path relative to the manifest, with `/` between folders.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Files {
    /// Adds a file and gives its index.
    pub fn add(&mut self, name: impl Into<String>, bytes: Vec<u8>) -> usize {
        self.files.push(File {
            name: name.into(),
            bytes,
        });
        self.files.len() - 1
    }

    /// The index of the file of this name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.files.iter().position(|file| file.name == name)
    }

    /// The file at an index.
    pub fn get(&self, index: usize) -> Option<&File> {
        self.files.get(index)
    }

    /// The text of a record, empty when the origin lies outside the files.
    fn text(&self, origin: Origin) -> &str {
        self.get(origin.file)
            .and_then(|file| file.bytes.get(origin.start..origin.end))
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    /// The origin of a value inside a record: of the farthest step of `path` that is there.
    ///
    /// The record is parsed again, level by level. That costs time only when there is a fault to
    /// report, and keeps positions out of the records themselves.
    pub fn locate(&self, origin: Origin, path: &[Step]) -> Origin {
        let mut here = origin;
        for step in path {
            let text = self.text(here);
            let Some(child) = child(text, step) else {
                break;
            };
            // Both are slices of the same buffer: the difference of their addresses is an offset.
            let offset = child.as_ptr() as usize - text.as_ptr() as usize;
            here.start += offset;
            here.end = here.start + child.len();
        }
        here
    }

    /// A fault at the beginning of `origin`.
    pub fn fault(
        &self,
        severity: Severity,
        origin: Origin,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Fault {
        let (file, line, column) = match self.get(origin.file) {
            Some(file) => {
                let (line, column) = line_and_column(&file.bytes, origin.start);
                (file.name.clone(), line, column)
            }
            None => (String::new(), 1, 1),
        };
        Fault {
            file,
            line,
            column,
            severity,
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }
}

/// The value that a step leads to, as a slice of `text`.
fn child<'a>(text: &'a str, step: &Step) -> Option<&'a str> {
    match step {
        Step::Key(key) => {
            let Members(members) = serde_json::from_str(text).ok()?;
            members
                .into_iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value.get())
        }
        Step::At(index) => serde_json::from_str::<Vec<&RawValue>>(text)
            .ok()?
            .get(*index)
            .map(|value| value.get()),
    }
}

/// The members of an object in their order, still as text.
pub(crate) struct Members<'a>(pub(crate) Vec<(String, &'a RawValue)>);

impl<'de> serde::Deserialize<'de> for Members<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
                    members.push((name, value));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

/// Line and column, both from 1, of a byte offset; the column counts characters.
pub fn line_and_column(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let start = before
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |at| at + 1);
    let column = String::from_utf8_lossy(before.get(start..).unwrap_or_default())
        .chars()
        .count()
        + 1;
    (line, column)
}

/// The byte offset of a line and a byte column, both from 1, as `serde_json` counts them.
pub fn offset_of(bytes: &[u8], line: usize, column: usize) -> usize {
    let start = if line <= 1 {
        0
    } else {
        bytes
            .iter()
            .enumerate()
            .filter(|(_, b)| **b == b'\n')
            .nth(line - 2)
            .map_or(bytes.len(), |(at, _)| at + 1)
    };
    (start + column.saturating_sub(1)).min(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_line_and_column_of_a_value_deep_inside_a_record() {
        let text = "{\n  \"a\": [1,\n    {\"é\": 0, \"b\": \"x\"}]\n}";
        let mut files = Files::default();
        let file = files.add("f.json", text.into());
        let whole = Origin {
            file,
            start: 0,
            end: text.len(),
        };
        let at = files.locate(whole, &[Step::Key("a"), Step::At(1), Step::Key("b")]);
        let fault = files.fault(Severity::Error, at, "p", "r");
        assert_eq!((fault.line, fault.column), (3, 19));
        assert_eq!(fault.to_string(), "f.json:3:19: p; r");
        // A step that leads nowhere stops at the last place that is there.
        let partial = files.locate(whole, &[Step::Key("a"), Step::Key("none")]);
        assert_eq!(files.text(partial).chars().next(), Some('['));
    }

    #[test]
    fn offsets_and_positions_agree() {
        let bytes = b"ab\ncde\n\nf";
        for offset in 0..bytes.len() {
            let (line, column) = line_and_column(bytes, offset);
            assert_eq!(offset_of(bytes, line, column), offset);
        }
    }
}
