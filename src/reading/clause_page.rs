//! What is said of one clause.

use super::claim_card::ClauseTag;
use super::{Cite, ClauseLine, PartyTag, Reader, StanceStrip, Told};
use crate::dossier::{
    Agreement, Change, ClaimId, Clause, ClauseAt, ClauseId, End, Ground, Lineage, PlanId,
    QuestionId, RegionId, Spoken, Variant, VariantId, When, Wording,
};
use crate::order;

/// One of the rival texts.
#[derive(Debug, Clone, PartialEq)]
pub struct VariantCard {
    /// The variant.
    pub id: VariantId,
    /// Its title.
    pub title: Spoken,
    /// Who proposes it.
    pub proposed_by: Vec<PartyTag>,
    /// What it says.
    pub text: Spoken,
    /// Equal shares, one entry for each holder.
    pub shares: Vec<Spoken>,
    /// The day for which it is known.
    pub as_of: When,
    /// Who told it, where it was not the proposer.
    pub told: Option<Told>,
    /// Where it can be checked.
    pub sources: Vec<Cite>,
}

/// The other end of a lineage.
#[derive(Debug, Clone, PartialEq)]
pub enum LineageEnd {
    /// A clause.
    Clause(ClauseTag, Spoken),
    /// This plan has no such clause.
    Absent,
}

/// A clause of another plan that this one came from or became.
#[derive(Debug, Clone, PartialEq)]
pub struct Kin {
    /// The other plan.
    pub plan: PlanId,
    /// Its short title.
    pub short: Spoken,
    /// When it came out.
    pub dated: When,
    /// The clause there.
    pub end: LineageEnd,
    /// What happened on the way.
    pub change: Change,
    /// What differs.
    pub note: Option<Spoken>,
}

/// A region that a clause names.
#[derive(Debug, Clone, PartialEq)]
pub struct GroundLine {
    /// The region.
    pub id: RegionId,
    /// Its name.
    pub name: Spoken,
    /// What the clause does there.
    pub effect: Option<Spoken>,
    /// A qualification.
    pub note: Option<Spoken>,
    /// The part that names it, such as `14a`.
    pub part: Option<String>,
    /// False when it has no outline to show on the map.
    pub drawn: bool,
}

/// Something that is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionLine {
    /// The question.
    pub id: QuestionId,
    /// What is not known.
    pub text: Spoken,
}

/// Everything that the dossier says of one clause.
#[derive(Debug, Clone, PartialEq)]
pub struct ClausePage {
    /// The clause.
    pub id: ClauseId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: Spoken,
    /// Its plan.
    pub plan: PlanId,
    /// The plan's short title.
    pub plan_short: Spoken,
    /// The plan's title.
    pub plan_title: Spoken,
    /// What the plan is: leaked, signed, told.
    pub plan_status: Spoken,
    /// When the plan came out.
    pub dated: When,
    /// How many points the plan has.
    pub points: u16,
    /// Its topics.
    pub topics: Vec<Spoken>,
    /// The clause that it is a part of.
    pub whole: Option<ClauseTag>,
    /// Whether it is agreed.
    pub agreement: Agreement,
    /// What it says, and how much of it was seen.
    pub wording: SeenWording,
    /// What to know before relying on it.
    pub note: Option<Spoken>,
    /// Where it can be checked.
    pub sources: Vec<Cite>,
    /// Its parts.
    pub parts: Vec<ClauseLine>,
    /// Its rival texts, with those of its parts.
    pub variants: Vec<VariantCard>,
    /// What it came from, the oldest first.
    pub before: Vec<Kin>,
    /// What it became, the oldest first.
    pub after: Vec<Kin>,
    /// Where the parties stand.
    pub strip: StanceStrip,
    /// Claims about it, newest first.
    pub claims: Vec<ClaimId>,
    /// The regions that it names.
    pub ground: Vec<GroundLine>,
    /// What is not known.
    pub questions: Vec<QuestionLine>,
    /// The clause before it in the plan.
    pub previous: Option<ClauseTag>,
    /// The clause after it in the plan.
    pub next: Option<ClauseTag>,
}

/// How much of a clause was seen, in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub enum SeenWording {
    /// All of it.
    Whole(Spoken),
    /// Some of it.
    Part(Spoken),
    /// Only the heading.
    Heading,
    /// Nothing that can be relied on.
    Withheld,
}

impl Reader<'_> {
    /// The page of a clause or part; `None` when the dossier has no such clause.
    pub fn clause_page(&self, id: &ClauseId) -> Option<ClausePage> {
        let at = self.dossier.clause(id)?;
        let (plan, clause) = (at.plan, at.clause);
        let family = family(at);
        let claims = || {
            let about = |claim: &&crate::dossier::Claim| {
                claim.clauses.iter().any(|id| family.contains(&id))
            };
            self.dossier.claims.iter().filter(about)
        };
        let (previous, next) = self.neighbours(at);
        Some(ClausePage {
            id: id.clone(),
            number: clause.number.clone(),
            title: self.say(&clause.title),
            plan: plan.id.clone(),
            plan_short: self.say(&plan.short),
            plan_title: self.say(&plan.title),
            plan_status: self.say(&plan.status),
            dated: plan.dated,
            points: plan.points,
            topics: clause
                .topics
                .iter()
                .filter_map(|id| self.dossier.topics.get(id))
                .map(|topic| self.say(&topic.label))
                .collect(),
            whole: at.whole.and_then(|whole| self.clause_tag(&whole.id)),
            agreement: clause.agreement,
            wording: self.wording(&clause.wording),
            note: self.say_any(&clause.note),
            sources: self.cites(&clause.sources),
            parts: clause
                .parts
                .iter()
                .filter_map(|part| self.dossier.clause(&part.id))
                .map(|part| self.clause_line(part))
                .collect(),
            variants: with_parts(clause)
                .flat_map(|clause| &clause.variants)
                .map(|variant| self.variant(variant))
                .collect(),
            before: self.kin(clause, |lineage| (&lineage.to, &lineage.from)),
            after: self.kin(clause, |lineage| (&lineage.from, &lineage.to)),
            strip: self.strip(claims()),
            claims: self.newest_first(claims()),
            ground: self.ground(clause),
            questions: self.clause_questions(&family),
            previous,
            next,
        })
    }

    fn wording(&self, wording: &Wording) -> SeenWording {
        match wording {
            Wording::Whole(text) => SeenWording::Whole(self.say(text)),
            Wording::Part(text) => SeenWording::Part(self.say(text)),
            Wording::Heading => SeenWording::Heading,
            Wording::Withheld => SeenWording::Withheld,
        }
    }

    fn variant(&self, variant: &Variant) -> VariantCard {
        VariantCard {
            id: variant.id.clone(),
            title: self.say(&variant.title),
            proposed_by: variant
                .proposed_by
                .iter()
                .filter_map(|id| self.party(id))
                .collect(),
            text: self.say(&variant.text),
            shares: variant.shares.iter().map(|share| self.say(share)).collect(),
            as_of: variant.as_of,
            told: self.told(variant.told_by.as_ref()),
            sources: self.cites(&variant.sources),
        }
    }

    /// The clauses on the other side of each lineage whose near end is `clause` or one of its parts.
    fn kin(&self, clause: &Clause, ends: fn(&Lineage) -> (&End, &End)) -> Vec<Kin> {
        let is_here = |end: &End| match end {
            End::Clause(id) => with_parts(clause).any(|clause| clause.id == *id),
            End::AbsentFrom(_) => false,
        };
        let mut kin: Vec<Kin> = Vec::new();
        for (_, lineage) in &self.dossier.lineage {
            let (near, far) = ends(lineage);
            if let Some(found) = is_here(near).then(|| self.far_end(lineage, far)).flatten()
                && !kin.contains(&found)
            {
                kin.push(found);
            }
        }
        order::by(&mut kin, |a, b| When::order(Some(a.dated), Some(b.dated)));
        kin
    }

    fn far_end(&self, lineage: &Lineage, far: &End) -> Option<Kin> {
        let (plan, end) = match far {
            End::Clause(id) => {
                let at = self.dossier.clause(id)?;
                let tag = self.clause_tag(id)?;
                (at.plan, LineageEnd::Clause(tag, self.say(&at.clause.title)))
            }
            End::AbsentFrom(plan) => (self.dossier.plans.get(plan)?, LineageEnd::Absent),
        };
        Some(Kin {
            plan: plan.id.clone(),
            short: self.say(&plan.short),
            dated: plan.dated,
            end,
            change: lineage.change,
            note: self.say_any(&lineage.note),
        })
    }

    fn ground(&self, clause: &Clause) -> Vec<GroundLine> {
        with_parts(clause)
            .flat_map(|part| {
                let part_number = (part.id != clause.id).then(|| part.number.clone());
                part.coverage
                    .iter()
                    .map(move |cover| (part_number.clone(), cover))
            })
            .map(|(part, cover)| GroundLine {
                id: cover.region.clone(),
                name: self.region_name(&cover.region),
                effect: self
                    .dossier
                    .effects
                    .get(&cover.effect)
                    .map(|e| self.say(&e.label)),
                note: self.say_any(&cover.note),
                part,
                drawn: self
                    .dossier
                    .regions
                    .get(&cover.region)
                    .is_some_and(|region| !matches!(region.ground, Ground::None(_))),
            })
            .collect()
    }

    fn clause_questions(&self, family: &[&ClauseId]) -> Vec<QuestionLine> {
        self.dossier
            .questions
            .iter()
            .filter(|question| question.clauses.iter().any(|id| family.contains(&id)))
            .map(|question| QuestionLine {
                id: question.id.clone(),
                text: self.say(&question.text),
            })
            .collect()
    }

    /// The clauses before and after it in the plan; a part moves among its fellow parts.
    fn neighbours(&self, at: ClauseAt<'_>) -> (Option<ClauseTag>, Option<ClauseTag>) {
        let row = at.whole.map_or(&at.plan.clauses, |whole| &whole.parts);
        let here = row.iter().position(|clause| clause.id == at.clause.id);
        let tag = |index: Option<usize>| {
            let clause = row.get(index?)?;
            self.clause_tag(&clause.id)
        };
        (
            tag(here.and_then(|at| at.checked_sub(1))),
            tag(here.map(|at| at + 1)),
        )
    }
}

/// A clause and its parts.
fn with_parts(clause: &Clause) -> impl Iterator<Item = &Clause> {
    std::iter::once(clause).chain(&clause.parts)
}

/// The ids under which claims and questions may speak of a clause: its own, those of its parts, and
/// that of the whole that it is a part of.
fn family(at: ClauseAt<'_>) -> Vec<&ClauseId> {
    with_parts(at.clause)
        .chain(at.whole)
        .map(|clause| &clause.id)
        .collect()
}
