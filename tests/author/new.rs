//! The dossier that `new` begins.

use std::collections::BTreeSet;
use std::path::Path;

use clausemap::load::load_whole;
use serde_json::Value;

use crate::scratch;
use crate::support::{
    Folder, as_files, in_repository, open_every_page, read_folder, run, write_folder,
};

/// Begins a dossier in a folder of this name.
fn begun(name: &str) -> Folder {
    write_folder(&scratch(name), &Folder::new());
    let said = run(&scratch(name), &["new", "mine"]);
    assert_eq!(said.code, 0, "{}", said.err);
    read_folder(&scratch(name).join("mine"))
}

#[test]
fn what_is_begun_has_nothing_wrong_with_it() {
    begun("new-checked");
    let said = run(&scratch("new-checked"), &["check", "mine"]);
    assert_eq!((said.code, &*said.out), (0, "errors: 0, warnings: 0\n"));
}

#[test]
fn it_is_the_starter_of_the_repository_and_its_schema() {
    let mut files = begun("new-whole");
    let schema = files.remove("dossier.schema.json").unwrap();
    let published = std::fs::read(in_repository("docs/dossier.schema.json")).unwrap();
    assert!(schema == published);
    assert!(files == read_folder(&in_repository("starter")));
    for (name, bytes) in files {
        let is_ours = Path::new(&name)
            .extension()
            .is_some_and(|kind| kind == "json");
        if is_ours && !name.contains('/') {
            let file: Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(file["$schema"], "./dossier.schema.json", "{name}");
        }
    }
}

#[test]
fn it_shows_what_a_dossier_can_say() {
    let loaded = load_whole(&as_files(&begun("new-rich"))).unwrap();
    let dossier = &loaded.dossier;
    assert!(dossier.plans.len() >= 2 && dossier.regions.len() >= 5);
    let parties: BTreeSet<_> = dossier.claims.iter().map(|claim| &claim.party).collect();
    assert!((2..=3).contains(&parties.len()));
    assert!(!dossier.lineage.is_empty());
    assert_eq!(dossier.manifest.translations.len(), 2);
    assert!(open_every_page(&loaded) > 30);
}

#[test]
fn nothing_is_written_over() {
    let (folder, files) = (scratch("new-taken"), begun("new-taken"));
    std::fs::write(folder.join("mine/claims.json"), "{}").unwrap();
    let said = run(&folder, &["new", "mine"]);
    assert_eq!(said.code, 1);
    assert_eq!(
        said.err,
        "mine is not empty; name a folder that is not there yet\n"
    );
    assert_eq!(
        std::fs::read(folder.join("mine/claims.json")).unwrap(),
        b"{}"
    );
    // An empty folder will do, and so will one that is a file's neighbour.
    std::fs::create_dir(folder.join("empty")).unwrap();
    assert_eq!(run(&folder, &["new", "empty"]).code, 0);
    assert!(read_folder(&folder.join("empty")) == files);
    assert_eq!(run(&folder, &["new", "mine/claims.json"]).code, 1);
}
