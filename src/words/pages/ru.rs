//! Russian.

use super::PagesWords;
use crate::dossier::When;

/// The Russian words.
pub const RU: PagesWords = PagesWords {
    key_topic: |sentence, topic| format!("{sentence}; только по теме «{topic}»"),

    precision_label: "Насколько точно",
    precision: |when| match when {
        Some(When::Day(_)) => "С точностью до дня",
        Some(When::About(_)) => "Примерно в этот день",
        Some(When::Month(_)) => "В один из дней этого месяца",
        Some(When::Year(_)) => "В один из дней этого года",
        Some(When::Span(_, _)) => "Между этими двумя днями",
        Some(When::Since(_)) => "С этого дня и до сих пор",
        Some(When::Standing) => "Всегда, без определённой даты",
        None => "Дата неизвестна",
    },
    dating_label: "Как установлена дата",
    replaces_label: "Заменяет",
    replaced_by_label: "Заменено на",
    stance_when: |stance, when| format!("{stance}, {when}"),
    in_positions: "Этот вопрос в таблице позиций",

    plans: "Планы",
    clauses: "Пункты",
    variants: "Альтернативные тексты",
    events: "События",
    notes: "Что сказано о местах",
    claims: "Заявления",
    nothing_rests: "По состоянию на этот день ничто в досье на него не опирается.",

    order: "Порядок заявлений",
    by_topic: "По темам",
    over_time: "Сначала новые",
};
