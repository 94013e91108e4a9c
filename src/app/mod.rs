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
pub mod overlay;
mod packed;
mod pane;
mod portions;
mod positions;
mod rove;
mod search;
mod share;
mod shell;
mod slices;
mod sources;
mod timeline;
mod turns;
mod views;
mod width;

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use crate::dossier::{Fault, Lang};
use crate::words::{Words, for_reader};
use address::set_state;
use brought::{Brought, Opener, Trouble};
use desk::Desk;
use fetch::{Failure, Whence};
use host::Told;
pub use map::{Canvas, Hand, Stage};

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

/// What there is to show while the dossier comes in.
#[derive(Clone)]
enum Progress {
    Loading,
    Failed(std::sync::Arc<Failure>),
    Ready(Desk),
}

#[component]
fn App() -> impl IntoView {
    let langs = address::reader_languages();
    let words = for_reader(&langs);
    address::set_lang(words.lang);
    let (progress, set_progress) = signal(Progress::Loading);
    let turn_to = Callback::new(move |words| {
        let Progress::Ready(desk) = progress.get_untracked() else {
            return;
        };
        leptos::task::spawn_local(async move {
            set_progress.set(Progress::Ready(desk.in_language(words).await));
        });
    });
    // Whose dossier is read: the address says it, until the reader opens one of their own.
    let asked = RwSignal::new(
        address::dossier().map_or(Ok(Whence::Own), |url| url.map(|url| Whence::At(url.into()))),
    );
    let load = move || {
        let langs = langs.clone();
        let whence = match asked.get_untracked() {
            Ok(whence) => whence,
            Err(written) => {
                set_progress.set(Progress::Failed(Failure::Address(written).into()));
                return set_state("failed");
            }
        };
        set_progress.set(Progress::Loading);
        set_state("loading");
        leptos::task::spawn_local(async move {
            match fetch::dossier(&whence, &Lang::from(words.lang)).await {
                Ok(fetched) => {
                    let desk = Desk::new(fetched, &langs, words, turn_to);
                    set_progress.set(Progress::Ready(desk));
                }
                Err(failure) => {
                    host::tell(&Told::Error(failure.slug()));
                    set_progress.set(Progress::Failed(std::sync::Arc::new(failure)));
                    set_state("failed");
                }
            }
        });
    };
    load();
    let opener = Opener::new();
    provide_context(opener);
    opener.receive_drops();
    let reload = load.clone();
    Effect::new(move |_| {
        if let Some(files) = opener.dossier.get() {
            brought::begin_anew();
            asked.set(Ok(Whence::Device(files)));
            reload();
        }
    });
    move || match progress.get() {
        Progress::Loading => {
            let is_own = matches!(&*asked.read_untracked(), Ok(Whence::Own));
            let told = if is_own {
                words.loading
            } else {
                words.brought.opening
            };
            view! { <p class="state" role="status">{told}</p> }.into_any()
        }
        Progress::Failed(failure) => {
            let retry = load.clone();
            let whence = asked.get_untracked().unwrap_or(Whence::Own);
            view! { <Failed failure whence words on_retry=move || retry() /> }.into_any()
        }
        Progress::Ready(desk) => view! { <shell::Shell desk /> }.into_any(),
    }
}

#[component]
fn Failed(
    failure: std::sync::Arc<Failure>,
    whence: Whence,
    words: &'static Words,
    on_retry: impl Fn() + 'static,
) -> impl IntoView {
    let told = match &*failure {
        Failure::Fetch { file } => view! { <p>{(words.failed_fetch)(file)}</p> }.into_any(),
        Failure::Address(written) => view! { <p>{(words.brought.refused)(written)}</p> }.into_any(),
        Failure::Dossier(faults) if !matches!(whence, Whence::Own) => {
            brought::findings(words, faults.clone())
        }
        Failure::Dossier(faults) => view! {
            <p>{words.failed_dossier}</p>
            <FaultList faults=faults.clone() />
        }
        .into_any(),
    };
    let is_address = matches!(&*failure, Failure::Address(_));
    view! {
        <Brought whence is_address words />
        <Trouble words />
        <main class="state" role="alert">
            <h1>{words.failed_title}</h1>
            {told}
            <button class="button" on:click=move |_| on_retry()>
                {words.try_again}
            </button>
        </main>
    }
}

/// Faults, one to a line, as the command prints them.
#[component]
pub(crate) fn FaultList(faults: Vec<Fault>) -> impl IntoView {
    let line = |fault: Fault| view! { <li>{fault.to_string()}</li> };
    view! { <ul class="faults">{faults.into_iter().map(line).collect_view()}</ul> }
}
