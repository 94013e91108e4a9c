//! A difference as plain text and as Markdown.

use std::fmt::Write;

use super::{Changed, Difference, Field, Happened};
use crate::authoring::difference::say::called;

impl Difference {
    /// As plain text.
    pub fn text(&self) -> String {
        self.written(&Marks {
            title: ("", ""),
            list: ("", ""),
            id: ("[", "]"),
            strong: ("", ""),
        })
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        self.written(&Marks {
            title: ("## ", "\n"),
            list: ("### ", "\n"),
            id: ("`", "`"),
            strong: ("**", "**"),
        })
    }

    fn written(&self, marks: &Marks) -> String {
        let days = if self.from == self.to {
            format!("as of {}", self.to)
        } else {
            format!("from {} to {}", self.from, self.to)
        };
        let (before, after) = marks.title;
        let mut out = format!("{before}{}, {days}{after}\n", self.title);
        if self.is_none() {
            out.push_str("Nothing differs.\n");
        }
        let mut list = "";
        for changed in &self.changes {
            if changed.list != list {
                list = changed.list;
                let (before, after) = marks.list;
                let _ = write!(out, "\n{before}{}{after}\n", capital(&called(list)));
            }
            changed.write(&mut out, marks);
        }
        out
    }
}

/// What stands around the parts of a line.
struct Marks {
    title: (&'static str, &'static str),
    list: (&'static str, &'static str),
    id: (&'static str, &'static str),
    strong: (&'static str, &'static str),
}

/// The members that the titles of records are made of.
const IN_TITLES: [&str; 6] = ["party", "speaker", "text", "title", "number", "name"];

impl Changed {
    fn write(&self, out: &mut String, marks: &Marks) {
        let ((before, after), (open, close)) = (marks.strong, marks.id);
        let id =
            if self.id.is_empty() || ["lineage", "outlines", "translations"].contains(&self.list) {
                String::new()
            } else {
                format!(" {open}{}{close}", self.id)
            };
        let what = match self.change {
            Happened::Added => "Added",
            Happened::Changed => "Changed",
            Happened::Removed => "Removed",
        };
        let _ = writeln!(
            out,
            "- {before}{what}:{after} {}{id}",
            one_line(&self.title)
        );
        // Of a record that is new, or gone, its title has said these.
        let is_said =
            |field: &&Field| self.change != Happened::Changed && IN_TITLES.contains(&&*field.field);
        for field in self.fields.iter().filter(|field| !is_said(field)) {
            let _ = writeln!(out, "  - {}", field.said(self.change));
        }
    }
}

impl Field {
    fn said(&self, change: Happened) -> String {
        let list = |words: &[String]| words.join("; ");
        let said = match (&self.was, &self.is) {
            (Some(was), Some(is)) => format!("was: {was}; now: {is}"),
            (Some(was), None) if change == Happened::Removed => was.clone(),
            (Some(was), None) => format!("was: {was}; now: nothing"),
            (None, Some(is)) if change == Happened::Added => is.clone(),
            (None, Some(is)) => format!("was: nothing; now: {is}"),
            (None, None) => match change {
                Happened::Added => list(&self.added),
                Happened::Removed => list(&self.removed),
                Happened::Changed => {
                    let parts = [("added", &self.added), ("removed", &self.removed)];
                    let parts = parts.iter().filter(|(_, words)| !words.is_empty());
                    let parts: Vec<_> = parts
                        .map(|(what, words)| format!("{what}: {}", list(words)))
                        .collect();
                    parts.join("; ")
                }
            },
        };
        one_line(&format!("{}: {said}", capital(&self.field)))
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
