//! Everything that was said, by party and topic; each claim stands here and nowhere else.

use super::Statics;
use super::lines::{name_of, part, stance_class};
use crate::dossier::{ClaimId, PartyId, Spoken, Stance, When};
use crate::paint::html::{Element, el};
use crate::reading::{ClaimCard, ClaimPage, ClauseTag, TopicClaims};
use crate::route::Subject;

impl Statics<'_> {
    /// All parties with what they have said.
    pub(super) fn claims(&self) -> Element {
        let parties = self.reader.dossier.parties.iter();
        let parties: Vec<_> = parties
            .filter_map(|party| self.said_by(&party.id))
            .collect();
        part("view=positions", self.words.statics.claims_by_party).with(parties)
    }

    fn said_by(&self, id: &PartyId) -> Option<Element> {
        let page = self.reader.party_page(id)?;
        let none = (page.count == 0).then(|| el("p").class("empty").with(self.words.no_claim));
        let topics = page.topics.into_iter();
        let topics: Vec<_> = topics.flat_map(|topic| self.topic(topic)).collect();
        let section = el("section")
            .class("made-party")
            .id(name_of(Subject::Party(id.clone())))
            .with(
                el("h3")
                    .with(self.say(page.tag.name.clone()))
                    .with(" ")
                    .with(
                        el("span")
                            .class("tag party")
                            .with(self.say(page.tag.letters)),
                    ),
            )
            .with(self.paragraph("local", Some(page.role)))
            .with(self.speakers(page.speakers))
            .with(self.put_forward(page.variants))
            .with(none)
            .with(topics);
        Some(section)
    }

    fn speakers(&self, speakers: Vec<(Spoken, Option<Spoken>)>) -> Option<Element> {
        if speakers.is_empty() {
            return None;
        }
        let label = el("b").with(format!("{}: ", self.words.speakers));
        let mut line = el("p").class("run-on").with(label);
        for (index, (name, role)) in speakers.into_iter().enumerate() {
            if index > 0 {
                line = line.with("; ");
            }
            line = line.with(self.say(name));
            if let Some(role) = role {
                line = line.with(", ").with(self.say(role));
            }
        }
        Some(line)
    }

    fn put_forward(&self, variants: Vec<(ClauseTag, Spoken)>) -> Option<Element> {
        if variants.is_empty() {
            return None;
        }
        let label = el("b").with(format!("{}: ", self.words.texts_put_forward));
        let mut line = el("p").class("run-on").with(label);
        for (index, (tag, title)) in variants.into_iter().enumerate() {
            if index > 0 {
                line = line.with("; ");
            }
            line = line
                .with(self.say(title))
                .with(" ")
                .with(self.clause_tag(&tag));
        }
        Some(line)
    }

    fn topic(&self, topic: TopicClaims) -> Vec<Element> {
        let heading = if topic.label.words.is_empty() {
            el("h4").with(self.words.other_topics)
        } else {
            el("h4").with(self.say(topic.label))
        };
        let claims = topic.claims.iter().filter_map(|id| self.claim(id));
        std::iter::once(heading).chain(claims).collect()
    }

    fn claim(&self, id: &ClaimId) -> Option<Element> {
        let page = self.reader.claim_page(id)?;
        let card = page.card.clone();
        let facts = self.facts(&page);
        let words = self.words;
        let mut who = el("p")
            .class("who")
            .with(el("b").with(self.say(card.speaker.clone())));
        if let Some(role) = card.role.clone() {
            who = who.with(", ").with(self.say(role));
        }
        if card.unnamed {
            who = who
                .with(" ")
                .with(el("span").class("tag").with(words.unnamed));
        }
        let when = el("time").with(self.when(card.said));
        let about = card.about.as_ref();
        let about = about.map(|party| (words.about_party)(&party.name.words));
        let article = el("article")
            .class("made-claim")
            .id(name_of(Subject::Claim(id.clone())))
            .with(who.with(" · ").with(when))
            .with(self.stance(&card))
            .with(self.quote(&card))
            .with(el("p").with(self.say(card.text)))
            .with(self.told(card.told))
            .with(about.map(|about| el("p").class("told").with(about)))
            .with(self.paragraph("aside", card.note))
            .with(facts.into_iter().flatten().collect::<Vec<_>>())
            .with(self.cites(card.sources));
        Some(article)
    }

    /// A stance, and what it is towards.
    fn stance(&self, card: &ClaimCard) -> Element {
        let words = self.words;
        let said = format!("{}:", (words.stance)(card.stance));
        let mut line = el("p").with(el("b").class(&stance_class(card.stance)).with(said));
        if let Stance::Silent { as_of } = card.stance {
            let day = self.when(Some(When::Day(as_of)));
            line = line.with(format!(" {}.", (words.silent_as_of)(&day)));
        }
        line.with(" ").with(self.say(card.matter.clone()))
    }

    fn quote(&self, card: &ClaimCard) -> Option<Element> {
        let quote = card.quote.clone()?;
        let said = el("q")
            .attr("lang", quote.lang.to_string())
            .with(quote.words);
        let tag = quote
            .translated
            .then(|| el("span").class("tag").with(self.words.translated));
        Some(el("p").with(said).with(" ").with(tag))
    }

    /// What it rests on, how exact its date is, what it is about.
    fn facts(&self, page: &ClaimPage) -> [Option<Element>; 2] {
        let (words, own) = (self.words, self.words.pages);
        let evidence = (words.evidence)(page.evidence);
        let mut facts = el("p").class("from").with(words.evidence_label);
        facts = facts.with(format!(": {evidence}"));
        // A day that is given as a day needs no word on how exact it is.
        if !matches!(page.card.said, Some(When::Day(_))) {
            facts = facts.with(" · ").with((own.precision)(page.card.said));
        }
        let texts = [
            (words.date_as_stated, page.as_stated.clone()),
            (own.dating_label, page.card.dating.clone()),
        ];
        for (label, said) in texts {
            if let Some(said) = said {
                facts = facts.with(format!(" · {label}: ")).with(self.say(said));
            }
        }
        let clauses = page.card.clauses.iter().map(|tag| self.clause_tag(tag));
        let regions = page.regions.iter().map(|(id, name)| {
            let link = self.link(Subject::Region(id.clone()));
            link.with(self.say(name.clone()))
        });
        let mut about = el("p").class("from links");
        for (index, link) in clauses.chain(regions).enumerate() {
            if index > 0 {
                about = about.with(" · ");
            }
            about = about.with(link);
        }
        [Some(facts), (!about.is_empty()).then_some(about)]
    }
}
