//! Buttons that move the map, for who cannot drag, and the one that gives it the whole screen.

use leptos::prelude::*;

use super::super::icons::{Icon, Sign};
use super::super::{address, host};
use super::stage::Stage;
use crate::route::Route;
use crate::scene::Nudge;
use crate::takeaway;
use crate::words::Words;

/// How much of the window a button brings into view.
const STRIDE: f64 = 0.3;

/// Four arrows, folded so that the map stays calm, and the whole screen where that may be had.
#[component]
pub fn Moves(stage: Stage, words: &'static Words, route: RwSignal<Route>) -> impl IntoView {
    let pan = move |right: f64, down: f64| {
        if let Some(now) = stage.camera.get_untracked() {
            let by = now.width.min(now.height) * STRIDE;
            stage.pan(Nudge::pan(-right * by, -down * by));
        }
    };
    view! {
        <div class="over moves">
            <details class="pan">
                <summary aria-label=words.pan><Icon sign=Sign::Move /></summary>
                <div role="group" aria-label=words.pan>
                    <button data-key="ArrowUp" aria-label=words.pan_up on:click=move |_| pan(0.0, -1.0)>
                        <Icon sign=Sign::Up />
                    </button>
                    <button data-key="ArrowLeft" aria-label=words.pan_left on:click=move |_| pan(-1.0, 0.0)>
                        <Icon sign=Sign::Back />
                    </button>
                    <button data-key="ArrowRight" aria-label=words.pan_right on:click=move |_| pan(1.0, 0.0)>
                        <Icon sign=Sign::Onward />
                    </button>
                    <button data-key="ArrowDown" aria-label=words.pan_down on:click=move |_| pan(0.0, 1.0)>
                        <Icon sign=Sign::Down />
                    </button>
                </div>
            </details>
            {larger(words, route)}
        </div>
    }
}

/// The whole screen; where a frame may not have it, the page itself in a tab of its own.
fn larger(words: &'static Words, route: RwSignal<Route>) -> AnyView {
    if document().fullscreen_enabled() {
        return view! { <FullScreen words /> }.into_any();
    }
    let there = move || address::outside(&takeaway::link(&route.read()), words.lang);
    let is_wanted = host::is_framed() && address::presentation().links;
    is_wanted
        .then(|| {
            view! {
                <a class="whole" href=there target="_blank" rel="noopener" aria-label=words.embed.whole_page title=words.embed.whole_page>
                    <Icon sign=Sign::Away />
                </a>
            }
        })
        .into_any()
}

/// Gives the page the whole screen, and takes it back. Frames may forbid it: then it is not there.
#[component]
fn FullScreen(words: &'static Words) -> impl IntoView {
    let full = RwSignal::new(false);
    let changed = leptos::ev::Custom::<web_sys::Event>::new("fullscreenchange");
    let listener = window_event_listener(changed, move |_| {
        full.set(document().fullscreen_element().is_some());
    });
    on_cleanup(move || listener.remove());
    let turn = move |_| {
        if full.get_untracked() {
            document().exit_fullscreen();
        } else if let Some(root) = document().document_element() {
            let _ = root.request_fullscreen();
        }
    };
    view! {
        <button
            class="full"
            aria-label=words.full_screen
            aria-pressed=move || full.get().to_string()
            on:click=turn
        >
            <Icon sign=Sign::Full />
        </button>
    }
}
