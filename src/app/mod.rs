//! The page: thin components over plain values. No rule about plans, parties or geometry is
//! written here.

mod address;
mod apart;
mod as_of;
mod brought;
mod compare;
mod desk;
mod fetch;
mod filters;
mod host;
mod icons;
mod intl;
mod list;
mod listing;
mod map;
mod opening;
pub mod overlay;
mod packed;
mod pane;
mod portions;
mod positions;
mod rove;
mod search;
mod share;
mod shell;
mod size;
mod slices;
mod sources;
mod timeline;
mod title;
mod turns;
mod views;

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use crate::dossier::Fault;
use brought::{DropHere, TroubleTold};
use fetch::{Failure, Whence};
pub use map::{Canvas, Hand, Stage};
use opening::{Opening, Progress};

/// Starts the page, in an element of its own: beside it stands the page that was made beforehand, until
/// `boot.js` takes that away.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        // Nothing here answers any more; public/frame.js says so, and shows what there is without it.
        address::set_fault("stopped");
        address::set_state("failed");
    }));
    address::present();
    let document = document();
    let made = document.create_element("div");
    let Some(made) = made.ok().and_then(|made| made.dyn_into().ok()) else {
        return leptos::mount::mount_to_body(App);
    };
    let root: web_sys::HtmlElement = made;
    root.set_id("app");
    if let Some(body) = document.body() {
        let _ = body.append_child(&root);
    }
    // The page lives as long as its document.
    leptos::mount::mount_to(root, App).forget();
}

#[component]
fn App() -> impl IntoView {
    let opening = Opening::begin();
    let words = opening.words;
    let shown = move || match opening.progress.get() {
        Progress::Loading => {
            let is_own = matches!(&*opening.whence.read_untracked(), Whence::Own);
            let told = if is_own {
                words.loading
            } else {
                words.brought.opening
            };
            view! { <p class="state" role="status">{told}</p> }.into_any()
        }
        Progress::Failed(failure) => failed(opening, &failure),
        Progress::Ready(desk) => view! { <shell::Shell desk /> }.into_any(),
    };
    view! {
        {shown}
        <DropHere words />
    }
}

fn failed(opening: Opening, failure: &Failure) -> AnyView {
    let words = opening.words;
    let whence = opening.whence.get_untracked();
    let told = match failure {
        Failure::Fetch { file, .. } => view! { <p>{(words.failed_fetch)(file)}</p> }.into_any(),
        Failure::Dossier(faults) if !matches!(whence, Whence::Own) => {
            brought::findings(words, faults.clone())
        }
        Failure::Dossier(faults) => view! {
            <p>{words.failed_dossier}</p>
            <FaultList faults=faults.clone() />
        }
        .into_any(),
    };
    let title = match whence {
        Whence::Own => words.failed_title,
        Whence::At(_) | Whence::Device(_) => words.brought.failed,
    };
    view! {
        {brought::whose(&whence, words)}
        <TroubleTold words />
        <main class="state" role="alert">
            <h1>{title}</h1>
            {told}
            <button class="button" on:click=move |_| opening.retry()>
                {words.try_again}
            </button>
        </main>
    }
    .into_any()
}

/// Faults, one to a line, as the command prints them.
#[component]
pub(crate) fn FaultList(faults: Vec<Fault>) -> impl IntoView {
    let line = |fault: Fault| view! { <li>{fault.to_string()}</li> };
    view! { <ul class="faults">{faults.into_iter().map(line).collect_view()}</ul> }
}
