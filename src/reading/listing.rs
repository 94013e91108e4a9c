//! All of a dossier by place, without a map: which clauses and claims stand under which place, as far
//! as the filters let them pass.

use crate::order;
use std::collections::HashSet;

use super::{ClaimCard, ClauseLine, Filters, PlaceShelf, QuestionLine, Reader, RegionPage};
use crate::coverage::{Reason, Tie};
use crate::dossier::{ClaimId, Clause, ClauseAt, ClauseId, Plan, PlanKind, RegionId, Spoken, When};

/// All places, and what is of no place.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// The places by shelf, in the dossier's order. While something is left out, places of which nothing
    /// is left are, too.
    pub shelves: Vec<(PlaceShelf, Vec<ListedPlace>)>,
    /// How many clauses and claims are of no place.
    pub placeless: (usize, usize),
}

/// A place in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedPlace {
    /// The place.
    pub id: RegionId,
    /// Its name.
    pub name: Spoken,
    /// What sort of place it is.
    pub what: Spoken,
    /// How many clauses and parts stand under it.
    pub clauses: usize,
    /// How many claims stand under it.
    pub claims: usize,
}

/// What stands under a place, or under none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ListEntry {
    /// Clauses by plan, the chosen plan first, those of a plan by the strength of their reason.
    pub plans: Vec<ListedPlan>,
    /// Claims, newest first.
    pub claims: Vec<ClaimCard>,
    /// What is not known.
    pub questions: Vec<QuestionLine>,
    /// Wider places whose clauses and claims apply here as well, the nearest first.
    pub wider: Vec<(RegionId, Spoken)>,
}

/// The clauses of one plan that stand under a place.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedPlan {
    /// Its short title.
    pub short: Spoken,
    /// When it came out.
    pub dated: When,
    /// The clauses and parts; a part never without the clause that it belongs to.
    pub clauses: Vec<ClauseLine>,
}

/// What the filters let pass; all of it where there are none.
#[derive(Debug)]
pub struct Passing<'a>(Option<Passed<'a>>);

/// The clauses and the claims that pass.
#[derive(Debug)]
struct Passed<'a> {
    clauses: HashSet<&'a ClauseId>,
    claims: HashSet<&'a ClaimId>,
}

impl Passing<'_> {
    /// Whether a clause or part passes.
    pub fn has_clause(&self, id: &ClauseId) -> bool {
        let Self(passed) = self;
        passed.as_ref().is_none_or(|some| some.clauses.contains(id))
    }

    fn has_claim(&self, id: &ClaimId) -> bool {
        let Self(passed) = self;
        passed.as_ref().is_none_or(|some| some.claims.contains(id))
    }
}

impl ListedPlace {
    /// Whether nothing stands under it.
    pub fn is_empty(&self) -> bool {
        self.clauses + self.claims == 0
    }
}

impl Listing {
    /// Whether no clause and no claim is left.
    pub fn is_empty(&self) -> bool {
        let places = self.shelves.iter().flat_map(|(_, places)| places);
        self.placeless == (0, 0) && places.into_iter().all(ListedPlace::is_empty)
    }
}

impl<'a> Reader<'a> {
    /// What the filters let pass. A party, a stance or evidence is something that a claim has: of
    /// clauses they leave those which such a claim is about.
    pub fn passing(&self, filters: &Filters) -> Passing<'a> {
        if filters.is_empty() {
            return Passing(None);
        }
        let claims = self.claims_asked_for(filters, None);
        let asks_for_claims =
            filters.party.is_some() || filters.stance.is_some() || filters.evidence.is_some();
        let told_of = claims.iter().flat_map(|claim| &claim.clauses);
        let told_of: HashSet<_> = told_of.flat_map(|id| self.with_whole(id)).collect();
        let dossier = self.dossier;
        let clauses = dossier.all_clauses().filter(|at| {
            let of_topic = filters.topic.as_ref();
            of_topic.is_none_or(|topic| {
                self.is_about(at.clause, topic)
                    || at
                        .whole
                        .is_some_and(|whole: &Clause| whole.topics.contains(topic))
            }) && (!asks_for_claims || told_of.contains(&at.clause.id))
        });
        Passing(Some(Passed {
            clauses: clauses.map(|at| &at.clause.id).collect(),
            claims: claims.into_iter().map(|claim| &claim.id).collect(),
        }))
    }

    /// All places with how much of what passes stands under each. The place that was asked for is among
    /// them even where nothing of it passes.
    pub fn listing(&self, filters: &Filters, asked: Option<&RegionId>) -> Listing {
        let passing = self.passing(filters);
        let shelves = self.places(&self.dossier.manifest.first_plan);
        let listed = |line: super::RegionLine| ListedPlace {
            clauses: self.clauses_under(&line.id, &passing).len(),
            claims: self.claims_under(&line.id, &passing).count(),
            id: line.id,
            name: line.name,
            what: line.what,
        };
        let shelves = shelves.into_iter().map(|(shelf, lines)| {
            let places = lines.into_iter().map(listed);
            let is_shown = |place: &ListedPlace| {
                filters.is_empty() || !place.is_empty() || asked == Some(&place.id)
            };
            (shelf, places.filter(is_shown).collect::<Vec<_>>())
        });
        Listing {
            shelves: shelves.filter(|(_, places)| !places.is_empty()).collect(),
            placeless: (
                self.placeless_clauses(&passing).len(),
                self.placeless_claims(&passing).count(),
            ),
        }
    }

    /// What stands under a place.
    pub fn list_entry(&self, id: &RegionId, passing: &Passing<'a>) -> ListEntry {
        let claims = self.claims_under(id, passing);
        ListEntry {
            plans: self.by_plan(self.clauses_under(id, passing)),
            claims: self.cards(claims.filter_map(|id| self.dossier.claims.get(id))),
            questions: self.questions_of(id),
            wider: self.wider(id, passing),
        }
    }

    /// What stands under no place.
    pub fn placeless_entry(&self, passing: &Passing<'a>) -> ListEntry {
        let clauses = self.placeless_clauses(passing);
        let claims = self.placeless_claims(passing);
        ListEntry {
            plans: self.by_plan(clauses.into_iter().map(|at| (at, None)).collect()),
            claims: self.cards(claims),
            questions: self.unplaced_questions(),
            wider: Vec::new(),
        }
    }

    /// Where a clause stands in the list: the first place under which it does, or `None` for no place.
    pub fn listed_clause(&self, id: &ClauseId) -> Option<RegionId> {
        self.coverage.ground(id).first().cloned()
    }

    /// Where a claim stands in the list: the first place under which it does, or `None` for no place.
    pub fn listed_claim(&self, id: &ClaimId) -> Option<RegionId> {
        self.dossier.claims.get(id)?.coverage.first().cloned()
    }

    /// What the page of a region knows of the place itself.
    pub fn listed_page(&self, id: &RegionId) -> Option<RegionPage> {
        self.region_page(id, &self.dossier.manifest.first_plan)
    }

    /// A clause, and the one that it is a part of.
    fn with_whole(&self, id: &'a ClauseId) -> impl Iterator<Item = &'a ClauseId> + use<'a> {
        let whole = self.dossier.clause(id).and_then(|at| at.whole);
        [id].into_iter().chain(whole.map(|whole| &whole.id))
    }

    fn claims_under<'p>(
        &self,
        id: &RegionId,
        passing: &'p Passing<'a>,
    ) -> impl Iterator<Item = &'a ClaimId> + use<'a, 'p> {
        let ties = self.coverage.claims(id).iter();
        ties.filter(|tie| tie.reason.counts() && passing.has_claim(&tie.id))
            .map(|tie| &tie.id)
    }

    /// The clauses under a place, each with its reason; those that stand there only for a part of theirs
    /// have none.
    fn clauses_under(
        &self,
        id: &RegionId,
        passing: &Passing<'a>,
    ) -> Vec<(ClauseAt<'a>, Option<&'a Reason>)> {
        let ties: &'a [Tie<ClauseId>] = self.coverage.clauses(id);
        let mut ties: Vec<_> = ties.iter().filter(|tie| tie.reason.counts()).collect();
        order::by_key(&mut ties, |tie| tie.reason.rank());
        let mut shown: HashSet<&ClauseId> = HashSet::new();
        let mut found = Vec::new();
        for tie in &ties {
            let Some(at) = self.dossier.clause(&tie.id) else {
                continue;
            };
            if !passing.has_clause(&tie.id) {
                continue;
            }
            let own = |whole: &&Clause| ties.iter().any(|tie| tie.id == whole.id);
            let whole = at.whole.filter(|whole| !own(whole));
            let whole = whole.and_then(|whole| self.dossier.clause(&whole.id));
            if let Some(whole) = whole.filter(|whole| shown.insert(&whole.clause.id)) {
                found.push((whole, None));
            }
            shown.insert(&at.clause.id);
            found.push((at, Some(&tie.reason)));
        }
        found
    }

    /// The clauses that no place is named for, not even by a part of theirs.
    fn placeless_clauses(&self, passing: &Passing<'a>) -> Vec<ClauseAt<'a>> {
        let dossier = self.dossier;
        let all = dossier.all_clauses();
        all.filter(|at| passing.has_clause(&at.clause.id))
            .filter(|at| self.coverage.ground(&at.clause.id).is_empty())
            .collect()
    }

    fn placeless_claims<'p>(
        &self,
        passing: &'p Passing<'a>,
    ) -> impl Iterator<Item = &'a crate::dossier::Claim> + use<'a, 'p> {
        let claims = self.dossier.claims.iter();
        claims.filter(|claim| claim.coverage.is_empty() && passing.has_claim(&claim.id))
    }

    /// Clauses under the plans that they belong to: the first plan first, digests last.
    fn by_plan(&self, clauses: Vec<(ClauseAt<'a>, Option<&'a Reason>)>) -> Vec<ListedPlan> {
        let first = &self.dossier.manifest.first_plan;
        let mut plans: Vec<&Plan> = self.dossier.plans.iter().collect();
        order::by_key(&mut plans, |plan| {
            (plan.id != *first, plan.kind == PlanKind::Digest)
        });
        let listed = |plan: &Plan| {
            let of = clauses.iter().filter(|(at, _)| at.plan.id == plan.id);
            ListedPlan {
                short: self.say(&plan.short),
                dated: plan.dated,
                clauses: of.map(|(at, why)| self.listed_line(*at, *why)).collect(),
            }
        };
        let plans = plans.into_iter().map(listed);
        plans.filter(|plan| !plan.clauses.is_empty()).collect()
    }

    fn listed_line(&self, at: ClauseAt<'_>, why: Option<&Reason>) -> ClauseLine {
        let mut line = self.clause_line(at);
        line.reason = why.map(|why| {
            let named = why.named().map(|id| self.region_name(id));
            (why.clone(), named)
        });
        line
    }

    /// The places whose clauses and claims apply to a place because it lies in them.
    fn wider(&self, id: &RegionId, passing: &Passing<'a>) -> Vec<(RegionId, Spoken)> {
        let clauses = self.coverage.clauses(id).iter();
        let clauses = clauses
            .filter(|tie| passing.has_clause(&tie.id))
            .map(|tie| &tie.reason);
        let claims = self.coverage.claims(id).iter();
        let claims = claims
            .filter(|tie| passing.has_claim(&tie.id))
            .map(|tie| &tie.reason);
        let mut reasons: Vec<_> = clauses.chain(claims).filter(|why| !why.counts()).collect();
        order::by_key(&mut reasons, |why| why.rank());
        let mut places: Vec<&RegionId> = Vec::new();
        for place in reasons.into_iter().filter_map(Reason::named) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let named = |id: &RegionId| (id.clone(), self.region_name(id));
        places.into_iter().map(named).collect()
    }
}
