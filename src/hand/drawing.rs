//! The drawing that the hand moves: one of those that were made beforehand, of which the style sheet shows one.

use js_sys::parse_float;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};

use super::made::{Made, beside, of_what, shift};
use super::numbers::written;
use crate::atlas::Point;
use crate::scene::Camera;

/// The drawing that is shown.
pub struct Drawing {
    element: SvgElement,
    /// How it was made.
    pub made: Made,
    /// How the window opened on it.
    pub opening: Camera,
    /// For which camera the browser has laid it out.
    pub laid: Camera,
    /// What keeps its size: elements, the attribute that holds their place, and what that said.
    signs: Vec<(Element, &'static str, String)>,
    /// Names, and where what they belong to is: that far they stay from it.
    names: Vec<(Element, Point, Point)>,
    /// Lines that are drawn in several places, in each as broad as ever.
    lines: Vec<Element>,
}

impl Drawing {
    /// The one of several that is shown.
    pub fn shown(mat: &HtmlElement) -> Option<Self> {
        let mut all = all_of(mat, "svg[data-made]");
        let element = all.find(|one| one.get_bounding_client_rect().width() > 0.0)?;
        let element: SvgElement = element.dyn_into().ok()?;
        let said = element.get_attribute("data-made")?;
        let said: Vec<f64> = said.split(' ').map(parse_float).collect();
        let fits = element.get_attribute("preserveAspectRatio")?;
        let made = Made::of(&said, fits.ends_with("slice"))?;
        let frame = mat.get_bounding_client_rect();
        let opening = made.opening(frame.width(), frame.height());
        let mut signs = Vec::new();
        for (css, attribute) in [
            (".marks [transform], .badges > [transform]", "transform"),
            ("pattern", "patternTransform"),
        ] {
            for sign in all_of(&element, css) {
                let said = sign.get_attribute(attribute).unwrap_or_default();
                signs.push((sign, attribute, said));
            }
        }
        let dots: Vec<Point> = all_of(&element, ".dot:not([r='0'])")
            .filter_map(|dot| {
                let at = |name| Some(parse_float(&dot.get_attribute(name)?));
                Some(Point::new(at("cx")?, at("cy")?))
            })
            .collect();
        let names = all_of(&element, ".labels > [transform]")
            .filter_map(|name| {
                let said = name.get_attribute("transform")?;
                let (_, place) = said.split_once('(')?;
                let (x, y) = place.split_once(' ')?;
                let at = Point::new(parse_float(x), parse_float(y));
                Some((name, at, of_what(at, &dots)))
            })
            .collect();
        Some(Self {
            made,
            opening,
            laid: opening,
            signs,
            names,
            lines: all_of(&element, "defs > path").collect(),
            element,
        })
    }

    /// Moves it as it is.
    pub fn moved(&self, camera: &Camera) {
        let before = ["translate(", "px,", "px)scale("];
        let by = written(before, shift(&self.laid, camera), ")");
        let _ = self.element.style().set_property("transform", &by);
    }

    /// Lays it out anew. Lines are as broad as they were (style/hand.css), signs and names as large.
    pub fn lay(&mut self, camera: &Camera) {
        let smaller = self.opening.scale / camera.scale;
        for (sign, attribute, said) in &self.signs {
            let scale = written([" scale("], [smaller], ")");
            let _ = sign.set_attribute(attribute, &(said.clone() + &scale));
        }
        for (name, at, of) in &self.names {
            let place = [
                beside(at.x, of.x, smaller),
                beside(at.y, of.y, smaller),
                smaller,
            ];
            let place = written(["translate(", " ", ") scale("], place, ")");
            let _ = name.set_attribute("transform", &place);
        }
        // A rule of a style sheet would not reach them where they are drawn.
        for line in &self.lines {
            let _ = line.set_attribute("vector-effect", "non-scaling-stroke");
        }
        let seen = written(["", " ", " ", " "], self.made.view_box(camera), "");
        let _ = self.element.set_attribute("viewBox", &seen);
        let _ = self.element.set_attribute("data-laid", "");
        let style = self.element.style();
        let _ = style.set_property("--smaller", &written([""], [smaller], ""));
        let _ = style.remove_property("transform");
        self.laid = *camera;
    }

    /// Puts it back as it was made.
    pub fn undo(&mut self) {
        if self.laid != self.opening {
            self.opening = self.made.own();
            self.lay(&self.made.own());
            let _ = self.element.remove_attribute("data-laid");
            for (sign, attribute, said) in &self.signs {
                let _ = sign.set_attribute(attribute, said);
            }
            for line in &self.lines {
                let _ = line.remove_attribute("vector-effect");
            }
        }
        let _ = self.element.style().remove_property("transform");
    }
}

/// All elements in another that a selector names.
fn all_of(within: &Element, css: &str) -> impl Iterator<Item = Element> + use<> {
    let found = within.query_selector_all(css).ok();
    let length = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into().ok())
}
