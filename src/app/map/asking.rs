//! What is here? Asked by resting a pointer, holding a finger, focusing or pressing Space; answered by
//! a card.
//!
//! Nothing here selects anything, and whatever moves the map takes the card away.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, MouseEvent, PointerEvent};

use super::gestures::Hand;
use super::keyboard::focus_element;
use super::region_of;
use super::table::Table;
use super::voice::Voice;
use crate::atlas::{Bounds, Point};
use crate::dossier::{RegionId, RegionKind};
use crate::route::Subject;
use crate::scene::{Clearing, Here};

/// How long a pointer or the focus rests on a region before a card tells of it, in ms.
const REST_MS: u32 = 350;
/// How long a card waits for the pointer to come to it, in ms.
const GRACE_MS: u32 = 250;
/// How long a finger is held down to ask what is under it, in ms.
const HOLD_MS: u32 = 500;
/// How far a finger may tremble while it is held, in px.
const TREMBLE: f64 = 6.0;
/// Around a point that a card tells of, in px.
const AROUND: f64 = 14.0;

/// What a card tells.
#[derive(Clone, PartialEq)]
pub enum Told {
    /// A region at a glance: its own name says the same to those who do not see it.
    Glance(RegionId),
    /// What may be meant, to choose from, the likeliest first.
    Choice(Vec<RegionId>),
    /// What there is instead of a region.
    Word(String),
}

/// A card, and what it has to keep clear of.
#[derive(Clone, PartialEq)]
pub struct Card {
    /// What it tells.
    pub told: Told,
    /// Where it may stand.
    pub clearing: Clearing,
}

/// Who asks, and the answer; cheap to clone.
#[derive(Clone)]
pub struct Asking {
    /// What is asked about.
    pub table: Table,
    /// The card that is shown.
    pub card: RwSignal<Option<Card>>,
    hand: Hand,
    voice: Voice,
    kept: StoredValue<Kept, LocalStorage>,
}

#[derive(Default)]
struct Kept {
    /// The region under the mouse.
    over: Option<RegionId>,
    /// The focused region whose card is still to come.
    due: Option<RegionId>,
    /// The finger that is held: its number, and where it went down in the window.
    held: Option<(i32, Point)>,
    /// Whether the click that ends a hold is still to come; it selects nothing.
    swallow: bool,
    /// Whether the last pointer that went down was a finger.
    touched: bool,
    /// What had the focus before a choice took it.
    back: Option<Element>,
    timer: Option<Timeout>,
}

impl Asking {
    /// Nothing asked yet.
    pub fn new(table: Table, hand: Hand, voice: Voice) -> Self {
        let asking = Self {
            table,
            card: RwSignal::new(None),
            hand,
            voice,
            kept: StoredValue::new_local(Kept::default()),
        };
        asking.follow_moves();
        // Wherever the focus is: a card that a mouse called goes without the mouse moving.
        let own = asking.clone();
        let listener = window_event_listener(leptos::ev::keydown, move |event| {
            if event.key() == "Escape" && !event.default_prevented() {
                own.dismiss();
            }
        });
        on_cleanup(move || listener.remove());
        asking
    }

    /// Takes the card away when the map moves or the page changes, and brings that of the focused
    /// region once the map rests.
    fn follow_moves(&self) {
        let asking = self.clone();
        let stage = self.table.stage;
        Effect::new(move |before: Option<_>| {
            let (now, sharp) = (stage.camera.get(), stage.sharp.get());
            if before.is_some_and(|before| before != now) {
                asking.close();
                asking.kept.update_value(|kept| {
                    kept.over = None;
                    kept.timer = None;
                });
            }
            if now == sharp && asking.kept.with_value(|kept| kept.due.is_some()) {
                asking.tell_due();
            }
            now
        });
        let asking = self.clone();
        let route = self.table.desk.route;
        Effect::new(move |before: Option<()>| {
            route.track();
            if before.is_some() {
                asking.kept.update_value(|kept| {
                    kept.due = None;
                    kept.timer = None;
                });
                asking.card.set(None);
            }
        });
    }

    // A mouse.

    /// The pointer moves over the map.
    pub fn pointed(&self, event: &PointerEvent) {
        if event.pointer_type() == "touch" {
            self.drop_hold_beyond_tremble(event);
            return;
        }
        if event.buttons() != 0 || within(event.target(), ".card") {
            return;
        }
        let over = region_of(event.target());
        if self.kept.with_value(|kept| kept.over == over) {
            return;
        }
        self.kept.update_value(|kept| kept.over.clone_from(&over));
        let at = self.hand.place(event);
        match over {
            Some(id) if !self.is_selected(&id) => {
                self.later(REST_MS, move |asking| asking.glance(&id, Some(at)));
            }
            _ => self.leave_glance(),
        }
    }

    /// The pointer leaves the map or the card.
    pub fn left(&self, _: &PointerEvent) {
        self.kept.update_value(|kept| kept.over = None);
        self.leave_glance();
    }

    /// The pointer comes to the card: it stays.
    pub fn reached(&self) {
        self.kept.update_value(|kept| kept.timer = None);
    }

    fn leave_glance(&self) {
        if self.shows_glance() {
            self.later(GRACE_MS, Self::close);
        } else {
            self.kept.update_value(|kept| kept.timer = None);
        }
    }

    // A finger, and clicks.

    /// A pointer goes down: what was told is answered for.
    pub fn pressed(&self, event: &PointerEvent) {
        self.kept.update_value(|kept| kept.swallow = false);
        if !within(event.target(), ".canvas") {
            return;
        }
        self.close();
        let touch = event.pointer_type() == "touch";
        let alone = event.is_primary();
        let at = place_in_window(event);
        self.kept.update_value(|kept| {
            kept.timer = None;
            kept.due = None;
            kept.swallow = false;
            kept.touched = touch;
            kept.held = (touch && alone).then(|| (event.pointer_id(), at));
        });
        if touch && alone {
            let at = self.hand.place(event);
            self.later(HOLD_MS, move |asking| asking.hold(at));
        }
    }

    /// A pointer goes up or is taken away.
    pub fn lifted(&self, _: &PointerEvent) {
        self.drop_hold();
    }

    fn drop_hold_beyond_tremble(&self, event: &PointerEvent) {
        let at = place_in_window(event);
        let held = self.kept.with_value(|kept| kept.held);
        if held.is_some_and(|(id, from)| id == event.pointer_id() && from.distance(at) > TREMBLE) {
            self.drop_hold();
        }
    }

    fn drop_hold(&self) {
        self.kept.update_value(|kept| {
            if kept.held.take().is_some() {
                kept.timer = None;
            }
        });
    }

    /// A finger has been held long enough.
    fn hold(&self, at: Point) {
        let held = self.kept.with_value(|kept| kept.held.is_some());
        if held && !self.hand.dragging.get_untracked() {
            self.kept.update_value(|kept| kept.swallow = true);
            self.answer(at, None);
        }
    }

    /// Before anything else hears of a click: the one that ends a hold is none, also where the card has
    /// come under the finger.
    pub fn clicked_first(&self, event: &MouseEvent) {
        let swallow = self.kept.with_value(|kept| kept.swallow);
        if swallow {
            self.kept.update_value(|kept| kept.swallow = false);
            event.prevent_default();
            event.stop_propagation();
        }
    }

    /// A click that nobody has taken: on a region it is a link's, unless a finger may mean another
    /// one as well; elsewhere it asks.
    pub fn clicked(&self, event: &MouseEvent) {
        if event.default_prevented() || !within(event.target(), ".canvas") {
            return;
        }
        let at = self.hand.place(event);
        let touched = self.kept.with_value(|kept| kept.touched);
        let unclear = || touched && self.here(at).is_some_and(|here| here.is_ambiguous());
        let by_hand = event.detail() > 0;
        if by_hand && (region_of(event.target()).is_none() || unclear()) {
            event.prevent_default();
            self.answer(at, None);
        }
    }

    /// The browser's own menu is for the mouse; a finger that is held asks what is here.
    pub fn menu(&self, event: &MouseEvent) {
        if self.kept.with_value(|kept| kept.touched) && within(event.target(), ".canvas") {
            event.prevent_default();
        }
    }

    // The keyboard.

    /// A region has got the focus. Whoever came by keyboard gets its card.
    pub fn focused(&self, target: Option<EventTarget>) {
        let element = target.and_then(|target| target.dyn_into::<Element>().ok());
        let by_keyboard = element.is_some_and(|one| one.matches(":focus-visible") == Ok(true));
        let due = self.table.focused.get_untracked();
        let due = due.filter(|id| by_keyboard && !self.is_selected(id));
        self.close_glance();
        self.kept.update_value(|kept| kept.due = due);
        self.tell_due();
    }

    /// The focus has left the map.
    pub fn blurred(&self) {
        self.kept.update_value(|kept| kept.due = None);
        self.close_glance();
    }

    fn tell_due(&self) {
        self.later(REST_MS, |asking| {
            let due = asking.kept.try_update_value(|kept| kept.due.take());
            if let Some(id) = due.flatten() {
                asking.glance(&id, None);
            }
        });
    }

    /// Answers for the region that has the focus.
    pub fn ask_at_focus(&self) {
        let atlas = &self.table.desk.atlas.get_untracked();
        let focused = self.table.focused.get_untracked();
        let point = focused.as_ref().and_then(|id| atlas.label_point(id));
        let camera = self.table.stage.camera.get_untracked();
        if let (Some(point), Some(camera)) = (point, camera) {
            self.answer(camera.to_screen(point), focused);
        }
    }

    /// Takes the card away and gives the focus back. False where there was none.
    pub fn dismiss(&self) -> bool {
        self.kept.update_value(|kept| {
            kept.due = None;
            kept.timer = None;
        });
        let shown = self.card.with_untracked(Option::is_some);
        let back = self.kept.try_update_value(|kept| kept.back.take());
        if let Some(back) = back.flatten().filter(|_| shown) {
            focus_element(&back);
        }
        self.close();
        shown
    }

    // Answers.

    fn here(&self, at: Point) -> Option<Here> {
        let atlas = &self.table.desk.atlas.get_untracked();
        self.table
            .with_drawn(|view, scene| scene.here(atlas, view, at))
    }

    /// Tells what lies at a point of the canvas: the regions to choose from, `first` before all others,
    /// or what is there instead.
    fn answer(&self, at: Point, first: Option<RegionId>) {
        let Some(here) = self.here(at) else { return };
        let desk = &self.table.desk;
        let is_country = |id: &RegionId| {
            let region = desk.loaded.dossier.regions.get(id);
            region.is_some_and(|region| region.kind == RegionKind::Country)
        };
        let mut choices = here.choices();
        if let Some(first) = first {
            choices.retain(|id| *id != first);
            choices.insert(0, first);
        }
        // Everything lies in some country: that is news only where nothing else is.
        if !choices.iter().all(is_country) {
            choices.retain(|id| !is_country(id));
        }
        let around = Bounds::of(at, at).grown(AROUND);
        if choices.is_empty() || choices == [desk.loaded.dossier.manifest.home.clone()] {
            let words = (desk.words.here)(&here.backdrop);
            self.voice.say(words.clone());
            self.show(Told::Word(words), around, Some(at));
        } else {
            let reader = desk.reader();
            let names = choices.iter().map(|id| reader.region_name(id).words);
            self.voice
                .say((desk.words.here_choices)(&names.collect::<Vec<_>>()));
            let back = document().active_element();
            self.kept.update_value(|kept| kept.back = back);
            self.show(Told::Choice(choices), around, Some(at));
        }
    }

    fn glance(&self, id: &RegionId, pointer: Option<Point>) {
        if self.hand.dragging.get_untracked() {
            return;
        }
        if let Some(named) = self.drawn(id) {
            self.show(Told::Glance(id.clone()), named, pointer);
        }
    }

    fn show(&self, told: Told, named: Bounds, pointer: Option<Point>) {
        let Some(camera) = self.table.stage.camera.get_untracked() else {
            return;
        };
        let selected = match self.table.subject() {
            Subject::Region(id) => self.drawn(&id),
            _ => None,
        };
        let mut avoided = self.table.furniture();
        avoided.extend(selected);
        let frame = Bounds::of(Point::default(), Point::new(camera.width, camera.height));
        let clearing = Clearing {
            frame,
            named: common(&named, &frame),
            pointer,
            avoided,
        };
        self.card.set(Some(Card { told, clearing }));
    }

    /// The box around a region as it is drawn, in px of the canvas.
    fn drawn(&self, id: &RegionId) -> Option<Bounds> {
        let camera = self.table.stage.camera.get_untracked()?;
        let bounds = self.table.desk.atlas.get_untracked().bounds(id)?;
        let seen = Bounds::of(camera.to_screen(bounds.min), camera.to_screen(bounds.max));
        // A point is as large as its sign.
        Some(seen.grown(if seen.width() < 1.0 { AROUND } else { 0.0 }))
    }

    fn is_selected(&self, id: &RegionId) -> bool {
        self.table.subject() == Subject::Region(id.clone())
    }

    fn shows_glance(&self) -> bool {
        self.card.with_untracked(
            |card| matches!(card, Some(card) if matches!(card.told, Told::Glance(_))),
        )
    }

    fn close_glance(&self) {
        if self.shows_glance() {
            self.card.set(None);
        }
    }

    /// Takes the card away, and with it what the voice said of it: asked again, it is said again.
    pub fn close(&self) {
        if self.card.with_untracked(Option::is_some) {
            if !self.shows_glance() {
                self.voice.say(String::new());
            }
            self.card.set(None);
        }
    }

    fn later(&self, ms: u32, what: impl FnOnce(&Self) + 'static) {
        let asking = self.clone();
        let timer = Timeout::new(ms, move || what(&asking));
        self.kept.update_value(|kept| kept.timer = Some(timer));
    }
}

/// The part of a box that lies in another; the nearest point of it when there is none.
fn common(a: &Bounds, b: &Bounds) -> Bounds {
    let kept = |at: Point| {
        Point::new(
            at.x.min(b.max.x).max(b.min.x),
            at.y.min(b.max.y).max(b.min.y),
        )
    };
    Bounds::of(kept(a.min), kept(a.max))
}

fn within(target: Option<EventTarget>, css: &str) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(css).ok().flatten().is_some())
}

fn place_in_window(event: &PointerEvent) -> Point {
    Point::new(f64::from(event.client_x()), f64::from(event.client_y()))
}
