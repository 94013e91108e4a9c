//! `SHA256SUMS`: what `sha256sum --check` reads.

use std::collections::BTreeMap;

/// The listing with these files in it, by name and hash; those of other names stay in it.
pub fn listed(before: &str, files: &[(String, String)]) -> String {
    let old = before.lines().filter_map(|line| {
        let (hash, name) = line.split_once("  ")?;
        Some((name.to_owned(), hash.to_owned()))
    });
    let all: BTreeMap<String, String> = old.chain(files.iter().cloned()).collect();
    let lines = all.iter().map(|(name, hash)| format!("{hash}  {name}\n"));
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_listed_once_and_others_stay() {
        let one = |name: &str, hash: &str| (name.to_owned(), hash.to_owned());
        let first = listed("", &[one("b.html", "1"), one("a.zip", "2")]);
        assert_eq!(first, "2  a.zip\n1  b.html\n");
        assert_eq!(
            listed(&first, &[one("b.html", "3")]),
            "2  a.zip\n3  b.html\n"
        );
    }
}
