//! Files: made in the page, handed to the reader, sent nowhere.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Promise, encode_uri_component};
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement,
};

use super::super::address;
use super::super::desk::Desk;
use super::super::map;
use super::Told;
use crate::atlas::Atlas;
use crate::paint::Node;
use crate::reading::export::{Amount, Scope, Taken};
use crate::takeaway;

/// What a file is.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Csv,
    Json,
    Geojson,
    Svg,
    /// A picture so many times as large as the sheet.
    Png(u32),
}

impl Kind {
    pub const DATA: [Self; 3] = [Self::Csv, Self::Json, Self::Geojson];
    pub const PICTURES: [Self; 4] = [Self::Svg, Self::Png(1), Self::Png(2), Self::Png(4)];

    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Geojson => "GeoJSON",
            Self::Svg => "SVG",
            Self::Png(2) => "PNG 2×",
            Self::Png(4) => "PNG 4×",
            Self::Png(_) => "PNG",
        }
    }

    /// The word in attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Geojson => "geojson",
            Self::Svg => "svg",
            Self::Png(2) => "png-2",
            Self::Png(4) => "png-4",
            Self::Png(_) => "png-1",
        }
    }

    /// What comes after the file's name.
    fn ending(self) -> &'static str {
        match self {
            Self::Csv => ".csv",
            Self::Json => ".json",
            Self::Geojson => ".geojson",
            Self::Svg => ".svg",
            Self::Png(2) => "@2x.png",
            Self::Png(4) => "@4x.png",
            Self::Png(_) => ".png",
        }
    }

    fn mime(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::Geojson => "application/geo+json",
            Self::Svg => "image/svg+xml",
            Self::Png(_) => "image/png",
        }
    }
}

/// What is shown, as values to be written.
fn taken(desk: &Desk) -> Taken {
    let route = desk.route.get_untracked();
    let there = address::whole(&takeaway::link(&route));
    desk.reader().take(&scope(desk), there)
}

/// How much is shown.
pub fn amount(desk: &Desk) -> Amount {
    desk.reader().amount(&scope(desk))
}

fn scope(desk: &Desk) -> Scope {
    let route = desk.route.get_untracked();
    let (subject, plan) = (desk.shown(&route), desk.plan(&route));
    takeaway::scope(&desk.reader(), &route, &subject, &plan)
}

/// Makes a file and hands it to the reader.
pub fn save(desk: &Desk, kind: Kind, told: RwSignal<Option<Told>>) {
    let desk = desk.at_present();
    told.set(Some(Told::Working));
    leptos::task::spawn_local(async move {
        let route = desk.route.get_untracked();
        let day = desk.loaded.dossier.manifest.as_of;
        let name = takeaway::file_name(&route, &desk.shown(&route), day) + kind.ending();
        let made = make(&desk, kind).await;
        let url = made.and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob).ok());
        let said = match url {
            Some(url) => {
                hand_over(&url, &name);
                Told::Saved { name, url }
            }
            None => Told::Failed,
        };
        told.try_set(Some(said));
    });
}

async fn make(desk: &Desk, kind: Kind) -> Option<Blob> {
    let text = match kind {
        Kind::Csv => taken(desk).csv(),
        Kind::Json => taken(desk).json(),
        Kind::Geojson => takeaway::geojson(&taken(desk), &*full(desk).await),
        Kind::Svg => sheet(desk, 1).await.to_markup(),
        Kind::Png(times) => return picture(&sheet(desk, times).await).await,
    };
    let bag = BlobPropertyBag::new();
    bag.set_type(kind.mime());
    let parts = Array::of1(&JsValue::from_str(&text));
    Blob::new_with_str_sequence_and_options(&parts, &bag).ok()
}

/// The full outlines, or what there is of them.
async fn full(desk: &Desk) -> Arc<Atlas> {
    let now = desk.atlas.get_untracked();
    if !now.is_overview() {
        return now;
    }
    desk.full_atlas().await.unwrap_or(now)
}

async fn sheet(desk: &Desk, times: u32) -> Node {
    let camera = map::sheet_camera(desk);
    let now = desk.atlas.get_untracked();
    let atlas = if now.is_too_coarse(camera.km_per_px() / f64::from(times)) {
        full(desk).await
    } else {
        now
    };
    map::sheet(desk, camera, &atlas, times)
}

/// A drawing as a picture of pixels. The drawing is an image of its own, so nothing of the page's can
/// change it, and nothing in it can reach the page.
async fn picture(drawing: &Node) -> Option<Blob> {
    let side = |name: &str| drawing.get(name)?.parse::<u32>().ok();
    let (width, height) = (side("width")?, side("height")?);
    let image = HtmlImageElement::new().ok()?;
    let markup = String::from(encode_uri_component(&drawing.to_markup()));
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &markup].concat());
    JsFuture::from(image.decode()).await.ok()?;
    let canvas = document().create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    let (wide, high) = (f64::from(width), f64::from(height));
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, wide, high)
        .ok()?;
    let made = Promise::new(&mut |resolve, reject| {
        if canvas.to_blob(&resolve).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

/// Saves what is at an address of this page under a name, as a click on a link would.
fn hand_over(url: &str, name: &str) {
    let Ok(link) = document().create_element("a") else {
        return;
    };
    let _ = link.set_attribute("href", url);
    let _ = link.set_attribute("download", name);
    if let Some(link) = link.dyn_ref::<web_sys::HtmlElement>() {
        link.click();
    }
}
