//! The panel from which readers take things away: a link, a citation, files, a printed page.

mod copying;
mod parts;
mod printing;
mod saving;

use leptos::html;
use leptos::prelude::*;

use super::address;
use super::desk::Desk;
use super::icons::{Icon, Sign};
use super::rove::stop;
use crate::takeaway;
pub use printing::{PrintFoot, PrintedMap};

/// What the panel has said last.
#[derive(Clone, PartialEq)]
enum Told {
    Working,
    Copied,
    /// The browser refused to copy: the text is selected.
    Refused,
    /// A file is there, under its name and at its address.
    Saved {
        name: String,
        url: String,
    },
    Failed,
}

/// The button in the bar.
#[component]
pub fn ShareButton(desk: Desk) -> impl IntoView {
    let words = desk.words.takeaway;
    let sharing = desk.sharing;
    view! {
        <button
            class="button plain share-button"
            tabindex=stop(false)
            aria-haspopup="dialog"
            aria-label=words.share
            on:click=move |_| sharing.set(true)
        >
            <Icon sign=Sign::Share />
            <span class="label" aria-hidden="true">{words.share}</span>
        </button>
    }
}

/// The sign beside the heading of a page.
pub fn share_this(desk: &Desk) -> impl IntoView + use<> {
    let words = desk.words.takeaway;
    let sharing = desk.sharing;
    view! {
        <button
            class="button plain share-this"
            aria-haspopup="dialog"
            aria-label=words.share_this
            title=words.share_this
            on:click=move |_| sharing.set(true)
        >
            <Icon sign=Sign::Link />
        </button>
    }
}

/// The panel. A dialog: the browser keeps the focus in it, closes it on Escape and gives the focus back.
#[component]
pub fn SharePanel(desk: Desk) -> impl IntoView {
    let words = desk.words.takeaway;
    let dialog = NodeRef::<html::Dialog>::new();
    let sharing = desk.sharing;
    let told = RwSignal::new(None::<Told>);
    Effect::new(move |_| {
        if sharing.get()
            && let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            told.set(None);
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    // A click on what is around it closes it, as people expect.
    let beside = move |event: web_sys::MouseEvent| {
        let is_beside = event.target().is_some_and(|target| {
            dialog
                .get_untracked()
                .is_some_and(|dialog| *AsRef::<web_sys::EventTarget>::as_ref(&dialog) == target)
        });
        if is_beside {
            close();
        }
    };
    let close_label = desk.words.close_panel;
    let body = {
        let desk = desk.clone();
        move || {
            sharing
                .get()
                .then(|| parts::all(&desk, told, Callback::new(move |()| close())))
        }
    };
    view! {
        <dialog
            class="share"
            aria-labelledby="share-title"
            node_ref=dialog
            on:click=beside
            on:close=move |_| sharing.set(false)
        >
            <div class="share-sheet">
                <div class="share-top">
                    <h2 id="share-title">{words.title}</h2>
                    <button class="button plain" aria-label=close_label on:click=move |_| close()>
                        <Icon sign=Sign::Cross />
                    </button>
                </div>
                {body}
                <p class="share-status" role="status">{move || told.get().map(|told| said(&desk, told))}</p>
            </div>
        </dialog>
    }
}

fn said(desk: &Desk, told: Told) -> AnyView {
    let words = desk.words.takeaway;
    match told {
        Told::Working => words.working.into_any(),
        Told::Copied => words.copied.into_any(),
        Told::Refused => words.copy_refused.into_any(),
        Told::Failed => words.failed.into_any(),
        // A sandboxed frame may have been refused the download, and is not told. Its reader is: with the way
        // out as words too, since it may be refused new windows as well.
        Told::Saved { name, .. } if address::is_sandboxed() => {
            let route = desk.route.get_untracked();
            let there = address::outside(&takeaway::link(&route), desk.words.lang);
            let said = there.clone();
            view! {
                {(words.saved)(&name)} " " {words.frame_may_refuse} " "
                <a href=there target="_blank" rel="noopener">{said}</a>
            }
            .into_any()
        }
        Told::Saved { name, url } => view! {
            {(words.saved)(&name)} " " <a href=url download=name>{words.saved_link}</a> "."
        }
        .into_any(),
    }
}
