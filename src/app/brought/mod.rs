//! A dossier that is not the page's own: one that the address names, or that the reader opens from their device. It
//! is told whose it is, what is wrong with it, and how to come back.

mod device;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use web_sys::File;
use web_sys::wasm_bindgen::JsValue;

use super::FaultList;
use super::address;
use super::fetch::Whence;
use crate::dossier::{Fault, Files, Severity};
use crate::words::Words;
use device::Found;

/// What the reader opens, for whoever shows it; cheap to copy.
#[derive(Clone, Copy)]
pub struct Opener {
    /// The dossier that was opened last.
    pub dossier: RwSignal<Option<Arc<Files>>>,
    /// The layers, in the order of their coming.
    pub layers: RwSignal<Vec<File>, LocalStorage>,
    /// What could not be opened.
    trouble: RwSignal<Option<device::Trouble>>,
}

impl Opener {
    /// Nothing has been opened yet.
    pub fn new() -> Self {
        Self {
            dossier: RwSignal::new(None),
            layers: RwSignal::new_local(Vec::new()),
            trouble: RwSignal::new(None),
        }
    }

    /// Takes what is dropped anywhere on the page.
    pub fn receive_drops(self) {
        let over = window_event_listener(leptos::ev::dragover, |event| {
            if device::has_files(&event) {
                event.prevent_default();
            }
        });
        let drop = window_event_listener(leptos::ev::drop, move |event| {
            if device::has_files(&event) {
                event.prevent_default();
                let dropped = device::dropped(&event);
                self.open(async move { device::read(dropped.await).await });
            }
        });
        on_cleanup(move || {
            over.remove();
            drop.remove();
        });
    }

    fn open(self, reading: impl Future<Output = Found> + 'static) {
        self.trouble.set(None);
        leptos::task::spawn_local(async move {
            let Found {
                dossier,
                layers,
                trouble,
            } = reading.await;
            if !layers.is_empty() {
                self.layers.update(|all| all.extend(layers));
            }
            if trouble.is_some() {
                self.trouble.set(trouble);
            }
            if let Some(files) = dossier {
                self.dossier.set(Some(Arc::new(files)));
            }
        });
    }
}

/// Leaves what the page showed before: the place in its address is none of the new dossier, and what was made of the
/// page's own is not to be read as if it were that.
pub fn begin_anew() {
    address::set_brought();
    if let Ok(history) = window().history() {
        // Refused in some sandboxed frames; a place that the dossier does not have is told.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some("#"));
    }
}

/// Whose dossier is read, with the way back to the page's own; and what could not be opened. Nothing of the first
/// while the page's own is shown.
#[component]
pub fn Brought(
    whence: Whence,
    /// Whether the address was one that is not opened.
    #[prop(optional)]
    is_address: bool,
    words: &'static Words,
) -> AnyView {
    let said = words.brought;
    let from = match &whence {
        Whence::Own => is_address.then(String::new),
        Whence::At(folder) => Some((said.from)(&host_of(folder))),
        Whence::Device(_) => Some(said.from_device.to_owned()),
    };
    let full = match &whence {
        Whence::At(folder) => folder.to_string(),
        _ => String::new(),
    };
    // The address may be that of the page itself, which a link would not load again.
    let back = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        let own = address::own();
        let location = window().location();
        if let Ok(history) = window().history()
            && history
                .replace_state_with_url(&JsValue::NULL, "", Some(&own))
                .is_ok()
        {
            let _ = location.reload();
        } else {
            let _ = location.set_href(&own);
        }
    };
    from.map(|from| {
        view! {
            <p class="brought" role="status" data-brought-from="">
                <b title=full>{from}</b>
                <a href=address::own() on:click=back>{said.own}</a>
            </p>
        }
    })
    .into_any()
}

/// The host of an address.
fn host_of(address: &str) -> String {
    let url = web_sys::Url::new(address);
    url.map(|url| url.host()).unwrap_or_default()
}

/// All that is wrong with another dossier, errors and warnings, in the words of the command line.
pub fn findings(words: &'static Words, faults: Vec<Fault>) -> AnyView {
    if faults.is_empty() {
        return ().into_any();
    }
    let errors = faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error);
    let errors = errors.count();
    let has_errors = errors > 0;
    let wrong = (words.brought.wrong)(errors, faults.len() - errors);
    view! {
        <details class="notice findings" open=has_errors>
            <summary>{wrong}</summary>
            <FaultList faults />
        </details>
    }
    .into_any()
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
            <p class="aside">{said.note}</p>
        </section>
    }
    .into_any()
}

/// What could not be opened, until something else is.
#[component]
pub fn Trouble(words: &'static Words) -> impl IntoView {
    let opener = use_context::<Opener>();
    move || {
        let trouble = opener.and_then(|opener| opener.trouble.get());
        trouble.map(|trouble| {
            let told = match trouble {
                device::Trouble::Kind(name) => (words.brought.no_such_kind)(&name),
                device::Trouble::Packed(name) => (words.brought.not_unpacked)(&name),
            };
            view! { <p class="brought" role="alert">{told}</p> }
        })
    }
}
