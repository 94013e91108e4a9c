//! What holds in every language.

use super::{EN, PositionsWords, RU, UK};

const ALL: [&PositionsWords; 3] = [&EN, &UK, &RU];

#[test]
fn no_sentence_leaves_out_what_it_is_given() {
    for words in ALL {
        for say in [
            words.only_place,
            words.before,
            words.told_by,
            words.about,
            words.left_out_of,
            words.legend_told,
            words.legend_about,
            words.none_of,
            words.left_out,
            words.empty_on_day,
            words.not_open,
        ] {
            let said = say("⟦a⟧");
            assert!(said.contains("⟦a⟧"), "{said}");
        }
        for say in [words.replaces, words.replaced_by] {
            let said = say("⟦a⟧", "⟦b⟧");
            assert!(said.contains("⟦a⟧") && said.contains("⟦b⟧"), "{said}");
        }
        for count in [2, 5, 21, 1114] {
            let number = count.to_string();
            for said in [(words.observed)(count), (words.behind)(count)] {
                assert!(said.contains(&number), "{said}");
            }
            let said = (words.evidence_lede)("⟦a⟧", count);
            assert!(said.contains("⟦a⟧") && said.contains(&number), "{said}");
            let said = (words.summary)(count, 3911);
            assert!(said.contains(&number) && said.contains("3911"), "{said}");
        }
        assert!((words.evidence_lede)("⟦a⟧", 1).contains("⟦a⟧"));
    }
}

#[test]
fn nouns_take_the_form_of_their_number() {
    assert_eq!((UK.summary)(1, 1), "1 питання, 1 заява");
    assert_eq!((UK.summary)(66, 101), "66 питань, 101 заява");
    assert_eq!((RU.summary)(21, 22), "21 вопрос, 22 заявления");
    assert_eq!((RU.summary)(5, 11), "5 вопросов, 11 заявлений");
}
