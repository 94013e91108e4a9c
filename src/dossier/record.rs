//! What every record has, and tables of records by id.

use std::collections::HashMap;
use std::hash::Hash;
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

/// Records in the order of their files, found by id. A copy shares them.
#[derive(Debug)]
pub struct Table<T: Record> {
    rows: Vec<(Origin, Arc<T>)>,
    by_id: HashMap<T::Id, usize>,
}

impl<T: Record> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self {
            rows: self.rows.clone(),
            by_id: self.by_id.clone(),
        }
    }
}

impl<T: Record> Default for Table<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            by_id: HashMap::new(),
        }
    }
}

impl<T: Record> Table<T> {
    /// Adds a record. One whose id is taken already is not added but given back, with the origin of the first.
    ///
    /// # Errors
    /// The origin of the record that has the id.
    pub fn add(&mut self, origin: Origin, record: T) -> Result<(), Origin> {
        if let Some((first, _)) = self
            .by_id
            .get(record.id())
            .and_then(|at| self.rows.get(*at))
        {
            return Err(*first);
        }
        self.put(origin, Arc::new(record));
        Ok(())
    }

    /// Adds a record whose id is known to be free.
    pub(super) fn put(&mut self, origin: Origin, record: Arc<T>) {
        self.by_id.insert(record.id().clone(), self.rows.len());
        self.rows.push((origin, record));
    }

    /// All records as they are shared, with the places they were read from.
    pub(super) fn shared(&self) -> impl Iterator<Item = (Origin, &Arc<T>)> {
        self.rows.iter().map(|(origin, record)| (*origin, record))
    }

    /// The record of this id.
    pub fn get(&self, id: &T::Id) -> Option<&T> {
        self.by_id
            .get(id)
            .and_then(|at| self.rows.get(*at))
            .map(|(_, record)| &**record)
    }

    /// Whether there is a record of this id.
    pub fn has(&self, id: &T::Id) -> bool {
        self.by_id.contains_key(id)
    }

    /// The place of a record in the order of the files, for sorting.
    pub fn position(&self, id: &T::Id) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// All records, in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows.iter().map(|(_, record)| &**record)
    }

    /// All records with the places they were read from.
    pub fn with_origins(&self) -> impl Iterator<Item = (Origin, &T)> {
        self.rows
            .iter()
            .map(|(origin, record)| (*origin, &**record))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
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
