//! The order of names in lists, where no browser sorts them.

/// Cyrillic letters in an order that is right in Ukrainian and in Russian: neither has letters whose place
/// the other disputes.
const CYRILLIC: &str = "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя";

/// What a name is sorted by: its letters without case, quotes left out.
pub(super) fn key(name: &str) -> Vec<u32> {
    let letters = name.chars().flat_map(char::to_lowercase);
    letters
        .filter(|letter| letter.is_alphanumeric() || *letter == ' ')
        .map(
            |letter| match CYRILLIC.chars().position(|one| one == letter) {
                Some(at) => u32::from('а') + u32::try_from(at).unwrap_or_default(),
                None => u32::from(letter),
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn names_stand_where_readers_look_for_them() {
        for wanted in [
            ["Chernihiv", "Kharkiv", "‘Novorossiya’", "Odesa"],
            ["Ізюм", "Їжаків", "Йосипівка", "Київ"],
            ["Ґвіздець", "Енергодар", "Єнакієве", "Житомир"],
            ["Ёлка", "Жуков", "Крым", "Энергодар"],
        ] {
            let mut names = wanted;
            names.reverse();
            names.sort_by_key(|name| key(name));
            assert_eq!(names, wanted);
        }
    }
}
