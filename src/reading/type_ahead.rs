//! Letters typed on the map go to the place whose name begins so, as in a native list.

/// After so long without a letter, in ms, a new word begins.
const PAUSE: f64 = 1000.0;

/// What has been typed of a name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TypeAhead {
    typed: String,
    last: f64,
}

impl TypeAhead {
    /// Whether a word is being typed at this time in ms: a space then belongs to it.
    pub fn is_typing(&self, now: f64) -> bool {
        !self.typed.is_empty() && now - self.last < PAUSE
    }

    /// The word is at its end: the next letter begins another.
    pub fn end(&mut self) {
        self.typed.clear();
    }

    /// A letter is typed at a time in ms, while the place `current` of `names` has the focus. Gives
    /// the place to go to: the next one whose name begins with what was typed. The same letter again
    /// goes on to the one after.
    pub fn press(
        &mut self,
        letter: char,
        now: f64,
        names: &[String],
        current: Option<usize>,
    ) -> Option<usize> {
        if !self.is_typing(now) {
            self.typed.clear();
        }
        self.last = now;
        self.typed.extend(letter.to_lowercase());
        let mut letters = self.typed.chars();
        let first = letters.next()?;
        let cycles = letters.all(|letter| letter == first);
        let one = first.to_string();
        let wanted = if cycles { &one } else { &self.typed };
        // A word that grows may still mean where the focus is; a first letter means another place.
        let start = current.map_or(0, |at| at + usize::from(cycles));
        let names: Vec<[String; 2]> = names.iter().map(|name| spellings(name)).collect();
        (0..names.len())
            .map(|step| (start + step) % names.len())
            .find(|at| {
                let name = names.get(*at);
                name.is_some_and(|name| name.iter().any(|name| name.starts_with(wanted.as_str())))
            })
    }
}

/// A name in small letters, as it is written and in plain ASCII.
fn spellings(name: &str) -> [String; 2] {
    let small = name.to_lowercase();
    let plain = small.chars().map(plain).collect();
    [small, plain]
}

/// A small letter in ASCII. Cyrillic as Ukraine's passports have it inside a word; letters that it
/// does not know stay as they are. Soft hyphens and apostrophes are no letters.
fn plain(letter: char) -> String {
    let ascii = match letter {
        'а' | 'á' | 'à' | 'â' | 'ä' | 'ą' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "h",
        'ґ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' | 'é' | 'è' | 'ê' | 'ë' | 'ę' => "e",
        'є' => "ie",
        'ж' => "zh",
        'з' | 'ź' | 'ż' => "z",
        'и' | 'ы' => "y",
        'і' | 'ї' | 'й' | 'í' | 'ï' | 'î' => "i",
        'к' => "k",
        'л' | 'ł' => "l",
        'м' => "m",
        'н' | 'ñ' | 'ń' => "n",
        'о' | 'ó' | 'ô' | 'ö' => "o",
        'п' => "p",
        'р' => "r",
        'с' | 'ś' | 'ç' => "s",
        'т' => "t",
        'у' | 'ú' | 'û' | 'ü' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "iu",
        'я' => "ia",
        'ь' | 'ъ' | '\u{ad}' | '’' | '\'' => "",
        other => return other.to_string(),
    };
    ascii.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        [
            "Donetsk",
            "Dnipro",
            "Kharkiv",
            "Kherson",
            "Харківська",
            "Lviv",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    /// Types letters 100 ms apart; the focus follows.
    fn typed(letters: &str, mut at: Option<usize>) -> Option<usize> {
        let (names, mut ahead) = (names(), TypeAhead::default());
        for (n, letter) in letters.chars().enumerate() {
            at = ahead.press(letter, 100.0 * n as f64, &names, at).or(at);
        }
        at
    }

    #[test]
    fn a_word_is_narrowed_letter_by_letter() {
        assert_eq!(typed("d", None), Some(0));
        assert_eq!(typed("dn", None), Some(1));
        assert_eq!(typed("KHE", None), Some(3));
        assert_eq!(typed("l", Some(0)), Some(5));
        assert_eq!(
            typed("x", Some(2)),
            Some(2),
            "nothing begins so: nothing moves"
        );
    }

    #[test]
    fn one_letter_again_and_again_goes_round() {
        assert_eq!(typed("d", Some(0)), Some(1));
        assert_eq!(typed("dd", Some(0)), Some(0));
        assert_eq!(
            typed("kkk", None),
            Some(4),
            "the third in ASCII is written in Cyrillic"
        );
    }

    #[test]
    fn names_are_found_as_written_and_in_ascii() {
        assert_eq!(typed("хар", None), Some(4));
        assert_eq!(typed("khar", Some(3)), Some(4));
    }

    #[test]
    fn a_pause_begins_a_new_word() {
        let (names, mut ahead) = (names(), TypeAhead::default());
        assert_eq!(ahead.press('d', 0.0, &names, None), Some(0));
        assert!(ahead.is_typing(999.0) && !ahead.is_typing(1000.0));
        assert_eq!(ahead.press('l', 1000.0, &names, Some(0)), Some(5));
        assert_eq!(ahead.press('x', 5000.0, &[], None), None);
    }
}
