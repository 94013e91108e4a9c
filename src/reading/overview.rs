//! The first page: the plans, the clauses of the chosen one, and every region.

use super::{Cite, ClauseLine, QuestionLine, Reader};
use crate::dossier::{PlanId, PlanKind, RegionId, RegionKind, Spoken, TopicId, When};

/// A plan in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanLine {
    /// The plan.
    pub id: PlanId,
    /// Its title.
    pub title: Spoken,
    /// Its short title.
    pub short: Spoken,
    /// What it is.
    pub status: Spoken,
    /// How it came about.
    pub drafting: Option<Spoken>,
    /// What of its text was seen.
    pub text_seen: Spoken,
    /// When it came out.
    pub dated: When,
    /// How many points it has.
    pub points: u16,
    /// How many of them are in the dossier.
    pub clauses: usize,
    /// Whether it is nobody's plan but a list.
    pub digest: bool,
    /// True for the plan that the reader has chosen.
    pub chosen: bool,
    /// Where its existence can be checked.
    pub sources: Vec<Cite>,
}

/// A region in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionLine {
    /// The region.
    pub id: RegionId,
    /// Its name.
    pub name: Spoken,
    /// What sort of place it is, in words.
    pub what: Spoken,
    /// What sort of place it is.
    pub kind: RegionKind,
    /// How many clauses of the chosen plan bear on it by name, group or a place inside it.
    pub counted: usize,
}

/// The first page.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The dossier's title.
    pub title: Spoken,
    /// The plans, in the dossier's order.
    pub plans: Vec<PlanLine>,
    /// The clauses of the chosen plan.
    pub clauses: Vec<ClauseLine>,
    /// What is not known, of no place and no clause in particular.
    pub questions: Vec<QuestionLine>,
}

impl Reader<'_> {
    /// The first page.
    pub fn overview(&self, chosen: &PlanId) -> Overview {
        let clauses = self.dossier.all_clauses();
        let clauses = clauses.filter(|at| at.plan.id == *chosen && at.whole.is_none());
        Overview {
            title: self.say(&self.dossier.manifest.title),
            plans: self.plan_lines(chosen),
            clauses: clauses.map(|at| self.clause_line(at)).collect(),
            questions: self.unplaced_questions(),
        }
    }

    pub(super) fn unplaced_questions(&self) -> Vec<QuestionLine> {
        let questions = self.dossier.questions.iter();
        questions
            .filter(|question| question.coverage.is_empty() && question.clauses.is_empty())
            .map(|question| QuestionLine {
                id: question.id.clone(),
                text: self.say(&question.text),
            })
            .collect()
    }

    /// All plans.
    pub fn plan_lines(&self, chosen: &PlanId) -> Vec<PlanLine> {
        let plans = self.dossier.plans.iter();
        plans
            .map(|plan| PlanLine {
                id: plan.id.clone(),
                title: self.say(&plan.title),
                short: self.say(&plan.short),
                status: self.say(&plan.status),
                drafting: self.say_any(&plan.drafting),
                text_seen: self.say(&plan.text_seen),
                dated: plan.dated,
                points: plan.points,
                clauses: plan.clauses.len(),
                digest: plan.kind == PlanKind::Digest,
                chosen: plan.id == *chosen,
                sources: self.cites(&plan.sources),
            })
            .collect()
    }

    /// The plans among which a map is chosen: those of whose clauses something is known. One plan is no choice: then
    /// there are none.
    pub fn plan_choice(&self, chosen: &PlanId) -> Vec<PlanLine> {
        let mut plans = self.plan_lines(chosen);
        plans.retain(|plan| plan.clauses > 0 && !plan.digest);
        if plans.len() < 2 {
            plans.clear();
        }
        plans
    }

    /// How many clauses and parts of a plan the map counts for a region.
    pub fn counted(&self, region: &RegionId, plan: &PlanId) -> usize {
        self.counted_on(region, plan, None)
    }

    /// The same for those that are about a topic.
    pub fn counted_on(&self, region: &RegionId, plan: &PlanId, topic: Option<&TopicId>) -> usize {
        self.coverage
            .clauses(region)
            .iter()
            .filter(|tie| tie.reason.counts())
            .filter_map(|tie| self.dossier.clause(&tie.id))
            .filter(|at| at.plan.id == *plan)
            .filter(|at| topic.is_none_or(|topic| self.is_about(at.clause, topic)))
            .count()
    }

    /// How many clauses and parts of a plan bear on a region: those that the map counts, and those
    /// that apply to the whole country or the surroundings.
    pub fn counts(&self, region: &RegionId, plan: &PlanId) -> (usize, usize) {
        let ties = self.coverage.clauses(region).iter();
        let all = ties
            .filter_map(|tie| self.dossier.clause(&tie.id))
            .filter(|at| at.plan.id == *plan)
            .count();
        let counted = self.counted(region, plan);
        (counted, all - counted)
    }

    /// How many clauses and parts of a plan, on a topic if one is named, name the country that the map
    /// opens on.
    pub fn country_wide(&self, plan: &PlanId, topic: Option<&TopicId>) -> usize {
        let country = self.own_country();
        let clauses = self.dossier.all_clauses();
        clauses
            .filter(|at| at.plan.id == *plan)
            .filter(|at| {
                at.clause
                    .coverage
                    .iter()
                    .any(|cover| cover.region == *country)
            })
            .filter(|at| topic.is_none_or(|topic| self.is_about(at.clause, topic)))
            .count()
    }

    /// The country that the map opens on, or that it opens on a part of.
    fn own_country(&self) -> &RegionId {
        let home = &self.dossier.manifest.home;
        let mut at = home;
        // Places that lie in one another are told by `check`, and are walked through once.
        for _ in 0..self.dossier.regions.len() {
            match self.dossier.regions.get(at) {
                Some(region) if region.kind == RegionKind::Country => return at,
                Some(region) => at = region.within.first().unwrap_or(home),
                None => return home,
            }
        }
        home
    }

    /// The number of a plan's first lettered part, if it has any.
    pub fn first_part(&self, plan: &PlanId) -> Option<&str> {
        let plan = self.dossier.plans.get(plan)?;
        let parts = plan.clauses.iter().flat_map(|clause| &clause.parts);
        parts.map(|part| part.number.as_str()).next()
    }

    /// Regions as lines, those that the dossier does not know left out. Counts are those of the
    /// dossier's first plan.
    pub fn region_lines<'r>(&self, ids: impl Iterator<Item = &'r RegionId>) -> Vec<RegionLine> {
        self.region_lines_for(ids, &self.dossier.manifest.first_plan)
    }

    /// Regions as lines, counting the clauses of `plan`.
    pub fn region_lines_for<'r>(
        &self,
        ids: impl Iterator<Item = &'r RegionId>,
        plan: &PlanId,
    ) -> Vec<RegionLine> {
        ids.filter_map(|id| self.dossier.regions.get(id))
            .map(|region| RegionLine {
                id: region.id.clone(),
                name: self.say(&region.name),
                what: self.say(&region.what),
                kind: region.kind,
                counted: self.counted(&region.id, plan),
            })
            .collect()
    }
}
