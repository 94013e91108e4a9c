//! The table: the dossier's layer on the stage. What it shows, and what is drawn of it.

use std::sync::Arc;
use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use super::super::desk::Desk;
use super::super::slices::Slices;
use super::super::turns::after_frames;
use super::super::views;
use super::handed::handed;
use super::hover;
use super::mounted::{Hung, Names};
use super::stage::{Busy, Stage, media};
use super::view::Looking;
use crate::atlas::{Atlas, Bounds, Point};
use crate::dossier::RegionId;
use crate::outlook::Shown;
use crate::paint::{self, Node};
use crate::reading::Shade;
use crate::route::{Subject, View as Shows};
use crate::scene::{CLOSEST, Camera, Drawing, Limits, Scene, Shift, View, estimate, margin};

/// The dossier on the stage; cheap to clone.
#[derive(Clone)]
pub struct Table {
    /// What all components share.
    pub desk: Desk,
    /// Where it lies, and how that moves.
    pub stage: Stage,
    /// The camera of the picture that is shown. What floats over the map follows it once that stands,
    /// as a piece of work of its own.
    pub drawn: RwSignal<Option<Camera>>,
    /// The region that has the focus.
    pub focused: RwSignal<Option<RegionId>>,
    /// The same where the focus is to be seen: a mouse that takes hold of the map puts it on a region
    /// too, and needs no other picture for that.
    pub ringed: RwSignal<Option<RegionId>>,
    /// Of the shades of a party's lens, those that are on the map.
    pub shades: RwSignal<Vec<Shade>>,
    shown: Memo<Shown>,
    picture: StoredValue<Picture, LocalStorage>,
}

/// What is drawn, and for which camera.
#[derive(Default)]
struct Picture {
    hung: Option<Hung>,
    drawn: Option<Camera>,
    /// What it was painted from: whoever asks what is here asks this.
    drawing: Option<Box<Drawing>>,
    /// The next picture, while it is being drawn.
    coming: Option<Slices>,
    /// One that nobody will see.
    rehearsal: Option<Slices>,
    /// How many there have been.
    count: u32,
    /// What was asked for last, which a map that comes back from under a view need not draw again.
    asked: Option<Asked>,
}

/// What a picture is to show, from where, and drawn from what.
type Asked = (Shown, Camera, Arc<Atlas>);

/// A picture in the making.
enum Making {
    Begun(Shown),
    View(Box<Looking>),
    Scene(Box<Drawing>),
    Node(Node, Box<Drawing>),
    Shown,
}

impl Table {
    /// A map in `canvas`, which is still to be mounted.
    pub fn new(desk: &Desk, canvas: NodeRef<html::Div>) -> Self {
        let (focused, ringed) = (RwSignal::new(None), RwSignal::new(None));
        let shown = {
            let desk = desk.clone();
            Memo::new(move |_| {
                let (route, now) = (desk.route.get(), desk.now());
                Shown {
                    subject: now.shown(&route),
                    plan: now.plan(&route),
                    day: now.loaded.dossier.manifest.as_of,
                    topic: now.lens_topic(&route),
                    lens: route.lens,
                    focused: ringed.get(),
                    coarse: media("(pointer: coarse)"),
                }
            })
        };
        let limits = Limits {
            extent: desk.atlas.get_untracked().ground_bounds(),
            closest: CLOSEST,
            walled: None,
        };
        let picture = StoredValue::new_local(Picture {
            hung: desk.hung.try_update_value(Option::take).flatten(),
            ..Picture::default()
        });
        let left = desk.hung;
        on_cleanup(move || {
            let hung = picture.try_update_value(|picture| picture.hung.take());
            left.set_value(hung.flatten());
        });
        Self {
            desk: desk.clone(),
            stage: Stage::new(canvas, limits),
            drawn: desk.drawn,
            focused,
            ringed,
            shades: RwSignal::new(Vec::new()),
            shown,
            picture,
        }
    }

    /// Draws when what is shown changes or the picture is to be sharp for another camera; moves
    /// what is drawn until then.
    pub fn keep_drawn(&self) {
        let (table, route) = (self.clone(), self.desk.route);
        let away = Memo::new(move |_| views::shown(route.read().view) != Shows::Map);
        Effect::new(move |was_away: Option<bool>| {
            let away = away.get();
            // Followed: a finer atlas is drawn as soon as it is there.
            let (shown, atlas) = (table.shown.get(), table.desk.atlas.get());
            if let (Some(camera), Some(canvas)) =
                (table.stage.sharp.get(), table.stage.canvas.get())
            {
                let asked = (shown, camera, atlas);
                if !table.may_wait(&asked, away, was_away.unwrap_or_default()) {
                    table.draw(asked, &canvas);
                }
            }
            away
        });
        let table = self.clone();
        Effect::new(move |_| {
            table.stage.camera.track();
            table.shift();
        });
    }

    /// Brings in the full outlines when the camera comes closer than the overviews can show. They
    /// are shown once the map rests: until then what is drawn keeps moving.
    pub fn keep_fine(&self) {
        let (stage, desk) = (self.stage, self.desk.clone());
        let asked = StoredValue::new(false);
        let finer = RwSignal::new(None);
        Effect::new(move |_| {
            let Some(camera) = stage.camera.get() else {
                return;
            };
            let wanted = desk
                .atlas
                .read_untracked()
                .is_too_coarse(camera.km_per_px());
            if wanted && !asked.get_value() {
                asked.set_value(true);
                desk.fetch_detail(finer);
            }
        });
        let desk = self.desk.clone();
        Effect::new(move |_| {
            if stage.sharp.get() == stage.camera.get()
                && let Some(atlas) = finer.get()
            {
                finer.set(None);
                desk.atlas.set(atlas);
            }
        });
    }

    /// Follows the size of the canvas: a first size opens the map, later ones keep its middle.
    pub fn keep_size(&self) {
        let table = self.clone();
        self.stage
            .keep_size(move |width, height, now| table.opened(width, height, now));
    }

    fn opened(&self, width: f64, height: f64, now: Option<Camera>) -> Camera {
        let home = self.desk.home_camera(width, height);
        // A page in another language begins where the reader was, the program where the hand was.
        let before = now.or_else(|| self.drawn.get_untracked());
        let camera = match before.or_else(|| handed(&home)) {
            // Whoever saw the whole country goes on seeing it.
            Some(now) if now != self.desk.home_camera(now.width, now.height) => {
                now.resized(width, height)
            }
            _ => home,
        };
        match self.shown.get_untracked().subject {
            Subject::Overview => camera,
            // What the page is about stays in view when a sheet takes part of the window.
            subject => self.desk.camera_for(&subject, &camera).unwrap_or(camera),
        }
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
        if let Some(now) = self.stage.camera.get_untracked()
            && let Some(goal) = self.desk.camera_for(subject, &now)
        {
            self.stage.fly(goal);
        }
    }

    /// Whether nothing has to be drawn now: nobody sees what lies under a view, and a map that comes back as it was
    /// is there already. The first picture is drawn in any case.
    fn may_wait(&self, asked: &Asked, away: bool, was_away: bool) -> bool {
        self.picture.with_value(|picture| {
            let is_drawn = picture.drawn.is_some();
            let is_same = picture.asked.as_ref().is_some_and(|last| {
                last.0 == asked.0 && last.1 == asked.1 && Arc::ptr_eq(&last.2, &asked.2)
            });
            is_drawn && (away || (was_away && is_same))
        })
    }

    /// Draws anew, in slices, and gives up what was being drawn. What is shown stays until then.
    fn draw(&self, asked: Asked, canvas: &HtmlElement) {
        let mut busy = Some(self.stage.busy());
        let (shown, camera, atlas) = asked.clone();
        let (table, canvas) = (self.clone(), canvas.clone());
        let lens = shown.picture_of();
        let passing = self.stage.is_passing();
        let mut state = Making::Begun(shown);
        let slices = Slices::run(move || {
            state = match std::mem::replace(&mut state, Making::Shown) {
                Making::Begun(shown) => {
                    let desk = table.desk.at_present();
                    let viewing = Looking::begin(desk, shown, camera, covered(&canvas));
                    Making::View(Box::new(viewing))
                }
                Making::View(mut viewing) => {
                    if viewing.step() {
                        Making::View(viewing)
                    } else {
                        let drawing = table.begin(*viewing);
                        Making::Scene(Box::new(table.on_the_way(drawing, passing)))
                    }
                }
                Making::Scene(mut drawing) => {
                    if drawing.step(&atlas, &estimate) {
                        Making::Scene(drawing)
                    } else {
                        Making::Node(table.paint(drawing.scene(), lens), drawing)
                    }
                }
                Making::Node(node, drawing) => {
                    table.show(node, drawing, camera, &canvas, busy.take());
                    Making::Shown
                }
                Making::Shown => return false,
            };
            true
        });
        self.picture.update_value(|picture| {
            picture.coming = slices;
            // One that is good for moments is drawn again in any case.
            picture.asked = (!passing).then_some(asked);
        });
    }

    /// Begins to draw what is seen, and says which shades there are.
    fn begin(&self, viewing: Looking) -> Drawing {
        let (view, shades) = viewing.done();
        if self.shades.with_untracked(|before| *before != shades) {
            self.shades.set(shades);
        }
        let margin = margin(&view.camera);
        Drawing::begin(View { margin, ..view })
    }

    /// A picture that is good for moments takes its names from the one that is shown.
    fn on_the_way(&self, drawing: Drawing, passing: bool) -> Drawing {
        self.picture.with_value(|picture| match &picture.drawing {
            Some(before) if passing => drawing.after(before),
            _ => drawing,
        })
    }

    fn paint(&self, scene: &Scene, lens: &'static str) -> Node {
        let options = paint::svg::Options {
            prefix: "map",
            title: self.desk.words.map,
            regions: self.desk.words.all_regions,
            lens,
        };
        paint::svg::paint(scene, &options)
    }

    /// Exchanges the picture for the next.
    fn show(
        &self,
        mut node: Node,
        drawing: Box<Drawing>,
        camera: Camera,
        canvas: &HtmlElement,
        busy: Option<Busy>,
    ) {
        let mut names = None;
        let is_first = self.picture.try_update_value(|picture| {
            names = Names::held_back(&mut node, picture.hung.as_ref());
            picture.count = picture.count.wrapping_add(1);
            Hung::show(&mut picture.hung, node, canvas);
            hover::clear();
            picture.drawing = Some(drawing);
            picture.drawn.replace(camera).is_none()
        });
        self.shift();
        match names {
            Some(names) => self.name_in_turns((names, busy)),
            None => drop(busy),
        }
        let told = self.drawn;
        // In a turn of its own: what floats over the map follows.
        set_timeout(move || told.set(Some(camera)), Duration::ZERO);
        if is_first == Some(true) {
            let table = self.clone();
            set_timeout(move || table.rehearse(), Duration::ZERO);
        }
    }

    /// Whether the page has turned to another language since, with a table of its own.
    pub fn is_gone(&self) -> bool {
        self.picture.is_disposed()
    }

    /// What is shown, to be drawn once more as a picture on the way is.
    pub fn rehearsal(&self) -> Option<Drawing> {
        self.picture.with_value(|picture| {
            let shown = picture.drawing.as_ref()?;
            Some(Drawing::begin(shown.view().clone()).after(shown))
        })
    }

    /// Goes on with a drawing that nobody will see.
    pub fn keep_rehearsal(&self, slices: Option<Slices>) {
        self.picture
            .update_value(|picture| picture.rehearsal = slices);
    }

    /// Brings in names that come after their picture, some in each frame, until there is another picture. The map is
    /// not at rest before.
    fn name_in_turns(&self, mut coming: (Names, Option<Busy>)) {
        let own = self.picture.with_value(|picture| picture.count);
        let table = self.clone();
        after_frames(1, move || {
            let more = table.picture.try_update_value(|picture| {
                picture.count == own && coming.0.step(&mut picture.hung)
            });
            if more == Some(true) {
                table.name_in_turns(coming);
            }
        });
    }

    /// Asks what is drawn; `None` before anything is.
    pub fn with_drawn<T>(&self, ask: impl FnOnce(&View, &Scene) -> T) -> Option<T> {
        self.picture.with_value(|picture| {
            let drawing = picture.drawing.as_ref()?;
            Some(ask(drawing.view(), drawing.scene()))
        })
    }

    /// What the page is about.
    pub fn subject(&self) -> Subject {
        self.shown.with_untracked(|shown| shown.subject.clone())
    }

    /// What floats over the map, in px of the canvas.
    pub fn furniture(&self) -> Vec<Bounds> {
        let canvas = self.stage.canvas.get_untracked();
        canvas.map(|canvas| covered(&canvas)).unwrap_or_default()
    }

    /// Moves the drawn picture to where the camera has gone since.
    fn shift(&self) {
        let Some(camera) = self.stage.camera.get_untracked() else {
            return;
        };
        self.picture.with_value(|picture| {
            let (Some(hung), Some(drawn)) = (&picture.hung, picture.drawn) else {
                return;
            };
            let Some(element) = hung.element().dyn_ref::<web_sys::SvgElement>() else {
                return;
            };
            let shift = Shift::between(&drawn, &camera).with_margin(margin(&drawn));
            let _ = element.style().set_property("transform", &shift.to_css());
        });
    }
}

/// What floats over the map, in px of the canvas: no label stands there.
fn covered(canvas: &HtmlElement) -> Vec<Bounds> {
    let Some(mat) = canvas.parent_element() else {
        return Vec::new();
    };
    let frame = canvas.get_bounding_client_rect();
    let Ok(found) = mat.query_selector_all(".over, .scale-holder") else {
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
