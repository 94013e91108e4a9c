//! A layer of few positions as SVG: sharp at every zoom, printed as lines, styled by the page.
//!
//! | class | on | means |
//! |---|---|---|
//! | `layer` | svg | the whole picture |
//! | `layer-area`, `layer-line` | path | what a feature encloses; its lines; with `layer-0`, `layer-1`, … for its class |
//! | `layer-point` | circle | a point of a feature |

use super::node::Node;
use super::path::{data, tenths, whole};
use crate::atlas::{Point, Sink};
use crate::overlay::{Overlay, Sheet, Window};
use crate::scene::{Line, Path};

/// What one feature looks like.
#[derive(Debug, Clone, Default)]
struct Drawn {
    class: u8,
    areas: Path,
    lines: Path,
    points: Vec<(i32, i32)>,
}

/// Takes what a window shows, in tenths of a px.
#[derive(Default)]
struct Traced {
    features: Vec<Drawn>,
    run: Vec<(i32, i32)>,
    in_line: bool,
    in_polygon: bool,
}

impl Sink for Traced {
    fn point(&mut self, at: Point) {
        let corner = ((at.x * 10.0).round() as i32, (at.y * 10.0).round() as i32);
        if self.in_line {
            self.run.push(corner);
        } else if let Some(feature) = self.features.last_mut() {
            feature.points.push(corner);
        }
    }

    fn line_start(&mut self) {
        self.in_line = true;
    }

    fn line_end(&mut self) {
        self.in_line = false;
        let line = Line {
            corners: std::mem::take(&mut self.run),
            closed: self.in_polygon,
        };
        if let Some(feature) = self.features.last_mut() {
            let into = if self.in_polygon {
                &mut feature.areas
            } else {
                &mut feature.lines
            };
            into.lines.push(line);
        }
    }

    fn polygon_start(&mut self) {
        self.in_polygon = true;
    }

    fn polygon_end(&mut self) {
        self.in_polygon = false;
    }
}

impl Sheet for Traced {
    fn feature(&mut self, _: usize, class: u8) -> bool {
        self.features.push(Drawn {
            class,
            ..Drawn::default()
        });
        true
    }
}

/// Draws what a window shows of a layer as one `svg` element, which begins `margin` px outside the
/// window. Points are circles of this radius in px.
pub fn layer(overlay: &Overlay, window: &Window, radius: f64) -> Node {
    let mut traced = Traced::default();
    overlay.send(window, &mut traced);
    let (width, height) = window.size();
    let (width, height) = (whole(width as f64), whole(height as f64));
    let radius = tenths((radius * 10.0).round() as i32);
    let point = |(x, y): (i32, i32)| {
        Node::new("circle")
            .attr("class", "layer-point")
            .attr("cx", tenths(x))
            .attr("cy", tenths(y))
            .attr("r", radius.clone())
    };
    let path = |form: &str, class: u8, path: &Path| {
        (!path.is_empty()).then(|| {
            Node::new("path")
                .attr("class", [form, " layer-", &class.to_string()].concat())
                .attr("fill-rule", "evenodd")
                .attr("d", data(path))
        })
    };
    let features = traced.features.iter();
    Node::new("svg")
        .attr("class", "layer")
        .attr("viewBox", ["0 0 ", &width, " ", &height].concat())
        .attr("width", width)
        .attr("height", height)
        .attr("aria-hidden", "true")
        .children(
            features
                .clone()
                .filter_map(|f| path("layer-area", f.class, &f.areas)),
        )
        .children(
            features
                .clone()
                .filter_map(|f| path("layer-line", f.class, &f.lines)),
        )
        .children(features.flat_map(|f| f.points.iter().copied().map(point)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Projection;
    use crate::overlay::{Builder, Quick};
    use crate::paint::canvas::{Canvas, Style};
    use crate::scene::{Camera, Padding};
    use crate::stream::Reader;

    fn shipped(name: &str) -> Overlay {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/dossier/geo/");
        let bytes = std::fs::read(format!("{folder}{name}.geojson")).unwrap();
        let mut builder = Builder::new(Quick::new(&Projection::default()), "v");
        Reader::read(&bytes, &mut builder);
        builder.finish()
    }

    fn window(overlay: &Overlay, width: f64, height: f64) -> Window {
        Window {
            camera: Camera::fit(overlay.bounds(), Padding::even(10.0), width, height),
            margin: 0.0,
            density: 1.0,
        }
    }

    fn canvas(width: f64, height: f64) -> Canvas {
        let style = Style {
            fills: vec![[0, 0, 0, 255]],
            line: [0; 4],
            width: 0.0,
            dash: None,
            point: 0.0,
        };
        Canvas::new(width as usize, height as usize, style)
    }

    /// Path data as the calls that it stands for: `M`, `l` with steps, `z`.
    fn speak(data: &str, sink: &mut impl Sink) {
        for ring in data.split_terminator('z') {
            let spaced = ring.replace('-', " -").replace(['M', 'l'], " ");
            // `.5.5` is never written: a space parts what a sign does not.
            let numbers: Vec<f64> = spaced
                .split_whitespace()
                .map(|n| n.parse().unwrap())
                .collect();
            let (mut x, mut y) = (0.0, 0.0);
            sink.line_start();
            for pair in numbers.chunks(2) {
                (x, y) = (x + pair[0], y + pair[1]);
                sink.point(Point::new(x, y));
            }
            sink.line_end();
        }
    }

    #[test]
    fn both_painters_draw_the_same_shapes() {
        let units = shipped("units");
        for (width, height) in [(300.0, 200.0), (900.0, 700.0)] {
            let window = window(&units, width, height);
            let mut sent = canvas(width, height);
            units.send(&window, &mut sent);
            let mut read = canvas(width, height);
            let node = layer(&units, &window, 3.0);
            assert_eq!(node.children.len(), 27);
            for path in &node.children {
                read.feature(0, 0);
                read.polygon_start();
                speak(path.get("d").unwrap(), &mut read);
                read.polygon_end();
            }
            let pairs = sent.pixels().iter().zip(read.pixels());
            // A tenth of a px of an edge is a tenth of a pixel's darkness, and two edges may meet in one.
            let worst = pairs.map(|(a, b)| a[3].abs_diff(b[3])).max().unwrap();
            assert!(worst <= 60, "{worst}");
            let dark =
                |canvas: &Canvas| canvas.pixels().iter().map(|p| u64::from(p[3])).sum::<u64>();
            assert!(
                dark(&sent).abs_diff(dark(&read)) * 1000 < dark(&sent),
                "{} {}",
                dark(&sent),
                dark(&read)
            );
        }
    }

    #[test]
    fn points_and_lines_are_drawn_as_such() {
        let towns = shipped("towns");
        let node = layer(&towns, &window(&towns, 400.0, 300.0), 3.0);
        assert!(node.children.len() > 10);
        assert!(node.children.iter().all(|child| child.tag == "circle"));
        let water = shipped("water");
        let classes: Vec<&str> = layer(&water, &window(&water, 400.0, 300.0), 3.0)
            .children
            .iter()
            .filter_map(|child| {
                child.get("class").map(|c| {
                    if c.starts_with("layer-line") {
                        "line"
                    } else {
                        "area"
                    }
                })
            })
            .collect();
        assert!(classes.contains(&"line") && classes.contains(&"area"));
    }
}
