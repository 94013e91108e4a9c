//! Reads the geometry of one feature: what can be wrong with it, and where.

use geojson::Geometry;
use serde_json::value::RawValue;

use super::Point;
use super::cut;
use super::feature::ring_area;
use super::position::{Part, parts};
use super::read::{Reader, Refusal, reason, short, within};
use super::rings::{RingFault, check};
use super::shape::{Form, Shape};
use crate::dossier::{Origin, Step, offset_of};

const FORMS: &str = "Point, LineString, MultiLineString, Polygon or MultiPolygon";

impl Reader<'_> {
    /// The shape of a feature, or why it has none that can be drawn.
    pub(super) fn geometry(
        &mut self,
        id: &str,
        origin: Origin,
        raw: Option<&RawValue>,
    ) -> Result<Shape, Refusal> {
        let files = self.files;
        let at = match raw {
            Some(raw) => within(files, origin.file, raw.get()),
            None => files.locate(origin, &[Step::Key("geometry")]),
        };
        let text = raw.map_or("null", RawValue::get);
        let geometry: Geometry = serde_json::from_str(text).map_err(|error| {
            if !text.starts_with('{') {
                let problem = format!("feature `{id}`: expected a geometry, found {}", short(text));
                return (at, problem, format!("use {FORMS}"));
            }
            let step = offset_of(text.as_bytes(), error.line(), error.column());
            let mut here = at;
            here.start = (at.start + step).min(at.end);
            let problem = format!("feature `{id}`: {}", reason(&error));
            let remedy = format!("use {FORMS}, each position as [longitude, latitude] in degrees");
            (here, problem, remedy)
        })?;
        let kind = geometry.value.type_name();
        let (form, parts) = parts(&geometry.value).ok_or_else(|| {
            let problem = format!("feature `{id}`: expected {FORMS}, found `{kind}`");
            (at, problem, "draw it as one of these".to_owned())
        })?;
        if parts.is_empty() {
            let problem = format!("feature `{id}`: its {kind} has no coordinates");
            let remedy = "give it some, or leave the feature out";
            return Err((self.inside(at, &[]), problem, remedy.to_owned()));
        }
        self.shape(id, at, form, parts)
    }

    /// The place of a value within the coordinates of the geometry at `at`. Looked up only when there
    /// is a fault to tell: it means to read the geometry's text again.
    fn inside(&self, at: Origin, path: &[Step]) -> Origin {
        let mut way = vec![Step::Key("coordinates")];
        way.extend_from_slice(path);
        self.files.locate(at, &way)
    }

    fn shape(
        &mut self,
        id: &str,
        at: Origin,
        form: Form,
        parts: Vec<Part>,
    ) -> Result<Shape, Refusal> {
        let mut shape = Shape::new(form);
        for part in parts {
            self.in_range(id, at, &part)?;
            let mut points = part.points;
            if form == Form::Line && points.len() < 2 {
                let problem = format!("feature `{id}`: a line of {} positions", points.len());
                let place = self.inside(at, &part.path);
                return Err((place, problem, "a line needs at least two".to_owned()));
            }
            let meridian = self.by.meridian();
            let pieces = match form {
                Form::Point => vec![points],
                Form::Line => cut::line(&points, meridian),
                Form::Area => {
                    self.ring(id, at, &part.path, &points)?;
                    if points.first() == points.last() {
                        points.pop();
                    }
                    cut::ring(&points, meridian)
                }
            };
            for piece in pieces {
                self.add(&mut shape, part.outer, piece);
            }
        }
        Ok(shape)
    }

    fn add(&mut self, shape: &mut Shape, outer: bool, mut points: Vec<Point>) {
        if shape.form == Form::Area {
            let plane: Vec<Point> = points.iter().map(|p| self.by.forward(*p)).collect();
            // The inside lies on the left of every ring from here on, whatever the file does.
            if (ring_area(&plane) > 0.0) != outer {
                points.reverse();
            }
        }
        let (nodes, by) = (&mut self.nodes, &self.by);
        let mut run: Vec<u32> = points.iter().map(|p| nodes.node(by, *p)).collect();
        if shape.form != Form::Point {
            run.dedup();
        }
        shape.add(outer, run);
    }

    fn in_range(&self, id: &str, at: Origin, part: &Part) -> Result<(), Refusal> {
        let wrong = |p: Point| {
            let (lon, lat) = (p.x.abs() <= 180.0, p.y.abs() <= 90.0);
            // What is not a number is in no range either.
            (!lon)
                .then_some("longitude")
                .or((!lat).then_some("latitude"))
        };
        let mut bad = part.points.iter().enumerate();
        let Some((n, what)) = bad.find_map(|(n, p)| wrong(*p).map(|what| (n, what))) else {
            return Ok(());
        };
        let mut path = part.path.clone();
        if part.points.len() > 1 || !path.is_empty() {
            path.push(Step::At(n));
        }
        let (range, found) = match what {
            "longitude" => ("-180 to 180", part.points.get(n).map(|p| p.x)),
            _ => ("-90 to 90", part.points.get(n).map(|p| p.y)),
        };
        let found = match found {
            Some(number) if !number.is_nan() => number.to_string(),
            _ => "none".to_owned(),
        };
        let at = self.inside(at, &path);
        let problem = format!("feature `{id}`: expected a {what} from {range}, found {found}");
        let remedy = "write degrees of WGS 84, longitude first; projected metres cannot be used";
        Err((at, problem, remedy.to_owned()))
    }

    fn ring(&mut self, id: &str, at: Origin, path: &[Step], ring: &[Point]) -> Result<(), Refusal> {
        for fault in check(ring, self.by.meridian()) {
            let place = self.inside(at, path);
            match fault {
                RingFault::Short(found) => {
                    let problem =
                        format!("feature `{id}`: a ring of {found} positions, expected at least 4");
                    let remedy = "a ring ends on the position it begins with; a triangle has four";
                    return Err((place, problem, remedy.to_owned()));
                }
                RingFault::Open => {
                    let problem = format!("feature `{id}`: this ring is not closed");
                    let last = self.files.locate(place, &[Step::At(ring.len() - 1)]);
                    self.warn(
                        last,
                        problem,
                        "repeat its first position at the end; it is drawn as if that were there",
                    );
                }
                RingFault::Crosses(after) => {
                    let crossing = self.files.locate(place, &[Step::At(after)]);
                    let hole = if path.last() == Some(&Step::At(0)) {
                        "ring"
                    } else {
                        "hole"
                    };
                    let problem =
                        format!("feature `{id}`: this {hole} crosses itself after this position");
                    self.warn(
                        crossing,
                        problem,
                        "part of it may look empty; mend the outline",
                    );
                }
            }
        }
        Ok(())
    }
}
