//! Who says what: matters down, parties across, and the claims behind a mark beside them.

mod blocks;
mod cell;
mod evidence;
mod keys;
mod legend;
mod pieces;
mod table;

use std::sync::Arc;

use leptos::prelude::*;

use super::address;
use super::desk::Desk;
use super::filters::{EmptyResult, FilterBar};
use super::map::media;
use super::slices::{Step, worked_out};
use super::turns::to_come;
use crate::dossier::{MatterId, PartyId, RegionId};
use crate::reading::{Control, PositionOrder, Positioning, Positions};
use crate::route::{Route, Subject};

/// What the table can be narrowed down by.
const OFFERED: &[Control] = &[
    Control::Place,
    Control::Party,
    Control::Topic,
    Control::Stance,
    Control::Evidence,
];

/// What the cells of the table share.
#[derive(Clone)]
struct Sheet {
    desk: Desk,
    /// The address without what is open: links to a cell add it.
    base: Route,
    /// The cell whose claims are open.
    open: Memo<Option<(MatterId, PartyId)>>,
}

/// The view.
pub fn page(desk: &Desk) -> AnyView {
    let desk = desk.clone();
    let route = desk.route;
    let base = Memo::new(move |_| base(&route.read()));
    let narrow = narrow_window();
    let opened = Memo::new(move |_| route.read().opened().cloned());
    let open = {
        let desk = desk.clone();
        Memo::new(move |_| opened.with(|id| desk.reader().position_cell(id.as_ref()?)))
    };
    keys::follow_focus(opened, open);
    let positions = {
        let desk = desk.clone();
        worked_out(move || asked(&desk, base.get()))
    };
    let body = {
        let desk = desk.clone();
        move || {
            let Some(made) = positions.get() else {
                return to_come();
            };
            let sheet = Sheet {
                desk: desk.clone(),
                base: made.0.clone(),
                open,
            };
            body(&sheet, &made.1, narrow.get())
        }
    };
    let head = head(&desk, base, positions);
    let evidence = move || Some(evidence::panel(&desk, &base.get(), &opened.get()?));
    let close = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && opened.with_untracked(Option::is_some) {
            event.prevent_default();
            address::go(&route.get_untracked().with_open(None));
        }
    };
    view! {
        <div class="positions" on:keydown=close>
            <div class="matrix">{head} {body}</div>
            {evidence}
        </div>
    }
    .into_any()
}

/// All that the table depends on, so that it is not made anew for anything else.
fn base(route: &Route) -> Route {
    Route {
        query: String::new(),
        list: false,
        ..route.with_open(None).without_theme()
    }
}

/// Whether the window is too narrow for a table.
fn narrow_window() -> RwSignal<bool> {
    let is_narrow = || media("(max-width: 479px)");
    let narrow = RwSignal::new(is_narrow());
    let resized = window_event_listener(leptos::ev::resize, move |_| {
        if narrow.get_untracked() != is_narrow() {
            narrow.set(is_narrow());
        }
    });
    on_cleanup(move || resized.remove());
    narrow
}

/// What the address asks for, and the table of it.
type Made = RwSignal<Option<Arc<(Route, Arc<Positions>)>>>;

/// The table of what the address asks for, step by step.
fn asked(desk: &Desk, base: Route) -> Step<(Route, Arc<Positions>)> {
    let region = region(desk, &base);
    let order = PositionOrder::of(&base.order);
    let making = Positioning::of(&base.filters, region.as_ref(), order);
    let (desk, mut making) = (desk.clone(), Some((base, making)));
    Box::new(move || {
        let reader = desk.reader();
        if making.as_mut()?.1.step(&reader) {
            return None;
        }
        let (base, making) = making.take()?;
        Some((base, Arc::new(making.finish(&reader))))
    })
}

/// The place that the table is narrowed down to.
fn region(desk: &Desk, base: &Route) -> Option<RegionId> {
    match desk.shown(base) {
        Subject::Region(id) => Some(id),
        _ => None,
    }
}

/// What stands over the table. It is made once, so that whoever chooses there keeps the focus.
fn head(desk: &Desk, base: Memo<Route>, positions: Made) -> AnyView {
    let words = desk.words.positions_view;
    let missing = {
        let desk = desk.clone();
        move || base.with(|base| missing(&desk, base))
    };
    let summary = move || {
        let made = positions.get();
        made.map(|made| (words.summary)(made.1.matters, made.1.claims))
    };
    view! {
        <header class="matrix-head">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lede">{words.lede}</p>
            {missing}
            <FilterBar desk=desk.clone() offered=OFFERED />
            <div class="matrix-bar">
                {orders(desk, base)}
                <p class="meta" role="status">{summary}</p>
            </div>
        </header>
    }
    .into_any()
}

fn body(sheet: &Sheet, positions: &Arc<Positions>, narrow: bool) -> AnyView {
    let desk = &sheet.desk;
    if positions.groups.is_empty() {
        return view! { <EmptyResult desk=desk.clone() offered=OFFERED /> }.into_any();
    }
    let rows = if narrow {
        blocks::view(sheet, positions)
    } else {
        table::view(sheet, positions)
    };
    let observed = (positions.observed > 0).then(|| {
        let told = (desk.words.positions_view.observed)(positions.observed);
        view! { <p class="aside">{told}</p> }
    });
    view! { {legend::view(desk, positions)} {rows} {observed} }.into_any()
}

/// The two orders.
fn orders(desk: &Desk, base: Memo<Route>) -> AnyView {
    let words = desk.words.positions_view;
    let link = |order: PositionOrder| {
        let label = match order {
            PositionOrder::Topic => words.order_topic,
            PositionOrder::Contested => words.order_contested,
        };
        let to = move || {
            let to = Route {
                order: order.slug().to_owned(),
                ..base.get()
            };
            to.to_string()
        };
        let is_on = move || base.with(|base| PositionOrder::of(&base.order) == order);
        view! {
            <a href=to data-order=order.slug() aria-current=move || is_on().then_some("true")>
                {label}
            </a>
        }
    };
    view! {
        <nav class="orders" aria-label=words.order>
            {PositionOrder::ALL.map(link).collect_view()}
        </nav>
    }
    .into_any()
}

/// What the address asks for and the dossier does not have.
fn missing(desk: &Desk, base: &Route) -> Option<AnyView> {
    let what = desk.missing(base)?;
    let told = (desk.words.positions_view.not_open)(&what);
    Some(view! { <p class="notice" role="alert">{told}</p> }.into_any())
}

/// The parties whose cells of a row answer to a question, by their letters.
fn letters(
    positions: &Positions,
    cells: &[crate::reading::PositionCell],
    wanted: impl Fn(&crate::reading::PositionCell) -> bool,
) -> Option<String> {
    let pairs = cells.iter().zip(&positions.parties);
    let letters: Vec<&str> = pairs
        .filter(|(cell, _)| wanted(cell))
        .map(|(_, party)| party.letters.words.as_str())
        .collect();
    (!letters.is_empty()).then(|| letters.join(", "))
}
