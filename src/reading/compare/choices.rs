//! What a comparison can be narrowed down to.

use super::super::Reader;
use crate::dossier::{PlanId, Spoken, TopicId};

impl Reader<'_> {
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
