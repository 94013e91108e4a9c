//! Every clause of every plan: its text, its rival texts, where it came from, the ground it covers.

use super::Statics;
use super::lines::{name_of, plan_name};
use crate::dossier::{ClauseId, Plan};
use crate::paint::html::{Element, el};
use crate::reading::{ClausePage, GroundLine, Kin, LineageEnd, PlanLine, SeenWording, VariantCard};
use crate::route::Subject;

impl Statics<'_> {
    /// All plans with their clauses, the first plan first. What the plans are is said above.
    pub(super) fn clauses(&self) -> Element {
        let lines = self.reader.plan_lines(self.plan());
        let (first, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.chosen);
        let plans = first.into_iter().chain(others);
        let plans: Vec<_> = plans.filter_map(|line| self.plan_part(line)).collect();
        el("div").id("view=compare").with(plans)
    }

    fn plan_part(&self, line: PlanLine) -> Option<Element> {
        let plan = self.reader.dossier.plans.get(&line.id)?;
        let title = el("span").class("meta").with(self.say(line.title));
        let heading = el("h2").with(self.words.clauses).with(" ").with(title);
        let section = el("section")
            .class("part made-part")
            .id(plan_name(&line.id))
            .with(heading)
            .with(self.plan_clauses(plan));
        Some(section)
    }

    fn plan_clauses(&self, plan: &Plan) -> Vec<Element> {
        let clauses = plan.clauses.iter();
        let clauses: Vec<_> = clauses
            .filter_map(|clause| self.clause(&clause.id))
            .collect();
        if clauses.is_empty() {
            return vec![el("p").class("empty").with(self.words.no_text)];
        }
        clauses
    }

    fn clause(&self, id: &ClauseId) -> Option<Element> {
        let page = self.reader.clause_page(id)?;
        let parts = page.parts.iter();
        let parts: Vec<_> = parts.filter_map(|part| self.part_of(&part.id)).collect();
        let variants = page.variants.iter().map(|one| self.variant(one.clone()));
        let variants: Vec<_> = variants.collect();
        let rival = (!variants.is_empty()).then(|| {
            let heading = (self.words.rival_texts)(variants.len());
            el("div").with(el("p").with(el("b").with(heading)))
        });
        let article = self
            .clause_text("h4", &page)
            .with(parts)
            .with(rival.map(|rival| rival.with(variants)))
            .with(self.ground(page.ground))
            .with(self.lineage(page.before, page.after))
            .with(self.claim_lines(self.cards(&page.claims)))
            .with(self.questions(page.questions));
        Some(article)
    }

    fn part_of(&self, id: &ClauseId) -> Option<Element> {
        let page = self.reader.clause_page(id)?;
        Some(self.clause_text("h5", &page))
    }

    /// What a clause says, and where that can be checked.
    fn clause_text(&self, heading: &'static str, page: &ClausePage) -> Element {
        let words = self.words;
        let agreed = (words.agreement)(page.agreement);
        let agreed = agreed.map(|label| el("span").class("tag strong").with(label));
        let title = el(heading)
            .with(el("b").class("number").with(page.number.clone()))
            .with(" ")
            .with(self.say(page.title.clone()))
            .with(" ")
            .with(agreed);
        let aside = |said: &'static str| el("p").class("aside").with(said);
        let wording = match page.wording.clone() {
            SeenWording::Whole(text) => vec![el("p").with(self.say(text))],
            SeenWording::Part(text) => {
                vec![el("p").with(self.say(text)), aside(words.part_seen)]
            }
            SeenWording::Heading if page.parts.is_empty() => vec![aside(words.heading_only)],
            SeenWording::Heading => Vec::new(),
            SeenWording::Withheld => vec![aside(words.withheld)],
        };
        el("article")
            .class("made-clause")
            .id(name_of(Subject::Clause(page.id.clone())))
            .with(title)
            .with(wording)
            .with(self.paragraph("aside", page.note.clone()))
            .with(self.cites(page.sources.clone()))
    }

    fn variant(&self, variant: VariantCard) -> Element {
        let tags = variant.proposed_by.iter().map(|tag| self.party(tag));
        let tags: Vec<_> = tags.collect();
        let heard = el("span")
            .class("heard")
            .with(format!("{} ", self.words.proposed_by));
        let title = el("p")
            .with(heard)
            .with(tags)
            .with(" ")
            .with(el("b").with(self.say(variant.title)))
            .with(format!(", {}", self.when(Some(variant.as_of))));
        let mut shares = el("p").class("aside");
        for (index, share) in variant.shares.into_iter().enumerate() {
            if index > 0 {
                shares = shares.with(" · ");
            }
            shares = shares.with(self.say(share));
        }
        el("div")
            .class("made-variant")
            .with(title)
            .with((!shares.is_empty()).then_some(shares))
            .with(el("p").with(self.say(variant.text)))
            .with(self.told(variant.told))
            .with(self.cites(variant.sources))
    }

    /// The regions that the clause names.
    fn ground(&self, ground: Vec<GroundLine>) -> Option<Element> {
        if ground.is_empty() {
            return None;
        }
        let line = |line: GroundLine| {
            let part = line.part.map(|part| el("b").with(part).with(": "));
            let off = (!line.drawn).then(|| format!(" ({})", self.words.not_on_map));
            let link = self.link(Subject::Region(line.id));
            let mut item = el("li").with(part).with(link.with(self.say(line.name)));
            for said in [line.effect, line.note].into_iter().flatten() {
                item = item.with(" · ").with(self.say(said));
            }
            item.with(off)
        };
        let lines: Vec<_> = ground.into_iter().map(line).collect();
        let list = el("ul").with(lines);
        let label = el("b").with(self.words.ground);
        let all = el("div").class("asked").attr("data-ground", "");
        Some(all.with(label).with(list))
    }

    /// What it came from, and what it became.
    fn lineage(&self, before: Vec<Kin>, after: Vec<Kin>) -> Option<Element> {
        if before.is_empty() && after.is_empty() {
            return None;
        }
        let kin = |kin: Kin| {
            let when = self.when(Some(kin.dated));
            let head = el("li").with(self.say(kin.short.clone()));
            let head = head.with(format!(", {when}: "));
            let head = match kin.end {
                LineageEnd::Clause(tag, title) => {
                    let label = (self.words.clause_title)(&tag.number, &title.words);
                    head.with(self.link(Subject::Clause(tag.id)).with(label))
                }
                LineageEnd::Absent => head.with((self.words.absent)(&kin.short.words)),
            };
            let change = el("i").with((self.words.change)(kin.change));
            let head = head.with(" – ").with(change);
            match kin.note {
                Some(note) => head.with(". ").with(self.say(note)),
                None => head,
            }
        };
        let lines: Vec<_> = before.into_iter().chain(after).map(kin).collect();
        let list = el("ul").with(lines);
        let label = el("b").with(self.words.lineage);
        Some(el("div").class("asked").with(label).with(list))
    }
}
