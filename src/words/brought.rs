//! What is said of a dossier that is not the page's own.

use super::plural::slavic;

/// What is said of it, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct BroughtWords {
    pub title: &'static str,
    pub open_files: &'static str,
    pub open_folder: &'static str,
    /// What may be opened, and that it stays where it is.
    pub note: &'static str,
    /// Whose dossier is read.
    pub from: fn(host: &str) -> String,
    pub from_device: &'static str,
    pub own: &'static str,
    /// How much is wrong with it, before the list.
    pub wrong: fn(errors: usize, warnings: usize) -> String,
    pub opening: &'static str,
    /// An address that is not opened.
    pub refused: fn(written: &str) -> String,
    /// A file whose kind is none of those that are opened.
    pub no_such_kind: fn(name: &str) -> String,
    /// A file that could not be unpacked.
    pub not_unpacked: fn(name: &str) -> String,
}

/// English.
pub const EN: BroughtWords = BroughtWords {
    title: "Open a dossier…",
    open_files: "Open a file…",
    open_folder: "Open a folder…",
    note: "A folder, a .zip, a packed page (.html), or a map layer (.geojson). They can also be dropped anywhere on \
           this page. Nothing leaves your device.",
    from: |host| format!("Dossier from {host}"),
    from_device: "Dossier from your device",
    own: "Back to this page’s own dossier",
    wrong: |errors, warnings| {
        let s = |count: usize| if count == 1 { "" } else { "s" };
        format!(
            "This dossier has {errors} error{}, {warnings} warning{}",
            s(errors),
            s(warnings)
        )
    },
    opening: "Reading and checking the dossier …",
    refused: |written| {
        format!(
            "The address “{written}” is not opened. A dossier’s address is a folder beside this page, or begins with \
             https://, and has no name or password in it."
        )
    },
    no_such_kind: |name| format!("“{name}” is neither a dossier nor a map layer."),
    not_unpacked: |name| format!("“{name}” could not be unpacked."),
};

/// Ukrainian.
pub const UK: BroughtWords = BroughtWords {
    title: "Відкрити досьє…",
    open_files: "Відкрити файл…",
    open_folder: "Відкрити теку…",
    note: "Тека, .zip, спакована сторінка (.html) або шар карти (.geojson). Їх також можна перетягнути будь-куди на цю \
           сторінку. Ніщо не залишає вашого пристрою.",
    from: |host| format!("Досьє з {host}"),
    from_device: "Досьє з вашого пристрою",
    own: "Назад до власного досьє сторінки",
    wrong: |errors, warnings| {
        format!(
            "У цьому досьє {errors} {}, {warnings} {}",
            slavic(errors, "помилка", "помилки", "помилок"),
            slavic(warnings, "застереження", "застереження", "застережень")
        )
    },
    opening: "Досьє читається й перевіряється …",
    refused: |written| {
        format!(
            "Адресу «{written}» не відкрито. Адреса досьє — це тека поруч із цією сторінкою або адреса, що починається з \
             https:// і не містить імені чи пароля."
        )
    },
    no_such_kind: |name| format!("«{name}» — не досьє і не шар карти."),
    not_unpacked: |name| format!("«{name}» не вдалося розпакувати."),
};

/// Russian.
pub const RU: BroughtWords = BroughtWords {
    title: "Открыть досье…",
    open_files: "Открыть файл…",
    open_folder: "Открыть папку…",
    note: "Папка, .zip, упакованная страница (.html) или слой карты (.geojson). Их также можно перетащить в любое место \
           этой страницы. Ничто не покидает ваше устройство.",
    from: |host| format!("Досье с {host}"),
    from_device: "Досье с вашего устройства",
    own: "Назад к собственному досье страницы",
    wrong: |errors, warnings| {
        format!(
            "В этом досье {errors} {}, {warnings} {}",
            slavic(errors, "ошибка", "ошибки", "ошибок"),
            slavic(
                warnings,
                "предупреждение",
                "предупреждения",
                "предупреждений"
            )
        )
    },
    opening: "Досье читается и проверяется …",
    refused: |written| {
        format!(
            "Адрес «{written}» не открыт. Адрес досье — это папка рядом с этой страницей или адрес, который начинается с \
             https:// и не содержит имени или пароля."
        )
    },
    no_such_kind: |name| format!("«{name}» — не досье и не слой карты."),
    not_unpacked: |name| format!("«{name}» не удалось распаковать."),
};

#[cfg(test)]
mod tests {
    use super::{EN, RU, UK};

    #[test]
    fn no_language_drops_what_it_is_told() {
        for words in [&EN, &UK, &RU] {
            let said = [
                words.from,
                words.refused,
                words.no_such_kind,
                words.not_unpacked,
            ];
            assert!(said.iter().all(|say| say("x.org").contains("x.org")));
            let wrong = (words.wrong)(21, 5);
            assert!(wrong.contains("21") && wrong.contains('5'), "{wrong}");
        }
    }
}
