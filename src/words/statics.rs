//! What only the page says that is made beforehand, and that stands alone where no program runs.

/// What it says, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct StaticWords {
    /// What there is not, while the program does not run.
    pub missing: &'static str,
    pub contents: &'static str,
    pub claims_by_party: &'static str,
    pub about: &'static str,
    pub data: &'static str,
    /// Before the claims on a clause or a place, which stand elsewhere on the page.
    pub claims_here: fn(count: usize) -> String,
}

/// In English.
pub const EN: StaticWords = StaticWords {
    missing: "The interactive part is not running here: the map and all texts are shown, without zoom, search, filters and comparison.",
    contents: "On this page",
    claims_by_party: "Claims by party",
    about: "About this page",
    data: "The dossier as data",
    claims_here: |count| match count {
        1 => "1 claim".to_owned(),
        n => format!("{n} claims"),
    },
};

/// In Ukrainian.
pub const UK: StaticWords = StaticWords {
    missing: "Інтерактивна частина тут не працює: показано карту й усі тексти, але без масштабування, пошуку, фільтрів і порівняння.",
    contents: "На цій сторінці",
    claims_by_party: "Заяви за сторонами",
    about: "Про цю сторінку",
    data: "Досьє у вигляді даних",
    claims_here: |count| {
        let noun = super::plural::slavic(count, "заява", "заяви", "заяв");
        format!("{count} {noun}")
    },
};

/// In Russian.
pub const RU: StaticWords = StaticWords {
    missing: "Интерактивная часть здесь не работает: показаны карта и все тексты, но без масштабирования, поиска, фильтров и сравнения.",
    contents: "На этой странице",
    claims_by_party: "Заявления по сторонам",
    about: "Об этой странице",
    data: "Досье в виде данных",
    claims_here: |count| {
        let noun = super::plural::slavic(count, "заявление", "заявления", "заявлений");
        format!("{count} {noun}")
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_language_drops_the_number_of_claims() {
        for words in [&EN, &UK, &RU] {
            for count in [1, 2, 5, 21] {
                assert!((words.claims_here)(count).contains(&count.to_string()));
            }
        }
        assert_eq!((UK.claims_here)(22), "22 заяви");
        assert_eq!((RU.claims_here)(1), "1 заявление");
    }
}
