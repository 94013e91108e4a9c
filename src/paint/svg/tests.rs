//! Pictures over the shipped geometry.

use super::*;
use crate::scene::tests::{near, select, shipped, view, views};
use crate::scene::{View, estimate};
use std::collections::HashSet;

const OPTIONS: Options<'static> = Options {
    prefix: "m",
    title: "Map of Ukraine",
    regions: "Regions",
    lens: "clauses",
};

fn picture(atlas: &crate::atlas::Atlas, view: &View) -> Node {
    paint(&Scene::draw(atlas, view, &estimate), &OPTIONS)
}

/// Reads markup back: every element that opens closes, in order, and every attribute is quoted.
fn check_markup(text: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "{}", &rest[..start]);
        let end = rest.find('>').unwrap();
        let tag = &rest[start + 1..end];
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty() && rest.is_empty());
}

#[test]
fn the_markup_is_well_formed_and_every_id_is_there_once() {
    let (atlas, regions) = shipped();
    for (name, view) in views(atlas, regions).into_iter().step_by(5) {
        let node = picture(atlas, &view);
        check_markup(&node.to_markup());
        let ids: Vec<&str> = node.all().iter().filter_map(|n| n.get("id")).collect();
        assert_eq!(
            ids.iter().collect::<HashSet<_>>().len(),
            ids.len(),
            "{name}"
        );
        for used in node.all().iter().filter_map(|n| n.get("fill")) {
            let wanted = used
                .strip_prefix("url(#")
                .and_then(|id| id.strip_suffix(')'));
            assert!(wanted.is_none_or(|id| ids.contains(&id)), "{used}");
        }
    }
}

#[test]
fn every_region_with_an_outline_or_a_point_is_one_link() {
    let (atlas, regions) = shipped();
    for (name, view) in views(atlas, regions).into_iter().step_by(3) {
        let node = picture(atlas, &view);
        let links: Vec<&str> = node
            .all()
            .iter()
            .filter_map(|n| n.get("data-region"))
            .collect();
        let different: HashSet<&&str> = links.iter().collect();
        assert_eq!(links.len(), different.len(), "{name}");
        for region in regions {
            use crate::dossier::RegionKind::{Area, City, Site, Unit};
            let drawable =
                matches!(region.kind, Unit | City | Site | Area) || region.id.as_str() == "znpp";
            let expected = drawable && atlas.has_ground(&region.id);
            if expected {
                assert!(links.contains(&region.id.as_str()), "{name}: {}", region.id);
            }
        }
        let units = regions
            .iter()
            .filter(|r| r.code.as_deref().is_some_and(|c| c.starts_with("UA-")));
        assert!(units.filter(|r| links.contains(&r.id.as_str())).count() >= 27);
        let current: Vec<&str> = node
            .all()
            .iter()
            .filter(|n| n.get("aria-current").is_some())
            .filter_map(|n| n.get("data-region"))
            .collect();
        assert!(current.len() <= 1, "{name}: {current:?}");
        for link in node.all().iter().filter(|n| n.get("data-region").is_some()) {
            assert!(!link.get("aria-label").unwrap().is_empty());
            assert!(link.get("href").unwrap().starts_with("#region="));
        }
    }
}

/// What stays when attributes and what has a key are left out.
fn bones(node: &Node) -> String {
    let children: String = node
        .children
        .iter()
        .filter(|c| c.key.is_none())
        .map(bones)
        .collect();
    format!(
        "({}.{}{children})",
        node.tag,
        node.get("class").unwrap_or_default()
    )
}

#[test]
fn two_scenes_of_one_dossier_differ_in_attributes_and_keyed_elements_alone() {
    let (atlas, regions) = shipped();
    let all = views(atlas, regions);
    let first = picture(atlas, &all[0].1);
    let keys = |node: &Node| -> Vec<String> {
        let of = |class: &str| {
            node.children
                .iter()
                .find(|c| c.get("class") == Some(class))
                .unwrap()
                .children
                .clone()
        };
        let kept = ["neighbours", "regions", "rivers", "groups", "dots"];
        kept.iter()
            .flat_map(|class| of(class))
            .map(|child| format!("{} {}", child.tag, child.key.unwrap()))
            .collect()
    };
    for (name, view) in all.iter().step_by(4) {
        let other = picture(atlas, view);
        assert_eq!(bones(&other), bones(&first), "{name}");
        assert_eq!(keys(&other), keys(&first), "{name}");
    }
}

#[test]
fn what_is_said_is_written_as_text() {
    let (atlas, regions) = shipped();
    let mut view = view(atlas, regions, (1000.0, 720.0), "en");
    for item in &mut view.regions {
        item.label = "<b>&\"".to_owned();
        item.long = String::new();
        item.name = "\"><script>".to_owned();
    }
    let text = picture(atlas, &view).to_markup();
    check_markup(&text);
    assert!(!text.contains("<script") && !text.contains("<b>"));
}

#[test]
fn the_scale_bar_says_its_numbers() {
    let bar = ScaleBar {
        km: 100,
        length: 770,
    };
    let text = scale_bar(&bar, "km", "Scale: 100 kilometres").to_markup();
    check_markup(&text);
    assert!(
        text.contains(">50</text>")
            && text.contains(">100 km</text>")
            && text.contains("M0 14v4h77v-4M38.5 15.5v2.5")
    );
}

#[test]
#[ignore = "writes pictures to look at into target/pictures"]
fn pictures_to_look_at() {
    let (atlas, regions) = shipped();
    let style = ["tokens", "map"].map(|name| {
        std::fs::read_to_string(format!("{}/style/{name}.css", env!("CARGO_MANIFEST_DIR")))
            .unwrap_or_default()
    });
    let wide = view(atlas, regions, (1000.0, 720.0), "en");
    let phone = view(atlas, regions, (390.0, 430.0), "en");
    let low = view(atlas, regions, (1200.0, 360.0), "uk");
    let mut clause = near(wide.clone(), atlas, "znpp", 60.0);
    for item in &mut clause.regions {
        item.lit = ["znpp", "enerhodar"].contains(&item.id.as_str());
        item.fill = crate::scene::Fill::PLAIN;
    }
    let mut focus = select(view(atlas, regions, (1000.0, 720.0), "ru"), "crimea");
    focus.focused = Some("kherson".parse().unwrap());
    let all = [
        ("wide", select(wide.clone(), "donetsk")),
        (
            "phone",
            select(near(phone.clone(), atlas, "donetsk", 130.0), "donetsk"),
        ),
        ("whole-phone", phone),
        ("low", select(low, "donbas")),
        ("clause", clause),
        (
            "plant",
            select(near(wide.clone(), atlas, "znpp", 25.0), "znpp"),
        ),
        (
            "close",
            select(near(wide.clone(), atlas, "sevastopol", 40.0), "sevastopol"),
        ),
        ("focus", focus),
        (
            "far",
            select(
                {
                    let mut v = wide;
                    v.camera = v
                        .camera
                        .zoomed(0.55, crate::atlas::Point::new(500.0, 360.0));
                    v
                },
                "dnipro",
            ),
        ),
    ];
    std::fs::create_dir_all("target/pictures").unwrap();
    for (name, view) in all {
        let scene = Scene::draw(atlas, &view, &estimate);
        let map = paint(&scene, &OPTIONS).to_markup();
        let bar = scale_bar(&scene.scale, "km", "Scale").to_markup();
        println!("{name}: {} bytes, {} km/px", map.len(), scene.km_per_px);
        for class in ["light", "dark"] {
            let page = format!(
                "<!doctype html><meta charset=utf-8><html data-theme={class}><style>{}{}body{{margin:0}}.scale{{position:absolute;right:10px;bottom:8px}}</style>{map}{bar}",
                style[0], style[1]
            );
            std::fs::write(format!("target/pictures/{name}-{class}.html"), page).unwrap();
        }
    }
}
