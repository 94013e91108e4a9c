//! Outlines in px of the picture, and how they come about from the atlas.

use super::Camera;
use super::clip::{clip_line, clip_ring};
use crate::atlas::{Atlas, Bounds, Form, Point, Shape};

/// Details smaller than this many square px are left out.
const FINEST: f64 = 0.36;

/// A corner in tenths of a CSS px from the upper left of the window.
pub type Corner = (i32, i32);

/// A line or a ring of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its corners. The first one of a ring is not said twice.
    pub corners: Vec<Corner>,
    /// True for a ring.
    pub closed: bool,
}

/// Lines and rings that are drawn in one go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// The lines, in the order of drawing.
    pub lines: Vec<Line>,
}

impl Path {
    /// True when there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The box around it in px; empty when it is.
    pub fn bounds(&self) -> Bounds {
        let mut bounds = Bounds::default();
        for corner in self.lines.iter().flat_map(|line| &line.corners) {
            crate::atlas::Sink::point(&mut bounds, px(*corner));
        }
        bounds
    }

    /// Adds the lines of another.
    pub fn add(&mut self, other: &Self) {
        self.lines.extend(other.lines.iter().cloned());
    }
}

/// A corner in px.
pub fn px(corner: Corner) -> Point {
    Point::new(f64::from(corner.0) / 10.0, f64::from(corner.1) / 10.0)
}

/// A point in px as a corner.
pub fn corner(at: Point) -> Corner {
    // A window is a few thousand px wide and what is drawn is clipped to it.
    ((at.x * 10.0).round() as i32, (at.y * 10.0).round() as i32)
}

/// Draws shapes as one camera sees them.
///
/// Which nodes are drawn, and on which tenth of a px, depends on the node alone. Two regions
/// therefore draw the same corners along the border between them.
#[derive(Debug, Clone, Copy)]
pub struct Pen<'a> {
    atlas: &'a Atlas,
    camera: &'a Camera,
    /// What is drawn, in px: the window and its margin.
    pub window: Bounds,
    /// How many times as large a detail must be to be drawn.
    coarser: f64,
}

impl<'a> Pen<'a> {
    /// A pen for what the camera sees and `margin` px around it.
    pub fn new(atlas: &'a Atlas, camera: &'a Camera, margin: f64) -> Self {
        let corner = Point::new(camera.width, camera.height);
        // Edges that clipping makes must lie out of sight, under the widest stroke.
        let window = Bounds::of(Point::default(), corner).grown(margin + 20.0);
        Self {
            atlas,
            camera,
            window,
            coarser: 1.0,
        }
    }

    /// A pen that leaves out details `times` as large.
    #[must_use]
    pub fn coarser(self, times: f64) -> Self {
        Self {
            coarser: times,
            ..self
        }
    }

    /// Kilometres to the px.
    pub fn km_per_px(&self) -> f64 {
        self.camera.km_per_px()
    }

    /// Whether anything of a box in metres of the plane is within what is drawn.
    pub fn sees(&self, plane: &Bounds) -> bool {
        !plane.is_empty() && self.on_screen(plane).meets(&self.window)
    }

    /// A box of the plane in px.
    pub fn on_screen(&self, plane: &Bounds) -> Bounds {
        Bounds::of(
            self.camera.to_screen(plane.min),
            self.camera.to_screen(plane.max),
        )
    }

    /// The points of a run of nodes that can be told apart, in px. `coarser` times as much is left
    /// out as for an outline.
    pub fn points(&self, nodes: &[u32], coarser: f64) -> Vec<Point> {
        let coarser = coarser * self.coarser;
        let least = (FINEST * coarser / (self.camera.scale * self.camera.scale)) as f32;
        let all = self.atlas.nodes();
        nodes
            .iter()
            .filter(|node| all.weight(**node) >= least)
            .map(|node| self.camera.to_screen(all.plane(*node)))
            .collect()
    }

    /// A shape as areas or as lines, clipped to what is drawn.
    pub fn shape(&self, shape: &Shape) -> Path {
        let mut path = Path::default();
        for (_, nodes) in shape.lines() {
            let points = self.points(nodes, 1.0);
            match shape.form {
                Form::Area => path.lines.extend(self.ring(points)),
                Form::Line => self.line(&points, &mut path),
                Form::Point => {}
            }
        }
        path
    }

    /// Chains of nodes as lines, `coarser` times as coarse as outlines. A chain that ends on the
    /// node it began with is a ring.
    pub fn chains<'c>(&self, chains: impl IntoIterator<Item = &'c Vec<u32>>, coarser: f64) -> Path {
        let mut path = Path::default();
        for chain in chains {
            let ring = chain.len() > 3 && chain.first() == chain.last();
            let nodes = chain.get(usize::from(ring)..).unwrap_or_default();
            let mut points = self.points(nodes, coarser);
            if ring {
                points.extend(points.first().copied());
            }
            self.line(&points, &mut path);
        }
        path
    }

    /// A closed ring, clipped; `None` when too little is left to see.
    pub fn ring(&self, points: Vec<Point>) -> Option<Line> {
        let mut bounds = Bounds::default();
        for point in &points {
            crate::atlas::Sink::point(&mut bounds, *point);
        }
        if !bounds.meets(&self.window) {
            return None;
        }
        let points = if self.window.covers(&bounds) {
            points
        } else {
            clip_ring(points, &self.window)
        };
        let mut corners: Vec<Corner> = points.into_iter().map(corner).collect();
        corners.dedup();
        while corners.len() > 1 && corners.first() == corners.last() {
            corners.pop();
        }
        (corners.len() > 2).then_some(Line {
            corners,
            closed: true,
        })
    }

    /// A line, clipped, which may leave several.
    pub fn line(&self, points: &[Point], path: &mut Path) {
        let whole = points.len() > 3 && points.first() == points.last();
        let inside = points.iter().all(|point| self.window.contains(*point));
        for piece in clip_line(points, &self.window) {
            let mut corners: Vec<Corner> = piece.into_iter().map(corner).collect();
            corners.dedup();
            let closed = whole && inside && corners.len() > 3;
            if closed {
                corners.pop();
            }
            if corners.len() > 1 {
                path.lines.push(Line { corners, closed });
            }
        }
    }
}

/// Rounds the corners of a line: each is cut at a quarter of the way, twice over.
///
/// For rivers that are shown larger than the scale they were drawn for. It makes them look calm,
/// not more precise.
pub fn rounded(points: &[Point]) -> Vec<Point> {
    let mut line = points.to_vec();
    for _ in 0..2 {
        let part =
            |a: Point, b: Point, t: f64| Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
        let cut = line
            .iter()
            .zip(line.iter().skip(1))
            .flat_map(|(a, b)| [part(*a, *b, 0.25), part(*a, *b, 0.75)]);
        let ends = (line.first().copied(), line.last().copied());
        line = ends.0.into_iter().chain(cut).chain(ends.1).collect();
    }
    line
}
