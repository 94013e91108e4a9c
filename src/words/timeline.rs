//! The words of the timeline, and of the choice of a day.

use super::plural::slavic;

/// What the timeline and the choice of a day say.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct TimelineWords {
    // The choice of a day.
    pub choose_day: &'static str,
    pub date_field: &'static str,
    pub slider: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub return_to: fn(day: &str) -> String,
    pub known_on: fn(day: &str) -> String,
    pub too_early: fn(day: &str) -> String,
    pub too_late: fn(day: &str) -> String,

    // The strip under the map.
    pub strip: &'static str,
    pub known_as_of: &'static str,

    // The view.
    pub heading: &'static str,
    pub move_the_date: &'static str,
    /// What is known on a day.
    pub lede: fn(day: &str, claims: usize, events: usize) -> String,
    pub narrowed: fn(shown: usize, known: usize) -> String,
    pub axis_heard: &'static str,
    pub before: &'static str,
    pub more: fn(count: usize) -> String,
    pub events: &'static str,
    pub key_span: &'static str,
    pub key_about: &'static str,
    pub key_count: &'static str,
    pub key_plan: &'static str,
    pub up_to_this_day: &'static str,
    pub no_events: &'static str,
    pub expected: &'static str,
    pub claims_by_day: &'static str,
    pub claims: fn(count: usize) -> String,
    pub no_claims_known: &'static str,
    pub no_claims_asked_for: &'static str,
    pub show_all: &'static str,
    pub reported: &'static str,
}

/// In English.
pub const EN: TimelineWords = TimelineWords {
    choose_day: "Choose the day",
    date_field: "Day",
    slider: "Read as of this day",
    earlier: "Earlier: the day before this one on which something came out",
    later: "Later: the next day on which something came out",
    return_to: |day| format!("Return to {day}"),
    known_on: |day| format!("As known on {day}."),
    too_early: |day| format!("The dossier begins on {day}; that day is shown."),
    too_late: |day| format!("The dossier ends on {day}; that day is shown."),

    strip: "The day that is shown",
    known_as_of: "Known as of",

    heading: "What was known, and when",
    move_the_date: "Move the date to read the dossier as it stood that day.",
    lede: |day, claims, events| {
        let claims = english(claims, "claim", "claims");
        let events = english(events, "event", "events");
        format!("Known on {day}: {claims} and {events}.")
    },
    narrowed: |shown, known| {
        format!("{shown} of the {known} known claims are asked for. Events are all shown.")
    },
    axis_heard: "The axis is a drawing. All that stands on it follows as lists: the events, then the claims by day.",
    before: "Before",
    more: |count| format!("and {count} earlier"),
    events: "Plans and talks",
    key_span: "some time within",
    key_about: "about that day",
    key_count: "that many claims",
    key_plan: "a plan came out",
    up_to_this_day: "Up to this day",
    no_events: "No event was known on this day.",
    expected: "Expected",
    claims_by_day: "Claims by day",
    claims: |count| english(count, "claim", "claims"),
    no_claims_known: "No claim was known on this day.",
    no_claims_asked_for: "None of the claims that were known on this day is asked for.",
    show_all: "Show all claims",
    reported: "unnamed, or reported by others",
};

/// In Ukrainian.
pub const UK: TimelineWords = TimelineWords {
    choose_day: "Обрати день",
    date_field: "День",
    slider: "Читати станом на цей день",
    earlier: "Раніше: попередній день, коли щось стало відомо",
    later: "Пізніше: наступний день, коли щось стало відомо",
    return_to: |day| format!("Повернутися до {day}"),
    known_on: |day| format!("Те, що було відомо станом на {day}."),
    too_early: |day| format!("Досьє починається {day}; показано цей день."),
    too_late: |day| format!("Досьє закінчується {day}; показано цей день."),

    strip: "День, що показано",
    known_as_of: "Відоме станом на",

    heading: "Що було відомо й коли",
    move_the_date: "Змініть дату, щоб прочитати досьє таким, яким воно було того дня.",
    lede: |day, claims, events| {
        let claims = format!("{claims} {}", slavic(claims, "заява", "заяви", "заяв"));
        let events = format!("{events} {}", slavic(events, "подія", "події", "подій"));
        format!("Відомо на {day}: {claims} і {events}.")
    },
    narrowed: |shown, known| {
        format!("За запитом показано {shown} з {known} відомих заяв. Події показано всі.")
    },
    axis_heard: "Вісь – це малюнок. Усе, що на ній є, подано далі списками: події, потім заяви за днями.",
    before: "Раніше",
    more: |count| format!("і ще {count} раніше"),
    events: "Плани й перемовини",
    key_span: "у цих межах",
    key_about: "близько цього дня",
    key_count: "стільки заяв",
    key_plan: "оприлюднено план",
    up_to_this_day: "До цього дня",
    no_events: "На цей день не було відомо жодної події.",
    expected: "Очікується",
    claims_by_day: "Заяви за днями",
    claims: |count| format!("{count} {}", slavic(count, "заява", "заяви", "заяв")),
    no_claims_known: "На цей день не було відомо жодної заяви.",
    no_claims_asked_for: "Жодна з відомих на цей день заяв не відповідає запиту.",
    show_all: "Показати всі заяви",
    reported: "без імені або з чужих слів",
};

/// In Russian.
pub const RU: TimelineWords = TimelineWords {
    choose_day: "Выбрать день",
    date_field: "День",
    slider: "Читать по состоянию на этот день",
    earlier: "Раньше: предыдущий день, когда что-то стало известно",
    later: "Позже: следующий день, когда что-то стало известно",
    return_to: |day| format!("Вернуться к {day}"),
    known_on: |day| format!("То, что было известно на {day}."),
    too_early: |day| format!("Досье начинается {day}; показан этот день."),
    too_late: |day| format!("Досье заканчивается {day}; показан этот день."),

    strip: "Показанный день",
    known_as_of: "Известное на",

    heading: "Что было известно и когда",
    move_the_date: "Измените дату, чтобы прочитать досье таким, каким оно было в тот день.",
    lede: |day, claims, events| {
        let claims = format!(
            "{claims} {}",
            slavic(claims, "заявление", "заявления", "заявлений")
        );
        let events = format!(
            "{events} {}",
            slavic(events, "событие", "события", "событий")
        );
        format!("Известно на {day}: {claims} и {events}.")
    },
    narrowed: |shown, known| {
        format!("По запросу показано {shown} из {known} известных заявлений. События показаны все.")
    },
    axis_heard: "Ось – это рисунок. Всё, что на ней есть, дано далее списками: события, затем заявления по дням.",
    before: "Раньше",
    more: |count| format!("и ещё {count} раньше"),
    events: "Планы и переговоры",
    key_span: "в этих пределах",
    key_about: "около этого дня",
    key_count: "столько заявлений",
    key_plan: "обнародован план",
    up_to_this_day: "До этого дня",
    no_events: "На этот день не было известно ни одного события.",
    expected: "Ожидается",
    claims_by_day: "Заявления по дням",
    claims: |count| {
        format!(
            "{count} {}",
            slavic(count, "заявление", "заявления", "заявлений")
        )
    },
    no_claims_known: "На этот день не было известно ни одного заявления.",
    no_claims_asked_for: "Ни одно из известных на этот день заявлений не отвечает запросу.",
    show_all: "Показать все заявления",
    reported: "без имени или с чужих слов",
};

fn english(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sentence_of_the_timeline_leaves_out_what_it_is_given() {
        for words in [&EN, &UK, &RU] {
            for say in [
                words.return_to,
                words.known_on,
                words.too_early,
                words.too_late,
            ] {
                assert!(say("⟦day⟧").contains("⟦day⟧"), "{}", say("⟦day⟧"));
            }
            for count in [1, 5, 11, 22, 1114] {
                let said = (words.claims)(count) + &(words.more)(count);
                assert_eq!(said.matches(&count.to_string()).count(), 2, "{said}");
            }
            let said = (words.lede)("⟦day⟧", 2877, 3911) + &(words.narrowed)(17, 2877);
            for mark in ["⟦day⟧", "2877", "3911", "17"] {
                assert!(said.contains(mark), "{said}");
            }
        }
    }

    #[test]
    fn numbers_of_claims_take_their_form() {
        assert_eq!((EN.claims)(1), "1 claim");
        assert_eq!((UK.claims)(3), "3 заяви");
        assert_eq!((UK.claims)(11), "11 заяв");
        assert_eq!((RU.claims)(21), "21 заявление");
    }
}
