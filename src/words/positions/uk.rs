//! Ukrainian.

use super::super::plural::slavic;
use super::PositionsWords;
use crate::reading::Verdict;

/// The Ukrainian words.
pub const UK: PositionsWords = PositionsWords {
    title: "Хто що каже",
    lede: "Остання зафіксована заява кожної сторони з кожного питання. Риска означає, що заяви не зафіксовано; мовчання вона не означає.",
    summary: |matters, count| {
        let noun = slavic(matters, "питання", "питання", "питань");
        format!("{matters} {noun}, {}", claims(count))
    },
    observed: |count| {
        let noun = slavic(count, "питання", "питань", "питань");
        format!(
            "Ще з {count} {noun} висловилися лише спостерігачі. Вони не займають позицій і не мають стовпця."
        )
    },
    only_place: |place| format!("Лише заяви про місце: {place}"),
    all_places: "Усі місця",

    order: "Порядок питань",
    order_topic: "За темами",
    order_contested: "Спочатку найспірніші",

    caption: "Питання згори вниз, сторони впоперек; у кожній клітинці остання позиція сторони",
    keys: "Стрілки ведуть від позначки до позначки, Enter відкриває заяви за нею, Escape закриває їх.",
    topic: "Тема",
    other_topics: "Інші питання",
    verdict_head: "Стан",
    verdict: |verdict| match verdict {
        Some(Verdict::Contested) => "Спірне",
        Some(Verdict::Open) => "Відкрите",
        Some(Verdict::Agreed) => "Узгоджене",
        None => "Позицій немає",
    },
    verdict_rule: |verdict| match verdict {
        Some(Verdict::Contested) => "хтось підтримує, хтось проти",
        Some(Verdict::Open) => "ані спірне, ані узгоджене; один голос ще не згода",
        Some(Verdict::Agreed) => "усі, хто висловився, підтримують",
        None => "запитували, але відповіді не було",
    },

    behind: claims,
    before: |stance| format!("раніше: {stance}"),
    told_by: |party| format!("зі слів сторони «{party}»"),
    about: |party| format!("сказано про сторону «{party}»"),
    left_out_of: |party| format!("{party}: висловлювалася, але не так, як тут шукають"),

    legend: "Що означають позначки",
    legend_count: "кількість заяв",
    legend_turn: "раніша позиція › остання",
    legend_told: |letters| format!("зі слів іншої сторони, тут {letters}"),
    legend_about: |letters| format!("про іншу сторону, тут {letters}"),
    legend_left_out: "заява поза відбором",

    none_of: |parties| format!("Заяви немає: {parties}"),
    left_out: |parties| format!("Поза відбором: {parties}"),

    empty: "Жодна позиція не відповідає всьому, що відібрано.",
    empty_on_day: |day| format!("Станом на {day} жодної позиції не було відомо."),
    show_all: "Показати всі позиції",
    to_latest: "Повернутися до останнього дня",
    not_open: |claim| format!("«{claim}» немає в досьє на цей день."),

    evidence: "Заяви за позначкою",
    close: "Закрити заяви",
    evidence_lede: |party, count| match count {
        1 => format!("{party}: єдина заява з цього питання."),
        n => format!(
            "{party}: з цього питання {}, починаючи з найдавнішої.",
            claims(n)
        ),
    },
    clauses: "Пункти",
    replaces: |stance, when| format!("Замінює «{stance}», {when}"),
    replaced_by: |stance, when| format!("Замінено на «{stance}», {when}"),
    others: "Інші про це питання",
    no_others: "Заяв інших сторін із цього питання не зафіксовано.",
    observers: "Спостерігачі про це питання",
};

fn claims(count: usize) -> String {
    let noun = slavic(count, "заява", "заяви", "заяв");
    format!("{count} {noun}")
}
