//! What a window shows of a layer, as calls.

use super::flat::{Form, Frame, Overlay};
use super::grid::{Cell, UNIT, cell};
use super::level::{coarsest, middle};
use crate::atlas::{Point, Sink};
use crate::scene::Camera;

/// Takes what a layer looks like: the calls of a [`Sink`], in px of the picture, after each call of
/// `feature`.
pub trait Sheet: Sink {
    /// The next feature: its number and its class. False: it is not wanted.
    fn feature(&mut self, number: usize, class: u8) -> bool;
}

/// A window on the plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// What the camera sees, and how large.
    pub camera: Camera,
    /// How much more is drawn on each side, in CSS px.
    pub margin: f64,
    /// Device px to the CSS px: a picture is drawn in device px.
    pub density: f64,
}

impl Window {
    /// The size of the picture in device px.
    pub fn size(&self) -> (usize, usize) {
        let px = |css: f64| {
            let px = (css + 2.0 * self.margin) * self.density;
            px.round().clamp(1.0, 16_384.0) as usize
        };
        (px(self.camera.width), px(self.camera.height))
    }

    /// Device px to the metre.
    fn scale(&self) -> f64 {
        self.camera.scale * self.density
    }

    /// The point of the plane in the upper left corner of the picture.
    fn corner(&self) -> Point {
        self.camera.to_plane(Point::new(-self.margin, -self.margin))
    }

    /// What of the grid lies in the picture, with two px around it for the width of a line.
    fn frame(&self) -> Frame {
        let corner = self.corner();
        let (width, height) = self.size();
        let (scale, edge) = (self.scale(), 2.0);
        let at = |x: f64, y: f64| cell(Point::new(corner.x + x / scale, corner.y - y / scale));
        let (low, high) = (
            at(-edge, height as f64 + edge),
            at(width as f64 + edge, -edge),
        );
        Frame {
            min: low,
            max: high,
        }
    }
}

impl Overlay {
    /// Sends what a window shows: pieces that meet it, with the positions that can be told apart by
    /// half a px, from square to square of the level.
    pub fn send(&self, window: &Window, sheet: &mut impl Sheet) {
        let frame = window.frame();
        let level = coarsest(0.5 / window.scale());
        let (corner, scale) = (window.corner(), window.scale());
        let (x0, y0) = (corner.x / UNIT, corner.y / UNIT);
        let unit = UNIT * scale;
        let px = |[x, y]: Cell| Point::new((f64::from(x) - x0) * unit, (y0 - f64::from(y)) * unit);
        let mut shown = None;
        for (number, piece) in self.pieces.iter().enumerate() {
            if !piece.frame.meets(&frame) {
                continue;
            }
            if shown.is_none_or(|(feature, _)| feature != piece.feature) {
                let class = self.said.get(piece.feature as usize);
                let class = class.map_or(0, |said| said.class);
                let wanted = sheet.feature(piece.feature as usize, class);
                shown = Some((piece.feature, wanted));
            }
            if shown.is_some_and(|(_, wanted)| wanted) {
                self.send_piece(number, piece.form, level, px, sheet);
            }
        }
    }

    /// A call of its own for each piece: a browser makes a function quick once it has been called
    /// many times, and never while it runs.
    #[inline(never)]
    fn send_piece(
        &self,
        number: usize,
        form: Form,
        level: u8,
        px: impl Fn(Cell) -> Point,
        sheet: &mut impl Sheet,
    ) {
        if form == Form::Area {
            sheet.polygon_start();
        }
        for (_, range) in self.runs_of(number) {
            let positions = self.positions.get(range.clone()).unwrap_or_default();
            let levels = self.levels.get(range).unwrap_or_default();
            if form == Form::Point {
                for at in positions {
                    sheet.point(px(*at));
                }
                continue;
            }
            sheet.line_start();
            for (at, until) in positions.iter().zip(levels) {
                if *until > level {
                    sheet.point(px(middle(*at, level)));
                }
            }
            sheet.line_end();
        }
        if form == Form::Area {
            sheet.polygon_end();
        }
    }
}
