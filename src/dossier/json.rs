//! What `serde_json` says of a file, in the words of a dossier and at the place where it is mended.

use serde_json::value::RawValue;

use super::suggest::nearest;
use super::{Fault, Files, Origin, Severity, offset_of};

/// A fault from `serde_json`'s error in the text of `origin`, placed in the file.
pub(super) fn json_fault(files: &Files, origin: Origin, error: &serde_json::Error) -> Fault {
    let bytes = files
        .get(origin.file)
        .and_then(|file| file.bytes.get(origin.start..origin.end))
        .unwrap_or_default();
    let told = offset_of(bytes, error.line(), error.column());
    let offset = origin.start
        + if error.is_data() {
            first_byte(bytes, told)
        } else {
            told
        };
    let at = Origin {
        start: offset,
        end: offset,
        ..origin
    };
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(&*said, |(s, _)| s);
    let is_json = || {
        let text = std::str::from_utf8(bytes);
        text.is_ok_and(|text| serde_json::from_str::<&RawValue>(text).is_ok())
    };
    let (problem, remedy) = if error.is_data() {
        explain(said)
    } else if error.is_eof() {
        (
            "the file ends too early".to_owned(),
            "it was cut off, or a bracket or quotation mark is not closed".to_owned(),
        )
    } else if is_json() {
        // An enum with two answers: serde_json calls that a syntax error too.
        (
            "this value holds more than one of the forms that it can take".to_owned(),
            "leave one of them; see docs/DOSSIER.md for the shape of this record".to_owned(),
        )
    } else {
        (
            format!("bad JSON: {said}"),
            "mend the punctuation here or just before".to_owned(),
        )
    };
    files.fault(Severity::Error, at, problem, remedy)
}

/// Where a value begins that ends with the byte at `last`: serde tells the end of what it refuses,
/// and whoever mends it looks for the beginning.
fn first_byte(bytes: &[u8], last: usize) -> usize {
    let (mut open, mut quote, mut in_text, mut escaped) = (Vec::new(), last, false, false);
    for (at, byte) in bytes.iter().enumerate().take(last + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => {
                in_text = !in_text;
                if in_text {
                    quote = at;
                }
            }
            b'{' | b'[' if !in_text => open.push(at),
            b'}' | b']' if !in_text => {
                let start = open.pop();
                if at == last {
                    return start.unwrap_or(last);
                }
            }
            _ => {}
        }
    }
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
    match bytes.get(last) {
        Some(b'"') => quote,
        Some(byte) if is_word(byte) => {
            let before = bytes.get(..last).unwrap_or_default();
            let other = before.iter().rposition(|byte| !is_word(byte));
            other.map_or(0, |at| at + 1)
        }
        _ => last,
    }
}

/// What serde expects, what that is called in a dossier, and how it is written.
const KINDS: [(&str, &str, &str); 6] = [
    (
        "a map",
        "a text by language",
        "write it as {\"en\": \"...\"}",
    ),
    (
        "struct variant",
        "the day up to which it held",
        "write {\"silent\": {\"as_of\": \"2025-12-27\"}}",
    ),
    ("a sequence", "a list", "write it in square brackets: [...]"),
    ("a string", "a text", "write it in quotation marks"),
    (
        "a boolean",
        "yes or no",
        "write true or false, without quotation marks",
    ),
    ("u16", "a whole number", "write one from 0 to 65535"),
];

/// Parts serde's sentence into problem and remedy, and names the field or word that was meant.
fn explain(said: &str) -> (String, String) {
    // In a dossier a variant is a rival text of a clause; what serde means by it is a word.
    let said = &*said.replace("unknown variant", "unknown word");
    if let Some((found, expected)) = said.split_once(", expected ")
        && let Some((_, wanted, remedy)) = KINDS.iter().find(|(kind, ..)| *kind == expected)
    {
        let found = found.split_once(": ").map_or(found, |(_, found)| found);
        let found = match found {
            "map" => "an object".to_owned(),
            "sequence" => "a list".to_owned(),
            "unit variant" => "a word alone".to_owned(),
            other => other.replace("string ", "the text "),
        };
        return (
            format!("expected {wanted}, found {found}"),
            (*remedy).to_owned(),
        );
    }
    let is_unknown = said.starts_with("unknown ");
    if let (true, Some((problem, expected))) = (is_unknown, said.split_once(", expected ")) {
        let word = quoted(problem).next().unwrap_or_default();
        let remedy = nearest(word, quoted(expected)).map_or_else(
            || format!("expected {expected}"),
            |name| format!("did you mean `{name}`?"),
        );
        return (problem.to_owned(), remedy);
    }
    match said.split_once("; ") {
        Some((problem, remedy)) => (problem.to_owned(), remedy.to_owned()),
        None => (
            said.to_owned(),
            "see docs/DOSSIER.md for the shape of this record".to_owned(),
        ),
    }
}

/// The words in backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}
