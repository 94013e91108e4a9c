//! A layer on the stage: from its address to a picture that follows the camera.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Float64Array};
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{AbortController, Element, ImageBitmap, MessageChannel};

use super::super::map::{Busy, Stage};
use super::bytes::{Failed, Pieces, Place, fetch};
use super::message::{matter, number, parcel_of_js, window_of_js};
use super::picture::Picture;
use super::remote::Remote;
use crate::atlas::{Bounds, Point, Projection};
use crate::dossier::PlaneOf;
use crate::overlay::{Builder, Item, Overlay, Quick, Window};
use crate::paint;
use crate::paint::canvas::Style;
use crate::scene::{Camera, Padding, Shift};
use crate::stream::Reader;

/// A file of more bytes than this is read and drawn by a worker.
const LARGE: usize = 1_500_000;

/// A file of more bytes than this is read by two workers, half each, where there are two processors.
const READ_IN_TWO: usize = 4_000_000;

/// A layer of no more positions than this is drawn as elements of the document, sharp at every zoom;
/// one of more on a canvas, by a worker.
const DOCUMENT_HOLDS: usize = 15_000;

/// How far beyond the window is drawn, as a share of its longer side.
const MARGIN: f64 = 0.1;

/// The longer side in px of the picture of the whole layer that lies under the other.
const WHOLE: f64 = 900.0;

/// How a layer looks, and where it lies.
#[derive(Debug, Clone)]
pub struct Look {
    /// Colours and widths, in CSS px.
    pub style: Style,
    /// The projection of the map that it lies on.
    pub plane: PlaneOf,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// Bytes are coming: how many have, and how many there will be.
    Fetching(usize, Option<usize>),
    /// It is being read: how much of it has been, 0 to 1.
    Reading(f64),
    /// It has been read.
    Read {
        /// How many features there are.
        features: usize,
        /// How many were left out.
        left_out: usize,
        /// What is wrong, in words.
        findings: Vec<String>,
        /// What the file says of itself: name, date, source. Empty where it says nothing.
        heading: [String; 3],
    },
    /// It did not arrive.
    Failed(Failed),
    /// Nobody can read it: neither a worker is let start, nor its program without one.
    NoWorker,
}

/// A layer; cheap to clone. It goes away with [`Layer::close`].
#[derive(Clone)]
pub struct Layer {
    /// How far it is.
    pub told: RwSignal<Told>,
    stage: Stage,
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    look: Look,
    /// Where it is drawn, once its element is there.
    top: Option<Picture>,
    /// The whole layer, coarse, for the edges that a gesture uncovers.
    under: Option<Picture>,
    remote: Option<Remote>,
    /// The second worker, until the file has been read.
    helper: Option<Remote>,
    /// Whether the worker has what it needs to draw, or will have before it reads the next message.
    served: bool,
    overlay: Option<Rc<Overlay>>,
    bounds: Bounds,
    /// The picture that has been asked for, if one has.
    asked: Option<(Asked, Busy)>,
    count: u32,
    abort: Option<AbortController>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Top,
    Under,
}

impl Layer {
    /// Opens a file. Pictures go into the stage's canvas element.
    pub fn open(stage: Stage, place: Place, look: Look) -> Self {
        let inner = Inner {
            look,
            top: None,
            under: None,
            remote: None,
            helper: None,
            served: false,
            overlay: None,
            bounds: Bounds::default(),
            asked: None,
            count: 0,
            abort: AbortController::new().ok(),
        };
        let layer = Self {
            told: RwSignal::new(Told::Fetching(0, None)),
            stage,
            inner: Rc::new(RefCell::new(inner)),
        };
        layer.keep_up();
        let opening = layer.clone();
        leptos::task::spawn_local(async move {
            if let Err(failed) = opening.bring(&place).await
                && !opening.is_closed()
            {
                opening.tell(Told::Failed(failed));
            }
        });
        layer
    }

    /// Whether nobody can read it.
    fn is_refused(&self) -> bool {
        self.told.with_untracked(|told| *told == Told::NoWorker)
    }

    /// Whether it has been given up, while something of it was still to come.
    fn is_closed(&self) -> bool {
        self.inner.borrow().abort.is_none()
    }

    /// Says how far it is, unless there is nobody to bring it farther.
    fn tell(&self, told: Told) {
        if !self.is_refused() {
            self.told.set(told);
        }
    }

    /// Gives up what is under way and takes the pictures away.
    pub fn close(&self) {
        let mut inner = self.inner.borrow_mut();
        if let Some(abort) = inner.abort.take() {
            abort.abort();
        }
        inner.remote = None;
        inner.helper = None;
        for picture in inner.top.take().into_iter().chain(inner.under.take()) {
            picture.remove();
        }
        inner.overlay = None;
    }

    /// What lies under a point of the window (CSS px), within `reach` px: id, name and class.
    pub fn at<T>(&self, at: Point, reach: f64, tell: impl FnOnce(Item<'_>) -> T) -> Option<T> {
        let camera = self.stage.camera.get_untracked()?;
        let overlay = self.inner.borrow().overlay.clone()?;
        let feature = overlay.at(camera.to_plane(at), reach / camera.scale)?;
        overlay.item(feature).map(tell)
    }

    /// Whether the picture is the one that the camera sees.
    pub fn is_still(&self) -> bool {
        let inner = self.inner.borrow();
        let shown = inner.top.as_ref().and_then(|top| top.window);
        inner.asked.is_none()
            && shown.map(|window| window.camera) == self.stage.camera.get_untracked()
    }

    /// Follows the cameras of the stage.
    fn keep_up(&self) {
        let layer = self.clone();
        Effect::new(move |_| {
            if layer.stage.camera.get().is_some() {
                layer.follow();
            }
        });
        let layer = self.clone();
        Effect::new(move |_| {
            if layer.stage.sharp.get().is_some() {
                layer.ask();
            }
        });
    }

    async fn bring(&self, place: &Place) -> Result<(), Failed> {
        let abort = self.inner.borrow().abort.clone().ok_or(Failed::NoAnswer)?;
        let layer = self.clone();
        let progress = move |read: usize, total: Option<usize>| {
            if layer.is_closed() {
                return;
            }
            layer.tell(Told::Fetching(read, total));
            let length = read.max(total.unwrap_or_default());
            if length > LARGE {
                layer.hire();
            }
            if length > READ_IN_TWO {
                layer.hire_helper();
            }
        };
        let pieces = fetch(place, &abort.signal(), progress).await?;
        if self.is_closed() {
            return Ok(());
        }
        mark("clausemap:bytes");
        if pieces.length <= LARGE {
            if self.read_here(&pieces) > DOCUMENT_HOLDS {
                self.hire();
                self.hand_over(pieces);
            }
        } else {
            self.tell(Told::Reading(0.0));
            self.hand_over(pieces);
            self.serve();
        }
        Ok(())
    }

    /// Starts the worker, while the bytes are still coming.
    fn hire(&self) {
        if self.inner.borrow().remote.is_some() {
            return;
        }
        let layer = self.clone();
        let remote = Remote::start(move |said| layer.hear(&said));
        if remote.is_none() {
            self.refuse();
        }
        self.inner.borrow_mut().remote = remote;
    }

    /// Nobody reads it, so nothing more of it need come.
    fn refuse(&self) {
        self.told.set(Told::NoWorker);
        let mut inner = self.inner.borrow_mut();
        inner.served = false;
        let (abort, asked) = (inner.abort.clone(), inner.asked.take());
        drop(inner);
        if let Some(abort) = abort {
            abort.abort();
        }
        // Nobody waits for a picture of it either.
        drop(asked);
    }

    /// Starts the second worker, who says nothing to the page.
    fn hire_helper(&self) {
        let mut inner = self.inner.borrow_mut();
        let alone = window().navigator().hardware_concurrency() < 2.0;
        if !alone && inner.helper.is_none() {
            inner.helper = Remote::start(|_| {});
        }
    }

    fn hand_over(&self, pieces: Pieces) {
        let inner = self.inner.borrow();
        let Some(remote) = &inner.remote else { return };
        let (style, plane) = (in_device_px(&inner.look.style), inner.look.plane);
        let all = pieces.length;
        match (&inner.helper, MessageChannel::new()) {
            (Some(helper), Ok(channel)) => {
                let (first, second) = pieces.in_two();
                helper.help(second, plane, &channel.port2());
                remote.read(first, all, &style, plane, Some(channel.port1()));
            }
            _ => remote.read(pieces, all, &style, plane, None),
        }
    }

    /// From now on the worker draws.
    fn serve(&self) {
        if self.is_refused() {
            return;
        }
        self.inner.borrow_mut().served = true;
        self.ask();
    }

    /// Reads a small file, and draws it at once if a document can hold it. Gives its positions.
    fn read_here(&self, pieces: &Pieces) -> usize {
        let mut inner = self.inner.borrow_mut();
        let mut builder = Builder::new(Quick::new(&Projection::from(inner.look.plane)), "v");
        let mut reader = Reader::default();
        for piece in &pieces.all {
            let length = piece.length() as usize;
            reader.feed(length, |room| piece.copy_to(room), &mut builder);
        }
        reader.finish(&mut builder);
        let overlay = builder.finish();
        inner.bounds = overlay.bounds();
        let positions = overlay.positions();
        inner.overlay = Some(Rc::new(overlay));
        drop(inner);
        mark("clausemap:parsed");
        let heading = ["name", "date", "source"];
        self.told.set(Told::Read {
            features: reader.counted.features,
            left_out: reader.counted.left_out,
            findings: reader.findings.iter().map(ToString::to_string).collect(),
            heading: heading.map(|name| reader.heading.get(name).unwrap_or_default().to_owned()),
        });
        if positions <= DOCUMENT_HOLDS {
            self.ask();
        }
        positions
    }

    /// Asks for the picture of what the camera sees, unless one is under way.
    fn ask(&self) {
        let Some(camera) = self.stage.camera.get_untracked() else {
            return;
        };
        let window = Window {
            camera,
            margin: (camera.width.max(camera.height) * MARGIN).round(),
            density: density(),
        };
        let mut inner = self.inner.borrow_mut();
        let shown = inner.top.as_ref().and_then(|top| top.window);
        if inner.asked.is_some() || shown == Some(window) {
            return;
        }
        if let Some(remote) = inner.remote.as_ref().filter(|_| inner.served) {
            remote.draw(inner.count, &window);
            inner.count += 1;
            inner.asked = Some((Asked::Top, self.stage.busy()));
            return;
        }
        let Some(overlay) = inner.overlay.clone() else {
            return;
        };
        if overlay.positions() <= DOCUMENT_HOLDS {
            let css = Window {
                density: 1.0,
                ..window
            };
            let node = paint::svg::layer(&overlay, &css, inner.look.style.point);
            self.show(&mut inner, Asked::Top, |picture| {
                picture.show_svg(node, window);
            });
        }
    }

    /// Asks for the picture of the whole layer.
    fn ask_under(&self) {
        let mut inner = self.inner.borrow_mut();
        let bounds = inner.bounds;
        let longer = bounds.width().max(bounds.height());
        if longer <= 0.0 || inner.under.is_some() || inner.asked.is_some() {
            return;
        }
        let px = |metres: f64| (metres / longer * WHOLE).ceil().max(1.0);
        let (width, height) = (px(bounds.width()), px(bounds.height()));
        let window = Window {
            camera: Camera::fit(bounds, Padding::default(), width, height),
            margin: 0.0,
            density: 1.0,
        };
        if let Some(remote) = inner.remote.as_ref().filter(|_| inner.served) {
            remote.draw(inner.count, &window);
            inner.count += 1;
            inner.asked = Some((Asked::Under, self.stage.busy()));
        }
    }

    /// Hears the worker.
    fn hear(&self, said: &Array) {
        match matter(said).as_str() {
            "none" => self.refuse(),
            "progress" => self.told.set(Told::Reading(number(said, 1))),
            // What was read here has been told already; the worker is ready to draw it.
            "told" if self.inner.borrow().overlay.is_some() => self.serve(),
            "told" => self.hear_told(said),
            "picture" => self.hear_picture(said),
            "parcel" if self.inner.borrow().overlay.is_none() => {
                let overlay = parcel_of_js(said.get(1)).map(Overlay::unpack);
                self.inner.borrow_mut().overlay = overlay.map(Rc::new);
            }
            _ => {}
        }
    }

    fn hear_told(&self, said: &Array) {
        mark("clausemap:parsed");
        self.inner.borrow_mut().helper = None;
        let count = |at: u32| number(said, at) as usize;
        let words = |at: u32| -> Vec<String> {
            let all: Array = said.get(at).unchecked_into();
            all.iter().filter_map(|text| text.as_string()).collect()
        };
        let corners = said.get(6).dyn_into::<Float64Array>();
        if let Ok([left, low, right, high]) = corners.map(|c| c.to_vec()).as_deref() {
            self.inner.borrow_mut().bounds =
                Bounds::of(Point::new(*left, *low), Point::new(*right, *high));
        }
        let mut heading = words(5).into_iter();
        self.told.set(Told::Read {
            features: count(1),
            left_out: count(2),
            findings: words(4),
            heading: std::array::from_fn(|_| heading.next().unwrap_or_default()),
        });
    }

    fn hear_picture(&self, said: &Array) {
        let window = window_of_js(said.get(2));
        let bitmap = said.get(3).dyn_into::<ImageBitmap>();
        let (Some(window), Ok(bitmap)) = (window, bitmap) else {
            return;
        };
        {
            let mut inner = self.inner.borrow_mut();
            let (which, busy) = match inner.asked.take() {
                Some((which, busy)) => (which, Some(busy)),
                None => (Asked::Top, None),
            };
            self.show(&mut inner, which, |picture| {
                picture.show_bitmap(&bitmap, window);
            });
            drop(inner);
            drop(busy);
        }
        // What has moved meanwhile is asked for again; the edges come when there is nothing better to do.
        self.follow();
        let resting = self.stage.camera.get_untracked() == self.stage.sharp.get_untracked();
        if resting {
            self.ask();
            self.ask_under();
        }
    }

    /// Shows a picture, in an element that is made for it the first time.
    fn show(&self, inner: &mut Inner, which: Asked, put: impl FnOnce(&mut Picture)) {
        let Some(holder) = self.stage.canvas.get_untracked() else {
            return;
        };
        let holder: &Element = &holder;
        let first = inner.top.is_none();
        let (slot, class) = match which {
            Asked::Top => (&mut inner.top, "overlay"),
            Asked::Under => (&mut inner.under, "overlay overlay-whole"),
        };
        if slot.is_none() {
            *slot = Picture::new(holder, class);
        }
        if let (Some(picture), Some(camera)) = (slot, self.stage.camera.get_untracked()) {
            put(picture);
            picture.follow(&camera);
        }
        if first && which == Asked::Top {
            mark("clausemap:overlay-drawn");
        }
    }

    /// Moves the pictures to where the camera is, and asks for another before they end.
    fn follow(&self) {
        let Some(camera) = self.stage.camera.get_untracked() else {
            return;
        };
        let wanted = {
            let inner = self.inner.borrow();
            let Some(top) = &inner.top else { return };
            top.follow(&camera);
            let covered = top
                .window
                .is_some_and(|window| covers(&window, &camera, 0.0));
            if let Some(under) = &inner.under {
                under.follow(&camera);
                under.set_seen(!covered);
            }
            top.window.is_none_or(|window| is_spent(&window, &camera))
        };
        if wanted {
            self.ask();
        }
    }
}

/// Whether a picture covers the window, and `more` px of its margin on each side.
fn covers(window: &Window, camera: &Camera, more: f64) -> bool {
    let shift = Shift::between(&window.camera, camera);
    let (width, height) = (window.camera.width, window.camera.height);
    let spare = window.margin;
    let start = shift.of(Point::new(-spare, -spare));
    let end = shift.of(Point::new(width + spare, height + spare));
    start.x <= -more
        && start.y <= -more
        && end.x >= camera.width + more
        && end.y >= camera.height + more
}

/// Whether a picture will soon show its end, or has become too coarse.
fn is_spent(window: &Window, camera: &Camera) -> bool {
    let larger = camera.scale / window.camera.scale;
    !(0.6..=1.8).contains(&larger) || !covers(window, camera, window.margin * 0.3)
}

/// A style in device px.
fn in_device_px(style: &Style) -> Style {
    let density = density();
    let mut style = style.clone();
    style.width *= density;
    style.point *= density;
    style.dash = style
        .dash
        .map(|(dash, gap)| (dash * density, gap * density));
    style
}

fn density() -> f64 {
    window().device_pixel_ratio().max(0.5)
}

fn mark(name: &str) {
    if let Some(clock) = window().performance() {
        // Fails only for names that the browser keeps for itself.
        let _ = clock.mark(name);
    }
}
