//! Words brought to a form in which their spellings are one.
//!
//! Names of this part of the world are written in three alphabets' worth of ways: Kyiv, Kiev, Київ,
//! Киев. What these spellings share is their consonants, so that is what is kept: letters become
//! Latin ones, what transliterations disagree about becomes one letter, and each run of vowels becomes
//! a single sign. The result is for comparing, never for showing.

use super::accents::{bare, is_mark};

/// What stands for any run of vowels.
pub(super) const VOWEL: char = '.';

/// A word in the text that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its form for comparing; never empty.
    pub form: String,
}

/// The words of a text: runs of letters and digits. An apostrophe inside belongs to the word.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    let ends = std::iter::once((text.len(), ' '));
    for (at, letter) in text.char_indices().chain(ends) {
        let inside = letter.is_alphanumeric() || is_apostrophe(letter) || is_mark(letter);
        match (start, inside) {
            (None, true) if !is_apostrophe(letter) => start = Some(at),
            (Some(from), false) => {
                start = None;
                let form = text.get(from..at).map(form).unwrap_or_default();
                if !form.is_empty() {
                    found.push(Word {
                        start: from,
                        end: at,
                        form,
                    });
                }
            }
            _ => {}
        }
    }
    found
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '`' | '‘' | 'ʹ')
}

/// The form of a single word.
pub(super) fn form(word: &str) -> String {
    let lower: String = word
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| !is_mark(*letter) && !is_apostrophe(*letter))
        .map(bare)
        .collect();
    // Russian writes the English W of a name as a vowel: Уиткофф is Witkoff.
    let lower = match lower.strip_prefix("уи") {
        Some(rest) => format!("ви{rest}"),
        None => lower,
    };
    let mut latin = String::with_capacity(lower.len());
    lower
        .chars()
        .for_each(|letter| latin.push_str(&romanised(letter)));
    squeezed(&same_sounds(&latin))
}

/// A letter in Latin ones; what is no Cyrillic letter stays.
fn romanised(letter: char) -> std::borrow::Cow<'static, str> {
    let latin = match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'є' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ы' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        'ь' | 'ъ' => "",
        other => return other.to_string().into(),
    };
    latin.into()
}

/// What is written in several ways and sounds alike, the longer ones first.
const SAME: [(&str, &str); 19] = [
    ("shch", "s"),
    ("sch", "s"),
    ("dzh", "j"),
    ("zh", "j"),
    ("sh", "s"),
    ("tch", "c"),
    ("ch", "c"),
    ("ts", "c"),
    ("tz", "c"),
    ("kh", "h"),
    ("gh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("g", "h"),
    ("w", "v"),
    ("q", "k"),
    ("x", "ks"),
    // Alone it is said like a k; who writes it so means Crimea, not Krym's first letter.
    ("c", "k"),
];

fn same_sounds(latin: &str) -> String {
    let mut sounds = String::with_capacity(latin.len());
    let mut rest = latin;
    'letters: while let Some(letter) = rest.chars().next() {
        for (written, sound) in SAME {
            if let Some(after) = rest.strip_prefix(written) {
                sounds.push_str(sound);
                rest = after;
                continue 'letters;
            }
        }
        sounds.push(letter);
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    sounds
}

/// One sign for each run of vowels, and no letter twice in a row. Digits stay as they are: 11 is not 1.
fn squeezed(sounds: &str) -> String {
    let mut form = String::with_capacity(sounds.len());
    for letter in sounds.chars() {
        let sign = if matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') {
            VOWEL
        } else {
            letter
        };
        if sign.is_ascii_digit() || !form.ends_with(sign) {
            form.push(sign);
        }
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_form() {
        for spellings in [
            &[
                "Zelensky",
                "Zelenskyy",
                "Zelenskiy",
                "Зеленський",
                "Зеленский",
            ][..],
            &["Kyiv", "Kiev", "Київ", "Киев"][..],
            &[
                "Zaporizhzhia",
                "Zaporozhye",
                "Zaporizhia",
                "Запоріжжя",
                "Запорожье",
            ][..],
            &["Donbas", "Donbass", "Донбас", "Донбасс"][..],
            &["Kharkiv", "Kharkov", "Харків", "Харьков"][..],
            &["Luhansk", "Lugansk", "Луганськ", "Луганск"][..],
            &["Odesa", "Odessa", "Одеса", "Одесса"][..],
            &["Witkoff", "Віткофф", "Уиткофф"][..],
            &["Sloviansk", "Слов'янськ", "Слов’янськ", "Slovyansk"][..],
            &["Jared", "Джаред"][..],
        ] {
            let forms: Vec<String> = spellings.iter().map(|word| form(word)).collect();
            assert!(
                forms.windows(2).all(|two| two[0] == two[1]),
                "{spellings:?}: {forms:?}"
            );
        }
    }

    #[test]
    fn different_names_stay_different() {
        let mut forms: Vec<String> = [
            "Kyiv", "Kherson", "Kharkiv", "Crimea", "Donetsk", "Dnipro", "11", "1",
        ]
        .iter()
        .map(|word| form(word))
        .collect();
        forms.sort();
        forms.dedup();
        assert_eq!(forms.len(), 8);
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "«Слов’янськ», 90 %";
        let found = words(text);
        let shown: Vec<&str> = found
            .iter()
            .map(|word| &text[word.start..word.end])
            .collect();
        assert_eq!(shown, ["Слов’янськ", "90"]);
        assert!(words("’ – !").is_empty());
    }
}
