//! Pictures of simple shapes, and of the shipped geometry.

use super::*;
use proptest::prelude::*;

fn style() -> Style {
    Style {
        fills: vec![[200, 0, 0, 255], [0, 200, 0, 255]],
        line: [255, 255, 255, 255],
        width: 0.0,
        dash: None,
        point: 2.0,
    }
}

fn polygon(canvas: &mut Canvas, rings: &[&[(f64, f64)]]) {
    canvas.polygon_start();
    for ring in rings {
        canvas.line_start();
        for (x, y) in *ring {
            canvas.point(Point::new(*x, *y));
        }
        canvas.line_end();
    }
    canvas.polygon_end();
}

fn opacity(canvas: &Canvas, x: usize, y: usize) -> u8 {
    canvas.pixels()[y * canvas.width() + x][3]
}

/// The area that is covered, in px.
fn covered(canvas: &Canvas) -> f64 {
    canvas
        .pixels()
        .iter()
        .map(|p| f64::from(p[3]) / 255.0)
        .sum()
}

#[test]
fn a_pixel_is_as_dark_as_it_is_covered() {
    let mut canvas = Canvas::new(10, 10, style());
    polygon(
        &mut canvas,
        &[&[(1.0, 1.0), (4.5, 1.0), (4.5, 3.25), (1.0, 3.25)]],
    );
    assert_eq!(opacity(&canvas, 2, 2), 255);
    assert_eq!(opacity(&canvas, 4, 2), 128);
    assert_eq!(opacity(&canvas, 2, 3), 64);
    assert_eq!(opacity(&canvas, 5, 2), 0);
    assert_eq!(opacity(&canvas, 2, 4), 0);
}

#[test]
fn a_shallow_edge_covers_each_pixel_by_what_lies_below_it() {
    let mut canvas = Canvas::new(10, 10, style());
    polygon(
        &mut canvas,
        &[&[(0.5, 1.0), (8.5, 2.0), (8.5, 6.0), (0.5, 6.0)]],
    );
    for x in 1..8 {
        // In row 1 the edge lies (x + 0.5 - 0.5) / 8 px below the upper side of the pixel.
        let expected = 255.0 * (1.0 - x as f64 / 8.0);
        assert!(
            (f64::from(opacity(&canvas, x, 1)) - expected).abs() < 1.5,
            "{x}"
        );
        assert_eq!(opacity(&canvas, x, 4), 255);
    }
    assert!((covered(&canvas) - 36.0).abs() < 0.1);
}

proptest! {
    #[test]
    fn a_polygon_covers_its_area(corners in prop::collection::vec((2.0..38.0_f64, 2.0..38.0_f64), 3..4)) {
        let mut canvas = Canvas::new(40, 40, style());
        polygon(&mut canvas, &[&corners]);
        let twice: f64 = corners.iter().zip(corners.iter().cycle().skip(1)).map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum();
        prop_assert!((covered(&canvas) - twice.abs() / 2.0).abs() < 0.6, "{} {}", covered(&canvas), twice / 2.0);
    }
}

#[test]
fn holes_stay_empty_whichever_way_rings_run() {
    let outer: &[(f64, f64)] = &[(1.0, 1.0), (9.0, 1.0), (9.0, 9.0), (1.0, 9.0)];
    let hole: &[(f64, f64)] = &[(3.0, 3.0), (6.0, 3.0), (6.0, 6.0), (3.0, 6.0)];
    let mut turned = hole.to_vec();
    turned.reverse();
    for hole in [hole, &turned] {
        let mut canvas = Canvas::new(10, 10, style());
        polygon(&mut canvas, &[outer, hole]);
        assert_eq!((opacity(&canvas, 4, 4), opacity(&canvas, 2, 2)), (0, 255));
        assert!((covered(&canvas) - 55.0).abs() < 0.1);
    }
}

#[test]
fn what_lies_outside_the_picture_costs_nothing_and_leaves_no_trace() {
    let mut canvas = Canvas::new(10, 10, style());
    polygon(
        &mut canvas,
        &[&[(-1e7, -1e7), (1e7, -1e7), (1e7, 1e7), (-1e7, 1e7)]],
    );
    assert!((covered(&canvas) - 100.0).abs() < 1e-6);
    let mut canvas = Canvas::new(10, 10, style());
    polygon(
        &mut canvas,
        &[&[(-30.0, 2.0), (-20.0, 2.0), (-20.0, 8.0), (-30.0, 8.0)]],
    );
    polygon(
        &mut canvas,
        &[&[(20.0, 2.0), (30.0, 2.0), (30.0, 8.0), (20.0, 8.0)]],
    );
    polygon(
        &mut canvas,
        &[&[(f64::NAN, 2.0), (3.0, f64::INFINITY), (5.0, 5.0)]],
    );
    assert!(covered(&canvas) < 30.0);
    let mut canvas = Canvas::new(10, 10, style());
    polygon(
        &mut canvas,
        &[&[(-30.0, 2.0), (5.0, 2.0), (5.0, 8.0), (-30.0, 8.0)]],
    );
    assert!(
        (covered(&canvas) - 30.0).abs() < 0.2,
        "{}",
        covered(&canvas)
    );
}

#[test]
fn a_line_drawn_twice_is_no_darker_and_has_its_width() {
    let line = |times: usize, width: f64| {
        let mut canvas = Canvas::new(40, 20, Style { width, ..style() });
        for _ in 0..times {
            canvas.line_start();
            canvas.point(Point::new(5.0, 10.5));
            canvas.point(Point::new(35.0, 10.5));
            canvas.line_end();
        }
        canvas.finish();
        covered(&canvas)
    };
    // With its round ends.
    assert!((line(1, 1.0) - 30.8).abs() < 1.0, "{}", line(1, 1.0));
    assert!((line(1, 3.0) - 97.0).abs() < 3.0, "{}", line(1, 3.0));
    assert!((line(2, 1.0) - line(1, 1.0)).abs() < 1e-9);
}

#[test]
fn dashes_leave_gaps() {
    let mut canvas = Canvas::new(
        60,
        10,
        Style {
            width: 2.0,
            dash: Some((6.0, 4.0)),
            ..style()
        },
    );
    canvas.line_start();
    canvas.point(Point::new(0.0, 5.0));
    canvas.point(Point::new(60.0, 5.0));
    canvas.line_end();
    canvas.finish();
    let row: Vec<bool> = (0..60).map(|x| opacity(&canvas, x, 5) > 200).collect();
    assert_eq!(
        row.windows(2).filter(|pair| pair[0] != pair[1]).count(),
        11,
        "{row:?}"
    );
}
