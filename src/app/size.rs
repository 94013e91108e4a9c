//! How large an element is, followed.

use leptos::html;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Calls `told` with the size of an element and whenever it changes, in whole px, until whoever asks is gone: when
/// the page turns to another language the element stays.
pub fn follow_size(element: &Element, told: impl Fn(i32, i32) + 'static) {
    let watched = element.clone();
    let measure = Closure::<dyn Fn()>::new(move || {
        told(watched.client_width(), watched.client_height());
    });
    let Ok(observer) = ResizeObserver::new(measure.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    let kept = StoredValue::new_local(Some((observer, measure)));
    on_cleanup(move || {
        kept.try_update_value(|kept| {
            if let Some((observer, _)) = kept.take() {
                observer.disconnect();
            }
        });
    });
}

/// The width of an element in px; 0 until it is there, and while it is not shown.
pub fn width_of(node: NodeRef<html::Div>) -> RwSignal<f64> {
    let width = RwSignal::new(0.0);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        follow_size(&element, move |now, _| {
            let now = f64::from(now);
            if (width.get_untracked() - now).abs() > 0.5 {
                width.set(now);
            }
        });
    });
    width
}
