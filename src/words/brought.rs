//! What is said of a dossier that is not the page's own.

use super::plural::slavic;
use crate::brought::{MOST_BYTES, MOST_FILES};

/// What is said of it, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct BroughtWords {
    pub title: &'static str,
    pub open_files: &'static str,
    pub open_folder: &'static str,
    /// What may be opened.
    pub kinds: &'static str,
    /// How else, and that it stays where it is.
    pub note: &'static str,
    /// Where the page's link is shared, of a dossier that is nowhere else.
    pub link_note: &'static str,
    /// While files are held over the page.
    pub drop_here: &'static str,
    /// Whose dossier is read.
    pub from: fn(host: &str) -> String,
    pub from_device: &'static str,
    pub own: &'static str,
    /// Nothing of it can be shown.
    pub failed: &'static str,
    /// How much is wrong with it, before the list.
    pub wrong: fn(errors: usize, warnings: usize) -> String,
    pub opening: &'static str,
    /// An address that is not opened.
    pub refused: fn(written: &str) -> String,
    /// A dossier that did not come, and why.
    pub missing: fn(address: &str, why: &str) -> String,
    pub no_answer: &'static str,
    /// Of another host, which may have answered: a page is not told.
    pub no_leave: &'static str,
    pub status: fn(status: u16) -> String,
    pub broke_off: &'static str,
    /// After either of them.
    pub own_instead: &'static str,
    /// A file whose kind is none of those that are opened.
    pub no_such_kind: fn(name: &str) -> String,
    /// A file that could not be unpacked.
    pub not_unpacked: fn(name: &str) -> String,
    /// One with too many files in it, or with too much in them.
    pub too_many: fn(name: &str) -> String,
    pub too_long: fn(name: &str) -> String,
}

/// How much is taken in, in words.
const MB: usize = MOST_BYTES >> 20;

/// English.
pub const EN: BroughtWords = BroughtWords {
    title: "Open a dossier",
    open_files: "Open a file…",
    open_folder: "Open a folder…",
    kinds: "A dossier’s folder, .zip or packed page (.html), or a map layer (.geojson).",
    note: "It can also be dropped anywhere on this page. Nothing leaves your device.",
    link_note: "The link opens this page with its own dossier: the one from your device is nowhere else.",
    drop_here: "Drop it to open it here",
    from: |host| format!("Dossier from {host}"),
    from_device: "Dossier from your device",
    failed: "This dossier could not be opened",
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
            "The address “{written}” is not opened: a dossier’s address is a folder beside this page, or begins with \
             https://, and has no name or password in it."
        )
    },
    missing: |address, why| format!("The dossier at {address} did not come: {why}"),
    no_answer: "its server did not answer.",
    no_leave: "its server did not answer, or does not let other pages read its files (it has to send \
               Access-Control-Allow-Origin), or the security policy of this page does not name it (connect-src).",
    status: |status| format!("its server answered {status}."),
    broke_off: "the connection broke off.",
    own_instead: "This page shows its own dossier instead.",
    no_such_kind: |name| format!("“{name}” is neither a dossier nor a map layer."),
    not_unpacked: |name| {
        format!("“{name}” could not be unpacked. Is it whole, and a dossier in it?")
    },
    too_many: |name| {
        format!(
            "“{name}” has more than {MOST_FILES} files in it, so none was opened. Open the dossier’s folder alone."
        )
    },
    too_long: |name| {
        format!(
            "“{name}” has more than {MB} MB in it, so none of it was opened. Leave out what is no part of the dossier."
        )
    },
};

/// Ukrainian.
pub const UK: BroughtWords = BroughtWords {
    title: "Відкрити досьє",
    open_files: "Відкрити файл…",
    open_folder: "Відкрити теку…",
    kinds: "Тека, .zip чи спакована сторінка (.html) з досьє або шар карти (.geojson).",
    note: "Їх також можна перетягнути будь-куди на цю сторінку. Ніщо не залишає вашого пристрою.",
    link_note: "Посилання відкриває цю сторінку з її власним досьє: досьє з вашого пристрою більше ніде немає.",
    drop_here: "Відпустіть, щоб відкрити тут",
    from: |host| format!("Досьє з {host}"),
    from_device: "Досьє з вашого пристрою",
    failed: "Це досьє не вдалося відкрити",
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
            "Адресу «{written}» не відкрито: адреса досьє — це тека поруч із цією сторінкою або адреса, що починається з \
             https:// і не містить імені чи пароля."
        )
    },
    missing: |address, why| format!("Досьє за адресою {address} не надійшло: {why}"),
    no_answer: "його сервер не відповів.",
    no_leave: "його сервер не відповів, або не дозволяє іншим сторінкам читати свої файли (він має надсилати \
               Access-Control-Allow-Origin), або політика безпеки цієї сторінки його не називає (connect-src).",
    status: |status| format!("його сервер відповів {status}."),
    broke_off: "з’єднання обірвалося.",
    own_instead: "Натомість показано власне досьє цієї сторінки.",
    no_such_kind: |name| format!("«{name}» — не досьє і не шар карти."),
    not_unpacked: |name| {
        format!("«{name}» не вдалося розпакувати. Чи файл цілий і чи є в ньому досьє?")
    },
    too_many: |name| {
        format!(
            "У «{name}» понад {MOST_FILES} файлів, тому жодного не відкрито. Відкрийте лише теку досьє."
        )
    },
    too_long: |name| {
        format!(
            "У «{name}» понад {MB} МБ, тому нічого не відкрито. Приберіть те, що не належить до досьє."
        )
    },
};

/// Russian.
pub const RU: BroughtWords = BroughtWords {
    title: "Открыть досье",
    open_files: "Открыть файл…",
    open_folder: "Открыть папку…",
    kinds: "Папка, .zip или упакованная страница (.html) с досье либо слой карты (.geojson).",
    note: "Их также можно перетащить в любое место этой страницы. Ничто не покидает ваше устройство.",
    link_note: "Ссылка открывает эту страницу с её собственным досье: досье с вашего устройства больше нигде нет.",
    drop_here: "Отпустите, чтобы открыть здесь",
    from: |host| format!("Досье с {host}"),
    from_device: "Досье с вашего устройства",
    failed: "Это досье не удалось открыть",
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
            "Адрес «{written}» не открыт: адрес досье — это папка рядом с этой страницей или адрес, который начинается с \
             https:// и не содержит имени или пароля."
        )
    },
    missing: |address, why| format!("Досье по адресу {address} не получено: {why}"),
    no_answer: "его сервер не ответил.",
    no_leave: "его сервер не ответил, или не разрешает другим страницам читать свои файлы (он должен присылать \
               Access-Control-Allow-Origin), или политика безопасности этой страницы его не называет (connect-src).",
    status: |status| format!("его сервер ответил {status}."),
    broke_off: "соединение оборвалось.",
    own_instead: "Вместо него показано собственное досье этой страницы.",
    no_such_kind: |name| format!("«{name}» — не досье и не слой карты."),
    not_unpacked: |name| {
        format!("«{name}» не удалось распаковать. Цел ли файл и есть ли в нём досье?")
    },
    too_many: |name| {
        format!(
            "В «{name}» больше {MOST_FILES} файлов, поэтому ни один не открыт. Откройте только папку досье."
        )
    },
    too_long: |name| {
        format!(
            "В «{name}» больше {MB} МБ, поэтому ничего не открыто. Уберите то, что не относится к досье."
        )
    },
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
                words.too_many,
                words.too_long,
            ];
            assert!(said.iter().all(|say| say("x.org").contains("x.org")));
            assert!((words.too_many)("").contains("2000"));
            assert!((words.too_long)("").contains("256"));
            let missing = (words.missing)("x.org", &(words.status)(404));
            assert!(missing.contains("x.org") && missing.contains("404"));
            assert!(words.no_leave.contains("Access-Control-Allow-Origin"));
            let wrong = (words.wrong)(21, 5);
            assert!(wrong.contains("21") && wrong.contains('5'), "{wrong}");
        }
    }
}
