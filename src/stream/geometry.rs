//! The geometry of one feature: flat, and used again for the next.

use crate::atlas::{Point, Sink, cut, relative};

/// What a run of positions is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Single points.
    Point,
    /// An open line.
    Line,
    /// The outer ring of a polygon.
    Outer,
    /// A hole of the polygon before it.
    Hole,
}

/// A run of positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    /// The index after its last position.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether it is the first line of its group.
    pub(super) first: bool,
    /// How many bytes were left to read where it began.
    pub(super) left: usize,
}

/// The geometry of a feature. A `GeometryCollection` is one geometry with runs of several kinds.
#[derive(Debug, Clone, Default)]
pub struct Geometry {
    pub(super) degrees: Vec<[f64; 2]>,
    pub(super) runs: Vec<Run>,
    /// Empty arrays among others that are not: how many bytes were left to read there, and how deep
    /// the positions lie in the others.
    pub(super) empty: Vec<(usize, u8)>,
    /// The first position of more than three numbers, likewise.
    pub(super) long: Option<usize>,
}

impl Geometry {
    /// How many positions it has.
    pub fn len(&self) -> usize {
        self.degrees.len()
    }

    /// True without any position.
    pub fn is_empty(&self) -> bool {
        self.degrees.is_empty()
    }

    /// The runs with their positions in degrees: longitude, latitude. A ring's first position is
    /// said again at its end if the file does so.
    pub fn runs(&self) -> impl Iterator<Item = (Kind, &[[f64; 2]])> {
        let mut start = 0;
        self.runs.iter().map(move |run| {
            let range = start..run.end;
            start = run.end;
            (run.kind, self.degrees.get(range).unwrap_or_default())
        })
    }

    /// Sends it to a sink, in degrees.
    pub fn send(&self, sink: &mut (impl Sink + ?Sized)) {
        let mut open = false;
        for (kind, positions) in self.runs() {
            if open && kind != Kind::Hole {
                sink.polygon_end();
                open = false;
            }
            if kind == Kind::Outer {
                sink.polygon_start();
                open = true;
            }
            let ring = matches!(kind, Kind::Outer | Kind::Hole);
            let positions = if ring { opened(positions) } else { positions };
            let alone = kind == Kind::Point;
            if !alone {
                sink.line_start();
            }
            for [lon, lat] in positions {
                sink.point(Point::new(*lon, *lat));
            }
            if !alone {
                sink.line_end();
            }
        }
        if open {
            sink.polygon_end();
        }
    }

    /// Sends it to a sink, in degrees, with its lines and rings cut where a projection of this
    /// meridian cuts the globe open. A polygon that is cut is sent as one with more rings.
    pub fn send_cut(&self, meridian: f64, sink: &mut (impl Sink + ?Sized)) {
        let whole = self.runs().all(|(kind, positions)| {
            kind == Kind::Point || fits(positions, meridian, kind != Kind::Line)
        });
        if whole {
            return self.send(sink);
        }
        let mut open = false;
        for (kind, positions) in self.runs() {
            if open && kind != Kind::Hole {
                sink.polygon_end();
                open = false;
            }
            if kind == Kind::Outer {
                sink.polygon_start();
                open = true;
            }
            let points = |positions: &[[f64; 2]]| -> Vec<Point> {
                positions.iter().map(|[x, y]| Point::new(*x, *y)).collect()
            };
            let lines = match kind {
                Kind::Point => {
                    for at in points(positions) {
                        sink.point(at);
                    }
                    continue;
                }
                Kind::Line => cut::line(&points(positions), meridian),
                Kind::Outer | Kind::Hole => cut::ring(&points(opened(positions)), meridian),
            };
            for line in lines {
                sink.line_start();
                for at in line {
                    sink.point(at);
                }
                sink.line_end();
            }
        }
        if open {
            sink.polygon_end();
        }
    }

    pub(super) fn clear(&mut self) {
        self.degrees.clear();
        self.runs.clear();
        self.empty.clear();
        self.long = None;
    }

    pub(super) fn end_run(&mut self, kind: Kind, first: bool, left: usize) {
        self.runs.push(Run {
            end: self.degrees.len(),
            kind,
            first,
            left,
        });
    }
}

/// Whether nothing of a line goes across the cut.
fn fits(positions: &[[f64; 2]], meridian: f64, closed: bool) -> bool {
    let apart = |[lon, _]: &[f64; 2]| relative(*lon, meridian);
    let ends = positions.last().zip(positions.first()).filter(|_| closed);
    let pairs = positions.iter().zip(positions.iter().skip(1));
    ends.into_iter()
        .chain(pairs)
        .all(|(a, b)| (apart(a) - apart(b)).abs() <= 180.0)
}

/// A ring without its first position said again.
fn opened(ring: &[[f64; 2]]) -> &[[f64; 2]] {
    match ring.split_last() {
        Some((last, before)) if is_same(before.first(), Some(last)) => before,
        _ => ring,
    }
}

/// Whether two positions are written alike.
pub(super) fn is_same(a: Option<&[f64; 2]>, b: Option<&[f64; 2]>) -> bool {
    a.map(|p| p.map(f64::to_bits)) == b.map(|p| p.map(f64::to_bits))
}
