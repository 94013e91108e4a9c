//! What the page made beforehand says where only the hand is there, in an article's frame.

/// What it says, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct HandWords {
    /// The button that brings the program: what that has besides, and the same where there is no room.
    pub more: &'static str,
    pub more_short: &'static str,
    /// The button under the beginning of the text.
    pub read_on: &'static str,
}

pub(super) const EN: HandWords = HandWords {
    more: "More: compare, search, timeline",
    more_short: "More",
    read_on: "Read on",
};

pub(super) const UK: HandWords = HandWords {
    more: "Більше: порівняння, пошук, хронологія",
    more_short: "Більше",
    read_on: "Читати далі",
};

pub(super) const RU: HandWords = HandWords {
    more: "Ещё: сравнение, поиск, хронология",
    more_short: "Ещё",
    read_on: "Читать дальше",
};

#[cfg(test)]
mod tests {
    use super::{EN, RU, UK};

    #[test]
    fn what_is_seen_of_a_button_begins_what_is_heard() {
        for words in [&EN, &UK, &RU] {
            assert!(words.more.starts_with(words.more_short));
        }
    }
}
