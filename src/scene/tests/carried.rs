//! Names on the way from one picture to the next.

use super::*;
use proptest::prelude::*;

fn drawn(mut drawing: Drawing) -> Drawing {
    let (atlas, _) = shipped();
    while drawing.step(atlas, &estimate) {}
    drawing
}

/// The first picture of a reader.
fn before() -> &'static Drawing {
    static BEFORE: LazyLock<Drawing> = LazyLock::new(|| {
        let (atlas, regions) = shipped();
        drawn(Drawing::begin(view(atlas, regions, (1000.0, 700.0), "en")))
    });
    &BEFORE
}

/// The picture that is drawn after it on the way to another camera.
fn passing(camera: Camera) -> Drawing {
    let view = View {
        camera,
        ..before().view().clone()
    };
    drawn(Drawing::begin(view).after(before()))
}

#[test]
fn names_go_with_the_ground_on_a_pan() {
    let camera = before().view().camera;
    let next = passing(camera.panned(60.0, -35.0));
    let old = &before().scene().labels;
    assert!(next.scene().labels.len() > old.len() / 2);
    for label in &next.scene().labels {
        let was = old.iter().find(|old| old.key == label.key).unwrap();
        let ((x, y), (a, b)) = (label.area.0, was.area.0);
        assert!((x - a - 600).abs() <= 1 && (y - b + 350).abs() <= 1);
        let moved = label.lines.iter().zip(&was.lines);
        for ((words, at), (said, from)) in moved {
            assert_eq!(words, said);
            assert_eq!((at.0 - from.0, at.1 - from.1), (x - a, y - b));
        }
    }
}

#[test]
fn a_picture_of_something_else_names_anew() {
    let mut view = before().view().clone();
    view.camera = view.camera.panned(60.0, 0.0);
    view.selected = Some("donetsk".parse().unwrap());
    let alone = drawn(Drawing::begin(view.clone()));
    let after = drawn(Drawing::begin(view).after(before()));
    assert_eq!(after.scene().labels, alone.scene().labels);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn names_on_the_way_lie_apart(dx in -500.0..500.0_f64, dy in -300.0..300.0_f64, larger in 0.3..3.0_f64) {
        let camera = before().view().camera;
        let camera = camera.panned(dx, dy).zoomed(larger, Point::new(300.0, 500.0));
        let next = passing(camera);
        super::names::assert_apart("on the way", next.scene());
        let named = |key: &str| next.scene().labels.iter().any(|label| label.key == key);
        for dot in &next.scene().dots {
            prop_assert!(dot.sign == Sign::None || named(&["town-", &dot.key].concat()));
        }
    }
}
