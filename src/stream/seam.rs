//! A file that two readers read at once: where the second begins, and how the two become one.
//!
//! Where a feature begins is a guess, since the words of a feature may look like another. It is
//! proven by the first reader: it must come to stand exactly there, between two features. What
//! comes after reads the same whatever came before. If it does not stand there, or if anything is wrong
//! with what the second has read, the first reads that as well, and tells it with its right place.

use super::cursor::{Cursor, Stop};
use super::feature::Take;
use super::positions::LIMIT;
use super::read::{Reader, State};

/// So many objects are looked at; a file in which none of them is a feature is not read in halves.
const LOOKED_AT: usize = 64;

/// What a second reader has found, when all of it was sound up to the end of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rest {
    /// How many features there were.
    pub features: usize,
    /// How many positions they have.
    pub positions: usize,
    /// What stands at the top level after the features: names and values.
    pub heading: Vec<(String, String)>,
}

/// Where in a piece of a collection a feature seems to begin that follows another; `None` if that
/// cannot be seen from so few bytes.
pub fn seam(bytes: &[u8]) -> Option<usize> {
    let begins = bytes.iter().enumerate().filter(|(_, c)| **c == b'{');
    let follows = begins.map(|(at, _)| at).filter(|at| {
        let before = bytes.get(..*at).unwrap_or_default().trim_ascii_end();
        let comma = before.strip_suffix(b",").map(<[u8]>::trim_ascii_end);
        comma.is_some_and(|before| before.ends_with(b"}"))
    });
    for at in follows.take(LOOKED_AT) {
        match is_feature(bytes.get(at..).unwrap_or_default()) {
            Ok(true) => return Some(at),
            Err(Stop::More) => return None,
            Ok(false) | Err(Stop::Wrong(_)) => {}
        }
    }
    None
}

/// Whether an object says that it is a feature. The rest of it is not looked at.
fn is_feature(bytes: &[u8]) -> Result<bool, Stop> {
    let mut cursor = Cursor::new(bytes, 0);
    cursor.expect(b'{', "")?;
    while !cursor.take(b'}') {
        let key = cursor.key()?;
        let value = cursor.value()?;
        if key == b"type" {
            return Ok(value == b"\"Feature\"");
        }
        cursor.comma()?;
    }
    Ok(false)
}

impl Reader {
    /// A reader that begins where a feature of a collection begins.
    pub fn amid() -> Self {
        let mut reader = Self::default();
        reader.state = State::Feature;
        reader.heading.take_for_collection();
        reader
    }

    /// What this reader, begun [amid](Self::amid) a file, has found by its end; `None` unless all of
    /// it was sound.
    pub fn rest(&self) -> Option<Rest> {
        let sound = self.state == State::Done && self.counted.findings == 0;
        sound.then(|| Rest {
            features: self.counted.features,
            positions: self.counted.positions,
            heading: self.heading.members.clone(),
        })
    }

    /// Takes what another reader has found in the rest of the file for its own, and gives how many
    /// features came before. `None`, and nothing is taken, unless this one stands where that one
    /// began: between two features.
    pub fn join(&mut self, rest: &Rest, take: &mut impl Take) -> Option<usize> {
        self.sure = usize::MAX;
        self.advance(false, take);
        let stands = self.state == State::Feature && self.buffer.trim_ascii().is_empty();
        let positions = self.counted.positions + rest.positions;
        if !stands || !self.heading.is_collection() || positions > LIMIT {
            return None;
        }
        let before = self.number;
        self.buffer.clear();
        self.state = State::Done;
        self.number += rest.features;
        self.counted.features += rest.features;
        self.counted.positions = positions;
        self.heading.members.extend_from_slice(&rest.heading);
        Some(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::Feature;

    /// The ids of what was handed on.
    #[derive(Default)]
    struct Ids(Vec<String>);

    impl Take for Ids {
        fn feature(&mut self, feature: &Feature<'_>) {
            self.0.push(feature.name());
        }
    }

    const FILE: &str = r#"{"type":"FeatureCollection","name":"A",
"features":[
{"type":"Feature","id":"a","properties":{"parts":[{"type":"x"},{"type":"y"}]},"geometry":{"type":"Point","coordinates":[1,1]}},
{"id":"b","properties":{"parts":[{"k":1},{"k":2}]},"geometry":{"type":"Point","coordinates":[2,2]},"type":"Feature"} ,
 {"id":"c","type":"Feature","properties":null,"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3,3]},{"type":"Point","coordinates":[3,4]}]}},
{"type":"Feature","id":"d","properties":{"name":"},{\"type\":\"Feature\"}"},"geometry":{"type":"Point","coordinates":[4,4]}}
],"source":"B"}"#;

    /// Reads a file in halves that meet at the first seam after `from`.
    fn halves(text: &str, from: usize) -> Option<(Reader, Vec<String>)> {
        let bytes = text.as_bytes();
        let at = from + seam(&bytes[from..])?;
        let (mut first, mut ids) = (Reader::default(), Ids::default());
        first.feed(at, |room| room.copy_from_slice(&bytes[..at]), &mut ids);
        let (mut second, mut others) = (Reader::amid(), Ids::default());
        let length = bytes.len() - at;
        second.feed(
            length,
            |room| room.copy_from_slice(&bytes[at..]),
            &mut others,
        );
        second.finish(&mut others);
        match second.rest() {
            Some(rest) if first.join(&rest, &mut ids).is_some() => ids.0.extend(others.0),
            _ => first.feed(length, |room| room.copy_from_slice(&bytes[at..]), &mut ids),
        }
        first.finish(&mut ids);
        Some((first, ids.0))
    }

    #[track_caller]
    fn same_from_everywhere(text: &str) -> usize {
        let mut ids = Ids::default();
        let whole = Reader::read(text.as_bytes(), &mut ids);
        let mut met = 0;
        for from in 0..text.len() {
            let Some((reader, found)) = halves(text, from) else {
                continue;
            };
            met += 1;
            assert_eq!(found, ids.0, "from {from}");
            assert_eq!(reader.counted, whole.counted, "from {from}");
            assert_eq!(reader.findings, whole.findings, "from {from}");
            for name in ["name", "source"] {
                assert_eq!(reader.heading.get(name), whole.heading.get(name));
            }
        }
        met
    }

    #[test]
    fn a_file_in_halves_is_the_file_wherever_they_meet() {
        assert!(same_from_everywhere(FILE) > 100);
    }

    #[test]
    fn what_is_wrong_is_told_as_in_one() {
        let faults = [
            ("[4,4]", "[4,400]"),
            ("[1,1]", "[1]"),
            ("],\"source\"", ",],\"source\""),
            ("\"source\":\"B\"", "\"crs\":\"EPSG:3857\""),
            ("\"FeatureCollection\"", "\"Feature\""),
            ("\"source\":\"B\"}", "\"source\""),
            ("\"type\":\"FeatureCollection\",", ""),
        ];
        for (sound, faulty) in faults {
            let text = FILE.replace(sound, faulty);
            assert_ne!(text, FILE);
            assert!(same_from_everywhere(&text) > 50, "{faulty}");
        }
    }

    #[test]
    fn words_that_look_like_a_feature_are_found_out() {
        // As it may come out of a text when the bytes before it are not known.
        let inner = r#"},{"type":"Feature","id":"no","geometry":{"type":"Point","coordinates":[9,9]},"properties":{}}]}"#;
        let text = format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"a":[{{}}, {{"type":"Feature","geometry":{{"type":"Point","coordinates":[9,9]}}}} ]}},"geometry":{{"type":"Point","coordinates":[1,1]}}}}],"x":"{}"}}"#,
            inner.replace('"', "\\\"")
        );
        assert!(same_from_everywhere(&text) > 10);
    }

    #[test]
    fn a_file_of_anything_else_has_no_seam() {
        for text in [
            "",
            "{",
            "},{",
            "},{}",
            "},{\"a\":1},{\"type\":\"x\"}",
            "[{},{}]",
        ] {
            assert_eq!(seam(text.as_bytes()), None, "{text}");
        }
        let many = "},{".repeat(10_000);
        assert_eq!(seam(many.as_bytes()), None);
    }
}
