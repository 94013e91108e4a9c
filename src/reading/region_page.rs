//! What is said of one place.

use crate::order;
use std::collections::{BTreeMap, HashSet};

use super::{Cite, PartyTag, QuestionLine, Reader, RegionLine, RegionMaking, StanceStrip};
use crate::coverage::{Reason, Tie};
use crate::dossier::{
    Agreement, ClaimId, ClauseAt, ClauseId, Ground, LocalName, PlanId, PlanKind, Region, RegionId,
    Spoken, Text, When,
};

/// A place on the way up.
#[derive(Debug, Clone, PartialEq)]
pub struct Crumb {
    /// The place.
    pub id: RegionId,
    /// Its name.
    pub name: Spoken,
}

/// A sentence with its sources.
#[derive(Debug, Clone, PartialEq)]
pub struct NotedStatement {
    /// The sentence.
    pub text: Spoken,
    /// Where it can be checked.
    pub sources: Vec<Cite>,
}

/// What one source says that a place without an outline means.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceReadingLine {
    /// Whose reading it is.
    pub by: Option<PartyTag>,
    /// In our words.
    pub text: Spoken,
    /// The regions that it lists.
    pub regions: Vec<RegionLine>,
    /// Where it can be checked.
    pub sources: Vec<Cite>,
}

/// A clause in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseLine {
    /// The clause or part.
    pub id: ClauseId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: Spoken,
    /// What it says; `None` when only its heading, or nothing, was seen.
    pub text: Option<Spoken>,
    /// True when its text was not seen at all in a source that can be relied on.
    pub withheld: bool,
    /// Whether it is agreed.
    pub agreement: Agreement,
    /// How many rival texts it has.
    pub variants: usize,
    /// Why it is here; `None` in a list that is not about a region.
    pub reason: Option<(Reason, Option<Spoken>)>,
}

/// Clauses that bear on a region for reasons of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct ReasonGroup {
    /// The reason of the first line, for the group's heading.
    pub reason: Reason,
    /// The clauses.
    pub lines: Vec<ClauseLine>,
}

/// The clauses of one plan that bear on a region.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanTies {
    /// The plan.
    pub id: PlanId,
    /// Its short title.
    pub short: Spoken,
    /// When it came out.
    pub dated: When,
    /// True for the plan that the reader has chosen.
    pub chosen: bool,
    /// By reason, the strongest first.
    pub groups: Vec<ReasonGroup>,
    /// How many the map counts.
    pub counted: usize,
    /// How many apply to the whole country or to the surroundings.
    pub uncounted: usize,
}

/// What the page of a region begins with: what there is to say at once.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionHead {
    /// Its name in the reader's language.
    pub name: Spoken,
    /// Its name in the place's own language.
    pub local: Option<LocalName>,
    /// What sort of place it is.
    pub what: Spoken,
    /// The country it lies in.
    pub country: Option<Spoken>,
    /// A public code.
    pub code: Option<String>,
    /// The way up: the widest place first, the region itself not in it.
    pub crumbs: Vec<Crumb>,
}

/// Everything else that the dossier says of one region.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionPage {
    /// The region.
    pub id: RegionId,
    /// Its members, if it is a group.
    pub members: Vec<RegionLine>,
    /// The places that lie in it.
    pub inside: Vec<RegionLine>,
    /// Why it is not drawn, if it is not.
    pub undrawn: Option<Spoken>,
    /// What is to be known of its status.
    pub status: Option<NotedStatement>,
    /// What is to be known of its name.
    pub name_note: Option<Spoken>,
    /// What named sources say that it means.
    pub readings: Vec<PlaceReadingLine>,
    /// Where the parties stand.
    pub strip: StanceStrip,
    /// Clauses by plan, the chosen plan first.
    pub plans: Vec<PlanTies>,
    /// Claims, newest first.
    pub claims: Vec<ClaimId>,
    /// Claims about the whole country or the surroundings, newest first.
    pub wider_claims: Vec<ClaimId>,
    /// What is not known.
    pub questions: Vec<QuestionLine>,
}

impl Reader<'_> {
    /// The head of a region's page; `None` when the dossier has no such region.
    pub fn region_head(&self, id: &RegionId) -> Option<RegionHead> {
        let region = self.dossier.regions.get(id)?;
        let name = self.say(&region.name);
        let crumbs = self.crumbs(id);
        Some(RegionHead {
            local: self.local_name(region.local.as_ref(), &name),
            name,
            what: self.say(&region.what),
            country: crumbs.first().map(|widest| widest.name.clone()),
            code: region.code.clone(),
            crumbs,
        })
    }

    /// The page of a region below its head; `None` when the dossier has no such region.
    pub fn region_page(&self, id: &RegionId, chosen: &PlanId) -> Option<RegionPage> {
        let mut making = RegionMaking::of(id, chosen);
        while making.step(self) {}
        making.finish(self)
    }

    /// The way up from a region, the widest place first: at each step the nearest place that it is
    /// said to lie in.
    pub fn crumbs(&self, id: &RegionId) -> Vec<Crumb> {
        let up = |id: &RegionId| self.dossier.regions.get(id)?.within.first().cloned();
        let mut trail: Vec<RegionId> = Vec::new();
        let mut here = up(id);
        while let Some(place) = here {
            // A faulty dossier may lead in a circle.
            if place == *id || trail.contains(&place) {
                break;
            }
            here = up(&place);
            trail.push(place);
        }
        let crumb = |id: RegionId| Crumb {
            name: self.region_name(&id),
            id,
        };
        trail.into_iter().rev().map(crumb).collect()
    }

    /// The members of a group, and the places whose nearest surrounding place this is; those of them that are
    /// members are listed as such.
    pub(super) fn places_of(&self, region: &Region) -> [Vec<RegionId>; 2] {
        let members = match &region.ground {
            Ground::Members(members) => members.clone(),
            Ground::Feature(_) | Ground::None(_) => Vec::new(),
        };
        let is_member: HashSet<&RegionId> = members.iter().collect();
        let lies_here = |inner: &&Region| {
            inner.within.first() == Some(&region.id) && !is_member.contains(&inner.id)
        };
        let inside = self.dossier.regions.iter().filter(lies_here);
        let inside = inside.map(|inner| inner.id.clone()).collect();
        [members, inside]
    }

    pub(super) fn readings(&self, region: &Region) -> Vec<PlaceReadingLine> {
        let line = |reading: &crate::dossier::PlaceReading| PlaceReadingLine {
            by: self.party(&reading.by),
            text: self.say(&reading.text),
            regions: self.region_lines(reading.regions.iter()),
            sources: self.cites(&reading.sources),
        };
        region.readings.iter().map(line).collect()
    }

    pub(super) fn questions_of(&self, id: &RegionId) -> Vec<QuestionLine> {
        self.coverage
            .questions(id)
            .iter()
            .filter(|tie| tie.reason.counts())
            .filter_map(|tie| self.dossier.questions.get(&tie.id))
            .map(|question| QuestionLine {
                id: question.id.clone(),
                text: self.say(&question.text),
            })
            .collect()
    }

    /// All plans, the chosen one first, digests last.
    pub(super) fn plans_for(&self, chosen: &PlanId) -> Vec<PlanId> {
        let mut plans: Vec<_> = self.dossier.plans.iter().collect();
        order::by_key(&mut plans, |plan| {
            (plan.id != *chosen, plan.kind == PlanKind::Digest)
        });
        plans.into_iter().map(|plan| plan.id.clone()).collect()
    }

    /// The clauses of a plan that bear on a region; `None` when there are none and the plan is not the chosen one.
    pub(super) fn plan_ties(
        &self,
        id: &RegionId,
        plan: &PlanId,
        is_chosen: bool,
    ) -> Option<PlanTies> {
        let plan = self.dossier.plans.get(plan)?;
        let ties = self.coverage.clauses(id).iter();
        let found: Vec<(&Tie<ClauseId>, ClauseAt<'_>)> = ties
            .filter_map(|tie| self.dossier.clause(&tie.id).map(|at| (tie, at)))
            .filter(|(_, at)| at.plan.id == plan.id)
            .collect();
        if found.is_empty() && !is_chosen {
            return None;
        }
        let counted = found.iter().filter(|(tie, _)| tie.reason.counts()).count();
        Some(PlanTies {
            id: plan.id.clone(),
            short: self.say(&plan.short),
            dated: plan.dated,
            chosen: is_chosen,
            counted,
            uncounted: found.len() - counted,
            groups: self.reason_groups(&found),
        })
    }

    fn reason_groups(&self, found: &[(&Tie<ClauseId>, ClauseAt<'_>)]) -> Vec<ReasonGroup> {
        let mut groups: BTreeMap<u8, ReasonGroup> = BTreeMap::new();
        for (tie, at) in found {
            let named = tie.reason.named();
            let mut line = self.clause_line(*at);
            line.reason = Some((tie.reason.clone(), named.map(|id| self.region_name(id))));
            let group = groups
                .entry(tie.reason.rank())
                .or_insert_with(|| ReasonGroup {
                    reason: tie.reason.clone(),
                    lines: Vec::new(),
                });
            group.lines.push(line);
        }
        groups.into_values().collect()
    }

    /// A clause as a line of a list.
    pub fn clause_line(&self, at: ClauseAt<'_>) -> ClauseLine {
        let clause = at.clause;
        ClauseLine {
            id: clause.id.clone(),
            number: clause.number.clone(),
            title: self.say(&clause.title),
            text: clause.wording.text().map(|text: &Text| self.say(text)),
            withheld: clause.wording == crate::dossier::Wording::Withheld,
            agreement: clause.agreement,
            variants: clause.variants.len(),
            reason: None,
        }
    }
}
