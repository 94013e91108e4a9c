//! A dossier far larger than any peace plan's: 10,000 claims, 1,000 clauses, 500 regions, from a seed.
//!
//! Its words are drawn from a list of English ones, so that letters and lengths are those of real texts;
//! they say nothing.

use serde_json::{Value, json};

/// How many claims.
pub const CLAIMS: usize = 10_000;
/// How many plans, of [`CLAUSES`] clauses each.
pub const PLANS: usize = 5;
/// How many clauses a plan has.
pub const CLAUSES: usize = 200;
/// Units of the invented country, in rows.
pub const COLUMNS: usize = 24;
/// Rows of units.
pub const ROWS: usize = 20;
/// Groups of neighbouring units. With the units and the country they are 501 regions.
pub const GROUPS: usize = 20;

const PARTIES: usize = 8;
const SPEAKERS: usize = 40;
const TOPICS: usize = 20;
const MATTERS: usize = 400;
const SOURCES: usize = 600;
const EVENTS: usize = 300;
/// Days from 1 January 2025 on which something happens.
const DAYS: usize = 420;

/// The files of the dossier, by name.
pub fn folder() -> Vec<(String, Vec<u8>)> {
    let mut dice = Dice(0x5eed);
    let mut files = vec![
        ("dossier.json", manifest()),
        ("parties.json", parties(&mut dice)),
        ("topics.json", topics(&mut dice)),
        ("regions.json", regions()),
        ("plans.json", plans(&mut dice)),
        ("lineage.json", lineage(&mut dice)),
        ("claims.json", claims(&mut dice)),
        ("events.json", events(&mut dice)),
        ("sources.json", sources(&mut dice)),
        ("geo/countries.geojson", country()),
        ("geo/units.geojson", units()),
    ];
    let bytes = |value: Value| value.to_string().into_bytes();
    files
        .drain(..)
        .map(|(name, value)| (name.to_owned(), bytes(value)))
        .collect()
}

/// Numbers that look random and are the same each time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }

    fn word(&mut self) -> &'static str {
        let all: Vec<&str> = WORDS.split_whitespace().collect();
        all.get(self.below(all.len())).copied().unwrap_or_default()
    }

    fn text(&mut self, count: usize) -> Value {
        json!({ "en": self.words(count) })
    }

    fn day(&mut self) -> String {
        day(self.below(DAYS))
    }

    fn region(&mut self) -> String {
        match self.below(20) {
            0 => format!("group-{}", self.below(GROUPS)),
            _ => format!("unit-{}", self.below(COLUMNS * ROWS)),
        }
    }

    fn source(&mut self) -> String {
        format!("source-{}", self.below(SOURCES))
    }
}

const WORDS: &str = "agreement border ceasefire control withdrawal territory guarantee security council \
    parliament referendum election plant energy reactor river bridge harbour passage prisoner exchange \
    children families return sanctions assets fund reconstruction investment treaty neutral alliance \
    member accession monitoring line contact zone free economic forces troops limit army peacetime \
    language church school minority rights amnesty court arbitration violation breach signature \
    ratified draft leaked published paragraph proposal counter offer talks envoy delegation minister \
    president adviser spokesman statement denied confirmed rejected accepted conditional open silent \
    before after during until unless within beyond under above along against without between among";

/// A day, counted from 1 January 2025; months have 28 days here, which no reader of dates minds.
fn day(at: usize) -> String {
    let (month, of_month) = (at / 28, at % 28);
    format!(
        "{}-{:02}-{:02}",
        2025 + month / 12,
        month % 12 + 1,
        of_month + 1
    )
}

fn manifest() -> Value {
    json!({
        "format": "clausemap-dossier/1",
        "title": { "en": "A settlement that nobody made" },
        "short": { "en": "Generated" },
        "as_of": day(DAYS),
        "languages": ["en"],
        "first_plan": "plan-4",
        "home": "country",
        "files": [
            "parties.json", "topics.json", "regions.json", "plans.json", "lineage.json", "claims.json",
            "events.json", "sources.json",
        ],
        "layers": [
            { "id": "countries", "role": "backdrop", "file": "geo/countries.geojson" },
            { "id": "units", "role": "regions", "file": "geo/units.geojson" },
        ],
        "borders": { "en": "All of this is invented." },
    })
}

fn parties(dice: &mut Dice) -> Value {
    let party = |at: usize, dice: &mut Dice| {
        json!({
            "id": format!("party-{at}"), "name": { "en": format!("Party {at}") },
            "tag": { "en": format!("P{at}") }, "role": dice.text(3),
        })
    };
    let speaker = |at: usize, dice: &mut Dice| {
        json!({
            "id": format!("speaker-{at}"), "name": { "en": format!("Speaker {} {at}", dice.word()) },
            "party": format!("party-{}", at % PARTIES), "kind": "person",
        })
    };
    let parties: Vec<Value> = (0..PARTIES).map(|at| party(at, dice)).collect();
    let speakers: Vec<Value> = (0..SPEAKERS).map(|at| speaker(at, dice)).collect();
    json!({ "parties": parties, "speakers": speakers })
}

fn topics(dice: &mut Dice) -> Value {
    let topics: Vec<Value> = (0..TOPICS)
        .map(|at| json!({ "id": format!("topic-{at}"), "label": dice.text(2) }))
        .collect();
    let matters: Vec<Value> = (0..MATTERS)
        .map(|at| {
            let topic = format!("topic-{}", at % TOPICS);
            json!({ "id": format!("matter-{at}"), "topic": topic, "text": dice.text(6) })
        })
        .collect();
    let effects = json!([{ "id": "effect", "label": { "en": "bears on" } }]);
    json!({ "topics": topics, "matters": matters, "effects": effects })
}

fn regions() -> Value {
    let unit = |at: usize| {
        json!({
            "id": format!("unit-{at}"), "name": { "en": format!("Unit {at}") }, "kind": "unit",
            "what": { "en": "province" }, "within": ["country"],
            "ground": { "feature": format!("units/u{at}") },
        })
    };
    let group = |at: usize| {
        let members: Vec<String> = (0..6)
            .map(|next| format!("unit-{}", at * 24 + next))
            .collect();
        json!({
            "id": format!("group-{at}"), "name": { "en": format!("Group {at}") }, "kind": "group",
            "what": { "en": "provinces" }, "within": ["country"], "ground": { "members": members },
        })
    };
    let mut regions = vec![json!({
        "id": "country", "name": { "en": "Country" }, "kind": "country", "what": { "en": "country" },
        "ground": { "feature": "countries/c" },
    })];
    regions.extend((0..COLUMNS * ROWS).map(unit));
    regions.extend((0..GROUPS).map(group));
    json!({ "regions": regions })
}

fn plans(dice: &mut Dice) -> Value {
    let clause = |plan: usize, at: usize, dice: &mut Dice| {
        let region = if at.is_multiple_of(10) {
            "country".to_owned()
        } else {
            dice.region()
        };
        json!({
            "id": format!("p{plan}-{at}"), "number": (at + 1).to_string(), "title": dice.text(3),
            "wording": { "whole": dice.text(30) }, "topics": [format!("topic-{}", dice.below(TOPICS))],
            "coverage": [{ "region": region, "effect": "effect" }], "sources": [dice.source()],
        })
    };
    let plan = |at: usize, dice: &mut Dice| {
        let clauses: Vec<Value> = (0..CLAUSES)
            .map(|number| clause(at, number, dice))
            .collect();
        json!({
            "id": format!("plan-{at}"), "title": dice.text(4), "short": { "en": format!("Plan {at}") },
            "status": { "en": "published" }, "dated": day(at * 80), "points": CLAUSES,
            "text_seen": { "en": "All of it." }, "sources": [dice.source()], "clauses": clauses,
        })
    };
    let plans: Vec<Value> = (0..PLANS).map(|at| plan(at, dice)).collect();
    json!({ "plans": plans })
}

fn lineage(dice: &mut Dice) -> Value {
    let changes = ["kept", "reworded", "narrowed", "widened", "changed"];
    let mut ties = Vec::new();
    for plan in 1..PLANS {
        for at in 0..CLAUSES {
            let change = changes.get(dice.below(changes.len()));
            ties.push(json!({
                "from": { "clause": format!("p{}-{at}", plan - 1) },
                "to": { "clause": format!("p{plan}-{at}") }, "change": change,
            }));
        }
    }
    json!({ "lineage": ties })
}

fn claims(dice: &mut Dice) -> Value {
    let stances = ["supports", "conditional", "opposes", "open"];
    let claim = |at: usize, dice: &mut Dice| {
        let speaker = dice.below(SPEAKERS);
        let regions: Vec<String> = (0..=dice.below(3)).map(|_| dice.region()).collect();
        json!({
            "id": format!("claim-{at}"), "party": format!("party-{}", speaker % PARTIES),
            "speaker": format!("speaker-{speaker}"), "matter": format!("matter-{}", dice.below(MATTERS)),
            "stance": stances.get(dice.below(stances.len())), "text": dice.text(24),
            "topics": [format!("topic-{}", dice.below(TOPICS))], "coverage": regions,
            "clauses": [format!("p{}-{}", dice.below(PLANS), dice.below(CLAUSES))],
            "said": dice.day(), "on_record": dice.below(3) > 0, "sources": [dice.source()],
        })
    };
    let claims: Vec<Value> = (0..CLAIMS).map(|at| claim(at, dice)).collect();
    json!({ "claims": claims })
}

fn events(dice: &mut Dice) -> Value {
    let event = |at: usize, dice: &mut Dice| {
        json!({
            "id": format!("event-{at}"), "at": dice.day(), "title": dice.text(5),
            "coverage": [dice.region()], "sources": [dice.source()],
        })
    };
    let events: Vec<Value> = (0..EVENTS).map(|at| event(at, dice)).collect();
    json!({ "events": events, "questions": [] })
}

fn sources(dice: &mut Dice) -> Value {
    let source = |at: usize, dice: &mut Dice| {
        json!({
            "id": format!("source-{at}"), "publisher": format!("Paper {}", at % 60), "title": dice.words(8),
            "lang": "en", "dated": day(0), "url": format!("https://example.org/{at}"), "kind": "news",
        })
    };
    let sources: Vec<Value> = (0..SOURCES).map(|at| source(at, dice)).collect();
    json!({ "sources": sources })
}

/// The corner of a unit, in degrees, off the grid by a little so that borders are no straight lines.
fn corner(column: usize, row: usize) -> [f64; 2] {
    let off = |by: usize| ((column * 7 + row * 13 + by) % 11) as f64 / 11.0 - 0.5;
    [
        22.0 + (column as f64 + 0.4 * off(0)) * 0.7,
        44.5 + (row as f64 + 0.4 * off(5)) * 0.4,
    ]
}

fn country() -> Value {
    let bottom = (0..=COLUMNS).map(|column| corner(column, 0));
    let right = (1..=ROWS).map(|row| corner(COLUMNS, row));
    let top = (0..COLUMNS).rev().map(|column| corner(column, ROWS));
    let left = (0..ROWS).rev().map(|row| corner(0, row));
    let ring: Vec<[f64; 2]> = bottom.chain(right).chain(top).chain(left).collect();
    collection(vec![feature("c", "Country", &ring)])
}

fn units() -> Value {
    let unit = |at: usize| {
        let (column, row) = (at % COLUMNS, at / COLUMNS);
        let ring = [
            corner(column, row),
            corner(column + 1, row),
            corner(column + 1, row + 1),
            corner(column, row + 1),
            corner(column, row),
        ];
        feature(&format!("u{at}"), &format!("Unit {at}"), &ring)
    };
    collection((0..COLUMNS * ROWS).map(unit).collect())
}

fn collection(features: Vec<Value>) -> Value {
    json!({ "type": "FeatureCollection", "features": features })
}

fn feature(id: &str, name: &str, ring: &[[f64; 2]]) -> Value {
    json!({
        "type": "Feature", "id": id, "properties": { "name": name },
        "geometry": { "type": "Polygon", "coordinates": [ring] },
    })
}
