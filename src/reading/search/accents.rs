//! Letters apart from their accents, whichever way they were typed.
//!
//! The tables hold the small letters of the three alphabets that people type with accents in one piece; a
//! test holds them against Unicode's own. A library knows all of Unicode, and is fifty kilobytes of what a
//! reader loads.

/// Latin letters, each before the ones that carry an accent.
const LATIN: [(char, &str); 29] = [
    ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ('b', "ḃḅḇ"),
    ('c', "çćĉċčḉ"),
    ('d', "ďḋḍḏḑḓ"),
    ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ('f', "ḟ"),
    ('g', "ĝğġģǧǵḡ"),
    ('h', "ĥȟḣḥḧḩḫẖ"),
    ('i', "ìíîïĩīĭįǐȉȋḭḯỉị"),
    ('j', "ĵǰ"),
    ('k', "ķǩḱḳḵ"),
    ('l', "ĺļľḷḹḻḽ"),
    ('m', "ḿṁṃ"),
    ('n', "ñńņňǹṅṇṉṋ"),
    ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ('p', "ṕṗ"),
    ('r', "ŕŗřȑȓṙṛṝṟ"),
    ('s', "śŝşšșṡṣṥṧṩ"),
    ('t', "ţťțṫṭṯṱẗ"),
    ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ('v', "ṽṿ"),
    ('w', "ŵẁẃẅẇẉẘ"),
    ('x', "ẋẍ"),
    ('y', "ýÿŷȳẏẙỳỵỷỹ"),
    ('z', "źżžẑẓẕ"),
    ('æ', "ǣǽ"),
    ('ø', "ǿ"),
    ('ſ', "ẛ"),
    ('ʒ', "ǯ"),
];

/// Greek ones.
#[allow(
    clippy::unicode_not_nfc,
    reason = "some stand in Unicode twice, and are typed either way"
)]
const GREEK: [(char, &str); 8] = [
    ('α', "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
    ('ε', "έἐἑἒἓἔἕὲέ"),
    ('η', "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
    ('ι', "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"),
    ('ο', "όὀὁὂὃὄὅὸό"),
    ('ρ', "ῤῥ"),
    ('υ', "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
    ('ω', "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
];

/// Cyrillic ones.
const CYRILLIC: [(char, &str); 16] = [
    ('а', "ӑӓ"),
    ('г', "ѓ"),
    ('е', "ѐёӗ"),
    ('ж', "ӂӝ"),
    ('з', "ӟ"),
    ('и', "йѝӣӥ"),
    ('к', "ќ"),
    ('о', "ӧ"),
    ('у', "ўӯӱӳ"),
    ('ч', "ӵ"),
    ('ы', "ӹ"),
    ('э', "ӭ"),
    ('і', "ї"),
    ('ѵ', "ѷ"),
    ('ә', "ӛ"),
    ('ө', "ӫ"),
];

/// A small letter without its accent. A letter that has none stays.
pub(super) fn bare(letter: char) -> char {
    let table: &[(char, &str)] = match letter {
        // What most of a text is made of.
        ..'\u{c0}' | 'а'..='и' | 'к'..='я' => &[],
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => &LATIN,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => &GREEK,
        '\u{400}'..='\u{52f}' => &CYRILLIC,
        _ => &[],
    };
    let found = table.iter().find(|(_, with)| with.contains(letter));
    found.map_or(letter, |(bare, _)| *bare)
}

/// Whether it is an accent, a point or another sign that is typed after the letter it belongs to.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        // The vowels of Hebrew and of Arabic, which most people do without.
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{1ab0}'..='\u{1ace}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20f0}'
        | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    #[test]
    fn a_letter_loses_what_unicode_takes_for_its_accents() {
        let blocks = ('\u{c0}'..='\u{52f}').chain('\u{1e00}'..='\u{1fff}');
        for letter in blocks.filter(|letter| letter.is_lowercase()) {
            let apart: Vec<char> = letter
                .nfd()
                .filter(|one| !is_combining_mark(*one))
                .collect();
            // Signs that are small letters by name only.
            if letter.is_alphabetic()
                && apart.len() == 1
                && !('\u{2b0}'..='\u{36f}').contains(&letter)
            {
                assert_eq!(vec![bare(letter)], apart, "{letter}");
            }
        }
    }

    #[test]
    fn what_is_a_mark_here_is_one_to_unicode() {
        let marks: Vec<char> = ('\0'..='\u{ffff}')
            .filter(|letter| is_mark(*letter))
            .collect();
        assert!(marks.len() > 300);
        for mark in marks {
            assert!(is_combining_mark(mark), "{mark:?}");
        }
        for letter in ('\u{300}'..='\u{36f}').chain('\u{483}'..='\u{489}') {
            assert!(is_mark(letter), "{letter:?}");
        }
    }

    #[test]
    fn other_letters_stay() {
        for letter in ['a', 'я', 'ß', 'ø', '中', '1', ' ', 'ж', 'є', 'ґ'] {
            assert_eq!(bare(letter), letter);
        }
    }
}
