//! Which clauses and claims bear on which region, and why.
//!
//! A dossier declares which regions a clause or a claim names. Everything else follows, and each
//! tie keeps its [`Reason`].

mod ties;

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

pub use ties::Tie;
use ties::{ByRegion, Ties};

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

/// All ties of a dossier, in both directions.
#[derive(Debug, Default)]
pub struct Coverage {
    clauses: Ties<ClauseId>,
    claims: Ties<ClaimId>,
    events: Ties<EventId>,
    questions: Ties<QuestionId>,
    named_by: HashMap<ClauseId, Vec<RegionId>>,
}

impl Coverage {
    /// Works out all ties of a dossier.
    pub fn of(dossier: &Dossier) -> Self {
        let mut nesting = Nesting::of(dossier);
        let mut named = HashMap::new();
        let mut clauses = ByRegion::new();
        for at in dossier.all_clauses() {
            // A clause with parts is listed by its parts; only what it names itself is its own.
            let own: Vec<&RegionId> = at.clause.coverage.iter().map(|c| &c.region).collect();
            nesting.tie(&at.clause.id, &own, &mut clauses);
            let all = named_by_clause(at.clause);
            named.insert(at.clause.id.clone(), all);
        }
        let claims = dossier.claims.iter();
        let events = dossier.events.iter();
        let questions = dossier.questions.iter();
        Self {
            clauses: Ties::new(clauses),
            claims: nesting.ties(claims.map(|claim| (&claim.id, &*claim.coverage))),
            events: nesting.ties(events.map(|event| (&event.id, &*event.coverage))),
            questions: nesting.ties(questions.map(|question| (&question.id, &*question.coverage))),
            named_by: named,
        }
    }

    /// The ties of what a narrower dossier holds. Places are the same in both, and so is what each
    /// tie is for: nothing is worked out again, and each region's ties are looked through when somebody
    /// asks for them.
    #[must_use]
    pub fn within(&self, dossier: &Dossier) -> Self {
        let known = dossier.all_clauses().map(|at| at.clause);
        let named_by: HashMap<_, _> = known
            .map(|clause| (clause.id.clone(), named_by_clause(clause)))
            .collect();
        let clauses: HashSet<ClauseId> = named_by.keys().cloned().collect();
        let (claims, events) = (dossier.claims.clone(), dossier.events.clone());
        let questions = dossier.questions.clone();
        Self {
            clauses: self.clauses.only(move |id| clauses.contains(id)),
            claims: self.claims.only(move |id| claims.has(id)),
            events: self.events.only(move |id| events.has(id)),
            questions: self.questions.only(move |id| questions.has(id)),
            named_by,
        }
    }

    /// The clauses and parts that bear on a region, in the order of the plans.
    pub fn clauses(&self, region: &RegionId) -> &[Tie<ClauseId>] {
        self.clauses.at(region)
    }

    /// The claims that bear on a region.
    pub fn claims(&self, region: &RegionId) -> &[Tie<ClaimId>] {
        self.claims.at(region)
    }

    /// The events that bear on a region.
    pub fn events(&self, region: &RegionId) -> &[Tie<EventId>] {
        self.events.at(region)
    }

    /// The open questions that bear on a region.
    pub fn questions(&self, region: &RegionId) -> &[Tie<QuestionId>] {
        self.questions.at(region)
    }

    /// The regions that a clause names, itself or in one of its parts, each once.
    pub fn ground(&self, clause: &ClauseId) -> &[RegionId] {
        self.named_by.get(clause).map_or(&[], Vec::as_slice)
    }
}

/// The regions that a clause and its parts name, each once, in their order.
fn named_by_clause(clause: &Clause) -> Vec<RegionId> {
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
    kinds: HashMap<&'a RegionId, RegionKind>,
    /// Region → the groups it belongs to, however deep.
    groups: HashMap<&'a RegionId, HashSet<&'a RegionId>>,
    /// Region → the places it lies in, however far; groups are places too.
    around: HashMap<&'a RegionId, HashSet<&'a RegionId>>,
    /// Region → the places that lie in it, however deep.
    inside: HashMap<&'a RegionId, Vec<&'a RegionId>>,
    /// What a record bears on that names a region, and why; worked out once for each.
    reach: HashMap<RegionId, Reach<'a>>,
}

/// The regions that something bears on, and why.
type Reach<'a> = Rc<[(&'a RegionId, Reason)]>;

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
            inside: HashMap::new(),
            reach: HashMap::new(),
        };
        nesting.add_groups_of_groups(dossier);
        for region in regions {
            for place in nesting.around.get(region).into_iter().flatten() {
                nesting.inside.entry(place).or_default().push(region);
            }
        }
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

    /// Ties `id`, which names the regions `named`, to every region that it bears on, for the strongest
    /// reason; of two of one rank, for that of the place that was named first.
    fn tie<Id: Clone>(&mut self, id: &Id, named: &[&RegionId], ties: &mut ByRegion<Id>) {
        let mut strongest: HashMap<&RegionId, Reason> = HashMap::new();
        for name in named {
            for (region, reason) in &*self.reach_of(name) {
                let held = strongest.get(region);
                if held.is_none_or(|held| reason.rank() < held.rank()) {
                    strongest.insert(region, reason.clone());
                }
            }
        }
        for (region, reason) in strongest {
            let id = id.clone();
            let tie = Tie { id, reason };
            match ties.get_mut(region) {
                Some(ties) => ties.push(tie),
                None => {
                    ties.insert(region.clone(), vec![tie]);
                }
            }
        }
    }

    /// The ties of records, each with the regions that it names.
    fn ties<'r, Id: Clone + 'r>(
        &mut self,
        records: impl Iterator<Item = (&'r Id, &'r [RegionId])>,
    ) -> Ties<Id> {
        let mut ties = ByRegion::new();
        for (id, named) in records {
            let named: Vec<_> = named.iter().collect();
            self.tie(id, &named, &mut ties);
        }
        Ties::new(ties)
    }

    /// What naming a region bears on: itself, what lies around it, what lies in it.
    fn reach_of(&mut self, named: &RegionId) -> Reach<'a> {
        if let Some(known) = self.reach.get(named) {
            return Rc::clone(known);
        }
        let own = self.kinds.get_key_value(named).map(|(id, _)| *id);
        let around = self.around.get(named).into_iter().flatten().copied();
        let inside = self.inside.get(named).into_iter().flatten().copied();
        let all: HashSet<&RegionId> = own.into_iter().chain(around).chain(inside).collect();
        let reach: Reach<'a> = all
            .into_iter()
            .filter(|region| self.kinds.contains_key(region))
            .filter_map(|region| Some((region, self.reason(region, named)?)))
            .collect();
        self.reach.insert(named.clone(), Rc::clone(&reach));
        reach
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
