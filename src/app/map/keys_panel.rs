//! The panel that lists the keys of the map, and the button that opens it.

use leptos::html;
use leptos::prelude::*;

use crate::words::Words;

/// The panel; cheap to copy. A dialog: the browser keeps the focus in it, closes it on Escape and
/// gives the focus back.
#[derive(Clone, Copy)]
pub struct KeysPanel {
    dialog: NodeRef<html::Dialog>,
}

impl KeysPanel {
    /// A panel that is still to be mounted.
    pub fn new() -> Self {
        Self {
            dialog: NodeRef::new(),
        }
    }

    /// Opens it.
    pub fn open(self) {
        if let Some(dialog) = self.dialog.get_untracked()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }
}

/// The button and the panel.
#[component]
pub fn Keys(panel: KeysPanel, words: &'static Words) -> impl IntoView {
    let key = |(keys, what): &(&'static [&'static str], &'static str)| {
        let what = *what;
        let keys = keys
            .iter()
            .map(|key| view! { <kbd>{*key}</kbd> " " })
            .collect_view();
        view! { <dt>{keys}</dt> <dd>{what}</dd> }
    };
    let finger = |(how, what): &(&'static str, &'static str)| {
        let (how, what) = (*how, *what);
        view! { <dt>{how}</dt> <dd>{what}</dd> }
    };
    view! {
        <button
            class="over keys-button"
            aria-label=words.keys_button
            aria-haspopup="dialog"
            on:click=move |_| panel.open()
        >
            "?"
        </button>
        <dialog class="keys" aria-labelledby="keys-title" node_ref=panel.dialog>
            <h2 id="keys-title">{words.keys_title}</h2>
            <dl>{words.keys.iter().map(key).collect_view()}</dl>
            <h2>{words.fingers_title}</h2>
            <dl>{words.fingers.iter().map(finger).collect_view()}</dl>
            <button class="button" on:click=move |_| panel.close()>{words.close_panel}</button>
        </dialog>
    }
}
