//! What stands on the map beside colour.

use super::*;
use std::collections::HashSet;

/// Every region of the view with a badge, large letters for every third.
fn with_badges(mut view: View) -> View {
    let glyphs = Glyph::ALL.iter().copied().cycle();
    for (n, (item, glyph)) in view.regions.iter_mut().zip(glyphs).enumerate() {
        item.fill = Fill::Tint(glyph);
        item.badge = Some(if n % 3 == 0 {
            BadgeFace::Letters("EUR CoW".to_owned())
        } else {
            BadgeFace::Glyph(glyph)
        });
    }
    view
}

fn area(badge: &Badge) -> Bounds {
    let px = |(x, y): (i32, i32)| Point::new(f64::from(x) / 10.0, f64::from(y) / 10.0);
    let (at, size) = (px(badge.at), px(badge.size));
    let half = Point::new(size.x / 2.0, size.y / 2.0);
    Bounds::of(
        Point::new(at.x - half.x, at.y - half.y),
        Point::new(at.x + half.x, at.y + half.y),
    )
}

#[test]
fn no_badge_lies_on_another_on_a_foreign_name_or_outside() {
    let (atlas, regions) = shipped();
    for (name, view) in views(atlas, regions) {
        let scene = Scene::draw(atlas, &with_badges(view), &estimate);
        let px = |(x, y): Corner| Point::new(f64::from(x) / 10.0, f64::from(y) / 10.0);
        let window = Bounds::of(Point::default(), Point::new(scene.width, scene.height));
        for (n, badge) in scene.badges.iter().enumerate() {
            let own = area(badge);
            assert!(window.covers(&own), "{name}: {}", badge.key);
            for other in scene.badges.iter().skip(n + 1) {
                assert!(
                    !own.meets(&area(other)),
                    "{name}: {} {}",
                    badge.key,
                    other.key
                );
                assert_ne!(badge.key, other.key, "{name}");
            }
            // A name and its badge are one label: its box holds both.
            let foreign = scene
                .labels
                .iter()
                .filter(|label| label.key != format!("region-{}", badge.key));
            for label in foreign {
                let taken = Bounds::of(px(label.area.0), px(label.area.1));
                assert!(!own.meets(&taken), "{name}: {} on {}", badge.key, label.key);
            }
        }
    }
}

#[test]
fn every_oblast_that_has_room_for_a_badge_has_one() {
    let (atlas, regions) = shipped();
    for size in [(1000.0, 720.0), (390.0, 430.0)] {
        let mut view = view(atlas, regions, size, "en");
        for item in &mut view.regions {
            item.badge = Some(BadgeFace::Glyph(Glyph::Mixed));
        }
        let scene = Scene::draw(atlas, &view, &estimate);
        let said: HashSet<&str> = scene.badges.iter().map(|b| b.key.as_str()).collect();
        let roomy = scene.areas.iter().filter(|area| {
            let bounds = area.path.bounds();
            // A city that is a unit holds its own dot and name.
            let town = ["kyiv-city", "sevastopol"].contains(&area.link.id.as_str());
            bounds.width() > 24.0 && bounds.height() > 24.0 && !area.nested && !town
        });
        for area in roomy {
            assert!(
                said.contains(area.link.id.as_str()),
                "{size:?}: {}",
                area.link.id
            );
        }
    }
}

#[test]
fn without_a_lens_that_asks_for_them_there_are_none() {
    let (atlas, regions) = shipped();
    let view = view(atlas, regions, (1000.0, 720.0), "en");
    assert!(Scene::draw(atlas, &view, &estimate).badges.is_empty());
}
