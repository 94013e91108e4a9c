//! A dossier written by an enemy, packed into one file: its words are shown as words and none of them runs, with the
//! program and without it. What cannot be words at all is told.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::packed::{pack, visit};
use super::page::Page;
use super::site;

const TAG: &str = "<img src=x onerror=window.hacked=1>";
const SCRIPT: &str = "</script><script>window.hacked=1</script><!--";
const ADDRESS: &str = "javascript:window.hacked=1";
const TURNED: &str = "\u{202e}turned\u{2066}\u{2029}";
/// Written as `\ud800`: half of a letter.
const HALF: &str = "a half of a letter";

/// Copies the shipped dossier, and lets an enemy write in it.
fn dossier_of_an_enemy() -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packed/enemy");
    let _ = std::fs::remove_dir_all(&out);
    site::copy(&site::folder().join("dossier"), &out);
    let change = |file: &str, change: &dyn Fn(&mut Value)| {
        let path = out.join(file);
        let mut whole: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        change(&mut whole);
        let text = whole.to_string().replace(HALF, "\\ud800");
        std::fs::write(path, text).unwrap();
    };
    change("dossier.json", &|whole| {
        whole["title"]["en"] = json!(SCRIPT);
    });
    change("regions.json", &|whole| {
        let region = record(whole, "regions", "donetsk");
        region["name"]["en"] = json!(TAG);
        region["local"]["name"] = json!(TURNED);
        region["status"]["text"]["en"] = json!(SCRIPT);
    });
    change("claims.json", &|whole| {
        record(whole, "claims", "s04")["text"]["en"] =
            json!(format!("{SCRIPT}{}", "long ".repeat(200_000)));
        record(whole, "claims", "v26")["text"]["en"] = json!(HALF);
    });
    change("sources.json", &|whole| {
        let source = record(whole, "sources", "src-un-es114");
        source["title"] = json!(TAG);
        source["url"] = json!(ADDRESS);
    });
    out
}

fn record<'a>(whole: &'a mut Value, list: &str, id: &str) -> &'a mut Value {
    let records = whole[list].as_array_mut().unwrap();
    let found = records.iter_mut().find(|one| one["id"] == id);
    found.unwrap_or_else(|| panic!("no {id}"))
}

/// Fails if any of the enemy's words became more than that.
async fn assert_words_only(page: &Page, at: &str) {
    let made: Vec<String> = page
        .run(
            "return [...document.querySelectorAll('img, iframe, object, embed, [onerror], [href^=javascript]')] \
                .map((one) => one.outerHTML)",
            json!([]),
        )
        .await;
    assert!(made.is_empty(), "{at} made {made:#?}");
    // The page's own: two for how it looks, the unpacker, the program, what starts its layers, and what starts it.
    assert_eq!(page.count("script:not([data-file])").await, 6, "{at}");
    let hacked: bool = page.run("return 'hacked' in window", json!([])).await;
    assert!(!hacked, "{at} ran the enemy's words");
}

#[tokio::test]
async fn hostile_words_in_a_packed_file_are_words() {
    let dossier = dossier_of_an_enemy();
    let file = pack("hostile", Some(&dossier));
    let page = visit(&file, super::harness::WIDE).await;

    page.open("#region=donetsk").await;
    assert_words_only(&page, "the region").await;
    assert_eq!(page.words("[data-pane] h1").await, TAG);
    assert!(page.words("[data-pane] .status").await.contains(SCRIPT));
    assert!(page.words("[data-pane] .local").await.contains(TURNED));
    let title = page.chromium.driver.title().await.unwrap();
    assert!(title.contains(SCRIPT), "{title}");
    let faults = page.words("details.notice .faults").await;
    for told in ["claims.json:", "sources.json:", ADDRESS] {
        assert!(faults.contains(told), "{told} is not in {faults}");
    }

    page.open("#claim=s04").await;
    assert_words_only(&page, "the claim").await;
    let long = "return document.querySelector('[data-pane]').textContent.length > 1e6";
    page.wait_for("a text of a megabyte", long, json!([])).await;

    page.open("#source=src-un-es114").await;
    assert_words_only(&page, "the source").await;
    assert_eq!(page.words("[data-pane] h1").await, TAG);

    page.load("&static=1#region=donetsk").await;
    page.wait_for_state("static").await;
    assert_words_only(&page, "the page without the program").await;
    page.assert_quiet().await;
}

#[test]
fn what_an_enemy_cannot_say_is_a_finding() {
    let dossier = dossier_of_an_enemy();
    let mut command = Command::new(env!("CARGO_BIN_EXE_clausemap"));
    let said = command.arg("check").arg(dossier).output().unwrap();
    assert_eq!(said.status.code(), Some(1));
    let said = String::from_utf8(said.stdout).unwrap();
    for told in ["claims.json:", "sources.json:", ADDRESS] {
        assert!(said.contains(told), "{told} is not in {said}");
    }
}
