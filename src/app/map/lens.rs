//! The choice of lens, and of the party that one of them asks for.

use leptos::prelude::*;

use super::super::address;
use super::super::desk::Desk;
use crate::reading::Lens;
use crate::route::{Route, Subject};

/// Which lens the map is seen through: links where there is room, a native list where there is not.
/// A clause page shows the ground of its clause, whatever the lens; there is nothing to choose there.
#[component]
pub fn LensChoice(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let route = desk.route;
    let shown = Memo::new({
        let desk = desk.clone();
        move |_| {
            let route = desk.route.get();
            let hidden = matches!(desk.shown(&route), Subject::Clause(_));
            (!hidden).then_some(route)
        }
    });
    move || {
        let now = shown.get()?;
        let desk = desk.now();
        let link = |lens: Lens| {
            let is_on = lens.slug() == now.lens.slug();
            let to = with(&now, lens.clone());
            view! {
                <a href=to.to_string() data-lens=lens.slug() aria-current=is_on.then_some("true")>
                    {(words.lens)(&lens)}
                </a>
            }
        };
        let option = |lens: Lens| {
            let is_on = lens.slug() == now.lens.slug();
            view! { <option value=lens.slug() selected=is_on>{(words.lens)(&lens)}</option> }
        };
        let choose = move |event| {
            let lens = Lens::of(&event_target_value(&event));
            address::go(&route.get_untracked().with_lens(lens));
        };
        let parties = match &now.lens {
            Lens::Party(wanted) => party_choice(&desk, wanted.as_ref()),
            _ => None,
        };
        Some(view! {
            <nav class="over choice lenses" aria-label=words.lens_choice>
                {Lens::all().map(link).collect_view()}
                <select aria-label=words.lens_choice on:change=choose>
                    {Lens::all().map(option).collect_view()}
                </select>
            </nav>
            {parties}
        })
    }
}

/// The address of the same page under another lens; the theme is the reader's, not the link's.
fn with(now: &Route, lens: Lens) -> Route {
    // Choosing the lens that is on must not forget the party.
    let lens = if lens.slug() == now.lens.slug() {
        now.lens.clone()
    } else {
        lens
    };
    now.with_lens(lens).without_theme()
}

/// A native list at every width: there are more parties than a row of links could hold. Where nobody has
/// claimed anything there is none to choose.
fn party_choice(desk: &Desk, wanted: Option<&crate::dossier::PartyId>) -> Option<AnyView> {
    let words = desk.words;
    let route = desk.route;
    let reader = desk.reader();
    let parties = reader.lens_parties();
    if parties.is_empty() {
        return None;
    }
    let shown = reader.lens_party(wanted).map(|tag| tag.id);
    let option = |tag: crate::reading::PartyTag| {
        let is_on = shown.as_ref() == Some(&tag.id);
        view! { <option value=tag.id.to_string() selected=is_on>{tag.name.words}</option> }
    };
    let choose = move |event| {
        let party = event_target_value(&event).parse().ok();
        address::go(&route.get_untracked().with_lens(Lens::Party(party)));
    };
    let list = view! {
        <div class="over choice party">
            <select aria-label=words.party_choice on:change=choose>
                {parties.into_iter().map(option).collect_view()}
            </select>
        </div>
    };
    Some(list.into_any())
}
