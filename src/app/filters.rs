//! What narrows a view down: one bar of native controls, all of it in the address, and what stands
//! where they leave nothing.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::address;
use super::desk::Desk;
use super::list;
use super::slices::worked_out;
use super::turns::later_in;
use crate::dossier::{Evidence, Spoken, StanceKind, When};
use crate::reading::{Choices, Choosing, Control, Filters};
use crate::route::{Route, Subject};

/// One line of a list of choices: the word in the address, and what the reader sees.
pub type Choice = (String, Spoken);

/// The controls that a view offers. `offered` is also what "Clear filters" takes off: a view names all
/// that it narrows down by, and shows itself what has no native list ([`Control::Change`]).
#[component]
pub fn FilterBar(desk: Desk, offered: &'static [Control]) -> impl IntoView {
    let said = desk.words.filters;
    let route = desk.route;
    let choices = {
        let desk = desk.clone();
        worked_out(move || {
            let (now, mut making) = (desk.now(), Some(Choosing::default()));
            Box::new(move || {
                let reader = now.reader();
                let is_more = making.as_mut()?.step(&reader);
                (!is_more).then(|| making.take().unwrap_or_default().finish(&reader))
            })
        })
    };
    let on = Memo::new(move |_| {
        let route = route.read();
        offered.iter().filter(|one| route.has(**one)).count()
    });
    let is_open = RwSignal::new(false);
    let bar = NodeRef::<html::Div>::new();
    let controls = offered
        .iter()
        .filter(|control| **control != Control::Change)
        .map(|control| select(&desk, *control, choices))
        .collect_view();
    // The link goes with the last filter; who clicked it goes on from the first control.
    let stay = move |_| {
        request_animation_frame(move || {
            let first = bar.get_untracked().map(|bar| bar.query_selector("select"));
            if let Some(Ok(Some(first))) = first {
                super::pane::focus(&first);
            }
        });
    };
    let clear = move || {
        let href = route.read().without(offered).without_theme().to_string();
        (on.get() > 0).then(|| {
            view! { <a class="clear" href=href data-clear="" on:click=stay>{said.clear}</a> }
        })
    };
    view! {
        <div class="filters" role="group" aria-label=said.filters data-filters="">
            <button
                class="button fold-filters"
                aria-expanded=move || is_open.get().to_string()
                aria-controls="filter-controls"
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {move || (said.button)(on.get())}
            </button>
            <div
                class="filter-controls"
                id="filter-controls"
                class:folded=move || !is_open.get()
                node_ref=bar
            >
                {controls}
                {clear}
            </div>
        </div>
    }
}

/// How many lines of a list are made in one go.
const AT_ONCE: usize = 80;

/// What a native list takes in, around what waits for its turn.
fn hidden(inner: AnyView) -> AnyView {
    view! { <optgroup hidden>{inner}</optgroup> }.into_any()
}

/// The lines of a native list: of hundreds of places some have a turn each.
pub fn in_turns(
    lines: Vec<Choice>,
    line: impl Fn(Choice) -> AnyView + Copy + Send + 'static,
) -> AnyView {
    let lines = lines.chunks(AT_ONCE).enumerate();
    let lines = lines.map(|(index, some)| {
        let some = some.to_vec();
        let make = move || {
            let some: Vec<_> = some.iter().map(|one| line(one.clone())).collect();
            some.into_any()
        };
        if index == 0 {
            make()
        } else {
            later_in(hidden, make)
        }
    });
    let lines: Vec<_> = lines.collect();
    lines.into_any()
}

/// A native list for one control. It stays in place while the address changes, so that the focus does.
fn select(
    desk: &Desk,
    control: Control,
    choices: RwSignal<Option<Arc<Choices>>>,
) -> impl IntoView + use<> {
    let said = desk.words.filters;
    let route = desk.route;
    let chosen = Memo::new(move |_| chosen(&route.read(), control));
    let own = desk.words.lang;
    let lines = {
        let desk = desk.clone();
        move || {
            let choices = choices.get().unwrap_or_default();
            let groups = groups(&desk, control, &choices);
            // What the address asks for is shown as chosen even where nothing is left of it.
            let lines = groups.iter().flat_map(|(_, lines)| lines);
            let listed: Vec<String> = lines.map(|line| line.0.clone()).collect();
            let desk = desk.clone();
            let asked = move || {
                let asked = chosen.get();
                let is_listed = asked.is_empty() || listed.contains(&asked);
                (!is_listed).then(|| {
                    let name = name(&desk, &route.read_untracked(), control);
                    option((asked, name), desk.words.lang, chosen)
                })
            };
            let groups = groups
                .into_iter()
                .map(|(label, lines)| {
                    let lines = in_turns(lines, move |line| option(line, own, chosen).into_any());
                    match label {
                        Some(label) => {
                            view! { <optgroup label=label>{lines}</optgroup> }.into_any()
                        }
                        None => lines.into_any(),
                    }
                })
                .collect_view();
            view! { {asked} {groups} }
        }
    };
    // To sort hundreds of places takes a turn of its own.
    let lines = Arc::new(lines);
    let options = move || {
        let lines = lines.clone();
        let count: usize = choices.get().map_or(0, |choices| {
            choices.places.iter().map(|(_, places)| places.len()).sum()
        });
        if control == Control::Place && count > AT_ONCE {
            later_in(hidden, move || lines().into_any())
        } else {
            lines().into_any()
        }
    };
    let choose = move |event| {
        let asked = choose(&route.get_untracked(), control, &event_target_value(&event));
        address::go(&asked);
    };
    let list = NodeRef::<html::Select>::new();
    follow(list, chosen);
    view! {
        <label class="filter" class:on=move || !chosen.read().is_empty()>
            <span class="filter-name">{(said.label)(control)}</span>
            <select data-filter=control.slug() on:change=choose node_ref=list>
                {option((String::new(), ours(desk, (said.any)(control))), desk.words.lang, chosen)}
                {options}
            </select>
        </label>
    }
}

/// A line, chosen if it is so now: what is chosen later, its list is told.
fn option((value, label): Choice, page: &str, chosen: Memo<String>) -> impl IntoView + use<> {
    let lang = (label.lang.as_str() != page).then(|| label.lang.to_string());
    let is_chosen = *chosen.read_untracked() == value;
    view! { <option value=value lang=lang prop:selected=is_chosen>{label.words}</option> }
}

/// Tells a list what is chosen whenever that changes: of hundreds of lines none has to look by itself.
fn follow(list: NodeRef<html::Select>, chosen: Memo<String>) {
    Effect::new(move |before: Option<()>| {
        let chosen = chosen.get();
        if let (Some(list), Some(())) = (list.get_untracked(), before) {
            list.set_value(&chosen);
        }
    });
}

/// The choices of a control, under headings where it has some.
fn groups(
    desk: &Desk,
    control: Control,
    choices: &Choices,
) -> Vec<(Option<&'static str>, Vec<Choice>)> {
    let said = desk.words.filters;
    let plain = |lines: Vec<Choice>| vec![(None, lines)];
    match control {
        Control::Place => list::sorted(desk.words, choices.places.clone())
            .into_iter()
            .map(|(shelf, lines)| {
                let lines = lines.into_iter();
                let lines = lines.map(|line| (line.id.to_string(), line.name));
                (Some(list::heading(desk.words, shelf)), lines.collect())
            })
            .collect(),
        Control::Party => {
            let parties = choices.parties.iter();
            let line =
                |party: &crate::reading::PartyTag| (party.id.to_string(), party.name.clone());
            plain(parties.map(line).collect())
        }
        Control::Topic => {
            let topics = choices.topics.iter();
            plain(
                topics
                    .map(|(id, label)| (id.to_string(), label.clone()))
                    .collect(),
            )
        }
        Control::Stance => {
            let stances = choices.stances.iter();
            let line = |one: &StanceKind| (one.slug().to_owned(), ours(desk, (said.stance)(*one)));
            plain(stances.map(line).collect())
        }
        Control::Evidence => {
            let kinds = choices.evidence.iter();
            let line = |one: &Evidence| (one.slug().to_owned(), ours(desk, (said.evidence)(*one)));
            plain(kinds.map(line).collect())
        }
        Control::Change => Vec::new(),
    }
}

/// The interface's own words.
fn ours(desk: &Desk, words: &str) -> Spoken {
    Spoken {
        words: words.to_owned(),
        lang: desk.words.lang.into(),
        translated: false,
    }
}

/// The word that the address has for a control; empty: none.
fn chosen(route: &Route, control: Control) -> String {
    let Filters {
        party,
        stance,
        topic,
        evidence,
        changes: _,
    } = &route.filters;
    let word = match (control, &route.subject) {
        (Control::Place, Subject::Region(id)) => Some(id.to_string()),
        (Control::Place | Control::Change, _) => None,
        (Control::Party, _) => party.as_ref().map(ToString::to_string),
        (Control::Topic, _) => topic.as_ref().map(ToString::to_string),
        (Control::Stance, _) => stance.map(|stance| stance.slug().to_owned()),
        (Control::Evidence, _) => evidence.map(|evidence| evidence.slug().to_owned()),
    };
    word.unwrap_or_default()
}

/// The route once a word was chosen.
fn choose(route: &Route, control: Control, word: &str) -> Route {
    let mut filters = route.filters.clone();
    match control {
        Control::Place => return route.at(word.parse().ok()),
        Control::Party => filters.party = word.parse().ok(),
        Control::Topic => filters.topic = word.parse().ok(),
        Control::Stance => filters.stance = StanceKind::of(word),
        Control::Evidence => filters.evidence = Evidence::of(word),
        Control::Change => {}
    }
    route.with_filters(filters)
}

/// What a control is set to, in words; what the dossier does not have as it stands in the address.
fn name(desk: &Desk, route: &Route, control: Control) -> Spoken {
    let said = desk.words.filters;
    let reader = desk.reader();
    let asked = &route.filters;
    let named = match control {
        Control::Place => match &route.subject {
            Subject::Region(id) => Some(reader.region_name(id)),
            _ => None,
        },
        Control::Party => {
            let party = asked.party.as_ref();
            party.and_then(|id| Some(reader.party(id)?.name))
        }
        Control::Topic => {
            let topic = asked.topic.as_ref();
            let topic = topic.and_then(|id| reader.dossier.topics.get(id));
            topic.map(|topic| reader.say(&topic.label))
        }
        Control::Stance => asked.stance.map(|one| ours(desk, (said.stance)(one))),
        Control::Evidence => asked.evidence.map(|one| ours(desk, (said.evidence)(one))),
        Control::Change => {
            let changes = asked.changes.iter();
            let changes: Vec<_> = changes.map(|one| (desk.words.change)(*one)).collect();
            Some(ours(desk, &changes.join(", ")))
        }
    };
    named.unwrap_or_else(|| ours(desk, &chosen(route, control)))
}

/// What stands where the filters leave nothing: which are on, and a link that takes each of them off.
/// `offered` are those that the view narrows down by.
#[component]
pub fn EmptyResult(
    desk: Desk,
    #[prop(default = &Control::ALL)] offered: &'static [Control],
) -> impl IntoView {
    let words = desk.words;
    let said = words.filters;
    move || {
        let (route, now) = (desk.route.get(), desk.now());
        let on: Vec<_> = offered
            .iter()
            .copied()
            .filter(|one| route.has(*one))
            .collect();
        let why = match on.len() {
            0 => said.nothing_here,
            count => (said.nothing_passes)(count),
        };
        let link = |control: &Control| {
            let label =
                (said.take_off)((said.label)(*control), &name(&now, &route, *control).words);
            let href = route.without(&[*control]).without_theme().to_string();
            view! { <li><a href=href data-take-off=control.slug()>{label}</a></li> }
        };
        let day = route.as_of.map(|_| {
            let day = now.loaded.dossier.manifest.as_of;
            let href = Route {
                as_of: None,
                ..route.clone()
            }
            .without_theme()
            .to_string();
            view! {
                <p>
                    {(said.known_on)(&(words.when)(Some(When::Day(day))))} " "
                    <a href=href data-take-off="day">{said.latest}</a>
                </p>
            }
        });
        let all = (on.len() > 1).then(|| {
            let href = route.without(offered).without_theme().to_string();
            view! { <p><a class="button" href=href data-clear="">{said.clear}</a></p> }
        });
        view! {
            <div class="nothing" role="status" data-nothing="">
                <p class="nothing-title">{said.nothing}</p>
                <p>{why}</p>
                <ul>{on.iter().map(link).collect_view()}</ul>
                {all}
                {day}
            </div>
        }
    }
}
