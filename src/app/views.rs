//! The ways to look at the dossier beside the map, and the choice among them.

use leptos::prelude::*;

use super::address;
use super::apart::apart;
use super::compare;
use super::desk::Desk;
use super::listing;
use super::pane::tongue;
use super::rove::{rove, stop};
use super::{positions, sources, timeline};
use crate::route::View;

/// The views that there are, in the order in which they are offered.
const OFFERED: &[View] = &[
    View::Map,
    View::Compare,
    View::Positions,
    View::Timeline,
    View::Sources,
    View::List,
];

/// Which view the page shows: links where there is room, a native list where there is not.
#[component]
pub fn ViewChoice(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let route = desk.route;
    move || {
        let now = route.get();
        let link = |view: &View| {
            let to = now.in_view(*view).without_theme().to_string();
            let is_on = *view == now.view;
            view! {
                <a
                    href=to
                    data-view=view.slug()
                    tabindex=stop(*view == shown(now.view))
                    aria-current=is_on.then_some("page")
                >
                    {(words.view)(*view)}
                </a>
            }
        };
        let option = |view: &View| {
            let is_on = *view == now.view;
            view! { <option value=view.slug() selected=is_on>{(words.view)(*view)}</option> }
        };
        let choose = move |event| {
            let view = View::of(&event_target_value(&event));
            address::go(&route.get_untracked().in_view(view));
        };
        (OFFERED.len() > 1).then(|| {
            view! {
                <nav class="views" aria-label=words.view_choice on:keydown=|event| rove(&event, "a")>
                    {OFFERED.iter().map(link).collect_view()}
                    <select aria-label=words.view_choice on:change=choose>
                        {OFFERED.iter().map(option).collect_view()}
                    </select>
                </nav>
            }
        })
    }
}

/// The view that the page shows: the one of the address, after the pane has followed it. What was made for the one
/// before is taken away in a turn of its own.
///
/// `None` between the two.
pub fn followed(desk: &Desk) -> Memo<Option<View>> {
    let route = desk.route;
    let asked = Memo::new(move |_| shown(route.read().view));
    let turned = apart(desk, 2, move || asked.track());
    Memo::new(move |_| turned.get().then(|| asked.get_untracked()))
}

/// A view that needs the whole page; nothing while the map is shown.
#[component]
pub fn Beside(desk: Desk, view: Memo<Option<View>>) -> impl IntoView {
    let words = desk.words;
    move || {
        let view = view.get()?;
        // Each view is a component of its own, which follows the address by itself.
        let body = match view {
            View::Map => None,
            View::Compare => Some(compare::page(&desk, &desk.now())),
            View::Positions => Some(positions::page(&desk.now())),
            // It follows the day by itself: the hand that moves it must find what it holds.
            View::Timeline => Some(timeline::page(&desk)),
            View::Sources => Some(sources::page(&desk.now())),
            View::List => Some(listing::page(&desk.now())),
        };
        body.map(|body| {
            view! {
                <main class="view" id="view" tabindex="-1" aria-label=(words.view)(view) data-view=view.slug()>
                    {body}
                    {tongue(&desk)}
                </main>
            }
        })
    }
}

/// What is shown for a view: itself if it is offered, else the map.
pub fn shown(view: View) -> View {
    if OFFERED.contains(&view) {
        view
    } else {
        View::Map
    }
}
