//! The forms that a noun takes beside a whole number.

/// Ukrainian and Russian have three: 1 and 21 пункт, 2 and 34 пункти, 5, 11 and 0 пунктів. The rule is
/// that of Unicode's CLDR for both.
pub(super) fn slavic<T>(count: usize, one: T, few: T, many: T) -> T {
    match (count % 10, count % 100) {
        (1, rest) if rest != 11 => one,
        (2..=4, rest) if !(12..=14).contains(&rest) => few,
        _ => many,
    }
}

#[cfg(test)]
mod tests {
    use super::slavic;

    #[test]
    fn numbers_take_the_form_of_their_end() {
        let form = |count| slavic(count, "пункт", "пункти", "пунктів");
        for count in [1, 21, 31, 101, 121, 1001] {
            assert_eq!(form(count), "пункт", "{count}");
        }
        for count in [2, 3, 4, 22, 34, 102, 124] {
            assert_eq!(form(count), "пункти", "{count}");
        }
        for count in [0, 5, 9, 10, 11, 12, 13, 14, 19, 20, 100, 111, 112, 114, 211] {
            assert_eq!(form(count), "пунктів", "{count}");
        }
    }
}
