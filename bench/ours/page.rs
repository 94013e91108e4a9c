//! A page with one large layer on it and nothing else, to be measured beside other map libraries.
//! Layer, stage and gestures are those of the map.
fn main() {
    #[cfg(target_arch = "wasm32")]
    page::start();
}

#[cfg(target_arch = "wasm32")]
mod page {
    use clausemap::app::overlay::{Layer, Look, Place};
    use clausemap::app::{Canvas, Hand, Stage};
    use clausemap::atlas::{Bounds, Point, Projection};
    use clausemap::dossier::PlaneOf;
    use clausemap::paint::canvas::Style;
    use clausemap::scene::{Camera, Limits, Padding};
    use js_sys::{Array, Object, Reflect};
    use leptos::html;
    use leptos::prelude::*;
    use web_sys::UrlSearchParams;
    use web_sys::wasm_bindgen::closure::Closure;
    use web_sys::wasm_bindgen::{JsCast, JsValue};

    pub fn start() {
        console_error_panic_hook::set_once();
        leptos::mount::mount_to_body(Page);
    }

    /// What the address asks for: the file, and what to show of it in degrees.
    fn asked() -> (String, Bounds) {
        let search = window().location().search().unwrap_or_default();
        let search = UrlSearchParams::new_with_str(&search).ok();
        let get = |name: &str| {
            search
                .as_ref()
                .and_then(|search| search.get(name))
                .unwrap_or_default()
        };
        let view: Vec<f64> = get("view")
            .split(',')
            .filter_map(|n| n.parse().ok())
            .collect();
        let by = Projection::default();
        let bounds = match view.as_slice() {
            [west, south, east, north] => Bounds::of(
                by.forward(Point::new(*west, *south)),
                by.forward(Point::new(*east, *north)),
            ),
            _ => Bounds::of(
                by.forward(Point::new(-180.0, -60.0)),
                by.forward(Point::new(180.0, 80.0)),
            ),
        };
        (get("data"), bounds)
    }

    #[component]
    fn Page() -> impl IntoView {
        let (url, bounds) = asked();
        let canvas = NodeRef::<html::Div>::new();
        let limits = Limits {
            extent: bounds,
            closest: 0.5,
            walled: None,
        };
        let stage = Stage::new(canvas, limits);
        stage.keep_size(move |width, height, now| {
            now.map_or_else(
                || Camera::fit(bounds, Padding::even(20.0), width, height),
                |now| now.resized(width, height),
            )
        });
        let style = Style {
            fills: vec![
                [0x1b, 0x4f, 0x72, 255],
                [0x2e, 0x86, 0xc1, 255],
                [0x48, 0xc9, 0xb0, 255],
                [0xf4, 0xd0, 0x3f, 255],
                [0xca, 0x6f, 0x1e, 255],
            ],
            line: [255; 4],
            width: 1.0,
            dash: None,
            point: 3.0,
        };
        let layer = Layer::open(
            stage,
            Place::Url(url),
            Look {
                style,
                plane: PlaneOf::Mercator {
                    meridian: 0.0,
                    parallel: 0.0,
                },
            },
        );
        offer(stage, &layer);
        let hand = Hand::new(stage);
        let clicked = layer.clone();
        let tell = move |event: web_sys::MouseEvent| {
            let at = Point::new(f64::from(event.client_x()), f64::from(event.client_y()));
            if let Some(id) = clicked.at(at, 2.0, |item| item.id.to_owned()) {
                say_hit(&id);
            }
        };
        view! {
            <div on:click=tell><Canvas hand /></div>
        }
    }

    fn say_hit(id: &str) {
        let detail = Object::new();
        let number: JsValue = id.parse::<f64>().map_or_else(|_| id.into(), Into::into);
        let _ = Reflect::set(&detail, &"id".into(), &number);
        let init = web_sys::CustomEventInit::new();
        init.set_detail(&detail);
        if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("bench:hit", &init) {
            let _ = window().dispatch_event(&event);
        }
    }

    /// Puts the questions of the benchmark on `window.ours`; see `bench/ours/contract.js`.
    fn offer(stage: Stage, layer: &Layer) {
        let ours = Object::new();
        let set = |name: &str, value: &JsValue| {
            let _ = Reflect::set(&ours, &name.into(), value);
        };
        let by = Projection::default();
        let project = Closure::<dyn Fn(f64, f64) -> Array>::new(move |lon: f64, lat: f64| {
            let camera = stage.camera.get_untracked();
            let at = camera.map(|camera| camera.to_screen(by.forward(Point::new(lon, lat))));
            let at = at.unwrap_or_default();
            Array::of2(&at.x.into(), &at.y.into())
        });
        let asked = layer.clone();
        let hit = Closure::<dyn Fn(f64, f64) -> JsValue>::new(move |x: f64, y: f64| {
            let number = asked.at(Point::new(x, y), 0.0, |item| item.id.parse::<f64>().ok());
            number.flatten().map_or(JsValue::NULL, JsValue::from_f64)
        });
        let watched = layer.clone();
        let still = Closure::<dyn Fn() -> bool>::new(move || watched.is_still());
        set("project", project.as_ref());
        set("hit", hit.as_ref());
        set("isStill", still.as_ref());
        project.forget();
        hit.forget();
        still.forget();
        let _ = Reflect::set(&window(), &"ours".into(), ours.unchecked_ref::<JsValue>());
    }
}
