//! What several sections share: texts with their language, links, sources, headings.

use super::Statics;
use crate::dossier::{ClaimId, Lang, PlanId, Spoken, Stance, When};
use crate::paint::html::{Element, Html, el};
use crate::reading::{Cite, ClaimCard, ClauseTag, PartyTag, QuestionLine, Told};
use crate::route::{Route, Subject};

impl Statics<'_> {
    /// A text, marked with its language when it is not the page's; one that alone has no translation
    /// says so.
    pub(super) fn say(&self, spoken: Spoken) -> Vec<Html> {
        if spoken.lang.as_str() == self.words.lang {
            return vec![Html::Text(spoken.words)];
        }
        let lang = spoken.lang.to_string();
        let own = &self.reader.dossier.manifest.languages;
        let is_translated = self.reader.translation.is_some()
            && !own.iter().any(|lang| lang.as_str() == self.words.lang);
        let mut parts = Vec::new();
        let letters = lang.to_uppercase();
        parts.push(Html::Element(
            el("span").attr("lang", lang).with(spoken.words),
        ));
        if is_translated {
            parts.push(Html::Text(" ".to_owned()));
            let tag = el("abbr").class("tag");
            let tag = tag.attr("title", self.words.untranslated).with(letters);
            parts.push(Html::Element(tag));
        }
        parts
    }

    /// A paragraph of a text, if there is one.
    pub(super) fn paragraph(&self, class: &str, text: Option<Spoken>) -> Option<Element> {
        text.map(|text| el("p").class(class).with(self.say(text)))
    }

    /// A link to where something stands on the page.
    pub(super) fn link(&self, subject: Subject) -> Element {
        el("a").attr("href", self.route.link(subject))
    }

    /// When something was.
    pub(super) fn when(&self, when: Option<When>) -> String {
        (self.words.when)(when)
    }

    /// The letters of a party, which lead to what it has said.
    pub(super) fn party(&self, tag: &PartyTag) -> Element {
        let class = if tag.observer {
            "tag party observer"
        } else {
            "tag party"
        };
        self.link(Subject::Party(tag.id.clone()))
            .class(class)
            .attr("title", tag.name.words.clone())
            .with(self.say(tag.letters.clone()))
    }

    /// A clause of a plan, as a link.
    pub(super) fn clause_tag(&self, tag: &ClauseTag) -> Element {
        let label = (self.words.of_plan)(&tag.number, &tag.plan.words);
        self.link(Subject::Clause(tag.id.clone())).with(label)
    }

    /// Who published something and when, without a link.
    pub(super) fn published(&self, cite: &Cite) -> Option<String> {
        let publisher = cite.publisher.clone()?;
        let name = match &cite.original {
            Some(original) => (self.words.via)(original, &publisher),
            None => publisher,
        };
        let date = match cite.dated {
            Some(dated) => self.when(Some(dated)),
            None => self.words.undated.to_owned(),
        };
        Some(format!("{name}, {date}"))
    }

    /// Sources, each as a link to where it stands on the page.
    pub(super) fn cites(&self, sources: Vec<Cite>) -> Option<Element> {
        if sources.is_empty() {
            return None;
        }
        let label = self.words.takeaway.sources;
        let mut line = el("p").class("from").with(format!("{label}: "));
        for (index, cite) in sources.into_iter().enumerate() {
            if index > 0 {
                line = line.with("; ");
            }
            line = match self.published(&cite) {
                Some(published) => line.with(self.link(Subject::Source(cite.id)).with(published)),
                None => line.with(self.words.source_missing),
            };
        }
        Some(line)
    }

    /// Who told something that is not their own.
    pub(super) fn told(&self, told: Option<Told>) -> Option<Element> {
        let said = match told? {
            Told::By(party) => (self.words.told_by)(&party.name.words),
            Told::ByPress => self.words.told_by_press.to_owned(),
        };
        Some(el("p").class("told").with(said))
    }

    /// What is not known.
    pub(super) fn questions(&self, questions: Vec<QuestionLine>) -> Option<Element> {
        let line = |question: QuestionLine| el("li").with(self.say(question.text));
        let lines: Vec<_> = questions.into_iter().map(line).collect();
        (!lines.is_empty()).then(|| {
            el("div")
                .class("asked")
                .with(el("b").with(self.words.what_is_not_known))
                .with(el("ul").with(lines))
        })
    }

    /// Claims in a line each, which lead to where they stand.
    pub(super) fn claim_lines(&self, claims: Vec<ClaimCard>) -> Option<Element> {
        if claims.is_empty() {
            return None;
        }
        let label = (self.words.statics.claims_here)(claims.len());
        let line = |claim: ClaimCard| {
            let reported = claim.is_reported();
            let letters = claim.party.map(|party| party.letters.words);
            let when = self.when(claim.said);
            let stance = (self.words.stance)(claim.stance);
            let said = (self.words.cell)(&letters.unwrap_or_default(), stance, &when, reported);
            el("li")
                .with(self.link(Subject::Claim(claim.id)).with(said))
                .with(": ")
                .with(self.say(claim.matter))
        };
        let lines: Vec<_> = claims.into_iter().map(line).collect();
        Some(
            el("details")
                .class("more-lines")
                .with(el("summary").with(label))
                .with(el("ul").with(lines)),
        )
    }

    /// The cards of claims.
    pub(super) fn cards(&self, claims: &[ClaimId]) -> Vec<ClaimCard> {
        let known = claims
            .iter()
            .filter_map(|id| self.reader.dossier.claims.get(id));
        known.map(|claim| self.reader.claim_card(claim)).collect()
    }
}

/// The language of a text that stands as it was published.
pub(super) fn published_in(lang: Option<&Lang>) -> Option<String> {
    lang.map(ToString::to_string)
}

/// The class that colours a stance.
pub(super) fn stance_class(stance: Stance) -> String {
    format!("stance {}", stance.kind().slug())
}

/// The name of a section: the address that leads to it, without its `#`.
pub(super) fn name_of(subject: Subject) -> String {
    let route = Route::default().link(subject);
    route.trim_start_matches('#').to_owned()
}

/// The name of a plan's section, likewise.
pub(super) fn plan_name(plan: &PlanId) -> String {
    let route = Route {
        plan: Some(plan.clone()),
        ..Route::default()
    };
    route.to_string().trim_start_matches('#').to_owned()
}

/// A section of the page with its heading.
pub(super) fn part(id: &str, heading: &str) -> Element {
    el("section")
        .class("part made-part")
        .id(id)
        .with(el("h2").with(heading))
}
