//! The stage: a window onto the plane that a hand, keys and buttons move. It knows no dossier: what
//! lies on it are layers, which follow its cameras by effects.
//!
//! While anything moves, a layer moves what it has drawn already by a transform, and draws anew for
//! the camera that it is to be sharp for.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;

use crate::atlas::Point;
use crate::scene::{Camera, FLIGHT_MS, Limits};

/// How long a hand must rest before layers draw anew, in ms.
const REST_MS: u32 = 120;

/// Where the map is looked at from, and how that changes; cheap to copy.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The element that the layers lie in.
    pub canvas: NodeRef<html::Div>,
    /// Where the map is looked at from now; `None` until its size is known.
    pub camera: RwSignal<Option<Camera>>,
    /// The camera that layers are to be sharp for: each draws anew when it changes.
    pub sharp: RwSignal<Option<Camera>>,
    limits: Limits,
    kept: StoredValue<Kept, LocalStorage>,
}

/// What is under way.
#[derive(Default)]
struct Kept {
    /// Where a flight is going.
    goal: Option<Camera>,
    rest: Option<Timeout>,
    flight: Rc<RefCell<u32>>,
}

impl Stage {
    /// A stage in `canvas`, which is still to be mounted.
    pub fn new(canvas: NodeRef<html::Div>, limits: Limits) -> Self {
        Self {
            canvas,
            camera: RwSignal::new(None),
            sharp: RwSignal::new(None),
            limits,
            kept: StoredValue::new_local(Kept::default()),
        }
    }

    /// Follows the size of the canvas. `open` says where to look from for a width and a height in
    /// px, given the camera before, if there was one.
    pub fn keep_size(self, open: impl Fn(f64, f64, Option<Camera>) -> Camera + Clone + 'static) {
        Effect::new(move |_| {
            let Some(canvas) = self.canvas.get() else {
                return;
            };
            let open = open.clone();
            let watched = canvas.clone();
            let resized = Closure::<dyn Fn()>::new(move || {
                let (width, height) = (watched.client_width(), watched.client_height());
                if width > 0 && height > 0 {
                    let now = self.camera.get_untracked();
                    self.cut(open(f64::from(width), f64::from(height), now));
                }
            });
            if let Ok(observer) = web_sys::ResizeObserver::new(resized.as_ref().unchecked_ref()) {
                observer.observe(&canvas);
            }
            // The map lives as long as the page; so does what watches its size.
            resized.forget();
        });
    }

    /// Looks from somewhere else at once.
    fn cut(self, to: Camera) {
        self.camera.set(Some(to));
        self.sharp.set(Some(to));
    }

    /// Takes the camera to a goal, at once when the reader's system asks for no motion.
    pub fn fly(self, goal: Camera) {
        let Some(from) = self.camera.get_untracked() else {
            return;
        };
        let goal = self.limits.keep(&goal);
        if media("(prefers-reduced-motion: reduce)") || from == goal {
            self.cut(goal);
            return;
        }
        let flight = self.kept.with_value(|kept| kept.flight.clone());
        self.kept.update_value(|kept| kept.goal = Some(goal));
        *flight.borrow_mut() += 1;
        let number = *flight.borrow();
        self.step(from, goal, now_ms(), number, flight);
    }

    fn step(self, from: Camera, goal: Camera, start: f64, number: u32, flight: Rc<RefCell<u32>>) {
        request_animation_frame(move || {
            // Another flight, or a hand on the map, has taken over.
            if *flight.borrow() != number {
                return;
            }
            let t = (now_ms() - start) / FLIGHT_MS;
            if t >= 1.0 {
                self.kept.update_value(|kept| kept.goal = None);
                self.cut(goal);
            } else {
                self.camera.set(Some(from.towards(&goal, t)));
                self.step(from, goal, start, number, flight);
            }
        });
    }

    /// Moves the camera by hand: what is drawn moves at once, and is drawn anew when the hand rests.
    pub fn nudge(self, change: impl FnOnce(&Camera) -> Camera) {
        let Some(now) = self.camera.get_untracked() else {
            return;
        };
        self.camera.set(Some(self.limits.keep(&change(&now))));
        let rest = Timeout::new(REST_MS, move || {
            self.sharp.set(self.camera.get_untracked());
        });
        self.kept.update_value(|kept| {
            *kept.flight.borrow_mut() += 1;
            kept.goal = None;
            kept.rest = Some(rest);
        });
    }

    /// Zooms about the middle, as a button or a key does.
    pub fn zoom(self, factor: f64) {
        // Two quick presses add up: the second starts from where the first is going.
        let goal = self.kept.with_value(|kept| kept.goal);
        if let Some(now) = goal.or_else(|| self.camera.get_untracked()) {
            let middle = Point::new(now.width / 2.0, now.height / 2.0);
            self.fly(now.zoomed(factor, middle));
        }
    }
}

/// Whether a media query holds.
pub fn media(query: &str) -> bool {
    window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|list| list.matches())
}

fn now_ms() -> f64 {
    window()
        .performance()
        .map(|clock| clock.now())
        .unwrap_or_default()
}
