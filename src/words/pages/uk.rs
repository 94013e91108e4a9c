//! Ukrainian.

use super::PagesWords;
use crate::dossier::When;

/// The Ukrainian words.
pub const UK: PagesWords = PagesWords {
    key_topic: |sentence, topic| format!("{sentence}; лише за темою «{topic}»"),

    precision_label: "Наскільки точно",
    precision: |when| match when {
        Some(When::Day(_)) => "З точністю до дня",
        Some(When::About(_)) => "Приблизно цього дня",
        Some(When::Month(_)) => "Якогось дня цього місяця",
        Some(When::Year(_)) => "Якогось дня цього року",
        Some(When::Span(_, _)) => "Між цими двома днями",
        Some(When::Since(_)) => "Від цього дня й досі",
        Some(When::Standing) => "Завжди, без певної дати",
        None => "Дата невідома",
    },
    dating_label: "Як визначено дату",
    replaces_label: "Замінює",
    replaced_by_label: "Замінено на",
    stance_when: |stance, when| format!("{stance}, {when}"),
    in_positions: "Це питання в таблиці позицій",

    plans: "Плани",
    clauses: "Пункти",
    variants: "Альтернативні тексти",
    events: "Події",
    notes: "Що сказано про місця",
    claims: "Заяви",
    nothing_rests: "Станом на цей день ніщо в досьє на нього не спирається.",

    order: "Порядок заяв",
    by_topic: "За темами",
    over_time: "Спочатку найновіші",
};
