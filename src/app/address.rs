//! The browser's address bar, title and languages.
//!
//! A page in a sandboxed frame may be refused its history or its storage; nothing here assumes
//! that it is not.

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, JsValue};

use crate::dossier::Lang;
use crate::route::{Route, Theme};

/// The route that the address asks for.
pub fn current() -> Route {
    Route::read(&window().location().hash().unwrap_or_default())
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

/// The whole address of a route, for somebody else: of what the page was called with, only the layers
/// on the map belong to what is shown.
pub fn whole(route: &Route) -> String {
    let here = window().location().href().unwrap_or_default();
    let base = here.split(['?', '#']).next().unwrap_or_default();
    let layers = query().map(|query| query.get_all("overlay"));
    let query = web_sys::UrlSearchParams::new();
    if let (Some(layers), Ok(query)) = (layers, &query) {
        let layers = layers.iter().filter_map(|layer| layer.as_string());
        layers.for_each(|layer| query.append("overlay", &layer));
    }
    let query = query.map(|query| String::from(query.to_string()));
    let fragment = route.to_string();
    match query {
        Ok(query) if !query.is_empty() => format!("{base}?{query}{fragment}"),
        _ => format!("{base}{fragment}"),
    }
}

/// The reader's languages, the preferred one first: what `lang=` of the query says, then what the
/// browser says.
pub fn reader_languages() -> Vec<Lang> {
    let asked = query().and_then(|query| query.get("lang"));
    let list = window().navigator().languages();
    let own = list.iter().filter_map(|tag| tag.as_string());
    asked
        .into_iter()
        .chain(own)
        .filter_map(|tag| tag.split('-').next().map(Lang::from))
        .collect()
}

/// Keeps the language that the reader chose in the query, so that the address, copied, opens in it.
pub fn keep_language(lang: &str) {
    let (Some(query), Ok(history)) = (query(), window().history()) else {
        return;
    };
    query.set("lang", lang);
    let hash = window().location().hash().unwrap_or_default();
    let address = format!("?{}{hash}", query.to_string());
    // Refused in some sandboxed frames, and from a disk; the page speaks the language all the same.
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
}

fn query() -> Option<web_sys::UrlSearchParams> {
    let search = window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()
}

/// The addresses of layers that the query asks for with `overlay=`, made whole; `Err` for one that
/// is not to be opened, as it was written. Over http only what comes from the page's own host is.
pub fn overlays() -> Vec<Result<String, String>> {
    let location = window().location();
    let (Some(asked), Ok(base)) = (query(), location.href()) else {
        return Vec::new();
    };
    let own = location.origin().unwrap_or_default();
    let whole = |written: String| match web_sys::Url::new_with_base(&written, &base) {
        Ok(url) if url.protocol() == "https:" || url.origin() == own => Ok(url.href()),
        _ => Err(written),
    };
    let asked = asked.get_all("overlay");
    asked
        .iter()
        .filter_map(|url| url.as_string())
        .map(whole)
        .collect()
}

/// Says on `<html>` how far the page is: `loading`, `ready` or `failed`.
pub fn set_state(state: &str) {
    set_root("data-app", state);
}

/// Says on `<html>` which colours to use; without it the system decides.
pub fn set_theme(theme: Theme) {
    set_root("data-theme", theme.slug());
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
