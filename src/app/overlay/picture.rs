//! A picture of a layer in the document, which moves with the camera until there is the next.

use leptos::prelude::document;
use web_sys::wasm_bindgen::{Clamped, JsCast};
use web_sys::{
    Element, HtmlCanvasElement, HtmlElement, ImageBitmap, ImageBitmapRenderingContext, ImageData,
    OffscreenCanvas, OffscreenCanvasRenderingContext2d,
};

use super::super::map::Hung;
use crate::overlay::Window;
use crate::paint::Node;
use crate::paint::canvas::Canvas;
use crate::scene::{Camera, Shift};

/// What was drawn, as an image that a canvas can take without a copy. `screen` is kept for the next one.
pub(super) fn bitmap(canvas: &Canvas, screen: &mut Option<OffscreenCanvas>) -> Option<ImageBitmap> {
    let (width, height) = (canvas.width() as u32, canvas.height() as u32);
    let data = ImageData::new_with_u8_clamped_array(Clamped(canvas.bytes()), width).ok()?;
    let screen = match screen {
        Some(screen) => screen,
        None => screen.insert(OffscreenCanvas::new(width, height).ok()?),
    };
    if screen.width() != width || screen.height() != height {
        screen.set_width(width);
        screen.set_height(height);
    }
    let pen = screen.get_context("2d").ok()??;
    let pen: OffscreenCanvasRenderingContext2d = pen.dyn_into().ok()?;
    pen.put_image_data(&data, 0.0, 0.0).ok()?;
    screen.transfer_to_image_bitmap().ok()
}

/// A picture and the window that it shows.
pub(super) struct Picture {
    holder: HtmlElement,
    canvas: Option<HtmlCanvasElement>,
    svg: Option<Hung>,
    /// What it shows; `None` before the first picture.
    pub(super) window: Option<Window>,
}

impl Picture {
    /// An empty picture in an element, after everything else in it.
    pub(super) fn new(stage: &Element, class: &str) -> Option<Self> {
        let holder = document().create_element("div").ok()?;
        holder.set_attribute("class", class).ok()?;
        holder.set_attribute("aria-hidden", "true").ok()?;
        stage.append_child(&holder).ok()?;
        Some(Self {
            holder: holder.dyn_into().ok()?,
            canvas: None,
            svg: None,
            window: None,
        })
    }

    /// Shows what a worker has drawn.
    pub(super) fn show_bitmap(&mut self, bitmap: &ImageBitmap, window: Window) {
        if self.canvas.is_none() {
            let made = document().create_element("canvas").ok();
            let made = made.and_then(|made| made.dyn_into::<HtmlCanvasElement>().ok());
            if let Some(canvas) = &made {
                let _ = self.holder.append_child(canvas);
            }
            self.canvas = made;
        }
        let Some(canvas) = &self.canvas else { return };
        fit(canvas, &window);
        let context = canvas.get_context("bitmaprenderer").ok().flatten();
        let context = context.and_then(|c| c.dyn_into::<ImageBitmapRenderingContext>().ok());
        if let Some(context) = context {
            context.transfer_from_image_bitmap(bitmap);
            self.window = Some(window);
        }
    }

    /// Shows a picture of elements.
    pub(super) fn show_svg(&mut self, node: Node, window: Window) {
        Hung::show(&mut self.svg, node, &self.holder);
        self.window = Some(window);
    }

    /// Moves it to where the camera sees it now.
    pub(super) fn follow(&self, camera: &Camera) {
        if let Some(window) = &self.window {
            let shift = Shift::between(&window.camera, camera).with_margin(window.margin);
            let style = self.holder.style();
            let _ = style.set_property("transform", &shift.to_css());
        }
    }

    /// Whether it is to be seen.
    pub(super) fn set_seen(&self, seen: bool) {
        let value = if seen { "visible" } else { "hidden" };
        let _ = self.holder.style().set_property("visibility", value);
    }

    /// Takes it out of the document.
    pub(super) fn remove(&self) {
        self.holder.remove();
    }
}

/// Gives a canvas the size of a picture, in device px and in CSS px.
fn fit(canvas: &HtmlCanvasElement, window: &Window) {
    let (width, height) = window.size();
    if (canvas.width(), canvas.height()) != (width as u32, height as u32) {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    let style = canvas.style();
    let px = |device: usize| format!("{}px", device as f64 / window.density);
    let _ = style.set_property("width", &px(width));
    let _ = style.set_property("height", &px(height));
}
