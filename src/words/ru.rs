//! Russian.

use super::Words;
use super::dates::Dates;
use super::plural::slavic;
use crate::coverage::Reason;
use crate::dossier::{Agreement, Change, Evidence, SourceKind, Stance};
use crate::reading::{Accord, FoundKind, Lens, LensValue, PartyTag, Shade, Stand, Verdict};
use crate::route::View;
use crate::scene::Backdrop;

/// The Russian table.
pub const RU: Words = Words {
    lang: "ru",
    language: "Русский",
    language_choice: "Язык",
    in_translation: "Тексты – перевод Clausemap с английского.",
    not_in_translation: "Тексты досье – на другом языке.",
    untranslated: "Не переведено: на языке оригинала",

    product: "Clausemap",
    page_title: |subject, dossier| format!("{subject} – {dossier}"),
    as_of: "По состоянию на",
    skip_to_map: "Перейти к карте",
    skip_to_list: "Перейти к списку мест",
    skip_to_reading: "Перейти к тексту",
    menu: "Меню",
    list_button: "Список мест",
    close: "Назад к обзору",
    theme_button: |next| format!("Цвета: включить {next}"),
    theme_auto: "как в системе",
    theme_light: "светлые",
    theme_dark: "тёмные",
    reading_pane: "Текст",
    grow_sheet: "Изменить высоту текста",

    view_choice: "Вид",
    view: |view| match view {
        View::Map => "Карта",
        View::Compare => "Сравнение",
        View::Positions => "Позиции",
        View::Timeline => "Хронология",
        View::Sources => "Источники",
        View::List => "Список",
    },

    search_label: "Поиск",
    search_hint: "Пункт, место, лицо",
    found_kind: |kind| match kind {
        FoundKind::Place => "Места",
        FoundKind::Person => "Стороны и лица",
        FoundKind::Clause => "Пункты",
        FoundKind::Claim => "Заявления",
        FoundKind::Source => "Источники",
    },
    found_count: |count| {
        format!(
            "{count} {}",
            slavic(count, "результат", "результата", "результатов")
        )
    },
    nothing_found: |query| {
        format!(
            "По запросу «{query}» ничего не найдено. Попробуйте одно слово или начало названия."
        )
    },

    filters: &super::filters::RU,
    listing: &super::listing::RU,

    loading: "Загружаем план и его места …",
    failed_title: "Страницу не удалось открыть",
    failed_fetch: |file| {
        format!(
            "Файл «{file}» не пришёл. Возможно, пропала связь или файла нет рядом с этой страницей."
        )
    },
    failed_dossier: "Первым файлом досье нельзя воспользоваться. Что с ним не так:",
    try_again: "Попробовать снова",
    faults_found: |count| {
        let noun = slavic(count, "ошибка", "ошибки", "ошибок");
        format!("Найдено в досье: {count} {noun}.")
    },
    faults_rest: "Исправное показано, неисправное пропущено.",
    no_such_plan: |what| format!("Плана «{what}» в этом досье нет. Вместо него посчитан первый."),
    not_in_dossier: |what| format!("«{what}» в этом досье нет. Вместо этого – обзор."),

    map: "Карта",
    map_help: "Стрелки ведут к соседнему месту, Enter открывает его, Escape поднимает на уровень выше, плюс и минус меняют масштаб, Shift со стрелкой двигает карту. Знак вопроса показывает все клавиши.",
    zoom_in: "Приблизить",
    zoom_out: "Отдалить",
    whole_country: "Показать всю страну",
    pan: "Двигать карту",
    pan_up: "Вверх",
    pan_left: "Влево",
    pan_right: "Вправо",
    pan_down: "Вниз",
    full_screen: "На весь экран",
    plan_choice: "План, по которому считает карта",
    key: "Легенда",
    key_clauses: |plan| format!("Пункты, называющие место, по регионам: {plan}"),
    key_parts: |part| format!("Части, такие как {part}, считаются отдельно."),
    key_wide: |wide| {
        let said = slavic(
            wide,
            "пункт относится",
            "пункта относятся",
            "пунктов относятся",
        );
        format!("Ещё {wide} {said} ко всей стране.")
    },
    key_ground: |number| format!("Территория, которой касается пункт {number}"),
    key_lit: "Названо в пункте",
    key_group: |names| format!("Группа регионов: {names}"),
    key_drained: |water| format!("{water}: осушено"),
    region_label: |name, value| format!("{name}, {value}"),
    region_label_claimed: |label, claim| format!("{label}. {claim}"),
    kilometres: "км",
    layers: "Слои, добавленные на карту",
    layer_fetching: |percent| match percent {
        Some(percent) => format!("Загрузка: {percent} %"),
        None => "Загрузка".to_owned(),
    },
    layer_reading: |percent| format!("Чтение: {percent} %"),
    layer_features: |count, left_out| {
        let features = format!("{count} {}", slavic(count, "объект", "объекта", "объектов"));
        match left_out {
            0 => features,
            n => format!("{features}, пропущено: {n}"),
        }
    },
    layer_no_answer: "Не показано: сервер не ответил или не разрешает другим сайтам читать этот файл.",
    layer_status: |status| format!("Не показано: сервер ответил {status}."),
    layer_broke_off: "Не показано: связь оборвалась.",
    layer_refused: "Не показано: такому большому слою нужна отдельная программа, а браузер или политика безопасности страницы не даёт ей запуститься.",
    layer_address: "Не показано: адрес не начинается с https.",
    layer_nameless: "Добавленный слой",
    layer_remove: |name| format!("Убрать: {name}"),
    layer_faults: |count| {
        format!(
            "{count} {}",
            slavic(count, "ошибка в нём", "ошибки в нём", "ошибок в нём")
        )
    },
    layer_here: |feature| format!("Здесь: {feature}"),
    scale: |km| {
        format!(
            "Масштаб: {km} {}",
            slavic(whole(km), "километр", "километра", "километров")
        )
    },

    lens_choice: "Что показывает карта",
    lens: |lens| match lens {
        Lens::Clauses => "Пункты",
        Lens::Agreement => "Согласие",
        Lens::Party(_) => "Сторона",
        Lens::Claimed => "Претензии",
    },
    party_choice: "Сторона, чью позицию показывает карта",
    lens_value: |value| match value {
        LensValue::Clauses(0) => "не названо ни в одном пункте".to_owned(),
        LensValue::Clauses(n) => clauses(*n),
        LensValue::Agreement(accord) => said_of_accord(*accord),
        LensValue::Party(party, stand) => said_of_stand(party, *stand),
        LensValue::Claimed(by) => said_of_claims(by),
    },
    key_agreement: "Согласны ли стороны: последнее заявление каждой по каждому вопросу о регионе",
    key_agreement_rule: "Показан самый спорный вопрос. Один голос – ещё не согласие.",
    key_agreed: "Согласие: все, кто высказался, поддерживают",
    key_open: "Открыто: ни то, ни другое",
    key_contested: "Спорно: есть поддержка и есть возражения",
    key_party: |party| format!("{party}: последнее заявление по каждому вопросу о регионе"),
    key_party_rule: "Разное: позиция не одинакова во всех вопросах.",
    key_shade: |shade| match shade {
        Shade::Unrecorded => "Заявлений не зафиксировано",
        Shade::Supports => "Поддерживает",
        Shade::Conditional => "С условиями",
        Shade::Opposes => "Против",
        Shade::Open => "Открыто",
        Shade::Silent => "Молчит: спросили, не комментирует",
        Shade::Mixed => "Разное",
    },
    key_claimed: "Кто претендует на суверенитет над регионом, независимо от признанной границы",
    key_claimed_by: |party| format!("Претензия на суверенитет: {party}"),
    key_claimed_rule: "Претензия – не граница и не говорит о том, кто удерживает территорию.",
    key_nothing: "Заявлений не зафиксировано",
    here_title: "Места здесь",
    here_choices: |names| match names {
        [one] => format!("Здесь: {one}."),
        all => {
            let noun = slavic(all.len(), "место", "места", "мест");
            format!("Здесь {} {noun}: {}.", all.len(), all.join(", "))
        }
    },
    here: |backdrop| match backdrop {
        Backdrop::River(name) => format!("{name}: река."),
        Backdrop::Lake(name) => format!("{name}: внутренние воды."),
        Backdrop::Drained(name) => format!("{name}: осушено."),
        Backdrop::Home => "Здесь нет мест этого досье.".to_owned(),
        Backdrop::Neighbour(name) => format!("{name}: вне этого досье."),
        Backdrop::Sea(Some(name)) => format!("{name}: открытая вода."),
        Backdrop::Sea(None) => "Открытая вода.".to_owned(),
        Backdrop::Beyond => "За краем карты: здесь ничего не известно.".to_owned(),
    },
    glance_clauses: |counted, wider| {
        let named = named(counted);
        let named = capital(&named);
        match wider {
            0 => named,
            n => format!("{named}, относятся шире: {n}"),
        }
    },
    glance_claims: "Заявления",
    glance_party: |party, claims| {
        let noun = slavic(claims, "заявление", "заявления", "заявлений");
        format!("{party}: {claims} {noun}")
    },
    shows_across: |km| {
        let noun = slavic(whole(km), "километр", "километра", "километров");
        format!("Ширина карты – {km} {noun}.")
    },

    keys_button: "Клавиши карты",
    keys_title: "Карта с клавиатуры",
    keys: &[
        (
            &["←", "→", "↑", "↓"],
            "К следующему месту в этом направлении",
        ),
        (&["Home", "End"], "К первому или последнему месту"),
        (
            &["А … Я"],
            "К следующему месту, название которого так начинается",
        ),
        (&["Enter"], "Открыть место"),
        (
            &["Space"],
            "Перечислить все места здесь, также близкие и группы",
        ),
        (&["Esc"], "Закрыть открытое; затем на уровень выше"),
        (&["+", "−"], "Приблизить, отдалить"),
        (&["0"], "Показать всю страну"),
        (&["Shift + ←"], "Двигать карту"),
        (&["?"], "Показать эти клавиши"),
    ],
    fingers_title: "Рукой",
    fingers: &[
        (
            "Коснуться или щёлкнуть",
            "Открыть место; на воде – сказать, что это",
        ),
        ("Удерживать", "Сказать, что здесь, не открывая"),
        (
            "Тянуть, сводить пальцы, колёсико",
            "Двигать карту, менять масштаб",
        ),
    ],
    close_panel: "Закрыть",

    all_regions: "Все места",
    regions_in_plan: |plan| {
        format!(
            "Число – сколько пунктов ({plan}) называют это место, группу, к которой оно относится, или место в нём."
        )
    },
    list_units: "Единицы первого уровня",
    list_groups: "Группы регионов",
    list_places: "Города, объекты и воды",
    list_undrawn: "Названы, но не изображены",
    list_elsewhere: "Страны",
    class_label: |class, last| {
        if last {
            format!("{class}+")
        } else {
            class.to_string()
        }
    },
    counts: |counted, wider| format!("{counted}+{wider}"),
    counts_heard: |counted, wider| {
        format!("{counted} по названию, {wider} обо всей стране или окрестностях")
    },
    reported_mark: "п",
    clauses_count: |count| match count {
        0 => "ни одного пункта".to_owned(),
        n => clauses(n),
    },

    overview_lede: "Выберите место на карте или в списке, чтобы прочитать, что о нём говорит каждый план и что заявляла каждая сторона.",
    plans: "Планы",
    points: |count| {
        format!(
            "{count} {}",
            slavic(usize::from(count), "пункт", "пункта", "пунктов")
        )
    },
    no_text: "Текста не найдено.",
    choose_plan: |plan| format!("Показать на карте: {plan}"),

    way_up: "Путь наверх",
    jump_links: "На этой странице",
    positions: "Позиции",
    clauses: "Пункты",
    claims: "Заявления",
    unknown: "Неизвестное",
    where_parties_stand: "Позиции сторон",
    latest_of_each: "последнее заявление каждой",
    matter: "Вопрос",
    no_position: "Позиций по этому не зафиксировано.",
    members: "Составные части",
    inside: "Внутри",
    not_drawn: "Не изображено на карте",
    readings: "Что под этим понимали",
    what_is_not_known: "Что неизвестно",
    newest_first: "сначала самые новые",
    no_claim_here: "Заявлений об этом месте не зафиксировано.",
    wider_claims: |count| {
        format!(
            "{count} {} обо всей стране или окрестностях",
            slavic(count, "заявление", "заявления", "заявлений")
        )
    },
    no_clause_here: |wider| match wider {
        0 => "Ни один пункт этого плана его не называет.".to_owned(),
        n => {
            let said = slavic(n, "относится", "относятся", "относятся");
            format!(
                "Ни один пункт этого плана его не называет; {n} {said} ко всей стране или окрестностям."
            )
        }
    },
    no_clause_at_all: "Ни один пункт ни одного плана в этом досье его не касается.",
    other_plans: "Другие планы и тексты",
    reason_heading: |reason, region| match reason {
        Reason::NamesIt => format!("Названо: {region}"),
        Reason::NamesGroup(_) => "Названа группа, к которой оно относится".to_owned(),
        Reason::NamesInside(_) => "Названо место в нём".to_owned(),
        Reason::NamesAround(_) => "Названо место вокруг него".to_owned(),
        Reason::WholeCountry(_) => "Относится ко всей стране".to_owned(),
    },
    reason: |reason, region, named| match reason {
        Reason::NamesIt => format!("Названо: {region}"),
        Reason::NamesGroup(_) => format!("Названа группа, к которой оно относится: {named}"),
        Reason::NamesInside(_) => format!("Названо место в нём: {named}"),
        Reason::NamesAround(_) => format!("Названо место, в котором оно лежит: {named}"),
        Reason::WholeCountry(_) => format!("Относится ко всей стране: {named}"),
    },
    selected_status: |name, counted, wider| {
        let named = named(counted);
        match wider {
            0 => format!("{name}: {named}"),
            n => {
                let said = slavic(n, "относится", "относятся", "относятся");
                format!("{name}: {named}, {n} {said} ко всей стране или окрестностям")
            }
        }
    },
    unit_of: |what, country| format!("{what}, {country}"),

    clause_of: |number, points| format!("Пункт {number} из {points}"),
    part_of: |number, whole| format!("Часть {number} пункта {whole}"),
    clause_title: |number, title| format!("Пункт {number}: {title}"),
    text: "Текст",
    lineage: "Происхождение",
    ground: "Территория",
    rival_texts: |count| match count {
        2 => "Два конкурирующих текста или позиции".to_owned(),
        3 => "Три конкурирующих текста или позиции".to_owned(),
        4 => "Четыре конкурирующих текста или позиции".to_owned(),
        n => format!("Конкурирующие тексты или позиции: {n}"),
    },
    texts_count: |count| {
        let noun = slavic(
            count,
            "текст или позиция",
            "текста или позиции",
            "текстов или позиций",
        );
        format!("{count} {noun}")
    },
    in_our_words: "Нашими словами",
    part_seen: "Видели только часть текста.",
    heading_only: "Видели только заголовок, но не текст.",
    withheld: "Текста не видели в источнике, на который можно положиться.",
    agreement: |agreement| match agreement {
        Agreement::Unstated => None,
        Agreement::Agreed => Some("Согласовано"),
        Agreement::NotAgreed => Some("Не согласовано"),
    },
    proposed_by: "Предлагает",
    no_lineage: "Связи с пунктом другого плана не зафиксировано.",
    absent: |plan| format!("Такого пункта нет: {plan}."),
    change: |change| match change {
        Change::Kept => "сохранено",
        Change::Reworded => "переформулировано",
        Change::Narrowed => "сужено",
        Change::Widened => "расширено",
        Change::Split => "разделено",
        Change::Merged => "объединено",
        Change::Changed => "изменено",
        Change::Dropped => "исключено",
        Change::New => "новое",
        Change::Withheld => "текст не обнародован",
        Change::Named => "названо там",
    },
    this_clause: "этот пункт",
    no_ground: "Этот пункт не называет ни одного места.",
    not_on_map: "нет на карте",
    previous: "Предыдущий пункт",
    next: "Следующий пункт",

    positions_view: &super::positions::RU,
    pages: &super::pages::RU,

    stance: |stance| match stance {
        Stance::Supports => "Поддерживает",
        Stance::Conditional => "С условиями",
        Stance::Opposes => "Против",
        Stance::Open => "Открыто",
        Stance::Silent { .. } => "Молчит",
    },
    silent_as_of: |day| format!("Не комментирует, по состоянию на {day}"),
    no_claim: "Заявлений не зафиксировано",
    no_claim_of: |party| format!("{party}: заявлений не зафиксировано"),
    reported_short: "без имени или с чужих слов",
    told_by: |party| format!("Со слов стороны «{party}», не собственными словами"),
    told_by_press: "Словами журналиста",
    about_party: |party| format!("Это сказано о стороне «{party}», а не ею"),
    translated: "перевод",
    unnamed: "без имени",
    of_plan: |number, plan| format!("{number}, {plan}"),
    cell: |party, stance, when, reported| {
        let sure = if reported {
            ", не от своего имени"
        } else {
            ""
        };
        format!("{party}: {stance}, {when}{sure}")
    },
    more_sources: |count| format!("+{count}"),

    claim: "Заявление",
    claim_history: "Та же сторона по тому же вопросу",
    claim_of: |at, count| format!("это заявление {at} из {count}, начиная с самого раннего"),
    evidence_label: "Опирается на",
    evidence: |evidence| match evidence {
        Evidence::OnRecord => "Собственные слова, с именем или должностью",
        Evidence::Reported => "Слова без имени или пересказ других",
    },
    date_label: "Сказано",
    date_as_stated: "Дата словами источника",
    topics_label: "Темы",
    places_label: "Места",

    party: "Сторона",
    speakers: "Кто говорит от её имени",
    texts_put_forward: "Тексты, которые она предложила",
    other_topics: "Другие вопросы",

    all_sources: "Источники",
    sources_lede: |count| {
        format!("Источников: {count}. Каждый открывает перечень того, что на него опирается.")
    },
    source_shelf: |kind| match kind {
        SourceKind::Official => "Официальные документы и заявления",
        SourceKind::News => "Новости",
        SourceKind::StateMedia => "Государственные СМИ",
        SourceKind::Secondary => "Сообщения из вторых рук",
        SourceKind::Repost => "Перепечатки",
        SourceKind::Reference => "Справочники и аналитика",
    },
    rests: |claims, count| {
        let noun = slavic(claims, "заявление", "заявления", "заявлений");
        format!("{claims} {noun}, {}", clauses(count))
    },

    source: "Источник",
    source_missing: "источник не найден",
    source_kind: |kind| match kind {
        SourceKind::StateMedia => Some("государственное СМИ"),
        SourceKind::Repost => Some("перепечатка"),
        SourceKind::Secondary => Some("из вторых рук"),
        SourceKind::Official => Some("официальный"),
        SourceKind::News | SourceKind::Reference => None,
    },
    via: |original, publisher| format!("{original}, через {publisher}"),
    opens_elsewhere: "открывает другой сайт",
    no_address: "Адрес неизвестен.",
    rests_on_it: "Что на него опирается",

    brought: &super::brought::RU,
    takeaway: &super::takeaway::RU,
    embed: &super::embed::RU,
    hand: &super::hand::RU,
    statics: &super::statics::RU,
    compare: &super::compare::RU,
    timeline: &super::timeline::RU,

    portions: &super::portions::RU,
    when: |when| DATES.say(when),
    undated: "без даты",
};

const DATES: Dates = Dates {
    months: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    months_alone: [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    about: "около",
    since: "с",
    standing: "постоянно",
    unknown: "дата не указана",
};

/// For the form of a noun beside it.
fn whole(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn clauses(count: usize) -> String {
    format!("{count} {}", slavic(count, "пункт", "пункта", "пунктов"))
}

fn matters(count: usize) -> String {
    format!("{count} {}", slavic(count, "вопрос", "вопроса", "вопросов"))
}

fn named(count: usize) -> String {
    match count {
        0 => "ни один пункт не называет".to_owned(),
        n => {
            let said = slavic(n, "называет", "называют", "называют");
            format!("{said} {}", clauses(n))
        }
    }
}

/// With a capital letter at its beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn said_of_accord(accord: Accord) -> String {
    match accord.verdict() {
        None => "заявлений не зафиксировано".to_owned(),
        Some(Verdict::Contested) => format!("спорно: {}", matters(accord.contested)),
        Some(Verdict::Open) => format!("открыто: {}", matters(accord.open)),
        Some(Verdict::Agreed) => format!("согласие: {}", matters(accord.agreed)),
    }
}

fn said_of_stand(party: &PartyTag, stand: Stand) -> String {
    let word = |shade| match shade {
        Shade::Supports => "поддерживает",
        Shade::Conditional => "с условиями",
        Shade::Opposes => "против",
        Shade::Open => "открыто",
        Shade::Silent => "молчит",
        Shade::Unrecorded | Shade::Mixed => "",
    };
    let parts = || {
        stand
            .parts()
            .map(|(shade, count)| format!("{} – {count}", word(shade)))
    };
    let name = &party.name.words;
    match stand.shade() {
        Shade::Unrecorded => format!("{name}: заявлений не зафиксировано"),
        Shade::Mixed => format!("{name}: разное, {}", parts().collect::<Vec<_>>().join(", ")),
        _ => {
            let said: Vec<String> = stand
                .parts()
                .map(|(shade, count)| format!("{}, {}", word(shade), matters(count)))
                .collect();
            format!("{name}: {}", said.concat())
        }
    }
}

fn said_of_claims(by: &[PartyTag]) -> String {
    let names: Vec<&str> = by.iter().map(|party| party.name.words.as_str()).collect();
    if names.is_empty() {
        "претензий на суверенитет не зафиксировано".to_owned()
    } else {
        format!("претензия на суверенитет: {}", names.join(", "))
    }
}
