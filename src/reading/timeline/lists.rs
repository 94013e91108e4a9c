//! The timeline as lists: for ears, for small windows, and for whoever would rather read.

use super::super::{Cite, PartyTag, Reader};
use super::is_reported;
use crate::dossier::{Claim, ClaimId, Event, EventId, RegionId, Spoken, Stance, When};
use crate::order;

/// An event with all that is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct EventCard {
    /// The event.
    pub id: EventId,
    /// When.
    pub at: When,
    /// What, in a few words.
    pub title: Spoken,
    /// What, in a sentence.
    pub text: Option<Spoken>,
    /// The regions it is about.
    pub places: Vec<(RegionId, Spoken)>,
    /// Where it can be checked.
    pub sources: Vec<Cite>,
    /// True for a date that somebody claims for the future.
    pub expected: bool,
}

/// The claims of one date.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimDay {
    /// The date; `None`: it is not known.
    pub said: Option<When>,
    /// The claims, by party, in the dossier's order.
    pub claims: Vec<ClaimLine>,
}

/// A claim in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimLine {
    /// The claim.
    pub id: ClaimId,
    /// Whose position it is.
    pub party: Option<PartyTag>,
    /// The stance.
    pub stance: Stance,
    /// What the stance is towards.
    pub matter: Spoken,
    /// Who said it.
    pub speaker: Spoken,
    /// True when the party did not say it itself on the record.
    pub reported: bool,
}

impl Reader<'_> {
    /// All events as cards, the newest first and the expected ones last.
    pub fn all_events(&self) -> Vec<EventCard> {
        let mut events: Vec<&Event> = self.dossier.events.iter().collect();
        events.sort_by(|a, b| When::order(Some(a.at), Some(b.at)));
        self.event_cards(&events)
    }

    /// The events as cards, the newest first and the expected ones last; `events` are the earliest first.
    pub(super) fn event_cards(&self, events: &[&Event]) -> Vec<EventCard> {
        let newest = events.iter().rev();
        let (expected, past): (Vec<&Event>, Vec<&Event>) = newest.partition(|event| event.expected);
        let card = |event: &Event| EventCard {
            id: event.id.clone(),
            at: event.at,
            title: self.say(&event.title),
            text: self.say_any(&event.text),
            places: event
                .coverage
                .iter()
                .map(|id| (id.clone(), self.region_name(id)))
                .collect(),
            sources: self.cites(&event.sources),
            expected: event.expected,
        };
        past.into_iter().chain(expected).map(card).collect()
    }

    pub(super) fn claim_days(&self, mut claims: Vec<&Claim>) -> Vec<ClaimDay> {
        let party = |claim: &Claim| self.dossier.parties.position(&claim.party);
        order::by(&mut claims, |a, b| {
            When::order(b.said, a.said)
                .then_with(|| {
                    // A day and "about" that day are two dates.
                    let form = |claim: &Claim| claim.said.map(|said| said.to_string());
                    form(a).cmp(&form(b))
                })
                .then_with(|| party(a).cmp(&party(b)))
        });
        let mut days: Vec<ClaimDay> = Vec::new();
        for claim in claims {
            let line = self.claim_line(claim);
            match days.last_mut() {
                Some(day) if day.said == claim.said => day.claims.push(line),
                _ => days.push(ClaimDay {
                    said: claim.said,
                    claims: vec![line],
                }),
            }
        }
        days
    }

    fn claim_line(&self, claim: &Claim) -> ClaimLine {
        let matter = self.dossier.matters.get(&claim.matter);
        let speaker = self.dossier.speakers.get(&claim.speaker);
        ClaimLine {
            id: claim.id.clone(),
            party: self.party(&claim.party),
            stance: claim.stance,
            matter: matter.map_or_else(
                || self.literal(claim.matter.as_str()),
                |matter| self.say(&matter.text),
            ),
            speaker: speaker.map_or_else(
                || self.literal(claim.speaker.as_str()),
                |speaker| self.say(&speaker.name),
            ),
            reported: is_reported(claim),
        }
    }
}
