//! What differs between two states of a dossier, as an editor reads it.

use std::path::PathBuf;

use serde_json::Value;

use crate::support::{Said, run};
use crate::{copy_of, scratch};

/// The starter with these texts replaced, as it was before and as it is now.
fn states(name: &str, edits: &[(&str, &str, &str)]) -> (PathBuf, Said) {
    let (_, _) = copy_of("starter", &format!("{name}/before"));
    let (now, _) = copy_of("starter", &format!("{name}/now"));
    for (file, old, new) in edits {
        let path = now.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{file} has no {old}");
        std::fs::write(path, text.replacen(old, new, 1)).unwrap();
    }
    let folder = scratch(name);
    let said = run(&folder, &["diff", "before", "now"]);
    (folder, said)
}

const EDITS: [(&str, &str, &str); 8] = [
    ("dossier.json", "2024-07-01", "2024-07-09"),
    (
        "claims.json",
        "\"said\": \"2024-06-12\"",
        "\"said\": \"2024-06-13\"",
    ),
    (
        "claims.json",
        "[\"saltings\", \"ferrymouth\"]",
        "[\"saltings\"]",
    ),
    (
        "claims.json",
        "\"sources\": [\"courier-assembly\"]",
        "\"sources\": [\"courier-assembly\", \"bulletin\"]",
    ),
    (
        "plans.json",
        "Nobody takes a toll.",
        "Nobody takes any toll.",
    ),
    (
        "plans.json",
        "\"agreement\": \"not-agreed\"",
        "\"agreement\": \"agreed\"",
    ),
    ("events.json", "\"expected\": true", "\"expected\": false"),
    ("geo/towns.geojson", "-138.35", "-138.36"),
];

#[test]
fn what_differs_is_said_in_words() {
    let (_, said) = states("diff-words", &EDITS);
    assert_eq!(said.code, 1, "{}", said.err);
    let expected = "\
The Brindle settlement (an invented example), from 1 Jul 2024 to 9 Jul 2024

About the dossier
- Changed: the dossier
  - As of: was: 1 Jul 2024; now: 9 Jul 2024

Claims
- Changed: Council of North Brindle, Orla Quillfeather: Would leave the Saltings once Ferrymouth has a harbour watch of its own. [north-on-saltings]
  - Date: was: 12 Jun 2024; now: 13 Jun 2024
  - Regions: removed: Ferrymouth (ferrymouth)
- Changed: Assembly of South Brindle, the Assembly: Wants the guards out of all of the Saltings, Ferrymouth among them. [south-on-saltings]
  - Sources: added: Brindle Bulletin, “Quillfeather and Lampwick on the terms”, 13 Jun 2024 (bulletin)

Clauses
- Changed: Terms, point 2: The Wend [terms-2]
  - Agreement: was: not-agreed; now: agreed
  - Variants, No tolls, text: was: Nobody takes a toll.; now: Nobody takes any toll.

Events
- Changed: Signing, says the Guild [signing]
  - Expected: was: yes; now: no

Outlines
- Changed: towns/ferrymouth
  - Outline: was: as it was; now: drawn otherwise
";
    assert_eq!(said.out, expected);
}

#[test]
fn a_claim_that_is_new_or_gone_is_told_whole() {
    let (folder, _) = states("diff-claims", &[]);
    let table = "id,party,speaker,matter,stance,text,date,on record,sources\n\
        guild-on-tolls,guild,keeper,open-wend,open,Has no view on tolls.,2024-06-20,yes,bulletin\n";
    std::fs::write(folder.join("t.csv"), table).unwrap();
    assert_eq!(run(&folder, &["import", "t.csv", "now"]).code, 0);
    let added = "\nClaims\n\
        - Added: Guild of Lightkeepers, Tobias Lampwick: Has no view on tolls. [guild-on-tolls]\n  \
          - Stance: open\n  \
          - Date: 20 Jun 2024\n  \
          - Matter: The Wend is open to all boats (open-wend)\n  \
          - On record: yes\n  \
          - Sources: Brindle Bulletin, “Quillfeather and Lampwick on the terms”, 13 Jun 2024 (bulletin)\n";
    let said = run(&folder, &["diff", "before", "now"]);
    assert_eq!(said.code, 1);
    assert!(said.out.ends_with(added), "{}", said.out);
    // The other way around it is gone.
    let said = run(&folder, &["diff", "now", "before"]);
    assert!(
        said.out.ends_with(&added.replace("Added", "Removed")),
        "{}",
        said.out
    );
}

#[test]
fn where_a_record_stands_and_how_it_is_written_makes_no_difference() {
    let (folder, said) = states(
        "diff-same",
        &[
            ("claims.json", "  \"claims\": [\n", "\"claims\":[\n\n"),
            (
                "claims.json",
                "\"on_record\": true",
                "\"on_record\": true, \"about\": null",
            ),
            (
                "claims.json",
                "\"clauses\": [\"terms-2\"]",
                "\"clauses\": [ \"terms-2\" ]",
            ),
        ],
    );
    assert_eq!(said.code, 0, "{}", said.out);
    assert_eq!(
        said.out,
        "The Brindle settlement (an invented example), as of 1 Jul 2024\nNothing differs.\n"
    );
    // All claims in another file.
    let now = folder.join("now");
    let events = std::fs::read_to_string(now.join("events.json")).unwrap();
    let claims = std::fs::read_to_string(now.join("claims.json")).unwrap();
    let mut events: Value = serde_json::from_str(&events).unwrap();
    let mut claims: Value = serde_json::from_str(&claims).unwrap();
    events["claims"] = claims["claims"].take();
    std::fs::write(now.join("events.json"), events.to_string()).unwrap();
    std::fs::write(now.join("claims.json"), "{}").unwrap();
    assert_eq!(run(&folder, &["diff", "before", "now"]).code, 0);
}

#[test]
fn it_is_told_to_programs_and_in_markdown() {
    let (folder, _) = states("diff-forms", &EDITS);
    let said = run(&folder, &["diff", "before", "now", "--format", "json"]);
    assert_eq!(said.code, 1);
    let told: Value = serde_json::from_str(&said.out).unwrap();
    let claim = &told["changes"][1];
    assert_eq!(claim["list"], "claims");
    assert_eq!(claim["id"], "north-on-saltings");
    assert_eq!(claim["change"], "changed");
    assert_eq!(
        claim["fields"][0],
        serde_json::json!({ "field": "date", "was": "12 Jun 2024", "is": "13 Jun 2024" })
    );
    assert_eq!(
        claim["fields"][1],
        serde_json::json!({ "field": "regions", "removed": ["Ferrymouth (ferrymouth)"] })
    );
    let said = run(&folder, &["diff", "before", "now", "--format", "markdown"]);
    assert!(
        said.out.starts_with("## The Brindle settlement"),
        "{}",
        said.out
    );
    assert!(
        said.out.contains("\n### Claims\n\n- **Changed:** Council"),
        "{}",
        said.out
    );
    assert!(said.out.contains(" `north-on-saltings`\n"), "{}", said.out);
}

#[test]
fn a_state_that_cannot_be_read_ends_with_2() {
    let (folder, _) = states("diff-none", &[]);
    assert_eq!(run(&folder, &["diff", "before", "nowhere"]).code, 2);
    std::fs::write(folder.join("now/dossier.json"), "{").unwrap();
    assert_eq!(run(&folder, &["diff", "before", "now"]).code, 2);
}
