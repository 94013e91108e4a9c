//! Where the map begins whose reader has moved it before there was a program.

use js_sys::parse_float;
use leptos::prelude::*;

use crate::atlas::Point;
use crate::scene::Camera;

/// Where the hand (`crate::hand`) has left the map of the page made beforehand, seen from a window like `home`'s.
pub fn handed(home: &Camera) -> Option<Camera> {
    let said = document()
        .document_element()?
        .get_attribute("data-camera")?;
    // The library's own way of reading them would be fourteen thousand bytes, packed.
    let said: Vec<f64> = said.split(' ').map(parse_float).collect();
    let [x, y, metres] = *said.as_slice() else {
        return None;
    };
    let is_one = metres > 0.0 && x.is_finite() && y.is_finite();
    is_one.then_some(Camera {
        centre: Point::new(x, y),
        scale: 1.0 / metres,
        ..*home
    })
}
