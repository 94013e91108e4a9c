//! Russian.

use super::super::plural::slavic;
use super::PositionsWords;
use crate::reading::Verdict;

/// The Russian words.
pub const RU: PositionsWords = PositionsWords {
    title: "Кто что говорит",
    lede: "Последнее зафиксированное заявление каждой стороны по каждому вопросу. Прочерк означает, что заявлений не зафиксировано; молчания он не означает.",
    summary: |matters, count| {
        let noun = slavic(matters, "вопрос", "вопроса", "вопросов");
        format!("{matters} {noun}, {}", claims(count))
    },
    observed: |count| {
        let noun = slavic(count, "вопросу", "вопросам", "вопросам");
        format!(
            "Ещё по {count} {noun} высказались только наблюдатели. Они не занимают позиций и не имеют столбца."
        )
    },
    only_place: |place| format!("Только заявления о месте: {place}"),
    all_places: "Все места",

    order: "Порядок вопросов",
    order_topic: "По темам",
    order_contested: "Сначала самые спорные",

    caption: "Вопросы сверху вниз, стороны поперёк; в каждой клетке последняя позиция стороны",
    keys: "Стрелки ведут от знака к знаку, Enter открывает заявления за ним, Escape закрывает их.",
    topic: "Тема",
    other_topics: "Другие вопросы",
    verdict_head: "Состояние",
    verdict: |verdict| match verdict {
        Some(Verdict::Contested) => "Спорный",
        Some(Verdict::Open) => "Открытый",
        Some(Verdict::Agreed) => "Согласованный",
        None => "Позиций нет",
    },
    verdict_rule: |verdict| match verdict {
        Some(Verdict::Contested) => "кто-то поддерживает, кто-то против",
        Some(Verdict::Open) => "ни спорный, ни согласованный; один голос ещё не согласие",
        Some(Verdict::Agreed) => "все, кто высказался, поддерживают",
        None => "спрашивали, но ответа не было",
    },

    behind: claims,
    before: |stance| format!("раньше: {stance}"),
    told_by: |party| format!("со слов стороны «{party}»"),
    about: |party| format!("сказано о стороне «{party}»"),
    left_out_of: |party| format!("{party}: высказывалась, но не так, как здесь ищут"),

    legend: "Что означают знаки",
    legend_count: "число заявлений",
    legend_turn: "прежняя позиция › последняя",
    legend_told: |letters| format!("со слов другой стороны, здесь {letters}"),
    legend_about: |letters| format!("о другой стороне, здесь {letters}"),
    legend_left_out: "заявление вне отбора",

    none_of: |parties| format!("Заявлений нет: {parties}"),
    left_out: |parties| format!("Вне отбора: {parties}"),

    empty: "Ни одна позиция не отвечает всему, что отобрано.",
    empty_on_day: |day| format!("По состоянию на {day} ни одной позиции не было известно."),
    show_all: "Показать все позиции",
    to_latest: "Вернуться к последнему дню",
    not_open: |claim| format!("«{claim}» нет в досье на этот день."),

    evidence: "Заявления за знаком",
    close: "Закрыть заявления",
    evidence_lede: |party, count| match count {
        1 => format!("{party}: единственное заявление по этому вопросу."),
        n => format!(
            "{party}: по этому вопросу {}, начиная с самого раннего.",
            claims(n)
        ),
    },
    clauses: "Пункты",
    replaces: |stance, when| format!("Заменяет «{stance}», {when}"),
    replaced_by: |stance, when| format!("Заменено на «{stance}», {when}"),
    others: "Другие по этому вопросу",
    no_others: "Заявлений других сторон по этому вопросу не зафиксировано.",
    observers: "Наблюдатели по этому вопросу",
};

fn claims(count: usize) -> String {
    let noun = slavic(count, "заявление", "заявления", "заявлений");
    format!("{count} {noun}")
}
