//! The pages for authors: what they tell to type works.

use crate::guide::follow;
use crate::scratch;
use crate::support::{Folder, in_repository, read_folder, run, write_folder};

/// A built page of stand-ins.
const PAGE: [(&str, &str); 12] = [
    (
        "index.html",
        "<script src=\"look.js\"></script><script src=\"frame.js\"></script>\
         <link rel=\"stylesheet\" href=\"./style.css\">\
         <script type=\"module\" src=\"./boot.js\" data-js=\"./app.js\" data-wasm=\"./app.wasm\"></script>",
    ),
    ("app.js", "export { initSync, __wbg_init as default };"),
    ("app.wasm", "\0asm"),
    ("style.css", "p { color: red }"),
    ("look.js", "look()"),
    ("frame.js", "frame()"),
    ("overlay-start.js", "start()"),
    ("made.js", "export const made = 1;"),
    ("boot.js", "import { made } from \"./made.js\";\nboot()"),
    ("icon.svg", "<svg/>"),
    ("clausemap-overlay.js", "overlay()"),
    ("clausemap-overlay_bg.wasm", "\0asm"),
];

#[test]
fn the_afternoon_ends_in_a_checked_and_packed_dossier() {
    let folder = scratch("guide");
    let files = PAGE.map(|(name, text)| (format!("dist/{name}"), text.as_bytes().to_vec()));
    write_folder(&folder, &Folder::from(files));
    let page = std::fs::read_to_string(in_repository("docs/AUTHORING.md")).unwrap();
    let printed = follow(&page, &folder);
    assert_eq!(
        printed.matches("added: 1, changed: 1, removed: 0").count(),
        2,
        "{printed}"
    );
    let said = run(&folder, &["check", "plan"]);
    assert_eq!((said.code, &*said.out), (0, "errors: 0, warnings: 0\n"));
    let note = std::fs::read_to_string(folder.join("correction.md")).unwrap();
    for words in [
        "`assembly-on-ferrymouth`",
        "was: open; now: conditional",
        "Guards at the ferry",
    ] {
        assert!(note.contains(words), "{note}");
    }
    let ready = read_folder(&folder.join("ready"));
    let packed = ready.keys().any(|name| name.ends_with("2024-07-09.html"));
    assert!(packed, "{:?}", ready.keys());
}

#[test]
fn the_pages_name_no_task_that_is_not_there() {
    for page in [
        "README.md",
        "docs/AUTHORING.md",
        "docs/DOSSIER.md",
        "starter/README.md",
    ] {
        let text = std::fs::read_to_string(in_repository(page)).unwrap();
        // As code: in a sentence or on a line of its own.
        let named = [
            "`clausemap ",
            "\n    clausemap ",
            "\nclausemap ",
            "--bin clausemap -- ",
        ];
        for before in named {
            for rest in text.split(before).skip(1) {
                let task: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
                if task.is_empty() {
                    continue;
                }
                let said = run(&in_repository("."), &["help", &task]);
                assert_eq!(said.code, 0, "{page}: clausemap {task}: {}", said.err);
            }
        }
    }
}

#[test]
fn every_task_has_examples_or_needs_none() {
    let said = run(&in_repository("."), &["--help"]);
    assert!(said.out.contains("Exit codes"), "{}", said.out);
    for task in ["new", "check", "export", "import", "diff", "serve", "pack"] {
        let said = run(&in_repository("."), &["help", task]);
        assert!(
            said.out.contains("Examples:\n  clausemap"),
            "{task}: {}",
            said.out
        );
        assert!(
            said.out.contains("nds with") || said.out.contains("Ends as"),
            "{task}: {}",
            said.out
        );
    }
}
