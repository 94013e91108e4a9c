//! What the page says on which embed codes are put together. It is made beforehand: the program in the
//! browser has none of these words.

/// A kind of place that a code for embedding is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmbedCode {
    /// A frame and a link, in one line: content management systems break lines at will.
    Frame,
    /// A picture with a link, which `embed.js` makes a frame as high as its page.
    Loader,
    /// A block of `WordPress`, with what stands in it as it is.
    WordPress,
    /// An element of an AMP page.
    Amp,
    /// A picture with a link, for newsletters and for apps that take no frames.
    Picture,
}

impl EmbedCode {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Frame,
        Self::Loader,
        Self::WordPress,
        Self::Amp,
        Self::Picture,
    ];

    /// The word in attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::Loader => "loader",
            Self::WordPress => "wordpress",
            Self::Amp => "amp",
            Self::Picture => "picture",
        }
    }
}

/// What is said in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct NewsroomWords {
    pub title: &'static str,
    pub lede: &'static str,
    pub needs_scripts: &'static str,
    pub language: &'static str,
    pub opens: &'static str,
    pub overview: &'static str,
    pub views: &'static str,
    /// The clauses of a plan, as a heading.
    pub clauses_of: fn(plan: &str) -> String,
    pub theme: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
    pub auto: &'static str,
    pub height: &'static str,
    pub look: &'static str,
    pub minimal: &'static str,
    pub no_title: &'static str,
    pub transparent: &'static str,
    pub no_links: &'static str,
    pub any_language: &'static str,
    pub accent: &'static str,
    pub accent_note: &'static str,
    pub preview: &'static str,
    pub article: &'static str,
    pub phone: &'static str,
    /// Past the previews, which have many stops of their own.
    pub skip: &'static str,
    pub codes: &'static str,
    pub code: fn(EmbedCode) -> &'static str,
    pub code_note: fn(EmbedCode) -> &'static str,
    pub copy: &'static str,
    pub copy_of: fn(code: &str) -> String,
    pub copied: &'static str,
    pub refused: &'static str,
    /// In the codes: the link beside a frame.
    pub open: &'static str,
    /// In the codes: the button of AMP.
    pub show_all: &'static str,
    /// In the codes: what a picture shows.
    pub alt: fn(title: &str) -> String,
    pub guide: &'static str,
}

/// The words in a language; English for one that is not spoken.
pub fn newsroom(lang: &str) -> &'static NewsroomWords {
    match lang {
        "uk" => &UK,
        "ru" => &RU,
        _ => &EN,
    }
}

static EN: NewsroomWords = NewsroomWords {
    title: "Put the map into an article",
    lede: "Choose what opens and how it looks, then copy the code for the place where it is to stand. Nothing is stored, counted or sent, neither here nor in the article.",
    needs_scripts: "This page needs scripts. The codes can be written by hand as well: see docs/EMBEDDING.md.",
    language: "Language",
    opens: "Opens with",
    overview: "The whole map",
    views: "Views",
    clauses_of: |plan| format!("Clauses: {plan}"),
    theme: "Colours",
    light: "Light",
    dark: "Dark",
    auto: "As the reader’s system has it",
    height: "Height in pixels",
    look: "Look",
    minimal: "Without views, search and tools",
    no_title: "Without a title: the article has one",
    transparent: "Without a ground of its own",
    no_links: "Links to sources as plain text",
    any_language: "In the reader’s own language, where the page speaks it",
    accent: "Colour of links",
    accent_note: "Six digits, such as 1b4f72. Where it could not be read, it is made darker or lighter.",
    preview: "Preview",
    article: "In an article, 680 px",
    phone: "On a phone, 390 px",
    skip: "To the codes",
    codes: "Codes",
    code: |code| match code {
        EmbedCode::Frame => "Frame",
        EmbedCode::Loader => "Script that fits the height",
        EmbedCode::WordPress => "WordPress",
        EmbedCode::Amp => "AMP",
        EmbedCode::Picture => "Picture and link",
    },
    code_note: |code| match code {
        EmbedCode::Frame => {
            "For any system that takes HTML. One line, a fixed height, a link below."
        }
        EmbedCode::Loader => {
            "As high as what is in it, and a fallback until it is there. The system must let scripts through."
        }
        EmbedCode::WordPress => "For the code editor, or for a block of the kind Custom HTML.",
        EmbedCode::Amp => {
            "The page also needs the script of amp-iframe in its head, and the map has to be served with an Access-Control-Allow-Origin header."
        }
        EmbedCode::Picture => "For newsletters, Apple News and feeds, which take no frames.",
    },
    copy: "Copy",
    copy_of: |code| format!("Copy the code: {code}"),
    copied: "Copied.",
    refused: "The browser does not allow copying here. The code is selected: press Ctrl+C.",
    open: "Open the interactive map",
    show_all: "Show all of it",
    alt: |title| format!("Map: {title}"),
    guide: "Guide",
};

static UK: NewsroomWords = NewsroomWords {
    title: "Вставити карту в статтю",
    lede: "Виберіть, що відкривається і який це має вигляд, а потім скопіюйте код для потрібного місця. Нічого не зберігається, не підраховується й не надсилається – ні тут, ні в статті.",
    needs_scripts: "Для цієї сторінки потрібні скрипти. Коди можна написати й вручну: див. docs/EMBEDDING.md.",
    language: "Мова",
    opens: "Відкривається з",
    overview: "Уся карта",
    views: "Подання",
    clauses_of: |plan| format!("Пункти: {plan}"),
    theme: "Кольори",
    light: "Світлі",
    dark: "Темні",
    auto: "Як у системі читача",
    height: "Висота в пікселях",
    look: "Вигляд",
    minimal: "Без подань, пошуку й інструментів",
    no_title: "Без заголовка: він є в статті",
    transparent: "Без власного тла",
    no_links: "Посилання на джерела звичайним текстом",
    any_language: "Мовою читача, якщо сторінка нею є",
    accent: "Колір посилань",
    accent_note: "Шість цифр, наприклад 1b4f72. Якщо такий колір не читався б, його буде затемнено або освітлено.",
    preview: "Попередній перегляд",
    article: "У статті, 680 px",
    phone: "На телефоні, 390 px",
    skip: "До кодів",
    codes: "Коди",
    code: |code| match code {
        EmbedCode::Frame => "Фрейм",
        EmbedCode::Loader => "Скрипт, що підбирає висоту",
        EmbedCode::WordPress => "WordPress",
        EmbedCode::Amp => "AMP",
        EmbedCode::Picture => "Зображення з посиланням",
    },
    code_note: |code| match code {
        EmbedCode::Frame => {
            "Для будь-якої системи, що приймає HTML. Один рядок, стала висота, посилання під ним."
        }
        EmbedCode::Loader => {
            "Заввишки з вміст, із заміною, доки він не завантажиться. Система має пропускати скрипти."
        }
        EmbedCode::WordPress => "Для редактора коду або для блоку «Власний HTML».",
        EmbedCode::Amp => {
            "Сторінці також потрібен скрипт amp-iframe в заголовку, а карту слід роздавати із заголовком Access-Control-Allow-Origin."
        }
        EmbedCode::Picture => "Для розсилок, Apple News і стрічок, які не приймають фреймів.",
    },
    copy: "Копіювати",
    copy_of: |code| format!("Копіювати код: {code}"),
    copied: "Скопійовано.",
    refused: "Браузер не дозволяє тут копіювати. Код виділено: натисніть Ctrl+C.",
    open: "Відкрити інтерактивну карту",
    show_all: "Показати повністю",
    alt: |title| format!("Карта: {title}"),
    guide: "Інструкція",
};

static RU: NewsroomWords = NewsroomWords {
    title: "Вставить карту в статью",
    lede: "Выберите, что открывается и как это выглядит, а затем скопируйте код для нужного места. Ничего не сохраняется, не подсчитывается и не отправляется – ни здесь, ни в статье.",
    needs_scripts: "Для этой страницы нужны скрипты. Коды можно написать и вручную: см. docs/EMBEDDING.md.",
    language: "Язык",
    opens: "Открывается с",
    overview: "Вся карта",
    views: "Представления",
    clauses_of: |plan| format!("Пункты: {plan}"),
    theme: "Цвета",
    light: "Светлые",
    dark: "Тёмные",
    auto: "Как в системе читателя",
    height: "Высота в пикселях",
    look: "Вид",
    minimal: "Без представлений, поиска и инструментов",
    no_title: "Без заголовка: он есть в статье",
    transparent: "Без собственного фона",
    no_links: "Ссылки на источники обычным текстом",
    any_language: "На языке читателя, если страница на нём есть",
    accent: "Цвет ссылок",
    accent_note: "Шесть цифр, например 1b4f72. Если такой цвет не читался бы, он будет затемнён или осветлён.",
    preview: "Предпросмотр",
    article: "В статье, 680 px",
    phone: "На телефоне, 390 px",
    skip: "К кодам",
    codes: "Коды",
    code: |code| match code {
        EmbedCode::Frame => "Фрейм",
        EmbedCode::Loader => "Скрипт, подбирающий высоту",
        EmbedCode::WordPress => "WordPress",
        EmbedCode::Amp => "AMP",
        EmbedCode::Picture => "Изображение со ссылкой",
    },
    code_note: |code| match code {
        EmbedCode::Frame => {
            "Для любой системы, которая принимает HTML. Одна строка, постоянная высота, ссылка под ней."
        }
        EmbedCode::Loader => {
            "Высотой со своё содержимое, с заменой, пока оно не загрузилось. Система должна пропускать скрипты."
        }
        EmbedCode::WordPress => "Для редактора кода или для блока «Произвольный HTML».",
        EmbedCode::Amp => {
            "Странице также нужен скрипт amp-iframe в заголовке, а карту следует раздавать с заголовком Access-Control-Allow-Origin."
        }
        EmbedCode::Picture => "Для рассылок, Apple News и лент, которые не принимают фреймов.",
    },
    copy: "Копировать",
    copy_of: |code| format!("Копировать код: {code}"),
    copied: "Скопировано.",
    refused: "Браузер не разрешает здесь копировать. Код выделен: нажмите Ctrl+C.",
    open: "Открыть интерактивную карту",
    show_all: "Показать целиком",
    alt: |title| format!("Карта: {title}"),
    guide: "Инструкция",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sentence_leaves_out_what_it_is_given() {
        for words in [&EN, &UK, &RU] {
            for say in [words.clauses_of, words.copy_of, words.alt] {
                assert!(say("⟦a⟧").contains("⟦a⟧"));
            }
            for name in [words.code, words.code_note] {
                let mut said = EmbedCode::ALL.map(name);
                said.sort_unstable();
                assert!(said.windows(2).all(|pair| pair[0] != pair[1]));
            }
        }
    }
}
