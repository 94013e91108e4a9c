//! A claim as a compact card, and where a statement can be checked.

use super::Reader;
use crate::dossier::{
    Claim, ClaimId, ClauseId, Lang, LocalName, PartyId, PartyKind, Quote, SourceId, SourceKind,
    SpeakerKind, Spoken, Stance, Teller, When,
};
use crate::order;

/// The letters that stand for a party, and its name.
#[derive(Debug, Clone, PartialEq)]
pub struct PartyTag {
    /// The party.
    pub id: PartyId,
    /// Two to five letters.
    pub letters: Spoken,
    /// Its name.
    pub name: Spoken,
    /// True for journalists and experts, who are no party.
    pub observer: bool,
}

/// Who tells of a position that is not their own.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// Another party.
    By(PartyTag),
    /// A journalist, in the journalist's words.
    ByPress,
}

/// A source in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Cite {
    /// The source.
    pub id: SourceId,
    /// Who published it; `None` when the dossier has no such source.
    pub publisher: Option<String>,
    /// Whose words it carries.
    pub original: Option<String>,
    /// When it was published.
    pub dated: Option<When>,
    /// Its address; without one, its page in the dossier is linked.
    pub url: Option<String>,
    /// How far it can be relied on.
    pub kind: Option<SourceKind>,
}

/// A clause that something is about, in a few letters.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseTag {
    /// The clause.
    pub id: ClauseId,
    /// Its number.
    pub number: String,
    /// Its plan's short title.
    pub plan: Spoken,
}

/// A claim as a reader sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimCard {
    /// The claim.
    pub id: ClaimId,
    /// Whose position it is.
    pub party: Option<PartyTag>,
    /// Who said it, or what the source calls them.
    pub speaker: Spoken,
    /// Their office.
    pub role: Option<Spoken>,
    /// True when the speaker is known only as the source has it.
    pub unnamed: bool,
    /// When it was said.
    pub said: Option<When>,
    /// The stance.
    pub stance: Stance,
    /// What the stance is towards.
    pub matter: Spoken,
    /// Our words.
    pub text: Spoken,
    /// The speaker's words.
    pub quote: Option<Quote>,
    /// True when the speaker stands behind it by name or office.
    pub on_record: bool,
    /// Who told it, where it was not the speaker.
    pub told: Option<Told>,
    /// The other party that it speaks about.
    pub about: Option<PartyTag>,
    /// What to know before relying on it.
    pub note: Option<Spoken>,
    /// How its date was worked out.
    pub dating: Option<Spoken>,
    /// The clauses it is about.
    pub clauses: Vec<ClauseTag>,
    /// Where it can be checked, the first one first.
    pub sources: Vec<Cite>,
}

impl ClaimCard {
    /// True when the mark must say that the party itself did not say this on the record.
    pub fn is_reported(&self) -> bool {
        !self.on_record || self.told.is_some()
    }
}

impl Reader<'_> {
    /// The letters and name of a party.
    pub fn party(&self, id: &PartyId) -> Option<PartyTag> {
        let party = self.dossier.parties.get(id)?;
        Some(PartyTag {
            id: id.clone(),
            letters: self.say(&party.tag),
            name: self.say(&party.name),
            observer: party.kind == PartyKind::Observer,
        })
    }

    /// Who told something, for the reader.
    pub fn told(&self, teller: Option<&Teller>) -> Option<Told> {
        match teller? {
            Teller::Press => Some(Told::ByPress),
            Teller::Party(id) => self.party(id).map(Told::By),
        }
    }

    /// A source in one line. An unknown one keeps its id, so that the page can say it is missing.
    pub fn cite(&self, id: &SourceId) -> Cite {
        let source = self.dossier.sources.get(id);
        Cite {
            id: id.clone(),
            publisher: source.map(|s| s.publisher.clone()),
            original: source.and_then(|s| s.original.clone()),
            dated: source.and_then(|s| s.dated),
            url: source
                .and_then(|s| s.url.as_ref()?.web())
                .map(ToOwned::to_owned),
            kind: source.map(|s| s.kind),
        }
    }

    /// Several sources.
    pub fn cites(&self, ids: &[SourceId]) -> Vec<Cite> {
        ids.iter().map(|id| self.cite(id)).collect()
    }

    /// A clause in a few letters.
    pub fn clause_tag(&self, id: &ClauseId) -> Option<ClauseTag> {
        let at = self.dossier.clause(id)?;
        Some(ClauseTag {
            id: id.clone(),
            number: at.clause.number.clone(),
            plan: self.say(&at.plan.short),
        })
    }

    /// A claim as a card.
    pub fn claim_card(&self, claim: &Claim) -> ClaimCard {
        let speaker = self.dossier.speakers.get(&claim.speaker);
        let matter = self.dossier.matters.get(&claim.matter);
        ClaimCard {
            id: claim.id.clone(),
            party: self.party(&claim.party),
            speaker: match speaker {
                Some(speaker) => self.say(&speaker.name),
                None => self.literal(claim.speaker.as_str()),
            },
            role: speaker.and_then(|speaker| self.say_any(&speaker.role)),
            unnamed: speaker.is_some_and(|s| s.kind == SpeakerKind::Unnamed),
            said: claim.said,
            stance: claim.stance,
            matter: match matter {
                Some(matter) => self.say(&matter.text),
                None => self.literal(claim.matter.as_str()),
            },
            text: self.say(&claim.text),
            quote: claim.quote.clone(),
            on_record: claim.on_record,
            told: self.told(claim.told_by.as_ref()),
            about: claim.about.as_ref().and_then(|id| self.party(id)),
            note: self.say_any(&claim.note),
            dating: self.say_any(&claim.said_resolved),
            clauses: claim
                .clauses
                .iter()
                .filter_map(|id| self.clause_tag(id))
                .collect(),
            sources: self.cites(&claim.sources),
        }
    }

    /// The cards of claims, newest first.
    pub fn cards<'c>(&self, claims: impl Iterator<Item = &'c Claim>) -> Vec<ClaimCard> {
        let claims = self.by_newest(claims).into_iter();
        claims.map(|claim| self.claim_card(claim)).collect()
    }

    /// The ids of claims, newest first. A page of thousands makes their cards when they come into sight.
    pub fn newest_first<'c>(&self, claims: impl Iterator<Item = &'c Claim>) -> Vec<ClaimId> {
        let claims = self.by_newest(claims).into_iter();
        claims.map(|claim| claim.id.clone()).collect()
    }

    /// Claims, newest first; undated ones and standing ones last.
    fn by_newest<'c>(&self, claims: impl Iterator<Item = &'c Claim>) -> Vec<&'c Claim> {
        let mut claims: Vec<&Claim> = claims.collect();
        order::by(&mut claims, |a, b| {
            When::order(b.said, a.said).then_with(|| {
                let place = |claim: &Claim| self.dossier.claims.position(&claim.id);
                place(a).cmp(&place(b))
            })
        });
        claims
    }

    pub(super) fn literal(&self, words: &str) -> Spoken {
        Spoken {
            words: words.to_owned(),
            lang: self.dossier.first_language(),
            translated: false,
        }
    }

    /// The name in the place's own language, unless the reader already reads it.
    pub fn local_name(&self, local: Option<&LocalName>, shown: &Spoken) -> Option<LocalName> {
        let same = |lang: &Lang| *lang == shown.lang;
        local.filter(|local| !same(&local.lang)).cloned()
    }
}
