//! Parts of a page that are made in turns, some between two frames: a click is answered at once, and nothing
//! that a hand does waits for all of a page.
//!
//! Turns go by the order of the page: what a part leaves for later comes before what stands below it. So
//! what is read first is there first, and what is put in moves nothing that is there already.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::sync::Arc;

use futures::channel::oneshot;
use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, js_sys};

use super::slices::{now_ms, turn};

/// For how long parts are made between two frames, in ms. What was made must be laid out and painted in the
/// next one, which takes longer than making it.
const TURN_MS: f64 = 2.0;

/// What is to be done, in the order of the page.
#[derive(Default)]
struct Turns {
    waiting: VecDeque<Box<dyn FnOnce()>>,
    /// Where what a part asks for comes: behind what it has asked for before. What nobody's part asks for comes last.
    next: Option<usize>,
    is_at_work: bool,
}

thread_local! {
    static TURNS: RefCell<Turns> = RefCell::default();
    static IS_PRINTING: Cell<bool> = const { Cell::new(false) };
}

/// Does something when its turn has come.
fn in_turn(part: Box<dyn FnOnce()>) {
    let begins = TURNS.with_borrow_mut(|turns| {
        let last = turns.waiting.len();
        let at = turns.next.map_or(last, |next| next.min(last));
        turns.waiting.insert(at, part);
        turns.next = turns.next.map(|_| at + 1);
        !std::mem::replace(&mut turns.is_at_work, true)
    });
    if begins {
        spawn_local(work());
    }
}

fn next_part() -> Option<Box<dyn FnOnce()>> {
    TURNS.with_borrow_mut(|turns| {
        turns.next = Some(0);
        turns.waiting.pop_front()
    })
}

/// A part is done: what is asked for now is asked for by a hand, or by something that came into view.
fn part_done() {
    TURNS.with_borrow_mut(|turns| turns.next = None);
}

async fn work() {
    loop {
        frame().await;
        let start = now_ms();
        while now_ms() - start < TURN_MS {
            let Some(part) = next_part() else {
                part_done();
                TURNS.with_borrow_mut(|turns| turns.is_at_work = false);
                return;
            };
            part();
            // What follows from it is done before the time is looked at.
            tick().await;
            part_done();
        }
    }
}

/// Ends after the next frame.
async fn frame() {
    let (tell, told) = oneshot::channel();
    after_frames(1, move || {
        // Nobody listens once the page is gone.
        let _ = tell.send(());
    });
    let _ = told.await;
}

/// Does something after so many frames.
pub fn after_frames(frames: u32, what: impl FnOnce() + 'static) {
    let what: Box<dyn FnOnce()> = Box::new(what);
    wait(frames, what);
}

fn wait(frames: u32, what: Box<dyn FnOnce()>) {
    request_animation_frame(move || {
        if frames > 1 {
            wait(frames - 1, what);
        } else {
            // After the frame rather than in it.
            set_timeout(what, std::time::Duration::ZERO);
        }
    });
}

/// A part that is put in when its turn has come. Until then an element holds its place.
pub fn later(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    later_in(bare, part)
}

/// The same in an element that may hold only what `around` puts around it.
pub fn later_in(around: Around, part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    part_later(around, Box::new(part))
}

/// The same without the part's type, and so once in the program.
fn part_later(around: Around, part: Part) -> AnyView {
    if IS_PRINTING.get() {
        return part();
    }
    let is_time = RwSignal::new(false);
    turn_on_in_turn(is_time);
    let holder = move || around(to_come());
    when(is_time, Box::new(holder), part)
}

fn turn_on_in_turn(signal: RwSignal<bool>) {
    in_turn(Box::new(move || {
        signal.try_set(true);
    }));
}

/// What holds the place of a part that is to come.
pub fn to_come() -> AnyView {
    view! { <div data-later=""></div> }.into_any()
}

/// Puts what an element may hold around something else: a list wants an item, a table a row.
pub type Around = fn(AnyView) -> AnyView;

/// What an element takes in that may hold anything.
pub fn bare(inner: AnyView) -> AnyView {
    inner
}

/// So many lines are made in one go; of more some have a turn each.
const LINES: usize = 200;
/// How many in one turn.
const IN_TURN: usize = 8;

/// All of so many lines, of a long list some at a time.
pub fn lines(
    count: usize,
    around: Around,
    show: impl Fn(usize) -> Option<AnyView> + Send + Sync + 'static,
) -> Vec<AnyView> {
    if count <= LINES {
        return (0..count).filter_map(show).collect();
    }
    let show: Arc<dyn Fn(usize) -> Option<AnyView> + Send + Sync> = Arc::new(show);
    let some = |from: usize| {
        let show = show.clone();
        later_in(around, move || {
            let some = from..count.min(from + IN_TURN);
            let some: Vec<_> = some.filter_map(&*show).collect();
            some.into_any()
        })
    };
    (0..count).step_by(IN_TURN).map(some).collect()
}

type Part = Box<dyn Fn() -> AnyView + Send>;

fn when(is_time: RwSignal<bool>, before: Part, part: Part) -> AnyView {
    let is_left = use_context::<Parts>().map(Parts::one_more);
    let stands = move || is_left.is_none_or(|is_left| !is_left.get());
    (move || match stands() {
        true if is_time.get() => part(),
        true => before(),
        false => ().into_any(),
    })
    .into_any()
}

/// The parts of a view, so that they can be taken away some at a time.
#[derive(Clone, Copy)]
pub struct Parts {
    each: StoredValue<Vec<RwSignal<bool>>>,
    is_left: StoredValue<bool>,
}

impl Parts {
    /// Of what the caller makes from here on.
    pub fn of_view() -> Self {
        let parts = Self {
            each: StoredValue::new(Vec::new()),
            is_left: StoredValue::new(false),
        };
        provide_context(parts);
        parts
    }

    /// Whether the view has been left: nothing is made for it any more.
    pub fn is_left(self) -> bool {
        self.is_left.try_get_value().unwrap_or(true)
    }

    /// Says of another part whether it has been left.
    fn one_more(self) -> RwSignal<bool> {
        let is_left = RwSignal::new(false);
        self.each.try_update_value(|parts| {
            // What was made anew since is not kept in mind.
            if parts.len() == parts.capacity() {
                parts.retain(|part| !part.is_disposed());
            }
            parts.push(is_left);
        });
        is_left
    }

    /// Takes all of them away, what was made last first, and lets the browser have its turn in between.
    pub async fn leave(self) {
        self.is_left.try_set_value(true);
        let mut start = now_ms();
        while let Some(is_left) = self.each.try_update_value(Vec::pop).flatten() {
            is_left.try_set(true);
            // What follows from it is done before the time is looked at.
            tick().await;
            if now_ms() - start >= TURN_MS {
                turn().await;
                start = now_ms();
            }
        }
    }
}

/// A part that is put in when the reader comes near to it, or prints. Until then an element of about its
/// height, in px, holds its place, and is found by the names of what is in it.
pub fn on_sight(
    height: f64,
    names: Vec<String>,
    around: Around,
    part: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    part_on_sight(height, names, around, Box::new(part))
}

fn part_on_sight(height: f64, names: Vec<String>, around: Around, part: Part) -> AnyView {
    let is_seen = RwSignal::new(IS_PRINTING.get());
    let ahead = NodeRef::<html::I>::new();
    if !IS_PRINTING.get() {
        watch(ahead, is_seen);
        when_printed(is_seen);
    }
    let holder = move || {
        // What is watched reaches up, so that the part is there before the reader is.
        around(
            view! {
                <div class="unseen" data-unseen=names.join(" ") style:block-size=format!("{height:.0}px")>
                    <i node_ref=ahead></i>
                </div>
            }
            .into_any(),
        )
    };
    when(is_seen, Box::new(holder), part)
}

/// Turns a signal on when the page is printed.
pub fn when_printed(signal: RwSignal<bool>) {
    let print = window_event_listener(leptos::ev::beforeprint, move |_| {
        signal.try_set(true);
    });
    on_cleanup(move || print.remove());
}

/// Turns a signal on when an element is seen for the first time.
fn watch(element: NodeRef<html::I>, is_seen: RwSignal<bool>) {
    let kept =
        StoredValue::new_local(None::<(IntersectionObserver, Closure<dyn Fn(js_sys::Array)>)>);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let mut entries = entries.iter();
            let is_in = |entry| {
                let entry: Result<IntersectionObserverEntry, _> = JsCast::dyn_into(entry);
                entry.is_ok_and(|entry| entry.is_intersecting())
            };
            if entries.any(is_in) {
                // Several may have come into view at once: each has its turn.
                turn_on_in_turn(is_seen);
            }
        });
        match IntersectionObserver::new(seen.as_ref().unchecked_ref()) {
            Ok(observer) => {
                observer.observe(&element);
                kept.set_value(Some((observer, seen)));
            }
            // A browser that cannot tell gets all of it.
            Err(_) => is_seen.set(true),
        }
    });
    Effect::new(move |_| {
        if is_seen.get() {
            stop(kept);
        }
    });
    on_cleanup(move || stop(kept));
}

type Watching =
    StoredValue<Option<(IntersectionObserver, Closure<dyn Fn(js_sys::Array)>)>, LocalStorage>;

fn stop(watching: Watching) {
    watching.try_update_value(|kept| {
        if let Some((observer, _)) = kept.take() {
            observer.disconnect();
        }
    });
}

/// From now on parts are made at once, and those that wait have their turn: the page is about to be printed.
pub fn all_at_once() {
    IS_PRINTING.set(true);
    while let Some(part) = next_part() {
        part();
    }
    part_done();
}

/// Whether the page is being printed.
pub fn is_printing() -> bool {
    IS_PRINTING.get()
}

/// The page has been printed.
pub fn in_turns() {
    IS_PRINTING.set(false);
}
