//! Ukrainian.

use super::Words;
use super::dates::Dates;
use super::plural::slavic;
use crate::coverage::Reason;
use crate::dossier::{Agreement, Change, Evidence, SourceKind, Stance};
use crate::reading::{Accord, FoundKind, Lens, LensValue, PartyTag, Shade, Stand, Verdict};
use crate::route::View;
use crate::scene::Backdrop;

/// The Ukrainian table.
pub const UK: Words = Words {
    lang: "uk",
    language: "Українська",
    language_choice: "Мова",
    in_translation: "Тексти – переклад Clausemap з англійської.",
    not_in_translation: "Тексти досьє – іншою мовою.",
    untranslated: "Не перекладено: мовою оригіналу",

    product: "Clausemap",
    page_title: |subject, dossier| format!("{subject} – {dossier}"),
    as_of: "Станом на",
    skip_to_map: "Перейти до карти",
    skip_to_list: "Перейти до списку місць",
    skip_to_reading: "Перейти до тексту",
    menu: "Меню",
    list_button: "Список місць",
    close: "Назад до огляду",
    theme_button: |next| format!("Кольори: увімкнути {next}"),
    theme_auto: "як у системі",
    theme_light: "світлі",
    theme_dark: "темні",
    reading_pane: "Текст",
    grow_sheet: "Змінити висоту тексту",

    view_choice: "Вигляд",
    view: |view| match view {
        View::Map => "Карта",
        View::Compare => "Порівняння",
        View::Positions => "Позиції",
        View::Timeline => "Хронологія",
        View::Sources => "Джерела",
        View::List => "Список",
    },

    search_label: "Пошук",
    search_hint: "Пункт, місце, особа",
    found_kind: |kind| match kind {
        FoundKind::Place => "Місця",
        FoundKind::Person => "Сторони й особи",
        FoundKind::Clause => "Пункти",
        FoundKind::Claim => "Заяви",
        FoundKind::Source => "Джерела",
    },
    found_count: |count| {
        format!(
            "{count} {}",
            slavic(count, "результат", "результати", "результатів")
        )
    },
    nothing_found: |query| {
        format!("За запитом «{query}» нічого не знайдено. Спробуйте одне слово або початок назви.")
    },

    filters: &super::filters::UK,
    listing: &super::listing::UK,

    loading: "Завантажуємо план і його місця …",
    failed_title: "Сторінку не вдалося відкрити",
    failed_fetch: |file| {
        format!(
            "Файл «{file}» не надійшов. Можливо, зник зв’язок або файлу немає поруч із цією сторінкою."
        )
    },
    failed_dossier: "Першим файлом досьє не можна скористатися. Що з ним не так:",
    try_again: "Спробувати ще раз",
    faults_found: |count| {
        let noun = slavic(count, "помилку", "помилки", "помилок");
        format!("У досьє знайдено {count} {noun}.")
    },
    faults_rest: "Справне показано, несправне пропущено.",
    no_such_plan: |what| {
        format!("Плану «{what}» у цьому досьє немає. Натомість пораховано перший.")
    },
    not_in_dossier: |what| format!("«{what}» у цьому досьє немає. Натомість ось огляд."),

    map: "Карта",
    map_help: "Стрілки ведуть до сусіднього місця, Enter відкриває його, Escape піднімає на рівень вище, плюс і мінус змінюють масштаб, Shift зі стрілкою рухає карту. Знак питання показує всі клавіші.",
    zoom_in: "Наблизити",
    zoom_out: "Віддалити",
    whole_country: "Показати всю країну",
    pan: "Рухати карту",
    pan_up: "Угору",
    pan_left: "Ліворуч",
    pan_right: "Праворуч",
    pan_down: "Униз",
    full_screen: "На весь екран",
    plan_choice: "План, за яким рахує карта",
    key: "Легенда",
    key_clauses: |plan| format!("Пункти, що називають місце, за регіонами: {plan}"),
    key_parts: |part| format!("Частини, як-от {part}, рахуються окремо."),
    key_wide: |wide| {
        let said = slavic(
            wide,
            "пункт стосується",
            "пункти стосуються",
            "пунктів стосуються",
        );
        format!("Ще {wide} {said} всієї країни.")
    },
    key_ground: |number| format!("Територія, якої стосується пункт {number}"),
    key_lit: "Названо в пункті",
    key_group: |names| format!("Група регіонів: {names}"),
    key_drained: |water| format!("{water}: осушено"),
    region_label: |name, value| format!("{name}, {value}"),
    region_label_claimed: |label, claim| format!("{label}. {claim}"),
    kilometres: "км",
    layers: "Шари, додані до карти",
    layer_fetching: |percent| match percent {
        Some(percent) => format!("Завантаження: {percent} %"),
        None => "Завантаження".to_owned(),
    },
    layer_reading: |percent| format!("Читання: {percent} %"),
    layer_features: |count, left_out| {
        let features = format!("{count} {}", slavic(count, "об’єкт", "об’єкти", "об’єктів"));
        match left_out {
            0 => features,
            n => format!("{features}, пропущено: {n}"),
        }
    },
    layer_no_answer: "Не показано: сервер не відповів або не дозволяє іншим сайтам читати цей файл.",
    layer_status: |status| format!("Не показано: сервер відповів {status}."),
    layer_broke_off: "Не показано: зв’язок обірвався.",
    layer_refused: "Не показано: такий великий шар потребує окремої програми, а браузер чи політика безпеки сторінки не дає їй запуститися.",
    layer_address: "Не показано: адреса не починається з https.",
    layer_nameless: "Доданий шар",
    layer_remove: |name| format!("Прибрати: {name}"),
    layer_faults: |count| {
        format!(
            "{count} {}",
            slavic(
                count,
                "помилка в ньому",
                "помилки в ньому",
                "помилок у ньому"
            )
        )
    },
    layer_here: |feature| format!("Тут: {feature}"),
    scale: |km| {
        format!(
            "Масштаб: {km} {}",
            slavic(whole(km), "кілометр", "кілометри", "кілометрів")
        )
    },

    lens_choice: "Що показує карта",
    lens: |lens| match lens {
        Lens::Clauses => "Пункти",
        Lens::Agreement => "Згода",
        Lens::Party(_) => "Сторона",
        Lens::Claimed => "Претензії",
    },
    party_choice: "Сторона, чию позицію показує карта",
    lens_value: |value| match value {
        LensValue::Clauses(0) => "не названо в жодному пункті".to_owned(),
        LensValue::Clauses(n) => clauses(*n),
        LensValue::Agreement(accord) => said_of_accord(*accord),
        LensValue::Party(party, stand) => said_of_stand(party, *stand),
        LensValue::Claimed(by) => said_of_claims(by),
    },
    key_agreement: "Чи згодні сторони: остання заява кожної з кожного питання про регіон",
    key_agreement_rule: "Показано найспірніше питання. Один голос – ще не згода.",
    key_agreed: "Згода: усі, хто висловився, підтримують",
    key_open: "Відкрито: ні те, ні інше",
    key_contested: "Спірно: є підтримка і є заперечення",
    key_party: |party| format!("{party}: остання заява з кожного питання про регіон"),
    key_party_rule: "Різне: позиція не однакова в усіх питаннях.",
    key_shade: |shade| match shade {
        Shade::Unrecorded => "Заяви не зафіксовано",
        Shade::Supports => "Підтримує",
        Shade::Conditional => "Умовно",
        Shade::Opposes => "Проти",
        Shade::Open => "Відкрито",
        Shade::Silent => "Мовчить: запитали, не коментує",
        Shade::Mixed => "Різне",
    },
    key_claimed: "Хто претендує на суверенітет над регіоном, незалежно від визнаного кордону",
    key_claimed_by: |party| format!("Претензія на суверенітет: {party}"),
    key_claimed_rule: "Претензія – не кордон і не означає, хто утримує територію.",
    key_nothing: "Заяви не зафіксовано",
    here_title: "Місця тут",
    here_choices: |names| match names {
        [one] => format!("Тут: {one}."),
        all => {
            let noun = slavic(all.len(), "місце", "місця", "місць");
            format!("Тут {} {noun}: {}.", all.len(), all.join(", "))
        }
    },
    here: |backdrop| match backdrop {
        Backdrop::River(name) => format!("{name}: річка."),
        Backdrop::Lake(name) => format!("{name}: внутрішні води."),
        Backdrop::Drained(name) => format!("{name}: осушено."),
        Backdrop::Home => "Тут немає місць цього досьє.".to_owned(),
        Backdrop::Neighbour(name) => format!("{name}: поза цим досьє."),
        Backdrop::Sea(Some(name)) => format!("{name}: відкрита вода."),
        Backdrop::Sea(None) => "Відкрита вода.".to_owned(),
        Backdrop::Beyond => "За краєм карти: тут нічого не відомо.".to_owned(),
    },
    glance_clauses: |counted, wider| {
        let named = named(counted);
        let named = capital(&named);
        match wider {
            0 => named,
            n => format!("{named}, ширше застосування: {n}"),
        }
    },
    glance_claims: "Заяви",
    glance_party: |party, claims| {
        format!(
            "{party}: {claims} {}",
            slavic(claims, "заява", "заяви", "заяв")
        )
    },
    shows_across: |km| {
        let noun = slavic(whole(km), "кілометр", "кілометри", "кілометрів");
        format!("Ширина карти – {km} {noun}.")
    },

    keys_button: "Клавіші карти",
    keys_title: "Карта з клавіатури",
    keys: &[
        (
            &["←", "→", "↑", "↓"],
            "До наступного місця в цьому напрямку",
        ),
        (&["Home", "End"], "До першого або останнього місця"),
        (&["А … Я"], "До наступного місця, чия назва так починається"),
        (&["Enter"], "Відкрити місце"),
        (
            &["Space"],
            "Перелічити всі місця тут, також близькі та групи",
        ),
        (&["Esc"], "Закрити відкрите; потім на рівень вище"),
        (&["+", "−"], "Наблизити, віддалити"),
        (&["0"], "Показати всю країну"),
        (&["Shift + ←"], "Рухати карту"),
        (&["?"], "Показати ці клавіші"),
    ],
    fingers_title: "Рукою",
    fingers: &[
        (
            "Торкнутися або клацнути",
            "Відкрити місце; на воді – сказати, що це",
        ),
        ("Утримувати", "Сказати, що тут, не відкриваючи"),
        (
            "Тягнути, зводити пальці, коліщатко",
            "Рухати карту, змінювати масштаб",
        ),
    ],
    close_panel: "Закрити",

    all_regions: "Усі місця",
    regions_in_plan: |plan| {
        format!(
            "Число – скільки пунктів ({plan}) називають це місце, групу, до якої воно належить, або місце в ньому."
        )
    },
    list_units: "Одиниці першого рівня",
    list_groups: "Групи регіонів",
    list_places: "Міста, об’єкти й води",
    list_undrawn: "Названі, але не зображені",
    list_elsewhere: "Країни",
    class_label: |class, last| {
        if last {
            format!("{class}+")
        } else {
            class.to_string()
        }
    },
    counts: |counted, wider| format!("{counted}+{wider}"),
    counts_heard: |counted, wider| {
        format!("{counted} за назвою, {wider} про всю країну або околиці")
    },
    reported_mark: "п",
    clauses_count: |count| match count {
        0 => "жодного пункту".to_owned(),
        n => clauses(n),
    },

    overview_lede: "Виберіть місце на карті або у списку, щоб прочитати, що про нього каже кожен план і що заявляла кожна сторона.",
    plans: "Плани",
    points: |count| {
        format!(
            "{count} {}",
            slavic(usize::from(count), "пункт", "пункти", "пунктів")
        )
    },
    no_text: "Тексту не знайдено.",
    choose_plan: |plan| format!("Показати на карті: {plan}"),

    way_up: "Шлях угору",
    jump_links: "На цій сторінці",
    positions: "Позиції",
    clauses: "Пункти",
    claims: "Заяви",
    unknown: "Невідоме",
    where_parties_stand: "Позиції сторін",
    latest_of_each: "остання заява кожної",
    matter: "Питання",
    no_position: "Позицій із цього не зафіксовано.",
    members: "Складові",
    inside: "У ньому",
    not_drawn: "Не зображено на карті",
    readings: "Що під цим розуміли",
    what_is_not_known: "Чого не відомо",
    newest_first: "спершу найновіші",
    no_claim_here: "Заяв про це місце не зафіксовано.",
    wider_claims: |count| {
        format!(
            "{count} {} про всю країну або околиці",
            slavic(count, "заява", "заяви", "заяв")
        )
    },
    no_clause_here: |wider| match wider {
        0 => "Жоден пункт цього плану його не називає.".to_owned(),
        n => {
            let said = slavic(n, "стосується", "стосуються", "стосуються");
            format!("Жоден пункт цього плану його не називає; {n} {said} всієї країни або околиць.")
        }
    },
    no_clause_at_all: "Жоден пункт жодного плану в цьому досьє його не стосується.",
    other_plans: "Інші плани й тексти",
    reason_heading: |reason, region| match reason {
        Reason::NamesIt => format!("Названо: {region}"),
        Reason::NamesGroup(_) => "Названо групу, до якої воно належить".to_owned(),
        Reason::NamesInside(_) => "Названо місце в ньому".to_owned(),
        Reason::NamesAround(_) => "Названо місце навколо нього".to_owned(),
        Reason::WholeCountry(_) => "Стосується всієї країни".to_owned(),
    },
    reason: |reason, region, named| match reason {
        Reason::NamesIt => format!("Названо: {region}"),
        Reason::NamesGroup(_) => format!("Названо групу, до якої воно належить: {named}"),
        Reason::NamesInside(_) => format!("Названо місце в ньому: {named}"),
        Reason::NamesAround(_) => format!("Названо місце, у якому воно лежить: {named}"),
        Reason::WholeCountry(_) => format!("Стосується всієї країни: {named}"),
    },
    selected_status: |name, counted, wider| {
        let named = named(counted);
        match wider {
            0 => format!("{name}: {named}"),
            n => {
                let said = slavic(n, "стосується", "стосуються", "стосуються");
                format!("{name}: {named}, {n} {said} всієї країни або околиць")
            }
        }
    },
    unit_of: |what, country| format!("{what}, {country}"),

    clause_of: |number, points| format!("Пункт {number} із {points}"),
    part_of: |number, whole| format!("Частина {number} пункту {whole}"),
    clause_title: |number, title| format!("Пункт {number}: {title}"),
    text: "Текст",
    lineage: "Походження",
    ground: "Територія",
    rival_texts: |count| match count {
        2 => "Два конкурентні тексти або позиції".to_owned(),
        3 => "Три конкурентні тексти або позиції".to_owned(),
        4 => "Чотири конкурентні тексти або позиції".to_owned(),
        n => format!("Конкурентні тексти або позиції: {n}"),
    },
    texts_count: |count| {
        let noun = slavic(
            count,
            "текст або позиція",
            "тексти або позиції",
            "текстів або позицій",
        );
        format!("{count} {noun}")
    },
    in_our_words: "Нашими словами",
    part_seen: "Бачили лише частину тексту.",
    heading_only: "Бачили лише заголовок, тексту – ні.",
    withheld: "Тексту не бачили в джерелі, на яке можна покластися.",
    agreement: |agreement| match agreement {
        Agreement::Unstated => None,
        Agreement::Agreed => Some("Погоджено"),
        Agreement::NotAgreed => Some("Не погоджено"),
    },
    proposed_by: "Пропонує",
    no_lineage: "Зв’язку з пунктом іншого плану не зафіксовано.",
    absent: |plan| format!("Такого пункту немає: {plan}."),
    change: |change| match change {
        Change::Kept => "збережено",
        Change::Reworded => "переформульовано",
        Change::Narrowed => "звужено",
        Change::Widened => "розширено",
        Change::Split => "розділено",
        Change::Merged => "об’єднано",
        Change::Changed => "змінено",
        Change::Dropped => "вилучено",
        Change::New => "нове",
        Change::Withheld => "текст не оприлюднено",
        Change::Named => "названо там",
    },
    this_clause: "цей пункт",
    no_ground: "Цей пункт не називає жодного місця.",
    not_on_map: "немає на карті",
    previous: "Попередній пункт",
    next: "Наступний пункт",

    positions_view: &super::positions::UK,
    pages: &super::pages::UK,

    stance: |stance| match stance {
        Stance::Supports => "Підтримує",
        Stance::Conditional => "Умовно",
        Stance::Opposes => "Проти",
        Stance::Open => "Відкрито",
        Stance::Silent { .. } => "Мовчить",
    },
    silent_as_of: |day| format!("Не коментує, станом на {day}"),
    no_claim: "Заяви не зафіксовано",
    no_claim_of: |party| format!("{party}: заяви не зафіксовано"),
    reported_short: "без імені або з чужих слів",
    told_by: |party| format!("Зі слів сторони «{party}», не власними словами"),
    told_by_press: "Словами журналіста",
    about_party: |party| format!("Це сказано про сторону «{party}», а не нею"),
    translated: "переклад",
    unnamed: "без імені",
    of_plan: |number, plan| format!("{number}, {plan}"),
    cell: |party, stance, when, reported| {
        let sure = if reported {
            ", не від свого імені"
        } else {
            ""
        };
        format!("{party}: {stance}, {when}{sure}")
    },
    more_sources: |count| format!("+{count}"),

    claim: "Заява",
    claim_history: "Та сама сторона з того самого питання",
    claim_of: |at, count| format!("це заява {at} із {count}, починаючи з найдавнішої"),
    evidence_label: "Спирається на",
    evidence: |evidence| match evidence {
        Evidence::OnRecord => "Власні слова, з іменем або посадою",
        Evidence::Reported => "Слова без імені або переказ інших",
    },
    date_label: "Сказано",
    date_as_stated: "Дата словами джерела",
    topics_label: "Теми",
    places_label: "Місця",

    party: "Сторона",
    speakers: "Хто говорить від неї",
    texts_put_forward: "Тексти, які вона запропонувала",
    other_topics: "Інші питання",

    all_sources: "Джерела",
    sources_lede: |count| {
        format!("Джерел: {count}. Кожне відкриває перелік того, що на нього спирається.")
    },
    source_shelf: |kind| match kind {
        SourceKind::Official => "Офіційні документи й заяви",
        SourceKind::News => "Новини",
        SourceKind::StateMedia => "Державні медіа",
        SourceKind::Secondary => "Повідомлення з других рук",
        SourceKind::Repost => "Передруки",
        SourceKind::Reference => "Довідники й аналітика",
    },
    rests: |claims, count| {
        let noun = slavic(claims, "заява", "заяви", "заяв");
        format!("{claims} {noun}, {}", clauses(count))
    },

    source: "Джерело",
    source_missing: "джерела не знайдено",
    source_kind: |kind| match kind {
        SourceKind::StateMedia => Some("державне медіа"),
        SourceKind::Repost => Some("передрук"),
        SourceKind::Secondary => Some("із других рук"),
        SourceKind::Official => Some("офіційне"),
        SourceKind::News | SourceKind::Reference => None,
    },
    via: |original, publisher| format!("{original}, через {publisher}"),
    opens_elsewhere: "відкриває інший сайт",
    no_address: "Адреса невідома.",
    rests_on_it: "Що на нього спирається",

    brought: &super::brought::UK,
    takeaway: &super::takeaway::UK,
    embed: &super::embed::UK,
    hand: &super::hand::UK,
    statics: &super::statics::UK,
    compare: &super::compare::UK,
    timeline: &super::timeline::UK,

    portions: &super::portions::UK,
    when: |when| DATES.say(when),
    undated: "без дати",
};

const DATES: Dates = Dates {
    months: [
        "січня",
        "лютого",
        "березня",
        "квітня",
        "травня",
        "червня",
        "липня",
        "серпня",
        "вересня",
        "жовтня",
        "листопада",
        "грудня",
    ],
    months_alone: [
        "січень",
        "лютий",
        "березень",
        "квітень",
        "травень",
        "червень",
        "липень",
        "серпень",
        "вересень",
        "жовтень",
        "листопад",
        "грудень",
    ],
    about: "близько",
    since: "від",
    standing: "постійно",
    unknown: "дату не вказано",
};

/// For the form of a noun beside it.
fn whole(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn clauses(count: usize) -> String {
    format!("{count} {}", slavic(count, "пункт", "пункти", "пунктів"))
}

fn matters(count: usize) -> String {
    format!("{count} {}", slavic(count, "питання", "питання", "питань"))
}

fn named(count: usize) -> String {
    match count {
        0 => "жоден пункт не називає".to_owned(),
        n => {
            let said = slavic(n, "називає", "називають", "називають");
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
        None => "заяв не зафіксовано".to_owned(),
        Some(Verdict::Contested) => format!("спірно: {}", matters(accord.contested)),
        Some(Verdict::Open) => format!("відкрито: {}", matters(accord.open)),
        Some(Verdict::Agreed) => format!("згода: {}", matters(accord.agreed)),
    }
}

fn said_of_stand(party: &PartyTag, stand: Stand) -> String {
    let word = |shade| match shade {
        Shade::Supports => "підтримує",
        Shade::Conditional => "умовно",
        Shade::Opposes => "проти",
        Shade::Open => "відкрито",
        Shade::Silent => "мовчить",
        Shade::Unrecorded | Shade::Mixed => "",
    };
    let parts = || {
        stand
            .parts()
            .map(|(shade, count)| format!("{} – {count}", word(shade)))
    };
    let name = &party.name.words;
    match stand.shade() {
        Shade::Unrecorded => format!("{name}: заяв не зафіксовано"),
        Shade::Mixed => format!("{name}: різне, {}", parts().collect::<Vec<_>>().join(", ")),
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
        "претензій на суверенітет не зафіксовано".to_owned()
    } else {
        format!("претензія на суверенітет: {}", names.join(", "))
    }
}
