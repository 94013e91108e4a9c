//! What holds in every language.

use super::*;
use crate::dossier::When;

/// Values that are easily found again in a sentence.
const MARKS: [&str; 4] = ["⟦a⟧", "⟦b⟧", "⟦c⟧", "⟦d⟧"];

/// A sentence about one thing, with its name.
type Phrase = (&'static str, fn(&str) -> String);

fn holds(lang: &str, name: &str, said: &str, marks: &[&str]) {
    for mark in marks {
        assert!(
            said.contains(mark),
            "{lang}: `{name}` leaves {mark} out: {said}"
        );
    }
}

#[test]
fn no_sentence_leaves_out_what_it_is_given() {
    let [a, b, c, _] = MARKS;
    for words in ALL {
        let holds =
            |name: &str, said: String, marks: &[&str]| holds(words.lang, name, &said, marks);
        let one: [Phrase; 17] = [
            ("key_parts", words.key_parts),
            ("theme_button", words.theme_button),
            ("failed_fetch", words.failed_fetch),
            ("no_such_plan", words.no_such_plan),
            ("not_in_dossier", words.not_in_dossier),
            ("key_clauses", words.key_clauses),
            ("key_ground", words.key_ground),
            ("key_group", words.key_group),
            ("key_drained", words.key_drained),
            ("key_party", words.key_party),
            ("key_claimed_by", words.key_claimed_by),
            ("layer_remove", words.layer_remove),
            ("layer_here", words.layer_here),
            ("regions_in_plan", words.regions_in_plan),
            ("choose_plan", words.choose_plan),
            ("absent", words.absent),
            ("nothing_found", words.nothing_found),
        ];
        for (name, say) in one {
            holds(name, say(a), &[a]);
        }
        for (name, say) in [
            ("silent_as_of", words.silent_as_of),
            ("no_claim_of", words.no_claim_of),
            ("told_by", words.told_by),
            ("about_party", words.about_party),
        ] {
            holds(name, say(a), &[a]);
        }
        for (name, say) in [
            ("page_title", words.page_title),
            ("region_label", words.region_label),
            ("region_label_claimed", words.region_label_claimed),
            ("unit_of", words.unit_of),
            ("part_of", words.part_of),
            ("clause_title", words.clause_title),
            ("of_plan", words.of_plan),
            ("via", words.via),
        ] {
            holds(name, say(a, b), &[a, b]);
        }
        holds("cell", (words.cell)(a, b, c, true), &[a, b, c]);
        holds("clause_of", (words.clause_of)(a, 2877), &[a, "2877"]);
        holds(
            "selected_status",
            (words.selected_status)(a, 2877, 3911),
            &[a, "2877", "3911"],
        );
        let names = [a.to_owned(), b.to_owned()];
        holds("here_choices", (words.here_choices)(&names), &[a, b]);
    }
}

#[test]
fn no_count_is_lost() {
    for words in ALL {
        for (name, say) in [
            ("faults_found", words.faults_found),
            ("key_wide", words.key_wide),
            ("layer_faults", words.layer_faults),
            ("clauses_count", words.clauses_count),
            ("wider_claims", words.wider_claims),
            ("found_count", words.found_count),
            ("no_clause_here", words.no_clause_here),
            ("rival_texts", words.rival_texts),
            ("texts_count", words.texts_count),
            ("more_sources", words.more_sources),
        ] {
            for count in [5, 11, 21, 22, 1114] {
                holds(words.lang, name, &say(count), &[&count.to_string()]);
            }
        }
        for (name, say) in [
            ("layer_features", words.layer_features),
            ("glance_clauses", words.glance_clauses),
            ("counts", words.counts),
            ("counts_heard", words.counts_heard),
        ] {
            holds(words.lang, name, &say(2877, 3911), &["2877", "3911"]);
        }
    }
}

#[test]
fn a_date_is_said_no_more_precisely_than_it_is_known() {
    let said = |words: &Words, text: &str| (words.when)(text.parse::<When>().ok());
    assert_eq!(said(&UK, "2025-12-15"), "15 грудня 2025");
    assert_eq!(said(&UK, "2025-12"), "грудень 2025");
    assert_eq!(said(&UK, "2025-12-20/2025-12-21"), "20–21 грудня 2025");
    assert_eq!(said(&RU, "2026-03-05~"), "около 5 марта 2026");
    assert_eq!(
        said(&RU, "2025-12-31/2026-01-01"),
        "31 декабря 2025 – 1 января 2026"
    );
    assert_eq!((RU.when)(None), "дата не указана");
}

#[test]
fn a_reader_gets_the_first_of_their_languages_that_is_spoken_here() {
    let lang = |tags: &[&str]| {
        let tags: Vec<Lang> = tags.iter().map(|tag| Lang::from(*tag)).collect();
        for_reader(&tags).lang
    };
    assert_eq!(lang(&["pl", "uk", "en"]), "uk");
    assert_eq!(lang(&["ru"]), "ru");
    assert_eq!(lang(&["fr"]), "en");
    assert_eq!(lang(&[]), "en");
}
