//! The map as it looks: pictures that were looked at and kept in `tests/pictures/`, and the same
//! states now. `make pictures` keeps the present ones; look at them before committing.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::harness::{CALM, DARK, LIGHT, visit_calmly};
use super::likeness::Picture;
use super::page::Page;

/// How a state is looked at.
#[derive(Clone, Copy, PartialEq)]
enum Look {
    Light,
    Dark,
    Forced,
    Print,
}

/// How wide a kept picture is, in pixels.
const WIDTH: usize = 300;

/// Name, address, width and height of the window, look. Three zooms, each look, both widths.
const STATES: [(&str, &str, (u32, u32), Look); 12] = [
    ("country", "", (1280, 800), Look::Light),
    ("country-print", "", (1280, 800), Look::Print),
    ("country-phone", "", (390, 844), Look::Light),
    ("agreement", "#lens=agreement", (1280, 800), Look::Light),
    ("claimed-dark", "#lens=claimed", (1280, 800), Look::Dark),
    (
        "party-phone",
        "#lens=party&party=ua",
        (390, 844),
        Look::Dark,
    ),
    ("donetsk", "#region=donetsk", (1280, 800), Look::Light),
    ("donetsk-dark", "#region=donetsk", (1280, 800), Look::Dark),
    (
        "donetsk-forced",
        "#region=donetsk",
        (1280, 800),
        Look::Forced,
    ),
    ("donetsk-phone", "#region=donetsk", (390, 844), Look::Light),
    ("plant", "#clause=p20-12", (1280, 800), Look::Light),
    (
        "plant-phone-forced",
        "#clause=p20-12",
        (390, 844),
        Look::Forced,
    ),
];

async fn show(page: &Page, fragment: &str, (width, height): (u32, u32), look: Look) {
    page.resize(width, height, width < 500).await;
    match look {
        Look::Light | Look::Print => page.prefer(&[LIGHT, CALM]).await,
        Look::Dark => page.prefer(&[DARK, CALM]).await,
        Look::Forced => {
            page.prefer(&[LIGHT, CALM, ("forced-colors", "active")])
                .await;
        }
    }
    page.open(fragment).await;
    page.wait_for_rest().await;
    if look == Look::Print {
        let print = json!({ "media": "print", "features": [] });
        page.chromium
            .devtools("Emulation.setEmulatedMedia", print)
            .await;
        page.wait_for("print", "return matchMedia('print').matches", json!([]))
            .await;
        page.wait_for_rest().await;
    }
}

/// The map as the window has it, at the size of a kept picture.
async fn picture(page: &Page) -> Picture {
    let stage = page.chromium.driver.find(By::Css(".stage")).await.unwrap();
    Picture::read(&stage.screenshot_as_png().await.unwrap()).small(WIDTH)
}

fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pictures/{name}.png"))
}

/// Where a picture that differs is put, to be looked at.
fn aside(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pictures/{name}.png"))
}

/// What is to be said of a picture that is not as it was; keeps it if that was asked for.
fn compare(name: &str, now: &Picture) -> Option<String> {
    if std::env::var_os("KEEP_PICTURES").is_some() {
        now.write(&kept(name));
        return None;
    }
    let Ok(bytes) = std::fs::read(kept(name)) else {
        return Some(format!(
            "{name}: none is kept; `make pictures` keeps the present ones"
        ));
    };
    let before = Picture::read(&bytes);
    let apart = before.apart(now);
    if apart.is_little() {
        return None;
    }
    let (new, difference) = (
        aside(&format!("{name}-now")),
        aside(&format!("{name}-difference")),
    );
    now.write(&new);
    if before.width == now.width && before.height == now.height {
        before.difference(now).write(&difference);
    }
    Some(format!(
        "{name}: {apart:?}\n  kept       {}\n  now        {}\n  difference {}",
        kept(name).display(),
        new.display(),
        difference.display()
    ))
}

#[tokio::test]
async fn the_map_looks_as_it_did() {
    let page = visit_calmly().await;
    let mut changed = Vec::new();
    for (name, fragment, size, look) in STATES {
        show(&page, fragment, size, look).await;
        changed.extend(compare(name, &picture(&page).await));
    }
    assert!(changed.is_empty(), "\n{}", changed.join("\n"));
}

/// A comparison that cannot fail proves nothing: these changes must be seen, and doing nothing not.
#[tokio::test]
async fn a_recoloured_region_and_a_missing_name_are_seen() {
    let page = visit_calmly().await;
    show(&page, "#region=donetsk", (1280, 800), Look::Light).await;
    let before = picture(&page).await;
    let again = before.apart(&picture(&page).await);
    assert!(again.is_little(), "nothing has changed: {again:?}");
    let changes = [
        "document.querySelector('.regions [data-region=lviv] > path').style.fill = 'var(--seq-1)'",
        "document.querySelector('.label-selected').remove()",
        "document.querySelector('.selected').remove()",
        "document.querySelector('.hatches').remove()",
    ];
    for change in changes {
        show(&page, "#region=donetsk", (1280, 800), Look::Light).await;
        let _: Value = page.run(change, json!([])).await;
        let apart = before.apart(&picture(&page).await);
        assert!(!apart.is_little(), "{change}: {apart:?}");
    }
}
