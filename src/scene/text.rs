//! How wide a text will be, before there is anything to measure it with.

/// The size of an oblast's name in px; the others follow from it.
pub(super) const SIZE: f64 = 10.2;

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Face {
    /// The size in CSS px.
    pub size: f64,
    /// Space added after each letter, in hundredths of an em.
    pub track: i32,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is shown in capitals, whatever it is written in.
    pub caps: bool,
}

/// Gives the width of a text in px. In a browser this can be measured; elsewhere see [`estimate`].
pub type Measure<'a> = &'a dyn Fn(&str, Face) -> f64;

/// The width of a text in px in a typeface with the widths of Helvetica, rather too wide than too
/// narrow.
pub fn estimate(text: &str, face: Face) -> f64 {
    let em: u32 = text.chars().map(|c| width(c, face.caps)).sum();
    let letters = text.chars().count() as f64;
    let bold = if face.bold { 1.06 } else { 1.0 };
    (f64::from(em) / 1000.0 * bold + f64::from(face.track) / 100.0 * letters) * face.size
}

/// Thousandths of an em.
fn width(c: char, caps: bool) -> u32 {
    let c = if caps { c.to_ascii_uppercase() } else { c };
    match c {
        'i' | 'j' | 'l' | '\'' | '|' | '’' | 'і' | 'ї' => {
            if caps {
                278
            } else {
                222
            }
        }
        ' ' | '.' | ',' | ':' | ';' | '/' | '!' | 't' | 'f' | 'I' | '[' | ']' | '(' | ')' => 278,
        'r' | '-' | '“' | '”' => 333,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 500,
        'm' | 'M' => 833,
        'W' => 944,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' => 667,
        'w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' => 722,
        'G' | 'O' | 'Q' => 778,
        'F' | 'T' | 'Z' => 611,
        'ж' | 'ш' | 'щ' | 'ю' | 'м' | 'ф' | 'ы' if !caps => 780,
        'а'..='я' | 'є' | 'ґ' if !caps => 556,
        'Ж' | 'Ш' | 'Щ' | 'Ю' | 'М' | 'Ф' | 'Ы' | 'ж' | 'ш' | 'щ' | 'ю' | 'м' | 'ф' | 'ы' => {
            900
        }
        'А'..='я' | 'Є' | 'є' | 'Ґ' | 'ґ' => 740,
        // Han, kana, Hangul: full width.
        '\u{2E80}'..='\u{D7FF}' => 1000,
        _ => 556,
    }
}

/// The ways to set a name on one line or on two: as it is, then broken at the space, the hyphen or
/// the soft hyphen that makes the lines most even.
pub fn settings(name: &str) -> Vec<Vec<String>> {
    let plain = |text: &str| text.replace('\u{AD}', "");
    let mut ways = vec![vec![plain(name)]];
    let length = name.chars().count();
    let breaks = name.char_indices().enumerate();
    let best = breaks
        .filter(|(n, (_, c))| matches!(c, ' ' | '-' | '\u{AD}') && *n > 1 && n + 2 < length)
        .min_by_key(|(n, _)| (2 * n).abs_diff(length));
    if let Some((_, (at, c))) = best
        && let (Some(first), Some(second)) = (name.get(..at), name.get(at + c.len_utf8()..))
    {
        let hyphen = if c == ' ' { "" } else { "-" };
        ways.push(vec![plain(first) + hyphen, plain(second)]);
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_where_a_name_may_be_broken() {
        assert_eq!(settings("Lviv"), [["Lviv"]]);
        assert_eq!(settings("Sea of Azov")[1], ["Sea of", "Azov"]);
        assert_eq!(settings("Ivano-Frankivsk")[1], ["Ivano-", "Frankivsk"]);
        assert_eq!(
            settings("Khmel\u{AD}nytskyi"),
            [vec!["Khmelnytskyi"], vec!["Khmel-", "nytskyi"]]
        );
    }

    #[test]
    fn wider_letters_and_wider_settings_are_wider() {
        let face = Face {
            size: 10.0,
            ..Face::default()
        };
        let width = |text, face| estimate(text, face);
        assert!(width("mmm", face) > width("iii", face));
        assert!(width("Lviv", Face { caps: true, ..face }) > width("Lviv", face));
        assert!(width("Lviv", Face { track: 9, ..face }) > width("Lviv", face) + 3.5);
        assert!(width("Крим", Face { caps: true, ..face }) > width("Крим", face));
    }
}
