//! What an author does, to its end: the pages for authors followed word for word, and what came of it opened.

use std::path::Path;

use serde_json::json;

use super::guide::follow;
use super::harness::{WIDE, visit_site};
use super::packed::visit;
use super::site::{self, Site};

#[tokio::test]
async fn the_dossier_of_an_afternoon_opens_with_what_was_added() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("afternoon");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::os::unix::fs::symlink(site::folder(), folder.join("dist")).unwrap();
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/AUTHORING.md");
    follow(&std::fs::read_to_string(guide).unwrap(), &folder);
    let ready = std::fs::read_dir(folder.join("ready")).unwrap();
    let mut files = ready.map(|entry| entry.unwrap().path());
    let file = files
        .find(|file| file.extension().is_some_and(|kind| kind == "html"))
        .unwrap();
    let page = visit(&file, WIDE).await;
    page.open("#claim=assembly-on-ferrymouth").await;
    page.wait_for_subject("claim:assembly-on-ferrymouth").await;
    let said = page.words("#pane").await;
    for words in ["Will not wait for the harvest.", "Not one more tide"] {
        assert!(said.contains(words), "{said}");
    }
    page.open_in("uk", "#claim=assembly-on-ferrymouth").await;
    let said = page.words("#pane").await;
    assert!(said.contains("Не чекатимуть жнив."), "{said}");
    page.assert_quiet().await;
}

#[tokio::test]
async fn an_edited_claim_is_there_when_the_page_is_loaded_again() {
    // As `clausemap serve` and the configurations in docs/hosting answer.
    let site = Site::answering(&[("cache-control", "no-cache")]);
    let page = visit_site(site).await;
    let claims = site::read("dossier/claims.json");
    let claims: serde_json::Value = serde_json::from_str(&claims).unwrap();
    let claim = &claims["claims"][0];
    let (id, words) = (
        claim["id"].as_str().unwrap(),
        claim["text"]["en"].as_str().unwrap(),
    );
    let open = format!("#claim={id}");
    page.open(&open).await;
    assert!(page.words("#pane").await.contains(words));
    let new = "These words were put in a moment ago.";
    page.site.edit("dossier/claims.json", words, new);
    page.chromium.driver.refresh().await.unwrap();
    page.wait_for_state("ready").await;
    page.wait_for(
        "the new words",
        "return document.querySelector('#pane').textContent.includes(arguments[0])",
        json!([new]),
    )
    .await;
    page.assert_quiet().await;
}
