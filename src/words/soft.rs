//! Where a long word may be torn, for narrow columns.
//!
//! Browsers know by themselves only where a dictionary is at hand, and for Ukrainian and Russian there often is
//! none: they would tear a word anywhere, and without a hyphen.

/// A word of fewer letters is left whole.
const LONG: usize = 12;
/// So many letters stay together at either end.
const ENDS: usize = 3;

/// The text with soft hyphens in its long Cyrillic words, each before a consonant that begins a syllable.
pub fn with_soft_hyphens(text: &str) -> String {
    let words: Vec<String> = text.split(' ').map(torn).collect();
    words.join(" ")
}

fn torn(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let is_long = letters.len() >= LONG && letters.iter().all(|letter| is_cyrillic(*letter));
    if !is_long {
        return word.to_owned();
    }
    let mut whole = String::new();
    let mut has_vowel = false;
    for (at, letter) in letters.iter().enumerate() {
        let begins = !is_vowel(*letter)
            && !is_sign(*letter)
            && letters.get(at + 1).is_some_and(|next| is_vowel(*next));
        let is_inside = at >= ENDS && at + ENDS <= letters.len();
        if begins && is_inside && has_vowel {
            whole.push('\u{ad}');
        }
        whole.push(*letter);
        has_vowel |= is_vowel(*letter);
    }
    whole
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{4ff}').contains(&letter)
}

fn is_vowel(letter: char) -> bool {
    "аеёиоуыэюяіїє".contains(letter.to_lowercase().next().unwrap_or(letter))
}

/// Signs and the short и, which belong to the letter before them.
fn is_sign(letter: char) -> bool {
    "ьъй".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::with_soft_hyphens;

    fn torn(text: &str) -> String {
        with_soft_hyphens(text).replace('\u{ad}', "-")
    }

    #[test]
    fn long_words_are_torn_between_syllables() {
        assert_eq!(
            torn("Международное агентство по атомной энергии"),
            "Меж-ду-на-род-ное агентство по атомной энергии"
        );
        assert_eq!(torn("Об’єднаних Націй"), "Об’єднаних Націй");
        assert_eq!(torn("Великобританія"), "Вели-коб-ри-та-нія");
        assert_eq!(torn("Правительства стран"), "Пра-ви-тельст-ва стран");
    }

    #[test]
    fn other_words_are_left_whole() {
        for text in [
            "",
            "International Atomic Energy Agency",
            "Украина",
            "Коалиция желающих",
        ] {
            assert_eq!(torn(text), text);
        }
    }
}
