//! What a comparison can be narrowed down to.

use super::super::Reader;
use crate::dossier::{PlanId, RegionId, Spoken, TopicId};

impl Reader<'_> {
    /// The regions that clauses of either plan bear on in a way that the map counts, in the dossier's
    /// order.
    pub fn compared_places(&self, plans: [&PlanId; 2]) -> Vec<(RegionId, Spoken)> {
        let regions = self.dossier.regions.iter();
        regions
            .filter(|region| plans.iter().any(|plan| self.counted(&region.id, plan) > 0))
            .map(|region| (region.id.clone(), self.say(&region.name)))
            .collect()
    }

    /// The topics of the clauses of either plan, in the dossier's order.
    pub fn compared_topics(&self, plans: [&PlanId; 2]) -> Vec<(TopicId, Spoken)> {
        let clauses = || {
            let all = self.dossier.all_clauses();
            all.filter(|at| plans.contains(&&at.plan.id))
        };
        let topics = self.dossier.topics.iter();
        topics
            .filter(|topic| clauses().any(|at| at.clause.topics.contains(&topic.id)))
            .map(|topic| (topic.id.clone(), self.say(&topic.label)))
            .collect()
    }
}
