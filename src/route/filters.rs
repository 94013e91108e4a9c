//! What a reader leaves out of a view.
//!
//! There is no filter for a place: the subject of the address is one already, so that
//! `#view=compare&region=donetsk` compares what two plans say of Donetsk.

use crate::dossier::{Change, Evidence, PartyId, StanceKind, TopicId};

/// What is left out; all `None` and empty: nothing is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    /// Only this party. Together with the lens *party* it is the lens's own, see [`super::Route`].
    pub party: Option<PartyId>,
    /// Only claims of this stance.
    pub stance: Option<StanceKind>,
    /// Only this subject.
    pub topic: Option<TopicId>,
    /// Only claims that rest on this.
    pub evidence: Option<Evidence>,
    /// Only clauses with one of these changes; empty: with any, or none.
    pub changes: Vec<Change>,
}

impl Filters {
    /// Reads a pair of the address, if it is one of a filter.
    pub(super) fn read(&mut self, name: &str, value: &str) {
        match name {
            "party" => self.party = value.parse().ok(),
            "stance" => self.stance = StanceKind::of(value),
            "topic" => self.topic = value.parse().ok(),
            "evidence" => self.evidence = Evidence::of(value),
            "change" => {
                let asked: Vec<_> = value.split(',').filter_map(Change::of).collect();
                // In the order of the list, each once: one state has one address.
                let all = Change::ALL.into_iter();
                self.changes = all.filter(|change| asked.contains(change)).collect();
            }
            _ => {}
        }
    }

    /// The pairs that the address says them with.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'static str, String)> {
        let slugs: Vec<_> = self.changes.iter().map(|change| change.slug()).collect();
        let party = self.party.as_ref().map(ToString::to_string);
        let stance = self.stance.map(|stance| stance.slug().to_owned());
        let topic = self.topic.as_ref().map(ToString::to_string);
        let evidence = self.evidence.map(|evidence| evidence.slug().to_owned());
        let changes = (!slugs.is_empty()).then(|| slugs.join(","));
        [
            ("party", party),
            ("stance", stance),
            ("topic", topic),
            ("evidence", evidence),
            ("change", changes),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
    }

    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
