//! A mark: a link to the claims behind it.

use leptos::prelude::*;

use super::super::icons::{StanceMark, stance_class};
use super::Sheet;
use crate::dossier::{MatterId, Stance, When};
use crate::reading::{PartyTag, PositionMark};

/// The mark of a party on a matter. `rove`: its tab index and its place for the arrow keys; a list has
/// neither.
pub fn mark(
    sheet: &Sheet,
    matter: &MatterId,
    party: &PartyTag,
    mark: &PositionMark,
    rove: Option<(i32, String)>,
) -> AnyView {
    let words = sheet.desk.words;
    let latest = &mark.latest;
    let said = heard(sheet, party, mark);
    let title = said.clone();
    let before = mark.before.map(|stance| {
        view! {
            <span class=format!("was {}", stance_class(stance)) aria-hidden="true">
                <StanceMark stance />
            </span>
            <span class="turn" aria-hidden="true">"›"</span>
        }
    });
    let reported = latest
        .reported
        .then(|| view! { <i class="r" data-mark=words.reported_mark></i> });
    let by = mark.told_by.clone().map(|tag| tag.letters.words);
    let by = by.map(|by| view! { <span class="by" data-mark=by></span> });
    let about = mark.about.clone().map(|tag| tag.letters.words);
    let about =
        about.map(|about| view! { <span class="by" data-mark=format!("› {about}")></span> });
    let count = (mark.count > 1)
        .then(|| view! { <span class="behind" data-mark=mark.count.to_string()></span> });
    // What stands beside the sign is drawn, not text: all of it is said in the name.
    // In a list the stance is written out; in a table it is said to the ear alone.
    let is_listed = rove.is_none();
    let word = is_listed.then(|| {
        view! { <span class="word" aria-hidden="true">{(words.stance)(latest.stance)}</span> }
    });
    let (tab, at) = rove.unzip();
    let own = (matter.clone(), party.id.clone());
    let open = sheet.open;
    let is_open = move || {
        open.with(|open| open.as_ref() == Some(&own))
            .then_some("true")
    };
    view! {
        <a
            class=format!("mark-cell {}", stance_class(latest.stance))
            href=sheet.base.with_open(Some(latest.claim.clone())).to_string()
            data-party=party.id.to_string()
            data-cell=latest.claim.to_string()
            data-stance=latest.stance.kind().slug()
            data-at=at
            tabindex=tab.map(|tab| tab.to_string())
            title=title
            aria-label=said
            aria-current=is_open
        >
            {before}
            <StanceMark stance=latest.stance />
            {word}
            <span class="beside">{reported} {by} {about} {count}</span>
        </a>
    }
    .into_any()
}

/// All that the mark says, in words.
fn heard(sheet: &Sheet, party: &PartyTag, mark: &PositionMark) -> String {
    let (words, own) = (sheet.desk.words, sheet.desk.words.positions_view);
    let latest = &mark.latest;
    let when = match latest.stance {
        Stance::Silent { as_of } => (words.silent_as_of)(&(words.when)(Some(When::Day(as_of)))),
        _ => (words.when)(latest.said),
    };
    let stance = (words.stance)(latest.stance);
    let mut said = (words.cell)(&party.name.words, stance, &when, latest.reported);
    let told = mark
        .told_by
        .as_ref()
        .map(|by| (own.told_by)(&by.name.words));
    let about = mark.about.as_ref().map(|of| (own.about)(&of.name.words));
    let before = mark
        .before
        .map(|stance| (own.before)((words.stance)(stance)));
    let count = (mark.count > 1).then(|| (own.behind)(mark.count));
    for more in [told, about, before, count].into_iter().flatten() {
        said.push_str(", ");
        said.push_str(&more);
    }
    said
}
