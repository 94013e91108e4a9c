//! A dossier that is not the page's own: one that the address names, or that the reader opens from their device. It
//! is told whose it is, what is wrong with it, and how to come back.

mod device;
mod unpack;
mod ways;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::File;
use web_sys::wasm_bindgen::JsValue;

use super::FaultList;
use super::address;
use super::desk::Desk;
use super::fetch::Whence;
use super::icons::{Icon, Sign};
use super::overlay::Failed as Missing;
use crate::brought::TooMuch;
use crate::dossier::{Fault, Files, Severity};
use crate::words::Words;
use device::{Found, Refused};
pub use ways::{DropHere, ways_in};

/// What the reader opens, for whoever shows it; cheap to copy.
#[derive(Clone, Copy)]
pub struct Opener {
    /// The dossier that was opened last.
    pub dossier: RwSignal<Option<Arc<Files>>>,
    /// The layers, in the order of their coming.
    pub layers: RwSignal<Vec<File>, LocalStorage>,
    /// What could not be opened.
    trouble: RwSignal<Option<Trouble>>,
    /// Whether files are held over the page.
    held: RwSignal<bool>,
}

/// Why something else is shown than was asked for.
#[derive(Clone)]
pub enum Trouble {
    /// The address of a dossier is none that is opened: as it was written.
    Address(String),
    /// The dossier of an address did not come.
    Missing(Arc<str>, Missing),
    /// A file, by its name.
    File(String, Refused),
}

impl Opener {
    /// Nothing has been opened yet.
    pub fn new() -> Self {
        Self {
            dossier: RwSignal::new(None),
            layers: RwSignal::new_local(Vec::new()),
            trouble: RwSignal::new(None),
            held: RwSignal::new(false),
        }
    }

    /// Takes what is dropped anywhere on the page.
    pub fn receive_drops(self) {
        let hold = move |held: bool| {
            if self.held.get_untracked() != held {
                self.held.set(held);
            }
        };
        let over = window_event_listener(leptos::ev::dragover, move |event| {
            if device::has_files(&event) {
                event.prevent_default();
                hold(true);
            }
        });
        let leave = window_event_listener(leptos::ev::dragleave, move |event| {
            // From one element of the page to the next it does not leave.
            if event.related_target().is_none() {
                hold(false);
            }
        });
        let drop = window_event_listener(leptos::ev::drop, move |event| {
            hold(false);
            if device::has_files(&event) {
                event.prevent_default();
                let dropped = device::dropped(&event);
                self.open(async move { device::read(dropped.await).await });
            }
        });
        on_cleanup(move || {
            over.remove();
            leave.remove();
            drop.remove();
        });
    }

    /// Says why something else is shown than was asked for.
    pub fn tell(self, trouble: Trouble) {
        self.trouble.set(Some(trouble));
    }

    fn open(self, reading: impl Future<Output = Found> + 'static) {
        self.trouble.set(None);
        leptos::task::spawn_local(async move {
            let found = reading.await;
            if !found.layers.is_empty() {
                self.layers.update(|all| all.extend(found.layers));
            }
            if let Some((name, why)) = found.refused {
                self.tell(Trouble::File(name, why));
            }
            if let Some(files) = found.dossier {
                self.dossier.set(Some(Arc::new(files)));
            }
        });
    }
}

/// Leaves what the page showed before: the place in its address is none of the new dossier, and what was made of the
/// page's own is not to be read as if it were that.
pub fn begin_anew() {
    address::set_brought(true);
    if let Ok(history) = window().history() {
        // Refused in some sandboxed frames; a place that the dossier does not have is told.
        let anew = format!("{}#", address::own());
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&anew));
    }
}

/// Whose dossier this is and all that is wrong with it, where it is not the page's own.
#[component]
pub fn Brought(desk: Desk) -> AnyView {
    let words = desk.words;
    if matches!(desk.whence, Whence::Own) {
        return ().into_any();
    }
    let whose = whose(&desk.whence, words);
    let faults = move || {
        let late = desk.late_faults.get();
        let known = desk.loaded.faults.clone();
        let new = late.into_iter().filter(|fault| !known.contains(fault));
        findings(words, known.iter().cloned().chain(new).collect())
    };
    view! {
        {whose}
        {faults}
    }
    .into_any()
}

/// Whose dossier is read, with the way back to the page's own. Nothing while that is shown.
pub fn whose(whence: &Whence, words: &'static Words) -> AnyView {
    let said = words.brought;
    let (from, full) = match whence {
        Whence::Own => return ().into_any(),
        Whence::At(folder) => ((said.from)(&host_of(folder)), folder.to_string()),
        Whence::Device(_) => (said.from_device.to_owned(), String::new()),
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
    view! {
        <p class="brought" role="status" data-brought-from="">
            <b title=full>{from}</b>
            <a href=address::own() on:click=back>{said.own}</a>
        </p>
    }
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

/// What could not be opened, until something else is, or the reader has seen it.
#[component]
pub fn TroubleTold(words: &'static Words) -> AnyView {
    let Some(opener) = use_context::<Opener>() else {
        return ().into_any();
    };
    let told = move || {
        opener.trouble.get().map(|trouble| {
            view! {
                <p class="brought" role="alert">
                    <span>{say(words, trouble)}</span>
                    <button
                        class="icon"
                        aria-label=words.close_panel
                        on:click=move |_| opener.trouble.set(None)
                    >
                        <Icon sign=Sign::Cross />
                    </button>
                </p>
            }
        })
    };
    told.into_any()
}

fn say(words: &'static Words, trouble: Trouble) -> String {
    let said = words.brought;
    match trouble {
        Trouble::Address(written) => format!("{} {}", (said.refused)(&written), said.own_instead),
        Trouble::Missing(folder, why) => {
            let is_elsewhere = address::is_elsewhere(&folder);
            let why = match why {
                Missing::NoAnswer if is_elsewhere => said.no_leave.to_owned(),
                Missing::NoAnswer => said.no_answer.to_owned(),
                Missing::Status(status) => (said.status)(status),
                Missing::BrokeOff => said.broke_off.to_owned(),
            };
            let missing = (said.missing)(&folder, &why);
            format!("{missing} {}", said.own_instead)
        }
        Trouble::File(name, why) => match why {
            Refused::Kind => (said.no_such_kind)(&name),
            Refused::Damaged => (said.not_unpacked)(&name),
            Refused::TooMuch(TooMuch::Files) => (said.too_many)(&name),
            Refused::TooMuch(TooMuch::Bytes) => (said.too_long)(&name),
        },
    }
}
