//! Ukrainian.

use super::super::plural::slavic;
use super::CompareWords;
use crate::dossier::Change;

/// The Ukrainian table.
pub const UK: CompareWords = CompareWords {
    heading: |left, right| format!("Порівняння: {left} і {right}"),
    lede: "Пункт проти пункту. Обидва стовпці – наш переказ, тож позначено, де різниться зміст, а не слова документів:",
    sample_gone: "зникло або замінено",
    sample_put_in: "додано",
    direction: |earlier, later| {
        format!(
            "Ліворуч – пізніший план. Зміни названо за плином часу: від «{earlier}» до «{later}»."
        )
    },

    gone: "зникло:",
    put_in: "додано:",
    mark_ends: "кінець позначки",

    choices: "Плани та фільтри",
    from_plan: "Від",
    to_plan: "До",
    swap: "Поміняти плани місцями",
    what_changed: "Що змінилося",
    only_changes: "Лише зміни",
    only_this: |change, count| format!("Лише це: {change}, {count}"),
    place: "Місце",
    all_places: "Усі місця",
    topic: "Тема",
    all_topics: "Усі теми",

    ramp: "Пункти, що називають місце",
    ramp_note: "За регіонами; частини пораховано окремо.",
    covers: |plan, regions, most| {
        let noun = slavic(regions, "регіон", "регіони", "регіонів");
        format!("{plan}: пункти називають {regions} {noun}, найчастіше: {most}.")
    },
    covers_nothing: |plan| format!("{plan}: жоден пункт не називає регіону."),
    region_count: |region, count| format!("{region} ({count})"),
    no_text: "Тексту цього плану в досьє немає, тож його пункти не можна порівняти.",

    change,
    count_of: |of, count| format!("{}: {count}", change(of).to_lowercase()),
    untied: "Зв’язку не записано",
    untied_count: |count| format!("без записаного зв’язку: {count}"),
    untied_from: |plan| format!("Зв’язку з пунктом плану «{plan}» не записано."),
    lines: |count| format!("{count} {}", slavic(count, "рядок", "рядки", "рядків")),
    above: |number| format!("{number}, наведено вище"),
    clause_of: |number, plan| format!("пункт {number} («{plan}»)"),
    through: |clauses, steps| format!("Складено через {clauses}: {steps}."),
    then: ", потім ",
    unlike: "Тексти, у яких мало спільного, не позначено.",
    part_seen: "бачили частину",
    heading_seen: "бачили заголовок",

    nothing: "Жоден пункт не відповідає цим фільтрам.",
    clear: "Показати всі зміни, теми й місця",
    one_plan: "На цей день оприлюднено менше двох планів, тож порівнювати ще нічого.",
    only_plan: "У цьому досьє один план, тож порівнювати його ні з чим.",
    to_latest: "Показати останній день",
    unknown: |plan| format!("Плану «{plan}» в цьому досьє немає."),
    not_out: |plan, dated| {
        format!(
            "{plan}: на цей день ще не оприлюднено ({dated}). Замість нього показано інший план."
        )
    },
    digest: |plan| format!("{plan}: це перелік названого кимось, а не план для порівняння."),
    same: |plan| format!("План «{plan}» не можна порівняти з ним самим."),
};

fn change(change: Change) -> &'static str {
    match change {
        Change::Kept => "Збережено",
        Change::Reworded => "Переформульовано",
        Change::Narrowed => "Звужено",
        Change::Widened => "Розширено",
        Change::Split => "Розділено",
        Change::Merged => "Об’єднано",
        Change::Changed => "Змінено",
        Change::Dropped => "Вилучено",
        Change::New => "Нове",
        Change::Withheld => "Тексту не бачили",
        Change::Named => "Названо там",
    }
}
