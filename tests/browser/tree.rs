//! The map as a screen reader meets it: Chromium's own accessibility tree, kept as text.
//!
//! `tests/accessibility/` holds, for each language, the map's part of the tree of the first page and of a region's
//! page. What changes it on purpose is kept by `make accept-tree`, and read before it is committed.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::PathBuf;

use clausemap::dossier::Lang;
use clausemap::words::for_reader;
use serde_json::{Value, json};

use super::expected;
use super::harness::visit_calmly;
use super::page::Page;
use super::states::LANGUAGES;

/// The states that a person is told of.
const STATES: [&str; 6] = [
    "focusable",
    "expanded",
    "checked",
    "selected",
    "pressed",
    "disabled",
];

/// One line of the tree.
struct Line {
    depth: usize,
    role: String,
    name: String,
    states: Vec<String>,
}

/// The map's part of the tree, in reading order.
async fn map_tree(page: &Page, lang: &str) -> Vec<Line> {
    let title = for_reader(&[Lang::from(lang)]).map;
    page.chromium
        .devtools("Accessibility.enable", json!({}))
        .await;
    let tree = page
        .chromium
        .devtools("Accessibility.getFullAXTree", json!({}))
        .await;
    let nodes = tree["nodes"].as_array().unwrap();
    let by_id: HashMap<&str, &Value> = nodes
        .iter()
        .map(|node| (node["nodeId"].as_str().unwrap(), node))
        .collect();
    let is_map = |node: &&Value| role(node) == "region" && name(node) == title;
    let map = nodes
        .iter()
        .find(is_map)
        .unwrap_or_else(|| panic!("a region called {title}"));
    let mut lines = Vec::new();
    walk(map, &by_id, 0, "", &mut lines);
    lines
}

fn role(node: &Value) -> &str {
    node["role"]["value"].as_str().unwrap_or_default()
}

fn name(node: &Value) -> &str {
    node["name"]["value"].as_str().unwrap_or_default()
}

/// Adds a node and what is in it. What only groups for the layout's sake is passed over, as is text
/// that its parent's name says already.
fn walk(
    node: &Value,
    by_id: &HashMap<&str, &Value>,
    depth: usize,
    said: &str,
    lines: &mut Vec<Line>,
) {
    let (role, name) = (role(node), name(node));
    let passed = node["ignored"] == true
        || [
            "none",
            "generic",
            "InlineTextBox",
            "ListMarker",
            "paragraph",
            "LineBreak",
        ]
        .contains(&role)
        || (role == "StaticText" && (said.contains(name.trim()) || name.trim().is_empty()));
    let mut inner = depth;
    let mut said = said;
    if !passed {
        let has = |state: &&&str| {
            let all = node["properties"].as_array();
            all.is_some_and(|all| {
                all.iter().any(|one| {
                    let value = &one["value"]["value"];
                    one["name"].as_str() == Some(**state)
                        && *value != json!(false)
                        && *value != json!("false")
                })
            })
        };
        lines.push(Line {
            depth,
            role: role.to_owned(),
            name: name.split_whitespace().collect::<Vec<_>>().join(" "),
            states: STATES
                .iter()
                .filter(has)
                .map(|one| (*one).to_owned())
                .collect(),
        });
        inner += 1;
        said = name;
    }
    for id in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = by_id.get(id.as_str().unwrap()) {
            walk(child, by_id, inner, said, lines);
        }
    }
}

fn text(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        let indent = "  ".repeat(line.depth);
        write!(text, "{indent}{}", line.role).unwrap();
        if !line.name.is_empty() {
            write!(text, " “{}”", line.name).unwrap();
        }
        for state in line.states.iter().filter(|state| *state != "focusable") {
            write!(text, " [{state}]").unwrap();
        }
        text.push('\n');
    }
    text
}

fn kept(lang: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/accessibility/{lang}.txt"))
}

#[tokio::test]
async fn the_tree_of_the_map_is_the_one_that_was_read_and_kept() {
    let page = visit_calmly().await;
    for lang in LANGUAGES {
        hold_tree(&page, lang).await;
    }
}

async fn hold_tree(page: &Page, lang: &str) {
    let mut now = String::new();
    for (heading, fragment) in [
        ("# The first page", "#"),
        ("# A region’s page", "#region=donetsk"),
    ] {
        page.open_in(lang, fragment).await;
        page.wait_for_rest().await;
        let current = page
            .attributes("[data-region][aria-current]", "data-region")
            .await;
        let tree = text(&map_tree(page, lang).await);
        write!(now, "{heading}. Current: {current:?}\n\n{tree}\n").unwrap();
    }
    let file = kept(lang);
    if std::env::var_os("CLAUSEMAP_ACCEPT").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &now).unwrap();
    }
    let then = std::fs::read_to_string(&file).unwrap_or_default();
    let (mut a, mut b) = (then.lines(), now.lines());
    for number in 1.. {
        let (then, now) = (a.next(), b.next());
        assert_eq!(
            now,
            then,
            "line {number} of {}; if the change is meant, `make accept-tree` keeps it; read it first",
            file.display()
        );
        if now.is_none() {
            break;
        }
    }
}

#[tokio::test]
async fn every_region_is_a_named_link_in_one_tab_stop_and_no_picture_lacks_a_name() {
    let page = visit_calmly().await;
    for fragment in ["", "#region=znpp", "#clause=p20-14", "#region=donbas"] {
        page.open(fragment).await;
        page.wait_for_rest().await;
        let tree = map_tree(&page, "en").await;
        let links: Vec<&str> = tree
            .iter()
            .filter(|line| line.role == "link")
            .map(|line| line.name.as_str())
            .collect();
        let regions = expected::records("regions.json", "regions");
        let on_map = page
            .attributes(".canvas [data-region]", "data-region")
            .await;
        assert!(on_map.len() > 25);
        for id in on_map {
            let region = regions.iter().find(|one| one["id"] == id.as_str()).unwrap();
            let wanted = expected::english(&region["name"]);
            let named = links.iter().any(|name| name.starts_with(&wanted));
            assert!(named, "{fragment}: {id} is no link called {wanted}");
        }
        let nameless = tree.iter().filter(|line| {
            let told = [
                "link",
                "button",
                "image",
                "img",
                "graphics-symbol",
                "graphics-document",
                "combobox",
            ];
            told.contains(&line.role.as_str()) && line.name.is_empty()
        });
        let nameless: Vec<&str> = nameless.map(|line| line.role.as_str()).collect();
        assert!(
            nameless.is_empty(),
            "{fragment}: without a name: {nameless:?}"
        );
        let stops = page
            .count(".canvas [data-region]:not([tabindex='-1'])")
            .await;
        assert_eq!(stops, 1, "{fragment}: tab stops in the map");
        let voices = page
            .count(".stage [role='status'], .stage [aria-live]")
            .await;
        assert_eq!(voices, 1, "{fragment}: the map has one voice");
    }
}
