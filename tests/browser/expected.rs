//! What the shipped dossier says, read by plain means: not by the code that is under test.

use serde_json::Value;

use super::site;

/// The dossier's records of one file, such as `regions` of `regions.json`.
pub fn records(file: &str, list: &str) -> Vec<Value> {
    let text = site::read(&format!("dossier/{file}"));
    let whole: Value = serde_json::from_str(&text).unwrap();
    let list = whole[list]
        .as_array()
        .unwrap_or_else(|| panic!("{file} holds no list {list}"));
    list.clone()
}

/// The ids of records, in their order.
pub fn ids(records: &[Value]) -> Vec<String> {
    records.iter().map(|one| text(&one["id"])).collect()
}

/// A JSON string as a string.
pub fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is no text"))
        .to_owned()
}

/// The regions that have something to draw.
pub fn drawn_regions() -> Vec<String> {
    let mut drawn = records("regions.json", "regions");
    drawn.retain(|region| region["ground"]["none"].is_null());
    ids(&drawn)
}

/// A clause of the 20 points.
pub fn clause(id: &str) -> Value {
    let plans = records("plans/p20.json", "plans");
    let clauses = plans[0]["clauses"].as_array().unwrap();
    let found = clauses.iter().find(|clause| clause["id"] == id);
    found.unwrap_or_else(|| panic!("no clause {id}")).clone()
}

/// The regions that a clause and then its parts name, in their order, as often as they are named.
pub fn ground(clause: &Value) -> Vec<String> {
    let mut named = Vec::new();
    let parts = clause["parts"].as_array().into_iter().flatten();
    for one in std::iter::once(clause).chain(parts) {
        let coverage = one["coverage"].as_array().into_iter().flatten();
        named.extend(coverage.map(|cover| text(&cover["region"])));
    }
    named
}

/// Those of them that can be drawn, each once, in alphabetical order.
pub fn drawn_ground(clause: &Value) -> Vec<String> {
    let drawn = drawn_regions();
    let mut ground = ground(clause);
    ground.retain(|region| drawn.contains(region));
    ground.sort();
    ground.dedup();
    ground
}

/// The English words of a text by language.
pub fn english(value: &Value) -> String {
    text(&value["en"])
}
