//! The stage: a window onto the plane that a hand, keys and buttons move. It knows no dossier: what
//! lies on it are layers, which follow its cameras by effects.
//!
//! While anything moves, a layer moves what it has drawn already by a transform, and draws anew for
//! the camera that it is to be sharp for. How things move is decided in [`Motion`].

use leptos::html;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;

use super::super::size::follow_size;
use super::super::slices::{NO_FRAME, now_ms};
use crate::atlas::Point;
use crate::scene::{Camera, Limits, Motion, Nudge};

/// The name of the performance mark that is set when a sharp picture stands still.
const DRAWN: &str = "clausemap:drawn";

/// Where the map is looked at from, and how that changes; cheap to copy.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The element that the layers lie in. It has the attribute `data-still` while nothing moves
    /// and everything on it is sharp.
    pub canvas: NodeRef<html::Div>,
    /// Where the map is looked at from now; `None` until its size is known.
    pub camera: RwSignal<Option<Camera>>,
    /// The camera that layers are to be sharp for: each draws anew when it changes, for the window
    /// and [`margin`](crate::scene::margin) around it.
    pub sharp: RwSignal<Option<Camera>>,
    limits: Limits,
    kept: StoredValue<Kept, LocalStorage>,
}

/// What is under way.
#[derive(Default)]
struct Kept {
    motion: Option<Motion>,
    /// Whether a step is due at the next frame.
    awake: bool,
    /// How many steps there have been.
    steps: u32,
    /// How many layers are drawing.
    busy: u32,
    /// What they draw for.
    aim: Aim,
    /// Whether the reader's system asks for no motion.
    calm: bool,
}

/// What the picture that was asked for last is good for.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Aim {
    /// For a camera at rest. Such a drawing is given up when the map moves again; one that was asked for
    /// on the way is finished, so that there always is a next picture.
    Rest,
    /// For where the map will come to rest.
    #[default]
    Goal,
    /// For some moments on the way. At rest another one is wanted, even for the same camera.
    Passing,
}

/// A layer is drawing as long as it holds one of these.
pub struct Busy(Stage);

impl Drop for Busy {
    fn drop(&mut self) {
        let stage = self.0;
        stage.kept.try_update_value(|kept| kept.busy -= 1);
        stage.wake();
    }
}

impl Stage {
    /// A stage in `canvas`, which is still to be mounted.
    pub fn new(canvas: NodeRef<html::Div>, limits: Limits) -> Self {
        let stage = Self {
            canvas,
            camera: RwSignal::new(None),
            sharp: RwSignal::new(None),
            limits,
            kept: StoredValue::new_local(Kept::default()),
        };
        stage.keep_calm();
        stage
    }

    /// Follows whether the reader's system asks for no motion. The browser is asked once and tells of
    /// changes: to ask it at every frame takes a good part of the frame.
    fn keep_calm(self) {
        let query = window().match_media("(prefers-reduced-motion: reduce)");
        let Some(list) = query.ok().flatten() else {
            return;
        };
        let asked = list.clone();
        let changed = Closure::<dyn Fn()>::new(move || {
            let calm = asked.matches();
            self.kept.try_update_value(|kept| kept.calm = calm);
        });
        list.set_onchange(Some(changed.as_ref().unchecked_ref()));
        let calm = list.matches();
        self.kept.update_value(|kept| kept.calm = calm);
        let watching = StoredValue::new_local(Some((list, changed)));
        on_cleanup(move || {
            watching.try_update_value(|watching| {
                if let Some((list, _)) = watching.take() {
                    list.set_onchange(None);
                }
            });
        });
    }

    /// Follows the size of the canvas. `open` says where to look from for a width and a height in
    /// px, given the camera before, if there was one.
    pub fn keep_size(self, open: impl Fn(f64, f64, Option<Camera>) -> Camera + Clone + 'static) {
        Effect::new(move |_| {
            let Some(canvas) = self.canvas.get() else {
                return;
            };
            let open = open.clone();
            follow_size(&canvas, move |width, height| {
                if width > 0 && height > 0 {
                    let now = self.camera.get_untracked();
                    self.cut(open(f64::from(width), f64::from(height), now));
                }
            });
        });
    }

    /// Whether the picture that is wanted is one on the way: good for moments, and may do without what takes
    /// long.
    pub fn is_passing(self) -> bool {
        self.kept.with_value(|kept| kept.aim == Aim::Passing)
    }

    /// Says that a layer draws until it drops what it gets here.
    pub fn busy(self) -> Busy {
        self.kept.update_value(|kept| kept.busy += 1);
        self.mark_still(false);
        Busy(self)
    }

    /// Looks from somewhere else at once, by a change of size.
    fn cut(self, to: Camera) {
        self.kept.update_value(|kept| match &mut kept.motion {
            Some(motion) => motion.cut(to),
            None => kept.motion = Some(Motion::new(self.limits, to)),
        });
        self.publish();
        self.wake();
    }

    /// Takes the camera to a goal, at once when the reader's system asks for no motion.
    pub fn fly(self, goal: Camera) {
        self.moved(|motion, now, calm| motion.fly(&goal, now, calm));
    }

    /// A hand takes hold of the map, and stops whatever moves it.
    pub fn hold(self) {
        self.moved(|motion, _, _| motion.hold());
    }

    /// Moves the camera by hand, wheel or key.
    pub fn nudge(self, nudge: Nudge) {
        self.moved(|motion, now, _| motion.nudge(&nudge, now));
    }

    /// Moves the camera by a button: as a flight, so that one sees where it goes.
    pub fn pan(self, nudge: Nudge) {
        if let Some(now) = self.going() {
            self.fly(now.panned(nudge.right, nudge.down));
        }
    }

    /// The hand lets go.
    pub fn release(self) {
        self.moved(Motion::release);
    }

    /// Zooms about the middle, as a button or a key does.
    pub fn zoom(self, factor: f64) {
        self.zoom_about(factor, |now| Point::new(now.width / 2.0, now.height / 2.0));
    }

    /// Flies closer or farther about a point of the canvas, in px.
    pub fn zoom_about(self, factor: f64, about: impl FnOnce(&Camera) -> Point) {
        // Two quick presses add up: the second starts from where the first is going.
        if let Some(now) = self.going() {
            let about = about(&now);
            self.fly(now.zoomed(factor, about));
        }
    }

    /// Where the camera is going, or is.
    fn going(self) -> Option<Camera> {
        self.kept.with_value(|kept| {
            let motion = kept.motion.as_ref()?;
            Some(motion.goal().unwrap_or_else(|| motion.camera()))
        })
    }

    /// Shows what moves the map, and whether the reader's system asks for no motion.
    pub fn with_motion(self, look: impl FnOnce(&Motion, bool)) {
        self.kept.with_value(|kept| {
            if let Some(motion) = &kept.motion {
                look(motion, kept.calm);
            }
        });
    }

    fn moved(self, change: impl FnOnce(&mut Motion, f64, bool)) {
        self.kept.update_value(|kept| {
            let calm = kept.calm;
            if let Some(motion) = &mut kept.motion {
                change(motion, now_ms(), calm);
            }
        });
        self.publish();
        self.wake();
    }

    /// Steps at the next frame, or without one if none comes.
    fn wake(self) {
        let due = self.kept.try_update_value(|kept| {
            let asleep = !std::mem::replace(&mut kept.awake, true);
            asleep.then_some(kept.steps)
        });
        if let Some(due) = due.flatten() {
            request_animation_frame(move || self.woken(due));
            set_timeout(move || self.woken(due), NO_FRAME);
        }
    }

    /// Takes a step, unless it has been taken already.
    fn woken(self, due: u32) {
        let is_due = self.kept.try_update_value(|kept| {
            let is_due = kept.awake && kept.steps == due;
            if is_due {
                kept.awake = false;
                kept.steps = kept.steps.wrapping_add(1);
            }
            is_due
        });
        if is_due == Some(true) {
            self.step();
        }
    }

    /// One of four things is true after each step: the map counts as still, another step is due, a layer
    /// is drawing and will wake it, or a hand holds it and will let go. So nobody waits in vain for it to be still.
    fn step(self) {
        let goes_on = self.kept.try_update_value(|kept| {
            let calm = kept.calm;
            let motion = kept.motion.as_mut()?;
            motion.step(now_ms(), calm);
            Some((motion.goes_on(), motion.is_still() && kept.busy == 0))
        });
        let Some((goes_on, still)) = goes_on.flatten() else {
            return;
        };
        let asked = self.publish();
        // Who is asked for a picture need not draw one.
        if goes_on || asked {
            self.wake();
        }
        self.mark_still(still && !asked);
    }

    /// Tells the layers where the camera is, and which picture is wanted. True if one is.
    fn publish(self) -> bool {
        let asked = self.sharp.get_untracked();
        let news = self.kept.try_update_value(|kept| {
            let motion = kept.motion.as_ref()?;
            let camera = motion.camera();
            let wanted = match asked {
                Some(_) if kept.aim == Aim::Passing && motion.is_still() => Some(camera),
                Some(asked) => motion.wanted(&asked, now_ms()),
                None => Some(camera),
            };
            let free = kept.busy == 0 || kept.aim == Aim::Rest || motion.is_still();
            let wanted = wanted.filter(|_| free);
            if let Some(wanted) = &wanted {
                kept.aim = match motion.goal() {
                    _ if motion.is_still() => Aim::Rest,
                    Some(goal) if goal == *wanted => Aim::Goal,
                    _ => Aim::Passing,
                };
            }
            Some((camera, wanted))
        });
        let Some((camera, wanted)) = news.flatten() else {
            return false;
        };
        if self.camera.get_untracked() != Some(camera) {
            self.mark_still(false);
            self.camera.set(Some(camera));
        }
        if wanted.is_some() {
            self.sharp.set(wanted);
        }
        wanted.is_some()
    }

    /// Lets tests, benches and style sheets see whether the map is at rest and sharp.
    fn mark_still(self, still: bool) {
        let Some(canvas) = self.canvas.get_untracked() else {
            return;
        };
        if canvas.has_attribute("data-still") != still {
            let _ = canvas.toggle_attribute_with_force("data-still", still);
            if still && let Some(clock) = window().performance() {
                let _ = clock.mark(DRAWN);
            }
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
