//! What `check` prints, in its several forms, and that it goes on checking.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::copy_of;
use crate::support::run;

const BASE: &str = "tests/broken/base";

/// Replaces a text in a file of a folder.
fn edit(folder: &Path, file: &str, old: &str, new: &str) {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{file} has no {old}");
    std::fs::write(path, text.replacen(old, new, 1)).unwrap();
}

#[test]
fn faults_are_told_to_programs() {
    let (folder, _) = copy_of(BASE, "check-json");
    edit(&folder, "claims.json", "\"supports\"", "\"suports\"");
    let said = run(&folder, &["check", "--format", "json"]);
    assert_eq!(said.code, 1);
    assert_eq!(said.out.lines().count(), 1);
    let told: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        told,
        json!({ "errors": 1, "warnings": 0, "faults": [{
            "file": "claims.json", "line": 8, "column": 17, "severity": "error",
            "problem": "unknown word `suports`", "remedy": "did you mean `supports`?",
        }] })
    );
}

#[test]
fn faults_are_told_to_github_with_the_path_from_where_it_runs() {
    let (folder, _) = copy_of(BASE, "check,github");
    edit(&folder, "claims.json", "\"supports\"", "\"100%\\n\"");
    let said = run(
        folder.parent().unwrap(),
        &["check", "./check,github", "--format", "github"],
    );
    assert_eq!(said.code, 1);
    let told: Vec<&str> = said.out.lines().collect();
    assert_eq!(told.len(), 2, "{}", said.out);
    let (place, words) = told[0].split_at(told[0].rfind("::").unwrap());
    assert_eq!(
        place,
        "::error file=check%2Cgithub/claims.json,line=8,col=17"
    );
    assert!(
        words.starts_with("::unknown word `100%25%0A`; expected "),
        "{words}"
    );
    assert_eq!(told[1], "errors: 1, warnings: 0");
}

/// A command that goes on until it is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_watched_dossier_is_checked_after_each_save() {
    let (folder, _) = copy_of(BASE, "check-watch");
    let child = Command::new(env!("CARGO_BIN_EXE_clausemap"))
        .args(["check", "--watch"])
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut running = Running(child);
    let mut lines = BufReader::new(running.0.stdout.take().unwrap()).lines();
    // Each wait is for a state that the save leads to, however often it is checked meanwhile.
    let mut until = |count: &str| while lines.next().unwrap().unwrap() != count {};
    until("errors: 0, warnings: 0");
    edit(&folder, "claims.json", "\"supports\"", "\"suports\"");
    until("errors: 1, warnings: 0");
    edit(&folder, "claims.json", "\"suports\"", "\"supports\"");
    until("errors: 0, warnings: 0");
}
