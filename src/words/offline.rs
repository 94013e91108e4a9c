//! What the page says of itself as something that the browser keeps.

/// The words of a page that is kept.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct OfflineWords {
    /// A newer build has arrived and waits.
    pub newer: &'static str,
    pub reload: &'static str,
    pub later: &'static str,
}

const EN: OfflineWords = OfflineWords {
    newer: "A newer edition of this page and its dossier is available.",
    reload: "Reload",
    later: "Later",
};

const UK: OfflineWords = OfflineWords {
    newer: "Доступна новіша версія цієї сторінки та її досьє.",
    reload: "Перезавантажити",
    later: "Пізніше",
};

const RU: OfflineWords = OfflineWords {
    newer: "Доступна более новая версия этой страницы и её досье.",
    reload: "Перезагрузить",
    later: "Позже",
};

/// The words of a language; English where there are none.
pub fn offline(lang: &str) -> &'static OfflineWords {
    match lang {
        "uk" => &UK,
        "ru" => &RU,
        _ => &EN,
    }
}

#[cfg(test)]
mod tests {
    use super::offline;

    #[test]
    fn each_language_has_its_own_words() {
        let said = ["en", "uk", "ru"].map(|lang| offline(lang).newer);
        assert!(said[0] != said[1] && said[1] != said[2] && said[0] != said[2]);
    }
}
