//! What long lists say.

use super::plural::slavic;

/// The words of long lists.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct PortionWords {
    /// The button that shows the next ones, of so many that are left.
    pub more: fn(next: usize, left: usize) -> String,
}

pub(super) const EN: PortionWords = PortionWords {
    more: |next, left| match (next, left) {
        (1, 1) => "Show 1 more".to_owned(),
        (next, left) if next == left => format!("Show {next} more"),
        (next, left) => format!("Show {next} more of {left}"),
    },
};

pub(super) const UK: PortionWords = PortionWords {
    more: |next, left| {
        let shown = slavic(next, "наступний", "наступні", "наступних");
        if next == left {
            format!("Показати ще {next}")
        } else {
            format!("Показати {shown} {next} із {left}")
        }
    },
};

pub(super) const RU: PortionWords = PortionWords {
    more: |next, left| {
        let shown = slavic(next, "следующий", "следующие", "следующих");
        if next == left {
            format!("Показать ещё {next}")
        } else {
            format!("Показать {shown} {next} из {left}")
        }
    },
};

#[cfg(test)]
mod tests {
    use super::{EN, RU, UK};

    #[test]
    fn no_number_is_lost() {
        for words in [&EN, &UK, &RU] {
            let said = (words.more)(30, 977);
            assert!(said.contains("30") && said.contains("977"), "{said}");
            assert!((words.more)(7, 7).contains('7'));
        }
    }
}
