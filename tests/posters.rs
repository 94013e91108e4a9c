//! The pictures for places without scripts, of the shipped dossier.

#![allow(
    clippy::unwrap_used,
    reason = "a helper that cannot do its part fails the test that called it"
)]

use std::path::Path;

use clausemap::dossier::{Files, Lang, MANIFEST, RegionId, read_manifest};
use clausemap::load::{Loaded, load_whole};
use clausemap::posters::{self, CARD_SIZE, Posters, Shape};
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
            [Shape::Card, Shape::Article].map(|shape| posters::file(None, shape, words))
        })
        .collect();
    assert_eq!(names.len(), 2 * ALL.len());
    assert!(names.contains("posters/overview.png"));
}
