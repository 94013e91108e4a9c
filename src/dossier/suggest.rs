//! "Did you mean …?"

/// The candidate that was probably meant by `word`, if one is near enough to be worth naming.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // A third of the letters wrong is a typing slip; more is another word. Short ids get two slips,
    // but never more than half of their letters.
    let letters = word.chars().count();
    let allowed = (letters / 3).max(2).min((letters / 2).max(1));
    candidates
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The remedy for an unknown name: the nearest one, or `otherwise`.
pub fn did_you_mean<'a>(
    word: &str,
    candidates: impl Iterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    nearest(word, candidates).map_or_else(
        || otherwise.to_owned(),
        |name| format!("did you mean `{name}`?"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_near_id_and_stays_silent_about_a_far_one() {
        let ids = ["donetsk", "luhansk", "crimea"];
        assert_eq!(nearest("donestk", ids.into_iter()), Some("donetsk"));
        assert_eq!(nearest("krimea", ids.into_iter()), Some("crimea"));
        assert_eq!(nearest("odesa", ids.into_iter()), None);
        assert_eq!(nearest("fr", ["us", "ru"].into_iter()), None);
    }
}
