//! Work in slices: so much at a time that a hand never waits for it.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures::channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessagePort};

use super::turns::Parts;

/// How long a slice takes, in ms. A frame that falls due meanwhile waits for its end, and a slow phone
/// needs most of a frame for what the browser does itself.
const SLICE_MS: f64 = 4.0;

/// How long a slice of something takes that is worked out for a view, in ms: there are several at once, and with
/// the first of them the hand waits.
const SHORT_MS: f64 = 1.5;

/// Work that goes on between frames. Dropped, it stops.
pub struct Slices {
    /// Messages come sooner than timers, and let events and frames go first all the same.
    port: MessagePort,
    _work: Rc<RefCell<dyn FnMut() -> bool>>,
    _slice: Closure<dyn Fn()>,
}

impl Slices {
    /// Calls `step` again and again until it returns false, the first time after the event that is
    /// being handled now. `None` if the browser cannot.
    pub fn run(step: impl FnMut() -> bool + 'static) -> Option<Self> {
        Self::of(Rc::new(RefCell::new(step)))
    }

    /// The same without the work's type, and so once in the program.
    fn of(work: Rc<RefCell<dyn FnMut() -> bool>>) -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let (port, next) = (channel.port1(), channel.port2());
        let slice = {
            let (work, next) = (work.clone(), next.clone());
            Closure::<dyn Fn()>::new(move || {
                // A step that ends in a new drawing must find this one at rest.
                let Ok(mut step) = work.try_borrow_mut() else {
                    return;
                };
                let start = now_ms();
                while now_ms() - start < SLICE_MS {
                    if !step() {
                        return;
                    }
                }
                let _ = next.post_message(&JsValue::NULL);
            })
        };
        port.set_onmessage(Some(slice.as_ref().unchecked_ref()));
        next.post_message(&JsValue::NULL).ok()?;
        Some(Self {
            port,
            _work: work,
            _slice: slice,
        })
    }
}

impl Drop for Slices {
    fn drop(&mut self) {
        self.port.set_onmessage(None);
        self.port.close();
    }
}

/// Calls `step` again and again until it returns false, and lets the browser have its turn between
/// the slices: for work that is waited for.
pub async fn in_slices(mut step: impl FnMut() -> bool) {
    slices_of(SLICE_MS, &mut step).await;
}

async fn slices_of(length: f64, step: &mut dyn FnMut() -> bool) {
    let mut start = now_ms();
    while step() {
        if now_ms() - start >= length {
            turn().await;
            start = now_ms();
        }
    }
}

/// A step of working something out; the last one gives it.
pub type Step<T> = Box<dyn FnMut() -> Option<T>>;

/// After so many turns a view that is left is gone, see `apart`.
const APART: u32 = 3;

/// What is worked out in slices, and anew whenever something changes that `begin` looks at. Until then what was
/// there before stands; at first there is nothing.
pub fn worked_out<T: Send + Sync + 'static>(
    begin: impl Fn() -> Step<T> + 'static,
) -> RwSignal<Option<Arc<T>>> {
    let made = RwSignal::new(None);
    let latest = StoredValue::new(0_u32);
    let parts = use_context::<Parts>();
    Effect::new(move |before: Option<()>| {
        let mut step = begin();
        let own = latest.get_value().wrapping_add(1);
        latest.set_value(own);
        spawn_local(async move {
            let mut value = None;
            // A view that the reader is leaving goes first, and is not made anew for an address that is not its own.
            if before.is_some() {
                for _ in 0..APART {
                    turn().await;
                }
            }
            // What is wanted no more, or by nobody, is left.
            let is_wanted =
                || latest.try_get_value() == Some(own) && !parts.is_some_and(Parts::is_left);
            slices_of(SHORT_MS, &mut || {
                value = is_wanted().then(&mut step).flatten();
                value.is_none() && is_wanted()
            })
            .await;
            if is_wanted() {
                made.try_set(value.map(Arc::new));
            }
        });
    });
    made
}

/// Ends when the browser has had its turn.
pub async fn turn() {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let (port, next) = (channel.port1(), channel.port2());
    let (tell, told) = oneshot::channel();
    let heard = Closure::once(move || {
        // Nobody listens once the page has gone on to something else.
        let _ = tell.send(());
    });
    port.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    if next.post_message(&JsValue::NULL).is_ok() {
        let _ = told.await;
    }
    port.close();
}

/// A frame that has not come after so long is not waited for any more: a window that the browser takes for
/// hidden gets none.
pub const NO_FRAME: Duration = Duration::from_millis(500);

/// The time since the page began, in ms.
pub fn now_ms() -> f64 {
    thread_local! {
        // Looked up once: slices of work ask for the time every few µs.
        static CLOCK: Option<web_sys::Performance> = window().performance();
    }
    CLOCK.with(|clock| clock.as_ref().map_or(0.0, web_sys::Performance::now))
}
