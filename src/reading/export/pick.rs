//! Which clauses and claims are taken: those that the page shows.

use std::collections::{HashMap, HashSet};

use super::super::{Filters, Reader};
use crate::dossier::{Claim, ClaimId, ClauseAt, ClauseId, PartyId, PlanId, RegionId, SourceId};

/// Whose clauses and claims are asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Scope {
    /// All that bears on a region, whatever the reason.
    Region(RegionId),
    /// A clause with its parts, and the claims about it.
    Clause(ClauseId),
    /// A claim, what its party said on the matter before and after, and the clauses it is about.
    Claim(ClaimId),
    /// What a party has said, and the clauses that it has put forward texts for.
    Party(PartyId),
    /// What rests on a source.
    Source(SourceId),
    /// The clauses of a plan, and the claims that pass the filters.
    Plan(PlanId, Filters),
    /// The clauses of a comparison of two plans: those on its lines.
    Compared([PlanId; 2], Filters, Option<RegionId>),
    /// Everything that passes the filters.
    All(Filters),
    /// The claims that pass the filters and bear on a region.
    Claims(Filters, Option<RegionId>),
    /// All sources.
    Sources,
}

impl Scope {
    /// The region that was asked for by name.
    pub fn place(&self) -> Option<&RegionId> {
        match self {
            Self::Region(id) => Some(id),
            Self::Compared(_, _, place) | Self::Claims(_, place) => place.as_ref(),
            _ => None,
        }
    }
}

/// What a scope holds; each record with the reason why it is there, which is empty where no region
/// was asked for.
#[derive(Default)]
pub(super) struct Picked<'a> {
    pub clauses: Vec<(ClauseAt<'a>, &'static str)>,
    pub claims: Vec<(&'a Claim, &'static str)>,
    /// Whether the sources themselves were asked for.
    pub all_sources: bool,
}

impl Picked<'_> {
    pub fn clause_ids(&self) -> HashSet<&ClauseId> {
        let clauses = self.clauses.iter();
        clauses.map(|(at, _)| &at.clause.id).collect()
    }

    pub fn claim_ids(&self) -> HashSet<&ClaimId> {
        self.claims.iter().map(|(claim, _)| &claim.id).collect()
    }

    /// What the picked records rest on.
    pub fn sources(&self) -> HashSet<&SourceId> {
        let clauses = self.clauses.iter().flat_map(|(at, _)| {
            let variants = at.clause.variants.iter();
            let of_variants = variants.flat_map(|variant| &variant.sources);
            at.clause.sources.iter().chain(of_variants)
        });
        let claims = self.claims.iter().flat_map(|(claim, _)| &claim.sources);
        clauses.chain(claims).collect()
    }
}

impl<'a> Reader<'a> {
    pub(super) fn pick(&self, scope: &Scope) -> Picked<'a> {
        match scope {
            Scope::Region(id) => self.pick_region(id),
            Scope::Clause(id) => self.pick_clause(id),
            Scope::Claim(id) => self.pick_claim(id),
            Scope::Party(id) => self.pick_party(id),
            Scope::Source(id) => self.pick_source(id),
            Scope::Plan(plan, filters) => {
                let clauses = self.dossier.all_clauses();
                let clauses = clauses.filter(|at| at.plan.id == *plan);
                Picked {
                    clauses: clauses.map(|at| (at, "")).collect(),
                    ..self.pick_claims(filters, None)
                }
            }
            Scope::Compared(plans, filters, place) => {
                self.pick_compared(plans, filters, place.as_ref())
            }
            Scope::All(filters) => self.pick_all(filters),
            Scope::Claims(filters, place) => self.pick_claims(filters, place.as_ref()),
            Scope::Sources => Picked {
                all_sources: true,
                ..Picked::default()
            },
        }
    }

    fn pick_region(&self, id: &RegionId) -> Picked<'a> {
        let clauses = self.coverage.clauses(id).iter();
        let clauses = clauses.filter_map(|tie| {
            let at = self.dossier.clause(&tie.id)?;
            Some((at, tie.reason.slug()))
        });
        let claims = self.coverage.claims(id).iter();
        let claims = claims.filter_map(|tie| {
            let claim = self.dossier.claims.get(&tie.id)?;
            Some((claim, tie.reason.slug()))
        });
        Picked {
            clauses: clauses.collect(),
            claims: claims.collect(),
            ..Picked::default()
        }
    }

    fn pick_clause(&self, id: &ClauseId) -> Picked<'a> {
        let Some(page) = self.clause_page(id) else {
            return Picked::default();
        };
        let parts = page.parts.iter().map(|part| &part.id);
        Picked {
            clauses: self.clauses_named(std::iter::once(id).chain(parts)),
            claims: self.claims_named(page.claims.iter().map(|card| &card.id)),
            ..Picked::default()
        }
    }

    fn pick_claim(&self, id: &ClaimId) -> Picked<'a> {
        let Some(page) = self.claim_page(id) else {
            return Picked::default();
        };
        Picked {
            clauses: self.clauses_named(page.card.clauses.iter().map(|tag| &tag.id)),
            claims: self.claims_named(page.history.iter().map(|step| &step.card.id)),
            ..Picked::default()
        }
    }

    fn pick_party(&self, id: &PartyId) -> Picked<'a> {
        let Some(page) = self.party_page(id) else {
            return Picked::default();
        };
        let claims = page.topics.iter().flat_map(|topic| &topic.claims);
        Picked {
            clauses: self.clauses_named(page.variants.iter().map(|(tag, _)| &tag.id)),
            claims: self.claims_named(claims.map(|card| &card.id)),
            ..Picked::default()
        }
    }

    fn pick_source(&self, id: &SourceId) -> Picked<'a> {
        let Some(page) = self.source_page(id) else {
            return Picked::default();
        };
        Picked {
            clauses: self.clauses_named(page.clauses.iter().map(|(tag, _)| &tag.id)),
            claims: self.claims_named(page.claims.iter().map(|card| &card.id)),
            ..Picked::default()
        }
    }

    fn pick_claims(&self, filters: &Filters, place: Option<&RegionId>) -> Picked<'a> {
        let asked = self.claims_asked_for(filters, place);
        let reasons: HashMap<&ClaimId, &'static str> = match place {
            None => HashMap::new(),
            Some(place) => {
                let ties = self.coverage.claims(place).iter();
                ties.map(|tie| (&tie.id, tie.reason.slug())).collect()
            }
        };
        let reason = |id: &ClaimId| reasons.get(id).copied().unwrap_or_default();
        // Looked up again: what a reader hands out lives no longer than itself, its dossier does.
        let claims = asked
            .iter()
            .filter_map(|claim| self.dossier.claims.get(&claim.id));
        Picked {
            claims: claims.map(|claim| (claim, reason(&claim.id))).collect(),
            ..Picked::default()
        }
    }

    /// The clauses on the lines of a comparison, each with the reason why it bears on the place, if it
    /// does itself.
    fn pick_compared(
        &self,
        [left, right]: &[PlanId; 2],
        filters: &Filters,
        place: Option<&RegionId>,
    ) -> Picked<'a> {
        let Some(compared) = self.compare(left, right, filters, place) else {
            return Picked::default();
        };
        let ties = place.map(|place| self.coverage.clauses(place));
        let ties = ties.unwrap_or_default().iter();
        let reasons: HashMap<&ClauseId, &'static str> =
            ties.map(|tie| (&tie.id, tie.reason.slug())).collect();
        let lines = compared.lines.iter();
        let on_lines: HashSet<&ClauseId> = lines
            .flat_map(|line| [line.left.clause(), line.right.clause()])
            .flatten()
            .collect();
        // In the order of the plans, as a table is read; which clause became which, the page says.
        let clauses = self.dossier.all_clauses();
        let clauses = clauses.filter(|at| on_lines.contains(&at.clause.id));
        let reason = |id: &ClauseId| reasons.get(id).copied().unwrap_or_default();
        Picked {
            clauses: clauses.map(|at| (at, reason(&at.clause.id))).collect(),
            ..Picked::default()
        }
    }

    fn pick_all(&self, filters: &Filters) -> Picked<'a> {
        let passing = self.passing(filters);
        let clauses = self.dossier.all_clauses();
        let clauses = clauses.filter(|at| passing.has_clause(&at.clause.id));
        Picked {
            clauses: clauses.map(|at| (at, "")).collect(),
            ..self.pick_claims(filters, None)
        }
    }

    fn clauses_named<'i>(
        &self,
        ids: impl Iterator<Item = &'i ClauseId>,
    ) -> Vec<(ClauseAt<'a>, &'static str)> {
        let mut found: Vec<(ClauseAt<'a>, &'static str)> = Vec::new();
        for at in ids.filter_map(|id| self.dossier.clause(id)) {
            if !found
                .iter()
                .any(|(known, _)| known.clause.id == at.clause.id)
            {
                found.push((at, ""));
            }
        }
        found
    }

    fn claims_named<'i>(
        &self,
        ids: impl Iterator<Item = &'i ClaimId>,
    ) -> Vec<(&'a Claim, &'static str)> {
        let claims = ids.filter_map(|id| self.dossier.claims.get(id));
        claims.map(|claim| (claim, "")).collect()
    }
}
