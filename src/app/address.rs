//! The browser's address bar, title and languages.
//!
//! A page in a sandboxed frame may be refused its history or its storage; nothing here assumes
//! that it is not.

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, JsValue};

use super::host;
use crate::dossier::Lang;
use crate::route::{AskedLayer, Presentation, Route, Theme};
use crate::words::{ALL, Words};

/// The route that the address asks for.
pub fn current() -> Route {
    Route::of_address(&href())
}

/// How the page is to look in its place.
pub fn presentation() -> Presentation {
    Presentation::read(&window().location().search().unwrap_or_default())
}

/// The address of a link that leads elsewhere; `None` where links are not wanted. A link without an
/// address is text.
pub fn elsewhere(url: String) -> Option<String> {
    presentation().links.then_some(url)
}

fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// The route that the page opens at: that of the address, else the place up to which the page that was
/// made beforehand has been read, which the address then learns. Its colours are the place's, where the
/// address asks for none.
pub fn first() -> Route {
    let mut route = opened();
    if route.theme == Theme::Auto {
        route.theme = presentation().theme_in(host::is_framed());
    }
    route
}

fn opened() -> Route {
    let route = current();
    let root = document().document_element();
    let read = root.and_then(|root| root.get_attribute("data-read"));
    match read {
        Some(place) if route == Route::default() => {
            let read = Route::read(&place);
            if let Ok(history) = window().history() {
                // Refused in some sandboxed frames; the page opens there all the same.
                let to = read.to_string();
                let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&to));
            }
            read
        }
        _ => route,
    }
}

/// Whether the page is in a frame's sandbox that takes its origin away. What else that sandbox refuses, such as
/// files to be saved, nobody tells. A page on a disk has no origin either, and is refused nothing.
pub fn is_sandboxed() -> bool {
    host::is_framed() && window().origin() == "null"
}

/// Whether the window has a size. A frame that its host has not shown yet has none.
pub fn has_window() -> bool {
    let is_some = |size: Result<JsValue, JsValue>| {
        let size = size.ok().and_then(|size| size.as_f64());
        size.is_some_and(|size| size > 0.0)
    };
    is_some(window().inner_width()) && is_some(window().inner_height())
}

/// Follows the address: links are plain links, so Back and Forward are the browser's own.
pub fn follow(route: RwSignal<Route>) {
    let clicks = window_event_listener(leptos::ev::click, move |event| {
        if let Some(to) = followed(&event) {
            arrive(route, to);
        }
    });
    on_cleanup(move || clicks.remove());
    let handle = window_event_listener(leptos::ev::hashchange, move |_| {
        let mut now = current();
        let before = route.get_untracked();
        // A link that was written before the reader chose the colours does not know them.
        if now.theme == Theme::Auto && before.theme != Theme::Auto {
            now.theme = before.theme;
            return replace(route, now);
        }
        if before != now {
            let_go(&before, &now);
            route.set(now);
        }
    });
    on_cleanup(move || handle.remove());
}

/// Where a click goes that the browser will follow within the page. It tells so itself, but only some
/// frames later, and who clicks wants to see it now.
fn followed(event: &web_sys::MouseEvent) -> Option<Route> {
    let own_way = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || own_way || event.button() != 0 {
        return None;
    }
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    let href = element.closest("a[href]").ok()??.get_attribute("href")?;
    href.starts_with('#').then(|| Route::read(&href))
}

/// Shows a route before the address says it. The reader's colours stay: the address learns of them when
/// it has changed.
fn arrive(route: RwSignal<Route>, mut to: Route) {
    let before = route.get_untracked();
    if to.theme == Theme::Auto {
        to.theme = before.theme;
    }
    if before != to {
        let_go(&before, &to);
        route.set(to);
    }
}

/// Takes the focus from what is about to go. When it goes with the focus on it, the browser lays out all that
/// has changed until then, and once more in the frame.
fn let_go(before: &Route, to: &Route) {
    let goes = match (before.view != to.view, before.subject != to.subject) {
        (true, _) => "#view *, [data-pane] *",
        (false, true) => "[data-pane] *",
        (false, false) => return,
    };
    let active = document().active_element();
    let active = active.and_then(|active| active.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(active) = active.filter(|active| active.matches(goes).unwrap_or(false)) {
        let _ = active.blur();
    }
}

/// Changes what is no step of its own for Back: the theme, the list, the plan.
pub fn replace(route: RwSignal<Route>, changed: Route) {
    if let Ok(history) = window().history() {
        // Refused in some sandboxed frames; the page then goes on without a new address.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&changed.to_string()));
    }
    if route.get_untracked() != changed {
        route.set(changed);
    }
}

/// Goes to a route as a link would.
pub fn go(route: &Route) {
    let _ = window().location().set_hash(&route.to_string());
}

/// The whole address of a route, for somebody else: of what the page was called with, only the dossier
/// and the layers on the map belong to what is shown.
pub fn whole(route: &Route) -> String {
    with_query(route, None)
}

/// The same in a language, for the reader who leaves a frame.
pub fn outside(route: &Route, lang: &str) -> String {
    with_query(route, Some(lang))
}

fn with_query(route: &Route, lang: Option<&str>) -> String {
    let here = href();
    let base = here.split(['?', '#']).next().unwrap_or_default();
    // Where a file lies on the reader's disk is nobody else's business: who has it finds it by its name.
    let is_on_disk = base.starts_with("file:");
    let base = base
        .rsplit('/')
        .next()
        .filter(|_| is_on_disk)
        .unwrap_or(base);
    let base = match lang {
        None if !is_on_disk => in_any_language(base),
        _ => base,
    };
    let search = window().location().search().unwrap_or_default();
    let dossier = query().and_then(|query| query.get("dossier"));
    let query = web_sys::UrlSearchParams::new();
    if let (Some(dossier), Ok(query)) = (dossier, &query) {
        query.append("dossier", &dossier);
    }
    if let Ok(query) = &query {
        let layers = AskedLayer::all(&search);
        let pairs = layers.iter().flat_map(AskedLayer::pairs);
        pairs.for_each(|(name, value)| query.append(name, value));
    }
    if let (Some(lang), Ok(query)) = (lang, &query) {
        query.set("lang", lang);
    }
    let query = query.map(|query| String::from(query.to_string()));
    let fragment = route.to_string();
    // The first page has none.
    let fragment = fragment.strip_suffix('#').unwrap_or(&fragment);
    match query {
        Ok(query) if !query.is_empty() => format!("{base}?{query}{fragment}"),
        _ => format!("{base}{fragment}"),
    }
}

/// The page of which no language is said: whoever opens it is led to their own (`public/look.js`).
fn in_any_language(base: &str) -> &str {
    let own = |words: &&Words| base.strip_suffix(&format!("index.{}.html", words.lang));
    ALL.iter().find_map(own).unwrap_or(base)
}

/// The language of the page that was opened, if that is said in its name.
fn opened_in() -> Option<String> {
    document().document_element()?.get_attribute("data-lang")
}

/// The reader's languages, the preferred one first: what `lang=` of the query says, then the one that the
/// page was opened in (`index.uk.html`), then what the browser says.
pub fn reader_languages() -> Vec<Lang> {
    let list = window().navigator().languages();
    let own = list.iter().filter_map(|tag| tag.as_string());
    let rest = opened_in().into_iter().chain(own);
    let rest = rest.filter_map(|tag| tag.split('-').next().map(Lang::from));
    presentation().lang.into_iter().chain(rest).collect()
}

/// Keeps the language that the reader chose in the query, so that the address, copied, opens in it.
pub fn keep_language(lang: &str) {
    let (Some(query), Ok(history)) = (query(), window().history()) else {
        return;
    };
    query.set("lang", lang);
    // An empty fragment is more than none: it says the first page, whatever the query says.
    let here = href();
    let fragment = here.find('#').and_then(|at| here.get(at..));
    let address = format!("?{}{}", query.to_string(), fragment.unwrap_or_default());
    // Refused in some sandboxed frames, and from a disk; the page speaks the language all the same.
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
}

fn query() -> Option<web_sys::UrlSearchParams> {
    let search = window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()
}

/// The layers that the query asks for with `overlay=`, their addresses made whole; `Err` for the address of one
/// that is not to be opened, as it was written.
pub fn overlays() -> Vec<Result<AskedLayer, String>> {
    let search = window().location().search().unwrap_or_default();
    let whole = |asked: AskedLayer| match safe(&asked.address) {
        Some(url) => Ok(AskedLayer {
            address: url.href(),
            ..asked
        }),
        None => Err(asked.address),
    };
    AskedLayer::all(&search).into_iter().map(whole).collect()
}

/// The folder of the dossier that the query asks for with `dossier=`, made whole; `Err` for one that is not
/// to be opened, as it was written. `None`: the page's own is wanted.
pub fn dossier() -> Option<Result<String, String>> {
    let written = query()?.get("dossier").filter(|url| !url.is_empty())?;
    let Some(url) = safe(&written) else {
        return Some(Err(written));
    };
    url.set_search("");
    url.set_hash("");
    let href = url.href();
    let folder = href.strip_suffix(crate::dossier::MANIFEST).unwrap_or(&href);
    let end = if folder.ends_with('/') { "" } else { "/" };
    Some(Ok(format!("{folder}{end}")))
}

/// An address of the query, made whole, if it is one that is opened: by https, or by http from the host of the page
/// itself, and with no name and password in it.
fn safe(written: &str) -> Option<web_sys::Url> {
    let location = window().location();
    let url = web_sys::Url::new_with_base(written, &location.href().ok()?).ok()?;
    let is_safe = match &*url.protocol() {
        "https:" => true,
        "http:" => Ok(url.hostname()) == location.hostname(),
        _ => false,
    };
    (is_safe && url.username().is_empty() && url.password().is_empty()).then_some(url)
}

/// Whether an address is that of another server.
pub fn is_elsewhere(address: &str) -> bool {
    let origin = web_sys::Url::new(address).map(|url| url.origin());
    origin.ok() != window().location().origin().ok()
}

/// The address of the page with its own dossier.
pub fn own() -> String {
    let path = window().location().pathname().unwrap_or_default();
    let query = query().map(|query| {
        query.delete("dossier");
        String::from(query.to_string())
    });
    match query.filter(|query| !query.is_empty()) {
        Some(query) => format!("{path}?{query}"),
        None => path,
    }
}

/// Says on `<html>` whether another dossier than the page's own is shown: what was made of that is not, then.
pub fn set_brought(is_brought: bool) {
    let root = document().document_element();
    if let (false, Some(root)) = (is_brought, root) {
        let _ = root.remove_attribute("data-brought");
    } else {
        set_root("data-brought", "");
    }
}

/// Says on `<html>` how far the page is: `loading`, `ready` or `failed`.
pub fn set_state(state: &str) {
    set_root("data-app", state);
}

/// Says on `<html>` why there is no program any more, before its state becomes `failed`.
pub fn set_fault(why: &str) {
    set_root("data-fault", why);
}

/// Says on `<html>` which colours to use; without it the system decides.
pub fn set_theme(theme: Theme) {
    set_root("data-theme", theme.slug());
}

/// Says on `<html>` how the page is to look in its place, for the style sheet.
pub fn present() {
    let look = presentation();
    for (name, value) in look.attributes() {
        if let Some(value) = value {
            set_root(name, value);
        }
    }
    if host::is_framed() {
        set_root("data-framed", "1");
    }
    let root = document().document_element();
    let style = root.and_then(|root| Some(root.dyn_into::<web_sys::HtmlElement>().ok()?.style()));
    if let (Some(accent), Some(style)) = (look.accent, style) {
        set_root("data-accent", "1");
        let [light, dark] = accent.colours();
        let _ = style.set_property("--accent-light", &light);
        let _ = style.set_property("--accent-dark", &dark);
    }
}

/// Says on `<html>` which language the page speaks.
pub fn set_lang(lang: &str) {
    set_root("lang", lang);
}

fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // Fails only for names that are no attribute names; these are.
        let _ = root.set_attribute(name, value);
    }
}
