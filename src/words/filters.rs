//! What the bar of filters says, and what stands where they leave nothing.

use crate::dossier::{Evidence, StanceKind};
use crate::reading::Control;

/// What is said of filters, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct FilterWords {
    pub filters: &'static str,
    /// The button that unfolds the bar where there is little room, with how many are on.
    pub button: fn(on: usize) -> String,
    pub label: fn(Control) -> &'static str,
    /// The choice that leaves nothing out.
    pub any: fn(Control) -> &'static str,
    pub stance: fn(StanceKind) -> &'static str,
    pub evidence: fn(Evidence) -> &'static str,
    pub clear: &'static str,
    pub nothing: &'static str,
    /// Why there is nothing, before the list of what is on.
    pub nothing_passes: fn(on: usize) -> &'static str,
    /// Why there is nothing although no filter is on.
    pub nothing_here: &'static str,
    /// That an earlier day is shown as well.
    pub known_on: fn(day: &str) -> String,
    pub latest: &'static str,
    pub take_off: fn(label: &str, value: &str) -> String,
}

/// In English.
pub const EN: FilterWords = FilterWords {
    filters: "Filters",
    button: |on| match on {
        0 => "Filters".to_owned(),
        n => format!("Filters ({n})"),
    },
    label: |control| match control {
        Control::Place => "Place",
        Control::Party => "Party",
        Control::Topic => "Topic",
        Control::Stance => "Stance",
        Control::Evidence => "Evidence",
        Control::Change => "Change",
    },
    any: |control| match control {
        Control::Place => "All places",
        Control::Party => "All parties",
        Control::Topic => "All topics",
        Control::Stance => "Any stance",
        Control::Evidence => "Any evidence",
        Control::Change => "Any change",
    },
    stance: |stance| match stance {
        StanceKind::Supports => "Supports",
        StanceKind::Conditional => "Conditional",
        StanceKind::Opposes => "Opposes",
        StanceKind::Open => "Open",
        StanceKind::Silent => "Silent",
    },
    evidence: |evidence| match evidence {
        Evidence::OnRecord => "On the record",
        Evidence::Reported => "Unnamed, or told by others",
    },
    clear: "Clear filters",
    nothing: "Nothing to show",
    nothing_passes: |on| match on {
        1 => "The dossier has nothing here that passes this filter:",
        _ => "The dossier has nothing here that passes all of these filters at once:",
    },
    nothing_here: "The dossier has nothing here.",
    known_on: |day| format!("Only what was known on {day} is shown."),
    latest: "Show all that is known",
    take_off: |label, value| format!("Remove “{label}: {value}”"),
};

/// In Ukrainian.
pub const UK: FilterWords = FilterWords {
    filters: "Фільтри",
    button: |on| match on {
        0 => "Фільтри".to_owned(),
        n => format!("Фільтри ({n})"),
    },
    label: |control| match control {
        Control::Place => "Місце",
        Control::Party => "Сторона",
        Control::Topic => "Тема",
        Control::Stance => "Позиція",
        Control::Evidence => "Підстава",
        Control::Change => "Зміна",
    },
    any: |control| match control {
        Control::Place => "Усі місця",
        Control::Party => "Усі сторони",
        Control::Topic => "Усі теми",
        Control::Stance => "Будь-яка позиція",
        Control::Evidence => "Будь-яка підстава",
        Control::Change => "Будь-яка зміна",
    },
    stance: |stance| match stance {
        StanceKind::Supports => "Підтримує",
        StanceKind::Conditional => "Умовно",
        StanceKind::Opposes => "Проти",
        StanceKind::Open => "Відкрито",
        StanceKind::Silent => "Мовчить",
    },
    evidence: |evidence| match evidence {
        Evidence::OnRecord => "Від свого імені",
        Evidence::Reported => "Анонімно або з чужих слів",
    },
    clear: "Скинути фільтри",
    nothing: "Немає що показати",
    nothing_passes: |on| match on {
        1 => "У досьє тут немає нічого, що відповідає цьому фільтру:",
        _ => "У досьє тут немає нічого, що відповідає всім цим фільтрам водночас:",
    },
    nothing_here: "У досьє тут нічого немає.",
    known_on: |day| format!("Показано лише те, що було відомо станом на {day}."),
    latest: "Показати все, що відомо",
    take_off: |label, value| format!("Прибрати «{label}: {value}»"),
};

/// In Russian.
pub const RU: FilterWords = FilterWords {
    filters: "Фильтры",
    button: |on| match on {
        0 => "Фильтры".to_owned(),
        n => format!("Фильтры ({n})"),
    },
    label: |control| match control {
        Control::Place => "Место",
        Control::Party => "Сторона",
        Control::Topic => "Тема",
        Control::Stance => "Позиция",
        Control::Evidence => "Основание",
        Control::Change => "Изменение",
    },
    any: |control| match control {
        Control::Place => "Все места",
        Control::Party => "Все стороны",
        Control::Topic => "Все темы",
        Control::Stance => "Любая позиция",
        Control::Evidence => "Любое основание",
        Control::Change => "Любое изменение",
    },
    stance: |stance| match stance {
        StanceKind::Supports => "Поддерживает",
        StanceKind::Conditional => "С условиями",
        StanceKind::Opposes => "Против",
        StanceKind::Open => "Открыто",
        StanceKind::Silent => "Молчит",
    },
    evidence: |evidence| match evidence {
        Evidence::OnRecord => "От своего имени",
        Evidence::Reported => "Анонимно или с чужих слов",
    },
    clear: "Сбросить фильтры",
    nothing: "Показать нечего",
    nothing_passes: |on| match on {
        1 => "В досье здесь нет ничего, что отвечает этому фильтру:",
        _ => "В досье здесь нет ничего, что отвечает всем этим фильтрам сразу:",
    },
    nothing_here: "В досье здесь ничего нет.",
    known_on: |day| format!("Показано только то, что было известно по состоянию на {day}."),
    latest: "Показать всё, что известно",
    take_off: |label, value| format!("Убрать «{label}: {value}»"),
};

#[cfg(test)]
mod tests {
    use crate::dossier::Stance;
    use crate::words::ALL;

    #[test]
    fn no_language_drops_what_it_is_given() {
        for words in ALL {
            let said = words.filters;
            let off = (said.take_off)("⟦a⟧", "⟦b⟧");
            assert!(off.contains("⟦a⟧: ⟦b⟧"), "{off}");
            assert!((said.known_on)("⟦c⟧").contains("⟦c⟧"));
            assert!((said.button)(17).contains("17"));
            assert!(!(said.button)(0).contains('0'));
            assert_ne!((said.nothing_passes)(1), (said.nothing_passes)(2));
        }
    }

    #[test]
    fn a_stance_is_called_as_on_the_claims() {
        let stances = [
            Stance::Supports,
            Stance::Conditional,
            Stance::Opposes,
            Stance::Open,
            Stance::Silent {
                as_of: "2026-01-01".parse().unwrap(),
            },
        ];
        for (words, stance) in ALL.iter().flat_map(|words| stances.map(|one| (words, one))) {
            assert_eq!(
                (words.filters.stance)(stance.kind()),
                (words.stance)(stance)
            );
        }
    }
}
