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

    /// The first reason, in the order of [`Reason`], for which `named` bears on `region`.
    fn strongest(&self, region: &RegionId, named: &[&RegionId]) -> Option<Reason> {
        named
            .iter()
            .filter_map(|name| self.reason(region, name))
            .min_by(|a, b| {
                let rank = |reason: &Reason| match reason {
                    Reason::NamesIt => 0,
                    Reason::NamesGroup(_) => 1,
                    Reason::NamesInside(_) => 2,
                    Reason::NamesAround(_) => 3,
                    Reason::WholeCountry(_) => 4,
                };
                // The first that was named stands for others of its rank.
                rank(a).cmp(&rank(b))
            })
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
mod tests {
    use super::*;
    use crate::dossier::{Files, read_manifest, read_records};

    fn dossier(clauses: &str) -> Dossier {
        let mut files = Files::default();
        files.add(
            "dossier.json",
            br#"{"format":"clausemap-dossier/1","title":{"en":"t"},"short":{"en":"t"},
            "as_of":"2025-01-01","languages":["en"],"first_plan":"p","home":"land",
            "files":["a.json"],"layers":[],"borders":{"en":"b"}}"#
                .to_vec(),
        );
        let region = |id: &str, kind: &str, within: &str, members: &str| {
            let ground = if members.is_empty() {
                r#"{"none":{"en":"x"}}"#.to_owned()
            } else {
                format!(r#"{{"members":[{members}]}}"#)
            };
            format!(
                r#"{{"id":"{id}","name":{{"en":"{id}"}},"kind":"{kind}","what":{{"en":"w"}},"within":[{within}],"ground":{ground}}}"#
            )
        };
        let regions = [
            region("land", "country", "", ""),
            region("east", "unit", r#""land""#, ""),
            region("west", "unit", r#""land""#, ""),
            region("plant", "site", r#""east""#, ""),
            region("pair", "group", r#""land""#, r#""east","west""#),
            region("all", "group", r#""land""#, r#""pair""#),
            region("twin", "group", r#""land""#, r#""east","west""#),
            region("isle", "country", "", ""),
        ]
        .join(",");
        let plan = format!(
            r#""plans":[{{"id":"p","title":{{"en":"p"}},"short":{{"en":"p"}},"status":{{"en":"s"}},"dated":"2025","points":1,"text_seen":{{"en":"x"}},"sources":[],"clauses":[{clauses}]}}]"#
        );
        files.add(
            "a.json",
            format!(r#"{{"regions":[{regions}],{plan}}}"#).into(),
        );
        let (dossier, faults) = read_records(read_manifest(&files).unwrap(), &files);
        assert!(faults.is_empty(), "{faults:?}");
        dossier
    }

    fn clause(id: &str, names: &str) -> String {
        let coverage: Vec<String> = names
            .split(' ')
            .filter(|n| !n.is_empty())
            .map(|n| format!(r#"{{"region":"{n}","effect":"e"}}"#))
            .collect();
        format!(
            r#"{{"id":"{id}","number":"1","title":{{"en":"t"}},"wording":"heading","sources":[],"coverage":[{}]}}"#,
            coverage.join(",")
        )
    }

    fn reason(names: &str, region: &str) -> Option<Reason> {
        let dossier = dossier(&clause("c", names));
        let coverage = Coverage::of(&dossier);
        let ties = coverage.clauses(&region.parse().unwrap());
        ties.first().map(|tie| tie.reason.clone())
    }

    #[test]
    fn each_tie_keeps_the_reason_it_was_derived_by() {
        let id = |text: &str| text.parse::<RegionId>().unwrap();
        assert_eq!(reason("east", "east"), Some(Reason::NamesIt));
        assert_eq!(reason("pair", "east"), Some(Reason::NamesGroup(id("pair"))));
        assert_eq!(reason("all", "west"), Some(Reason::NamesGroup(id("all"))));
        assert_eq!(
            reason("plant", "east"),
            Some(Reason::NamesInside(id("plant")))
        );
        assert_eq!(
            reason("plant", "pair"),
            Some(Reason::NamesInside(id("plant")))
        );
        assert_eq!(
            reason("east", "plant"),
            Some(Reason::NamesAround(id("east")))
        );
        assert_eq!(
            reason("pair", "plant"),
            Some(Reason::NamesAround(id("pair")))
        );
        assert_eq!(
            reason("land", "plant"),
            Some(Reason::WholeCountry(id("land")))
        );
        assert_eq!(reason("pair", "twin"), Some(Reason::NamesGroup(id("pair"))));
        assert_eq!(reason("west", "plant"), None);
        assert_eq!(reason("isle", "east"), None);
        assert_eq!(reason("", "east"), None);
    }

    #[test]
    fn the_strongest_reason_wins() {
        assert_eq!(reason("land east", "east"), Some(Reason::NamesIt));
        let id = "pair".parse().unwrap();
        assert_eq!(
            reason("land plant pair", "east"),
            Some(Reason::NamesGroup(id))
        );
    }

    #[test]
    fn a_clause_covers_what_its_parts_name() {
        let parts = format!("{},{}", clause("c-a", "east"), clause("c-b", "plant east"));
        let whole = format!(
            r#"{{"id":"c","number":"1","title":{{"en":"t"}},"wording":"heading","sources":[],"parts":[{parts}]}}"#
        );
        let dossier = dossier(&whole);
        let coverage = Coverage::of(&dossier);
        let named: Vec<_> = coverage
            .ground(&"c".parse().unwrap())
            .iter()
            .map(RegionId::as_str)
            .collect();
        assert_eq!(named, ["east", "plant"]);
        let listed: Vec<_> = coverage
            .clauses(&"plant".parse().unwrap())
            .iter()
            .map(|t| t.id.as_str())
            .collect();
        assert_eq!(listed, ["c-a", "c-b"]);
    }
}
