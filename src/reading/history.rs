//! What one party has said on one matter, oldest first, and what replaced what.
//!
//! One claim replaces another when it takes another stance and was made on a later day, whatever day
//! either date can mean. Of a claim of "December" and one of the 8th nobody knows which came first: they
//! stand beside each other, and neither is said to be replaced.

use super::{ClaimCard, Reader};
use crate::dossier::{Claim, ClaimId, Stance, When};
use crate::order;

/// Another claim in a few words.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimRef {
    /// The claim.
    pub id: ClaimId,
    /// Its stance.
    pub stance: Stance,
    /// When it was said.
    pub said: Option<When>,
}

/// One claim among those of its party on its matter.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryStep {
    /// The claim.
    pub card: ClaimCard,
    /// The claim whose stance this one replaced.
    pub replaces: Option<ClaimRef>,
    /// The claim that replaced this one's stance.
    pub replaced_by: Option<ClaimRef>,
}

impl Reader<'_> {
    /// All that a claim's party has said on its matter, oldest first; undated and standing claims come
    /// before the others.
    pub fn history(&self, claim: &Claim) -> Vec<HistoryStep> {
        let all = self.dossier.claims.iter();
        let own = all.filter(|other| other.party == claim.party && other.matter == claim.matter);
        let own = oldest_first(own.collect());
        let step = |(at, claim): (usize, &&Claim)| {
            let before = at.checked_sub(1).and_then(|at| own.get(at));
            let after = own.get(at + 1);
            HistoryStep {
                card: self.claim_card(claim),
                replaces: before
                    .filter(|before| replaces(claim, before))
                    .map(|before| mention(before)),
                replaced_by: after
                    .filter(|after| replaces(after, claim))
                    .map(|after| mention(after)),
            }
        };
        own.iter().enumerate().map(step).collect()
    }
}

/// Claims from the oldest to the newest, as `Reader::latest` goes through them: of two on one day the
/// one that the dossier lists later is the newer.
pub(super) fn oldest_first(mut claims: Vec<&Claim>) -> Vec<&Claim> {
    order::by(&mut claims, |a, b| When::order(a.said, b.said));
    claims
}

/// The stance that was replaced by that of the last of these claims, if one was.
pub(super) fn replaced_stance(oldest_first: &[&Claim]) -> Option<Stance> {
    let (last, before) = oldest_first.split_last()?;
    let mut before = before.iter().rev();
    let other = before.find(|claim| claim.stance.kind() != last.stance.kind())?;
    replaces(last, other).then_some(other.stance)
}

fn replaces(later: &Claim, earlier: &Claim) -> bool {
    let was_over = earlier.said.and_then(When::latest);
    let began = later.said.and_then(When::earliest);
    let is_later = was_over
        .zip(began)
        .is_some_and(|(over, began)| over < began);
    is_later && later.stance.kind() != earlier.stance.kind()
}

fn mention(claim: &Claim) -> ClaimRef {
    ClaimRef {
        id: claim.id.clone(),
        stance: claim.stance,
        said: claim.said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(said: &str, stance: &str) -> Claim {
        let said = match said {
            "" => String::new(),
            said => format!(r#""said":"{said}","#),
        };
        let text = format!(
            r#"{{"id":"v1","party":"a","speaker":"s","matter":"m","stance":"{stance}","text":{{"en":"x"}},
            {said}"on_record":true,"sources":["s"]}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    #[track_caller]
    fn replaced(earlier: (&str, &str), later: (&str, &str)) -> bool {
        let [earlier, later] = [earlier, later].map(|(said, stance)| claim(said, stance));
        let both = oldest_first(vec![&later, &earlier]);
        replaced_stance(&both).is_some()
    }

    #[test]
    fn another_stance_on_a_later_day_replaces_the_first() {
        assert!(replaced(("2025-12-08", "open"), ("2025-12-09", "opposes")));
        assert!(replaced(("2025-11", "open"), ("2025-12-01~", "opposes")));
        assert!(!replaced(
            ("2025-12-08", "opposes"),
            ("2025-12-09", "opposes")
        ));
    }

    #[test]
    fn what_may_have_been_said_the_other_way_round_replaces_nothing() {
        for (earlier, later) in [
            ("2025-12-08", "2025-12-08"),
            ("2025-12", "2025-12-08"),
            ("2025-12-01/2025-12-08", "2025-12-08"),
            ("", "2025-12-08"),
            ("../..", "2025-12-08"),
        ] {
            let is_said = replaced((earlier, "open"), (later, "opposes"));
            assert!(!is_said, "{earlier} and {later}");
        }
    }

    #[test]
    fn the_stance_before_is_the_last_other_one() {
        let claims = [
            claim("2025-12-01", "supports"),
            claim("2025-12-02", "open"),
            claim("2025-12-03", "opposes"),
            claim("2025-12-04", "opposes"),
        ];
        let all: Vec<&Claim> = claims.iter().collect();
        assert_eq!(replaced_stance(&all), Some(Stance::Open));
        assert_eq!(replaced_stance(&[]), None);
    }
}
