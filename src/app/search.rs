//! The search in the bar: a field, and what it finds as one types.
//!
//! A combobox as ARIA describes it: the focus stays in the field, the arrows go through what was
//! found, Enter opens it. What was typed stands in the address.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::address;
use super::desk::Desk;
use super::icons::{Icon, Sign};
use crate::reading::{Found, FoundKind, Marked, SearchHit, SearchIndex};
use crate::route::{Route, Subject};

/// How many of each kind are shown.
const MOST: usize = 6;

/// What the field has to do with its list.
#[derive(Clone, Copy)]
struct Search {
    field: NodeRef<html::Input>,
    route: RwSignal<Route>,
    /// Whether the list is shown; Escape hides it and leaves the words.
    is_open: RwSignal<bool>,
    /// The hit that the arrows have come to.
    at: RwSignal<Option<usize>>,
    hits: Memo<Vec<SearchHit>>,
}

/// The field with its list.
#[component]
pub fn SearchBox(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let route = desk.route;
    let query = Memo::new(move |_| route.read().query.clone());
    // Made when the field has the focus, or the address a search: most readers never search.
    let index = RwSignal::new(None::<Arc<SearchIndex>>);
    let begin = {
        let (desk, begun) = (desk.clone(), StoredValue::new(false));
        move || {
            if !begun.get_value() {
                begun.set_value(true);
                desk.fetch_index(index);
            }
        }
    };
    let is_asked = Memo::new(move |_| !query.read().trim().is_empty());
    {
        let begin = begin.clone();
        Effect::new(move |_| {
            if is_asked.get() {
                begin();
            }
        });
    }
    let hits = {
        let desk = desk.clone();
        Memo::new(move |_| match index.get() {
            Some(index) if is_asked.get() => {
                desk.now().reader().search(&index, &query.read(), MOST)
            }
            _ => Vec::new(),
        })
    };
    let search = Search {
        field: NodeRef::new(),
        route,
        // A link to a search shows what it finds.
        is_open: RwSignal::new(true),
        at: RwSignal::new(None),
        hits,
    };
    // So does Back, where an address with a search comes again. What is not looked at the first time is not
    // followed: the words are asked first.
    Effect::new(move |before: Option<()>| {
        if !query.read().is_empty() && before.is_some() {
            search.is_open.set(true);
        }
    });
    search.come_by_slash();
    search.close_by_press();
    // Nothing is told of as not found while nothing can be.
    let is_shown = move || search.is_open.get() && is_asked.get() && index.read().is_some();
    let list = move || is_shown().then(|| view! { <Hits desk=desk.clone() search /> });
    view! {
        <search class="search" on:focusout=move |event| search.leave(&event)>
            <label class="field">
                <Icon sign=Sign::Search />
                <input
                    type="search"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=words.search_label
                    aria-autocomplete="list"
                    aria-controls=move || is_shown().then_some("found")
                    aria-expanded=move || is_shown().to_string()
                    aria-activedescendant=move || is_shown().then(|| search.at.get()).flatten().map(option_id)
                    placeholder=words.search_hint
                    prop:value=move || query.get()
                    node_ref=search.field
                    on:input=move |event| search.typed(&event_target_value(&event))
                    on:focus=move |_| {
                        begin();
                        search.is_open.set(true);
                    }
                    on:keydown=move |event| search.key(&event)
                />
                <kbd aria-hidden="true">"/"</kbd>
            </label>
            {list}
        </search>
    }
}

fn option_id(at: usize) -> String {
    format!("found-{at}")
}

fn subject(found: &Found) -> Subject {
    match found.clone() {
        Found::Region(id) => Subject::Region(id),
        Found::Party(id) => Subject::Party(id),
        Found::Clause(id) => Subject::Clause(id),
        Found::Claim(id) => Subject::Claim(id),
        Found::Source(id) => Subject::Source(id),
    }
}

impl Search {
    fn typed(self, words: &str) {
        self.at.set(None);
        self.is_open.set(true);
        let route = self.route.get_untracked();
        address::replace(
            self.route,
            Route {
                query: words.to_owned(),
                ..route
            },
        );
    }

    fn key(self, event: &KeyboardEvent) {
        let count = self.hits.read().len();
        let at = self.at.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => {
                self.is_open.set(true);
                self.to(at.map_or(0, |at| (at + 1) % count));
            }
            "ArrowUp" if count > 0 => {
                self.is_open.set(true);
                self.to(at.map_or(count - 1, |at| (at + count - 1) % count));
            }
            "Enter" => self.open(at.unwrap_or(0)),
            "Escape" if self.is_open.get_untracked() && count > 0 => self.is_open.set(false),
            "Escape" => self.typed(""),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn to(self, at: usize) {
        self.at.set(Some(at));
        request_animation_frame(move || {
            if let Some(option) = document().get_element_by_id(&option_id(at)) {
                option.scroll_into_view_with_bool(false);
            }
        });
    }

    fn open(self, at: usize) {
        let found = self.hits.read().get(at).map(|hit| subject(&hit.found));
        if let Some(subject) = found {
            address::go(&self.route.get_untracked().to(subject));
            self.is_open.set(false);
            // What was opened is what the reader wants to be at, and on a phone the keyboard goes.
            if let Some(field) = self.field.get_untracked() {
                let _ = field.blur();
            }
        }
    }

    /// The list goes when the focus does.
    fn leave(self, event: &web_sys::FocusEvent) {
        if !is_within(event.related_target()) {
            self.is_open.set(false);
        }
    }

    /// A press anywhere else closes the list: one that a link opened has no focus to lose.
    fn close_by_press(self) {
        let handle = window_event_listener(leptos::ev::pointerdown, move |event| {
            if self.is_open.get_untracked() && !is_within(event.target()) {
                self.is_open.set(false);
            }
        });
        on_cleanup(move || handle.remove());
    }

    /// A slash anywhere but in a field leads here.
    fn come_by_slash(self) {
        let handle = window_event_listener(leptos::ev::keydown, move |event| {
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            if event.key() == "/" && plain && !is_writing(&event) {
                event.prevent_default();
                if let Some(field) = self.field.get_untracked() {
                    let _ = field.focus();
                    field.select();
                }
            }
        });
        on_cleanup(move || handle.remove());
    }
}

/// Whether an event's target is the field or in its list.
fn is_within(target: Option<web_sys::EventTarget>) -> bool {
    use web_sys::wasm_bindgen::JsCast;
    let element = target.and_then(|to| to.dyn_into::<web_sys::Element>().ok());
    let search = element.and_then(|to| to.closest(".search").ok().flatten());
    search.is_some()
}

/// Whether a key goes into something that takes letters.
fn is_writing(event: &KeyboardEvent) -> bool {
    use web_sys::wasm_bindgen::JsCast;
    let target = event
        .target()
        .and_then(|to| to.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|to| to.matches("input, select, textarea").unwrap_or(false))
}

/// What was found, by kind.
#[component]
fn Hits(desk: Desk, search: Search) -> impl IntoView {
    let words = desk.words;
    move || {
        let hits = search.hits.get();
        if hits.is_empty() {
            let typed = search.route.read().query.clone();
            return view! {
                <div class="found" role="status">
                    <p class="empty">{(words.nothing_found)(typed.trim())}</p>
                </div>
            }
            .into_any();
        }
        let told = (words.found_count)(hits.len());
        let mut before: Option<FoundKind> = None;
        let lines: Vec<_> = hits
            .into_iter()
            .enumerate()
            .map(|(at, hit)| {
                let kind = hit.found.kind();
                let is_first = before.replace(kind) != Some(kind);
                let heading = is_first.then(|| {
                    view! { <div class="kind" role="presentation">{(words.found_kind)(kind)}</div> }
                });
                view! { {heading} {line(&desk, search, at, hit)} }
            })
            .collect();
        view! {
            <div class="found">
                <p class="heard" role="status">{told}</p>
                <div id="found" role="listbox" aria-label=words.search_label>{lines}</div>
            </div>
        }
        .into_any()
    }
}

fn line(desk: &Desk, search: Search, at: usize, hit: SearchHit) -> AnyView {
    let href = desk.link(subject(&hit.found));
    let is_on = move || search.at.get() == Some(at);
    let more = hit.more.map(|more| {
        view! { <span class="meta">{marked(desk, &more)}</span> }
    });
    view! {
        <a
            class="hit"
            role="option"
            id=option_id(at)
            href=href
            tabindex="-1"
            aria-selected=move || is_on().to_string()
            on:click=move |_| search.is_open.set(false)
        >
            <span class="title">{marked(desk, &hit.title)}</span>
            {more}
        </a>
    }
    .into_any()
}

/// A text with its marks.
fn marked(desk: &Desk, text: &Marked) -> AnyView {
    let lang = (text.text.lang.as_str() != desk.words.lang).then(|| text.text.lang.to_string());
    let piece = |(piece, is_marked): (&str, bool)| {
        let piece = piece.to_owned();
        if is_marked {
            view! { <mark>{piece}</mark> }.into_any()
        } else {
            piece.into_any()
        }
    };
    let pieces: Vec<_> = text.pieces().into_iter().map(piece).collect();
    view! { <span lang=lang>{pieces}</span> }.into_any()
}
