//! The states of the page that must hold up whatever the language, the colours and the width: every view,
//! and every kind of page in the pane.

use clausemap::route::View;
use serde_json::{Value, json};

use super::page::Page;

/// The languages of the page.
pub const LANGUAGES: [&str; 3] = ["en", "uk", "ru"];

/// What is looked at beside the views as they open.
const MORE: [&str; 14] = [
    "#region=donetsk",
    "#region=novorossiya",
    "#clause=p20-12",
    "#claim=v26",
    "#who=ua",
    "#source=src-un-es114",
    "#region=nowhere&lens=agreement",
    "#list=1&lens=party&party=ru",
    "#q=Zelensky&lens=claimed",
    "#view=list&region=zaporizhzhia",
    "#view=list&party=ru&stance=silent&topic=eu",
    "#view=compare&region=donetsk&topic=territory",
    "#view=positions&region=donetsk&party=ua&asof=2025-12-28",
    "#view=positions&claim=v26",
];

/// Fragments of all states, each view first.
pub fn fragments() -> Vec<String> {
    let views = View::ALL.map(|view| format!("#view={}", view.slug()));
    views
        .into_iter()
        .chain(MORE.map(ToOwned::to_owned))
        .collect()
}

impl Page {
    /// Loads the page anew in a language.
    pub async fn open_in(&self, lang: &str, fragment: &str) {
        let address = format!("{}?lang={lang}{fragment}", self.site.address());
        // From another page, since another fragment alone would be no load.
        for to in ["about:blank", &address] {
            let driver = &self.chromium.driver;
            driver
                .goto(to)
                .await
                .unwrap_or_else(|e| panic!("{to}: {e}"));
        }
        self.wait_for_state("ready").await;
    }

    /// Goes to a fragment and waits until it is shown whole. False for a view that the page does not
    /// offer: the map stands in for it.
    pub async fn show(&self, fragment: &str) -> bool {
        let _: Value = self
            .run("location.hash = arguments[0]", json!([fragment]))
            .await;
        self.wait_for(fragment, SHOWN, json!([])).await;
        let view = fragment
            .split(['#', '&'])
            .find_map(|pair| pair.strip_prefix("view="));
        let script = "return document.querySelector('#view')?.dataset.view ?? 'map'";
        let shown: String = self.run(script, json!([])).await;
        shown == view.unwrap_or("map")
    }
}

/// Whether the address has been followed and nothing is still to be put in.
const SHOWN: &str = r#"
if (window.asked !== location.hash) {
  window.asked = location.hash;
  window.since = 0;
  const count = () => { window.since += 1; if (window.since < 4) requestAnimationFrame(count); };
  requestAnimationFrame(count);
}
return window.since > 3 && !document.querySelector("[data-later]");
"#;
