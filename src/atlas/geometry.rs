//! Reads the geometry of one feature: what can be wrong with it, and where.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::Point;
use super::feature::ring_area;
use super::position::{Part, parts};
use super::read::{Reader, Refusal, reason, short};
use super::rings::{RingFault, check};
use super::shape::{Form, Shape};
use crate::dossier::{Origin, Step, offset_of};

const FORMS: &str = "Point, LineString, MultiLineString, Polygon or MultiPolygon";

#[derive(Deserialize)]
struct RawGeometry<'a> {
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(borrow, default)]
    coordinates: Option<&'a RawValue>,
}

impl Reader<'_> {
    /// The shape of a feature, or why it has none that can be drawn.
    pub(super) fn geometry(
        &mut self,
        id: &str,
        origin: Origin,
        raw: Option<&RawValue>,
    ) -> Result<Shape, Refusal> {
        let files = self.files;
        let at = files.locate(origin, &[Step::Key("geometry")]);
        let text = raw.map_or("null", RawValue::get);
        let remedy = || format!("use {FORMS}");
        let geometry: RawGeometry<'_> = serde_json::from_str(text).map_err(|_| {
            let problem = format!("feature `{id}`: expected a geometry, found {}", short(text));
            (at, problem, remedy())
        })?;
        let coordinates = geometry.coordinates.map_or("null", RawValue::get);
        let inside = files.locate(at, &[Step::Key("coordinates")]);
        let (form, parts) = parts(&geometry.kind, coordinates)
            .ok_or_else(|| {
                let problem = format!(
                    "feature `{id}`: expected {FORMS}, found `{}`",
                    geometry.kind
                );
                (at, problem, "draw it as one of these".to_owned())
            })?
            .map_err(|error| {
                let step = offset_of(coordinates.as_bytes(), error.line(), error.column());
                let mut at = inside;
                at.start = (at.start + step).min(at.end);
                let problem = format!("feature `{id}`: {}", reason(&error));
                (
                    at,
                    problem,
                    "write each position as [longitude, latitude] in degrees".to_owned(),
                )
            })?;
        if parts.is_empty() {
            let problem = format!("feature `{id}`: its {} has no coordinates", geometry.kind);
            return Err((
                inside,
                problem,
                "give it some, or leave the feature out".to_owned(),
            ));
        }
        self.shape(id, inside, form, parts)
    }

    fn shape(
        &mut self,
        id: &str,
        inside: Origin,
        form: Form,
        parts: Vec<Part>,
    ) -> Result<Shape, Refusal> {
        let mut shape = Shape::new(form);
        for part in parts {
            self.in_range(id, inside, &part)?;
            let mut points: Vec<Point> = part.positions.iter().map(|p| p.0).collect();
            let place = self.files.locate(inside, &part.path);
            if form == Form::Line && points.len() < 2 {
                let problem = format!("feature `{id}`: a line of {} positions", points.len());
                return Err((place, problem, "a line needs at least two".to_owned()));
            }
            if form == Form::Area {
                self.ring(id, place, &part.path, &points)?;
                if points.first() == points.last() {
                    points.pop();
                }
                let plane: Vec<Point> = points.iter().map(|p| self.by.forward(*p)).collect();
                // The inside lies on the left of every ring from here on, whatever the file does.
                if (ring_area(&plane) > 0.0) != part.outer {
                    points.reverse();
                }
            }
            let (nodes, by) = (&mut self.nodes, &self.by);
            let mut run: Vec<u32> = points.iter().map(|p| nodes.node(by, *p)).collect();
            if form != Form::Point {
                run.dedup();
            }
            shape.add(part.outer, run);
        }
        Ok(shape)
    }

    fn in_range(&self, id: &str, inside: Origin, part: &Part) -> Result<(), Refusal> {
        let wrong = |p: Point| {
            let (lon, lat) = (p.x.abs() <= 180.0, p.y.abs() <= 90.0);
            // What is not a number is in no range either.
            (!lon)
                .then_some("longitude")
                .or((!lat).then_some("latitude"))
        };
        let mut bad = part.positions.iter().enumerate();
        let Some((n, what)) = bad.find_map(|(n, p)| wrong(p.0).map(|what| (n, what))) else {
            return Ok(());
        };
        let mut path = part.path.clone();
        if part.positions.len() > 1 || !path.is_empty() {
            path.push(Step::At(n));
        }
        let range = if what == "longitude" {
            "-180 to 180"
        } else {
            "-90 to 90"
        };
        let at = self.files.locate(inside, &path);
        let problem =
            format!("feature `{id}`: expected a {what} from {range}, found another number");
        let remedy = "write degrees of WGS 84, longitude first; projected metres cannot be used";
        Err((at, problem, remedy.to_owned()))
    }

    fn ring(
        &mut self,
        id: &str,
        place: Origin,
        path: &[Step],
        ring: &[Point],
    ) -> Result<(), Refusal> {
        for fault in check(ring) {
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
                RingFault::Crosses(at) => {
                    let crossing = self.files.locate(place, &[Step::At(at)]);
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
