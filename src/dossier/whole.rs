//! The dossier as a whole: its tables, and clauses found by id wherever they stand.

use std::collections::{HashMap, HashSet};

use super::read::duplicate;
use super::{
    Claim, Clause, ClauseId, Effect, Event, Fault, Files, Lang, Lineage, Manifest, Matter, Origin,
    Party, Plan, Question, Region, Source, Speaker, Step, Table, Topic,
};

/// Everything that is shipped about one peace process.
#[derive(Debug)]
pub struct Dossier {
    /// What the dossier is.
    pub manifest: Manifest,
    /// Who speaks.
    pub parties: Table<Party>,
    /// Who speaks for them.
    pub speakers: Table<Speaker>,
    /// Subjects across plans.
    pub topics: Table<Topic>,
    /// What stances are towards.
    pub matters: Table<Matter>,
    /// What a clause can do to a place.
    pub effects: Table<Effect>,
    /// Places.
    pub regions: Table<Region>,
    /// Versions of the document.
    pub plans: Table<Plan>,
    /// How clauses became others.
    pub lineage: Vec<(Origin, Lineage)>,
    /// Positions.
    pub claims: Table<Claim>,
    /// What happened.
    pub events: Table<Event>,
    /// What is not known.
    pub questions: Table<Question>,
    /// Where it can be checked.
    pub sources: Table<Source>,
    /// The ids of records that were left out for faults of their own. Who names one of them has
    /// made no mistake.
    pub(super) unread: HashSet<String>,
    clauses: HashMap<ClauseId, ClausePath>,
}

/// A clause with the plan and, for a part, the clause that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct ClauseAt<'a> {
    /// Its plan.
    pub plan: &'a Plan,
    /// The clause that it is a part of.
    pub whole: Option<&'a Clause>,
    /// The clause itself.
    pub clause: &'a Clause,
}

#[derive(Debug, Clone, Copy)]
struct ClausePath {
    plan: usize,
    clause: usize,
    part: Option<usize>,
}

impl Dossier {
    pub(super) fn empty(manifest: Manifest) -> Self {
        Self {
            manifest,
            parties: Table::default(),
            speakers: Table::default(),
            topics: Table::default(),
            matters: Table::default(),
            effects: Table::default(),
            regions: Table::default(),
            plans: Table::default(),
            lineage: Vec::new(),
            claims: Table::default(),
            events: Table::default(),
            questions: Table::default(),
            sources: Table::default(),
            unread: HashSet::new(),
            clauses: HashMap::new(),
        }
    }

    /// Finds each clause and part once; tells of ids that two of them share.
    pub(super) fn index_clauses(&mut self, files: &Files, faults: &mut Vec<Fault>) {
        let mut index: HashMap<ClauseId, ClausePath> = HashMap::new();
        for (plan, record) in self.plans.iter().enumerate() {
            for (clause, whole) in record.clauses.iter().enumerate() {
                let parts = whole.parts.iter().enumerate().map(|(at, c)| (Some(at), c));
                for (part, found) in std::iter::once((None, whole)).chain(parts) {
                    let path = ClausePath { plan, clause, part };
                    if let Some(first) = index.get(&found.id) {
                        let [second, first] = [path, *first].map(|at| self.origin_of(files, at));
                        faults.push(duplicate(files, second, first, "clause", &found.id));
                    } else {
                        index.insert(found.id.clone(), path);
                    }
                }
            }
        }
        self.clauses = index;
    }

    fn origin_of(&self, files: &Files, path: ClausePath) -> Origin {
        let plan = self.plans.with_origins().nth(path.plan);
        let row = plan.map_or(path.clause, |(_, plan)| plan.row(path.clause));
        let mut steps = vec![Step::Key("clauses"), Step::At(row)];
        steps.extend(
            path.part
                .into_iter()
                .flat_map(|at| [Step::Key("parts"), Step::At(at)]),
        );
        files.locate(plan.map(|(origin, _)| origin).unwrap_or_default(), &steps)
    }

    /// The clause or part of this id, with where it stands.
    pub fn clause(&self, id: &ClauseId) -> Option<ClauseAt<'_>> {
        let path = self.clauses.get(id)?;
        let plan = self.plans.iter().nth(path.plan)?;
        let whole = plan.clauses.get(path.clause)?;
        Some(match path.part {
            None => ClauseAt {
                plan,
                whole: None,
                clause: whole,
            },
            Some(part) => ClauseAt {
                plan,
                whole: Some(whole),
                clause: whole.parts.get(part)?,
            },
        })
    }

    /// Every clause and every part, plan by plan in the order of their numbers. One whose id another
    /// had before is left out.
    pub fn all_clauses(&self) -> impl Iterator<Item = ClauseAt<'_>> {
        let is_first = |at: &ClauseAt<'_>| {
            let first = self.clause(&at.clause.id);
            first.is_some_and(|first| std::ptr::eq(first.clause, at.clause))
        };
        self.each_clause().filter(is_first)
    }

    fn each_clause(&self) -> impl Iterator<Item = ClauseAt<'_>> {
        self.plans.iter().flat_map(|plan| {
            plan.clauses.iter().flat_map(move |clause| {
                let whole = ClauseAt {
                    plan,
                    whole: None,
                    clause,
                };
                std::iter::once(whole).chain(clause.parts.iter().map(move |part| ClauseAt {
                    plan,
                    whole: Some(clause),
                    clause: part,
                }))
            })
        })
    }

    /// The language that every text of the dossier has.
    pub fn first_language(&self) -> Lang {
        self.manifest
            .languages
            .first()
            .cloned()
            .unwrap_or_else(|| Lang::from("en"))
    }
}
