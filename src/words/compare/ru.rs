//! Russian.

use super::super::plural::slavic;
use super::CompareWords;
use crate::dossier::Change;

/// The Russian table.
pub const RU: CompareWords = CompareWords {
    heading: |left, right| format!("Сравнение: {left} и {right}"),
    lede: "Пункт против пункта. Оба столбца – наш пересказ, поэтому отмечено, где различается содержание, а не слова документов:",
    sample_gone: "исчезло или заменено",
    sample_put_in: "добавлено",
    direction: |earlier, later| {
        format!(
            "Слева – более поздний план. Изменения названы по ходу времени: от «{earlier}» к «{later}»."
        )
    },

    gone: "исчезло:",
    put_in: "добавлено:",
    mark_ends: "конец пометки",

    choices: "Планы и фильтры",
    from_plan: "От",
    to_plan: "К",
    swap: "Поменять планы местами",
    what_changed: "Что изменилось",
    only_changes: "Только изменения",
    only_this: |change, count| format!("Только это: {change}, {count}"),
    place: "Место",
    all_places: "Все места",
    topic: "Тема",
    all_topics: "Все темы",

    ramp: "Пункты, называющие место",
    ramp_note: "По регионам; части посчитаны отдельно.",
    covers: |plan, regions, most| {
        let noun = slavic(regions, "регион", "региона", "регионов");
        format!("{plan}: пункты называют {regions} {noun}, чаще всего: {most}.")
    },
    covers_nothing: |plan| format!("{plan}: ни один пункт не называет региона."),
    region_count: |region, count| format!("{region} ({count})"),
    no_text: "Текста этого плана в досье нет, поэтому его пункты нельзя сравнить.",

    change,
    count_of: |of, count| format!("{}: {count}", change(of).to_lowercase()),
    untied: "Связь не записана",
    untied_count: |count| format!("без записанной связи: {count}"),
    untied_from: |plan| format!("Связь с пунктом плана «{plan}» не записана."),
    lines: |count| format!("{count} {}", slavic(count, "строка", "строки", "строк")),
    above: |number| format!("{number}, приведён выше"),
    clause_of: |number, plan| format!("пункт {number} («{plan}»)"),
    through: |clauses, steps| format!("Составлено через {clauses}: {steps}."),
    then: ", затем ",
    unlike: "Тексты, в которых мало общего, не отмечены.",
    part_seen: "видели часть",
    heading_seen: "видели заголовок",

    nothing: "Ни один пункт не отвечает этим фильтрам.",
    clear: "Показать все изменения, темы и места",
    one_plan: "На этот день обнародовано меньше двух планов, сравнивать пока нечего.",
    only_plan: "В этом досье один план, сравнивать его не с чем.",
    to_latest: "Показать последний день",
    unknown: |plan| format!("Плана «{plan}» в этом досье нет."),
    not_out: |plan, dated| {
        format!(
            "{plan}: на этот день ещё не обнародован ({dated}). Вместо него показан другой план."
        )
    },
    digest: |plan| format!("{plan}: это перечень названного кем-то, а не план для сравнения."),
    same: |plan| format!("План «{plan}» нельзя сравнить с ним самим."),
};

fn change(change: Change) -> &'static str {
    match change {
        Change::Kept => "Сохранено",
        Change::Reworded => "Переформулировано",
        Change::Narrowed => "Сужено",
        Change::Widened => "Расширено",
        Change::Split => "Разделено",
        Change::Merged => "Объединено",
        Change::Changed => "Изменено",
        Change::Dropped => "Исключено",
        Change::New => "Новое",
        Change::Withheld => "Текст не видели",
        Change::Named => "Названо там",
    }
}
