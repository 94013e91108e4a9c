//! The table that the map lies on: camera, size, what is drawn, and when to draw anew.
//!
//! While a hand moves the map, the picture that is drawn already is moved by a transform. It is
//! drawn anew when the hand rests.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;

use super::super::desk::Desk;
use super::mounted::Mounted;
use super::view::Shown;
use crate::atlas::{Bounds, Point};
use crate::dossier::RegionId;
use crate::paint;
use crate::route::Subject;
use crate::scene::{Camera, FLIGHT_MS, Scene, estimate};

/// How long a hand must rest before the picture is drawn anew, in ms.
const REST_MS: u32 = 120;

/// The state of the map; cheap to clone.
#[derive(Clone)]
pub struct Table {
    /// What all components share.
    pub desk: Desk,
    /// Where the map is looked at from now; `None` until its size is known.
    pub camera: RwSignal<Option<Camera>>,
    /// The region that has the keyboard's focus.
    pub focused: RwSignal<Option<RegionId>>,
    /// The element that the picture lies in.
    pub canvas: NodeRef<html::Div>,
    /// The camera that the picture was drawn for.
    drawn: RwSignal<Option<Camera>>,
    shown: Memo<Shown>,
    kept: StoredValue<Kept, LocalStorage>,
}

/// What belongs to the document rather than to the page's state.
#[derive(Default)]
struct Kept {
    picture: Option<Mounted>,
    /// Where a flight under way is going.
    goal: Option<Camera>,
    rest: Option<Timeout>,
    flight: Rc<RefCell<u32>>,
}

impl Table {
    /// A map in `canvas`, which is still to be mounted.
    pub fn new(desk: &Desk, canvas: NodeRef<html::Div>) -> Self {
        let focused = RwSignal::new(None);
        let shown = {
            let desk = desk.clone();
            Memo::new(move |_| {
                let route = desk.route.get();
                Shown {
                    subject: desk.shown(&route),
                    plan: desk.plan(&route),
                    focused: focused.get(),
                    coarse: media("(pointer: coarse)"),
                }
            })
        };
        Self {
            desk: desk.clone(),
            camera: RwSignal::new(None),
            focused,
            canvas,
            drawn: RwSignal::new(None),
            shown,
            kept: StoredValue::new_local(Kept::default()),
        }
    }

    /// Draws when what is shown changes or the camera has come to rest; moves what is drawn while
    /// it has not.
    pub fn keep_drawn(&self) {
        let table = self.clone();
        Effect::new(move |_| {
            if let (Some(camera), Some(canvas)) = (table.drawn.get(), table.canvas.get()) {
                table.draw(&table.shown.get(), camera, &canvas);
                table.shift();
            }
        });
        let table = self.clone();
        Effect::new(move |_| {
            table.camera.track();
            table.shift();
        });
    }

    /// Follows the size of the canvas: a first size opens the map, later ones keep its middle.
    pub fn keep_size(&self) {
        let table = self.clone();
        Effect::new(move |_| {
            let Some(canvas) = table.canvas.get() else {
                return;
            };
            let table = table.clone();
            let watched = canvas.clone();
            let resized = Closure::<dyn Fn()>::new(move || {
                let (width, height) = (watched.client_width(), watched.client_height());
                if width > 0 && height > 0 {
                    table.resize(f64::from(width), f64::from(height));
                }
            });
            if let Ok(observer) = web_sys::ResizeObserver::new(resized.as_ref().unchecked_ref()) {
                observer.observe(&canvas);
            }
            // The map lives as long as the page; so does what watches its size.
            resized.forget();
        });
    }

    fn resize(&self, width: f64, height: f64) {
        let home = self.desk.home_camera(width, height);
        let camera = match self.camera.get_untracked() {
            // Whoever saw the whole country goes on seeing it.
            Some(now) if now != self.desk.home_camera(now.width, now.height) => {
                now.resized(width, height)
            }
            _ => home,
        };
        let subject = self.shown.get_untracked().subject;
        let camera = match subject {
            Subject::Overview => camera,
            // What the page is about stays in view when a sheet takes part of the window.
            _ => self.desk.camera_for(&subject, &camera).unwrap_or(camera),
        };
        self.camera.set(Some(camera));
        self.drawn.set(Some(camera));
    }

    /// Takes the camera to each new subject.
    pub fn follow_subject(&self) {
        let table = self.clone();
        let subject = Memo::new(move |_| table.shown.get().subject);
        let table = self.clone();
        Effect::new(move |before: Option<()>| {
            let subject = subject.get();
            // The first one is where the map opens.
            if before.is_some() {
                table.fly_to(&subject);
            }
        });
    }

    /// Takes the camera to what the page is about.
    pub fn fly_to(&self, subject: &Subject) {
        if let Some(now) = self.camera.get_untracked()
            && let Some(goal) = self.desk.camera_for(subject, &now)
        {
            self.fly(goal);
        }
    }

    /// Takes the camera to a goal, at once when the reader's system asks for no motion.
    pub fn fly(&self, goal: Camera) {
        let Some(from) = self.camera.get_untracked() else {
            return;
        };
        let goal = self.kept_in(goal);
        if media("(prefers-reduced-motion: reduce)") || from == goal {
            self.camera.set(Some(goal));
            self.drawn.set(Some(goal));
            return;
        }
        let flight = self.kept.with_value(|kept| kept.flight.clone());
        self.kept.update_value(|kept| kept.goal = Some(goal));
        *flight.borrow_mut() += 1;
        let number = *flight.borrow();
        self.step(from, goal, now_ms(), number, flight);
    }

    fn step(&self, from: Camera, goal: Camera, start: f64, number: u32, flight: Rc<RefCell<u32>>) {
        let table = self.clone();
        request_animation_frame(move || {
            // Another flight, or a hand on the map, has taken over.
            if *flight.borrow() != number {
                return;
            }
            let t = (now_ms() - start) / FLIGHT_MS;
            if t >= 1.0 {
                table.kept.update_value(|kept| kept.goal = None);
                table.camera.set(Some(goal));
                table.drawn.set(Some(goal));
            } else {
                table.camera.set(Some(from.towards(&goal, t)));
                table.step(from, goal, start, number, flight);
            }
        });
    }

    /// Moves the camera by hand: what is drawn moves at once, and is drawn anew when the hand rests.
    pub fn nudge(&self, change: impl FnOnce(&Camera) -> Camera) {
        let Some(now) = self.camera.get_untracked() else {
            return;
        };
        self.camera.set(Some(self.kept_in(change(&now))));
        let table = self.clone();
        let rest = Timeout::new(REST_MS, move || {
            table.drawn.set(table.camera.get_untracked());
        });
        self.kept.update_value(|kept| {
            *kept.flight.borrow_mut() += 1;
            kept.goal = None;
            kept.rest = Some(rest);
        });
    }

    /// Zooms about the middle, as a button or a key does.
    pub fn zoom(&self, factor: f64) {
        // Two quick presses add up: the second starts from where the first is going.
        let goal = self.kept.with_value(|kept| kept.goal);
        if let Some(now) = goal.or_else(|| self.camera.get_untracked()) {
            let middle = Point::new(now.width / 2.0, now.height / 2.0);
            self.fly(now.zoomed(factor, middle));
        }
    }

    fn kept_in(&self, camera: Camera) -> Camera {
        camera.clamped(self.desk.loaded.atlas.ground_bounds())
    }

    fn draw(&self, shown: &Shown, camera: Camera, canvas: &HtmlElement) {
        let view = self.desk.map_view(shown, camera, covered(canvas));
        let scene = Scene::draw(&self.desk.loaded.atlas, &view, &estimate);
        let options = paint::svg::Options {
            prefix: "map",
            title: self.desk.words.map,
            regions: self.desk.words.all_regions,
        };
        let picture = paint::svg::paint(&scene, &options);
        self.kept
            .update_value(|kept| Mounted::show(&mut kept.picture, &picture, canvas));
    }

    /// Moves the drawn picture to where the camera has gone since.
    fn shift(&self) {
        let (Some(camera), Some(drawn)) = (self.camera.get_untracked(), self.drawn.get_untracked())
        else {
            return;
        };
        self.kept.with_value(|kept| {
            let Some(mounted) = &kept.picture else {
                return;
            };
            let Some(element) = mounted.element().dyn_ref::<web_sys::SvgElement>() else {
                return;
            };
            let transform = if camera == drawn {
                String::new()
            } else {
                // Where the drawn picture's corner is now, and how much larger it has become.
                let corner = camera.to_screen(drawn.to_plane(Point::new(0.0, 0.0)));
                let larger = camera.scale / drawn.scale;
                format!("translate({}px, {}px) scale({larger})", corner.x, corner.y)
            };
            let _ = element.style().set_property("transform", &transform);
        });
    }
}

/// What floats over the map, in px of the canvas: no label stands there.
fn covered(canvas: &HtmlElement) -> Vec<Bounds> {
    let Some(mat) = canvas.parent_element() else {
        return Vec::new();
    };
    let frame = canvas.get_bounding_client_rect();
    let Ok(found) = mat.query_selector_all(":scope > .over, :scope > .scale-holder") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<web_sys::Element>().ok())
        .map(|element| element.get_bounding_client_rect())
        .map(|over| {
            let corner = |x: f64, y: f64| Point::new(x - frame.left(), y - frame.top());
            Bounds::of(
                corner(over.left(), over.top()),
                corner(over.right(), over.bottom()),
            )
        })
        .collect()
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
