//! What differs between two states of a dossier, in words that an editor can put in a correction note.
//!
//! Records are compared as they are written, member by member, so that a field which is new in the format is
//! compared too. How a file is laid out, in which file a record stands, and a member that says nothing (an
//! empty list) make no difference. Ids are said by name, dates in words.

mod compare;
mod print;
mod say;
mod state;

use serde::Serialize;

use crate::dossier::{Fault, Files};
use compare::{fields, order};
use state::State;

/// What differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The title of the later state.
    pub title: String,
    /// The day up to which the earlier state is true.
    pub from: String,
    /// The day up to which the later state is true.
    pub to: String,
    /// Every record that differs, list by list.
    pub changes: Vec<Changed>,
}

/// A record that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The list that it is in: `claims`, `clauses`, `outlines`, `dossier` for the manifest.
    pub list: &'static str,
    /// Its id; empty where it has none.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What happened to it.
    pub change: Happened,
    /// What it says otherwise: all that it says, for one that is added or removed.
    pub fields: Vec<Field>,
}

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Happened {
    /// It was not there before.
    Added,
    /// It says something else.
    Changed,
    /// It is gone.
    Removed,
}

/// A part of a record that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// What it is called.
    pub field: String,
    /// What it said before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// What it says now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
    /// Of a list, what it has now besides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// Of a list, what it no longer has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
}

impl Difference {
    /// What differs between two states.
    ///
    /// # Errors
    /// The faults of a manifest that cannot be used.
    pub fn between(old: &Files, new: &Files) -> Result<Self, Vec<Fault>> {
        let (old, new) = (State::of(old)?, State::of(new)?);
        let mut changes = Vec::new();
        for (list, before) in &old.lists {
            let after = new.list(list);
            for (id, record) in before {
                let now = after.iter().find(|(other, _)| other == id);
                let change = match now {
                    Some(_) => Happened::Changed,
                    None => Happened::Removed,
                };
                let fields = fields((&old, Some(record)), (&new, now.map(|(_, now)| now)));
                if now.is_none() || !fields.is_empty() {
                    let (state, record) = now.map_or((&old, record), |(_, now)| (&new, now));
                    changes.push(Changed {
                        list,
                        id: id.clone(),
                        title: state.title(list, id, record),
                        change,
                        fields,
                    });
                }
            }
            for (id, record) in after {
                if !before.iter().any(|(other, _)| other == id) {
                    changes.push(Changed {
                        list,
                        id: id.clone(),
                        title: new.title(list, id, record),
                        change: Happened::Added,
                        fields: fields((&old, None), (&new, Some(record))),
                    });
                }
            }
            changes.extend(order(list, (&old, before), (&new, after)));
        }
        Ok(Self {
            title: new.words(new.manifest().get("title")),
            from: old.as_of(),
            to: new.as_of(),
            changes,
        })
    }

    /// Whether nothing differs.
    pub fn is_none(&self) -> bool {
        self.changes.is_empty()
    }
}
