//! The parts of the panel.

use leptos::html;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::super::address;
use super::super::desk::Desk;
use super::super::fetch::Whence;
use super::super::icons::{Icon, Sign};
use super::super::packed;
use super::saving::{self, Kind};
use super::{Told, copying};
use crate::dossier::When;
use crate::reading::{Citation, CitationWords};
use crate::takeaway;
use crate::words::CitationForm;

/// Until then a browser has taken what it prints.
const AFTER_PRINT: std::time::Duration = std::time::Duration::from_secs(5);

/// All of them, for where the reader is.
pub fn all(desk: &Desk, told: RwSignal<Option<Told>>, close: Callback<()>) -> AnyView {
    // Followed: Back may lead elsewhere while the panel is open.
    let (route, now) = (desk.route.get(), desk.now());
    let link = address::whole(&takeaway::link(&route));
    let words = now.words.takeaway;
    let printing = desk.printing;
    let print = move |_| {
        close.run(());
        printing.set(true);
        // Once the panel has gone from the page.
        request_animation_frame(move || {
            set_timeout(
                move || {
                    let _ = window().print();
                    // A frame that may not print is told nothing, neither before nor after.
                    set_timeout(move || printing.set(false), AFTER_PRINT);
                },
                std::time::Duration::ZERO,
            );
        });
    };
    view! {
        {to_link(&now, link, told)}
        {to_cite(&now, told)}
        {to_save(&now, told)}
        <section>
            <button class="button" data-share="print" on:click=print>
                <Icon sign=Sign::Print /> {words.print}
            </button>
            <p class="aside">{words.print_note}</p>
        </section>
        {super::super::brought::ways_in(now.words, close)}
    }
    .into_any()
}

fn to_link(desk: &Desk, link: String, told: RwSignal<Option<Told>>) -> AnyView {
    let words = desk.words.takeaway;
    let field = NodeRef::<html::Input>::new();
    let text = link.clone();
    let copy = move |_| {
        if let Some(field) = field.get_untracked() {
            copying::copy(text.clone(), field.unchecked_into(), told);
        }
    };
    view! {
        <section>
            <label for="share-link">{words.link}</label>
            <div class="share-row">
                <input
                    id="share-link"
                    class="share-text"
                    type="text"
                    dir="ltr"
                    readonly
                    value=link
                    node_ref=field
                    on:focus=move |_| select(field)
                />
                <button class="button" aria-label=words.copy_link on:click=copy>{words.copy}</button>
            </div>
            {matches!(desk.whence, Whence::Device(_))
                .then(|| view! { <p class="aside">{desk.words.brought.link_note}</p> })}
            {to_codes(desk)}
        </section>
    }
    .into_any()
}

/// The page on which a newsroom makes its codes, with what is shown here chosen there. A packed file has no page
/// beside it, and the one that there is knows no other dossier.
fn to_codes(desk: &Desk) -> Option<AnyView> {
    if packed::here().is_some() || !matches!(desk.whence, Whence::Own) {
        return None;
    }
    let words = desk.words.embed;
    let shown = takeaway::link(&desk.route.get_untracked());
    let there = address::elsewhere(format!("{}{shown}", words.codes_page))?;
    let link = view! {
        <p class="aside"><a class="codes" href=there target="_blank" rel="noopener">{words.codes}</a></p>
    };
    Some(link.into_any())
}

fn select(field: NodeRef<html::Input>) {
    if let Some(field) = field.get_untracked() {
        field.select();
    }
}

fn to_cite(desk: &Desk, told: RwSignal<Option<Told>>) -> AnyView {
    let words = desk.words.takeaway;
    let form = RwSignal::new(CitationForm::default());
    let (citation, cited) = (cite(desk), takeaway::citation_words(desk.words));
    let said = Memo::new(move |_| in_form(&citation, form.get(), &cited));
    let field = NodeRef::<html::Textarea>::new();
    let copy = move |_| {
        if let Some(field) = field.get_untracked() {
            copying::copy(said.get_untracked(), field.unchecked_into(), told);
        }
    };
    let choice = |one: CitationForm| {
        view! {
            <label>
                <input
                    type="radio"
                    name="citation-form"
                    value=one.slug()
                    checked=one == CitationForm::default()
                    on:change=move |_| form.set(one)
                />
                <span>{(words.form)(one)}</span>
            </label>
        }
    };
    view! {
        <section>
            <div class="share-head">
                <label for="share-citation">{words.citation}</label>
                <fieldset class="share-forms">
                    <legend class="heard">{words.citation_forms}</legend>
                    {CitationForm::ALL.map(choice).collect_view()}
                </fieldset>
            </div>
            <div class="share-row">
                <textarea
                    id="share-citation"
                    class="share-text"
                    readonly
                    rows="5"
                    prop:value=move || said.get()
                    node_ref=field
                ></textarea>
                <button class="button" aria-label=words.copy_citation on:click=copy>{words.copy}</button>
            </div>
        </section>
    }
    .into_any()
}

/// The citation of what is shown, at an address that shows the same when the dossier knows more.
fn cite(desk: &Desk) -> Citation {
    let route = desk.route.get_untracked();
    let day = desk.loaded.dossier.manifest.as_of;
    let thing = takeaway::found(&desk.shown(&route));
    let there = address::whole(&takeaway::cited(&route, day));
    let words = takeaway::citation_words(desk.words);
    desk.reader().citation(thing.as_ref(), there, &words)
}

fn in_form(citation: &Citation, form: CitationForm, words: &CitationWords) -> String {
    match form {
        CitationForm::Plain => citation.plain(words),
        CitationForm::Bibtex => citation.bibtex(words),
        CitationForm::Markdown => citation.markdown(words),
    }
}

fn to_save(desk: &Desk, told: RwSignal<Option<Told>>) -> AnyView {
    let words = desk.words.takeaway;
    let amount = saving::amount(desk);
    let day = (desk.words.when)(Some(When::Day(desk.loaded.dossier.manifest.as_of)));
    let holds = (words.data_holds)(amount.clauses, amount.claims, amount.sources, &day);
    let button = |kind: Kind| {
        let desk = desk.clone();
        let label = (words.save)(kind.name());
        view! {
            <button
                class="button"
                data-share=kind.slug()
                aria-label=label
                on:click=move |_| saving::save(&desk, kind, told)
            >
                {kind.name()}
            </button>
        }
    };
    view! {
        <section>
            <h3>{words.data}</h3>
            <p class="aside">{holds}</p>
            <div class="share-buttons">{Kind::DATA.map(button).collect_view()}</div>
            <p class="aside">{words.data_note}</p>
        </section>
        <section>
            <h3>{words.map}</h3>
            <div class="share-buttons">{Kind::PICTURES.map(button).collect_view()}</div>
            <p class="aside">{words.map_note}</p>
        </section>
    }
    .into_any()
}
