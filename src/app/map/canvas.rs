//! The element that the layers of a stage lie in, under the hand.

use leptos::html;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::cooperation;
use super::gestures::Hand;

/// The canvas of a hand's stage. Layers put their pictures into it.
#[component]
pub fn Canvas(
    /// What moves the stage.
    hand: Hand,
) -> impl IntoView {
    view! {
        <div
            class="canvas"
            class:dragging=move || hand.dragging.get()
            node_ref=hand.stage.canvas
            on:pointerdown=move |event| hand.down(&event)
            on:pointermove=move |event| hand.moved(&event)
            on:pointerup=move |event| hand.up(&event)
            on:pointercancel=move |event| hand.cancel(&event)
            on:touchstart=|event: web_sys::TouchEvent| cooperation::keep(&event)
            on:touchmove=|event: web_sys::TouchEvent| cooperation::keep(&event)
            on:wheel=move |event| hand.wheel(&event)
            on:dblclick=move |event| hand.twice(&event)
            on:dragstart=|event: web_sys::DragEvent| event.prevent_default()
            on:click:capture=move |event| hand.click(&event)
        ></div>
    }
}

/// The box that a hand draws to zoom into.
#[component]
pub fn ZoomBox(hand: Hand) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(boxed), Some(element)) = (hand.boxed.get(), element.get()) else {
            return;
        };
        let element: &web_sys::HtmlElement = element.unchecked_ref();
        let set = |name: &str, value: String| {
            let _ = element.style().set_property(name, &value);
        };
        set("translate", format!("{}px {}px", boxed.min.x, boxed.min.y));
        set("inline-size", format!("{}px", boxed.width()));
        set("block-size", format!("{}px", boxed.height()));
    });
    view! { <div class="zoom-box" node_ref=element hidden=move || hand.boxed.get().is_none()></div> }
}
