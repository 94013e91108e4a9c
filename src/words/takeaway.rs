//! What is said about sharing, citing, saving and printing.

use super::plural::slavic;

/// How a citation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CitationForm {
    /// In plain words.
    #[default]
    Plain,
    /// For BibTeX.
    Bibtex,
    /// For Markdown.
    Markdown,
}

impl CitationForm {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Bibtex, Self::Markdown];

    /// The word in attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Bibtex => "bibtex",
            Self::Markdown => "markdown",
        }
    }
}

/// What is said in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct TakeawayWords {
    /// The button in the bar.
    pub share: &'static str,
    /// The sign beside a heading.
    pub share_this: &'static str,
    pub title: &'static str,
    pub link: &'static str,
    pub citation: &'static str,
    pub citation_forms: &'static str,
    pub form: fn(CitationForm) -> &'static str,
    pub copy: &'static str,
    pub copy_link: &'static str,
    pub copy_citation: &'static str,
    pub copied: &'static str,
    /// The browser refused; what to do instead.
    pub copy_refused: &'static str,
    pub data: &'static str,
    /// What the files hold, and up to which day.
    pub data_holds: fn(clauses: usize, claims: usize, sources: usize, day: &str) -> String,
    pub data_note: &'static str,
    pub map: &'static str,
    pub map_note: &'static str,
    pub save: fn(kind: &str) -> String,
    pub working: &'static str,
    pub saved: fn(file: &str) -> String,
    pub saved_link: &'static str,
    /// A frame that may have been refused the file; the page's address follows.
    pub frame_may_refuse: &'static str,
    pub failed: &'static str,
    pub print: &'static str,
    pub print_note: &'static str,
    /// "as of …", for a day that is written out.
    pub as_of: fn(day: &str) -> String,
    pub sources: &'static str,
    /// At the foot of a printed page, before its address.
    pub printed_from: &'static str,
}

/// English.
pub const EN: TakeawayWords = TakeawayWords {
    share: "Share",
    share_this: "Link, citation, files",
    title: "Share and take away",
    link: "Link to what is shown",
    citation: "Citation",
    citation_forms: "Form of the citation",
    form: |form| match form {
        CitationForm::Plain => "Plain",
        CitationForm::Bibtex => "BibTeX",
        CitationForm::Markdown => "Markdown",
    },
    copy: "Copy",
    copy_link: "Copy the link",
    copy_citation: "Copy the citation",
    copied: "Copied.",
    copy_refused: "The browser does not allow copying here. The text is selected: press Ctrl+C.",
    data: "Clauses and claims",
    data_holds: |clauses, claims, sources, day| {
        let one = |count: usize, one: &str, more: &str| {
            format!("{count} {}", if count == 1 { one } else { more })
        };
        format!(
            "{}, {}, {}, as of {day}.",
            one(clauses, "clause", "clauses"),
            one(claims, "claim", "claims"),
            one(sources, "source", "sources")
        )
    },
    data_note: "In the CSV, a cell that a spreadsheet could take for a formula begins with an apostrophe.",
    map: "Map",
    map_note: "With title, key, date, credits and address in the picture.",
    save: |kind| format!("Save as {kind}"),
    working: "The file is being made …",
    saved: |file| format!("Made: {file}."),
    saved_link: "If it was not saved, save it from this link",
    frame_may_refuse: "If no file has come, the page around this frame does not let files be saved from it. Open this page on its own:",
    failed: "The file could not be made.",
    print: "Print",
    print_note: "Black on white, with all sources; as PDF too.",
    as_of: |day| format!("as of {day}"),
    sources: "Sources",
    printed_from: "Printed from",
};

/// Ukrainian.
pub const UK: TakeawayWords = TakeawayWords {
    share: "Поділитися",
    share_this: "Посилання, цитування, файли",
    title: "Поділитися і взяти з собою",
    link: "Посилання на те, що показано",
    citation: "Цитування",
    citation_forms: "Форма цитування",
    form: |form| match form {
        CitationForm::Plain => "Звичайне",
        CitationForm::Bibtex => "BibTeX",
        CitationForm::Markdown => "Markdown",
    },
    copy: "Копіювати",
    copy_link: "Копіювати посилання",
    copy_citation: "Копіювати цитування",
    copied: "Скопійовано.",
    copy_refused: "Браузер не дозволяє тут копіювати. Текст виділено: натисніть Ctrl+C.",
    data: "Пункти й заяви",
    data_holds: |clauses, claims, sources, day| {
        format!(
            "{clauses} {}, {claims} {}, {sources} {}, станом на {day}.",
            slavic(clauses, "пункт", "пункти", "пунктів"),
            slavic(claims, "заява", "заяви", "заяв"),
            slavic(sources, "джерело", "джерела", "джерел")
        )
    },
    data_note: "У CSV клітинка, яку таблиця могла б сприйняти за формулу, починається з апострофа.",
    map: "Карта",
    map_note: "Із назвою, умовними позначеннями, датою, авторством і адресою на зображенні.",
    save: |kind| format!("Зберегти як {kind}"),
    working: "Файл готується …",
    saved: |file| format!("Готово: {file}."),
    saved_link: "Якщо файл не збережено, збережіть його за цим посиланням",
    frame_may_refuse: "Якщо файл не з’явився, то сторінка навколо цієї рамки не дозволяє зберігати з неї файли. Відкрийте цю сторінку окремо:",
    failed: "Не вдалося створити файл.",
    print: "Друкувати",
    print_note: "Чорним по білому, з усіма джерелами; також у PDF.",
    as_of: |day| format!("станом на {day}"),
    sources: "Джерела",
    printed_from: "Надруковано з",
};

/// Russian.
pub const RU: TakeawayWords = TakeawayWords {
    share: "Поделиться",
    share_this: "Ссылка, цитирование, файлы",
    title: "Поделиться и взять с собой",
    link: "Ссылка на то, что показано",
    citation: "Цитирование",
    citation_forms: "Форма цитирования",
    form: |form| match form {
        CitationForm::Plain => "Обычное",
        CitationForm::Bibtex => "BibTeX",
        CitationForm::Markdown => "Markdown",
    },
    copy: "Копировать",
    copy_link: "Копировать ссылку",
    copy_citation: "Копировать цитирование",
    copied: "Скопировано.",
    copy_refused: "Браузер не разрешает здесь копировать. Текст выделен: нажмите Ctrl+C.",
    data: "Пункты и заявления",
    data_holds: |clauses, claims, sources, day| {
        format!(
            "{clauses} {}, {claims} {}, {sources} {}, по состоянию на {day}.",
            slavic(clauses, "пункт", "пункта", "пунктов"),
            slavic(claims, "заявление", "заявления", "заявлений"),
            slavic(sources, "источник", "источника", "источников")
        )
    },
    data_note: "В CSV ячейка, которую таблица могла бы принять за формулу, начинается с апострофа.",
    map: "Карта",
    map_note: "С названием, условными обозначениями, датой, авторством и адресом на изображении.",
    save: |kind| format!("Сохранить как {kind}"),
    working: "Файл готовится …",
    saved: |file| format!("Готово: {file}."),
    saved_link: "Если файл не сохранился, сохраните его по этой ссылке",
    frame_may_refuse: "Если файл не появился, значит, страница вокруг этой рамки не разрешает сохранять из неё файлы. Откройте эту страницу отдельно:",
    failed: "Не удалось создать файл.",
    print: "Печать",
    print_note: "Чёрным по белому, со всеми источниками; также в PDF.",
    as_of: |day| format!("по состоянию на {day}"),
    sources: "Источники",
    printed_from: "Напечатано с",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sentence_leaves_out_what_it_is_given() {
        for words in [&EN, &UK, &RU] {
            let said = (words.data_holds)(2877, 3911, 4013, "⟦a⟧");
            for value in ["2877", "3911", "4013", "⟦a⟧"] {
                assert!(said.contains(value), "{said}");
            }
            for say in [words.save, words.saved, words.as_of] {
                assert!(say("⟦a⟧").contains("⟦a⟧"));
            }
            let mut forms = CitationForm::ALL.map(words.form);
            forms.sort_unstable();
            assert!(forms.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }

    #[test]
    fn nouns_follow_their_numbers() {
        let said = |words: &TakeawayWords, count| (words.data_holds)(count, count, count, "d");
        assert_eq!(said(&EN, 1), "1 clause, 1 claim, 1 source, as of d.");
        assert_eq!(said(&UK, 2), "2 пункти, 2 заяви, 2 джерела, станом на d.");
        assert_eq!(
            said(&RU, 5),
            "5 пунктов, 5 заявлений, 5 источников, по состоянию на d."
        );
    }
}
