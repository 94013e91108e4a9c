//! The map without a mouse.

use leptos::prelude::*;

use super::super::address;
use super::super::pane::focus;
use super::super::slices::now_ms;
use super::asking::Asking;
use super::keys_panel::KeysPanel;
use super::steering::steer;
use super::table::Table;
use crate::atlas::{Heading, Point, next_towards};
use crate::dossier::RegionId;
use crate::reading::TypeAhead;
use crate::route::Subject;

/// The keys of the map.
#[derive(Clone)]
pub struct Keys {
    table: Table,
    asking: Asking,
    panel: KeysPanel,
    ahead: StoredValue<TypeAhead>,
}

impl Keys {
    /// The keys of this map.
    pub fn new(table: Table, asking: Asking, panel: KeysPanel) -> Self {
        Self {
            table,
            asking,
            panel,
            ahead: StoredValue::new(TypeAhead::default()),
        }
    }

    /// A key is pressed while the focus is in the map. Enter is not here: regions are links.
    pub fn press(&self, event: &web_sys::KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if single(&event.key()).is_none() {
            self.ahead.update_value(TypeAhead::end);
        }
        match (event.key().as_str(), event.shift_key()) {
            ("ArrowUp", false) => self.walk(Heading::North),
            ("ArrowDown", false) => self.walk(Heading::South),
            ("ArrowLeft", false) => self.walk(Heading::West),
            ("ArrowRight", false) => self.walk(Heading::East),
            ("Home", _) => self.go_to(self.table.desk.stops().first()),
            ("End", _) => self.go_to(self.table.desk.stops().last()),
            ("0", false) => self.table.fly_to(&Subject::Overview),
            ("Escape", _) if self.asking.dismiss() => {}
            ("Escape", _) => self.climb(),
            ("?", _) => self.panel.open(),
            (" ", _) if !self.ahead.with_value(|ahead| ahead.is_typing(now_ms())) => {
                self.asking.ask_at_focus();
            }
            _ if steer(self.table.stage, event) => {}
            (key, _) => match single(key) {
                Some(letter) => self.type_ahead(letter),
                None => return,
            },
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// To the next region in a direction.
    fn walk(&self, heading: Heading) {
        let atlas = &self.table.desk.atlas.get_untracked();
        let Some(from) = self.table.focused.get_untracked() else {
            return;
        };
        let stops: Vec<(RegionId, Point)> = self
            .table
            .desk
            .stops()
            .into_iter()
            .filter(|id| *id != from)
            .filter_map(|id| atlas.label_point(&id).map(|point| (id, point)))
            .collect();
        let points: Vec<Point> = stops.iter().map(|(_, point)| *point).collect();
        let next = atlas
            .label_point(&from)
            .and_then(|from| next_towards(from, heading, &points))
            .and_then(|index| stops.get(index));
        self.go_to(next.map(|(id, _)| id));
    }

    /// To the next region whose name begins with what has been typed.
    fn type_ahead(&self, letter: char) {
        let (desk, focused) = (&self.table.desk, self.table.focused.get_untracked());
        let stops = desk.stops();
        let reader = desk.reader();
        let names: Vec<String> = stops
            .iter()
            .map(|id| reader.region_name(id).words)
            .collect();
        let now = stops.iter().position(|id| Some(id) == focused.as_ref());
        let found = self
            .ahead
            .try_update_value(|ahead| ahead.press(letter, now_ms(), &names, now));
        self.go_to(found.flatten().and_then(|at| stops.get(at)));
    }

    /// Focuses a region's element, and moves the map when the region lies outside the window.
    fn go_to(&self, id: Option<&RegionId>) {
        let (Some(id), Some(canvas)) = (id, self.table.stage.canvas.get_untracked()) else {
            return;
        };
        let found = canvas.query_selector(&format!("[data-region='{id}']"));
        if let Ok(Some(element)) = found {
            // The next picture makes it the Tab key's stop. Set here, the stop would stay for good if the
            // focus went on before that picture was shown.
            focus_element(&element);
        }
        self.bring_into_view(id);
    }

    fn bring_into_view(&self, id: &RegionId) {
        let point = self.table.desk.atlas.get_untracked().label_point(id);
        if let (Some(point), Some(camera)) = (point, self.table.stage.camera.get_untracked()) {
            let at = camera.to_screen(point);
            let inside = |v: f64, to: f64| (24.0..to - 24.0).contains(&v);
            if !(inside(at.x, camera.width) && inside(at.y, camera.height)) {
                self.table
                    .stage
                    .fly(camera.centred_on(point, crate::scene::Padding::default()));
            }
        }
    }

    /// One step up; at the top, the whole country.
    fn climb(&self) {
        let desk = &self.table.desk;
        let route = desk.route.get_untracked();
        let subject = desk.shown(&route);
        if subject == Subject::Overview {
            self.table.fly_to(&Subject::Overview);
        } else {
            address::go(&route.to(desk.up(&subject)));
        }
    }
}

/// The letter of a key that types one; a space too.
fn single(key: &str) -> Option<char> {
    let mut letters = key.chars();
    let letter = letters.next()?;
    (letters.next().is_none() && (letter.is_alphabetic() || letter == ' ')).then_some(letter)
}

/// Focuses any element: SVG links are focusable, but are no `HtmlElement`s.
pub fn focus_element(element: &web_sys::Element) {
    use web_sys::wasm_bindgen::JsCast;
    match element.dyn_ref::<web_sys::SvgElement>() {
        Some(svg) => {
            let _ = svg.focus();
        }
        None => focus(element),
    }
}
