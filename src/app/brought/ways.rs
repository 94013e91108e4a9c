//! How a dossier of the reader's own is opened: two buttons, and a drop anywhere on the page.

use leptos::html;
use leptos::prelude::*;

use super::{Opener, device};
use crate::words::Words;

/// What a drop would do, while files are held over the page.
#[component]
pub fn DropHere(words: &'static Words) -> AnyView {
    let Some(opener) = use_context::<Opener>() else {
        return ().into_any();
    };
    let said = words.brought;
    let shown = move || {
        opener.held.get().then(|| {
            view! {
                <div class="drop-here" aria-hidden="true">
                    <p>
                        <b>{said.drop_here}</b>
                        <span>{said.kinds}</span>
                    </p>
                </div>
            }
        })
    };
    shown.into_any()
}

/// The buttons by which a dossier is opened from the device, for the panel that has `close`.
pub fn ways_in(words: &'static Words, close: Callback<()>) -> AnyView {
    let Some(opener) = use_context::<Opener>() else {
        return ().into_any();
    };
    let said = words.brought;
    let way = |label: &'static str, is_folder: bool| {
        let input = NodeRef::<html::Input>::new();
        let choose = move |_| {
            if let Some(input) = input.get_untracked() {
                input.click();
            }
        };
        let chosen = move |_| {
            if let Some(input) = input.get_untracked() {
                let files = device::chosen(&input);
                // The same may be chosen again, when it has been mended.
                input.set_value("");
                opener.open(device::read(files));
                close.run(());
            }
        };
        view! {
            <button class="button" on:click=choose>{label}</button>
            <input
                type="file"
                hidden
                multiple
                data-opens=if is_folder { "folder" } else { "files" }
                prop:webkitdirectory=is_folder
                node_ref=input
                on:change=chosen
            />
        }
    };
    view! {
        <section class="ways-in" aria-labelledby="ways-in">
            <h3 id="ways-in">{said.title}</h3>
            <div class="ways">{way(said.open_files, false)} {way(said.open_folder, true)}</div>
            <p class="aside">{said.kinds} " " {said.note}</p>
        </section>
    }
    .into_any()
}
