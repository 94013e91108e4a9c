//! Nothing leaves the reader's machine, and nothing is kept on it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::harness::visit;
use super::page::Page;
use super::site;

/// Everything that a reader does in one sitting.
async fn sitting(page: &Page) {
    page.open("").await;
    page.click_region("donetsk").await;
    page.wait_for_subject("region:donetsk").await;
    page.click(".zoom button:nth-of-type(1)").await;
    page.click(".zoom button:nth-of-type(2)").await;
    page.click(".zoom button:nth-of-type(3)").await;
    page.wait_for_rest().await;
    page.click("[data-pane] [data-clause='p20-14a']").await;
    page.wait_for_subject("clause:p20-14a").await;
    page.click(".bar .tools button:nth-of-type(2)").await;
    let dark = "return document.documentElement.dataset.theme === 'dark'";
    page.wait_for("the dark theme", dark, json!([])).await;
    page.click(".bar .tools button:nth-of-type(1)").await;
    page.click("[data-listed='kherson']").await;
    page.wait_for_subject("region:kherson").await;
    page.follow("#source=src-seed", "source:src-seed").await;
    page.back().await;
    page.wait_for_subject("region:kherson").await;
    page.wait_for_rest().await;
}

#[tokio::test]
async fn a_whole_sitting_asks_nobody_but_its_own_folder_and_keeps_nothing() {
    let page = visit().await;
    sitting(&page).await;
    let own = format!("{}/", page.site.origin);
    let requested = page.requested().await;
    assert!(
        requested
            .iter()
            .any(|url| url.ends_with("dossier/dossier.json")),
        "{requested:#?}"
    );
    let is_ours = |url: &&String| {
        url.starts_with(&own) || url.starts_with("data:") || url.starts_with("blob:")
    };
    let elsewhere: Vec<_> = requested.iter().filter(|url| !is_ours(url)).collect();
    assert!(elsewhere.is_empty(), "asked elsewhere: {elsewhere:#?}");
    // What was asked for is there, and each file once.
    let asked = page.site.asked();
    let once: BTreeSet<_> = asked.iter().collect();
    assert_eq!(asked.len(), once.len(), "asked twice: {asked:#?}");
    for path in asked.iter().filter(|path| !path.is_empty()) {
        assert!(
            site::folder().join(path).is_file(),
            "{path} is not in the folder"
        );
    }
    assert_nothing_kept(&page).await;
    page.assert_quiet().await;
}

/// Fails if the browser keeps anything for the page's next visit.
pub async fn assert_nothing_kept(page: &Page) {
    let kept: Value = page
        .run(
            "return [document.cookie, localStorage.length, sessionStorage.length]",
            json!([]),
        )
        .await;
    assert_eq!(kept, json!(["", 0, 0]));
    let cookies = page.chromium.driver.get_all_cookies().await.unwrap();
    assert!(cookies.is_empty(), "{cookies:?}");
    let databases: Value = page
        .chromium
        .devtools(
            "Runtime.evaluate",
            json!({
                "expression": "Promise.all([indexedDB.databases(), caches.keys(), \
                    navigator.serviceWorker.getRegistrations()]).then((all) => all.flat().length)",
                "awaitPromise": true,
            }),
        )
        .await;
    assert_eq!(databases["result"]["value"], 0, "{databases}");
}
