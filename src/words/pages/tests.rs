//! What holds in every language.

use std::collections::BTreeSet;

use super::{EN, RU, UK};

#[test]
fn no_sentence_leaves_out_what_it_is_given() {
    for words in [&EN, &UK, &RU] {
        for say in [words.key_topic, words.stance_when] {
            let said = say("⟦a⟧", "⟦b⟧");
            assert!(said.contains("⟦a⟧") && said.contains("⟦b⟧"), "{said}");
        }
    }
}

#[test]
fn each_form_of_a_date_has_words_of_its_own() {
    let forms = [
        "2025-12-15",
        "2025-12-15~",
        "2025-12",
        "2025",
        "2025-12-20/2025-12-21",
        "2025-12-15/..",
        "../..",
        "",
    ];
    for words in [&EN, &UK, &RU] {
        let said: BTreeSet<_> = forms
            .iter()
            .map(|form| (words.precision)(form.parse().ok()))
            .collect();
        assert_eq!(said.len(), forms.len(), "{said:?}");
    }
}
