//! Sheets over the shipped geometry, read back as XML by another library.

use std::collections::HashSet;

use super::*;
use crate::scene::tests::{near, select, shipped, view};
use crate::scene::{BadgeFace, View};

const HOSTILE: &str = "</text><script>alert(1)</script> \"&amp;\" <b>";

fn said(lens: &'static str) -> Sheet {
    let sign = |sign: KeySign, words: &str| KeyLine::Sign(sign, words.to_owned());
    let steps = (0..5).map(|class| (Fill::Class(class), class.to_string()));
    Sheet {
        title: "Donetsk oblast".to_owned(),
        subtitle: "US-brokered peace plan for Ukraine · as of 13 Mar 2026".to_owned(),
        lens,
        key: vec![
            KeyLine::Note("Clauses of the 20-point plan that name a place, by region".to_owned()),
            KeyLine::Ramp(steps.collect()),
            KeyLine::Note("Parts such as 14a count singly. ".repeat(6)),
            sign(
                KeySign::Fill(Fill::Tint(Glyph::Opposes), Some(Glyph::Opposes)),
                "opposes",
            ),
            sign(
                KeySign::Hatch(1, Some("RU".to_owned())),
                "claimed by a party",
            ),
            sign(
                KeySign::Hatch(0, None),
                "claimed; the UN asks states not to recognise it",
            ),
            sign(KeySign::Group, "a group"),
            sign(KeySign::Plant, "the plant"),
            sign(KeySign::Drained, "drained since 2023"),
        ],
        unit: "km",
        credit: "Borders: UN General Assembly · © OpenStreetMap contributors (ODbL)".to_owned(),
        address: format!(
            "https://example.org/{}/#region=donetsk&plan=p20",
            "a".repeat(300)
        ),
    }
}

fn pictures() -> Vec<(&'static str, View)> {
    let (atlas, regions) = shipped();
    let whole = || view(atlas, regions, (SHEET_WIDTH, SHEET_MAP_HEIGHT), "en");
    let mut stances = select(whole(), "crimea");
    let glyphs = Glyph::ALL.into_iter().cycle();
    for (item, glyph) in stances.regions.iter_mut().zip(glyphs) {
        item.fill = Fill::Tint(glyph);
        item.badge = Some(BadgeFace::Glyph(glyph));
    }
    let mut ground = near(whole(), atlas, "znpp", 60.0);
    for item in &mut ground.regions {
        item.lit = ["znpp", "enerhodar"].contains(&item.id.as_str());
        item.dim = !item.lit;
    }
    vec![
        ("clauses", select(whole(), "donetsk")),
        ("party", stances),
        ("claimed", whole()),
        ("ground", ground),
    ]
}

fn markup(view: &View, sheet_of: &Sheet, times: u32) -> String {
    let (atlas, _) = shipped();
    let scene = Scene::draw(atlas, view, &estimate);
    sheet(&scene, sheet_of, times).to_markup()
}

#[test]
fn a_sheet_is_xml_that_stands_alone() {
    for (lens, view) in pictures() {
        let text = markup(&view, &said(lens), 1);
        let tree = roxmltree::Document::parse(&text).unwrap();
        let nodes = || tree.descendants().filter(roxmltree::Node::is_element);
        let ids: Vec<&str> = nodes().filter_map(|node| node.attribute("id")).collect();
        let known: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{lens}: an id stands twice");
        for node in nodes() {
            let name = node.tag_name().name();
            assert_eq!(
                node.tag_name().namespace(),
                Some("http://www.w3.org/2000/svg")
            );
            assert!(
                !["a", "script", "style", "image", "foreignObject"].contains(&name),
                "{name}"
            );
            for attribute in node.attributes() {
                let (what, value) = (attribute.name(), attribute.value());
                let is_bound =
                    what.starts_with("on") || what.starts_with("aria") || what.starts_with("data");
                assert!(
                    !is_bound && !["class", "style", "tabindex", "role"].contains(&what),
                    "{what}"
                );
                assert!(!value.contains("var("), "{value}");
                let named = value
                    .strip_prefix("url(#")
                    .and_then(|id| id.strip_suffix(')'));
                let named = named.or_else(|| value.strip_prefix('#').filter(|_| what == "href"));
                assert!(
                    named.is_none_or(|id| known.contains(id)),
                    "{lens}: {value} leads nowhere"
                );
                assert!(what != "href" || value.starts_with('#'), "{value}");
            }
        }
    }
}

#[test]
fn everything_that_is_to_be_known_stands_in_the_picture() {
    let (lens, view) = pictures().remove(0);
    let sheet = said(lens);
    let text = markup(&view, &sheet, 1);
    let tree = roxmltree::Document::parse(&text).unwrap();
    let lines = tree
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "tspan")));
    let words: String = lines.filter_map(|line| line.text()).collect();
    let bare = |text: &str| text.replace(char::is_whitespace, "");
    for part in [&sheet.title, &sheet.subtitle, &sheet.credit, &sheet.address] {
        assert!(bare(&words).contains(&bare(part)), "{part}");
    }
    for line in &sheet.key {
        if let KeyLine::Note(said) | KeyLine::Sign(_, said) = line {
            assert!(bare(&words).contains(&bare(said)), "{said}");
        }
    }
}

#[test]
fn no_line_of_text_leaves_the_sheet() {
    let (lens, view) = pictures().remove(0);
    let text = markup(&view, &said(lens), 1);
    let tree = roxmltree::Document::parse(&text).unwrap();
    let root = tree.root_element();
    let high: f64 = root.attribute("height").unwrap().parse().unwrap();
    for text in root
        .children()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
    {
        let size: f64 = text.attribute("font-size").unwrap().parse().unwrap();
        for line in text.children() {
            let number = |name: &str| line.attribute(name).map_or(0.0, |it| it.parse().unwrap());
            let bold = text.attribute("font-weight").is_some();
            let face = Face {
                size,
                bold,
                ..Face::default()
            };
            let end = number("x") + estimate(line.text().unwrap_or_default(), face);
            assert!(
                end <= SHEET_WIDTH - EDGE + 1.0,
                "{:?} ends at {end}",
                line.text()
            );
            assert!(number("y") <= high, "{:?}", line.text());
        }
    }
}

#[test]
fn what_looks_like_markup_stays_text() {
    let (lens, view) = pictures().remove(0);
    let sheet = Sheet {
        title: HOSTILE.to_owned(),
        subtitle: HOSTILE.to_owned(),
        credit: HOSTILE.to_owned(),
        address: HOSTILE.to_owned(),
        ..said(lens)
    };
    let text = markup(&view, &sheet, 1);
    let tree = roxmltree::Document::parse(&text).unwrap();
    assert!(
        !tree
            .descendants()
            .any(|node| node.tag_name().name() == "script")
    );
    assert!(tree.descendants().any(|node| {
        node.text()
            .is_some_and(|text| text.contains("<script>alert(1)"))
    }));
}

#[test]
fn a_larger_sheet_is_the_same_picture() {
    let (lens, view) = pictures().remove(0);
    let sizes = [1, 2, 4].map(|times| {
        let text = markup(&view, &said(lens), times);
        let tree = roxmltree::Document::parse(&text).unwrap();
        let root = tree.root_element();
        let number = |name: &str| root.attribute(name).unwrap().parse::<u32>().unwrap();
        let view_box = root.attribute("viewBox").unwrap().to_owned();
        (number("width"), number("height"), view_box)
    });
    assert_eq!(sizes[0].0, 960);
    assert_eq!((sizes[1].0, sizes[1].1), (sizes[0].0 * 2, sizes[0].1 * 2));
    assert_eq!((sizes[2].0, sizes[2].1), (sizes[0].0 * 4, sizes[0].1 * 4));
    assert_eq!(sizes[0].2, sizes[2].2);
    // No browser makes a larger picture than about 16 million px.
    assert!(
        u64::from(sizes[2].0) * u64::from(sizes[2].1) < 16_700_000,
        "{sizes:?}"
    );
}

/// Writes `target/sheets/*.svg`, to be looked at: `cargo test sheets -- --ignored`.
#[test]
#[ignore = "writes files to be looked at"]
fn sheets() {
    std::fs::create_dir_all("target/sheets").unwrap();
    for (lens, view) in pictures() {
        let text = markup(&view, &said(lens), 1);
        std::fs::write(format!("target/sheets/{lens}.svg"), text).unwrap();
    }
}
