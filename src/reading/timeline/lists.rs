//! The timeline as lists: for ears, for small windows, and for whoever would rather read.

use super::super::{Cite, PartyTag, Reader};
use super::is_reported;
use crate::dossier::{ClaimId, Event, EventId, RegionId, Spoken, Stance, When};
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
    /// The claims, by party, in the dossier's order. Their lines are made when they are shown.
    pub claims: Vec<ClaimId>,
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
        order::by(&mut events, |a, b| When::order(Some(a.at), Some(b.at)));
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

    /// A claim in one line; `None` when the dossier has no such claim.
    pub fn claim_line(&self, id: &ClaimId) -> Option<ClaimLine> {
        let claim = self.dossier.claims.get(id)?;
        let matter = self.dossier.matters.get(&claim.matter);
        let speaker = self.dossier.speakers.get(&claim.speaker);
        Some(ClaimLine {
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
        })
    }
}
