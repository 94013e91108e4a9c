//! The ways to look at the dossier beside the map, and the choice among them.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::address;
use super::apart::{apart, is_very_large};
use super::compare;
use super::desk::Desk;
use super::listing;
use super::pane::tongue;
use super::rove::{rove, stop};
use super::slices::turn;
use super::turns::Parts;
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
    let is_large = is_very_large(&desk);
    let main = NodeRef::<html::Main>::new();
    let parts = StoredValue::new(None::<Parts>);
    let standing = if is_large {
        left_in_turns(view, main, parts)
    } else {
        view.into()
    };
    move || {
        let view = standing.get()?;
        if is_large {
            parts.set_value(Some(Parts::of_view()));
        }
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
                <main
                    class="view"
                    id="view"
                    tabindex="-1"
                    aria-label=(words.view)(view)
                    data-view=view.slug()
                    node_ref=main
                >
                    {body}
                    {tongue(&desk)}
                </main>
            }
        })
    }
}

/// The view that stands, which follows the one that is asked for. One of a very large dossier leaves the page at once;
/// what was made for it is then dropped some at a time, and the next one is made after that.
fn left_in_turns(
    view: Memo<Option<View>>,
    main: NodeRef<html::Main>,
    parts: StoredValue<Option<Parts>>,
) -> Signal<Option<View>> {
    let standing = RwSignal::new(view.get_untracked());
    let is_leaving = StoredValue::new(false);
    Effect::new(move |before: Option<()>| {
        view.track();
        if before.is_none() || is_leaving.get_value() {
            return;
        }
        let left = parts.try_update_value(Option::take).flatten();
        let (Some(left), Some(main)) = (left, main.get_untracked()) else {
            standing.set(view.get_untracked());
            return;
        };
        is_leaving.set_value(true);
        put_away(&main);
        spawn_local(async move {
            left.leave().await;
            standing.try_set(None);
            turn().await;
            is_leaving.try_set_value(false);
            if let Some(view) = view.try_get_untracked() {
                standing.try_set(view);
            }
        });
    });
    standing.into()
}

/// Takes all that is in an element out of the page in one go, as it is. The element itself is the view's to take away.
fn put_away(main: &web_sys::HtmlElement) {
    main.set_hidden(true);
    let Ok(aside) = document().create_element("div") else {
        return;
    };
    while let Some(child) = main.first_child() {
        // Refused for no child of an element.
        if aside.append_child(&child).is_err() {
            return;
        }
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
