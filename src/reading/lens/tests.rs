use super::*;
use crate::coverage::Coverage;
use crate::dossier::{Dossier, Files, Lang, read_manifest, read_records};

const SILENT: &str = r#"{"silent":{"as_of":"2025-01-01"}}"#;

/// Two units in a country and a place in the first; parties a, b, c and an observer o. Each claim is
/// `party matter stance region day`.
fn dossier(claims: &[&str]) -> Dossier {
    let mut files = Files::default();
    files.add(
        "dossier.json",
        br#"{"format":"clausemap-dossier/1","title":{"en":"t"},"short":{"en":"t"},
        "as_of":"2025-12-31","languages":["en"],"first_plan":"p","home":"land",
        "files":["a.json"],"layers":[],"borders":{"en":"b"}}"#
            .to_vec(),
    );
    let region = |id: &str, kind: &str, within: &str, claimed: &str| {
        format!(
            r#"{{"id":"{id}","name":{{"en":"{id}"}},"kind":"{kind}","what":{{"en":"w"}},"within":[{within}],
            "ground":{{"none":{{"en":"x"}}}},"claimed_by":[{claimed}]}}"#
        )
    };
    let claim =
        |by: &str| format!(r#"{{"by":"{by}","text":{{"en":"{by} claims"}},"sources":["s"]}}"#);
    let regions = [
        region("land", "country", "", ""),
        region(
            "east",
            "unit",
            r#""land""#,
            &[claim("c"), claim("a"), claim("c")].join(","),
        ),
        region("west", "unit", r#""land""#, ""),
        region("plant", "site", r#""east""#, ""),
    ]
    .join(",");
    let parties: Vec<String> = ["a", "b", "c", "o"]
        .map(|id| {
            let kind = if id == "o" { "observer" } else { "party" };
            format!(r#"{{"id":"{id}","name":{{"en":"{id}"}},"tag":{{"en":"{id}"}},"role":{{"en":"r"}},"kind":"{kind}"}}"#)
        })
        .to_vec();
    let matters =
        ["m", "n"].map(|id| format!(r#"{{"id":"{id}","topic":"t","text":{{"en":"{id}"}}}}"#));
    let claims: Vec<String> = claims
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let parts: Vec<&str> = text.split(' ').collect();
            let stance = if parts[2] == "silent" { SILENT.to_owned() } else { format!("\"{}\"", parts[2]) };
            format!(
                r#"{{"id":"k{index}","party":"{}","speaker":"s","matter":"{}","stance":{stance},"text":{{"en":"x"}},
                "coverage":["{}"],"said":"{}","on_record":true,"sources":["s"]}}"#,
                parts[0], parts[1], parts[3], parts[4]
            )
        })
        .collect();
    files.add(
        "a.json",
        format!(
            r#"{{"regions":[{regions}],"parties":[{}],"matters":[{}],"claims":[{}]}}"#,
            parties.join(","),
            matters.join(","),
            claims.join(",")
        )
        .into(),
    );
    let (dossier, faults) = read_records(read_manifest(&files).unwrap(), &files);
    assert!(faults.is_empty(), "{faults:?}");
    dossier
}

fn value(claims: &[&str], lens: &Lens, region: &str) -> Option<LensValue> {
    let dossier = dossier(claims);
    let reader = Reader {
        dossier: &dossier,
        coverage: &Coverage::of(&dossier),
        langs: &[Lang::from("en")],
        translation: None,
    };
    reader.lens_value(lens, &region.parse().unwrap(), &"p".parse().unwrap())
}

fn accord(claims: &[&str], region: &str) -> Accord {
    match value(claims, &Lens::Agreement, region) {
        Some(LensValue::Agreement(accord)) => accord,
        other => panic!("{other:?}"),
    }
}

fn verdict(stances: &[&str]) -> Option<Verdict> {
    let claims: Vec<String> = stances
        .iter()
        .zip(["a", "b", "c"])
        .map(|(stance, party)| format!("{party} m {stance} east 2025-05-01"))
        .collect();
    let claims: Vec<&str> = claims.iter().map(String::as_str).collect();
    accord(&claims, "east").verdict()
}

fn stand(claims: &[&str], party: &str, region: &str) -> Stand {
    match value(claims, &Lens::Party(party.parse().ok()), region) {
        Some(LensValue::Party(tag, stand)) if tag.id.as_str() == party => stand,
        other => panic!("{other:?}"),
    }
}

#[test]
fn support_against_opposition_is_contested_whatever_else_is_said() {
    assert_eq!(verdict(&["supports", "opposes"]), Some(Verdict::Contested));
    assert_eq!(
        verdict(&["supports", "opposes", "conditional"]),
        Some(Verdict::Contested)
    );
}

#[test]
fn agreement_takes_two_voices_and_no_other() {
    assert_eq!(verdict(&["supports", "supports"]), Some(Verdict::Agreed));
    assert_eq!(
        verdict(&["supports"]),
        Some(Verdict::Open),
        "one voice alone"
    );
    assert_eq!(
        verdict(&["supports", "silent"]),
        Some(Verdict::Open),
        "silence is no voice"
    );
    assert_eq!(
        verdict(&["supports", "supports", "conditional"]),
        Some(Verdict::Open)
    );
    assert_eq!(
        verdict(&["supports", "supports", "open"]),
        Some(Verdict::Open)
    );
}

#[test]
fn what_all_oppose_is_not_agreed_and_not_contested() {
    assert_eq!(verdict(&["opposes", "opposes"]), Some(Verdict::Open));
    assert_eq!(verdict(&["conditional", "opposes"]), Some(Verdict::Open));
}

#[test]
fn nothing_recorded_is_never_agreement() {
    assert_eq!(verdict(&[]), None);
    assert_eq!(verdict(&["silent", "silent"]), None);
}

#[test]
fn the_latest_stance_of_a_party_stands() {
    let turned = [
        "a m supports east 2025-05-02",
        "b m opposes east 2025-05-01",
        "b m supports east 2025-05-03",
    ];
    assert_eq!(accord(&turned, "east").verdict(), Some(Verdict::Agreed));
}

#[test]
fn one_contested_matter_makes_a_region_contested_and_all_are_counted() {
    let claims = [
        "a m supports east 2025-05-01",
        "b m opposes plant 2025-05-01",
        "a n supports plant 2025-05-01",
        "b n supports plant 2025-05-01",
    ];
    let both = accord(&claims, "east");
    let wanted = Accord {
        agreed: 1,
        open: 0,
        contested: 1,
    };
    assert_eq!(both, wanted, "a place inside counts for what is around it");
    assert_eq!(both.verdict(), Some(Verdict::Contested));
    assert_eq!(accord(&claims, "west"), Accord::default());
    // What names the country would tint it all alike, and what names only the surroundings of a
    // place says nothing of the place.
    assert_eq!(
        accord(&["a m opposes land 2025-05-01"], "east"),
        Accord::default()
    );
    assert_eq!(
        accord(&["a m opposes east 2025-05-01"], "plant"),
        Accord::default()
    );
}

#[test]
fn observers_have_no_voice() {
    let claims = [
        "a m supports east 2025-05-01",
        "o m opposes east 2025-05-01",
    ];
    assert_eq!(accord(&claims, "east").verdict(), Some(Verdict::Open));
}

#[test]
fn a_party_that_says_two_things_is_mixed_and_silence_is_not_absence() {
    let claims = [
        "a m supports east 2025-05-01",
        "a n opposes east 2025-05-01",
        "b m silent east 2025-05-01",
        "c m supports west 2025-05-01",
    ];
    let a = stand(&claims, "a", "east");
    assert_eq!((a.shade(), a.supports, a.opposes), (Shade::Mixed, 1, 1));
    assert_eq!(stand(&claims, "b", "east").shade(), Shade::Silent);
    assert_eq!(stand(&claims, "c", "east").shade(), Shade::Unrecorded);
    assert_eq!(stand(&claims, "c", "west").shade(), Shade::Supports);
}

#[test]
fn a_party_that_cannot_be_asked_for_gives_way_to_the_first_that_can() {
    let claims = [
        "b m supports east 2025-05-01",
        "o m opposes east 2025-05-01",
    ];
    for wanted in [None, Some("a"), Some("o"), Some("nobody")] {
        let lens = Lens::Party(wanted.map(|id| id.parse().unwrap()));
        let Some(LensValue::Party(tag, stand)) = value(&claims, &lens, "east") else {
            panic!("{wanted:?}");
        };
        assert_eq!((tag.id.as_str(), stand.shade()), ("b", Shade::Supports));
    }
    assert_eq!(
        value(&[], &Lens::Party(None), "east"),
        None,
        "nobody has said anything"
    );
}

#[test]
fn who_claims_a_region_is_told_once_in_the_order_of_the_parties() {
    let who = |region: &str| -> Vec<String> {
        match value(&[], &Lens::Claimed, region) {
            Some(LensValue::Claimed(tags)) => tags.iter().map(|tag| tag.id.to_string()).collect(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(who("east"), ["a", "c"]);
    assert_eq!(who("west"), [""; 0]);
}
