//! Follows docs/AUTHORING.md word for word, as a journalist would.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

use std::path::Path;
use std::process::Command;

/// Does in `folder` what the page says: runs each `sh` block, saves each `csv` block under the name in the sentence
/// before it, and makes each change of the form "In `FILE`, change `OLD` to `NEW`". Gives what was printed.
pub fn follow(page: &str, folder: &Path) -> String {
    let mut printed = String::new();
    let mut blocks = page.split("\n```");
    changes(blocks.next().unwrap(), folder);
    let mut before = page;
    while let Some(block) = blocks.next() {
        let (kind, text) = block.split_once('\n').unwrap();
        match kind {
            "sh" => printed += &ran(text, folder),
            "csv" => {
                let (_, name) = before.rsplit_once("Save this as `").unwrap();
                let (name, _) = name.split_once('`').unwrap();
                std::fs::write(folder.join(name), format!("{text}\n")).unwrap();
            }
            kind => panic!("a block of {kind}"),
        }
        before = blocks.next().unwrap();
        changes(before, folder);
    }
    printed
}

/// Runs commands, which find `clausemap` as if it had been installed.
fn ran(commands: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_clausemap"));
    let path = format!(
        "{}:{}",
        program.parent().unwrap().display(),
        std::env::var("PATH").unwrap()
    );
    let output = Command::new("sh")
        .args(["-e", "-c", commands])
        .env("PATH", path)
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{commands}\n{said}\n{err}");
    said
}

fn changes(text: &str, folder: &Path) {
    for change in text.split("In `").skip(1) {
        let Some((file, rest)) = change.split_once("`, change `") else {
            continue;
        };
        let (old, rest) = rest.split_once("` to `").unwrap();
        let (new, _) = rest.split_once('`').unwrap();
        let path = folder.join(file);
        let now = std::fs::read_to_string(&path).unwrap();
        assert!(now.contains(old), "{file} has no {old}");
        std::fs::write(path, now.replacen(old, new, 1)).unwrap();
    }
}
