//! Two records, member by member.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::say::{called, is_language};
use super::state::{Row, State};
use super::{Changed, Field, Happened};

/// A value in its state.
type In<'a> = (&'a State, Option<&'a Value>);

/// The lists whose order is seen on pages.
const ORDERED: [&str; 2] = ["parties", "plans"];

/// What two states of a record say otherwise.
pub(super) fn fields(old: In<'_>, new: In<'_>) -> Vec<Field> {
    let mut fields = Vec::new();
    members(&[], old, new, &mut fields);
    fields
}

/// The change of a list's order, where it is seen.
pub(super) fn order(
    list: &'static str,
    (old, before): (&State, &[Row]),
    (new, after): (&State, &[Row]),
) -> Option<Changed> {
    let common = |rows: &[Row], others: &[Row]| -> Vec<Value> {
        let both = rows.iter().map(|(id, _)| id);
        let both = both.filter(|id| others.iter().any(|(other, _)| other == *id));
        both.map(|id| Value::from(id.as_str())).collect()
    };
    let (was, is) = (common(before, after), common(after, before));
    (ORDERED.contains(&list) && was != is).then(|| Changed {
        list,
        id: String::new(),
        title: "their order".to_owned(),
        change: Happened::Changed,
        fields: vec![Field {
            field: "order".to_owned(),
            was: Some(old.value(list, Some(&Value::Array(was)))),
            is: Some(new.value(list, Some(&Value::Array(is)))),
            added: Vec::new(),
            removed: Vec::new(),
        }],
    })
}

fn members(path: &[String], old: In<'_>, new: In<'_>, into: &mut Vec<Field>) {
    let none = Map::new();
    let of = |side: In<'_>| -> Vec<String> {
        let members = side.1.and_then(Value::as_object).unwrap_or(&none);
        members.keys().cloned().collect()
    };
    let names: BTreeSet<String> = of(old).into_iter().chain(of(new)).collect();
    let mut names: Vec<_> = names.into_iter().collect();
    // What a record says comes first, where it can be checked last.
    names.sort_by_key(|name| {
        let rank = RANK.iter().position(|own| own == name);
        (rank.unwrap_or(RANK.len()), name == "sources")
    });
    for name in names
        .iter()
        .filter(|name| !["id", "plan"].contains(&&***name))
    {
        let is_flag = [old, new].iter().any(|(_, value)| {
            let value = value.and_then(|value| value.get(name));
            value.is_some_and(Value::is_boolean)
        });
        let [old, new] = [old, new].map(|(state, record)| {
            let value = record.and_then(|record| record.get(name));
            // What is not said to be so is not so; of anything else nothing is said.
            let unsaid = record.filter(|_| is_flag).map(|_| &NO);
            (state, value.filter(|value| !is_silent(value)).or(unsaid))
        });
        if old.1 != new.1 {
            member(path, name, old, new, into);
        }
    }
}

/// No.
const NO: Value = Value::Bool(false);

/// What is told first, where it differs.
const RANK: [&str; 8] = [
    "title", "name", "text", "wording", "quote", "stance", "said", "dated",
];

/// What is as good as not there.
fn is_silent(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(all) => all.is_empty(),
        Value::Object(all) => all.is_empty(),
        _ => false,
    }
}

fn member(path: &[String], name: &str, old: In<'_>, new: In<'_>, into: &mut Vec<Field>) {
    let mut path = path.to_vec();
    path.push(name.to_owned());
    let sides = [old.1, new.1];
    let is = |test: fn(&Value) -> bool| sides.iter().flatten().all(|value| test(value));
    if name == "geometry" {
        if sides.iter().all(Option::is_some) {
            into.push(field(&path, Some("as it was"), Some("drawn otherwise")));
        }
    } else if is(Value::is_object) && (is_parted(&sides) || sides.iter().all(Option::is_some)) {
        members(&path, old, new, into);
    } else if is(Value::is_array) {
        list(&path, name, old, new, into);
    } else {
        let say = |(state, value): In<'_>| value.map(|value| state.value(name, Some(value)));
        let (was, is) = (say(old), say(new));
        into.push(field(&path, was.as_deref(), is.as_deref()));
    }
}

/// Whether objects are told member by member even where only one is there: texts by language are.
fn is_parted(sides: &[Option<&Value>]) -> bool {
    let objects = sides.iter().flatten().filter_map(|value| value.as_object());
    objects.flat_map(Map::keys).all(|name| is_language(name))
}

/// Lists of ids by what they gain and lose; lists of objects by their ids, each compared with its own.
fn list(path: &[String], name: &str, old: In<'_>, new: In<'_>, into: &mut Vec<Field>) {
    let rows = |side: In<'_>| {
        side.1
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let (before, after) = (rows(old), rows(new));
    let alike = |one: &Value, other: &Value| key(one) == key(other);
    let mut told = field(path, None, None);
    for one in &before {
        match after.iter().find(|other| alike(one, other)) {
            None => told.removed.push(old.0.value(name, Some(one))),
            Some(other) if one.is_object() => {
                let mut path = path.to_vec();
                path.push(title(old.0, name, one));
                members(&path, (old.0, Some(one)), (new.0, Some(other)), into);
            }
            Some(_) => {}
        }
    }
    let is_new = |other: &&Value| !before.iter().any(|one| alike(one, other));
    let added = after.iter().filter(is_new);
    told.added = added.map(|other| new.0.value(name, Some(other))).collect();
    let keys = |rows: &[Value]| rows.iter().map(key).collect::<Vec<_>>();
    if !told.added.is_empty() || !told.removed.is_empty() {
        into.push(told);
    } else if keys(&before) != keys(&after) {
        let say = |(state, value): In<'_>| state.value(name, value);
        into.push(field(path, Some(&say(old)), Some(&say(new))));
    }
}

/// By what an element of a list is known.
fn key(value: &Value) -> String {
    let own = ["id", "region", "by"]
        .iter()
        .find_map(|name| value.get(name));
    own.unwrap_or(value).to_string()
}

fn title(state: &State, name: &str, value: &Value) -> String {
    let words = state.words(value.get("title"));
    let own = ["region", "by"]
        .iter()
        .find_map(|own| Some((*own, value.get(own)?)));
    match own {
        _ if !words.is_empty() => words,
        Some((own, id)) => state.value(own, Some(id)),
        None => called(name),
    }
}

fn field(path: &[String], was: Option<&str>, is: Option<&str>) -> Field {
    let mut words: Vec<String> = path.iter().map(|name| called(name)).collect();
    // A text in the one language is the text; another language is named.
    if path.len() > 1 && words.last().is_some_and(|last| last == "en") {
        words.pop();
    }
    Field {
        field: words.join(", "),
        was: was.map(str::to_owned),
        is: is.map(str::to_owned),
        added: Vec::new(),
        removed: Vec::new(),
    }
}
