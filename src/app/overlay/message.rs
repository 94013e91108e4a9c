//! What the page and the worker say to each other: arrays whose first element names the matter.

use js_sys::{Array, Float64Array, Int32Array, Uint8Array, Uint32Array};
use web_sys::wasm_bindgen::{JsCast, JsValue};

use crate::atlas::Point;
use crate::dossier::PlaneOf;
use crate::overlay::{Parcel, Window};
use crate::paint::canvas::Style;
use crate::scene::Camera;
use crate::stream::Rest;

/// A message of this matter.
pub(super) fn message(matter: &str, rest: &[&JsValue]) -> Array {
    let message = Array::of1(&JsValue::from_str(matter));
    for value in rest {
        message.push(value);
    }
    message
}

/// The matter of a message.
pub(super) fn matter(message: &Array) -> String {
    message.get(0).as_string().unwrap_or_default()
}

/// A number in a message.
pub(super) fn number(message: &Array, at: u32) -> f64 {
    message.get(at).as_f64().unwrap_or_default()
}

pub(super) fn window_to_js(window: &Window) -> JsValue {
    let Window {
        camera,
        margin,
        density,
    } = window;
    let numbers = [
        camera.centre.x,
        camera.centre.y,
        camera.scale,
        camera.width,
        camera.height,
        *margin,
        *density,
    ];
    Float64Array::from(numbers.as_slice()).into()
}

pub(super) fn window_of_js(value: JsValue) -> Option<Window> {
    let numbers = value.dyn_into::<Float64Array>().ok()?.to_vec();
    let [x, y, scale, width, height, margin, density] = numbers.as_slice() else {
        return None;
    };
    Some(Window {
        camera: Camera {
            centre: Point::new(*x, *y),
            scale: *scale,
            width: *width,
            height: *height,
        },
        margin: *margin,
        density: *density,
    })
}

pub(super) fn style_to_js(style: &Style) -> JsValue {
    let (dash, gap) = style.dash.unwrap_or_default();
    let numbers = Float64Array::from([style.width, dash, gap, style.point].as_slice());
    let line = Uint8Array::from(style.line.as_slice());
    let fills = Uint8Array::from(style.fills.as_flattened());
    Array::of3(&numbers, &line, &fills).into()
}

pub(super) fn style_of_js(value: JsValue) -> Option<Style> {
    let parts = value.dyn_into::<Array>().ok()?;
    let numbers = parts.get(0).dyn_into::<Float64Array>().ok()?.to_vec();
    let [width, dash, gap, point] = numbers.as_slice() else {
        return None;
    };
    let bytes = |at: u32| Some(parts.get(at).dyn_into::<Uint8Array>().ok()?.to_vec());
    Some(Style {
        fills: bytes(2)?.as_chunks::<4>().0.to_vec(),
        line: *bytes(1)?.first_chunk()?,
        width: *width,
        dash: (*dash > 0.0).then_some((*dash, *gap)),
        point: *point,
    })
}

/// A projection as what it was made of.
pub(super) fn plane_to_js(plane: PlaneOf) -> JsValue {
    let numbers = match plane {
        PlaneOf::Lambert {
            parallels: [a, b],
            meridian,
        } => [0.0, meridian, a, b],
        PlaneOf::Mercator { meridian, parallel } => [1.0, meridian, parallel, 0.0],
    };
    Float64Array::from(numbers.as_slice()).into()
}

pub(super) fn plane_of_js(value: JsValue) -> Option<PlaneOf> {
    let numbers = value.dyn_into::<Float64Array>().ok()?.to_vec();
    let [kind, meridian, a, b] = numbers.as_slice() else {
        return None;
    };
    let (meridian, a, b) = (*meridian, *a, *b);
    Some(if *kind == 0.0 {
        PlaneOf::Lambert {
            parallels: [a, b],
            meridian,
        }
    } else {
        PlaneOf::Mercator {
            meridian,
            parallel: a,
        }
    })
}

/// A layer as arrays that can be handed over.
pub(super) fn parcel_to_js(parcel: &Parcel) -> Array {
    let parts = Array::of5(
        &Int32Array::from(parcel.positions.as_flattened()),
        &Uint32Array::from(parcel.runs.as_slice()),
        &Int32Array::from(parcel.pieces.as_flattened()),
        &Uint32Array::from(parcel.said.as_flattened()),
        &JsValue::from_str(&parcel.words),
    );
    parts.push(&Uint8Array::from(parcel.levels.as_slice()));
    parts
}

pub(super) fn parcel_of_js(value: JsValue) -> Option<Parcel> {
    let parts = value.dyn_into::<Array>().ok()?;
    let whole = |at: u32| parts.get(at).dyn_into::<Int32Array>().ok();
    let counts = |at: u32| Some(parts.get(at).dyn_into::<Uint32Array>().ok()?.to_vec());
    let flat = whole(0)?;
    let mut positions = vec![[0; 2]; flat.length() as usize / 2];
    flat.copy_to(positions.as_flattened_mut());
    Some(Parcel {
        positions,
        runs: counts(1)?,
        pieces: whole(2)?.to_vec().as_chunks::<7>().0.to_vec(),
        said: counts(3)?.as_chunks::<3>().0.to_vec(),
        words: parts.get(4).as_string()?,
        levels: parts.get(5).dyn_into::<Uint8Array>().ok()?.to_vec(),
    })
}

/// What a second reader has found in the rest of a file: two counts and texts by twos.
pub(super) fn rest_to_js(rest: &Rest) -> Array {
    let count = |n: usize| JsValue::from_f64(n as f64);
    let found = Array::of2(&count(rest.features), &count(rest.positions));
    for (name, value) in &rest.heading {
        found.push(&JsValue::from_str(name));
        found.push(&JsValue::from_str(value));
    }
    found
}

/// `None` also where it found something wrong.
pub(super) fn rest_of_js(value: JsValue) -> Option<Rest> {
    let found = value.dyn_into::<Array>().ok()?;
    let words = |at: u32| found.get(at).as_string();
    let pairs = (2..found.length()).step_by(2);
    Some(Rest {
        features: number(&found, 0) as usize,
        positions: number(&found, 1) as usize,
        heading: pairs
            .filter_map(|at| words(at).zip(words(at + 1)))
            .collect(),
    })
}

/// What may be handed over rather than copied: the buffers of the arrays in a message.
pub(super) fn buffers(values: &Array) -> Array {
    let found = Array::new();
    for value in values.iter() {
        if let Some(array) = value.dyn_ref::<Int32Array>() {
            found.push(&array.buffer());
        } else if let Some(array) = value.dyn_ref::<Uint32Array>() {
            found.push(&array.buffer());
        } else if let Some(array) = value.dyn_ref::<Uint8Array>() {
            found.push(&array.buffer());
        }
    }
    found
}
