//! What the list of everything says.

use super::plural::slavic;

/// What is said in the list view, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct ListWords {
    pub title: &'static str,
    pub lede: &'static str,
    pub open_all: &'static str,
    pub close_all: &'static str,
    /// How much stands under a place.
    pub holds: fn(clauses: usize, claims: usize) -> String,
    pub holds_nothing: &'static str,
    pub placeless: &'static str,
    pub placeless_title: &'static str,
    /// Before links to the wider places whose clauses and claims apply as well.
    pub wider: &'static str,
    pub more: &'static str,
}

/// In English.
pub const EN: ListWords = ListWords {
    title: "Everything, as a list",
    lede: "All clauses and claims by the place that they bear on. It holds what the map and its reading pane hold.",
    open_all: "Open all",
    close_all: "Close all",
    holds: |clauses, claims| {
        let of_clauses = match clauses {
            1 => "1 clause".to_owned(),
            n => format!("{n} clauses"),
        };
        let of_claims = match claims {
            1 => "1 claim".to_owned(),
            n => format!("{n} claims"),
        };
        format!("{of_clauses}, {of_claims}")
    },
    holds_nothing: "nothing of its own",
    placeless: "Of no place",
    placeless_title: "Clauses and claims that name no place",
    wider: "What is said of a wider place applies here too:",
    more: "The page of this place",
};

/// In Ukrainian.
pub const UK: ListWords = ListWords {
    title: "Усе списком",
    lede: "Усі пункти й заяви за місцем, якого вони стосуються. Тут є все, що є на карті та в тексті поруч із нею.",
    open_all: "Розгорнути все",
    close_all: "Згорнути все",
    holds: |clauses, claims| {
        format!(
            "{clauses} {}, {claims} {}",
            slavic(clauses, "пункт", "пункти", "пунктів"),
            slavic(claims, "заява", "заяви", "заяв")
        )
    },
    holds_nothing: "нічого саме про це місце",
    placeless: "Без місця",
    placeless_title: "Пункти й заяви, що не називають місця",
    wider: "Тут діє й те, що сказано про ширше місце:",
    more: "Сторінка цього місця",
};

/// In Russian.
pub const RU: ListWords = ListWords {
    title: "Всё списком",
    lede: "Все пункты и заявления по месту, к которому они относятся. Здесь есть всё, что есть на карте и в тексте рядом с ней.",
    open_all: "Развернуть всё",
    close_all: "Свернуть всё",
    holds: |clauses, claims| {
        format!(
            "{clauses} {}, {claims} {}",
            slavic(clauses, "пункт", "пункта", "пунктов"),
            slavic(claims, "заявление", "заявления", "заявлений")
        )
    },
    holds_nothing: "ничего именно об этом месте",
    placeless: "Без места",
    placeless_title: "Пункты и заявления, которые не называют места",
    wider: "Здесь действует и то, что сказано о более широком месте:",
    more: "Страница этого места",
};

#[cfg(test)]
mod tests {
    use crate::words::ALL;

    #[test]
    fn no_language_drops_a_count() {
        for words in ALL {
            for (clauses, claims) in [(1, 2), (5, 1), (21, 34), (0, 3)] {
                let said = (words.listing.holds)(clauses, claims);
                let numbers: Vec<_> = said
                    .split(|one: char| !one.is_ascii_digit())
                    .filter(|one| !one.is_empty())
                    .collect();
                assert_eq!(numbers, [clauses.to_string(), claims.to_string()], "{said}");
            }
        }
    }
}
