//! Which clauses and claims bear on which region, and why.
//!
//! A dossier declares which regions a clause or a claim names. Everything else follows, and each
//! tie keeps its [`Reason`].

use std::collections::{HashMap, HashSet};

use crate::dossier::{
    ClaimId, Clause, ClauseId, Dossier, EventId, Ground, QuestionId, RegionId, RegionKind,
};

/// Why something bears on a region. In this order a page lists them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// It names the region.
    NamesIt,
    /// It names this group, to which the region belongs.
    NamesGroup(RegionId),
    /// It names this place, which lies inside the region.
    NamesInside(RegionId),
    /// It names this place, in which the region lies.
    NamesAround(RegionId),
    /// It names this country, and so applies to all of it.
    WholeCountry(RegionId),
}

impl Reason {
    /// A word for attributes and tests: `names-it`, `names-group`, `names-inside`, `names-around`,
    /// `whole-country`.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::NamesIt => "names-it",
            Self::NamesGroup(_) => "names-group",
            Self::NamesInside(_) => "names-inside",
            Self::NamesAround(_) => "names-around",
            Self::WholeCountry(_) => "whole-country",
        }
    }

    /// The other place that is named; `None` where the region itself is.
    pub fn named(&self) -> Option<&RegionId> {
        match self {
            Self::NamesIt => None,
            Self::NamesGroup(id)
            | Self::NamesInside(id)
            | Self::NamesAround(id)
            | Self::WholeCountry(id) => Some(id),
        }
    }

    /// Its place in the order of reasons, the strongest being 0.
    pub fn rank(&self) -> u8 {
        match self {
            Self::NamesIt => 0,
            Self::NamesGroup(_) => 1,
            Self::NamesInside(_) => 2,
            Self::NamesAround(_) => 3,
            Self::WholeCountry(_) => 4,
        }
    }

    /// Whether the map counts it: what would tint the whole country alike is left out, and so is
    /// what only the surroundings of a place are named for.
    pub fn counts(&self) -> bool {
        !matches!(self, Self::WholeCountry(_) | Self::NamesAround(_))
    }
}

/// Something that bears on a region, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie<Id> {
    /// The clause, claim, event or question.
    pub id: Id,
    /// Why.
    pub reason: Reason,
}

/// All ties of a dossier, in both directions.
#[derive(Debug, Default)]
pub struct Coverage {
    clauses: HashMap<RegionId, Vec<Tie<ClauseId>>>,
    claims: HashMap<RegionId, Vec<Tie<ClaimId>>>,
    events: HashMap<RegionId, Vec<Tie<EventId>>>,
    questions: HashMap<RegionId, Vec<Tie<QuestionId>>>,
    named_by: HashMap<ClauseId, Vec<RegionId>>,
}

impl Coverage {
    /// Works out all ties of a dossier.
    pub fn of(dossier: &Dossier) -> Self {
        let nesting = Nesting::of(dossier);
        let mut coverage = Self::default();
        for at in dossier.all_clauses() {
            // A clause with parts is listed by its parts; only what it names itself is its own.
            let own: Vec<&RegionId> = at.clause.coverage.iter().map(|c| &c.region).collect();
            nesting.tie(&at.clause.id, &own, &mut coverage.clauses);
            let all = named_by(at.clause);
            coverage.named_by.insert(at.clause.id.clone(), all);
        }
        for claim in dossier.claims.iter() {
            let named: Vec<_> = claim.coverage.iter().collect();
            nesting.tie(&claim.id, &named, &mut coverage.claims);
        }
        for event in dossier.events.iter() {
            let named: Vec<_> = event.coverage.iter().collect();
            nesting.tie(&event.id, &named, &mut coverage.events);
        }
        for question in dossier.questions.iter() {
            let named: Vec<_> = question.coverage.iter().collect();
            nesting.tie(&question.id, &named, &mut coverage.questions);
        }
        coverage
    }

    /// The clauses and parts that bear on a region, in the order of the plans.
    pub fn clauses(&self, region: &RegionId) -> &[Tie<ClauseId>] {
        self.clauses.get(region).map_or(&[], Vec::as_slice)
    }

    /// The claims that bear on a region.
    pub fn claims(&self, region: &RegionId) -> &[Tie<ClaimId>] {
        self.claims.get(region).map_or(&[], Vec::as_slice)
    }

    /// The events that bear on a region.
    pub fn events(&self, region: &RegionId) -> &[Tie<EventId>] {
        self.events.get(region).map_or(&[], Vec::as_slice)
    }

    /// The open questions that bear on a region.
    pub fn questions(&self, region: &RegionId) -> &[Tie<QuestionId>] {
        self.questions.get(region).map_or(&[], Vec::as_slice)
    }

    /// The regions that a clause names, itself or in one of its parts, each once.
    pub fn ground(&self, clause: &ClauseId) -> &[RegionId] {
        self.named_by.get(clause).map_or(&[], Vec::as_slice)
    }
}

/// The regions that a clause and its parts name, each once, in their order.
fn named_by(clause: &Clause) -> Vec<RegionId> {
    let mut named = Vec::new();
    let parts = clause.parts.iter().flat_map(|part| &part.coverage);
    for cover in clause.coverage.iter().chain(parts) {
        if !named.contains(&cover.region) {
            named.push(cover.region.clone());
        }
    }
    named
}

/// Which regions lie in which, by declared containment and by membership of groups.
struct Nesting<'a> {
    regions: Vec<&'a RegionId>,
    kinds: HashMap<&'a RegionId, RegionKind>,
    /// Region → the groups it belongs to, however deep.
    groups: HashMap<&'a RegionId, HashSet<&'a RegionId>>,
    /// Region → the places it lies in, however far; groups are places too.
    around: HashMap<&'a RegionId, HashSet<&'a RegionId>>,
}

impl<'a> Nesting<'a> {
    fn of(dossier: &'a Dossier) -> Self {
        let mut member_of: HashMap<&RegionId, Vec<&RegionId>> = HashMap::new();
        let mut lies_in: HashMap<&RegionId, Vec<&RegionId>> = HashMap::new();
        for region in dossier.regions.iter() {
            lies_in
                .entry(&region.id)
                .or_default()
                .extend(&region.within);
            if let Ground::Members(members) = &region.ground {
                for member in members {
                    member_of.entry(member).or_default().push(&region.id);
                    lies_in.entry(member).or_default().push(&region.id);
                }
            }
        }
        let regions: Vec<_> = dossier.regions.iter().map(|region| &region.id).collect();
        let reach = |edges: &HashMap<&'a RegionId, Vec<&'a RegionId>>| {
            regions.iter().map(|id| (*id, upwards(id, edges))).collect()
        };
        let mut nesting = Self {
            groups: reach(&member_of),
            around: reach(&lies_in),
            kinds: dossier.regions.iter().map(|r| (&r.id, r.kind)).collect(),
            regions,
        };
        nesting.add_groups_of_groups(dossier);
        nesting
    }

    /// A group whose members all belong to another group belongs to it as well, though nobody
    /// listed it: Donbas belongs to the "five regions".
    fn add_groups_of_groups(&mut self, dossier: &'a Dossier) {
        for region in dossier.regions.iter() {
            let Ground::Members(members) = &region.ground else {
                continue;
            };
            let mut common: Option<HashSet<&RegionId>> = None;
            for member in members {
                let theirs = self.groups.get(member).cloned().unwrap_or_default();
                common = Some(match common {
                    None => theirs,
                    Some(common) => common.intersection(&theirs).copied().collect(),
                });
            }
            let mut common = common.unwrap_or_default();
            common.remove(&region.id);
            self.groups.entry(&region.id).or_default().extend(&common);
            self.around.entry(&region.id).or_default().extend(&common);
        }
    }

    /// Ties `id`, which names the regions `named`, to every region that it bears on.
    fn tie<Id: Clone>(
        &self,
        id: &Id,
        named: &[&RegionId],
        ties: &mut HashMap<RegionId, Vec<Tie<Id>>>,
    ) {
        if named.is_empty() {
            return;
        }
        for region in &self.regions {
            if let Some(reason) = self.strongest(region, named) {
                ties.entry((*region).clone()).or_default().push(Tie {
                    id: id.clone(),
                    reason,
                });
            }
        }
    }

    /// The strongest reason for which `named` bears on `region`; of two of one rank, that of the
    /// place that was named first.
    fn strongest(&self, region: &RegionId, named: &[&RegionId]) -> Option<Reason> {
        let reasons = named.iter().filter_map(|name| self.reason(region, name));
        reasons.min_by_key(Reason::rank)
    }

    fn reason(&self, region: &RegionId, named: &RegionId) -> Option<Reason> {
        let within = |inner, outer| {
            self.around
                .get(inner)
                .is_some_and(|set| set.contains(outer))
        };
        let is_country = self.kinds.get(named) == Some(&RegionKind::Country);
        if region == named {
            Some(Reason::NamesIt)
        } else if is_country && within(region, named) && !within(named, region) {
            // Also when the country is said to be made of its units.
            Some(Reason::WholeCountry(named.clone()))
        } else if self
            .groups
            .get(region)
            .is_some_and(|set| set.contains(named))
        {
            Some(Reason::NamesGroup(named.clone()))
        } else if within(named, region) {
            Some(Reason::NamesInside(named.clone()))
        } else {
            within(region, named).then(|| Reason::NamesAround(named.clone()))
        }
    }
}

/// Everything that following `edges` from `start` leads to; `start` itself is not in it, even
/// when a faulty dossier leads back to it.
fn upwards<'a>(
    start: &'a RegionId,
    edges: &HashMap<&'a RegionId, Vec<&'a RegionId>>,
) -> HashSet<&'a RegionId> {
    let mut found = HashSet::new();
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        for next in edges.get(id).into_iter().flatten() {
            if *next != start && found.insert(*next) {
                open.push(next);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
