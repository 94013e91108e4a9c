//! What every record has, and tables of records by id.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

/// Where a record's text begins and ends in the files of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Origin {
    /// Which file, counted from 0 in the order of reading.
    pub file: usize,
    /// First byte of the record in that file.
    pub start: usize,
    /// Byte after its last.
    pub end: usize,
}

/// A record with an id of its own.
pub trait Record {
    /// The newtype of its id.
    type Id: Clone + Eq + Hash + std::fmt::Display;
    /// What the record is called in messages: `claim`, `region`.
    const NOUN: &'static str;
    /// Its id.
    fn id(&self) -> &Self::Id;
}

/// Records in the order of their files, found by id. A copy shares them, and so does one that holds
/// only some of them: it keeps the rows of the others empty, so that all find their records in the same
/// places.
#[derive(Debug)]
pub struct Table<T: Record> {
    rows: Vec<(Origin, Option<Arc<T>>)>,
    by_id: Arc<HashMap<T::Id, usize>>,
    /// How many rows are not empty.
    len: usize,
}

impl<T: Record> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self {
            rows: self.rows.clone(),
            by_id: Arc::clone(&self.by_id),
            len: self.len,
        }
    }
}

impl<T: Record> Default for Table<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            by_id: Arc::default(),
            len: 0,
        }
    }
}

impl<T: Record> Table<T> {
    /// Adds a record. One whose id is taken already is not added but given back, with the origin of the first.
    ///
    /// # Errors
    /// The origin of the record that has the id.
    pub fn add(&mut self, origin: Origin, record: T) -> Result<(), Origin> {
        let taken = self.by_id.get(record.id());
        if let Some((first, _)) = taken.and_then(|at| self.rows.get(*at)) {
            return Err(*first);
        }
        // While records are added nobody shares the index yet, and nothing is copied here.
        let by_id = Arc::make_mut(&mut self.by_id);
        by_id.insert(record.id().clone(), self.rows.len());
        self.rows.push((origin, Some(Arc::new(record))));
        self.len += 1;
        Ok(())
    }

    /// The same table with what `keep` makes of each record; those of which it makes nothing are gone.
    pub(super) fn narrowed(&self, keep: impl Fn(&Arc<T>) -> Option<Arc<T>>) -> Self {
        let kept = |(origin, record): &(Origin, Option<Arc<T>>)| {
            (*origin, record.as_ref().and_then(&keep))
        };
        let rows: Vec<_> = self.rows.iter().map(kept).collect();
        Self {
            len: rows.iter().filter(|(_, record)| record.is_some()).count(),
            rows,
            by_id: Arc::clone(&self.by_id),
        }
    }

    /// The record of this id.
    pub fn get(&self, id: &T::Id) -> Option<&T> {
        let (_, record) = self.rows.get(*self.by_id.get(id)?)?;
        record.as_deref()
    }

    /// Whether there is a record of this id.
    pub fn has(&self, id: &T::Id) -> bool {
        self.get(id).is_some()
    }

    /// The place of a record in the order of the files, for sorting.
    pub fn position(&self, id: &T::Id) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// All records, in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows.iter().filter_map(|(_, record)| record.as_deref())
    }

    /// The records of some places in the order of the files, for going through a long table in steps.
    pub fn part(&self, places: &Range<usize>) -> impl Iterator<Item = &T> {
        let rows = self.rows.iter().skip(places.start).take(places.len());
        rows.filter_map(|(_, record)| record.as_deref())
    }

    /// The record of a place in the order of the files.
    pub fn at(&self, place: usize) -> Option<&T> {
        self.rows.get(place)?.1.as_deref()
    }

    /// How many places there are, with those whose records are gone.
    pub fn places(&self) -> usize {
        self.rows.len()
    }

    /// All records with the places they were read from.
    pub fn with_origins(&self) -> impl Iterator<Item = (Origin, &T)> {
        let rows = self.rows.iter();
        rows.filter_map(|(origin, record)| Some((*origin, record.as_deref()?)))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// Says of each type what its id is and what it is called in messages.
macro_rules! records {
    ($($type:ident, $id:ident, $noun:literal;)*) => {$(
        impl $crate::dossier::Record for $type {
            type Id = $id;
            const NOUN: &'static str = $noun;
            fn id(&self) -> &$id {
                &self.id
            }
        }
    )*};
}
pub(super) use records;
