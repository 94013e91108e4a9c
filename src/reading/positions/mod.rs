//! Who says what: matters down, parties across, the latest stance in each cell.
//!
//! # What a cell says
//! The latest claim of a party on a matter among those that are asked for. Three things are kept apart:
//!
//! - *none*: the dossier has no claim of the party on the matter. That is not silence, which is a stance;
//! - *left out*: it has one, but not one that is asked for. A dash there would say that there is none;
//! - a *mark*, with the number of claims behind it and the stance that it replaced.
//!
//! A stance is asked of the latest claim: one that was replaced says where a party stood, not where it
//! stands. How contested a matter is does not depend on the party or the stance that is asked for.

mod evidence;
mod making;
mod steps;
#[cfg(test)]
mod tests;

use crate::order;
use std::collections::{HashMap, HashSet};

pub use evidence::PositionEvidence;
pub use making::Positioning;
pub use steps::{CellGrid, CellMove};

use super::history::{oldest_first, replaced_stance};
use super::strip::{Latest, cell};
use super::{Filters, PartyTag, Reader, StanceCell, Verdict};
use crate::dossier::{
    Claim, Matter, MatterId, PartyId, RegionId, Spoken, Stance, StanceKind, Teller, TopicId,
};

/// In which order the matters stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PositionOrder {
    /// By topic, in the dossier's order.
    #[default]
    Topic,
    /// The most contested first.
    Contested,
}

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct Positions {
    /// The columns, in the dossier's order: all parties that have a stance on anything, or the one that is
    /// asked for.
    pub parties: Vec<PartyTag>,
    /// The matters on which one of them has a stance that is asked for.
    pub groups: Vec<MatterGroup>,
    /// How many matters there are.
    pub matters: usize,
    /// How many claims are behind their marks.
    pub claims: usize,
    /// How many matters only observers have spoken of. They take no position and are in no column.
    pub observed: usize,
}

/// Matters under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct MatterGroup {
    /// The heading.
    pub head: GroupHead,
    /// The matters.
    pub rows: Vec<MatterRow>,
}

/// What matters have in common.
#[derive(Debug, Clone, PartialEq)]
pub enum GroupHead {
    /// Their topic; `None` for one that the dossier does not have.
    Topic(Option<(TopicId, Spoken)>),
    /// How they stand; `None` where nobody has spoken, though some were asked.
    Verdict(Option<Verdict>),
}

/// One matter.
#[derive(Debug, Clone, PartialEq)]
pub struct MatterRow {
    /// The matter.
    pub id: MatterId,
    /// Its sentence.
    pub matter: Spoken,
    /// The topic that it belongs to first.
    pub topic: Option<Spoken>,
    /// Whether the parties agree.
    pub verdict: Option<Verdict>,
    /// How many parties speak on it. Silence is no voice.
    pub voices: usize,
    /// A cell for each party of the table.
    pub cells: Vec<PositionCell>,
}

/// A party on a matter.
#[derive(Debug, Clone, PartialEq)]
pub enum PositionCell {
    /// No claim is recorded.
    None,
    /// There is a claim, but none that is asked for.
    LeftOut,
    /// The latest stance.
    Mark(Box<PositionMark>),
}

/// The latest stance of a party on a matter, and what is behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct PositionMark {
    /// The stance.
    pub latest: StanceCell,
    /// How many claims are behind it.
    pub count: usize,
    /// The stance that it replaced.
    pub before: Option<Stance>,
    /// The other party that told it.
    pub told_by: Option<PartyTag>,
    /// The other party that it is a statement about.
    pub about: Option<PartyTag>,
}

/// The claims of each party on each matter, oldest first.
type Behind<'c> = HashMap<(&'c MatterId, &'c PartyId), Vec<&'c Claim>>;

/// What the cells of one matter are made from.
struct Asked<'c> {
    filters: &'c Filters,
    parties: &'c [PartyTag],
    /// The latest of all its claims, to tell a cell that was left out from an empty one.
    recorded: Latest<'c>,
    /// The latest of those that are asked for.
    latest: Latest<'c>,
    behind: Behind<'c>,
}

impl PositionOrder {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Topic, Self::Contested];

    /// The word in addresses; empty for the first one.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Topic => "",
            Self::Contested => "contested",
        }
    }

    /// The order of a word; the first for a word that names none.
    pub fn of(slug: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|order| order.slug() == slug).unwrap_or_default()
    }
}

impl PositionCell {
    /// The mark, if there is one.
    pub fn mark(&self) -> Option<&PositionMark> {
        match self {
            Self::Mark(mark) => Some(mark),
            Self::None | Self::LeftOut => None,
        }
    }
}

impl Positions {
    /// The rows in the order in which they stand.
    pub fn rows(&self) -> impl Iterator<Item = &MatterRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}

impl Reader<'_> {
    /// The table of what is asked for.
    pub fn positions(
        &self,
        filters: &Filters,
        region: Option<&RegionId>,
        order: PositionOrder,
    ) -> Positions {
        let mut making = Positioning::of(filters, region, order);
        while making.step(self) {}
        making.finish(self)
    }

    /// All parties that have a stance on anything, in the dossier's order, or the wanted one of them.
    fn columns(&self, spoken: &HashSet<PartyId>, wanted: Option<&PartyId>) -> Vec<PartyTag> {
        let parties = self.dossier.parties.iter().map(|party| &party.id);
        parties
            .filter(|id| spoken.contains(id) && wanted.is_none_or(|wanted| wanted == *id))
            .filter_map(|id| self.party(id))
            .collect()
    }

    fn matter_row(&self, asked: &Asked<'_>, matter: &Matter) -> MatterRow {
        let stances: Vec<Stance> = asked.latest.values().map(|claim| claim.stance).collect();
        let spoken = stances.iter().filter(|s| s.kind() != StanceKind::Silent);
        let cells = asked.parties.iter();
        MatterRow {
            voices: spoken.count(),
            id: matter.id.clone(),
            matter: self.say(&matter.text),
            topic: self.topic_name(&matter.topic),
            verdict: Verdict::on(&stances),
            cells: cells
                .map(|party| self.position(asked, &matter.id, &party.id))
                .collect(),
        }
    }

    fn position(&self, asked: &Asked<'_>, matter: &MatterId, party: &PartyId) -> PositionCell {
        let stance = asked.filters.stance;
        let latest = asked.latest.get(&(matter, party));
        let Some(claim) = latest.filter(|c| stance.is_none_or(|kind| c.stance.kind() == kind))
        else {
            return match asked.recorded.get(&(matter, party)) {
                Some(_) => PositionCell::LeftOut,
                None => PositionCell::None,
            };
        };
        let own = asked.behind.get(&(matter, party));
        let own = own.map(Vec::as_slice).unwrap_or_default();
        PositionCell::Mark(Box::new(PositionMark {
            latest: cell(claim),
            count: own.len(),
            before: replaced_stance(own),
            told_by: match &claim.told_by {
                Some(Teller::Party(id)) => self.party(id),
                _ => None,
            },
            about: claim.about.as_ref().and_then(|id| self.party(id)),
        }))
    }

    /// The name of a topic.
    pub fn topic_name(&self, id: &TopicId) -> Option<Spoken> {
        let topic = self.dossier.topics.get(id)?;
        Some(self.say(&topic.label))
    }

    fn by_topic_of(&self, rows: Vec<MatterRow>) -> Vec<MatterGroup> {
        let topics = self.dossier.topics.iter();
        let heads = topics.map(|topic| Some((topic.id.clone(), self.say(&topic.label))));
        let mut groups: Vec<MatterGroup> = heads
            .chain([None])
            .map(|head| MatterGroup {
                head: GroupHead::Topic(head),
                rows: Vec::new(),
            })
            .collect();
        for row in rows {
            let matter = self.dossier.matters.get(&row.id);
            let place = matter.and_then(|matter| self.dossier.topics.position(&matter.topic));
            // What has no topic comes last.
            let at = place.unwrap_or(usize::MAX).min(groups.len() - 1);
            if let Some(group) = groups.get_mut(at) {
                group.rows.push(row);
            }
        }
        groups.retain(|group| !group.rows.is_empty());
        groups
    }
}

/// The most contested first; of two alike the one that more parties speak on, then the dossier's order.
fn by_verdict(mut rows: Vec<MatterRow>) -> Vec<MatterGroup> {
    order::by_key(&mut rows, |row| {
        std::cmp::Reverse((row.verdict, row.voices))
    });
    let mut groups: Vec<MatterGroup> = Vec::new();
    for row in rows {
        let head = GroupHead::Verdict(row.verdict);
        match groups.last_mut().filter(|group| group.head == head) {
            Some(group) => group.rows.push(row),
            None => groups.push(MatterGroup {
                head,
                rows: vec![row],
            }),
        }
    }
    groups
}

fn behind<'c>(claims: &[&'c Claim]) -> Behind<'c> {
    let mut behind: Behind<'c> = HashMap::new();
    for claim in claims {
        let key = (&claim.matter, &claim.party);
        behind.entry(key).or_default().push(claim);
    }
    // Each for itself: many short lists are sorted sooner than one long one.
    for own in behind.values_mut() {
        *own = oldest_first(std::mem::take(own));
    }
    behind
}
