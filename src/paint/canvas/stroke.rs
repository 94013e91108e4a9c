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
}

impl Ink {
    pub(super) fn new(width: usize, height: usize, line: f64, dash: Option<(f64, f64)>) -> Self {
        let dash = dash.map(|(dash, gap)| Dash { dash, gap });
        Self {
            width,
            height,
            half: (line / 2.0) as f32,
            dash: dash.filter(|dash| dash.dash > 0.0 && dash.gap > 0.0),
            shares: vec![0; width * height],
        }
    }

    pub(super) fn clear(&mut self, width: usize, height: usize) {
        self.width = width;
        self.height = height;
        self.shares.clear();
        self.shares.resize(width * height, 0);
    }

    /// A line through these corners, back to the first if it is a ring.
    pub(super) fn line(&mut self, corners: &[Point], ring: bool) {
        if self.half <= 0.0 {
            return;
        }
        let closing = corners.first().filter(|_| ring);
        let next = corners.iter().skip(1).chain(closing);
        let mut along = 0.0;
        for (a, b) in corners.iter().zip(next) {
            match self.dash {
                Some(dash) => self.dashed(*a, *b, dash, &mut along),
                None => self.segment(*a, *b, self.half),
            }
        }
    }

    /// A dot of this radius.
    pub(super) fn dot(&mut self, at: Point, radius: f64) {
        self.segment(at, at, radius as f32);
    }

    /// The dashes of a segment that begins so far along its line.
    fn dashed(&mut self, a: Point, b: Point, dash: Dash, along: &mut f64) {
        let length = a.distance(b);
        let period = dash.dash + dash.gap;
        let far = (self.width + self.height) as f64 * 2.0;
        // A segment from far outside would have more dashes than can be seen.
        if length <= 0.0 || length > far * 8.0 {
            *along += length;
            return self.segment(a, b, self.half);
        }
        let at = |way: f64| {
            let t = (way / length).clamp(0.0, 1.0);
            Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
        };
        let mut start = -(*along % period);
        while start < length {
            if start + dash.dash > 0.0 {
                self.segment(at(start), at(start + dash.dash), self.half);
            }
            start += period;
        }
        *along += length;
    }

    fn segment(&mut self, a: Point, b: Point, half: f32) {
        let reach = f64::from(half) + 0.5;
        let (right, bottom) = (self.width as f64, self.height as f64);
        let (left, top) = (a.x.min(b.x) - reach, a.y.min(b.y) - reach);
        let (until_x, until_y) = (a.x.max(b.x) + reach, a.y.max(b.y) + reach);
        if !(until_x > 0.0 && until_y > 0.0 && left < right && top < bottom) {
            return;
        }
        let rows = (top.max(0.0) as usize)..(until_y.min(bottom).ceil() as usize);
        let Some((a, b)) = self.near(a, b, reach) else {
            return;
        };
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let length = dx.hypot(dy);
        // How far to each side of the middle the line reaches within one row.
        let wide = if dy.abs() > 1e-6 {
            reach * length / dy.abs() + (dx / dy).abs()
        } else {
            f64::INFINITY
        };
        let toward = Toward::new(a, (dx, dy), length);
        for row in rows {
            let y = row as f64 + 0.5;
            let middle = a.x + (y - a.y) / if dy == 0.0 { 1.0 } else { dy } * dx;
            let from = left.max(if wide.is_finite() {
                middle - wide
            } else {
                left
            });
            let to = until_x.min(if wide.is_finite() {
                middle + wide
            } else {
                until_x
            });
            let columns = (from.max(0.0) as usize)..(to.clamp(0.0, right).ceil() as usize);
            let line = row * self.width;
            let Some(shares) = self.shares.get_mut(
                line + columns.start.min(self.width)
                    ..line + columns.end.max(columns.start.min(self.width)),
            ) else {
                continue;
            };
            let mut x = columns.start as f32 + 0.5;
            for share in shares {
                let cover = half + 0.5 - toward.distance(x, y as f32);
                if cover > 0.0 {
                    *share = (*share).max((cover * 255.0) as u8);
                }
                x += 1.0;
            }
        }
    }

    /// The part of a segment within the picture and `reach` px around it, so that numbers stay small
    /// enough for single floats.
    fn near(&self, a: Point, b: Point, reach: f64) -> Option<(Point, Point)> {
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

/// A segment, to be asked for distances.
struct Toward {
    x: f32,
    y: f32,
    dx: f32,
    dy: f32,
    /// One over the square of the length; 0 for a point.
    inverse: f32,
}

impl Toward {
    fn new(a: Point, (dx, dy): (f64, f64), length: f64) -> Self {
        Self {
            x: a.x as f32,
            y: a.y as f32,
            dx: dx as f32,
            dy: dy as f32,
            inverse: if length > 0.0 {
                (1.0 / (length * length)) as f32
            } else {
                0.0
            },
        }
    }

    fn distance(&self, x: f32, y: f32) -> f32 {
        let (px, py) = (x - self.x, y - self.y);
        let t = ((px * self.dx + py * self.dy) * self.inverse).clamp(0.0, 1.0);
        let (ex, ey) = (px - t * self.dx, py - t * self.dy);
        (ex * ex + ey * ey).sqrt()
    }
}
