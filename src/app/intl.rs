//! What the browser knows of languages and the core does not: how they sort, and how they write large
//! numbers. Dates are not here, see `words::dates`.

use std::cmp::Ordering;

use js_sys::{Array, Intl, Object};
use web_sys::wasm_bindgen::JsValue;

use crate::order;

/// Sorts by names as readers of a language expect it: Є after Е, and 9 before 10.
pub fn sort_by_name<T>(lang: &str, items: &mut [T], name: impl Fn(&T) -> &str) {
    let options = Object::new();
    // Refused only for objects that are frozen; this one is new.
    let _ = js_sys::Reflect::set(&options, &"numeric".into(), &true.into());
    let compare = Intl::Collator::new(&Array::of1(&lang.into()), &options).compare();
    let order = |a: &JsValue, b: &JsValue| {
        let said = compare.call2(&JsValue::UNDEFINED, a, b).ok();
        said.and_then(|said| said.as_f64())
            .and_then(|said| said.partial_cmp(&0.0))
            .unwrap_or(Ordering::Equal)
    };
    // A name goes over to the browser once, not for every comparison.
    order::by_cached_key(items, |item| Key {
        name: name(item).into(),
        order: &order,
    });
}

/// A name with the order that it is compared in.
struct Key<'a> {
    name: JsValue,
    order: &'a dyn Fn(&JsValue, &JsValue) -> Ordering,
}

impl Ord for Key<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.order)(&self.name, &other.name)
    }
}

impl PartialOrd for Key<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Key<'_> {}

/// A sentence with its counts written as a language writes them: 12,345 or 12 345. For sentences whose
/// numbers are all counts; a year is none.
pub fn counts(lang: &str, sentence: &str) -> String {
    let is_long = |digits: &str| digits.len() > 3;
    let mut said = String::with_capacity(sentence.len());
    let mut digits = String::new();
    for letter in sentence.chars().map(Some).chain([None]) {
        match letter {
            Some(digit) if digit.is_ascii_digit() => digits.push(digit),
            _ => {
                if is_long(&digits) {
                    said += &number(lang, &digits).unwrap_or_else(|| digits.clone());
                } else {
                    said += &digits;
                }
                digits.clear();
                said.extend(letter);
            }
        }
    }
    said
}

fn number(lang: &str, digits: &str) -> Option<String> {
    let format = Intl::NumberFormat::new(&Array::of1(&lang.into()), &Object::new()).format();
    let said = format.call1(&JsValue::UNDEFINED, &digits.into()).ok()?;
    said.as_string()
}
