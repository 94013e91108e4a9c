use super::*;
use crate::dossier::{Files, read_manifest, read_records};

fn dossier(clauses: &str) -> Dossier {
    let mut files = Files::default();
    files.add(
        "dossier.json",
        br#"{"format":"clausemap-dossier/1","title":{"en":"t"},"short":{"en":"t"},
        "as_of":"2025-01-01","languages":["en"],"first_plan":"p","home":"land",
        "files":["a.json"],"layers":[],"borders":{"en":"b"}}"#
            .to_vec(),
    );
    let region = |id: &str, kind: &str, within: &str, members: &str| {
        let ground = if members.is_empty() {
            r#"{"none":{"en":"x"}}"#.to_owned()
        } else {
            format!(r#"{{"members":[{members}]}}"#)
        };
        format!(
            r#"{{"id":"{id}","name":{{"en":"{id}"}},"kind":"{kind}","what":{{"en":"w"}},"within":[{within}],"ground":{ground}}}"#
        )
    };
    let regions = [
        region("land", "country", "", ""),
        region("east", "unit", r#""land""#, ""),
        region("west", "unit", r#""land""#, ""),
        region("plant", "site", r#""east""#, ""),
        region("pair", "group", r#""land""#, r#""east","west""#),
        region("all", "group", r#""land""#, r#""pair""#),
        region("twin", "group", r#""land""#, r#""east","west""#),
        region("isle", "country", "", ""),
    ]
    .join(",");
    let plan = format!(
        r#""plans":[{{"id":"p","title":{{"en":"p"}},"short":{{"en":"p"}},"status":{{"en":"s"}},"dated":"2025","points":1,"text_seen":{{"en":"x"}},"sources":[],"clauses":[{clauses}]}}]"#
    );
    files.add(
        "a.json",
        format!(r#"{{"regions":[{regions}],{plan}}}"#).into(),
    );
    let (dossier, faults) = read_records(read_manifest(&files).unwrap(), &files);
    assert!(faults.is_empty(), "{faults:?}");
    dossier
}

fn clause(id: &str, names: &str) -> String {
    let coverage: Vec<String> = names
        .split(' ')
        .filter(|n| !n.is_empty())
        .map(|n| format!(r#"{{"region":"{n}","effect":"e"}}"#))
        .collect();
    format!(
        r#"{{"id":"{id}","number":"1","title":{{"en":"t"}},"wording":"heading","sources":[],"coverage":[{}]}}"#,
        coverage.join(",")
    )
}

fn reason(names: &str, region: &str) -> Option<Reason> {
    let dossier = dossier(&clause("c", names));
    let coverage = Coverage::of(&dossier);
    let ties = coverage.clauses(&region.parse().unwrap());
    ties.first().map(|tie| tie.reason.clone())
}

#[test]
fn each_tie_keeps_the_reason_it_was_derived_by() {
    let id = |text: &str| text.parse::<RegionId>().unwrap();
    assert_eq!(reason("east", "east"), Some(Reason::NamesIt));
    assert_eq!(reason("pair", "east"), Some(Reason::NamesGroup(id("pair"))));
    assert_eq!(reason("all", "west"), Some(Reason::NamesGroup(id("all"))));
    assert_eq!(
        reason("plant", "east"),
        Some(Reason::NamesInside(id("plant")))
    );
    assert_eq!(
        reason("plant", "pair"),
        Some(Reason::NamesInside(id("plant")))
    );
    assert_eq!(
        reason("east", "plant"),
        Some(Reason::NamesAround(id("east")))
    );
    assert_eq!(
        reason("pair", "plant"),
        Some(Reason::NamesAround(id("pair")))
    );
    assert_eq!(
        reason("land", "plant"),
        Some(Reason::WholeCountry(id("land")))
    );
    assert_eq!(reason("pair", "twin"), Some(Reason::NamesGroup(id("pair"))));
    assert_eq!(reason("west", "plant"), None);
    assert_eq!(reason("isle", "east"), None);
    assert_eq!(reason("", "east"), None);
}

#[test]
fn the_strongest_reason_wins() {
    assert_eq!(reason("land east", "east"), Some(Reason::NamesIt));
    let id = "pair".parse().unwrap();
    assert_eq!(
        reason("land plant pair", "east"),
        Some(Reason::NamesGroup(id))
    );
}

#[test]
fn a_clause_covers_what_its_parts_name() {
    let parts = format!("{},{}", clause("c-a", "east"), clause("c-b", "plant east"));
    let whole = format!(
        r#"{{"id":"c","number":"1","title":{{"en":"t"}},"wording":"heading","sources":[],"parts":[{parts}]}}"#
    );
    let dossier = dossier(&whole);
    let coverage = Coverage::of(&dossier);
    let named: Vec<_> = coverage
        .ground(&"c".parse().unwrap())
        .iter()
        .map(RegionId::as_str)
        .collect();
    assert_eq!(named, ["east", "plant"]);
    let listed: Vec<_> = coverage
        .clauses(&"plant".parse().unwrap())
        .iter()
        .map(|t| t.id.as_str())
        .collect();
    assert_eq!(listed, ["c-a", "c-b"]);
}
