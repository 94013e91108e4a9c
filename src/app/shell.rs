//! The frame of the page: bar, map, list, pane, notice of faults.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::FaultList;
use super::address;
use super::as_of::{Banner, DayButton, Strip};
use super::brought::{Brought, TroubleTold};
use super::desk::Desk;
use super::fetch::Whence;
use super::host;
use super::icons::{Icon, Sign};
use super::list::RegionList;
use super::map::MapView;
use super::pane::{Pane, focus};
use super::rove::{rove, stop};
use super::search::SearchBox;
use super::share::{PrintFoot, PrintedMap, ShareButton, SharePanel};
use super::title;
use super::views::{self, Beside, ViewChoice};
use crate::dossier::{Fault, Lang, Severity};
use crate::route::{Route, Subject, Theme, View};
use crate::words::{ALL, Words, for_reader};

/// Everything that is on the page once the dossier is there.
#[component]
pub fn Shell(desk: Desk) -> impl IntoView {
    let words = desk.words;
    address::set_lang(words.lang);
    address::follow(desk.route);
    title::keep(&desk);
    let theme = Memo::new(move |_| desk.route.read().theme);
    Effect::new(move |_| address::set_theme(theme.get()));
    tell_when_ready(&desk);
    host::follow(&desk);
    host::obey(&desk);
    let listed = Memo::new(move |_| desk.route.read().list);
    let list = {
        let desk = desk.clone();
        move || {
            listed
                .get()
                .then(|| view! { <RegionList desk=desk.clone() /> })
        }
    };
    let open_list = move || {
        let route = desk.route.get_untracked();
        if !route.list {
            address::replace(
                desk.route,
                Route {
                    list: true,
                    ..route
                },
            );
        }
        focus_when_there("regions");
    };
    // The map stays where it is under another view: coming back to it costs nothing.
    let view = views::followed(&desk);
    let away = move || (view.get() != Some(View::Map)).then_some("");
    let sheet = follow_sheet(&desk);
    let taller = move |_| sheet.update(|sheet| *sheet = sheet.next());
    view! {
        <a class="skip" href="#" on:click=move |ev| {
            ev.prevent_default();
            focus_on_map();
        }>{words.skip_to_map}</a>
        <a class="skip" href="#" on:click=move |ev| {
            ev.prevent_default();
            open_list();
        }>{words.skip_to_list}</a>
        <a class="skip" href="#" on:click=move |ev| {
            ev.prevent_default();
            focus_when_there("pane");
        }>{words.skip_to_reading}</a>
        <Bar desk=desk.clone() />
        <div class="over-all">
            <Brought desk=desk.clone() />
            <TroubleTold words />
            <Banner desk=desk.clone() />
        </div>
        <Beside desk=desk.clone() view />
        <PrintedMap desk=desk.clone() />
        <main
            class="stage-and-pane"
            data-sheet=move || sheet.get().slug()
            data-away=away
        >
            <MapView desk=desk.clone() />
            <Strip desk=desk.clone() />
            <div class="side">
                <button class="grab" aria-label=words.grow_sheet on:click=taller></button>
                <Notice desk=desk.clone() />
                {list}
                <Pane desk=desk.clone() />
            </div>
        </main>
        <SharePanel desk=desk.clone() />
        <PrintFoot desk=desk.clone() />
    }
}

/// Says that the page is ready once its map is drawn: the page that was made beforehand stands until then,
/// and nobody is shown an empty sea. In a frame without a size no map is ever drawn.
fn tell_when_ready(desk: &Desk) {
    let drawn = desk.drawn;
    Effect::new(move |told: Option<bool>| {
        let is_drawn = drawn.read().is_some();
        let told = told.unwrap_or_default();
        if !told && (is_drawn || !address::has_window()) {
            address::set_state("ready");
            return true;
        }
        told
    });
}

/// How much of a phone's window the pane takes. Wider windows show all of it beside the map.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sheet {
    Peek,
    Half,
    Full,
}

impl Sheet {
    fn slug(self) -> &'static str {
        match self {
            Self::Peek => "peek",
            Self::Half => "half",
            Self::Full => "full",
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Peek => Self::Half,
            Self::Half => Self::Full,
            Self::Full => Self::Peek,
        }
    }
}

/// A new subject, or the list, brings a sheet that only peeks up to half.
fn follow_sheet(desk: &Desk) -> RwSignal<Sheet> {
    let route = desk.route;
    let sheet = RwSignal::new(Sheet::Half);
    let asks = Memo::new(move |_| {
        let route = route.read();
        (route.subject.clone(), route.list)
    });
    Effect::new(move |_| {
        asks.track();
        sheet.update(|sheet| {
            if *sheet == Sheet::Peek {
                *sheet = Sheet::Half;
            }
        });
    });
    sheet
}

/// Focuses an element once the page has drawn it.
fn focus_when_there(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(id) {
            focus(&element);
        }
    });
}

/// Focuses the map's one stop, where the arrows go on from.
fn focus_on_map() {
    let stop = "main .canvas [data-region]:not([tabindex='-1'])";
    let region = document().query_selector(stop).ok().flatten();
    if let Some(region) = region
        .as_ref()
        .and_then(|one| one.dyn_ref::<web_sys::SvgElement>())
    {
        let _ = region.focus();
    }
}

#[component]
fn Bar(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let reader = desk.reader();
    let manifest = &reader.dossier.manifest;
    let (title, short) = (reader.say(&manifest.title), reader.say(&manifest.short));
    let route = desk.route;
    let home = {
        let desk = desk.clone();
        move || {
            route.track();
            desk.link(Subject::Overview)
        }
    };
    view! {
        <header class="bar">
            <a class="wordmark" href=home>
                <Icon sign=Sign::Product />
                <span>{words.product}</span>
            </a>
            <span class="dossier wide">{desk.speak(title)}</span>
            <span class="dossier narrow">{desk.speak(short)}</span>
            <DayButton desk=desk.clone() id="bar-day" />
            <ViewChoice desk=desk.clone() />
            <SearchBox desk=desk.clone() />
            <Tools desk=desk.clone() />
        </header>
    }
}

/// The language, the list of places, and light or dark; behind a button where the bar is short.
#[component]
fn Tools(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let route = desk.route;
    let next_theme = move || match route.read().theme {
        Theme::Auto => (Theme::Dark, words.theme_dark),
        Theme::Dark => (Theme::Light, words.theme_light),
        Theme::Light => (Theme::Auto, words.theme_auto),
    };
    let turn_theme = move |_| {
        let theme = next_theme().0;
        address::replace(
            route,
            Route {
                theme,
                ..route.get_untracked()
            },
        );
    };
    let turn_list = move |_| {
        let now = route.get_untracked();
        let list = !now.list;
        address::replace(route, Route { list, ..now });
        if list {
            focus_when_there("regions");
        }
    };
    let is_open = RwSignal::new(false);
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            event.stop_propagation();
            is_open.set(false);
        }
    };
    let leave = move |event: web_sys::FocusEvent| {
        if !stays_in(&event, ".tools, .menu") {
            is_open.set(false);
        }
    };
    view! {
        <button
            class="button plain menu"
            aria-label=words.menu
            aria-controls="tools"
            aria-expanded=move || is_open.get().to_string()
            on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            on:keydown=escape
            on:focusout=leave
        >
            <Icon sign=Sign::Menu />
        </button>
        <span
            class="tools"
            id="tools"
            class:open=move || is_open.get()
            on:keydown=escape
            on:focusout=leave
        >
            <LanguageChoice desk=desk.clone() />
            <span
                class="tool-buttons"
                role="toolbar"
                aria-label=words.menu
                on:keydown=|event| rove(&event, "button")
            >
                <button
                    class="button plain"
                    aria-expanded=move || route.read().list.to_string()
                    on:click=turn_list
                >
                    <Icon sign=Sign::List />
                    <span class="label">{words.list_button}</span>
                </button>
                <button
                    class="button plain"
                    tabindex=stop(false)
                    aria-label=move || (words.theme_button)(next_theme().1)
                    on:click=turn_theme
                >
                    <Icon sign=Sign::Theme />
                </button>
                <ShareButton desk />
            </span>
        </span>
    }
}

/// Whether the focus goes to something inside of what a selector names.
fn stays_in(event: &web_sys::FocusEvent, css: &str) -> bool {
    let to = event.related_target();
    let to = to.and_then(|to| to.dyn_into::<web_sys::Element>().ok());
    to.is_some_and(|to| to.closest(css).is_ok_and(|found| found.is_some()))
}

/// The languages of the page, each in its own words.
#[component]
fn LanguageChoice(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let option = |other: &'static Words| {
        let is_on = other.lang == words.lang;
        view! {
            <option value=other.lang lang=other.lang selected=is_on>
                {other.language}
            </option>
        }
    };
    let choose = move |event| {
        let asked = Lang::from(&*event_target_value(&event));
        let chosen = for_reader(&[asked]);
        address::keep_language(chosen.lang);
        desk.turn_to.run(chosen);
    };
    view! {
        <select class="language" aria-label=words.language_choice on:change=choose>
            {ALL.map(option).collect_view()}
        </select>
    }
}

/// Tells what is wrong with the page's own dossier, when something is.
#[component]
fn Notice(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let is_own = matches!(desk.whence, Whence::Own);
    let told = move || {
        let late = desk.late_faults.read();
        let all = desk.loaded.faults.iter().chain(late.iter());
        let errors = all.filter(|fault| fault.severity == Severity::Error);
        errors.cloned().collect::<Vec<Fault>>()
    };
    move || {
        let faults = told();
        (is_own && !faults.is_empty()).then(|| {
            view! {
                <details class="notice">
                    <summary>{(words.faults_found)(faults.len())} " " {words.faults_rest}</summary>
                    <FaultList faults />
                </details>
            }
        })
    }
}
