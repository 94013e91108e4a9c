//! What only pictures and the pages that share them say. The program in the browser has none of these words.

/// What is said in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct PosterWords {
    /// What a picture of the whole map shows.
    pub map: &'static str,
    /// What a picture of a place shows.
    pub outlined: fn(place: &str) -> String,
    /// What a place's page holds.
    pub place_lede: &'static str,
    /// The language, as networks name it.
    pub locale: &'static str,
    /// What there is not on a place's page, where no program runs.
    pub missing: &'static str,
    /// The link from there to the whole.
    pub whole: &'static str,
}

/// The words in a language; English for one that is not spoken.
pub fn posters(lang: &str) -> &'static PosterWords {
    match lang {
        "uk" => &UK,
        "ru" => &RU,
        _ => &EN,
    }
}

static EN: PosterWords = PosterWords {
    map: "Map",
    outlined: |place| format!("Map; outlined on it: {place}"),
    place_lede: "What each plan says of it, and what each party has claimed, with sources.",
    locale: "en_GB",
    missing: "The interactive part is not running here: the map and what the dossier has on this place are shown. Links lead to the whole page.",
    whole: "Open the whole map",
};

static UK: PosterWords = PosterWords {
    map: "Карта",
    outlined: |place| format!("Карта; на ній обведено: {place}"),
    place_lede: "Що про це місце сказано в кожному плані й що заявляла кожна сторона, з джерелами.",
    locale: "uk_UA",
    missing: "Інтерактивна частина тут не працює: показано карту й те, що є в досьє про це місце. Посилання ведуть на повну сторінку.",
    whole: "Відкрити всю карту",
};

static RU: PosterWords = PosterWords {
    map: "Карта",
    outlined: |place| format!("Карта; на ней обведено: {place}"),
    place_lede: "Что об этом месте сказано в каждом плане и что заявляла каждая сторона, с источниками.",
    locale: "ru_RU",
    missing: "Интерактивная часть здесь не работает: показаны карта и то, что есть в досье об этом месте. Ссылки ведут на полную страницу.",
    whole: "Открыть всю карту",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_language_drops_the_name_of_the_place() {
        for words in [&EN, &UK, &RU] {
            assert!((words.outlined)("Донецьк").contains("Донецьк"));
        }
    }
}
