//! Two plans, clause against clause.
//!
//! # What a line is
//! What is compared are clauses without parts, and parts. A clause that has parts is compared itself
//! only if it has a text of its own, rival texts, or a tie; otherwise it is the heading of its parts.
//!
//! Each tie between two clauses is a line, and so is each clause that has none. A clause is written
//! out on the first line that shows it, and named on later ones; so every clause that passes the filters
//! stands on the page once. [`kinship`] says where ties come from.
//!
//! # What the words mean
//! They always say what happened from the earlier plan to the later one, whichever of them stands on
//! the left: history has one direction. Two plans of one date are taken in the dossier's order. So "dropped" is
//! what the later plan no longer has, and marks say what is gone from the earlier text and put into
//! the later one.
//!
//! # Marks
//! They are made on our paraphrases, as the reader's language has them, and only where the substance differs
//! and one clause stands against one: other words for the same are not marked, since both are ours; and what one
//! clause lost may stand in another that came from it. Texts that have little in common are not marked: see
//! [`marks`].

mod change;
mod choices;
mod kinship;
mod lines;
mod making;
mod marks;
mod pair;

pub use making::Comparing;
pub use marks::{Mark, Run};
pub use pair::{PlanPair, Refusal, Refused};

use super::{ClauseTag, Filters, Reader, RegionLine};
use crate::dossier::{Agreement, Change, ClauseId, Plan, PlanId, RegionId, Spoken, When, Wording};

/// Two plans, clause against clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The plan on the left.
    pub left: ComparedPlan,
    /// The plan on the right.
    pub right: ComparedPlan,
    /// Whether the left one is the earlier.
    pub left_is_earlier: bool,
    /// The lines that pass all filters.
    pub lines: Vec<CompareLine>,
    /// How many lines that pass the filters of topic and place there are of each change, in the order
    /// of [`CHANGES`].
    pub counts: Vec<(Change, usize)>,
    /// How many of them have no tie.
    pub untied: usize,
    /// How many clauses of the left plan and of the right one the map counts for each region, in the dossier's
    /// order.
    pub counted: Vec<(RegionId, [usize; 2])>,
}

/// The changes that a line can show: all but that a list names a clause.
pub const CHANGES: [Change; 10] = [
    Change::Kept,
    Change::Reworded,
    Change::Widened,
    Change::Narrowed,
    Change::Split,
    Change::Merged,
    Change::Changed,
    Change::Dropped,
    Change::New,
    Change::Withheld,
];

/// A plan at the head of its column.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedPlan {
    /// The plan.
    pub id: PlanId,
    /// Its title.
    pub title: Spoken,
    /// Its short title.
    pub short: Spoken,
    /// What it is.
    pub status: Spoken,
    /// When it came out.
    pub dated: When,
    /// Whether none of its text was published.
    pub no_text: bool,
    /// The regions that its clauses bear on in a way that the map counts, the most often named first;
    /// without the country and without groups.
    pub covers: Vec<RegionLine>,
}

/// A line of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareLine {
    /// What happened; `None`: no tie is recorded.
    pub change: Option<Change>,
    /// What stands on the left.
    pub left: Cell,
    /// What stands on the right.
    pub right: Cell,
    /// What differs, in our words.
    pub note: Option<Spoken>,
    /// The steps through other plans, from the earlier to the later; empty: the tie is recorded as it is.
    pub way: Vec<WayStep>,
}

/// A step through other plans: what happened, and the clause that it leads to; none for the last.
#[derive(Debug, Clone, PartialEq)]
pub struct WayStep {
    /// What happened.
    pub change: Change,
    /// Where it leads.
    pub to: Option<ClauseTag>,
}

/// One side of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A clause, written out.
    Clause(Box<ComparedClause>),
    /// A clause that an earlier line has written out.
    Again(ClauseTag),
    /// The plan is recorded to have no such clause.
    Absent,
    /// Nothing is recorded.
    Untied,
}

impl Cell {
    /// The clause that stands here.
    pub fn clause(&self) -> Option<&ClauseId> {
        match self {
            Self::Clause(clause) => Some(&clause.id),
            Self::Again(tag) => Some(&tag.id),
            Self::Absent | Self::Untied => None,
        }
    }
}

/// A clause in a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedClause {
    /// The clause.
    pub id: ClauseId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: Spoken,
    /// How much of it was seen.
    pub seen: Seen,
    /// Its text, with what differs marked.
    pub text: Vec<Run>,
    /// The text's language.
    pub lang: crate::dossier::Lang,
    /// Whether it is agreed.
    pub agreement: Agreement,
    /// How many rival texts it has.
    pub variants: usize,
}

/// How much of a clause was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// All of it.
    Whole,
    /// A part.
    Part,
    /// Its heading.
    Heading,
    /// Nothing that can be relied on.
    Nothing,
}

impl Seen {
    fn of(wording: &Wording) -> Self {
        match wording {
            Wording::Whole(_) => Self::Whole,
            Wording::Part(_) => Self::Part,
            Wording::Heading => Self::Heading,
            Wording::Withheld => Self::Nothing,
        }
    }
}

impl Reader<'_> {
    /// Compares two plans; `None` when the dossier does not have both, or they are one. Of the filters, those
    /// of changes and of the topic count: a line passes if a clause on either side does.
    pub fn compare(
        &self,
        left: &PlanId,
        right: &PlanId,
        filters: &Filters,
        region: Option<&RegionId>,
    ) -> Option<Comparison> {
        let mut making = Comparing::of(self, left, right, filters, region)?;
        while making.step(self) {}
        making.finish(self)
    }

    fn is_earlier(&self, one: &Plan, other: &Plan) -> bool {
        let place = |plan: &Plan| self.dossier.plans.position(&plan.id);
        When::order(Some(one.dated), Some(other.dated))
            .then(place(one).cmp(&place(other)))
            .is_lt()
    }
}
