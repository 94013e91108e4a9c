//! All of the dossier without a map: every place with its clauses and claims, and what is of no place.
//!
//! A place is opened by hand, all at once, or by the address: its region, or a clause or claim that
//! stands under it. What is under a place is made when it is opened.

use std::collections::BTreeSet;

use leptos::ev::Event;
use leptos::prelude::*;

use super::address;
use super::desk::Desk;
use super::filters::{EmptyResult, FilterBar};
use super::intl::{counts, sort_by_name};
use super::list::heading;
use super::pane::{claim, focus, lines, region};
use super::turns::{self, after_frames, bare, later};
use crate::dossier::{RegionId, Spoken};
use crate::order;
use crate::reading::{Control, Filters, ListEntry, ListedPlace, ListedPlan, Listing, PlaceShelf};
use crate::route::{Route, Subject, View};

/// What the list can be narrowed down by. Not by a place: it opens one.
const OFFERED: &[Control] = &[
    Control::Party,
    Control::Topic,
    Control::Stance,
    Control::Evidence,
];

/// The id under which what is of no place is opened.
const PLACELESS: &str = "placeless";

/// What all entries share.
#[derive(Clone)]
struct List {
    desk: Desk,
    filters: Memo<Filters>,
    /// The entries that are open, by id.
    open: RwSignal<BTreeSet<String>>,
    /// The subject that was put into the address by opening an entry by hand: no need to go there.
    by_hand: StoredValue<Option<Subject>>,
}

/// The whole view.
pub fn page(desk: &Desk) -> AnyView {
    let said = desk.words.listing;
    let route = desk.route;
    let list = List {
        desk: desk.clone(),
        filters: Memo::new(move |_| narrowed(&route.read())),
        open: RwSignal::new(BTreeSet::new()),
        by_hand: StoredValue::new(None),
    };
    list.follow_address();
    let shown = list.clone();
    let listing = Memo::new(move |_| shown.listing());
    let is_all = Memo::new(move |_| listing.with(|listing| is_all(listing, &list.open.read())));
    let turn = move |_| {
        let all = if is_all.get() {
            BTreeSet::new()
        } else {
            listing.with(ids)
        };
        list.open.set(all);
    };
    let open_all = move || {
        let is_there = listing.with(|listing| !listing.is_empty());
        is_there.then(|| {
            view! {
                <p class="open-all">
                    <button class="button" data-open-all="" on:click=turn>
                        {move || if is_all.get() { said.close_all } else { said.open_all }}
                    </button>
                </p>
            }
        })
    };
    let body = {
        let list = list.clone();
        move || listing.with(|listing| shelves(&list, listing))
    };
    view! {
        <h1 tabindex="-1">{said.title}</h1>
        <p class="lede">{said.lede}</p>
        <FilterBar desk=desk.clone() offered=OFFERED />
        {open_all}
        {body}
    }
    .into_any()
}

/// The filters of the address that the list obeys.
fn narrowed(route: &Route) -> Filters {
    route.filters.without(Control::Change)
}

/// The ids of all entries.
fn ids(listing: &Listing) -> BTreeSet<String> {
    let places = listing.shelves.iter().flat_map(|(_, places)| places);
    let places = places.map(|place| place.id.to_string());
    let placeless = (listing.placeless != (0, 0)).then(|| PLACELESS.to_owned());
    order::set(places.chain(placeless))
}

fn is_all(listing: &Listing, open: &BTreeSet<String>) -> bool {
    ids(listing).is_subset(open)
}

impl List {
    /// The places to show, each shelf sorted by name.
    fn listing(&self) -> Listing {
        let filters = self.filters.read();
        let mut listing = match &self.desk.route.read().subject {
            Subject::Region(asked) => self.desk.reader().listing(&filters, Some(asked)),
            _ => self.desk.reader().listing(&filters, None),
        };
        for (_, places) in &mut listing.shelves {
            sort_by_name(self.desk.words.lang, places, |place| &place.name.words);
        }
        listing
    }

    /// Opens what the address is about, and goes there.
    fn follow_address(&self) {
        let (list, route) = (self.clone(), self.desk.route);
        let asked = Memo::new(move |_| {
            let route = route.read();
            (route.view == View::List).then(|| route.subject.clone())
        });
        Effect::new(move |before: Option<()>| {
            let Some(subject) = asked.get() else {
                return;
            };
            if list.by_hand.get_value().as_ref() == Some(&subject) {
                return;
            }
            let Some((entry, line)) = list.place_of(&subject) else {
                // Back, to before an entry was opened: what an address shows does not hang on what was read since.
                if before.is_some() {
                    list.by_hand.set_value(None);
                    list.open.set(BTreeSet::new());
                }
                return;
            };
            list.open.update(|open| {
                open.insert(entry.clone());
            });
            // Who came by a link reads on there; who has just loaded the page is where the browser put them.
            go_to(entry, line, before.is_some());
        });
    }

    /// The entry that a subject stands in, and the selector of its line there.
    fn place_of(&self, subject: &Subject) -> Option<(String, Option<String>)> {
        let reader = self.desk.reader();
        let entry = |place: Option<RegionId>| match place {
            Some(id) => id.to_string(),
            None => PLACELESS.to_owned(),
        };
        match subject {
            Subject::Region(id) if reader.dossier.regions.has(id) => Some((id.to_string(), None)),
            Subject::Clause(id) if reader.dossier.clause(id).is_some() => {
                let line = format!("[data-clause='{id}']");
                Some((entry(reader.listed_clause(id)), Some(line)))
            }
            Subject::Claim(id) if reader.dossier.claims.has(id) => {
                let line = format!("[data-claim='{id}']");
                Some((entry(reader.listed_claim(id)), Some(line)))
            }
            _ => None,
        }
    }

    /// An entry was opened or closed: by hand, or because it was told to.
    fn turned(&self, id: &str, place: Option<&RegionId>, is_open: bool) {
        // Paper has them all open, and no reader has done that.
        if self.desk.printing.get_untracked() || self.open.read_untracked().contains(id) == is_open
        {
            return;
        }
        self.open.update(|open| {
            if is_open {
                open.insert(id.to_owned());
            } else {
                open.remove(id);
            }
        });
        let route = self.desk.route.get_untracked();
        let subject = place.cloned().map(Subject::Region).unwrap_or_default();
        let changed = match is_open {
            true => route.at(place.cloned()),
            false if route.subject == subject => route.at(None),
            false => return,
        };
        self.by_hand.set_value(Some(changed.subject.clone()));
        address::replace(self.desk.route, changed);
    }
}

/// For how many frames a line of an entry is waited for: they have their turns.
const PATIENCE: u32 = 60;

/// Brings an entry, or a line in it, into view once it is there.
fn go_to(entry: String, line: Option<String>, takes_focus: bool) {
    // What is under it comes after the frame that opens it.
    after_frames(3, move || come_to(entry, line, takes_focus, PATIENCE));
}

fn come_to(id: String, css: Option<String>, takes_focus: bool, patience: u32) {
    let Some(entry) = document().get_element_by_id(&format!("list-{id}")) else {
        // In a long list it may have its turn yet.
        let later = document().query_selector("#view [data-later]");
        if patience > 0 && later.is_ok_and(|later| later.is_some()) {
            after_frames(1, move || come_to(id, css, takes_focus, patience - 1));
        }
        return;
    };
    let find = |css: &str| entry.query_selector(css).ok().flatten();
    let line = css.as_deref().and_then(find);
    if css.is_some() && line.is_none() && patience > 0 && find("[data-later]").is_some() {
        return after_frames(1, move || come_to(id, css, takes_focus, patience - 1));
    }
    if let Some(line) = &line {
        let _ = line.set_attribute("data-current", "");
    }
    let summary = || find("summary");
    let link = line.clone().filter(|line| line.has_attribute("href"));
    if takes_focus && let Some(to) = link.or_else(summary) {
        focus(&to);
    }
    line.unwrap_or(entry).scroll_into_view();
}

/// All shelves; what explains itself where the filters leave nothing.
fn shelves(list: &List, listing: &Listing) -> AnyView {
    let desk = &list.desk;
    if listing.is_empty() {
        return view! { <EmptyResult desk=desk.clone() offered=OFFERED /> }.into_any();
    }
    let shelves = listing.shelves.iter();
    let shelves: Vec<_> = shelves
        .map(|(kind, places)| shelf(list, *kind, places))
        .collect();
    let (clauses, claims) = listing.placeless;
    let placeless = (clauses + claims > 0).then(|| {
        let said = desk.words.listing;
        let title = said.placeless_title.into_any();
        view! {
            <section class="list-shelf">
                <h2>{said.placeless}</h2>
                {entry(list, None, title, counts(desk.words.lang, &(said.holds)(clauses, claims)))}
            </section>
        }
    });
    view! { {shelves} {placeless} }.into_any()
}

/// The places of a shelf.
fn shelf(list: &List, kind: PlaceShelf, places: &[ListedPlace]) -> AnyView {
    let words = list.desk.words;
    let (list, listed) = (list.clone(), places.to_vec());
    let place = move |place: &ListedPlace| {
        let holds = if place.is_empty() {
            words.listing.holds_nothing.to_owned()
        } else {
            counts(
                words.lang,
                &(words.listing.holds)(place.clauses, place.claims),
            )
        };
        entry(
            &list,
            Some(place.id.clone()),
            list.desk.speak(place.name.clone()),
            holds,
        )
    };
    let places = turns::lines(places.len(), bare, move |at| Some(place(listed.get(at)?)));
    view! {
        <section class="list-shelf">
            <h2>{heading(words, kind)}</h2>
            {places}
        </section>
    }
    .into_any()
}

/// A place that can be opened; `None`: what is of no place.
fn entry(list: &List, place: Option<RegionId>, title: AnyView, holds: String) -> AnyView {
    let id = place
        .as_ref()
        .map_or(PLACELESS.to_owned(), ToString::to_string);
    let is_open = {
        let (open, id, printing) = (list.open, id.clone(), list.desk.printing);
        Memo::new(move |_| printing.get() || open.read().contains(&id))
    };
    let turned = {
        let (list, id, place) = (list.clone(), id.clone(), place.clone());
        move |event: Event| {
            let entry: web_sys::Element = event_target(&event);
            list.turned(&id, place.as_ref(), entry.has_attribute("open"));
        }
    };
    let body = {
        let list = list.clone();
        move || {
            let (list, place) = (list.clone(), place.clone());
            is_open
                .get()
                .then(|| later(move || under(&list, place.as_ref())))
        }
    };
    view! {
        <details
            class="list-entry"
            id=format!("list-{id}")
            data-entry=id.clone()
            prop:open=move || is_open.get()
            on:toggle=turned
        >
            <summary>
                <h3>{title}</h3>
                <span class="meta">{holds}</span>
            </summary>
            {body}
        </details>
    }
    .into_any()
}

/// What stands under a place.
fn under(list: &List, place: Option<&RegionId>) -> AnyView {
    let (desk, words) = (&list.desk, list.desk.words);
    let reader = desk.reader();
    let filters = list.filters.get_untracked();
    let passing = reader.passing(&filters);
    let (under, about) = match place {
        Some(id) => (reader.list_entry(id, &passing), about(desk, id)),
        None => (reader.placeless_entry(&passing), None),
    };
    let region = place
        .map(|id| reader.region_name(id).words)
        .unwrap_or_default();
    let ListEntry {
        plans,
        claims,
        questions,
        wider,
    } = under;
    let plans: Vec<_> = plans
        .into_iter()
        .map(|one| plan(desk, one, &region))
        .collect();
    let claims = (!claims.is_empty()).then(|| {
        let count = claims.len();
        view! {
            <h4>{words.claims} " " <span class="meta">{count} ", " {words.newest_first}</span></h4>
            {claim::cards(desk, claims)}
        }
    });
    let nothing = (!filters.is_empty() && plans.is_empty() && claims.is_none())
        .then(|| view! { <EmptyResult desk=desk.clone() offered=OFFERED /> });
    let questions = (!questions.is_empty()).then(|| {
        view! { <h4>{words.what_is_not_known}</h4> {lines::questions(desk, questions)} }
    });
    view! {
        <div class="list-body">
            {about} {nothing} {plans} {claims} {questions} {wider_places(desk, wider)}
        </div>
    }
    .into_any()
}

/// What is to be known of a place itself, and the way to its page.
fn about(desk: &Desk, id: &RegionId) -> Option<AnyView> {
    let words = desk.words;
    let reader = desk.reader();
    let head = reader.region_head(id)?;
    let page = reader.listed_page(id)?;
    let readings = region::readings(desk, &page).map(|list| {
        view! { <h4>{words.readings}</h4> {list} }
    });
    let view = view! {
        {region::what(desk, head)}
        {region::notes(desk, &page)}
        {readings}
        <p class="to-page">
            <a href=desk.link(Subject::Region(id.clone()))>{words.listing.more}</a>
        </p>
    };
    Some(view.into_any())
}

fn plan(desk: &Desk, plan: ListedPlan, region: &str) -> AnyView {
    let dated = (desk.words.when)(Some(plan.dated));
    let clauses = plan.clauses.into_iter();
    let clauses: Vec<_> = clauses
        .map(|line| lines::clause(desk, line, region))
        .collect();
    view! {
        <h4>{desk.speak(plan.short)} ", " <span class="meta">{dated}</span></h4>
        <ol class="clause-list">{clauses}</ol>
    }
    .into_any()
}

/// Links to the wider places, within the list.
fn wider_places(desk: &Desk, wider: Vec<(RegionId, Spoken)>) -> Option<AnyView> {
    let route = desk.route.get_untracked();
    let link = |(id, name): (RegionId, Spoken)| {
        let href = route.at(Some(id)).without_theme().to_string();
        view! { <li><a href=href>{desk.speak(name)}</a></li> }
    };
    let places: Vec<_> = wider.into_iter().map(link).collect();
    (!places.is_empty()).then(|| {
        view! {
            <div class="named">
                <b>{desk.words.listing.wider}</b>
                <ul class="run">{places}</ul>
            </div>
        }
        .into_any()
    })
}
