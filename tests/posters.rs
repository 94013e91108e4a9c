//! The pictures for places without scripts, of the shipped dossier.

#![allow(
    clippy::unwrap_used,
    reason = "a helper that cannot do its part fails the test that called it"
)]

use std::path::Path;

use clausemap::dossier::{Files, Lang, MANIFEST, RegionId, read_manifest};
use clausemap::load::{Loaded, load_whole};
use clausemap::posters::{self, CARD_SIZE, NARROW_SIZE, Posters, Shape};
use clausemap::reading::Reader;
use clausemap::words::{ALL, EN};

fn shipped() -> Loaded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/dossier");
    let mut files = Files::default();
    files.add(MANIFEST, std::fs::read(folder.join(MANIFEST)).unwrap());
    let manifest = read_manifest(&files).unwrap();
    for name in [manifest.named_files(), manifest.detail_files()].concat() {
        files.add(name.clone(), std::fs::read(folder.join(&name)).unwrap());
    }
    load_whole(&files).unwrap()
}

fn posters<'a>(loaded: &'a Loaded, langs: &'a [Lang]) -> Posters<'a> {
    Posters {
        reader: Reader {
            dossier: &loaded.dossier,
            coverage: &loaded.coverage,
            langs,
            translation: None,
        },
        atlas: &loaded.atlas,
        words: &EN,
        base: None,
    }
}

#[test]
fn a_card_is_a_picture_of_its_size_that_shows_something() {
    let loaded = shipped();
    let langs = [Lang::from("en")];
    let posters = posters(&loaded, &langs);
    let letters = posters::letters();
    let donetsk = "donetsk".parse::<RegionId>().unwrap();
    for place in [None, Some(&donetsk)] {
        let drawing = posters.draw(place, Shape::Card).to_markup();
        let packed = posters::pixels(&drawing, 1.0, &letters).unwrap();
        let mut picture = png::Decoder::new(std::io::Cursor::new(packed))
            .read_info()
            .unwrap();
        let size = (picture.info().width, picture.info().height);
        assert_eq!(size, CARD_SIZE);
        let mut colours = vec![0; picture.output_buffer_size().unwrap()];
        picture.next_frame(&mut colours).unwrap();
        let wide = size.0 as usize;
        let found = |left: std::ops::Range<usize>, is: fn(&[u8]) -> bool| {
            let rows = colours.chunks_exact(wide * 3);
            rows.flat_map(|row| row.chunks_exact(3).skip(left.start).take(left.len()))
                .filter(|one| is(one))
                .count()
        };
        // Letters beside the map; land, sea and more than one class of colour on it.
        let dark: fn(&[u8]) -> bool = |one| one.iter().all(|part| *part < 70);
        assert!(found(0..430, dark) > 4000, "{}", found(0..430, dark));
        let violet: fn(&[u8]) -> bool = |one| one[2] > one[1].saturating_add(30);
        assert!(
            found(450..1200, violet) > 10_000,
            "{}",
            found(450..1200, violet)
        );
    }
}

/// However long a title is, there is room for the map, and all that is written lies in the picture.
#[test]
fn a_narrow_drawing_has_its_size_and_most_of_it_is_map() {
    let loaded = shipped();
    let langs = [Lang::from("en")];
    let posters = posters(&loaded, &langs);
    let places = posters::places(&posters.reader, &loaded.atlas);
    for place in std::iter::once(None).chain(places.iter().map(Some)) {
        let drawing = posters.draw(place, Shape::Narrow).to_markup();
        let tree = roxmltree::Document::parse(&drawing).unwrap();
        let root = tree.root_element();
        let side = |of: roxmltree::Node<'_, '_>, name: &str| -> f64 {
            of.attribute(name).unwrap().parse().unwrap()
        };
        let (wide, high) = NARROW_SIZE;
        let size = ["width", "height"].map(|name| root.attribute(name));
        let wanted = [wide, high].map(|side| side.to_string());
        assert_eq!(size, [Some(&*wanted[0]), Some(&*wanted[1])]);
        let map = root.children().find(|one| one.has_tag_name("svg")).unwrap();
        let (top, map_high) = (side(map, "y"), side(map, "height"));
        assert!(map_high > 0.4 * f64::from(high), "{place:?}: {map_high}");
        let texts = root.descendants().filter(|one| one.has_tag_name("text"));
        let own = texts.filter(|text| !text.ancestors().any(|above| above == map));
        let sizes = own.map(|text| side(text, "font-size"));
        assert!(sizes.fold(f64::MAX, f64::min) >= 10.0, "{place:?}");
        let foot = root.children().rfind(|one| one.has_tag_name("g")).unwrap();
        let last = foot
            .descendants()
            .filter_map(|one| one.attribute("y")?.parse::<f64>().ok());
        let last = top + map_high + last.fold(0.0, f64::max);
        assert!(last < f64::from(high), "{place:?}: {last}");
    }
}

#[test]
fn every_place_that_is_talked_about_has_pictures_and_words_for_them() {
    let loaded = shipped();
    let langs = [Lang::from("en")];
    let posters = posters(&loaded, &langs);
    let places = posters::places(&posters.reader, &loaded.atlas);
    for id in ["donetsk", "crimea", "znpp", "donbas"] {
        assert!(places.contains(&id.parse::<RegionId>().unwrap()), "{id}");
    }
    assert!(!places.contains(&"ukr".parse::<RegionId>().unwrap()));
    for place in &places {
        let alt = posters.alt(Some(place));
        let name = posters.reader.region_name(place).words;
        assert!(alt.contains(&name) && alt.contains("2026"), "{alt}");
    }
    let names: std::collections::HashSet<String> = ALL
        .iter()
        .flat_map(|words| {
            [Shape::Card, Shape::Article, Shape::Narrow]
                .map(|shape| posters::file(None, shape, words))
        })
        .collect();
    assert_eq!(names.len(), 3 * ALL.len());
    assert!(names.contains("posters/overview.png"));
}
