//! What bears on each region.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use super::Reason;
use crate::dossier::RegionId;

/// Something that bears on a region, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie<Id> {
    /// The clause, claim, event or question.
    pub id: Id,
    /// Why.
    pub reason: Reason,
}

/// The ties of each region, in the order of the records.
pub(super) type ByRegion<Id> = HashMap<RegionId, Vec<Tie<Id>>>;

/// The ties of a dossier, or of one that is narrowed to what was known on a day.
pub(super) struct Ties<Id> {
    all: Arc<ByRegion<Id>>,
    only: Option<Only<Id>>,
}

/// A part of the ties.
struct Only<Id> {
    is_known: Box<dyn Fn(&Id) -> bool + Send + Sync>,
    /// What is left of a region's ties, once somebody has asked for them.
    left: HashMap<RegionId, OnceLock<Vec<Tie<Id>>>>,
}

impl<Id: Clone> Ties<Id> {
    pub fn new(all: ByRegion<Id>) -> Self {
        Self {
            all: Arc::new(all),
            only: None,
        }
    }

    /// The ties of those that are known, out of all.
    pub fn only(&self, is_known: impl Fn(&Id) -> bool + Send + Sync + 'static) -> Self {
        let regions = self.all.keys();
        Self {
            all: Arc::clone(&self.all),
            only: Some(Only {
                is_known: Box::new(is_known),
                left: regions.map(|id| (id.clone(), OnceLock::new())).collect(),
            }),
        }
    }

    /// What bears on a region.
    pub fn at(&self, region: &RegionId) -> &[Tie<Id>] {
        let all = || self.all.get(region).map_or(&[][..], Vec::as_slice);
        let Some(only) = &self.only else {
            return all();
        };
        let left = only.left.get(region).map(|left| {
            left.get_or_init(|| {
                let known = all().iter().filter(|tie| (only.is_known)(&tie.id));
                known.cloned().collect()
            })
        });
        left.map_or(&[], Vec::as_slice)
    }
}

impl<Id> Default for Ties<Id> {
    fn default() -> Self {
        Self {
            all: Arc::default(),
            only: None,
        }
    }
}

impl<Id: fmt::Debug> fmt::Debug for Ties<Id> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let narrowed = if self.only.is_some() { "some of " } else { "" };
        write!(f, "{narrowed}{:?}", self.all)
    }
}
