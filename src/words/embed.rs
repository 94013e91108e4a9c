//! What the page says only where it stands in another one.

/// The words of a framed page.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct EmbedWords {
    /// After the wheel turned over the map; `key` is the one that is to be held.
    pub wheel: fn(key: &str) -> String,
    /// After one finger moved on the map.
    pub finger: &'static str,
    /// The link to the page itself, out of the frame.
    pub whole_page: &'static str,
    /// The link to the page on which embed codes are put together, and that page in this language.
    pub codes: &'static str,
    pub codes_page: &'static str,
}

pub(super) const EN: EmbedWords = EmbedWords {
    wheel: |key| format!("Hold {key} and scroll to zoom the map"),
    finger: "Move the map with two fingers",
    whole_page: "Open the full page in a new tab",
    codes: "Code to put this into an article",
    codes_page: "embed.html",
};

pub(super) const UK: EmbedWords = EmbedWords {
    wheel: |key| format!("Щоб масштабувати карту, прокручуйте, утримуючи {key}"),
    finger: "Рухайте карту двома пальцями",
    whole_page: "Відкрити повну сторінку в новій вкладці",
    codes: "Код, щоб вставити це в статтю",
    codes_page: "embed-uk.html",
};

pub(super) const RU: EmbedWords = EmbedWords {
    wheel: |key| format!("Чтобы изменить масштаб карты, прокручивайте, удерживая {key}"),
    finger: "Двигайте карту двумя пальцами",
    whole_page: "Открыть страницу целиком в новой вкладке",
    codes: "Код, чтобы вставить это в статью",
    codes_page: "embed-ru.html",
};

#[cfg(test)]
mod tests {
    use super::{EN, RU, UK};

    #[test]
    fn the_key_is_named() {
        for words in [&EN, &UK, &RU] {
            assert!((words.wheel)("⟦key⟧").contains("⟦key⟧"));
        }
    }
}
