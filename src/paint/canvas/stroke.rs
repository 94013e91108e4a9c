//! Draws lines: how dark each pixel is follows from its distance to the nearest of them, so that a
//! border drawn from both sides is no darker than one drawn once.

use super::colour::{Colour, over};
use crate::atlas::Point;

/// Dash and gap in px, and how far along the present line one is.
#[derive(Debug, Clone, Copy)]
struct Dash {
    dash: f64,
    gap: f64,
}

/// How much of each pixel lines cover, 0 to 255.
#[derive(Debug)]
pub(super) struct Ink {
    width: usize,
    height: usize,
    half: f32,
    dash: Option<Dash>,
    shares: Vec<u8>,
    drawn: Drawn,
}

impl Ink {
    pub(super) fn new(width: usize, height: usize, line: f64, dash: Option<(f64, f64)>) -> Self {
        let dash = dash.map(|(dash, gap)| Dash { dash, gap });
        let mut ink = Self {
            width: 0,
            height: 0,
            half: (line / 2.0) as f32,
            dash: dash.filter(|dash| dash.dash > 0.0 && dash.gap > 0.0),
            shares: Vec::new(),
            drawn: Drawn::default(),
        };
        ink.clear(width, height);
        ink
    }

    pub(super) fn clear(&mut self, width: usize, height: usize) {
        self.width = width;
        self.height = height;
        self.shares.clear();
        self.shares.resize(width * height, 0);
        self.drawn.clear();
    }

    /// A line through these corners, back to the first if it is a ring.
    pub(super) fn line(&mut self, corners: &[Point], ring: bool) {
        if self.half <= 0.0 {
            return;
        }
        let ends = corners.last().zip(corners.first()).filter(|_| ring);
        let mut along = 0.0;
        let mut step = |a: Point, b: Point| match self.dash {
            Some(dash) => self.dashed(a, b, dash, &mut along),
            None => self.segment(a, b),
        };
        for [a, b] in corners.array_windows() {
            step(*a, *b);
        }
        if let Some((last, first)) = ends {
            step(*last, *first);
        }
    }

    /// A dot of this radius.
    pub(super) fn dot(&mut self, at: Point, radius: f64) {
        let radius = radius as f32;
        if let Some((at, end)) = self.near(at, at, f64::from(radius) + 0.5) {
            self.draw(Segment::new(at, end), radius);
        }
    }

    /// The dashes of a segment that begins so far along its line.
    fn dashed(&mut self, a: Point, b: Point, dash: Dash, along: &mut f64) {
        let length = a.distance(b);
        let period = dash.dash + dash.gap;
        let far = (self.width + self.height) as f64 * 2.0;
        // A segment from far outside would have more dashes than can be seen.
        if length <= 0.0 || length > far * 8.0 {
            *along += length;
            return self.segment(a, b);
        }
        let at = |way: f64| {
            let t = (way / length).clamp(0.0, 1.0);
            Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
        };
        let mut start = -(*along % period);
        while start < length {
            if start + dash.dash > 0.0 {
                self.segment(at(start), at(start + dash.dash));
            }
            start += period;
        }
        *along += length;
    }

    fn segment(&mut self, a: Point, b: Point) {
        let reach = f64::from(self.half) + 0.5;
        if let Some((a, b)) = self.near(a, b, reach) {
            let segment = Segment::new(a, b);
            if !self.drawn.has(segment) {
                self.draw(segment, self.half);
            }
        }
    }

    /// Darkens the pixels whose middle lies near a segment.
    fn draw(&mut self, segment: Segment, half: f32) {
        let reach = half + 0.5;
        let (dx, dy) = (segment.bx - segment.ax, segment.by - segment.ay);
        let square = dx * dx + dy * dy;
        let inverse = if square > 0.0 { 1.0 / square } else { 0.0 };
        // Of a long segment each row has but a part: so far to each side of its middle.
        let slope = dx / dy;
        let wide = if square > 16.0 && dy.abs() > 1e-3 {
            reach * square.sqrt() / dy.abs() + slope.abs()
        } else {
            f32::INFINITY
        };
        let (left, right) = ordered(segment.ax, segment.bx);
        let (top, bottom) = ordered(segment.ay, segment.by);
        // The pixels whose middle lies between two numbers; a cast from a float stops at 0.
        let columns = |from: f32, to: f32| {
            let end = ((to + 0.5) as usize).min(self.width);
            ((from + 0.5) as usize).min(end)..end
        };
        let rows = (top - reach + 0.5) as usize..((bottom + reach + 0.5) as usize).min(self.height);
        let whole = columns(left - reach, right + reach);
        for row in rows {
            let y = row as f32 + 0.5 - segment.ay;
            let columns = if wide.is_finite() {
                let middle = segment.ax + y * slope;
                let near = columns(middle - wide, middle + wide);
                let end = near.end.min(whole.end);
                near.start.max(whole.start).min(end)..end
            } else {
                whole.clone()
            };
            let line = row * self.width;
            let mut x = columns.start as f32 + 0.5 - segment.ax;
            let shares = self
                .shares
                .get_mut(line + columns.start..line + columns.end);
            for share in shares.into_iter().flatten() {
                let t = ((x * dx + y * dy) * inverse).clamp(0.0, 1.0);
                let (ex, ey) = (x - t * dx, y - t * dy);
                let cover = reach - (ex * ex + ey * ey).sqrt();
                *share = (*share).max((cover * 255.0) as u8);
                x += 1.0;
            }
        }
    }

    /// The part of a segment within the picture and `reach` px around it, so that numbers stay small
    /// enough for single floats.
    fn near(&self, a: Point, b: Point, reach: f64) -> Option<(Point, Point)> {
        let (right, bottom) = (self.width as f64 + reach, self.height as f64 + reach);
        let is_near = |p: Point| p.x >= -reach && p.x <= right && p.y >= -reach && p.y <= bottom;
        if is_near(a) && is_near(b) {
            return Some((a, b));
        }
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        let sides = [
            (a.x, b.x - a.x, self.width as f64),
            (a.y, b.y - a.y, self.height as f64),
        ];
        for (start, step, end) in sides {
            let (low, high) = (-reach - start, end + reach - start);
            if step == 0.0 {
                if low > 0.0 || high < 0.0 {
                    return None;
                }
                continue;
            }
            let (enter, leave) = (low / step, high / step);
            from = from.max(enter.min(leave));
            to = to.min(enter.max(leave));
        }
        let at = |t: f64| Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
        (from <= to).then(|| (at(from), at(to)))
    }

    /// Puts the lines on a picture.
    pub(super) fn put(&self, pixels: &mut [Colour], line: Colour) {
        for (pixel, share) in pixels.iter_mut().zip(&self.shares) {
            if *share > 0 {
                *pixel = over(line, *pixel, *share);
            }
        }
    }
}

/// A segment in px of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Segment {
    ax: f32,
    ay: f32,
    bx: f32,
    by: f32,
}

impl Segment {
    /// The segment between two points, the same from either end.
    fn new(a: Point, b: Point) -> Self {
        let (ax, ay) = (a.x as f32, a.y as f32);
        let (bx, by) = (b.x as f32, b.y as f32);
        if (ax, ay) <= (bx, by) {
            Self { ax, ay, bx, by }
        } else {
            Self {
                ax: bx,
                ay: by,
                bx: ax,
                by: ay,
            }
        }
    }

    /// Where among so many places it is remembered.
    fn place(self, places: usize) -> usize {
        let mixed = [self.ax, self.ay, self.bx, self.by]
            .into_iter()
            .fold(0_u32, |mixed, part| {
                (mixed.rotate_left(5) ^ part.to_bits()).wrapping_mul(0x9E37_79B1)
            });
        (mixed >> 8) as usize % places
    }
}

/// How many segments are remembered: half a megabyte.
const REMEMBERED: usize = 1 << 15;

/// The segments that were drawn last. Most borders come twice, once from either side; what was
/// drawn already need not be drawn again.
#[derive(Debug, Default)]
struct Drawn {
    places: Vec<Segment>,
}

impl Drawn {
    /// Whether a segment is among them. From now on it is.
    fn has(&mut self, segment: Segment) -> bool {
        let Some(place) = self.places.get_mut(segment.place(REMEMBERED)) else {
            return false;
        };
        std::mem::replace(place, segment) == segment
    }

    fn clear(&mut self) {
        // Equal to nothing, not even to itself.
        let none = Segment {
            ax: f32::NAN,
            ay: 0.0,
            bx: 0.0,
            by: 0.0,
        };
        self.places.clear();
        self.places.resize(REMEMBERED, none);
    }
}

fn ordered(a: f32, b: f32) -> (f32, f32) {
    if a < b { (a, b) } else { (b, a) }
}
