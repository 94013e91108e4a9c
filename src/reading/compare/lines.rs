//! From ties to the lines of a comparison.

use crate::order;
use std::collections::{HashMap, HashSet};

use super::super::{ClauseTag, Reader};
use super::change::keeps_substance;
use super::kinship::{Kinship, Ties};
use super::marks::{Mark, Run, marked};
use super::{Cell, CompareLine, ComparedClause, Seen, WayStep};
use crate::dossier::{Change, Clause, ClauseId, Plan, Spoken};

/// A line before it has words.
pub(super) struct Draft<'a> {
    left: Option<&'a ClauseId>,
    right: Option<&'a ClauseId>,
    /// The tie; `None`: nothing is recorded of the clause.
    tie: Option<Kinship<'a>>,
}

/// The same apart from the dossier.
pub(super) struct Drafted {
    change: Option<Change>,
    /// The clause, and whether this line writes it out.
    left: Option<(ClauseId, bool)>,
    right: Option<(ClauseId, bool)>,
    is_tied: bool,
    /// Whether what differs is marked.
    is_marked: bool,
    note: Option<Spoken>,
    way: Vec<WayStep>,
}

impl<'a> Draft<'a> {
    /// All lines: those of the left plan's clauses in their order, then what only the right one has.
    pub fn all(
        ties: &Ties<'a>,
        left: &'a Plan,
        right: &'a Plan,
        left_is_earlier: bool,
    ) -> Vec<Self> {
        let [left_ids, right_ids] = [left, right].map(|plan| units(plan, ties));
        let (a, b) = ((&left.id, &*left_ids), (&right.id, &*right_ids));
        let found = if left_is_earlier {
            ties.between(a, b)
        } else {
            ties.between(b, a)
        };
        let mut drafts: Vec<Self> = found
            .into_iter()
            .map(|tie| {
                let (left, right) = if left_is_earlier {
                    (tie.earlier, tie.later)
                } else {
                    (tie.later, tie.earlier)
                };
                Self {
                    left,
                    right,
                    tie: Some(tie),
                }
            })
            .collect();
        let tied: HashSet<&ClauseId> = drafts.iter().flat_map(Self::clauses).collect();
        let alone = |id: &&ClauseId| !tied.contains(*id);
        let lonely_left = left_ids.iter().copied().filter(alone);
        let lonely_right = right_ids.iter().copied().filter(alone);
        let lonely = lonely_left.map(|id| (Some(id), None));
        let lonely = lonely.chain(lonely_right.map(|id| (None, Some(id))));
        let lonely: Vec<Self> = lonely
            .map(|(left, right)| Self {
                left,
                right,
                tie: None,
            })
            .collect();
        drafts.extend(lonely);
        let places = |ids: &[&'a ClauseId]| -> HashMap<&'a ClauseId, usize> {
            ids.iter().enumerate().map(|(at, id)| (*id, at)).collect()
        };
        let (lefts, rights) = (places(&left_ids), places(&right_ids));
        let place = |places: &HashMap<&ClauseId, usize>, id: Option<&ClauseId>| {
            id.and_then(|id| places.get(id).copied())
                .unwrap_or(usize::MAX)
        };
        order::by_key(&mut drafts, |draft| {
            (place(&lefts, draft.left), place(&rights, draft.right))
        });
        drafts
    }

    /// The clauses on both sides.
    pub fn clauses(&self) -> impl Iterator<Item = &'a ClauseId> + use<'a> {
        self.left.into_iter().chain(self.right)
    }

    /// What happened, if anything is recorded.
    pub fn change(&self) -> Option<Change> {
        self.tie.as_ref().map(|tie| tie.change)
    }
}

/// What of a plan is compared, in its order.
fn units<'a>(plan: &'a Plan, ties: &Ties<'_>) -> Vec<&'a ClauseId> {
    let speaks = |clause: &Clause| {
        clause.parts.is_empty()
            || clause.wording.text().is_some()
            || !clause.variants.is_empty()
            || ties.name(&clause.id)
    };
    let clauses = plan.clauses.iter();
    clauses
        .flat_map(|clause| {
            let own = speaks(clause).then_some(&clause.id);
            own.into_iter()
                .chain(clause.parts.iter().map(|part| &part.id))
        })
        .collect()
}

impl Reader<'_> {
    /// The lines apart from the dossier, each with what only all of them together say.
    pub(super) fn drafted(&self, drafts: &[Draft<'_>]) -> Vec<Drafted> {
        let mut ties_of: HashMap<&ClauseId, usize> = HashMap::new();
        for id in drafts.iter().flat_map(Draft::clauses) {
            *ties_of.entry(id).or_default() += 1;
        }
        let mut written: HashSet<&ClauseId> = HashSet::new();
        let mut drafted = Vec::new();
        for draft in drafts {
            let one_to_one = draft.clauses().all(|id| ties_of.get(id) == Some(&1));
            let change = draft.change();
            let tie = draft.tie.as_ref();
            let side = |id: Option<&ClauseId>| {
                // Of some lines with one clause the first writes it out.
                id.map(|id| (id.clone(), !written.contains(id)))
            };
            let (left, right) = (side(draft.left), side(draft.right));
            written.extend(draft.clauses());
            drafted.push(Drafted {
                change,
                left,
                right,
                is_tied: tie.is_some(),
                is_marked: one_to_one && change.is_some_and(|change| !keeps_substance(change)),
                note: tie.and_then(|tie| tie.note).map(|note| self.say(note)),
                way: tie.map(|tie| self.way_steps(tie)).unwrap_or_default(),
            });
        }
        drafted
    }

    /// A line in words.
    pub(super) fn compare_line(&self, draft: &Drafted, left_is_earlier: bool) -> CompareLine {
        let cell = |side: &Option<(ClauseId, bool)>| match side {
            None if draft.is_tied => Cell::Absent,
            None => Cell::Untied,
            Some((id, is_first)) => self.compare_cell(id, *is_first),
        };
        let mut line = CompareLine {
            change: draft.change,
            left: cell(&draft.left),
            right: cell(&draft.right),
            note: draft.note.clone(),
            way: draft.way.clone(),
        };
        if draft.is_marked {
            line.mark(left_is_earlier);
        }
        line
    }

    fn compare_cell(&self, id: &ClauseId, first: bool) -> Cell {
        let Some(at) = self.dossier.clause(id) else {
            return Cell::Untied;
        };
        let clause = at.clause;
        if !first {
            return Cell::Again(ClauseTag {
                id: id.clone(),
                number: clause.number.clone(),
                plan: self.say(&at.plan.short),
            });
        }
        let nothing = || Spoken {
            words: String::new(),
            lang: self.dossier.first_language(),
            translated: false,
        };
        let text = clause.wording.text();
        let text = text.map_or_else(nothing, |text| self.say(text));
        let whole = Run {
            words: text.words,
            mark: None,
        };
        Cell::Clause(Box::new(ComparedClause {
            id: id.clone(),
            number: clause.number.clone(),
            title: self.say(&clause.title),
            seen: Seen::of(&clause.wording),
            text: vec![whole]
                .into_iter()
                .filter(|run| !run.words.is_empty())
                .collect(),
            lang: text.lang,
            agreement: clause.agreement,
            variants: clause.variants.len(),
        }))
    }

    fn way_steps(&self, tie: &Kinship<'_>) -> Vec<WayStep> {
        let steps = tie.way.iter();
        steps
            .map(|step| WayStep {
                change: step.change,
                to: step.to.and_then(|id| self.clause_tag(id)),
            })
            .collect()
    }
}

impl CompareLine {
    /// Marks what differs between the two texts.
    fn mark(&mut self, left_is_earlier: bool) {
        let (Cell::Clause(left), Cell::Clause(right)) = (&mut self.left, &mut self.right) else {
            return;
        };
        if left.lang != right.lang {
            return;
        }
        let (earlier, later) = if left_is_earlier {
            (left, right)
        } else {
            (right, left)
        };
        let [Some(old), Some(new)] = [&earlier, &later].map(|clause| clause.text.first()) else {
            return;
        };
        if let Some((old, new)) = marked(&old.words, &new.words) {
            earlier.text = old;
            later.text = new;
        }
    }
}

impl ComparedClause {
    /// Whether anything in its text is marked so.
    pub fn has(&self, mark: Mark) -> bool {
        self.text.iter().any(|run| run.mark == Some(mark))
    }
}
