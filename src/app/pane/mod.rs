//! The reading pane: one subject at a time.

pub mod claim;
mod claim_page;
mod clause;
pub mod lines;
mod overview;
pub mod party;
pub mod region;
mod source;
mod strip;

use leptos::html;
use leptos::prelude::*;

use super::apart::apart;
use super::desk::Desk;
use super::icons::{Icon, Sign};
use super::share::share_this;
use super::views;
use crate::dossier::{Day, PlanId};
use crate::route::{Subject, View};

/// What the pane shows: the subject, the plan, what the address asks for in vain; the day and the order.
type Shown = (Subject, PlanId, Option<String>, (Day, String));

/// The pane. It is made anew when the subject or the plan changes, and for nothing else.
#[component]
pub fn Pane(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let shown = {
        let desk = desk.clone();
        let route = desk.route;
        let under = Memo::new(move |_| views::shown(route.read().view) != View::Map);
        Memo::new(move |before: Option<&Shown>| {
            // Under a view it stays as it is until the reader comes back.
            if let (true, Some(before)) = (under.get(), before) {
                return before.clone();
            }
            let (route, desk) = (desk.route.get(), desk.now());
            {
                let missing = desk
                    .missing(&route)
                    .map(|what| (words.not_in_dossier)(&what));
                let no_plan = desk
                    .missing_plan(&route)
                    .map(|what| (words.no_such_plan)(&what));
                let day = desk.loaded.dossier.manifest.as_of;
                (
                    desk.shown(&route),
                    desk.plan(&route),
                    missing.or(no_plan),
                    (day, route.order),
                )
            }
        })
    };
    // The page before is taken away and the next is made in a turn of their own.
    let turned = apart(&desk, 1, move || shown.track());
    let shown = move || turned.get().then(|| shown.get_untracked());
    let pane = NodeRef::<html::Section>::new();
    // A new subject begins at its top. Whoever came by a link that is gone now reads on at the heading.
    Effect::new(move |before: Option<Option<Subject>>| {
        let before = before.flatten();
        let Some((subject, ..)) = shown() else {
            return before;
        };
        // The first subject came with the page, and the focus is where the browser put it.
        let is_other = before.as_ref().is_some_and(|before| *before != subject);
        if let (Some(pane), true) = (pane.get_untracked(), is_other) {
            // In the next frame, which lays the page out anyway: here it would be done for this alone.
            request_animation_frame(move || {
                pane.set_scroll_top(0);
                keep_focus(&pane);
            });
        }
        Some(subject)
    });
    let covered = Memo::new(move |_| desk.route.read().list);
    view! {
        <section
            class="pane"
            id="pane"
            tabindex="-1"
            aria-label=words.reading_pane
            data-pane=""
            inert=move || covered.get()
            data-subject=move || shown().map(|shown| shown.0.slug())
            node_ref=pane
        >
            {move || {
                let (subject, plan, missing, _) = shown()?;
                let desk = desk.at_present();
                let notice = missing
                    .map(|what| view! { <p class="notice" role="alert">{what}</p> });
                Some(view! {
                    {notice}
                    {body(&desk, &subject, &plan)}
                    {tongue(&desk)}
                })
            }}
        </section>
    }
}

/// Says whose words these are, when the dossier was not written in the language of the page.
pub fn tongue(desk: &Desk) -> Option<impl IntoView + use<>> {
    let words = desk.words;
    let told = if desk.is_translated()? {
        words.in_translation
    } else {
        words.not_in_translation
    };
    Some(view! { <p class="aside tongue">{told}</p> })
}

/// The page of a subject; the first page for what has none of its own.
fn body(desk: &Desk, subject: &Subject, plan: &PlanId) -> AnyView {
    let reader = desk.reader();
    let body = match subject {
        Subject::Region(id) => region::page(desk, id, plan),
        Subject::Clause(id) => {
            let page = reader.clause_page(id);
            page.map(|page| clause::page(desk, page))
        }
        Subject::Source(id) => {
            let page = reader.source_page(id);
            page.map(|page| source::page(desk, page))
        }
        Subject::Party(id) => reader.party_page(id).map(|page| party::page(desk, page)),
        Subject::Claim(id) => reader
            .claim_page(id)
            .map(|page| claim_page::page(desk, page)),
        Subject::Overview | Subject::Unknown(_) => None,
    };
    body.unwrap_or_else(|| overview::page(desk, reader.overview(plan)))
}

/// Gives the focus to the heading when the element that had it has gone with the page before.
fn keep_focus(pane: &web_sys::Element) {
    let is_lost = match document().active_element() {
        None => true,
        Some(active) => active.tag_name().eq_ignore_ascii_case("body"),
    };
    if is_lost && let Ok(Some(heading)) = pane.query_selector("h1") {
        focus(&heading);
    }
}

/// A section of a page, with a heading that jump links lead to.
fn section(id: &'static str, heading: &'static str, meta: String, body: AnyView) -> AnyView {
    let meta = (!meta.is_empty()).then(|| view! { <span class="meta">{meta}</span> });
    view! {
        <section class="part" aria-labelledby=id>
            <h2 id=id tabindex="-1">{heading} {meta}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// Buttons that go to the sections of a long page. They are no links: the address already says
/// what the page is about.
fn jumps(desk: &Desk, targets: Vec<(&'static str, &'static str, String)>) -> impl IntoView + use<> {
    let button = |(id, label, count): (&'static str, &'static str, String)| {
        let go = move |_| {
            if let Some(heading) = document().get_element_by_id(id) {
                heading.scroll_into_view();
                focus(&heading);
            }
        };
        let count = (!count.is_empty()).then(|| view! { <span class="num">{count}</span> });
        view! {
            <li>
                <button class="jump" on:click=go>{label} {count}</button>
            </li>
        }
    };
    view! {
        <nav class="jumps" aria-label=desk.words.jump_links>
            <ul>{targets.into_iter().map(button).collect_view()}</ul>
        </nav>
    }
}

/// Moves the keyboard's focus without scrolling the frame's host.
pub fn focus(element: &web_sys::Element) {
    use web_sys::wasm_bindgen::JsCast;
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// What to take away of the page, and the link back to the overview.
fn close(desk: &Desk) -> impl IntoView + use<> {
    view! {
        {share_this(desk)}
        <a class="button plain close" href=desk.link(Subject::Overview) aria-label=desk.words.close>
            <Icon sign=Sign::Cross />
        </a>
    }
}
