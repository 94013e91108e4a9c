//! Who says what: matters down, parties across, and the claims behind a mark beside them.

mod blocks;
mod cell;
mod evidence;
mod keys;
mod legend;
mod table;

use leptos::prelude::*;

use super::address;
use super::desk::Desk;
use super::map::media;
use crate::dossier::{MatterId, PartyId, RegionId, When};
use crate::reading::{Filters, PositionOrder, Positions};
use crate::route::{Route, Subject};

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
    let matrix = {
        let desk = desk.clone();
        move || {
            let sheet = Sheet {
                desk: desk.clone(),
                base: base.get(),
                open,
            };
            matrix(&sheet, narrow.get())
        }
    };
    let evidence = move || Some(evidence::panel(&desk, &base.get(), &opened.get()?));
    let close = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && opened.with_untracked(Option::is_some) {
            event.prevent_default();
            address::go(&route.get_untracked().with_open(None));
        }
    };
    view! {
        <div class="positions" on:keydown=close>
            <div class="matrix">{matrix}</div>
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

fn matrix(sheet: &Sheet, narrow: bool) -> AnyView {
    let Sheet { desk, base, .. } = sheet;
    let words = desk.words.positions_view;
    let region = match desk.shown(base) {
        Subject::Region(id) => Some(id),
        _ => None,
    };
    let order = PositionOrder::of(&base.order);
    let positions = desk
        .reader()
        .positions(&base.filters, region.as_ref(), order);
    let observed = (positions.observed > 0)
        .then(|| view! { <p class="aside">{(words.observed)(positions.observed)}</p> });
    let summary = (words.summary)(positions.matters, positions.claims);
    let body = if positions.groups.is_empty() {
        empty(desk, base)
    } else if narrow {
        view! {
            {legend::view(desk, &positions)}
            {blocks::view(sheet, &positions)}
            {observed}
        }
        .into_any()
    } else {
        view! {
            {legend::view(desk, &positions)}
            {table::view(sheet, &positions)}
            {observed}
        }
        .into_any()
    };
    view! {
        <header class="matrix-head">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lede">{words.lede}</p>
            {missing(desk, base)}
            {region.map(|id| place(desk, base, &id))}
            <div class="matrix-bar">
                {orders(sheet, order)}
                <p class="meta" role="status">{summary}</p>
            </div>
        </header>
        {body}
    }
    .into_any()
}

/// The two orders.
fn orders(sheet: &Sheet, now: PositionOrder) -> AnyView {
    let words = sheet.desk.words.positions_view;
    let link = |order: PositionOrder| {
        let label = match order {
            PositionOrder::Topic => words.order_topic,
            PositionOrder::Contested => words.order_contested,
        };
        let to = Route {
            order: order.slug().to_owned(),
            ..sheet.base.clone()
        };
        view! {
            <a href=to.to_string() data-order=order.slug() aria-current=(order == now).then_some("true")>
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

/// The place that the table is narrowed down to, and the way back to all.
fn place(desk: &Desk, base: &Route, id: &RegionId) -> AnyView {
    let words = desk.words.positions_view;
    let all = Route {
        subject: Subject::Overview,
        ..base.clone()
    };
    view! {
        <p class="narrowed">
            {(words.only_place)(&desk.reader().region_name(id).words)} " "
            <a href=all.to_string()>{words.all_places}</a>
        </p>
    }
    .into_any()
}

/// What the address asks for and the dossier does not have.
fn missing(desk: &Desk, base: &Route) -> Option<AnyView> {
    let what = desk.missing(base)?;
    let told = (desk.words.positions_view.not_open)(&what);
    Some(view! { <p class="notice" role="alert">{told}</p> }.into_any())
}

/// Why there is nothing to show, and the way out.
fn empty(desk: &Desk, base: &Route) -> AnyView {
    let words = desk.words.positions_view;
    let is_all = base.filters.is_empty() && !matches!(desk.shown(base), Subject::Region(_));
    let (told, label, out) = if is_all {
        let day = When::Day(desk.loaded.dossier.manifest.as_of);
        let latest = Route {
            as_of: None,
            ..base.clone()
        };
        let told = (words.empty_on_day)(&(desk.words.when)(Some(day)));
        (told, words.to_latest, latest)
    } else {
        let all = Route {
            subject: Subject::Overview,
            ..base.with_filters(Filters::default())
        };
        (words.empty.to_owned(), words.show_all, all)
    };
    view! {
        <p class="empty nothing" role="status">
            {told} " " <a href=out.to_string()>{label}</a>
        </p>
    }
    .into_any()
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
