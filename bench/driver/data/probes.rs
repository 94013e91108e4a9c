//! Points of which it is known where they lie, found without any map library.

use std::f64::consts::{FRAC_PI_4, PI};

use clausemap::atlas::{Bounds, Point, Sink, to_segment};

use super::synthetic::Chance;
use super::{Area, Probe};

/// How many to find.
const WANTED: usize = 200;
/// How far they lie from any border, in px of the window that they are found for: beside an outline
/// one pixel wide, smoothed, the colour of the area is pure.
const CLEAR: f64 = 2.5;
/// The window, and the margin in it.
const WINDOW: (f64, f64) = (1280.0, 800.0);
const MARGIN: f64 = 20.0;

/// An area as it lies in the window.
struct Drawn {
    bounds: Bounds,
    rings: Vec<Vec<Point>>,
}

/// Points well inside areas, spread over the view at random, always the same ones.
pub fn probes(areas: &[Area], view: [f64; 4]) -> Vec<Probe> {
    let [west, south, east, north] = view;
    let scale = ((WINDOW.0 - 2.0 * MARGIN) / (east - west))
        .min((WINDOW.1 - 2.0 * MARGIN) / (up(north) - up(south)));
    let drawn: Vec<Drawn> = areas.iter().map(|area| draw(area, scale)).collect();
    let mut chance = Chance(7);
    let mut found = Vec::new();
    // Most of a view may be sea, so there is an end to trying.
    for _ in 0..100 * WANTED {
        let x = west + chance.share() * (east - west);
        let y = up(south) + chance.share() * (up(north) - up(south));
        if let Some(at) = holder(&drawn, Point::new(x * scale, y * scale))
            && let Some(area) = areas.get(at)
        {
            found.push(Probe {
                lon: x,
                lat: down(y),
                id: at as u32 + 1,
                v: area.class,
            });
        }
        if found.len() == WANTED {
            break;
        }
    }
    found
}

/// The area around a point; `None` where there is none, or a border is near.
fn holder(drawn: &[Drawn], at: Point) -> Option<usize> {
    let mut holder = None;
    for (index, area) in drawn.iter().enumerate() {
        if !area.bounds.grown(CLEAR).contains(at) {
            continue;
        }
        let mut inside = false;
        for (a, b) in area
            .rings
            .iter()
            .flat_map(|ring| ring.iter().zip(ring.iter().skip(1)))
        {
            if to_segment(at, *a, *b) < CLEAR {
                return None;
            }
            if (a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y)
            {
                inside = !inside;
            }
        }
        if inside {
            holder = Some(index);
        }
    }
    holder
}

fn draw(area: &Area, scale: f64) -> Drawn {
    let place = |at: &Point| Point::new(at.x * scale, up(at.y) * scale);
    let rings: Vec<Vec<Point>> = area
        .polygons
        .iter()
        .flatten()
        .map(|ring| ring.iter().map(place).collect())
        .collect();
    let mut bounds = Bounds::default();
    for at in rings.iter().flatten() {
        bounds.point(*at);
    }
    Drawn { bounds, rings }
}

/// From a latitude to Web Mercator, in degrees of the equator.
fn up(lat: f64) -> f64 {
    let lat = lat.clamp(-85.051_129, 85.051_129);
    (FRAC_PI_4 + lat.to_radians() / 2.0).tan().ln().to_degrees()
}

/// And back.
fn down(y: f64) -> f64 {
    (2.0 * y.to_radians().exp().atan() - PI / 2.0).to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probes_lie_in_their_area_and_away_from_its_border() {
        let square = [
            (0.0, 0.0),
            (10.0, 0.0),
            (10.0, 10.0),
            (0.0, 10.0),
            (0.0, 0.0),
        ];
        let area = Area {
            name: String::new(),
            class: 3,
            polygons: vec![vec![square.map(|(x, y)| Point::new(x, y)).to_vec()]],
        };
        let probes = probes(&[area], [-10.0, 0.0, 10.0, 10.0]);
        assert_eq!(probes.len(), WANTED);
        // 62 px to a degree: the margin is 0.04 degrees.
        let inside = |at: f64| at > 0.03 && at < 9.97;
        assert!(
            probes
                .iter()
                .all(|p| p.v == 3 && p.id == 1 && inside(p.lon) && inside(p.lat))
        );
    }
}
