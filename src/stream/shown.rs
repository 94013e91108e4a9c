//! How a piece of a file is shown to whoever mends it.
//!
//! A file may hold anything: names of a megabyte, characters that turn the line around or clear the
//! terminal. What is shown of it is short, and such characters are written as their numbers.

/// No more characters of a value are shown than this.
const LONGEST: usize = 40;

/// The beginning of a value as it stands in the file.
pub(super) fn short(bytes: &[u8]) -> String {
    // A character has four bytes at most: the rest need not be looked at.
    let enough = bytes.get(..LONGEST * 4 + 4).unwrap_or(bytes);
    let words = safe(&String::from_utf8_lossy(enough));
    if enough.len() < bytes.len() && !words.ends_with('…') {
        return words + "…";
    }
    words
}

/// The beginning of a text.
pub(super) fn safe(words: &str) -> String {
    let mut shown = String::new();
    let mut chars = words.chars();
    for c in chars.by_ref().take(LONGEST) {
        if is_unseen(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}

/// What stands at the beginning of `rest`, in words; `None` if the bytes end within it.
pub(super) fn found(rest: &[u8]) -> Option<String> {
    let named = match rest.first()? {
        b'"' => "a text",
        b'{' => "an object",
        b'[' => "an array",
        c if is_word(*c) => return word(rest),
        0x21..=0x7E => return Some(format!("`{}`", safe(&letter(rest)?))),
        0x80.. => return character(rest),
        other => return Some(format!("the byte {other:#04x}")),
    };
    Some(named.to_owned())
}

/// A number or another word, up to twenty letters of it.
fn word(rest: &[u8]) -> Option<String> {
    let most = rest.get(..21).unwrap_or(rest);
    let end = most.iter().position(|c| !is_word(*c));
    let (letters, more) = match end {
        Some(end) => (most.get(..end)?, ""),
        None if most.len() == 21 => (most.get(..20)?, "…"),
        None => return None,
    };
    Some(format!("`{}{more}`", String::from_utf8_lossy(letters)))
}

fn letter(rest: &[u8]) -> Option<String> {
    rest.first().map(|c| char::from(*c).to_string())
}

/// A character beyond ASCII, or a byte that begins none.
fn character(rest: &[u8]) -> Option<String> {
    let most = rest.get(..4).unwrap_or(rest);
    let valid = match std::str::from_utf8(most) {
        Ok(words) => words,
        Err(error) if error.valid_up_to() == 0 => {
            error.error_len()?;
            return rest.first().map(|byte| format!("the byte {byte:#04x}"));
        }
        Err(error) => std::str::from_utf8(most.get(..error.valid_up_to())?).ok()?,
    };
    let first: String = valid.chars().take(1).collect();
    Some(format!("`{}`", safe(&first)))
}

/// The letters of numbers and of `true`, `false`, `null`.
pub(super) fn is_word(c: u8) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, b'-' | b'+' | b'.')
}

/// Controls, and what turns the direction of a line around or has no width.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_short_and_stays_on_its_line() {
        assert_eq!(short("Лінія".as_bytes()), "Лінія");
        assert_eq!(safe("a\u{202E}b\u{1B}\n"), "a\\u{202e}b\\u{1b}\\u{a}");
        let long = "є".repeat(1_000_000);
        assert_eq!(short(long.as_bytes()), "є".repeat(40) + "…");
        assert_eq!(short(&[b'x'; 40]), "x".repeat(40));
        assert_eq!(short(&[b'x'; 41]), "x".repeat(40) + "…");
    }

    #[test]
    fn what_was_found_is_named() {
        for (rest, named) in [
            ("NaN,", Some("`NaN`")),
            ("NaN", None),
            ("{", Some("an object")),
            ("“a", Some("`“`")),
            ("'", Some("`'`")),
            ("123456789012345678901", Some("`12345678901234567890…`")),
        ] {
            assert_eq!(found(rest.as_bytes()).as_deref(), named, "{rest}");
        }
        assert_eq!(found(&[0xE2, 0x80]), None);
        assert_eq!(found(&[0xE2, b' ']).as_deref(), Some("the byte 0xe2"));
        assert_eq!(found(&[0x1F]).as_deref(), Some("the byte 0x1f"));
    }
}
