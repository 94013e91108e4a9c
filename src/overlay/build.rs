//! Fills a layer from the features of a file.

use super::flat::{Form, Frame, Overlay, Piece, Said};
use super::grid::{Cell, cell};
use super::level::{ALWAYS, parted};
use super::parcel::Parcel;
use super::quick::Quick;
use crate::atlas::{Point, Sink};
use crate::stream::{Feature, Take};

/// Takes features into an [`Overlay`].
#[derive(Debug)]
pub struct Builder {
    overlay: Overlay,
    by: Quick,
    /// The property that says the class of a feature.
    class: &'static str,
    /// Whether a feature without an id is called by its number.
    numbered: bool,
    feature: u32,
    form: Form,
    frame: Frame,
    start: usize,
}

impl Builder {
    /// A layer in this projection, whose classes stand in the property of this name.
    pub fn new(by: Quick, class: &'static str) -> Self {
        Self {
            overlay: Overlay::default(),
            by,
            class,
            numbered: true,
            feature: 0,
            form: Form::Point,
            frame: Frame::EMPTY,
            start: 0,
        }
    }

    /// For a part of a file that does not begin with it: features without an id are left without, until
    /// it is known how many come before them.
    #[must_use]
    pub fn amid(self) -> Self {
        Self {
            numbered: false,
            ..self
        }
    }

    /// Adds what another has built [amid](Self::amid) the file, after `before` features.
    pub fn append(&mut self, parcel: &Parcel, before: usize) {
        self.overlay.append(parcel, before);
        self.start = self.overlay.positions.len();
    }

    /// Makes room at once for a file of `all` bytes of which `read` have been read, rather than by
    /// doubling: what a program in the browser has once taken it never gives back.
    pub fn expect(&mut self, read: usize, all: usize) {
        let now = self.overlay.positions.len();
        if read > 0 && now > 0 {
            let total = (now as f64 * all as f64 / read as f64 * 1.02) as usize;
            let more = total.saturating_sub(now);
            self.overlay.positions.reserve_exact(more);
            self.overlay.levels.reserve_exact(more);
        }
    }

    /// The layer, with its index.
    pub fn finish(self) -> Overlay {
        let mut overlay = self.overlay;
        overlay.index = super::hit::index(&overlay);
        overlay
    }

    /// The layer without its index: to be drawn, or sent on, by whoever asks it nothing.
    pub fn finish_unasked(self) -> Overlay {
        self.overlay
    }

    fn end_run(&mut self) {
        let end = self.overlay.positions.len();
        if self.form == Form::Area && end > self.start {
            // The first of a ring comes after its last.
            let ends = self
                .overlay
                .positions
                .last()
                .zip(self.overlay.positions.get(self.start));
            if let (Some((last, first)), Some(level)) =
                (ends, self.overlay.levels.get_mut(self.start))
            {
                *level = parted(*last, *first).max(1);
            }
        } else if let Some(level) = self.overlay.levels.last_mut() {
            *level = ALWAYS;
        }
        self.overlay.runs.push(end as u32);
        self.start = end;
    }

    fn end_piece(&mut self) {
        let (form, feature, frame) = (self.form, self.feature, self.frame);
        let runs_end = self.overlay.runs.len() as u32;
        self.overlay.pieces.push(Piece {
            form,
            feature,
            runs_end,
            frame,
        });
        self.frame = Frame::EMPTY;
    }

    fn say(&mut self, written: Option<&[u8]>) -> u32 {
        // Most ids are numbers, most names plain: what is written is the words.
        if let Some(plain) = written.and_then(as_written) {
            self.overlay.words.push_str(plain);
            return self.overlay.words.len() as u32;
        }
        let written = text_of(written);
        if let Ok(words) = serde_json::from_str::<String>(written) {
            self.overlay.words.push_str(&words);
        } else if let Ok(number) = serde_json::from_str::<serde_json::Number>(written) {
            self.overlay.words.push_str(&number.to_string());
        }
        self.overlay.words.len() as u32
    }
}

/// What is written; empty where that is nothing, or not UTF-8.
fn text_of(written: Option<&[u8]>) -> &str {
    let text = written.map(std::str::from_utf8);
    text.and_then(Result::ok).unwrap_or_default()
}

/// A whole number or a text without escapes, as words.
fn as_written(written: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(written).ok()?;
    if let Some(inside) = text.strip_prefix('"') {
        return inside
            .strip_suffix('"')
            .filter(|words| !words.contains('\\'));
    }
    let short = text.len() < 16 && !text.starts_with('0');
    Some(text).filter(|_| short && text.bytes().all(|c| c.is_ascii_digit()))
}

impl Take for Builder {
    fn feature(&mut self, feature: &Feature<'_>) {
        self.feature = self.overlay.said.len() as u32;
        feature.geometry.send_cut(self.by.meridian(), self);
        let start = self.overlay.words.len() as u32;
        let mut id_end = self.say(feature.id);
        if id_end == start && self.numbered {
            self.overlay.words.push_str(&feature.number.to_string());
            id_end = self.overlay.words.len() as u32;
        }
        let name_end = self.say(feature.property("name"));
        let class = text_of(feature.property(self.class));
        let class = serde_json::from_str(class).unwrap_or_default();
        self.overlay.said.push(Said {
            id_end,
            name_end,
            class,
        });
    }
}

impl Sink for Builder {
    fn point(&mut self, degrees: Point) {
        let at: Cell = cell(self.by.forward(degrees));
        let level = match self
            .overlay
            .positions
            .get(self.start..)
            .and_then(<[Cell]>::last)
        {
            Some(before) => parted(*before, at),
            None => ALWAYS,
        };
        // A position on the same place of the grid says nothing.
        if level == 0 {
            return;
        }
        self.overlay.positions.push(at);
        self.overlay.levels.push(level);
        self.frame.take(at);
        if self.form == Form::Point {
            self.end_run();
            self.end_piece();
        }
    }

    fn line_start(&mut self) {
        if self.form == Form::Point {
            self.form = Form::Line;
        }
    }

    fn line_end(&mut self) {
        self.end_run();
        if self.form == Form::Line {
            self.end_piece();
            self.form = Form::Point;
        }
    }

    fn polygon_start(&mut self) {
        self.form = Form::Area;
    }

    fn polygon_end(&mut self) {
        self.end_piece();
        self.form = Form::Point;
    }
}
